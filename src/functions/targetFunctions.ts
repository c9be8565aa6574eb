import { toSerial, type CalendarDate } from "../plan/date";
import { actualOf, cellsOf, dateOf, isBlank, isNoFigure, numberOf, textOf } from "../tracking/cellValue";
import { compare, evaluateTarget, requiredLevel } from "../tracking/evaluate";
import type { Actual, AttainmentMode, Conclusion, Evaluation, TargetFacts } from "../tracking/evaluation";
import { explain } from "../tracking/explain";
import { goalFacts } from "../tracking/goalFacts";
import { comparable, CONCLUSION_LABELS, parseConclusion, parseKind, TIERS, tierOf, type KindChoice } from "../tracking/labels";
import { choice, dateOrNull, flag, horizonOrNull, needCells, needNumber, needText, numberOrNull, single } from "./arguments";
import { CellError, MESSAGES, notAvailable, valueError } from "./cellError";
import { readGoal } from "./readGoal";

/** Arguments that describe a target, as the functions receive them. */
export interface TargetArguments {
  readonly goal: unknown;
  readonly kind?: unknown;
  readonly baseline?: unknown;
  readonly upper?: unknown;
  readonly asOf?: unknown;
  readonly horizon?: unknown;
  readonly unit?: unknown;
}

interface Judged {
  readonly facts: TargetFacts;
  readonly actual: Actual;
  readonly evaluation: Evaluation;
}

const PLAIN: TargetFacts = { kind: "K01", level: null, upper: null, baseline: null, unit: "", due: null };
const MODES = { TYLE: "ratio", TUGOC: "from-baseline" } as const satisfies Record<string, AttainmentMode>;

/** Judges the actual value of a cell against a target given by arguments. */
export function judge(actualCell: unknown, args: TargetArguments, mode: AttainmentMode = "ratio"): Judged {
  const cell = single(actualCell);
  const actual = actualOf(cell);
  if (actual.state !== "value" && actual.state !== "text") return { facts: PLAIN, actual, evaluation: evaluateTarget(PLAIN, actual, null) };
  const facts = actual.state === "text" ? factsForText(args) : factsOfArguments(args);
  const asOf = dateOrNull(args.asOf, "ngay_xet");
  const seen = facts.kind === "K21" ? dayAsNumber(actual) : actual;
  return { facts, actual: seen, evaluation: evaluateTarget(facts, seen, asOf, mode) };
}

/** A target from its arguments: the level is a number or the plan's words, the kind a code or a Vietnamese name (blank: at least). */
export function factsOfArguments(args: TargetArguments): TargetFacts {
  const level = single(args.goal);
  const chosen = kindOfArgument(args.kind);
  const unit = textOf(single(args.unit));
  const given: TargetFacts = {
    ...PLAIN,
    ...(chosen ?? {}),
    unit,
    mayExceedWhole: comparable(unit).startsWith("% "),
    upper: numberOf(single(args.upper)) ?? null,
    baseline: numberOf(single(args.baseline)) ?? null,
    due: horizonOrNull(args.horizon, "moc"),
  };
  if (isBlank(level)) return given;
  if (chosen?.kind === "K13") return { ...given, tier: textOf(level) };
  if (typeof level === "number") return { ...given, level: needNumber(level, "muc_tieu") };
  if (typeof level !== "string") throw valueError(MESSAGES.unreadableGoal);
  const day = chosen?.kind === "K21" ? dateOf(level) : undefined;
  return day ? { ...given, level: toSerial(day) } : withWords(given, level, chosen);
}

/** Conclusion label (DOMAIN §2.5). */
export function conclusion(actual: unknown, args: TargetArguments): string {
  return CONCLUSION_LABELS[judge(actual, args).evaluation.conclusion];
}

/** True, false, or "" when it cannot be decided. */
export function isReached(actual: unknown, args: TargetArguments): boolean | "" {
  return judge(actual, args).evaluation.met ?? "";
}

/** Attainment as a share; "" when there is none. */
export function attainment(actual: unknown, args: TargetArguments, limited: unknown, modeWord: unknown): number | "" {
  const capped = flag(limited, true, "gioi_han");
  const mode = choice(modeWord, MODES, "ratio", "che_do");
  const { facts, evaluation } = judge(actual, args, mode);
  if (mode === "from-baseline" && facts.baseline === null && evaluation.met !== null) throw notAvailable(MESSAGES.noBaseline);
  return (capped ? evaluation.capped : evaluation.uncapped) ?? "";
}

/** The sentence that says why. */
export function explanation(actual: unknown, args: TargetArguments, name: unknown, known: unknown): string {
  const { facts, actual: seen, evaluation } = judge(actual, args);
  const told = parseConclusion(textOf(single(known)));
  return explain(facts, seen, told ? { ...evaluation, conclusion: told } : evaluation, { name: nameOf(name) });
}

/** Excel hands a blank or omitted argument over as 0 in some hosts, and a number is no name. */
function nameOf(argument: unknown): string {
  const value = single(argument);
  return typeof value === "string" ? textOf(value) : "";
}

/** Level to be reached in the unit of the actual value: B(1+g), B(1−r), rank B−k. */
export function levelToReach(args: TargetArguments): number {
  const facts = factsOfArguments(args);
  if (facts.kind === "K13") throw valueError(MESSAGES.unreadableGoal);
  if (facts.level === null && !["K05", "K10", "K18", "K20", "K23"].includes(facts.kind)) throw valueError(MESSAGES.missingGoal);
  const level = requiredLevel(facts);
  if (level === null) throw notAvailable(MESSAGES.noBaseline);
  return level;
}

/** Attainment of a growth or a reduction against a base figure; "" for a blank actual value. */
export function changeAttainment(kind: "K07" | "K08", actual: unknown, baseline: unknown, rate: unknown, limited: unknown): number | "" {
  const capped = flag(limited, true, "gioi_han");
  const level = needNumber(rate, "ty_le");
  if (level < 0) throw valueError(MESSAGES.negative("ty_le"));
  const cell = single(actual);
  if (isNoFigure(cell)) return "";
  const value = needNumber(cell, "thuc_hien");
  const base = numberOrNull(baseline, "goc");
  const evaluation = evaluateTarget({ ...PLAIN, kind, level, baseline: base }, { state: "value", value }, null);
  if (evaluation.uncapped === null || evaluation.capped === null) throw notAvailable(MESSAGES.noBaseline);
  return capped ? evaluation.capped : evaluation.uncapped;
}

/** What a function gives back: the label of the conclusion or the attainment. */
const OUTPUTS = { NHAN: "label", TYLE: "share" } as const;

/** Label or attainment of a value against a band. */
export function band(actual: unknown, low: unknown, high: unknown, hard: unknown, output: unknown): string | number {
  const level = needNumber(low, "duoi");
  const upper = needNumber(high, "tren");
  if (compare(level, upper) > 0) throw valueError(MESSAGES.lowOverHigh);
  return given(
    actual,
    { ...PLAIN, kind: "K06", level, upper, hard: flag(hard, false, "cung") },
    choice(output, OUTPUTS, "label", "ket_qua"),
  );
}

/** Label of a rank against the rank before; with both league sizes given and different, percentiles are compared. */
export function rankUp(now: unknown, before: unknown, steps: unknown, leagueNow: unknown, leagueBefore: unknown): string {
  const level = numberOrNull(steps, "so_bac") ?? 1;
  if (level < 0 || !Number.isInteger(level)) throw valueError(MESSAGES.badRank("so_bac"));
  const actual = actualOf(single(now));
  const old = actualOf(single(before));
  if (actual.state !== "value" && actual.state !== "text") return CONCLUSION_LABELS[evaluateTarget(PLAIN, actual, null).conclusion];
  if (old.state === "unpublished") return CONCLUSION_LABELS.unpublished;
  const rank = needRank(now, "hang_moi");
  if (old.state !== "value" || old.value === 0) return CONCLUSION_LABELS["no-baseline"];
  const baseline = needRank(before, "hang_cu");
  const sizes = [numberOrNull(leagueNow, "n_moi"), numberOrNull(leagueBefore, "n_cu")] as const;
  if (sizes[0] && sizes[1] && sizes[0] !== sizes[1]) {
    if (rank > sizes[0] || baseline > sizes[1]) throw valueError(MESSAGES.badRank("hang_moi"));
    // Counted over in places of the old league, so that "one place up" keeps its meaning when provinces merge.
    const moved = ((rank - 1) * (sizes[1] - 1)) / Math.max(1, sizes[0] - 1) + 1;
    const met = compare(moved, Math.max(1, baseline - level)) <= (level === 0 && baseline > 1 ? -1 : 0);
    return CONCLUSION_LABELS[met ? "met" : "not-met"];
  }
  return labelOf({ ...PLAIN, kind: "K11", level, baseline }, { state: "value", value: rank });
}

/** Label or attainment of a rank against "top N". */
export function top(rank: unknown, limit: unknown, before: unknown, output: unknown): string | number {
  const level = needRank(limit, "n");
  const baseline = numberOf(single(before)) ?? null;
  return given(rank, { ...PLAIN, kind: "K12", level, baseline }, choice(output, OUTPUTS, "label", "ket_qua"));
}

/** Label of a tier against the tier to be reached, by the default scale or by a range from the lowest to the highest. */
export function tier(reached: unknown, wanted: unknown, scaleRange: unknown): string {
  const own = cellsOf(scaleRange).map(textOf).filter(Boolean);
  const scale = own.length > 0 ? own : TIERS;
  const goal = tierOf(needText(wanted, "nhom_muc_tieu"), scale);
  if (goal === undefined) throw notAvailable(MESSAGES.unknownTier);
  const actual = actualOf(single(reached));
  if (actual.state !== "text") return actual.state === "value" ? CONCLUSION_LABELS["data-error"] : labelOf(PLAIN, actual);
  const found = tierOf(actual.text, scale);
  if (found === undefined) throw notAvailable(MESSAGES.unknownTier);
  return CONCLUSION_LABELS[scale.indexOf(found) >= scale.indexOf(goal) ? "met" : "not-met"];
}

/** Label of a count against "at least" or "at most" so many times, the former held to the part of the period that has passed. */
export function times(count: unknown, limit: unknown, direction: unknown, elapsed: unknown): string {
  const level = needNumber(limit, "muc");
  if (level < 0) throw valueError(MESSAGES.negative("muc"));
  const kind = choice(direction, { TOITHIEU: "K14", TOIDA: "K15" } as const, "K14", "chieu");
  const share = numberOrNull(elapsed, "ty_le_ky") ?? 1;
  if (share < 0 || share > 1) throw valueError(MESSAGES.noNumber("ty_le_ky"));
  const actual = actualOf(single(count));
  if (kind === "K15" || share === 1 || actual.state !== "value") return labelOf({ ...PLAIN, kind, level }, actual);
  const final = evaluateTarget({ ...PLAIN, kind, level }, actual, null);
  if (final.met !== false) return CONCLUSION_LABELS[final.conclusion];
  return CONCLUSION_LABELS[actual.value >= Math.floor(level * share + 1e-9) ? "in-progress" : "not-met"];
}

/** Entities above the limit; 0 means that it is kept. Blanks are no entities. */
export function violations(range: unknown, limit: unknown): number {
  const most = needNumber(limit, "muc_toi_da");
  const counts = needCells(range, "vung_so_lan").filter((cell) => !isNoFigure(cell));
  if (counts.length === 0) throw notAvailable(MESSAGES.noData);
  return counts.filter((cell) => {
    const count = needNumber(cell, "vung_so_lan");
    if (count < 0) throw valueError(MESSAGES.negative("vung_so_lan"));
    return compare(count, most) > 0;
  }).length;
}

/** Label over all periods: every reported one must reach the level. */
export function maintained(range: unknown, levelArgument: unknown, direction: unknown, output: unknown): string | number {
  const level = needNumber(levelArgument, "muc");
  const down = choice(direction, { TOITHIEU: "up", TOIDA: "down" } as const, "up", "chieu") === "down";
  const wanted = choice(output, OUTPUTS, "label", "ket_qua");
  const cells = needCells(range, "vung_gia_tri");
  const values = cells.filter((cell) => !isNoFigure(cell)).map((cell) => needNumber(cell, "vung_gia_tri"));
  if (values.length === 0) return wanted === "share" ? "" : CONCLUSION_LABELS["no-data"];
  const kept = values.filter((value) => evaluateTarget({ ...PLAIN, kind: "K19", level, down }, { state: "value", value }, null).met).length;
  if (wanted === "share") return kept / values.length;
  if (kept < values.length) return CONCLUSION_LABELS["not-met"];
  return CONCLUSION_LABELS[values.length < cells.length ? "in-progress" : "met"];
}

/** Labels of the two levels of a target that is set twice (DOMAIN K22). */
export function twoLevels(actual: unknown, requiredArgument: unknown, aspiredArgument: unknown, direction: unknown): string {
  const down = choice(direction, { TOITHIEU: "up", TOIDA: "down" } as const, "up", "chieu") === "down";
  const level = needNumber(requiredArgument, "phap_lenh");
  const upper = needNumber(aspiredArgument, "phan_dau");
  if (down ? upper > level : upper < level) throw valueError(MESSAGES.lowOverHigh);
  const { conclusion: code } = evaluateTarget({ ...PLAIN, kind: "K22", level, upper, down }, actualOf(single(actual)), null);
  if (code === "exceeded") return "Đạt phấn đấu";
  return code === "met" ? "Đạt pháp lệnh" : CONCLUSION_LABELS[code];
}

/** A rank: a whole number from 1. */
function needRank(argument: unknown, name: string): number {
  const rank = needNumber(argument, name);
  if (!Number.isInteger(rank) || rank < 1) throw valueError(MESSAGES.badRank(name));
  return rank;
}

function given(actual: unknown, facts: TargetFacts, output: "label" | "share"): string | number {
  const evaluation = evaluateTarget(facts, actualOf(single(actual)), null);
  return output === "label" ? CONCLUSION_LABELS[evaluation.conclusion] : (evaluation.capped ?? "");
}

function labelOf(facts: TargetFacts, actual: Actual): string {
  const code: Conclusion = evaluateTarget(facts, actual, null).conclusion;
  return CONCLUSION_LABELS[code];
}

/** A result in words is compared only by tier or by day; whatever else is wrong with the target, the result is wrong first. */
function factsForText(args: TargetArguments): TargetFacts {
  try {
    return factsOfArguments(args);
  } catch (error) {
    if (error instanceof CellError) return PLAIN;
    throw error;
  }
}

function kindOfArgument(argument: unknown): KindChoice | undefined {
  const value = single(argument);
  if (isBlank(value) || value === 0) return undefined;
  const kind = parseKind(textOf(value));
  if (!kind) throw valueError(MESSAGES.unknownKind);
  return kind;
}

function withWords(given: TargetFacts, words: string, chosen: KindChoice | undefined): TargetFacts {
  const read = readGoal(words);
  if (!read) throw valueError(MESSAGES.unreadableGoal);
  const facts = goalFacts(read.goal, given.unit || read.unit);
  return {
    ...facts,
    ...(chosen ?? {}),
    upper: given.upper ?? facts.upper,
    baseline: given.baseline ?? facts.baseline,
    due: given.due ?? horizonDay(read.horizon),
  };
}

function horizonDay(year: number | undefined): CalendarDate | null {
  return year === undefined ? null : horizonOrNull(year, "moc");
}

function dayAsNumber(actual: Actual): Actual {
  const day = actual.state === "text" ? dateOf(actual.text) : undefined;
  return day ? { state: "value", value: toSerial(day) } : actual;
}
