import { CellValueType, type ICellData, numfmt } from "@univerjs/core";
import { invalidArgument } from "../hostError";
import type { Json } from "../hostObject";

/** Longest text of a cell and longest formula. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8192;
const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|BUSY!)$/;

/** True for the text of an error value. */
export function isErrorText(value: unknown): boolean {
  return typeof value === "string" && ERROR.test(value);
}

/** Value of a cell as Excel returns it; a blank cell is "". */
export function valueOf(cell: ICellData | undefined): string | number | boolean {
  const value = cell?.v;
  if (value === undefined || value === null) return "";
  if (cell?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  if (cell?.t === CellValueType.NUMBER) return Number(value);
  return value;
}

/** Kind of a value as Excel names it. */
export function valueTypeOf(cell: ICellData | undefined): string {
  const value = valueOf(cell);
  if (value === "" && !cell?.f) return "Empty";
  if (isErrorText(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** What the cell shows. A pattern that cannot be applied shows the value itself. */
export function textOf(cell: ICellData | undefined, pattern: string): string {
  const value = valueOf(cell);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  try {
    return numfmt.format(pattern, value, { throws: false });
  } catch {
    return String(value);
  }
}

function blank(): ICellData {
  return { v: null, f: null, si: null, p: null };
}

function formulaCell(text: string): ICellData {
  if (text.length > MAX_FORMULA) throw invalidArgument(undefined, "The formula is longer than 8,192 characters.");
  if (!balanced(text)) throw invalidArgument(undefined, "The formula has an error: brackets or quotes do not match.");
  return { f: text, v: null, si: null, p: null };
}

/** True if brackets and quotes of a formula match. */
function balanced(formula: string): boolean {
  const open: string[] = [];
  let quote = "";
  for (let index = 0; index < formula.length; index++) {
    const sign = formula[index]!;
    if (quote) {
      if (sign === quote) quote = "";
      continue;
    }
    if (open.at(-1) === "]") {
      if (sign === "'") index++;
      else if (sign === "[") open.push("]");
      else if (sign === "]") open.pop();
      continue;
    }
    if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "(") open.push(")");
    else if (sign === "{") open.push("}");
    else if (sign === "[") open.push("]");
    else if (sign === ")" || sign === "}" || sign === "]") {
      if (open.pop() !== sign) return false;
    }
  }
  return !quote && open.length === 0;
}

/**
 * Cell for a value that the add-in or a person sets, read as Excel reads input: "=…" is a formula, a leading apostrophe makes text,
 * number-like text becomes a number unless the cell has the text format. Null leaves the cell as it is.
 */
export function cellFor(value: Json, pattern: string): ICellData | undefined {
  if (value === null) return undefined;
  if (typeof value === "number") return { ...blank(), v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...blank(), v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value !== "string") throw invalidArgument();
  const text = (plain: string): ICellData => {
    if (plain.length > MAX_TEXT) throw invalidArgument(undefined, "The text is longer than 32,767 characters.");
    // The grid takes number-like text for a number unless it is forced to be text.
    return { ...blank(), v: plain, t: Number.isNaN(Number(plain)) ? CellValueType.STRING : CellValueType.FORCE_STRING };
  };
  if (value === "") return blank();
  if (value.startsWith("'")) return text(value.slice(1));
  if (pattern === "@") return text(value);
  if (value.startsWith("=") && value.length > 1) return formulaCell(value);
  const number = numberIn(value);
  if (number !== undefined) return { ...blank(), v: number, t: CellValueType.NUMBER };
  if (/^[+-]/.test(value) && value.length > 1)
    throw invalidArgument(undefined, `Excel reads "${value.slice(0, 20)}" as a formula and finds an error in it.`);
  if (/^(?:true|false)$/i.test(value)) return { ...blank(), v: /^true$/i.test(value) ? 1 : 0, t: CellValueType.BOOLEAN };
  return text(value);
}

/** "12", "-3.5", "1,234.5", "1e5", "85%" */
function numberIn(text: string): number | undefined {
  const match = /^\s?([+-]?)((?:\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?:\.\d{0,20})?|\.\d{1,20})(e[+-]?\d{1,3})?(%?)\s?$/i.exec(text);
  if (!match) return undefined;
  const number = Number(`${match[1]}${match[2]!.replaceAll(",", "")}${match[3] ?? ""}`);
  return match[4] ? number / 100 : number;
}
