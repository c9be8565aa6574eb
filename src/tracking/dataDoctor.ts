import { isNoFigure, numberOf, actualOf } from "./cellValue";
import { COUNT_UNITS, comparable, ISSUE_LABELS, isShareOf } from "./labels";

/** One reported figure with what stands beside it. */
export interface ReportedFigure {
  readonly value: unknown;
  readonly unit: string;
  readonly numerator?: unknown;
  readonly denominator?: unknown;
  /** Figure of the period before. */
  readonly before?: unknown;
}

/** Change against the period before from which a figure is worth a second look: ten times as much or a tenth. */
export const JUMP = 10;

/** Floating-point slack of the comparison with the period before. */
export const SLACK = 1 + 1e-9;

/** Words for a share that is not its numerator ÷ denominator. */
export const MISMATCH_WORDS = "Không khớp tử số/mẫu số";

/** Words for a jump against the period before. */
export const JUMP_WORDS = "Biến động bất thường so với kỳ trước";

/** What is unusual about a figure, in words; empty when nothing is. Blank is nothing unusual. */
export function figureIssues({ value, unit, numerator, denominator, before }: ReportedFigure): readonly string[] {
  const issues: string[] = [];
  const [over, under] = [numberOf(numerator), numberOf(denominator)];
  if (over !== undefined && under !== undefined && over > under) issues.push(ISSUE_LABELS["numerator-over-denominator"]);
  if ((over ?? 0) < 0 || (under ?? 0) < 0) issues.push(ISSUE_LABELS.negative);
  if (isNoFigure(value)) return issues;
  const number = numberOf(value);
  if (number === undefined)
    return actualOf(value).state === "text" || typeof value !== "string" ? [...issues, ISSUE_LABELS["not-a-number"]] : issues;
  const share = comparable(unit) === "%";
  if (number < 0 && (share || isShareOf(unit) || COUNT_UNITS.includes(comparable(unit)))) issues.push(ISSUE_LABELS.negative);
  if (share && number > 1 + 1e-9) issues.push(number > 1.5 && number <= 100 ? ISSUE_LABELS["unit-suspect"] : ISSUE_LABELS["over-100"]);
  if (over !== undefined && under !== undefined && under > 0 && share && Math.abs(number - over / under) > 0.0005)
    issues.push(MISMATCH_WORDS);
  const previous = numberOf(before);
  if (previous !== undefined && previous > 0 && number > 0 && (number * SLACK >= previous * JUMP || number * JUMP <= previous * SLACK))
    issues.push(JUMP_WORDS);
  return [...new Set(issues)];
}
