import { invalidArgument, itemNotFound } from "../hostError";
import {
  type Argument,
  defineType,
  type HostObject,
  isHostObject,
  type Json,
  type ObjectType,
  type PropertyDefinition,
} from "../hostObject";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { booleanOf, choiceOf, numberOf, recordOf, textOf } from "./arguments";
import { type Cells, rangeObject, type SheetHandle } from "./book";
import { areaOf, findCells } from "./cellsAccess";

const DEFAULTS: Readonly<Record<string, Json>> = {
  orientation: "Portrait",
  paperSize: "A4",
  centerHorizontally: false,
  centerVertically: false,
  printHeadings: false,
  printGridlines: false,
  blackAndWhite: false,
  draftMode: false,
  firstPageNumber: "",
  printOrder: "DownThenOver",
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
  zoom: { scale: 100 },
  headersFootersState: "Default",
};

const kept = (key: string, check: (value: Json) => Json): PropertyDefinition<SheetHandle> => ({
  get: ({ book, sheetId }) => book.extrasOf(sheetId).pageLayout.get(key) ?? DEFAULTS[key] ?? null,
  set: ({ book, sheetId }, value) => void book.extrasOf(sheetId).pageLayout.set(key, check(value)),
});
const flag = (key: string): PropertyDefinition<SheetHandle> => kept(key, (value) => booleanOf(value ?? undefined));
const points = (key: string): PropertyDefinition<SheetHandle> =>
  kept(key, (value) => {
    const number = numberOf(value ?? undefined);
    if (number < 0 || number > 1584) throw invalidArgument();
    return number;
  });

function zoomOf(value: Json): Json {
  const { scale, horizontalFitToPages, verticalFitToPages } = recordOf(value ?? undefined);
  if (scale !== undefined && scale !== null && (horizontalFitToPages ?? verticalFitToPages ?? null) !== null) throw invalidArgument();
  if (typeof scale === "number" && (scale < 10 || scale > 400)) throw invalidArgument();
  return recordOf(value ?? undefined);
}

function target(sheet: SheetHandle, value: Argument): RangeAddress {
  const cells = isHostObject(value) ? (value.self as Cells) : findCells(sheet.book, sheet.sheetId, textOf(value));
  if (cells.sheetId !== sheet.sheetId) throw invalidArgument();
  return areaOf(cells);
}

const optional = (sheet: SheetHandle, area: RangeAddress | undefined): HostObject | null =>
  area ? rangeObject(sheet.book, sheet.sheetId, area) : null;

const POINTS_PER: Readonly<Record<string, number>> = { points: 1, inches: 72, centimeters: 72 / 2.54 };

/** PageLayout: the print set-up of a sheet, kept beside the grid. */
export const PAGE_LAYOUT: ObjectType = defineType<SheetHandle>({
  name: "PageLayout",
  properties: {
    Orientation: kept("orientation", (value) => choiceOf(value ?? undefined, ["Portrait", "Landscape"])),
    PaperSize: kept("paperSize", (value) => textOf(value ?? undefined)),
    Zoom: kept("zoom", zoomOf),
    CenterHorizontally: flag("centerHorizontally"),
    CenterVertically: flag("centerVertically"),
    PrintHeadings: flag("printHeadings"),
    PrintGridlines: flag("printGridlines"),
    BlackAndWhite: flag("blackAndWhite"),
    DraftMode: flag("draftMode"),
    PrintOrder: kept("printOrder", (value) => choiceOf(value ?? undefined, ["DownThenOver", "OverThenDown"])),
    FirstPageNumber: kept("firstPageNumber", (value) => value),
    LeftMargin: points("leftMargin"),
    RightMargin: points("rightMargin"),
    TopMargin: points("topMargin"),
    BottomMargin: points("bottomMargin"),
    HeaderMargin: points("headerMargin"),
    FooterMargin: points("footerMargin"),
  },
  navigation: { HeadersFooters: (sheet) => ({ type: "HeaderFooterGroup", self: sheet }) },
  methods: {
    SetPrintArea: (sheet, [range]) => {
      sheet.book.extrasOf(sheet.sheetId).printArea = target(sheet, range);
    },
    GetPrintAreaOrNullObject: (sheet) => {
      const area = sheet.book.extrasOf(sheet.sheetId).printArea;
      return area ? { type: "RangeAreas", self: { ...sheet, areas: [area] } satisfies Cells } : null;
    },
    GetPrintArea: (sheet) => {
      const area = sheet.book.extrasOf(sheet.sheetId).printArea;
      if (!area) throw itemNotFound();
      return { type: "RangeAreas", self: { ...sheet, areas: [area] } satisfies Cells };
    },
    SetPrintTitleRows: (sheet, [range]) => {
      sheet.book.extrasOf(sheet.sheetId).titleRows = target(sheet, range);
    },
    GetPrintTitleRowsOrNullObject: (sheet) => optional(sheet, sheet.book.extrasOf(sheet.sheetId).titleRows),
    SetPrintTitleColumns: (sheet, [range]) => {
      sheet.book.extrasOf(sheet.sheetId).titleColumns = target(sheet, range);
    },
    GetPrintTitleColumnsOrNullObject: (sheet) => optional(sheet, sheet.book.extrasOf(sheet.sheetId).titleColumns),
    SetPrintMargins: ({ book, sheetId }, [unit, margins]) => {
      const factor = POINTS_PER[textOf(unit).toLowerCase()];
      if (!factor) throw invalidArgument();
      for (const [side, value] of Object.entries(recordOf(margins))) {
        if (!["top", "bottom", "left", "right", "header", "footer"].includes(side)) throw invalidArgument();
        if (value !== null) book.extrasOf(sheetId).pageLayout.set(`${side}Margin`, numberOf(value) * factor);
      }
    },
  },
});

/** HeaderFooterGroup. */
export const HEADER_FOOTER_GROUP: ObjectType = defineType<SheetHandle>({
  name: "HeaderFooterGroup",
  properties: {
    State: kept("headersFootersState", (value) =>
      choiceOf(value ?? undefined, ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"]),
    ),
    UseSheetMargins: { get: () => true },
    UseSheetScale: { get: () => true },
  },
  navigation: { DefaultForAllPages: (sheet) => ({ type: "HeaderFooter", self: sheet }) },
});

const headerText = (key: string): PropertyDefinition<SheetHandle> => ({
  get: ({ book, sheetId }) => book.extrasOf(sheetId).headersFooters.get(key) ?? "",
  set: ({ book, sheetId }, value) => {
    const text = textOf(value ?? undefined);
    // Excel allows 255 characters for a header or footer as a whole.
    if (text.length > 255) throw invalidArgument();
    book.extrasOf(sheetId).headersFooters.set(key, text);
  },
});

/** HeaderFooter for all pages. */
export const HEADER_FOOTER: ObjectType = defineType<SheetHandle>({
  name: "HeaderFooter",
  properties: {
    LeftHeader: headerText("leftHeader"),
    CenterHeader: headerText("centerHeader"),
    RightHeader: headerText("rightHeader"),
    LeftFooter: headerText("leftFooter"),
    CenterFooter: headerText("centerFooter"),
    RightFooter: headerText("rightFooter"),
  },
});

interface Breaks extends SheetHandle {
  readonly axis: "rows" | "columns";
}

const breaks = ({ book, sheetId, axis }: Breaks): number[] =>
  axis === "rows" ? book.extrasOf(sheetId).rowBreaks : book.extrasOf(sheetId).columnBreaks;

/** PageBreakCollection of rows or columns. */
export const PAGE_BREAKS: ObjectType = defineType<Breaks>({
  name: "PageBreakCollection",
  items: (handle) => breaks(handle).map((index) => ({ type: "PageBreak", self: { ...handle, index } })),
  methods: {
    Add: (handle, [range]) => {
      const area = target(handle, range);
      const index = handle.axis === "rows" ? area.row : area.column;
      if (index === 0) throw invalidArgument();
      const list = breaks(handle);
      if (!list.includes(index)) list.push(index);
      list.sort((a, b) => a - b);
      return { type: "PageBreak", self: { ...handle, index } };
    },
    GetCount: (handle) => breaks(handle).length,
    RemovePageBreaks: (handle) => void breaks(handle).splice(0),
  },
});

/** PageBreak. */
export const PAGE_BREAK: ObjectType = defineType<Breaks & { readonly index: number }>({
  name: "PageBreak",
  properties: {
    RowIndex: { get: ({ axis, index }) => (axis === "rows" ? index : 0) },
    ColumnIndex: { get: ({ axis, index }) => (axis === "columns" ? index : 0) },
  },
  methods: {
    GetCellAfterBreak: (handle) =>
      rangeObject(handle.book, handle.sheetId, {
        row: handle.axis === "rows" ? handle.index : 0,
        column: handle.axis === "columns" ? handle.index : 0,
        rows: 1,
        columns: 1,
      }),
    Delete: (handle) => void breaks(handle).splice(breaks(handle).indexOf(handle.index), 1),
  },
});
