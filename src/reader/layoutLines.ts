import type { Span, TextLine } from "../text/textDocument";

/** A word of a line by its place: offsets of its first letter and behind its last. */
export interface LayoutWord {
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly span: Span;
}

/** A line that is not blank. */
export interface LayoutLine {
  /** Index of its page. */
  readonly page: number;
  /** Number of the line. */
  readonly y: number;
  readonly words: readonly LayoutWord[];
}

/** Words that one space parts, as offsets; two spaces or more stand between runs. */
export interface Run {
  readonly left: number;
  readonly right: number;
  /** Indexes of its first word and of the word behind its last. */
  readonly from: number;
  readonly to: number;
}

/** The words of all lines of a text that are not blank and not the number of a page. */
export function layoutLines(lines: readonly TextLine[]): LayoutLine[] {
  return lines.filter((line) => line.text.trim() !== "" && !isPageNumber(line)).map(layoutLine);
}

function layoutLine({ text, number, page }: TextLine): LayoutLine {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }): LayoutWord => {
    const right = index + word.length;
    return { left: index, right, text: word, span: { line: number, start: index, end: right } };
  });
  return { page: page ?? 1, y: number, words };
}

/** A number alone, far from the margin. */
function isPageNumber({ text }: TextLine): boolean {
  return /^\d{1,3}$/.test(text.trim()) && text.search(/\S/) >= 8;
}

/** Words of a line gathered where only one space parts them. `apart`: the first word is a run of its own. */
export function runsOf({ words }: LayoutLine, apart = false): Run[] {
  const runs: { left: number; right: number; from: number; to: number }[] = [];
  words.forEach(({ left, right }, index) => {
    const last = runs[runs.length - 1];
    if (last && left - last.right <= 1 && !(apart && index === 1)) Object.assign(last, { right, to: index + 1 });
    else runs.push({ left, right, from: index, to: index + 1 });
  });
  return runs;
}
