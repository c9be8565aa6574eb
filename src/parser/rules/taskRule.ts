import type { Extracted } from "../../text/textDocument";
import { EMPTY_FLOW, sliceFlow, sourceOf, type Flow } from "../flow";
import { splitAgencies } from "../phrases/agencyPhrase";
import { findTimePhrases, parseDeadline } from "../phrases/datePhrase";
import { closingLead, inlineField, laterLead, leadOf, partiesOfField, supportersIn } from "../assignment";
import { clauseBefore } from "../phrases/nearWords";
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
  if (text.startsWith("(") && /\)[.;]?$/.test(text) && !text.slice(1, -2).includes(")")) return true;
  return /^(?:Trên đây là|Ghi chú:|\((?:Chi tiết|Có|Kèm|kèm|chi tiết)|Trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai)|Nếu có (?:khó khăn|vướng mắc)|Kế hoạch này (?:có hiệu lực|thay thế)|Nghị quyết này|Quyết định này|\[)/.test(
    text,
  );
}

function blockTask(passage: Passage, facts: PlanFacts): TaskFinding {
  const fields = passage.fields!;
  const parties = fields.lead && partiesOfField(fields.lead.text);
  // "Chủ trì: Sở A; phối hợp: Sở B. Hoàn thành trước 30/6/2025."
  const said = fields.lead && /hoàn thành/i.test(fields.lead.text) ? timeOf(fields.lead) : EMPTY_FLOW;
  const time = fields.time ? sliceFlow(fields.time, 0, trimmedLength(fields.time.text)) : said;
  return {
    find: "task",
    title: titleOf(passage),
    details: fields.content.map((flow) => flow.text.replace(/^\+ /, "")),
    leads: parties && parties.leads.length > 0 ? parties.leads : passage.context.leads,
    supporters: fields.support ? splitAgencies(fields.support.text) : (parties?.supporters ?? []),
    ...timed(time, facts),
    ...(fields.product ? { deliverable: fields.product.text.replace(/[.;]$/, "") } : {}),
    ...(passage.context.group ? { group: passage.context.group } : {}),
    source: fields.source,
  };
}

// "Hoạt động 1", "Nội dung 2": a number that says nothing; the content does
function titleOf(passage: Passage): string {
  const own = passage.flow.text.replace(/[;:]$/, "");
  const [content] = passage.fields!.content;
  return content && /^(?:hoạt động|nội dung|nhiệm vụ|giải pháp|công việc) ?(?:số )?\d{0,2}[.:]?$/i.test(own) ? content.text : own;
}

// "4. Sở A / - Yêu cầu các cơ quan báo chí xây dựng kế hoạch": who asks leads
function asksOthers(passage: Passage): boolean {
  return passage.block.kind !== "paragraph" && passage.context.leads.length > 0 && /^(?:Yêu cầu|Đề nghị) /.test(passage.flow.text);
}

function itemTask(passage: Passage, facts: PlanFacts): TaskFinding {
  const text = passage.flow.text;
  const own =
    inlineField(text, "lead") ??
    (asksOthers(passage)
      ? undefined
      : (leadOf(text, passage.context.leads.length > 0) ??
        (passage.context.leads.length > 0 ? undefined : (closingLead(text) ?? laterLead(text)))));
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

// "… bố trí kinh phí. Thời gian thực hiện: thường xuyên.", "(Thời hạn hoàn thành: Quý II)"
const TIME_LABEL = /(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)? ?: (?=\S)/iu;

/** The time that governs a sentence: at its start, or a deadline in it; never a year inside the name of a document. */
export function timeOf(flow: Flow): Flow {
  const text = flow.text;
  const label = TIME_LABEL.exec(text);
  if (label) {
    const start = label.index + label[0].length;
    const length = text.slice(start).search(/[.;)](?:[ .;]|$)|,? ?(?:chủ trì|phối hợp|sản phẩm) ?:/iu);
    return sliceFlow(flow, start, length < 0 ? text.length : start + length);
  }
  for (const phrase of findTimePhrases(text)) {
    const before = text.slice(Math.max(0, phrase.start - 140), phrase.start);
    const after = text.slice(phrase.end, phrase.end + 40);
    if (/báo cáo/i.test(clauseBefore(before, 97, ".;")) && phrase.kind !== "quarter" && phrase.kind !== "month") continue;
    const leading = phrase.start <= 2 && (phrase.kind === "recurring" || phrase.operator !== "on");
    const ends = /^(?:\)?\s*(?:[,;.]|$))/.test(after);
    const governed = /hoàn thành|xong|thực hiện|trình|ban hành|báo cáo|công bố/i.test(clauseBefore(before, 88, ".;,"));
    if (/từ tháng/i.test(clauseBefore(before, 38, ".;,"))) continue;
    const limit = phrase.operator === "before" || phrase.operator === "by";
    if (
      limit &&
      phrase.kind === "date" &&
      (ends || governed) &&
      !/ban hành|có hiệu lực|phát sinh|cấp|đăng ký|nộp (?!\p{Lu}|về|cho)/u.test(clauseBefore(before, 38, ".;,"))
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
