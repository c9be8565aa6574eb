import { FIGURE, GROUP_WORDS, isUpper, joinRanges, NUMBER_HEADER, ROW_NUMBER, type Range } from "./tableSigns";

/** A piece of a printed line: its place across the page, in points or letters. */
export interface Piece {
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/** A printed line with its pieces from left to right. */
export interface PieceLine<P extends Piece> {
  /** Down the page, in points or lines. */
  readonly y: number;
  /** Size of the type in the same measure as `left` and `right`. */
  readonly height: number;
  readonly pieces: readonly P[];
}

/** A row of a table that has no lines; a row of one cell runs over all columns. */
export interface ColumnRow<P> {
  readonly whole: boolean;
  /** Pieces of each column, in reading order. */
  readonly columns: readonly (readonly P[])[];
}

/** The part of a table that stands on one page. */
export interface ColumnTablePart<P> {
  readonly page: number;
  /** Indexes of its first line and of the line behind its last. */
  readonly from: number;
  readonly to: number;
  /** Where the second column and those behind it begin. */
  readonly borders: readonly number[];
  readonly rows: readonly ColumnRow<P>[];
}

/** A table whose columns are known from their places alone, over one page or more. */
export interface ColumnTable<P> {
  readonly parts: readonly ColumnTablePart<P>[];
}

type Role = "header" | "row" | "group";

interface RoleLine<P extends Piece> {
  readonly role: Role;
  readonly numbered: boolean;
  readonly line: PieceLine<P>;
}

interface Region<P extends Piece> {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Range[];
  readonly lines: readonly RoleLine<P>[];
}

const GROUP_NUMBER = /^(?:[IVX]{1,5}|[A-H])[.)]?$/;
/** A header is no higher, in lines. */
const MAX_HEADER = 10;
/** Gap between pieces of one cell, in sizes of the type; the space between columns is wider. */
const CELL_GAP = 0.45;
/** A gap between lines that is so much larger than the usual one parts rows. */
const ROW_GAP = 1.22;
/** Narrowest column of text that keeps a layout, in letters. */
const NARROWEST = 5;
/** How far a cell may begin beside its column in such text, in letters, behind one space and behind a wider gap. */
const MOST_OFF = 3;
const MOST_OFF_BEHIND_GAP = 6;
/** Share of lines that may run over a border: words that are too long for their cell. */
const MOST_CROSSING = 0.02;

/**
 * Tables without lines: they begin with a header that has a column STT, and every row has its number. `tight`: only one space may stand
 * between columns, as in text that keeps a printed layout.
 */
export function findColumnTables<P extends Piece>(pages: readonly (readonly PieceLine<P>[])[], tight = false): ColumnTable<P>[] {
  const tables: ColumnTable<P>[] = [];
  let page = 0;
  let at = 0;
  while (page < pages.length) {
    if (at >= pages[page]!.length) {
      page++;
      at = 0;
      continue;
    }
    const table = tableAt(pages, page, at, tight);
    if (table) {
      tables.push(table);
      const last = table.parts[table.parts.length - 1]!;
      [page, at] = [last.page, last.to];
    } else at++;
  }
  return tables;
}

function tableAt<P extends Piece>(
  pages: readonly (readonly PieceLine<P>[])[],
  page: number,
  at: number,
  tight: boolean,
): ColumnTable<P> | undefined {
  const header = headerAt(pages[page]!, at);
  if (!header) return undefined;
  const regions: Region<P>[] = [];
  for (let next = page; next < pages.length; next++) {
    // Text that keeps a layout sets every page anew: the columns stand elsewhere on each.
    const from = next === page ? header.from : 0;
    const below = next === page ? pages[next]!.slice(header.to) : pages[next]!;
    const own = tight ? cellsOfPage(below, header.cells.length, rarestColumn(regions)) : header.cells;
    const cells = own ?? (next === page ? header.cells : undefined);
    if (!cells) break;
    const region = regionOf(pages[next]!, next, from, { ...header, cells }, tight);
    if (region.lines.length > 0) regions.push(region);
    if (region.to < pages[next]!.length || region.lines.length === 0) break;
  }
  const lines = regions.flatMap((region) => region.lines);
  if (lines.filter((line) => line.numbered).length < 2) return undefined;
  const parts: ColumnTablePart<P>[] = [];
  for (const { page: own, from, to, cells, lines: all } of regions) {
    const borders = tight ? cells.slice(1).map((cell) => cell.left - 0.5) : bordersOf(lines, cells);
    if (!borders) return undefined;
    parts.push({ page: own, from, to, borders, rows: rowsOf(all, (line) => (tight ? bordersOfLine(line, borders) : borders)) });
  }
  return { parts };
}

interface Header {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Range[];
  /** Its words without white space, to know it again on the next page. */
  readonly words: ReadonlySet<string>;
}

function headerAt<P extends Piece>(lines: readonly PieceLine<P>[], at: number): Header | undefined {
  const number = lines[at]!.pieces[0];
  if (!number || !NUMBER_HEADER.test(number.text.trim())) return undefined;
  let to = at + 1;
  const opensRow = (line: PieceLine<P>): boolean => {
    const first = line.pieces[0];
    if (!first) return false;
    const text = first.text.trim();
    return first.left < number.right + 2 && (ROW_NUMBER.test(text) || GROUP_NUMBER.test(text) || GROUP_WORDS.test(text));
  };
  while (to < lines.length && to - at < MAX_HEADER && !opensRow(lines[to]!)) to++;
  if (to - at >= MAX_HEADER) return undefined;
  let cells = joinRanges(lines.slice(at, to).flatMap(chainsOf));
  let from = at;
  while (from > 0 && at - from < 3 && isAbove(lines[from - 1]!, lines[from]!, cells)) {
    from--;
    cells = joinRanges([...cells, ...chainsOf(lines[from]!)]);
  }
  if (cells.length < 3 || cells[0]!.right < number.right) return undefined;
  return { from, to, cells, words: new Set(lines.slice(from, to).map(dense)) };
}

/** Whether a line above the word STT belongs to higher cells of the header. */
function isAbove(line: PieceLine<Piece>, below: PieceLine<Piece>, cells: readonly Range[]): boolean {
  const chains = chainsOf(line);
  const near = below.y - line.y < 1.6 * Math.max(line.height, below.height);
  return near && chains.length > 1 && chains.every((chain) => chain.left > cells[0]!.right && crossed(chain, cells) <= 1);
}

/** How many of the header's cells a range stands under. */
function crossed(range: Range, cells: readonly Range[]): number {
  return cells.filter((cell) => cell.left < range.right && range.left < cell.right).length;
}

const dense = (line: PieceLine<Piece>): string => line.pieces.map((piece) => piece.text.split(/\s/).join("")).join("");

/** Pieces of one cell of a line as one. */
function chainsOf(line: PieceLine<Piece>): Range[] {
  const chains: { left: number; right: number }[] = [];
  for (const { left, right } of line.pieces) {
    const last = chains[chains.length - 1];
    if (last && left - last.right <= CELL_GAP * line.height) last.right = Math.max(last.right, right);
    else chains.push({ left, right });
  }
  return chains;
}

/** The lines of the table on one page, up to the first that cannot belong to it. */
function regionOf<P extends Piece>(lines: readonly PieceLine<P>[], page: number, from: number, header: Header, tight: boolean): Region<P> {
  const found: RoleLine<P>[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const role = roleOf(line, header, found.length === 0 || found[found.length - 1]!.role === "header", tight);
    if (!role) break;
    const first = line.pieces[0]!;
    const numbered = role === "row" && first.right <= header.cells[1]!.left && ROW_NUMBER.test(first.text.trim());
    found.push({ role, numbered, line });
  }
  return { page, from, to: at, cells: header.cells, lines: found };
}

/** The column behind the first that has held the fewest words so far. */
function rarestColumn(regions: readonly Region<Piece>[]): number {
  const counts = regions[0]?.cells.map(() => 0) ?? [0, 0];
  for (const { cells, lines } of regions) {
    for (const { role, line } of lines) {
      if (role !== "row") continue;
      for (const piece of line.pieces) counts[Math.max(0, cells.filter((cell) => cell.left <= piece.left).length - 1)]!++;
    }
  }
  return counts.indexOf(Math.min(...counts.slice(1)), 1);
}

/** Columns of a page of text that keeps a layout: they begin where most words stand behind a gap of more than one space. */
function cellsOfPage(lines: readonly PieceLine<Piece>[], count: number, rarest: number): Range[] | undefined {
  const margin = Math.min(...lines.map((line) => line.pieces[0]?.left ?? Infinity));
  const starts = new Map<number, number>();
  for (const { pieces, height } of lines) {
    const first = pieces[0];
    if (!first) continue;
    const atMargin = first.left <= margin + height;
    if (atMargin && (GROUP_NUMBER.test(first.text) || NUMBER_HEADER.test(first.text))) continue;
    if (atMargin && !ROW_NUMBER.test(first.text)) break;
    pieces.forEach((piece, index) => {
      const before = pieces[index - 1];
      const behindGap = before ? piece.left - before.right > CELL_GAP * height : !atMargin;
      if (behindGap) starts.set(piece.left, (starts.get(piece.left) ?? 0) + 1);
    });
  }
  const chosen: number[] = [];
  for (const [left] of [...starts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (chosen.length < count - 1 && chosen.every((other) => Math.abs(other - left) >= NARROWEST)) chosen.push(left);
  }
  const lefts = [margin, ...chosen.sort((a, b) => a - b)];
  // A column that is empty all over a page has no place there.
  if (lefts.length === count - 1) lefts.splice(rarest, 0, lefts[rarest] ?? Infinity);
  if (lefts.length < count) return undefined;
  return lefts.map((left, index) => ({ left, right: (lefts[index + 1] ?? Infinity) - 1 }));
}

function roleOf(line: PieceLine<Piece>, header: Header, maybeHeader: boolean, tight: boolean): Role | undefined {
  if (maybeHeader && header.words.has(dense(line))) return "header";
  const chains = chainsOf(line);
  const [first] = line.pieces;
  if (!first) return undefined;
  const text = line.pieces
    .map((piece) => piece.text)
    .join(" ")
    .trim();
  const crossing = chains.some((chain) => crossed(chain, header.cells) > 1);
  const inFirst = first.left < header.cells[0]!.right && first.right <= header.cells[1]!.left;
  const label = first.text.trim();
  if (GROUP_WORDS.test(text) && chains.length <= 2 && (crossing || first.left <= header.cells[0]!.right)) return "group";
  if (crossing && chains.length === 1 && isUpper(text)) return "group";
  // Cells of one line may touch where only a space parts them, but a row has its number and goes on behind that column.
  if (crossing && !(tight && (first.left > header.cells[0]!.right || ROW_NUMBER.test(label)))) return undefined;
  if (inFirst && !ROW_NUMBER.test(label) && !NUMBER_HEADER.test(label)) return undefined;
  return first.left < header.cells[0]!.left - 2 * line.height && !inFirst ? undefined : "row";
}

/** Between each two columns the place that the fewest lines run over, undefined when too many do. */
function bordersOf(lines: readonly RoleLine<Piece>[], cells: readonly Range[]): number[] | undefined {
  const pieces = lines.filter((line) => line.role !== "group").flatMap(({ line }) => line.pieces);
  const borders: number[] = [];
  for (let column = 0; column + 1 < cells.length; column++) {
    const from = Math.floor(cells[column]!.left) + 1;
    const to = Math.ceil(cells[column + 1]!.right) - 1;
    const crossed = new Array<number>(Math.max(0, to - from)).fill(0);
    for (const { left, right } of pieces)
      for (let x = Math.max(from, Math.ceil(left)); x < Math.min(to, Math.floor(right)); x++) crossed[x - from]!++;
    const fewest = Math.min(...crossed);
    if (crossed.length === 0 || fewest > MOST_CROSSING * lines.length) return undefined;
    borders.push(from + middleOfLongest(crossed, fewest));
  }
  return borders;
}

/** Middle of the longest run of a value. */
function middleOfLongest(values: readonly number[], value: number): number {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let at = 0; at <= values.length; at++) {
    if (values[at] === value) continue;
    if (at - start > best.length) best = { start, length: at - start };
    start = at + 1;
  }
  return best.start + best.length / 2;
}

/** Lines gathered to rows: by the gaps between rows where each holds one number, else from number to number. */
function rowsOf<P extends Piece>(lines: readonly RoleLine<P>[], bordersIn: (line: PieceLine<P>) => readonly number[]): ColumnRow<P>[] {
  const bands = bandsOf(lines, (line, before) => line.line.y - before.line.y > ROW_GAP * usualGap(lines));
  const numbers = lines.filter((line) => line.numbered).length;
  const single = bands.filter((band) => band.filter((line) => line.numbered).length === 1).length;
  const rows = single >= 0.8 * numbers ? withoutLoose(bands) : bandsOf(lines, (line) => line.numbered || opensPart(line));
  return rows.map((band) => {
    const whole = band[0]!.role === "group";
    const columns: P[][] = [[], ...bordersIn(band[0]!.line).map((): P[] => [])];
    for (const { line } of band) {
      const borders = bordersIn(line);
      for (const piece of line.pieces) {
        const middle = piece.left + Math.min(piece.right - piece.left, line.height / 2) / 2;
        columns[whole ? 0 : borders.filter((border) => border <= middle).length]!.push(piece);
      }
    }
    return { whole, columns };
  });
}

/** "- Trong đó: trẻ 5 tuổi | % | 99,9 | 100": a part with a dash and figures of its own is a row of its own. */
function opensPart({ role, line: { pieces } }: RoleLine<Piece>): boolean {
  const [first, ...others] = pieces.map(({ text }) => text.trim());
  return role === "row" && /^[-+–]/.test(first ?? "") && others.some((text) => FIGURE.test(text));
}

/** Text that keeps a layout sets the beginnings of cells a letter or two beside their column's. */
function bordersOfLine({ pieces, height }: PieceLine<Piece>, borders: readonly number[]): number[] {
  return borders.map((border) => {
    let best: { left: number; far: number } | undefined;
    pieces.forEach((piece, index) => {
      const before = pieces[index - 1];
      const behindGap = before !== undefined && piece.left - before.right > CELL_GAP * height;
      const off = Math.abs(piece.left - border - 0.5);
      const far = off + (behindGap ? 0 : MOST_OFF_BEHIND_GAP);
      if (off <= (behindGap ? MOST_OFF_BEHIND_GAP : MOST_OFF) && (!best || far < best.far)) best = { left: piece.left, far };
    });
    return best ? best.left - 0.5 : border;
  });
}

/** Stretches of lines of one role, cut where `parts` says so. */
function bandsOf<P extends Piece>(
  lines: readonly RoleLine<P>[],
  parts: (line: RoleLine<P>, before: RoleLine<P>) => boolean,
): RoleLine<P>[][] {
  const bands: RoleLine<P>[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const goesOn = before !== undefined && before.role === line.role && (line.role === "header" || !parts(line, before));
    if (goesOn) bands[bands.length - 1]!.push(line);
    else bands.push([line]);
  });
  return bands;
}

/** Bands of a row without a number are paragraphs of the row before; at the top of a page they stay, as the row that the page cut. */
function withoutLoose<P extends Piece>(bands: readonly RoleLine<P>[][]): RoleLine<P>[][] {
  const rows: RoleLine<P>[][] = [];
  for (const band of bands) {
    const last = rows[rows.length - 1];
    const part = band.some((line) => line.numbered) || opensPart(band[0]!);
    const loose = band[0]!.role === "row" && !part && last?.[0]!.role === "row";
    if (loose) last!.push(...band);
    else rows.push([...band]);
  }
  return rows;
}

function usualGap(lines: readonly RoleLine<Piece>[]): number {
  const gaps = lines
    .slice(1)
    .map(({ line }, index) => line.y - lines[index]!.line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? Infinity;
}
