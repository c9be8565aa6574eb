import type { SheetGrid, SheetMapping } from "../../text/sheetGrid";
import { guessColumns } from "./columnFields";
import { filledCells, headerColumns, headerFrom, opensHeader, type CellGrid, type HeaderCell, type TableHeader } from "./tableHeader";

/** Rows in which a header is looked for: letterhead, titles and notes stand above it. */
const HEADER_SEARCH = 60;

/** Header rows that a person has pointed at. */
export interface HeaderRows {
  /** Zero-based row of the grid. */
  readonly headerRow: number;
  /** 0 when the data begin there. */
  readonly headerRows: number;
}

/**
 * Proposes how a sheet is read: where its header is and what each column holds, by header synonyms, else by the cells. `given`: the header
 * rows that a person has chosen instead.
 */
export function mapColumns(grid: SheetGrid, sheet: number, given?: HeaderRows): SheetMapping {
  const cells = new SheetCells(grid);
  const found = given ? undefined : findSheetHeader(cells);
  const { headerRow, headerRows } =
    given ?? (found ? { headerRow: found.first, headerRows: found.end - found.first } : { headerRow: firstDataRow(cells), headerRows: 0 });
  const body = headerRow + headerRows;
  const columns =
    found?.columns ??
    (headerRows > 0
      ? headerColumns(cells, headerRow, body, body)
      : guessColumns(cells.columns, (column) => columnWords(cells, column, body)));
  return { sheet, headerRow, headerRows, columns };
}

/** Whether header words were found that make a table of a plan; else the sheet is better read as text until a person says more. */
export function isPlanMapping({ headerRows, columns }: Pick<SheetMapping, "headerRows" | "columns">): boolean {
  const has = (field: string) => columns.some((column) => column.field === field);
  return headerRows > 0 && has("content") && ["lead", "time", "target", "level", "product"].some(has);
}

/** A sheet that holds tables under different headers, cut before each further header; most sheets are given back whole. */
export function splitGrid(grid: SheetGrid): readonly SheetGrid[] {
  const cells = new SheetCells(grid);
  const first = findSheetHeader(cells);
  if (!first) return [grid];
  const cuts = [0];
  for (let row = first.end + 1; row < cells.rows; row++) {
    const next = headerAt(cells, row);
    if (!next) continue;
    // The same header stands again where the sheet was laid out in pages.
    if (headingsOf(next) !== headingsOf(first)) cuts.push(titleAbove(cells, row));
    row = next.end;
  }
  return cuts.map((from, index) => part(grid, from, cuts[index + 1] ?? grid.rows.length));
}

function headingsOf(header: TableHeader): string {
  return header.columns.map((column) => column.heading).join("|");
}

/** Rows with one filled cell just above a header are its title. */
function titleAbove(cells: SheetCells, row: number): number {
  let from = row;
  while (from > 0 && filledCells(cells, from - 1).length === 1 && cells.cell(from - 1, 0)?.words !== "") from--;
  return from;
}

function part(grid: SheetGrid, from: number, to: number): SheetGrid {
  const merges = grid.merges.filter((range) => range.row >= from && range.row < to).map((range) => ({ ...range, row: range.row - from }));
  return { name: grid.name, firstRow: grid.firstRow + from, rows: grid.rows.slice(from, to), merges };
}

function findSheetHeader(cells: SheetCells): TableHeader | undefined {
  for (let row = 0; row < Math.min(cells.rows, HEADER_SEARCH); row++) {
    const header = headerAt(cells, row);
    if (header) return header;
  }
  return undefined;
}

/** The header that begins in this very row: those of the letterhead above do not belong to it. */
function headerAt(cells: SheetCells, row: number): TableHeader | undefined {
  const filled = filledCells(cells, row);
  if (filled.length < 2 || filled.some((cell) => cell.words.length > MAX_HEADING)) return undefined;
  return opensHeader(cells, row) ? headerFrom(cells, row) : undefined;
}

/** Longest words of a header cell. */
const MAX_HEADING = 120;

function firstDataRow(cells: SheetCells): number {
  for (let row = 0; row < cells.rows; row++) if (filledCells(cells, row).length > 1) return row;
  return 0;
}

function columnWords(cells: SheetCells, column: number, from: number): readonly string[] {
  const words: string[] = [];
  for (let row = from; row < cells.rows; row++) {
    const cell = cells.cell(row, column);
    if (cell?.row === row && cell.column === column && cell.words !== "") words.push(cell.words);
  }
  return words;
}

/** Words of a sheet by place; a merged cell is found at all its places. */
class SheetCells implements CellGrid {
  readonly columns: number;
  private readonly merged = new Map<string, HeaderCell>();

  constructor(private readonly grid: SheetGrid) {
    this.columns = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (const { row, column, rows, columns } of grid.merges) {
      const cell = { row, column, words: fold(grid.rows[row]?.[column] ?? "") };
      for (let r = row; r < Math.min(row + rows, grid.rows.length); r++)
        for (let c = column; c < Math.min(column + columns, this.columns); c++) this.merged.set(`${r} ${c}`, cell);
    }
  }

  get rows(): number {
    return this.grid.rows.length;
  }

  cell(row: number, column: number): HeaderCell | undefined {
    const merged = this.merged.get(`${row} ${column}`);
    if (merged) return merged;
    const words = fold(this.grid.rows[row]?.[column] ?? "");
    return words === "" ? undefined : { row, column, words };
  }
}

function fold(words: string): string {
  return words.normalize("NFC").split(/\s/).filter(Boolean).join(" ");
}
