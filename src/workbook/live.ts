import { allRows, call, headerOf, literal, op, type CellValue, type Formula } from "./formula";
import { columnLetters, quoteSheet } from "./formulaText";
import type { TableKey } from "./names";
import type { BuiltTable } from "./tableModel";

/** A formula together with its result, so that both come from one place. */
export interface Live {
  readonly formula: Formula;
  readonly result: CellValue;
}

/** Greater than the number of rows of any table: tells the place of a row apart from its score. */
const BASE = 100_000;

/** Which rows of a table count, and how much each weighs against the others. */
export interface Ranking {
  readonly table: BuiltTable;
  /** Header of any column of the table. */
  readonly header: string;
  /** Array formula over the rows: 1 for a row that counts, else 0. */
  readonly counts: Formula;
  /** Array formula over the rows: a whole number from 0; larger comes first. @default all alike */
  readonly score?: Formula;
  /** Score of a row by its index; undefined for one that does not count. */
  readonly scoreOf: (index: number) => number | undefined;
}

const ranked = new WeakMap<Ranking, readonly number[]>();

/** Indexes of the rows that count, the heaviest first, in table order where they weigh the same. */
export function rankedRows(ranking: Ranking): readonly number[] {
  const known = ranked.get(ranking);
  if (known) return known;
  const rows = ranking.table.values
    .map((_row, index) => ({ index, score: ranking.scoreOf(index) }))
    .filter((row): row is { index: number; score: number } => row.score !== undefined)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ index }) => index);
  ranked.set(ranking, rows);
  return rows;
}

/**
 * Place (from 1) of the row that comes at a rank (from 1); beyond every row when fewer count. LARGE inside SUMPRODUCT is computed over whole
 * columns by Excel 2016, LibreOffice and the grid alike, without an array formula.
 */
export function placeAt(ranking: Ranking, rank: Live): Live {
  const { table, header, counts, score } = ranking;
  const row = op("-", call("ROW", allRows(table.key, header)), call("ROW", headerOf(table.key, header)));
  const weight = score ? op("+", op("*", score, literal(BASE)), op("-", literal(BASE), row)) : op("-", literal(BASE), row);
  const key = call("SUMPRODUCT", call("LARGE", op("*", counts, weight), rank.formula));
  const index = typeof rank.result === "number" ? rankedRows(ranking)[rank.result - 1] : undefined;
  return {
    formula: call("IFERROR", op("-", literal(BASE), call("MOD", key, literal(BASE))), literal(BASE)),
    result: index === undefined ? BASE : index + 1,
  };
}

/** How many rows of a ranking count. */
export function countOf(ranking: Ranking): Live & { readonly result: number } {
  return { formula: call("SUMPRODUCT", op("*", ranking.counts, literal(1))), result: rankedRows(ranking).length };
}

/** Text that stands in a column at a place, "" beyond the table. */
export function textAt(table: BuiltTable, header: string, place: Live): Live {
  return {
    formula: call("IFERROR", op("&", cellAt(table.key, header, place.formula), literal("")), literal("")),
    result: String(valueAt(table, header, place) ?? ""),
  };
}

/** Value that stands in a column at a place, "" where it is blank or beyond the table. */
export function figureAt(table: BuiltTable, header: string, place: Live): Live {
  const cell = cellAt(table.key, header, place.formula);
  return {
    formula: call("IFERROR", call("IF", op("=", cell, literal("")), literal(""), cell), literal("")),
    result: valueAt(table, header, place) ?? "",
  };
}

/** Text that stands in a column at a place, cut to so many letters. */
export function clippedAt(table: BuiltTable, header: string, place: Live, most: number): Live {
  return clipped(textAt(table, header, place), most);
}

/** A text cut after a whole word to so many letters, with "…" where something was cut off. */
export function clipped({ formula, result }: Live, most: number): Live {
  const text = String(result ?? "");
  const begin = call("LEFT", formula, literal(most + 1));
  // The last word is what is left of the text when every space is as long as the text.
  const lastWord = call(
    "TRIM",
    call("RIGHT", call("SUBSTITUTE", begin, literal(" "), call("REPT", literal(" "), literal(most))), literal(most)),
  );
  const words = call("TRIM", call("LEFT", begin, op("-", literal(most + 1), call("LEN", lastWord))));
  return {
    formula: call("IF", op(">", call("LEN", formula), literal(most)), op("&", words, literal("…")), formula),
    result: text.length > most ? `${text.slice(0, text.lastIndexOf(" ", most) + 1).trim()}…` : text,
  };
}

/** Text that stands in a column at a place, as a link to its row; "" beyond the table. `sheet` is the tab name. */
export function linkAt(table: BuiltTable, header: string, place: Live, sheet: string): Live {
  const text = textAt(table, header, place);
  const row = op("+", call("ROW", headerOf(table.key, header)), place.formula);
  const address = op("&", literal(`#${quoteSheet(sheet)}!${columnLetters(table.spec.at.column)}`), row);
  return {
    formula: call("IF", op("=", text.formula, literal("")), literal(""), call("HYPERLINK", address, text.formula)),
    result: text.result,
  };
}

/** A text as a link to the first row of a table that has it in a column; to the header of the column where no row has it. `sheet` is the tab name. */
export function firstRowLink({ key, spec }: BuiltTable, header: string, text: Live, sheet: string): Live {
  const column = spec.at.column + spec.columns.findIndex((one) => one.header === header);
  const place = call("IFERROR", call("MATCH", text.formula, allRows(key, header), literal(0)), literal(0));
  const row = op("+", call("ROW", headerOf(key, header)), place);
  const address = op("&", literal(`#${quoteSheet(sheet)}!${columnLetters(column)}`), row);
  return { formula: call("HYPERLINK", address, text.formula), result: text.result };
}

/** Value or stored result of a cell of a table; null when blank or beyond the table. */
export function valueAt({ spec, values }: BuiltTable, header: string, place: Live): CellValue {
  const column = spec.columns.findIndex((one) => one.header === header);
  if (column < 0) throw new Error(`The table ${spec.key} has no column ${header}`);
  return typeof place.result === "number" ? (values[place.result - 1]?.[column] ?? null) : null;
}

/** Value or stored result of a row of a table, counted from 0. */
export function resultAt(table: BuiltTable, header: string, index: number): CellValue {
  return valueAt(table, header, { formula: literal(0), result: index + 1 });
}

/** INDEX into a column. */
export function cellAt(table: TableKey, header: string, place: Formula): Formula {
  return call("INDEX", allRows(table, header), place);
}

/** Condition on a column as an array of 1 and 0. */
export function rowsWhere(table: TableKey, header: string, value: Formula): Formula {
  return op("=", allRows(table, header), value);
}
