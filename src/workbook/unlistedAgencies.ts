import { textOf } from "../tracking/cellValue";
import { comparable } from "../tracking/labels";
import { COLUMNS, type TableKey } from "./names";
import { rowsOf, type Row } from "./tableRows";
import type { WorkbookSpec } from "./workbookSpec";
import type { WorkbookValues } from "./workbookValues";
import { WORDS } from "./words";

/** A name that leads or reports in rows of the book while Danh mục does not list it: Theo đơn vị cannot count those rows. */
export interface UnlistedAgency {
  readonly name: string;
  /** Rows in which it leads or reports. */
  readonly rows: number;
  /** The name that Danh mục has for it now, where that can be told. */
  readonly listed?: string;
}

/** A cell to be changed: what stands in it and what shall. `index` is the data row, 0-based. */
export interface ChangedText {
  readonly table: TableKey;
  readonly index: number;
  readonly header: string;
  readonly before: string;
  readonly after: string;
}

const A = COLUMNS.agencies;

/** Columns that Theo đơn vị and the lists count by. */
const COUNTED: readonly (readonly [TableKey, string])[] = [
  ["targets", COLUMNS.targets.lead],
  ["tasks", COLUMNS.tasks.lead],
  ["reports", COLUMNS.reports.reporter],
];

/** Columns that name several agencies. */
const ASIDE: readonly (readonly [TableKey, string])[] = [
  ["targets", COLUMNS.targets.supporters],
  ["tasks", COLUMNS.tasks.supporters],
];

const SEPARATOR = "; ";
const CO_LEAD = ` (${WORDS.coLead})`;

/** Names of the agencies that Danh mục lists now. */
export function listedAgencies(values: WorkbookValues): readonly string[] {
  return rowsIn(values, "agencies").flatMap(({ cell }) => textOf(cell(A.name)) || []);
}

/**
 * Names in the counted columns that Danh mục does not list, those with most rows first. `made` is the book as it was made: a name whose code in Danh mục
 * now stands for another was renamed.
 */
export function unlistedAgencies(values: WorkbookValues, made?: WorkbookSpec): readonly UnlistedAgency[] {
  const listed = new Set(listedAgencies(values).map(comparable));
  if (listed.size === 0) return [];
  const found = new Map<string, { name: string; rows: number }>();
  for (const [table, header] of COUNTED)
    for (const { cell } of rowsIn(values, table))
      for (const name of new Set(namesIn(textOf(cell(header))).map(({ name }) => name))) {
        const key = comparable(name);
        if (listed.has(key)) continue;
        found.set(key, { name, rows: (found.get(key)?.rows ?? 0) + 1 });
      }
  const now = presentNames(values, made);
  return [...found]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(([key, { name, rows }]) => {
      const other = now.get(key);
      return { name, rows, ...(other === undefined ? {} : { listed: other }) };
    });
}

/** Every cell that names an agency, with another name in its place; among several names only that one changes. */
export function renamedCells(values: WorkbookValues, from: string, to: string): readonly ChangedText[] {
  const key = comparable(from);
  return [...COUNTED, ...ASIDE].flatMap(([table, header]) =>
    rowsIn(values, table).flatMap(({ cell, place }): readonly ChangedText[] => {
      const before = textOf(cell(header));
      const names = namesIn(before);
      if (!names.some(({ name }) => comparable(name) === key)) return [];
      const after = names.map(({ name, suffix }) => (comparable(name) === key ? to : name) + suffix).join(SEPARATOR);
      return [{ table, index: place.index, header, before, after }];
    }),
  );
}

/** Former and other names by what Danh mục calls the agency now. A name that two lines claim is left to the person. */
function presentNames(values: WorkbookValues, made: WorkbookSpec | undefined): ReadonlyMap<string, string> {
  const claims = new Map<string, Set<string>>();
  const claim = (words: string, name: string): void => {
    const key = comparable(words);
    if (key !== "") claims.set(key, new Set([...(claims.get(key) ?? []), name]));
  };
  const before = namesMade(made);
  for (const { cell } of rowsIn(values, "agencies")) {
    const name = textOf(cell(A.name));
    if (name === "") continue;
    for (const other of [textOf(cell(A.short)), ...textOf(cell(A.aliases)).split(SEPARATOR.trim())]) claim(other, name);
    const old = before.get(textOf(cell(A.id)));
    if (old !== undefined) claim(old, name);
  }
  return new Map([...claims].flatMap(([key, names]) => (names.size === 1 ? [[key, [...names][0]!] as const] : [])));
}

/** Names of tblDonVi by code, as the book was made. */
function namesMade(made: WorkbookSpec | undefined): ReadonlyMap<string, string> {
  const table = made?.sheets.flatMap(({ tables }) => tables).find(({ key }) => key === "agencies");
  if (!table) return new Map();
  const [id, name] = [A.id, A.name].map((wanted) => table.columns.findIndex(({ header }) => header === wanted)) as [number, number];
  return new Map(table.rows.map((row) => [String(row[id]), String(row[name])]));
}

function namesIn(text: string): readonly { readonly name: string; readonly suffix: string }[] {
  return text
    .split(SEPARATOR.trim())
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (part.endsWith(CO_LEAD) ? { name: part.slice(0, -CO_LEAD.length), suffix: CO_LEAD } : { name: part, suffix: "" }));
}

function rowsIn(values: WorkbookValues, key: TableKey): readonly Row[] {
  return values.tables.filter((table) => table.key === key).flatMap(rowsOf);
}
