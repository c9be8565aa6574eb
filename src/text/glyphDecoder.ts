import { vietnameseSyllables } from "./syllables";
import { countWords, loadWordCounts } from "./wordCounts";
import type { WordCounts } from "./wordCounts";

/** Most letters of one word that may be lost. */
const MAX_LOST = 5;
/** Log costs: a lost letter, two real spaces side by side, a capital put where a word begins. */
const LOST_COST = 0.9;
const GAP_COST = 6;
const CAPITAL_COST = 0.3;
/** Weights of pair, word and syllable in the probability of a word. */
const WEIGHTS = [0.62, 0.34, 0.04] as const;
const BEAM = 12;
/** Words and marks of a line in capitals from which on it is a heading. */
const MIN_HEADING = 3;
/** Organisations and terms that can be read though all or most of their letters are lost; the words around decide. */
const COMMON_ACRONYM = "UBND";

interface State {
  readonly score: number;
  readonly back?: State;
  /** What was emitted to get here. */
  readonly token: string;
  readonly key: string;
  /** Last thing emitted was a space or a word. */
  readonly after: "space" | "word" | "mark" | "start";
}

/**
 * Restores lines in which an extractor printed one space for each lost letter: the best way through the lattice of "this space is a space"
 * and "this space is a letter", by syllables and counts of word pairs (Viterbi). Only words that the counts know beside a neighbour that
 * they know are accepted. Gives lines of the same length and the number of letters that seem lost.
 */
export function restoreLines(raws: readonly string[], counts: WordCounts): { texts: string[]; lost: number } {
  const lostLetters = findLostLetters(raws, counts);
  const evidence = withIntactWords(raws, counts);
  const usual = new Decoder(evidence, (letter) => lostLetters.has(letter));
  const wide = new Decoder(evidence, () => true);
  const headings = new Decoder(evidence, () => true, 1 / 4);
  let context = "<p>";
  const paths = raws.map((raw) => {
    if (raw.trim() === "") return { before: context, path: [] };
    const before = context;
    let path = (mostlyCapitals(raw) ? headings : usual).decode(raw, context);
    // Headings in another font have lost other letters.
    if (unexplained(path) >= 2 && !mostlyCapitals(raw)) {
      const other = wide.decode(raw, context);
      if (unexplained(other) < unexplained(path)) path = other;
    }
    context = [...path].reverse().find((state) => state.after !== "space")?.key ?? context;
    return { before, path };
  });
  let lost = 0;
  let after: string | undefined;
  const texts: string[] = [];
  for (let index = raws.length - 1; index >= 0; index--) {
    const { before, path } = paths[index]!;
    const { text, missing } = acceptSure(raws[index]!, path, before, after, evidence);
    texts[index] = text;
    lost += missing;
    after = path.find((state) => state.after !== "space")?.key ?? after;
  }
  return { texts, lost };
}

/** Lower-case letters that occur five times less than in sound plans. */
function findLostLetters(raws: readonly string[], counts: WordCounts): Set<string> {
  const expected = new Map<string, number>();
  let all = 0;
  for (const [word, count] of counts.words) {
    if (!/^\p{L}+$/u.test(word)) continue;
    for (const letter of word) {
      expected.set(letter, (expected.get(letter) ?? 0) + count);
      all += count;
    }
  }
  const seen = new Map<string, number>();
  let total = 0;
  for (const raw of raws) {
    for (const letter of raw) {
      if (!/\p{Ll}/u.test(letter)) continue;
      seen.set(letter, (seen.get(letter) ?? 0) + 1);
      total++;
    }
  }
  const lost = new Set<string>();
  for (const [letter, count] of expected) {
    const wanted = (count * total) / all;
    if (wanted >= 0.5 && (seen.get(letter) ?? 0) < 0.2 * wanted) lost.add(letter);
  }
  return lost;
}

/** Adds the pairs of possible words that stand undamaged in the document itself. */
function withIntactWords(raws: readonly string[], counts: WordCounts): WordCounts {
  const syllables = vietnameseSyllables();
  const runs: string[] = [];
  for (const raw of raws) {
    let run: string[] = [];
    for (const piece of raw.split(" ")) {
      const word = /[\p{L}\p{M}]+/u.exec(piece)?.[0] ?? "";
      if (word.length > 2 && syllables.has(word.toLowerCase())) run.push(piece);
      else {
        if (run.length > 1) runs.push(run.join(" "));
        run = [];
      }
    }
    if (run.length > 1) runs.push(run.join(" "));
  }
  const own = loadWordCounts(countWords(runs.map((run) => `. ${run} .`)));
  const sum = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => {
    const joined = new Map(a);
    for (const [key, count] of b) if (!key.includes("<p>")) joined.set(key, (joined.get(key) ?? 0) + count);
    return joined;
  };
  const acronyms = new Set(counts.acronyms);
  for (const raw of raws) for (const [word] of raw.matchAll(/\p{Lu}{3,}/gu)) acronyms.add(word);
  return { words: sum(counts.words, own.words), pairs: sum(counts.pairs, own.pairs), acronyms, total: counts.total + own.total };
}

class Decoder {
  private readonly vocabulary = new Map<string, string[]>();
  private readonly acronyms = new Map<number, string[]>();
  private readonly patterns = new Map<string, readonly string[]>();
  private readonly known: Set<string>;

  constructor(
    private readonly counts: WordCounts,
    private readonly isLost: (letter: string) => boolean,
    /** Share of the letters of a word in capitals that must be visible. */
    private readonly minVisible = 1 / 2,
  ) {
    this.known = new Set(vietnameseSyllables());
    for (const word of counts.words.keys()) if (/^\p{L}+$/u.test(word)) this.known.add(word);
    for (const word of this.known) {
      // Words are filed by length and by length with their first letter.
      for (const key of [`${word.length}`, `${word.length}${word[0]!}`]) {
        const list = this.vocabulary.get(key);
        if (list) list.push(word);
        else this.vocabulary.set(key, [word]);
      }
    }
    for (const word of counts.acronyms) this.acronyms.set(word.length, [...(this.acronyms.get(word.length) ?? []), word]);
  }

  /** The best states along a line, first to last. */
  decode(text: string, context: string): State[] {
    const at: (Map<string, State> | undefined)[] = Array.from({ length: text.length + 1 });
    at[0] = new Map([["", { score: 0, token: "", key: context, after: "start" }]]);
    const put = (index: number, state: State) => {
      const states = (at[index] ??= new Map<string, State>());
      const name = `${state.after} ${state.key}`;
      const other = states.get(name);
      if (!other || other.score < state.score) states.set(name, state);
    };
    for (let i = 0; i < text.length; i++) {
      const here = at[i];
      if (!here) continue;
      const best = [...here.values()].sort((a, b) => b.score - a.score).slice(0, BEAM);
      for (const state of best) this.step(text, i, state, put);
    }
    let end: State | undefined;
    for (const state of at[text.length]?.values() ?? []) if (!end || state.score > end.score) end = state;
    const path: State[] = [];
    for (let state = end; state?.back; state = state.back) path.push(state);
    return path.reverse();
  }

  private step(text: string, i: number, state: State, put: (index: number, state: State) => void): void {
    const char = text[i]!;
    const blank = char === " " || char === "\t";
    if (blank) {
      const cost = state.after === "space" ? GAP_COST : 0;
      put(i + 1, { score: state.score - cost, back: state, token: char, key: state.key, after: "space" });
      if (char === "\t") return;
    } else if (/\d/.test(char)) {
      let j = i + 1;
      while (j < text.length && /\d/.test(text[j]!)) j++;
      put(j, this.next(state, text.slice(i, j), "<n>", "mark", 0));
      return;
    } else if (!/[\p{L}\p{M}]/u.test(char)) {
      put(i + 1, this.next(state, char, "<p>", "mark", 0));
      return;
    }
    if (state.after === "word") return;
    let lost = 0;
    for (let j = i; ; j++) {
      const ends = j === text.length || !/[ \p{L}\p{M}]/u.test(text[j]!);
      if ((ends || text[j] === " ") && j > i) this.words(text.slice(i, j), lost, state, j, put);
      // The space at the end of a line is always a space.
      if (ends || (text[j] === " " && j + 1 === text.length)) return;
      if (text[j] === " " && ++lost > MAX_LOST) return;
      if (j - i > 40 || (lost > 0 && j - i > 8)) return;
    }
  }

  private words(pattern: string, lost: number, state: State, end: number, put: (index: number, state: State) => void): void {
    for (const word of this.candidates(pattern)) {
      const begins = lost > 0 && /^\p{Lu}\P{Lu}*$/u.test(word) && word[0] !== pattern[0] && state.key !== "<p>";
      put(end, this.next(state, word, word.toLowerCase(), "word", lost * LOST_COST + (begins ? CAPITAL_COST : 0)));
    }
  }

  private next(state: State, token: string, key: string, after: State["after"], cost: number): State {
    return { score: state.score + this.probability(state.key, key) - cost, back: state, token, key, after };
  }

  private probability(first: string, second: string): number {
    const { words, pairs, total } = this.counts;
    const count = words.get(first) ?? 0;
    const pair = count > 0 ? (pairs.get(`${first} ${second}`) ?? 0) / count : 0;
    const floor = this.known.has(second) || second === "<n>" || second === "<p>" ? 1 / this.known.size : 1e-7;
    return Math.log(WEIGHTS[0] * pair + WEIGHTS[1] * ((words.get(second) ?? 0) / total) + WEIGHTS[2] * floor);
  }

  /** Words that can have left this pattern; a space stands for any lost letter. */
  private candidates(pattern: string): readonly string[] {
    const cached = this.patterns.get(pattern);
    if (cached) return cached;
    const found = new Set<string>();
    const visible = pattern.replaceAll(" ", "");
    if (visible.length === pattern.length) found.add(pattern);
    else {
      const capitals = visible !== "" && visible === visible.toUpperCase() && visible.length >= pattern.length * this.minVisible;
      const first = pattern[0] === " " ? "" : pattern[0]!.toLowerCase();
      if (visible !== "") {
        for (const word of this.vocabulary.get(`${pattern.length}${first}`) ?? []) {
          this.fill(pattern, word, found);
          if (capitals) this.fillCapitals(pattern, word.toUpperCase(), found);
        }
      }
      for (const word of this.acronyms.get(pattern.length) ?? []) {
        if (visible.length >= pattern.length / 2 || word === COMMON_ACRONYM) this.fillCapitals(pattern, word, found);
      }
    }
    const list = [...found];
    this.patterns.set(pattern, list);
    return list;
  }

  private fill(pattern: string, word: string, found: Set<string>): void {
    for (let i = 1; i < word.length; i++) if (pattern[i] === " " ? !this.isLost(word[i]!) : pattern[i] !== word[i]) return;
    if (pattern[0] !== " ") {
      if (pattern[0]!.toLowerCase() === word[0]) found.add(pattern[0]! + word.slice(1));
      return;
    }
    if (this.isLost(word[0]!)) found.add(word);
    found.add(word[0]!.toUpperCase() + word.slice(1));
  }

  private fillCapitals(pattern: string, word: string, found: Set<string>): void {
    for (let i = 0; i < word.length; i++) if (pattern[i] !== " " && pattern[i] !== word[i]) return;
    found.add(word);
  }
}

/** Gaps that were left and pieces that are no word: a sign that other letters are lost in this line. */
function unexplained(path: readonly State[]): number {
  const syllables = vietnameseSyllables();
  let count = 0;
  path.forEach((state, index) => {
    if (state.after === "space" && path[index - 1]?.after === "space") count++;
    else if (state.after === "word" && /^\p{Ll}/u.test(state.token) && !syllables.has(state.key)) count++;
  });
  return count;
}

/** Keeps the restored words that stand beside a neighbour with which the counts know them. */
function acceptSure(
  raw: string,
  path: readonly State[],
  context: string,
  following: string | undefined,
  counts: WordCounts,
): { text: string; missing: number } {
  const solid = path.filter((state) => state.after !== "space");
  const capitals = mostlyCapitals(raw);
  const place = new Map(solid.map((state, index) => [state, index]));
  let text = "";
  let missing = 0;
  for (const state of path) {
    const piece = raw.slice(text.length, text.length + state.token.length);
    if (piece === state.token) {
      text += piece;
      continue;
    }
    missing += countGaps(piece);
    const index = place.get(state)!;
    const sure = isAcronym(state, piece)
      ? solid[index + 1]?.key === "tỉnh" || /\p{Lu}-$/u.test(text)
      : !(capitals && /\p{Ll}/u.test(state.token)) &&
        isSure(
          state,
          piece,
          solid[index - 1]?.key ?? context,
          solid[index + 1]?.key ?? (capitals ? undefined : following),
          counts,
          capitals && solid.length > MIN_HEADING,
        );
    text += sure ? state.token : piece;
  }
  return { text: text + raw.slice(text.length), missing };
}

function isSure(state: State, piece: string, before: string, after: string | undefined, counts: WordCounts, heading: boolean): boolean {
  if (!counts.words.has(state.key)) return false;
  // A mark says little of the word beside it, but headings are few: how one begins and ends is worth as much as a neighbour.
  const seen = (first: string, second: string) =>
    (heading || (first !== "<p>" && second !== "<p>")) && counts.pairs.has(`${first} ${second}`);
  const follows = seen(before, state.key);
  const leads = after !== undefined && seen(state.key, after);
  // A word of which less than half is left needs both neighbours; at the end of a heading there is only one.
  if (piece.replaceAll(" ", "").length >= piece.length / 2) return follows || leads;
  if (!follows || !(leads || after === undefined)) return false;
  // Where a mark stands for a neighbour, no other word may fit as well.
  if (before !== "<p>" && after !== "<p>") return true;
  return ![...counts.words.keys()].some(
    (word) => word !== state.key && fits(word, piece) && seen(before, word) && (after === undefined || seen(word, after)),
  );
}

/** True when the visible letters of a piece stand in a word at the same places, in either case. */
function fits(word: string, piece: string): boolean {
  if (word.length !== piece.length) return false;
  for (let i = 0; i < word.length; i++) if (piece[i] !== " " && piece[i]!.toLowerCase() !== word[i]) return false;
  return true;
}

/** "     tỉnh" and "QĐ-     ngày" hold the people's committee; nothing of it is left to see. */
function isAcronym(state: State, piece: string): boolean {
  return state.token === COMMON_ACRONYM && piece.trim() === "";
}

/** A heading in capitals has no words in small letters. */
function mostlyCapitals(raw: string): boolean {
  const letters = raw.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > 0.7 * letters.length;
}

function countGaps(piece: string): number {
  let gaps = 0;
  for (const char of piece) if (char === " ") gaps++;
  return gaps;
}
