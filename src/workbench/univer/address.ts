import type { IRange } from "@univerjs/core";
import type { RangeAddress } from "../../workbook/workbookSpec";

/** Rows of an Excel sheet. */
export const MAX_ROWS = 1_048_576;
/** Columns of an Excel sheet. */
export const MAX_COLUMNS = 16_384;

/** Letters of a zero-based column. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function between(row: number, column: number, toRow: number, toColumn: number): RangeAddress | undefined {
  const [top, bottom] = row <= toRow ? [row, toRow] : [toRow, row];
  const [left, right] = column <= toColumn ? [column, toColumn] : [toColumn, column];
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The rectangle of an A1 address without a sheet ("B2", "$A$1:C9", "A:C", "2:4"); undefined when it is none. */
export function parseArea(address: string): RangeAddress | undefined {
  const cells = CELLS.exec(address);
  if (cells) {
    const row = Number(cells[2]) - 1;
    const column = columnIndex(cells[1]!);
    return between(row, column, cells[4] ? Number(cells[4]) - 1 : row, cells[3] ? columnIndex(cells[3]) : column);
  }
  const columns = COLUMNS.exec(address);
  if (columns) return between(0, columnIndex(columns[1]!), MAX_ROWS - 1, columnIndex(columns[2]!));
  const rows = ROWS.exec(address);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return undefined;
}

/** A1 address of a rectangle, without a sheet; `dollars` fixes rows and columns. */
export function printArea(area: RangeAddress, dollars = false): string {
  const mark = dollars ? "$" : "";
  const cell = (row: number, column: number): string => `${mark}${columnLetters(column)}${mark}${row + 1}`;
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (area.rows === MAX_ROWS && area.columns < MAX_COLUMNS)
    return `${mark}${columnLetters(area.column)}:${mark}${columnLetters(lastColumn)}`;
  if (area.columns === MAX_COLUMNS && area.rows < MAX_ROWS) return `${mark}${area.row + 1}:${mark}${lastRow + 1}`;
  return area.rows === 1 && area.columns === 1
    ? cell(area.row, area.column)
    : `${cell(area.row, area.column)}:${cell(lastRow, lastColumn)}`;
}

/** Sheet name as a reference needs it: quoted unless it is made of ASCII word characters and no address. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Sheet and rectangle of a reference such as `'Chỉ tiêu'!$A$1:$C$9`; undefined when it is none. */
export function parseReference(reference: string): { readonly sheet?: string; readonly area: RangeAddress } | undefined {
  const text = reference.startsWith("=") ? reference.slice(1) : reference;
  const bang = text.lastIndexOf("!");
  const area = parseArea(text.slice(bang + 1));
  if (!area) return undefined;
  if (bang < 0) return { area };
  const sheet = text.slice(0, bang);
  return { sheet: sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, area };
}

/** The part that two rectangles share. */
export function intersect(a: RangeAddress, b: RangeAddress): RangeAddress | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The grid's range of a rectangle. */
export function toRange(area: RangeAddress): IRange {
  return { startRow: area.row, startColumn: area.column, endRow: area.row + area.rows - 1, endColumn: area.column + area.columns - 1 };
}

/** The rectangle of a range of the grid. */
export function fromRange(range: IRange): RangeAddress {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
