import type { MergedCells, SheetGrid, SheetMapping } from "../text/sheetGrid";
import type { Span, TextCell, TextDocument, TextTable } from "../text/textDocument";
import { formatNumber } from "../text/vietnamese";
import { isDateFormat } from "../xlsx/readNumberFormats";
import { readXlsx, type ReadCell, type ReadSheet } from "../xlsx/readXlsx";
import { XlsxError } from "../xlsx/xlsxError";
import { DocumentLines } from "./documentLines";
import { ReadError } from "./readError";

/** What a cell of a selected range can hold. */
export type SelectedValue = string | number | boolean | null;

const LINE_BREAK = /\r\n?|\n/;
/** Cells beyond are no plan. */
const MAX_COLUMNS = 100;
/** Blank rows that are kept where a sheet has more. */
const MAX_BLANK_ROWS = 1000;

/** A selected range as a grid of words; numbers whose format shows a day are written "31/12/2025". */
export function gridOfCells(
  name: string,
  rows: readonly (readonly SelectedValue[])[],
  numberFormats?: readonly (readonly string[])[],
): SheetGrid {
  const words = rows.map((row, r) =>
    row.slice(0, MAX_COLUMNS).map((value, column) => wordsOf(value, numberFormats?.[r]?.[column] ?? "General")),
  );
  return { name, firstRow: 1, rows: words, merges: [] };
}

/** The visible sheets of an .xlsx file that hold something; dates are written "31/12/2025", percentages as shown. Throws ReadError. */
export function gridsOfXlsx(name: string, bytes: Uint8Array): readonly SheetGrid[] {
  try {
    return readXlsx(bytes)
      .sheets.filter((sheet) => sheet.visibility === "visible" && sheet.rows.size > 0)
      .map(gridOfSheet);
  } catch (error) {
    if (error instanceof XlsxError) throw new ReadError(error.code, { name });
    throw error;
  }
}

function gridOfSheet(sheet: ReadSheet): SheetGrid {
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b);
  const rows: string[][] = [];
  /** Row of the grid for each row of the sheet: long stretches of blank rows are cut. */
  const places = new Map<number, number>();
  let last = numbers[0]! - 1;
  for (const number of numbers) {
    for (let blank = Math.min(number - last - 1, MAX_BLANK_ROWS); blank > 0; blank--) rows.push([]);
    const row: string[] = [];
    for (const [column, cell] of sheet.rows.get(number)!) if (column < MAX_COLUMNS) row[column] = wordsOfCell(cell);
    places.set(number, rows.length);
    rows.push(Array.from(row, (words) => words ?? ""));
    last = number;
  }
  const merges: MergedCells[] = [];
  for (const { row, column, rows: height, columns } of sheet.merges) {
    const place = places.get(row);
    if (place !== undefined && column < MAX_COLUMNS) merges.push({ row: place, column, rows: height, columns });
  }
  return { name: sheet.name, firstRow: numbers[0]! + 1, rows, merges };
}

function wordsOfCell({ value, date, numberFormat }: ReadCell): string {
  if (typeof value === "number") return wordsOf(value, numberFormat, date);
  return typeof value === "string" || typeof value === "boolean" ? wordsOf(value, numberFormat) : "";
}

function wordsOf(value: SelectedValue, numberFormat: string, date = isDateFormat(numberFormat)): string {
  if (value === null) return "";
  if (typeof value !== "number") return String(value);
  if (date && value > 0 && value < 2_958_466) return dayOfSerial(value);
  return numberFormat.includes("%") ? `${formatNumber(Number((value * 100).toPrecision(12)))}%` : formatNumber(value);
}

/** "31/12/2025" of an Excel serial (1900 system). */
function dayOfSerial(serial: number): string {
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/**
 * A document of sheets, one after the other: each filled cell is a line or more. A sheet with a mapping is text down to its header and one
 * table from there on; in others each block of rows between blank rows is a table.
 */
export function readGrids(name: string, sheets: readonly { readonly grid: SheetGrid; readonly mapping?: SheetMapping }[]): TextDocument {
  const lines = new DocumentLines(name);
  const tables: TextTable[] = [];
  for (const { grid, mapping } of sheets) {
    if (mapping) {
      addText(lines, grid, mapping.headerRow);
      tables.push(...addTable(lines, grid, mapping.headerRow, grid.rows.length - 1, mapping));
    } else tables.push(...addBlocks(lines, grid));
    lines.add("");
  }
  return lines.finish("sheet", tables);
}

/** Adds the rows above a header as text; the two sides of a letterhead are read one after the other. */
function addText(lines: DocumentLines, grid: SheetGrid, end: number): void {
  for (let top = 0; top < Math.min(end, grid.rows.length); top++) {
    const sides = filledColumns(grid.rows[top]!);
    let bottom = top;
    while (sides.length > 1 && bottom + 1 < end && sameColumns(filledColumns(grid.rows[bottom + 1]!), sides)) bottom++;
    for (const column of sides) {
      for (let row = top; row <= bottom; row++)
        for (const line of grid.rows[row]![column]!.split(LINE_BREAK)) lines.add(line, { endsParagraph: true });
    }
    lines.add("");
    top = bottom;
  }
}

function filledColumns(row: readonly string[]): readonly number[] {
  return row.flatMap((words, column) => (words.trim() === "" ? [] : [column]));
}

function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((column, index) => column === b[index]);
}

function addBlocks(lines: DocumentLines, grid: SheetGrid): TextTable[] {
  const tables: TextTable[] = [];
  for (let top = 0; top < grid.rows.length; top++) {
    if (isBlank(grid.rows[top]!)) continue;
    let bottom = top;
    while (bottom + 1 < grid.rows.length && !isBlank(grid.rows[bottom + 1]!)) bottom++;
    tables.push(...addTable(lines, grid, top, bottom));
    lines.add("");
    top = bottom;
  }
  return tables;
}

/** Adds rows as lines; rows with more than one filled column are a table. */
function addTable(lines: DocumentLines, grid: SheetGrid, top: number, bottom: number, mapping?: SheetMapping): TextTable[] {
  const merges = new Map(grid.merges.map((range) => [`${range.row} ${range.column}`, range]));
  const firstLine = lines.next;
  const cells: TextCell[] = [];
  // Blank rows are left out; those of a header are counted.
  const kept: number[] = [];
  for (let at = top; at <= bottom; at++) if (!isBlank(grid.rows[at]!) || (mapping && at - top < mapping.headerRows)) kept.push(at);
  kept.forEach((at, row) => {
    grid.rows[at]!.forEach((words, column) => {
      if (words.trim() === "") return;
      const source = words
        .split(LINE_BREAK)
        .map((line) => lines.add(line, { endsParagraph: true }))
        .filter((span): span is Span => span !== undefined);
      const merge = merges.get(`${at} ${column}`);
      let rowSpan = 1;
      while (merge && (kept[row + rowSpan] ?? Infinity) < at + merge.rows) rowSpan++;
      cells.push({ row, column, rowSpan, columnSpan: merge?.columns ?? 1, source });
    });
  });
  const columns = Math.max(mapping?.columns.length ?? 0, ...cells.map((cell) => cell.column + cell.columnSpan));
  const isTable = mapping ? cells.length > 0 : new Set(cells.map((cell) => cell.column)).size > 1;
  const known = mapping && { mapping: { headerRows: mapping.headerRows, columns: mapping.columns } };
  return isTable ? [{ firstLine, lastLine: lines.next - 1, rows: kept.length, columns, cells, ...known }] : [];
}

function isBlank(row: readonly string[]): boolean {
  return row.every((words) => words.trim() === "");
}
