import { AGGREGATION_LABELS, kindName, type KindChoice } from "../tracking/labels";
import { LIMIT_KINDS, WITHOUT_FORECAST } from "../tracking/targetPace";
import { allRows, call, literal, named, thisRow, type Formula } from "./formula";
import { ifCoded } from "./kpiCalls";
import { COLUMNS } from "./names";
import { isEarly } from "./native/conclusion";
import { and, eq, gt, iff, isIn, isNumber, left, lt, minus, no, not, or, over } from "./native/parts";
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
const kindIs = (codes: readonly KindChoice["kind"][]): Formula =>
  isIn(
    cell(T.kind),
    codes.map((kind) => kindName({ kind })),
  );
const early = isEarly(named("asOf"), cell(T.horizon))!;
const horizonYear = iff(lt(cell(T.horizon), 3000), cell(T.horizon), call("YEAR", cell(T.horizon)));
const later = gt(horizonYear, call("VALUE", left(viewed, 4)));
/** A formula for a row that is judged before its horizon. */
const running = (formula: Formula): Formula => ifCoded("targets", iff(early, iff(isNumber(share), formula, ""), ""));

/** Tiến độ chuẩn. */
export const expectedFormula: Formula = running(iff(iff(flow, not(kindIs(LIMIT_KINDS)), no), share, iff(later, "", 1)));

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
