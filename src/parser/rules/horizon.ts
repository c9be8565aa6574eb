import { findTimePhrases, type TimePhrase } from "../phrases/datePhrase";
import { clauseBefore } from "../phrases/nearWords";
import type { Passage, PlanFacts } from "../rule";

/** Words of a clause between two offsets: those of a condition, comparator to unit. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Year by which a condition must hold: said behind it, before it, in the heading, or the plan's own. `all`: the conditions of the clause, in order. */
export function horizonOf(
  passage: Pick<Passage, "context">,
  facts: PlanFacts,
  clause: string,
  said: Place,
  carried: number | undefined,
  all: readonly Place[] = [said],
): { horizon?: number; implied: boolean } {
  // a clause of several pages is looked at around the number only, so that time stays in proportion to its length
  const from = clause.length > 2000 ? Math.max(0, said.start - 700) : 0;
  const to = clause.length > 2000 ? said.end + 700 : clause.length;
  const places = all
    .filter((place) => place.start >= from && place.end <= to)
    .map(({ start, end }) => ({ start: start - from, end: end - from }));
  const issued = facts.date === undefined ? undefined : Number(facts.date.slice(0, 4));
  const near = yearNear(clause.slice(from, to), { start: said.start - from, end: said.end - from }, places, issued);
  if (near !== undefined) return { horizon: near, implied: false };
  if (carried !== undefined) return { horizon: carried, implied: false };
  if (passage.context.year !== undefined) return { horizon: passage.context.year, implied: false };
  if (facts.year !== undefined) return { horizon: facts.year, implied: true };
  return { implied: true };
}

/**
 * Year that a clause says of the condition between two offsets; years of documents, prices and bases are left out, and those before the
 * plan was `issued` ("Mỗi chỉ số giảm điểm năm 2023 phải tăng …" of 2024).
 */
function yearNear(text: string, said: Place, all: readonly Place[], issued = 0): number | undefined {
  const years = findTimePhrases(text).filter(
    (time) =>
      isHorizon(text, time) &&
      !(time.operator === "on" && time.year! < issued) &&
      !all.some((place) => within(time, place)) &&
      !inRemark(text, time, said),
  );
  const at = all.findIndex((place) => place.start === said.start && place.end === said.end);
  const places = at < 0 ? [said] : all;
  const own = Math.max(0, at);
  const owners = years
    .map((time) => ({ time, ...ownerOf(text, time, places) }))
    .filter(({ time, owner, leads }) => leads || time.operator !== "on" || time.start - places[owner]!.end < FAR);
  const mine = owners.filter(({ owner }) => owner === own);
  // "Đến năm 2025, 100% tỉnh … vào năm …": the limit before the number is the stronger one
  const behind = mine.find((item) => !item.leads);
  const before = mine.filter((item) => item.leads).pop();
  const chosen = before && (before.time.operator === "until" || !behind) ? before : behind;
  const near = chosen ?? inherited(owners, own);
  return near && !ofDocument(text, near.time) ? near.time.year : undefined;
}

/** "đạt 95% (năm 2025: 92%)": the year that opens a remark in brackets is said of what stands in it. */
function inRemark(text: string, time: TimePhrase, said: Place): boolean {
  if (!text.slice(0, time.start).trimEnd().endsWith("(") || !/^ ?(?::|đạt |là )/.test(text.slice(time.end, time.end + 6))) return false;
  const close = text.indexOf(")", time.end);
  return said.start < time.start || (close >= 0 && said.start > close);
}

/** Letters behind a condition beyond which a bare "năm 2020" is of something else. */
const FAR = 60;

interface OwnedTime {
  readonly time: TimePhrase;
  /** Index of the condition that the time belongs to. */
  readonly owner: number;
  /** True when the time stands before its condition. */
  readonly leads: boolean;
}

/** Which condition a time is said of: "đạt 65% vào năm 2025 và đạt 80% vào năm 2030", "năm 2023 đạt 50%, năm 2025 đạt 60%". */
function ownerOf(text: string, time: TimePhrase, places: readonly Place[]): Omit<OwnedTime, "time"> {
  const next = places.findIndex((place) => place.start >= time.end);
  if (next === 0) return { owner: 0, leads: true };
  const before = (next < 0 ? places.length : next) - 1;
  if (next < 0) return { owner: before, leads: false };
  const opens = /(?:[,;:(]|(?:^| )(?:và|còn|phấn đấu))$/iu.test(text.slice(places[before]!.end, time.start).trimEnd().slice(-12));
  if (opens) return { owner: next, leads: true };
  const closes = /^ ?(?:[,;)]|và |còn |để )/iu.test(text.slice(time.end, places[next]!.start));
  if (closes) return { owner: before, leads: false };
  const nearer = places[next]!.start - time.end < time.start - places[before]!.end;
  return nearer ? { owner: next, leads: true } : { owner: before, leads: false };
}

/** A condition without a time of its own shares that of the ones before it, or of the next when theirs closes them off. */
function inherited(owners: readonly OwnedTime[], own: number): OwnedTime | undefined {
  const earlier = owners.filter(({ owner }) => owner < own).pop();
  const later = owners.find(({ owner, leads }) => owner > own && !leads);
  if (earlier?.leads || !later) return earlier ?? later;
  return later;
}

function isHorizon(text: string, time: TimePhrase): boolean {
  const before = text.slice(0, time.start);
  return (
    namesYear(time) &&
    !/so với|cùng kỳ|(?:^| )so $/i.test(clauseBefore(before, 31)) &&
    !/^so /.test(text.slice(time.start, time.start + 40)) &&
    !/duy trì/i.test(clauseBefore(before, 37)) &&
    // "gấp 2 lần năm 2010"
    !/gấp [\d,. -]{1,12} lần$/i.test(before.trimEnd().slice(-24)) &&
    !PRICE_YEAR.test(clauseBefore(before, 54, ",;()0123456789"))
  );
}

// "năm 2030", "giai đoạn 2026 - 2030", "đến hết quý III/2024", "đến 31/01/2025"
function namesYear(time: TimePhrase): boolean {
  if (time.year === undefined) return false;
  const limit = time.operator === "until" || time.operator === "before" || time.operator === "by";
  return ["year", "years", "half-year"].includes(time.kind) || (limit && ["date", "month", "quarter"].includes(time.kind));
}

function within(time: TimePhrase, place: Place): boolean {
  return time.start >= place.start && time.end <= place.end;
}

function ofDocument(text: string, time: TimePhrase): boolean {
  return /Kế hoạch|Nghị quyết|Chương trình|Đề án|Quyết định|Chiến lược|Kết luận/.test(clauseBefore(text.slice(0, time.start), 132));
}

// "(giá so sánh năm 2010)", "theo chuẩn nghèo giai đoạn 2022 - 2025"
const PRICE_YEAR = /giá (?:so sánh|cố định|hiện hành|thực tế)|chuẩn nghèo|tiêu chí/i;
