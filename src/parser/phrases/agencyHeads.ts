import { AGENCY_GROUPS, AGENCY_HEADS, NOT_NAMES } from "./agencyWords";
import { wordsAt, type Token } from "./tokens";

/** Beginnings of names of organisations, word by word. */
export const HEADS = AGENCY_HEADS.map((head) => head.split(" "));
/** Common nouns that name organisations, word by word. */
export const GROUPS = AGENCY_GROUPS.map((head) => head.split(" "));

/** How many tokens at `index` are the longest of these beginnings; 0 if none stands there. */
export function headAt(tokens: readonly Token[], index: number, heads: readonly (readonly string[])[]): number {
  if (NOT_NAMES.has(`${tokens[index]?.word} ${tokens[index + 1]?.word}`)) return 0;
  let best = 0;
  for (const head of heads) if (head.length > best && wordsAt(tokens, index, head)) best = head.length;
  return best;
}
