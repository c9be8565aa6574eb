import { numberIn, toNumber, toText } from "./coerce";
import { roundTo } from "./numberFunctions";
import { CalcError, VALUE, type Scalar } from "./operand";

/** Functions of single values that give text or read it. */
export const TEXT_FUNCTIONS: Readonly<Record<string, (values: readonly Scalar[]) => Scalar>> = {
  LEFT: texts((text, [count = 1]) => text.slice(0, count)),
  RIGHT: texts((text, [count = 1]) => (count <= 0 ? "" : text.slice(-count))),
  MID: texts((text, [from = 1, count = 0]) => text.slice(from - 1, from - 1 + count)),
  LEN: texts((text) => text.length),
  REPT: texts((text, [count = 0]) => text.repeat(Math.max(0, count))),
  UPPER: texts((text) => text.toUpperCase()),
  LOWER: texts((text) => text.toLowerCase()),
  TRIM: texts((text) => text.split(" ").filter(Boolean).join(" ")),
  VALUE: ([value = null]) => (typeof value === "string" ? (numberIn(value) ?? VALUE) : toNumber(value)),
  CHAR: numbers(([code = 0]) => String.fromCharCode(code)),
  ROMAN: numbers(([number = 0]) => roman(number)),
  FIXED: numbers(([number = 0, digits = 2]) => roundTo(number, digits).toFixed(Math.max(0, digits))),
  FIND: ([wanted = null, within = null, from = 1]) => {
    const [needle, text, start] = [toText(wanted), toText(within), toNumber(from)];
    for (const part of [needle, text, start]) if (part instanceof CalcError) return part;
    const place = String(text).indexOf(String(needle), Number(start) - 1);
    return place < 0 ? VALUE : place + 1;
  },
  SUBSTITUTE: (values) => {
    const [text, old, next] = values.map(toText);
    for (const part of [text, old, next]) if (part instanceof CalcError) return part;
    return old === "" ? text! : String(text).replaceAll(String(old), String(next));
  },
};

/** A function of a text and whole numbers. */
function texts(apply: (text: string, counts: readonly number[]) => string | number): (values: readonly Scalar[]) => Scalar {
  return ([first = null, ...rest]) => {
    const text = toText(first);
    if (text instanceof CalcError) return text;
    const counts = rest.map(toNumber);
    const error = counts.find((count) => count instanceof CalcError);
    return error ?? apply(text, (counts as number[]).map(Math.trunc));
  };
}

function numbers(apply: (numbers: readonly number[]) => string): (values: readonly Scalar[]) => Scalar {
  return (values) => {
    const read = values.map(toNumber);
    return read.find((number) => number instanceof CalcError) ?? apply(read as number[]);
  };
}

const ROMANS = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(number: number): string {
  let left = Math.trunc(number);
  let text = "";
  for (const [value, letters] of ROMANS)
    while (left >= value) {
      text += letters;
      left -= value;
    }
  return text;
}
