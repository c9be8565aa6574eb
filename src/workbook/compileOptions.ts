import type { CalendarDate } from "../plan/date";
import type { FormulaDialect } from "./formula";

/** What a person chooses before a workbook is made. */
export interface CompileOptions {
  /** Ngày xét: the day of evaluation written into Thông tin. */
  readonly asOf: CalendarDate;
  readonly dialect: FormulaDialect;
  /** 1 for the first book of ours in a workbook, 2 for the second: gives sheets, tables, names and state one suffix. @default 1 */
  readonly book?: number;
  /** Which report periods rule: Decree 09/2019, calendar, or what the plan says. @default "decree-09" */
  readonly periodScheme?: "decree-09" | "calendar" | "plan";
  /** Year that is tracked first. @default the plan's year */
  readonly year?: number;
  /** Sheet keys that are not wanted; sheets that others need stay. */
  readonly without?: readonly string[];
  /** Names of agencies that are not followed: items that name only these have no rows. @default none */
  readonly withoutAgencies?: readonly string[];
  /** Fill inputs with invented numbers that are marked "Số liệu minh hoạ". @default false */
  readonly sample?: boolean;
}
