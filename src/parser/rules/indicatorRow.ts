import type { Goal } from "../../plan/goal";
import type { TextLine } from "../../text/textDocument";
import { flowOfSource, sliceFlow, sourceOf } from "../flow";
import { AT_LEAST, AT_MOST, ANY_UNIT, LESS_THAN, MORE_THAN } from "../lexicon";
import { findTimePhrases } from "../phrases/datePhrase";
import { findGoalPhrases, type GoalPhrase } from "../phrases/goalPhrase";
import { unitAtStart } from "../phrases/units";
import type { PlanFacts, TargetFinding } from "../rule";
import { namesPlanned } from "../tables/headers";
import type { LevelCell, TableRow } from "../tables/planTable";
import { measureOf } from "./measure";
import { conditionsIn } from "./targetConditions";

/** Targets of a row that names an indicator: one for each level in a column "Đến năm 2025", "Thành thị", "Kế hoạch". */
export function indicatorTargets(
  row: TableRow,
  leads: readonly string[],
  lines: ReadonlyMap<number, TextLine>,
  facts: PlanFacts,
): TargetFinding[] {
  return row.levels.flatMap((level) => levelTargets(level, row, leads, lines, facts));
}

function levelTargets(
  { heading, source }: LevelCell,
  row: TableRow,
  leads: readonly string[],
  lines: ReadonlyMap<number, TextLine>,
  facts: PlanFacts,
): TargetFinding[] {
  if (!row.cells.content) return [];
  const content = flowOfSource(lines, row.cells.content);
  const cell = flowOfSource(lines, source);
  const unit = row.cells.unit ? flowOfSource(lines, row.cells.unit).text : "";
  const ownUnit = unit === "" || cell.text.includes(unit) ? [] : row.cells.unit!;
  const phrases = levelPhrases(cell.text, unit === "" ? unitOfIndicator(content.text) : unit, `${content.text.slice(-6)} ${heading}`);
  const year = yearOfHeading(heading);
  return phrases.map((phrase, index) => {
    const own = index === 0 ? "" : ownMeasure(cell.text, phrases[index - 1]!.end, phrase);
    return {
      find: "target" as const,
      statement: `${content.text}: ${cell.text}${ownUnit.length === 0 ? "" : ` ${unit}`}`,
      measure: own === "" ? content.text : `${content.text}: ${own}`,
      goal: phrase.goal,
      certainty: phrase.certainty,
      unit: phrase.unit,
      ...(year !== undefined ? { horizon: year } : facts.year !== undefined ? { horizon: facts.year, horizonImplied: true } : {}),
      ...(phrase.baselineYear === undefined ? {} : { baselineYear: phrase.baselineYear }),
      ...(year === undefined && heading !== "" && !namesPlanned(heading) ? { scope: heading } : {}),
      ...(index > 0 && PART.test(cell.text.slice(phrases[index - 1]!.end, phrase.start)) ? { within: true } : {}),
      leads,
      supporters: [],
      alternatives: phrase.alternatives,
      source: [...sourceOf(content), ...sourceOf(sliceFlow(cell, 0)), ...ownUnit],
    };
  });
}

// "70%, trong đó có bằng cấp 29%"
const PART = /trong (?:số )?đó|riêng/i;

function ownMeasure(text: string, from: number, phrase: GoalPhrase): string {
  const start = from + /^[ ,;]*/.exec(text.slice(from))![0].length;
  return measureOf(text.slice(start, phrase.end), phrase.start - start, phrase.end - start);
}

// "Số doanh nghiệp công nghệ số", "Tỷ lệ hộ nghèo": an indicator without a unit of its own says what it counts
function unitOfIndicator(name: string): string {
  const counted = /^(?:Tổng số|Tổng số lượng|Số lượng|Số) (?<what>\p{Ll}.*)$/u.exec(name)?.groups?.what;
  if (counted) return unitAtStart(counted);
  return /^(?:Tỷ|Tỉ) (?:lệ|trọng) /.test(name) && !/sinh|chết|tử vong/.test(name) ? "%" : "";
}

// "Đến năm 2025", "KH 2024"
function yearOfHeading(heading: string): number | undefined {
  const said = findTimePhrases(heading).find((time) => time.kind === "year" || time.kind === "years")?.year;
  const bare = heading.match(/(?<!\d)20\d\d(?!\d)/g);
  return said ?? (bare?.length === 1 ? Number(bare[0]) : undefined);
}

// "≥ 95", "<5", ">= 80"
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:≥|>=|=>)\s*/, AT_LEAST],
  [/^(?:≤|<=|=<)\s*/, AT_MOST],
  [/^>\s*/, MORE_THAN],
  [/^<\s*/, LESS_THAN],
];

/** The conditions in a cell; a bare number has the unit of its row, percent if `around` says "(%)". */
function levelPhrases(text: string, unit: string, around: string): GoalPhrase[] {
  const inWords = levelInWords(text, unit);
  if (inWords) return [inWords];
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  const spelled = sign ? text.replace(sign[0], `${sign[1]} `) : text;
  const all = findGoalPhrases(spelled);
  const stated =
    text.length > MOST_OF_LEVEL
      ? conditionsIn(spelled)
      : all.filter((phrase, index) => index === 0 || standsBeside(spelled, all[index - 1]!.end, phrase.start));
  if (stated.length > 0 && (unit === "" || stated[0]!.unit !== "")) return stated.map((phrase) => ofRank(phrase, unit));
  const percent = unit === "%" || /%/.test(around);
  if (!percent && unit === "" && !namesPlanned(around)) return stated;
  const number = /\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?/.exec(spelled);
  if (!number || spelled.includes("%")) return stated;
  const end = number.index + number[0].length;
  // A number alone is no quantity; any unit makes it one.
  const [found] = findGoalPhrases(`${spelled.slice(0, end)}${percent ? "%" : ` ${ANY_UNIT}`}${spelled.slice(end)}`);
  return found ? [ofRank({ ...found, unit: percent ? "%" : unit }, unit)] : [];
}

/** A longer cell is a sentence: "Phấn đấu có từ 85% chi bộ và 90% đảng viên hoàn thành tốt nhiệm vụ". */
const MOST_OF_LEVEL = 40;

// "6,5-7%, phấn đấu 7-7,5%"; a number in brackets is a remark
function standsBeside(text: string, end: number, start: number): boolean {
  const between = text.slice(end, start);
  return !between.includes("(") && /^[ ]?(?:[,;]|và )/.test(between);
}

/** A bare figure of a row that is counted in places of a ranking: "PCI | Hạng | 20" is the twentieth place or better. */
function ofRank(phrase: GoalPhrase, unit: string): GoalPhrase {
  const { goal } = phrase;
  if (!/^(?:thứ |xếp )?hạng$|^vị trí$/i.test(unit) || (goal.kind !== "at-least" && goal.kind !== "at-most")) return phrase;
  return { ...phrase, goal: { kind: "top", limit: goal.level }, unit: "hạng" };
}

/** A level that is said in words alone: "Giảm dần", "Tăng so với năm 2025", "Duy trì". */
function levelInWords(text: string, unit: string): GoalPhrase | undefined {
  const whole = (goal: Goal, baselineYear?: number): GoalPhrase => ({
    goal,
    unit,
    certainty: "implied",
    start: 0,
    end: text.length,
    ...(baselineYear === undefined ? {} : { baselineYear }),
    alternatives: [],
    compared: true,
  });
  const change = CHANGE.exec(text)?.groups;
  if (change) {
    const year = change.year === undefined ? undefined : Number(change.year);
    const direction = /^giảm/i.test(change.verb!) ? "down" : "up";
    return whole({ kind: "improve", direction, ...(year === undefined ? {} : { baseline: { year } }) }, year);
  }
  return KEPT.test(text) ? whole({ kind: "maintain", of: { kind: "milestone", items: [text] } }) : undefined;
}

const CHANGE =
  /^(?:tiếp tục |phấn đấu )?(?<verb>tăng|giảm|cải thiện|nâng lên)(?: dần| mạnh| đều)?(?: (?:qua các năm|hằng năm|hàng năm|theo từng năm|so với năm trước|so với (?:cùng kỳ )?năm (?<year>20\d\d)))?\.?$/i;
const KEPT =
  /^(?:duy trì|giữ vững|ổn định|giữ ổn định|giữ nguyên|tiếp tục duy trì)(?: (?:ổn định|kết quả|như năm trước|hằng năm|hàng năm))?\.?$/i;
