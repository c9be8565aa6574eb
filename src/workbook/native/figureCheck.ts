import { JUMP, JUMP_WORDS, MISMATCH_WORDS, SLACK } from "../../tracking/dataDoctor";
import { BLANK_WORDS, COUNT_UNITS, ISSUE_LABELS, STATE_WORDS } from "../../tracking/labels";
import { call, literal, type Formula } from "../formula";
import {
  abs,
  and,
  argumentOr,
  cases,
  eq,
  ge,
  gt,
  iff,
  isIn,
  isNumber,
  join,
  le,
  left,
  lower,
  lt,
  minus,
  not,
  or,
  over,
  times,
  trim,
  type Part,
  no,
} from "./parts";

/** KPI.KIEMTRA(value, unit, numerator, denominator, before): what is unusual, joined by "; ". */
export function nativeFigureCheck(args: readonly Formula[]): Formula {
  const [value, unit, numerator, denominator, before] = [0, 1, 2, 3, 4].map((place) => argumentOr(args, place)) as [
    Formula,
    Formula,
    Formula,
    Formula,
    Formula,
  ];
  const unitWord = lower(trim(unit));
  const share = eq(unitWord, "%");
  const counted = or(iff(eq(left(unit, 2), "%/"), no, eq(left(unit, 1), "%")), isIn(unitWord, COUNT_UNITS));
  const pair = and(isNumber(numerator), isNumber(denominator));
  const numeric = isNumber(value);
  const word = lower(trim(value));
  const negative = (part: Formula): Formula => iff(isNumber(part), lt(part, 0), no);
  const said = (condition: Formula, words: Part): Formula => iff(condition, join("; ", words), "");
  const jumped = iff(
    and(isNumber(before), numeric),
    and(gt(before, 0), gt(value, 0), or(ge(times(value, SLACK), times(before, JUMP)), le(times(value, JUMP), times(before, SLACK)))),
    no,
  );
  const issues = join(
    said(iff(pair, gt(numerator, denominator), no), ISSUE_LABELS["numerator-over-denominator"]),
    said(or(negative(numerator), negative(denominator), iff(numeric, and(lt(value, 0), or(share, counted)), no)), ISSUE_LABELS.negative),
    said(iff(numeric, no, not(isIn(word, ["", ...BLANK_WORDS, ...Object.keys(STATE_WORDS)]))), ISSUE_LABELS["not-a-number"]),
    iff(
      iff(numeric, and(share, gt(value, 1 + 1e-9)), no),
      cases([[and(gt(value, 1.5), le(value, 100)), `; ${ISSUE_LABELS["unit-suspect"]}`]], `; ${ISSUE_LABELS["over-100"]}`),
      "",
    ),
    said(
      iff(and(pair, numeric, share), iff(gt(denominator, 0), gt(abs(minus(value, over(numerator, denominator))), 0.0005), no), no),
      MISMATCH_WORDS,
    ),
    said(jumped, JUMP_WORDS),
  );
  return call("MID", issues, literal(3), literal(500));
}
