import { Field, makeStyles, Select } from "@fluentui/react-components";
import { choiceOf, periodWords } from "./periodChoices";
import type { PeriodChoice, ViewedPeriod } from "./periodChoices";
import { useText } from "./text";
import { dateWords } from "./words";

interface PeriodFieldProps {
  readonly period: ViewedPeriod;
  onChange(code: string): void;
}

const useStyles = makeStyles({
  root: { flexGrow: 1, flexBasis: "180px", minWidth: 0 },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

/** Kỳ đang xem: what figures are gathered to. */
export function PeriodField({ period, onChange }: PeriodFieldProps) {
  const styles = useStyles();
  const { t } = useText();
  const chosen = choiceOf(period.choices, period.code);
  const hint =
    chosen?.from && chosen.to ? { hint: t("track.periodDays", { from: dateWords(chosen.from), to: dateWords(chosen.to) }) } : undefined;
  return (
    <Field className={styles.root} size="small" label={t("track.period")} {...hint}>
      <Select
        size="small"
        select={{ className: styles.select }}
        value={chosen?.code ?? ""}
        onChange={(_event, data) => onChange(data.value)}
      >
        {!chosen && (
          <option value="" disabled>
            {period.code ? t("track.periodUnknown", { code: period.code }) : t("track.periodNone")}
          </option>
        )}
        <PeriodOptions choices={period.choices} />
      </Select>
    </Field>
  );
}

/** Periods to choose from, in groups by year when there are several years. */
export function PeriodOptions({ choices }: { readonly choices: readonly PeriodChoice[] }) {
  const { t, locale } = useText();
  const years = [...new Set(choices.map(({ year }) => year))];
  const option = (choice: PeriodChoice) => (
    <option key={choice.code} value={choice.code}>
      {periodWords(choice, locale)}
    </option>
  );
  if (years.length < 2) return <>{choices.map(option)}</>;
  return (
    <>
      {years.map((year) => (
        <optgroup key={year} label={t("year", { year })}>
          {choices.filter((choice) => choice.year === year).map(option)}
        </optgroup>
      ))}
    </>
  );
}
