import { comparable } from "../../tracking/labels";
import { COLUMNS, type TableKey } from "../names";
import type { TableSpec } from "../workbookSpec";
import { cellsIn } from "./carryItems";
import type { AddedRow, CarryReport, RowCells, TableChange } from "./change";
import { isTyped, mergeRow, wholeRow } from "./mergeRow";
import { inputHeaders, NO_ROW, rowsMade, type TableRow } from "./tableRow";

/** Tables whose rows are known by the words in some columns. */
const KEYS: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  info: [COLUMNS.info.item],
  agencies: [COLUMNS.agencies.name],
  holidays: [COLUMNS.holidays.day],
  thresholds: [COLUMNS.thresholds.name],
  periods: [COLUMNS.periods.code],
  indices: [COLUMNS.indices.index, COLUMNS.indices.component],
  weights: [COLUMNS.weights.index, COLUMNS.weights.component, COLUMNS.weights.from],
  units: [COLUMNS.units.name],
  groups: [COLUMNS.groups.name],
  tiers: [COLUMNS.tiers.name],
  periodKinds: [COLUMNS.periodKinds.name],
};

/** Columns by whose code a row is known when its words were changed. */
const CODES: Readonly<Partial<Record<TableKey, string>>> = { agencies: COLUMNS.agencies.id };

/** Formula columns that a person may type over. */
const OVERTYPED: Readonly<Partial<Record<TableKey, readonly string[]>>> = { periods: [COLUMNS.periods.share] };

/** Keys of the tables that `carryList` carries over. */
export const LIST_TABLES = (Object.keys(KEYS) as readonly TableKey[]).filter((key) => key !== "info");

/** A table in the new book, and what became of the old one. */
export interface CarriedTable {
  readonly change: TableChange;
  readonly report: Partial<CarryReport>;
}

/** What is particular about a table. */
export interface ListRules {
  /** Whether a row of the old plan is kept although the new plan lacks it. @default none is */
  readonly keeps?: (words: string) => boolean;
  /** A row as the old plan made it, in the codes of the new book. */
  readonly made?: (row: TableRow) => TableRow;
}

/**
 * Carries over a table whose rows are known by words: Thông tin, agencies, holidays and the like. Rows that a person added come below;
 * rows of the old plan that the new one lacks stay behind.
 */
export function carryList(
  key: TableKey,
  old: TableSpec,
  standing: readonly TableRow[],
  next: TableSpec,
  { keeps = () => false, made: readMade = (row) => row }: ListRules = {},
): CarriedTable {
  const keys = KEYS[key] ?? [];
  const keyOf = (row: TableRow): string => keys.map((header) => comparable(String(row.cell(header) ?? ""))).join("|");
  const made = byKey(rowsMade(old).map(readMade), keyOf);
  const nextRows = rowsMade(next);
  const places = new Map([...nextRows.keys()].map((place) => [keyOf(nextRows[place]!), place]));
  const inputs = inputHeaders(next).filter((header) => !keys.includes(header));
  const overtyped = OVERTYPED[key] ?? [];
  const headers = [...inputs, ...overtyped];
  const changed = new Map<number, RowCells>();
  const added: AddedRow[] = [];
  const conflicts: string[] = [];
  const gone: string[] = [];
  const seen = new Set<string>();
  const oldKey = renamed(made, standing, keyOf, CODES[key]);
  for (const row of standing) {
    const words = oldKey(row) ?? keyOf(row);
    const own = words === keyOf(row) ? headers : [...keys, ...headers];
    if (seen.has(words)) continue;
    seen.add(words);
    const [before, place] = [made.get(words), places.get(words)];
    const name = keys.map((header) => String(row.cell(header) ?? "")).join(" · ");
    if (place !== undefined) {
      const { cells, conflicts: lost } = mergeRow(own, { old: before ?? NO_ROW, standing: row, next: nextRows[place]! });
      if (cells.size > 0) changed.set(place, cells);
      conflicts.push(...lost.map((header) => `${name} · ${header}`));
    } else if (!before || keeps(words))
      added.push({ cells: wholeRow([...keys, ...inputs, ...overtyped.filter((header) => !row.isFormula(header))], row) });
    else if (headers.some((header) => isTyped(header, before, row))) gone.push(name);
  }
  return { change: { key, changed, added }, report: { cells: cellsIn(changed), rows: added.length, conflicts, gone } };
}

/** The old words of a row that a person gave other words: a row of the old plan with its code, whose words stand nowhere now. */
function renamed(
  made: ReadonlyMap<string, TableRow>,
  standing: readonly TableRow[],
  keyOf: (row: TableRow) => string,
  code: string | undefined,
): (row: TableRow) => string | undefined {
  if (code === undefined) return () => undefined;
  const codeOf = (row: TableRow): string => comparable(String(row.cell(code) ?? ""));
  const words = new Set(standing.map(keyOf));
  const left = new Map([...made].flatMap(([old, row]) => (codeOf(row) === "" || words.has(old) ? [] : [[codeOf(row), old] as const])));
  return (row) => (made.has(keyOf(row)) ? undefined : left.get(codeOf(row)));
}

function byKey(rows: readonly TableRow[], keyOf: (row: TableRow) => string): ReadonlyMap<string, TableRow> {
  return new Map([...rows].reverse().map((row) => [keyOf(row), row]));
}
