import { CellValueType, type ICellData, type IStyleData } from "@univerjs/core";
import { statePart } from "../render/toXlsx";
import { type CellSpec, type Formula, isFormulaCell } from "../workbook/formula";
import { type FormulaContext, lookupOf, printFormula } from "../workbook/formulaText";
import type {
  CellStyle,
  ChartSpec,
  ConditionalFormatSpec,
  RangeAddress,
  SheetRange,
  SheetSpec,
  ValidationSpec,
  WorkbookSpec,
} from "../workbook/workbookSpec";
import { type Book, type Cells, type ChartModel, rangeObject } from "./excelObjects/book";
import { CHART, CHARTS } from "./excelObjects/chart";
import { borderPatch, type Side, STYLE_PROPERTIES } from "./excelObjects/cellStyle";
import {
  CONDITIONAL_FILL,
  CONDITIONAL_FONT,
  CONDITIONAL_FORMATS,
  DATA_BAR,
  FORMAT_RULE,
  POSITIVE_BAR,
} from "./excelObjects/conditionalFormat";
import { DATA_VALIDATION } from "./excelObjects/dataValidation";
import { writeLink } from "./excelObjects/hyperlink";
import type { Argument, HostObject, Json, ObjectType } from "./hostObject";
import { printArea, quoteSheet } from "./univer/address";

/** Pixels of one character of the default font, and of the padding of a cell. */
const CHARACTER = 7;
const PADDING = 5;
const PIXELS = 4 / 3;

type Printer = (formula: Formula) => string;

/** Writes a workbook spec into the grid, as the add-in would through Excel: sheets are added at the end. Used for files that are opened. */
export function writeSpec(book: Book, spec: WorkbookSpec): void {
  const context: FormulaContext = { dialect: spec.dialect, target: "sheet", lookup: lookupOf(spec) };
  const printed = new Map<Formula, string>();
  const print: Printer = (formula) => {
    const known = printed.get(formula) ?? `=${printFormula(formula, context)}`;
    printed.set(formula, known);
    return known;
  };
  const ids = new Map(spec.sheets.map((sheet) => [sheet.key, book.grid.addSheet(sheet.name)]));
  const place = (target: SheetRange): Cells => ({ book, sheetId: ids.get(target.sheet)!, areas: [target.range] });
  const styles = new Map(Object.entries(spec.styles).map(([key, style]) => [key, gridStyle(style)]));

  for (const sheet of spec.sheets) writeConstants(book, ids.get(sheet.key)!, sheet, styles);
  for (const { key, name, refersTo, visible } of spec.names) {
    const formula =
      "formula" in refersTo
        ? print(refersTo.formula)
        : `=${quoteSheet(spec.sheets.find((sheet) => sheet.key === refersTo.sheet)!.name)}!${printArea(refersTo.range, true)}`;
    book.setName({ id: `${book.newId()}${key}`, name, formula, visible, comment: "" });
  }
  for (const sheet of spec.sheets) writeFormulas(book, ids.get(sheet.key)!, sheet, print);
  for (const sheet of spec.sheets) {
    const sheetId = ids.get(sheet.key)!;
    for (const validation of sheet.validations) writeValidation({ book, sheetId, areas: [validation.range] }, validation, print);
    // The newest rule comes first, in Excel as in the grid.
    for (const rule of [...sheet.conditionalFormats].reverse()) writeRule({ book, sheetId, areas: [rule.range] }, rule, print);
    for (const chart of sheet.charts) writeChart(book, sheetId, chart, place);
    for (const { at, target, tooltip } of sheet.links) {
      const reference = `${quoteSheet(spec.sheets.find(({ key }) => key === target.sheet)!.name)}!${printArea(target.range)}`;
      writeLink(
        { book, sheetId, areas: [{ ...at, rows: 1, columns: 1 }] },
        { documentReference: reference, ...(tooltip ? { screenTip: tooltip } : {}) },
      );
    }
    writeView(book, sheetId, sheet);
  }
  book.customXml.set(book.newId(), statePart(spec).xml);
  Object.assign(book.properties, {
    title: spec.properties.title,
    subject: spec.properties.subject,
    company: spec.properties.company,
    keywords: spec.properties.keywords,
  });
  for (const [key, value] of Object.entries(spec.properties.custom)) book.customProperties.set(key, value);
}

function gridStyle(style: CellStyle): IStyleData {
  const { font, border } = style;
  const set = (key: keyof typeof STYLE_PROPERTIES, value: Json | undefined): IStyleData =>
    value === undefined ? {} : STYLE_PROPERTIES[key].set(value);
  const sides: readonly Side[] = border?.sides === "all" ? ["t", "b", "l", "r"] : border?.sides === "bottom" ? ["b"] : ["t"];
  return {
    ...set("fontName", font.name),
    ...set("fontSize", font.size),
    ...set("fontBold", font.bold),
    ...set("fontItalic", font.italic),
    ...set("fontUnderline", font.underline ? "Single" : undefined),
    ...set("fontColor", font.color),
    ...set("fillColor", style.fill),
    ...set("numberFormat", style.numberFormat),
    ...set("horizontalAlignment", style.horizontal && capital(style.horizontal)),
    ...set("verticalAlignment", style.vertical && capital(style.vertical)),
    ...set("wrapText", style.wrap),
    ...set("indentLevel", style.indent),
    ...(border ? borderPatch(sides, { style: "Continuous", weight: "Thin", color: `#${border.color}` }) : {}),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function constant(cell: CellSpec): ICellData | undefined {
  if (isFormulaCell(cell) || cell === null) return undefined;
  if (typeof cell === "boolean") return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof cell === "number") return { v: cell, t: CellValueType.NUMBER };
  // The grid takes number-like text for a number unless it is forced to be text.
  return { v: cell, t: Number.isNaN(Number(cell)) ? CellValueType.STRING : CellValueType.FORCE_STRING };
}

function writeConstants(book: Book, sheetId: string, sheet: SheetSpec, styles: ReadonlyMap<string, IStyleData>): void {
  const { grid } = book;
  const style = styles.get(sheet.defaultStyle);
  if (style) grid.execute("sheet.mutation.set-worksheet-default-style", { subUnitId: sheetId, defaultStyle: style });
  for (const block of sheet.blocks) {
    grid.writeCells(
      sheetId,
      block.at,
      block.cells.map((line) => line.map(constant)),
    );
  }
  for (const table of sheet.tables) {
    const { row, column } = table.at;
    const head = table.columns.map((item) => ({ v: item.header, t: 1, s: styles.get(item.headerStyle) ?? {} }));
    const body = table.rows.map((line) =>
      line.map((cell, index) => ({ ...constant(cell), s: styles.get(table.columns[index]!.style) ?? {} })),
    );
    grid.writeCells(sheetId, { row, column }, [head, ...body]);
    const made = book.tables.add(
      sheetId,
      table.name,
      { row, column, rows: table.rows.length + 1, columns: table.columns.length },
      table.columns.map(({ header }) => header),
    );
    Object.assign(book.extrasOfTable(made), { style: table.tableStyle, showFilterButton: table.showFilter, showBandedRows: false });
  }
  for (const { range, style: key } of sheet.styleRanges) grid.styleCells(sheetId, range, styles.get(key) ?? {});
}

function writeFormulas(book: Book, sheetId: string, sheet: SheetSpec, print: Printer): void {
  const cell = (item: CellSpec): ICellData | undefined => (isFormulaCell(item) ? { f: print(item.formula), v: null } : undefined);
  for (const block of sheet.blocks) {
    book.grid.writeCells(
      sheetId,
      block.at,
      block.cells.map((line) => line.map(cell)),
    );
  }
  for (const table of sheet.tables) {
    book.grid.writeCells(
      sheetId,
      { row: table.at.row + 1, column: table.at.column },
      table.rows.map((line) => line.map(cell)),
    );
  }
}

function set(type: ObjectType, member: string, self: unknown, value: Json): void {
  void type.properties![member]!.set!(self as never, value);
}

function callOn(type: ObjectType, member: string, self: unknown, args: readonly Argument[]): HostObject {
  return type.methods![member]!(self as never, args) as HostObject;
}

const OPERATORS = { between: "Between", greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo" } as const;
const KINDS = { whole: "wholeNumber", decimal: "decimal", date: "date" } as const;

function writeValidation(cells: Cells, validation: ValidationSpec, print: Printer): void {
  const rule: Json =
    validation.type === "list"
      ? { list: { inCellDropDown: true, source: print(validation.source) } }
      : validation.type === "custom"
        ? { custom: { formula: print(validation.formula) } }
        : {
            [KINDS[validation.type]]: {
              formula1: print(validation.value),
              operator: OPERATORS[validation.operator],
              ...(validation.upper ? { formula2: print(validation.upper) } : {}),
            },
          };
  set(DATA_VALIDATION, "Rule", cells, rule);
  set(DATA_VALIDATION, "IgnoreBlanks", cells, validation.allowBlank ?? true);
  if (validation.error)
    set(DATA_VALIDATION, "ErrorAlert", cells, { showAlert: true, ...validation.error, style: capital(validation.error.style) });
  if (validation.prompt) set(DATA_VALIDATION, "Prompt", cells, { showPrompt: true, ...validation.prompt });
}

function writeRule(cells: Cells, rule: ConditionalFormatSpec, print: Printer): void {
  const { self } = callOn(CONDITIONAL_FORMATS, "Add", cells, [rule.type === "formula" ? "Custom" : "DataBar"]);
  if (rule.type === "data-bar") {
    set(DATA_BAR, "LowerBoundRule", self, { type: "Number", formula: `=${rule.min}` });
    set(DATA_BAR, "UpperBoundRule", self, { type: "Number", formula: `=${rule.max}` });
    set(POSITIVE_BAR, "FillColor", self, `#${rule.color}`);
    set(POSITIVE_BAR, "GradientFill", self, false);
    return;
  }
  set(FORMAT_RULE, "Formula", self, print(rule.formula));
  const { fill, color, bold, italic } = rule.style;
  if (fill) set(CONDITIONAL_FILL, "Color", self, `#${fill}`);
  if (color) set(CONDITIONAL_FONT, "Color", self, `#${color}`);
  if (bold !== undefined) set(CONDITIONAL_FONT, "Bold", self, bold);
  if (italic !== undefined) set(CONDITIONAL_FONT, "Italic", self, italic);
}

const CHART_TYPES: Readonly<Record<ChartSpec["kind"], string>> = {
  bar: "BarClustered",
  "stacked-bar": "BarStacked",
  column: "ColumnClustered",
  "stacked-column": "ColumnStacked",
  line: "LineMarkers",
  radar: "RadarMarkers",
  doughnut: "Doughnut",
};

function writeChart(book: Book, sheetId: string, chart: ChartSpec, place: (target: SheetRange) => Cells): void {
  const source = place(chart.categories);
  const made = callOn(CHARTS, "Add", { book, sheetId }, [
    CHART_TYPES[chart.kind],
    rangeObject(source.book, source.sheetId, chart.categories.range),
    "Auto",
  ]);
  const model = (made.self as { chart: ChartModel }).chart;
  model.name = chart.name;
  model.title.text = chart.title;
  model.series = chart.series.map(({ name, values, color, line }) => ({
    name,
    values: place(values),
    categories: source,
    color: `#${color}`,
    ...(line ? { type: "Line" } : {}),
    settings: new Map<string, Json>(),
  }));
  if (chart.valueFormat) model.settings.set("Axes.ValueAxis.NumberFormat", chart.valueFormat);
  callOn(CHART, "SetPosition", made.self, [rangeObject(book, sheetId, chart.at)]);
}

function writeView(book: Book, sheetId: string, sheet: SheetSpec): void {
  const { grid } = book;
  const column = (index: number, count = 1): RangeAddress => ({ row: 0, column: index, rows: 1, columns: count });
  sheet.columns.forEach(({ width, hidden }, index) => {
    grid.setColumnWidth(sheetId, column(index), width * CHARACTER + PADDING);
    if (hidden) grid.hideLines(sheetId, column(index), "columns", true);
  });
  for (const [row, height] of Object.entries(sheet.rowHeights))
    grid.setRowHeight(sheetId, { row: Number(row), column: 0, rows: 1, columns: 1 }, height * PIXELS);
  if (sheet.merges.length) grid.merge(sheetId, sheet.merges);
  const extras = book.extrasOf(sheetId);
  for (const { axis, from, to, collapsed } of sheet.outlines) {
    extras.outlines.push({ axis, from, to, collapsed });
    if (collapsed)
      grid.hideLines(
        sheetId,
        axis === "rows" ? { row: from, column: 0, rows: to - from + 1, columns: 1 } : column(from, to - from + 1),
        axis,
        true,
      );
  }
  if (sheet.freeze) {
    extras.freeze = sheet.freeze;
    grid.freeze(sheetId, sheet.freeze.rows, sheet.freeze.columns);
  }
  if (sheet.tabColor) grid.setTabColor(sheetId, `#${sheet.tabColor}`);
  grid.showGridlines(sheetId, sheet.showGridlines);
  extras.pageLayout.set("orientation", capital(sheet.print.orientation));
  if (sheet.print.area) extras.printArea = sheet.print.area;
  if (sheet.protected) extras.protection = {};
  if (sheet.visibility !== "visible") {
    extras.veryHidden = sheet.visibility === "veryHidden";
    grid.hideSheet(sheetId, true);
  }
}
