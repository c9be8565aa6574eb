import type { CalendarDate } from "../plan/date";
import { booleanOf, cellsOf, dateOf, horizonOf, isBlank, numberOf, rowsOf, textOf } from "../tracking/cellValue";
import { comparable } from "../tracking/labels";
import { MESSAGES, valueError } from "./cellError";

/** One cell of an argument: a range of several cells is not one. */
export function single(argument: unknown): unknown {
  if (!Array.isArray(argument)) return argument;
  const cells = cellsOf(argument);
  if (cells.length > 1) throw valueError(MESSAGES.unexpected);
  return cells[0];
}

/** A number that must be there. */
export function needNumber(argument: unknown, name: string): number {
  const value = numberOf(single(argument));
  if (value === undefined) throw valueError(MESSAGES.noNumber(name));
  return value;
}

/** A number that may be left out (null). */
export function numberOrNull(argument: unknown, name: string): number | null {
  return isBlank(single(argument)) ? null : needNumber(argument, name);
}

/** A day that must be there; 0, which Excel hands over for a blank cell, is none. */
export function needDate(argument: unknown, name: string): CalendarDate {
  const day = dateOf(single(argument));
  if (day === undefined) throw valueError(MESSAGES.noDate(name));
  return day;
}

/** A day that may be left out: blank and 0 are null. */
export function dateOrNull(argument: unknown, name: string): CalendarDate | null {
  const value = single(argument);
  return isBlank(value) || value === 0 ? null : needDate(value, name);
}

/** Last day of a horizon given as a year or a day; blank and 0 are null. */
export function horizonOrNull(argument: unknown, name: string): CalendarDate | null {
  const value = single(argument);
  if (isBlank(value) || value === 0) return null;
  const day = horizonOf(value);
  if (day === undefined) throw valueError(MESSAGES.noDate(name));
  return day;
}

/** Days of a range; blanks are passed over, anything else that is no day is an error. */
export function daysOf(argument: unknown, name: string): readonly CalendarDate[] {
  return cellsOf(argument)
    .filter((cell) => !isBlank(cell) && cell !== 0)
    .map((cell) => needDate(cell, name));
}

/** True or false; `otherwise` when left out. */
export function flag(argument: unknown, otherwise: boolean, name: string): boolean {
  const value = single(argument);
  if (isBlank(value)) return otherwise;
  const truth = booleanOf(value);
  if (truth === undefined) throw valueError(MESSAGES.noChoice(name, ["TRUE", "FALSE"]));
  return truth;
}

/** One of the words of a table, case and marks of white space aside; `otherwise` when left out (blank or 0). */
export function choice<T extends string>(argument: unknown, words: Readonly<Record<string, T>>, otherwise: T, name: string): T {
  const value = single(argument);
  if (isBlank(value) || value === 0) return otherwise;
  const key = comparable(textOf(value));
  const found = Object.entries(words).find(([word]) => comparable(word) === key);
  if (!found) throw valueError(MESSAGES.noChoice(name, Object.keys(words)));
  return found[1];
}

/** Text of one cell; numbers and booleans are no text. */
export function needText(argument: unknown, name: string): string {
  const value = single(argument);
  if (typeof value !== "string" || value.trim() === "") throw valueError(MESSAGES.noText(name));
  return textOf(value);
}

/** Cells of a range that must have one at least. */
export function needCells(argument: unknown, name: string): readonly unknown[] {
  const cells = cellsOf(argument);
  if (cells.length === 0) throw valueError(MESSAGES.noRange(name));
  return cells;
}

/** Rows of a table of two columns at least, blank rows left out; an argument that was left out is undefined. */
export function pairsOf(argument: unknown, name: string): readonly (readonly [unknown, unknown])[] | undefined {
  const rows = rowsOf(argument).filter((row) => !row.every(isBlank));
  if (rows.length === 0) return undefined;
  if (rows.some((row) => row.length < 2)) throw valueError(MESSAGES.noRange(name));
  return rows.map((row) => [row[0], row[1]] as const);
}
