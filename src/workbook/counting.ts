import type { CellSpec, CellValue, Formula } from "./formula";
import { allRows, call, literal, op } from "./formula";
import { columnValues, type BuiltTable } from "./tableModel";

/** A formula together with its result, so that both come from one place. */
export interface Counted {
  readonly formula: Formula;
  readonly result: number;
}

/** A condition on a column: equal to a word or number; `by` is the formula that gives the value, the literal if left out. */
export interface Condition {
  readonly header: string;
  readonly value: string | number;
  readonly by?: Formula;
}

/** Rows of a table that meet all conditions, as COUNTIFS counts them (case aside). */
export function countRows(table: BuiltTable, ...conditions: readonly Condition[]): Counted {
  return { formula: call("COUNTIFS", ...criteria(table, conditions)), result: rowsThatMeet(table, conditions).length };
}

/** Rows that meet all conditions and hold a number of 0 or more in a column. */
export function countNumbers(table: BuiltTable, header: string, ...conditions: readonly Condition[]): Counted {
  return {
    formula: call("COUNTIFS", ...criteria(table, conditions), allRows(table.key, header), literal(">=0")),
    result: numbersOf(table, header, conditions).length,
  };
}

/** Sum of the numbers of 0 or more that a column holds in the rows that meet all conditions. */
export function sumNumbers(table: BuiltTable, header: string, ...conditions: readonly Condition[]): Counted {
  const column = allRows(table.key, header);
  return {
    formula: call("SUMIFS", column, ...criteria(table, conditions), column, literal(">=0")),
    result: numbersOf(table, header, conditions).reduce((total, number) => total + number, 0),
  };
}

function criteria(table: BuiltTable, conditions: readonly Condition[]): readonly Formula[] {
  return conditions.flatMap(({ header, value, by }) => [allRows(table.key, header), by ?? literal(value)]);
}

function rowsThatMeet(table: BuiltTable, conditions: readonly Condition[]): readonly number[] {
  const columns = conditions.map(({ header }) => comparableValues(table, header));
  const wanted = conditions.map(({ value }) => lowered(value));
  const found: number[] = [];
  for (let index = 0; index < table.values.length; index += 1)
    if (wanted.every((value, place) => columns[place]![index] === value)) found.push(index);
  return found;
}

function numbersOf(table: BuiltTable, header: string, conditions: readonly Condition[]): readonly number[] {
  const values = comparableValues(table, header);
  return rowsThatMeet(table, conditions).flatMap((index) => {
    const value = values[index];
    return typeof value === "number" && value >= 0 ? [value] : [];
  });
}

/** Rows that have text in a column. */
export function countText(table: BuiltTable, header: string): Counted {
  const result = columnValues(table, header).filter((value) => typeof value === "string" && value !== "").length;
  return { formula: call("COUNTIFS", allRows(table.key, header), literal("?*")), result };
}

/** Sum of counts. */
export function sum(...counts: readonly Counted[]): Counted {
  return counts.length === 1
    ? counts[0]!
    : { formula: op("+", ...counts.map(({ formula }) => formula)), result: counts.reduce((total, { result }) => total + result, 0) };
}

/** Rows whose column holds one of several words. */
export function countAnyOf(table: BuiltTable, header: string, values: readonly string[], ...rest: readonly Condition[]): Counted {
  return sum(...values.map((value) => countRows(table, ...rest, { header, value })));
}

/** A count less others. */
export function less(whole: Counted, ...parts: readonly Counted[]): Counted {
  return {
    formula: op("-", whole.formula, ...parts.map(({ formula }) => formula)),
    result: parts.reduce((left, { result }) => left - result, whole.result),
  };
}

/** Part ÷ whole; the words `otherwise` when the whole is 0. */
export function ratio(part: Counted, whole: Counted, otherwise: string): CellSpec {
  const formula = call("IF", op("=", whole.formula, literal(0)), literal(otherwise), op("/", part.formula, whole.formula));
  return { formula, result: whole.result === 0 ? otherwise : part.result / whole.result };
}

/** Mean of the numbers of a column; the words `otherwise` when it holds none. */
export function mean(table: BuiltTable, header: string, otherwise: string): CellSpec {
  const numbers = columnValues(table, header).filter((value): value is number => typeof value === "number");
  const formula = call("IFERROR", call("AVERAGE", allRows(table.key, header)), literal(otherwise));
  return { formula, result: numbers.length === 0 ? otherwise : numbers.reduce((total, value) => total + value, 0) / numbers.length };
}

/** Text made of words and counts. */
export function sentence(...parts: readonly (string | Counted)[]): CellSpec {
  const formula = op("&", ...parts.map((part) => (typeof part === "string" ? literal(part) : part.formula)));
  return { formula, result: parts.map((part) => (typeof part === "string" ? part : String(part.result))).join("") };
}

/** Values of columns as they are compared: a province has thousands of tasks, and each is counted for each agency. */
const compared = new WeakMap<BuiltTable, Map<string, readonly CellValue[]>>();

function comparableValues(table: BuiltTable, header: string): readonly CellValue[] {
  const known = compared.get(table) ?? new Map<string, readonly CellValue[]>();
  compared.set(table, known);
  const values = known.get(header) ?? columnValues(table, header).map(lowered);
  known.set(header, values);
  return values;
}

function lowered(value: CellValue): CellValue {
  return typeof value === "string" ? value.toLowerCase() : value;
}
