import type { CellValue } from "./formula";

/** What stands in a workbook of ours, read from an open workbook or from a file, before anything is concluded from it. */
export interface WorkbookValues {
  /** Plan state as JSON text, from the custom XML part or its copy. */
  readonly state: string;
  readonly tables: readonly TableValues[];
  /** Values of the defined names of this book, by key. Dates are serials. */
  readonly names: Readonly<Record<string, CellValue>>;
}

/** One table as it stands now; the user may have sorted, added or removed rows. */
export interface TableValues {
  /** Table key of the spec ("targets", "tasks", …). */
  readonly key: string;
  readonly sheetName: string;
  /** Zero-based row of the sheet that holds the first data row. */
  readonly firstRow: number;
  /** Zero-based column of the sheet that holds the first column. */
  readonly firstColumn: number;
  readonly headers: readonly string[];
  /** Values by data row; an error cell is its text ("#NAME?"). */
  readonly rows: readonly (readonly CellValue[])[];
  /** Formulas by data row, en-US, "" where the cell holds a constant. */
  readonly formulas: readonly (readonly string[])[];
}
