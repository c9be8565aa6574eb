import type { Extracted } from "../../text/textDocument";
import { leadingAgencies } from "../assignment";
import { EMPTY_FLOW, sliceFlow, sourceOf, type Flow } from "../flow";
import { findTimePhrases, type TimePhrase } from "../phrases/datePhrase";
import { parseDeadline } from "../phrases/deadline";
import { clauseAfter, clauseBefore } from "../phrases/nearWords";
import type { PlanFacts, TaskFinding } from "../rule";

// "… bố trí kinh phí. Thời gian thực hiện: thường xuyên.", "(Thời hạn hoàn thành: Quý II)"
const TIME_LABEL = /(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)? ?: (?=\S)/iu;

// "trong vòng 05 ngày làm việc kể từ ngày nhận được kế hoạch", "chậm nhất 10 ngày sau khi kết thúc đợt kiểm tra"
const TERM =
  /(?:trong (?:vòng|thời hạn)|chậm nhất(?: là)?|muộn nhất(?: là)?) \d{1,3} (?:ngày|tháng|giờ)(?: làm việc)?,? (?:kể từ|tính từ|sau khi|sau ngày|từ khi|từ ngày)[^.;,:()]{2,80}/iu;

// "… sau khi phương án được phê duyệt.", "… ngay sau khi Nghị quyết có hiệu lực;": a condition that ends its clause
function conditionIn(text: string): { start: number; end: number } | undefined {
  const start = /(?:ngay )?sau khi /iu.exec(text)?.index;
  if (start === undefined) return undefined;
  const clause = clauseAfter(text, start, 160, ".;,:()");
  const closes = /[.;]|^$/.test(text.slice(start + clause.length, start + clause.length + 1));
  return closes && DONE.test(clause) ? { start, end: start + clause.trimEnd().length } : undefined;
}

const DONE = /được (?:ban hành|phê duyệt|thông qua|công bố|giao)|ban hành$|có hiệu lực|(?:có|nhận được) (?:văn bản|hướng dẫn)/iu;

/**
 * The time that governs a sentence: at its start, or a deadline in it; never a year inside the name of a document, nor one of `dues`, the days
 * on which its carrying out is reported.
 */
export function timeOf(flow: Flow, dues: readonly string[] = []): Flow {
  const text = flow.text;
  const label = TIME_LABEL.exec(text);
  if (label) {
    const start = label.index + label[0].length;
    const length = text.slice(start).search(/[.;)](?:[ .;]|$)|,? ?(?:chủ trì|phối hợp|sản phẩm) ?:/iu);
    return sliceFlow(flow, start, length < 0 ? text.length : start + length);
  }
  // "Sở A trước ngày 15/6 hoàn thành …"
  const lead = leadingAgencies(text)?.end ?? 0;
  const times = spans(text, findTimePhrases(text));
  const phrase = times.find((time) => !isDue(text, time, dues) && governs(text, time, lead));
  if (phrase) return sliceFlow(flow, phrase.start, phrase.end);
  const term = TERM.exec(text);
  if (term) return sliceFlow(flow, term.index, term.index + term[0].trimEnd().length);
  const condition = conditionIn(text);
  return condition ? sliceFlow(flow, condition.start, condition.end) : EMPTY_FLOW;
}

// "… hoàn thành trước ngày 31/12 và báo cáo về Sở A": the work is done by then as well
function isDue(text: string, time: TimePhrase, dues: readonly string[]): boolean {
  const said = text.slice(time.start, time.end);
  return dues.some((due) => due.includes(said)) && !/(?:hoàn thành|xong) $/i.test(text.slice(Math.max(0, time.start - 12), time.start));
}

/** Times that belong together as one: "trước 30/6 hằng năm", "từ tháng 9/2025 đến tháng 3/2026". */
function spans(text: string, times: readonly TimePhrase[]): TimePhrase[] {
  const joined: TimePhrase[] = [];
  for (const time of times) {
    const last = joined[joined.length - 1];
    const touching = last !== undefined && text.slice(last.end, time.start).trim() === "";
    const yearly = time.kind === "recurring" && time.periods?.length === 1 && time.periods[0] === "year" && last?.year === undefined;
    const range = last?.operator === "from" && time.operator === "until" && last.kind !== "year" && time.kind !== "year";
    if (touching && ((yearly && last.kind === "date") || range))
      joined[joined.length - 1] = { ...time, ...(range ? {} : last), start: last.start, end: time.end };
    else joined.push(time);
  }
  return joined;
}

function governs(text: string, phrase: TimePhrase, lead: number): boolean {
  const before = text.slice(Math.max(0, phrase.start - 140), phrase.start);
  const after = text.slice(phrase.end, phrase.end + 40);
  const leading = phrase.start <= lead + 2 && (phrase.kind === "recurring" || phrase.operator !== "on");
  // "Tháng 7 năm 2026: sơ kết …"
  if (phrase.start <= 2 && after.startsWith(":") && phrase.kind !== "continuous") return true;
  const ends = /^(?:\)?\s*(?:[,;.]|$))/.test(after);
  const clause = clauseBefore(before, 88, ".;,");
  const governed = /hoàn thành|xong|thực hiện|trình|ban hành|báo cáo|công bố|gửi/i.test(clause);
  if (/từ tháng/i.test(clauseBefore(before, 38, ".;,"))) return false;
  switch (phrase.kind) {
    case "date":
      if (
        /ban hành|có hiệu lực|phát sinh|(?:được|đã|đang) cấp|cấp (?:phép|giấy|thẻ|$)|đăng ký|nộp (?!\p{Lu}|về|cho)/u.test(
          clauseBefore(before, 38, ".;,"),
        )
      )
        return false;
      if (phrase.operator === "before" || phrase.operator === "by") return ends || governed || leading;
      // "tổ chức lễ khánh thành vào ngày 19 tháng 8 năm 2025"
      return phrase.operator === "in" && phrase.year !== undefined && (ends || leading);
    case "quarter":
    case "month":
      // "(tháng 5/2025)"
      if (phrase.operator === "on") return before.endsWith("(") && after.startsWith(")");
      return phrase.operator !== "from" && (governed || ends || leading);
    case "recurring":
      if ((phrase.periods?.length ?? 0) === 0) return false;
      return leading || (ends && /(?:thực hiện|tổ chức|tiến hành) $/i.test(before));
    case "year":
      // "Đến hết năm 2025", "hoàn thành trong năm 2025"
      if (phrase.operator !== "on" && phrase.operator !== "from" && ends && /hoàn thành|xong|khởi công|để triển khai/i.test(clause))
        return true;
      return leading || (/^(?:đến hết|hết|trước)/i.test(text.slice(phrase.start)) && ends);
    default:
      return leading;
  }
}

/** Time field of a task with its deadline, from the words that state it, else from those of the stage that it stands under. */
export function timed(own: Flow, facts: PlanFacts, stage?: Flow): Pick<TaskFinding, "time" | "deadline"> {
  const implied = own.text === "" && stage !== undefined;
  const time = implied ? stage : own;
  const value: Extracted<string> = {
    value: time.text,
    certainty: implied ? "implied" : "stated",
    source: time.text === "" ? [] : sourceOf(time),
  };
  if (time.text === "") return { time: value };
  // "Qu IV/2023": before a Roman numeral only one letter can have been lost
  const text = time.text.replace(/^Qu(?= [IV]{1,3}(?![\p{L}]))/u, "Quý");
  const deadline = parseDeadline(text, facts);
  const read: Extracted<string> = text === time.text ? value : { ...value, value: text, certainty: "implied" };
  return {
    time: read,
    deadline: { value: deadline, certainty: deadline.kind === "unclear" ? "uncertain" : value.certainty, source: value.source },
  };
}
