import type { Goal } from "../plan/goal";
import { findGoalPhrases, type GoalPhrase } from "../parser/phrases/goalPhrase";
import { findTimePhrases } from "../parser/phrases/datePhrase";
import { tierOf } from "../tracking/labels";

/** A goal read from a cell's words. */
export interface ReadGoal {
  readonly goal: Goal;
  readonly unit: string;
  readonly horizon?: number;
  readonly baselineYear?: number;
  /** A person should look at it. */
  readonly uncertain: boolean;
}

/** Longest text that is read: a sentence, not a document. */
const LONGEST = 2000;

/** Reads the goal that words state ("tối thiểu 85%", "trên 7,3 điểm", "nhóm khá"); undefined if they state none. */
export function readGoal(words: string): ReadGoal | undefined {
  const text = words.normalize("NFC").slice(0, LONGEST);
  const phrases = findGoalPhrases(text);
  const horizon = horizonOf(text, phrases[0]);
  const first = phrases[0];
  if (!first) {
    // "tốp 10" without a word about whom it leads.
    const top = /(?:tốp|top)\s?(?<limit>\d{1,4})(?!\p{L}|\d)/iu.exec(text)?.groups?.["limit"];
    if (top !== undefined && Number(top) > 0)
      return { goal: { kind: "top", limit: Number(top) }, unit: "hạng", uncertain: false, ...horizon };
    const tier = /nhóm|xếp loại|mức/iu.test(text) ? tierOf(text.replace(/[.;,]$/u, "")) : undefined;
    return tier === undefined ? undefined : { goal: { kind: "tier", tier }, unit: "", uncertain: false, ...horizon };
  }
  return {
    goal: first.goal,
    unit: first.unit,
    uncertain: phrases.length > 1 || first.certainty !== "stated" || first.alternatives.length > 0,
    ...(first.baselineYear === undefined ? {} : { baselineYear: first.baselineYear }),
    ...horizon,
  };
}

function horizonOf(text: string, goal: GoalPhrase | undefined): { horizon?: number } {
  const years = findTimePhrases(text).filter(
    ({ kind, year }) => (kind === "year" || kind === "years" || kind === "date") && year !== undefined && year !== goal?.baselineYear,
  );
  return years[0]?.year === undefined ? {} : { horizon: years[0].year };
}
