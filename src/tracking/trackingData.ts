import type { CalendarDate } from "../plan/date";
import type { Deadline } from "../plan/plan";
import type { Actual, TargetFacts, TaskStatus } from "./evaluation";
import type { Aggregation } from "./labels";
import type { PaceThresholds } from "./pace";
import type { ReportedRow } from "./periodData";
import type { Period } from "./periods";

/** Where a row stands now, so that a person can be led to it. */
export interface RowPlace {
  /** Table key: "targets", "tasks", "reports" or "figures". */
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
  /** Nhóm mốc: targets that are one measure at several horizons; "" for one of its own. */
  readonly series: string;
  /** Năm gốc; null where it is not known. */
  readonly baselineYear: number | null;
  readonly facts: TargetFacts;
  readonly actual: Actual;
  /** How its figures over periods become one. */
  readonly method: Aggregation;
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

/** A figure of a period as its row says it now. */
export interface TrackedFigure extends ReportedRow {
  readonly received: CalendarDate | null;
  /** Document that it was sent with; "" if none. */
  readonly source: string;
  readonly locked: boolean;
  readonly place: RowPlace;
}

/** Kỳ đang xem and what it says of the pace. */
export interface TrackedView {
  readonly period: Period;
  /** Share of its year that is due by then (Tiến độ chuẩn), 0…1; null where the cell holds none. */
  readonly share: number | null;
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
  readonly figures: readonly TrackedFigure[];
  /** Undefined in a book without Kỳ đang xem. */
  readonly view: TrackedView | undefined;
  readonly thresholds: PaceThresholds;
}
