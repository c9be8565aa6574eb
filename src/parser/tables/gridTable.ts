import type { Source, Span, TextCell, TextDocument, TextTable } from "../../text/textDocument";
import { fieldOfHeader } from "./headers";
import type { LevelCell, PlanTable, TableField, TableGroup, TableRow } from "./planTable";

/** A header is not deeper, in rows. */
const MAX_HEADER_ROWS = 4;

/** Tables whose grid the file states, with their columns matched to fields by the words of their headers. */
export function findGridTables(document: TextDocument): readonly PlanTable[] {
  const tables: PlanTable[] = [];
  let columns: readonly Column[] | undefined;
  for (const table of document.tables) {
    const grid = new Grid(document, table);
    const header = readHeader(grid);
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
    tables.push(readRows(grid, columns, header?.rows ?? 0, goesOn ? tables.at(-1)! : undefined));
  }
  return tables;
}

interface Column {
  readonly field?: TableField;
  readonly heading: string;
}

/** True when only blank lines and page numbers stand between two lines. */
function follows(document: TextDocument, last: number, first: number): boolean {
  return first > last && document.lines.slice(last, first - 1).every((line) => /^\d{0,3}$/.test(line.text.trim()));
}

class Grid {
  private readonly at: (TextCell | undefined)[][];

  constructor(
    private readonly document: TextDocument,
    readonly table: TextTable,
  ) {
    this.at = Array.from({ length: table.rows }, () => []);
    for (const cell of table.cells) {
      for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row++) {
        for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, table.columns); column++)
          this.at[row]![column] = cell;
      }
    }
  }

  cell(row: number, column: number): TextCell | undefined {
    return this.at[row]?.[column];
  }

  /** Words without Markdown's signs of emphasis. */
  words(source: Source): string {
    return source
      .map((span) => this.document.lines[span.line - 1]!.text.slice(span.start, span.end))
      .join(" ")
      .replaceAll("*", "")
      .split(/\s/)
      .filter(Boolean)
      .join(" ");
  }

  /** Different cells of a row that hold words. */
  filled(row: number): readonly TextCell[] {
    return [...new Set(this.at[row])].filter((cell): cell is TextCell => cell !== undefined && cell.source.length > 0);
  }
}

/** The columns and how many rows the header takes; undefined when the first rows are no header of a plan's table. */
function readHeader(grid: Grid): { rows: number; columns: readonly Column[] } | undefined {
  const { table } = grid;
  let best: { rows: number; columns: readonly Column[]; score: number } | undefined;
  let titleRows = 0;
  for (let row = 0; row < Math.min(table.rows, titleRows + MAX_HEADER_ROWS); row++) {
    // A title may be merged over the whole first row.
    if (row === titleRows && grid.filled(row).length <= 1 && table.columns > 1) {
      titleRows = row + 1;
      continue;
    }
    const columns = columnsOf(grid, titleRows, row);
    const fields = new Set(columns.flatMap(({ field }) => (field ? [field] : [])));
    const isHeader =
      fields.has("content") &&
      fields.size >= 2 &&
      (fields.has("lead") || fields.has("time") || fields.has("target") || fields.has("number"));
    // A second header row refines the first: groups of columns, column numbers.
    if (isHeader && (!best || (fields.size > best.score && !hasNumber(grid, row, columns))))
      best = { rows: row + 1, columns, score: fields.size };
    else if (best && isSubheader(grid, row, table)) best = { ...best, rows: row + 1, columns: columnsOf(grid, titleRows, row) };
    else if (best) break;
  }
  if (!best) return undefined;
  let rows = best.rows;
  while (rows < table.rows && isColumnNumbers(grid, rows)) rows++;
  return { rows, columns: best.columns };
}

function hasNumber(grid: Grid, row: number, columns: readonly Column[]): boolean {
  const column = columns.findIndex(({ field }) => field === "number");
  const cell = column >= 0 ? grid.cell(row, column) : undefined;
  return cell?.row === row && /^\d+\.?$/.test(grid.words(cell.source));
}

/** A row under merged header cells belongs to the header while a cell from above reaches into it. */
function isSubheader(grid: Grid, row: number, table: TextTable): boolean {
  for (let column = 0; column < table.columns; column++) {
    const cell = grid.cell(row, column);
    if (cell && cell.row < row && cell.source.length > 0) return true;
  }
  return false;
}

/** "(1) | (2) | (3)" under a header. */
function isColumnNumbers(grid: Grid, row: number): boolean {
  const cells = grid.filled(row);
  return cells.length > 2 && cells.every((cell, index) => grid.words(cell.source).replace(/[()[\]]/g, "") === String(index + 1));
}

function columnsOf(grid: Grid, from: number, to: number): readonly Column[] {
  const taken = new Set<TableField>();
  return Array.from({ length: grid.table.columns }, (_, column) => {
    const cells = new Set<TextCell>();
    for (let row = from; row <= to; row++) {
      const cell = grid.cell(row, column);
      if (cell) cells.add(cell);
    }
    const parts = [...cells].map((cell) => grid.words(cell.source));
    const heading = parts.filter(Boolean).join(" ");
    // The lowest header cell says most; "Thực hiện: Chủ trì | Phối hợp".
    const field = fieldOfHeader(parts.at(-1) ?? "") ?? fieldOfHeader(heading);
    if (!field || taken.has(field)) return { heading };
    taken.add(field);
    return { field, heading };
  });
}

function readRows(grid: Grid, columns: readonly Column[], headerRows: number, before: PlanTable | undefined): PlanTable {
  const { table } = grid;
  const groups: TableGroup[] = [];
  const rows: TableRow[] = [];
  let open: readonly TableGroup[] = before?.rows.at(-1)?.groups ?? [];
  for (let row = headerRows; row < table.rows; row++) {
    const filled = grid.filled(row);
    if (filled.length === 0 || sameAsHeader(grid, row, columns)) continue;
    const group = groupOf(grid, row, columns, filled);
    if (group) {
      groups.push(group);
      open = nestGroup(open, group);
      continue;
    }
    rows.push(readRow(grid, row, columns, open));
  }
  const header = Array.from({ length: headerRows }, (_, row) => row).flatMap((row) => grid.filled(row).filter((cell) => cell.row === row));
  return {
    firstLine: table.firstLine,
    lastLine: table.lastLine,
    kind: "grid",
    header: header.flatMap((cell) => cell.source),
    rows,
    groups,
    stray: strayOf(grid, columns, headerRows),
  };
}

/** Headers that stand again after a page break inside one grid. */
function strayOf(grid: Grid, columns: readonly Column[], headerRows: number): Source {
  const spans: Span[] = [];
  for (let row = headerRows; row < grid.table.rows; row++)
    if (sameAsHeader(grid, row, columns)) for (const cell of grid.filled(row)) spans.push(...cell.source);
  return spans;
}

function sameAsHeader(grid: Grid, row: number, columns: readonly Column[]): boolean {
  const filled = grid.filled(row);
  return filled.length > 1 && filled.every((cell) => columns[cell.column]?.heading === grid.words(cell.source));
}

/** "I. CHỈ SỐ GIA NHẬP THỊ TRƯỜNG": a row that holds a title and nothing that a task or indicator has. */
function groupOf(grid: Grid, row: number, columns: readonly Column[], filled: readonly TextCell[]): TableGroup | undefined {
  const own = filled.filter((cell) => cell.row === row);
  if (own.length === 0 || own.length > 2) return undefined;
  const label = grid.words(own[0]!.source);
  const numbered = columns[own[0]!.column]?.field === "number" && own[0]!.columnSpan === 1;
  const title = own.map((cell) => grid.words(cell.source)).join(" ");
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

function readRow(grid: Grid, row: number, columns: readonly Column[], groups: readonly TableGroup[]): TableRow {
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
      if (cell.row === row) number = grid.words(cell.source).replace(/[.)]$/, "");
    } else if (column.field) cells[column.field] = cell.source;
    else if (column.heading !== "") levels.push({ heading: column.heading, source: cell.source });
  });
  return { ...(number === undefined ? {} : { number }), cells, levels, groups, source, doubtful: false };
}
