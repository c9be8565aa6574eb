import type { ColumnMapping, Source, Span, TextCell, TextDocument, TextTable } from "../../text/textDocument";
import { holdsIndicators } from "./columnFields";
import { TOTAL_ROWS } from "./lexicon";
import type { LevelCell, PlanTable, TableField, TableGroup, TableRow } from "./planTable";
import { filledCells, headerFrom, type CellGrid } from "./tableHeader";

/** Tables whose grid the file states, with their columns matched to fields by the words of their headers. */
export function findGridTables(document: TextDocument): readonly PlanTable[] {
  const tables: PlanTable[] = [];
  let columns: readonly ColumnMapping[] | undefined;
  for (const table of document.tables) {
    const grid = new Grid(document, table);
    const header = table.mapping ? { end: table.mapping.headerRows, columns: table.mapping.columns } : headerFrom(grid, 0);
    // A table cut by a page goes on under the same columns without a header.
    const goesOn =
      !header &&
      columns?.length === table.columns &&
      tables.at(-1) !== undefined &&
      follows(document, tables.at(-1)!.lastLine, table.firstLine);
    if (header) columns = header.columns;
    if (!columns || (!header && !goesOn)) {
      columns = undefined;
      continue;
    }
    tables.push(readRows(grid, columns, header?.end ?? 0, goesOn ? tables.at(-1)! : undefined));
  }
  return tables;
}

/** True when only blank lines and page numbers stand between two lines. */
function follows(document: TextDocument, last: number, first: number): boolean {
  return first > last && document.lines.slice(last, first - 1).every((line) => /^\d{0,3}$/.test(line.text.trim()));
}

interface GridCell extends TextCell {
  readonly words: string;
}

/** A table of a document with the words of its cells. */
class Grid implements CellGrid<GridCell> {
  private readonly at: (GridCell | undefined)[][];

  constructor(
    readonly document: TextDocument,
    readonly table: TextTable,
  ) {
    this.at = Array.from({ length: table.rows }, () => []);
    for (const given of table.cells) {
      const cell = { ...given, words: wordsOf(document, given.source) };
      for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row++) {
        for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, table.columns); column++)
          this.at[row]![column] = cell;
      }
    }
  }

  get rows(): number {
    return this.table.rows;
  }

  get columns(): number {
    return this.table.columns;
  }

  cell(row: number, column: number): GridCell | undefined {
    return this.at[row]?.[column];
  }
}

/** Words without Markdown's signs of emphasis. */
function wordsOf(document: TextDocument, source: Source): string {
  return source
    .map((span) => document.lines[span.line - 1]!.text.slice(span.start, span.end))
    .join(" ")
    .replaceAll("*", "")
    .split(/\s/)
    .filter(Boolean)
    .join(" ");
}

function readRows(grid: Grid, columns: readonly ColumnMapping[], headerRows: number, before: PlanTable | undefined): PlanTable {
  const { table } = grid;
  const groups: TableGroup[] = [];
  const rows: TableRow[] = [];
  const stray: Span[] = [];
  let open: readonly TableGroup[] = before?.rows.at(-1)?.groups ?? [];
  for (let row = headerRows; row < table.rows; row++) {
    const filled = filledCells(grid, row);
    if (sameAsHeader(filled, columns)) {
      // The header stands again after a page break.
      stray.push(...filled.flatMap((cell) => cell.source));
      continue;
    }
    if (filled.length === 0) continue;
    const group = groupOf(row, columns, filled);
    if (group) {
      groups.push(group);
      open = nestGroup(open, group);
      continue;
    }
    if (isTotal(filled)) stray.push(...filled.flatMap((cell) => (cell.row === row ? cell.source : [])));
    else rows.push(readRow(grid, row, columns, open));
  }
  const header = Array.from({ length: headerRows }, (_, row) => row).flatMap((row) =>
    filledCells(grid, row).filter((cell) => cell.row === row),
  );
  return {
    firstLine: table.firstLine,
    lastLine: table.lastLine,
    kind: "grid",
    indicators: holdsIndicators(columns),
    header: header.flatMap((cell) => cell.source),
    rows,
    groups,
    stray: [...stray, ...signsBetween(grid)],
  };
}

/** Lines inside a table that no cell holds and that have no words: "|---|---|", a page number. */
function signsBetween({ document, table }: Grid): Source {
  const held = new Set(table.cells.flatMap(({ source }) => source.map((span) => span.line)));
  return document.lines
    .slice(table.firstLine - 1, table.lastLine)
    .filter(({ number, text }) => !held.has(number) && text.trim() !== "" && !/\p{L}/u.test(text))
    .map(({ number, text }) => ({ line: number, start: 0, end: text.length }));
}

function sameAsHeader(filled: readonly GridCell[], columns: readonly ColumnMapping[]): boolean {
  return filled.length > 1 && filled.every((cell) => columns[cell.column]?.heading === cell.words);
}

/** "Tổng cộng | 120": sums are neither tasks nor indicators. */
function isTotal(filled: readonly GridCell[]): boolean {
  const label = filled[0]?.words.toLowerCase() ?? "";
  return TOTAL_ROWS.some((words) => label === words || label.startsWith(`${words}:`) || label.startsWith(`${words} (`));
}

/** "I. CHỈ SỐ GIA NHẬP THỊ TRƯỜNG": a row that holds a title and nothing that a task or indicator has. */
function groupOf(row: number, columns: readonly ColumnMapping[], filled: readonly GridCell[]): TableGroup | undefined {
  const own = filled.filter((cell) => cell.row === row);
  if (own.length === 0 || own.length > 2) return undefined;
  const label = own[0]!.words;
  const numbered = columns[own[0]!.column]?.field === "number" && own[0]!.columnSpan === 1;
  const title = own.map((cell) => cell.words).join(" ");
  const source = own.flatMap((cell) => cell.source);
  if (own.length === 1) return !numbered && (own[0]!.columnSpan > 1 || isMarked(label)) ? { title, source } : undefined;
  // "II" in the number column and a title beside it, all else empty.
  const beside = columns[own[1]!.column]?.field;
  const marked = /^(?:[IVX]{1,5}|[A-H])[.)]?$/.test(label);
  return numbered && marked && (beside === "content" || beside === "target" || own[1]!.columnSpan > 1) ? { title, source } : undefined;
}

function isMarked(title: string): boolean {
  return /^(?:[IVX]{1,5}|[A-H])[.)]\s/.test(title);
}

/** A group replaces those of its own depth: letters stand above Roman numbers, both above titles without a marker. */
function nestGroup(open: readonly TableGroup[], group: TableGroup): readonly TableGroup[] {
  const depth = (entry: TableGroup) => (/^[A-H][.)\s]/.test(entry.title) ? 0 : /^[IVX]{1,5}[.)\s]/.test(entry.title) ? 1 : 2);
  return [...open.filter((entry) => depth(entry) < depth(group)), group];
}

function readRow(grid: Grid, row: number, columns: readonly ColumnMapping[], groups: readonly TableGroup[]): TableRow {
  const cells: Partial<Record<TableField, Source>> = {};
  const levels: LevelCell[] = [];
  const source: Span[] = [];
  let number: string | undefined;
  const done = new Set<TextCell>();
  columns.forEach((column, index) => {
    const cell = grid.cell(row, index);
    if (!cell || cell.source.length === 0 || done.has(cell)) return;
    done.add(cell);
    // The words of a merged cell belong to the row where it begins; the rows below share its value.
    if (cell.row === row) source.push(...cell.source);
    if (column.field === "number") {
      if (cell.row === row) number = cell.words.replace(/[.)]$/, "");
    } else if (column.field === "level") levels.push({ heading: column.heading, source: cell.source });
    else cells[column.field] ??= cell.source;
  });
  const doubtful = grid.table.doubtfulRows?.includes(row) ?? false;
  return { ...(number === undefined ? {} : { number }), cells, levels, groups, source, doubtful };
}
