import { daysBetween, type CalendarDate } from "../plan/date";

/** How a target stands against the pace it should have. */
export type Warning = "safe" | "attention" | "at-risk" | "alarm";

/** Lower ends of the first three warnings, in shares (−0.05 is −5 percentage points). */
export interface PaceThresholds {
  readonly safe: number;
  readonly attention: number;
  readonly atRisk: number;
}

/** Proposed thresholds (DOMAIN §2.5): 0, −5 and −15 percentage points. */
export const DEFAULT_THRESHOLDS: PaceThresholds = { safe: 0, attention: -0.05, atRisk: -0.15 };

/** A point of a pace curve: the share that must be reached by the end of a day. */
export interface CurvePoint {
  readonly day: CalendarDate;
  /** 0…1. */
  readonly share: number;
}

/**
 * Share of a target that should be reached on a day: linear over the days of the period, both ends counted, or by the given curve
 * (linear between its points). 0 before the period, 1 from its last day on.
 */
export function expectedShare(asOf: CalendarDate, start: CalendarDate, end: CalendarDate, curve: readonly CurvePoint[] = []): number {
  if (curve.length > 0) return interpolate(asOf, curve);
  if (asOf < start) return 0;
  if (asOf >= end) return 1;
  return (daysBetween(start, asOf) + 1) / (daysBetween(start, end) + 1);
}

function interpolate(asOf: CalendarDate, curve: readonly CurvePoint[]): number {
  const points = [...curve].sort((a, b) => (a.day < b.day ? -1 : 1));
  const after = points.findIndex(({ day }) => day >= asOf);
  if (after === -1) return points.at(-1)!.share;
  const next = points[after]!;
  if (next.day === asOf) return next.share;
  if (after === 0) return 0;
  const previous = points[after - 1]!;
  return previous.share + ((next.share - previous.share) * daysBetween(previous.day, asOf)) / daysBetween(previous.day, next.day);
}

/** Warning for an attainment (U) against the expected share; the difference is taken in percentage points with a tolerance of 1e-9. */
export function warningOf(attainment: number, expected: number, thresholds: PaceThresholds = DEFAULT_THRESHOLDS): Warning {
  const gap = attainment - expected + 1e-9;
  if (gap >= thresholds.safe) return "safe";
  if (gap >= thresholds.attention) return "attention";
  return gap >= thresholds.atRisk ? "at-risk" : "alarm";
}

/** Estimate for the whole period: a flow grows with the expected share, a ratio or a stock keeps its last value; undefined before any share is due. */
export function forecast(value: number, expected: number, method: "flow" | "last" = "flow"): number | undefined {
  if (method === "last") return value;
  return expected > 0 ? value / expected : undefined;
}
