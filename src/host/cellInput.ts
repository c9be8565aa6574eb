import type { CellValue } from "../workbook/formula";

/** Longest text of a cell in Excel. */
const MAX_TEXT = 32_767;

/**
 * A value as Excel has to be given it so that it stays what it is: Range.values reads "=…", "+…", "-…" as formulas, "1/2" as a day, "85%" and
 * "1.1" as numbers, "TRUE" as a truth value and swallows a leading apostrophe. Text that could be read so gets an apostrophe before it.
 * Null leaves a cell as it is.
 */
export function cellInput(value: CellValue): string | number | boolean | null {
  if (typeof value !== "string") return value;
  const text = value.slice(0, MAX_TEXT);
  return isPlainText(text) ? text : `'${text}`;
}

/** True for text that begins with a letter and is neither a truth value nor a day with a month's name ("May 5", "Thg 3 2024"). */
function isPlainText(text: string): boolean {
  if (text === "") return true;
  if (!/^\p{L}/u.test(text)) return false;
  return !/^(?:true|false|đúng|sai)$/iu.test(text) && !(text.length <= 40 && /^\p{L}{3,9}[ ./-]{0,2}\d/u.test(text));
}
