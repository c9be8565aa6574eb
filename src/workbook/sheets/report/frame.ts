import { call, literal, op, type Formula } from "../../formula";
import type { Live } from "../../live";
import type { BuiltTable } from "../../tableModel";

/** Tables that the annex is made from. */
export interface ReportTables {
  readonly info: BuiltTable;
  readonly targets: BuiltTable;
  readonly tasks: BuiltTable;
}

/** Widths in characters: the printed columns, a gap, then what serves the screen. */
export const PRINTED = [5, 60, 15, 17, 14, 13, 14] as const;

/** Column of the code of an item, beside the page. */
export const CODE = PRINTED.length + 1;
/** Column of the place of an item in its table. */
export const PLACE = CODE + 2;
/** Column that holds 1 for a heading. */
export const HEADING = PLACE + 1;

/** Columns of a target that its printed cells are made from. */
export const HELPERS = ["kind", "level", "upper", "baseline", "unit"] as const;

/** Widths of all columns in characters. */
export const WIDTHS = [...PRINTED, 2, 10, 84, 7, 8, ...HELPERS.map(() => 9)];

/** Size of the letters in the table, in points. */
export const SIZE = 12;

/** What one of the two parts of the table holds. */
export interface Section {
  /** "A", "B". */
  readonly letter: string;
  readonly head: string;
  readonly table: BuiltTable;
  readonly columns: { readonly id: string; readonly group: string; readonly name: string; readonly parent?: string };
  readonly more: string;
  /** Cells after STT and name, then the sentence; `helpers` are the cells of this row's helper columns. */
  readonly cells: (
    row: number,
    place: Live,
  ) => { readonly printed: readonly Live[]; readonly sentence: Live; readonly helpers: readonly Live[] };
}

/** "" in a row without a code. */
export function guarded(code: Live, cell: Live): Live {
  return {
    formula: call("IF", op("=", code.formula, literal("")), literal(""), cell.formula),
    result: code.result === "" ? "" : cell.result,
  };
}

/** A cell of the sheet. */
export function at(row: number, column: number): Formula {
  return { kind: "cell", row, column };
}
