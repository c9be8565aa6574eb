import type { FoundWord, WordFinder } from "./wordFinder";
import type { WordCounts } from "./wordCounts";

/** Most letters of one word that may be lost. */
const MAX_LOST = 5;
/** Organisations and terms that can be read though all or most of their letters are lost; the words around decide. */
export const COMMON_ACRONYM = "UBND";

/** Finds words in text in which one space stands for each lost letter. */
export class SpacedWords implements WordFinder {
  private readonly vocabulary = new Map<string, string[]>();
  private readonly acronyms = new Map<number, string[]>();
  private readonly patterns = new Map<string, readonly string[]>();

  constructor(
    known: ReadonlySet<string>,
    counts: WordCounts,
    private readonly isLost: (letter: string) => boolean,
    /** Share of the letters of a word in capitals that must be visible. */
    private readonly minVisible: number,
  ) {
    for (const word of known) {
      // Words are filed by length and by length with their first letter.
      for (const key of [`${word.length}`, `${word.length}${word[0]!}`]) {
        const list = this.vocabulary.get(key);
        if (list) list.push(word);
        else this.vocabulary.set(key, [word]);
      }
    }
    for (const word of counts.acronyms) this.acronyms.set(word.length, [...(this.acronyms.get(word.length) ?? []), word]);
  }

  *wordsAt(text: string, at: number): Iterable<FoundWord> {
    let lost = 0;
    for (let j = at; ; j++) {
      const ends = j === text.length || !/[ \p{L}\p{M}]/u.test(text[j]!);
      if ((ends || text[j] === " ") && j > at) {
        const raw = text.slice(at, j);
        for (const word of this.candidates(raw)) yield { word, raw, end: j, lost };
      }
      // The space at the end of a line is always a space.
      if (ends || (text[j] === " " && j + 1 === text.length)) return;
      if (text[j] === " " && ++lost > MAX_LOST) return;
      if (j - at > 40 || (lost > 0 && j - at > 8)) return;
    }
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
