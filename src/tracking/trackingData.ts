import type { CalendarDate } from "../plan/date";
import type { Deadline } from "../plan/plan";
import type { Actual, TargetFacts, TaskStatus } from "./evaluation";

/** Where a row stands now, so that a person can be led to it. */
export interface RowPlace {
  /** Table key: "targets", "tasks" or "reports". */
  readonly table: string;
  readonly sheetName: string;
  /** Index of the data row in its table, 0-based. */
  readonly index: number;
  /** Zero-based row of the sheet. */
  readonly row: number;
}

/** A target as its row says it now. */
export interface TrackedTarget {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  readonly lead: string;
  readonly parent: string;
  readonly facts: TargetFacts;
  readonly actual: Actual;
  /** Words that tell why it was missed; "" if none. */
  readonly cause: string;
  readonly place: RowPlace;
}

/** A task as its row says it now. */
export interface TrackedTask {
  readonly code: string;
  readonly name: string;
  readonly lead: string;
  readonly deadline: CalendarDate | null;
  readonly extended: CalendarDate | null;
  readonly done: CalendarDate | null;
  readonly kind: Deadline["kind"] | undefined;
  readonly special: Extract<TaskStatus, "paused" | "postponement-asked" | "waiting"> | null;
  readonly progress: number | null;
  readonly place: RowPlace;
}

/** A report on one of its days as its row says it now. */
export interface TrackedReport {
  readonly code: string;
  readonly name: string;
  readonly reporter: string;
  readonly lastDay: CalendarDate | null;
  readonly sent: CalendarDate | null;
  readonly place: RowPlace;
}

/** A tracking workbook as it stands now: what people wrote, before anything is concluded from it. */
export interface TrackingData {
  readonly planId: string;
  readonly title: string;
  readonly asOf: CalendarDate;
  /** Days before a deadline from which it is due soon. */
  readonly warnDays: number;
  readonly targets: readonly TrackedTarget[];
  readonly tasks: readonly TrackedTask[];
  readonly reports: readonly TrackedReport[];
}
