import type { Plan, Target } from "../plan/plan";
import { actualOf } from "../tracking/cellValue";
import { concludeGroup } from "../tracking/compound";
import { evaluateTarget, requiredLevel } from "../tracking/evaluate";
import type { Actual, Conclusion, Evaluation, KindCode, TargetFacts } from "../tracking/evaluation";
import { explain } from "../tracking/explain";
import { factsOf } from "../tracking/goalFacts";
import { CONCLUSION_LABELS, comparable, DIRECTION_LABELS, kindName, WARNING_LABELS, type Aggregation } from "../tracking/labels";
import type { FigureKind, PeriodResult, RowFigure } from "../tracking/periodData";
import type { Warning } from "../tracking/pace";
import { HALF_UP, MISSED_RISK, MOST_DEVIATION, WARNING_RISK } from "../tracking/risk";
import { roadStarts } from "../tracking/roadmap";
import { targetPace, type PaceView, type TargetPace } from "../tracking/targetPace";
import type { CompileOptions } from "./compileOptions";
import { allRows, call, literal, op, thisRow, type CellValue, type Formula } from "./formula";
import { ifCoded } from "./kpiCalls";
import { COLUMNS } from "./names";
import { depthOf, trackedYear } from "./planFacts";
import type { CellFormat } from "./styles";
import { isBlank } from "./tableModel";

const T = COLUMNS.targets;
const cell = (column: string): Formula => thisRow("targets", column);

/** A target with everything that its row shows. */
export interface TargetRow {
  readonly target: Target;
  readonly depth: number;
  readonly facts: TargetFacts;
  readonly actual: Actual;
  readonly actualCell: RowFigure;
  /** How sure the figure is; undefined without one. */
  readonly figureKind: FigureKind | undefined;
  readonly evaluation: Evaluation;
  readonly pace: TargetPace;
  /** Conclusion with its "trong đó"; undefined for a target without. */
  readonly groupConclusion: Conclusion | undefined;
  readonly explanation: string;
  readonly formats: TargetFormats;
  /** The figure is invented. */
  readonly sample: boolean;
}

/** How the figures of a target are shown. */
export interface TargetFormats {
  /** Level as the plan gives it. */
  readonly level: CellFormat;
  /** Actual value, baseline and level to be reached. */
  readonly figure: CellFormat;
}

/** Facts of each target of a plan by id. */
export function targetFactsOf(plan: Plan, options: Pick<CompileOptions, "asOf" | "year">): ReadonlyMap<string, TargetFacts> {
  const year = plan.header.endYear ?? trackedYear(plan, options.asOf, options.year);
  return new Map(plan.targets.map((target) => [target.id, factsOf(target, year)]));
}

/** Rows of tblChiTieu in plan order, judged by the engine on the day of evaluation; `resultOf` gives the figure of a target at the period viewed. */
export function targetRows(
  plan: Plan,
  options: CompileOptions,
  resultOf: (target: string) => PeriodResult,
  view: PaceView,
): readonly TargetRow[] {
  const byId = new Map(plan.targets.map((target) => [target.id, target]));
  const factsById = targetFactsOf(plan, options);
  const roads = plan.targets.map(({ id, series = "", baselineYear = null }) => ({ facts: factsById.get(id)!, series, baselineYear }));
  const startOf = roadStarts(roads);
  const judged = plan.targets.map((target, index) => {
    const facts = factsById.get(target.id)!;
    const { value, kind } = resultOf(target.id);
    const actual = actualOf(value);
    const evaluation = evaluateTarget(facts, actual, options.asOf);
    const pace = targetPace(facts, aggregationOf(facts), evaluation, actual, view, startOf(roads[index]!));
    return { target, facts, actual, actualCell: value, figureKind: kind, evaluation, pace };
  });
  const own = new Map(judged.map(({ target, evaluation }) => [target.id, evaluation.conclusion]));
  return judged.map((row) => ({
    ...row,
    depth: depthOf(row.target, byId),
    groupConclusion: groupOf(
      row.evaluation.conclusion,
      plan.targets.filter(({ parent }) => parent === row.target.id).map(({ id }) => own.get(id)!),
    ),
    explanation: explain(row.facts, row.actual, row.evaluation, { unit: row.target.unit }),
    formats: formatsOf(row.facts),
    sample: options.sample === true && row.actualCell !== "",
  }));
}

function groupOf(own: Conclusion, children: readonly Conclusion[]): Conclusion | undefined {
  return children.length === 0 ? undefined : concludeGroup(own, children);
}

/** Formats by kind and unit of measurement. */
export function formatsOf({ kind, unit, level }: Pick<TargetFacts, "kind" | "unit" | "level">): TargetFormats {
  const share = unit.trim().startsWith("%");
  const figure: CellFormat = share ? "percent" : "number";
  const shareLevel: CellFormat = level !== null && Math.abs(level * 100 - Math.round(level * 100)) > 1e-9 ? "percent" : "percent0";
  switch (kind) {
    case "K05":
    case "K18":
    case "K20":
    case "K23":
    case "K24":
      return { level: "percent0", figure: "percent" };
    case "K07":
    case "K08":
      return { level: shareLevel, figure: share ? "number" : figure };
    case "K13":
      return { level: "center", figure: "center" };
    case "K21":
      return { level: "date", figure: "date" };
    case "K11":
    case "K12":
    case "K14":
    case "K15":
      return { level: "number", figure: "number" };
    default:
      return { level: share ? shareLevel : "number", figure };
  }
}

/** Unit of the figures of a target; "" for a relative change, whose "%" is the unit of the change and not of what is counted. */
export function figureUnit({ kind, unit }: Pick<TargetFacts, "kind" | "unit">): string {
  return RELATIVE_KINDS.includes(kind) && unit.trim().startsWith("%") ? "" : unit;
}

/** Kinds whose level is a change against the baseline in percent. */
export const RELATIVE_KINDS: readonly KindCode[] = ["K07", "K08"];

/** Level cell: the tier for kinds of classification, else the level. */
export function levelCell({ kind, level, tier }: TargetFacts): CellValue {
  return kind === "K13" ? (tier ?? null) : kind === "K10" ? null : level;
}

/** "Mức phải đạt": the level in the unit of the actual value, the tier for classifications, "" where it is not known. */
export function requiredCell(facts: TargetFacts): CellValue {
  if (facts.kind === "K13") return facts.tier ?? "";
  return facts.kind === "K24" ? "" : (requiredLevel(facts) ?? "");
}

/** Native formula of "Mức phải đạt", the same in both dialects. */
export const requiredFormula: Formula = ifCoded("targets", requiredByKind());

/** Native formula of "Mức nguy cơ" as `riskOf` counts it, a number even where the row is blank, because Tổng quan ranks by it. */
export const riskFormula: Formula = riskByWarning();

function riskByWarning(): Formula {
  const thousandths = (number: Formula, share: Formula): Formula =>
    call(
      "IF",
      call("ISNUMBER", number),
      call("MIN", literal(MOST_DEVIATION), call("INT", op("+", op("*", call("MAX", literal(0), share), literal(1000)), literal(HALF_UP)))),
      literal(0),
    );
  const lacking = thousandths(cell(T.attainment), op("-", literal(1), cell(T.attainment)));
  const behind = thousandths(cell(T.gap), op("-", literal(0), cell(T.gap)));
  const missed = isOneOf(cell(T.conclusion), [CONCLUSION_LABELS["not-met"], CONCLUSION_LABELS["partly-met"]]);
  const running = op("=", cell(T.conclusion), literal(CONCLUSION_LABELS["in-progress"]));
  const unknown = call("IF", op("=", cell(T.warning), literal("")), call("IF", running, lacking, literal(0)), literal(0));
  const warned = Object.entries(WARNING_RISK).reduceRight<Formula>(
    (rest, [warning, start]) =>
      call("IF", op("=", cell(T.warning), literal(WARNING_LABELS[warning as Warning])), op("+", literal(start), behind), rest),
    unknown,
  );
  return call("IF", missed, op("+", literal(MISSED_RISK), lacking), warned);
}

/** Native formula of "Kết luận cả nhóm" (K17): the target with its "trong đó", found by their parent code; "" for a target without. */
export const groupFormula: Formula = ifCoded("targets", groupConclusionFormula());

function requiredByKind(): Formula {
  const level = cell(T.level);
  const base = cell(T.baseline);
  const based = (formula: Formula): Formula => call("IF", call("OR", isBlank(base), isBlank(level)), literal(""), formula);
  const changed = (sign: "+" | "-"): Formula => based(op(sign, base, op("*", call("ABS", base), level)));
  const branches: readonly (readonly [readonly string[], Formula])[] = [
    [[kindName({ kind: "K07" })], changed("+")],
    [[kindName({ kind: "K08" })], changed("-")],
    [[kindName({ kind: "K09" })], based(op("+", base, level))],
    [[kindName({ kind: "K09", down: true })], based(op("-", base, level))],
    [[kindName({ kind: "K10" }), kindName({ kind: "K10", down: true })], call("IF", isBlank(base), literal(""), base)],
    [[kindName({ kind: "K11" })], based(call("MAX", literal(1), op("-", base, level)))],
    [[kindName({ kind: "K20" }), kindName({ kind: "K23" })], literal(1)],
    [[kindName({ kind: "K24" })], literal("")],
    [[kindName({ kind: "K05" }), kindName({ kind: "K18" })], call("IF", isBlank(level), literal(1), level)],
  ];
  const otherwise = call("IF", isBlank(level), literal(""), level);
  return branches.reduceRight<Formula>((rest, [kinds, formula]) => call("IF", isOneOf(cell(T.kind), kinds), formula, rest), otherwise);
}

function groupConclusionFormula(): Formula {
  const own = cell(T.conclusion);
  const label = CONCLUSION_LABELS;
  const children = (...conclusions: readonly Conclusion[]): Formula => {
    const counts = conclusions.map((code) =>
      call("COUNTIFS", allRows("targets", T.parent), cell(T.id), allRows("targets", T.conclusion), literal(label[code])),
    );
    return counts.length === 1 ? counts[0]! : op("+", ...counts);
  };
  const all = call("COUNTIFS", allRows("targets", T.parent), cell(T.id));
  const reachedOrAside = children("met", "exceeded", "fully-met", "not-applicable", "not-arising");
  const judgedGroup = call(
    "IF",
    op(">", children("not-met", "partly-met"), literal(0)),
    literal(label["partly-met"]),
    call(
      "IF",
      op("=", reachedOrAside, all),
      literal(label["fully-met"]),
      call("IF", op(">", children("in-progress"), literal(0)), literal(label["in-progress"]), literal(label["no-data"])),
    ),
  );
  const reached = isOneOf(own, [label.met, label.exceeded, label["fully-met"]]);
  return call("IF", op("=", all, literal(0)), literal(""), call("IF", reached, judgedGroup, own));
}

/** Comparison of a cell with one of several words. */
export function isOneOf(value: Formula, words: readonly string[]): Formula {
  const tests = words.map((word) => op("=", value, literal(word)));
  return tests.length === 1 ? tests[0]! : call("OR", ...tests);
}

/** Direction in words, from the kind. */
export function directionWords({ kind, hard, down }: TargetFacts): string {
  if (kind === "K06" && hard) return DIRECTION_LABELS.exact;
  const lower = down || ["K02", "K04", "K08", "K11", "K12", "K15", "K21"].includes(kind);
  return lower ? DIRECTION_LABELS.down : DIRECTION_LABELS.up;
}

/** Units of what happens in a period and adds up over the year; a stock (doanh nghiệp, điểm, hạng) keeps its last figure. */
const FLOW_UNITS: readonly string[] = ["lần", "lượt", "cuộc", "hồ sơ", "văn bản", "lớp", "đồng", "triệu đồng", "tỷ đồng"];
/** Kinds whose level is itself an amount of the unit. */
const AMOUNT_KINDS: readonly KindCode[] = ["K01", "K02", "K03", "K04", "K06", "K14", "K22"];

/** How figures over periods become one, by kind and unit: what happens adds up, shares are numerators over denominators, everything else keeps its last figure. */
export function aggregationOf({ kind, unit }: TargetFacts): Aggregation {
  if (kind === "K14") return "sum";
  if (kind === "K15") return "max";
  if (AMOUNT_KINDS.includes(kind) && FLOW_UNITS.includes(comparable(unit))) return "sum";
  const share = comparable(unit) === "%" && [...AMOUNT_KINDS, "K05", "K18", "K19"].includes(kind);
  return share ? "ratio" : "last";
}
