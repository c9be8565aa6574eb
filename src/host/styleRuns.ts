import type { RangeAddress, SheetSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";

/** Characters of one list of addresses. */
const MAX_ADDRESSES = 2000;

/** Style keys by row and column. */
export type StyleGrid = ReadonlyMap<number, readonly (string | undefined)[]>;

/** Rectangles of cells that agree in what `keyOf` makes of their style; cells for which it is undefined are left out. */
export function runsBy(
  grid: StyleGrid,
  keyOf: (style: string) => string | undefined,
): readonly { readonly key: string; readonly ranges: readonly RangeAddress[] }[] {
  const found = new Map<string, RangeAddress[]>();
  let open = new Map<string, { key: string; range: RangeAddress }>();
  const close = (items: Iterable<{ key: string; range: RangeAddress }>): void => {
    for (const { key, range } of items) {
      const ranges = found.get(key);
      if (ranges) ranges.push(range);
      else found.set(key, [range]);
    }
  };
  let previous = -2;
  for (const row of [...grid.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, { key: string; range: RangeAddress }>();
    for (const { key, column, columns } of rowRuns(grid.get(row)!, keyOf)) {
      const place = `${column}:${columns}:${key}`;
      const above = row === previous + 1 ? open.get(place) : undefined;
      if (above) open.delete(place);
      next.set(place, { key, range: above ? { ...above.range, rows: above.range.rows + 1 } : { row, column, rows: 1, columns } });
    }
    close(open.values());
    open = next;
    previous = row;
  }
  close(open.values());
  return [...found].map(([key, ranges]) => ({ key, ranges }));
}

/** Style key of every cell that has one of its own; a later range of the spec replaces an earlier one. */
export function styleGrid(sheet: SheetSpec): StyleGrid {
  const grid = new Map<number, (string | undefined)[]>();
  const paint = ({ row, column, rows, columns }: RangeAddress, style: string): void => {
    for (let i = row; i < row + rows; i++) {
      let line = grid.get(i);
      if (!line) grid.set(i, (line = []));
      for (let j = column; j < column + columns; j++) line[j] = style;
    }
  };
  for (const { at, columns, rows } of sheet.tables) {
    columns.forEach(({ headerStyle, style }, index) => {
      paint({ row: at.row, column: at.column + index, rows: 1, columns: 1 }, headerStyle);
      paint({ row: at.row + 1, column: at.column + index, rows: rows.length, columns: 1 }, style);
    });
  }
  for (const { range, style } of sheet.styleRanges) paint(range, style);
  return grid;
}

/** Addresses joined by commas, in lists that Excel takes at once. */
export function addressLists(ranges: readonly RangeAddress[], print: (range: RangeAddress) => string = rangeText): readonly string[] {
  const lists: string[] = [];
  for (const range of ranges) {
    const text = print(range);
    const last = lists.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= MAX_ADDRESSES) lists[lists.length - 1] = `${last},${text}`;
    else lists.push(text);
  }
  return lists;
}

function* rowRuns(
  line: readonly (string | undefined)[],
  keyOf: (style: string) => string | undefined,
): Generator<{ key: string; column: number; columns: number }> {
  for (let column = 0; column < line.length;) {
    const style = line[column];
    const key = style === undefined ? undefined : keyOf(style);
    let end = column + 1;
    while (end < line.length && line[end] !== undefined && key !== undefined && keyOf(line[end]!) === key) end++;
    if (key !== undefined) yield { key, column, columns: end - column };
    column = end;
  }
}
