import { AGGREGATION_LABELS, BLANK_WORDS, FIGURE_KIND_LABELS, FIGURE_STATE_LABELS, kindName } from "../tracking/labels";
import { NOT_ARISING } from "../tracking/periodData";
import { allRows, call, literal, named, op, thisRow, type Formula } from "./formula";
import { COLUMNS } from "./names";
import { RELATIVE_KINDS } from "./targetModel";
import { WORDS, YES } from "./words";
import { add, and, eq, gt, iff, isIn, isNumber, left, lower, lt, minus, ne, not, or, over, times, trim } from "./native/parts";

const F = COLUMNS.figures;
const T = COLUMNS.targets;
const P = COLUMNS.periods;
const A = AGGREGATION_LABELS;
const cell = (column: string): Formula => thisRow("figures", column);
const all = (column: string): Formula => allRows("figures", column);
const or0 = (formula: Formula, otherwise: Formula | string = ""): Formula =>
  call("IFERROR", formula, typeof otherwise === "string" ? literal(otherwise) : otherwise);
const match = (value: Formula, table: string, column: string): Formula => call("MATCH", value, allRows(table, column), literal(0));
const ifTarget = (formula: Formula): Formula => iff(eq(cell(F.target), ""), "", formula);
const sumproduct = (...conditions: readonly Formula[]): Formula => call("SUMPRODUCT", times(...conditions));

/** A column of the target that this row is about, "" where it is blank or there is no such target. */
const ofTarget = (column: string): Formula =>
  ifTarget(or0(op("&", call("INDEX", allRows("targets", column), match(cell(F.target), "targets", T.id)), literal(""))));
/** A day of this row's period. */
const ofPeriod = (column: string): Formula =>
  iff(eq(cell(F.period), ""), "", or0(call("INDEX", allRows("periods", column), match(cell(F.period), "periods", P.code))));

/** Name, unit of measurement of the figures and Cách gộp of the target. */
export const measureFormula = ofTarget(T.measure);
export const unitFormula = ((): Formula => {
  const relative = isIn(
    ofTarget(T.kind),
    RELATIVE_KINDS.map((kind) => kindName({ kind })),
  );
  return iff(and(relative, eq(left(ofTarget(T.unit), 1), "%")), "", ofTarget(T.unit));
})();
export const methodFormula = ofTarget(T.aggregation);
/** First and last day of the period. */
export const fromFormula = ofPeriod(P.from);
export const toFormula = ofPeriod(P.to);

/** Giá trị: what was typed, else numerator ÷ denominator; words where nothing arose, "" where there is no figure. */
export const valueFormula: Formula = ((): Formula => {
  const [typed, numerator, denominator] = [cell(F.typed), cell(F.numerator), cell(F.denominator)];
  const divided = iff(
    and(isNumber(numerator), isNumber(denominator)),
    iff(eq(denominator, 0), iff(eq(numerator, 0), NOT_ARISING, ""), over(numerator, denominator)),
    "",
  );
  const figure = iff(isIn(lower(trim(typed)), ["", ...BLANK_WORDS]), divided, iff(eq(trim(typed), NOT_ARISING), NOT_ARISING, typed));
  return ifTarget(
    or0(
      iff(
        eq(cell(F.state), FIGURE_STATE_LABELS["not-arising"]),
        NOT_ARISING,
        iff(eq(cell(F.state), FIGURE_STATE_LABELS.missing), "", figure),
      ),
    ),
  );
})();

/** Số kỳ trước: figure of the same target in the period of the same length before. */
export const beforeFormula: Formula = ifTarget(
  or0(
    call(
      "AVERAGEIFS",
      all(F.value),
      all(F.target),
      cell(F.target),
      all(F.period),
      call("INDEX", allRows("periods", P.before), match(cell(F.period), "periods", P.code)),
    ),
  ),
);

const SEPARATOR = "|";
/** Criterion of COUNTIFS that only numbers meet. */
const ANY_NUMBER = literal(">-1000000000000000");
/** Criterion of COUNTIFS made of an operator and a whole number or a text, so that no decimal comma can come into it. */
const criterion = (operator: string, value: Formula): Formula => op("&", literal(operator), value);
const counted = (...criteria: readonly Formula[]): Formula => or0(call("COUNTIFS", ...criteria), literal(0));

/** Dòng: number of the row, so that later rows can be told from earlier ones. */
export const rowFormula: Formula = ifTarget(call("ROW"));

/** Khoá nguồn: the target and who reports on it. */
export const sourceKeyFormula: Formula = ifTarget(op("&", cell(F.target), literal(SEPARATOR), cell(F.reporter)));

/** Khoá dòng: what a row with a figure is about; "" without a figure. */
export const rowKeyFormula: Formula = ifTarget(
  iff(eq(cell(F.value), ""), "", op("&", cell(F.sourceKey), literal(SEPARATOR), cell(F.period))),
);

/** Trong kỳ xem: "Có" for a figure of the year viewed that has closed by the end of the period viewed and that no later row replaces. */
export const inViewFormula: Formula = ((): Formula => {
  const viewed = named("view");
  const viewEnd = or0(call("INDEX", allRows("periods", P.to), match(viewed, "periods", P.code)), literal(0));
  const outside = or(ne(left(cell(F.period), 4), left(viewed, 4)), gt(cell(F.to), viewEnd));
  const replaced = counted(all(F.rowKey), cell(F.rowKey), all(F.row), criterion(">", cell(F.row)));
  return ifTarget(
    iff(
      or(eq(cell(F.value), ""), not(isNumber(cell(F.to)))),
      "",
      iff(outside, "", iff(gt(replaced, 0), "", iff(eq(cell(F.value), NOT_ARISING), NOT_ARISING, YES))),
    ),
  );
})();

/** Days of a year, row numbers below 100,000: a whole number of at most 13 digits, larger for a later end, then for a longer period, then for a later row. */
const RANK = { days: 400, rows: 100_000 } as const;

/** Thứ tự: place of a row in view among those of its target. */
export const rankFormula: Formula = ifTarget(
  iff(eq(cell(F.inView), YES), add(times(add(times(cell(F.to), RANK.days), minus(cell(F.to), cell(F.from))), RANK.rows), cell(F.row)), ""),
);

/** Tính vào kết quả: "Có" for the rows that enter Thực hiện (đến kỳ) of their target, by its Cách gộp. */
export const useFormula: Formula = ((): Formula => {
  const method = cell(F.method);
  const own: readonly Formula[] = [all(F.target), cell(F.target), all(F.inView), literal(YES)];
  const complete = counted(...own, all(F.numerator), ANY_NUMBER, all(F.denominator), ANY_NUMBER);
  const takesLast = iff(eq(method, A.ratio), gt(counted(...own), complete), or(eq(method, A.last), eq(method, "")));
  const later = counted(all(F.target), cell(F.target), all(F.rank), criterion(">", cell(F.rank)));
  const greater = sumproduct(
    eq(all(F.target), cell(F.target)),
    eq(all(F.inView), YES),
    isNumber(all(F.value)),
    gt(all(F.value), cell(F.value)),
  );
  const around = counted(
    all(F.sourceKey),
    cell(F.sourceKey),
    all(F.inView),
    literal(YES),
    all(F.value),
    ANY_NUMBER,
    all(F.from),
    criterion("<=", cell(F.from)),
    all(F.to),
    criterion(">=", cell(F.to)),
    all(F.period),
    criterion("<>", cell(F.period)),
  );
  const none = (count: Formula): Formula => iff(gt(count, 0), "", YES);
  return ifTarget(
    iff(
      ne(cell(F.inView), YES),
      op("&", cell(F.inView), literal("")),
      iff(takesLast, none(later), iff(not(isNumber(cell(F.value))), "", iff(eq(method, A.max), none(greater), none(around)))),
    ),
  );
})();

/** Mã được tính: the target of a row that enters its result, for look-ups by one criterion. */
export const countedFormula: Formula = ifTarget(iff(eq(cell(F.use), YES), cell(F.target), ""));

/** Kiểm tra: what is wrong with the row itself, else what KPI.KIEMTRA finds unusual about the figure. Tiers are words by nature. */
export const checkFormula: Formula = ((): Formula => {
  const kind = call("INDEX", allRows("targets", T.kind), match(cell(F.target), "targets", T.id));
  const worded = and(call("ISTEXT", cell(F.value)), eq(or0(kind), kindName({ kind: "K13" })));
  const blankless = (column: string): Formula => iff(eq(cell(column), ""), "", cell(column));
  const found = call(
    "KPI.KIEMTRA",
    blankless(F.value),
    blankless(F.unit),
    blankless(F.numerator),
    blankless(F.denominator),
    blankless(F.before),
  );
  const isState = (state: keyof typeof FIGURE_STATE_LABELS): Formula => eq(cell(F.state), FIGURE_STATE_LABELS[state]);
  return ifTarget(
    iff(
      call("ISNA", match(cell(F.target), "targets", T.id)),
      WORDS.checkTarget,
      iff(
        not(isNumber(cell(F.to))),
        iff(eq(cell(F.period), ""), "", WORDS.checkPeriod),
        iff(
          and(isState("missing"), ne(cell(F.typed), "")),
          WORDS.checkMissing,
          iff(and(isState("received"), eq(cell(F.value), "")), WORDS.checkReceived, iff(worded, "", found)),
        ),
      ),
    ),
  );
})();

const target = (column: string): Formula => thisRow("targets", column);
/** Criteria of COUNTIFS and SUMIFS: rows that the result of this target is made of. */
const ownCriteria: readonly Formula[] = [all(F.counted), target(T.id)];
const ownCount = (...more: readonly Formula[]): Formula => call("COUNTIFS", ...ownCriteria, ...more);
const ownSum = (column: string): Formula => call("SUMIFS", all(column), ...ownCriteria);

/** Thực hiện (đến kỳ): the hand value if there is one, else the result of the period table at Kỳ đang xem; the same in both dialects. */
export const actualFormula: Formula = ((): Formula => {
  const method = target(T.aggregation);
  const complete = ownCount(all(F.numerator), ANY_NUMBER, all(F.denominator), ANY_NUMBER);
  const single = call("INDEX", all(F.value), call("MATCH", target(T.id), all(F.counted), literal(0)));
  const whole = ownSum(F.denominator);
  const ratio = iff(lt(complete, ownCount()), single, iff(eq(whole, 0), NOT_ARISING, over(ownSum(F.numerator), whole)));
  const result = iff(
    eq(method, A.sum),
    ownSum(F.value),
    iff(eq(method, A.mean), over(ownSum(F.value), ownCount()), iff(eq(method, A.ratio), ratio, single)),
  );
  const idle = call("COUNTIFS", all(F.target), target(T.id), all(F.use), literal(NOT_ARISING));
  const nothing = iff(gt(idle, 0), NOT_ARISING, "");
  return iff(ne(target(T.hand), ""), target(T.hand), iff(eq(target(T.id), ""), "", iff(eq(ownCount(), 0), nothing, result)));
})();

/** Loại số: typed by hand, official, or an estimate as soon as one row of the result is. */
export const figureKindFormula: Formula = iff(
  ne(target(T.hand), ""),
  WORDS.handKind,
  iff(
    eq(target(T.id), ""),
    "",
    iff(
      eq(ownCount(), 0),
      "",
      iff(gt(ownCount(all(F.kind), literal(FIGURE_KIND_LABELS.estimate)), 0), FIGURE_KIND_LABELS.estimate, FIGURE_KIND_LABELS.official),
    ),
  ),
);
