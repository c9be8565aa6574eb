import { comparable } from "../../tracking/labels";
import type { CellValue } from "../formula";
import { COLUMNS } from "../names";
import type { TableSpec } from "../workbookSpec";
import type { AddedRow, CarryReport, RowCells, TableChange } from "./change";
import { codeMap, recoded, type CodeMap } from "./codeMap";
import { matchItems, type KnownItem } from "./matchItems";
import { isTyped, mergeRow, wholeRow } from "./mergeRow";
import { inputHeaders, NO_ROW, rowsMade, type TableRow } from "./tableRow";

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const R = COLUMNS.reports;

/** How the items of a table are known again. */
interface ItemColumns {
  readonly id: string;
  readonly name: readonly string[];
  readonly words: string;
  readonly lines: string;
  /** What tells items of the same words apart. */
  readonly apart: readonly string[];
  /** Columns that hold the code of an item of the same table. */
  readonly own: readonly string[];
  /** Columns that hold codes of targets. */
  readonly targets: readonly string[];
  /** Columns whose value stays where the new plan has none. */
  readonly kept: readonly string[];
}

/** Tables whose rows are items of the plan. */
export type ItemTable = "targets" | "tasks" | "reports";

const ITEMS: Readonly<Record<ItemTable, ItemColumns>> = {
  targets: {
    id: T.id,
    name: [T.measure],
    words: T.statement,
    lines: T.source,
    apart: [T.measure, T.horizon],
    own: [T.parent],
    targets: [],
    kept: [T.baseline, T.baselineYear],
  },
  tasks: { id: K.id, name: [K.title], words: K.title, lines: K.source, apart: [K.time, K.lead], own: [], targets: [K.targets], kept: [] },
  reports: {
    id: R.id,
    name: [R.kind, R.period],
    words: R.statement,
    lines: R.source,
    apart: [R.kind, R.lastDay],
    own: [],
    targets: [],
    kept: [],
  },
};

/** A table of items in the new book. */
export interface CarriedItems {
  readonly change: TableChange;
  readonly report: Partial<CarryReport>;
  /** Codes of the new book by those of the old one. */
  readonly codes: CodeMap;
  /** Old codes of items that are no more. */
  readonly gone: readonly string[];
}

/**
 * Carries over the rows of targets, tasks or reports. `targets` are the codes of the targets, where cells of this table name some; both plans
 * were read from the same lines if `sameDocument`.
 */
export function carryItems(
  key: ItemTable,
  old: TableSpec,
  standing: readonly TableRow[],
  next: TableSpec,
  { targets, sameDocument }: { readonly targets?: CodeMap; readonly sameDocument: boolean },
): CarriedItems {
  const columns = { ...ITEMS[key], ...(sameDocument ? {} : { lines: "" }) };
  const made = rowsMade(old);
  const nextRows = rowsMade(next);
  const rows = pairedRows(columns, made, standing);
  const places = matchItems(
    rows.map(({ standing: now, old: before }) => knownItem(columns, before ?? now, codeOf(columns, now))),
    nextRows.map((row) => knownItem(columns, row, codeOf(columns, row))),
  );
  const codes = newCodes(columns, rows, places, nextRows);
  const ofTable = codeMap(rows.map(({ standing: now }, index) => [codeOf(columns, now), codes[index]]));
  const mapped = (row: TableRow): TableRow => {
    const own = recoded(row, ofTable, { single: columns.own });
    return targets ? recoded(own, targets, { list: columns.targets }) : own;
  };
  const headers = inputHeaders(next).filter((header) => header !== columns.id);
  const changed = new Map<number, RowCells>();
  const added: AddedRow[] = [];
  const conflicts: string[] = [];
  const gone: string[] = [];
  rows.forEach(({ old: before, standing: now }, index) => {
    const [place, code] = [places[index], codes[index]];
    if (place !== undefined) {
      const states = { old: before ? mapped(before) : NO_ROW, standing: mapped(now), next: nextRows[place]! };
      const merged = mergeRow(headers, states, columns.kept);
      if (merged.cells.size > 0) changed.set(place, merged.cells);
      conflicts.push(...merged.conflicts.map((header) => `${code!} · ${header}`));
    } else if (code !== undefined) {
      const cells = new Map<string, CellValue>([[columns.id, code || null], ...wholeRow(headers, mapped(now))]);
      const like = likeRow(now, nextRows);
      added.push({ cells, ...(like < 0 ? {} : { like }) });
    } else if (!before || headers.some((header) => isTyped(header, before, now))) gone.push(codeOf(columns, now));
  });
  const moved = rows.flatMap(({ standing: now }, index) => {
    const [was, is] = [codeOf(columns, now), codes[index]];
    return is === undefined || was === "" || comparable(was) === comparable(is) ? [] : [`${was} → ${is}`];
  });
  return {
    change: { key, changed, added },
    report: { cells: cellsIn(changed), rows: added.length, conflicts, gone, moved },
    codes: ofTable,
    gone: rows.flatMap(({ standing: now }, index) => (codes[index] === undefined ? [codeOf(columns, now)] : [])),
  };
}

/** Number of cells in changed rows. */
export function cellsIn(changed: ReadonlyMap<number, RowCells>): number {
  return [...changed.values()].reduce((sum, cells) => sum + cells.size, 0);
}

interface PairedRow {
  /** As the old plan made it; undefined for a row that a person added. */
  readonly old: TableRow | undefined;
  readonly standing: TableRow;
}

/** Rows as they stand with what the old plan made of each; of two rows with one code the second is a person's. */
function pairedRows({ id }: ItemColumns, made: readonly TableRow[], standing: readonly TableRow[]): readonly PairedRow[] {
  const left = new Map(made.map((row) => [comparable(String(row.cell(id) ?? "")), row]));
  left.delete("");
  return standing.map((row) => {
    const code = comparable(String(row.cell(id) ?? ""));
    const old = left.get(code);
    left.delete(code);
    return { old, standing: row };
  });
}

function codeOf({ id }: ItemColumns, row: TableRow): string {
  return String(row.cell(id) ?? "").trim();
}

function knownItem({ name, words, lines, apart }: ItemColumns, row: TableRow, code: string): KnownItem {
  const text = (header: string): string => comparable(String(row.cell(header) ?? ""));
  const said = text(words);
  return {
    code: comparable(code),
    name: name.map(text).join(" "),
    words: said,
    lines: text(lines),
    whole: said === "" ? "" : [said, ...apart.map(text)].join("\n"),
  };
}

/**
 * The code of each row in the new book; undefined for an item of the old plan that is no more. A row that a person added keeps its code, or gets
 * the next free one where the new plan has given it to another item.
 */
function newCodes(
  columns: ItemColumns,
  rows: readonly PairedRow[],
  places: readonly (number | undefined)[],
  nextRows: readonly TableRow[],
): readonly (string | undefined)[] {
  const used = new Set(nextRows.map((row) => comparable(codeOf(columns, row))));
  return rows.map(({ old, standing }, index) => {
    const place = places[index];
    if (place !== undefined) return codeOf(columns, nextRows[place]!);
    if (old) return undefined;
    const wanted = codeOf(columns, standing);
    // A second row of an item that is no more goes with it.
    const isCopy = rows.some(
      ({ old: before, standing: other }, at) => before && places[at] === undefined && sameCode(columns, other, standing),
    );
    if (isCopy) return undefined;
    const code = wanted !== "" && used.has(comparable(wanted)) ? freeCode(wanted, used) : wanted;
    used.add(comparable(code));
    return code;
  });
}

function sameCode(columns: ItemColumns, one: TableRow, other: TableRow): boolean {
  return comparable(codeOf(columns, one)) === comparable(codeOf(columns, other));
}

/** "CT-12" → "CT-13", or the first number after it that no item has. */
function freeCode(wanted: string, used: ReadonlySet<string>): string {
  const [, stem = "", number = "0"] = /^(\D*)(\d{0,6})/u.exec(wanted) ?? [];
  for (let next = Number(number) + 1; ; next += 1) {
    const code = `${stem}${String(next).padStart(2, "0")}`;
    if (!used.has(comparable(code))) return code;
  }
}

/** A row of the new book whose figures look like those of a row that a person added: same kind and unit, else same unit. */
function likeRow(row: TableRow, nextRows: readonly TableRow[]): number {
  const same = (other: TableRow, header: string): boolean =>
    comparable(String(row.cell(header) ?? "")) === comparable(String(other.cell(header) ?? ""));
  const both = nextRows.findIndex((other) => same(other, T.unit) && same(other, T.kind));
  return both >= 0 ? both : nextRows.findIndex((other) => same(other, T.unit));
}
