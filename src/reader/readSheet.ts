import type { Span, TextCell, TextDocument, TextTable } from "../text/textDocument";
import { formatNumber } from "../text/vietnamese";
import { readXlsx, type ReadCell, type ReadSheet } from "../xlsx/readXlsx";
import { XlsxError } from "../xlsx/xlsxError";
import { DocumentLines } from "./documentLines";
import { ReadError } from "./readError";

/** What a cell of a selected range can hold. */
export type SelectedValue = string | number | boolean | null;

/** Reads a selected range: each filled cell is a line or more, each block of rows between blank rows a table. */
export function readCells(name: string, rows: readonly (readonly SelectedValue[])[]): TextDocument {
  const lines = new DocumentLines(name);
  const tables = addRows(
    lines,
    rows.map((row) => row.map((value) => wordsOf(value))),
    () => undefined,
  );
  return lines.finish("sheet", tables);
}

/** Reads the visible sheets of an .xlsx file; dates are written "31/12/2025", percentages as shown. Throws ReadError. */
export function readXlsxSheets(name: string, bytes: Uint8Array): TextDocument {
  const lines = new DocumentLines(name);
  const tables: TextTable[] = [];
  try {
    for (const sheet of readXlsx(bytes).sheets) {
      if (sheet.visibility !== "visible") continue;
      const { rows, firstRow } = wordsOfSheet(sheet);
      tables.push(...addRows(lines, rows, (row, column) => mergeAt(sheet, row + firstRow, column)));
      lines.add("");
    }
  } catch (error) {
    if (error instanceof XlsxError) throw new ReadError(error.code, { name });
    throw error;
  }
  return lines.finish("sheet", tables);
}

/** Cells beyond are no plan. */
const MAX_COLUMNS = 100;

function wordsOfSheet(sheet: ReadSheet): { rows: string[][]; firstRow: number } {
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b);
  const firstRow = numbers[0] ?? 0;
  const rows: string[][] = [];
  let last = firstRow - 1;
  for (const number of numbers) {
    // One blank row parts blocks as well as many.
    if (number > last + 1) rows.push(...Array.from({ length: Math.min(number - last - 1, 1000) }, () => []));
    const row: string[] = [];
    for (const [column, cell] of sheet.rows.get(number)!) if (column < MAX_COLUMNS) row[column] = wordsOfCell(cell);
    rows.push(Array.from(row, (words) => words ?? ""));
    last = number;
  }
  return { rows, firstRow };
}

function wordsOfCell(cell: ReadCell): string {
  const { value } = cell;
  if (typeof value === "number" && cell.date && value > 0 && value < 2_958_466) return dayOfSerial(value);
  if (typeof value === "number" && cell.numberFormat.includes("%")) return `${formatNumber(Number((value * 100).toPrecision(12)))}%`;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? wordsOf(value) : "";
}

/** "31/12/2025" of an Excel serial (1900 system). */
function dayOfSerial(serial: number): string {
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

function wordsOf(value: SelectedValue): string {
  if (value === null) return "";
  return typeof value === "number" ? formatNumber(value) : String(value);
}

type Merge = { readonly rowSpan: number; readonly columnSpan: number };

function mergeAt(sheet: ReadSheet, row: number, column: number): Merge | undefined {
  const merge = sheet.merges.find((range) => range.row === row && range.column === column);
  return merge && { rowSpan: merge.rows, columnSpan: merge.columns };
}

/** Adds rows as lines; a block with more than one filled column is a table. */
function addRows(
  lines: DocumentLines,
  rows: readonly (readonly string[])[],
  merge: (row: number, column: number) => Merge | undefined,
): TextTable[] {
  const tables: TextTable[] = [];
  for (let top = 0; top < rows.length; top++) {
    if (isBlank(rows[top]!)) continue;
    let bottom = top;
    while (bottom + 1 < rows.length && !isBlank(rows[bottom + 1]!)) bottom++;
    const firstLine = lines.next;
    const cells: TextCell[] = [];
    for (let row = top; row <= bottom; row++) {
      rows[row]!.forEach((words, column) => {
        if (words.trim() === "") return;
        const source = words
          .split(/\r\n?|\n/)
          .map((line) => lines.add(line, { endsParagraph: true }))
          .filter((span): span is Span => span !== undefined);
        cells.push({ row: row - top, column, rowSpan: 1, columnSpan: 1, ...merge(row, column), source });
      });
    }
    const columns = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
    const isTable = new Set(cells.map((cell) => cell.column)).size > 1;
    if (isTable) tables.push({ firstLine, lastLine: lines.next - 1, rows: bottom - top + 1, columns, cells });
    lines.add("");
    top = bottom;
  }
  return tables;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((words) => words.trim() === "");
}
