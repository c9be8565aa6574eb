import { dateParts } from "../plan/date";
import { comparisonOf, requiredLevel } from "./evaluate";
import type { KindCode, TargetFacts } from "./evaluation";
import { comparable } from "./labels";

/** Where the way to a later horizon begins: the stage before, or the baseline. */
export interface RoadStart {
  /** At the end of this year. */
  readonly year: number;
  /** In the unit of the actual value. */
  readonly level: number;
}

/** A row of a roadmap (K16): rows of one series are the same measure at several horizons. */
export interface RoadTarget {
  readonly facts: TargetFacts;
  /** "" for a target of one horizon. */
  readonly series: string;
  readonly baselineYear: number | null;
}

/** Kinds whose level is measured like the figure itself, and lies on a line between two stages. */
export const ROAD_KINDS: readonly KindCode[] = ["K01", "K02", "K03", "K04", "K05", "K06", "K12", "K18"];

/** Those of them that want less. */
export const ROAD_DOWN: readonly KindCode[] = ["K02", "K04", "K12"];

/** Kinds that are measured by the way from their baseline. */
export const BASELINE_KINDS: readonly KindCode[] = ["K07", "K08", "K09", "K11"];

/** Gives for each target where its way begins: the latest earlier horizon of its series, else its baseline; null where neither is known. */
export function roadStarts<Target extends RoadTarget>(targets: readonly Target[]): (target: Target) => RoadStart | null {
  const series = new Map<string, Target[]>();
  for (const target of targets)
    if (target.series !== "") series.set(comparable(target.series), [...(series.get(comparable(target.series)) ?? []), target]);
  return (target) => {
    const own = horizonYear(target.facts);
    if (own === null) return null;
    if (BASELINE_KINDS.includes(target.facts.kind)) return baselineOf(target);
    const before = (series.get(comparable(target.series)) ?? []).flatMap((one) => {
      const year = horizonYear(one.facts);
      return year !== null && year < own ? [{ year, level: requiredLevel(one.facts) }] : [];
    });
    if (before.length === 0) return baselineOf(target);
    const year = Math.max(...before.map((stage) => stage.year));
    const levels = before.flatMap((stage) => (stage.year === year && stage.level !== null ? [stage.level] : []));
    return levels.length === 0 ? null : { year, level: levels.reduce((sum, level) => sum + level, 0) / levels.length };
  };
}

/**
 * Share of a target of a later horizon that should be reached in the course of a year (DOMAIN §2.2, K16): the attainment of a figure on the
 * straight line from the start to the horizon, 0…1. Null as long as the start lies ahead (then the stage before is what counts) and for kinds
 * without such a line. `share` is the part of the year that has gone by.
 */
export function roadShare(facts: TargetFacts, start: RoadStart | null, year: number, share: number): number | null {
  const end = horizonYear(facts);
  const required = requiredLevel(facts);
  if (start === null || end === null || required === null || start.year >= year || end <= year) return null;
  const left = 1 - (year - 1 + share - start.year) / (end - start.year);
  if (BASELINE_KINDS.includes(facts.kind)) return bounded(1 - left);
  if (!ROAD_KINDS.includes(facts.kind)) return null;
  const { scale } = comparisonOf(facts, "ratio");
  if (scale === 0) return null;
  const climb = ROAD_DOWN.includes(facts.kind) ? start.level - required : required - start.level;
  return bounded(1 - (left * climb) / scale);
}

function baselineOf({ facts, baselineYear }: RoadTarget): RoadStart | null {
  return facts.baseline === null || baselineYear === null ? null : { year: baselineYear, level: facts.baseline };
}

/** Horizons are ends of years; another day says nothing of the years between. */
function horizonYear({ due }: TargetFacts): number | null {
  if (due === null) return null;
  const { year, month, day } = dateParts(due);
  return month === 12 && day === 31 ? year : null;
}

function bounded(share: number): number {
  return Math.min(1, Math.max(0, share));
}
