import type { SheetGrid, SheetMapping } from "../text/sheetGrid";

/** What a reader may be given to report and to stop. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Chooses the sheets that are read and says what their columns hold; without it all are read, and their headers are looked for later. */
  readonly mapSheets?: (sheets: readonly SheetGrid[]) => readonly { readonly grid: SheetGrid; readonly mapping?: SheetMapping }[];
  /** Told after each page of a long file. */
  readonly onPage?: (page: number, pages: number) => void;
}
