import type { Goal } from "../plan/goal";

/** A goal read from a cell's words. */
export interface ReadGoal {
  readonly goal: Goal;
  readonly unit: string;
  readonly horizon?: number;
  readonly baselineYear?: number;
  /** A person should look at it. */
  readonly uncertain: boolean;
}

/** Reads the goal that words state ("tối thiểu 85%"); undefined if they state none. */
export function readGoal(_words: string): ReadGoal | undefined {
  return undefined;
}
