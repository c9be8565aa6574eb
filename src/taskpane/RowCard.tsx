import { Badge, Button, Caption1, Field, Input, makeStyles, Text, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { toSerial } from "../plan/date";
import type { CalendarDate } from "../plan/date";
import type { TargetFacts } from "../tracking/evaluation";
import type { CellValue } from "../workbook/formula";
import { DateField } from "./fields";
import { PaceWords } from "./PaceWords";
import { PeriodForm } from "./PeriodForm";
import { PeriodHistory } from "./PeriodHistory";
import type { RowDetail } from "./rowDetail";
import { figureText, isShare, readFigure } from "./rowEntry";
import type { RowInput } from "./rowInput";
import type { EnteredNote } from "./state";
import { useText } from "./text";
import { dateWords, goalWords } from "./words";

interface RowCardProps {
  readonly detail: RowDetail;
  readonly busy: boolean;
  /** What was last entered for this row. */
  readonly entered?: EnteredNote;
  onEnter(input: RowInput): void;
  onUndo(): void;
  onClose(): void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    maxHeight: "62vh",
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  told: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    minHeight: 0,
    overflowY: "auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    "& > *": { flexShrink: 0 },
  },
  asked: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  code: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  place: { color: tokens.colorNeutralForeground3 },
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  facts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  badge: { height: "auto", minHeight: "20px", maxWidth: "100%", overflowWrap: "anywhere" },
  entry: { display: "flex", alignItems: "flex-end", gap: tokens.spacingHorizontalS, maxWidth: "280px" },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: "100%", "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } },
  note: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

/** The row that is selected in the sheet: its goal, what the engine says, the words of the plan, its figures, and its figure or day to enter. */
export function RowCard({ detail, busy, entered, onEnter, onUndo, onClose }: RowCardProps) {
  const styles = useStyles();
  const { t, locale, names } = useText();
  const { goal, entry } = detail;
  const periods = entry.kind === "figure" ? entry.periods : undefined;
  return (
    <section className={styles.root} aria-label={t("row.title")}>
      <div className={styles.told} tabIndex={0} role="group" aria-label={`${detail.code} ${detail.title}`}>
        <div className={styles.head}>
          <Text size={200} className={styles.code}>
            {detail.code}
          </Text>
          <Text weight="semibold" className={styles.title}>
            {detail.title}
          </Text>
          <Tooltip content={t("row.close")} relationship="label">
            <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
          </Tooltip>
        </div>
        <Caption1 className={styles.place}>
          {[t("row.place", { sheet: detail.sheet, row: detail.row }), detail.lead].filter(Boolean).join(" · ")}
        </Caption1>
        <div className={styles.facts}>
          {goal && (
            <Badge appearance="tint" color="brand" className={styles.badge}>
              {goalWords(goal.goal, goal.unit, locale, goal.baselineYear)}
            </Badge>
          )}
          {detail.status && (
            <Badge appearance="outline" className={styles.badge}>
              {names.statuses[detail.status]}
            </Badge>
          )}
          {detail.due && <Caption1>{t("track.due", { date: dateWords(detail.due) })}</Caption1>}
        </div>
        {detail.explanation && (
          <Text size={200} lang="vi">
            {detail.explanation}
          </Text>
        )}
        {detail.pace && entry.kind === "figure" && <PaceWords pace={detail.pace} facts={entry.facts} />}
        {detail.quote && (
          <blockquote className={styles.quote} lang="vi">
            “{detail.quote}”
          </blockquote>
        )}
        {periods && entry.kind === "figure" && <PeriodHistory periods={periods} facts={entry.facts} asOf={detail.asOf} />}
      </div>
      <div className={styles.asked}>
        {entry.kind === "day" ? (
          <DayForm label={entry.header} value={entry.value} busy={busy} onEnter={onEnter} />
        ) : periods ? (
          <>
            {entry.value !== null && (
              <div className={styles.note}>
                <Caption1>{t("row.hand", { figure: handWords(entry.value, entry.facts) })}</Caption1>
                <Button size="small" disabled={busy} onClick={() => onEnter({ kind: "cell", value: null })}>
                  {t("row.dropHand")}
                </Button>
              </div>
            )}
            <PeriodForm periods={periods} facts={entry.facts} busy={busy} onEnter={onEnter} />
          </>
        ) : (
          <HandForm
            key={`${detail.code} ${String(entry.value)}`}
            label={entry.header}
            facts={entry.facts}
            value={entry.value}
            busy={busy}
            onEnter={onEnter}
          />
        )}
        {entered && (
          <div className={styles.note}>
            <Caption1>{t("row.enteredAt", { ...entered.place })}</Caption1>
            <Button size="small" icon={<ArrowUndoRegular />} disabled={busy} onClick={onUndo}>
              {t("row.undo")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );

  function handWords(value: CellValue, facts: TargetFacts): string {
    return [figureText(value, facts, locale), typeof value === "number" && isShare(facts) ? "%" : ""].filter(Boolean).join(" ");
  }
}

interface DayFormProps {
  readonly label: string;
  readonly value: CalendarDate | undefined;
  readonly busy: boolean;
  onEnter(input: RowInput): void;
}

function DayForm({ label, value, busy, onEnter }: DayFormProps) {
  const styles = useStyles();
  const { t } = useText();
  const enter = (day: CalendarDate | undefined) => onEnter({ kind: "cell", value: day === undefined ? null : toSerial(day) });
  return (
    <div className={styles.entry}>
      <div className={styles.field}>
        <DateField label={label} value={value} hint={t("row.dayHint")} onChange={enter} />
      </div>
      {value && (
        <Button size="small" disabled={busy} onClick={() => enter(undefined)}>
          {t("row.clear")}
        </Button>
      )}
    </div>
  );
}

interface HandFormProps {
  readonly label: string;
  readonly facts: TargetFacts;
  readonly value: CellValue;
  readonly busy: boolean;
  onEnter(input: RowInput): void;
}

function HandForm({ label, facts, value, busy, onEnter }: HandFormProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const standing = figureText(value, facts, locale);
  const [text, setText] = useState(standing);
  const read = readFigure(text, facts, locale);
  const enter = () => {
    if (read !== undefined && text.trim() !== standing) onEnter({ kind: "cell", value: read });
  };
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <Field
        className={styles.field}
        size="small"
        label={label}
        {...(read === undefined ? { validationState: "error" as const, validationMessage: t("row.bad") } : {})}
      >
        <Input
          size="small"
          className={styles.input}
          value={text}
          contentAfter={isShare(facts) ? "%" : facts.unit || undefined}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
      <Button type="submit" size="small" appearance="primary" disabled={busy || read === undefined || text.trim() === standing}>
        {t("row.enter")}
      </Button>
    </form>
  );
}
