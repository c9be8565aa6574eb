import type { FoundWord, WordFinder } from "./wordFinder";
import type { WordCounts } from "./wordCounts";

/** Most gaps inside of one word. */
const MAX_GAPS = 3;
/** Letters of a word for each that is visible, at most. */
const MOST_LETTERS = 4;
/** Longest word, in letters; acronyms may be longer than syllables. */
const LONGEST = 9;
const OPENING = /[([{“"/]/;
const CLOSING = /[)\]},.;:!?”"/]/;

/** A word that can have left a pattern. */
interface Candidate {
  readonly word: string;
  /** The word with a space for each letter that is lost. */
  readonly raw: string;
}

/**
 * Finds words in text that has lost letters and whose white space was folded since: one space stands for any number of lost letters and
 * for the space beside them, none is left where a line begins or ends with lost letters.
 */
export class FoldedWords implements WordFinder {
  private readonly forms = new Map<string, Candidate[]>();
  private readonly matched = new Map<string, readonly Candidate[]>();
  private readonly anyLost: WordsByLetter | undefined;
  private readonly capitals: WordsByLetter;

  constructor(
    known: ReadonlySet<string>,
    counts: WordCounts,
    /** Whether a letter is lost in the whole text; undefined: any may be. */
    isLost: ((letter: string) => boolean) | undefined,
    /** Lines in capitals: every word of plans may stand in them. */
    heading = false,
    /** Log cost of taking a capital for lost. */
    private readonly costOf: (capital: string) => number = () => 0,
  ) {
    const acronyms = [...counts.acronyms].filter((word) => word.length > 2 && !known.has(word.toLowerCase()));
    // Where any letter may be lost, nearly every syllable fits: only words that can be accepted are tried.
    const usual = [...counts.words.keys()].filter((word) => known.has(word));
    this.capitals = new WordsByLetter(heading ? [...acronyms, ...usual.map((word) => word.toUpperCase())] : acronyms);
    if (heading) return;
    if (!isLost) this.anyLost = new WordsByLetter([...usual, ...usual.map(capital)]);
    else {
      for (const word of known) {
        const rest = [...word].slice(1).map(isLost);
        this.file(word, [isLost(word[0]!), ...rest]);
        this.file(capital(word), [false, ...rest]);
        this.file(capital(word), [true, ...rest]);
      }
    }
  }

  private file(word: string, lost: readonly boolean[]): void {
    const raw = [...word].map((letter, index) => (lost[index] ? " " : letter)).join("");
    if (!lost.includes(true) || raw.trim() === "") return;
    const form = raw.replace(/ {2,}/g, " ");
    const list = this.forms.get(form);
    if (list) list.push({ word, raw });
    else this.forms.set(form, [{ word, raw }]);
  }

  /** Words that begin at `at`, where a letter or a space stands. */
  *wordsAt(text: string, at: number): Iterable<FoundWord> {
    const blank = text[at] === " ";
    const before = text[at - 1] ?? "";
    if (blank && (!OPENING.test(before) || !/\p{L}/u.test(text[at + 1] ?? ""))) return;
    const from = blank ? at + 1 : at;
    const lead = blank || at === 0 || before === " ";
    let gaps = 0;
    let letters = 0;
    for (let j = from; j <= text.length; j++) {
      const char = text[j] ?? "";
      if (/[\p{L}\p{M}]/u.test(char)) {
        if (++letters > LONGEST) return;
        continue;
      }
      if (j > from) yield* this.between(text, at, from, j, lead);
      if (char !== " " || !/\p{L}/u.test(text[j + 1] ?? "") || ++gaps > MAX_GAPS) return;
    }
  }

  private *between(text: string, at: number, from: number, end: number, lead: boolean): Iterable<FoundWord> {
    const core = text.slice(from, end);
    if (at === from && !core.includes(" ")) yield { word: core, raw: core, end, lost: 0 };
    const ends = end === text.length;
    const trail = ends || text[end] === " ";
    // A space before a closing mark is none: only lost letters stand there.
    const closes = trail && !ends && CLOSING.test(text[end + 1] ?? "");
    for (const [before, behind] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      if ((before && !lead) || (behind && !trail)) continue;
      if (at !== from && !before) continue;
      if (!before && !behind && !core.includes(" ")) continue;
      for (const { word, raw } of this.candidates(`${before ? " " : ""}${core}${behind ? " " : ""}`)) {
        const lost = raw.length - raw.replaceAll(" ", "").length;
        const cost = raw[0] === " " ? this.costOf(word[0]!) : 0;
        yield { word, raw, end, lost, cost };
        if (closes && behind) yield { word, raw, end: end + 1, lost, cost };
      }
    }
  }

  private candidates(pattern: string): readonly Candidate[] {
    const cached = this.matched.get(pattern);
    if (cached) return cached;
    const found = [...(this.anyLost?.matching(pattern) ?? this.forms.get(pattern) ?? [])];
    // A Roman number is no rest of another, a letter with nothing before it labels a heading.
    if (pattern === pattern.toUpperCase() && !/^(?: ?[IVX]+ ?|\p{Lu} )$/u.test(pattern)) found.push(...this.capitals.matching(pattern));
    this.matched.set(pattern, found);
    return found;
  }
}

/** Words by the letters that stand in them. */
class WordsByLetter {
  private readonly words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      for (const letter of new Set(word)) {
        const list = this.words.get(letter);
        if (list) list.push(word);
        else this.words.set(letter, [word]);
      }
    }
  }

  /** Words that can have left a pattern, in which each space stands for one lost letter or more. */
  matching(pattern: string): Candidate[] {
    const visible = pattern.replaceAll(" ", "");
    const lists = [...visible].map((letter) => this.words.get(letter) ?? []);
    const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best));
    return shortest.flatMap((word) => {
      if (word.length < pattern.length || word.length > MOST_LETTERS * visible.length) return [];
      const raw = place(pattern, 0, word, 0);
      return raw === undefined ? [] : [{ word, raw }];
    });
  }
}

function place(pattern: string, p: number, word: string, w: number): string | undefined {
  if (p === pattern.length) return w === word.length ? "" : undefined;
  if (w === word.length) return undefined;
  if (pattern[p] !== " ") {
    if (pattern[p] !== word[w]) return undefined;
    const rest = place(pattern, p + 1, word, w + 1);
    return rest === undefined ? undefined : word[w]! + rest;
  }
  for (let next = w + 1; next <= word.length; next++) {
    const rest = place(pattern, p + 1, word, next);
    if (rest !== undefined) return " ".repeat(next - w) + rest;
  }
  return undefined;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
