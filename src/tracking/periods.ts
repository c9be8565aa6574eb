import { calendarDate, dateParts, lastDayOfMonth, type CalendarDate } from "../plan/date";

/** Which calendar reporting follows: the cut-off days of Decree 09/2019 or plain calendar periods. */
export type PeriodSystem = "decree-09" | "calendar";

/** Length of a period of figures. */
export type PeriodKind = "month" | "quarter" | "half-year" | "nine-months" | "year";

/** One period of figures. */
export interface Period {
  /** "2024-T05", "2024-Q2", "2024-06T", "2024-09T", "2024-N". */
  readonly code: string;
  readonly kind: PeriodKind;
  readonly year: number;
  /** First and last month of the reported year that it covers, 1–12. */
  readonly months: readonly [number, number];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const CODE = /^(\d{4})-(?:T(\d{1,2})|Q([1-4])|(0?6T)|(0?9T)|(N))$/i;

/** Reads a period code; undefined if it is none. */
export function parsePeriod(code: string, system: PeriodSystem = "decree-09"): Period | undefined {
  const found = CODE.exec(code.trim());
  if (!found) return undefined;
  const year = Number(found[1]);
  if (found[2] !== undefined) {
    const month = Number(found[2]);
    return month >= 1 && month <= 12 ? periodOf("month", year, month, system) : undefined;
  }
  if (found[3] !== undefined) return periodOf("quarter", year, Number(found[3]), system);
  return periodOf(found[4] ? "half-year" : found[5] ? "nine-months" : "year", year, 1, system);
}

/** The period of a kind by its number in the year (month 1–12, quarter 1–4, otherwise 1). */
export function periodOf(kind: PeriodKind, year: number, number: number, system: PeriodSystem = "decree-09"): Period {
  const months = monthsOf(kind, number);
  return {
    code: codeOf(kind, year, number),
    kind,
    year,
    months,
    from: firstDay(year, months[0], system),
    to: lastDay(year, months[1], system),
  };
}

/**
 * The period of a kind that contains a day; undefined when none does: the six and nine months of Decree 09/2019 begin with the year, so a
 * day of autumn is in no six-month period.
 */
export function periodContaining(day: CalendarDate, kind: PeriodKind, system: PeriodSystem = "decree-09"): Period | undefined {
  const { year, month } = reportedMonth(day, system);
  if (kind === "month") return periodOf(kind, year, month, system);
  if (kind === "quarter") return periodOf(kind, year, Math.ceil(month / 3), system);
  const period = periodOf(kind, year, 1, system);
  return month <= period.months[1] ? period : undefined;
}

/** All periods of a year under a system: twelve months, four quarters, six months, nine months and the year. */
export function periodsOfYear(year: number, system: PeriodSystem = "decree-09"): readonly Period[] {
  const months = Array.from({ length: 12 }, (_, index) => periodOf("month", year, index + 1, system));
  const quarters = Array.from({ length: 4 }, (_, index) => periodOf("quarter", year, index + 1, system));
  return [
    ...months,
    ...quarters,
    periodOf("half-year", year, 1, system),
    periodOf("nine-months", year, 1, system),
    periodOf("year", year, 1, system),
  ];
}

/** Month to which a day is reported: from the 15th on, Decree 09/2019 counts it to the next month. */
function reportedMonth(day: CalendarDate, system: PeriodSystem): { year: number; month: number } {
  const { year, month, day: dayOfMonth } = dateParts(day);
  if (system === "calendar" || dayOfMonth < 15) return { year, month };
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

function monthsOf(kind: PeriodKind, number: number): readonly [number, number] {
  switch (kind) {
    case "month":
      return [number, number];
    case "quarter":
      return [number * 3 - 2, number * 3];
    case "half-year":
      return [1, 6];
    case "nine-months":
      return [1, 9];
    case "year":
      return [1, 12];
  }
}

function codeOf(kind: PeriodKind, year: number, number: number): string {
  const tail = { month: `T${String(number).padStart(2, "0")}`, quarter: `Q${number}`, "half-year": "06T", "nine-months": "09T", year: "N" }[
    kind
  ];
  return `${String(year).padStart(4, "0")}-${tail}`;
}

function firstDay(year: number, month: number, system: PeriodSystem): CalendarDate {
  if (system === "calendar") return calendarDate(year, month, 1)!;
  return month === 1 ? calendarDate(year - 1, 12, 15)! : calendarDate(year, month - 1, 15)!;
}

function lastDay(year: number, month: number, system: PeriodSystem): CalendarDate {
  return system === "calendar" ? lastDayOfMonth(year, month) : calendarDate(year, month, 14)!;
}
