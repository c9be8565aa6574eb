import { compare, folded, numberIn } from "./coerce";
import { CalcError, type Scalar } from "./operand";

/** What a cell has to fulfil. */
export interface Criterion {
  readonly test: (value: Scalar) => boolean;
  /** Key under which `rowIndex` keeps every cell that fulfils it; undefined where no single key does. */
  readonly key?: string;
}

const OPERATORS = ["<>", ">=", "<=", "=", ">", "<"] as const;

/** The criterion that COUNTIFS and its like read out of a value: `>=1`, `<>`, `?*`, a number, words. A blank criterion is 0. */
export function criterionOf(given: Scalar): Criterion {
  if (given instanceof CalcError) return { test: () => false };
  if (typeof given !== "string") return equals(given ?? 0);
  const operator = OPERATORS.find((one) => given.startsWith(one));
  const rest = given.slice(operator?.length ?? 0);
  const number = numberIn(rest);
  if (operator === undefined) return number === undefined ? matches(rest, true) : equals(number);
  if (operator === "=" || operator === "<>") {
    const same = rest === "" ? BLANK : number === undefined ? matches(rest, false) : equals(number);
    return operator === "=" ? same : { test: (value) => !same.test(value) };
  }
  const bound = number ?? rest;
  return {
    test: (value) => {
      if (value instanceof CalcError || value === null || typeof value !== typeof bound) return false;
      const order = compare(value, bound);
      return operator === ">=" ? order >= 0 : operator === "<=" ? order <= 0 : operator === ">" ? order > 0 : order < 0;
    },
  };
}

const BLANK: Criterion = { test: (value) => value === null };

function equals(number: number | boolean): Criterion {
  const test = (value: Scalar): boolean =>
    value === number || (typeof value === "string" && typeof number === "number" && numberIn(value) === number);
  return typeof number === "number" ? { test, key: numberKey(number) } : { test };
}

/** Words with `*` for any letters and `?` for one; no words fit a blank cell too where `blank` says so. */
function matches(words: string, blank: boolean): Criterion {
  if (words === "") return { test: (value) => value === "" || (blank && value === null) };
  const fits = wildcard(words);
  const test = (value: Scalar): boolean => typeof value === "string" && fits(value);
  return isPattern(words) ? { test } : { test, key: textKey(words) };
}

/** Whether a text fits a pattern with `*`, `?` and `~` before a letter that is meant itself; without regard to case. */
export function wildcard(pattern: string): (text: string) => boolean {
  const wanted = folded(pattern);
  if (!isPattern(wanted)) return (text) => folded(text) === wanted;
  const parts = partsOf(wanted);
  return (text) => fitsParts(folded(text), parts);
}

/** True for words in which some letters stand for others. */
export function isPattern(words: string): boolean {
  return /[*?~]/u.test(words);
}

/** Key of a number in `rowIndex`, which text that spells the number has too. */
export function numberKey(number: number): string {
  return `n${number}`;
}

/** Key of a text in `rowIndex`. */
export function textKey(text: string): string {
  return `t${folded(text)}`;
}

type Part = { readonly letter: string } | "any" | "one";

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const letter = pattern[index]!;
    if (letter === "~" && index + 1 < pattern.length) parts.push({ letter: pattern[(index += 1)]! });
    else parts.push(letter === "*" ? "any" : letter === "?" ? "one" : { letter });
  }
  return parts;
}

/** Goes back to the last `*` alone, so that the time is the product of both lengths at most. */
function fitsParts(text: string, parts: readonly Part[]): boolean {
  let [at, part, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = parts[part];
    if (wanted === "any") [star, mark, part] = [part, at, part + 1];
    else if (wanted !== undefined && (wanted === "one" || wanted.letter === text[at])) [at, part] = [at + 1, part + 1];
    else if (star >= 0) [mark, at, part] = [mark + 1, mark + 1, star + 1];
    else return false;
  }
  return parts.slice(part).every((rest) => rest === "any");
}
