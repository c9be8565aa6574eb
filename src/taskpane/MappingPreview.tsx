import { Badge, Caption1, makeStyles, MessageBar, MessageBarBody, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ImportedPlan } from "../pipeline";
import { itemsOf } from "./items";
import type { ReviewItem } from "./items";
import type { MappingDraft } from "./mapping";
import { useText } from "./text";
import { goalWords } from "./words";

interface MappingPreviewProps {
  /** A sheet is chosen at all. */
  readonly anything: boolean;
  /** Missing while nothing was tried yet. */
  readonly tried?: MappingDraft["tried"];
}

/** Items shown. */
const SHOWN = 5;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  items: { margin: 0, padding: 0, listStyleType: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  chip: { maxWidth: "100%", height: "auto", minHeight: "20px", whiteSpace: "normal", textAlign: "left" },
  quiet: { color: tokens.colorNeutralForeground3 },
  message: { whiteSpace: "normal" },
});

/** The first items that reading under the mapping gives, and how many there are. */
export function MappingPreview({ anything, tried }: MappingPreviewProps) {
  const styles = useStyles();
  const { t } = useText();
  const items = useMemo(() => inOrder(tried?.imported), [tried]);
  const nothing = anything && tried !== undefined && items.length === 0;
  return (
    <section className={styles.section} aria-labelledby="map-preview">
      <Subtitle2 as="h3" id="map-preview">
        {t("map.preview")}
      </Subtitle2>
      {nothing && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.message}>{t("map.nothing")}</MessageBarBody>
        </MessageBar>
      )}
      {anything && items.length > 0 && (
        <ul className={styles.items}>
          {items.slice(0, SHOWN).map((item) => (
            <PreviewItem key={item.key} item={item} />
          ))}
        </ul>
      )}
      {anything && items.length > SHOWN && <Caption1 className={styles.quiet}>{t("map.more", { n: items.length - SHOWN })}</Caption1>}
    </section>
  );
}

function PreviewItem({ item }: { readonly item: ReviewItem }) {
  const styles = useStyles();
  const { t, locale } = useText();
  const facts: readonly (readonly [label: string, words: string])[] =
    item.kind === "task"
      ? [
          [t("column.lead"), item.value.leads.join(", ")],
          [t("column.supporter"), item.value.supporters.join(", ")],
          [t("column.time"), item.value.time.value],
          [t("column.product"), item.value.deliverable ?? ""],
        ]
      : item.kind === "target"
        ? [[t("column.lead"), item.value.leads.join(", ")]]
        : [[t("field.due"), item.value.due]];
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        <Caption1 className={styles.quiet}>{item.ref.id}</Caption1>
        {item.kind === "target" && (
          <Badge className={styles.chip} appearance="tint" color="brand">
            {goalWords(item.value.goal, item.value.unit, locale, item.value.baselineYear)}
          </Badge>
        )}
      </span>
      <Text>{item.kind === "task" ? item.value.title : item.kind === "target" ? item.value.measure : item.value.statement}</Text>
      <Caption1 className={styles.quiet}>
        {facts
          .filter(([, words]) => words !== "")
          .map(([label, words]) => `${label}: ${words}`)
          .join(" · ")}
      </Caption1>
    </li>
  );
}

/** How much would be read, in one line that is always in sight. */
export function MappingCounts({ anything, tried }: MappingPreviewProps) {
  const { t } = useText();
  const plan = tried?.imported?.plan;
  const counts = { targets: plan?.targets.length ?? 0, tasks: plan?.tasks.length ?? 0 };
  return (
    <Caption1 role="status" aria-live="polite">
      {!anything ? t("map.noSheet") : tried === undefined ? t("map.trying") : t("map.counts", counts)}
    </Caption1>
  );
}

/** Items as they stand in the sheet. */
function inOrder(imported: ImportedPlan | undefined): readonly ReviewItem[] {
  if (!imported) return [];
  const line = ({ source }: ReviewItem): number => source[0]?.line ?? 0;
  return [...itemsOf(imported.plan, imported.document)].sort((a, b) => line(a) - line(b));
}
