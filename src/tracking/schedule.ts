import { addDays, daysBetween, weekday, type CalendarDate } from "../plan/date";
import type { Deadline } from "../plan/plan";
import type { TaskStatus } from "./evaluation";

/** What the status of a task depends on. */
export interface TaskFacts {
  /** Original deadline (hạn ban đầu): being on time is measured on it. */
  readonly deadline: CalendarDate | null;
  /** Extended deadline: being overdue is measured on it when it is there. */
  readonly extended?: CalendarDate | null;
  /** Day of completion; a day after `asOf` has not come yet. */
  readonly done: CalendarDate | null;
  readonly asOf: CalendarDate;
  /** Special situation chosen by a person. */
  readonly special?: Extract<TaskStatus, "paused" | "postponement-asked" | "waiting"> | null;
  /** Days before the deadline from which it is "due soon". @default 7 */
  readonly warnDays?: number;
  /** @default "fixed" if there is a deadline, "unclear" otherwise */
  readonly kind?: Deadline["kind"];
  /** Progress as a share or as 0–100; only whether it is above zero counts. */
  readonly progress?: number | null;
}

/** Status of a task on a day (DOMAIN §4.6); a finished task is never overdue. */
export function taskStatus(facts: TaskFacts): TaskStatus {
  const { deadline, done, asOf, special, kind } = facts;
  if (done !== null && done <= asOf) return deadline !== null && done > deadline ? "done-late" : "done-on-time";
  if (special) return special;
  const effective = facts.extended ?? deadline;
  const started = (facts.progress ?? 0) > 0;
  if (effective === null) {
    if (kind === "continuous" || kind === "recurring") return started ? "continuous-updated" : "continuous-not-updated";
    return kind === "conditional" ? "waiting" : "no-deadline";
  }
  if (asOf > effective) return "overdue";
  if (daysBetween(asOf, effective) <= (facts.warnDays ?? 7)) return "due-soon";
  return started ? "in-progress" : "not-started";
}

/** Calendar days from the deadline to the completion, or to `asOf` while it is open: positive is late, negative is left; null without a deadline. */
export function daysLate(deadline: CalendarDate | null, done: CalendarDate | null, asOf: CalendarDate): number | null {
  if (deadline === null) return null;
  return daysBetween(deadline, done !== null && done <= asOf ? done : asOf);
}

/** As `daysLate`, in working days (Monday to Friday less the holidays). */
export function workingDaysLate(
  deadline: CalendarDate | null,
  done: CalendarDate | null,
  asOf: CalendarDate,
  holidays: readonly CalendarDate[] = [],
): number | null {
  if (deadline === null) return null;
  const end = done !== null && done <= asOf ? done : asOf;
  if (end === deadline) return 0;
  return end > deadline
    ? workingDaysBetween(addDays(deadline, 1), end, holidays)
    : -workingDaysBetween(addDays(end, 1), deadline, holidays);
}

/** True for Monday to Friday outside the holidays. */
export function isWorkingDay(day: CalendarDate, holidays: readonly CalendarDate[] = []): boolean {
  return weekday(day) <= 5 && !holidays.includes(day);
}

/** Working days from `first` to `last`, both counted; 0 if `last` is earlier. */
export function workingDaysBetween(first: CalendarDate, last: CalendarDate, holidays: readonly CalendarDate[] = []): number {
  if (last < first) return 0;
  const total = daysBetween(first, last) + 1;
  const weeks = Math.floor(total / 7);
  let count = weeks * 5;
  for (let day = addDays(first, weeks * 7); day <= last; day = addDays(day, 1)) if (weekday(day) <= 5) count += 1;
  return count - [...new Set(holidays)].filter((day) => day >= first && day <= last && weekday(day) <= 5).length;
}

/** The day `days` working days after a day ("02 ngày làm việc kể từ ngày …"); the day itself is not counted. */
export function addWorkingDays(from: CalendarDate, days: number, holidays: readonly CalendarDate[] = []): CalendarDate {
  const free = new Set(holidays);
  const step = days < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.min(Math.abs(Math.trunc(days)), 10_000); left > 0;) {
    day = addDays(day, step);
    if (weekday(day) <= 5 && !free.has(day)) left -= 1;
  }
  return day;
}

/** The last working day on or before a day. */
export function lastWorkingDay(day: CalendarDate, holidays: readonly CalendarDate[] = []): CalendarDate {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}

/** The government's 2×2 count of assignments (DOMAIN §4.6). */
export interface CompletionCount {
  readonly doneOnTime: number;
  readonly doneLate: number;
  /** Open and not past its deadline. */
  readonly inTime: number;
  readonly overdue: number;
}

/** Counts statuses; tasks without a judgement (waiting, paused, continuous, no deadline) are left out. */
export function countCompletion(statuses: readonly TaskStatus[]): CompletionCount {
  const count = (...wanted: readonly TaskStatus[]): number => statuses.filter((status) => wanted.includes(status)).length;
  return {
    doneOnTime: count("done-on-time"),
    doneLate: count("done-late"),
    inTime: count("in-progress", "due-soon", "not-started", "postponement-asked"),
    overdue: count("overdue"),
  };
}

/** Done ÷ (done + overdue), as the Government reports it; undefined when nothing has fallen due. */
export function completionRate({ doneOnTime, doneLate, overdue }: CompletionCount): number | undefined {
  const due = doneOnTime + doneLate + overdue;
  return due === 0 ? undefined : (doneOnTime + doneLate) / due;
}

/** Done on time ÷ (done + overdue); undefined when nothing has fallen due. */
export function onTimeRate({ doneOnTime, doneLate, overdue }: CompletionCount): number | undefined {
  const due = doneOnTime + doneLate + overdue;
  return due === 0 ? undefined : doneOnTime / due;
}
