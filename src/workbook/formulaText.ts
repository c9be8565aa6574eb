import type { Formula, FormulaDialect, Operator } from "./formula";
import { expandKpi } from "./nativeFormula";
import type { WorkbookSpec } from "./workbookSpec";

/** Excel names by key. */
export interface NameLookup {
  readonly sheet: (key: string) => string;
  readonly table: (key: string) => string;
  readonly name: (key: string) => string;
}

/** How a formula is to be spelled. */
export interface FormulaContext {
  readonly dialect: FormulaDialect;
  /** `file` adds the `_xlfn.` prefixes that a stored formula needs. */
  readonly target: "sheet" | "file";
  readonly lookup: NameLookup;
}

/** Longest formula that Excel takes, in characters. */
export const MAX_FORMULA_LENGTH = 8192;

/** Functions newer than Excel 2007 that a file stores with a prefix (of those that Excel 2016, LibreOffice and WPS all compute). */
const PREFIXED = new Set(["AGGREGATE", "IFNA", "DAYS", "ISFORMULA", "NUMBERVALUE", "UNICHAR", "XOR"]);

const PRECEDENCE: Readonly<Record<Operator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};
const SIGN = 6;
const ATOM = 7;

/** Lookup of the names that a spec gives to its sheets, tables and cells; throws on a key that the spec does not hold. */
export function lookupOf(spec: Pick<WorkbookSpec, "sheets" | "names">): NameLookup {
  const sheets = new Map(spec.sheets.map(({ key, name }) => [key, name]));
  const tables = new Map(spec.sheets.flatMap((sheet) => sheet.tables.map(({ key, name }) => [key, name] as const)));
  const names = new Map(spec.names.map(({ key, name }) => [key, name]));
  return { sheet: finder(sheets, "sheet"), table: finder(tables, "table"), name: finder(names, "name") };
}

/** Spells a formula without its leading "=": English function names, "," between arguments, "." in numbers. */
export function printFormula(formula: Formula, context: FormulaContext): string {
  return print(formula, context, 0);
}

/** A sheet name as a reference needs it, always quoted. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Letters of a zero-based column: 0 is "A". */
export function columnLetters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}

/** A zero-based cell as "$B$5". */
export function cellText(row: number, column: number, fixed: "none" | "row" | "column" | "both" = "none"): string {
  const columnMark = fixed === "column" || fixed === "both" ? "$" : "";
  const rowMark = fixed === "row" || fixed === "both" ? "$" : "";
  return `${columnMark}${columnLetters(column)}${rowMark}${row + 1}`;
}

/** A header inside the brackets of a structured reference: [ ] # ' carry an apostrophe (ECMA-376 part 1, 18.17.5.2; "@" likewise in Excel). */
export function escapeHeader(header: string): string {
  return header.replace(/[[\]#'@]/gu, "'$&");
}

function print(formula: Formula, context: FormulaContext, outer: number): string {
  switch (formula.kind) {
    case "literal":
      return literalText(formula.value, outer);
    case "column":
      return columnText(context.lookup.table(formula.table), formula.column, formula.rows);
    case "name":
      return context.lookup.name(formula.name);
    case "cell":
      return rangeText(formula, context);
    case "op":
      return operatorText(formula.operator, formula.args, context, outer);
    case "call":
      return callText(formula, context, outer);
    case "omitted":
      return "";
  }
}

function literalText(value: number | string | boolean, outer: number): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(value).replace("e", "E");
  return value < 0 && outer > PRECEDENCE["+"] ? `(${text})` : text;
}

function columnText(table: string, header: string, rows: "this" | "all" | "header"): string {
  if (rows === "header") return `${table}[[#Headers],[${escapeHeader(header)}]]`;
  if (rows === "this") return `${table}[[#This Row],[${escapeHeader(header)}]]`;
  return /^[\p{L}\p{N}_ ]+$/u.test(header) ? `${table}[${header}]` : `${table}[[${escapeHeader(header)}]]`;
}

function rangeText(formula: Extract<Formula, { kind: "cell" }>, { lookup }: FormulaContext): string {
  const { row, column, toRow, toColumn, fixed, sheet } = formula;
  const first = cellText(row, column, fixed);
  const last = toRow === undefined && toColumn === undefined ? "" : `:${cellText(toRow ?? row, toColumn ?? column, fixed)}`;
  return (sheet === undefined ? "" : `${quoteSheet(lookup.sheet(sheet))}!`) + first + last;
}

function operatorText(operator: Operator, args: readonly Formula[], context: FormulaContext, outer: number): string {
  if (args.length === 1) return bracket(`${operator}${print(args[0]!, context, SIGN)}`, SIGN, outer);
  const own = PRECEDENCE[operator];
  const parts = args.map((arg, index) => print(arg, context, index === 0 ? own : own + 1));
  return bracket(parts.join(operator), own, outer);
}

function callText(formula: Extract<Formula, { kind: "call" }>, context: FormulaContext, outer: number): string {
  if (formula.fn.startsWith("KPI.") && context.dialect === "native") return print(expandKpi(formula), context, outer);
  const prefix = context.target === "file" && PREFIXED.has(formula.fn) ? "_xlfn." : "";
  return bracket(`${prefix}${formula.fn}(${formula.args.map((arg) => print(arg, context, 0)).join(",")})`, ATOM, outer);
}

function bracket(text: string, own: number, outer: number): string {
  return own < outer ? `(${text})` : text;
}

function finder(map: ReadonlyMap<string, string>, what: string): (key: string) => string {
  return (key) => {
    const name = map.get(key);
    if (name === undefined) throw new Error(`The workbook has no ${what} "${key}"`);
    return name;
  };
}
