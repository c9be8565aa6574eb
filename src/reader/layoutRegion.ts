import { runsOf, type LayoutLine, type LayoutWord } from "./layoutLines";
import type { TableLine } from "./layoutRows";
import { GROUP_WORDS, isUpper, NUMBER_HEADER, ROW_NUMBER } from "./tableSigns";

/** The lines of a table, its header first. */
export interface LayoutRegion {
  readonly lines: readonly TableLine[];
  /** Index of the line behind its last. */
  readonly to: number;
}

const ROMAN_WORDS = /^[IVX]{1,5}\. \S/;
/** A header with the words of centred cells under it is no higher, in lines. */
const HIGHEST_HEADER = 60;
/** Longest row, in lines. */
const LONGEST_ROW = 200;
/** Lines that show where the contents of a page begin. */
const PAGE_SAMPLE = 150;
/** Lines of a header above the word STT. */
const ABOVE = 5;
/** Share of a table's width over which the title of a group runs that is set in several lines. */
const WIDE = 0.55;
/** Share of it over which text runs behind a table, and less where hardly a line of the table itself runs over half of its columns. */
const ACROSS = 0.9;
const CROSSING = 0.55;
const MOST_CROSSING = 0.1;
/** Share of it that full lines of text reach. */
const FULL = 0.85;

/** What may be a table by its header, which has its word STT in a line; undefined where none begins. */
export function findLayoutRegion(lines: readonly LayoutLine[], at: number): LayoutRegion | undefined {
  const header = headerAt(lines, at);
  if (!header) return undefined;
  const walk = new RegionWalk(lines, header);
  walk.run();
  return { lines: walk.found, to: walk.at };
}

interface Header {
  readonly from: number;
  /** Line of the word STT, and the line of the first row or group. */
  readonly number: number;
  readonly to: number;
  readonly word: LayoutWord;
}

function headerAt(lines: readonly LayoutLine[], at: number): Header | undefined {
  const depth = numberHeaderDepth(lines, at);
  if (depth === 0) return undefined;
  const word = lines[at]!.words[0]!;
  let to = at + depth;
  while (to < lines.length && to - at < HIGHEST_HEADER && !opensRow(lines[to]!, word)) to++;
  if (to === lines.length || to - at === HIGHEST_HEADER) return undefined;
  let from = at;
  while (from > 0 && at - from < ABOVE && isAbove(lines[from - 1]!, lines[from]!, word)) from--;
  const cells = Math.max(...lines.slice(from, to).map((line) => runsOf(line, inNumbers(line.words[0]!, word)).length));
  return cells < 2 ? undefined : { from, number: at + Math.floor((depth - 1) / 2), to, word };
}

/** Lines over which the word STT runs, one letter or two in each where its column is too narrow; 0 if it does not stand there. */
function numberHeaderDepth(lines: readonly LayoutLine[], at: number): number {
  const word = lines[at]!.words[0]!;
  if (NUMBER_HEADER.test(word.text)) return 1;
  let letters = "";
  for (let depth = 0; depth < 5 && lines[at + depth]; depth++) {
    const [first] = lines[at + depth]!.words;
    if (Math.abs(first!.left - word.left) > 3) {
      if (depth === 0 || first!.left < word.left) return 0;
      continue;
    }
    if (!/^[st]{1,2}$/i.test(first!.text)) return 0;
    letters += first!.text;
    if (/^s?tt$/i.test(letters)) return depth + 1;
  }
  return 0;
}

function opensRow(line: LayoutLine, number: LayoutWord): boolean {
  const [first] = line.words;
  return isGroup(line, number) || (inNumbers(first!, number) && ROW_NUMBER.test(first!.text));
}

/** "I. …" and "A. …" at the column of numbers; in the middle of the table Roman numbers and titles in capitals. */
function isGroup(line: LayoutLine, number: LayoutWord): boolean {
  const text = textOf(line);
  const runs = runsOf(line).length;
  return (
    GROUP_WORDS.test(text) && runs <= 2 && (inNumbers(line.words[0]!, number) || (runs === 1 && (isUpper(text) || ROMAN_WORDS.test(text))))
  );
}

/** Whether a line above the word STT belongs to higher cells of the header. */
function isAbove(line: LayoutLine, below: LayoutLine, number: LayoutWord): boolean {
  return (
    line.page === below.page &&
    below.y - line.y === 1 &&
    line.words[0]!.left > number.right + 3 &&
    runsOf(line).every((run) => run.right - run.left < 40) &&
    (runsOf(line).length > 1 || line.words[0]!.left > number.right + 20)
  );
}

/** Whether a word stands in the column of numbers. */
function inNumbers(word: LayoutWord, number: LayoutWord): boolean {
  return word.left <= number.right + 2;
}

const textOf = ({ words }: LayoutLine): string => words.map((word) => word.text).join(" ");
const widthOf = ({ words }: LayoutLine): number => words[words.length - 1]!.right - words[0]!.left;
const denseOf = ({ words }: LayoutLine): string => words.map((word) => word.text).join("");

/** Goes from the header to the first line that cannot belong to the table. */
class RegionWalk {
  readonly found: TableLine[] = [];
  at: number;
  private readonly headerWords: readonly string[];
  private contentLeft = 0;
  private numberLeft = Infinity;
  /** Index of the line up to which a row of the page before goes on. */
  private goesOn = 0;
  private lastNumber = "";
  private right = 0;
  private page: number | undefined;

  constructor(
    private readonly lines: readonly LayoutLine[],
    private readonly header: Header,
  ) {
    this.headerWords = lines.slice(header.from, header.to).map(denseOf);
    this.at = header.from;
  }

  run(): void {
    const { lines, header } = this;
    for (; this.at < header.to; this.at++) this.found.push({ role: "header", numbered: this.at === header.number, line: lines[this.at]! });
    while (this.at < lines.length) {
      const line = lines[this.at]!;
      if (line.page !== this.page) {
        this.turnPage(line.page);
        if (this.skipHeader()) continue;
      }
      const next = this.roleOf(line);
      if (!next) break;
      this.found.push({ ...next, line });
      this.at++;
    }
    this.giveBack();
  }

  /** Learns where the contents of a page begin and how wide its table is. */
  private turnPage(page: number): void {
    this.page = page;
    const lefts = new Map<number, number>();
    this.numberLeft = Infinity;
    for (let at = this.at; at < Math.min(this.lines.length, this.at + PAGE_SAMPLE) && this.lines[at]!.page === page; at++) {
      const { words } = this.lines[at]!;
      this.right = Math.max(this.right, words[words.length - 1]!.right);
      const numbered = inNumbers(words[0]!, this.header.word) && ROW_NUMBER.test(words[0]!.text);
      if (numbered) this.numberLeft = Math.min(this.numberLeft, words[0]!.left);
      const beside = numbered ? words[1] : words[0];
      if (beside && beside.left > this.header.word.right - 1) lefts.set(beside.left, (lefts.get(beside.left) ?? 0) + 1);
    }
    this.goesOn = this.continuedNumbers();
    this.contentLeft = [...lefts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? this.contentLeft;
  }

  /** Index of the next number if it follows the last one: a row may run over pages. */
  private continuedNumbers(): number {
    const { lines, header } = this;
    for (let at = this.at; at < Math.min(lines.length, this.at + LONGEST_ROW); at++) {
      const [first] = lines[at]!.words;
      if (!inNumbers(first!, header.word) || !ROW_NUMBER.test(first!.text)) continue;
      if (follows(this.lastNumber, first!.text)) return at;
    }
    return 0;
  }

  /** A header that stands again at the top of a page is passed over. */
  private skipHeader(): boolean {
    let count = 0;
    while (this.lines[this.at + count] && denseOf(this.lines[this.at + count]!) === this.headerWords[count]) count++;
    if (count === 0 || this.found.length < this.headerWords.length) return false;
    for (const line of this.lines.slice(this.at, this.at + count)) this.found.push({ role: "header", numbered: false, line });
    this.at += count;
    return true;
  }

  private roleOf(line: LayoutLine): Pick<TableLine, "role" | "numbered"> | undefined {
    const { word } = this.header;
    const [first] = line.words;
    const runs = runsOf(line);
    const text = textOf(line);
    const last = this.found[this.found.length - 1]!;
    const width = widthOf(line);
    if (inNumbers(first!, word) && ROW_NUMBER.test(first!.text) && line.words.length > 0) {
      this.lastNumber = first!.text;
      return { role: "row", numbered: true };
    }
    if (isGroup(line, word)) return { role: "group", numbered: true };
    if (runs.length === 1 && isUpper(text) && width > WIDE * this.right) return { role: "group", numbered: last.role !== "group" };
    const atMargin = first!.left < Math.min(this.contentLeft - 1, this.numberLeft + 2, word.right + 1);
    if (last.role === "group" && runs.length === 1) {
      const wide = width > WIDE * this.right;
      const centred = Math.abs(first!.left - this.contentLeft) > 1 && last.line.words.length > 8;
      if (wide || atMargin || centred) return { role: "group", numbered: false };
    }
    // the dot of a number in a column that is too narrow for it
    const within = this.at < this.goesOn && !(runs.length === 1 && width > FULL * this.right);
    if (atMargin && !within && first!.text.length > 1) return undefined;
    return { role: "row", numbered: false };
  }

  /** Lines behind the last row that run over the columns, and the heading above them, are text again. */
  private giveBack(): void {
    let cells = this.found.length;
    while (cells > 0 && this.isOneRun(this.found[cells - 1]!)) cells--;
    const crossing = this.found.slice(0, cells).filter((line) => this.isOneRun(line) && widthOf(line.line) > CROSSING * this.right);
    const isUsual = crossing.length > MOST_CROSSING * cells;
    let given = 0;
    for (;;) {
      const last = this.found[this.found.length - 1];
      if (!last || last.role === "header") return;
      const across = this.isOneRun(last) && widthOf(last.line) > (isUsual ? ACROSS : CROSSING) * this.right;
      // "5. Tổ chức thực hiện" above text that was given back
      const heads = given > 0 && this.isOneRun(last) && (ROW_NUMBER.test(last.line.words[0]!.text) || isUpper(textOf(last.line)));
      if (last.role === "row" && !across && !heads) return;
      this.found.pop();
      this.at--;
      given++;
    }
  }

  /** Whether a line has no gap behind its number. */
  private isOneRun({ line, numbered }: TableLine): boolean {
    return runsOf(line, numbered).length === (numbered ? 2 : 1);
  }
}

/** "9." and "10", "2.1" and "2.2", "2.9" and "3". */
function follows(before: string, number: string): boolean {
  const last = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);
  const [a, b] = [last(before), last(number)];
  return b.length > 0 && (b[b.length - 1] === (a[b.length - 1] ?? 0) + 1 || (b[b.length - 1] === 1 && b.length > a.length));
}
