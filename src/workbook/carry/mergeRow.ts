import type { CellValue } from "../formula";
import type { RowCells } from "./change";
import { isBlank, isSame, type TableRow } from "./tableRow";

/** A row of the new book after what a person typed into the old one. */
export interface MergedRow {
  /** Cells that get what was typed. */
  readonly cells: RowCells;
  /** Headers of cells that the new plan changed too: theirs is what the new plan says. */
  readonly conflicts: readonly string[];
}

/** The three states of a row. */
export interface RowStates {
  /** As the old plan made it. */
  readonly old: TableRow;
  /** As it stands in the old book. */
  readonly standing: TableRow;
  /** As the new plan makes it. */
  readonly next: TableRow;
}

/**
 * Takes over what a person typed: a cell that holds something else than the old plan put there. Where the new plan changed the same cell
 * it wins, except that in the columns `keptWhereBlank` a value that it lacks is kept.
 */
export function mergeRow(
  headers: readonly string[],
  { old, standing, next }: RowStates,
  keptWhereBlank: readonly string[] = [],
): MergedRow {
  const cells = new Map<string, CellValue>();
  const conflicts: string[] = [];
  for (const header of headers) {
    if (!isTyped(header, old, standing) || (standing.isFormula(header) && next.isFormula(header))) continue;
    const [typed, made] = [standing.cell(header) ?? null, next.cell(header)];
    if (isSame(typed, made)) continue;
    const free = next.isFormula(header) || isSame(made, old.cell(header)) || (keptWhereBlank.includes(header) && isBlank(made));
    if (free) cells.set(header, typed);
    else conflicts.push(header);
  }
  return { cells, conflicts };
}

/** Whether a cell holds something else than the plan put there. Over a formula only a value counts. */
export function isTyped(header: string, old: TableRow, standing: TableRow): boolean {
  const value = standing.cell(header);
  if (value === undefined) return false;
  if (old.isFormula(header)) return !standing.isFormula(header) && !isBlank(value);
  return !isSame(value, old.cell(header));
}

/** Everything that stands in the columns of a row. */
export function wholeRow(headers: readonly string[], standing: TableRow): RowCells {
  return new Map(headers.flatMap((header) => (isBlank(standing.cell(header)) ? [] : [[header, standing.cell(header)!] as const])));
}
