import type { SplitLine } from "./layoutCells";
import type { LayoutLine, LayoutWord } from "./layoutLines";
import { FIGURE } from "./tableSigns";

/** A line of a table by what it is: `numbered` where a row has its number. */
export interface TableLine {
  readonly role: "header" | "group" | "row";
  readonly numbered: boolean;
  readonly line: LayoutLine;
}

/** A line whose words are in columns; the words of a group stand in the first. */
export interface CellLine extends TableLine {
  readonly split: SplitLine;
}

/** Lines of one row of the table. */
export type Row = readonly CellLine[];

/** Share of rows that begin with their number from which all do: numbers stand at the top of their rows. */
const AT_TOP = 0.8;
/** A row that is centred about its number has no more lines before or behind it. */
const MOST_LINES = 60;

/** Gathers lines to rows: a row goes from number to number, or stands about its number where cells are centred from top to bottom. */
export function rowsOf(lines: readonly CellLine[], top: boolean): Row[] {
  const [head, body, repeated] = withoutRepeatedHeaders(lines);
  const stretches: CellLine[][] = top ? [[...head]] : [];
  for (const line of top ? body : [...head, ...body]) {
    const last = stretches[stretches.length - 1];
    if (last && last !== head && (last[0]!.role === "group") === (line.role === "group") && !(top && stretches.length === 1))
      last.push(line);
    else stretches.push([line]);
  }
  const rows = stretches.flatMap((stretch, index): Row[] => {
    if (top && index === 0) return [stretch];
    const numbers = stretch.flatMap((line, at) => (line.numbered || (top && opensPart(line)) ? [at] : []));
    return cutAt(stretch, top || stretch[0]!.role === "group" ? numbers : middles(stretch));
  });
  return [...rows, ...repeated];
}

/** "- Trong đó: trẻ 5 tuổi | % | 99,9 | 100" under a numbered row: a part with a dash and figures of its own is a row of its own. */
function opensPart({ role, split: { cells } }: CellLine): boolean {
  const [first, ...others] = cells.filter((cell) => cell.length > 0);
  return role === "row" && /^[-+–]/.test(first?.[0]?.text ?? "") && others.some((cell) => cell.length === 1 && FIGURE.test(cell[0]!.text));
}

/** The header, the lines under it, and the headers that stand again on later pages. */
function withoutRepeatedHeaders(lines: readonly CellLine[]): [CellLine[], CellLine[], Row[]] {
  const first = lines.findIndex((line) => line.role !== "header");
  const body = lines.slice(first);
  const pages = new Map<number, CellLine[]>();
  for (const line of body) {
    if (line.role !== "header") continue;
    const page = pages.get(line.line.page);
    if (page) page.push(line);
    else pages.set(line.line.page, [line]);
  }
  return [lines.slice(0, first), body.filter((line) => line.role !== "header"), [...pages.values()]];
}

function cutAt<T>(lines: readonly T[], starts: readonly number[]): T[][] {
  const cuts = [...new Set([0, ...starts])];
  return cuts.map((from, index) => lines.slice(from, cuts[index + 1])).filter((part) => part.length > 0);
}

/** Whether rows begin with the lines of their numbers: the words beside these open their cells. */
export function numbersStandAtTop(lines: readonly TableLine[]): boolean {
  const numbered = lines.filter((line) => line.numbered && line.role === "row");
  const opening = numbered.filter(({ line: { words } }) => words[1] !== undefined && !/^[\p{Ll},;]/u.test(words[1].text));
  return opening.length >= AT_TOP * numbered.length;
}

/** First lines of rows whose numbers stand in their middle, by dynamic programming over the places between the numbers. */
function middles(lines: readonly CellLine[]): number[] {
  const numbers = lines.flatMap((line, index) => (line.numbered ? [index] : []));
  if (numbers.length < 2) return [];
  const joints = lines.map((_, index) => (index === 0 ? 0 : jointCost(lines, index)));
  let known = new Map<number, Way>([[0, { cost: 0 }]]);
  for (let row = 0; row + 1 < numbers.length; row++) {
    const ways = new Map<number, Way>();
    const last = Math.min(numbers[row + 1]!, numbers[row]! + MOST_LINES);
    for (let end = Math.max(numbers[row]! + 1, numbers[row + 1]! - MOST_LINES); end <= last; end++) {
      for (const [start, before] of known) {
        const cost = before.cost + offCentre(lines, start, numbers[row]!, end) + joints[end]!;
        if (cost < (ways.get(end)?.cost ?? Infinity)) ways.set(end, { cost, start: end, before });
      }
    }
    if (ways.size === 0) return numbers;
    known = ways;
  }
  let best: Way | undefined;
  for (const [start, way] of known) {
    const cost = way.cost + offCentre(lines, start, numbers[numbers.length - 1]!, lines.length);
    if (cost < (best?.cost ?? Infinity)) best = { ...way, cost };
  }
  const starts: number[] = [];
  for (let way = best; way?.start !== undefined; way = way.before) starts.push(way.start);
  return starts.reverse();
}

/** The cheapest rows up to a place: where the last begins, and the way to it. */
interface Way {
  readonly cost: number;
  readonly start?: number;
  readonly before?: Way;
}

/** How far a number is from the middle of its row, in lines. */
function offCentre(lines: readonly CellLine[], from: number, number: number, to: number): number {
  const above = number - from;
  const below = to - 1 - number;
  // A page that cuts the row cuts one of its halves.
  const cut = lines[from]!.line.page !== lines[to - 1]!.line.page;
  return cut ? 0.1 * Math.abs(above - below) : Math.max(0, Math.abs(above - below) - 1);
}

/** What speaks against a new row at a line: words that go on in small letters, and a sentence that has not come to its end. */
function jointCost(lines: readonly CellLine[], index: number): number {
  const columns = lines[index]!.split.cells.length;
  let cost = 0;
  for (let column = 1; column < columns; column++) {
    const after = nearest(lines, index, 1, column)?.[0];
    if (after && /^[\p{Ll},;)]/u.test(after.text)) cost += 2.5;
    const before = nearest(lines, index - 1, -1, column);
    if (before && /[,–-]$|^(?:và|của|các|theo)$/u.test(before[before.length - 1]!.text)) cost += 1.5;
  }
  return cost;
}

/** Words of the nearest line that has some in a column, up to a number behind the next. */
function nearest(lines: readonly CellLine[], from: number, step: number, column: number): readonly LayoutWord[] | undefined {
  for (let at = from, seen = 0; at >= 0 && at < lines.length && seen < 12; at += step, seen++) {
    const cell = lines[at]!.split.cells[column]!;
    if (cell.length > 0) return cell;
  }
  return undefined;
}
