import { addDays, type CalendarDate } from "../plan/date";
import type { Task } from "../plan/plan";
import type { TargetFacts } from "../tracking/evaluation";
import { comparable, TIERS } from "../tracking/labels";
import type { CellValue } from "./formula";

/** A number in 0…1 that depends on words alone, so that the same plan always gets the same figures. */
export function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (const unit of words) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 0x1_0000_0000;
}

/** An invented result of a target for a trial, plausible for its kind; null leaves about one in eight blank. */
export function sampleActual(id: string, facts: TargetFacts): CellValue {
  if (chance(`${id}?`) < 0.125) return null;
  const share = chance(id);
  const { kind, level, upper, baseline } = facts;
  switch (kind) {
    case "K13":
      return TIERS[Math.floor(share * TIERS.length)]!;
    case "K21":
      return level === null ? null : level + Math.round((share - 0.7) * 40);
    case "K05":
    case "K18":
    case "K20":
    case "K23":
      return share > 0.4 ? 1 : tidy(0.7 + share / 2);
    case "K24":
      return share > 0.3 ? 1 : 0;
    case "K11":
      return Math.max(1, Math.round((baseline ?? 30) - (level ?? 1) * (share * 4 - 1)));
    case "K12":
      return Math.max(1, Math.round((level ?? 10) * (0.4 + share)));
    case "K14":
    case "K15":
      return Math.round((level ?? 1) * (0.4 + share * 1.2));
    case "K07":
    case "K08":
    case "K09":
    case "K10": {
      const relative = kind === "K07" || kind === "K08";
      const down = kind === "K08" || facts.down === true;
      const invented = relative ? 100 + share * 200 : 10 + share * 20;
      const figure = baseline === null ? invented : baseline * (1 + (down ? -1 : 1) * (relative ? (level ?? 0) : 0.1) * (0.4 + share));
      // The unit of a relative change is that of the change: what is counted, headcounts and ranks, is whole.
      const divisible = baseline === null ? !relative && isDivisible(facts.unit) : !Number.isInteger(baseline);
      return divisible ? tidy(figure) : Math.max(1, Math.round(figure));
    }
    default: {
      const middle = upper === null ? (level ?? 1) : ((level ?? 1) + upper) / 2;
      const figure = middle * (0.85 + share * 0.3);
      if (facts.unit.trim() === "%") return tidy(Math.min(1, figure));
      return isDivisible(facts.unit) || !Number.isInteger(middle) ? tidy(figure) : Math.round(figure);
    }
  }
}

/** Invented progress of a task: done around its deadline when that has come, else under way. */
export function sampleProgress(
  task: Pick<Task, "id" | "deadline">,
  asOf: CalendarDate,
): { readonly done: CalendarDate | null; readonly progress: number | null; readonly quality: number | null } {
  const share = chance(task.id);
  const deadline = task.deadline?.value;
  if (deadline?.kind !== "fixed") return { done: null, progress: share < 0.3 ? null : 0.5, quality: null };
  const done = addDays(deadline.date, Math.round(share * 20) - 15);
  if (done <= asOf && share < 0.8) return { done, progress: 1, quality: sampleQuality(task.id) };
  return { done: null, progress: share < 0.3 ? null : Math.round(share * 9) / 10, quality: null };
}

/** Invented quality of a task that is done: full, or less by a quarter a mistake; about one in eight is not judged yet. */
function sampleQuality(id: string): number | null {
  const share = chance(`${id}!`);
  return share < 0.125 ? null : share < 0.7 ? 1 : share < 0.9 ? 0.75 : 0.5;
}

/** Units of which there are parts; everything else is counted in whole ones: ranks, persons, records. */
const DIVISIBLE_UNITS: readonly string[] = ["%", "điểm", "điểm %", "ha", "km", "tấn", "triệu đồng", "tỷ đồng"];

function isDivisible(unit: string): boolean {
  return DIVISIBLE_UNITS.includes(comparable(unit));
}

function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}
