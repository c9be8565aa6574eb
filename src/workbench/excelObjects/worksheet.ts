import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "../hostError";
import { type Argument, defineType, type HostObject, isHostObject, type ObjectType } from "../hostObject";
import { MAX_COLUMNS, MAX_ROWS } from "../univer/address";
import { booleanOf, choiceOf, colorOf, integerOf, recordOf, textOf } from "./arguments";
import { type Book, type Cells, rangeObject, type SheetHandle, worksheetObject } from "./book";
import { areaOf, checkedArea, findCells, usedPart } from "./cellsAccess";
import { checkSheetName } from "./names";

const VISIBILITY = ["Visible", "Hidden", "VeryHidden"] as const;

const whole = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
const allCells = (sheet: SheetHandle): Cells => ({ ...sheet, areas: [whole] });
const order = ({ book, sheetId }: SheetHandle): number => book.grid.sheets().findIndex((sheet) => sheet.getSheetId() === sheetId);

function checkNewName(book: Book, name: string, except?: string): void {
  checkSheetName(name);
  const known = book.sheetNamed(name);
  if (known && known.getSheetId() !== except) throw itemAlreadyExists();
}

function visibility({ book, sheetId }: SheetHandle): string {
  if (book.extrasOf(sheetId).veryHidden) return "VeryHidden";
  return book.grid.sheet(sheetId)?.isSheetHidden() ? "Hidden" : "Visible";
}

function setVisibility(handle: SheetHandle, value: string): void {
  const { book, sheetId } = handle;
  const others = book.grid.sheets().filter((sheet) => sheet.getSheetId() !== sheetId && !sheet.isSheetHidden());
  if (value !== "Visible" && others.length === 0) throw invalidOperation();
  book.extrasOf(sheetId).veryHidden = value === "VeryHidden";
  book.grid.hideSheet(sheetId, value !== "Visible");
  if (value !== "Visible" && book.activeSheetId === sheetId) book.activate(others[0]!.getSheetId());
}

function remove(handle: SheetHandle): void {
  const { book, sheetId } = handle;
  const visible = book.grid.sheets().filter((sheet) => !sheet.isSheetHidden() && sheet.getSheetId() !== sheetId);
  // Excel keeps at least one visible sheet and does not delete a veryHidden one.
  if (visible.length === 0 || book.extrasOf(sheetId).veryHidden) throw invalidOperation();
  book.removeSheet(sheetId);
}

function rangeOf(sheet: SheetHandle, address: Argument): HostObject {
  const cells = address === null || address === undefined ? allCells(sheet) : findCells(sheet.book, sheet.sheetId, textOf(address));
  return { type: "Range", self: cells };
}

function neighbour(sheet: SheetHandle, step: 1 | -1, visibleOnly: boolean): HostObject | null {
  const sheets = sheet.book.grid.sheets();
  for (let index = order(sheet) + step; index >= 0 && index < sheets.length; index += step) {
    if (!visibleOnly || !sheets[index]!.isSheetHidden()) return worksheetObject(sheet.book, sheets[index]!.getSheetId());
  }
  return null;
}

/** Worksheet. */
export const WORKSHEET: ObjectType = defineType<SheetHandle>({
  name: "Worksheet",
  id: ({ sheetId }) => sheetId,
  properties: {
    Id: { get: ({ sheetId }) => sheetId },
    Name: {
      get: ({ book, sheetId }) => book.sheetName(sheetId),
      set: ({ book, sheetId }, value) => {
        const name = textOf(value ?? undefined);
        checkNewName(book, name, sheetId);
        book.grid.renameSheet(sheetId, name);
      },
    },
    Position: {
      get: order,
      set: ({ book, sheetId }, value) => {
        const position = integerOf(value ?? undefined);
        if (position < 0 || position >= book.grid.sheets().length) throw invalidArgument();
        book.grid.moveSheet(sheetId, position);
      },
    },
    Visibility: { get: visibility, set: (sheet, value) => setVisibility(sheet, choiceOf(value ?? undefined, VISIBILITY)) },
    TabColor: {
      get: ({ book, sheetId }) => String(book.grid.sheet(sheetId)?.getTabColor() ?? "").toUpperCase(),
      set: ({ book, sheetId }, value) => book.grid.setTabColor(sheetId, value === "" ? "" : colorOf(value ?? undefined)),
    },
    ShowGridlines: { get: ({ book, sheetId }) => book.grid.sheet(sheetId)?.getConfig().showGridlines !== 0 },
    // The client of 1.1.110 reads ShowGridlines and ShowHeadings and writes Gridlines and Headings.
    Gridlines: { set: ({ book, sheetId }, value) => book.grid.showGridlines(sheetId, booleanOf(value ?? undefined)) },
    ShowHeadings: { get: ({ book, sheetId }) => book.extrasOf(sheetId).showHeadings },
    Headings: {
      set: ({ book, sheetId }, value) => {
        book.extrasOf(sheetId).showHeadings = booleanOf(value ?? undefined);
      },
    },
    StandardHeight: { get: () => 15 },
    EnableCalculation: { get: () => true },
  },
  navigation: {
    Tables: ({ book, sheetId }) => ({ type: "TableCollection", self: { book, sheetId } }),
    Charts: ({ book, sheetId }) => ({ type: "ChartCollection", self: { book, sheetId } }),
    Names: ({ book, sheetId }) => ({ type: "NamedItemCollection", self: { book, sheetId } }),
    FreezePanes: (sheet) => ({ type: "WorksheetFreezePanes", self: sheet }),
    PageLayout: (sheet) => ({ type: "PageLayout", self: sheet }),
    Protection: (sheet) => ({ type: "WorksheetProtection", self: sheet }),
    HorizontalPageBreaks: (sheet) => ({ type: "PageBreakCollection", self: { ...sheet, axis: "rows" } }),
    VerticalPageBreaks: (sheet) => ({ type: "PageBreakCollection", self: { ...sheet, axis: "columns" } }),
  },
  methods: {
    GetRange: (sheet, [address]) => rangeOf(sheet, address),
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      rangeObject(sheet.book, sheet.sheetId, checkedArea(integerOf(row), integerOf(column), integerOf(rows), integerOf(columns))),
    GetCell: (sheet, [row, column]) => rangeObject(sheet.book, sheet.sheetId, checkedArea(integerOf(row), integerOf(column), 1, 1)),
    GetRanges: (sheet, [address]) => ({
      type: "RangeAreas",
      self: {
        ...sheet,
        areas:
          address === null || address === undefined
            ? [whole]
            : textOf(address)
                .split(/[,;]/)
                .map((part) => areaOf(findCells(sheet.book, sheet.sheetId, part.trim()))),
      } satisfies Cells,
    }),
    GetUsedRange: (sheet, [valuesOnly]) =>
      rangeObject(sheet.book, sheet.sheetId, usedPart(allCells(sheet), valuesOnly === true) ?? checkedArea(0, 0, 1, 1)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => {
      const used = usedPart(allCells(sheet), valuesOnly === true);
      return used ? rangeObject(sheet.book, sheet.sheetId, used) : null;
    },
    GetNextOrNullObject: (sheet, [visibleOnly]) => neighbour(sheet, 1, visibleOnly === true),
    GetPreviousOrNullObject: (sheet, [visibleOnly]) => neighbour(sheet, -1, visibleOnly === true),
    Activate: (sheet) => {
      if (visibility(sheet) !== "Visible") throw invalidOperation();
      sheet.book.activate(sheet.sheetId);
    },
    Calculate: ({ book }) => book.grid.settle(),
    Delete: remove,
    ShowOutlineLevels: () => null,
  },
});

/** WorksheetCollection. */
export const WORKSHEETS: ObjectType = defineType<Book>({
  name: "WorksheetCollection",
  items: (book) => book.grid.sheets().map((sheet) => worksheetObject(book, sheet.getSheetId())),
  indexer: (book, [key]) => {
    const sheet = book.sheetNamed(textOf(key));
    if (!sheet) throw itemNotFound();
    return worksheetObject(book, sheet.getSheetId());
  },
  methods: {
    Add: (book, [name]) => {
      let title = name === null || name === undefined ? "" : textOf(name);
      if (title) checkNewName(book, title);
      for (let number = book.grid.sheets().length + 1; !title; number++) if (!book.sheetNamed(`Sheet${number}`)) title = `Sheet${number}`;
      return worksheetObject(book, book.grid.addSheet(title));
    },
    GetItemOrNullObject: (book, [key]) => {
      const sheet = book.sheetNamed(textOf(key));
      return sheet ? worksheetObject(book, sheet.getSheetId()) : null;
    },
    GetActiveWorksheet: (book) => worksheetObject(book, book.activeSheetId),
    GetFirst: (book, [visibleOnly]) =>
      worksheetObject(
        book,
        book.grid
          .sheets()
          .find((sheet) => visibleOnly !== true || !sheet.isSheetHidden())!
          .getSheetId(),
      ),
    GetLast: (book, [visibleOnly]) =>
      worksheetObject(
        book,
        [...book.grid.sheets()]
          .reverse()
          .find((sheet) => visibleOnly !== true || !sheet.isSheetHidden())!
          .getSheetId(),
      ),
    GetCount: (book, [visibleOnly]) => book.grid.sheets().filter((sheet) => visibleOnly !== true || !sheet.isSheetHidden()).length,
  },
});

function freeze(sheet: SheetHandle, rows: number, columns: number): void {
  if (rows < 0 || columns < 0) throw invalidArgument();
  sheet.book.extrasOf(sheet.sheetId).freeze = rows || columns ? { rows, columns } : undefined;
  sheet.book.grid.freeze(sheet.sheetId, rows, columns);
}

function frozen(sheet: SheetHandle): HostObject | null {
  const now = sheet.book.extrasOf(sheet.sheetId).freeze;
  if (!now) return null;
  return rangeObject(sheet.book, sheet.sheetId, { row: 0, column: 0, rows: now.rows || MAX_ROWS, columns: now.columns || MAX_COLUMNS });
}

/** WorksheetFreezePanes. */
export const FREEZE_PANES: ObjectType = defineType<SheetHandle>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (sheet, [count]) => freeze(sheet, count === null || count === undefined ? 1 : integerOf(count), 0),
    FreezeColumns: (sheet, [count]) => freeze(sheet, 0, count === null || count === undefined ? 1 : integerOf(count)),
    FreezeAt: (sheet, [range]) => {
      const { row, column, rows, columns } = isHostObject(range)
        ? areaOf(range.self as Cells)
        : areaOf(findCells(sheet.book, sheet.sheetId, textOf(range)));
      freeze(sheet, rows === MAX_ROWS ? 0 : row + rows, columns === MAX_COLUMNS ? 0 : column + columns);
    },
    Unfreeze: (sheet) => freeze(sheet, 0, 0),
    GetLocationOrNullObject: frozen,
    GetLocation: (sheet) => {
      const range = frozen(sheet);
      if (!range) throw itemNotFound();
      return range;
    },
  },
});

/** WorksheetProtection. */
export const PROTECTION: ObjectType = defineType<SheetHandle>({
  name: "WorksheetProtection",
  properties: {
    Protected: { get: ({ book, sheetId }) => book.extrasOf(sheetId).protection !== undefined },
    Options: { get: ({ book, sheetId }) => book.extrasOf(sheetId).protection ?? null },
  },
  methods: {
    Protect: ({ book, sheetId }, [options]) => {
      const extras = book.extrasOf(sheetId);
      if (extras.protection) throw invalidOperation();
      extras.protection = options === null || options === undefined ? {} : recordOf(options);
    },
    Unprotect: ({ book, sheetId }) => {
      book.extrasOf(sheetId).protection = undefined;
    },
  },
});
