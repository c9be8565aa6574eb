import { parseCalendarDate, toSerial, type CalendarDate } from "../plan/date";
import type { Actual, AttainmentMode, Conclusion, DataIssue, Evaluation, KindCode, TargetFacts } from "./evaluation";
import { COUNT_UNITS, isShareOf, comparable, TIERS, tierOf } from "./labels";

/** Relative tolerance of every comparison (DOMAIN §2.1, rule 1): 0.1 + 0.2 meets 0.3. */
export const TOLERANCE = 1e-9;

/** A numeric target turned into one comparison: attainment is 1 + direction × (actual − required) ÷ scale. */
export interface Comparison {
  /** Level that must be reached, in the unit of the actual value. */
  readonly required: number;
  /** 1: higher is better, −1: lower is better. */
  readonly direction: 1 | -1;
  /** Equality is not enough. */
  readonly strict: boolean;
  /** What counts as a whole; 0: attainment is 1 or 0. */
  readonly scale: number;
}

/** Kinds whose attainment above 1 is called "Vượt" (rule 6). */
const EXCEEDING: readonly KindCode[] = ["K01", "K06", "K07", "K08", "K09", "K11", "K14", "K16", "K17", "K22", "K25", "K26"];
/** Kinds that compare with a baseline and say nothing without one. */
export const NEEDING_BASELINE: readonly KindCode[] = ["K07", "K08", "K09", "K10", "K11"];
/** Kinds whose actual value is always a share of parts or items, whatever the unit says. */
const SHARES: readonly KindCode[] = ["K05", "K18", "K20", "K23"];
/** Kinds whose unit belongs to the change, not to the actual value, so that unit checks say nothing. */
const FREE_OF_UNIT: readonly KindCode[] = ["K07", "K08", "K09", "K10", "K13", "K21"];
/** Kinds that need no level, or have one by themselves. */
const WITHOUT_LEVEL: readonly KindCode[] = ["K05", "K10", "K18", "K20", "K23", "K24"];

/**
 * Judges a target on a day. Met is decided by raw values with tolerance, never by the attainment; before the horizon a kind that can
 * still be lost stays in progress (DOMAIN §2.1). Never throws.
 * @param asOf the day of judgement; null: as if the horizon were past
 * @param mode how attainment counts when a baseline is known @default "ratio"
 */
export function evaluateTarget(facts: TargetFacts, actual: Actual, asOf: CalendarDate | null, mode: AttainmentMode = "ratio"): Evaluation {
  if (actual.state === "blank") return undecided("no-data");
  if (actual.state === "error") return undecided("data-error", actual.issue);
  if (actual.state !== "value" && actual.state !== "text") return undecided(actual.state);
  if (facts.kind === "K13") return judgeTier(facts, actual, asOf);
  if (actual.state === "text") return undecided("data-error", "not-a-number");
  if (facts.level === null && !WITHOUT_LEVEL.includes(facts.kind)) return undecided("unquantified");
  if (boundsCrossed(facts)) return undecided("data-error", "low-over-high");
  const issue = dataIssue(facts, actual.value);
  if (issue) return undecided("data-error", issue);
  if (NEEDING_BASELINE.includes(facts.kind) && !hasBaseline(facts)) return undecided("no-baseline");
  return judge(facts, actual.value, asOf, mode);
}

/** Level that must be reached in the unit of the actual value (B(1+g), B(1−r), rank B−k …); null when the facts do not give one. */
export function requiredLevel(facts: TargetFacts): number | null {
  if (facts.kind === "K13") return null;
  if (facts.level === null && !WITHOUT_LEVEL.includes(facts.kind)) return null;
  if (NEEDING_BASELINE.includes(facts.kind) && !hasBaseline(facts)) return null;
  return comparisonOf(facts, "ratio").required;
}

/** What is wrong with a figure before it is compared (rules 4 and 5); undefined if nothing is. */
export function dataIssue(facts: TargetFacts, value: number): DataIssue | undefined {
  const unit = comparable(facts.unit);
  if (facts.kind === "K11" || facts.kind === "K12") return Number.isInteger(value) && value >= 1 ? undefined : "out-of-range";
  if (FREE_OF_UNIT.includes(facts.kind)) return undefined;
  const share = unit === "%" || SHARES.includes(facts.kind);
  const count = facts.kind === "K14" || facts.kind === "K15" || isShareOf(unit) || COUNT_UNITS.includes(unit);
  if (value < 0) return share || count ? "negative" : undefined;
  if (!share || (facts.mayExceedWhole && !SHARES.includes(facts.kind)) || value <= 1 + TOLERANCE) return undefined;
  return value > 1.5 && value <= 100 && (facts.level ?? 1) <= 1 ? "unit-suspect" : "over-100";
}

/** Compares two numbers with the engine's tolerance: −1, 0 or 1. */
export function compare(actual: number, required: number): -1 | 0 | 1 {
  const difference = actual - required;
  if (Math.abs(difference) <= TOLERANCE * Math.max(1, Math.abs(required))) return 0;
  return difference > 0 ? 1 : -1;
}

/** The comparison that a numeric target stands for; level and baseline must be there where the kind needs them. */
export function comparisonOf(facts: TargetFacts, mode: AttainmentMode): Comparison {
  const level = facts.level ?? 1;
  const base = facts.baseline ?? 0;
  switch (facts.kind) {
    case "K02":
    case "K04":
    case "K15":
      return levelComparison(level, -1, facts.kind === "K04", facts.baseline, mode);
    case "K03":
      return levelComparison(level, 1, true, facts.baseline, mode);
    case "K07":
      return { required: base + Math.abs(base) * level, direction: 1, strict: false, scale: Math.abs(base) * Math.abs(level) };
    case "K08":
      return { required: base - Math.abs(base) * level, direction: -1, strict: false, scale: Math.abs(base) * Math.abs(level) };
    case "K09": {
      const direction = facts.down ? -1 : 1;
      return { required: base + direction * level, direction, strict: level === 0, scale: Math.abs(level) };
    }
    case "K10":
      return { required: base, direction: facts.down ? -1 : 1, strict: true, scale: 0 };
    case "K11":
      return { required: Math.max(1, base - level), direction: -1, strict: false, scale: Math.abs(level) };
    case "K12":
      return { required: level, direction: -1, strict: false, scale: base > level ? base - level : Math.abs(level) };
    case "K19":
    case "K22":
      return levelComparison(level, facts.down ? -1 : 1, false, facts.baseline, mode);
    case "K21":
      return { required: level, direction: -1, strict: false, scale: 0 };
    case "K24":
      return { required: 0, direction: 1, strict: true, scale: 0 };
    default:
      return levelComparison(level, 1, false, facts.baseline, mode);
  }
}

function levelComparison(level: number, direction: 1 | -1, strict: boolean, baseline: number | null, mode: AttainmentMode): Comparison {
  const fromBaseline = mode === "from-baseline" && baseline !== null && direction * (level - baseline) > 0;
  return { required: level, direction, strict, scale: fromBaseline ? Math.abs(level - baseline) : Math.abs(level) };
}

function judge(facts: TargetFacts, value: number, asOf: CalendarDate | null, mode: AttainmentMode): Evaluation {
  const comparison = comparisonOf(facts, mode);
  const sign = compare(value, comparison.required) * comparison.direction;
  const low = sign > 0 || (sign === 0 && !comparison.strict);
  const overBand = facts.kind === "K06" && facts.upper !== null && compare(value, facts.upper) > 0;
  const met = low && !(overBand && facts.hard);
  const uncapped =
    facts.kind === "K06" && facts.upper !== null && low
      ? bandAttainment(value, facts.upper, overBand, facts.hard ?? false)
      : attainment(value, comparison, sign === 0, met);
  return {
    conclusion: conclude(facts, met, met && exceeds(facts, value, sign, comparison, overBand), asOf),
    met,
    uncapped,
    capped: Math.min(1, Math.max(0, uncapped)),
    required: comparison.required,
  };
}

function attainment(value: number, { required, direction, scale }: Comparison, equal: boolean, met: boolean): number {
  if (scale === 0) return met ? 1 : 0;
  if (equal) return 1;
  return 1 + (direction * (value - required)) / scale;
}

function bandAttainment(value: number, upper: number, over: boolean, hard: boolean): number {
  if (!over) return 1;
  if (upper === 0) return hard ? 0 : 1;
  return 1 + ((hard ? -1 : 1) * (value - upper)) / Math.abs(upper);
}

function exceeds(facts: TargetFacts, value: number, sign: number, comparison: Comparison, overBand: boolean): boolean {
  if (!EXCEEDING.includes(facts.kind)) return false;
  if (facts.kind === "K06") return facts.upper === null ? sign > 0 : overBand;
  if (facts.kind === "K22") return facts.upper !== null && comparison.scale > 0 && compare(value, facts.upper) * comparison.direction >= 0;
  return sign > 0 && comparison.scale > 0;
}

function conclude(facts: TargetFacts, met: boolean, exceeded: boolean, asOf: CalendarDate | null): Conclusion {
  const early = asOf !== null && facts.due !== null && asOf < facts.due;
  if (early && (!met || canBeLost(facts))) return "in-progress";
  if (!met) return "not-met";
  return exceeded ? "exceeded" : "met";
}

/** Rule 10: an upper limit that holds today can still be broken before the horizon. */
function canBeLost(facts: TargetFacts): boolean {
  if (facts.kind === "K06") return facts.hard ?? false;
  if (facts.kind === "K22") return facts.down ?? false;
  return facts.kind === "K02" || facts.kind === "K04" || facts.kind === "K15" || facts.kind === "K19";
}

function judgeTier(facts: TargetFacts, actual: Extract<Actual, { state: "value" | "text" }>, asOf: CalendarDate | null): Evaluation {
  if (facts.tier === undefined || facts.tier === "") return undecided("unquantified");
  const needed = rankOfTier(facts.tier);
  const reached = actual.state === "text" ? rankOfTier(actual.text) : -1;
  if (needed < 0 || reached < 0) return undecided("data-error", "out-of-range");
  const met = reached >= needed;
  return { conclusion: conclude(facts, met, false, asOf), met, uncapped: met ? 1 : 0, capped: met ? 1 : 0, required: null };
}

function rankOfTier(words: string): number {
  const tier = tierOf(words);
  return tier === undefined ? -1 : TIERS.indexOf(tier);
}

function boundsCrossed({ kind, level, upper, down }: TargetFacts): boolean {
  return (kind === "K06" || (kind === "K22" && !down)) && level !== null && upper !== null && level > upper;
}

function hasBaseline(facts: TargetFacts): boolean {
  if (facts.baseline === null) return false;
  if (facts.kind === "K07" || facts.kind === "K08") return Math.abs(facts.baseline) > TOLERANCE;
  return facts.kind !== "K11" || facts.baseline >= 1;
}

function undecided(conclusion: Conclusion, issue?: DataIssue): Evaluation {
  const empty = { conclusion, met: null, uncapped: null, capped: null, required: null };
  return issue ? { ...empty, issue } : empty;
}

/** Serial number of a due day written as "2021-12-09", as K21 compares it; null if it is no day. */
export function dueSerial(due: string): number | null {
  const day = parseCalendarDate(due);
  return day ? toSerial(day) : null;
}
