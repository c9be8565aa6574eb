import type { CellLine } from "./cellLines";
import { bestStart } from "./cellMatch";
import { CELL_STARTS, UNFINISHED_ENDS } from "./lexicon";
import type { TableField } from "./planTable";

/** Cells of one row: for each field its lines. */
export type SplitRow = Map<TableField, CellLine[]>;

/** A line of a row; `breaks`: a new page begins here, inside the row. */
export interface RowLine {
  readonly cell: CellLine;
  readonly breaks: boolean;
}

/** Cost of an empty cell. */
const EMPTY_COST: Readonly<Record<TableField, number>> = {
  number: 0,
  target: 0.2,
  content: 60,
  lead: 5,
  supporter: 3,
  time: 4,
  product: 0.8,
  note: 0.3,
  unit: 0.5,
};
/** Rows with more lines are no rows of a table. */
const MAX_ROW_LINES = 150;
const PASSES = 5;
/**
 * How much better a row must fit to be cut by a turned page: one that the text tells, one that it does not. Measured: 3.5 and more where
 * a page turned, at most 1.6 elsewhere.
 */
const TURN_COST = 2;
const HIDDEN_TURN_COST = 2.5;
/** Longer rows are not tried for a turn that the text does not tell. */
const MAX_TURNED_LINES = 60;
const IMPOSSIBLE = -1e6;

/**
 * Gives every line of every row to a column. The columns of a flattened row follow each other in the order of the header, so a row is cut
 * by dynamic programming; what a cell may begin with, where a sentence ends and how wide a column is (a line break inside a cell is forced
 * by its width, learnt in a few passes) decide where.
 */
export function splitRows(rows: readonly (readonly RowLine[])[], columns: readonly TableField[]): SplitRow[] {
  const widths = new Map<TableField, number>();
  const lengths = rows.flatMap((row) => row.map(({ cell }) => visible(cell).length));
  const content = quantile(lengths, 0.97);
  if (content !== undefined) widths.set("content", content);
  let split: SplitRow[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    split = rows.map((row) => splitRow(row, columns, widths));
    for (const column of columns) {
      const seen = split.flatMap((row) => (row.get(column) ?? []).map((line) => visible(line).length));
      if (seen.length > 2) widths.set(column, quantile(seen, column === "content" ? 0.97 : 0.9)!);
    }
  }
  return split;
}

function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

function visible(line: CellLine): string {
  return line.words.trimEnd();
}

function splitRow(row: readonly RowLine[], columns: readonly TableField[], widths: ReadonlyMap<TableField, number>): SplitRow {
  const cells: SplitRow = new Map(columns.map((column) => [column, []]));
  if (row.length > MAX_ROW_LINES) {
    cells.get("content")!.push(...row.map(({ cell }) => cell));
    return cells;
  }
  const judge = new RowJudge(
    row.map(({ cell }) => cell),
    columns,
    widths,
  );
  const pageBreak = row.findIndex(({ breaks }) => breaks);
  const cuts = bestCuts(judge, columns, row.length, pageBreak);
  let from = 0;
  cuts.forEach((to, index) => {
    cells.get(columns[index % columns.length]!)!.push(...row.slice(from, to).map(({ cell }) => cell));
    from = to;
  });
  return cells;
}

/** Where the cells of a row end, in order of the columns, and how well the lines fit them. */
interface Cuts {
  readonly ends: readonly number[];
  readonly score: number;
}

/**
 * The best cuts of a row. Where a page turned inside it, the columns follow each other twice; but a text that was printed anew turns its
 * pages elsewhere, and no longer tells where the table's own did.
 */
function bestCuts(judge: RowJudge, columns: readonly TableField[], lines: number, pageBreak: number): readonly number[] {
  const whole = cutsOf(judge, columns, lines, "whole");
  const turned = pageBreak > 0 ? cutsOf(judge, columns, lines, "turned", pageBreak) : undefined;
  const known = turned && turned.score - TURN_COST >= whole.score ? turned : whole;
  if (lines > MAX_TURNED_LINES) return known.ends;
  const hidden = cutsOf(judge, columns, lines, "anywhere");
  return hidden.score - HIDDEN_TURN_COST > known.score ? hidden.ends : known.ends;
}

/** Cuts for a row on one page, one that turns at line `turn`, or one that may turn at any line. */
function cutsOf(judge: RowJudge, columns: readonly TableField[], lines: number, kind: "whole" | "turned" | "anywhere", turn = lines): Cuts {
  const states = kind === "whole" ? columns.length : 2 * columns.length;
  const memo = new Map<number, { score: number; end: number }>();
  const solve = (state: number, from: number): { score: number; end: number } => {
    if (state === states) return { score: from === lines ? 0 : IMPOSSIBLE, end: from };
    const key = state * 4096 + from;
    const known = memo.get(key);
    if (known) return known;
    let best = { score: IMPOSSIBLE, end: from };
    const second = state >= columns.length;
    const column = columns[state % columns.length]!;
    const last = second ? lines : turn;
    if (!(state === columns.length && kind === "turned" && from !== turn)) {
      for (let end = from; end <= last; end++) {
        let score: number;
        if (end === from) score = second ? -0.1 : -EMPTY_COST[column];
        else if (second) score = judge.cell(column, from, end) - 0.2 - judge.freshStart(column, from);
        else score = judge.start(column, from) + judge.cell(column, from, end);
        if (score < -200) continue;
        const total = score + solve(state + 1, end).score;
        if (total > best.score) best = { score: total, end };
      }
    }
    memo.set(key, best);
    return best;
  };
  const { score } = solve(0, 0);
  const ends: number[] = [];
  for (let state = 0, from = 0; state < states; state++) {
    from = solve(state, from).end;
    ends.push(from);
  }
  // What no column could take stays with the last one, so that no line is lost.
  if (ends.length > 0) ends[ends.length - 1] = lines;
  return { ends, score };
}

/** Rules of thumb about the lines of one row. Scores add up like log probabilities. */
class RowJudge {
  private readonly starts = new Map<TableField, readonly number[]>();
  private readonly lengths: readonly number[];

  constructor(
    private readonly lines: readonly CellLine[],
    private readonly columns: readonly TableField[],
    private readonly widths: ReadonlyMap<TableField, number>,
  ) {
    this.lengths = lines.map((line) => visible(line).length);
    for (const column of columns) {
      const phrases = CELL_STARTS[column === "supporter" ? "lead" : column];
      this.starts.set(
        column,
        lines.map((line) => bestStart(line.words, phrases)),
      );
    }
  }

  /** A cell of the second page that begins with a capital seems to be a new one. */
  freshStart(column: TableField, at: number): number {
    return column !== "content" && /^\p{Lu}/u.test(this.lines[at]!.words) ? 0.3 : 0;
  }

  /** How likely a cell of this column begins at this line. */
  start(column: TableField, at: number): number {
    const line = this.lines[at]!.words;
    const own = this.starts.get(column)![at]!;
    const small = /^\p{Ll}/u.test(line);
    let score: number;
    if (column === "content") score = small ? -1.5 : /^\s?[-+\p{Lu}]/u.test(line) ? 0.8 : 0;
    else if (column === "note") score = -1;
    else score = own > 0 ? 1.5 + own : -1.8;
    if (column !== "content" && this.bestOther(column, at) > own) score -= 0.8;
    // "31/12", "2024": a time.
    if (column === "time" && /^\s?(?:\d{1,2}[/.]\d|20\d\d)/.test(line)) score += 2;
    const before = at > 0 ? visible(this.lines[at - 1]!) : "";
    if (/[,;&\-–(]$/.test(before)) score -= 1.5;
    if (UNFINISHED_ENDS.has(before.slice(before.lastIndexOf(" ") + 1).toLowerCase())) score -= 1.2;
    // "IV/2023" ends "Quý | IV/2023".
    if (/^\s?[IVX]{1,4}\s?\/\s?\d/.test(line)) score -= 1.5;
    return small ? score - 2 : score;
  }

  private bestOther(column: TableField, at: number): number {
    let best = 0;
    for (const other of this.columns) {
      if (other !== column && other !== "content" && !areBothAgencies(column, other)) best = Math.max(best, this.starts.get(other)![at]!);
    }
    return best;
  }

  /** How likely lines `from` to `end` (exclusive) are one cell of this column. */
  cell(column: TableField, from: number, end: number): number {
    let score = 0;
    const width = this.widths.get(column);
    for (let i = from; i < end; i++) {
      const length = this.lengths[i]!;
      if (width && length > width + 1) score -= 4 * Math.min(2, (length - width) / width) + 0.5;
      if (width && i + 1 < end && this.firstWord(i + 1) <= width - length - 2)
        score -= column === "content" && this.opensParagraph(i + 1) ? 0.15 : 1.2;
      if (i > from && column !== "content") score -= this.intruders(column, i);
    }
    if (column === "content" && /[.;)]$/.test(visible(this.lines[end - 1]!))) score += 1.5;
    return column === "target" ? score + this.asTarget(from, end) : score;
  }

  private intruders(column: TableField, at: number): number {
    let count = 0;
    for (const other of this.columns) {
      if (other === "content" || other === column || areBothAgencies(column, other)) continue;
      if (this.starts.get(other)![at]! > 0.7 && this.starts.get(column)![at]! < 0.5) count++;
    }
    return count;
  }

  private asTarget(from: number, end: number): number {
    const words = this.lines
      .slice(from, end)
      .map((line) => line.words)
      .join(" ")
      .trimEnd();
    let score = /\d/.test(words) ? 0.5 : -2;
    if (/(?:điểm|%|bậc|hạng)$/.test(words)) score += 1;
    return end - from > 8 ? score - 2 : score;
  }

  private firstWord(at: number): number {
    return /^\s?\S+/.exec(this.lines[at]!.words)?.[0].length ?? 0;
  }

  /** "- Rà soát": a bullet, or a capital after the end of a sentence. */
  private opensParagraph(at: number): boolean {
    const line = this.lines[at]!.words;
    return /^\s?[-+•]/.test(line) || (/[.;:]$/.test(visible(this.lines[at - 1]!)) && /^\s?\p{Lu}/u.test(line));
  }
}

/** Lead and supporter cells begin with the same words. */
function areBothAgencies(a: TableField, b: TableField): boolean {
  return (a === "lead" && b === "supporter") || (a === "supporter" && b === "lead");
}
