import { CellValueType } from "@univerjs/core";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../hostError";
import {
  type Argument,
  defineType,
  type HostObject,
  isHostObject,
  type Json,
  type ObjectType,
  type PropertyDefinition,
} from "../hostObject";
import { intersect, MAX_COLUMNS, MAX_ROWS } from "../univer/address";
import type { GridTable } from "../univer/gridTables";
import { booleanOf, integerOf, recordOf, textOf } from "./arguments";
import { type Book, type Cells, rangeObject, type TableExtras, tableObject, type TableHandle, worksheetObject } from "./book";
import { areaOf, findCells, readGrid, writeValues } from "./cellsAccess";
import { valueOf } from "./cellValues";
import { checkName } from "./names";
import { fillCalculatedColumns, growTable } from "./tableGrowth";

interface TablesHandle {
  readonly book: Book;
  /** Sheet whose tables are meant; omitted: all of the workbook. */
  readonly sheetId?: string;
}

interface ColumnHandle extends TableHandle {
  readonly index: number;
}

interface RowHandle extends TableHandle {
  readonly index: number;
}

function tableOf({ book, id }: TableHandle): GridTable {
  const table = book.tables.find(id);
  if (!table) throw itemNotFound();
  return table;
}

const tables = ({ book, sheetId }: TablesHandle): GridTable[] =>
  book.tables.list().filter((table) => !sheetId || table.sheetId === sheetId);
const headerArea = ({ area }: GridTable): RangeAddress => ({ ...area, rows: 1 });
const bodyArea = ({ area }: GridTable): RangeAddress => ({ ...area, row: area.row + 1, rows: area.rows - 1 });
const bodyOf = (handle: TableHandle): Cells => ({
  book: handle.book,
  sheetId: tableOf(handle).sheetId,
  areas: [bodyArea(tableOf(handle))],
});

/** Header texts as Excel makes them: text, none blank, none twice. */
function headers(book: Book, sheetId: string, area: RangeAddress): string[] {
  const seen = new Set<string>();
  return Array.from({ length: area.columns }, (_, index) => {
    const cell = book.grid.cell(sheetId, area.row, area.column + index);
    const text = String(valueOf(cell) === "" ? `Column${index + 1}` : valueOf(cell));
    let unique = text;
    for (let number = 2; seen.has(unique.toLowerCase()); number++) unique = `${text}${number}`;
    seen.add(unique.toLowerCase());
    return unique;
  });
}

function checkPlace(book: Book, sheetId: string, area: RangeAddress, except?: string): void {
  if (area.rows < 1 || area.rows >= MAX_ROWS || area.columns >= MAX_COLUMNS) throw invalidArgument();
  if (book.tables.list().some((table) => table.id !== except && table.sheetId === sheetId && intersect(table.area, area))) {
    throw invalidOperation(undefined, "A table can't overlap another table.");
  }
  if (book.grid.merges(sheetId).some((merge) => intersect(merge, area)))
    throw invalidOperation(undefined, "A table can't contain merged cells.");
  if (book.extrasOf(sheetId).protection) throw invalidOperation(undefined, "The sheet is protected.");
}

async function add({ book, sheetId }: TablesHandle, [address, hasHeaders]: readonly Argument[]): Promise<HostObject> {
  const cells = isHostObject(address) ? (address.self as Cells) : findCells(book, sheetId ?? book.activeSheetId, textOf(address));
  if (sheetId && cells.sheetId !== sheetId) throw invalidArgument();
  let area = areaOf(cells);
  checkPlace(book, cells.sheetId, area);
  if (!booleanOf(hasHeaders)) {
    // Excel moves the cells down and puts a header row above them.
    const range = { startRow: area.row, endRow: area.row, startColumn: area.column, endColumn: area.column + area.columns - 1 };
    await book.grid.executeOn(cells.sheetId, "sheet.command.insert-range-move-down", { range });
    area = { ...area, rows: area.rows + 1 };
  } else if (area.rows === 1) area = { ...area, rows: 2 };
  const columns = headers(book, cells.sheetId, area);
  book.grid.writeCells(cells.sheetId, area, [columns.map((text) => ({ v: text, t: CellValueType.STRING, f: null }))]);
  let number = book.tables.list().length + 1;
  while (book.tables.find(`Table${number}`)) number++;
  return tableObject(book, book.tables.add(cells.sheetId, `Table${number}`, area, columns).id);
}

/** TableCollection, of the workbook or of a sheet. */
export const TABLES: ObjectType = defineType<TablesHandle>({
  name: "TableCollection",
  properties: { Count: { get: (handle) => tables(handle).length } },
  items: (handle) => tables(handle).map((table) => tableObject(handle.book, table.id)),
  indexer: (handle, [key]) => tableObject(handle.book, named(handle, key).id),
  methods: {
    Add: add,
    GetCount: (handle) => tables(handle).length,
    GetItemOrNullObject: (handle, [key]) => {
      const table = handle.book.tables.find(textOf(key));
      return table && (!handle.sheetId || table.sheetId === handle.sheetId) ? tableObject(handle.book, table.id) : null;
    },
    GetItemAt: (handle, [index]) => {
      const table = tables(handle)[integerOf(index)];
      if (!table) throw invalidArgument();
      return tableObject(handle.book, table.id);
    },
  },
});

function named(handle: TablesHandle, key: Argument): GridTable {
  const table = handle.book.tables.find(textOf(key));
  if (!table || (handle.sheetId && table.sheetId !== handle.sheetId)) throw itemNotFound();
  return table;
}

/** TableScopedCollection: the tables that a range touches. */
export const SCOPED_TABLES: ObjectType = defineType<Cells>({
  name: "TableScopedCollection",
  items: touched,
  indexer: ({ book }, [key]) => tableObject(book, named({ book }, key).id),
  methods: {
    GetCount: (cells) => touched(cells).length,
    GetFirst: (cells) => {
      const [first] = touched(cells);
      if (!first) throw itemNotFound();
      return first;
    },
  },
});

function touched(cells: Cells): HostObject[] {
  return cells.book.tables
    .list()
    .filter((table) => table.sheetId === cells.sheetId && intersect(table.area, areaOf(cells)))
    .map((table) => tableObject(cells.book, table.id));
}

const extra = (key: Exclude<keyof TableExtras, "style">): PropertyDefinition<TableHandle> => ({
  get: (handle) => handle.book.extrasOfTable(tableOf(handle))[key],
  set: (handle, value) => {
    handle.book.extrasOfTable(tableOf(handle))[key] = booleanOf(value ?? undefined);
  },
});

/** Table. */
export const TABLE: ObjectType = defineType<TableHandle>({
  name: "Table",
  id: ({ id }) => id,
  properties: {
    Id: { get: ({ id }) => id },
    LegacyId: { get: ({ id }) => id.replace(/\D/g, "") },
    Name: {
      get: (handle) => tableOf(handle).name,
      set: ({ book, id }, value) => {
        const name = textOf(value ?? undefined);
        checkName(name);
        const known = book.tables.find(name);
        if ((known && known.id !== id) || book.nameCalled(name)) throw itemAlreadyExists();
        book.tables.rename(id, name);
      },
    },
    Style: {
      get: (handle) => handle.book.extrasOfTable(tableOf(handle)).style,
      set: (handle, value) => {
        const style = textOf(value ?? undefined);
        if (style && !/^TableStyle(?:Light(?:[1-9]|1\d|2[01])|Medium(?:[1-9]|1\d|2[0-8])|Dark(?:[1-9]|1[01]))$/.test(style))
          throw invalidArgument();
        handle.book.extrasOfTable(tableOf(handle)).style = style;
      },
    },
    ShowHeaders: { get: () => true },
    ShowTotals: { get: () => false },
    ShowFilterButton: extra("showFilterButton"),
    ShowBandedRows: extra("showBandedRows"),
    ShowBandedColumns: extra("showBandedColumns"),
    HighlightFirstColumn: extra("highlightFirstColumn"),
    HighlightLastColumn: extra("highlightLastColumn"),
  },
  navigation: {
    Worksheet: (handle) => worksheetObject(handle.book, tableOf(handle).sheetId),
    Columns: (handle) => ({ type: "TableColumnCollection", self: handle }),
    Rows: (handle) => ({ type: "TableRowCollection", self: handle }),
    Sort: (handle) => ({ type: "TableSort", self: handle }),
    AutoFilter: (handle) => ({ type: "AutoFilter", self: handle }),
  },
  methods: {
    GetRange: (handle) => rangeObject(handle.book, tableOf(handle).sheetId, tableOf(handle).area),
    GetDataBodyRange: (handle) => rangeObject(handle.book, tableOf(handle).sheetId, bodyArea(tableOf(handle))),
    GetHeaderRowRange: (handle) => rangeObject(handle.book, tableOf(handle).sheetId, headerArea(tableOf(handle))),
    Resize: (handle, [range]) => {
      const table = tableOf(handle);
      const cells = isHostObject(range) ? (range.self as Cells) : findCells(handle.book, table.sheetId, textOf(range));
      const area = areaOf(cells);
      if (cells.sheetId !== table.sheetId || area.row !== table.area.row || area.rows < 2 || !intersect(area, table.area))
        throw invalidArgument();
      checkPlace(handle.book, table.sheetId, area, table.id);
      handle.book.tables.resize(table.id, area);
    },
    ConvertToRange: (handle) => {
      const table = tableOf(handle);
      handle.book.tables.remove(table.id);
      return rangeObject(handle.book, table.sheetId, table.area);
    },
    Delete: (handle) => {
      const table = tableOf(handle);
      handle.book.tables.remove(table.id);
      const line = Array.from({ length: table.area.columns }, () => ({ v: null, f: null, si: null, p: null, s: null }));
      handle.book.grid.writeCells(
        table.sheetId,
        table.area,
        Array.from({ length: table.area.rows }, () => line),
      );
    },
    ClearFilters: () => null,
    ReapplyFilters: () => null,
  },
});

function columnIndex(handle: TableHandle, key: Argument): number | undefined {
  const { columns } = tableOf(handle);
  const index = typeof key === "number" ? key - 1 : columns.findIndex((name) => name.toLowerCase() === textOf(key).toLowerCase());
  return index >= 0 && index < columns.length ? index : undefined;
}

const column = (handle: TableHandle, index: number): HostObject => ({
  type: "TableColumn",
  self: { ...handle, index } satisfies ColumnHandle,
});

/** TableColumnCollection. */
export const TABLE_COLUMNS: ObjectType = defineType<TableHandle>({
  name: "TableColumnCollection",
  properties: { Count: { get: (handle) => tableOf(handle).columns.length } },
  items: (handle) => tableOf(handle).columns.map((_, index) => column(handle, index)),
  indexer: (handle, [key]) => {
    const index = columnIndex(handle, key);
    if (index === undefined) throw itemNotFound();
    return column(handle, index);
  },
  methods: {
    GetCount: (handle) => tableOf(handle).columns.length,
    GetItemAt: (handle, [index]) => {
      if (integerOf(index) < 0 || integerOf(index) >= tableOf(handle).columns.length) throw invalidArgument();
      return column(handle, integerOf(index));
    },
    GetItemOrNullObject: (handle, [key]) => {
      const index = columnIndex(handle, key);
      return index === undefined ? null : column(handle, index);
    },
  },
});

const columnCells = (handle: ColumnHandle, area: RangeAddress): Cells => ({
  book: handle.book,
  sheetId: tableOf(handle).sheetId,
  areas: [{ ...area, column: area.column + handle.index, columns: 1 }],
});

/** TableColumn. */
export const TABLE_COLUMN: ObjectType = defineType<ColumnHandle>({
  name: "TableColumn",
  id: ({ index }) => index + 1,
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: (handle) => tableOf(handle).columns[handle.index] ?? "",
      set: (handle, value) => writeValues(columnCells(handle, headerArea(tableOf(handle))), [[textOf(value ?? undefined)]]),
    },
    Values: {
      get: async (handle) => {
        await handle.book.grid.settle();
        return readGrid(columnCells(handle, tableOf(handle).area), valueOf);
      },
      set: (handle, value) => writeValues(columnCells(handle, tableOf(handle).area), value),
    },
  },
  methods: {
    GetRange: (handle) => ({ type: "Range", self: columnCells(handle, tableOf(handle).area) }),
    GetDataBodyRange: (handle) => ({ type: "Range", self: columnCells(handle, bodyArea(tableOf(handle))) }),
    GetHeaderRowRange: (handle) => ({ type: "Range", self: columnCells(handle, headerArea(tableOf(handle))) }),
  },
});

const row = (handle: TableHandle, index: number): HostObject => ({ type: "TableRow", self: { ...handle, index } satisfies RowHandle });

function isBlank({ grid }: Book, sheetId: string, area: RangeAddress): boolean {
  for (let line = area.row; line < area.row + area.rows; line++)
    for (let place = area.column; place < area.column + area.columns; place++) {
      const cell = grid.cell(sheetId, line, place);
      if ((cell?.v ?? "") !== "" || cell?.f) return false;
    }
  return true;
}

async function addRows(handle: TableHandle, [index, values]: readonly Argument[]): Promise<HostObject> {
  const table = tableOf(handle);
  const { book } = handle;
  const rows = (
    values === null || values === undefined ? [Array.from({ length: table.area.columns }, () => "")] : values
  ) as readonly (readonly Json[])[];
  if (!Array.isArray(rows) || rows.some((line: readonly Json[]) => line.length !== table.area.columns)) throw invalidArgument();
  if (book.extrasOf(table.sheetId).protection) throw invalidOperation(undefined, "The sheet is protected.");
  const count = table.area.rows - 1;
  const at = index === null || index === undefined || index === -1 ? count : integerOf(index);
  if (at < 0 || at > count) throw invalidArgument();
  const place = { row: table.area.row + 1 + at, column: table.area.column, rows: rows.length, columns: table.area.columns };
  if (at === count && isBlank(book, table.sheetId, place)) {
    // Nothing has to be moved: the table grows over the blank rows below it, with formats and rules as if a person had typed there.
    growTable(book, table, rows.length);
    writeValues({ book, sheetId: table.sheetId, areas: [place] }, rows as Json);
    fillCalculatedColumns(book, tableOf(handle), place.row, place.rows);
    return row(handle, at);
  }
  if (at === count) book.grid.reserve(table.sheetId, place.row + place.rows, 0);
  const range = {
    startRow: place.row,
    endRow: place.row + place.rows - 1,
    startColumn: place.column,
    endColumn: place.column + place.columns - 1,
  };
  await book.grid.executeOn(table.sheetId, "sheet.command.insert-range-move-down", { range });
  const now = tableOf(handle);
  const wanted = { ...table.area, rows: table.area.rows + rows.length };
  if (now.area.rows !== wanted.rows || now.area.row !== wanted.row) book.tables.resize(table.id, wanted);
  writeValues({ book, sheetId: table.sheetId, areas: [place] }, rows as Json);
  fillCalculatedColumns(book, tableOf(handle), place.row, place.rows);
  return row(handle, at);
}

async function removeRows(handle: TableHandle, index: number, count: number): Promise<void> {
  const table = tableOf(handle);
  if (index < 0 || index + count > table.area.rows - 1) throw invalidArgument();
  const range = {
    startRow: table.area.row + 1 + index,
    endRow: table.area.row + index + count,
    startColumn: table.area.column,
    endColumn: table.area.column + table.area.columns - 1,
  };
  await handle.book.grid.executeOn(table.sheetId, "sheet.command.delete-range-move-up", { range });
  const wanted = { ...table.area, rows: Math.max(2, table.area.rows - count) };
  if (tableOf(handle).area.rows !== wanted.rows) handle.book.tables.resize(table.id, wanted);
}

/** TableRowCollection. */
export const TABLE_ROWS: ObjectType = defineType<TableHandle>({
  name: "TableRowCollection",
  properties: { Count: { get: (handle) => tableOf(handle).area.rows - 1 } },
  items: (handle) => Array.from({ length: tableOf(handle).area.rows - 1 }, (_, index) => row(handle, index)),
  methods: {
    Add: addRows,
    GetCount: (handle) => tableOf(handle).area.rows - 1,
    GetItemAt: (handle, [index]) => {
      if (integerOf(index) < 0 || integerOf(index) >= tableOf(handle).area.rows - 1) throw invalidArgument();
      return row(handle, integerOf(index));
    },
    DeleteRowsAt: (handle, [index, count]) =>
      removeRows(handle, integerOf(index), count === null || count === undefined ? 1 : integerOf(count)),
  },
});

const rowCells = (handle: RowHandle): Cells => {
  const body = bodyOf(handle);
  return { ...body, areas: [{ ...areaOf(body), row: areaOf(body).row + handle.index, rows: 1 }] };
};

/** TableRow. */
export const TABLE_ROW: ObjectType = defineType<RowHandle>({
  name: "TableRow",
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get: async (handle) => {
        await handle.book.grid.settle();
        return readGrid(rowCells(handle), valueOf);
      },
      set: (handle, value) => writeValues(rowCells(handle), value),
    },
  },
  methods: { GetRange: (handle) => ({ type: "Range", self: rowCells(handle) }), Delete: (handle) => removeRows(handle, handle.index, 1) },
});

/** TableSort. */
export const TABLE_SORT: ObjectType = defineType<TableHandle>({
  name: "TableSort",
  methods: {
    Apply: (handle, [fields]) => {
      if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
      const table = tableOf(handle);
      const { sheetId } = table;
      if (handle.book.extrasOf(sheetId).protection) throw invalidOperation(undefined, "The sheet is protected.");
      const body = bodyArea(table);
      const orderRules = (fields as readonly Json[]).map((field) => {
        const { key, ascending } = recordOf(field);
        return { colIndex: body.column + integerOf(key), type: ascending === false ? "desc" : "asc" };
      });
      const range = {
        startRow: body.row,
        endRow: body.row + body.rows - 1,
        startColumn: body.column,
        endColumn: body.column + body.columns - 1,
      };
      handle.book.grid.execute("sheet.command.sort-range", { subUnitId: sheetId, range, orderRules, hasTitle: false });
    },
    Clear: () => null,
    Reapply: () => null,
  },
});

/** AutoFilter of a table: told, not carried out. */
export const AUTO_FILTER: ObjectType = defineType<TableHandle>({
  name: "AutoFilter",
  properties: {
    Enabled: { get: (handle) => handle.book.extrasOfTable(tableOf(handle)).showFilterButton },
    IsDataFiltered: { get: () => false },
  },
  methods: { ClearCriteria: () => null, Reapply: () => null },
});
