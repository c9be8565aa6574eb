import { horizonOf, isNoFigure, textOf } from "../tracking/cellValue";
import { bandOf, normalizeScore, proportionalScore, RATING_BANDS, stepScore, weightedIndex, weightOf } from "../tracking/indexScore";
import { choice, flag, needCells, needNumber, needText, numberOrNull, pairsOf, single } from "./arguments";
import { MESSAGES, notAvailable, valueError } from "./cellError";

/** Min-max score of a value among all bodies compared. */
export function normalized(value: unknown, min: unknown, max: unknown, inverse: unknown, scale: unknown): number {
  const [x, low, high] = [needNumber(value, "x"), needNumber(min, "nho_nhat"), needNumber(max, "lon_nhat")];
  const top = numberOrNull(scale, "thang") ?? 10;
  if (top <= 1) throw valueError(MESSAGES.positive("thang"));
  const mirrored = flag(inverse, false, "nghich");
  if (low >= high) throw notAvailable(MESSAGES.noSpread);
  const score = normalizeScore(x, low, high, mirrored, top);
  if (score === undefined) throw notAvailable(MESSAGES.outsideSpread);
  return score;
}

/** Weighted composite index, or how much of the weight has a score. */
export function composite(scoreRange: unknown, weightRange: unknown, factorArgument: unknown, output: unknown): number {
  const wanted = choice(output, { DIEM: "score", PHU: "coverage" } as const, "score", "tra_ve");
  const factor = numberOrNull(factorArgument, "he_so") ?? 10;
  if (factor <= 0) throw valueError(MESSAGES.positive("he_so"));
  const scores = needCells(scoreRange, "vung_diem").map((cell) => (isNoFigure(cell) ? undefined : needNumber(cell, "vung_diem")));
  const weights = needCells(weightRange, "vung_trong_so").map((cell) => numberOrNull(cell, "vung_trong_so") ?? 0);
  if (scores.length !== weights.length) throw valueError(MESSAGES.unequal);
  if (weights.some((weight) => weight < 0)) throw valueError(MESSAGES.negative("vung_trong_so"));
  const { score, coverage } = weightedIndex(scores, weights, factor);
  if (wanted === "coverage") return coverage;
  if (score === undefined) throw notAvailable(MESSAGES.noData);
  return score;
}

/** Weight of a component that was valid in a year. */
export function componentWeight(index: unknown, year: unknown, component: unknown): number {
  const name = needText(index, "chi_so");
  const day = horizonOf(single(year));
  if (day === undefined) throw valueError(MESSAGES.noDate("nam"));
  const weight = weightOf(name, Number(day.slice(0, 4)), needText(component, "thanh_phan"));
  if (weight === undefined) throw notAvailable(MESSAGES.unknownWeight);
  return weight;
}

/** Points by a step table, or in proportion to a maximum when no table is given. */
export function stepped(value: unknown, table: unknown, maximum: unknown): number {
  const x = needNumber(value, "gia_tri");
  const most = numberOrNull(maximum, "diem_toi_da");
  if (most !== null && most < 0) throw valueError(MESSAGES.negative("diem_toi_da"));
  const steps = pairsOf(table, "bang_bac");
  if (!steps) {
    if (most === null) throw valueError(MESSAGES.noRange("bang_bac"));
    return proportionalScore(x, most);
  }
  const points = stepScore(
    x,
    steps.map(([from, score]) => ({ from: needNumber(from, "bang_bac"), points: needNumber(score, "bang_bac") })),
  );
  return most === null ? points : Math.min(points, most);
}

/** Name of the band that a score falls into. */
export function rated(score: unknown, table: unknown): string {
  if (isNoFigure(single(score))) return "";
  const points = needNumber(score, "diem");
  const own = pairsOf(table, "bang");
  if (points < 0) throw valueError(MESSAGES.negative("diem"));
  const bands = own ? own.map(([from, name]) => ({ from: needNumber(from, "bang"), name: textOf(name) })) : RATING_BANDS;
  const name = bandOf(points, bands);
  if (name === undefined) throw notAvailable(MESSAGES.belowBands);
  return name;
}
