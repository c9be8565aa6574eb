import type { Message, Result } from "../result";
import type { CellValue } from "../workbook/formula";
import { bookLookup } from "../workbook/layout";
import { COLUMNS, type TableKey } from "../workbook/names";
import { YES } from "../workbook/words";
import { cellInput } from "./cellInput";
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
  /** Cells as they were, formulas as such; undefined: the row was added. */
  readonly before: Readonly<Record<string, unknown>> | undefined;
}

/** Writes input cells of a row. A row that no longer stands where it was read, or is locked, is left alone; so is a protected sheet. */
export async function changeRow(book: number, row: KnownRow, cells: RowCells): Promise<Result<EnteredRow | undefined>> {
  return runExcel(async (context) => {
    const found = await findRow(context, book, row);
    if (sameText(found.valueOf(COLUMNS.figures.locked), YES)) throw refusal("figure-locked", { code: Object.values(row.holds).join(" ") });
    const before = Object.fromEntries(Object.keys(cells).map((header) => [header, found.formulaOf(header)]));
    found.write(cells);
    await context.sync();
    return { book, row, cells, before };
  });
}

/**
 * Adds a row at the end of a table and writes its input cells; Excel fills the calculated columns. `holds` names the cells by which the row is known
 * again; `formats` are number formats by header, where those of the row above would show something else.
 */
export async function addRow(
  book: number,
  key: TableKey,
  cells: RowCells,
  holds: KnownRow["holds"],
  formats: Readonly<Record<string, string>> = {},
): Promise<Result<EnteredRow | undefined>> {
  return runExcel(async (context) => {
    const { table, headers, rows } = await findTable(context, book, key);
    // Without values: those given for calculated columns would stand in place of their formulas.
    table.rows.add();
    const added = table.getDataBodyRange().getRow(rows);
    for (const [header, format] of Object.entries(formats)) {
      const place = headers.get(header);
      if (place !== undefined) added.getCell(0, place).numberFormat = [[format]];
    }
    writerOf(added, headers)(cells);
    await context.sync();
    return { book, row: { table: key, index: rows, holds }, cells, before: undefined };
  });
}

/** Puts back what stood before an entry. What somebody has changed since is left alone: false with a message. */
export async function takeBack({ book, row, cells, before }: EnteredRow): Promise<Result<boolean>> {
  const { value, messages } = await runExcel(async (context) => {
    const found = await findRow(context, book, row);
    const changed = Object.entries(cells).some(([header, entered]) => (found.valueOf(header) ?? "") !== (entered ?? ""));
    if (changed) throw refusal("entry-changed", { code: Object.values(row.holds).join(" ") });
    if (before) found.putBack(before);
    else found.remove();
    await context.sync();
    return true;
  });
  return { value: value ?? false, messages };
}

interface FoundRow {
  valueOf(header: string): unknown;
  formulaOf(header: string): unknown;
  write(cells: RowCells): void;
  putBack(formulas: Readonly<Record<string, unknown>>): void;
  remove(): void;
}

/** A table as it stands. */
export interface FoundTable {
  readonly table: Excel.Table;
  /** Places of the columns by header. */
  readonly headers: ReadonlyMap<string, number>;
  readonly rows: number;
}

/** A table that can be written: there, and on a sheet that is not protected. Throws what to tell otherwise. */
export async function findTable(context: Excel.RequestContext, book: number, key: TableKey): Promise<FoundTable> {
  const name = bookLookup(book).table(key);
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name");
  await context.sync();
  if (table.isNullObject) throw refusal("table-missing", { table: name });
  const headers = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  headers.load("values");
  body.load("rowCount");
  table.worksheet.load("name");
  table.worksheet.protection.load("protected");
  await context.sync();
  if (table.worksheet.protection.protected) throw refusal("sheet-protected", { sheet: table.worksheet.name });
  const names = ((headers.values as unknown[][])[0] ?? []).map((text) => String(text).normalize("NFC").trim());
  return { table, headers: new Map(names.map((text, index) => [text, index])), rows: body.rowCount };
}

async function findRow(context: Excel.RequestContext, book: number, { table: key, index, holds }: KnownRow): Promise<FoundRow> {
  const { table, headers, rows } = await findTable(context, book, key);
  const moved = refusal("row-moved", { code: Object.values(holds).join(" ") });
  if (index >= rows) throw moved;
  const range = table.getDataBodyRange().getRow(index);
  range.load("values,formulas");
  await context.sync();
  const at = (cells: unknown[][], header: string): unknown => cells[0]?.[headers.get(header) ?? -1];
  const valueOf = (header: string): unknown => at(range.values as unknown[][], header);
  const formulaOf = (header: string): unknown => at(range.formulas as unknown[][], header);
  if (!Object.entries(holds).every(([header, text]) => sameText(valueOf(header), text))) throw moved;
  return {
    valueOf,
    formulaOf,
    write: writerOf(range, headers),
    putBack: (formulas) => {
      for (const [header, formula] of Object.entries(formulas)) {
        const place = headers.get(header);
        if (place === undefined) continue;
        const isFormula = typeof formula === "string" && formula.startsWith("=");
        range.getCell(0, place).formulas = [[isFormula ? formula : cellInput((formula ?? "") as CellValue)]];
      }
    },
    remove: () => table.rows.getItemAt(index).delete(),
  };
}

/** Writes cells of a row one by one, so that calculated columns between them stay. */
function writerOf(range: Excel.Range, headers: ReadonlyMap<string, number>): (cells: RowCells) => void {
  return (cells) => {
    for (const [header, value] of Object.entries(cells)) {
      const place = headers.get(header);
      if (place === undefined) throw refusal("column-missing", { column: header });
      range.getCell(0, place).values = [[value === null ? "" : cellInput(value)]];
    }
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
