import type { Message, Result } from "../result";
import type { CellValue } from "../workbook/formula";
import { STATE_NAMESPACE, definedName, sheetName, tableName } from "../workbook/layout";
import { DEFINED_NAMES, TABLE_NAMES, type NameKey, type TableKey } from "../workbook/names";
import { decodeState, fromChunks } from "../workbook/planState";
import type { TableValues, WorkbookValues } from "../workbook/workbookValues";
import { parseRange } from "../xlsx/address";
import { readXlsx, type ReadSheet, type ReadTable, type ReadWorkbook } from "../xlsx/readXlsx";
import { isFileError, type FileValue } from "../xlsx/sheetFile";
import { XlsxError } from "../xlsx/xlsxError";

/** Most rows of one table that are read. */
const MOST_ROWS = 100_000;

/** Numbers under which a book can stand in a workbook. */
const MOST_BOOKS = 99;

/** Reads a book of ours out of an .xlsx file, whichever program saved it: plan state, tables, named values. No value, with a message, for a file that cannot be opened or holds no such book. `book` picks one of several; omitted: the first there is. */
export function fromXlsx(bytes: Uint8Array, book?: number): Result<WorkbookValues | undefined> {
  let file: ReadWorkbook;
  try {
    file = readXlsx(bytes);
  } catch (error) {
    if (error instanceof XlsxError) return refused(error.code);
    throw error;
  }
  const number = book ?? firstBook(file);
  if (number === undefined) return refused("workbook-not-ours");
  const tables = tablesOf(file, number);
  const state = stateOf(file, number);
  if (tables.length === 0) return refused("workbook-not-ours");
  if (state === "") return refused("workbook-state-damaged");
  return { value: { state, tables, names: namesOf(file, number) }, messages: [] };
}

function refused(code: Message["code"]): Result<undefined> {
  return { value: undefined, messages: [{ code, severity: "error" }] };
}

const key = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** Lowest number of a book whose table of targets or tasks, or whose hidden state, is there. */
function firstBook(file: ReadWorkbook): number | undefined {
  const present = new Set([
    ...file.sheets.flatMap(({ tables }) => tables.map(({ name }) => key(name))),
    ...file.sheets.map(({ name }) => key(name)),
  ]);
  for (let book = 1; book <= MOST_BOOKS; book++) {
    const marks = [tableName("targets", book), tableName("tasks", book), sheetName("state", book)];
    if (marks.some((mark) => present.has(key(mark)))) return book;
  }
  return undefined;
}

/** The custom XML part whose options name the book, else the copy in the hidden sheet, else what part there is (a damaged one is told apart later). */
function stateOf(file: ReadWorkbook, book: number): string {
  const parts = file.customXml.filter(({ namespace, text }) => namespace === STATE_NAMESPACE && text.trim() !== "").map(({ text }) => text);
  const own = parts.find((text) => {
    const state = decodeState(text).value;
    return state !== undefined && (state.options.book ?? 1) === book;
  });
  if (own !== undefined) return own;
  const hidden = file.sheets.find(({ name }) => key(name) === key(sheetName("state", book)));
  const copy = fromChunks(hidden ? [...hidden.rows].sort(([a], [b]) => a - b).map(([, cells]) => cells.get(0)?.value) : []);
  return copy !== "" ? copy : (parts[0] ?? "");
}

function tablesOf(file: ReadWorkbook, book: number): readonly TableValues[] {
  const keys = new Map((Object.keys(TABLE_NAMES) as TableKey[]).map((tableKey) => [key(tableName(tableKey, book)), tableKey]));
  return file.sheets.flatMap((sheet) =>
    sheet.tables.flatMap((table) => {
      const tableKey = keys.get(key(table.name));
      return tableKey === undefined ? [] : [tableValues(tableKey, sheet, table)];
    }),
  );
}

function cellValue(value: FileValue | undefined): CellValue {
  if (value === undefined) return null;
  return isFileError(value) ? value.error : value;
}

function tableValues(tableKey: TableKey, sheet: ReadSheet, { range, headerRows, totalsRows, columns }: ReadTable): TableValues {
  const firstRow = range.row + headerRows;
  const count = Math.min(MOST_ROWS, Math.max(0, range.rows - headerRows - totalsRows));
  const rows: (readonly CellValue[])[] = [];
  const formulas: (readonly string[])[] = [];
  for (let i = 0; i < count; i++) {
    const cells = sheet.rows.get(firstRow + i);
    rows.push(columns.map((_, j) => cellValue(cells?.get(range.column + j)?.value)));
    formulas.push(columns.map((_, j) => formulaOf(cells?.get(range.column + j)?.formula)));
  }
  return { key: tableKey, sheetName: sheet.name, firstRow, firstColumn: range.column, headers: columns, rows, formulas };
}

function formulaOf(formula: string | undefined): string {
  return formula === undefined ? "" : `=${formula}`;
}

/** Values of the book's names that stand for one cell or one constant. */
function namesOf(file: ReadWorkbook, book: number): Readonly<Record<string, CellValue>> {
  const values: Record<string, CellValue> = {};
  for (const nameKey of Object.keys(DEFINED_NAMES) as NameKey[]) {
    const found = file.names.find(({ name, sheet }) => sheet === undefined && key(name) === key(definedName(nameKey, book)));
    const value = found && namedValue(file, found.refersTo);
    if (value !== undefined) values[nameKey] = value;
  }
  return values;
}

/** Value of 'Sheet'!$A$1, "text" or 12; undefined for anything else. */
function namedValue(file: ReadWorkbook, refersTo: string): CellValue | undefined {
  const text = refersTo.trim();
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replace(/""/g, '"');
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const mark = text.lastIndexOf("!");
  const range = mark < 0 ? undefined : parseRange(text.slice(mark + 1));
  if (!range || range.rows !== 1 || range.columns !== 1) return undefined;
  // LibreOffice writes $'Sheet'.
  const written = text.slice(0, mark).replace(/^\$/, "");
  const name = written.startsWith("'") ? written.slice(1, -1).replace(/''/g, "'") : written;
  const sheet = file.sheets.find((candidate) => key(candidate.name) === key(name));
  return sheet && cellValue(sheet.rows.get(range.row)?.get(range.column)?.value);
}
