import { isNoFigure, numberOf } from "./cellValue";
import { comparable, CONCLUSION_LABELS, type Aggregation } from "./labels";
import type { Period } from "./periods";

/** What became of a figure that was asked for. */
export type FigureState = "received" | "not-arising" | "missing";

/** How sure a figure is. */
export type FigureKind = "official" | "estimate";

/** One row of the period table, as a person filled it. */
export interface ReportedRow {
  /** Code of the target. */
  readonly target: string;
  /** Undefined where the row names no known period. */
  readonly period: Period | undefined;
  /** Who reports; figures of several reporters for one period stand beside each other. */
  readonly reporter: string;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  /** What was typed as the value: a number, a tier, a word, or nothing. */
  readonly typed?: unknown;
  readonly state?: FigureState | undefined;
  readonly kind?: FigureKind | undefined;
}

/** The figure of a row: a number, words, or "" where there is none; `NOT_ARISING` where nothing arose. */
export type RowFigure = number | string;

/** The words that stand for a figure in a period in which nothing arose. */
export const NOT_ARISING = CONCLUSION_LABELS["not-arising"];

/** What a row is to the result of its target at the period viewed. */
export type RowUse = "counted" | "not-arising" | "unused";

/** A row with what follows from the others. */
export interface JudgedRow {
  readonly row: ReportedRow;
  readonly figure: RowFigure;
  /** Within the year viewed, closed by the end of the period viewed, and not replaced by a later row. */
  readonly inView: RowUse;
  /** Enters the result of its target. */
  readonly use: RowUse;
}

/** The figure of a target up to the period viewed. */
export interface PeriodResult {
  /** A number, words, `NOT_ARISING`; "" where there is none. */
  readonly value: RowFigure;
  /** An estimate as soon as one of the rows counted is; undefined without a row. */
  readonly kind: FigureKind | undefined;
}

/**
 * Figure of a row. What was typed goes first; else numerator ÷ denominator, and nothing arose where both are 0. "Chưa gửi" has no figure,
 * whatever stands beside it, and a blank is not a zero (DOMAIN §2.1).
 */
export function rowFigure({ typed, numerator, denominator, state }: ReportedRow): RowFigure {
  if (state === "not-arising") return NOT_ARISING;
  if (state === "missing") return "";
  if (typeof typed === "string" && comparable(typed) === comparable(NOT_ARISING)) return NOT_ARISING;
  if (typeof typed === "number" || (typeof typed === "string" && !isNoFigure(typed))) return typed;
  if (numerator === undefined || denominator === undefined) return "";
  if (denominator === 0) return numerator === 0 ? NOT_ARISING : "";
  return numerator / denominator;
}

/**
 * Tells which rows enter the result of their targets at the period viewed. Within the year viewed, up to the end of the period viewed:
 * a later row of the same target, period and reporter replaces an earlier one; sums, means and ratios leave out a row whose reporter has
 * given a longer period around it, so that a quarter and its months are not counted twice; "Số cuối kỳ" takes the last period, "Lớn nhất"
 * the greatest figure, in every row that has it. "Tử/mẫu" needs numerator and denominator in every row; as long as one lacks them the last figure stands.
 */
export function judgeRows(
  rows: readonly ReportedRow[],
  view: Period | undefined,
  methodOf: (target: string) => Aggregation,
): readonly JudgedRow[] {
  const figures = rows.map(rowFigure);
  const latest = new Map(rows.flatMap((row, index) => (figures[index] === "" ? [] : [[placeOf(row), index] as const])));
  const viewed = rows.map((row, index) => inView(row, figures[index]!, latest.get(placeOf(row)) === index, view));
  const groups = new Map<string, number[]>();
  rows.forEach(({ target }, index) => {
    if (viewed[index] === "counted") groups.set(folded(target), [...(groups.get(folded(target)) ?? []), index]);
  });
  const counted = new Set<number>();
  for (const members of groups.values()) {
    const method = effectiveMethod(
      methodOf(rows[members[0]!]!.target),
      members.map((index) => rows[index]!),
    );
    for (const index of members) if (enters(index, members, rows, figures, method)) counted.add(index);
  }
  return rows.map((row, index) => {
    const use = viewed[index] === "counted" && !counted.has(index) ? "unused" : viewed[index]!;
    return { row, figure: figures[index]!, inView: viewed[index]!, use };
  });
}

/** Result of a target from its judged rows. */
export function periodResult(rows: readonly JudgedRow[], target: string, method: Aggregation): PeriodResult {
  const own = rows.filter(({ row }) => same(row.target, target));
  const counted = own.filter(({ use }) => use === "counted");
  if (counted.length === 0) return { value: own.some(({ use }) => use === "not-arising") ? NOT_ARISING : "", kind: undefined };
  const kind = counted.some(({ row }) => row.kind === "estimate") ? "estimate" : "official";
  return { value: resultValue(counted, method), kind };
}

function resultValue(counted: readonly JudgedRow[], method: Aggregation): RowFigure {
  const sum = (of: (row: JudgedRow) => number): number => counted.reduce((total, row) => total + of(row), 0);
  const total = (): number => sum(({ figure }) => figure as number);
  if (method === "sum") return total();
  if (method === "mean") return total() / counted.length;
  if (method === "ratio" && counted.every(({ row }) => isComplete(row))) {
    const whole = sum(({ row }) => row.denominator!);
    return whole === 0 ? NOT_ARISING : sum(({ row }) => row.numerator!) / whole;
  }
  return counted.at(-1)!.figure;
}

function inView({ target, period }: ReportedRow, figure: RowFigure, isLatest: boolean, view: Period | undefined): RowUse {
  if (figure === "" || target === "" || period === undefined || view === undefined || !isLatest) return "unused";
  if (period.year !== view.year || period.to > view.to) return "unused";
  return figure === NOT_ARISING ? "not-arising" : "counted";
}

/** What a row is about: a later row of the same target, period and reporter stands in its place. */
function placeOf({ target, period, reporter }: ReportedRow): string {
  return folded([target, period?.code ?? "", reporter].join("\n"));
}

function effectiveMethod(method: Aggregation, rows: readonly ReportedRow[]): Aggregation {
  return method === "ratio" && !rows.every(isComplete) ? "last" : method;
}

function enters(
  index: number,
  members: readonly number[],
  rows: readonly ReportedRow[],
  figures: readonly RowFigure[],
  method: Aggregation,
): boolean {
  const others = members.filter((other) => other !== index);
  const { from, to, code } = rows[index]!.period!;
  if (method === "last")
    return !others.some((other) => {
      const period = rows[other]!.period!;
      return period.to > to || (period.to === to && (period.from < from || (period.from === from && other > index)));
    });
  const value = numberOf(figures[index]);
  if (value === undefined) return false;
  const numeric = others.filter((other) => numberOf(figures[other]) !== undefined);
  if (method === "max") return !numeric.some((other) => (figures[other] as number) > value);
  return !numeric.some((other) => {
    const { period, reporter } = rows[other]!;
    return same(reporter, rows[index]!.reporter) && period!.code !== code && period!.from <= from && period!.to >= to;
  });
}

function isComplete({ numerator, denominator }: ReportedRow): boolean {
  return numerator !== undefined && denominator !== undefined;
}

/** Excel compares text without case. */
function same(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
