import type { CalendarDate } from "../plan/date";
import type { Message, Result } from "../result";
import type { CellValue } from "../workbook/formula";
import { bookLookup } from "../workbook/layout";
import { COLUMNS, type TableKey } from "../workbook/names";
import { LOG_WORDS } from "../workbook/sheets/words";
import { YES } from "../workbook/words";
import { cellInput } from "./cellInput";
import { inTurn, reversed, seekLog, sendLogged, type ChangeLog, type LoggedChange } from "./changeLog";
import { Refusal, runExcel } from "./excelRun";

/** Input cells of a row by header; null clears a cell. */
export type RowCells = Readonly<Record<string, CellValue>>;

/** A data row (zero-based, as it was last read) and what stood in those of its cells by which it is known again. */
export interface KnownRow {
  readonly table: TableKey;
  readonly index: number;
  readonly holds: Readonly<Record<string, string>>;
}

/** What was entered, for `takeBack`. */
export interface EnteredRow {
  readonly book: number;
  readonly row: KnownRow;
  readonly cells: RowCells;
  /** Cells as they were; undefined: the row was added. */
  readonly before: Formulas | undefined;
  /** What Nhật ký tells of it. */
  readonly changes: readonly LoggedChange[];
}

/** Cells of a row by header as Range.formulas has to be given them. */
type Formulas = Readonly<Record<string, unknown>>;

/**
 * Writes input cells of a row and tells of it in Nhật ký. A row that no longer stands where it was read, or is locked, is left alone; so is a
 * protected sheet.
 */
export async function changeRow(
  book: number,
  row: KnownRow,
  cells: RowCells,
  today: CalendarDate,
): Promise<Result<EnteredRow | undefined>> {
  return entry(async (context) => {
    const found = await findRow(context, book, row);
    if (sameText(found.valueOf(COLUMNS.figures.locked), YES)) throw refusal("figure-locked", { code: Object.values(row.holds).join(" ") });
    const before = formulasOf(found, cells);
    const changes = changesOf(row, cells, found);
    const { log } = found;
    const queue = found.writing(cells);
    await sendLogged(context, { log, changes, today, queue, revert: () => putBack(context, found, before) });
    return { book, row, cells, before, changes };
  });
}

/** What is needed for a new row beside its cells. */
export interface NewRow {
  readonly table: TableKey;
  readonly cells: RowCells;
  /** Cells by which the row is known again. */
  readonly holds: KnownRow["holds"];
  /** Number formats by header, where those of the row above would show something else. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** Adds a row at the end of a table, writes its input cells and tells of it in Nhật ký; Excel fills the calculated columns. */
export async function addRow(
  book: number,
  { table: key, cells, holds, formats = {} }: NewRow,
  today: CalendarDate,
): Promise<Result<EnteredRow | undefined>> {
  return entry(async (context) => {
    const { table, sheet, headers, rows, log } = await findTable(context, book, key);
    const lowest = table.getDataBodyRange().getLastRow();
    lowest.load("numberFormat");
    await context.sync();
    const row = { table: key, index: rows, holds };
    const formatOf = (header: string): string => formats[header] ?? String(cellAt(lowest.numberFormat, headers, header) ?? "");
    const changes = changesOf(row, cells, { sheet, formatOf, valueOf: () => undefined });
    // Without values: those given for calculated columns would stand in place of their formulas.
    const added = (): Excel.Range => table.getDataBodyRange().getRow(rows);
    const write = writerOf(added, headers, cells);
    const queue = (): void => {
      table.rows.add();
      for (const [header, format] of Object.entries(formats)) {
        const place = headers.get(header);
        if (place !== undefined) added().getCell(0, place).numberFormat = [[format]];
      }
      write();
    };
    const revert = async (): Promise<boolean> => {
      if ((await rowCount(context, table)) > rows) table.rows.getItemAt(rows).delete();
      await context.sync();
      return true;
    };
    await sendLogged(context, { log, changes, today, queue, revert });
    return { book, row, cells, before: undefined, changes };
  });
}

/**
 * Puts back what stood before an entry. What somebody has changed since is left alone: false with a message. Nhật ký keeps the lines of the entry
 * and gets lines of their own for this: a book of records is corrected by an entry, never by taking one out, and whoever saw the figure in between
 * finds it there.
 */
export async function takeBack({ book, row, cells, before, changes }: EnteredRow, today: CalendarDate): Promise<Result<boolean>> {
  const { value, messages } = await entry(async (context) => {
    const found = await findRow(context, book, row);
    const changed = Object.entries(cells).some(([header, entered]) => (found.valueOf(header) ?? "") !== (entered ?? ""));
    if (changed) throw refusal("entry-changed", { code: Object.values(row.holds).join(" ") });
    const entered = formulasOf(found, cells);
    const queue = before ? () => found.putBack(before) : () => found.remove();
    const revert = before ? () => putBack(context, found, entered) : async () => (await rowCount(context, found.table)) === found.rows;
    await sendLogged(context, { log: found.log, changes: reversed(changes, LOG_WORDS.undone), today, queue, revert });
    return true;
  });
  return { value: value ?? false, messages };
}

function entry<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Result<T | undefined>> {
  return inTurn(() => runExcel(batch));
}

async function putBack(context: Excel.RequestContext, found: FoundRow, cells: Formulas): Promise<boolean> {
  found.putBack(cells);
  await context.sync();
  return true;
}

async function rowCount(context: Excel.RequestContext, table: Excel.Table): Promise<number> {
  const body = table.getDataBodyRange();
  body.load("rowCount");
  await context.sync();
  return body.rowCount;
}

/** The cells that become something else, without those by which the row is known: every line names these. */
function changesOf(
  { table, holds }: KnownRow,
  cells: RowCells,
  { sheet, valueOf, formatOf }: Pick<FoundRow, "sheet" | "valueOf" | "formatOf">,
): readonly LoggedChange[] {
  const [code = "", ...others] = Object.values(holds);
  const { reporter } = COLUMNS.figures;
  const of = table === "figures" ? [...others, String(cells[reporter] ?? valueOf(reporter) ?? "")] : others;
  return Object.entries(cells)
    .filter(([header, value]) => !(header in holds) && (valueOf(header) ?? "") !== (value ?? ""))
    .map(([header, after]) => {
      const before = valueOf(header);
      return {
        sheet,
        code,
        column: [header, ...of.filter((words) => words !== "")].join(", "),
        before: before === "" || before === undefined ? null : (before as CellValue),
        after,
        numberFormat: formatOf(header),
      };
    });
}

/** What has to be given to Range.formulas so that the cells stand as they do now; a text that begins with "=" is its own value, which no formula is. */
function formulasOf({ formulaOf, valueOf }: FoundRow, cells: RowCells): Formulas {
  return Object.fromEntries(
    Object.keys(cells).map((header) => {
      const formula = formulaOf(header) ?? "";
      return [header, typeof formula === "string" && formula === valueOf(header) ? cellInput(formula) : formula];
    }),
  );
}

interface FoundRow extends FoundTable {
  valueOf(header: string): unknown;
  formulaOf(header: string): unknown;
  formatOf(header: string): string;
  /** What puts the cells into the current request; refuses what has no column. */
  writing(cells: RowCells): () => void;
  putBack(formulas: Formulas): void;
  remove(): void;
}

/** A table as it stands. */
export interface FoundTable {
  readonly table: Excel.Table;
  /** Name of its sheet. */
  readonly sheet: string;
  /** Places of the columns by header. */
  readonly headers: ReadonlyMap<string, number>;
  readonly rows: number;
  readonly log: ChangeLog;
}

/** A table that can be written: there, and on a sheet that is not protected. Throws what to tell otherwise. */
export async function findTable(context: Excel.RequestContext, book: number, key: TableKey): Promise<FoundTable> {
  const name = bookLookup(book).table(key);
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name");
  const sought = seekLog(context, book);
  await context.sync();
  if (table.isNullObject) throw refusal("table-missing", { table: name });
  const headers = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  headers.load("values");
  body.load("rowCount");
  table.worksheet.load("name");
  table.worksheet.protection.load("protected");
  const read = sought.read();
  await context.sync();
  const sheet = table.worksheet.name;
  if (table.worksheet.protection.protected) throw refusal("sheet-protected", { sheet });
  const names = ((headers.values as unknown[][])[0] ?? []).map((text) => String(text).normalize("NFC").trim());
  return { table, sheet, headers: new Map(names.map((text, index) => [text, index])), rows: body.rowCount, log: read.ready() };
}

async function findRow(context: Excel.RequestContext, book: number, { table: key, index, holds }: KnownRow): Promise<FoundRow> {
  const found = await findTable(context, book, key);
  const { table, headers, rows } = found;
  const moved = refusal("row-moved", { code: Object.values(holds).join(" ") });
  if (index >= rows) throw moved;
  const range = table.getDataBodyRange().getRow(index);
  range.load("values,formulas,numberFormat");
  await context.sync();
  const valueOf = (header: string): unknown => cellAt(range.values, headers, header);
  if (!Object.entries(holds).every(([header, text]) => sameText(valueOf(header), text))) throw moved;
  return {
    ...found,
    valueOf,
    formulaOf: (header) => cellAt(range.formulas, headers, header),
    formatOf: (header) => String(cellAt(range.numberFormat, headers, header) ?? ""),
    writing: (cells) => writerOf(() => range, headers, cells),
    putBack: (formulas) => {
      for (const [header, formula] of Object.entries(formulas)) {
        const place = headers.get(header);
        if (place !== undefined) range.getCell(0, place).formulas = [[formula]];
      }
    },
    remove: () => table.rows.getItemAt(index).delete(),
  };
}

function cellAt(cells: unknown, headers: ReadonlyMap<string, number>, header: string): unknown {
  return (cells as unknown[][])[0]?.[headers.get(header) ?? -1];
}

/** Writes cells of a row one by one, so that calculated columns between them stay; refuses cells that have no column before anything is written. */
function writerOf(rangeOf: () => Excel.Range, headers: ReadonlyMap<string, number>, cells: RowCells): () => void {
  const placed = Object.entries(cells).map(([header, value]) => {
    const place = headers.get(header);
    if (place === undefined) throw refusal("column-missing", { column: header });
    return { place, value };
  });
  return () => {
    const range = rangeOf();
    for (const { place, value } of placed) range.getCell(0, place).values = [[value === null ? "" : cellInput(value)]];
  };
}

function sameText(value: unknown, text: string): boolean {
  const plain = (words: unknown): string =>
    String(words ?? "")
      .normalize("NFC")
      .trim()
      .toLowerCase();
  return plain(value) === plain(text);
}

function refusal(code: Message["code"], details: Message["details"] & object): Refusal {
  return new Refusal([{ code, severity: "error", details }]);
}
