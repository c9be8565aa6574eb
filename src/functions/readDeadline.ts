import { parseDeadline } from "../parser/phrases/deadline";
import type { Deadline } from "../plan/plan";

/** Reads the deadline that words state, in the year of the plan if they name none. */
export function readDeadline(words: string, year?: number): Deadline {
  return parseDeadline(words.normalize("NFC").slice(0, 2000), year === undefined ? {} : { year });
}
