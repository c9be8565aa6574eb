import { foldMarks } from "../text/vietnamese";

/** Shorter texts differ in a word because they mean different things ("cấp tỉnh", "cấp huyện"), not because they repeat each other. */
const MIN_WORDS = 12;

/** Words of a text for comparison: without marks, capitals and punctuation. */
export function comparedWords(text: string): readonly string[] {
  return foldMarks(text)
    .split(/[^\p{L}\p{N}]/u)
    .filter(Boolean);
}

/**
 * Pairs of indices (earlier, later) of long texts that share at least the given part of their word pairs (Dice coefficient, 0–1) without
 * being equal; of equal texts only the first is compared. Two such texts must share one of their rarest word pairs, so only texts that do are compared.
 */
export function similarPairs(texts: readonly string[], least: number): readonly (readonly [number, number])[] {
  const seen = new Set<string>();
  const sets = texts.map((text) => {
    const words = comparedWords(text);
    const key = words.join(" ");
    if (words.length < MIN_WORDS || seen.has(key)) return new Set<string>();
    seen.add(key);
    return wordPairs(words);
  });
  const frequency = new Map<string, number>();
  for (const set of sets) for (const pair of set) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const byPair = new Map<string, number[]>();
  const found: (readonly [number, number])[] = [];
  sets.forEach((set, later) => {
    const rarest = [...set].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1));
    // A partner with at least `least` in common has no fewer than least / (2 - least) of this text's pairs.
    const prefix = rarest.slice(0, set.size - Math.ceil((set.size * least) / (2 - least)) + 1);
    const candidates = new Set(prefix.flatMap((pair) => byPair.get(pair) ?? []));
    for (const earlier of [...candidates].sort((a, b) => a - b)) {
      const share = dice(sets[earlier]!, set);
      if (share >= least && share < 1) found.push([earlier, later]);
    }
    for (const pair of prefix) {
      const known = byPair.get(pair);
      if (known) known.push(later);
      else byPair.set(pair, [later]);
    }
  });
  return found;
}

function wordPairs(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.slice(1).map((word, index) => `${words[index]!} ${word}`));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}
