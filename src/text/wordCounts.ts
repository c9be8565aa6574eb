/** How often words and pairs of words occur in plans; keys are lower case, "<n>" is any number, "<p>" punctuation. */
export interface WordCounts {
  readonly words: ReadonlyMap<string, number>;
  /** "first second". */
  readonly pairs: ReadonlyMap<string, number>;
  /** Words written in capitals throughout. */
  readonly acronyms: ReadonlySet<string>;
  readonly total: number;
}

/** The stored form of the counts. */
export interface StoredWordCounts {
  readonly words: Readonly<Record<string, number>>;
  /** Second words and their counts for each first word. */
  readonly pairs: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly acronyms: readonly string[];
}

const TOKEN = /[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|[^\s]/gu;

/** A word or mark as the counts know it. */
export function tokenKey(token: string): string {
  if (/^\p{L}/u.test(token)) return token.toLowerCase();
  return /^\d/.test(token) ? "<n>" : "<p>";
}

/** Counts the words of texts, in the stored form. */
export function countWords(texts: readonly string[]): StoredWordCounts {
  const words: Record<string, number> = Object.create(null) as Record<string, number>;
  const pairs: Record<string, Record<string, number>> = Object.create(null) as Record<string, Record<string, number>>;
  const acronyms = new Set<string>();
  for (const text of texts) {
    let previous = "<p>";
    for (const [token] of text.matchAll(TOKEN)) {
      const key = tokenKey(token);
      words[key] = (words[key] ?? 0) + 1;
      const seconds = (pairs[previous] ??= Object.create(null) as Record<string, number>);
      seconds[key] = (seconds[key] ?? 0) + 1;
      if (token.length > 1 && /^\p{Lu}+$/u.test(token)) acronyms.add(token);
      previous = key;
    }
  }
  return { words, pairs, acronyms: [...acronyms].sort() };
}

/** The counts ready for looking up. */
export function loadWordCounts(stored: StoredWordCounts): WordCounts {
  const words = new Map(Object.entries(stored.words));
  const pairs = new Map<string, number>();
  for (const [first, seconds] of Object.entries(stored.pairs))
    for (const [second, count] of Object.entries(seconds)) pairs.set(`${first} ${second}`, count);
  let total = 0;
  for (const count of words.values()) total += count;
  return { words, pairs, acronyms: new Set(stored.acronyms), total };
}
