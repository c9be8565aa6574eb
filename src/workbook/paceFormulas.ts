import { AGGREGATION_LABELS, KIND_NAMES, kindName, type KindChoice } from "../tracking/labels";
import { BASELINE_KINDS, ROAD_DOWN, ROAD_KINDS } from "../tracking/roadmap";
import { LIMIT_KINDS, WITHOUT_FORECAST } from "../tracking/targetPace";
import { allRows, call, literal, named, thisRow, type Formula } from "./formula";
import { ifCoded } from "./kpiCalls";
import { COLUMNS } from "./names";
import { isEarly } from "./native/conclusion";
import { abs, add, and, eq, gt, iff, isIn, isNumber, left, lt, max, min, minus, no, not, or, over, times } from "./native/parts";
import { orBlank } from "./tableModel";

const T = COLUMNS.targets;
const P = COLUMNS.periods;
const cell = (column: string): Formula => thisRow("targets", column);
const viewed = named("view");

/** Share of the year that is due at Kỳ đang xem, from tblKy, where the user may have typed a curve. */
const share = call(
  "IFERROR",
  call("INDEX", allRows("periods", P.share), call("MATCH", viewed, allRows("periods", P.code), literal(0))),
  literal(""),
);

const flow = eq(cell(T.aggregation), AGGREGATION_LABELS.sum);
/** True for the kinds in all their variants ("Khoảng", "Khoảng cứng"). */
const kindIs = (codes: readonly KindChoice["kind"][]): Formula =>
  isIn(
    cell(T.kind),
    KIND_NAMES.filter(({ kind }) => codes.includes(kind)).map(({ name }) => name),
  );
const early = isEarly(named("asOf"), cell(T.horizon))!;
const horizonYear = iff(lt(cell(T.horizon), 3000), cell(T.horizon), call("YEAR", cell(T.horizon)));
const later = gt(horizonYear, call("VALUE", left(viewed, 4)));
/** A formula for a row that is judged before its horizon. */
const running = (formula: Formula): Formula => ifCoded("targets", iff(early, iff(isNumber(share), formula, ""), ""));

const viewedYear = call("VALUE", left(viewed, 4));
const seriesOf = (criterion: Formula, year: Formula): Formula =>
  call("AVERAGEIFS", allRows("targets", T.required), allRows("targets", T.series), criterion, allRows("targets", T.horizon), year);

/** Year of the latest earlier horizon of the series; 0 without one. */
const stageBefore: Formula = iff(
  eq(cell(T.series), ""),
  0,
  call(
    "IFERROR",
    call(
      "SUMPRODUCT",
      call(
        "LARGE",
        times(
          eq(allRows("targets", T.series), cell(T.series)),
          lt(allRows("targets", T.horizon), cell(T.horizon)),
          allRows("targets", T.horizon),
        ),
        literal(1),
      ),
    ),
    literal(0),
  ),
);

/** What is left of the way from the end of a year to the horizon, at the period viewed. */
const wayLeft = (from: Formula): Formula => minus(1, over(minus(add(minus(viewedYear, 1), share), from), minus(cell(T.horizon), from)));
const begun = (from: Formula, formula: Formula): Formula => iff(lt(from, viewedYear), max(0, min(1, formula)), "");

/** Share on the line between a start and the horizon, as `roadShare` counts it. */
const onTheLine = (from: Formula, level: Formula): Formula => {
  const [required, base] = [cell(T.required), cell(T.baseline)];
  const ranked = iff(eq(cell(T.kind), kindName({ kind: "K12" })), isNumber(base), no);
  const scale = iff(iff(ranked, gt(base, required), no), minus(base, required), abs(required));
  const climb = times(iff(kindIs(ROAD_DOWN), -1, 1), minus(required, level));
  return begun(from, minus(1, over(times(wayLeft(from), climb), scale)));
};

/** Tiến độ chuẩn of a later horizon, "" where nothing is known of the way there. */
const roadFormula: Formula = ((): Formula => {
  const [base, baseYear] = [cell(T.baseline), cell(T.baselineYear)];
  const based = (formula: Formula): Formula => iff(and(isNumber(base), isNumber(baseYear)), formula, "");
  const levels = iff(gt(stageBefore, 0), onTheLine(stageBefore, seriesOf(cell(T.series), stageBefore)), based(onTheLine(baseYear, base)));
  const known = iff(isNumber(cell(T.required)), lt(cell(T.horizon), 3000), no);
  const line = iff(kindIs(BASELINE_KINDS), based(begun(baseYear, minus(1, wayLeft(baseYear)))), iff(kindIs(ROAD_KINDS), levels, ""));
  return iff(known, call("IFERROR", line, literal("")), "");
})();

/** Tiến độ chuẩn. */
export const expectedFormula: Formula = running(iff(iff(flow, not(kindIs(LIMIT_KINDS)), no), share, iff(later, roadFormula, 1)));

/** Độ lệch, in percentage points. */
export const gapFormula: Formula = ifCoded(
  "targets",
  iff(or(eq(cell(T.uncapped), ""), eq(cell(T.expected), "")), "", minus(cell(T.uncapped), cell(T.expected))),
);

/** Cảnh báo. */
export const warningFormula: Formula = ifCoded(
  "targets",
  call("KPI.CANHBAO", orBlank("targets", T.uncapped), orBlank("targets", T.expected), allRows("thresholds", COLUMNS.thresholds.from)),
);

/** Ước cả năm: what adds up grows with the share of the year, everything else keeps its figure. */
export const forecastFormula: Formula = running(
  iff(
    and(isNumber(cell(T.actual)), not(kindIs(WITHOUT_FORECAST))),
    iff(flow, iff(gt(share, 0), over(cell(T.actual), share), ""), iff(later, "", cell(T.actual))),
    "",
  ),
);
