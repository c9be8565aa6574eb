import { DEFAULT_THRESHOLDS } from "../../tracking/pace";
import { WARNING_LABELS } from "../../tracking/labels";
import type { Period } from "../../tracking/periods";
import { allRows, call, literal, named, op, thisRow, type Formula } from "../formula";
import { COLUMNS } from "../names";
import { PERIOD_SCHEME_WORDS, WORDS } from "../words";
import { periodBefore, periodName, yearShare, type BookPeriods } from "../periodModel";
import { serialOf } from "../planFacts";
import { isBlank, type ColumnModel } from "../tableModel";

const P = COLUMNS.periods;
const cell = (column: string): Formula => thisRow("periods", column);
const ifPeriod = (formula: Formula): Formula => call("IF", isBlank(cell(P.code)), literal(""), formula);

/** Year of a period code: its first four characters. */
const yearOfCode = call("VALUE", call("LEFT", cell(P.code), literal(4)));

/** A day of Decree 09/2019 or of the calendar; the plan's own day goes first under the scheme "Theo kế hoạch". */
function dayFormula(own: string, decree: Formula, calendar: Formula): Formula {
  const scheme = named("periodScheme");
  const chosen = call(
    "IF",
    call("AND", op("=", scheme, literal(PERIOD_SCHEME_WORDS.plan)), op("<>", cell(own), literal(""))),
    cell(own),
    call("IF", op("=", scheme, literal(PERIOD_SCHEME_WORDS["decree-09"])), decree, calendar),
  );
  return ifPeriod(call("IFERROR", chosen, literal("")));
}

const fromFormula = dayFormula(
  P.planFrom,
  call("DATE", yearOfCode, op("-", cell(P.first), literal(1)), literal(15)),
  call("DATE", yearOfCode, cell(P.first), literal(1)),
);
const toFormula = dayFormula(
  P.planTo,
  call("DATE", yearOfCode, cell(P.last), literal(14)),
  op("-", call("DATE", yearOfCode, op("+", cell(P.last), literal(1)), literal(1)), literal(1)),
);

/** Days of the year of this row's period, both ends counted, up to the end of the period and the day of evaluation, over all days of that year. */
const shareFormula = ((): Formula => {
  const year = op("&", call("LEFT", cell(P.code), literal(4)), literal("-N"));
  const ofYear = (column: string): Formula =>
    call("INDEX", allRows("periods", column), call("MATCH", year, allRows("periods", P.code), literal(0)));
  const days = (to: Formula): Formula => op("+", op("-", to, ofYear(P.from)), literal(1));
  const share = op("/", days(call("MIN", named("asOf"), cell(P.to))), days(ofYear(P.to)));
  return ifPeriod(call("IFERROR", call("MAX", literal(0), call("MIN", literal(1), share)), literal("")));
})();

/** Columns of tblKy. The days follow Bộ kỳ; the share of the year may be overtyped with a pace curve of the user's own. */
export function periodColumns({ system, asOf }: BookPeriods): readonly ColumnModel<Period>[] {
  return [
    { header: P.code, role: "input", width: 11, format: "text", value: ({ code }) => code },
    { header: P.name, role: "input", width: 22, format: "text", value: (period) => periodName(period) },
    { header: P.first, role: "input", width: 7, format: "year", value: ({ months }) => months[0] },
    { header: P.last, role: "input", width: 7, format: "year", value: ({ months }) => months[1] },
    { header: P.before, role: "input", width: 11, format: "center", value: (period) => periodBefore(period, system).code },
    { header: P.planFrom, role: "input", width: 13, format: "date", value: () => null },
    { header: P.planTo, role: "input", width: 13, format: "date", value: () => null },
    { header: P.from, role: "formula", width: 12, format: "date", formula: fromFormula, value: ({ from }) => serialOf(from) },
    { header: P.to, role: "formula", width: 12, format: "date", formula: toFormula, value: ({ to }) => serialOf(to) },
    {
      header: P.share,
      role: "formula",
      width: 11,
      format: "percent",
      formula: shareFormula,
      value: (period) => yearShare(period, asOf, system),
    },
  ];
}

/** A warning with the lower end of its gap and what that means. */
export type ThresholdRow = readonly [name: string, from: number, note: string];

/** Rows of tblNguong, best first; three of them, as KPI.CANHBAO takes its thresholds. */
export const THRESHOLD_ROWS: readonly ThresholdRow[] = [
  [WARNING_LABELS.safe, DEFAULT_THRESHOLDS.safe, WORDS.thresholdFrom],
  [WARNING_LABELS.attention, DEFAULT_THRESHOLDS.attention, WORDS.thresholdFrom],
  [WARNING_LABELS["at-risk"], DEFAULT_THRESHOLDS.atRisk, WORDS.thresholdLast],
];

/** Columns of tblNguong. */
export const THRESHOLD_COLUMNS: readonly ColumnModel<ThresholdRow>[] = [
  { header: COLUMNS.thresholds.name, role: "input", width: 13, format: "text", value: ([name]) => name },
  { header: COLUMNS.thresholds.from, role: "input", width: 10, format: "percent0", value: ([, from]) => from },
  { header: COLUMNS.thresholds.note, role: "input", width: 60, format: "text", value: ([, , note]) => note },
];
