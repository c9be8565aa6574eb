import { calendarDate, fromSerial, parseCalendarDate, type CalendarDate } from "../plan/date";
import type { Actual } from "./evaluation";
import { BLANK_WORDS, comparable, STATE_WORDS } from "./labels";

/** A value as a cell or a function argument brings it: unknown until coerced here, once. */
export type Cell = unknown;

/** True for null, undefined and text without a word. A zero is not blank. */
export function isBlank(value: Cell): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** True for blanks and for words that stand for "no figure yet" ("-", "…", "chưa có"). */
export function isNoFigure(value: Cell): boolean {
  return isBlank(value) || (typeof value === "string" && BLANK_WORDS.includes(comparable(value)));
}

/** The finite number that a cell holds; undefined for everything else, numbers in text included. */
export function numberOf(value: Cell): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** True or false, also by 1 and 0 and by words; undefined for everything else. */
export function booleanOf(value: Cell): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== "string") return undefined;
  const word = comparable(value);
  if (["true", "đúng", "có", "x"].includes(word)) return true;
  return ["false", "sai", "không"].includes(word) ? false : undefined;
}

/** Trimmed text of a cell in NFC; "" for blanks. Numbers and booleans are spelled plainly. */
export function textOf(value: Cell): string {
  if (typeof value === "string") return value.normalize("NFC").trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

const WRITTEN_DATE = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/;

/** The day of a serial number or of text such as "30/6/2024" and "2024-06-30"; undefined if it is none. Zero is no day. */
export function dateOf(value: Cell): CalendarDate | undefined {
  if (typeof value === "number") return fromSerial(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const written = WRITTEN_DATE.exec(text);
  return written ? calendarDate(Number(written[3]), Number(written[2]), Number(written[1])) : parseCalendarDate(text);
}

/** Last day that a horizon names: a year (1900–2999) means 31 December, any other number is a serial. */
export function horizonOf(value: Cell): CalendarDate | undefined {
  const year = numberOf(value);
  if (year !== undefined && Number.isInteger(year) && year >= 1900 && year < 3000) return calendarDate(year, 12, 31);
  return dateOf(value);
}

/** What a cell says was measured. Text that is neither blank nor a known state is kept as text. */
export function actualOf(value: Cell): Actual {
  if (isNoFigure(value)) return { state: "blank" };
  if (typeof value === "number") return Number.isFinite(value) ? { state: "value", value } : { state: "error", issue: "not-a-number" };
  if (typeof value !== "string") return { state: "error", issue: "not-a-number" };
  const words = comparable(value);
  if (Object.hasOwn(STATE_WORDS, words)) return { state: STATE_WORDS[words as keyof typeof STATE_WORDS] };
  return { state: "text", text: textOf(value) };
}

/** The cells of a range in reading order; a single value is a range of one. */
export function cellsOf(range: Cell): readonly Cell[] {
  if (!Array.isArray(range)) return range === null || range === undefined ? [] : [range];
  return (range as readonly unknown[]).flatMap((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
}

/** The rows of a range; a single value is one row of one cell. */
export function rowsOf(range: Cell): readonly (readonly Cell[])[] {
  if (!Array.isArray(range)) return range === null || range === undefined ? [] : [[range]];
  return (range as readonly unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
}
