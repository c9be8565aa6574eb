import type { Source, Span, TextCell, TextLine, TextTable } from "../text/textDocument";
import { pairsOf, splitLine, type Evidence, type SplitLine } from "./layoutCells";
import { evenColumns, PageProfile, placesOfHeader, type PageColumns } from "./layoutColumns";
import { isDoubtful } from "./layoutDoubts";
import { layoutLines, runsOf, type LayoutLine, type LayoutWord } from "./layoutLines";
import { findLayoutRegion, type LayoutRegion } from "./layoutRegion";
import { numbersStandAtTop, rowsOf, type CellLine, type Row, type TableLine } from "./layoutRows";
import { capacitiesOf } from "./layoutWidths";
import type { Capacities } from "./letterWidths";

/** A table of a plan has a number, a content and at least one column more. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;
/** Gaps between words that a column explains for each run that it cuts, at the least. */
const LEAST_SUPPORT = 0.25;

/** Tables whose columns are kept apart by spaces, as `pdftotext -layout` prints them. */
export function findLayoutTables(lines: readonly TextLine[]): TextTable[] {
  const printed = layoutLines(lines);
  const tables: TextTable[] = [];
  for (let at = 0; at < printed.length; at++) {
    const region = findLayoutRegion(printed, at);
    if (!region) continue;
    const table = tableOf(region);
    if (table) tables.push(table);
    at = region.to - 1;
  }
  return tables;
}

function tableOf({ lines }: LayoutRegion): TextTable | undefined {
  if (lines.filter((line) => line.numbered && line.role === "row").length < FEWEST_ROWS) return undefined;
  const pages = columnsOfPages(lines);
  const columns = [...pages.values()][0]?.lefts.length ?? 0;
  if (columns < FEWEST_COLUMNS) return undefined;
  const split = splitLines(lines, pages, columns);
  return textTable(rowsOf(split.lines, numbersStandAtTop(lines)), split.capacities);
}

/** The columns of each page: every page is set anew, but all have as many, and the words of the header stand over them. */
function columnsOfPages(lines: readonly TableLine[]): ReadonlyMap<number, PageColumns> {
  const byPage = new Map<number, LayoutLine[]>();
  for (const { role, line } of lines) {
    if (role === "group") continue;
    const page = byPage.get(line.page);
    if (page) page.push(line);
    else byPage.set(line.page, [line]);
  }
  const numbered = new Set(lines.filter((line) => line.numbered).map((line) => line.line));
  const isNumbered = (line: LayoutLine): boolean => numbered.has(line);
  const header = lines.filter((line) => line.role === "header" && line.line.page === lines[0]!.line.page).map(({ line }) => line);
  const profiles = [...byPage].map(([page, own]) => ({
    page,
    profile: new PageProfile(
      own,
      own.map((line) => runsOf(line, isNumbered(line))),
      own.some(isNumbered),
    ),
  }));
  let places = placesOfHeader(header, isNumbered);
  for (;;) {
    const columns = profiles.map(({ page, profile }) => ({ page, profile, columns: profile.columns(places) }));
    const weak = places.findIndex((_, index) => {
      const supports = columns.map(({ profile, columns: { lefts } }) => profile.support(lefts, index + 1));
      const sum = (of: "gaps" | "cuts"): number => supports.reduce((total, support) => total + support[of], 0);
      return sum("gaps") < LEAST_SUPPORT * sum("cuts");
    });
    if (weak < 0) {
      const even = evenColumns(columns);
      return new Map(columns.map((one, index) => [one.page, even[index]!]));
    }
    places = places.filter((_, index) => index !== weak);
  }
}

/** Lines with their words in columns, and the widths of the columns that they have shown. */
interface SplitLines {
  readonly lines: readonly CellLine[];
  readonly capacities: Capacities;
}

function splitLines(lines: readonly TableLine[], pages: ReadonlyMap<number, PageColumns>, columns: number): SplitLines {
  const inOne = (line: LayoutLine): SplitLine => ({
    cells: Array.from({ length: columns }, (_, column) => (column === 0 ? line.words : [])),
    touching: new Set(),
    doubtful: false,
  });
  const columnsOf = ({ role, line: { page } }: TableLine): PageColumns | undefined => {
    const own = pages.get(page);
    // The words of a header stand in the middle of their columns.
    return own && role === "header" ? { ...own, aligned: own.aligned.map(() => false) } : own;
  };
  const split = (line: TableLine, evidence?: Evidence): SplitLine => {
    const own = line.role === "group" ? undefined : columnsOf(line);
    return own ? splitLine(line.line, own, evidence) : inOne(line.line);
  };
  const top = numbersStandAtTop(lines);
  let capacities: Capacities = [];
  let known: CellLine[] = lines.map((line) => ({ ...line, split: split(line) }));
  for (let pass = 0; pass < PASSES; pass++) {
    const before = known;
    const rows = before.filter(({ role }) => role === "row");
    capacities = capacitiesOf(
      rows.map((line) => ({ split: line.split, lefts: columnsOf(line)?.lefts ?? [] })),
      columns,
    );
    const pairs = pairsOf(before.map((line) => line.split));
    known = before.map((line, index) => {
      if (line.role !== "row") return line;
      const next = before[index + 1];
      const goesOn = next?.role === "row" && !next.numbered;
      return {
        ...line,
        split: split(line, { capacities, pairs, next: goesOn ? next.split.cells.map((cell) => cell[0]) : [], opens: top && line.numbered }),
      };
    });
  }
  return { lines: known, capacities };
}

/** How often lines are split anew with what the lines have shown of the widths of columns. */
const PASSES = 2;

function textTable(rows: readonly Row[], capacities: Capacities): TextTable {
  const columns = capacities.length;
  const cells = rows.flatMap((lines, row): TextCell[] => {
    const sources = capacities.map((_, column) => sourceOf(lines.flatMap((line) => line.split.cells[column]!)));
    if (lines[0]!.role === "group") return [{ row, column: 0, rowSpan: 1, columnSpan: columns, source: sources[0]! }];
    return sources.map((source, column) => ({ row, column, rowSpan: 1, columnSpan: 1, source }));
  });
  const doubtfulRows = rows.flatMap((row, index) => (isDoubtful(row, capacities) ? [index] : []));
  const numbers = rows.flat().map((line) => line.line.y);
  return {
    firstLine: numbers.reduce((least, y) => Math.min(least, y), Infinity),
    lastLine: numbers.reduce((most, y) => Math.max(most, y), 0),
    rows: rows.length,
    columns,
    cells,
    ...(doubtfulRows.length > 0 ? { doubtfulRows } : {}),
  };
}

/** One span for the words of each line. */
function sourceOf(words: readonly LayoutWord[]): Source {
  const spans: Span[] = [];
  for (const { span } of words) {
    const last = spans[spans.length - 1];
    if (last?.line === span.line) spans[spans.length - 1] = { ...last, end: span.end };
    else spans.push(span);
  }
  return spans;
}
