import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Ref } from "react";
import type { TextDocument } from "../text/textDocument";
import { linePieces } from "./items";
import type { ReviewItem } from "./items";
import { RestoredText } from "./QuoteView";
import { useText } from "./text";
import { WindowedList } from "./WindowedList";
import type { WindowedListHandle } from "./WindowedList";

interface SourceViewProps {
  readonly document: TextDocument;
  readonly items: readonly ReviewItem[];
  readonly unread: ReadonlySet<number>;
  readonly selected?: string;
  readonly ref?: Ref<WindowedListHandle>;
  onSelect(key: string): void;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly kind: ReviewItem["kind"];
  readonly code: string;
}

const useStyles = makeStyles({
  root: { backgroundColor: tokens.colorNeutralBackground2, padding: `${tokens.spacingVerticalS} 0` },
  line: {
    display: "grid",
    gridTemplateColumns: "40px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `1px ${tokens.spacingHorizontalM} 1px 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  number: { textAlign: "right", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums", userSelect: "none" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", minHeight: tokens.lineHeightBase300 },
  unread: { borderLeft: `2px dashed ${tokens.colorStatusWarningBorder2}`, paddingLeft: tokens.spacingHorizontalXS, marginLeft: "-6px" },
  mark: {
    color: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
  },
  target: { backgroundColor: tokens.colorBrandBackground2 },
  task: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  reportDuty: { backgroundColor: tokens.colorPaletteBerryBackground1 },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}` },
});

/** The text of the plan line by line, with what became an item marked; a click on a mark opens the item. */
export function SourceView({ document, items, unread, selected, ref, onSelect }: SourceViewProps) {
  const styles = useStyles();
  const { t } = useText();
  const marks = useMemo(() => marksByLine(items, selected), [items, selected]);
  const lines = useMemo(() => document.lines.filter((line) => line.text.trim() !== ""), [document]);
  const keys = useMemo(() => lines.map((line) => String(line.number)), [lines]);
  return (
    <WindowedList
      ref={ref}
      className={styles.root}
      keys={keys}
      estimate={24}
      label={t("review.source")}
      render={(_key, index) => {
        const line = lines[index]!;
        const pieces: React.ReactNode[] = [];
        let at = 0;
        for (const mark of marks.get(line.number) ?? []) {
          const start = Math.max(mark.start, at);
          if (mark.end <= start) continue;
          pieces.push(<RestoredText key={`plain${at}`} pieces={linePieces(document, line.number, at, start)} />);
          pieces.push(
            <mark
              key={start}
              title={mark.code}
              className={mergeClasses(styles.mark, styles[mark.kind], mark.key === selected && styles.selected)}
              onClick={() => onSelect(mark.key)}
            >
              <RestoredText pieces={linePieces(document, line.number, start, mark.end)} />
            </mark>,
          );
          at = mark.end;
        }
        pieces.push(<RestoredText key="rest" pieces={linePieces(document, line.number, at, line.text.length)} />);
        return (
          <div className={styles.line}>
            <span className={styles.number} aria-hidden>
              {line.number}
            </span>
            <span className={mergeClasses(styles.text, unread.has(line.number) && styles.unread)}>{pieces}</span>
          </div>
        );
      }}
    />
  );
}

/** Marks of each line from left to right; where items share words the selected one has them, else the first. */
function marksByLine(items: readonly ReviewItem[], selected: string | undefined): ReadonlyMap<number, readonly Mark[]> {
  const lines = new Map<number, Mark[]>();
  for (const item of items)
    for (const { line, start, end } of item.source) {
      const marks = lines.get(line) ?? [];
      marks.push({ start, end, key: item.key, kind: item.kind, code: item.ref.id });
      lines.set(line, marks);
    }
  for (const marks of lines.values())
    marks.sort((a, b) => a.start - b.start || Number(b.key === selected) - Number(a.key === selected) || b.end - a.end);
  return lines;
}
