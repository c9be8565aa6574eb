import { CONCLUSION_LABELS } from "../../tracking/labels";
import { call, literal, type Formula } from "../formula";
import { nativeConclusion } from "./conclusion";
import { judgedOf, KINDS, levelOrWhole, tolerance, type Judged } from "./judged";
import {
  abs,
  add,
  and,
  argumentAt,
  cases,
  eq,
  gt,
  iff,
  isIn,
  isNumber,
  join,
  left,
  lt,
  max,
  minus,
  names,
  ne,
  or,
  over,
  substitute,
  times,
  trim,
} from "./parts";

const { met, exceeded, "not-met": missed, "in-progress": open } = CONCLUSION_LABELS;
const RELATIVE = names({ kind: "K07" }, { kind: "K08" });
const POINTS = names({ kind: "K09" }, { kind: "K09", down: true }, { kind: "K10" }, { kind: "K10", down: true });
const WITHOUT_FIGURE = names({ kind: "K10" }, { kind: "K10", down: true });
const DECREASES = names({ kind: "K09", down: true }, { kind: "K10", down: true });
const DONE_SHARES = names({ kind: "K20" }, { kind: "K23" });
const AT_MOST = names({ kind: "K02" }, { kind: "K15" }, { kind: "K19", down: true }, { kind: "K22", down: true });

/**
 * KPI.DIENGIAI(actual, level, kind, baseline, upper, day, horizon, unit, name, conclusion): the sentence of `explain.ts`, letter by letter.
 * Without the conclusion the whole judgement is repeated inside, which can be too long for a cell.
 */
export function nativeExplanation(args: readonly Formula[]): Formula {
  const judged = judgedOf(args, 7);
  const label = argumentAt(args, 9) ?? nativeConclusion(args.slice(0, 8));
  const name = argumentAt(args, 8);
  const figures = and(
    isIn(label, [exceeded, met, missed, open]),
    ne(judged.kind, KINDS.any[0]!),
    or(isNumber(judged.actual), isIn(judged.kind, KINDS.tier)),
  );
  const sentence = iff(figures, join(iff(isIn(label, [exceeded, met]), "Đạt ", join(label, ": thực hiện ")), body(judged)), label);
  return name ? join(iff(eq(name, ""), "", join(name, ": ")), sentence) : sentence;
}

function body(judged: Judged): Formula {
  const { actual, kind, level, unit } = judged;
  return cases(
    [
      [isIn(kind, KINDS.tier), join("xếp loại ", trim(actual), ", mục tiêu từ ", trim(level), " trở lên")],
      [isIn(kind, RELATIVE), relativeBody(judged)],
      [isIn(kind, [...KINDS.rankUp, ...KINDS.top]), rankBody(judged)],
      [isIn(kind, DONE_SHARES), join("hoàn thành ", figure(times(actual, 100)), "% nội dung")],
      [isIn(kind, KINDS.due), join("ngày ", day(actual), ", hạn ", day(level))],
    ],
    join(withUnit(actual, unit), iff(isIn(kind, POINTS), pointsTail(judged), levelTail(judged))),
  );
}

function levelTail({ actual, kind, level, upper, unit }: Judged): Formula {
  const goal = levelOrWhole(level);
  const gap = minus(actual, goal);
  const compared = iff(
    gt(abs(gap), tolerance(actual)),
    join(iff(gt(gap, 0), ", vượt ", ", thấp hơn "), difference(gap, unit), " so với"),
    ", bằng",
  );
  const word = cases(
    [
      [isIn(kind, AT_MOST), "tối đa "],
      [isIn(kind, KINDS.upStrict), "trên "],
      [isIn(kind, KINDS.downStrict), "dưới "],
    ],
    "tối thiểu ",
  );
  const isBand = isIn(kind, [...KINDS.band, ...KINDS.hardBand]);
  const end = iff(isBand, iff(isNumber(upper), join(" đến ", withUnit(upper, unit)), " trở lên"), "");
  return join(iff(isBand, ", mục tiêu từ ", join(compared, " mục tiêu ", word)), withUnit(goal, unit), end);
}

function pointsTail({ actual, kind, level, baseline, unit }: Judged): Formula {
  const gap = minus(actual, baseline);
  const size = iff(isIn(kind, WITHOUT_FIGURE), "", join(" ", difference(level, unit)));
  return join(
    ", ",
    moved(actual, gap, difference(gap, unit)),
    " so với số gốc ",
    withUnit(baseline, unit),
    ", mục tiêu ",
    iff(isIn(kind, DECREASES), "giảm", "tăng"),
    size,
  );
}

function relativeBody({ actual, kind, level, baseline }: Judged): Formula {
  const gap = minus(actual, baseline);
  const share = join(figure(max(0.01, times(abs(over(gap, baseline)), 100))), "%");
  const goal = join(iff(isIn(kind, KINDS.reduction), "giảm ", "tăng "), figure(times(level, 100)), "%");
  return join(figure(actual), ", ", moved(actual, gap, share), " so với số gốc ", figure(baseline), ", mục tiêu ", goal);
}

function moved(actual: Formula, gap: Formula, size: Formula): Formula {
  return iff(gt(abs(gap), tolerance(actual)), join(iff(gt(gap, 0), "tăng ", "giảm "), size), "không đổi");
}

function rankBody({ actual, kind, level, baseline }: Judged): Formula {
  const isTop = isIn(kind, KINDS.top);
  const required = iff(isTop, level, max(1, minus(baseline, level)));
  const gap = minus(actual, required);
  const whole = (value: Formula): Formula => call("ROUND", value, literal(0));
  const distance = iff(eq(gap, 0), ", bằng", join(iff(lt(gap, 0), ", hơn ", ", kém "), whole(abs(gap)), " bậc so với"));
  return join("hạng ", actual, distance, " mục tiêu ", iff(isTop, "tốp ", "hạng "), whole(required));
}

/** `figure` of explain.ts: two decimals at most, decimal comma in every locale, no trailing zeros. */
export function figure(value: Formula): Formula {
  const fixed = join(call("FIXED", add(call("ROUND", value, literal(2)), 0), literal(2), literal(true)), "|");
  return substitute(substitute(substitute(substitute(fixed, ".", ","), ",00|", ""), "0|", ""), "|", "");
}

function percentScale(unit: Formula): Formula {
  return iff(eq(left(unit, 1), "%"), 100, 1);
}

/** A figure, a space and the unit, without the space before "%" or without a unit. */
export function withUnit(value: Formula, unit: Formula): Formula {
  return trim(join(figure(times(value, percentScale(unit))), iff(eq(left(unit, 1), "%"), "", " "), unit));
}

/** Size of a difference with its unit; one that is there never shows as 0. */
export function difference(gap: Formula, unit: Formula): Formula {
  return trim(join(figure(max(0.01, times(abs(gap), percentScale(unit)))), " ", iff(eq(left(unit, 1), "%"), "điểm %", unit)));
}

/** A day as dd/mm/yyyy without a format code, which would depend on the locale. */
export function day(serial: Formula): Formula {
  const two = (fn: string): Formula => call("RIGHT", join("0", call(fn, serial)), literal(2));
  return join(two("DAY"), "/", two("MONTH"), "/", call("YEAR", serial));
}
