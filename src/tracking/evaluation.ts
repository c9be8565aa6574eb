import type { CalendarDate } from "../plan/date";

/** Code of a kind of target in the domain's taxonomy, K01–K26. */
export type KindCode =
  `K${"01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26"}`;

/** What was measured. Blank ("", "-", "…", "chưa có", null) is no figure; zero is one. */
export type Actual =
  | { readonly state: "value"; readonly value: number }
  /** Tier or other text result ("Khá"). */
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "blank" }
  | { readonly state: "not-arising" | "not-applicable" | "unpublished" }
  | { readonly state: "error"; readonly issue: DataIssue };

/** What is wrong with a figure. */
export type DataIssue =
  "negative" | "over-100" | "unit-suspect" | "numerator-over-denominator" | "not-a-number" | "out-of-range" | "low-over-high";

/** A target as the engine sees it: typed values, no cells, no words. Levels of unit % are fractions. */
export interface TargetFacts {
  readonly kind: KindCode;
  /** Level, lower bound, growth, reduction, steps, limit or times, by kind; null where the kind has none. */
  readonly level: number | null;
  /** Upper bound (K06), aspired level (K22). */
  readonly upper: number | null;
  readonly baseline: number | null;
  readonly unit: string;
  /** Tier to be reached (K13). */
  readonly tier?: string;
  /** K06: exceeding the band is a breach. @default false */
  readonly hard?: boolean;
  /** K09, K10: lower is better. @default false */
  readonly down?: boolean;
  /** Share that may exceed 100 % (capital plans). @default false */
  readonly mayExceedWhole?: boolean;
  /** Last day of the horizon; null: always final. */
  readonly due: CalendarDate | null;
}

/** Result code; `labels.ts` has its words (DOMAIN §2.5). */
export type Conclusion =
  | "exceeded"
  | "met"
  | "fully-met"
  | "partly-met"
  | "not-met"
  | "in-progress"
  | "no-data"
  | "not-arising"
  | "not-applicable"
  | "unpublished"
  | "no-baseline"
  | "data-error"
  | "unquantified";

/** What the engine says of a target on a day. */
export interface Evaluation {
  readonly conclusion: Conclusion;
  /** By raw values; null when it cannot be decided. */
  readonly met: boolean | null;
  /** U: attainment, may be negative or above 1; null when there is none. */
  readonly uncapped: number | null;
  /** C: U held to 0…1. */
  readonly capped: number | null;
  /** Level that must be reached in the unit of the actual value; null when not numeric or the baseline is missing. */
  readonly required: number | null;
  readonly issue?: DataIssue;
}

/** How an attainment is counted: actual ÷ target, or progress from the baseline. */
export type AttainmentMode = "ratio" | "from-baseline";

/** Code of a task's status; `labels.ts` has its words (DOMAIN §4.6). */
export type TaskStatus =
  | "done-on-time"
  | "done-late"
  | "in-progress"
  | "due-soon"
  | "overdue"
  | "not-started"
  | "continuous-updated"
  | "continuous-not-updated"
  | "waiting"
  | "paused"
  | "postponement-asked"
  | "no-deadline";
