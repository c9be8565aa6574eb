import type { Span, TextCell, TextTable } from "../text/textDocument";
import { edgeOf, isAlwaysFilled, partOf, type PagePart } from "./cutRows";
import type { DocumentLines } from "./documentLines";
import type { PageGrid } from "./pdfGrid";
import { joinLines, type PdfLine } from "./pdfLines";

/** A table that may go on over the next page. */
export interface OpenTable {
  readonly firstLine: number;
  lastLine: number;
  rows: number;
  readonly xs: readonly number[];
  readonly cells: OpenCell[];
  readonly parts: PagePart[];
  readonly doubtful: Set<number>;
}

type OpenCell = Omit<TextCell, "rowSpan" | "source"> & { rowSpan: number; readonly source: Span[] };

/** Whether a grid at the top of a page has the columns of a table at the end of the page before. */
export function hasColumnsOf({ xs }: OpenTable, grid: PageGrid): boolean {
  return xs.length === grid.xs.length && xs.every((x, index) => Math.abs(x - grid.xs[index]!) < 4);
}

/** Adds the cells of a page's grid, to the table that goes on there if one does; a header that stands again is left out. */
export function addGrid(
  lines: DocumentLines,
  grid: PageGrid,
  add: (line: PdfLine) => Span | undefined,
  before: OpenTable | undefined,
): OpenTable {
  const table: OpenTable = before ?? {
    firstLine: lines.next,
    lastLine: lines.next - 1,
    rows: 0,
    xs: grid.xs,
    cells: [],
    parts: [],
    doubtful: new Set(),
  };
  const part = partOf(grid, table.parts[0]);
  const first = part.repeated;
  const edge = before && first < grid.rows ? edgeOf(before.parts, part) : "whole";
  const end = table.rows;
  const offset = end - first - (edge === "cut" ? 1 : 0);
  if (edge === "doubtful") table.doubtful.add(end - 1).add(end);
  const inOrder = grid.cells.filter((cell) => cell.row >= first).sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, rowSpan, columnSpan, words } of inOrder) {
    const source = joinLines(words)
      .map(add)
      .filter((span): span is Span => span !== undefined);
    const above = row === first ? cellAbove(table, end, column, columnSpan) : undefined;
    if (above && edge === "cut") {
      above.source.push(...source);
      above.rowSpan += rowSpan - 1;
    } else if (above && source.length === 0 && isMerged(table, above, rowSpan)) {
      // The end of the page parts rows that share a cell; a pair of rows is known only by the habit of the column.
      if (above.rowSpan === 1 && rowSpan === 1) table.doubtful.add(end);
      above.rowSpan += rowSpan;
    } else if (source.length > 0 || edge !== "cut" || row > first)
      table.cells.push({ row: offset + row, column, rowSpan, columnSpan, source });
  }
  table.rows = offset + grid.rows;
  table.lastLine = lines.next - 1;
  table.parts.push(part);
  return table;
}

/** The cell that ends with the last row so far. */
function cellAbove(table: OpenTable, end: number, column: number, columnSpan: number): OpenCell | undefined {
  return table.cells.find((cell) => cell.row + cell.rowSpan === end && cell.column === column && cell.columnSpan === columnSpan);
}

function isMerged(table: OpenTable, above: OpenCell, rowSpan: number): boolean {
  return above.source.length > 0 && (above.rowSpan > 1 || rowSpan > 1 || isAlwaysFilled(table.parts, above.column));
}

/** The table as its readers see it; undefined without a line. */
export function finishedTable({ firstLine, lastLine, rows, xs, cells, doubtful }: OpenTable): TextTable | undefined {
  if (lastLine < firstLine) return undefined;
  const doubtfulRows = [...doubtful].filter((row) => row < rows).sort((a, b) => a - b);
  return { firstLine, lastLine, rows, columns: xs.length - 1, cells, ...(doubtfulRows.length > 0 ? { doubtfulRows } : {}) };
}
