import { findTimePhrases } from "../phrases/datePhrase";
import { clauseBefore } from "../phrases/nearWords";
import type { Passage, PlanFacts } from "../rule";

/** Year by which a condition must hold: said behind it, before it, in the heading, or the plan's own. */
export function horizonOf(
  passage: Pick<Passage, "context">,
  facts: PlanFacts,
  clause: string,
  said: { readonly start: number; readonly end: number },
  carried: number | undefined,
): { horizon?: number; implied: boolean } {
  // a clause of several pages is looked at around the number only, so that time stays in proportion to its length
  const from = clause.length > 2000 ? Math.max(0, said.start - 700) : 0;
  const text = clause.length > 2000 ? clause.slice(from, said.end + 700) : clause;
  const phrase = { start: said.start - from, end: said.end - from };
  const near = yearNear(text, phrase);
  if (near !== undefined) return { horizon: near, implied: false };
  if (carried !== undefined) return { horizon: carried, implied: false };
  if (passage.context.year !== undefined) return { horizon: passage.context.year, implied: false };
  if (facts.year !== undefined) return { horizon: facts.year, implied: true };
  return { implied: true };
}

/** Year that a clause says of the number between two offsets; years of documents and of bases are left out. */
function yearNear(text: string, phrase: { readonly start: number; readonly end: number }): number | undefined {
  const years = findTimePhrases(text).filter(
    (time) =>
      (time.kind === "year" || time.kind === "years") &&
      !/so với|cùng kỳ/i.test(clauseBefore(text.slice(0, time.start), 31)) &&
      !/^so với/.test(text.slice(time.start, time.start + 40)) &&
      !PRICE_YEAR.test(clauseBefore(text.slice(0, time.start), 54, ",;()0123456789")),
  );
  const after = years.find(
    (time) =>
      time.start >= phrase.end &&
      !/duy trì/i.test(clauseBefore(text.slice(0, time.start), 37)) &&
      (time.operator !== "on" || time.start - phrase.end < 60),
  );
  const before = years.filter((time) => time.end <= phrase.start).pop();
  const said = before && (before.operator === "until" || !after) ? before : after;
  const near = after && before ? (betweenGoals(text, before.end, phrase.start) ? after : said) : (said ?? after);
  const documentYear =
    near && /Kế hoạch|Nghị quyết|Chương trình|Đề án|Quyết định|Chiến lược|Kết luận/.test(clauseBefore(text.slice(0, near.start), 132));
  return near && !documentYear ? near.year : undefined;
}

// "(giá so sánh năm 2010)", "theo chuẩn nghèo giai đoạn 2022 - 2025"
const PRICE_YEAR = /giá (?:so sánh|cố định|hiện hành|thực tế)|chuẩn nghèo|tiêu chí/i;

// "đạt 65% vào năm 2025 và đạt 80% vào năm 2030": the first year belongs to the first number
function betweenGoals(text: string, from: number, to: number): boolean {
  return from > 40 && to - from < 80 && /^(?: và| ?,| ?\()/.test(text.slice(from));
}
