/**
 * The last `length` letters of `text` behind its last sign of `stops`: the clause that goes on with what follows the text. Looking for words
 * in it takes time in proportion to the text, which a pattern with `[^,;]{0,60}$` does not.
 *
 * @default stops ",;"
 */
export function clauseBefore(text: string, length: number, stops = ",;"): string {
  const start = Math.max(0, text.length - length);
  let from = text.length;
  while (from > start && !stops.includes(text[from - 1]!)) from--;
  return text.slice(from);
}

/** The first `length` letters of `text` up to its first sign of `stops`. */
export function clauseAfter(text: string, from: number, length: number, stops = ".;"): string {
  const last = Math.min(text.length, from + length);
  let end = from;
  while (end < last && !stops.includes(text[end]!)) end++;
  return text.slice(from, end);
}

/** Whether words of `then` begin at most `gap` letters behind words of `first` (with the flag g), with no sign of `stops` between. */
export function follows(text: string, first: RegExp, then: RegExp, gap: number, stops = ".;"): boolean {
  for (const found of text.matchAll(first)) {
    const at = then.exec(clauseAfter(text, found.index + found[0].length, gap + LONGEST_WORDS, stops))?.index;
    if (at !== undefined && at <= gap) return true;
  }
  return false;
}

/** Longest words that are looked for, in letters. */
const LONGEST_WORDS = 24;
