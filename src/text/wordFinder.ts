/** A word that may stand at a place of a damaged text. */
export interface FoundWord {
  readonly word: string;
  /** What the text has of it, of the same length as the word: a space for each lost letter. */
  readonly raw: string;
  /** Where the text goes on behind it. */
  readonly end: number;
  /** Lost letters. */
  readonly lost: number;
  /** Log cost of letters that are seldom lost in this text. @default 0 */
  readonly cost?: number;
}

/** Finds the words that can have left what stands at a place of a damaged text. */
export interface WordFinder {
  wordsAt(text: string, at: number): Iterable<FoundWord>;
}
