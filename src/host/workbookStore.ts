import { toSerial, type CalendarDate } from "../plan/date";
import type { Message, Result } from "../result";
import type { CellValue } from "../workbook/formula";
import { bookLookup } from "../workbook/layout";
import { DEFINED_NAMES, INFO_ITEMS, type NameKey, type SheetKey, type TableKey } from "../workbook/names";
import type { TableValues, WorkbookValues } from "../workbook/workbookValues";
import { bookNames, fold, readContents, type BookInfo } from "./bookSearch";
import { cellInput } from "./cellInput";
import { inTurn, seekLog, sendLogged } from "./changeLog";
import { FOLLOW, READ_RETRY, Refusal, runExcel } from "./excelRun";
import { CELL_BYTES, readParts } from "./readParts";

export type { BookInfo } from "./bookSearch";

/** Bytes of a cell of tblChiTieu: its native formulas are long. */
const TARGET_CELL_BYTES = 1300;

/** Most cells of a selection that are read. */
export const MAX_SELECTED_CELLS = 200_000;

/** Books of ours in the open workbook, by number; none is not an error. */
export async function findBooks(): Promise<Result<readonly BookInfo[]>> {
  const { value, messages } = await runExcel(async (context) => (await readContents(context)).books, FOLLOW);
  return { value: (value ?? []).map(({ book, planId, title }) => ({ book, planId, title })), messages };
}

/** State, tables and named cells of a book as they stand now; undefined with a message if there is no such book. */
export async function readBook(book: number): Promise<Result<WorkbookValues | undefined>> {
  return runExcel(async (context) => {
    const contents = await readContents(context);
    const found = contents.books.find((one) => one.book === book);
    if (!found) throw new Refusal([{ code: "workbook-not-ours", severity: "error" }]);
    const places = await locate(context, book);
    return { state: found.state, names: places.names, tables: await readTables(context, places.tables) };
  }, FOLLOW);
}

/** Sets Ngày xét and tells of it in Nhật ký. */
export async function setEvaluationDay(book: number, day: CalendarDate, today: CalendarDate): Promise<Result<boolean>> {
  return setNamed(book, "asOf", toSerial(day), today);
}

/** Sets Kỳ đang xem to the code of a period, such as "2024-Q2", and tells of it in Nhật ký. */
export async function setViewedPeriod(book: number, code: string, today: CalendarDate): Promise<Result<boolean>> {
  return setNamed(book, "view", code, today);
}

async function setNamed(book: number, name: "asOf" | "view", value: string | number, today: CalendarDate): Promise<Result<boolean>> {
  const set = async (context: Excel.RequestContext): Promise<void> => {
    const range = context.workbook.names.getItemOrNullObject(bookLookup(book).name(name)).getRangeOrNullObject();
    range.load("values,formulas,numberFormat");
    const sought = seekLog(context, book);
    await context.sync();
    if (range.isNullObject) throw missing("sheet-missing", { sheet: bookLookup(book).sheet("info") });
    range.worksheet.load("name");
    const read = sought.read();
    await context.sync();
    const log = read.ready();
    const [[before = null] = []] = valuesOf(range.values);
    const [[formula] = []] = range.formulas as unknown[][];
    const [[numberFormat] = []] = range.numberFormat as string[][];
    const change = { sheet: range.worksheet.name, code: "", column: INFO_ITEMS[name], before, after: value };
    await sendLogged(context, {
      log,
      changes: before === value ? [] : [{ ...change, ...(numberFormat === undefined ? {} : { numberFormat }) }],
      today,
      queue: () => {
        range.values = [[cellInput(value)]];
      },
      revert: async () => {
        range.formulas = [[typeof before === "string" && formula === before ? cellInput(before) : formula]];
        await context.sync();
        return true;
      },
    });
  };
  return inTurn(() => done(set));
}

/** Shows a sheet of a book. */
export async function showSheet(book: number, key: SheetKey): Promise<Result<boolean>> {
  return done(async (context) => {
    const name = bookLookup(book).sheet(key);
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) throw missing("sheet-missing", { sheet: name });
    sheet.activate();
    await context.sync();
  });
}

/** Shows a data row of a table (zero-based): activates its sheet and selects the row's cell under a header, else its first one. */
export async function selectRow(book: number, table: TableKey, row: number, header?: string): Promise<Result<boolean>> {
  return done(async (context) => {
    const name = bookLookup(book).table(table);
    const found = context.workbook.tables.getItemOrNullObject(name);
    found.load("name");
    await context.sync();
    if (found.isNullObject) throw missing("table-missing", { table: name });
    const column = header === undefined ? undefined : found.columns.getItemOrNullObject(header);
    column?.load("index");
    if (column) await context.sync();
    found.worksheet.activate();
    found
      .getDataBodyRange()
      .getCell(row, column && !column.isNullObject ? column.index : 0)
      .select();
    await context.sync();
  });
}

/** What happened in a book of ours. */
export interface BookEvent {
  readonly kind: "changed" | "selected";
  readonly sheetName: string;
  /** Cells in A1 notation, without the sheet. */
  readonly address: string;
}

/** Calls back when cells of a book change or are selected; lines of Nhật ký change nothing that is read from it. The value stops the watching; undefined with a message if Excel refuses. */
export async function watchBook(book: number, onEvent: (event: BookEvent) => void): Promise<Result<(() => Promise<void>) | undefined>> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/id");
    await context.sync();
    const own = bookNames(book).sheets;
    const followed = worksheets.items.filter(({ name }) => own.has(fold(name)) && own.get(fold(name)) !== "log");
    const sheets = new Map(followed.map(({ id, name }) => [id, name]));
    const listen =
      (kind: BookEvent["kind"]) =>
      async ({ worksheetId, address }: { worksheetId: string; address: string }): Promise<void> => {
        const sheetName = sheets.get(worksheetId);
        if (sheetName !== undefined) onEvent({ kind, sheetName, address });
      };
    const handlers = [worksheets.onChanged.add(listen("changed")), worksheets.onSelectionChanged.add(listen("selected"))];
    await context.sync();
    return async () => {
      // A handler is removed in the context in which it was added.
      await Excel.run(handlers[0]!.context, async (own) => {
        for (const handler of handlers) handler.remove();
        await own.sync();
      });
    };
  }, FOLLOW);
}

/** Selected cells: blank ones are null; the number formats tell which numbers are days. */
export interface SelectedCells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** The selected cells, cut to what is used; undefined with a message when there are too many. */
export async function readSelection(): Promise<Result<SelectedCells | undefined>> {
  return runExcel(async (context) => {
    const used = context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);
    used.load("rowCount,columnCount");
    await context.sync();
    if (used.isNullObject) return { rows: [], numberFormats: [] };
    const cells = used.rowCount * used.columnCount;
    if (cells > MAX_SELECTED_CELLS) {
      throw new Refusal([{ code: "selection-too-large", severity: "error", details: { cells, most: MAX_SELECTED_CELLS } }]);
    }
    const [parts = []] = await readParts(context, [{ range: used, rows: used.rowCount, columns: used.columnCount }], "values,numberFormat");
    const rows = parts.flatMap(({ values }) => valuesOf(values));
    const numberFormats = parts.flatMap(({ numberFormat }) => numberFormat as string[][]);
    return { rows, numberFormats };
  }, READ_RETRY);
}

/** Names of a book and its tables, still unread. One request. */
async function locate(
  context: Excel.RequestContext,
  book: number,
): Promise<{ names: Readonly<Record<string, CellValue>>; tables: readonly LocatedTable[] }> {
  const lookup = bookLookup(book);
  const named = (Object.keys(DEFINED_NAMES) as NameKey[]).map((key) => {
    const item = context.workbook.names.getItemOrNullObject(lookup.name(key));
    const range = item.getRangeOrNullObject();
    item.load("formula,value");
    range.load("values");
    return { key, item, range };
  });
  const { tables } = context.workbook;
  tables.load("items/name");
  await context.sync();
  const keys = bookNames(book).tables;
  const located = tables.items.flatMap((table) => {
    const key = keys.get(fold(table.name));
    if (key === undefined) return [];
    const range = table.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    table.worksheet.load("name");
    return [{ key, table, range }];
  });
  await context.sync();
  const names = named.flatMap(({ key, item, range }) => {
    if (item.isNullObject) return [];
    const value = range.isNullObject ? constantOf(String(item.formula)) : (valuesOf(range.values)[0]?.[0] ?? null);
    return [[key, value] as const];
  });
  return { names: Object.fromEntries(names), tables: located };
}

interface LocatedTable {
  readonly key: TableKey;
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

/** Bytes that a cell of a table adds to an answer; undefined: of cells outside tables. */
export function cellBytesOf(key: TableKey | undefined): number {
  return key === "targets" ? TARGET_CELL_BYTES : CELL_BYTES;
}

/** Values and formulas of tables, as many cells a request as an answer can hold. */
async function readTables(context: Excel.RequestContext, tables: readonly LocatedTable[]): Promise<readonly TableValues[]> {
  const areas = tables.map(({ key, range }) => ({ range, rows: range.rowCount, columns: range.columnCount, cellBytes: cellBytesOf(key) }));
  const read = await readParts(context, areas, "values,formulas");
  return tables.map((table, index) => {
    const values = read[index]!.flatMap((part) => valuesOf(part.values));
    const formulas = read[index]!.flatMap((part) => formulasOf(part.formulas, part.values));
    return {
      key: table.key,
      sheetName: table.table.worksheet.name,
      firstRow: table.range.rowIndex + 1,
      firstColumn: table.range.columnIndex,
      headers: (values[0] ?? []).map((header) => String(header ?? "")),
      rows: values.slice(1),
      formulas: formulas.slice(1),
    };
  });
}

/** Excel answers "" for a blank cell. */
export function valuesOf(values: readonly (readonly unknown[])[]): CellValue[][] {
  return values.map((row) => row.map((value) => (value === "" || value === undefined ? null : (value as CellValue))));
}

/** Formulas, "" where a constant stands. A text that begins with "=" is its own value, which no formula is. */
export function formulasOf(formulas: readonly (readonly unknown[])[], values: readonly (readonly unknown[])[]): string[][] {
  return formulas.map((row, i) =>
    row.map((text, j) => (typeof text === "string" && text.startsWith("=") && text !== values[i]?.[j] ? text : "")),
  );
}

/** Value of a name that stands for a constant: ="KH-1" or =2024. */
function constantOf(formula: string): CellValue {
  const text = /^="([^"]*)"$/.exec(formula)?.[1];
  if (text !== undefined) return text;
  const number = Number(formula.replace(/^=/, ""));
  return formula === "" || Number.isNaN(number) ? null : number;
}

function missing(code: Message["code"], details: Message["details"] & object): Refusal {
  return new Refusal([{ code, severity: "error", details }]);
}

/** True if the batch went through, false with messages if not. */
async function done(batch: (context: Excel.RequestContext) => Promise<void>): Promise<Result<boolean>> {
  const { value, messages } = await runExcel(async (context) => {
    await batch(context);
    return true as const;
  });
  return { value: value ?? false, messages };
}
