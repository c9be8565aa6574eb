import type { FileRange } from "./sheetFile";

/** Rows and columns that a sheet can have (ECMA-376, Excel's limits). */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** Letters of a zero-based column: 0 is "A", 26 is "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** "A1" of a zero-based position. */
export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** "A1:B2" of a rectangle, "A1" of a single cell. */
export function rangeName(range: FileRange): string {
  const first = cellName(range.row, range.column);
  const last = cellName(range.row + range.rows - 1, range.column + range.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** "$A$1:$B$2" of a rectangle. */
export function fixedRangeName(range: FileRange): string {
  const first = `$${columnName(range.column)}$${range.row + 1}`;
  const last = `$${columnName(range.column + range.columns - 1)}$${range.row + range.rows}`;
  return first === last ? first : `${first}:${last}`;
}

/** Sheet name as references need it; the quotes are always right, and missing ones make Excel repair a file. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Zero-based position of "B3", "$b$3"; undefined if it is none or lies outside a sheet. */
export function parseCell(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= SHEET_ROWS && column <= SHEET_COLUMNS ? { row: row - 1, column: column - 1 } : undefined;
}

/** Rectangle of "A1:B2" or "A1", whichever corner comes first. */
export function parseRange(text: string): FileRange | undefined {
  const [first, last = first, more] = text.split(":");
  if (first === undefined || more !== undefined) return undefined;
  const a = parseCell(first);
  const b = parseCell(last!);
  if (!a || !b) return undefined;
  return {
    row: Math.min(a.row, b.row),
    column: Math.min(a.column, b.column),
    rows: Math.abs(a.row - b.row) + 1,
    columns: Math.abs(a.column - b.column) + 1,
  };
}

/** True if two rectangles share a cell. */
export function overlap(a: FileRange, b: FileRange): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
