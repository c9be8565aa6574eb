import type { PageGrid } from "./pdfGrid";
import { joinLines } from "./pdfLines";

/** What a cell of one page holds, and where its first and last line stand. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** Baseline of the last line and its font size, in points; 0 without words. */
  readonly lastLine: number;
  readonly height: number;
}

/** The part of a table that one page holds. */
export interface PagePart {
  readonly grid: PageGrid;
  readonly cells: readonly PageCell[];
  /** Rows of a header that stands again. */
  readonly repeated: number;
}

/** Whether the first row of a page goes on with the last row of the page before; `doubtful`: it may, and is kept apart. */
export type RowEdge = "cut" | "whole" | "doubtful";

/** The part of a table on a page; `first` is its part on the first page that it covers. */
export function partOf(grid: PageGrid, first: PagePart | undefined): PagePart {
  const cells = grid.cells.map(({ words, ...place }): PageCell => {
    const lines = joinLines(words);
    const last = lines.at(-1);
    return { ...place, text: lines.map((line) => line.text).join(" "), lastLine: last?.y ?? 0, height: last?.height ?? 0 };
  });
  return { grid, cells, repeated: first ? repeatedRows(cells, first) : 0 };
}

/** Rows at the top of a page that are the first rows of the table once more: its header. */
function repeatedRows(cells: readonly PageCell[], { grid, cells: first }: PagePart): number {
  const squeeze = (text: string): string => text.replace(/\s+/g, "");
  const shape = ({ row, column, rowSpan, columnSpan, text }: PageCell): string =>
    `${row} ${column} ${rowSpan} ${columnSpan} ${squeeze(text)}`;
  const rowOf = (of: readonly PageCell[], row: number): string =>
    of
      .filter((cell) => cell.row === row)
      .map(shape)
      .sort()
      .join("\n");
  const hasWords = (row: number): boolean => cells.some((cell) => cell.row === row && cell.text !== "");
  let rows = 0;
  while (rows < grid.rows && hasWords(rows) && rowOf(cells, rows) === rowOf(first, rows)) rows++;
  // A header whose cells reach into the rows below them is whole only with these.
  while (rows > 0 && cells.some((cell) => cell.row < rows && cell.row + cell.rowSpan > rows)) rows--;
  return rows;
}

// "1", "2.1.", "a)", "IV."
const LABEL = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[a-zđ])[.)]?$/iu;
// "STT", "TT", "Số TT"
const NUMBER_HEADING = /^(?:s|số)?\s?tt\.?$/iu;
// A sentence does not end with "của", "và", a comma or a hyphen.
const GOES_ON = /(?:[,\-–(/]|(?:^|\s)(?:và|của|các|những|cho|với|tại|trong|để|hoặc|theo|do|bởi|về|từ|đến|trên|là|không|được|thuộc))$/iu;
// "của tỉnh năm" | "2023."
const BEFORE_NUMBER = /\s(?:năm|tháng|ngày|quý|số)$/iu;
const NUMBER = /^(?:\d|[IVX]+(?:\P{L}|$))/u;
const FULL_STOP = /[.;:!?…)”"]$/u;
const LOWER_CASE = /^\p{Ll}/u;
/** Lines that may stay free above the end of the page in a cell that goes on: two lines of a paragraph are kept together. */
const FREE_LINES = 2.6;
/** Rows that must be seen before it is said that a column is never empty. */
const ENOUGH_ROWS = 3;
/** Share of cells that makes a habit. */
const MOST = 0.8;

/** Decides about the rows on both sides of a page's end from their words, the lines around them and the habits of the table. */
export function edgeOf(parts: readonly PagePart[], next: PagePart): RowEdge {
  const before = parts.at(-1)!;
  const rowEnd = before.grid.rows;
  const own = next.cells.filter((cell) => cell.row === next.repeated);
  const above = (cell: PageCell): PageCell | undefined =>
    before.cells.find(
      (old) =>
        old.row + old.rowSpan === rowEnd && old.column === cell.column && old.columnSpan === cell.columnSpan && old.row >= before.repeated,
    );
  const filled = own.filter((cell) => cell.text !== "");
  if (filled.length === 0 || filled.some((cell) => !above(cell))) return "whole";
  const body = [...parts, next].flatMap(bodyOf);
  const numbered = isNumbered(parts[0]!, body);
  const label = filled.find((cell) => cell.column === 0);
  const rowBefore = own.map(above).filter((cell): cell is PageCell => cell !== undefined);
  const oldLabel = rowBefore.find((cell) => cell.column === 0);
  if (numbered && label && (oldLabel?.text !== "" || !LABEL.test(label.text))) return "whole";
  const joints = filled.filter((cell) => above(cell)!.text !== "");
  const reach = joints.every((cell) => {
    const old = above(cell)!;
    return before.grid.bottom - old.lastLine < FREE_LINES * old.height;
  });
  const isOpen = before.grid.openBottom || next.grid.openTop;
  const hasOwnLabels =
    numbered && !label && !body.some((cell) => isUnnumbered(cell)) && !own.some((cell) => cell.column === 0 && cell.rowSpan > 1);
  if (hasOwnLabels && (oldLabel === undefined || oldLabel.rowSpan === 1)) return "cut";
  if (joints.length === 0 || !reach) return "whole";
  if (isOpen) return "cut";
  if (joints.some((cell) => goesOn(above(cell)!.text, cell.text, textsLike(body, cell)))) return "cut";
  const isPart = rowBefore.some((old) => old.text !== "" && !filled.some((cell) => cell.column === old.column));
  return isPart ? "doubtful" : "whole";
}

const textsLike = (body: readonly PageCell[], { column, columnSpan }: PageCell): readonly string[] =>
  body.filter((cell) => cell.column === column && cell.columnSpan === columnSpan && cell.text !== "").map((cell) => cell.text);

/** Whether the words of two cells are one sentence; what other cells of the column do as well ("điểm", "hộ" for units) says nothing. */
function goesOn(end: string, start: string, usual: readonly string[]): boolean {
  const isUnusual = (shape: RegExp): boolean => !usual.some((text) => shape.test(text));
  if (LOWER_CASE.test(start) && isUnusual(LOWER_CASE)) return true;
  if (GOES_ON.test(end) && isUnusual(GOES_ON)) return true;
  if (BEFORE_NUMBER.test(end) && NUMBER.test(start)) return true;
  const closed = usual.filter((text) => FULL_STOP.test(text)).length;
  return usual.length >= ENOUGH_ROWS && closed >= MOST * usual.length && !FULL_STOP.test(end);
}

/** Cells of rows that stand whole on their page, without the header. */
function bodyOf({ grid, cells, repeated }: PagePart): readonly PageCell[] {
  return cells.filter((cell) => cell.row > repeated && cell.row + cell.rowSpan < grid.rows);
}

function isNumbered(first: PagePart, body: readonly PageCell[]): boolean {
  if (first.cells.some((cell) => cell.column === 0 && NUMBER_HEADING.test(cell.text))) return true;
  const labels = body.filter((cell) => cell.column === 0 && cell.columnSpan === 1 && cell.text !== "");
  return labels.length > 1 && labels.every((cell) => LABEL.test(cell.text));
}

function isUnnumbered(cell: PageCell): boolean {
  return cell.column === 0 && cell.columnSpan === 1 && cell.text === "";
}

/** Whether a column has words in every row below the first of its page, which alone may share a cell with a row before it. */
export function isAlwaysFilled(parts: readonly PagePart[], column: number): boolean {
  const cells = parts.flatMap(({ cells: all, repeated }) =>
    all.filter((cell) => cell.row > repeated && cell.column === column && cell.columnSpan === 1),
  );
  return cells.length >= ENOUGH_ROWS && cells.every((cell) => cell.text !== "");
}
