import { isFootnoteMark, labelsOf } from "./footnoteMarks";
import type { PdfWord } from "./pdfGlyphs";
import type { PdfLine } from "./pdfLines";

/** The words of a page without the marks that refer to footnotes, and the labels of these. */
export interface MarkedWords {
  readonly words: readonly PdfWord[];
  readonly labels: ReadonlySet<string>;
}

/** A raised word is not larger than this share of the font size beside it, and its baseline stands higher by these shares. */
const RAISED_SIZE = 0.88;
const LOWEST_RISE = 0.15;
const HIGHEST_RISE = 0.75;
/** Widest gap between a mark and the word that it belongs to, in font sizes of that word. */
const MARK_GAP = 0.4;
/** Longest mark, or other raised word, in letters. */
const MOST_LETTERS = 6;
/** Footnotes are set smaller than the text by at least this much. */
const NOTE_SIZE = 0.95;

/**
 * Takes the marks of footnotes out of the words of a page: a small raised number behind a word. At the start of a line it is the number of
 * the footnote itself and stands on the line as "[1]"; other raised letters ("m2", "1st") stand on the line of their word.
 */
export function withoutMarks(words: readonly PdfWord[]): MarkedWords {
  const candidates = words.filter((word) => word.text.length <= MOST_LETTERS).sort((a, b) => a.x - b.x);
  if (candidates.length === 0) return { words, labels: new Set() };
  const byPlace = [...words].sort((a, b) => a.y - b.y);
  const labels = new Set<string>();
  const changed = new Map<PdfWord, PdfWord | undefined>();
  const widen = (anchor: PdfWord, to: number): void => {
    const now = changed.get(anchor) ?? anchor;
    changed.set(anchor, { ...now, width: Math.max(now.width, to - now.x) });
  };
  for (const word of candidates) {
    if (changed.has(word)) continue;
    const near = wordsBelow(byPlace, word).filter((other) => isRaised(word, other));
    if (near.length === 0) continue;
    const pieces = piecesFrom(word, candidates);
    const text = pieces.map((piece) => piece.text).join("");
    const end = pieces.at(-1)!.x + pieces.at(-1)!.width;
    const anchor = near.find((other) => isGap(other.x + other.width, word.x, other));
    const next = near.find((other) => isGap(end, other.x, other));
    if (anchor && isFootnoteMark(anchor.text, text)) {
      for (const piece of pieces) changed.set(piece, undefined);
      for (const label of labelsOf(text)) labels.add(label);
      // What stands directly behind the mark stands directly behind the word.
      widen(anchor, end);
    } else if (anchor) for (const piece of pieces) changed.set(piece, { ...piece, y: anchor.y });
    else if (next && isFootnoteMark("", text)) {
      for (const piece of pieces) changed.set(piece, undefined);
      const width = Math.max(1, next.x - 0.3 * next.height - word.x);
      changed.set(word, { ...word, text: `[${labelsOf(text).join(", ")}]`, y: next.y, width });
    }
  }
  const kept = words.map((word) => (changed.has(word) ? changed.get(word) : word));
  return { words: kept.filter((word): word is PdfWord => word !== undefined), labels };
}

/** Pieces of one mark that were drawn one after the other: "(", "2", ")". */
function piecesFrom(first: PdfWord, candidates: readonly PdfWord[]): readonly PdfWord[] {
  const pieces = [first];
  for (let at = candidates.indexOf(first) + 1; at < candidates.length; at++) {
    const word = candidates[at]!;
    const last = pieces.at(-1)!;
    if (word.x > last.x + last.width + last.height) break;
    const goesOn = Math.abs(word.y - last.y) < 0.5 && Math.abs(word.height - last.height) < 0.5 && word.x > last.x;
    if (goesOn && Math.abs(word.x - last.x - last.width) < 0.3 * last.height) pieces.push(word);
  }
  return pieces;
}

/** Words whose baselines are near enough to belong to a raised word. */
function wordsBelow(byPlace: readonly PdfWord[], { y, height }: PdfWord): readonly PdfWord[] {
  let from = 0;
  let to = byPlace.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byPlace[middle]!.y < y) from = middle + 1;
    else to = middle;
  }
  const near: PdfWord[] = [];
  for (let at = from; at < byPlace.length && byPlace[at]!.y < y + 3 * height; at++) near.push(byPlace[at]!);
  return near;
}

function isRaised(word: PdfWord, other: PdfWord): boolean {
  const rise = (other.y - word.y) / other.height;
  return word.height <= RAISED_SIZE * other.height && rise >= LOWEST_RISE && rise <= HIGHEST_RISE;
}

function isGap(from: number, to: number, { height }: PdfWord): boolean {
  return to - from > -0.2 * height && to - from < MARK_GAP * height;
}

// "[1] Theo", "(1) Theo", "1. Theo"
const NOTE_LABEL = /^[[(]?(?<label>\d{1,3}|\*{1,3})[\]).]*\s/;

/** Whether a line opens a footnote. */
export function isFootnoteStart({ text }: PdfLine): boolean {
  return NOTE_LABEL.test(text);
}

/** Index of the first of the lines at the foot of a page that are its footnotes; the number of lines when there are none. */
export function footnotesFrom(
  lines: readonly PdfLine[],
  { words, footnoteLabels }: { readonly words: readonly PdfWord[]; readonly footnoteLabels: ReadonlySet<string> },
): number {
  if (footnoteLabels.size === 0) return lines.length;
  const size = usualSize(words);
  let first = lines.length;
  for (let at = lines.length - 1; at >= 0 && lines[at]!.height <= NOTE_SIZE * size; at--) {
    const label = NOTE_LABEL.exec(lines[at]!.text)?.groups?.["label"];
    if (label !== undefined && footnoteLabels.has(label)) first = at;
  }
  return first;
}

/** Font size of most letters. */
function usualSize(words: readonly PdfWord[]): number {
  const letters = new Map<number, number>();
  for (const { text, height } of words) {
    const size = Math.round(height * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}
