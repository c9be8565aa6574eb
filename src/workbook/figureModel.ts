import type { Plan, Target } from "../plan/plan";
import type { TargetFacts } from "../tracking/evaluation";
import { figureIssues } from "../tracking/dataDoctor";
import type { Aggregation } from "../tracking/labels";
import { judgeRows, periodResult, type JudgedRow, type PeriodResult, type ReportedRow } from "../tracking/periodData";
import type { Period, PeriodKind } from "../tracking/periods";
import type { CompileOptions } from "./compileOptions";
import type { FigureInput } from "./figureInput";
import { WORDS } from "./words";
import { periodBefore, type BookPeriods } from "./periodModel";
import { leadOf } from "./planFacts";
import { sampleRows, tilesOf } from "./sampleRows";
import { aggregationOf, figureUnit, targetFactsOf } from "./targetModel";

/** Most rows that are laid out before anything is reported; a book of more targets has one a target, for the year. */
const MOST_ROWS = 400;

/** A row of tblSoLieu with everything that it shows. */
export interface FigureRow extends FigureInput {
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly method: Aggregation;
  readonly judged: JudgedRow;
  /** Figure of the same target in the period of the same length before; "" without one. */
  readonly before: number | "";
}

/** The figures of a new book. */
export interface BookFigures {
  readonly rows: readonly FigureRow[];
  /** Result of a target at the period viewed. */
  readonly resultOf: (target: string) => PeriodResult;
}

/**
 * Rows of a new tblSoLieu. An official who opens the sheet before a report looks for the list of figures that are due, so there is one row
 * a numeric target and period of the plan's report rhythm in the year viewed, without status: what is typed counts at once, what is not
 * typed is no figure. Rows are grouped by period, as they are collected; later ones are typed below. With a sample the rows hold invented
 * figures of at least three periods instead.
 */
export function bookFigures(plan: Plan, options: CompileOptions, periods: BookPeriods): BookFigures {
  const facts = targetFactsOf(plan, options);
  const methods = new Map(plan.targets.map(({ id }) => [id, aggregationOf(facts.get(id)!)]));
  const laid = options.sample ? sampleInputs(plan, facts, methods, periods) : blankInputs(plan, facts, periods);
  const judged = judgeRows(laid.map(reportedRow), periods.view, (target) => methods.get(target) ?? "last");
  const byTarget = groupedBy(judged, ({ row }) => row.target);
  const byPeriod = groupedBy(judged, ({ row }) => `${row.target}|${row.period?.code ?? ""}`);
  const rows = laid.map(({ target, input }, index): FigureRow => {
    const code = periodBefore(input.period, periods.system).code;
    return {
      ...input,
      target,
      facts: facts.get(target.id)!,
      method: methods.get(target.id)!,
      judged: judged[index]!,
      before: meanOf(byPeriod.get(`${target.id}|${code}`) ?? []),
    };
  });
  return { rows, resultOf: (target) => periodResult(byTarget.get(target) ?? [], target, methods.get(target) ?? "last") };
}

interface LaidRow {
  readonly target: Target;
  readonly input: FigureInput;
}

function reportedRow({ target, input }: LaidRow): ReportedRow {
  return {
    target: target.id,
    period: input.period,
    reporter: input.reporter,
    numerator: input.numerator ?? undefined,
    denominator: input.denominator ?? undefined,
    typed: input.typed,
    state: input.state ?? undefined,
    kind: input.kind ?? undefined,
  };
}

function groupedBy(judged: readonly JudgedRow[], keyOf: (row: JudgedRow) => string): ReadonlyMap<string, readonly JudgedRow[]> {
  const groups = new Map<string, JudgedRow[]>();
  for (const one of judged) {
    const key = keyOf(one);
    const rows = groups.get(key);
    if (rows) rows.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function meanOf(rows: readonly JudgedRow[]): number | "" {
  const numbers = rows.flatMap(({ figure }) => (typeof figure === "number" ? [figure] : []));
  return numbers.length === 0 ? "" : numbers.reduce((total, value) => total + value, 0) / numbers.length;
}

function blankInputs(plan: Plan, facts: ReadonlyMap<string, TargetFacts>, { all, view, rhythm }: BookPeriods): readonly LaidRow[] {
  const targets = plan.targets.filter((target) => isCollected(target, plan, facts, view.year));
  const ofYear = all.filter(({ year }) => year === view.year);
  const collected = collectionKinds(rhythm)
    .map((kinds) => ofYear.filter(({ kind }) => kinds.includes(kind)))
    .find((some) => some.length > 0 && some.length * targets.length <= MOST_ROWS);
  return inOrder(collected ?? ofYear.filter(({ kind }) => kind === "year")).flatMap((period) =>
    targets.map((target) => ({ target, input: blankInput(target, period) })),
  );
}

/** Sets of periods that tile a year, the finest first: a quarterly plan is followed by quarters, its half-years add up by themselves. */
function collectionKinds(rhythm: readonly PeriodKind[]): readonly (readonly PeriodKind[])[] {
  const fine = (["month", "quarter"] as const).filter((kind) => rhythm.includes(kind)).map((kind) => [kind]);
  return [...fine, rhythm.filter((kind) => kind !== "month" && kind !== "quarter"), ["year"]];
}

function inOrder(periods: readonly Period[]): readonly Period[] {
  return [...periods].sort((a, b) => a.months[1] - b.months[1] || b.months[0] - a.months[0]);
}

/** Figures are collected for targets that are measured by a number and not yet over; of a series of horizons for the next one only. */
function isCollected(target: Target, plan: Plan, facts: ReadonlyMap<string, TargetFacts>, year: number): boolean {
  if (["K13", "K21", "K24"].includes(facts.get(target.id)!.kind)) return false;
  const horizon = (one: Target): number => one.horizon ?? year;
  if (horizon(target) < year) return false;
  const { series } = target;
  return (
    series === undefined ||
    !plan.targets.some((other) => other.series === series && horizon(other) >= year && horizon(other) < horizon(target))
  );
}

function blankInput(target: Target, period: Period): FigureInput {
  return {
    period,
    reporter: leadOf(target),
    numerator: null,
    denominator: null,
    typed: null,
    kind: null,
    state: null,
    received: null,
    source: null,
  };
}

function sampleInputs(
  plan: Plan,
  facts: ReadonlyMap<string, TargetFacts>,
  methods: ReadonlyMap<string, Aggregation>,
  periods: BookPeriods,
): readonly LaidRow[] {
  const tiles = tilesOf(periods);
  const byTarget = plan.targets.map((target) => ({
    target,
    inputs: sampleRows(target, facts.get(target.id)!, methods.get(target.id)!, tiles),
  }));
  return tiles.map((_, place) => byTarget.map(({ target, inputs }) => ({ target, input: inputs[place]! }))).flat();
}

/** What is wrong with a row or unusual about its figure, in words; "" when nothing is. */
export function rowCheck({ judged, typed, state, facts, before }: FigureRow): string {
  if (state === "missing" && typed !== null) return WORDS.checkMissing;
  if (state === "received" && judged.figure === "") return WORDS.checkReceived;
  if (facts.kind === "K13" && typeof judged.figure === "string") return "";
  const { numerator, denominator } = judged.row;
  return figureIssues({ value: judged.figure, unit: figureUnit(facts), numerator, denominator, before }).join("; ");
}
