import {
  Caption1,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import type { TargetFacts } from "../tracking/evaluation";
import { choiceOf, periodWords } from "./periodChoices";
import { historyOf } from "./periodFigures";
import type { PeriodFigure, PeriodFigures } from "./periodFigures";
import { figureText, isShare } from "./rowEntry";
import { useText } from "./text";
import { percentWords } from "./words";

interface PeriodHistoryProps {
  readonly periods: PeriodFigures;
  readonly facts: TargetFacts;
  /** Ngày xét, as text of a calendar date. */
  readonly asOf: string;
}

const useStyles = makeStyles({
  cell: { padding: `2px ${tokens.spacingHorizontalXS}`, fontSize: tokens.fontSizeBase200, height: "auto", overflowWrap: "anywhere" },
  figure: {
    padding: `2px ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    height: "auto",
    width: "72px",
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
    "& > *": { justifyContent: "flex-end" },
  },
  row: { minHeight: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Figures of a target by period, the latest first. */
export function PeriodHistory({ periods, facts, asOf }: PeriodHistoryProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const rows = historyOf(periods, asOf);
  if (rows.length === 0) return <Caption1 className={styles.quiet}>{t("history.none")}</Caption1>;
  const severalReporters = new Set(rows.map(({ reporter }) => reporter)).size > 1;
  return (
    <Table size="extra-small" aria-label={t("history.title")}>
      <TableHeader>
        <TableRow className={styles.row}>
          <TableHeaderCell className={styles.cell}>{t("history.period")}</TableHeaderCell>
          <TableHeaderCell className={styles.figure}>{t("history.figure")}</TableHeaderCell>
          <TableHeaderCell className={styles.cell}>{t("history.state")}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.index} className={styles.row}>
            <TableCell className={styles.cell}>
              {periodWords(choiceOf(periods.choices, row.period) ?? { code: row.period, name: row.period }, locale)}
              {severalReporters && row.reporter ? ` · ${row.reporter}` : ""}
            </TableCell>
            <TableCell className={styles.figure}>{figureWords(row)}</TableCell>
            <TableCell className={styles.cell}>{stateWords(row)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );

  function figureWords({ figure }: PeriodFigure): string {
    if (typeof figure !== "number") return figure || "–";
    return isShare(facts) ? percentWords(figure, locale, 2) : figureText(Number(figure.toFixed(4)), facts, locale);
  }

  function stateWords({ figure, kind, state, locked, use }: PeriodFigure): string {
    const words = [
      figure === "" ? t("history.missing") : "",
      kind ? t(kind === "official" ? "row.official" : "row.estimate") : "",
      // A figure has been received; only what is unusual is told.
      state && state !== "received" ? t(`history.${state}`) : "",
      use === "counted" ? t("history.counted") : "",
      locked ? t("history.locked") : "",
    ];
    return words.filter((word, index) => word !== "" && words.indexOf(word) === index).join(" · ");
  }
}
