import { CONCLUSION_LABELS, DEADLINE_LABELS, SPECIAL_LABELS, TASK_STATUS_LABELS, WARNING_LABELS } from "../../tracking/labels";
import { DEFAULT_THRESHOLDS } from "../../tracking/pace";
import { call, literal, type Formula } from "../formula";
import { add, and, argumentAt, argumentOr, cases, eq, ge, gt, iff, isIn, isNumber, le, minus, ne, not, or, VALUE_ERROR, lt } from "./parts";

const S = TASK_STATUS_LABELS;

/** KPI.TRANGTHAI(deadline or its kind, done, day, special, warn days, progress, kind, extended). */
export function nativeTaskStatus(args: readonly Formula[]): Formula {
  const due = argumentOr(args, 0);
  const done = argumentOr(args, 1);
  const day = argumentOr(args, 2);
  const special = argumentAt(args, 3);
  const warn = argumentAt(args, 4) ?? literal(7);
  const progress = argumentAt(args, 5);
  const kind = argumentAt(args, 6);
  const extended = argumentAt(args, 7);
  const started = progress ? and(isNumber(progress), gt(progress, 0)) : lt(1, 0);
  const effective = extended ? iff(isDay(extended), extended, due) : due;
  const hasDeadline = extended ? or(isDay(due), isDay(extended)) : isDay(due);
  const word = kind ? iff(eq(kind, ""), due, kind) : due;
  const known = or(eq(due, ""), eq(due, 0), isIn(due, Object.values(DEADLINE_LABELS)));
  const undated = cases(
    [
      [
        isIn(word, [DEADLINE_LABELS.continuous, DEADLINE_LABELS.recurring]),
        iff(started, S["continuous-updated"], S["continuous-not-updated"]),
      ],
      [eq(word, DEADLINE_LABELS.conditional), S.waiting],
    ],
    S["no-deadline"],
  );
  const dated = cases(
    [
      [gt(day, effective), S.overdue],
      [le(minus(effective, day), warn), S["due-soon"]],
      [started, S["in-progress"]],
    ],
    S["not-started"],
  );
  const openTask = iff(hasDeadline, dated, undated);
  const finished = iff(isDay(due), iff(gt(done, due), S["done-late"], S["done-on-time"]), S["done-on-time"]);
  const unfinished = special ? iff(eq(special, ""), openTask, special) : openTask;
  const wrong = [or(not(isNumber(day)), and(ne(done, ""), not(isNumber(done))), and(not(isNumber(due)), not(known)))];
  if (special) wrong.push(not(isIn(special, ["", ...Object.keys(SPECIAL_LABELS)])));
  return cases([...wrong.map((condition) => [condition, VALUE_ERROR] as const), [isDone(done, day), finished]], unfinished);
}

/** KPI.NGAYTRE(deadline, done, day, working, holidays). */
export function nativeLateness(args: readonly Formula[]): Formula {
  const due = argumentOr(args, 0);
  const done = argumentOr(args, 1);
  const day = argumentOr(args, 2);
  const working = argumentAt(args, 3);
  const end = iff(isDone(done, day), done, day);
  const calendar = minus(end, due);
  const days =
    working && !(working.kind === "literal" && working.value === false)
      ? iff(working, workingDays(due, end, argumentAt(args, 4)), calendar)
      : calendar;
  return cases(
    [
      [or(not(isNumber(day)), and(ne(done, ""), not(isNumber(done))), and(ne(due, ""), not(isNumber(due)))), VALUE_ERROR],
      [not(isDay(due)), ""],
    ],
    days,
  );
}

function workingDays(due: Formula, end: Formula, holidays: Formula | undefined): Formula {
  const between = (from: Formula, to: Formula): Formula => call("NETWORKDAYS", add(from, 1), to, ...(holidays ? [holidays] : []));
  return iff(eq(end, due), 0, iff(gt(end, due), between(due, end), minus(0, between(end, due))));
}

/** A cell that holds a day: Excel hands blanks to functions as 0, which is none. */
function isDay(value: Formula): Formula {
  return iff(isNumber(value), gt(value, 0), lt(1, 0));
}

function isDone(done: Formula, day: Formula): Formula {
  return iff(isNumber(done), and(gt(done, 0), le(done, day)), lt(1, 0));
}

/** KPI.CANHBAO(attainment, expected share, thresholds). */
export function nativeWarning(args: readonly Formula[]): Formula {
  const share = argumentOr(args, 0);
  const expected = argumentOr(args, 1);
  const thresholds = argumentAt(args, 2);
  const limit = (position: number, otherwise: number): Formula =>
    thresholds ? call("INDEX", thresholds, literal(position)) : literal(otherwise);
  const gap = add(minus(share, expected), 1e-9);
  return cases(
    [
      [or(eq(share, ""), eq(expected, "")), ""],
      [ge(gap, limit(1, DEFAULT_THRESHOLDS.safe)), WARNING_LABELS.safe],
      [ge(gap, limit(2, DEFAULT_THRESHOLDS.attention)), WARNING_LABELS.attention],
      [ge(gap, limit(3, DEFAULT_THRESHOLDS.atRisk)), WARNING_LABELS["at-risk"]],
    ],
    WARNING_LABELS.alarm,
  );
}

/** KPI.TRONGDO(conclusion, conclusions of the parts, their parent codes, code). */
export function nativeGroup(args: readonly Formula[]): Formula {
  const own = argumentOr(args, 0);
  const parts = argumentOr(args, 1);
  const codes = argumentAt(args, 2);
  const code = argumentOr(args, 3);
  const L = CONCLUSION_LABELS;
  const count = (label: string): Formula =>
    codes ? call("COUNTIFS", codes, code, parts, literal(label)) : call("COUNTIF", parts, literal(label));
  const sum = (...labels: readonly string[]): Formula => labels.map(count).reduce((total, next) => add(total, next));
  const whole = codes ? call("COUNTIF", codes, code) : call("SUMPRODUCT", add(ne(parts, ""), 0));
  const aside = sum(L["not-applicable"], L["not-arising"]);
  return cases(
    [
      [eq(own, ""), L["no-data"]],
      [not(isIn(own, [L.met, L.exceeded, L["fully-met"]])), own],
      [eq(whole, 0), own],
      [gt(sum(L["not-met"], L["partly-met"]), 0), L["partly-met"]],
      [eq(add(sum(L.met, L.exceeded, L["fully-met"]), aside), whole), L["fully-met"]],
      [gt(count(L["in-progress"]), 0), L["in-progress"]],
    ],
    L["no-data"],
  );
}
