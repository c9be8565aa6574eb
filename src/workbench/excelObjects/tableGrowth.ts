import type { ICellData } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { OWN_WRITE } from "../univer/grid";
import type { GridTable } from "../univer/gridTables";
import type { Book } from "./book";

/** What a person changed, as the grid's commands tell it. */
interface CellsCommand {
  readonly subUnitId: string;
  readonly trigger?: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;
}

/** Commands by which a person fills cells. */
const TYPING: ReadonlySet<string> = new Set(["sheet.command.set-range-values", "sheet.command.paste"]);
/** Changes of cells that one typing or paste is made of, at most. */
const MOST_PENDING = 8;
const CELLS_CHANGED = "sheet.mutation.set-range-values";

/**
 * Makes tables grow as in Excel: something typed right below a table belongs to it, calculated columns are filled, and validations, conditional
 * formats and formats that reached the last row go on. Rows that the grid inserts inside a table are filled likewise.
 * Returns the function that ends it.
 */
export function watchTableGrowth(book: Book): () => void {
  const pending: CellsCommand[] = [];
  let busy = false;
  return book.grid.onCommand((id, params) => {
    if (busy) return;
    if (id === CELLS_CHANGED && (params as CellsCommand).trigger !== OWN_WRITE) pending.push(params as CellsCommand);
    if (id === "sheet.mutation.insert-row") {
      const { subUnitId, range } = params as { subUnitId: string; range: { startRow: number; endRow: number } };
      queueMicrotask(() => fillInserted(book, subUnitId, range.startRow, range.endRow - range.startRow + 1));
    }
    if (!TYPING.has(id)) {
      // The mutations of a command come right before it; older ones were somebody else's.
      pending.splice(0, Math.max(0, pending.length - MOST_PENDING));
      return;
    }
    const changes = pending.splice(0);
    busy = true;
    try {
      for (const change of changes) growAround(book, change);
    } finally {
      busy = false;
    }
  });
}

function growAround(book: Book, change: CellsCommand): void {
  for (const table of book.tables.list()) {
    if (table.sheetId !== change.subUnitId || book.extrasOf(table.sheetId).protection) continue;
    let rows = 0;
    while (filled(change, table.area.row + table.area.rows + rows, table.area)) rows++;
    if (rows > 0) growTable(book, table, rows);
  }
}

function filled(change: CellsCommand, row: number, area: RangeAddress): boolean {
  const cells = change.cellValue?.[row];
  return Boolean(
    cells &&
    Object.entries(cells).some(
      ([column, cell]) =>
        Number(column) >= area.column && Number(column) < area.column + area.columns && cell && ((cell.v ?? "") !== "" || cell.f),
    ),
  );
}

/** Makes a table so many rows longer over the cells below it: formats, rules and calculated columns go on. */
export function growTable(book: Book, table: GridTable, rows: number): void {
  const first = table.area.row + table.area.rows;
  const last = first - 1;
  book.grid.reserve(table.sheetId, first + rows, 0);
  book.tables.resize(table.id, { ...table.area, rows: table.area.rows + rows });
  copyFormats(book, table, last, first, rows);
  extendRules(book, table, last, rows);
  fillCalculatedColumns(book, { ...table, area: { ...table.area, rows: table.area.rows + rows } }, first, rows);
}

function fillInserted(book: Book, sheetId: string, row: number, rows: number): void {
  const table = book.tables.list().find((item) => item.sheetId === sheetId && row > item.area.row && row < item.area.row + item.area.rows);
  if (!table) return;
  const source = row - 1 > table.area.row ? row - 1 : row + rows;
  copyFormats(book, table, source, row, rows);
  fillCalculatedColumns(book, table, row, rows);
}

function copyFormats(book: Book, table: GridTable, from: number, to: number, rows: number): void {
  const { column, columns } = table.area;
  const line = Array.from({ length: columns }, (_, index) => {
    const cell = book.grid.cell(table.sheetId, from, column + index);
    const style = cell?.s ?? undefined;
    return style === undefined ? undefined : { s: typeof style === "string" ? book.grid.workbook.getStyles().get(style) : style };
  });
  book.grid.writeCells(
    table.sheetId,
    { row: to, column },
    Array.from({ length: rows }, () => line),
  );
}

const reaches = (area: RangeAddress, table: GridTable, last: number): boolean =>
  area.row + area.rows - 1 === last &&
  area.column >= table.area.column &&
  area.column + area.columns <= table.area.column + table.area.columns;

function extendRules(book: Book, table: GridTable, last: number, rows: number): void {
  const longer = (areas: readonly RangeAddress[]): RangeAddress[] =>
    areas.map((area) => (reaches(area, table, last) ? { ...area, rows: area.rows + rows } : area));
  for (const { id, areas } of book.rules.validations(table.sheetId))
    if (areas.some((area) => reaches(area, table, last))) book.rules.setValidationAreas(table.sheetId, id, longer(areas));
  for (const format of book.rules.conditionalFormats(table.sheetId)) {
    if (!format.areas.some((area) => reaches(area, table, last))) continue;
    book.rules.setConditionalFormatAreas(table.sheetId, format, longer(format.areas));
  }
}

/** Fills the calculated columns of new rows: a column is calculated when every other data row of it holds the same formula, or all but overwritten ones do. */
export function fillCalculatedColumns(book: Book, table: GridTable, firstRow: number, rows: number): void {
  const { area, sheetId } = table;
  const builder = book.grid.get<LexerTreeBuilder>(LexerTreeBuilder as never);
  const line: (ICellData | undefined)[] = [];
  const source = firstRow - 1 > area.row ? firstRow - 1 : firstRow + rows;
  for (let index = 0; index < area.columns; index++) {
    const formula = source < area.row + area.rows ? book.grid.cell(sheetId, source, area.column + index)?.f : undefined;
    line.push(formula ? { f: formula, v: null } : undefined);
  }
  const lines = Array.from({ length: rows }, (_, offset) =>
    line.map((cell, index) => {
      const row = firstRow + offset;
      const now = book.grid.cell(sheetId, row, area.column + index);
      if (!cell || (now?.v ?? "") !== "" || now?.f) return undefined;
      return { ...cell, f: builder.moveFormulaRefOffset(cell.f!, 0, row - source) };
    }),
  );
  book.grid.writeCells(sheetId, { row: firstRow, column: area.column }, lines);
}
