import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { checkPlan } from "../plan/checkPlan";
import type { PlanFinding, PlanFindingCode } from "../plan/checkPlan";
import type { Plan } from "../plan/plan";
import { itemKey } from "./items";
import type { ReviewItem } from "./items";
import { groupFindings } from "./planFindings";
import type { FindingEntry } from "./planFindings";
import type { ItemRef } from "./services";
import type { StringKey } from "./strings.vi";
import { useText } from "./text";
import { dateWords } from "./words";

interface PlanCheckProps {
  readonly plan: Plan;
  /** All items of the plan. */
  readonly items: readonly ReviewItem[];
  /** Leads to an item of the list. */
  onGo(key: string): void;
}

const useStyles = makeStyles({
  // The list and the foot of the step stay in sight, however much was found and however low the pane is.
  root: {
    flexShrink: 0.1,
    minHeight: "33px",
    maxHeight: "30vh",
    overflowY: "auto",
    overflowX: "hidden",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  header: { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  panel: { margin: 0, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  note: { display: "block", color: tokens.colorNeutralForeground3 },
  group: { paddingTop: tokens.spacingVerticalS },
  title: { display: "block", overflowWrap: "anywhere" },
  entries: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    listStyleType: "none",
  },
  lines: { flexDirection: "column", flexWrap: "nowrap" },
  entry: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalXS },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  code: { minWidth: 0, flexShrink: 0, scrollMarginTop: "44px", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightRegular },
  fact: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** Words about one item of a kind; a kind without them is said in full by its heading. */
const FACTS: Readonly<Partial<Record<PlanFindingCode, StringKey>>> = {
  "several-leads": "check.leads",
  "group-lead": "check.lead",
  "before-plan-date": "check.planDate",
  "on-weekend": "check.workday",
  "on-holiday": "check.workday",
  "before-cut-off": "check.cutOff",
};

/** What is weak in the plan itself, by kind with the codes of the items; closed until it is asked for, nothing where all is well. */
export function PlanCheck({ plan, items, onGo }: PlanCheckProps) {
  const styles = useStyles();
  const { t } = useText();
  const groups = useMemo(() => groupFindings(checkPlan(plan), items), [plan, items]);
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <Accordion className={styles.root} collapsible>
      <AccordionItem value="check">
        <AccordionHeader as="h2" size="small" className={styles.header}>
          {t("check.title", { n: count })}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <Caption1 className={styles.note}>{t("check.note")}</Caption1>
          {groups.map(({ code, entries }) => (
            <div key={code} className={styles.group}>
              <Text as="h3" size={200} weight="semibold" className={styles.title}>
                {t(`check.${code}`, { n: entries.length })}
              </Text>
              <ul className={mergeClasses(styles.entries, entries.some(isLong) && styles.lines)}>
                {entries.map((entry) => (
                  <li key={itemKey(entry.item)} className={styles.entry}>
                    <ItemCode item={entry.item} onGo={onGo} />
                    {isLong(entry) && <Facts code={code} entry={entry} onGo={onGo} />}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

interface ItemCodeProps {
  readonly item: ItemRef;
  onGo(key: string): void;
}

function ItemCode({ item, onGo }: ItemCodeProps) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <Button size="small" className={styles.code} aria-label={t("item.open", { code: item.id })} onClick={() => onGo(itemKey(item))}>
      {item.id}
    </Button>
  );
}

interface FactsProps {
  readonly code: PlanFindingCode;
  readonly entry: FindingEntry;
  onGo(key: string): void;
}

function Facts({ code, entry, onGo }: FactsProps) {
  const styles = useStyles();
  const { t } = useText();
  const words = FACTS[code];
  return (
    <span className={styles.facts}>
      {entry.others.length > 0 && <Caption1 className={styles.fact}>{t("check.other")}</Caption1>}
      {entry.others.map((other) => (
        <ItemCode key={itemKey(other)} item={other} onGo={onGo} />
      ))}
      {words && <Caption1 className={styles.fact}>{entry.facts.map((facts) => t(words, shownFacts(facts))).join("; ")}</Caption1>}
    </span>
  );
}

/** Whether an entry has words of its own, so that it stands on a line of its own. */
function isLong({ facts, others }: FindingEntry): boolean {
  return facts.length > 0 || others.length > 0;
}

/** Facts as they are read: days as dd/mm/yyyy, names as they are. */
function shownFacts(facts: PlanFinding["details"]): Readonly<Record<string, string>> {
  const days = new Set(["date", "planDate", "workday", "cutOff"]);
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, days.has(name) ? dateWords(value) : value]));
}
