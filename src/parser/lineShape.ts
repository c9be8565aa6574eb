import type { TextLine } from "../text/textDocument";

/** Printed width of a line in average letters of a proportional type: capitals and m, w are wide, i, l, t narrow. */
export function lineWidth(text: string): number {
  let width = 0;
  let gap = false;
  const trimmed = text.trim();
  for (let at = 0; at < trimmed.length; at++) {
    const letter = trimmed[at]!;
    if (letter === " ") {
      if (!gap) width += 0.55;
      gap = true;
    } else {
      width += letterWidth(letter);
      gap = false;
    }
  }
  return width;
}

/** Width of the first word of a text together with the space before it. */
export function wordWidth(text: string): number {
  const space = text.indexOf(" ");
  return 0.55 + lineWidth(space < 0 ? text : text.slice(0, space));
}

/** The width that full lines of a document reach. */
export function usualWidth(lines: readonly TextLine[], skip: ReadonlySet<number>): number {
  const widths: number[] = [];
  for (const line of lines) {
    if (skip.has(line.number) || line.text.length > 400) continue;
    const width = lineWidth(line.text);
    if (width > 30) widths.push(width);
  }
  if (widths.length === 0) return 80;
  widths.sort((a, b) => a - b);
  return widths[Math.min(widths.length - 1, Math.floor(widths.length * 0.9))]!;
}

/** "4", "- 5 -", "Trang 6", "--- PAGE BREAK ---". */
export function isPageNumber(text: string): boolean {
  return text.length <= 24 && /^(?:- ?)?(?:Trang )?\d{1,3}(?: ?-)?$|^-{3,} ?PAGE BREAK ?-{3,}$/i.test(text);
}

/** A link target that was printed between two pages. */
export function isBareAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

const NARROW = new Set("iíìỉĩịIÍÌỈĨỊlftrj.,;:'!()-|/");
const WIDE = new Set("mMwW%&@—…");

function letterWidth(letter: string): number {
  if (NARROW.has(letter)) return 0.62;
  if (WIDE.has(letter)) return 1.6;
  const upper = letter.toUpperCase();
  return upper === letter && upper !== letter.toLowerCase() ? 1.4 : 1;
}
