import { foldMarks } from "../text/vietnamese";
import { calendarDate, dateParts, daysBetween, type CalendarDate } from "./date";
import type { ReportDuty, ReportPeriod } from "./plan";

/** Day of the month on which the figures of a period close (Decree 09/2019/ND-CP). */
const CUT_OFF_DAY = 14;

/** Months (1–12) in which the periods of a kind close; week and ad-hoc reports have no official cut-off. */
const CLOSING_MONTHS: Readonly<Partial<Record<ReportPeriod, readonly number[]>>> = {
  quarter: [3, 6, 9, 12],
  "half-year": [6],
  "nine-months": [9],
  year: [12],
};

/** Months that a kind of period covers. */
const LENGTHS: Readonly<Partial<Record<ReportPeriod, number>>> = { month: 1, quarter: 3, "half-year": 6, "nine-months": 9, year: 12 };

/** The period that a report is about. */
export interface ReportedPeriod {
  readonly kind: ReportPeriod;
  readonly year: number;
  /** Month (1–12) in which it closes. */
  readonly month: number;
  readonly cutOff: CalendarDate;
}

/**
 * Official cut-off of the figures that a report due on `day` is about, by Decree 09/2019: the one nearest to the day among the periods of
 * the duty; for a monthly report that of its own month. Undefined if the duty names no period that has one.
 */
export function cutOffFor(duty: Pick<ReportDuty, "frequency" | "rule">, day: CalendarDate): CalendarDate | undefined {
  return reportedPeriod(duty, day)?.cutOff;
}

/**
 * The period that a report due on `day` is about: the one whose cut-off is nearest; of several that close on one day the longest. Undefined
 * if the duty names no period that has a cut-off.
 */
export function reportedPeriod(duty: Pick<ReportDuty, "frequency" | "rule">, day: CalendarDate): ReportedPeriod | undefined {
  const { year, month } = dateParts(day);
  const closing = (kind: ReportPeriod, near: number, end: number): ReportedPeriod => ({
    kind,
    year: near,
    month: end,
    cutOff: calendarDate(near, end, CUT_OFF_DAY)!,
  });
  const candidates = reportPeriods(duty).flatMap((kind) => {
    if (kind === "month") return [closing(kind, year, month)];
    const months = CLOSING_MONTHS[kind] ?? [];
    return [year - 1, year, year + 1].flatMap((near) => months.map((end) => closing(kind, near, end)));
  });
  const distance = ({ cutOff }: ReportedPeriod): number => Math.abs(daysBetween(day, cutOff));
  const length = ({ kind }: ReportedPeriod): number => LENGTHS[kind] ?? 0;
  return candidates.reduce<ReportedPeriod | undefined>((best, one) => {
    if (best === undefined || distance(one) < distance(best)) return one;
    return distance(one) === distance(best) && length(one) > length(best) ? one : best;
  }, undefined);
}

/** Kinds of period that a duty is about, from its rule or else from the words of its frequency. */
export function reportPeriods({ frequency, rule }: Pick<ReportDuty, "frequency" | "rule">): readonly ReportPeriod[] {
  if (rule.kind === "periodic") return rule.periods;
  if (rule.kind === "quarter-day") return ["quarter"];
  if (rule.kind === "month-day") return ["month"];
  const words = foldMarks(frequency)
    .split(/[^a-z0-9]/)
    .filter(Boolean);
  return words.flatMap((word, index): readonly ReportPeriod[] => {
    const before = words[index - 1] ?? "";
    if (word === "thang") return monthsOf(before, words[index + 1] ?? "");
    if (word === "quy") return ["quarter"];
    // "6 tháng đầu năm" and "quý IV năm 2023" name a year only to place another period
    const placed = ["dau", "cuoi", "trong"].includes(before) || /^\d/.test(words[index + 1] ?? "");
    return word === "nam" && !(placed && index > 0) ? ["year"] : [];
  });
}

function monthsOf(before: string, after: string): readonly ReportPeriod[] {
  if (["6", "06", "sau"].includes(before)) return ["half-year"];
  if (["9", "09", "chin"].includes(before)) return ["nine-months"];
  return /^\d/.test(before) || /^\d/.test(after) ? [] : ["month"];
}
