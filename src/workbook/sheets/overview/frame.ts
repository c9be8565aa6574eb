import type { BuiltTable } from "../../tableModel";

/** Columns of the printed page and their width in characters. */
export const GRID = 12;
export const COLUMN_WIDTH = 9.5;
/** First column of the working cells beside the page, which are not printed. */
export const ASIDE = GRID + 1;
/** Widths of the gap and the working cells. */
export const ASIDE_WIDTHS = [2, 12, 34, 9, 9, 9, 9, 9] as const;
/** Rows that a chart covers. */
export const CHART_ROWS = 14;
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
