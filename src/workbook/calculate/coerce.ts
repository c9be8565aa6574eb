import { CalcError, VALUE, type Scalar } from "./operand";

/** A value as a number: blank is 0, TRUE is 1, text that spells a number is that number. */
export function toNumber(value: Scalar): number | CalcError {
  if (value instanceof CalcError) return value;
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return numberIn(value) ?? VALUE;
}

/** The number that a text spells in en-US, "85%" included; undefined for other text. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  const percent = trimmed.endsWith("%");
  const bare = percent ? trimmed.slice(0, -1) : trimmed;
  if (!/^[+-]?(?:\d{1,300}(?:\.\d{0,300})?|\.\d{1,300})(?:e[+-]?\d{1,3})?$/iu.test(bare)) return undefined;
  const number = Number(bare);
  return percent ? number / 100 : number;
}

/** A value as text: numbers with up to 15 digits, as Excel joins them. */
export function toText(value: Scalar): string | CalcError {
  if (value instanceof CalcError) return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : value;
}

/** A value as a condition. */
export function toTruth(value: Scalar): boolean | CalcError {
  if (value instanceof CalcError) return value;
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return /^true$/iu.test(value) ? true : /^false$/iu.test(value) ? false : VALUE;
  return (value ?? 0) !== 0;
}

/** Text as Excel compares it: without regard to case. */
export function folded(text: string): string {
  return text.toLowerCase();
}

/** Order of two values: numbers before text before truth values; a blank cell is 0 or "" as the other one asks. */
export function compare(one: Exclude<Scalar, CalcError>, other: Exclude<Scalar, CalcError>): number {
  const [a, b] = [filled(one, other), filled(other, one)];
  const [rankA, rankB] = [RANKS[typeof a]!, RANKS[typeof b]!];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [folded(a), folded(b)];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return Number(a) - Number(b);
}

const RANKS: Readonly<Record<string, number>> = { number: 1, string: 2, boolean: 3 };

function filled(value: Exclude<Scalar, CalcError>, other: Exclude<Scalar, CalcError>): number | string | boolean {
  if (value !== null) return value;
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}
