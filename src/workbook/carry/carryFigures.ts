import { comparable } from "../../tracking/labels";
import type { CellValue } from "../formula";
import { COLUMNS } from "../names";
import type { TableSpec } from "../workbookSpec";
import { cellsIn } from "./carryItems";
import type { AddedRow, CarryReport, RowCells, TableChange } from "./change";
import type { CodeMap } from "./codeMap";
import { isTyped, mergeRow, wholeRow, type MergedRow } from "./mergeRow";
import { inputHeaders, isBlank, rowsMade, type TableRow } from "./tableRow";

const F = COLUMNS.figures;

/** tblSoLieu of the new book. */
export interface CarriedFigures {
  readonly change: TableChange;
  readonly report: Partial<CarryReport>;
  /** Codes of the periods of rows that were added. */
  readonly periods: readonly string[];
}

/**
 * Carries over figures: what was typed into a row that stood ready goes into the row of the same target and period, other rows come below.
 * Rows of targets that are no more stay behind.
 */
export function carryFigures(old: TableSpec, standing: readonly TableRow[], next: TableSpec, codes: CodeMap): CarriedFigures {
  const headers = inputHeaders(next).filter((header) => header !== F.target && header !== F.period);
  const nextRows = rowsMade(next);
  const rows = withReady(rowsMade(old), standing);
  const free = new Set(nextRows.keys());
  const changed = new Map<number, RowCells>();
  const added: AddedRow[] = [];
  const conflicts: string[] = [];
  const gone: string[] = [];
  const take = (place: number, code: string, { cells, conflicts: headersLost }: MergedRow): void => {
    free.delete(place);
    if (cells.size > 0) changed.set(place, cells);
    conflicts.push(...headersLost.map((header) => `${code} ${text(nextRows[place]!, F.period)} · ${header}`));
  };
  const append = (row: TableRow, code: string | undefined): void => {
    const like = nextRows.findIndex((other) => comparable(text(other, F.target)) === comparable(code ?? ""));
    const cells = new Map<string, CellValue>([
      ...(code === undefined ? [] : [[F.target, code] as const]),
      ...wholeRow([F.period, ...headers], row),
    ]);
    added.push({ cells, ...(like < 0 ? {} : { like }) });
  };
  for (const { old: ready, standing: row } of rows) {
    if (ready && !headers.some((header) => isTyped(header, ready, row))) continue;
    const named = text(row, F.target);
    const code = codes.of(named);
    if (code === undefined && named !== "") {
      gone.push(named);
      continue;
    }
    const place = code === undefined ? undefined : placeOf(row, code, ready !== undefined, nextRows, free);
    if (place === undefined || code === undefined) append(row, code);
    else take(place, code, mergeRow(headers, { old: ready ?? nextRows[place]!, standing: row, next: nextRows[place]! }));
  }
  return {
    change: { key: "figures", changed, added },
    report: { cells: cellsIn(changed), rows: added.length, conflicts, gone },
    periods: added.flatMap(({ cells }) => (typeof cells.get(F.period) === "string" ? [cells.get(F.period) as string] : [])),
  };
}

/** The row of the new book that stands ready for a row: of the same target and period, and for a person's own row of the same reporter. */
function placeOf(
  row: TableRow,
  code: string,
  wasReady: boolean,
  nextRows: readonly TableRow[],
  free: ReadonlySet<number>,
): number | undefined {
  const same = (other: TableRow, header: string): boolean => comparable(text(other, header)) === comparable(text(row, header));
  return [...free].find((place) => {
    const other = nextRows[place]!;
    return comparable(text(other, F.target)) === comparable(code) && same(other, F.period) && (wasReady || same(other, F.reporter));
  });
}

interface ReadyRow {
  /** As the old plan laid it out; undefined for a row that a person added. */
  readonly old: TableRow | undefined;
  readonly standing: TableRow;
}

/** Rows as they stand with the row that stood ready; of several rows of a target and period the one of the same reporter. Ready rows come first. */
function withReady(made: readonly TableRow[], standing: readonly TableRow[]): readonly ReadyRow[] {
  const keyOf = (row: TableRow, ...headers: readonly string[]): string => headers.map((header) => comparable(text(row, header))).join("|");
  const left = new Map(made.map((row) => [keyOf(row, F.target, F.period), row]));
  const found = new Map<TableRow, TableRow>();
  const claim = (row: TableRow, isReady: (old: TableRow) => boolean): void => {
    const key = keyOf(row, F.target, F.period);
    const old = left.get(key);
    if (found.has(row) || !old || isBlank(row.cell(F.target)) || !isReady(old)) return;
    found.set(row, old);
    left.delete(key);
  };
  for (const row of standing) claim(row, (old) => keyOf(old, F.reporter) === keyOf(row, F.reporter));
  for (const row of standing) claim(row, () => true);
  const rows = standing.map((row) => ({ old: found.get(row), standing: row }));
  return [...rows.filter(({ old }) => old), ...rows.filter(({ old }) => !old)];
}

function text(row: TableRow, header: string): string {
  return String(row.cell(header) ?? "").trim();
}
