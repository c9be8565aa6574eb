import type { TextLine, TextTable } from "../text/textDocument";
import { findGapTables } from "./gapTables";
import { findLayoutTables } from "./layoutTables";

/**
 * Tables whose columns are kept apart by spaces, as `pdftotext -layout` prints them. They are read in two ways: by gaps alone, which allows
 * columns that are missing on a page, and by the width of print, which tells cells apart that touch and knows where it is in doubt. The
 * first is taken where no cells touch and it finds as much as the second.
 */
export function findSpaceTables(lines: readonly TextLine[]): readonly TextTable[] {
  const byGaps = findGapTables(lines);
  const byWidth = findLayoutTables(lines);
  const sound = (tables: readonly TextTable[]): number => tables.reduce((sum, table) => sum + soundRows(table, lines), 0);
  const columns = (tables: readonly TextTable[]): number => tables.reduce((sum, table) => sum + table.columns, 0);
  const plain = byGaps.length > 0 && !byGaps.some(hasTouchingCells) && columns(byGaps) >= columns(byWidth);
  return plain && sound(byGaps) >= sound(byWidth) ? byGaps : byWidth;
}

/** Whether only one space parts the words of two cells anywhere behind the column of numbers. */
function hasTouchingCells({ cells }: TextTable): boolean {
  const ends = new Set(cells.flatMap(({ column, source }) => (column === 0 ? [] : source.map(({ line, end }) => `${line}:${end + 1}`))));
  return cells.some(({ source }) => source.some(({ line, start }) => ends.has(`${line}:${start}`)));
}

/** Rows that have a number, words beside it, and no cell that begins with a small letter. */
function soundRows({ rows, cells }: TextTable, lines: readonly TextLine[]): number {
  const byRow = Array.from({ length: rows }, (): string[] => []);
  for (const { row, column, columnSpan, source } of cells) {
    const [first] = source;
    if (first && columnSpan === 1) byRow[row]![column] = lines[first.line - lines[0]!.number]!.text.slice(first.start, first.end);
  }
  return byRow.filter((row) => {
    const [number, ...others] = row;
    const filled = others.filter((words) => words !== undefined);
    return number !== undefined && /^\d/.test(number) && filled.length > 1 && filled.every((words) => !/^[\p{Ll},;]/u.test(words));
  }).length;
}
