import { dateParts, fromSerial } from "../plan/date";
import { comparisonOf, TOLERANCE } from "./evaluate";
import type { Actual, Evaluation, KindCode, TargetFacts } from "./evaluation";
import { comparable, CONCLUSION_LABELS, tierOf } from "./labels";

/** What a sentence may name beside the figures. */
export interface ExplanationOptions {
  /** Name of the target, put before the sentence. */
  readonly name?: string;
  /** Unit of measurement. @default the unit of the facts */
  readonly unit?: string;
}

/** Kinds whose actual value is a rank: smaller is better and the difference is counted in places. */
const RANKS: readonly KindCode[] = ["K11", "K12"];
/** Kinds whose figures are shares although the unit may not say so. */
const SHARES: readonly KindCode[] = ["K05", "K18", "K20", "K23"];
/** Kinds whose unit "%" belongs to the change, not to the figures. */
const RELATIVE: readonly KindCode[] = ["K07", "K08"];

/**
 * Why a target is concluded as it is, in one Vietnamese sentence: "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%". The native
 * formulas build the same letters, so every form here is one that Excel 2016 and LibreOffice can make.
 */
export function explain(facts: TargetFacts, actual: Actual, evaluation: Evaluation, options: ExplanationOptions = {}): string {
  const label = CONCLUSION_LABELS[evaluation.conclusion];
  const prefix = options.name ? `${options.name}: ` : "";
  const body = evaluation.met === null ? undefined : describe({ ...facts, unit: options.unit ?? facts.unit }, actual);
  if (body === undefined) return prefix + label;
  const reached = evaluation.conclusion === "met" || evaluation.conclusion === "exceeded";
  return `${prefix}${reached ? "Đạt " : `${label}: thực hiện `}${body}`;
}

/** A figure as sentences show it: two decimals at most, decimal comma, no thousand separator; rounded half away from zero as Excel does. */
export function figure(value: number): string {
  const hundredths = Math.round(Number((Math.abs(value) * 100).toPrecision(15)));
  const text = (hundredths / 100)
    .toFixed(2)
    .replace(".", ",")
    .replace(/,00$/, "")
    .replace(/(,\d)0$/, "$1");
  return value < 0 && hundredths > 0 ? `-${text}` : text;
}

/** A figure with its unit: shares as percentages. */
export function figureWithUnit(value: number, unit: string): string {
  if (unit.startsWith("%")) return figure(value * 100) + unit;
  return unit === "" ? figure(value) : `${figure(value)} ${unit}`;
}

function describe(facts: TargetFacts, actual: Actual): string | undefined {
  if (actual.state === "text")
    return facts.kind === "K13" ? `nhóm ${tierOf(actual.text) ?? actual.text}, mục tiêu nhóm ${facts.tier ?? ""} trở lên` : undefined;
  if (actual.state !== "value" || facts.kind === "K24") return undefined;
  const { value } = actual;
  if (facts.kind === "K21") return `ngày ${writtenDay(value)}, hạn ${writtenDay(facts.level ?? 0)}`;
  if (RANKS.includes(facts.kind)) return describeRank(facts, value);
  const unit = unitOf(facts);
  if (facts.kind === "K06" && facts.upper !== null) {
    return `${figureWithUnit(value, unit)}, mục tiêu từ ${figureWithUnit(facts.level ?? 0, unit)} đến ${figureWithUnit(facts.upper, unit)}`;
  }
  const { required } = comparisonOf(facts, "ratio");
  const gap = value - required;
  const goal = `mục tiêu ${boundWord(facts)} ${figureWithUnit(required, unit)}`;
  if (Math.abs(gap) <= TOLERANCE * Math.max(1, Math.abs(value))) return `${figureWithUnit(value, unit)}, bằng ${goal}`;
  return `${figureWithUnit(value, unit)}, ${gap > 0 ? "vượt" : "thấp hơn"} ${difference(gap, unit)} so với ${goal}`;
}

function describeRank(facts: TargetFacts, value: number): string {
  const { required } = comparisonOf(facts, "ratio");
  const goal = `mục tiêu ${facts.kind === "K12" ? "tốp" : "hạng"} ${figure(required)}`;
  if (value === required) return `hạng ${figure(value)}, bằng ${goal}`;
  return `hạng ${figure(value)}, ${value < required ? "hơn" : "kém"} ${figure(Math.abs(value - required))} bậc so với ${goal}`;
}

function difference(gap: number, unit: string): string {
  const percent = unit.startsWith("%");
  const size = Math.abs(gap) * (percent ? 100 : 1);
  const text = size < 0.005 ? "chưa đến 0,01" : figure(size);
  return percent ? `${text} điểm %` : unit === "" ? text : `${text} ${unit}`;
}

function unitOf(facts: TargetFacts): string {
  const unit = facts.unit.trim();
  if (SHARES.includes(facts.kind)) return unit.startsWith("%") ? unit : "%";
  return RELATIVE.includes(facts.kind) && comparable(unit) === "%" ? "" : unit;
}

function boundWord({ kind, down = false }: TargetFacts): string {
  switch (kind) {
    case "K02":
    case "K08":
    case "K15":
      return "tối đa";
    case "K03":
      return "trên";
    case "K04":
      return "dưới";
    case "K10":
      return down ? "dưới" : "trên";
    case "K09":
    case "K19":
    case "K22":
      return down ? "tối đa" : "tối thiểu";
    default:
      return "tối thiểu";
  }
}

function writtenDay(serial: number): string {
  const day = fromSerial(serial);
  if (day === undefined) return figure(serial);
  const parts = dateParts(day);
  return `${String(parts.day).padStart(2, "0")}/${String(parts.month).padStart(2, "0")}/${parts.year}`;
}
