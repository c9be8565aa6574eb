import { invalidOperation, notImplemented } from "../hostError";
import { defineType, type ObjectType } from "../hostObject";
import { choiceOf, textOf } from "./arguments";
import { type Book, rangeObject } from "./book";

/** Workbook: the global object. */
export const WORKBOOK: ObjectType = defineType<Book>({
  name: "Workbook",
  properties: {
    Name: { get: () => "Book1.xlsx" },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true },
    AutoSave: { get: () => false },
    PreviouslySaved: { get: () => true },
  },
  navigation: {
    Application: (book) => ({ type: "Application", self: book }),
    Worksheets: (book) => ({ type: "WorksheetCollection", self: book }),
    Tables: (book) => ({ type: "TableCollection", self: { book } }),
    Names: (book) => ({ type: "NamedItemCollection", self: { book } }),
    CustomXmlParts: (book) => ({ type: "CustomXmlPartCollection", self: book }),
    Settings: (book) => ({ type: "SettingCollection", self: book }),
    Properties: (book) => ({ type: "DocumentProperties", self: book }),
    Protection: (book) => ({ type: "WorkbookProtection", self: book }),
  },
  methods: {
    GetSelectedRange: (book) => rangeObject(book, book.selection.sheetId, book.selection.area),
    GetActiveCell: (book) => rangeObject(book, book.selection.sheetId, { ...book.selection.area, rows: 1, columns: 1 }),
    GetSelectedRanges: (book) => ({ type: "RangeAreas", self: { book, sheetId: book.selection.sheetId, areas: [book.selection.area] } }),
    Save: () => null,
    GetIsActiveCollabSession: () => false,
    _GetRangeForEventByReferenceId: (book, [reference]) => rangeObject(book, book.selection.sheetId, eventArea(textOf(reference))),
  },
});

function eventArea(reference: string): never {
  throw notImplemented(`event range ${reference}`);
}

/** Application. */
export const APPLICATION: ObjectType = defineType<Book>({
  name: "Application",
  properties: {
    CalculationMode: {
      get: (book) => book.calculationMode,
      set: (book, value) => {
        book.calculationMode = choiceOf(value ?? undefined, ["Automatic", "AutomaticExceptTables", "Manual"]);
        book.grid.calculationRests = book.calculationMode === "Manual";
      },
    },
    CalculationState: { get: () => "Done" },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: () => "," },
    ThousandsSeparator: { get: () => "." },
    UseSystemSeparators: { get: () => true },
  },
  navigation: { CultureInfo: (book) => ({ type: "CultureInfo", self: book }) },
  methods: {
    Calculate: (book) => book.grid.calculate(),
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});

/** CultureInfo: the stand-in is a Vietnamese Excel. */
export const CULTURE_INFO: ObjectType = defineType<Book>({
  name: "CultureInfo",
  properties: { Name: { get: () => "vi-VN" } },
  navigation: {
    NumberFormat: (book) => ({ type: "NumberFormatInfo", self: book }),
    DatetimeFormat: (book) => ({ type: "DatetimeFormatInfo", self: book }),
  },
});

/** NumberFormatInfo. */
export const NUMBER_FORMAT_INFO: ObjectType = defineType<Book>({
  name: "NumberFormatInfo",
  properties: { NumberDecimalSeparator: { get: () => "," }, NumberGroupSeparator: { get: () => "." } },
});

/** DatetimeFormatInfo. */
export const DATETIME_FORMAT_INFO: ObjectType = defineType<Book>({
  name: "DatetimeFormatInfo",
  properties: {
    DateSeparator: { get: () => "/" },
    ShortDatePattern: { get: () => "dd/MM/yyyy" },
    LongDatePattern: { get: () => "dd MMMM yyyy" },
  },
});

/** WorkbookProtection. */
export const WORKBOOK_PROTECTION: ObjectType = defineType<Book>({
  name: "WorkbookProtection",
  properties: { Protected: { get: (book) => book.protected } },
  methods: {
    Protect: (book) => {
      if (book.protected) throw invalidOperation();
      book.protected = true;
    },
    Unprotect: (book) => {
      book.protected = false;
    },
  },
});
