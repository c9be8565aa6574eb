import { dateParts, fromSerial, toSerial, calendarDate } from "../plan/date";
import type { CellValue, Formula, Operator } from "./formula";

/** Values that a formula of one table row refers to. */
export interface RowContext {
  /** This row's cell by header. */
  readonly cell: (header: string) => CellValue;
  /** Defined name by key. */
  readonly name: (key: string) => CellValue;
}

/** An error value of a cell. */
class FormulaError extends Error {}

/**
 * Computes a native formula over one row, as Excel does. It knows the functions that native forms of KPI calls use and throws on others;
 * a result that is an error value is undefined.
 */
export function computeFormula(formula: Formula, context: RowContext): CellValue | undefined {
  try {
    return compute(formula, context);
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

type Lazy = () => CellValue;

function compute(formula: Formula, context: RowContext): CellValue {
  switch (formula.kind) {
    case "literal":
      return formula.value;
    case "column":
      if (formula.rows === "this") return context.cell(formula.column);
      break;
    case "name":
      return context.name(formula.name);
    case "op":
      return operate(
        formula.operator,
        formula.args.map((arg) => compute(arg, context)),
      );
    case "call": {
      const known = FUNCTIONS[formula.fn];
      if (known)
        return known(
          formula.args.map(
            (arg): Lazy =>
              () =>
                compute(arg, context),
          ),
        );
      throw new Error(`The function ${formula.fn} cannot be computed here`);
    }
  }
  throw new Error(`A formula part of kind ${formula.kind} cannot be computed here`);
}

function number(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const read = value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(read)) throw new FormulaError("#VALUE!");
  return read;
}

function text(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : value;
}

function truth(value: CellValue): boolean {
  if (typeof value === "string") throw new FormulaError("#VALUE!");
  return value === true || (typeof value === "number" && value !== 0);
}

function operate(operator: Operator, args: readonly CellValue[]): CellValue {
  if (args.length === 1) return operator === "-" ? -number(args[0]!) : number(args[0]!);
  return args.slice(1).reduce((left, right) => binary(operator, left, right), args[0]!);
}

function binary(operator: Operator, left: CellValue, right: CellValue): CellValue {
  switch (operator) {
    case "&":
      return text(left) + text(right);
    case "+":
      return number(left) + number(right);
    case "-":
      return number(left) - number(right);
    case "*":
      return number(left) * number(right);
    case "/":
      if (number(right) === 0) throw new FormulaError("#DIV/0!");
      return number(left) / number(right);
    case "^":
      return number(left) ** number(right);
    case "=":
      return order(left, right) === 0;
    case "<>":
      return order(left, right) !== 0;
    case "<":
      return order(left, right) < 0;
    case "<=":
      return order(left, right) <= 0;
    case ">":
      return order(left, right) > 0;
    case ">=":
      return order(left, right) >= 0;
  }
}

/** Excel's order: numbers before texts before truth values; a blank is like the other side's zero. */
function order(left: CellValue, right: CellValue): number {
  const a = left ?? (typeof right === "string" ? "" : typeof right === "boolean" ? false : 0);
  const b = right ?? (typeof a === "string" ? "" : typeof a === "boolean" ? false : 0);
  const rank = { number: 0, string: 1, boolean: 2 } as const;
  const ranks = rank[typeof a as keyof typeof rank] - rank[typeof b as keyof typeof rank];
  if (ranks !== 0) return ranks;
  const x = typeof a === "string" ? a.toLowerCase() : a;
  const y = typeof b === "string" ? b.toLowerCase() : b;
  return x < y ? -1 : x > y ? 1 : 0;
}

const truths = (args: readonly Lazy[]): readonly boolean[] => args.map((arg) => truth(arg()));
const numbers = (args: readonly Lazy[]): readonly number[] => args.map((arg) => number(arg()));

/** Half away from zero, on the decimal number that Excel shows. */
function rounded(value: number, digits: number): number {
  const shifted = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * Math.round(shifted)) / 10 ** digits;
}

function day(value: CellValue): { year: number; month: number; day: number } {
  const date = fromSerial(number(value));
  if (!date) throw new FormulaError("#NUM!");
  return dateParts(date);
}

/** A value given by the caller may be an error: tells it apart from real results. */
function isError(arg: Lazy): boolean {
  try {
    arg();
    return false;
  } catch (error) {
    if (error instanceof FormulaError) return true;
    throw error;
  }
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Lazy[]) => CellValue>> = {
  IF: ([test, yes, no]) => (truth(test!()) ? yes!() : no ? no() : false),
  IFERROR: ([value, otherwise]) => (isError(value!) ? otherwise!() : value!()),
  AND: (args) => truths(args).every(Boolean),
  OR: (args) => truths(args).some(Boolean),
  NOT: ([value]) => !truth(value!()),
  ISNUMBER: ([value]) => !isError(value!) && typeof value!() === "number",
  ISERROR: ([value]) => isError(value!),
  FIND: ([part, whole]) => {
    const at = text(whole!()).indexOf(text(part!()));
    if (at < 0) throw new FormulaError("#VALUE!");
    return at + 1;
  },
  SUBSTITUTE: ([whole, old, replacement]) => {
    const part = text(old!());
    return part === "" ? text(whole!()) : text(whole!()).replaceAll(part, text(replacement!()));
  },
  LOWER: ([value]) => text(value!()).toLowerCase(),
  TRIM: ([value]) => text(value!()).split(" ").filter(Boolean).join(" "),
  LEFT: ([value, count]) => text(value!()).slice(0, count ? number(count()) : 1),
  RIGHT: ([value, count]) => {
    const whole = text(value!());
    return whole.slice(Math.max(0, whole.length - (count ? number(count()) : 1)));
  },
  VALUE: ([value]) => number(value!()),
  MAX: (args) => Math.max(...numbers(args)),
  MIN: (args) => Math.min(...numbers(args)),
  ABS: ([value]) => Math.abs(number(value!())),
  INT: ([value]) => Math.floor(number(value!())),
  SIGN: ([value]) => Math.sign(number(value!())),
  ROUND: ([value, digits]) => rounded(number(value!()), number(digits!())),
  FIXED: ([value, digits]) => rounded(number(value!()), number(digits!())).toFixed(number(digits!())),
  DATE: ([year, month, dayOfMonth]) => {
    const date = calendarDate(number(year!()), number(month!()), number(dayOfMonth!()));
    if (!date) throw new FormulaError("#NUM!");
    return toSerial(date);
  },
  DAY: ([value]) => day(value!()).day,
  MONTH: ([value]) => day(value!()).month,
  YEAR: ([value]) => day(value!()).year,
  CHOOSE: ([index, ...choices]) => {
    const choice = choices[number(index!()) - 1];
    if (!choice) throw new FormulaError("#VALUE!");
    return choice();
  },
};
