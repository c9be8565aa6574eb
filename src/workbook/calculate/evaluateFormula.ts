import type { Formula, Operator } from "../formula";
import { expandKpi } from "../nativeFormula";
import { compare, toNumber, toText, toTruth } from "./coerce";
import { NUMBER_FUNCTIONS } from "./numberFunctions";
import { CalcError, DIVISION, each, isMatrix, matrixOf, NUMBER, single, type Matrix, type Operand, type Scalar, VALUE } from "./operand";
import { RANGE_FUNCTIONS } from "./rangeFunctions";
import { TEXT_FUNCTIONS } from "./textFunctions";

/** Where the cells are that a formula reads. */
export interface Cells {
  /** Column of a table: the cell of the formula's row, all data cells or the header. */
  readonly column: (formula: Extract<Formula, { kind: "column" }>, place: Place) => Matrix;
  /** Cells by position. */
  readonly range: (formula: Extract<Formula, { kind: "cell" }>, place: Place) => Matrix;
  /** What a defined name stands for. */
  readonly named: (name: string) => Operand;
}

/** Where a formula stands. */
export interface Place {
  /** Key of the sheet. */
  readonly sheet: string;
  /** Zero-based row. */
  readonly row: number;
}

/** KPI calls with their native forms: a calculated column has one formula for all its cells. */
const expanded = new WeakMap<Formula, Formula>();

/** The result of a formula as Excel computes it; throws on a function that generated sheets do not use. */
export function evaluateFormula(formula: Formula, cells: Cells, place: Place): Operand {
  const evaluate = (part: Formula): Operand => evaluateFormula(part, cells, place);
  switch (formula.kind) {
    case "literal":
      return formula.value;
    case "omitted":
      return null;
    case "column":
      return cells.column(formula, place);
    case "cell":
      return cells.range(formula, place);
    case "name":
      return cells.named(formula.name);
    case "op":
      return operated(formula.operator, formula.args.map(evaluate));
    case "call":
      return called(formula, evaluate, place);
  }
}

function called(formula: Extract<Formula, { kind: "call" }>, evaluate: (part: Formula) => Operand, place: Place): Operand {
  const { fn, args } = formula;
  if (fn.startsWith("KPI.")) {
    const native = expanded.get(formula) ?? expandKpi(formula);
    expanded.set(formula, native);
    return evaluate(native);
  }
  switch (fn) {
    case "IF":
      return chosen(
        evaluate(args[0]!),
        () => (args[1] ? evaluate(args[1]) : true),
        () => (args[2] ? evaluate(args[2]) : false),
      );
    case "IFERROR": {
      const value = evaluate(args[0]!);
      if (isMatrix(value))
        return each([value, evaluate(args[1]!)], ([one = null, other = null]) => (one instanceof CalcError ? other : one));
      return value instanceof CalcError ? evaluate(args[1]!) : value;
    }
    case "CHOOSE": {
      const place = toNumber(single(evaluate(args[0]!)));
      if (place instanceof CalcError) return place;
      const branch = place >= 1 ? args[Math.trunc(place)] : undefined;
      return branch ? evaluate(branch) : VALUE;
    }
    case "ROW":
      return rowNumbers(args[0] && evaluate(args[0]), place);
  }
  const ofRange = RANGE_FUNCTIONS[fn];
  if (ofRange) return ofRange(args.map(evaluate));
  const ofValues = TEXT_FUNCTIONS[fn] ?? NUMBER_FUNCTIONS[fn];
  if (!ofValues) throw new Error(`There is no function ${fn}`);
  return each(args.map(evaluate), (values) => values.find((value) => value instanceof CalcError) ?? ofValues(values));
}

/** IF: only the branch that is taken is computed, unless the condition is about several cells. */
function chosen(condition: Operand, yes: () => Operand, no: () => Operand): Operand {
  if (isMatrix(condition) && condition.rows * condition.columns > 1)
    return each([condition, yes(), no()], ([test = null, one = null, other = null]) => {
      const truth = toTruth(test);
      return truth instanceof CalcError ? truth : truth ? one : other;
    });
  const truth = toTruth(single(condition));
  return truth instanceof CalcError ? truth : truth ? yes() : no();
}

function rowNumbers(range: Operand | undefined, place: Place): Operand {
  if (range === undefined || !isMatrix(range)) return place.row + 1;
  const first = (range.firstRow ?? 0) + 1;
  return range.rows === 1 ? first : matrixOf(Array.from({ length: range.rows }, (_, index) => [first + index]));
}

function operated(operator: Operator, operands: readonly Operand[]): Operand {
  if (operands.length === 1) return each(operands, ([value = null]) => negated(operator, value));
  return operands
    .slice(1)
    .reduce<Operand>((left, right) => each([left, right], ([a = null, b = null]) => combined(operator, a, b)), operands[0]!);
}

function negated(operator: Operator, value: Scalar): Scalar {
  const number = toNumber(value);
  return number instanceof CalcError || operator !== "-" ? number : -number;
}

function combined(operator: Operator, left: Scalar, right: Scalar): Scalar {
  if (left instanceof CalcError) return left;
  if (right instanceof CalcError) return right;
  switch (operator) {
    case "&":
      return `${String(toText(left))}${String(toText(right))}`;
    case "=":
      return compare(left, right) === 0;
    case "<>":
      return compare(left, right) !== 0;
    case "<":
      return compare(left, right) < 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">":
      return compare(left, right) > 0;
    case ">=":
      return compare(left, right) >= 0;
    default:
      return computed(operator, toNumber(left), toNumber(right));
  }
}

function computed(operator: "+" | "-" | "*" | "/" | "^", left: number | CalcError, right: number | CalcError): Scalar {
  if (left instanceof CalcError) return left;
  if (right instanceof CalcError) return right;
  if (operator === "/" && right === 0) return DIVISION;
  const result =
    operator === "+"
      ? sum(left, right)
      : operator === "-"
        ? sum(left, -right)
        : operator === "*"
          ? left * right
          : operator === "/"
            ? left / right
            : left ** right;
  return Number.isFinite(result) ? result : NUMBER;
}

/** A sum whose digits cancel to less than 15 is 0, as in Excel. */
function sum(left: number, right: number): number {
  const result = left + right;
  return Math.abs(result) < Math.abs(left) * 2 ** -48 ? 0 : result;
}
