import type { Source, Span, TextLine } from "../text/textDocument";

interface Piece {
  readonly at: number;
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

/** Running text made of pieces of source lines; each letter still knows the line and offset it came from. */
export interface Flow {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A flow of nothing. */
export const EMPTY_FLOW: Flow = { text: "", pieces: [] };

/** A part of one line, white space folded to single spaces and Markdown's signs of emphasis, headings and escapes left out. */
export function flowOfLine(line: TextLine, start = 0, end: number = line.text.length): Flow {
  const text = line.text;
  const pieces: Piece[] = [];
  let out = "";
  let from = -1;
  const close = (at: number): void => {
    if (from >= 0) {
      pieces.push({ at: out.length, line: line.number, start: from, length: at - from });
      out += text.slice(from, at);
    }
    from = -1;
  };
  let gap = false;
  for (let at = start; at < end; at++) {
    if (isSpace(text.charCodeAt(at))) {
      close(at);
      gap = true;
    } else if (isMarkup(text, at)) {
      close(at);
    } else if (from < 0) {
      if (gap && out !== "") out += " ";
      gap = false;
      from = at;
    }
  }
  close(end);
  return { text: out, pieces };
}

/** The words of a source as running text. */
export function flowOfSource(lines: ReadonlyMap<number, TextLine>, source: Source): Flow {
  const parts: Flow[] = [];
  for (const span of source) {
    const line = lines.get(span.line);
    if (line) parts.push(flowOfLine(line, span.start, span.end));
  }
  return joinFlows(parts);
}

/** Joins flows by one space, or without when a symbol number was cut at its hyphen ("01/NQ-" + "CP"). */
export function joinFlows(flows: readonly Flow[]): Flow {
  const texts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let last = "";
  for (const flow of flows) {
    if (flow.text === "") continue;
    if (length > 0 && !endsInCutSymbol(last)) {
      texts.push(" ");
      length++;
    }
    for (const piece of flow.pieces) pieces.push({ ...piece, at: piece.at + length });
    texts.push(flow.text);
    length += flow.text.length;
    last = flow.text;
  }
  return { text: texts.join(""), pieces };
}

/** The part of a flow between two offsets of its text, trimmed. */
export function sliceFlow(flow: Flow, from: number, to: number = flow.text.length): Flow {
  let start = from;
  let end = to;
  while (start < end && flow.text[start] === " ") start++;
  while (end > start && flow.text[end - 1] === " ") end--;
  const pieces: Piece[] = [];
  for (let index = pieceAt(flow, start); index < flow.pieces.length; index++) {
    const piece = flow.pieces[index]!;
    if (piece.at >= end) break;
    const cutLeft = Math.max(0, start - piece.at);
    const cutRight = Math.max(0, piece.at + piece.length - end);
    const length = piece.length - cutLeft - cutRight;
    if (length > 0) pieces.push({ at: piece.at + cutLeft - start, line: piece.line, start: piece.start + cutLeft, length });
  }
  return { text: flow.text.slice(start, end), pieces };
}

/** Where the words between two offsets stand: one span for each stretch of a line. */
export function sourceOf(flow: Flow, from = 0, to: number = flow.text.length): Source {
  const part = from === 0 && to === flow.text.length ? flow : sliceFlow(flow, from, to);
  const spans: Span[] = [];
  for (const piece of part.pieces) {
    const last = spans[spans.length - 1];
    if (last && last.line === piece.line && last.end <= piece.start) spans[spans.length - 1] = { ...last, end: piece.start + piece.length };
    else spans.push({ line: piece.line, start: piece.start, end: piece.start + piece.length });
  }
  return spans;
}

function pieceAt(flow: Flow, offset: number): number {
  let low = 0;
  let high = flow.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = flow.pieces[middle]!;
    if (piece.at + piece.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endsInCutSymbol(text: string): boolean {
  return text.endsWith("-") && /[\p{Lu}\d]-$/u.test(text.slice(-2));
}

// "**II- MỤC TIÊU**", "\\- Tiềm lực", "# Nghị quyết"; a star between spaces is a bullet.
function isMarkup(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === "\\") return /[^\p{L}\d\s]/u.test(text[at + 1] ?? "");
  if (sign === "*") return (text[at + 1] ?? " ") !== " " || (text[at - 1] ?? " ") !== " ";
  return sign === "#" && (text[at + 1] === "#" || text[at + 1] === " ") && text.slice(0, at).replaceAll("#", "").trim() === "";
}

function isSpace(code: number): boolean {
  return (
    code === 32 || code === 9 || code === 0xa0 || code === 0x2007 || code === 0x202f || code === 0x200b || code === 0xfeff || code === 13
  );
}
