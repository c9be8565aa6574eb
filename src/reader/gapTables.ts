import type { Source, Span, TextCell, TextLine, TextTable } from "../text/textDocument";
import { findColumnTables, type ColumnRow, type ColumnTable, type Piece, type PieceLine } from "./columnTables";

type WordPiece = Piece & { readonly span: Span };

/** One space parts words of a cell: a gap of the table is wider than this share of the type's size. */
const TYPE_SIZE = 2.3;

/** Tables whose columns are kept apart by gaps: what stands between two gaps is a cell, and rows are parted by numbers or blank lines. */
export function findGapTables(lines: readonly TextLine[]): TextTable[] {
  const numbered = lines.filter((line) => line.text.trim() !== "" && !isPageNumber(line));
  const pages = new Map<number, TextLine[]>();
  for (const line of numbered) {
    const page = pages.get(line.page ?? 1);
    if (page) page.push(line);
    else pages.set(line.page ?? 1, [line]);
  }
  const grouped = [...pages.values()];
  const pieces = grouped.map((page) => page.map(pieceLine));
  return findColumnTables(pieces, true).map((table) => tableOf(table, grouped));
}

/** A number alone, far from the margin. */
function isPageNumber({ text }: TextLine): boolean {
  return /^\d{1,3}$/.test(text.trim()) && text.search(/\S/) >= 8;
}

function pieceLine(line: TextLine): PieceLine<WordPiece> {
  const pieces: WordPiece[] = [];
  for (const { index, 0: text } of line.text.matchAll(/\S+/g)) {
    const end = index + text.length;
    pieces.push({ left: index, right: end, text, span: { line: line.number, start: index, end } });
  }
  return { y: line.number, height: TYPE_SIZE, pieces };
}

interface FoundRow {
  readonly whole: boolean;
  cells: Source[];
}

function tableOf(table: ColumnTable<WordPiece>, pages: readonly (readonly TextLine[])[]): TextTable {
  const rows: FoundRow[] = [];
  const repeated: FoundRow[] = [];
  const header = textOf(table.parts[0]!.rows[0]);
  for (const part of table.parts) {
    let isFirst = true;
    for (const row of part.rows) {
      const found = { whole: row.whole, cells: row.columns.map(sourceOf) };
      // The header stands again at the top of a page.
      if (isFirst && rows.length > 0 && textOf(row) === header) {
        repeated.push(found);
        continue;
      }
      const last = rows[rows.length - 1];
      // A page may cut a row: what goes on has no number.
      if (isFirst && last && !last.whole && !row.whole && found.cells[0]!.length === 0)
        last.cells = last.cells.map((source, column) => [...source, ...found.cells[column]!]);
      else rows.push(found);
      isFirst = false;
    }
  }
  rows.push(...repeated);
  const columns = table.parts[0]!.borders.length + 1;
  const cells = rows.flatMap(({ whole, cells: sources }, row): TextCell[] =>
    whole
      ? [{ row, column: 0, rowSpan: 1, columnSpan: columns, source: sources[0]! }]
      : sources.map((source, column) => ({ row, column, rowSpan: 1, columnSpan: 1, source })),
  );
  const first = table.parts[0]!;
  const last = table.parts[table.parts.length - 1]!;
  return {
    firstLine: pages[first.page]![first.from]!.number,
    lastLine: pages[last.page]![last.to - 1]!.number,
    rows: rows.length,
    columns,
    cells,
  };
}

const textOf = (row: ColumnRow<WordPiece> | undefined): string =>
  row?.columns.map((pieces) => pieces.map(({ text }) => text).join("")).join("|") ?? "";

/** One span for the words of each line. */
function sourceOf(pieces: readonly WordPiece[]): Source {
  const spans: Span[] = [];
  for (const { span } of pieces) {
    const last = spans[spans.length - 1];
    if (last?.line === span.line) spans[spans.length - 1] = { ...last, end: span.end };
    else spans.push(span);
  }
  return spans;
}
