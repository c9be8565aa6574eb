import type { Span, TextDocument } from "../../text/textDocument";

/** A visual line of a flattened table. */
export interface CellLine {
  readonly line: number;
  /** Offset in the source line where the words of the cell begin (after a row number on the same line). */
  readonly start: number;
  readonly end: number;
  /** Words for judging, without the joint's space and the space at the end; may begin with spaces for lost letters. */
  readonly words: string;
  readonly raw: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** A new page begins here. */
  readonly joint: boolean;
}

/** Non-blank lines of a document; `from` and `to` are 0-based indexes into its lines. */
export function cellLines(document: TextDocument, from = 0, to = document.lines.length): CellLine[] {
  const found: CellLine[] = [];
  let gap = 0;
  let page = document.lines[from]?.page;
  const spaced = isSpaced(document);
  for (const line of document.lines.slice(from, to)) {
    if (line.text.trim() === "") {
      gap++;
      continue;
    }
    const turned = line.page !== page;
    page = line.page;
    // The extractor glues the first line of a page to the last one: no blank line between, one space before.
    // A letter that was restored in that space tells that it was none.
    const glued = spaced && gap === 0 && found.length > 0 && /^ \S/.test(line.text);
    const start = glued ? 1 : 0;
    const end = /\s$/.test(line.text) ? line.text.length - 1 : line.text.length;
    found.push({
      line: line.number,
      start,
      end,
      words: line.text.slice(start, end),
      raw: line.raw.slice(start, end),
      gap,
      joint: turned || glued,
    });
    gap = 0;
  }
  return found;
}

/** True when the extractor put a blank line between any two lines. */
function isSpaced(document: TextDocument): boolean {
  let blank = 0;
  for (const line of document.lines) if (line.text.trim() === "") blank++;
  return blank > 0.35 * document.lines.length;
}

/** The words of a line as a span, without white space at the ends. */
export function spanOf(line: CellLine): Span {
  const lead = line.words.length - line.words.trimStart().length;
  return { line: line.line, start: line.start + lead, end: line.start + line.words.trimEnd().length };
}
