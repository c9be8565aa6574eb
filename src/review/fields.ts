import { parseCalendarDate } from "../plan/date";
import type { Baseline, Goal } from "../plan/goal";
import type { Deadline, DueRule, PlanHeader, ReportDuty, ReportPeriod, Target, Task } from "../plan/plan";

/** Reads a value of unknown shape; undefined when it has the wrong shape. `null` clears an optional field. */
type Check = (value: unknown) => unknown;

const MAX_TEXT = 20_000;
const MAX_ITEMS = 500;

const text: Check = (value) => (typeof value === "string" && value.length <= MAX_TEXT ? value : undefined);
const texts: Check = (value) =>
  Array.isArray(value) && value.length <= MAX_ITEMS && value.every((entry) => text(entry) !== undefined)
    ? [...(value as string[])]
    : undefined;
const number: Check = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);
const year: Check = (value) => (Number.isInteger(value) && (value as number) >= 1900 && (value as number) <= 2200 ? value : undefined);
const bool: Check = (value) => (typeof value === "boolean" ? value : undefined);
const day: Check = (value) => (typeof value === "string" ? parseCalendarDate(value) : undefined);
const days: Check = (value) =>
  Array.isArray(value) && value.length <= MAX_ITEMS && value.every((entry) => day(entry)) ? [...(value as string[])] : undefined;

/** `null` clears the field. */
const optional =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function baseline(value: unknown): { baseline?: Baseline } | undefined {
  if (value === undefined) return {};
  const given = recordOf(value);
  if (!given) return undefined;
  const checked: { year?: number; words?: string; value?: number } = {};
  if (given.year !== undefined) checked.year = year(given.year) as number;
  if (given.words !== undefined) checked.words = text(given.words) as string;
  if (given.value !== undefined) checked.value = number(given.value) as number;
  return Object.values(checked).includes(undefined as never) ? undefined : { baseline: checked };
}

/** A goal of unknown origin, rebuilt field by field; undefined if it is none. */
export function checkGoal(value: unknown, depth = 0): Goal | undefined {
  const given = recordOf(value);
  if (!given || depth > 4) return undefined;
  const n = (key: string) => number(given[key]) as number | undefined;
  const inner = (entry: unknown) => checkGoal(entry, depth + 1);
  const base = baseline(given.baseline);
  switch (given.kind) {
    case "at-least":
    case "at-most":
    case "more-than":
    case "less-than":
    case "all": {
      const level = n("level");
      return level === undefined ? undefined : { kind: given.kind, level };
    }
    case "between": {
      const [low, high] = [n("low"), n("high")];
      return low === undefined || high === undefined || low > high ? undefined : { kind: "between", low, high, hard: given.hard === true };
    }
    case "increase":
    case "decrease": {
      const pair = Array.isArray(given.by) && given.by.length === 2 ? given.by.map(number) : undefined;
      const by = pair ? (pair.includes(undefined) ? undefined : ([pair[0], pair[1]] as [number, number])) : n("by");
      if (by === undefined || !base || (given.as !== "percent" && given.as !== "points")) return undefined;
      return { kind: given.kind, by, as: given.as, ...base };
    }
    case "improve":
      if (!base || (given.direction !== undefined && given.direction !== "up" && given.direction !== "down")) return undefined;
      return { kind: "improve", ...base, ...(given.direction ? { direction: given.direction } : {}) };
    case "rank-up": {
      const steps = n("steps");
      return steps === undefined || !base ? undefined : { kind: "rank-up", steps, ...base };
    }
    case "top": {
      const [limit, of] = [n("limit"), n("of")];
      return limit === undefined ? undefined : { kind: "top", limit, ...(of === undefined ? {} : { of }) };
    }
    case "tier":
      return text(given.tier) === undefined ? undefined : { kind: "tier", tier: given.tier as string };
    case "times-at-least":
    case "times-at-most": {
      const times = n("times");
      return times === undefined || text(given.per) === undefined ? undefined : { kind: given.kind, times, per: given.per as string };
    }
    case "maintain": {
      const of = inner(given.of);
      return of && { kind: "maintain", of };
    }
    case "milestone": {
      const items = texts(given.items);
      return items === undefined ? undefined : { kind: "milestone", items: items as string[] };
    }
    case "deadline": {
      const due = day(given.due);
      return due === undefined ? undefined : { kind: "deadline", due: due as string };
    }
    case "two-levels": {
      const [required, aspired] = [inner(given.required), inner(given.aspired)];
      return required && aspired && { kind: "two-levels", required, aspired };
    }
    case "every":
    case "any": {
      const of = Array.isArray(given.of) && given.of.length > 0 && given.of.length <= 20 ? given.of.map(inner) : [undefined];
      return of.includes(undefined) ? undefined : { kind: given.kind, of: of as Goal[] };
    }
    default:
      return undefined;
  }
}

function checkDeadline(value: unknown): Deadline | undefined {
  const given = recordOf(value);
  switch (given?.kind) {
    case "fixed": {
      const [date, from] = [parseDay(given.date), parseDay(given.from)];
      return date && (given.from === undefined || from) ? { kind: "fixed", date, ...(from ? { from } : {}) } : undefined;
    }
    case "recurring": {
      const rule = given.rule === undefined ? undefined : checkRule(given.rule);
      if (text(given.every) === undefined || (given.rule !== undefined && !rule)) return undefined;
      return { kind: "recurring", every: given.every as string, ...(rule ? { rule } : {}) };
    }
    case "conditional":
      return text(given.condition) === undefined ? undefined : { kind: "conditional", condition: given.condition as string };
    case "by-reference":
      return text(given.document) === undefined ? undefined : { kind: "by-reference", document: given.document as string };
    case "continuous":
    case "unclear":
      return { kind: given.kind };
    default:
      return undefined;
  }
}

const parseDay = (value: unknown) => (typeof value === "string" ? parseCalendarDate(value) : undefined);
const PERIODS: readonly unknown[] = ["day", "week", "month", "quarter", "half-year", "nine-months", "year", "ad-hoc"];

function checkRule(value: unknown): DueRule | undefined {
  const given = recordOf(value);
  const dayOfMonth =
    Number.isInteger(given?.day) && (given!.day as number) >= 1 && (given!.day as number) <= 31 ? (given!.day as number) : undefined;
  switch (given?.kind) {
    case "dates":
    case "ad-hoc":
    case "unclear":
      return { kind: given.kind };
    case "quarter-day":
      if (dayOfMonth === undefined || (given.month !== "first" && given.month !== "last") || typeof given.before !== "boolean")
        return undefined;
      return { kind: "quarter-day", day: dayOfMonth, month: given.month, before: given.before };
    case "month-day":
      return dayOfMonth === undefined || typeof given.before !== "boolean"
        ? undefined
        : { kind: "month-day", day: dayOfMonth, before: given.before };
    case "periodic":
      return Array.isArray(given.periods) && given.periods.length <= 10 && given.periods.every((period) => PERIODS.includes(period))
        ? { kind: "periodic", periods: [...(given.periods as ReportPeriod[])] }
        : undefined;
    default:
      return undefined;
  }
}

function checkIndex(value: unknown): Target["index"] | undefined {
  const given = recordOf(value);
  if (!given || text(given.name) === undefined || (given.weight !== undefined && number(given.weight) === undefined)) return undefined;
  return { name: given.name as string, ...(given.weight === undefined ? {} : { weight: given.weight as number }) };
}

/** Fields that a decision may set in a target. `source` is set by quotes. */
export const TARGET_FIELDS: Readonly<Partial<Record<keyof Target, Check>>> = {
  statement: text,
  measure: text,
  goal: (value) => checkGoal(value),
  unit: text,
  horizon: optional(year),
  horizonImplied: bool,
  baselineYear: optional(year),
  series: optional(text),
  parent: optional(text),
  index: optional(checkIndex),
  scope: optional(text),
  excludes: optional(text),
  group: optional(text),
  leads: texts,
  supporters: texts,
  source: texts,
};

/** Fields that a decision may set in a task; `time` and `deadline` are given bare, without certainty and source. */
export const TASK_FIELDS: Readonly<Partial<Record<keyof Task, Check>>> = {
  title: text,
  details: texts,
  leads: texts,
  supporters: texts,
  time: text,
  deadline: optional(checkDeadline),
  deliverable: optional(text),
  targets: texts,
  group: optional(text),
  source: texts,
};

/** Fields that a decision may set in a report duty. */
export const REPORT_DUTY_FIELDS: Readonly<Partial<Record<keyof ReportDuty, Check>>> = {
  frequency: text,
  due: text,
  rule: checkRule,
  dueDates: days,
  reporters: texts,
  recipients: texts,
  statement: text,
  source: texts,
};

/** Fields that a decision may set in the header, given bare. */
export const HEADER_FIELDS: Readonly<Partial<Record<keyof PlanHeader, Check>>> = {
  number: optional(text),
  title: text,
  issuer: optional(text),
  place: optional(text),
  date: optional(day),
  year: optional(year),
  endYear: optional(year),
  basis: texts,
};
