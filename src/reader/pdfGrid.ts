import type { PdfWord } from "./pdfGlyphs";
import type { PdfPage } from "./pdfPage";
import type { Ruling } from "./pdfRulings";

/** A cell of a ruled table with its words. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly words: PdfWord[];
}

/** A ruled table on one page. */
export interface PageGrid {
  readonly top: number;
  readonly bottom: number;
  /** Positions of the vertical lines. */
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** True where no line closes it: its vertical lines run on. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** Lines that are nearer than this, in points, are one. */
const TOLERANCE = 2.5;
/** Vertical lines that go on farther than this, in points, hold an open row. */
const OPEN_ROW = 8;
/** More lines on a page are a drawing. */
const MAX_RULINGS = 4000;

/** Tables drawn with lines; the words inside are taken out of the rest. */
export function findGrids(page: PdfPage): { grids: readonly PageGrid[]; rest: readonly PdfWord[] } {
  if (page.horizontal.length + page.vertical.length > MAX_RULINGS) return { grids: [], rest: page.words };
  let rest = page.words;
  const grids: PageGrid[] = [];
  for (const { horizontal, vertical } of connected(page)) {
    const grid = buildGrid(horizontal, vertical, rest);
    if (!grid) continue;
    grids.push(grid);
    const inside = new Set(grid.cells.flatMap((cell) => cell.words));
    rest = rest.filter((word) => !inside.has(word));
  }
  return { grids: grids.sort((a, b) => a.top - b.top), rest };
}

interface Net {
  horizontal: Ruling[];
  vertical: Ruling[];
}

/** Rulings that touch each other, directly or through others. */
function connected(page: PdfPage): Net[] {
  const horizontal = joinPieces(page.horizontal);
  const vertical = joinPieces(page.vertical);
  const parent = [...horizontal, ...vertical].map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = index; parent[at] !== root;) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  horizontal.forEach((h, i) =>
    vertical.forEach((v, j) => {
      const crosses = v.at >= h.from - TOLERANCE && v.at <= h.to + TOLERANCE && h.at >= v.from - TOLERANCE && h.at <= v.to + TOLERANCE;
      if (crosses) parent[find(i)] = find(horizontal.length + j);
    }),
  );
  const nets = new Map<number, Net>();
  const netOf = (index: number) => {
    const root = find(index);
    const net = nets.get(root) ?? { horizontal: [], vertical: [] };
    nets.set(root, net);
    return net;
  };
  horizontal.forEach((ruling, index) => netOf(index).horizontal.push(ruling));
  vertical.forEach((ruling, index) => netOf(horizontal.length + index).vertical.push(ruling));
  return [...nets.values()];
}

/** Joins pieces of one line: cells are often drawn border by border. */
function joinPieces(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  const sorted = [...rulings].sort((a, b) => Math.round(a.at) - Math.round(b.at) || a.from - b.from);
  for (const ruling of sorted) {
    const last = joined.at(-1);
    if (last && Math.abs(last.at - ruling.at) <= 1 && ruling.from <= last.to + TOLERANCE)
      joined[joined.length - 1] = { at: last.at, from: last.from, to: Math.max(last.to, ruling.to) };
    else joined.push(ruling);
  }
  return joined;
}

function cluster(values: readonly number[]): number[] {
  const groups: { sum: number; count: number; high: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && value - last.high <= 2) {
      last.sum += value;
      last.count++;
      last.high = value;
    } else groups.push({ sum: value, count: 1, high: value });
  }
  return groups.map(({ sum, count }) => sum / count);
}

/** True when pieces near `at` cover the stretch from `from` to `to`. */
function covers(rulings: readonly Ruling[], at: number, from: number, to: number): boolean {
  const pieces = rulings.filter((ruling) => Math.abs(ruling.at - at) < TOLERANCE).sort((a, b) => a.from - b.from);
  let reached = from + TOLERANCE;
  for (const piece of pieces) {
    if (piece.from > reached + 1) break;
    reached = Math.max(reached, piece.to);
  }
  return reached >= to - TOLERANCE;
}

function buildGrid(horizontal: readonly Ruling[], vertical: readonly Ruling[], words: readonly PdfWord[]): PageGrid | undefined {
  const drawn = cluster(horizontal.map((ruling) => ruling.at));
  const ys = closeEnds(drawn, vertical);
  const xs = cluster(vertical.map((ruling) => ruling.at));
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (columns < 2 || rows < 1) return undefined;
  const owner: (GridCell | undefined)[][] = Array.from({ length: rows }, () => []);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row]![column]) continue;
      let right = column + 1;
      while (right < columns && !owner[row]![right] && !covers(vertical, xs[right]!, ys[row]!, ys[row + 1]!)) right++;
      let below = row + 1;
      while (below < rows && isOpenBelow(horizontal, xs, ys[below]!, column, right)) below++;
      const cell = { row, column, rowSpan: below - row, columnSpan: right - column, words: [] };
      cells.push(cell);
      for (let r = row; r < below; r++) for (let c = column; c < right; c++) owner[r]![c] = cell;
    }
  }
  for (const word of words) {
    const column = slotOf(xs, word.x + Math.min(word.width, 6) / 2);
    const row = slotOf(ys, word.y - word.height * 0.3);
    owner[row]?.[column]?.words.push(word);
  }
  const [openTop, openBottom] = [ys[0] !== drawn[0], ys[rows] !== drawn.at(-1)];
  return { top: ys[0]!, bottom: ys[rows]!, xs, rows, cells, openTop, openBottom };
}

/** A row that is cut by the end of a page may have no line there: it ends where the vertical lines do. */
function closeEnds(ys: readonly number[], vertical: readonly Ruling[]): number[] {
  const top = Math.min(...vertical.map((ruling) => ruling.from));
  const bottom = Math.max(...vertical.map((ruling) => ruling.to));
  const closed = [...ys];
  if (ys.length > 0 && top < ys[0]! - OPEN_ROW) closed.unshift(top);
  if (ys.length > 0 && bottom > ys.at(-1)! + OPEN_ROW) closed.push(bottom);
  return closed;
}

/** True when no piece of a line parts any of the columns here. */
function isOpenBelow(horizontal: readonly Ruling[], xs: readonly number[], y: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) if (covers(horizontal, y, xs[column]!, xs[column + 1]!)) return false;
  return true;
}

/** Index of the stretch between two lines that holds a position, -1 outside. */
function slotOf(lines: readonly number[], at: number): number {
  if (at < lines[0]! - 1 || at > lines.at(-1)! + 1) return -1;
  let slot = 0;
  while (slot < lines.length - 2 && at > lines[slot + 1]!) slot++;
  return slot;
}
