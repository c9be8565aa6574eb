import type { CellValue } from "../formula";

/** Values by header that replace those of a row. */
export type RowCells = ReadonlyMap<string, CellValue>;

/** A row that comes below those that the new plan makes. */
export interface AddedRow {
  readonly cells: RowCells;
  /** Row of the new table whose looks it takes; those of its columns if left out. */
  readonly like?: number;
}

/** What becomes of one table of the new book. */
export interface TableChange {
  readonly key: string;
  /** By zero-based row. */
  readonly changed: ReadonlyMap<number, RowCells>;
  readonly added: readonly AddedRow[];
}

/** What was carried over and what was not, by the names that a person sees. */
export interface CarryReport {
  /** Cells of the new plan's rows that now hold what was typed. */
  readonly cells: number;
  /** Rows that were added to those of the new plan. */
  readonly rows: number;
  /** "CT-03 · Chủ trì": both a person and the new plan changed the cell; it holds what the new plan says. */
  readonly conflicts: readonly string[];
  /** Codes or names of rows that the new plan has no more and in which something was typed. */
  readonly gone: readonly string[];
  /** "CT-05 → CT-04": items that have another code now. */
  readonly moved: readonly string[];
  /** Tables of the old book that are gone or that the new book lacks. */
  readonly missing: readonly string[];
  /** "tblNhiemVu · Ý kiến": columns that a person added. */
  readonly columns: readonly string[];
}

/** Nothing was carried, nothing was left behind. */
export const NOTHING: CarryReport = { cells: 0, rows: 0, conflicts: [], gone: [], moved: [], missing: [], columns: [] };

/** Several reports as one; what is named twice is named once. */
export function joined(reports: readonly Partial<CarryReport>[]): CarryReport {
  const all = (key: "conflicts" | "gone" | "moved" | "missing" | "columns"): readonly string[] => [
    ...new Set(reports.flatMap((report) => report[key] ?? [])),
  ];
  const sum = (key: "cells" | "rows"): number => reports.reduce((total, report) => total + (report[key] ?? 0), 0);
  return {
    cells: sum("cells"),
    rows: sum("rows"),
    conflicts: all("conflicts"),
    gone: all("gone"),
    moved: all("moved"),
    missing: all("missing"),
    columns: all("columns"),
  };
}
