import type { TableMapping } from "./textDocument";

/** Cells that are merged; rows and columns are zero-based in the grid. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet or a selected range before anything is known of its columns. */
export interface SheetGrid {
  /** Name of the sheet; of a selected range the name of the input. */
  readonly name: string;
  /** 1-based number that the first row has in Excel; 1 for a selected range. */
  readonly firstRow: number;
  /** Words as a person sees them, row by row; "" where a cell is blank. Rows may have different lengths. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedCells[];
}

/** How a sheet is read. A person may change every field of it; `headerRows` and `columns` belong to the table that begins at `headerRow`. */
export interface SheetMapping extends TableMapping {
  /** Index of the sheet in the list that was offered. */
  readonly sheet: number;
  /** Zero-based row of the grid where the header begins, or the data when `headerRows` is 0; rows above it are read as text. */
  readonly headerRow: number;
  /** The sheet is read as a document instead: its columns are not used. @default false */
  readonly asText?: boolean;
}
