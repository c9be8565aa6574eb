import type { PageColumns } from "./layoutColumns";
import type { LayoutLine, LayoutWord } from "./layoutLines";
import { textWidth, type Capacities } from "./letterWidths";

/** Words of a line by column. */
export interface SplitLine {
  readonly cells: readonly (readonly LayoutWord[])[];
  /** Columns behind the second whose words stand one space behind those of the column before. */
  readonly touching: ReadonlySet<number>;
  /** True when another place for the end of a cell is nearly as good. */
  readonly doubtful: boolean;
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
