import { Badge, Button, Caption1, Field, Input, makeStyles, Text, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { toSerial } from "../plan/date";
import type { TargetFacts } from "../tracking/evaluation";
import type { CellValue } from "../workbook/formula";
import { DateField } from "./fields";
import type { RowDetail } from "./rowDetail";
import { figureText, isShare, readFigure } from "./rowEntry";
import { useText } from "./text";
import { dateWords, goalWords } from "./words";

interface RowCardProps {
  readonly detail: RowDetail;
  readonly busy: boolean;
  onEnter(value: CellValue): void;
  onClose(): void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    flexShrink: 0,
    maxHeight: "45vh",
    overflowY: "auto",
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  code: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxHeight: "96px",
    overflowY: "auto",
    overflowWrap: "anywhere",
  },
  facts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  entry: { display: "flex", alignItems: "flex-end", gap: tokens.spacingHorizontalS, maxWidth: "280px" },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: "100%", "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } },
});

/** The row that is selected in the sheet: its goal, what the engine says, the words of the plan, and its figure or day to enter. */
export function RowCard({ detail, busy, onEnter, onClose }: RowCardProps) {
  const styles = useStyles();
  const { t, locale, names } = useText();
  const { goal, entry } = detail;
  return (
    <section className={styles.root} aria-label={t("row.title")}>
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
      <div className={styles.facts}>
        {goal && (
          <Badge appearance="tint" color="brand">
            {goalWords(goal.goal, goal.unit, locale, goal.baselineYear)}
          </Badge>
        )}
        {detail.status && <Badge appearance="outline">{names.statuses[detail.status]}</Badge>}
        {detail.due && <Caption1>{t("track.due", { date: dateWords(detail.due) })}</Caption1>}
        {detail.lead && <Caption1>{detail.lead}</Caption1>}
      </div>
      {detail.explanation && <Text size={200}>{detail.explanation}</Text>}
      {detail.quote && <blockquote className={styles.quote}>“{detail.quote}”</blockquote>}
      {entry.kind === "figure" ? (
        <FigureEntry
          key={`${detail.code} ${String(entry.value)}`}
          label={entry.header}
          facts={entry.facts}
          value={entry.value}
          busy={busy}
          onEnter={onEnter}
        />
      ) : (
        <div className={styles.entry}>
          <div className={styles.field}>
            <DateField
              label={entry.header}
              value={entry.value}
              hint={t("row.dayHint")}
              onChange={(day) => onEnter(day === undefined ? null : toSerial(day))}
            />
          </div>
          {entry.value && (
            <Button size="small" disabled={busy} onClick={() => onEnter(null)}>
              {t("row.clear")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface FigureEntryProps {
  readonly label: string;
  readonly facts: TargetFacts;
  readonly value: CellValue;
  readonly busy: boolean;
  onEnter(value: CellValue): void;
}

function FigureEntry({ label, facts, value, busy, onEnter }: FigureEntryProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const standing = figureText(value, facts, locale);
  const [text, setText] = useState(standing);
  const read = readFigure(text, facts, locale);
  const enter = () => {
    if (read !== undefined && text.trim() !== standing) onEnter(read);
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
