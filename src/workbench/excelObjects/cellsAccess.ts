import type { ICellData, IStyleData } from "@univerjs/core";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { invalidArgument, itemNotFound } from "../hostError";
import type { Json } from "../hostObject";
import { intersect, MAX_COLUMNS, MAX_ROWS, parseArea, parseReference, printArea, quoteSheet } from "../univer/address";
import { toShortThisRow } from "../univer/structuredReference";
import type { Book, Cells } from "./book";
import { STYLE_PROPERTIES, type StyleProperty } from "./cellStyle";
import { cellFor } from "./cellValues";

/** Most cells that one read returns; beyond it Excel answers with an error. */
const MAX_CELLS = 5_000_000;

/** The one rectangle of a Range. */
export function areaOf(cells: Cells): RangeAddress {
  return cells.areas[0]!;
}

/** Finds cells by address, with or without a sheet, or by the name of a table or a defined name. */
export function findCells(book: Book, sheetId: string, address: string): Cells {
  const plain = parseArea(address);
  if (plain) return { book, sheetId, areas: [plain] };
  const reference = parseReference(address);
  if (reference?.sheet !== undefined) {
    const sheet = book.sheetNamed(reference.sheet);
    if (!sheet) throw invalidArgument();
    return { book, sheetId: sheet.getSheetId(), areas: [reference.area] };
  }
  const name = book.nameCalled(address, sheetId) ?? book.nameCalled(address);
  const target = name && cellsOfFormula(book, sheetId, name.formula);
  if (target) return target;
  const table = book.tables.find(address);
  if (table) return { book, sheetId: table.sheetId, areas: [{ ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 }] };
  throw invalidArgument();
}

/** Cells that a formula such as `='Chỉ tiêu'!$A$1:$B$2` names; undefined for any other formula. */
export function cellsOfFormula(book: Book, sheetId: string, formula: string): Cells | undefined {
  const reference = parseReference(formula);
  if (!reference) return undefined;
  const sheet = reference.sheet === undefined ? book.grid.sheet(sheetId) : book.sheetNamed(reference.sheet);
  if (!sheet) throw itemNotFound();
  return { book, sheetId: sheet.getSheetId(), areas: [reference.area] };
}

/** Address with its sheet, as `Range.address`. */
export function addressOf(cells: Cells): string {
  const sheet = quoteSheet(cells.book.sheetName(cells.sheetId));
  return cells.areas
    .map((area) => `${sheet}!${area.rows === MAX_ROWS && area.columns === MAX_COLUMNS ? `1:${MAX_ROWS}` : printArea(area)}`)
    .join(",");
}

/** The rectangle inside the sheet; refused when a part of it lies outside. */
export function checkedArea(row: number, column: number, rows: number, columns: number): RangeAddress {
  if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) throw invalidArgument();
  return { row, column, rows, columns };
}

function isWhole(area: RangeAddress): boolean {
  return area.rows === MAX_ROWS || area.columns === MAX_COLUMNS;
}

/** One entry a cell, row by row; null for whole rows, columns and sheets, as Excel answers. */
export function readGrid(cells: Cells, read: (cell: ICellData | undefined, row: number, column: number) => Json): Json {
  const area = areaOf(cells);
  if (isWhole(area) && area.rows * area.columns > MAX_CELLS) return null;
  cells.book.grid.flushStyles();
  const matrix = cells.book.grid.sheet(cells.sheetId)?.getCellMatrix();
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) =>
      read(matrix?.getValue(area.row + row, area.column + column) ?? undefined, area.row + row, area.column + column),
    ),
  );
}

/** Number format of a cell. */
export function patternAt(cells: Cells, row: number, column: number): string {
  return cells.book.grid.styleOf(cells.sheetId, row, column).n?.pattern ?? "General";
}

/** Formula as Excel returns it: `[@Column]` for the row of the cell's own table. */
export function formulaAt(cells: Cells, cell: ICellData | undefined, row: number, column: number): string | undefined {
  if (!cell?.f) return undefined;
  return toShortThisRow(cell.f, cells.book.tables.at(cells.sheetId, row, column)?.name);
}

/** The rows of an array that is to fill the cells: a single value fills them all, an array of another size is refused. */
export function rowsFor(cells: Cells, value: Json): readonly (readonly Json[])[] {
  const area = areaOf(cells);
  if (!Array.isArray(value)) {
    if (isWhole(area)) throw invalidArgument();
    return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));
  }
  const rows = value as readonly Json[];
  if (rows.length !== area.rows || rows.some((row) => !Array.isArray(row) || row.length !== area.columns)) {
    throw invalidArgument(undefined, "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  return rows as readonly (readonly Json[])[];
}

/** True if the sheet is protected and one of the cells is locked. */
export function isGuarded(cells: Cells): boolean {
  if (!cells.book.extrasOf(cells.sheetId).protection) return false;
  const { row, column, rows, columns } = areaOf(cells);
  for (let r = row; r < row + Math.min(rows, 5000); r++)
    for (let c = column; c < column + Math.min(columns, 500); c++) if (cells.book.isLocked(cells.sheetId, r, c)) return true;
  return false;
}

/** Sets values or formulas. */
export function writeValues(cells: Cells, value: Json): void {
  const area = areaOf(cells);
  const rows = rowsFor(cells, value).map((line, row) =>
    line.map((item, column) =>
      cellFor(item, typeof item === "string" ? patternAt(cells, area.row + row, area.column + column) : "General"),
    ),
  );
  cells.book.grid.writeCells(cells.sheetId, area, rows);
}

function sampled(cells: Cells): RangeAddress[] {
  // Whole columns and sheets are judged by their first cell, which shows what they inherit.
  return cells.areas.map((area) => (isWhole(area) ? { ...area, rows: Math.min(area.rows, 1), columns: Math.min(area.columns, 1) } : area));
}

/** The value of a format property if all cells agree, else null. */
export function readStyle(cells: Cells, property: StyleProperty): Json {
  return readUniform(cells, (style) => property.get(style));
}

/** What all cells agree on, else null. */
export function readUniform(cells: Cells, read: (style: IStyleData, row: number, column: number) => Json): Json {
  let first: Json | undefined;
  for (const area of sampled(cells)) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const value = read(cells.book.grid.styleOf(cells.sheetId, row, column), row, column);
        if (first === undefined) first = value;
        else if (first !== value) return null;
      }
    }
  }
  return first ?? null;
}

/** Gives all cells a format property. */
export function writeStyle(cells: Cells, property: StyleProperty, value: Json): void {
  const style = property.set(value);
  for (const area of cells.areas) cells.book.grid.styleCells(cells.sheetId, area, style);
}

/** Number formats cell by cell. */
export function writeNumberFormats(cells: Cells, value: Json): void {
  if (!Array.isArray(value)) return writeStyle(cells, STYLE_PROPERTIES.numberFormat, value);
  const area = areaOf(cells);
  if (value.length === 1 && Array.isArray(value[0]) && value[0].length === 1)
    return writeStyle(cells, STYLE_PROPERTIES.numberFormat, value[0][0] as Json);
  const rows = rowsFor(cells, value).map((line) =>
    line.map((pattern) => (pattern === null ? undefined : { s: STYLE_PROPERTIES.numberFormat.set(pattern) })),
  );
  cells.book.grid.writeCells(cells.sheetId, area, rows);
}

/** The part of the cells that holds something; of values, the smallest rectangle around those of these cells. */
export function usedPart(cells: Cells, valuesOnly: boolean): RangeAddress | undefined {
  const { grid } = cells.book;
  const used = grid.usedArea(cells.sheetId, valuesOnly);
  const part = used && intersect(used, areaOf(cells));
  if (!part || !valuesOnly) return part;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (let row = part.row; row < part.row + part.rows; row++) {
    for (let column = part.column; column < part.column + part.columns; column++) {
      const cell = grid.cell(cells.sheetId, row, column);
      if ((cell?.v ?? "") === "" && !cell?.f) continue;
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
