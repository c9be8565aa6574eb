import { call, literal, type Formula } from "./formula";
import { printFormula } from "./formulaText";
import { bookLookup } from "./layout";
import { expandKpi } from "./nativeFormula";

/** Longest formula aimed at: below Excel's 8,192, with room for the suffix of a second book. */
const ROOM = 7_900;
/** Longest part that is moved out. */
const PART = 6_500;

/** A calculated column whose KPI calls have native forms that fit, and the columns that carry the parts moved out. */
export interface SpreadFormula {
  readonly formula: Formula;
  readonly parts: readonly Formula[];
}

/**
 * Gives the KPI calls of a formula native forms that Excel's limit on formula length allows: the largest parts of a form that is too long
 * move to columns of their own, which `partColumn` names by number from `first` on. A part may fail where the form would not have used it, so it
 * gives "" instead of an error.
 */
export function spreadFormula(formula: Formula, first: number, partColumn: (index: number) => Formula): SpreadFormula {
  const parts: Formula[] = [];
  const shorten = (whole: Formula): Formula => {
    let form = whole;
    while (lengthOf(form) > ROOM) {
      const part = largestPart(form);
      if (!part) return form;
      form = replace(form, part, partColumn(first + parts.length));
      parts.push(call("IFERROR", part, literal("")));
    }
    return form;
  };
  const walk = (node: Formula): Formula => {
    if (node.kind === "op") return { ...node, args: node.args.map(walk) };
    if (node.kind !== "call") return node;
    if (!node.fn.startsWith("KPI.")) return { ...node, args: node.args.map(walk) };
    const native = expandKpi(node);
    return lengthOf(native) > ROOM ? { ...node, native: shorten(native) } : node;
  };
  return { formula: walk(formula), parts };
}

function lengthOf(formula: Formula): number {
  return printFormula(formula, { dialect: "native", target: "file", lookup: bookLookup() }).length;
}

/** The largest part of a formula that is a value by itself and short enough to stand alone. */
function largestPart(formula: Formula): Formula | undefined {
  let best: Formula | undefined;
  let most = 0;
  const visit = (node: Formula): void => {
    if (node.kind !== "op" && node.kind !== "call") return;
    const length = lengthOf(node);
    if (length <= most) return;
    if (length <= PART) {
      best = node;
      most = length;
    } else node.args.forEach(visit);
  };
  if (formula.kind === "op" || formula.kind === "call") formula.args.forEach(visit);
  return best;
}

/** Puts another node in the place of one, everywhere it stands. */
function replace(formula: Formula, part: Formula, by: Formula): Formula {
  if (formula === part) return by;
  if (formula.kind === "op" || formula.kind === "call") return { ...formula, args: formula.args.map((arg) => replace(arg, part, by)) };
  return formula;
}
