import { isFormulaCell, type CellSpec, type CellValue, type Formula } from "../workbook/formula";
import { STATE_NAMESPACE } from "../workbook/layout";
import { lookupOf, printFormula, type FormulaContext } from "../workbook/formulaText";
import { NATIVE_FUNCTIONS } from "../workbook/nativeFormula";
import type {
  ChartSpec,
  ConditionalFormatSpec,
  PrintSpec,
  SheetRange,
  SheetSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from "../workbook/workbookSpec";
import { fixedRangeName, quoteSheet } from "../xlsx/address";
import type {
  ChartFile,
  ChartValues,
  ConditionalFormatFile,
  CustomXmlFile,
  FileValue,
  NameFile,
  PrintFile,
  SheetFile,
  TableFile,
  ValidationFile,
  WorkbookFile,
} from "../xlsx/sheetFile";
import { writeXlsx } from "../xlsx/writeXlsx";
import { escapeAttribute, escapeText } from "../xlsx/xml";
import { SheetGrid, foldedRows, outlinedColumns } from "./sheetGrid";

const CM_PER_INCH = 2.54;

/** Results that are errors of a cell, not words. */
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** The part that carries the plan state; one fixed id, so that the same workbook gives the same bytes. */
const STATE_PART_ID = "{5F7C1C52-0E0B-4B52-9D3C-6A1B6F1F2A01}";

/** Spells formulas for the file, one that stands in many cells only once; undefined for one that no other program could compute. */
type Printer = (formula: Formula) => string | undefined;

/** Writes a workbook spec as .xlsx bytes, in the native dialect whatever the spec says, with the stored result of every formula. Throws on a spec that contradicts itself. */
export function toXlsx(spec: WorkbookSpec): Uint8Array {
  const print = printerOf(spec);
  const sheets = new Map(spec.sheets.map((sheet) => [sheet.key, sheet]));
  const grids = new Map(spec.sheets.map((sheet) => [sheet.key, gridOf(sheet, print)]));
  const book: Book = { print, sheets, grids };
  const workbook: WorkbookFile = {
    properties: {
      title: spec.properties.title,
      subject: spec.properties.subject,
      creator: spec.properties.company,
      company: spec.properties.company,
      keywords: spec.properties.keywords,
      custom: spec.properties.custom,
    },
    styles: spec.styles,
    defaultStyle: spec.sheets[0]?.defaultStyle ?? Object.keys(spec.styles)[0] ?? "",
    sheets: spec.sheets.map((sheet) => sheetFile(sheet, book)),
    names: spec.names.map(({ name, refersTo, visible }): NameFile => {
      const text = "formula" in refersTo ? needed(print, refersTo.formula) : reference(refersTo, book);
      return { name, refersTo: text, hidden: !visible };
    }),
    customXml: spec.state === "" ? [] : [statePart(spec)],
  };
  return writeXlsx(workbook);
}

/** The custom XML part that holds the plan state: one element whose text is the JSON. */
export function statePart(spec: Pick<WorkbookSpec, "state" | "planId">): CustomXmlFile {
  const xml =
    `<state xmlns="${STATE_NAMESPACE}" version="1" planId="${escapeAttribute(spec.planId)}">` + `${escapeText(spec.state)}</state>`;
  return { id: STATE_PART_ID, namespace: STATE_NAMESPACE, xml };
}

interface Book {
  readonly print: Printer;
  readonly sheets: ReadonlyMap<string, SheetSpec>;
  readonly grids: ReadonlyMap<string, SheetGrid>;
}

function printerOf(spec: WorkbookSpec): Printer {
  const context: FormulaContext = { dialect: "native", target: "file", lookup: lookupOf(spec) };
  const printed = new Map<Formula, string | undefined>();
  return (formula) => {
    if (!printed.has(formula)) printed.set(formula, isNative(formula) ? printFormula(formula, context) : undefined);
    return printed.get(formula);
  };
}

/** False if a formula calls a KPI function that has no native form. */
function isNative(formula: Formula): boolean {
  if (formula.kind !== "call" && formula.kind !== "op") return true;
  if (formula.kind === "call" && formula.fn.startsWith("KPI.") && !NATIVE_FUNCTIONS.includes(formula.fn)) return false;
  return formula.args.every(isNative);
}

/** A formula that must have a native form: one of a rule, a validation or a name. */
function needed(print: Printer, formula: Formula): string {
  const text = print(formula);
  if (text === undefined) throw new Error("A rule, a validation or a name calls a KPI function that has no native form");
  return text;
}

function fileValue(value: CellValue): FileValue {
  return typeof value === "string" && ERRORS.has(value) ? { error: value } : value;
}

/** Lays blocks, tables and styles of a sheet over each other. */
function gridOf(sheet: SheetSpec, print: Printer): SheetGrid {
  const grid = new SheetGrid();
  const put = (row: number, column: number, cell: CellSpec): void => {
    if (!isFormulaCell(cell)) {
      if (cell !== null) grid.setValue(row, column, cell);
      return;
    }
    const formula = print(cell.formula);
    if (formula === undefined) grid.setValue(row, column, fileValue(cell.result));
    else grid.setFormula(row, column, formula, fileValue(cell.result));
  };
  for (const block of sheet.blocks) {
    block.cells.forEach((cells, i) => cells.forEach((cell, j) => put(block.at.row + i, block.at.column + j, cell)));
  }
  for (const table of sheet.tables) {
    const { row, column } = table.at;
    table.columns.forEach((tableColumn, j) => {
      grid.setValue(row, column + j, tableColumn.header);
      grid.setStyle(row, column + j, tableColumn.headerStyle);
      table.rows.forEach((_, i) => grid.setStyle(row + 1 + i, column + j, tableColumn.style));
    });
    table.rows.forEach((cells, i) => cells.forEach((cell, j) => put(row + 1 + i, column + j, cell)));
  }
  for (const { range, style } of sheet.styleRanges) grid.setStyles(range, style);
  return grid;
}

function sheetFile(sheet: SheetSpec, book: Book): SheetFile {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    showGridlines: sheet.showGridlines,
    columns: outlinedColumns(sheet),
    defaultStyle: sheet.defaultStyle,
    rows: foldedRows(sheet, book.grids.get(sheet.key)!),
    tables: sheet.tables.map((table) => tableFile(table, book.print)),
    merges: sheet.merges,
    ...(sheet.freeze ? { freeze: sheet.freeze } : {}),
    validations: sheet.validations.map((rule) => validationFile(rule, book.print)),
    conditionalFormats: sheet.conditionalFormats.map((rule) => conditionalFormatFile(rule, book.print)),
    links: sheet.links.map(({ at, target, tooltip }) => {
      const range = { ...target.range, rows: 1, columns: 1 };
      return { ...at, location: reference({ sheet: target.sheet, range }, book), ...(tooltip === undefined ? {} : { tooltip }) };
    }),
    charts: sheet.charts.map((chart) => chartFile(chart, book)),
    print: printFile(sheet.print),
    protected: sheet.protected,
  };
}

function tableFile(table: TableSpec, print: Printer): TableFile {
  return {
    name: table.name,
    range: { ...table.at, rows: table.rows.length + 1, columns: table.columns.length },
    columns: table.columns.map(({ header, formula }) => {
      const text = formula && print(formula);
      return { name: header, ...(text === undefined ? {} : { formula: text }) };
    }),
    style: table.tableStyle,
    showFilter: table.showFilter,
  };
}

function validationFile(rule: ValidationSpec, print: Printer): ValidationFile {
  const common = {
    range: rule.range,
    type: rule.type,
    allowBlank: rule.allowBlank ?? true,
    ...(rule.error ? { error: rule.error } : {}),
    ...(rule.prompt ? { prompt: rule.prompt } : {}),
  };
  switch (rule.type) {
    case "list":
      return { ...common, formula: needed(print, rule.source) };
    case "custom":
      return { ...common, formula: needed(print, rule.formula) };
    default:
      return {
        ...common,
        operator: rule.operator,
        formula: needed(print, rule.value),
        ...(rule.upper ? { upper: needed(print, rule.upper) } : {}),
      };
  }
}

function conditionalFormatFile(rule: ConditionalFormatSpec, print: Printer): ConditionalFormatFile {
  return rule.type === "formula" ? { ...rule, formula: needed(print, rule.formula) } : rule;
}

/** 'Sheet'!$A$1:$B$2. */
function reference({ sheet, range }: SheetRange, { sheets }: Book): string {
  const target = sheets.get(sheet);
  if (!target) throw new Error(`The workbook has no sheet "${sheet}"`);
  return `${quoteSheet(target.name)}!${fixedRangeName(range)}`;
}

function chartValues(source: SheetRange, book: Book): ChartValues {
  const { range } = source;
  const grid = book.grids.get(source.sheet);
  const values: FileValue[] = [];
  for (let i = 0; i < range.rows; i++) {
    for (let j = 0; j < range.columns; j++) values.push(grid?.value(range.row + i, range.column + j) ?? null);
  }
  return { reference: reference(source, book), values };
}

function chartFile(chart: ChartSpec, book: Book): ChartFile {
  return {
    ...chart,
    categories: chartValues(chart.categories, book),
    series: chart.series.map((series) => ({ ...series, values: chartValues(series.values, book) })),
  };
}

function printFile(print: PrintSpec): PrintFile {
  const inches = (cm: number): number => Math.round((cm / CM_PER_INCH) * 1000) / 1000;
  const { margins } = print;
  return {
    orientation: print.orientation,
    ...(print.repeatRows ? { repeatRows: print.repeatRows } : {}),
    ...(print.area ? { area: print.area } : {}),
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(margins.header),
      footer: inches(margins.footer),
    },
    ...(print.header ? { header: `&C${print.header}` } : {}),
    ...(print.footer ? { footer: `&C${print.footer}` } : {}),
    ...(print.plainFirstPage ? { plainFirstPage: true } : {}),
    pageBreaks: print.pageBreaks ?? [],
  };
}
