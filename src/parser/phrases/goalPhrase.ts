import type { Goal } from "../../plan/goal";
import type { Certainty } from "../../text/textDocument";
import { baselineAfter, changeBefore, continuesChange, excessOver, LEVEL_VERBS, type Change } from "./changePhrase";
import { comparatorBefore, leftOver, negated, suffixAfter, type Comparator } from "./comparator";
import { findQuantities, type Quantity } from "./quantityPhrase";
import { groupBefore, isWithinGroup, placeBefore } from "./rankPhrase";
import { tokenize, wordsAt, wordsBefore, type Token } from "./tokens";

/** A condition that a text sets. */
export interface GoalPhrase {
  readonly goal: Goal;
  /** "%", "điểm", "bậc", "hạng", "lần", "doanh nghiệp"; empty if none. */
  readonly unit: string;
  readonly certainty: Certainty;
  /** Offsets of the goal's words: comparator, number, unit. */
  readonly start: number;
  readonly end: number;
  readonly baselineYear?: number;
  /** True when the words leave another reading open ("kiểm tra trực tiếp trên 30%"). */
  readonly alternatives: readonly Goal[];
  /** True when a word of comparison or attainment stands with the number. */
  readonly compared: boolean;
}

/** All conditions of a text in order: "đạt tối thiểu 80%", "giảm 30-70% so với quy định", "tốp 10", "tăng ít nhất 01 bậc". */
export function findGoalPhrases(text: string): GoalPhrase[] {
  const tokens = tokenize(text);
  const found: GoalPhrase[] = [];
  let carried: { change: Change; end: number } | undefined;
  let after = 0;
  for (const quantity of findQuantities(tokens)) {
    const ranked = rankGoal(tokens, quantity);
    if (ranked) {
      found.push(ranked);
      after = quantity.next;
      continue;
    }
    const before = leftOver(tokens, comparatorBefore(tokens, quantity.index), after);
    const suffix = suffixAfter(tokens, quantity.next);
    const comparator = suffix?.comparator ?? negated(tokens, before);
    const first = before.index;
    let change = excessOver(tokens, quantity, first) ?? changeBefore(tokens, first, after);
    // "giảm 10% so với năm 2025 và không vượt quá 3%", "tăng 25%/năm, đạt 350 triệu USD": a limit, or a verb of its own, is of the level
    const ofLevel = comparator === "at-most" || comparator === "less-than" || LEVEL_VERBS.has(tokens[first]!.word);
    if (!change && carried && !ofLevel && continuesChange(tokens, first, carried.end)) change = carried.change;
    carried = change ? { change, end: quantity.next } : undefined;
    const phrase = phraseOf(tokens, quantity, { comparator, first, suffixLength: suffix?.length ?? 0, change });
    // "có 11 bác sĩ/vạn dân, 32,5 giường bệnh/vạn dân": what is said of the first holds for the second
    const listed = found.at(-1)?.compared === true && first - after <= 1 && [",", "và"].includes(tokens[first - 1]?.word ?? "");
    const start = startOfChange(tokens, quantity, found.at(-1));
    if (start) found.pop();
    const whole = start ? { ...phrase, goal: start.goal, compared: true } : phrase;
    const staged = comparator === undefined ? laterStage(tokens, after, first, whole, found.at(-1)) : undefined;
    found.push(staged ?? (listed ? { ...whole, compared: true } : whole));
    after = quantity.next;
  }
  return withLaterBaselines(text, found);
}

/** "còn 1,7 lần vào năm 2025 và 1,4 lần vào năm 2030": what is said of the first stage holds for the next in the same unit. */
function laterStage(
  tokens: readonly Token[],
  from: number,
  first: number,
  phrase: GoalPhrase,
  before: GoalPhrase | undefined,
): GoalPhrase | undefined {
  if (!before?.compared || before.unit !== phrase.unit || first - from < 3 || phrase.goal.kind !== "at-least") return undefined;
  const dated = tokens.slice(from, first).every((token) => STAGE_WORDS.has(token.word) || (token.plain && token.text.length === 4));
  if (!dated) return undefined;
  return { ...phrase, compared: true, ...(before.goal.kind === "at-most" ? { goal: { kind: "at-most", level: phrase.goal.level } } : {}) };
}

const STAGE_WORDS = new Set(["vào", "đến", "trong", "năm", "và", ","]);

/** "giảm từ 23% xuống 18%", "tăng từ 40% lên 60%": the first number is where it starts, the second what must be reached. */
function startOfChange(tokens: readonly Token[], quantity: Quantity, before: GoalPhrase | undefined): { goal: Goal } | undefined {
  if (!before || quantity.high !== undefined) return undefined;
  let at = quantity.index - 1;
  let direction: "up" | "down" | undefined;
  for (; at > quantity.index - 5 && at > 0; at--) {
    const word = tokens[at]!.word;
    if (word === "xuống") direction = "down";
    else if (word === "lên") direction = "up";
    else if (!["còn", "đến", "mức", "khoảng", "dưới", "trên"].includes(word)) break;
  }
  if (!direction) return undefined;
  const first = tokens.findIndex((token) => token.start >= before.start);
  const from = tokens[first]?.word === "từ" || tokens[first - 1]?.word === "từ";
  if (!from || tokens[quantity.index]!.start - before.end > 60) return undefined;
  const level = quantity.percent ? scale(quantity.low) : quantity.low;
  const below = tokens[quantity.index - 1]!.word === "dưới";
  const above = tokens[quantity.index - 1]!.word === "trên";
  if (direction === "down") return { goal: below ? { kind: "less-than", level } : { kind: "at-most", level } };
  return { goal: above ? { kind: "more-than", level } : { kind: "at-least", level } };
}

interface Around {
  readonly comparator?: Comparator | undefined;
  readonly first: number;
  readonly suffixLength: number;
  readonly change?: Change | undefined;
}

function phraseOf(tokens: readonly Token[], quantity: Quantity, around: Around): GoalPhrase {
  const end = quantity.next + around.suffixLength;
  const start = tokens[around.first]!.start;
  const compared = around.comparator !== undefined || around.change !== undefined;
  const level = quantity.percent ? scale(quantity.low) : quantity.low;
  const high = quantity.high === undefined ? undefined : quantity.percent ? scale(quantity.high) : quantity.high;
  const baseline = baselineAfter(tokens, end);
  const place = {
    unit: quantity.unit,
    start,
    end: tokens[end - 1]!.end,
    compared,
    ...(baseline?.year ? { baselineYear: baseline.year } : {}),
  };
  if (around.change && quantity.unit !== "lần/kỳ") {
    if (quantity.unit === "bậc" || quantity.unit === "hạng")
      return {
        ...place,
        unit: "bậc",
        goal: { kind: "rank-up", steps: high === undefined ? level : [level, high], ...(baseline ? { baseline } : {}) },
        certainty: "stated",
        alternatives: [],
      };
    const goal: Goal = {
      kind: around.change.kind,
      by: high === undefined ? level : [level, high],
      as: quantity.percent && !quantity.points ? "percent" : "points",
      ...(baseline ? { baseline } : {}),
    };
    return { ...place, goal, certainty: baseline ? "stated" : "implied", alternatives: [] };
  }
  if (high !== undefined)
    return { ...place, goal: { kind: "between", low: level, high, hard: false }, certainty: "stated", alternatives: [] };
  if (quantity.per) {
    const atMost = around.comparator === "at-most" || around.comparator === "less-than";
    return {
      ...place,
      unit: "lần",
      goal: atMost
        ? { kind: "times-at-most", times: level, per: quantity.per }
        : { kind: "times-at-least", times: level, per: quantity.per },
      certainty: around.comparator && around.comparator !== "reach" ? "stated" : "implied",
      alternatives: [],
    };
  }
  switch (around.comparator) {
    case "at-least":
      return { ...place, goal: { kind: "at-least", level }, certainty: "stated", alternatives: [] };
    case "at-most":
      return { ...place, goal: { kind: "at-most", level }, certainty: "stated", alternatives: [] };
    case "less-than":
      return { ...place, goal: { kind: "less-than", level }, certainty: "stated", alternatives: [] };
    case "more-than": {
      // "kiểm tra trực tiếp trên 30% đơn vị": the word may be a preposition
      const doubtful = wordsBefore(tokens, around.first, ["trực", "tiếp"]);
      return {
        ...place,
        goal: { kind: "more-than", level },
        certainty: doubtful ? "uncertain" : "stated",
        alternatives: doubtful ? [{ kind: "at-least", level }] : [],
      };
    }
    default:
      if (quantity.percent && level === 1) return { ...place, goal: { kind: "all", level: 1 }, certainty: "stated", alternatives: [] };
      return { ...place, goal: { kind: "at-least", level }, certainty: "implied", alternatives: [] };
  }
}

// "tốp 10 đơn vị dẫn đầu", "nhóm 15 tỉnh, thành phố dẫn đầu", "trong nhóm 10", "nhóm từ 01 - 10", "xếp thứ 20 trở lên", "xếp hạng thứ 20"
function rankGoal(tokens: readonly Token[], quantity: Quantity): GoalPhrase | undefined {
  const place = placeBefore(tokens, quantity.index);
  const at = place ?? groupBefore(tokens, quantity.index);
  if (at === undefined || quantity.low > 200 || quantity.percent) return undefined;
  const group = place === undefined;
  const start = at;
  let end = quantity.next + (suffixAfter(tokens, quantity.next)?.length ?? 0);
  if (group) {
    for (let ahead = end; ahead < Math.min(tokens.length, end + 9); ahead++) {
      if (wordsAt(tokens, ahead, ["dẫn", "đầu"]) || wordsAt(tokens, ahead, ["đứng", "đầu"]) || wordsAt(tokens, ahead, ["cao", "nhất"])) {
        end = ahead + 2;
        break;
      }
      if (tokens[ahead]!.text === ";" || tokens[ahead]!.text === ".") break;
    }
    if (tokens[at]!.word === "nhóm" && end === quantity.next && !isWithinGroup(tokens, at, end)) return undefined;
  }
  return {
    goal: { kind: "top", limit: quantity.high ?? quantity.low },
    unit: "hạng",
    certainty: "stated",
    start: tokens[start]!.start,
    end: tokens[end - 1]!.end,
    alternatives: [],
    compared: true,
  };
}

/** A base that is said once behind two changes ("giảm 5% … và 10% … so với năm 2021") holds for both. */
function withLaterBaselines(text: string, found: readonly GoalPhrase[]): GoalPhrase[] {
  const result = [...found];
  for (let index = result.length - 2; index >= 0; index--) {
    const item = result[index]!;
    const next = result[index + 1]!;
    if ((item.goal.kind !== "increase" && item.goal.kind !== "decrease") || item.goal.baseline) continue;
    if (next.goal.kind !== item.goal.kind || !next.goal.baseline) continue;
    if (/[;.]/.test(text.slice(item.end, next.start))) continue;
    result[index] = {
      ...item,
      goal: { ...item.goal, baseline: next.goal.baseline },
      certainty: "stated",
      ...(next.baselineYear ? { baselineYear: next.baselineYear } : {}),
    };
  }
  return result;
}

function scale(percent: number): number {
  return Math.round(percent * 1e8) / 1e10;
}
