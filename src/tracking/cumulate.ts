import type { Aggregation } from "./labels";
import { judgeRows, NOT_ARISING, periodResult } from "./periodData";
import type { Period } from "./periods";

/** What was reported for one target in one period; undefined where nothing was. */
export interface PeriodFigure {
  readonly period: Period;
  readonly value: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/** Figure of one target up to the end of the period viewed, by the rules of `judgeRows`. "not-arising" when nothing arose; undefined without a figure. */
export function aggregate(figures: readonly PeriodFigure[], view: Period, method: Aggregation): number | "not-arising" | undefined {
  const target = "one";
  const rows = figures.map(({ period, value, numerator, denominator }) => ({
    target,
    reporter: "",
    period,
    typed: value,
    numerator,
    denominator,
  }));
  const { value } = periodResult(
    judgeRows(rows, view, () => method),
    target,
    method,
  );
  if (value === NOT_ARISING) return "not-arising";
  return typeof value === "number" ? value : undefined;
}
