import { Badge, Caption1, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { clarityOf } from "../plan/checkPlan";
import type { Plan, Task } from "../plan/plan";
import type { ReviewItem } from "./items";
import { capitalized } from "../text/vietnamese";
import { useText } from "./text";
import { dateWords, deadlineWords, goalWords } from "./words";

interface ItemRowProps {
  readonly item: ReviewItem;
  readonly plan: Plan;
  readonly open: boolean;
  readonly pending: boolean;
  readonly seen: boolean;
  onToggle(): void;
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    boxSizing: "border-box",
    textAlign: "left",
    fontFamily: "inherit",
    color: tokens.colorNeutralForeground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: "transparent",
    border: "none",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  open: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  code: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  words: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden", overflowWrap: "anywhere" },
  chip: { maxWidth: "100%", height: "auto", minHeight: "20px", whiteSpace: "normal", textAlign: "left" },
  facts: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  reason: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorStatusWarningForeground2 },
  seen: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  chevron: { marginTop: "2px", color: tokens.colorNeutralForeground3 },
  letters: { display: "inline-flex", gap: "2px" },
  letter: {
    display: "inline-flex",
    justifyContent: "center",
    width: "16px",
    fontSize: tokens.fontSizeBase100,
    lineHeight: "16px",
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  missing: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
});

/** One item on one or two lines; Enter or a click opens it in place. */
export function ItemRow({ item, plan, open, pending, seen, onToggle }: ItemRowProps) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <button type="button" data-row className={mergeClasses(styles.row, open && styles.open)} aria-expanded={open} onClick={onToggle}>
      <span className={styles.chevron} aria-hidden>
        {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
      </span>
      <span className={styles.body}>
        <span className={styles.head}>
          <Caption1 className={styles.code}>{item.ref.id}</Caption1>
          <Chips item={item} />
          {item.implied && (
            <Badge appearance="outline" size="small" color="informative" title={t("review.implied")} aria-label={t("review.implied")}>
              ≈
            </Badge>
          )}
          {item.restored && (
            <Badge appearance="outline" size="small" color="important" title={t("review.restored")} aria-label={t("review.restored")}>
              â̤
            </Badge>
          )}
          {seen && <CheckmarkCircleFilled className={styles.seen} aria-label={t("review.seen")} />}
        </span>
        <Text className={styles.words} title={wordsOf(item)}>
          {wordsOf(item)}
        </Text>
        <Facts item={item} plan={plan} />
        {pending && (
          <Caption1 className={styles.reason}>
            <WarningRegular aria-hidden />
            <span>
              {t("filter.attention")}: {item.reasons.map((reason) => t(`reason.${reason}`)).join(", ")}
            </span>
          </Caption1>
        )}
      </span>
    </button>
  );
}

function Chips({ item }: { readonly item: ReviewItem }) {
  const styles = useStyles();
  const { locale } = useText();
  const chip = (words: string, uncertain = false) => (
    <Badge className={styles.chip} appearance="tint" color={uncertain ? "warning" : "brand"}>
      {words}
    </Badge>
  );
  if (item.kind === "target") {
    const { goal, unit, baselineYear, certainty, horizon } = item.value;
    return (
      <>
        {chip(goalWords(goal, unit, locale, baselineYear), certainty === "uncertain")}
        {horizon !== undefined && <Caption1 className={styles.code}>{horizon}</Caption1>}
      </>
    );
  }
  if (item.kind === "task") {
    const words =
      item.value.deadline && item.value.deadline.value.kind !== "unclear"
        ? deadlineWords(item.value.deadline.value, locale)
        : item.value.time.value;
    return words ? chip(words, item.reasons.includes("time")) : null;
  }
  const words = item.value.dueDates.map(dateWords).join(", ") || item.value.due;
  return (
    <>
      {item.value.frequency && chip(item.value.frequency)}
      {words && <Caption1 className={styles.code}>{words}</Caption1>}
    </>
  );
}

function Facts({ item, plan }: { readonly item: ReviewItem; readonly plan: Plan }) {
  const styles = useStyles();
  const agencies = (item.kind === "reportDuty" ? item.value.reporters : item.value.leads).join(", ");
  if (item.kind === "task")
    return (
      <span className={styles.head}>
        <ClarityLetters task={item.value} plan={plan} />
        {agencies && <Caption1 className={styles.facts}>{agencies}</Caption1>}
      </span>
    );
  const parent = item.kind === "target" && item.value.parent ? `↳ ${item.value.parent}` : "";
  const facts = [parent, agencies].filter(Boolean).join(" · ");
  return facts ? <Caption1 className={styles.facts}>{facts}</Caption1> : null;
}

function ClarityLetters({ task, plan }: { readonly task: Task; readonly plan: Plan }) {
  const styles = useStyles();
  const { t } = useText();
  const clarity = clarityOf(task, plan);
  const letters = t("clarity.letters").split(" ");
  const keys = ["person", "work", "time", "duty", "product", "power"] as const;
  const missing = keys.filter((key) => !clarity[key]).map((key) => t(`clarity.${key}`));
  return (
    <span
      role="img"
      className={styles.letters}
      aria-label={`${t("clarity.label")}: ${keys.length - missing.length}/6${missing.length ? `; ${t("clarity.missing")}: ${missing.join("; ")}` : ""}`}
    >
      {keys.map((key, index) => (
        <span
          key={key}
          aria-hidden
          title={clarity[key] ? t(`clarity.${key}`) : `${t(`clarity.${key}`)} – ${t("clarity.missing")}`}
          className={mergeClasses(styles.letter, !clarity[key] && styles.missing)}
        >
          {letters[index]}
        </span>
      ))}
    </span>
  );
}

function wordsOf(item: ReviewItem): string {
  const words =
    item.kind === "target" ? item.value.measure || item.value.statement : item.kind === "task" ? item.value.title : item.value.statement;
  return capitalized(words);
}
