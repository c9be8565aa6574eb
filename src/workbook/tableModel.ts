import type { CellSpec, CellValue, Formula } from "./formula";
import { call, literal, op, thisRow } from "./formula";
import { FIRST_COLUMN, HEADER_ROW, HINT_ROW, tableName, sheetName, TITLE_ROW } from "./layout";
import { type SheetKey, type TableKey } from "./names";
import { WORDS } from "./words";
import { bodyStyle, type CellFormat, type CellRole } from "./styles";
import { heightOf, lineCount } from "./textMeasure";
import type { CellAddress, ConditionalFormatSpec, PrintSpec, RangeAddress, SheetSpec, TableSpec, ValidationSpec } from "./workbookSpec";

/** Longest text of a cell (Excel's limit is 32,767). */
const MAX_TEXT = 32_000;

/** A column of a table together with how its cells come from a row of data. */
export interface ColumnModel<Row> {
  readonly header: string;
  readonly role: CellRole;
  /** Characters of the default font. */
  readonly width: number;
  readonly format: CellFormat;
  /** Value of an input or internal cell; of a formula cell the stored result. */
  readonly value: (row: Row, index: number) => CellValue;
  /** Calculated column. */
  readonly formula?: Formula;
  /** What the formula gives in a blank row. @default "" */
  readonly blank?: CellValue;
  /** Another format than the column's for a row. */
  readonly rowFormat?: (row: Row) => CellFormat;
  readonly indent?: (row: Row) => number;
  /** A style of its own instead of that of role and format. */
  readonly style?: string;
  /** Most lines that it may make its row high, for long texts that are not printed. @default as many as the text takes */
  readonly tallest?: number;
}

/** A table with what its sheet needs to show it. */
export interface BuiltTable {
  readonly key: TableKey;
  readonly spec: TableSpec;
  readonly widths: readonly number[];
  readonly styleRanges: SheetSpec["styleRanges"];
  readonly rowHeights: Readonly<Record<number, number>>;
  /** Values and results by row, as a reader of the sheet would see them. */
  readonly values: readonly (readonly CellValue[])[];
}

/** Makes a table of rows; without rows it gets one blank row, in which formulas give "". */
export function buildTable<Row>(
  key: TableKey,
  book: number,
  at: CellAddress,
  columns: readonly ColumnModel<Row>[],
  rows: readonly Row[],
  showFilter = true,
): BuiltTable {
  const values: readonly (readonly CellValue[])[] =
    rows.length > 0
      ? rows.map((row, index) => columns.map((column) => clip(column.value(row, index))))
      : [columns.map(({ formula, blank = "" }) => (formula ? blank : null))];
  const cells = values.map((line) => line.map((value, index): CellSpec => withFormula(columns[index]!.formula, value)));
  const spec: TableSpec = {
    key,
    name: tableName(key, book),
    at,
    columns: columns.map(({ header, role, format, formula, style }) => ({
      header,
      role,
      headerStyle: role === "internal" && style === undefined ? "headerInternal" : "header",
      style: style ?? bodyStyle(role, format),
      ...(formula ? { formula } : {}),
    })),
    rows: cells,
    tableStyle: "TableStyleLight1",
    showFilter,
  };
  const rowHeights: Record<number, number> = {
    [at.row]: heightOf(Math.max(...columns.map(({ header, width }) => lineCount(header, width - (showFilter ? 2.5 : 0), { bold: true })))),
  };
  rows.forEach((row, index) => {
    rowHeights[at.row + 1 + index] = heightOf(Math.max(...columns.map((column, place) => cellLines(column, row, values[index]![place]!))));
  });
  return {
    key,
    spec,
    widths: columns.map(({ width }) => width),
    styleRanges: rowStyles(columns, rows, at),
    rowHeights,
    values,
  };
}

/** Data cells of a column by header. */
export function dataColumn({ spec }: BuiltTable, header: string): RangeAddress {
  return { row: spec.at.row + 1, column: spec.at.column + columnIndex(spec, header), rows: spec.rows.length, columns: 1 };
}

/** A relative reference to the first data cell of a column that keeps its column, for rules over the table. */
export function ruleCell({ spec }: BuiltTable, header: string): Formula {
  return { kind: "cell", row: spec.at.row + 1, column: spec.at.column + columnIndex(spec, header), fixed: "column" };
}

/** Values of a column by header. */
export function columnValues({ spec, values }: BuiltTable, header: string): readonly CellValue[] {
  const index = columnIndex(spec, header);
  return values.map((line) => line[index]!);
}

/** This row's cell of a table, "" when it is blank: a blank cell must not reach a function as 0. */
export function orBlank(table: TableKey, header: string): Formula {
  const cell = thisRow(table, header);
  return call("IF", isBlank(cell), literal(""), cell);
}

/** Comparison with "". */
export function isBlank(cell: Formula): Formula {
  return op("=", cell, literal(""));
}

/** Stopping validation on every formula column of a table. */
export function automaticCells(table: BuiltTable): readonly ValidationSpec[] {
  return table.spec.columns
    .filter(({ formula }) => formula)
    .map(({ header }) => ({
      type: "custom" as const,
      range: dataColumn(table, header),
      formula: literal(false),
      error: { style: "stop" as const, title: WORDS.automaticTitle, message: WORDS.automaticMessage },
    }));
}

/** Rows below a table that a rule about all its codes looks at too: tables grow. */
const ROOM_TO_GROW = 10_000;

/** Stops a code that another row of the table has. */
export function uniqueCodes(table: BuiltTable, header: string): ValidationSpec {
  const range = dataColumn(table, header);
  const all: Formula = {
    kind: "cell",
    row: range.row,
    column: range.column,
    toRow: range.row + range.rows + ROOM_TO_GROW,
    toColumn: range.column,
    fixed: "both",
  };
  return {
    type: "custom",
    range,
    formula: op("<=", call("COUNTIF", all, ruleCell(table, header)), literal(1)),
    error: { style: "stop", title: WORDS.uniqueTitle, message: WORDS.uniqueMessage },
  };
}

/** Lines that a long text of a column which is not printed gets. */
export const LINES_ASIDE = 2;

/** What a sheet with one table under a title is made of. */
export interface TableSheet {
  readonly key: SheetKey;
  readonly book: number;
  readonly title: string;
  readonly hint: string;
  readonly table: BuiltTable;
  readonly tabColor: string;
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  /** Header of the last column that is printed; all if left out. */
  readonly lastPrinted?: string;
  readonly validations?: readonly ValidationSpec[];
  readonly conditionalFormats?: readonly ConditionalFormatSpec[];
  readonly links?: SheetSpec["links"];
  readonly styleRanges?: SheetSpec["styleRanges"];
  readonly outlines?: SheetSpec["outlines"];
}

/** Makes the sheet: title and hint above the table, frozen header, repeated when printed. */
export function tableSheet({ key, book, title, hint, table, tabColor, frozenColumns, lastPrinted, ...rest }: TableSheet): SheetSpec {
  const printed = lastPrinted === undefined ? table.spec.columns.length : columnIndex(table.spec, lastPrinted) + 1;
  return {
    ...emptySheet(key, book),
    tabColor,
    columns: [...Array.from({ length: FIRST_COLUMN }, () => ({ width: 2 })), ...table.widths.map((width) => ({ width }))],
    rowHeights: { [TITLE_ROW]: 22, [HINT_ROW]: 16, ...table.rowHeights },
    blocks: [{ at: { row: TITLE_ROW, column: FIRST_COLUMN }, cells: [[title], [hint]] }],
    tables: [table.spec],
    styleRanges: [
      { range: { row: TITLE_ROW, column: FIRST_COLUMN, rows: 1, columns: 1 }, style: "title" },
      { range: { row: HINT_ROW, column: FIRST_COLUMN, rows: 1, columns: 1 }, style: "note" },
      ...table.styleRanges,
      ...(rest.styleRanges ?? []),
    ],
    freeze: { rows: HEADER_ROW + 1, columns: FIRST_COLUMN + frozenColumns },
    validations: [...automaticCells(table), ...(rest.validations ?? [])],
    conditionalFormats: rest.conditionalFormats ?? [],
    links: rest.links ?? [],
    outlines: [...aside(printed, table.spec.columns.length), ...(rest.outlines ?? [])],
    print: {
      ...landscape(),
      repeatRows: { from: HEADER_ROW, to: HEADER_ROW },
      area: { row: 0, column: 0, rows: HEADER_ROW + 1 + table.spec.rows.length, columns: FIRST_COLUMN + printed },
    },
  };
}

/** Columns that are not printed are a group, so that one click folds them away. */
function aside(printed: number, count: number): SheetSpec["outlines"] {
  return printed === count ? [] : [{ axis: "columns", from: FIRST_COLUMN + printed, to: FIRST_COLUMN + count - 1, collapsed: false }];
}

/** A visible sheet with nothing on it. */
export function emptySheet(key: SheetKey, book: number): SheetSpec {
  return {
    key,
    name: sheetName(key, book),
    visibility: "visible",
    showGridlines: false,
    columns: [],
    rowHeights: {},
    outlines: [],
    defaultStyle: "default",
    blocks: [],
    tables: [],
    styleRanges: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    links: [],
    charts: [],
    print: landscape(),
    protected: false,
  };
}

/** A4 landscape with the margins of Decree 30/2020, one page wide, page number in the footer. */
export function landscape(): PrintSpec {
  return {
    orientation: "landscape",
    fitToWidth: 1,
    margins: { top: 2, bottom: 2, left: 3, right: 1.5, header: 1, footer: 1 },
    footer: WORDS.pageFooter,
  };
}

function columnIndex(spec: Pick<TableSpec, "columns" | "key">, header: string): number {
  const index = spec.columns.findIndex((column) => column.header === header);
  if (index < 0) throw new Error(`The table ${spec.key} has no column ${header}`);
  return index;
}

function withFormula(formula: Formula | undefined, value: CellValue): CellSpec {
  return formula ? { formula, result: value ?? "" } : value;
}

function clip(value: CellValue): CellValue {
  return typeof value === "string" && value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
}

function cellLines<Row>({ width, indent, tallest = Infinity }: ColumnModel<Row>, row: Row, value: CellValue): number {
  if (typeof value !== "string") return 1;
  return Math.min(tallest, lineCount(value, width, { indent: indent?.(row) ?? 0 }));
}

/** Runs of rows whose format or indent differs from the column's. */
function rowStyles<Row>(columns: readonly ColumnModel<Row>[], rows: readonly Row[], at: CellAddress): SheetSpec["styleRanges"] {
  const ranges: { range: RangeAddress; style: string }[] = [];
  columns.forEach((column, place) => {
    if (!column.rowFormat && !column.indent) return;
    const usual = column.style ?? bodyStyle(column.role, column.format);
    let start = 0;
    const styles = rows.map((row) => bodyStyle(column.role, column.rowFormat?.(row) ?? column.format, column.indent?.(row) ?? 0));
    styles.forEach((style, index) => {
      if (styles[index + 1] === style) return;
      if (style !== usual)
        ranges.push({ range: { row: at.row + 1 + start, column: at.column + place, rows: index - start + 1, columns: 1 }, style });
      start = index + 1;
    });
  });
  return ranges;
}
