import type { Span, TextCell, TextLine, TextTable } from "../text/textDocument";

/** Fewest columns and rows: a letterhead or a signature has two columns, a list of contents no third row of its own. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 3;
/** A quoted cell that does not end within so many lines is no quoted cell. */
const MOST_CELL_LINES = 60;

/**
 * Tables as spreadsheets and word processors give them to the clipboard as plain text: a tab between cells, a cell of several lines in
 * quotation marks, with its own marks doubled.
 */
export function findTabTables(lines: readonly TextLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (tabs(lines[at]!) < FEWEST_COLUMNS - 1) continue;
    const rows: TextCell["source"][][] = [];
    let next = at;
    while (next < lines.length && tabs(lines[next]!) > 0) {
      const row = rowAt(lines, next);
      rows.push(row.cells);
      next = row.next;
    }
    const wide = rows.filter((cells) => cells.length >= FEWEST_COLUMNS).length;
    if (wide >= FEWEST_ROWS) tables.push(tableOf(rows, lines[at]!.number, lines[next - 1]!.number));
    at = next - 1;
  }
  return tables;
}

function tableOf(rows: readonly (readonly TextCell["source"][])[], firstLine: number, lastLine: number): TextTable {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const cells = rows.flatMap((sources, row): TextCell[] => {
    const filled = sources.flatMap((source, column) => (source.length > 0 ? [column] : []));
    // a title over the table stands alone in its row
    if (filled.length === 1 && filled[0] === 0) return [{ row, column: 0, rowSpan: 1, columnSpan: columns, source: sources[0]! }];
    return sources.map((source, column) => ({ row, column, rowSpan: 1, columnSpan: 1, source }));
  });
  return { firstLine, lastLine, rows: rows.length, columns, cells };
}

function tabs(line: TextLine): number {
  let count = 0;
  for (let at = line.text.indexOf("\t"); at >= 0; at = line.text.indexOf("\t", at + 1)) count++;
  return count;
}

/** The cells of the row that begins on a line, and the index of the line behind it. */
function rowAt(lines: readonly TextLine[], first: number): { cells: TextCell["source"][]; next: number } {
  const cells: TextCell["source"][] = [];
  let line = first;
  let start = 0;
  for (;;) {
    const quoted = lines[line]!.text[start] === '"' ? quotedCell(lines, line, start + 1) : undefined;
    const end = quoted?.end ?? endOfCell(lines[line]!, start);
    cells.push(quoted?.source ?? spansOf(lines[line]!, start, end));
    line = quoted?.line ?? line;
    if (end >= lines[line]!.text.length) return { cells, next: line + 1 };
    start = end + 1;
  }
}

function endOfCell(line: TextLine, from: number): number {
  const tab = line.text.indexOf("\t", from);
  return tab < 0 ? line.text.length : tab;
}

/** A cell in quotation marks, from behind the first of them: its words, and where the tab or the end of line behind it stands. */
function quotedCell(lines: readonly TextLine[], first: number, start: number): { source: Span[]; line: number; end: number } | undefined {
  const source: Span[] = [];
  let from = start;
  for (let line = first; line < Math.min(lines.length, first + MOST_CELL_LINES); line++, from = 0) {
    const close = closingMark(lines[line]!.text, from);
    if (close === undefined) {
      source.push(...spansOf(lines[line]!, from, lines[line]!.text.length));
      continue;
    }
    const behind = lines[line]!.text[close + 1];
    if (behind !== undefined && behind !== "\t") return undefined;
    return { source: [...source, ...spansOf(lines[line]!, from, close)], line, end: close + 1 };
  }
  return undefined;
}

/** Where the mark that ends a cell stands; two marks are one of its letters. */
function closingMark(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return undefined;
}

function spansOf(line: TextLine, start: number, end: number): Span[] {
  const piece = line.text.slice(start, end);
  const first = start + (piece.length - piece.trimStart().length);
  const last = start + piece.trimEnd().length;
  return first < last ? [{ line: line.number, start: first, end: last }] : [];
}
