import { calendarDate } from "../plan/date";
import type { Goal } from "../plan/goal";
import type { Target } from "../plan/plan";
import type { KindCode, TargetFacts } from "./evaluation";
import { dueSerial } from "./evaluate";
import { comparable, kindName, tierOf } from "./labels";

/** Code of a goal in the domain's taxonomy. Stages, "trong đó", weights and exclusions (K16, K17, K25, K26) mark relations and keep their base kind. */
export function kindOf(goal: Goal): KindCode {
  switch (goal.kind) {
    case "at-least":
      return "K01";
    case "at-most":
      return "K02";
    case "more-than":
      return "K03";
    case "less-than":
      return "K04";
    case "all":
      return "K05";
    case "between":
      return "K06";
    case "increase":
      return goal.as === "percent" ? "K07" : "K09";
    case "decrease":
      return goal.as === "percent" ? "K08" : "K09";
    case "improve":
      return "K10";
    case "rank-up":
      return "K11";
    case "top":
      return "K12";
    case "tier":
      return "K13";
    case "times-at-least":
      return "K14";
    case "times-at-most":
      return "K15";
    case "maintain":
      return "K19";
    case "milestone":
      return "K20";
    case "deadline":
      return "K21";
    case "two-levels":
      return "K22";
    case "every":
      return "K23";
    case "any":
      return "K24";
  }
}

/** A target as the engine sees it. Its last day is 31 December of its horizon, or of `planYear` if it names none. */
export function factsOf(target: Pick<Target, "goal" | "unit" | "horizon">, planYear?: number): TargetFacts {
  const year = target.horizon ?? planYear;
  return { ...goalFacts(target.goal, target.unit), due: year === undefined ? null : (calendarDate(year, 12, 31) ?? null) };
}

/**
 * Facts of a goal alone, always final. Levels of "%" are fractions in a plan, those of "%/năm" and "% GRDP" are written as they are counted
 * ("8%/năm" is 8); to the engine and to cells all of them are fractions.
 */
export function goalFacts(goal: Goal, unit = ""): TargetFacts {
  const facts = factsAsCounted(goal, unit);
  if (!/^%./.test(comparable(unit)) || OWN_SCALE.includes(facts.kind)) return facts;
  const fraction = (level: number | null): number | null => (level === null ? null : level / 100);
  return { ...facts, level: fraction(facts.level), upper: fraction(facts.upper), baseline: fraction(facts.baseline) };
}

/** Kinds whose level is a share, a count or a day whatever their unit is. */
const OWN_SCALE: readonly KindCode[] = ["K05", "K07", "K08", "K11", "K12", "K14", "K15", "K20", "K21", "K23", "K24"];

/** "tăng 8%/năm": the figure is the rate itself, measured anew each year; there is nothing that it is compared with. */
function isRateOfChange(unit: string): boolean {
  return /^% ?\/ ?\p{L}/u.test(comparable(unit));
}

function factsAsCounted(goal: Goal, unit: string): TargetFacts {
  const facts: TargetFacts = { kind: kindOf(goal), level: null, upper: null, baseline: null, unit, due: null };
  const whole = comparable(unit).startsWith("% ") ? { ...facts, mayExceedWhole: true } : facts;
  switch (goal.kind) {
    case "at-least":
    case "at-most":
    case "more-than":
    case "less-than":
    case "all":
      return { ...whole, level: goal.level };
    case "between":
      return { ...whole, level: goal.low, upper: goal.high, hard: goal.hard };
    case "increase":
    case "decrease": {
      if (isRateOfChange(unit) && goal.as === "points" && goal.baseline === undefined) {
        const range = typeof goal.by === "number" ? undefined : goal.by;
        return range
          ? { ...whole, kind: "K06", level: range[0], upper: range[1], hard: false }
          : { ...whole, kind: "K01", level: lowest(goal.by) };
      }
      return {
        ...whole,
        level: lowest(goal.by),
        upper: highest(goal.by),
        baseline: goal.baseline?.value ?? null,
        down: goal.kind === "decrease",
      };
    }
    case "improve":
      return { ...whole, baseline: goal.baseline?.value ?? null, down: goal.direction === "down" || isRankUnit(unit) };
    case "rank-up":
      return { ...whole, level: lowest(goal.steps), upper: highest(goal.steps), baseline: goal.baseline?.value ?? null };
    case "top":
      return { ...whole, level: goal.limit };
    case "tier":
      return { ...whole, tier: tierOf(goal.tier) ?? goal.tier };
    case "times-at-least":
    case "times-at-most":
      return { ...whole, level: goal.times };
    case "maintain": {
      const inner = factsAsCounted(goal.of, unit);
      return { ...whole, level: inner.level, baseline: inner.baseline, down: isDownward(goal.of) };
    }
    case "deadline":
      return { ...whole, level: dueSerial(goal.due) };
    case "two-levels":
      return {
        ...whole,
        level: factsAsCounted(goal.required, unit).level,
        upper: factsAsCounted(goal.aspired, unit).level,
        down: isDownward(goal.required),
      };
    case "milestone":
    case "every":
    case "any":
      return { ...whole, level: 1 };
  }
}

/** What a range asks for at least: exceeding it is good. */
function lowest(amount: number | readonly [number, number]): number {
  return typeof amount === "number" ? amount : amount[0];
}

/** The upper end of a range, which is told but not asked for; null where there is one amount. */
function highest(amount: number | readonly [number, number]): number | null {
  return typeof amount === "number" ? null : amount[1];
}

/** Name of the kind of a goal with its variant, as the column "Kiểu" shows it. */
export function kindNameOf(target: Pick<Target, "goal" | "unit">): string {
  return kindName(goalFacts(target.goal, target.unit));
}

function isDownward(goal: Goal): boolean {
  return (
    goal.kind === "at-most" || goal.kind === "less-than" || goal.kind === "times-at-most" || goal.kind === "top" || goal.kind === "decrease"
  );
}

function isRankUnit(unit: string): boolean {
  return ["hạng", "bậc", "thứ hạng"].includes(comparable(unit));
}
