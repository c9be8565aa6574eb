import type { ColumnSpec, PrintSpec } from "./workbookSpec";

/** Long and short side of A4 in points. */
const A4 = { long: 841.9, short: 595.3 };
const POINTS_OF_CM = 72 / 2.54;
/** Points of a column of so many characters: Excel's 7 pixels a digit and 5 of padding. */
const columnPoints = (width: number): number => (width * 7 + 5) * 0.75;
/** Renderers differ a little in heights: a page is filled to this share, so that no break of their own comes first. */
const FILLED = 0.96;
/** Height of a row that the sheet does not set, in points. */
export const DEFAULT_HEIGHT = 15;

/** What is needed to tell where pages of a sheet end. */
export interface PagedRows {
  readonly print: Pick<PrintSpec, "orientation" | "margins" | "repeatRows">;
  /** Printed columns. */
  readonly columns: readonly Pick<ColumnSpec, "width">[];
  /** Heights in points by row. */
  readonly heights: Readonly<Record<number, number>>;
  /** Parts that stay whole where they fit on a page, as first rows; the last entry is the row after the printed ones. */
  readonly starts: readonly number[];
  /** First rows of parts that begin a page whatever room is left. */
  readonly newPages?: readonly number[];
}

/** Share to which a sheet shrinks to be one page wide; 1 at most. */
export function printScale({ orientation, margins }: PagedRows["print"], columns: PagedRows["columns"]): number {
  const paper = orientation === "landscape" ? A4.long : A4.short;
  const room = paper - (margins.left + margins.right) * POINTS_OF_CM;
  return Math.min(1, room / columns.reduce((sum, { width }) => sum + columnPoints(width), 0));
}

/** Height of a page in points of the sheet, before it shrinks. */
export function pageHeight(print: PagedRows["print"], columns: PagedRows["columns"]): number {
  const paper = print.orientation === "landscape" ? A4.short : A4.long;
  return (paper - (print.margins.top + print.margins.bottom) * POINTS_OF_CM) / printScale(print, columns);
}

/** Rows before which a page begins, so that no part is cut where it fits on a page. */
export function pageBreaks({ print, columns, heights, starts, newPages = [] }: PagedRows): readonly number[] {
  const height = (from: number, to: number): number =>
    Array.from({ length: to - from }, (_, index) => heights[from + index] ?? DEFAULT_HEIGHT).reduce((sum, one) => sum + one, 0);
  const whole = pageHeight(print, columns) * FILLED;
  const { repeatRows } = print;
  const repeated = repeatRows ? height(repeatRows.from, repeatRows.to + 1) : 0;
  const roomFrom = (begin: number): number => (repeatRows && begin > repeatRows.to ? whole - repeated : whole);
  const breaks: number[] = [];
  let begin = starts[0] ?? 0;
  starts.slice(0, -1).forEach((start, index) => {
    const next = starts[index + 1]!;
    if (start === next || start === begin) return;
    if (!newPages.includes(start) && height(begin, next) <= roomFrom(begin)) return;
    breaks.push(start);
    begin = start;
  });
  return breaks;
}
