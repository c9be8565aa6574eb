import { literal, type Formula } from "../formula";
import { dataColumn, type BuiltTable } from "../tableModel";
import type { ValidationSpec } from "../workbookSpec";
import { WORDS } from "../words";

/** First and last day that a date cell takes: 1 March 1900 … 31 December 9999. */
export const DATE_BOUNDS = { first: literal(61), last: literal(2_958_465) } as const;

/** Validation that lets a cell hold only what a list holds. */
export function chosenFrom(source: Formula, table: BuiltTable, header: string, style: "stop" | "warning" = "stop"): ValidationSpec {
  return {
    type: "list",
    range: dataColumn(table, header),
    source,
    error: { style, title: WORDS.chooseTitle, message: WORDS.chooseMessage },
  };
}

/** Validation of a column that holds days. */
export function dateCells(table: BuiltTable, header: string, title: string, message: string): ValidationSpec {
  return {
    type: "date",
    range: dataColumn(table, header),
    operator: "between",
    value: DATE_BOUNDS.first,
    upper: DATE_BOUNDS.last,
    error: { style: "stop", title, message },
  };
}

/** Validation of a column of shares from 0 to 100 %. */
export function shareCells(table: BuiltTable, header: string, title: string, message: string): ValidationSpec {
  return {
    type: "decimal",
    range: dataColumn(table, header),
    operator: "between",
    value: literal(0),
    upper: literal(1),
    error: { style: "stop", title, message },
  };
}
