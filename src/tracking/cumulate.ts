import type { Aggregation } from "./labels";
import type { Period } from "./periods";

/** What was reported for one target in one period; undefined where nothing was. */
export interface PeriodFigure {
  readonly period: Period;
  readonly value: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/**
 * Figure of a target up to the end of the period viewed, within its year. Sums and ratios take periods that do not overlap, the longer one
 * where two begin together, so that a quarter and its months are not counted twice; of two entries for one period the later one counts.
 * "not-arising" when the denominators sum to 0; undefined without a figure.
 */
export function aggregate(figures: readonly PeriodFigure[], view: Period, method: Aggregation): number | "not-arising" | undefined {
  const seen = new Map<string, PeriodFigure>();
  for (const figure of figures) {
    const complete = method === "ratio" ? figure.numerator !== undefined && figure.denominator !== undefined : figure.value !== undefined;
    if (complete && figure.period.year === view.year && figure.period.months[1] <= view.months[1]) seen.set(figure.period.code, figure);
  }
  const inView = [...seen.values()];
  if (inView.length === 0) return undefined;
  if (method === "last") return latest(inView).value;
  if (method === "max") return inView.reduce((most, { value }) => Math.max(most, value!), -Infinity);
  const apart = withoutOverlap(inView);
  const sum = (of: (figure: PeriodFigure) => number): number => apart.reduce((total, figure) => total + of(figure), 0);
  if (method === "sum") return sum(({ value }) => value!);
  if (method === "mean") return sum(({ value }) => value!) / apart.length;
  const whole = sum(({ denominator }) => denominator!);
  return whole === 0 ? "not-arising" : sum(({ numerator }) => numerator!) / whole;
}

function latest(figures: readonly PeriodFigure[]): PeriodFigure {
  return figures.reduce((best, figure) => (rank(figure) >= rank(best) ? figure : best));
}

/** Later end first; of two that end together the one that covers more. */
function rank({ period }: PeriodFigure): number {
  return period.months[1] * 100 + (12 - period.months[0]);
}

function withoutOverlap(figures: readonly PeriodFigure[]): readonly PeriodFigure[] {
  const ordered = [...figures].sort((a, b) => a.period.months[0] - b.period.months[0] || b.period.months[1] - a.period.months[1]);
  const kept: PeriodFigure[] = [];
  for (const figure of ordered) if (kept.length === 0 || figure.period.months[0] > kept.at(-1)!.period.months[1]) kept.push(figure);
  return kept;
}
