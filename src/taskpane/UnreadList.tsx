import { Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useMemo } from "react";
import type { Span, TextDocument } from "../text/textDocument";
import { linePieces } from "./items";
import { MarkedText } from "./QuoteView";
import type { Edit } from "./services";
import { useText } from "./text";
import { WindowedList } from "./WindowedList";

interface UnreadListProps {
  readonly lines: readonly UnreadLine[];
  readonly document: TextDocument;
  onEdit(edit: Edit): void;
}

/** What stands on one source line and belongs to no item. */
export interface UnreadLine {
  readonly key: string;
  readonly line: number;
  readonly spans: readonly Span[];
}

const useStyles = makeStyles({
  note: { display: "block", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground3 },
  entry: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { overflowWrap: "anywhere" },
  code: { color: tokens.colorNeutralForeground3 },
});

/** Lines that no rule placed, each with a way to make an item of it. */
export function UnreadList({ lines, document, onEdit }: UnreadListProps) {
  const styles = useStyles();
  const { t } = useText();
  const byKey = useMemo(() => new Map(lines.map((line) => [line.key, line])), [lines]);
  const keys = useMemo(() => lines.map((line) => line.key), [lines]);
  return (
    <>
      <Caption1 className={styles.note}>{lines.length ? t("unread.note") : t("unread.none")}</Caption1>
      <WindowedList
        keys={keys}
        estimate={84}
        label={t("filter.unread")}
        render={(key) => {
          const entry = byKey.get(key);
          return entry ? (
            <div className={styles.entry}>
              <Caption1 className={styles.code}>{t("review.line", { n: entry.line })}</Caption1>
              <Text className={styles.words}>
                <MarkedText pieces={entry.spans.flatMap((span) => linePieces(document, span.line, span.start, span.end))} />
              </Text>
              <AddItem source={entry.spans} onEdit={onEdit} />
            </div>
          ) : null;
        }}
      />
    </>
  );
}

interface AddItemProps {
  readonly source: readonly Span[];
  onEdit(edit: Edit): void;
}

const useAddStyles = makeStyles({ root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS } });

/** Makes an item of words that were not read as one. */
export function AddItem({ source, onEdit }: AddItemProps) {
  const styles = useAddStyles();
  const { t } = useText();
  return (
    <div className={styles.root}>
      {(["target", "task"] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          icon={<AddRegular />}
          aria-label={t(`unread.add.${kind}`)}
          title={t(`unread.add.${kind}`)}
          onClick={() => onEdit({ do: "add", kind, source })}
        >
          {t(`filter.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
