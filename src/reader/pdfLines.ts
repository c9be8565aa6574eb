import type { PdfWord } from "./pdfGlyphs";

/** A visual line of a page. */
export interface PdfLine {
  /** Its words, one space between them. */
  readonly text: string;
  /** The same with all spaces that the page draws. */
  readonly spaced: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** A gap wider than this many font sizes parts columns (the two sides of a letterhead). */
const COLUMN_GAP = 2.5;
/** A gap wider than this many font sizes parts words. */
const WORD_GAP = 0.18;

/** Words joined to lines by their baselines, from top to bottom; lines side by side stay apart and are read column by column. */
export function joinLines(words: readonly PdfWord[]): PdfLine[] {
  const rows = baselineRows(words).flatMap(layersOf);
  const lines: PdfLine[] = [];
  let sides: PdfLine[][] = [];
  const flush = () => {
    lines.push(...sides.flat());
    sides = [];
  };
  for (const row of rows) {
    const pieces = piecesOf(row);
    const next = sides.length > 1 && pieces.length === 1 ? sides.findIndex((side) => overlaps(side.at(-1), pieces[0]!)) : -1;
    const alone = next >= 0 && sides.filter((side) => overlaps(side.at(-1), pieces[0]!)).length === 1;
    if (pieces.length > 1 && pieces.length === Math.max(sides.length, 2)) {
      pieces.forEach((piece, index) => (sides[index] ??= []).push(piece));
    } else if (alone && pieces[0]!.y - sides[next]!.at(-1)!.y < 2.2 * pieces[0]!.height) {
      sides[next]!.push(pieces[0]!);
    } else {
      flush();
      if (pieces.length > 1) sides = pieces.map((piece) => [piece]);
      else lines.push(...pieces);
    }
  }
  flush();
  return lines;
}

/** Words that stand on one baseline, from top to bottom. */
export function baselineRows(words: readonly PdfWord[]): PdfWord[][] {
  const rows: PdfWord[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - word.y) < Math.max(2, 0.35 * word.height)) row.push(word);
    else rows.push([word]);
  }
  return rows;
}

/** Words of one row that are printed over others, as a stamp is, in rows of their own. */
function layersOf(row: readonly PdfWord[]): (readonly PdfWord[])[] {
  const sorted = [...row].sort((a, b) => a.x - b.x);
  const alike = (a: PdfWord, b: PdfWord): boolean => Math.abs(a.y - b.y) < 0.5 && Math.abs(a.height - b.height) < 0.1 * a.height;
  let right = sorted[0]!;
  const covered = sorted.some((word, index) => {
    const hidden = index > 0 && !alike(word, right) && right.x + right.width - word.x > 0.4 * Math.min(word.height, right.height);
    if (word.x + word.width > right.x + right.width) right = word;
    return hidden;
  });
  if (!covered) return [row];
  const layers: PdfWord[][] = [];
  for (const word of sorted) {
    const layer = layers.find(([first]) => alike(first!, word));
    if (layer) layer.push(word);
    else layers.push([word]);
  }
  return layers;
}

function overlaps(a: PdfLine | undefined, b: PdfLine): boolean {
  return a !== undefined && a.left < b.right && b.left < a.right;
}

function piecesOf(words: readonly PdfWord[]): PdfLine[] {
  const pieces: PdfLine[] = [];
  let text = "";
  let spaced = "";
  let left = 0;
  let right = 0;
  let last: PdfWord | undefined;
  const close = () => {
    const folded = text.split(/\s/).filter(Boolean).join(" ");
    const whole = spaced + " ".repeat(last?.spacesBehind ?? 0);
    if (last && folded !== "") pieces.push({ text: folded, spaced: whole, left, right, y: last.y, height: last.height });
    text = spaced = "";
  };
  for (const word of [...words].sort((a, b) => a.x - b.x)) {
    const gap = last ? word.x - right : 0;
    if (last && gap > COLUMN_GAP * word.height) close();
    const parts = text !== "" && gap > WORD_GAP * word.height;
    if (text === "") left = word.x;
    else if (parts) text += " ";
    text += word.text;
    spaced += " ".repeat(Math.max(word.spacesBefore, parts ? Math.max(1, last!.spacesBehind) : 0)) + word.text;
    right = Math.max(text === word.text ? 0 : right, word.x + word.width);
    last = word;
  }
  close();
  return pieces;
}
