import { runsOf, type LayoutLine, type LayoutWord, type Run } from "./layoutLines";
import { textWidth } from "./letterWidths";

/** Where the columns of a page begin, the first included, and which of them set their lines from the left. */
export interface PageColumns {
  readonly lefts: readonly number[];
  readonly aligned: readonly boolean[];
  /** What speaks against them: gaps that they do not explain and words that they cut. */
  readonly cost: number;
  /** The column that is empty on the whole page, so that it has no place there. */
  readonly absent?: number;
}

/** Words of a line by column. */
export interface SplitLine {
  readonly cells: readonly (readonly LayoutWord[])[];
  /** Columns behind the second whose words stand one space behind those of the column before. */
  readonly touching: ReadonlySet<number>;
  /** True when another place for the end of a cell is nearly as good. */
  readonly doubtful: boolean;
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

interface Range {
  readonly left: number;
  readonly right: number;
}

function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: { left: number; right: number }[] = [];
  for (const { left, right } of [...ranges].sort((a, b) => a.left - b.left)) {
    const last = joined[joined.length - 1];
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else joined.push({ left, right });
  }
  return joined;
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

/** What the lines of a table say of the print of a column: how wide its lines are, in sizes of the type. */
export type Capacities = readonly number[];

/** How far a line may be over the widest line that is known for certain. */
const MOST_OVER = 0.25;
const TOO_WIDE_COST = 2.5;
/** `pdftotext` sets cells in one run whose words are nearer than about the size of the type: the line of such a cell is as full as that. */
const TOUCHING = 1.2;
const TOO_NARROW_COST = 1.5;
const MOST_TOO_NARROW = 4;

/** What lines that are plain have shown, for judging those whose cells touch. */
export interface Evidence {
  readonly capacities: Capacities;
  /** How often two words follow each other inside a cell. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Words that follow in each column in the next line of the row. */
  readonly next: readonly (LayoutWord | undefined)[];
  /** True where a row begins, so that its cells begin with capitals. */
  readonly opens: boolean;
}

/** Gives the words of a line to columns: by their places and, once there is evidence, by how full its cells are and which words belong together. */
export function splitLine(line: LayoutLine, columns: PageColumns, evidence?: Evidence): SplitLine {
  const { words } = line;
  if (words.length > MOST_WORDS)
    return { cells: columns.lefts.map((_, column) => (column === 1 ? words : [])), touching: new Set(), doubtful: true };
  const judge = new CellJudge(words, columns, evidence);
  const cuts = judge.bestCuts();
  const best = judge.costOf(cuts);
  const touching = cuts.filter(({ at, column }) => column > 1 && judge.touches(at));
  const doubtful = touching.some((cut) => [-1, 1].some((step) => judge.costOf(moved(cuts, cuts.indexOf(cut), step)) - best < CLEAR));
  const astray = cuts.some(
    ({ at, column }) => columns.aligned[column] && Math.abs(words[at]!.left - columns.lefts[column]!) > ASTRAY && !judge.touches(at),
  );
  const cells: LayoutWord[][] = columns.lefts.map(() => []);
  cuts.forEach(({ at, column }, index) => cells[column]!.push(...words.slice(at, cuts[index + 1]?.at ?? words.length)));
  return { cells, touching: new Set(touching.map(({ column }) => column)), doubtful: doubtful || astray };
}

/** Where the words of a cell begin in a line. */
interface Cut {
  readonly at: number;
  readonly column: number;
}

function moved(cuts: readonly Cut[], index: number, step: number): readonly Cut[] {
  return cuts.map((cut, other) => (other === index ? { ...cut, at: cut.at + step } : cut));
}

/** Weighs the ways to give the words of one line to columns. */
class CellJudge {
  /** Width in print of the words before each, with the spaces between. */
  private readonly widths: readonly number[];
  /** Gaps before each word and those before it. */
  private readonly gaps: readonly number[];

  constructor(
    private readonly words: readonly LayoutWord[],
    private readonly columns: PageColumns,
    private readonly evidence: Evidence | undefined,
  ) {
    const widths = [0];
    const gaps: number[] = [];
    words.forEach((word, at) => {
      widths.push(widths[at]! + textWidth(word.text) + SPACE);
      gaps.push((gaps[at - 1] ?? 0) + (at === 0 || this.touches(at) ? 0 : 1));
    });
    [this.widths, this.gaps] = [widths, gaps];
  }

  touches(at: number): boolean {
    return at > 0 && this.words[at]!.left - this.words[at - 1]!.right <= 1;
  }

  costOf(cuts: readonly Cut[]): number {
    let cost = 0;
    cuts.forEach(({ at, column }, index) => {
      const end = cuts[index + 1]?.at ?? this.words.length;
      cost += end <= at ? Infinity : this.startCost(at, column) + this.cellCost(at, end, column);
    });
    return cost;
  }

  /** The cheapest way, by dynamic programming from the right. */
  bestCuts(): readonly Cut[] {
    const count = this.words.length;
    const columns = this.columns.lefts.length;
    const costs = Array.from({ length: count }, () => new Array<number>(columns).fill(Infinity));
    const nexts = costs.map(() => new Array<Cut | undefined>(columns));
    for (let at = count - 1; at >= 0; at--) {
      for (let column = 0; column < columns; column++) {
        for (let end = at + 1; end <= count; end++) {
          const own = this.startCost(at, column) + this.cellCost(at, end, column);
          if (end === count && own < costs[at]![column]!) [costs[at]![column], nexts[at]![column]] = [own, undefined];
          for (let other = column + 1; end < count && other < columns; other++) {
            const cost = own + costs[end]![other]!;
            if (cost < costs[at]![column]!) [costs[at]![column], nexts[at]![column]] = [cost, { at: end, column: other }];
          }
        }
      }
    }
    const cuts: Cut[] = [];
    for (let cut: Cut | undefined = { at: 0, column: costs[0]!.indexOf(Math.min(...costs[0]!)) }; cut; cut = nexts[cut.at]![cut.column])
      cuts.push(cut);
    return cuts;
  }

  /** How far from its column's place a cell begins. */
  private startCost(at: number, column: number): number {
    const { lefts, aligned, absent } = this.columns;
    if (column === absent) return Infinity;
    const word = this.words[at]!;
    const off = word.left - lefts[column]!;
    const late = Math.max(0, word.left - (lefts[column + 1] ?? Infinity) + 2);
    if (!this.touches(at)) return (off < 0 ? -off * 0.7 : aligned[column] ? Math.min(off * 0.3, 2) : 0) + late;
    const small = /^\p{Ll}/u.test(word.text) ? (this.evidence?.opens ? SMALL_AT_START_COST : SMALL_COST) : 0;
    const perLetter = this.evidence ? 0.25 : 0.5;
    const known = this.evidence?.pairs.get(pairOf(this.words[at - 1]!, word)) ?? 0;
    return (
      TOUCH_COST +
      small +
      (known > 1 ? SEVERED_COST : (known * SEVERED_COST) / 2) +
      perLetter * (off < 0 ? -off : aligned[column] ? off : 0) +
      late
    );
  }

  private cellCost(from: number, to: number, column: number): number {
    const { words, columns, evidence } = this;
    if (column === 0 && !NUMBER_LIKE.test(words[from]!.text)) return NO_NUMBER_COST;
    const capacity = evidence?.capacities[column] ?? Infinity;
    // Where the width in print is known, letters that stand farther to the right only say that they are narrow.
    const perLetter = capacity === Infinity ? 0.5 : 0.25;
    let cost = perLetter * Math.max(0, words[to - 1]!.right - (columns.lefts[column + 1] ?? Infinity) - 1);
    cost += GAP_COST * (this.gaps[to - 1]! - this.gaps[from]!);
    if (capacity === Infinity) return cost;
    const width = this.widths[to]! - this.widths[from]! - SPACE;
    cost += TOO_WIDE_COST * Math.max(0, width - capacity - MOST_OVER);
    if (to === words.length || !this.touches(to)) return cost;
    const touching = columns.aligned[column] ? TOUCHING : 2 * TOUCHING;
    cost += Math.min(MOST_TOO_NARROW, TOO_NARROW_COST * Math.max(0, capacity - touching - width));
    const follower = evidence!.next[column];
    if (follower && !/[.;:]$/.test(words[to - 1]!.text))
      cost += Math.min(1.5, Math.max(0, capacity - MOST_OVER - width - SPACE - textWidth(follower.text)));
    return cost;
  }
}

/** Cost of a cell that begins with a small letter, within a row and where the row begins. */
const SMALL_COST = 0.3;
const SMALL_AT_START_COST = 1.8;
/** Cost of parting two words that stand together elsewhere. */
const SEVERED_COST = 1;
/** Width of the space between words in print, in sizes of the type. */
const SPACE = 0.25;
/** The cell of a number, or a piece of it. */
const NUMBER_LIKE = /^(?:[\d.)IVX]{1,8}|[a-hA-H][.)]?|[st]{1,3})$/iu;
const NO_NUMBER_COST = 8;
/** Cost of a gap inside a cell, and of a cell that touches the one before. */
const GAP_COST = 4;
const TOUCH_COST = 0.5;
/** How far from its column a cell may begin behind a gap, in letters. */
const ASTRAY = 4;
/** A difference of costs that leaves no doubt. */
const CLEAR = 0.8;
/** A line of a table has no more words. */
const MOST_WORDS = 90;

function textOf(words: readonly LayoutWord[], from: number, to: number): string {
  let text = words[from]!.text;
  for (let at = from + 1; at < to; at++) text += ` ${words[at]!.text}`;
  return text;
}

/** Pairs of words inside cells that touch no other. */
export function pairsOf(lines: readonly SplitLine[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const { cells, touching } of lines) {
    if (touching.size > 0) continue;
    for (const cell of cells) {
      for (let at = 1; at < cell.length; at++) {
        const pair = pairOf(cell[at - 1]!, cell[at]!);
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  return pairs;
}

const pairOf = (first: LayoutWord, second: LayoutWord): string => `${first.text} ${second.text}`.toLowerCase();

/** The width that the fullest lines of each column have, among those that end before the next column and before a gap. */
export function capacitiesOf(
  lines: readonly { readonly split: SplitLine; readonly lefts: readonly number[] }[],
  columns: number,
): Capacities {
  return Array.from({ length: columns }, (_, column) => {
    const widths = lines
      .flatMap(({ split: { cells }, lefts }) => {
        const own = cells[column]!;
        const after = cells.slice(column + 1).find((cell) => cell.length > 0)?.[0];
        const last = own[own.length - 1];
        const alone = last && last.right < (lefts[column + 1] ?? Infinity) && (!after || after.left - last.right > 1);
        return alone ? [textWidth(textOf(own, 0, own.length))] : [];
      })
      .sort((a, b) => a - b);
    // A line that was cut at the wrong place stands alone; full lines of a column are many and nearly equal.
    for (let at = widths.length - 1; at >= 3; at--) if (widths[at]! - widths[at - 3]! <= NEARLY_EQUAL) return widths[at]!;
    return widths.length < FEWEST_WIDTHS ? Infinity : widths[widths.length - 1]! + UNSEEN;
  });
}

/** Lines that show how wide a column is. */
const FEWEST_WIDTHS = 3;
/** Room that may be left in the widest of a few lines, in sizes of the type. */
const UNSEEN = 1;
/** Difference of full lines, in sizes of the type. */
const NEARLY_EQUAL = 0.4;
