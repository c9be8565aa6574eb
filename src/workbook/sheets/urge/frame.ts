import { call, literal } from "../../formula";
import type { Live } from "../../live";
import type { BuiltTable } from "../../tableModel";

/** Tables that the letter is made from. */
export interface UrgeTables {
  readonly info: BuiltTable;
  readonly targets: BuiltTable;
  readonly tasks: BuiltTable;
  readonly reports: BuiltTable;
  readonly agencies: BuiltTable;
}

/** Printed columns, a gap, then what is chosen and copied, then the places of the listed rows. */
export const PRINTED = [6, 32, 18, 13, 19] as const;

/** Characters that the printed columns hold side by side. */
export const WIDE = PRINTED.reduce((sum, width) => sum + width, 0);

/** Column of the words before an input, beside the paper. */
export const LABEL = PRINTED.length + 1;
/** Column of the inputs. */
export const VALUE = LABEL + 1;
/** Column of the kind of a row of the list: 1 task, 2 report, 3 target, 0 none. */
export const KIND = VALUE + 2;
/** Column of the place of a listed row in its table. */
export const PLACE = KIND + 1;
/** Column of the place of an agency that owes most. */
export const AGENCY_PLACE = PLACE + 1;

/** Widths of all columns in characters. */
export const WIDTHS = [...PRINTED, 2, 30, 52, 2, 6, 9, 9];

/** The grid takes a line break inside a formula's text for a space. */
export const NEW_LINE: Live = { formula: call("CHAR", literal(10)), result: "\n" };
