import { dateParts, type CalendarDate } from "../plan/date";
import type { Actual, Evaluation, KindCode, TargetFacts } from "./evaluation";
import type { Aggregation } from "./labels";
import { DEFAULT_THRESHOLDS, forecast, warningOf, type PaceThresholds, type Warning } from "./pace";
import { roadShare, type RoadStart } from "./roadmap";

/** From where the pace of targets is looked at. */
export interface PaceView {
  readonly asOf: CalendarDate;
  /** Year of the period viewed. */
  readonly year: number;
  /** Share of that year that is due at the period viewed, 0…1; null: not known. */
  readonly share: number | null;
  /** @default DEFAULT_THRESHOLDS */
  readonly thresholds?: PaceThresholds;
}

/** How a target stands before its horizon; null where there is nothing to say. */
export interface TargetPace {
  /** Tiến độ chuẩn, 0…1. */
  readonly expected: number | null;
  /** Độ lệch: attainment less expected share (0.05 is 5 percentage points). */
  readonly gap: number | null;
  readonly warning: Warning | null;
  /** Ước cả năm, in the unit of the actual value. */
  readonly forecast: number | null;
}

/** Kinds that set a limit: using it up evenly over the year is no progress, so the whole limit is compared at any time. */
export const LIMIT_KINDS: readonly KindCode[] = ["K02", "K04"];

/** Kinds whose actual value is no amount and cannot be estimated. */
export const WITHOUT_FORECAST: readonly KindCode[] = ["K13", "K21"];

/**
 * Pace of a target before its horizon (DOMAIN §2.5); after it the conclusion is final and there is none. What adds up over the year should
 * keep step with it; shares, ranks and stocks should stand where they must in their own year. A later horizon is judged where it is known from
 * where the way there begins: by the line between the two.
 */
export function targetPace(
  facts: TargetFacts,
  method: Aggregation,
  evaluation: Evaluation,
  actual: Actual,
  view: PaceView,
  start: RoadStart | null = null,
): TargetPace {
  const early = facts.due !== null && view.asOf < facts.due;
  if (!early || view.share === null) return { expected: null, gap: null, warning: null, forecast: null };
  const flow = method === "sum";
  const later = dateParts(facts.due).year > view.year;
  const expected = flow && !LIMIT_KINDS.includes(facts.kind) ? view.share : later ? roadShare(facts, start, view.year, view.share) : 1;
  const gap = evaluation.uncapped === null || expected === null ? null : evaluation.uncapped - expected;
  const estimated = actual.state === "value" && !WITHOUT_FORECAST.includes(facts.kind) && (flow || !later);
  return {
    expected,
    gap,
    warning: gap === null ? null : warningOf(evaluation.uncapped!, expected!, view.thresholds ?? DEFAULT_THRESHOLDS),
    forecast: estimated ? (forecast(actual.value, view.share, flow ? "flow" : "last") ?? null) : null,
  };
}
