import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Caption1,
  CounterBadge,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { TrackRow } from "./services";
import { useText } from "./text";
import { dateWords, numberWords } from "./words";

interface TrackListProps {
  readonly title: string;
  readonly rows: readonly TrackRow[];
  readonly open: boolean;
  onOpen(open: boolean): void;
  onRow(row: TrackRow): void;
}

const useStyles = makeStyles({
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  panel: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  lead: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    paddingTop: tokens.spacingVerticalXS,
  },
  rows: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "52px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    textAlign: "left",
    fontFamily: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  code: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  words: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden", overflowWrap: "anywhere" },
  when: { gridColumn: "2", color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorStatusDangerForeground3 },
});

/** Rows that need somebody, grouped by lead agency; a click selects the row in the sheet. */
export function TrackList({ title, rows, open, onOpen, onRow }: TrackListProps) {
  const styles = useStyles();
  const { t, locale, names } = useText();
  const groups = new Map<string, TrackRow[]>();
  for (const row of rows) groups.set(row.lead, [...(groups.get(row.lead) ?? []), row]);
  return (
    <Accordion collapsible openItems={open ? ["list"] : []} onToggle={(_event, data) => onOpen(data.openItems.length > 0)}>
      <AccordionItem value="list" disabled={rows.length === 0}>
        <AccordionHeader as="h2">
          <span className={styles.title}>
            {title} <CounterBadge count={rows.length} showZero appearance="filled" color="informative" overflowCount={999} />
          </span>
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          {[...groups].map(([lead, members]) => (
            <div key={lead}>
              <Caption1 className={styles.lead}>{lead || t("track.noLead")}</Caption1>
              <ul className={styles.rows}>
                {members.map((row) => (
                  <li key={`${row.table}:${row.rowIndex}`}>
                    <button type="button" className={styles.row} onClick={() => onRow(row)}>
                      <Caption1 className={styles.code}>{row.code}</Caption1>
                      <Text className={styles.words} title={row.title}>
                        {row.title}
                      </Text>
                      {row.risk && (
                        <Caption1 className={mergeClasses(styles.when, row.risk.warning === "alarm" && styles.late)}>
                          {`${names.warnings[row.risk.warning]} · ${t("track.gap", { n: numberWords(-row.risk.gap * 100, locale, 1) })}`}
                        </Caption1>
                      )}
                      {row.due && (
                        <Caption1 className={mergeClasses(styles.when, row.days !== undefined && row.days < 0 && styles.late)}>
                          {[t("track.due", { date: dateWords(row.due) }), daysWords(row.days)].filter(Boolean).join(" · ")}
                        </Caption1>
                      )}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );

  function daysWords(days: number | undefined): string {
    if (days === undefined) return "";
    if (days === 0) return t("track.dueToday");
    return days < 0 ? t("track.late", { n: -days }) : t("track.left", { n: days });
  }
}
