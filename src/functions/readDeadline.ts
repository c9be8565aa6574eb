import type { Deadline } from "../plan/plan";

/** Reads the deadline that words state, in the year of the plan if they name none. */
export function readDeadline(_words: string, _year?: number): Deadline {
  return { kind: "unclear" };
}
