import type { BuiltTable } from "../../tableModel";

/** Columns of the printed page and their width in characters. */
export const GRID = 12;
export const COLUMN_WIDTH = 9.5;
/** Characters that so many columns hold when they are merged. */
export const mergedWidth = (columns: number): number => columns * (COLUMN_WIDTH + 5 / 7) - 5 / 7;
/** First column of the working cells beside the page, which are not printed. */
export const ASIDE = GRID + 1;
/** Widths of the gap and the working cells. */
export const ASIDE_WIDTHS = [2, 12, 34, 9, 9, 9, 9, 9] as const;
/** Rows that a chart covers. */
export const CHART_ROWS = 11;
/** Rows of the timeline, which shares the first page with what is worst. */
export const TIMELINE_ROWS = 8;
/** Shown where there is nothing to divide by. */
export const NONE = "–";

/** Tables that the overview is made from. */
export interface OverviewTables {
  readonly targets: BuiltTable;
  readonly tasks: BuiltTable;
  readonly reports: BuiltTable;
  readonly byAgency: BuiltTable;
  readonly groups: BuiltTable;
}
