import type { CalendarDate } from "../plan/date";
import { reportPeriods } from "../plan/reportCutOff";
import type { Plan, ReportPeriod } from "../plan/plan";
import { expectedShare } from "../tracking/pace";
import { periodOf, periodsOfYear, type Period, type PeriodKind, type PeriodSystem } from "../tracking/periods";
import type { PaceView } from "../tracking/targetPace";
import type { CompileOptions } from "./compileOptions";
import { WORDS } from "./words";

/** Kinds of period from the longest to the shortest. */
const BY_LENGTH: readonly PeriodKind[] = ["year", "nine-months", "half-year", "quarter", "month"];
const ROMAN = ["I", "II", "III", "IV"] as const;

/** Everything that sheets need to know about the periods of a book. */
export interface BookPeriods {
  /** Rows of tblKy: every period of the years that the book knows. */
  readonly all: readonly Period[];
  /** Kỳ đang xem of a new book. */
  readonly view: Period;
  readonly system: PeriodSystem;
  /** Kinds of period that the plan asks reports for, longest first; half-years and years when it names none. */
  readonly rhythm: readonly PeriodKind[];
  readonly asOf: CalendarDate;
}

/** Periods of the years given, the first year of the plan before the others. Kỳ đang xem is the last one of the plan and its rhythm that has closed by the day of evaluation, the longest of those that close together; else the first of all. */
export function bookPeriods(plan: Plan, options: CompileOptions, years: readonly number[]): BookPeriods {
  const system = systemOf(options);
  const rhythm = rhythmOf(plan);
  const { asOf } = options;
  const all = years.flatMap((year) => periodsOfYear(year, system));
  // A plan that has ended is looked at from its end, however long ago that is.
  const end = Math.max(years[0]!, plan.header.endYear ?? 0, ...plan.targets.map(({ horizon = 0 }) => horizon));
  const followed = all.filter(({ kind, year }) => rhythm.includes(kind) && year <= end);
  const closed = followed.filter(({ to }) => to <= asOf);
  const later = (best: Period, one: Period): Period => (one.to > best.to || (one.to === best.to && one.from < best.from) ? one : best);
  const earlier = (best: Period, one: Period): Period => (one.to < best.to ? one : best);
  return { all, view: closed.length > 0 ? closed.reduce(later) : followed.reduce(earlier), system, rhythm, asOf };
}

/** Where the plan gives days of its own, they are typed into tblKy; until then its periods are those of the calendar. */
function systemOf({ periodScheme = "decree-09" }: CompileOptions): PeriodSystem {
  return periodScheme === "decree-09" ? "decree-09" : "calendar";
}

function rhythmOf(plan: Plan): readonly PeriodKind[] {
  const asked = new Set<ReportPeriod>(plan.reportDuties.flatMap((duty) => reportPeriods(duty)));
  const kinds = BY_LENGTH.filter((kind) => asked.has(kind));
  if (kinds.length === 0) return ["year", "half-year"];
  return kinds.includes("year") ? kinds : ["year", ...kinds];
}

/** "Quý II/2024", "6 tháng đầu năm 2024". */
export function periodName({ kind, year, months }: Period): string {
  switch (kind) {
    case "month":
      return `${WORDS.viewMonth}${months[0]}/${year}`;
    case "quarter":
      return `${WORDS.viewQuarter}${ROMAN[months[1] / 3 - 1]!}/${year}`;
    case "half-year":
      return `${WORDS.viewHalfYear}${year}`;
    case "nine-months":
      return `${WORDS.viewNineMonths}${year}`;
    case "year":
      return `${WORDS.viewYear}${year}`;
  }
}

/** The period of the same kind before: that of the year before for six and nine months and the year. */
export function periodBefore({ kind, year, months }: Period, system: PeriodSystem): Period {
  if (kind === "month") return months[0] === 1 ? periodOf(kind, year - 1, 12, system) : periodOf(kind, year, months[0] - 1, system);
  if (kind !== "quarter") return periodOf(kind, year - 1, 1, system);
  return months[1] === 3 ? periodOf(kind, year - 1, 4, system) : periodOf(kind, year, months[1] / 3 - 1, system);
}

/** Share of the year that has gone by at the end of a period, or by the day of evaluation if that comes first. */
export function yearShare({ year, to }: Pick<Period, "year" | "to">, asOf: CalendarDate, system: PeriodSystem): number {
  const whole = periodOf("year", year, 1, system);
  return expectedShare(to < asOf ? to : asOf, whole.from, whole.to);
}

/** From where the pace of the targets of a new book is looked at. */
export function paceView({ view, asOf, system }: BookPeriods): PaceView {
  return { asOf, year: view.year, share: yearShare(view, asOf, system) };
}
