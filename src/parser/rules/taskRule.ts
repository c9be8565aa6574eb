import type { Extracted } from "../../text/textDocument";
import { EMPTY_FLOW, sliceFlow, sourceOf, type Flow } from "../flow";
import { agencyListAt, splitAgencies } from "../phrases/agencyPhrase";
import { findTimePhrases, parseDeadline } from "../phrases/datePhrase";
import { tokenize } from "../phrases/tokens";
import { inlineField, leadingAgencies, supportersIn } from "../sections";
import type { Passage, PlanFacts, Rule, TaskFinding } from "../rule";
import { isReportOnly } from "./reportDutyRule";

/** Assignments: blocks with labelled parts, and every item or paragraph of a section of tasks or organisation. */
export const taskRule: Rule<TaskFinding> = {
  name: "task",
  find(passage, facts) {
    if (passage.fields) return [blockTask(passage, facts)];
    const { role } = passage.context;
    const text = passage.flow.text;
    if (role !== "tasks" && role !== "organization") return [];
    if (isClosing(text) || text.length < 12 || passage.opensList || isReportOnly(passage, facts)) return [];
    return [itemTask(passage, facts)];
  },
};

// "Trên đây là Kế hoạch …", "Trong quá trình thực hiện, nếu có vướng mắc …", "(Chi tiết theo phụ lục)"
function isClosing(text: string): boolean {
  return /^(?:Trên đây là|Ghi chú:|\((?:Chi tiết|Có|Kèm|kèm|chi tiết)|Trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai)|Nếu có (?:khó khăn|vướng mắc)|Kế hoạch này (?:có hiệu lực|thay thế)|Nghị quyết này|Quyết định này|\[)/.test(
    text,
  );
}

function blockTask(passage: Passage, facts: PlanFacts): TaskFinding {
  const fields = passage.fields!;
  const time = fields.time ? sliceFlow(fields.time, 0, trimmedLength(fields.time.text)) : EMPTY_FLOW;
  return {
    find: "task",
    title: passage.flow.text.replace(/[;:]$/, ""),
    details: fields.content.map((flow) => flow.text.replace(/^\+ /, "")),
    leads: fields.lead ? splitAgencies(fields.lead.text) : passage.context.leads,
    supporters: fields.support ? splitAgencies(fields.support.text) : [],
    ...timed(time, facts),
    ...(fields.product ? { deliverable: fields.product.text.replace(/[.;]$/, "") } : {}),
    ...(passage.context.group ? { group: passage.context.group } : {}),
    source: fields.source,
  };
}

function itemTask(passage: Passage, facts: PlanFacts): TaskFinding {
  const text = passage.flow.text;
  const own = inlineField(text, "lead") ?? leadOf(text, passage.context.leads.length > 0);
  const supporters = inlineField(text, "support") ?? supportersIn(text);
  return {
    find: "task",
    title: text.replace(/[;]$/, "").replace(/\.\/\.$/, "."),
    details: [],
    leads: own ?? passage.context.leads,
    supporters: supporters.length > 0 ? supporters : own ? [] : passage.context.supporters,
    ...timed(timeOf(passage.flow), facts),
    ...(passage.context.group ? { group: passage.context.group } : {}),
    source: sourceOf(passage.whole),
  };
}

/** Leads that the sentence itself names: at its start, or behind an introduction ("Trên cơ sở …, Thủ trưởng các sở …"). */
export function leadOf(text: string, known: boolean): readonly string[] | undefined {
  const direct = leadingAgencies(text);
  if (direct) return direct.leads;
  if (known || !/^(?:Trên cơ sở|Căn cứ|Định kỳ|Hằng năm|Hàng năm|Theo|Để|Trước|Trong|Khi|Sau khi|Hằng quý)/.test(text)) return undefined;
  const end = Math.min(text.length, 400);
  const tokens = tokenize(text.slice(0, end));
  for (let at = 1; at < tokens.length; at++) {
    const before = tokens[at - 1]!;
    if (before.text === "." || before.text === ";") return undefined;
    if (["của", "cho", "với", "tại", "từ", "trong", "do", "bởi", "và", "thuộc"].includes(before.word)) continue;
    const list = agencyListAt(text, tokens, at);
    if (!list) continue;
    const following = tokens[list.next];
    if (!following) continue;
    const names = leadingAgencies(text.slice(list.start).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
    if (names && names.leads.length > 0) return list.names.map((name) => name.name);
    at = list.next - 1;
  }
  return undefined;
}

// "… bố trí kinh phí. Thời gian thực hiện: thường xuyên.", "(Thời hạn hoàn thành: Quý II)"
const TIME_LABEL = /(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)? ?: (?=\S)/iu;

/** The time that governs a sentence: at its start, or a deadline in it; never a year inside the name of a document. */
export function timeOf(flow: Flow): Flow {
  const text = flow.text;
  const label = TIME_LABEL.exec(text);
  if (label) {
    const start = label.index + label[0].length;
    const length = text.slice(start).search(/[.;)](?: |$)|,? ?(?:chủ trì|phối hợp|sản phẩm) ?:/iu);
    return sliceFlow(flow, start, length < 0 ? text.length : start + length);
  }
  for (const phrase of findTimePhrases(text)) {
    const before = text.slice(Math.max(0, phrase.start - 140), phrase.start);
    const after = text.slice(phrase.end, phrase.end + 40);
    if (/báo cáo[^.;]{0,90}$/i.test(before) && phrase.kind !== "quarter" && phrase.kind !== "month") continue;
    const leading = phrase.start <= 2 && (phrase.kind === "recurring" || phrase.operator !== "on");
    const ends = /^(?:\)?\s*(?:[,;.]|$))/.test(after);
    const governed = /(?:hoàn thành|xong|thực hiện|trình|ban hành|báo cáo|công bố)[^.;,]{0,80}$/i.test(before);
    if (/từ tháng[^.;,]{0,30}$/i.test(before)) continue;
    const limit = phrase.operator === "before" || phrase.operator === "by";
    if (
      limit &&
      phrase.kind === "date" &&
      (ends || governed) &&
      !/(?:ban hành|có hiệu lực|phát sinh|cấp|đăng ký|nộp (?!\p{Lu}|về|cho))[^,;.]{0,30}$/u.test(before)
    )
      return sliceFlow(flow, phrase.start, phrase.end);
    if (
      (phrase.kind === "quarter" || phrase.kind === "month") &&
      phrase.operator !== "on" &&
      phrase.operator !== "from" &&
      (governed || ends || leading)
    )
      return sliceFlow(flow, phrase.start, phrase.end);
    if (leading && (phrase.kind === "recurring" ? (phrase.periods?.length ?? 0) > 0 : true))
      return sliceFlow(flow, phrase.start, phrase.end);
    if (phrase.kind === "year" && /^(?:đến hết|hết|trước)/i.test(text.slice(phrase.start)) && ends)
      return sliceFlow(flow, phrase.start, phrase.end);
  }
  return EMPTY_FLOW;
}

/** Time field of a task with its deadline, from the words that state it. */
export function timed(time: Flow, facts: PlanFacts): Pick<TaskFinding, "time" | "deadline"> {
  const value: Extracted<string> = { value: time.text, certainty: "stated", source: time.text === "" ? [] : sourceOf(time) };
  if (time.text === "") return { time: value };
  // "Qu IV/2023": before a Roman numeral only one letter can have been lost
  const text = time.text.replace(/^Qu(?= [IV]{1,3}(?![\p{L}]))/u, "Quý");
  const deadline = parseDeadline(text, facts);
  const read: Extracted<string> = text === time.text ? value : { ...value, value: text, certainty: "implied" };
  return {
    time: read,
    deadline: { value: deadline, certainty: deadline.kind === "unclear" ? "uncertain" : "stated", source: value.source },
  };
}

function trimmedLength(text: string): number {
  let end = text.length;
  while (end > 0 && /[.; ]/.test(text[end - 1]!)) end--;
  return end;
}
