import type { Baseline, Goal } from "../../plan/goal";
import type { Certainty } from "../../text/textDocument";
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

type Comparator = "at-least" | "at-most" | "more-than" | "less-than" | "about" | "reach";

// Order matters, longest first: "đạt tối thiểu từ … trở lên" is one comparator.
const BEFORE: readonly [readonly string[], Comparator][] = [
  [["tối", "thiểu", "đạt", "từ"], "at-least"],
  [["đạt", "tối", "thiểu", "từ"], "at-least"],
  [["tối", "thiểu", "từ"], "at-least"],
  [["tối", "thiểu", "có"], "at-least"],
  [["tối", "thiểu", "đạt"], "at-least"],
  [["tối", "thiểu", "là"], "at-least"],
  [["tối", "thiểu"], "at-least"],
  [["it", "nhất"], "at-least"],
  [["ít", "nhất", "là"], "at-least"],
  [["ít", "nhất", "từ"], "at-least"],
  [["ít", "nhất", "có"], "at-least"],
  [["ít", "nhất"], "at-least"],
  [["≥"], "at-least"],
  [[">", "="], "at-least"],
  [["≤"], "at-most"],
  [["<", "="], "at-most"],
  [[">"], "more-than"],
  [["<"], "less-than"],
  [["giảm", "còn"], "at-most"],
  [["giảm", "xuống", "còn"], "at-most"],
  [["không", "thấp", "hơn"], "at-least"],
  [["không", "ít", "hơn"], "at-least"],
  [["không", "dưới"], "at-least"],
  [["có", "từ"], "at-least"],
  [["không", "vượt", "quá"], "at-most"],
  [["không", "quá"], "at-most"],
  [["không", "nhiều", "hơn"], "at-most"],
  [["không", "cao", "hơn"], "at-most"],
  [["tối", "đa", "là"], "at-most"],
  [["tối", "đa"], "at-most"],
  [["quá"], "at-most"],
  [["lớn", "hơn"], "more-than"],
  [["cao", "hơn"], "more-than"],
  [["nhiều", "hơn"], "more-than"],
  [["trên"], "more-than"],
  [["hơn"], "more-than"],
  [["vượt"], "more-than"],
  [["thấp", "hơn"], "less-than"],
  [["nhỏ", "hơn"], "less-than"],
  [["xuống", "dưới"], "less-than"],
  [["dưới"], "less-than"],
  [["đưới"], "less-than"],
  [["khoảng"], "about"],
  [["từ"], "reach"],
  [["mức"], "reach"],
  [["đạt"], "reach"],
  [["bằng"], "reach"],
  [["còn"], "reach"],
  [["là"], "reach"],
  [["chiếm"], "reach"],
  [["xuống"], "reach"],
  [["lên"], "reach"],
  [["có"], "reach"],
  [["đủ"], "reach"],
  [["gấp"], "reach"],
  [["thêm"], "reach"],
  [["lũy", "kế"], "reach"],
  [["luỹ", "kế"], "reach"],
];

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

/** "thu ngân sách vượt 5% dự toán", "vượt ít nhất 5% so với kế hoạch": so much more than what is planned. */
function excessOver(tokens: readonly Token[], quantity: Quantity, first: number): Change | undefined {
  const plan = ["dự", "kế", "chỉ", "so"].includes(tokens[quantity.next]?.word ?? "");
  if (!quantity.percent || !plan) return undefined;
  for (let at = Math.min(first, quantity.index - 1); at >= Math.max(0, first - 2); at--)
    if (tokens[at]!.word === "vượt") return { kind: "increase", index: at };
  return undefined;
}

interface Change {
  readonly kind: "increase" | "decrease";
  readonly index: number;
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

function comparatorBefore(tokens: readonly Token[], index: number): { comparator?: Comparator; index: number } {
  for (const [words, comparator] of BEFORE) {
    if (!wordsBefore(tokens, index, words)) continue;
    let first = index - words.length;
    // "giảm xuống dưới", "ở mức trên", "đạt trên", "đạt mức", "đạt tối thiểu từ"
    while (first > 0 && ["đạt", "mức", "ở", "xuống", "lên", "có", "đến", "là"].includes(tokens[first - 1]!.word)) first--;
    return { comparator, index: first };
  }
  // "Tổng sản lượng lương thực: 25.000 tấn"
  if (tokens[index - 1]?.text === ":") return { comparator: "reach", index };
  return { index };
}

// "Giảm số giờ … của phụ nữ còn 1,7 lần", "giảm tỷ lệ … xuống 5%": what is left is an upper bound
function leftOver(
  tokens: readonly Token[],
  found: { comparator?: Comparator; index: number },
  from: number,
): { comparator?: Comparator; index: number } {
  const word = tokens[found.index]?.word;
  if (found.comparator !== "reach" || (word !== "còn" && word !== "xuống")) return found;
  for (let at = found.index - 1; at >= from && at > found.index - 40; at--) {
    if ([";", ".", ":"].includes(tokens[at]!.text)) return found;
    if (tokens[at]!.word === "giảm") return { ...found, comparator: "at-most" };
  }
  return found;
}

// "không có chỉ số nào dưới 70%": what is kept from falling below a number is at least that
function negated(tokens: readonly Token[], found: { comparator?: Comparator; index: number }): Comparator | undefined {
  if (found.comparator !== "less-than" && found.comparator !== "more-than") return found.comparator;
  for (let at = found.index - 1; at >= 0 && at > found.index - 12; at--) {
    if (tokens[at]!.kind === "sign" || tokens[at]!.kind === "number") break;
    if (tokens[at]!.word === "không" && ["có", "còn", "để"].includes(tokens[at + 1]!.word))
      return found.comparator === "less-than" ? "at-least" : "at-most";
  }
  return found.comparator;
}

// "từ 35% trở lên", "5 hạng trở lên", "30% trở xuống"
function suffixAfter(tokens: readonly Token[], index: number): { comparator: Comparator; length: number } | undefined {
  if (wordsAt(tokens, index, ["trở", "lên"])) return { comparator: "at-least", length: 2 };
  if (wordsAt(tokens, index, ["trở", "xuống"])) return { comparator: "at-most", length: 2 };
  return undefined;
}

const LEVEL_VERBS = new Set(["đạt", "còn", "xuống", "chiếm", "lên", "mức", "dưới", "đưới", "bằng", "có", "được"]);

/** A verb of growth or reduction that governs the number: in the same clause, no verb of level between. */
function changeBefore(tokens: readonly Token[], first: number, from: number): Change | undefined {
  for (let at = first; at < tokens.length && tokens[at]!.kind === "word"; at++) if (LEVEL_VERBS.has(tokens[at]!.word)) return undefined;
  let joined = false;
  for (let at = first - 1, steps = 0; at >= from && steps < 12; at--, steps++) {
    const token = tokens[at]!;
    // "Giảm tỷ lệ … so với năm 2024 và 100% lô hàng …": the change has its base and ends there
    joined ||= token.word === "và";
    if (joined && token.word === "so" && COMPARED_WITH.has(tokens[at + 1]!.word)) return undefined;
    // "Tỷ lệ hộ nghèo giảm bình quân: 1%" says its number behind a colon
    if (token.text === ":" && at === first - 1) continue;
    if (token.text === ";" || token.text === "." || token.text === ":" || token.text === "(") return undefined;
    if (token.text === "," && steps > 1) return undefined;
    if (LEVEL_VERBS.has(token.word)) return undefined;
    if (token.word === "tăng" || token.word === "nâng") {
      if (tokens[at + 1]?.word === "cấp") return undefined;
      // "nông thôn mới nâng cao 6,25%" is a name; "nâng cao … và 10%" says nothing of the number
      if (tokens[at + 1]?.word === "cao" && (at + 2 === first || hasJoint(tokens, at, first))) return undefined;
      // "duy trì mức tăng 7,5-8%" says by how much, "mức tăng trưởng 8%" the level of a rate
      const amount = tokens[at - 1]?.word === "mức" && at + 1 === first;
      const noun =
        (["tốc", "mức", "độ", "lệ"].includes(tokens[at - 1]?.word ?? "") && !amount) ||
        ["trưởng", "cường"].includes(tokens[at + 1]?.word ?? "");
      if (noun && tokens[at + 1]?.word !== "trưởng") return undefined;
      if (tokens[at + 1]?.word === "cường" || tokens[at - 1]?.word === "tốc" || tokens[at - 1]?.word === "độ") return undefined;
      return { kind: "increase", index: at };
    }
    if (
      token.word === "giảm" ||
      (token.word === "ngắn" && tokens[at - 1]?.word === "rút") ||
      (token.word === "kiệm" && tokens[at - 1]?.word === "tiết")
    ) {
      // "duy trì mức giảm 1 - 1,5%"
      const noun = ["suy", "lệ", "mức", "độ"].includes(tokens[at - 1]?.word ?? "") && !(tokens[at - 1]!.word === "mức" && at + 1 === first);
      if (wordsAt(tokens, at + 1, ["nghèo"]) || noun) return undefined;
      return { kind: "decrease", index: token.word === "giảm" ? at : at - 1 };
    }
  }
  return undefined;
}

function hasJoint(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]!.word === "và" || tokens[at]!.text === ",") return true;
  return false;
}

// "giảm 5% biên chế công chức và 10% biên chế sự nghiệp"
function continuesChange(tokens: readonly Token[], first: number, end: number): boolean {
  const joint = tokens[first - 1];
  if (!joint || (joint.word !== "và" && joint.text !== ",")) return false;
  for (let at = end; at < first; at++)
    if (tokens[at]!.text === ";" || tokens[at]!.text === "." || LEVEL_VERBS.has(tokens[at]!.word)) return false;
  return true;
}

/** "so với năm 2020", "so với cùng kỳ năm trước", "so với quy định của pháp luật" within the same sentence. */
function baselineAfter(tokens: readonly Token[], from: number): Baseline | undefined {
  const year = tokens[from + 1];
  // "gấp 2 lần năm 2010"
  if (tokens[from - 1]?.word === "lần" && tokens[from]?.word === "năm" && year?.plain && year.text.length === 4)
    return { year: year.value! };
  for (let at = from; at < Math.min(tokens.length, from + 40); at++) {
    if (tokens[at]!.text === ";" || (tokens[at]!.text === "." && at + 1 < tokens.length)) return undefined;
    if (tokens[at]!.kind === "sign" && tokens[at]!.text === "%") return undefined;
    if (tokens[at]!.word !== "so" || !COMPARED_WITH.has(tokens[at + 1]?.word ?? "")) continue;
    const words: string[] = [];
    for (let next = tokens[at + 1]!.word === "năm" ? at + 1 : at + 2; next < Math.min(tokens.length, at + 16); next++) {
      const token = tokens[next]!;
      if (token.kind === "number" && token.plain && token.value! > 1990 && token.value! < 2100) return { year: token.value! };
      if (token.kind === "sign" && token.text !== "-" && token.text !== "–") break;
      words.push(token.text);
    }
    return words.length > 0 ? { words: words.join(" ") } : undefined;
  }
  return undefined;
}

// "so với năm 2022", "so cùng kỳ", "so năm 2022"
const COMPARED_WITH = new Set(["với", "cùng", "năm"]);

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
