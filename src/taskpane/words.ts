import type { Locale } from "../messages";
import type { CalendarDate } from "../plan/date";
import type { Baseline, Goal } from "../plan/goal";
import type { Deadline } from "../plan/plan";
import { CODE_NAMES } from "./codeNames";
import { wordsFor } from "./strings";
import type { StringKey } from "./strings.vi";

/** A number with the language's marks, without trailing zeros. */
export function numberWords(value: number, locale: Locale, decimals = 4): string {
  return value.toLocaleString(locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: decimals });
}

/** A fraction as per cent: 0.925 is "92,5 %". */
export function percentWords(fraction: number, locale: Locale, decimals = 1): string {
  return `${numberWords(fraction * 100, locale, decimals)} %`;
}

/** A day as dd/mm/yyyy. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}

/** Reads "30/6/2024", "30-06-2024" or "2024-06-30"; undefined if it is no real day. */
export function readDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  const found =
    /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(trimmed) ??
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(trimmed);
  if (!found) return undefined;
  const { day, month, year } = found.groups as { day: string; month: string; year: string };
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (time.getUTCDate() !== Number(day) || time.getUTCMonth() !== Number(month) - 1) return undefined;
  return time.toISOString().slice(0, 10) as CalendarDate;
}

/** Reads what a person types as a number in their language ("1.234,5" in Vietnamese); undefined if it is none. */
export function readNumber(text: string, locale: Locale): number | undefined {
  const [group, decimal] = locale === "vi" ? [".", ","] : [",", "."];
  let plain = text.trim().replace(/[\s\u00a0%]/g, "");
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  if (grouped.test(plain)) plain = plain.replaceAll(group, "");
  plain = plain.replace(decimal, ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A goal in a few words for a chip: "≥ 80 %", "tăng ≥ 1 bậc so với 2023", "tốp 10". */
export function goalWords(goal: Goal, unit: string, locale: Locale, baselineYear?: number): string {
  const say = (key: StringKey, values?: Record<string, string | number>) => wordsFor(locale, key, values);
  const level = (value: number) =>
    unit === "%" ? percentWords(value, locale, 2) : [numberWords(value, locale), unit].filter(Boolean).join(" ");
  const base = (baseline: Baseline | undefined) => {
    const year = baseline?.year ?? baselineYear;
    if (baseline?.words && !baseline.year) return say("goal.vs", { words: baseline.words });
    return year ? say("goal.vsYear", { year }) : "";
  };
  const inner = (other: Goal) => goalWords(other, unit, locale, baselineYear);
  switch (goal.kind) {
    case "at-least":
    case "at-most":
    case "more-than":
    case "less-than":
      return say(`goal.${goal.kind}`, { level: level(goal.level) });
    case "all":
      return say("goal.all", { level: percentWords(goal.level, locale) });
    case "between":
      return say("goal.between", { low: level(goal.low), high: level(goal.high) });
    case "increase":
    case "decrease":
      return say(`goal.${goal.kind}`, { by: changeWords(goal.by, goal.as, unit, locale), base: base(goal.baseline) });
    case "improve":
      return say(goal.direction === "up" ? "goal.improveUp" : goal.direction === "down" ? "goal.improveDown" : "goal.improve", {
        base: base(goal.baseline),
      });
    case "rank-up":
      return say("goal.rank-up", { steps: typeof goal.steps === "number" ? goal.steps : goal.steps.join("–"), base: base(goal.baseline) });
    case "top":
      return goal.of === undefined ? say("goal.top", { limit: goal.limit }) : say("goal.topOf", { limit: goal.limit, of: goal.of });
    case "tier":
      return say("goal.tier", { tier: goal.tier });
    case "times-at-least":
    case "times-at-most":
      return say(`goal.${goal.kind}`, { times: numberWords(goal.times, locale), per: goal.per });
    case "maintain":
      return say("goal.maintain", { goal: inner(goal.of) });
    case "milestone":
      return goal.items.length > 1 ? say("goal.milestone", { n: goal.items.length }) : say("goal.milestoneOne");
    case "deadline":
      return say("goal.deadline", { due: dateWords(goal.due) });
    case "two-levels":
      return say("goal.two-levels", { required: inner(goal.required), aspired: inner(goal.aspired) });
    case "every":
      return goal.of.map(inner).join(say("goal.and"));
    case "any":
      return goal.of.map(inner).join(say("goal.or"));
  }
}

/** A goal as a choice between readings, the comparison in words: "ít nhất 30 % (≥ 30 %)". */
export function readingWords(goal: Goal, unit: string, locale: Locale, baselineYear?: number): string {
  const chip = goalWords(goal, unit, locale, baselineYear);
  if (goal.kind !== "at-least" && goal.kind !== "at-most" && goal.kind !== "more-than" && goal.kind !== "less-than") return chip;
  return `${wordsFor(locale, `reading.${goal.kind}`, { level: chip.slice(2) })} (${chip})`;
}

/** A deadline in a few words; the words of the plan are shown beside it. */
export function deadlineWords(deadline: Deadline, locale: Locale): string {
  const name = CODE_NAMES[locale].deadlines[deadline.kind];
  switch (deadline.kind) {
    case "fixed":
      return dateWords(deadline.date);
    case "recurring":
      return deadline.every || name;
    case "conditional":
      return deadline.condition || name;
    case "by-reference":
      return deadline.document || name;
    default:
      return name;
  }
}

function changeWords(by: number | readonly [number, number], as: "percent" | "points", unit: string, locale: Locale): string {
  const one = (value: number) => numberWords(as === "percent" || unit === "%" ? value * 100 : value, locale);
  const figure = typeof by === "number" ? one(by) : `${one(by[0])}–${one(by[1])}`;
  if (as === "percent") return `${figure} %`;
  return unit === "%" ? wordsFor(locale, "goal.pointsOfPercent", { n: figure }) : [figure, unit].filter(Boolean).join(" ");
}
