import type { CellValue } from "../formula";

/** An error of a formula, such as #VALUE!. */
export class CalcError {
  constructor(readonly code: "#VALUE!" | "#DIV/0!" | "#N/A" | "#REF!" | "#NUM!" | "#NAME?") {}
}

/** What one cell holds or an expression gives; null is a blank cell. */
export type Scalar = CellValue | CalcError;

/** Cells of a reference, or values of an expression over several cells. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => Scalar;
  /** Zero-based row of its sheet in which a range begins; undefined for what was computed. */
  readonly firstRow?: number;
}

/** An argument or result of a function. */
export type Operand = Scalar | Matrix;

export const VALUE = new CalcError("#VALUE!");
export const NOT_FOUND = new CalcError("#N/A");
export const REFERENCE = new CalcError("#REF!");
export const DIVISION = new CalcError("#DIV/0!");
export const NUMBER = new CalcError("#NUM!");

/** True for values of several cells. */
export function isMatrix(operand: Operand): operand is Matrix {
  return typeof operand === "object" && operand !== null && !(operand instanceof CalcError);
}

/** A matrix of values that are there already. */
export function matrixOf(values: readonly (readonly Scalar[])[]): Matrix {
  return { rows: values.length, columns: values[0]?.length ?? 0, at: (row, column) => values[row]?.[column] ?? null };
}

/** The one value of an operand; of several the first. */
export function single(operand: Operand): Scalar {
  return isMatrix(operand) ? operand.at(0, 0) : operand;
}

/** Every value of an operand, row by row. */
export function valuesOf(operand: Operand): readonly Scalar[] {
  if (!isMatrix(operand)) return [operand];
  const { rows, columns, at } = operand;
  return Array.from({ length: rows * columns }, (_, index) => at(Math.floor(index / columns), index % columns));
}

/** Applies a function of single values to operands, cell by cell where some are ranges; a single row, column or value is repeated. */
export function each(operands: readonly Operand[], apply: (values: readonly Scalar[]) => Scalar): Operand {
  const matrices = operands.filter(isMatrix);
  if (matrices.every(({ rows, columns }) => rows === 1 && columns === 1)) return apply(operands.map(single));
  const rows = Math.max(...matrices.map((one) => one.rows));
  const columns = Math.max(...matrices.map((one) => one.columns));
  const cell = (operand: Operand, row: number, column: number): Scalar =>
    isMatrix(operand) ? operand.at(operand.rows === 1 ? 0 : row, operand.columns === 1 ? 0 : column) : operand;
  return matrixOf(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => apply(operands.map((operand) => cell(operand, row, column)))),
    ),
  );
}
