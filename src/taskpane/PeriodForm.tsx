import { Button, Caption1, Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import { useState } from "react";
import type { TargetFacts } from "../tracking/evaluation";
import type { FigureKind } from "../tracking/periodData";
import { draftOf, isSame, mistakeIn, readDraft } from "./periodDraft";
import type { PeriodDraft } from "./periodDraft";
import { PeriodOptions } from "./PeriodField";
import { reportersOf, rowOfPeriod } from "./periodFigures";
import type { PeriodFigures } from "./periodFigures";
import { isShare } from "./rowEntry";
import type { RowInput } from "./rowInput";
import { useText } from "./text";
import { percentWords } from "./words";

interface PeriodFormProps {
  readonly periods: PeriodFigures;
  readonly facts: TargetFacts;
  readonly busy: boolean;
  onEnter(input: RowInput): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  wide: { flexGrow: 1, flexBasis: "150px", minWidth: 0 },
  narrow: { flexGrow: 1, flexBasis: "96px", minWidth: 0 },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
  input: { minWidth: 0, width: "100%", "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } },
  foot: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  button: { flexShrink: 0, marginLeft: "auto" },
  link: { minWidth: 0, paddingLeft: 0 },
  locked: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** Enters the figure of a target for a period into Số liệu theo kỳ. */
export function PeriodForm({ periods, facts, busy, onEnter }: PeriodFormProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const [picked, pick] = useState({ view: periods.view, period: periods.view, reporter: "" });
  // What is viewed in the book goes before what was picked while something else was viewed.
  const { period, reporter: named } = picked.view === periods.view ? picked : { period: periods.view, reporter: "" };
  const reporters = reportersOf(periods, period);
  const reporter = reporters.includes(named) ? named : reporters[0]!;
  const row = rowOfPeriod(periods, period, reporter);
  const standing = draftOf(row, facts, locale);
  const of = JSON.stringify([period, reporter, standing]);
  const [kept, keep] = useState<{ readonly of: string; readonly draft: PeriodDraft }>();
  const draft = kept?.of === of ? kept.draft : standing;
  const change = (changes: Partial<PeriodDraft>) => keep({ of, draft: { ...draft, ...changes } });

  const read = readDraft(draft, facts, locale);
  const mistake = mistakeIn(draft, facts, locale);
  const locked = row?.locked === true;
  const ready = read !== undefined && period !== "" && !locked && !isSame(draft, standing);
  const whole = draft.parts && read?.numerator && read.denominator ? read.numerator / read.denominator : undefined;
  const field = (key: "typed" | "numerator" | "denominator", label: string, unit?: string) => (
    <Field
      className={key === "typed" ? styles.wide : styles.narrow}
      size="small"
      label={label}
      {...(mistake === key ? { validationState: "error" as const, validationMessage: t("row.bad") } : {})}
    >
      <Input
        size="small"
        className={styles.input}
        disabled={locked}
        value={draft[key]}
        contentAfter={unit}
        onChange={(_event, data) => change({ [key]: data.value })}
      />
    </Field>
  );
  return (
    <form
      className={styles.root}
      aria-label={t("row.entry")}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onEnter({ kind: "period", period, reporter, certainty: draft.certainty, ...read });
      }}
    >
      <div className={styles.line}>
        <Field className={styles.wide} size="small" label={t("row.period")}>
          <Select
            size="small"
            select={{ className: styles.select }}
            value={period}
            onChange={(_event, data) => pick({ view: periods.view, period: data.value, reporter: "" })}
          >
            {period === "" && (
              <option value="" disabled>
                {t("track.periodNone")}
              </option>
            )}
            <PeriodOptions choices={periods.choices} />
          </Select>
        </Field>
        <Field className={styles.narrow} size="small" label={t("row.certainty")}>
          <Select
            size="small"
            select={{ className: styles.select }}
            disabled={locked}
            value={draft.certainty}
            onChange={(_event, data) => change({ certainty: data.value as FigureKind })}
          >
            <option value="official">{t("row.official")}</option>
            <option value="estimate">{t("row.estimate")}</option>
          </Select>
        </Field>
      </div>
      {reporters.length > 1 && (
        <Field size="small" label={t("row.reporter")}>
          <Select
            size="small"
            select={{ className: styles.select }}
            value={reporter}
            onChange={(_event, data) => pick({ view: periods.view, period, reporter: data.value })}
          >
            {reporters.map((name) => (
              <option key={name} value={name}>
                {name || t("track.noLead")}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.line}>
        {!draft.parts && field("typed", t("row.figure"), isShare(facts) ? "%" : facts.unit || undefined)}
        {draft.parts && field("numerator", t("row.numerator"))}
        {draft.parts && field("denominator", t("row.denominator"))}
      </div>
      {locked && (
        <Text size={200} className={styles.locked}>
          <LockClosedRegular aria-hidden /> {t("row.locked")}
        </Text>
      )}
      <div className={styles.foot}>
        {periods.ratio && !locked && (
          <Button
            type="button"
            size="small"
            appearance="transparent"
            className={styles.link}
            onClick={() => change({ parts: !draft.parts })}
          >
            {t(draft.parts ? "row.toFigure" : "row.toParts")}
          </Button>
        )}
        {whole !== undefined && <Caption1>= {percentWords(whole, locale, 2)}</Caption1>}
        <Button type="submit" size="small" appearance="primary" className={styles.button} disabled={busy || !ready}>
          {t("row.enter")}
        </Button>
      </div>
    </form>
  );
}
