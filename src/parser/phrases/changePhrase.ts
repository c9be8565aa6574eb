import type { Baseline } from "../../plan/goal";
import type { Quantity } from "./quantityPhrase";
import { wordsAt, type Token } from "./tokens";

/** A word of growth or reduction that governs a number. */
export interface Change {
  readonly kind: "increase" | "decrease";
  readonly index: number;
}

/** "thu ngân sách vượt 5% dự toán", "vượt ít nhất 5% so với kế hoạch": so much more than what is planned. */
export function excessOver(tokens: readonly Token[], quantity: Quantity, first: number): Change | undefined {
  const plan = ["dự", "kế", "chỉ", "so"].includes(tokens[quantity.next]?.word ?? "");
  if (!quantity.percent || !plan) return undefined;
  for (let at = Math.min(first, quantity.index - 1); at >= Math.max(0, first - 2); at--)
    if (tokens[at]!.word === "vượt") return { kind: "increase", index: at };
  return undefined;
}

/** Verbs that say a level: a number behind them is no change. */
export const LEVEL_VERBS = new Set(["đạt", "còn", "xuống", "chiếm", "lên", "mức", "dưới", "đưới", "bằng", "có", "được"]);

/** A verb of growth or reduction that governs the number: in the same clause, no verb of level between. */
export function changeBefore(tokens: readonly Token[], first: number, from: number): Change | undefined {
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

/** "giảm 5% biên chế công chức và 10% biên chế sự nghiệp": whether a change goes on to a second number. */
export function continuesChange(tokens: readonly Token[], first: number, end: number): boolean {
  const joint = tokens[first - 1];
  if (!joint || (joint.word !== "và" && joint.text !== ",")) return false;
  for (let at = end; at < first; at++)
    if (tokens[at]!.text === ";" || tokens[at]!.text === "." || LEVEL_VERBS.has(tokens[at]!.word)) return false;
  return true;
}

/** "so với năm 2020", "so với cùng kỳ năm trước", "so với quy định của pháp luật" within the same sentence. */
export function baselineAfter(tokens: readonly Token[], from: number): Baseline | undefined {
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
