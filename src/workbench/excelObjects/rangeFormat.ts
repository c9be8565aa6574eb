import type { RangeAddress } from "../../workbook/workbookSpec";
import { invalidArgument, notImplemented } from "../hostError";
import { defineType, type Json, type ObjectType, type PropertyDefinition } from "../hostObject";
import { choiceOf, colorOf, numberOf, recordOf } from "./arguments";
import type { Cells } from "./book";
import { areaOf, readStyle, readUniform, writeStyle } from "./cellsAccess";
import {
  BORDER_STYLES,
  BORDER_WEIGHTS,
  borderOf,
  borderPatch,
  type BorderModel,
  type Side,
  STYLE_PROPERTIES,
  type StyleProperty,
} from "./cellStyle";

/** Points of one pixel. */
const POINTS = 0.75;
const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Edge = (typeof EDGES)[number];

const styled = (property: StyleProperty): PropertyDefinition<Cells> => ({
  get: (cells) => readStyle(cells, property),
  set: (cells, value) => writeStyle(cells, property, value),
});

const columnWidth: PropertyDefinition<Cells> = {
  get: (cells) =>
    readUniform(
      { ...cells, areas: cells.areas.map((area) => ({ ...area, rows: 1 })) },
      (_style, _row, column) => (cells.book.grid.sheet(cells.sheetId)?.getColumnWidth(column) ?? 0) * POINTS,
    ),
  set: (cells, value) => {
    const width = numberOf(value ?? undefined);
    if (width < 0 || width > 1790) throw invalidArgument();
    for (const area of cells.areas) cells.book.grid.setColumnWidth(cells.sheetId, area, width / POINTS);
  },
};

const rowHeight: PropertyDefinition<Cells> = {
  get: (cells) =>
    readUniform(
      { ...cells, areas: cells.areas.map((area) => ({ ...area, columns: 1 })) },
      (_style, row) => (cells.book.grid.sheet(cells.sheetId)?.getRowHeight(row) ?? 0) * POINTS,
    ),
  set: (cells, value) => {
    const height = numberOf(value ?? undefined);
    if (height < 0 || height > 409.5) throw invalidArgument();
    for (const area of cells.areas) cells.book.grid.setRowHeight(cells.sheetId, area, height / POINTS);
  },
};

/** Sets the height of rows to what their text needs. */
function autofitRows(cells: Cells): void {
  const sheet = cells.book.grid.sheet(cells.sheetId)!;
  for (const area of cells.areas) {
    const ranges = [
      {
        startRow: area.row,
        endRow: Math.min(area.row + area.rows, sheet.getRowCount()) - 1,
        startColumn: 0,
        endColumn: sheet.getColumnCount() - 1,
      },
    ];
    cells.book.grid.execute("sheet.mutation.set-worksheet-row-is-auto-height", { subUnitId: cells.sheetId, ranges, autoHeightInfo: 1 });
  }
}

/** Sets the width of columns to their longest text, about seven pixels a letter. */
function autofitColumns(cells: Cells): void {
  const { grid } = cells.book;
  for (const area of cells.areas) {
    for (let column = area.column; column < area.column + Math.min(area.columns, 200); column++) {
      let longest = 0;
      for (let row = area.row; row < area.row + Math.min(area.rows, 5000); row++)
        longest = Math.max(longest, String(grid.cell(cells.sheetId, row, column)?.v ?? "").length);
      if (longest) grid.setColumnWidth(cells.sheetId, { ...area, column, columns: 1 }, Math.min(600, 12 + longest * 7));
    }
  }
}

/** RangeFormat. */
export const RANGE_FORMAT: ObjectType = defineType<Cells>({
  name: "RangeFormat",
  properties: {
    WrapText: styled(STYLE_PROPERTIES.wrapText),
    HorizontalAlignment: styled(STYLE_PROPERTIES.horizontalAlignment),
    VerticalAlignment: styled(STYLE_PROPERTIES.verticalAlignment),
    IndentLevel: styled(STYLE_PROPERTIES.indentLevel),
    TextOrientation: styled(STYLE_PROPERTIES.textOrientation),
    ColumnWidth: columnWidth,
    RowHeight: rowHeight,
  },
  navigation: {
    Font: (cells) => ({ type: "RangeFont", self: cells }),
    Fill: (cells) => ({ type: "RangeFill", self: cells }),
    Borders: (cells) => ({ type: "RangeBorderCollection", self: cells }),
    Protection: (cells) => ({ type: "FormatProtection", self: cells }),
  },
  methods: { AutofitRows: autofitRows, AutofitColumns: autofitColumns },
});

/** RangeFont. */
export const RANGE_FONT: ObjectType = defineType<Cells>({
  name: "RangeFont",
  properties: {
    Name: styled(STYLE_PROPERTIES.fontName),
    Size: styled(STYLE_PROPERTIES.fontSize),
    Bold: styled(STYLE_PROPERTIES.fontBold),
    Italic: styled(STYLE_PROPERTIES.fontItalic),
    Underline: styled(STYLE_PROPERTIES.fontUnderline),
    Strikethrough: styled(STYLE_PROPERTIES.fontStrikethrough),
    Color: styled(STYLE_PROPERTIES.fontColor),
  },
});

/** RangeFill. */
export const RANGE_FILL: ObjectType = defineType<Cells>({
  name: "RangeFill",
  properties: { Color: styled(STYLE_PROPERTIES.fillColor) },
  methods: { Clear: (cells) => writeStyle(cells, STYLE_PROPERTIES.fillColor, "") },
});

/** FormatProtection: whether cells are locked when their sheet is protected. */
export const FORMAT_PROTECTION: ObjectType = defineType<Cells>({
  name: "FormatProtection",
  properties: {
    Locked: {
      get: (cells) => readUniform(cells, (_style, row, column) => cells.book.isLocked(cells.sheetId, row, column)),
      set: (cells, value) => {
        if (typeof value !== "boolean") throw invalidArgument();
        for (const area of cells.areas) cells.book.extrasOf(cells.sheetId).locks.push({ area, locked: value });
      },
    },
    FormulaHidden: { get: () => false },
  },
});

interface Border {
  readonly cells: Cells;
  readonly edge: Edge;
}

/** The cells along an edge and the side of them on which the border stands. */
function edgeParts(area: RangeAddress, edge: Edge): { area: RangeAddress; sides: readonly Side[] }[] {
  const lastRow = { ...area, row: area.row + area.rows - 1, rows: 1 };
  const lastColumn = { ...area, column: area.column + area.columns - 1, columns: 1 };
  switch (edge) {
    case "EdgeTop":
      return [{ area: { ...area, rows: 1 }, sides: ["t"] }];
    case "EdgeBottom":
      return [{ area: lastRow, sides: ["b"] }];
    case "EdgeLeft":
      return [{ area: { ...area, columns: 1 }, sides: ["l"] }];
    case "EdgeRight":
      return [{ area: lastColumn, sides: ["r"] }];
    case "InsideHorizontal":
      return area.rows < 2
        ? []
        : [
            { area: { ...area, rows: area.rows - 1 }, sides: ["b"] },
            { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, sides: ["t"] },
          ];
    case "InsideVertical":
      return area.columns < 2
        ? []
        : [
            { area: { ...area, columns: area.columns - 1 }, sides: ["r"] },
            { area: { ...area, column: area.column + 1, columns: area.columns - 1 }, sides: ["l"] },
          ];
    default:
      throw notImplemented(`RangeBorder ${edge}`);
  }
}

function currentBorder({ cells, edge }: Border): BorderModel {
  const [part] = edgeParts(areaOf(cells), edge);
  return borderOf(part ? cells.book.grid.styleOf(cells.sheetId, part.area.row, part.area.column) : {}, part?.sides[0] ?? "t");
}

function setBorder(border: Border, change: Partial<BorderModel>): void {
  const now = currentBorder(border);
  // A colour or weight for a border that is not there makes it a thin line, as in Excel.
  const next = { ...now, ...(now.style === "None" && !change.style ? { style: "Continuous" } : {}), ...change };
  for (const area of border.cells.areas) {
    for (const part of edgeParts(area, border.edge))
      border.cells.book.grid.styleCells(border.cells.sheetId, part.area, borderPatch(part.sides, next));
  }
}

/** RangeBorder: one edge. */
export const RANGE_BORDER: ObjectType = defineType<Border>({
  name: "RangeBorder",
  id: ({ edge }) => edge,
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: (border) => currentBorder(border).style,
      set: (border, value) => setBorder(border, { style: choiceOf(value ?? undefined, BORDER_STYLES) }),
    },
    Weight: {
      get: (border) => currentBorder(border).weight,
      set: (border, value) => setBorder(border, { weight: choiceOf(value ?? undefined, BORDER_WEIGHTS) }),
    },
    Color: {
      get: (border) => currentBorder(border).color,
      set: (border, value) => setBorder(border, { color: colorOf(value ?? undefined) }),
    },
  },
});

/** RangeBorderCollection. */
export const RANGE_BORDERS: ObjectType = defineType<Cells>({
  name: "RangeBorderCollection",
  properties: { Count: { get: () => EDGES.length } },
  items: (cells) => EDGES.slice(0, 6).map((edge) => ({ type: "RangeBorder", self: { cells, edge } satisfies Border })),
  indexer: (cells, [edge]) => ({ type: "RangeBorder", self: { cells, edge: choiceOf(edge, EDGES) } satisfies Border }),
});

const FORMAT_PATHS: Readonly<Record<string, StyleProperty>> = {
  wrapText: STYLE_PROPERTIES.wrapText,
  horizontalAlignment: STYLE_PROPERTIES.horizontalAlignment,
  verticalAlignment: STYLE_PROPERTIES.verticalAlignment,
  indentLevel: STYLE_PROPERTIES.indentLevel,
  textOrientation: STYLE_PROPERTIES.textOrientation,
  "font.name": STYLE_PROPERTIES.fontName,
  "font.size": STYLE_PROPERTIES.fontSize,
  "font.bold": STYLE_PROPERTIES.fontBold,
  "font.italic": STYLE_PROPERTIES.fontItalic,
  "font.underline": STYLE_PROPERTIES.fontUnderline,
  "font.strikethrough": STYLE_PROPERTIES.fontStrikethrough,
  "font.color": STYLE_PROPERTIES.fontColor,
  "fill.color": STYLE_PROPERTIES.fillColor,
};

/** Applies the format of a property object, as setCellProperties takes it. */
export function applyFormat(cells: Cells, format: Readonly<Record<string, Json>>): void {
  for (const [name, value] of Object.entries(format)) {
    if (name === "columnWidth") columnWidth.set!(cells, value);
    else if (name === "rowHeight") rowHeight.set!(cells, value);
    else if (name === "borders") applyBorders(cells, recordOf(value));
    else if (name === "protection") FORMAT_PROTECTION.properties!["Locked"]!.set!(cells as never, recordOf(value)["locked"] ?? null);
    else if (name === "font" || name === "fill") {
      for (const [inner, item] of Object.entries(recordOf(value))) {
        const property = FORMAT_PATHS[`${name}.${inner}`];
        if (!property) throw invalidArgument();
        writeStyle(cells, property, item);
      }
    } else {
      const property = FORMAT_PATHS[name];
      if (!property) throw invalidArgument();
      writeStyle(cells, property, value);
    }
  }
}

function applyBorders(cells: Cells, borders: Readonly<Record<string, Json>>): void {
  const edges: Readonly<Record<string, Edge>> = {
    top: "EdgeTop",
    bottom: "EdgeBottom",
    left: "EdgeLeft",
    right: "EdgeRight",
    horizontal: "InsideHorizontal",
    vertical: "InsideVertical",
  };
  for (const [name, value] of Object.entries(borders)) {
    const edge = edges[name];
    if (!edge) throw invalidArgument();
    const { style, weight, color } = recordOf(value);
    setBorder(
      { cells, edge },
      {
        ...(style ? { style: choiceOf(style, BORDER_STYLES) } : {}),
        ...(weight ? { weight: choiceOf(weight, BORDER_WEIGHTS) } : {}),
        ...(color ? { color: colorOf(color) } : {}),
      },
    );
  }
}
