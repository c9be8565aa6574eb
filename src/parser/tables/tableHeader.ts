import type { ColumnField, ColumnMapping } from "../../text/textDocument";
import { columnMappings } from "./columnFields";
import { fieldOfHeader, namesActual, namesHorizon, namesPlanned } from "./headers";

/** A header is not deeper, in rows. */
const MAX_HEADER_ROWS = 4;

/** A cell of a table by its words. */
export interface HeaderCell {
  /** Row and column where it begins; a merged cell is found at all its places. */
  readonly row: number;
  readonly column: number;
  readonly words: string;
}

/** Cells of a table, whatever it came from. */
export interface CellGrid<Cell extends HeaderCell = HeaderCell> {
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): Cell | undefined;
}

/** Where a header ends and what it says. */
export interface TableHeader {
  /** First row of the header; titles stand above it. */
  readonly first: number;
  /** Row after its last one: the data begin here. */
  readonly end: number;
  readonly columns: readonly ColumnMapping[];
}

/** The header that begins at a row or, under titles merged over all columns, below it; undefined when there is none of a plan's table. */
export function headerFrom(grid: CellGrid, first: number): TableHeader | undefined {
  let best: { end: number; fields: number } | undefined;
  let top = first;
  for (let row = first; row < Math.min(grid.rows, top + MAX_HEADER_ROWS); row++) {
    // A title may be merged over the whole first row.
    if (row === top && filledCells(grid, row).length <= 1 && grid.columns > 1) {
      top = row + 1;
      continue;
    }
    const fields = headerFields(grid, top, row);
    const levels = headsLevels(grid, top, row);
    // A second header row refines the first: groups of columns, column numbers.
    if (isHeader(fields, levels) && (!best || (fields.length > best.fields && !hasNumber(grid, top, row))))
      best = { end: row + 1, fields: fields.length };
    else if (best && isSubheader(grid, top, row)) best = { ...best, end: row + 1 };
    else if (best) break;
  }
  if (!best) return undefined;
  let end = best.end;
  while (end < grid.rows && isColumnNumbers(grid, end)) end++;
  return { first: top, end, columns: headerColumns(grid, top, best.end, end) };
}

/** Whether a row, alone or with the one below, names the columns of a plan's table. */
export function opensHeader(grid: CellGrid, row: number): boolean {
  const fields = headerFields(grid, row, row);
  const below = () => isHeader(headerFields(grid, row, row + 1), headsLevels(grid, row, row + 1));
  return isHeader(fields, headsLevels(grid, row, row)) || (fields.length > 0 && row + 1 < grid.rows && below());
}

/** What the columns hold under the header in rows `first` to `last` (exclusive); the cells from `body` on are looked at where words do not tell. */
export function headerColumns(grid: CellGrid, first: number, last: number, body: number): readonly ColumnMapping[] {
  const headings = Array.from({ length: grid.columns }, (_, column) => {
    const parts = headingParts(grid, column, first, last - 1);
    return { heading: parts.filter(Boolean).join(" "), lowest: parts.at(-1) ?? "" };
  });
  return columnMappings(headings, (column) => bodyWords(grid, column, body));
}

/** Different cells of a row that hold words. */
export function filledCells<Cell extends HeaderCell>(grid: CellGrid<Cell>, row: number): readonly Cell[] {
  const cells = new Set<Cell>();
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.cell(row, column);
    if (cell && cell.words !== "") cells.add(cell);
  }
  return [...cells];
}

/** Cells that are looked at to judge a column. */
const BODY_SAMPLE = 300;

function bodyWords(grid: CellGrid, column: number, from: number): readonly string[] {
  const words: string[] = [];
  for (let row = from; row < grid.rows && words.length < BODY_SAMPLE; row++) {
    const cell = grid.cell(row, column);
    if (cell?.row === row && cell.column === column && cell.words !== "") words.push(cell.words);
  }
  return words;
}

/** Words of the header cells over a column, from above; the lowest says most ("Thực hiện: Chủ trì | Phối hợp"). */
function headingParts(grid: CellGrid, column: number, from: number, to: number): readonly string[] {
  const cells = new Set<HeaderCell>();
  for (let row = from; row <= to; row++) {
    const cell = grid.cell(row, column);
    if (cell && cell.words !== "") cells.add(cell);
  }
  return [...cells].map((cell) => cell.words);
}

/** Different fields that the header words name. */
function headerFields(grid: CellGrid, from: number, to: number): readonly ColumnField[] {
  const fields = new Set<ColumnField>();
  for (let column = 0; column < grid.columns; column++) {
    const parts = headingParts(grid, column, from, to);
    const field = fieldOfHeader(parts.at(-1) ?? "") ?? fieldOfHeader(parts.join(" "));
    if (field) fields.add(field);
  }
  return [...fields];
}

/** Whether a column without a field is headed by a horizon or by what is planned: "2030", "KH 2026", "Kế hoạch". */
function headsLevels(grid: CellGrid, from: number, to: number): boolean {
  for (let column = 0; column < grid.columns; column++) {
    const heading = headingParts(grid, column, from, to).join(" ");
    if (fieldOfHeader(heading) === "target" && !namesPlanned(heading.replace(/chỉ tiêu/i, ""))) continue;
    if ((namesHorizon(heading) || namesPlanned(heading)) && !namesActual(heading)) return true;
  }
  return false;
}

function isHeader(fields: readonly ColumnField[], levels: boolean): boolean {
  const has = (field: ColumnField) => fields.includes(field);
  if (has("content")) return fields.length >= 2 && (has("lead") || has("time") || has("target") || has("number"));
  // "TT | Chỉ tiêu | Đơn vị tính | Năm 2025": what is measured stands under the name of the targets.
  if (!has("target")) return false;
  return (has("number") && (has("unit") || has("lead") || has("time") || levels)) || (has("unit") && levels);
}

function hasNumber(grid: CellGrid, first: number, row: number): boolean {
  for (let column = 0; column < grid.columns; column++) {
    if (fieldOfHeader(headingParts(grid, column, first, row - 1).at(-1) ?? "") !== "number") continue;
    const cell = grid.cell(row, column);
    return cell?.row === row && /^\d+\.?$/.test(cell.words);
  }
  return false;
}

/**
 * A row under merged header cells belongs to the header while a cell from above reaches into it; without merging, while it names fields or
 * years and leaves the columns of numbers and contents blank.
 */
function isSubheader(grid: CellGrid, first: number, row: number): boolean {
  let refines = false;
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.cell(row, column);
    if (!cell || cell.words === "") continue;
    if (cell.row < row) return true;
    const above = fieldOfHeader(headingParts(grid, column, first, row - 1).join(" "));
    if (above === "number" || above === "content" || cell.words.length > 40) return false;
    if (fieldOfHeader(cell.words) || /^(?:năm )?20\d\d$/i.test(cell.words)) refines = true;
  }
  return refines;
}

/** "(1) | (2) | (3)" under a header. */
function isColumnNumbers(grid: CellGrid, row: number): boolean {
  const cells = filledCells(grid, row);
  return cells.length > 2 && cells.every((cell, index) => cell.words.replace(/[()[\]]/g, "") === String(index + 1));
}
