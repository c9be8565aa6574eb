/** A formula as a tree; the printer spells it for the live sheet or for a file, in the dialect asked for. */
export type Formula =
  | { readonly kind: "literal"; readonly value: number | string | boolean }
  /** Column of a table: this row's cell, all data cells or the header cell. `table` is a table key, `column` its header. */
  | { readonly kind: "column"; readonly table: string; readonly column: string; readonly rows: "this" | "all" | "header" }
  /** Defined name, by its key. */
  | { readonly kind: "name"; readonly name: string }
  /** A cell or range by position (zero-based), for sheets without tables, validations and conditional formats. */
  | {
      readonly kind: "cell";
      /** Sheet key; omitted: the sheet of the formula. */
      readonly sheet?: string;
      readonly row: number;
      readonly column: number;
      /** Last cell of a range. */
      readonly toRow?: number;
      readonly toColumn?: number;
      /** Which parts carry a $. @default "none" */
      readonly fixed?: "none" | "row" | "column" | "both";
    }
  | { readonly kind: "op"; readonly operator: Operator; readonly args: readonly Formula[] }
  /** Function call; `fn` is a native English name ("COUNTIFS") or "KPI.…". An omitted argument is `{kind:"omitted"}`. */
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly Formula[] }
  | { readonly kind: "omitted" };

/** Operators of Excel; a single argument with "-" is the sign. */
export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** `kpi` prints KPI.* calls as they are, `native` expands them into formulas that Excel 2016, LibreOffice and WPS compute. */
export type FormulaDialect = "kpi" | "native";

/** What a cell can hold; dates are serials, blank is null. */
export type CellValue = string | number | boolean | null;

/** A cell as the compiler makes it: a plain value, or a formula with the result that the engine computed for it. */
export type CellSpec = CellValue | { readonly formula: Formula; readonly result: CellValue };

/** True for a cell that holds a formula. */
export function isFormulaCell(cell: CellSpec): cell is { readonly formula: Formula; readonly result: CellValue } {
  return typeof cell === "object" && cell !== null;
}

export const literal = (value: number | string | boolean): Formula => ({ kind: "literal", value });
export const thisRow = (table: string, column: string): Formula => ({ kind: "column", table, column, rows: "this" });
export const allRows = (table: string, column: string): Formula => ({ kind: "column", table, column, rows: "all" });
export const headerOf = (table: string, column: string): Formula => ({ kind: "column", table, column, rows: "header" });
export const named = (name: string): Formula => ({ kind: "name", name });
export const op = (operator: Operator, ...args: readonly Formula[]): Formula => ({ kind: "op", operator, args });
export const call = (fn: string, ...args: readonly Formula[]): Formula => ({ kind: "call", fn, args });
export const omitted: Formula = { kind: "omitted" };
