import { dateParts, fromSerial } from "../plan/date";
import { comparisonOf, TOLERANCE } from "./evaluate";
import type { Actual, Evaluation, TargetFacts } from "./evaluation";
import { CONCLUSION_LABELS } from "./labels";

/** What a sentence may name beside the figures. */
export interface ExplanationOptions {
  /** Name of the target, put before the sentence. */
  readonly name?: string;
  /** Unit of measurement. @default the unit of the facts */
  readonly unit?: string;
}

/**
 * Why a target is concluded as it is, in one Vietnamese sentence: "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%". The native
 * formulas build the same letters, so every form here is one that Excel 2016 and LibreOffice can make.
 */
export function explain(facts: TargetFacts, actual: Actual, evaluation: Evaluation, options: ExplanationOptions = {}): string {
  const label = CONCLUSION_LABELS[evaluation.conclusion];
  const prefix = options.name ? `${options.name}: ` : "";
  const body = evaluation.met === null ? undefined : describe({ ...facts, unit: (options.unit ?? facts.unit).trim() }, actual);
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
  if (actual.state === "text") return facts.kind === "K13" ? `xếp loại ${actual.text}, mục tiêu từ ${facts.tier ?? ""} trở lên` : undefined;
  if (actual.state !== "value") return undefined;
  const { value } = actual;
  switch (facts.kind) {
    case "K07":
    case "K08":
    case "K09":
    case "K10":
      return describeChange(facts, value);
    case "K11":
    case "K12":
      return describeRank(facts, value);
    case "K20":
    case "K23":
      return `hoàn thành ${figure(value * 100)}% nội dung`;
    case "K21":
      return `ngày ${writtenDay(value)}, hạn ${writtenDay(facts.level ?? 0)}`;
    case "K24":
      return undefined;
    default:
      return describeLevel(facts, value);
  }
}

function describeLevel(facts: TargetFacts, value: number): string {
  const { unit } = facts;
  const shown = figureWithUnit(value, unit);
  const level = facts.level ?? 1;
  if (facts.kind === "K06") {
    const end = facts.upper === null ? " trở lên" : ` đến ${figureWithUnit(facts.upper, unit)}`;
    return `${shown}, mục tiêu từ ${figureWithUnit(level, unit)}${end}`;
  }
  const goal = `mục tiêu ${boundWord(facts)} ${figureWithUnit(level, unit)}`;
  const gap = value - level;
  if (Math.abs(gap) <= TOLERANCE * Math.max(1, Math.abs(value))) return `${shown}, bằng ${goal}`;
  return `${shown}, ${gap > 0 ? "vượt" : "thấp hơn"} ${difference(gap, unit)} so với ${goal}`;
}

/** What moved against the baseline and what should have: "13560, tăng 13% so với số gốc 12000, mục tiêu tăng 10%"; the unit of a growth is its "%". */
function describeChange(facts: TargetFacts, value: number): string {
  const base = facts.baseline ?? 0;
  const relative = facts.kind === "K07" || facts.kind === "K08";
  const unit = relative ? "" : facts.unit;
  const gap = value - base;
  const moved = relative ? `${figure(Math.max(0.01, Math.abs(gap / base) * 100))}%` : difference(gap, unit);
  const change = Math.abs(gap) <= TOLERANCE * Math.max(1, Math.abs(value)) ? "không đổi" : `${gap > 0 ? "tăng" : "giảm"} ${moved}`;
  const goal = facts.kind === "K08" || facts.down ? "giảm" : "tăng";
  const size = facts.kind === "K10" ? "" : ` ${relative ? `${figure((facts.level ?? 0) * 100)}%` : difference(facts.level ?? 0, unit)}`;
  return `${figureWithUnit(value, unit)}, ${change} so với số gốc ${figureWithUnit(base, unit)}, mục tiêu ${goal}${size}`;
}

function describeRank(facts: TargetFacts, value: number): string {
  const { required } = comparisonOf(facts, "ratio");
  const goal = `mục tiêu ${facts.kind === "K12" ? "tốp" : "hạng"} ${Math.round(required)}`;
  if (value === required) return `hạng ${value}, bằng ${goal}`;
  return `hạng ${value}, ${value < required ? "hơn" : "kém"} ${Math.round(Math.abs(value - required))} bậc so với ${goal}`;
}

/** Size of a difference that is there: it never shows as 0. */
export function difference(gap: number, unit: string): string {
  const percent = unit.startsWith("%");
  const text = figure(Math.max(0.01, Math.abs(gap) * (percent ? 100 : 1)));
  return percent ? `${text} điểm %` : unit === "" ? text : `${text} ${unit}`;
}

function boundWord({ kind, down = false }: TargetFacts): string {
  if (kind === "K02" || kind === "K15" || down) return "tối đa";
  if (kind === "K03") return "trên";
  return kind === "K04" ? "dưới" : "tối thiểu";
}

/** A serial as dd/mm/yyyy. */
export function writtenDay(serial: number): string {
  const day = fromSerial(serial);
  if (day === undefined) return figure(serial);
  const parts = dateParts(day);
  return `${String(parts.day).padStart(2, "0")}/${String(parts.month).padStart(2, "0")}/${parts.year}`;
}
