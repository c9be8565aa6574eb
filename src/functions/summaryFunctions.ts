import { dateParts, type CalendarDate } from "../plan/date";
import { cellsOf, horizonOf, isBlank, isNoFigure, numberOf, textOf } from "../tracking/cellValue";
import { concludeAny, concludeEvery, concludeGroup } from "../tracking/compound";
import { aggregate, type PeriodFigure } from "../tracking/cumulate";
import { figureIssues } from "../tracking/dataDoctor";
import type { Conclusion } from "../tracking/evaluation";
import { AGGREGATION_LABELS, CONCLUSION_LABELS, parseConclusion, WARNING_LABELS, type Aggregation } from "../tracking/labels";
import { DEFAULT_THRESHOLDS, expectedShare, forecast, warningOf, type PaceThresholds } from "../tracking/pace";
import { parsePeriod } from "../tracking/periods";
import { stagedLevel } from "../tracking/stages";
import { choice, needCells, needDate, needNumber, needText, numberOrNull, pairsOf, single } from "./arguments";
import { MESSAGES, notAvailable, valueError } from "./cellError";

/** Conclusion of a parent with its "trong đó"; with codes given, only the children whose code is `code` count. */
export function group(parent: unknown, children: unknown, codes: unknown, code: unknown): string {
  const own = conclusionOf(single(parent));
  if (own === undefined) return CONCLUSION_LABELS["no-data"];
  const labels = cellsOf(children);
  const keys = cellsOf(codes);
  if (keys.length === 0) return CONCLUSION_LABELS[concludeGroup(own, conclusionsOf(labels))];
  if (keys.length !== labels.length) throw valueError(MESSAGES.unequal);
  const key = textOf(single(code)).toLowerCase();
  if (key === "") throw valueError(MESSAGES.noText("ma"));
  return CONCLUSION_LABELS[
    concludeGroup(
      own,
      conclusionsOf(
        labels.filter((_, index) => textOf(keys[index]).toLowerCase() === key),
        "no-data",
      ),
    )
  ];
}

/** Conclusion of parts that must all, or of which one must, be reached. */
export function combine(parts: unknown, how: "every" | "any"): string {
  const conclusions = conclusionsOf(needCells(parts, "vung_ket_luan"));
  return CONCLUSION_LABELS[how === "every" ? concludeEvery(conclusions) : concludeAny(conclusions)];
}

/** Share of a list of items that is done, by weight when weights are given. */
export function milestones(done: unknown, weightRange: unknown): number {
  const items = needCells(done, "vung_hoan_thanh");
  const weightCells = cellsOf(weightRange);
  if (weightCells.length > 0 && weightCells.length !== items.length) throw valueError(MESSAGES.unequal);
  const weights = items.map((_, index) => (weightCells.length === 0 ? 1 : (numberOrNull(weightCells[index], "vung_trong_so") ?? 0)));
  if (weights.some((weight) => weight < 0)) throw valueError(MESSAGES.negative("vung_trong_so"));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole <= 0) throw notAvailable(MESSAGES.noData);
  return items.reduce<number>((sum, item, index) => sum + doneShare(item) * weights[index]!, 0) / whole;
}

function doneShare(item: unknown): number {
  if (isBlank(item) || item === false) return 0;
  if (item === true) return 1;
  if (typeof item === "number") {
    if (item < 0 || item > 1) throw valueError(MESSAGES.noNumber("vung_hoan_thanh"));
    return item;
  }
  const word = textOf(item).toLowerCase();
  if (["x", "xong", "có", "đã xong", "hoàn thành", "đạt"].includes(word)) return 1;
  if (["không", "chưa", "chưa xong", "chưa hoàn thành", "chưa đạt", "-"].includes(word)) return 0;
  throw valueError(MESSAGES.noNumber("vung_hoan_thanh"));
}

/** Σ numerators ÷ Σ denominators; words when there is none. */
export function ratio(numerators: unknown, denominators: unknown): number | string {
  const over = needCells(numerators, "tu");
  const under = needCells(denominators, "mau");
  if (over.length !== under.length) throw valueError(MESSAGES.unequal);
  const pairs = over.map((cell, index) => [cell, under[index]] as const).filter(([a, b]) => !isNoFigure(a) && !isNoFigure(b));
  if (pairs.length === 0) return "";
  const sums = pairs
    .map(([a, b]) => [needNumber(a, "tu"), needNumber(b, "mau")] as const)
    .reduce(([a, b], [c, d]) => [a + c, b + d] as const);
  if (pairs.some(([a, b]) => Number(a) < 0 || Number(b) < 0)) throw valueError(MESSAGES.negative("tu, mau"));
  if (sums[0] > sums[1]) throw valueError(MESSAGES.numeratorOverDenominator);
  return sums[1] === 0 ? CONCLUSION_LABELS["not-arising"] : sums[0] / sums[1];
}

const AGGREGATIONS = {
  ...(Object.fromEntries(Object.entries(AGGREGATION_LABELS).map(([code, label]) => [label, code])) as Record<string, Aggregation>),
  CONGDON: "sum",
  CUOIKY: "last",
  BINHQUAN: "mean",
  TUMAU: "ratio",
  "Tử-mẫu": "ratio",
  LONNHAT: "max",
} as const satisfies Record<string, Aggregation>;

/** Figure of one target from its periods up to the one viewed; "" when there is none. */
export function cumulative(
  codeRange: unknown,
  periodRange: unknown,
  valueRange: unknown,
  code: unknown,
  period: unknown,
  how: unknown,
  numeratorRange: unknown,
  denominatorRange: unknown,
): number | string {
  const method: Aggregation = choice(how, AGGREGATIONS, "sum", "cach_gop");
  const wanted = needText(code, "ma").toLowerCase();
  const view = parsePeriod(needText(period, "ky"));
  if (!view) throw valueError(MESSAGES.badPeriod);
  const [codes, periods, values] = [cellsOf(codeRange), cellsOf(periodRange), cellsOf(valueRange)];
  const [over, under] = [cellsOf(numeratorRange), cellsOf(denominatorRange)];
  const lengths = [periods, values, ...(method === "ratio" ? [over, under] : [])].map(({ length }) => length);
  if (lengths.some((length) => length !== codes.length)) throw valueError(MESSAGES.unequal);
  const figures = codes.flatMap((cell, index): PeriodFigure[] => {
    if (textOf(cell).toLowerCase() !== wanted) return [];
    const of = parsePeriod(textOf(periods[index]));
    if (!of) throw valueError(MESSAGES.badPeriod);
    return [{ period: of, value: numberOf(values[index]), numerator: numberOf(over[index]), denominator: numberOf(under[index]) }];
  });
  const result = aggregate(figures, view, method);
  return result === "not-arising" ? CONCLUSION_LABELS["not-arising"] : (result ?? "");
}

/** Level of a staged target at a year or a day. */
export function staged(when: unknown, stages: unknown, how: unknown): number {
  const at = horizonOf(single(when));
  if (at === undefined) throw valueError(MESSAGES.noDate("nam_hoac_ngay"));
  const pairs = pairsOf(stages, "vung_moc");
  if (!pairs) throw valueError(MESSAGES.noRange("vung_moc"));
  const points = pairs.map(([year, level]) => {
    const due = horizonOf(year);
    if (due === undefined) throw valueError(MESSAGES.noDate("vung_moc"));
    return { due, level: needNumber(level, "vung_moc") };
  });
  return stagedLevel(at, points, choice(how, { BAC: "step", TUYENTINH: "linear" } as const, "step", "cach"));
}

/** Share of a target that should be reached on a day. */
export function expected(asOf: unknown, start: unknown, end: unknown, curve: unknown): number {
  const day = needDate(asOf, "ngay_xet");
  const [from, to] = [needDate(start, "bat_dau"), needDate(end, "ket_thuc")];
  if (from > to) throw valueError(MESSAGES.badOrder);
  const points = (pairsOf(curve, "vung_duong") ?? []).map(([when, share]) => ({
    day: needDate(when, "vung_duong"),
    share: needNumber(share, "vung_duong"),
  }));
  if (points.some(({ share }) => share < 0 || share > 1)) throw valueError(MESSAGES.noNumber("vung_duong"));
  return expectedShare(day, from, to, points);
}

/** Words of the pace warning; "" without an attainment or an expected share. */
export function warning(attainment: unknown, expectedArgument: unknown, thresholds: unknown): string {
  const limits = thresholdsOf(thresholds);
  const cells = [single(attainment), single(expectedArgument)];
  if (cells.some(isNoFigure)) return "";
  return WARNING_LABELS[warningOf(needNumber(cells[0], "ty_le"), needNumber(cells[1], "tien_do_chuan"), limits)];
}

function thresholdsOf(range: unknown): PaceThresholds {
  const cells = cellsOf(range).filter((cell) => !isBlank(cell));
  if (cells.length === 0) return DEFAULT_THRESHOLDS;
  const [safe, attention, atRisk] = cells.map((cell) => needNumber(cell, "nguong"));
  if (cells.length !== 3 || safe! < attention! || attention! < atRisk!) throw valueError(MESSAGES.badThresholds);
  return { safe: safe!, attention: attention!, atRisk: atRisk! };
}

/** Estimate for the whole period; "" for a blank figure. */
export function estimate(value: unknown, expectedArgument: unknown, how: unknown): number | "" {
  const method = choice(how, { CONGDON: "flow", CUOIKY: "last", TYLE: "last" } as const, "flow", "cach");
  if (isNoFigure(single(value))) return "";
  const share = needNumber(expectedArgument, "tien_do_chuan");
  if (share < 0 || share > 1) throw valueError(MESSAGES.noNumber("tien_do_chuan"));
  const result = forecast(needNumber(value, "luy_ke"), share, method);
  if (result === undefined) throw notAvailable(MESSAGES.nothingExpected);
  return result;
}

/** Mean of capped attainments, count of those reached, or coverage; text and blanks are left out of the mean. */
export function summary(range: unknown, weightRange: unknown, output: unknown): number | "" {
  const wanted = choice(output, { BQ: "mean", DAT: "met", PHU: "coverage" } as const, "mean", "tra_ve");
  const cells = needCells(range, "vung_ty_le");
  const weightCells = cellsOf(weightRange);
  if (weightCells.length > 0 && weightCells.length !== cells.length) throw valueError(MESSAGES.unequal);
  const items = cells.flatMap((cell, index) => {
    const share = numberOf(cell);
    return share === undefined
      ? []
      : [{ share, weight: weightCells.length === 0 ? 1 : (numberOrNull(weightCells[index], "vung_trong_so") ?? 0) }];
  });
  if (items.some(({ weight }) => weight < 0)) throw valueError(MESSAGES.negative("vung_trong_so"));
  if (wanted === "met") return items.filter(({ share }) => share >= 1 - 1e-9).length;
  if (wanted === "coverage") return items.length / cells.length;
  const whole = items.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? "" : items.reduce((sum, { share, weight }) => sum + Math.min(1, Math.max(0, share)) * weight, 0) / whole;
}

/** Words about an unlikely figure; "" when nothing is unusual. */
export function check(value: unknown, unit: unknown, numerator: unknown, denominator: unknown, before: unknown): string {
  return figureIssues({
    value: single(value),
    unit: textOf(single(unit)),
    numerator: single(numerator),
    denominator: single(denominator),
    before: single(before),
  }).join("; ");
}

/** Year of a day, for tables that are kept by year. */
export function yearOf(day: CalendarDate): number {
  return dateParts(day).year;
}

function conclusionOf(cell: unknown): Conclusion | undefined {
  if (isBlank(cell) || cell === 0) return undefined;
  const found = parseConclusion(textOf(cell));
  if (found === undefined) throw valueError(MESSAGES.unknownConclusion);
  return found;
}

/** Conclusions of cells; blank ones are left out, or count as `blank`. */
function conclusionsOf(cells: readonly unknown[], blank?: Conclusion): readonly Conclusion[] {
  return cells.flatMap((cell) => conclusionOf(cell) ?? blank ?? []);
}
