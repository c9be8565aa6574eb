import { toSerial, type CalendarDate } from "../plan/date";
import type { MessageCode } from "../result";
import type { CellValue } from "../workbook/formula";
import { bookLookup } from "../workbook/layout";
import { COLUMNS, INFO_ITEMS } from "../workbook/names";
import { NUMBER_FORMATS } from "../workbook/styles";
import { cellInput } from "./cellInput";
import { messagesOf, pause, READ_RETRY, Refusal } from "./excelRun";

const C = COLUMNS.log;

/** Headers without which a table tells nothing; a person may have renamed or deleted the others. */
const NEEDED: readonly string[] = [C.at, C.column, C.before, C.after];

/** Failures of a request of which Excel has carried out nothing. */
const NOT_BEGUN: readonly MessageCode[] = ["excel-cell-edit", "excel-request-too-large"];

/** A cell that the pane changes, or a summary of many, as a line of Nhật ký tells it. */
export interface LoggedChange {
  readonly sheet: string;
  /** Code of the row, "" where there is none. */
  readonly code: string;
  readonly column: string;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Number format of the cell, so that the line shows what the cell showed. @default "General" */
  readonly numberFormat?: string;
  /** On which ground, where it is known. @default left to the person */
  readonly basis?: string;
}

/** Nhật ký of a book as it stands, ready for lines. */
export interface ChangeLog {
  /** Puts lines into the current request, into the blank lines below the last one; the table grows when there are too few. */
  write(changes: readonly LoggedChange[], today: CalendarDate): void;
  /** Takes out the lines of a request that failed; none may have been written. */
  takeOut(): Promise<void>;
}

/** A log that is looked for: call `read` after the next request, and `ready` of its value after the one that follows. */
export interface SoughtLog {
  read(): { ready(): ChangeLog };
}

/** Of a book without Nhật ký. */
const NO_LOG: ChangeLog = { write: () => undefined, takeOut: async () => undefined };

/** Asks for Nhật ký together with what else the next two requests ask for. A book may have none: its log takes no lines. */
export function seekLog({ workbook }: Excel.RequestContext, book: number): SoughtLog {
  const lookup = bookLookup(book);
  const table = workbook.tables.getItemOrNullObject(lookup.table("log"));
  const info = workbook.tables.getItemOrNullObject(lookup.table("info"));
  const sought = Object.values(C).map((header) => ({ header, column: table.columns.getItemOrNullObject(header) }));
  table.load("name");
  info.load("name");
  for (const { column } of sought) column.load("index");
  return {
    read() {
      const columns = sought.filter(({ column }) => !column.isNullObject);
      const isLog = !table.isNullObject && NEEDED.every((header) => columns.some((one) => one.header === header));
      if (!isLog) return { ready: () => NO_LOG };
      const body = table.getDataBodyRange();
      const used = columns.map(({ column }) => column.getDataBodyRange().getUsedRangeOrNullObject(true));
      const facts = info.isNullObject ? undefined : info.getRange();
      body.load("rowIndex,rowCount,columnCount");
      for (const range of used) range.load("rowIndex,rowCount");
      facts?.load("values");
      table.worksheet.load("name");
      table.worksheet.protection.load("protected");
      return {
        ready() {
          if (table.worksheet.protection.protected)
            throw new Refusal([{ code: "sheet-protected", severity: "error", details: { sheet: table.worksheet.name } }]);
          const ends = used.map((range) => (range.isNullObject ? 0 : range.rowIndex + range.rowCount - body.rowIndex));
          return standingLog(table, {
            places: new Map(columns.map(({ header, column }) => [header, column.index])),
            width: body.columnCount,
            rows: body.rowCount,
            first: Math.max(...ends),
            author: authorIn((facts?.values ?? []) as unknown[][]),
          });
        },
      };
    },
  };
}

/** Nhật ký of a book; two requests. */
export async function openLog(context: Excel.RequestContext, book: number): Promise<ChangeLog> {
  const sought = seekLog(context, book);
  await context.sync();
  const read = sought.read();
  await context.sync();
  return read.ready();
}

/** Lines that tell of the same changes taken back. */
export function reversed(changes: readonly LoggedChange[], basis: string): readonly LoggedChange[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before, basis }));
}

/** A change and its lines, which go into one request. */
export interface LoggedWork {
  readonly log: ChangeLog;
  readonly changes: readonly LoggedChange[];
  readonly today: CalendarDate;
  /** Puts the change itself into the current request. */
  readonly queue: () => void;
  /** Undoes what Excel has done of the change before it failed. False where all of it was done, so that its lines have to stay. */
  readonly revert: () => Promise<boolean>;
}

/**
 * Sends a change and its lines as one request. Excel does not take back the first half of a request whose second half fails, so that is done here:
 * then neither the change nor a line of it is left.
 */
export async function sendLogged(context: Excel.RequestContext, { log, changes, today, queue, revert }: LoggedWork): Promise<void> {
  log.write(changes, today);
  queue();
  try {
    await context.sync();
  } catch (error) {
    await cleanUp(error, async () => {
      if (await revert()) await log.takeOut();
    });
    throw error;
  }
}

/** Undoes the half of a failed request, once more if Excel does not answer; what cannot be undone is told with the error. */
export async function cleanUp(error: unknown, undo: () => Promise<void>): Promise<void> {
  const messages = messagesOf(error);
  if (messages.some(({ code }) => NOT_BEGUN.includes(code))) return;
  for (let turn = 0; turn <= READ_RETRY.times; turn++) {
    if (turn > 0) await pause(READ_RETRY.delay * 2 ** (turn - 1));
    try {
      return await undo();
    } catch {
      // told below, when no further try is left
    }
  }
  throw new Refusal([...messages, { code: "log-out-of-step", severity: "error" }]);
}

let last: Promise<unknown> = Promise.resolve();

/** Runs work that looks for free lines and fills them after all such work before it: two entries must not take the same line. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

interface LogPlace {
  /** Places of the columns in the table, by header. */
  readonly places: ReadonlyMap<string, number>;
  readonly width: number;
  readonly rows: number;
  /** Data row below the last line that holds something. */
  readonly first: number;
  readonly author: CellValue;
}

function standingLog(table: Excel.Table, { places, width, rows, first, author }: LogPlace): ChangeLog {
  let written = 0;
  // Null leaves a cell as it is: a person may have added columns.
  const line = (cells: Readonly<Record<string, CellValue>>): CellValue[] => {
    const row: CellValue[] = Array.from({ length: width }, () => null);
    for (const [header, place] of places) row[place] = cells[header] ?? null;
    return row;
  };
  const block = (count: number): Excel.Range =>
    table
      .getDataBodyRange()
      .getRow(first)
      .getResizedRange(count - 1, 0);
  return {
    write(changes, today) {
      if (changes.length === 0) return;
      written = changes.length;
      for (let free = rows - first; free < written; free++) table.rows.add();
      const lines = block(written);
      lines.numberFormat = changes.map(({ before, after, numberFormat }) =>
        line({ [C.before]: formatFor(before, numberFormat), [C.after]: formatFor(after, numberFormat) }),
      );
      lines.values = changes.map(({ sheet, code, column, before, after, basis }) =>
        line({
          [C.at]: toSerial(today),
          [C.who]: author,
          [C.table]: sheet,
          [C.code]: code,
          [C.column]: column,
          [C.before]: before,
          [C.after]: after,
          [C.basis]: basis ?? null,
        }).map((value) => (value === "" ? null : cellInput(value))),
      );
      lines.format.autofitRows();
    },
    async takeOut() {
      if (written === 0) return;
      const { context } = table;
      const body = table.getDataBodyRange();
      body.load("rowCount");
      await context.sync();
      for (let row = body.rowCount - 1; row >= rows; row--) table.rows.getItemAt(row).delete();
      const kept = Math.min(first + written, rows) - first;
      const blank = line(Object.fromEntries([...places.keys()].map((header) => [header, ""])));
      if (kept > 0) block(kept).values = Array.from({ length: kept }, () => blank);
      await context.sync();
    },
  };
}

/** Text must not stand in a cell that is formatted for numbers, nor a number in one for text. */
function formatFor(value: CellValue, numberFormat = NUMBER_FORMATS.text as string): string {
  return typeof value === "number" ? numberFormat : NUMBER_FORMATS.text;
}

/** "Người lập" in the cells of tblThongTin; null when nobody is named. */
function authorIn([headers = [], ...rows]: readonly (readonly unknown[])[]): CellValue {
  const place = (header: string): number => headers.findIndex((text) => String(text).normalize("NFC").trim() === header);
  const [item, value] = [place(COLUMNS.info.item), place(COLUMNS.info.value)];
  const name = rows.find(
    (row) =>
      String(row[item] ?? "")
        .normalize("NFC")
        .trim() === INFO_ITEMS.author,
  )?.[value];
  return name === undefined || name === "" ? null : String(name);
}
