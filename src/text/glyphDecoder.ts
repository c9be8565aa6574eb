import { FoldedWords } from "./foldedWords";
import { COMMON_ACRONYM, SpacedWords } from "./spacedWords";
import { vietnameseSyllables } from "./syllables";
import { countWords, loadWordCounts } from "./wordCounts";
import type { WordCounts } from "./wordCounts";
import type { WordFinder } from "./wordFinder";

/** Log costs: a lost letter, two real spaces side by side, a capital put where a word begins. */
const LOST_COST = 0.9;
const GAP_COST = 6;
const CAPITAL_COST = 0.3;
/** Log cost of a lost capital that most words show, and the share of its usual number from which on it is seen often. */
const INTACT_COST = 2.5;
const USUAL_CAPITAL = 0.4;
/** Weights of pair, word and syllable in the probability of a word. */
const WEIGHTS = [0.62, 0.34, 0.04] as const;
const BEAM = 12;
/** Words and marks of a line in capitals from which on it is a heading. */
const MIN_HEADING = 3;
/** Share of the pieces that are no words which lost letters must explain. Measured: above 0.9 where letters were lost, below 0.01 elsewhere. */
const MIN_EXPLAINED = 0.6;
/** Share of the letters of an acronym, and of a word of a heading in capitals, that must be visible. */
const MIN_VISIBLE = 1 / 2;
const MIN_VISIBLE_IN_HEADING = 1 / 4;

interface State {
  readonly score: number;
  readonly back?: State;
  /** What was emitted to get here, and what the line has of it, of the same length. */
  readonly token: string;
  readonly raw: string;
  /** Where the line goes on. */
  readonly end: number;
  readonly key: string;
  /** Last thing emitted was a space or a word. */
  readonly after: "space" | "word" | "mark" | "start";
}

/** What became of the lines of a damaged text. */
export interface RestoredLines {
  readonly texts: readonly string[];
  /** The lines themselves; where white space was folded, with a space for every letter that was restored. Of the same lengths as `texts`. */
  readonly raws: readonly string[];
  /** Letters that seem lost. */
  readonly lost: number;
}

/** How an extractor left its mark: a space for each letter that it lost, or any number of them in one space. */
export type GapForm = "spaced" | "folded";

/**
 * Restores lines in which an extractor printed spaces for lost letters: the best way through the lattice of "this space is a space" and
 * "this space is a letter", by syllables and counts of word pairs (Viterbi). Only words that the counts know beside a neighbour that
 * they know are accepted.
 */
export function restoreLines(lines: readonly string[], counts: WordCounts, form: GapForm = "spaced"): RestoredLines {
  const lostLetters = findLostLetters(lines, counts);
  const isLost = (letter: string) => lostLetters.has(letter);
  const evidence = withIntactWords(lines, counts, form === "folded" ? wholeWords(counts, isLost) : () => true);
  const known = knownWords(evidence);
  const costOf = costsOfCapitals(lines, counts);
  const decoder = (lost: ((letter: string) => boolean) | undefined, minVisible: number): Decoder =>
    form === "spaced"
      ? new Decoder(evidence, known, new SpacedWords(known, evidence, lost ?? (() => true), minVisible))
      : new Decoder(evidence, known, new FoldedWords(known, evidence, lost, minVisible < MIN_VISIBLE, costOf));
  const usual = decoder(isLost, MIN_VISIBLE);
  const wide = decoder(undefined, MIN_VISIBLE);
  const headings = decoder(undefined, MIN_VISIBLE_IN_HEADING);
  const usualWords = form === "folded" ? counts.words : undefined;
  let context = "<p>";
  const paths = lines.map((line) => {
    if (line.trim() === "") return { before: context, path: [] };
    const before = context;
    let path = (mostlyCapitals(line) ? headings : usual).decode(line, context);
    // Headings in another font have lost other letters.
    const left = unexplained(path, usualWords);
    if (left >= (usualWords ? 1 : 2) && !mostlyCapitals(line)) {
      const other = wide.decode(line, context);
      if (unexplained(other, usualWords) < left) path = other;
    }
    context = [...path].reverse().find((state) => state.after !== "space")?.key ?? context;
    return { before, path };
  });
  let lost = 0;
  let after: string | undefined;
  const texts: string[] = [];
  const raws: string[] = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const { before, path } = paths[index]!;
    const accepted = acceptSure(lines[index]!, path, before, after, evidence);
    texts[index] = accepted.text;
    raws[index] = accepted.raw;
    lost += accepted.missing;
    after = path.find((state) => state.after !== "space")?.key ?? after;
  }
  return { texts, raws, lost };
}

/** Syllables and the words of the counts. */
function knownWords(counts: WordCounts): ReadonlySet<string> {
  const known = new Set(vietnameseSyllables());
  for (const word of counts.words.keys()) if (/^\p{L}+$/u.test(word)) known.add(word);
  return known;
}

/** Tells words that no other known word can have left by losing letters at its ends. */
function wholeWords(counts: WordCounts, isLost: (letter: string) => boolean): (word: string) => boolean {
  const finder = new FoldedWords(knownWords(counts), counts, isLost);
  return (word) => {
    for (const found of finder.wordsAt(word, 0)) if (found.lost > 0 && counts.words.has(found.word.toLowerCase())) return false;
    return true;
  };
}

/** Lower-case letters that occur five times less than in sound plans. */
function findLostLetters(lines: readonly string[], counts: WordCounts): Set<string> {
  const seen = tally(lines.flatMap((line) => line.match(/\p{Ll}/gu) ?? []).map((letter) => [letter, 1]));
  const lost = new Set<string>();
  for (const [letter, share] of frequencies(seen, (word) => [...word], counts)) if (share < 0.2) lost.add(letter);
  return lost;
}

/** Cost of taking a capital for lost where words begin with it nearly as often as in sound plans. */
function costsOfCapitals(lines: readonly string[], counts: WordCounts): (letter: string) => number {
  const seen = tally(lines.flatMap((line) => line.match(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu) ?? []).map((letter) => [letter, 1]));
  const shares = frequencies(seen, (word) => [word[0]!.toUpperCase()], counts);
  return (letter) => {
    const share = shares.get(letter) ?? 0;
    return share > USUAL_CAPITAL ? INTACT_COST * Math.min(1, share) : 0;
  };
}

/** How often letters occur against how often they do in sound plans, where they are to be expected at all. */
function frequencies(seen: ReadonlyMap<string, number>, lettersOf: (word: string) => string[], counts: WordCounts): Map<string, number> {
  const words = [...counts.words].filter(([word]) => /^\p{L}+$/u.test(word));
  const expected = tally(words.flatMap(([word, count]) => lettersOf(word).map((letter): [string, number] => [letter, count])));
  const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((total, count) => total + count, 0);
  const scale = sum(seen) / sum(expected);
  const usual = [...expected].filter(([, count]) => count * scale >= 0.5);
  return new Map(usual.map(([letter, count]) => [letter, (seen.get(letter) ?? 0) / (count * scale)]));
}

function tally(counts: Iterable<readonly [string, number]>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

/** Adds the pairs of possible words that stand undamaged in the document itself. */
function withIntactWords(raws: readonly string[], counts: WordCounts, isWhole: (word: string) => boolean): WordCounts {
  const syllables = vietnameseSyllables();
  const runs: string[] = [];
  for (const raw of raws) {
    let run: string[] = [];
    for (const piece of raw.split(" ")) {
      const word = /[\p{L}\p{M}]+/u.exec(piece)?.[0] ?? "";
      if (word.length > 2 && syllables.has(word.toLowerCase()) && isWhole(word)) run.push(piece);
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
  constructor(
    private readonly counts: WordCounts,
    private readonly known: ReadonlySet<string>,
    private readonly finder: WordFinder,
  ) {}

  /** The best states along a line, first to last. */
  decode(text: string, context: string): State[] {
    const at: (Map<string, State> | undefined)[] = Array.from({ length: text.length + 1 });
    at[0] = new Map([["", { score: 0, token: "", raw: "", end: 0, key: context, after: "start" }]]);
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
      put(i + 1, { score: state.score - cost, back: state, token: char, raw: char, end: i + 1, key: state.key, after: "space" });
      if (char === "\t") return;
    } else if (/\d/.test(char)) {
      let j = i + 1;
      while (j < text.length && /\d/.test(text[j]!)) j++;
      put(j, this.next(state, text.slice(i, j), "<n>", "mark", j));
      return;
    } else if (!/[\p{L}\p{M}]/u.test(char)) {
      put(i + 1, this.next(state, char, "<p>", "mark", i + 1));
      return;
    }
    if (state.after === "word") return;
    for (const { word, raw, end, lost, cost: rare = 0 } of this.finder.wordsAt(text, i)) {
      const begins = lost > 0 && /^\p{Lu}\P{Lu}*$/u.test(word) && raw[0] === " " && state.key !== "<p>";
      const cost = lost * LOST_COST + (begins ? CAPITAL_COST : 0) + rare;
      put(end, this.next(state, word, word.toLowerCase(), "word", end, cost, raw));
    }
  }

  private next(state: State, token: string, key: string, after: State["after"], end: number, cost = 0, raw = token): State {
    return { score: state.score + this.probability(state.key, key) - cost, back: state, token, raw, end, key, after };
  }

  private probability(first: string, second: string): number {
    const { words, pairs, total } = this.counts;
    const count = words.get(first) ?? 0;
    const pair = count > 0 ? (pairs.get(`${first} ${second}`) ?? 0) / count : 0;
    const floor = this.known.has(second) || second === "<n>" || second === "<p>" ? 1 / this.known.size : 1e-7;
    return Math.log(WEIGHTS[0] * pair + WEIGHTS[1] * ((words.get(second) ?? 0) / total) + WEIGHTS[2] * floor);
  }
}

/** Gaps that were left, pieces that are no word, and with `usual` words that plans do not use: a sign that other letters are lost in this line. */
function unexplained(path: readonly State[], usual?: ReadonlyMap<string, number>): number {
  const syllables = vietnameseSyllables();
  let count = 0;
  path.forEach((state, index) => {
    if (state.after === "space" && path[index - 1]?.after === "space") count++;
    else if (state.after !== "word" || !/^\p{Ll}/u.test(state.token)) return;
    else if (!syllables.has(state.key) || (usual && !usual.has(state.key))) count++;
  });
  return count;
}

/** Keeps the restored words that stand beside a neighbour with which the counts know them. */
function acceptSure(
  line: string,
  path: readonly State[],
  context: string,
  following: string | undefined,
  counts: WordCounts,
): { text: string; raw: string; missing: number } {
  const solid = path.filter((state) => state.after !== "space");
  const capitals = mostlyCapitals(line);
  const place = new Map(solid.map((state, index) => [state, index]));
  let text = "";
  let raw = "";
  let missing = 0;
  for (const state of path) {
    const piece = line.slice(state.back?.end ?? 0, state.end);
    if (piece === state.token) {
      text += piece;
      raw += piece;
      continue;
    }
    missing += countGaps(state.raw);
    const index = place.get(state)!;
    const sure = isAcronym(state)
      ? solid[index + 1]?.key === "tỉnh" || /\p{Lu}-$/u.test(text)
      : !(capitals && /\p{Ll}/u.test(state.token)) &&
        isSure(
          state,
          solid[index - 1]?.key ?? context,
          solid[index + 1]?.key ?? (capitals ? undefined : following),
          counts,
          capitals && solid.length > MIN_HEADING,
        );
    text += sure ? state.token : piece;
    raw += sure ? state.raw : piece;
  }
  const rest = line.slice(path.at(-1)?.end ?? 0);
  return { text: text + rest, raw: raw + rest, missing };
}

function isSure(state: State, before: string, after: string | undefined, counts: WordCounts, heading: boolean): boolean {
  const piece = state.raw;
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
function isAcronym({ token, raw }: State): boolean {
  return token === COMMON_ACRONYM && raw.trim() === "";
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

/** True when pieces of text that are no words become known ones with letters that the whole text lacks, at the spaces beside them. */
export function looksFolded(lines: readonly string[], counts: WordCounts): boolean {
  const lostLetters = findLostLetters(lines, counts);
  if (lostLetters.size === 0) return false;
  const finder = new FoldedWords(knownWords(counts), counts, (letter) => lostLetters.has(letter));
  let broken = 0;
  let explained = 0;
  for (const line of lines) {
    for (const { index, 0: piece } of line.matchAll(/\p{Ll}+/gu)) {
      if (/\p{L}/u.test(line[index - 1] ?? "") || vietnameseSyllables().has(piece)) continue;
      broken++;
      const before = line.lastIndexOf(" ", index - 2) + 1;
      const end = index + piece.length;
      for (const at of new Set([before, index]))
        if (
          [...finder.wordsAt(line, at)].some((found) => found.lost > 0 && found.end >= end && counts.words.has(found.word.toLowerCase()))
        ) {
          explained++;
          break;
        }
    }
  }
  return explained > MIN_EXPLAINED * broken;
}
