import { runsOf, type LayoutLine, type Run } from "./layoutLines";
import { joinRanges, type Range } from "./tableSigns";

/** Where the columns of a page begin, the first included, and which of them set their lines from the left. */
export interface PageColumns {
  readonly lefts: readonly number[];
  readonly aligned: readonly boolean[];
  /** What speaks against them: gaps that they do not explain and words that they cut. */
  readonly cost: number;
  /** The column that is empty on the whole page, so that it has no place there. */
  readonly absent?: number;
}

/** Lines are not looked at farther to the right. */
const WIDEST_PAGE = 300;
/** Narrowest column in letters, the space behind it included. */
const NARROWEST = 4;
/** Where the columns behind the first may begin by the words of the header, the last place included. */
export type Places = readonly { readonly from: number; readonly to: number }[];

/** How far the columns of a page may stand beside those of the page of the header, in letters, and what each letter more costs. */
const SHIFT = 3;
const SHIFT_COST = 0.8;

type IsNumbered = (line: LayoutLine) => boolean;

/** The places that a header leaves for the beginnings of columns: between its cells. */
export function placesOfHeader(lines: readonly LayoutLine[], isNumbered: IsNumbered): Places {
  const capitals = lines.every((line) => line.words.every(({ text }) => text === text.toUpperCase()));
  let best: readonly Range[] = [];
  let cells: readonly Range[] = [];
  // Words of centred cells of the first row may stand under the header: they join its cells.
  for (const line of lines) {
    cells = joinRanges([...cells, ...(capitals ? runsOf(line, isNumbered(line)) : headerCells(line, isNumbered(line)))]);
    if (cells.length >= best.length) best = cells;
  }
  return best.slice(1).map(({ left }, index) => ({ from: best[index]!.right + 1, to: left }));
}

/** Runs of a line of a header: a cell that touches the one before begins with a capital. */
function headerCells(line: LayoutLine, numbered: boolean): Run[] {
  return runsOf(line, numbered).flatMap((run) => {
    const cells: Run[] = [];
    for (let at = run.from; at < run.to; at++) {
      const { left, right, text } = line.words[at]!;
      const last = cells[cells.length - 1];
      if (last && !/^\p{Lu}/u.test(text)) cells[cells.length - 1] = { ...last, right, to: at + 1 };
      else cells.push({ left, right, from: at, to: at + 1 });
    }
    return cells;
  });
}

/** What the lines of a page say of where its columns begin. */
export class PageProfile {
  private readonly left: number;
  private readonly width: number;
  private readonly gaps: readonly Int32Array[];
  private readonly cuts: Float64Array;

  constructor(
    lines: readonly LayoutLine[],
    private readonly runs: readonly (readonly Run[])[],
    /** False where no row begins on the page: the column of numbers has no place there. */
    private readonly hasNumbers: boolean,
  ) {
    this.left = lines.reduce((least, { words }) => Math.min(least, words[0]!.left), WIDEST_PAGE);
    this.width = lines.reduce((most, { words }) => Math.max(most, Math.min(WIDEST_PAGE, words[words.length - 1]!.right + 1)), 0);
    this.gaps = gapsOf(runs, this.width);
    this.cuts = cutsOf(lines, runs, this.width);
  }

  /** Columns for each of the places and one before: they explain the gaps of the lines and cut few of their words. `shift`: letters. */
  columns(places: Places, shift = SHIFT): PageColumns {
    const costAt = (column: number, at: number): number => {
      const place = places[this.hasNumbers ? column - 1 : column];
      const far = place ? Math.max(0, place.from - shift - at, at - place.to - shift) : 0;
      return this.cuts[at]! + SHIFT_COST * far;
    };
    const found = bestLefts(this.left, this.width, this.gaps, costAt, this.hasNumbers ? places.length + 1 : places.length);
    const lefts = this.hasNumbers ? found.lefts : [this.left - NARROWEST, ...found.lefts];
    return { lefts, cost: found.cost, aligned: lefts.map((border, column) => isAligned(this.runs, border, lefts[column + 1] ?? Infinity)) };
  }

  /** Runs that begin from one place on and before another. */
  runsIn(from: number, to: number): number {
    return this.runs.reduce((sum, line) => sum + line.filter(({ left }) => left >= from && left < to).length, 0);
  }

  /** Gaps that only this column explains, and words and runs that it cuts. */
  support(lefts: readonly number[], column: number): { readonly gaps: number; readonly cuts: number } {
    const [before, own, after] = [Math.max(0, lefts[column - 1]!), lefts[column]!, lefts[column + 1] ?? this.width + 1];
    const within = (from: number, to: number): number => this.gaps[from]![Math.min(to, this.width + 1)]!;
    return { gaps: within(before, after) - within(before, own) - within(own, after), cuts: Math.max(0, this.cuts[own]!) };
  }
}

/**
 * The same columns found anew on every page at the places where most pages have them, seen from where the contents begin. A column that is
 * empty all over a page has no place there: those behind it move up.
 */
export function evenColumns(pages: readonly { readonly profile: PageProfile; readonly columns: PageColumns }[]): PageColumns[] {
  if (pages.length < FEWEST_PAGES) return pages.map(({ columns }) => columns);
  const isWhole = (profile: PageProfile, { lefts }: PageColumns): boolean =>
    lefts.every((_, column) => column < 2 || profile.support(lefts, column).gaps > 0);
  const whole = pages.filter(({ profile, columns }) => isWhole(profile, columns));
  const known = whole.length < FEWEST_PAGES ? pages : whole;
  const offsets = pages[0]!.columns.lefts.slice(1).map((_, column) => {
    const all = known.map(({ columns: { lefts } }) => lefts[column + 1]! - lefts[1]!).sort((a, b) => a - b);
    return all[Math.floor(all.length / 2)]!;
  });
  const filled = shareOfWords(known);
  return pages.map(({ profile, columns: { lefts } }) => {
    const at = (places: readonly number[]): PageColumns =>
      profile.columns(
        places.map((offset) => ({ from: lefts[1]! + offset, to: lefts[1]! + offset })),
        EVEN_SHIFT,
      );
    const full = at(offsets);
    if (isWhole(profile, full)) return full;
    const ways = offsets.map((_, column) => withAbsent(at(withoutColumn(offsets, column)), column + 1));
    const costOf = (way: PageColumns): number =>
      way.cost + (way.absent === undefined ? 0 : ABSENT_COST + FILLED_COST * filled[way.absent]!);
    return [full, ...ways].reduce((best, way) => (costOf(way) < costOf(best) ? way : best));
  });
}

/** Places of columns of which one is missing, so that those behind it stand where it would. */
function withoutColumn(offsets: readonly number[], column: number): number[] {
  const width = (offsets[column + 1] ?? offsets[column]!) - offsets[column]!;
  return [...offsets.slice(0, column), ...offsets.slice(column + 1).map((offset) => offset - width)];
}

function withAbsent({ lefts, aligned, cost }: PageColumns, absent: number): PageColumns {
  const insert = <T>(list: readonly T[], value: T): T[] => [...list.slice(0, absent), value, ...list.slice(absent)];
  return { lefts: insert(lefts, lefts[absent] ?? Infinity), aligned: insert(aligned, false), cost, absent };
}

/** Lines in each column for each line in the fullest of those behind the first. */
function shareOfWords(pages: readonly { readonly profile: PageProfile; readonly columns: PageColumns }[]): number[] {
  const counts = pages[0]!.columns.lefts.map((_, column) =>
    pages.reduce((sum, { profile, columns: { lefts } }) => sum + profile.runsIn(lefts[column]!, lefts[column + 1] ?? Infinity), 0),
  );
  const most = Math.max(1, ...counts.slice(1));
  return counts.map((count) => count / most);
}

/** What a page must gain, in lines, where a column is taken as absent, and more the more words the column has elsewhere. */
const ABSENT_COST = 1;
const FILLED_COST = 5;

/** Pages that show where most have their columns, and how far one may differ, in letters. */
const FEWEST_PAGES = 3;
const EVEN_SHIFT = 2;

/** `gaps[from][to]`: how often a gap ends before `to` (exclusive) that begins at `from` or behind it. */
function gapsOf(runs: readonly (readonly Run[])[], width: number): Int32Array[] {
  const counts = Array.from({ length: width + 2 }, () => new Int32Array(width + 2));
  for (const line of runs) {
    line.forEach((run, index) => {
      const before = line[index - 1];
      if (before && run.left < width) counts[before.right]![run.left + 1]!++;
    });
  }
  for (let from = width; from >= 0; from--)
    for (let to = 1; to <= width + 1; to++)
      counts[from]![to] = counts[from]![to]! + counts[from]![to - 1]! + counts[from + 1]![to]! - counts[from + 1]![to - 1]!;
  return counts;
}

/** What it costs to begin a column at each place: the words and runs that are cut there, less what begins there behind a gap. */
function cutsOf(lines: readonly LayoutLine[], runs: readonly (readonly Run[])[], width: number): Float64Array {
  const costs = new Float64Array(width + 1);
  lines.forEach(({ words }, index) => {
    for (const { left, right, from, to } of runs[index]!) {
      if (left <= width) costs[left]! -= 0.05;
      for (let at = left + 1; at < Math.min(right, width + 1); at++) costs[at]! += 1;
      // A cell that touches the one before it begins near its column.
      for (let word = from + 1; word < to; word++) {
        const start = words[word]!.left;
        if (start < width) costs[start]! -= 0.55;
        if (start - 1 > left) costs[start - 1]! -= 0.25;
        if (start + 1 < Math.min(right, width)) costs[start + 1]! -= 0.25;
      }
    }
  });
  return costs;
}

/** The places of columns that leave the fewest gaps unexplained and cut the least, by dynamic programming. */
function bestLefts(
  left: number,
  width: number,
  gaps: readonly Int32Array[],
  costAt: (column: number, at: number) => number,
  count: number,
): { lefts: number[]; cost: number } {
  // costs[k][x]: least cost with k columns of which the last begins at x
  const costs: Float64Array[] = [];
  const backs: Int32Array[] = [];
  for (let k = 0; k < count; k++) {
    costs.push(new Float64Array(width + 1).fill(Infinity));
    backs.push(new Int32Array(width + 1).fill(-1));
    if (k === 0) {
      costs[0]![left] = 0;
      continue;
    }
    for (let x = left + NARROWEST * k - 1; x <= width; x++) {
      const own = costAt(k, x);
      for (let before = left; before <= x - (before === left ? NARROWEST - 1 : NARROWEST); before++) {
        const known = costs[k - 1]![before]!;
        if (known === Infinity) continue;
        const cost = known + gaps[before]![x]! + own;
        if (cost < costs[k]![x]!) {
          costs[k]![x] = cost;
          backs[k]![x] = before;
        }
      }
    }
  }
  let best: { x: number; cost: number } | undefined;
  for (let x = left; x <= width; x++) {
    const cost = costs[count - 1]![x]! + gaps[x]![width + 1]!;
    if (cost < (best?.cost ?? Infinity)) best = { x, cost };
  }
  if (!best) return { lefts: [left], cost: Infinity };
  const lefts: number[] = [];
  for (let k = count - 1, { x } = best; k >= 0; x = backs[k]![x]!, k--) lefts.unshift(x);
  return { lefts, cost: best.cost };
}

/** Whether most runs of a column begin where it does. */
function isAligned(runs: readonly (readonly Run[])[], left: number, next: number): boolean {
  const starts = runs.flatMap((line) =>
    line.filter((run, index) => run.left >= left - 1 && run.left < next && (index === 0 || run.left - line[index - 1]!.right > 1)),
  );
  return starts.filter((run) => Math.abs(run.left - left) <= 1).length > 0.6 * starts.length;
}
