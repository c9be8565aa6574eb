import { Direction } from "@univerjs/core";
import { invalidArgument, invalidOperation, itemNotFound } from "../hostError";
import { type Argument, defineType, type HostObject, isHostObject, type Json, type ObjectType } from "../hostObject";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { intersect, MAX_COLUMNS, MAX_ROWS } from "../univer/address";
import { choiceOf, integerOf, recordOf, textOf } from "./arguments";
import { type Cells, rangeObject, worksheetObject } from "./book";
import {
  addressOf,
  areaOf,
  checkedArea,
  findCells,
  formulaAt,
  isGuarded,
  patternAt,
  readGrid,
  readUniform,
  usedPart,
  writeNumberFormats,
  writeValues,
} from "./cellsAccess";
import { textOf as shownText, valueOf, valueTypeOf } from "./cellValues";
import { applyFormat } from "./rangeFormat";
import { readLink, writeLink } from "./hyperlink";

const at = (cells: Cells, area: RangeAddress): HostObject => rangeObject(cells.book, cells.sheetId, area);
const sub = (cells: Cells, row: number, column: number, rows: number, columns: number): HostObject =>
  at(cells, checkedArea(row, column, rows, columns));

function other(cells: Cells, value: Argument): Cells {
  if (isHostObject(value) && value.type === "Range") return value.self as Cells;
  return findCells(cells.book, cells.sheetId, textOf(value));
}

async function values(cells: Cells, read: Parameters<typeof readGrid>[1]): Promise<Json> {
  await cells.book.grid.settle();
  return readGrid(cells, read);
}

function guarded(cells: Cells): Cells {
  if (isGuarded(cells)) throw accessDenied();
  return cells;
}

function accessDenied(): Error {
  return invalidOperation(undefined, "You can't perform the requested operation: the sheet is protected.");
}

function boundingRect(a: RangeAddress, b: RangeAddress): RangeAddress {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Clears content, format or both. */
function clear(cells: Cells, what: string): void {
  const { book, sheetId } = cells;
  for (const area of cells.areas) {
    const part = usedPart({ book, sheetId, areas: [area] }, false);
    if (!part) continue;
    const cell =
      what === "All"
        ? { v: null, f: null, si: null, p: null, s: null, custom: null }
        : what === "Formats"
          ? { s: null }
          : what === "Hyperlinks"
            ? { custom: null }
            : { v: null, f: null, si: null, p: null };
    const line = Array.from({ length: part.columns }, () => cell as never);
    book.grid.writeCells(
      sheetId,
      part,
      Array.from({ length: part.rows }, () => line),
    );
    if (what === "All")
      book.grid.unmerge(
        sheetId,
        book.grid.merges(sheetId).filter((merge) => intersect(merge, area)),
      );
  }
}

/** Inserts cells and moves what stands there down or to the right. */
async function insert(cells: Cells, direction: string): Promise<HostObject> {
  const area = areaOf(cells);
  const entire = area.columns === MAX_COLUMNS || area.rows === MAX_ROWS;
  await shift(
    cells,
    direction === "Down"
      ? entire
        ? "sheet.command.insert-row-by-range"
        : "sheet.command.insert-range-move-down"
      : entire
        ? "sheet.command.insert-col-by-range"
        : "sheet.command.insert-range-move-right",
  );
  return at(cells, area);
}

async function shift(cells: Cells, command: string): Promise<void> {
  const sheet = cells.book.grid.sheet(cells.sheetId)!;
  const area = areaOf(cells);
  const range = {
    startRow: area.row,
    endRow: Math.min(area.row + area.rows, sheet.getRowCount()) - 1,
    startColumn: area.column,
    endColumn: Math.min(area.column + area.columns, sheet.getColumnCount()) - 1,
  };
  await cells.book.grid.executeOn(cells.sheetId, command, {
    range,
    direction: command.includes("-col-") ? Direction.LEFT : Direction.UP,
  });
}

async function remove(cells: Cells, direction: string): Promise<void> {
  const area = areaOf(cells);
  const entireRows = area.columns === MAX_COLUMNS;
  const entireColumns = area.rows === MAX_ROWS;
  await shift(
    cells,
    direction === "Up"
      ? entireRows
        ? "sheet.command.remove-row-by-range"
        : "sheet.command.delete-range-move-up"
      : entireColumns
        ? "sheet.command.remove-col-by-range"
        : "sheet.command.delete-range-move-left",
  );
}

/** Formats of cells, rows or columns from an array of property objects. */
function setProperties(
  cells: Cells,
  value: Argument,
  split: (area: RangeAddress, row: number, column: number) => RangeAddress,
  shape: "cells" | "rows" | "columns",
): void {
  const area = areaOf(cells);
  const rows = (shape === "cells" ? value : [value]) as readonly (readonly Json[])[];
  if (!Array.isArray(rows) || rows.some((row) => !Array.isArray(row))) throw invalidArgument();
  const expected = shape === "cells" ? area.columns : shape === "rows" ? area.rows : area.columns;
  if (rows.some((row) => row.length !== expected) || (shape === "cells" && rows.length !== area.rows)) throw invalidArgument();
  rows.forEach((line: readonly Json[], row: number) =>
    line.forEach((item: Json, index: number) => {
      if (item === null) return;
      const target: Cells = { ...cells, areas: [shape === "rows" ? split(area, index, 0) : split(area, row, index)] };
      for (const [name, part] of Object.entries(recordOf(item))) {
        if (name === "format") applyFormat(target, recordOf(part));
        else if (name === "hyperlink") writeLink(target, part);
        else if (name === "rowHidden" || name === "columnHidden")
          cells.book.grid.hideLines(cells.sheetId, areaOf(target), name === "rowHidden" ? "rows" : "columns", part === true);
        else throw invalidArgument();
      }
    }),
  );
}

const lineHidden = (cells: Cells, axis: "rows" | "columns"): Json => {
  const sheet = cells.book.grid.sheet(cells.sheetId);
  return readUniform(
    { ...cells, areas: [{ ...areaOf(cells), ...(axis === "rows" ? { columns: 1 } : { rows: 1 }) }] },
    (_style, row, column) => Boolean(axis === "rows" ? sheet?.getRowRawVisible(row) === false : sheet?.getColVisible(column) === false),
  );
};

function outline(
  cells: Cells,
  args: readonly Argument[],
  change: (cells: Cells, axis: "rows" | "columns", from: number, to: number) => void,
): void {
  const axis = choiceOf(args[0], ["ByRows", "ByColumns"]) === "ByRows" ? "rows" : "columns";
  const area = areaOf(cells);
  change(cells, axis, axis === "rows" ? area.row : area.column, (axis === "rows" ? area.row + area.rows : area.column + area.columns) - 1);
}

function setCollapsed(cells: Cells, args: readonly Argument[], collapsed: boolean): void {
  outline(cells, args, (target, axis, from, to) => {
    for (const group of target.book.extrasOf(target.sheetId).outlines)
      if (group.axis === axis && group.from >= from && group.to <= to) group.collapsed = collapsed;
    target.book.grid.hideLines(target.sheetId, areaOf(target), axis, collapsed);
  });
}

const pixels = (cells: Cells, what: "left" | "top" | "width" | "height"): number => {
  const sheet = cells.book.grid.sheet(cells.sheetId)!;
  const area = areaOf(cells);
  let sum = 0;
  const horizontal = what === "left" || what === "width";
  const [from, to] =
    what === "left"
      ? [0, area.column]
      : what === "top"
        ? [0, area.row]
        : horizontal
          ? [area.column, area.column + area.columns]
          : [area.row, area.row + area.rows];
  for (let index = from; index < Math.min(to, 20_000); index++) sum += horizontal ? sheet.getColumnWidth(index) : sheet.getRowHeight(index);
  return sum * 0.75;
};

/** Range: one rectangle of cells. */
export const RANGE: ObjectType = defineType<Cells>({
  name: "Range",
  properties: {
    Address: { get: addressOf },
    AddressLocal: { get: addressOf },
    CellCount: { get: (cells) => areaOf(cells).rows * areaOf(cells).columns },
    RowIndex: { get: (cells) => areaOf(cells).row },
    ColumnIndex: { get: (cells) => areaOf(cells).column },
    RowCount: { get: (cells) => areaOf(cells).rows },
    ColumnCount: { get: (cells) => areaOf(cells).columns },
    IsEntireRow: { get: (cells) => areaOf(cells).columns === MAX_COLUMNS },
    IsEntireColumn: { get: (cells) => areaOf(cells).rows === MAX_ROWS },
    Values: { get: (cells) => values(cells, valueOf), set: (cells, value) => writeValues(guarded(cells), value) },
    Formulas: {
      get: (cells) => values(cells, (cell, row, column) => formulaAt(cells, cell, row, column) ?? valueOf(cell)),
      set: (cells, value) => writeValues(guarded(cells), value),
    },
    Text: { get: (cells) => values(cells, (cell, row, column) => shownText(cell, patternAt(cells, row, column))) },
    ValueTypes: { get: (cells) => values(cells, valueTypeOf) },
    NumberFormat: { get: (cells) => readGrid(cells, (_cell, row, column) => patternAt(cells, row, column)), set: writeNumberFormats },
    Hidden: { get: (cells) => lineHidden(cells, "rows") },
    RowHidden: {
      get: (cells) => lineHidden(cells, "rows"),
      set: (cells, value) => cells.book.grid.hideLines(cells.sheetId, areaOf(cells), "rows", value === true),
    },
    ColumnHidden: {
      get: (cells) => lineHidden(cells, "columns"),
      set: (cells, value) => cells.book.grid.hideLines(cells.sheetId, areaOf(cells), "columns", value === true),
    },
    Hyperlink: { get: readLink, set: writeLink },
    HasSpill: { get: () => false },
    Left: { get: (cells) => pixels(cells, "left"), heavy: true },
    Top: { get: (cells) => pixels(cells, "top"), heavy: true },
    Width: { get: (cells) => pixels(cells, "width"), heavy: true },
    Height: { get: (cells) => pixels(cells, "height"), heavy: true },
  },
  navigation: {
    Format: (cells) => ({ type: "RangeFormat", self: cells }),
    Worksheet: (cells) => worksheetObject(cells.book, cells.sheetId),
    DataValidation: (cells) => ({ type: "DataValidation", self: cells }),
    ConditionalFormats: (cells) => ({ type: "ConditionalFormatCollection", self: cells }),
    Sort: (cells) => ({ type: "RangeSort", self: cells }),
  },
  methods: {
    _ValidateArraySize: (cells, [rows, columns]) => {
      if (rows !== areaOf(cells).rows || columns !== areaOf(cells).columns) {
        throw invalidArgument(
          "Range.values",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
    },
    GetCell: (cells, [row, column]) => sub(cells, areaOf(cells).row + integerOf(row), areaOf(cells).column + integerOf(column), 1, 1),
    GetRow: (cells, [row]) => sub(cells, areaOf(cells).row + integerOf(row), areaOf(cells).column, 1, areaOf(cells).columns),
    GetColumn: (cells, [column]) => sub(cells, areaOf(cells).row, areaOf(cells).column + integerOf(column), areaOf(cells).rows, 1),
    GetLastCell: (cells) => sub(cells, areaOf(cells).row + areaOf(cells).rows - 1, areaOf(cells).column + areaOf(cells).columns - 1, 1, 1),
    GetLastRow: (cells) => sub(cells, areaOf(cells).row + areaOf(cells).rows - 1, areaOf(cells).column, 1, areaOf(cells).columns),
    GetLastColumn: (cells) => sub(cells, areaOf(cells).row, areaOf(cells).column + areaOf(cells).columns - 1, areaOf(cells).rows, 1),
    GetEntireRow: (cells) => sub(cells, areaOf(cells).row, 0, areaOf(cells).rows, MAX_COLUMNS),
    GetEntireColumn: (cells) => sub(cells, 0, areaOf(cells).column, MAX_ROWS, areaOf(cells).columns),
    GetOffsetRange: (cells, [rows, columns]) =>
      sub(cells, areaOf(cells).row + integerOf(rows), areaOf(cells).column + integerOf(columns), areaOf(cells).rows, areaOf(cells).columns),
    GetResizedRange: (cells, [rows, columns]) =>
      sub(cells, areaOf(cells).row, areaOf(cells).column, areaOf(cells).rows + integerOf(rows), areaOf(cells).columns + integerOf(columns)),
    GetAbsoluteResizedRange: (cells, [rows, columns]) =>
      sub(cells, areaOf(cells).row, areaOf(cells).column, integerOf(rows), integerOf(columns)),
    GetBoundingRect: (cells, [value]) => at(cells, boundingRect(areaOf(cells), areaOf(other(cells, value)))),
    GetIntersection: (cells, [value]) => {
      const target = other(cells, value);
      const shared = target.sheetId === cells.sheetId ? intersect(areaOf(cells), areaOf(target)) : undefined;
      if (!shared) throw itemNotFound();
      return at(cells, shared);
    },
    GetIntersectionOrNullObject: (cells, [value]) => {
      const target = other(cells, value);
      const shared = target.sheetId === cells.sheetId ? intersect(areaOf(cells), areaOf(target)) : undefined;
      return shared ? at(cells, shared) : null;
    },
    GetUsedRange: (cells, [valuesOnly]) => {
      const used = usedPart(cells, valuesOnly === true);
      return at(cells, used ?? { ...areaOf(cells), rows: 1, columns: 1 });
    },
    GetUsedRangeOrNullObject: (cells, [valuesOnly]) => {
      const used = usedPart(cells, valuesOnly === true);
      return used ? at(cells, used) : null;
    },
    GetTables: (cells) => ({ type: "TableScopedCollection", self: cells }),
    Clear: (cells, [what]) =>
      clear(guarded(cells), what === null || what === undefined ? "All" : choiceOf(what, ["All", "Formats", "Contents", "Hyperlinks"])),
    Insert: (cells, [direction]) => insert(cells, choiceOf(direction, ["Down", "Right"])),
    Delete: (cells, [direction]) => remove(cells, choiceOf(direction, ["Up", "Left"])),
    Merge: (cells, [across]) => {
      const area = areaOf(cells);
      if (cells.book.tables.list().some((table) => table.sheetId === cells.sheetId && intersect(table.area, area)))
        throw invalidOperation(undefined, "Cells in a table can't be merged.");
      const areas =
        across === true ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 })) : [area];
      cells.book.grid.merge(
        cells.sheetId,
        areas.filter(({ rows, columns }) => rows * columns > 1),
      );
    },
    Unmerge: (cells) =>
      cells.book.grid.unmerge(
        cells.sheetId,
        cells.book.grid.merges(cells.sheetId).filter((merge) => intersect(merge, areaOf(cells))),
      ),
    Select: (cells) => cells.book.select(cells.sheetId, areaOf(cells)),
    Calculate: (cells) => cells.book.grid.settle(),
    SetDirty: () => null,
    SetCellProperties: (cells, [value]) =>
      setProperties(
        cells,
        value,
        (area, row, column) => ({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 }),
        "cells",
      ),
    SetRowProperties: (cells, [value]) => setProperties(cells, value, (area, row) => ({ ...area, row: area.row + row, rows: 1 }), "rows"),
    SetColumnProperties: (cells, [value]) =>
      setProperties(cells, value, (area, _row, column) => ({ ...area, column: area.column + column, columns: 1 }), "columns"),
    Group: (cells, args) =>
      outline(
        cells,
        args,
        (target, axis, from, to) => void target.book.extrasOf(target.sheetId).outlines.push({ axis, from, to, collapsed: false }),
      ),
    Ungroup: (cells, args) =>
      outline(cells, args, (target, axis, from, to) => {
        const { outlines } = target.book.extrasOf(target.sheetId);
        const index = outlines.findIndex((group) => group.axis === axis && group.from === from && group.to === to);
        if (index < 0) throw invalidOperation();
        outlines.splice(index, 1);
      }),
    HideGroupDetails: (cells, args) => setCollapsed(cells, args, true),
    ShowGroupDetails: (cells, args) => setCollapsed(cells, args, false),
  },
});

/** RangeAreas: several rectangles of one sheet that are formatted together. */
export const RANGE_AREAS: ObjectType = defineType<Cells>({
  name: "RangeAreas",
  properties: {
    Address: { get: addressOf },
    AreaCount: { get: (cells) => cells.areas.length },
    CellCount: { get: (cells) => cells.areas.reduce((sum, area) => sum + area.rows * area.columns, 0) },
  },
  navigation: {
    Format: (cells) => ({ type: "RangeFormat", self: cells }),
    Worksheet: (cells) => worksheetObject(cells.book, cells.sheetId),
    DataValidation: (cells) => ({ type: "DataValidation", self: cells }),
    ConditionalFormats: (cells) => ({ type: "ConditionalFormatCollection", self: cells }),
    Areas: (cells) => ({ type: "RangeCollection", self: cells }),
  },
  methods: {
    Clear: (cells, [what]) =>
      clear(cells, what === null || what === undefined ? "All" : choiceOf(what, ["All", "Formats", "Contents", "Hyperlinks"])),
  },
});

/** RangeCollection: the rectangles of a RangeAreas. */
export const RANGE_COLLECTION: ObjectType = defineType<Cells>({
  name: "RangeCollection",
  items: (cells) => cells.areas.map((area) => at(cells, area)),
  methods: {
    GetCount: (cells) => cells.areas.length,
    GetItemAt: (cells, [index]) => at(cells, cells.areas[integerOf(index)] ?? checkedArea(-1, 0, 1, 1)),
  },
});

/** RangeSort: sorts rows of a range by columns. */
export const RANGE_SORT: ObjectType = defineType<Cells>({
  name: "RangeSort",
  methods: {
    Apply: (cells, [fields, , hasHeaders]) => {
      if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
      const area = areaOf(cells);
      const orderRules = (fields as readonly Json[]).map((field) => {
        const { key, ascending } = recordOf(field);
        return { colIndex: area.column + integerOf(key), type: ascending === false ? "desc" : "asc" };
      });
      const range = {
        startRow: area.row,
        endRow: area.row + area.rows - 1,
        startColumn: area.column,
        endColumn: area.column + area.columns - 1,
      };
      cells.book.grid.execute("sheet.command.sort-range", { subUnitId: cells.sheetId, range, orderRules, hasTitle: hasHeaders === true });
    },
  },
});
