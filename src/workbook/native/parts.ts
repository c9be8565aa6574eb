import { kindName, type KindChoice } from "../../tracking/labels";
import { call, literal, op, type Formula, type Operator } from "../formula";

/** A formula or a plain value that becomes a literal. */
export type Part = Formula | number | string;

const part = (value: Part): Formula => (typeof value === "object" ? value : literal(value));
const infix =
  (operator: Operator) =>
  (...args: readonly Part[]): Formula =>
    op(operator, ...args.map(part));

export const add = infix("+");
export const minus = infix("-");
export const times = infix("*");
export const over = infix("/");
export const join = infix("&");
export const eq = infix("=");
export const ne = infix("<>");
export const lt = infix("<");
export const le = infix("<=");
export const gt = infix(">");
export const ge = infix(">=");

const fn =
  (name: string) =>
  (...args: readonly Part[]): Formula =>
    call(name, ...args.map(part));

export const iff = fn("IF");
export const and = fn("AND");
export const or = fn("OR");
export const not = fn("NOT");
export const abs = fn("ABS");
export const min = fn("MIN");
export const max = fn("MAX");
export const isNumber = fn("ISNUMBER");
export const isError = fn("ISERROR");
export const find = fn("FIND");
export const trim = fn("TRIM");
export const lower = fn("LOWER");
export const left = fn("LEFT");
export const choose = fn("CHOOSE");
export const substitute = fn("SUBSTITUTE");

/** The error that a wrong definition gives in every dialect. */
export const VALUE_ERROR: Formula = call("VALUE", literal("?"));

/** FALSE as a formula. */
export const no: Formula = { kind: "literal", value: false };

/** The argument at a position; undefined when it was left out. */
export function argumentAt(args: readonly Formula[], position: number): Formula | undefined {
  const found = args[position];
  return found === undefined || found.kind === "omitted" ? undefined : unguarded(found);
}

/** As `argumentAt`, with blank text for an argument that was left out. */
export function argumentOr(args: readonly Formula[], position: number): Formula {
  return argumentAt(args, position) ?? literal("");
}

/** IF(x="","",x) is x here: a native formula tests blanks by itself, and a shorter argument keeps the formula within Excel's limits. */
function unguarded(formula: Formula): Formula {
  if (formula.kind !== "call" || formula.fn !== "IF" || formula.args.length !== 3) return formula;
  const [test, blank, value] = formula.args as readonly [Formula, Formula, Formula];
  const same = JSON.stringify(test) === JSON.stringify(op("=", value, literal("")));
  return same && blank.kind === "literal" && blank.value === "" ? value : formula;
}

/** True when a text is one of the words; the words hold no ";". */
export function isIn(text: Formula, words: readonly string[]): Formula {
  if (words.length <= 2) return words.length === 1 ? eq(text, words[0]!) : or(...words.map((word) => eq(text, word)));
  return isNumber(find(join(";", text, ";"), `;${words.join(";")};`));
}

/** Names of kinds. */
export function names(...choices: readonly KindChoice[]): readonly string[] {
  return choices.map(kindName);
}

/** Chain of IFs: the first true condition gives the result. */
export function cases(pairs: readonly (readonly [Formula, Part])[], otherwise: Part): Formula {
  return pairs.reduceRight<Formula>((rest, [condition, result]) => iff(condition, result, rest), part(otherwise));
}
