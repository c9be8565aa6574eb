import type { Source, TextCell, TextLine, TextTable } from "../text/textDocument";

/**
 * Tables of web pages whose text was taken cell by cell: every cell stands on lines of its own between lines that hold a single bar, and a
 * row begins and ends with a bar.
 */
export function findBarTables(lines: readonly TextLine[]): TextTable[] {
  const tables: TextTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const found = isBar(lines[at]) ? tableAt(lines, at) : undefined;
    if (found) tables.push(found.table);
    at = found ? found.next : at + 1;
  }
  return tables;
}

function tableAt(lines: readonly TextLine[], first: number): { table: TextTable; next: number } | undefined {
  const rows: Source[][] = [];
  let row: Source[] = [];
  let columns = 0;
  let numbered = false;
  let at = first;
  // `at` stands on a bar that opens a cell or a row
  for (;;) {
    const end = cellEnd(lines, at + 1);
    if (end === undefined) break;
    const source = sourceOfCell(lines, at + 1, end);
    // cells that are merged with those above may be missing at the end of a row: the label of the next row shows it
    const nextIsLabelled = numbered && row.length > 1 && isLabel(lines, end);
    const closesRow = source.length === 0 && (row.length >= columns || nextIsLabelled || (row.length === 1 && !isNumber(lines, row[0]!)));
    if (closesRow && row.length > 0) {
      if (rows.length === 0) numbered = row.length > 2 && NUMBER_HEADER.test(wordsOf(lines, row[0]!));
      // a row whose label is merged with the one above
      const unlabelled = numbered && rows.length > 0 && row.length > 1 && row.length < columns && !LABEL.test(wordsOf(lines, row[0]!));
      rows.push(unlabelled ? [[], ...row] : row);
      columns = Math.max(columns, row.length);
      row = [];
    } else row.push(source);
    at = end;
  }
  if (row.some((source) => source.length > 0)) rows.push(row);
  columns = Math.max(columns, row.length);
  if (rows.length < 2 || columns < 2) return undefined;
  const cells: TextCell[] = rows.flatMap((sources, index) =>
    sources.length === 1
      ? [{ row: index, column: 0, rowSpan: 1, columnSpan: columns, source: sources[0]! }]
      : sources.map((source, column) => ({ row: index, column, rowSpan: 1, columnSpan: 1, source })),
  );
  return { table: { firstLine: lines[first]!.number, lastLine: lines[at]!.number, rows: rows.length, columns, cells }, next: at + 1 };
}

/** Index of the bar that ends the cell that begins at `from`; undefined when a blank line shows that the table is over. */
function cellEnd(lines: readonly TextLine[], from: number): number | undefined {
  if (lines[from] === undefined || lines[from].text.trim() === "") return undefined;
  for (let at = from; at < Math.min(lines.length, from + MAX_CELL_LINES); at++) if (isBar(lines[at])) return at;
  return undefined;
}

/** A longer run without a bar is text behind a table. */
const MAX_CELL_LINES = 60;

function sourceOfCell(lines: readonly TextLine[], from: number, to: number): Source {
  return lines
    .slice(from, to)
    .filter((line) => line.text.trim() !== "")
    .map((line) => {
      const start = line.text.length - line.text.trimStart().length;
      return { line: line.number, start, end: line.text.trimEnd().length };
    });
}

const NUMBER_HEADER = /^(?:S?TT|Số TT|STT)$/i;
// "3", "12.", "IV"
const LABEL = /^(?:\d{1,3}|[IVX]{1,5})[.)]?$/;

/** Whether the cell behind the bar at `bar` holds nothing but the label of a row. */
function isLabel(lines: readonly TextLine[], bar: number): boolean {
  const end = cellEnd(lines, bar + 1);
  return end !== undefined && LABEL.test(wordsOf(lines, sourceOfCell(lines, bar + 1, end)));
}

/** The words of a cell without signs of emphasis. */
function wordsOf(lines: readonly TextLine[], source: Source): string {
  const first = lines[0]!.number;
  return source
    .map((span) => lines[span.line - first]!.text.slice(span.start, span.end))
    .join(" ")
    .replaceAll("*", "")
    .trim();
}

function isNumber(lines: readonly TextLine[], source: Source): boolean {
  const first = lines[0]!.number;
  return source.length <= 1 && source.every((span) => /^[\d.*IVX]{1,8}$/.test(lines[span.line - first]!.text.trim()));
}

function isBar(line: TextLine | undefined): boolean {
  return line !== undefined && line.text.trim() === "|";
}
