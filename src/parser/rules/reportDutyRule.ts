import type { CalendarDate } from "../../plan/date";
import type { DueRule } from "../../plan/plan";
import { clausesOf, sentencesOf, type Segment } from "../clauses";
import { sourceOf } from "../flow";
import { agencyListAt } from "../phrases/agencyPhrase";
import { findTimePhrases, type TimePhrase } from "../phrases/datePhrase";
import { daysOfRule, lastDayOf, withBefore } from "../phrases/deadline";
import { clauseBefore, follows } from "../phrases/nearWords";
import { tokenize } from "../phrases/tokens";
import type { Passage, PlanFacts, ReportFinding, Rule } from "../rule";
import { leadingAgencies, leadOf } from "../assignment";

/** Duties to account for the results of carrying out the plan; each distinct dated due is one duty. */
export const reportDutyRule: Rule<ReportFinding> = {
  name: "report duty",
  find(passage, facts) {
    if (
      passage.fields ||
      passage.opensList ||
      (passage.context.role !== "tasks" && passage.context.role !== "organization" && passage.context.role !== "other")
    )
      return [];
    return segmentsOf(passage).flatMap((sentence) => dutiesOf(sentence, passage, facts));
  },
};

/** Sentences, cut at ";" where a part of one says for itself when to report. */
function segmentsOf(passage: Passage): Segment[] {
  const clauses = clausesOf(passage.flow);
  return sentencesOf(passage.flow).flatMap((sentence) => {
    const parts = clauses.filter((clause) => clause.start >= sentence.start && clause.end <= sentence.end);
    const alone = parts.some((part) => /báo cáo/i.test(part.flow.text) && findTimePhrases(part.flow.text).length > 0);
    return parts.length > 1 && alone ? parts : [sentence];
  });
}

/** Whether every sentence of a passage is about reporting. */
export function isReportOnly(passage: Passage, facts: PlanFacts): boolean {
  const sentences = sentencesOf(passage.flow);
  // "tổ chức thực hiện và báo cáo kết quả" is both
  if (follows(passage.flow.text, /(?:tổ chức|triển khai) thực hiện/gi, /(?: và|,|;) ?báo cáo/i, 60, ".")) return false;
  if (follows(passage.flow.text, /(?:tổ chức|triển khai) thực hiện nhiệm vụ/gi, / và (?:định kỳ|gửi)/i, 60, ".;")) return false;
  // so is "kiểm kê thiết bị, hoàn thành trước ngày 15/5 và báo cáo kết quả"
  if (follows(passage.flow.text, /[,;] ?(?:hoàn thành|xong)/gi, /báo cáo/i, 80)) return false;
  // so is "có trách nhiệm xây dựng kế hoạch chi tiết …, báo cáo kết quả"
  if (follows(passage.flow.text, WORK, /, báo cáo/i, 400)) return false;
  return (
    sentences.length > 0 &&
    sentences.every(
      (sentence) => dutiesOf(sentence, passage, facts).length > 0 && !/;/.test(sentence.flow.text.split(/báo cáo/i)[0]!.slice(40)),
    )
  );
}

const WORK = /xây dựng (?:và ban hành )?(?:kế hoạch|chương trình|đề án)|ban hành|bố trí|tuyên truyền|rà soát/gi;

/** "báo cáo kết quả", "kết quả thực hiện gửi về", "tổng hợp, báo cáo", "báo cáo định kỳ": an account of what was carried out. */
function accounts(text: string): boolean {
  return (
    follows(text, /báo cáo|đánh giá/gi, /kết quả|tình hình|tiến độ/i, 60) ||
    follows(text, /báo cáo/gi, / về (?:kết quả|tình hình|tiến độ)/i, 200) ||
    follows(text, /kết quả|tình hình|tiến độ/gi, /báo cáo|gửi/i, 90) ||
    follows(text, /tổng hợp/gi, /báo cáo/i, 60) ||
    follows(text, /báo cáo/gi, /tổng hợp|theo dõi/i, 60) ||
    follows(text, /báo cáo/gi, /hằng|hàng|định kỳ/i, 40) ||
    follows(text, /định kỳ/gi, /báo cáo/i, 12) ||
    follows(text, /định kỳ \p{L}* ?\d/giu, /báo cáo/i, 40)
  );
}

// "Chế độ báo cáo: báo cáo quý trước ngày 15 tháng cuối quý; …"
const REGIME = /^(?:chế độ|thời gian|thời hạn|định kỳ) (?:thông tin, )?báo cáo[^:.;]{0,40}: ./i;

/** What accounts are given at the end of a term or a year. */
const REPORTING = /báo cáo|gửi (?:về|kết quả)|(?:sơ|tổng) kết/i;

// "4. Chế độ báo cáo" over the passage; "Báo cáo tháng vào ngày 25; sơ kết học kỳ I trước ngày 10/01; tổng kết trước ngày 20/5"
function isRegime({ flow, context }: Passage): boolean {
  if (REGIME.test(flow.text) || /^(?:chế độ|thời gian|thời hạn) (?:thông tin, )?báo cáo/i.test(context.group ?? "")) return true;
  return (
    follows(flow.text, /báo cáo (?:tuần|tháng|quý|học kỳ|năm)/gi, /(?:sơ|tổng) kết /i, 80, ".") &&
    follows(flow.text, /(?:sơ|tổng) kết /gi, /trước ngày/i, 70, ";.")
  );
}

const AD_HOC = /(?<!\()nếu (?:có|phát sinh)|khó khăn, vướng mắc|phát sinh vướng mắc|vượt thẩm quyền/i;
// "Thời gian báo cáo định kỳ tính từ ngày 15/12 năm trước", "thời gian chốt số liệu"
const SPAN = /^(?:thời gian|thời điểm|thời kỳ) (?:báo cáo|chốt|lấy) [^.;]{0,80}(?:tính từ|được tính|số liệu)/i;
// "theo quy định", "theo định kỳ hoặc theo yêu cầu của cơ quan có thẩm quyền"
const BY_RULE = /theo (?:định kỳ|quy định|yêu cầu|chế độ)(?:[^.;,]{0,70}theo (?:yêu cầu|quy định)[^.;,]{0,50}| hiện hành)?/i;

function dutiesOf(sentence: Segment, passage: Passage, facts: PlanFacts): ReportFinding[] {
  const text = sentence.flow.text;
  const regime = isRegime(passage);
  if (!(regime ? REPORTING : /báo cáo|gửi (?:về|kết quả)/i).test(text) || AD_HOC.test(text) || SPAN.test(text)) return [];
  if (!accounts(text) && !regime) return [];
  if (/báo cáo (?:viên|chuyên đề|nghiên cứu khả thi|tài chính|đánh giá tác động|kinh tế)/i.test(text) && !/định kỳ/i.test(text)) return [];
  const times = findTimePhrases(text).filter(
    (time) => !/(?:số|ngày) ?[^ ]{0,24}$/.test(text.slice(Math.max(0, time.start - 2), time.start)),
  );
  const dated = times.filter(
    (time) =>
      !isRangeEnd(text, time) &&
      (time.kind === "day-of-period" ||
        (["before", "by", "until"].includes(time.operator) && (time.kind === "date" || time.kind === "month" || time.kind === "quarter")) ||
        (time.kind === "month" && time.operator === "in")),
  );
  const regular = times.filter(
    (time) =>
      time.kind === "recurring" && ((time.periods?.length ?? 0) > 0 || /^(?:theo )?định kỳ/i.test(text.slice(time.start, time.end))),
  );
  const people = partiesOf(text, passage);
  const named = dated.length > 0 && follows(text, /báo cáo/gi, /^ (?:kết quả|tình hình|tiến độ) (?:thực hiện|triển khai)/i, 0);
  if (people.recipients.length === 0 && regular.length === 0 && !named && !regime) return [];
  const base = { find: "report" as const, ...people, statement: text, source: sourceOf(sentence.flow) };
  if (dated.length > 0)
    return dated.map((time, index) => datedDuty(base, text, time, frequencyOf(text, dated, regular, index), regular.length > 0, facts));
  const periodic = regular.find((time) => (time.periods?.length ?? 0) > 0);
  if (periodic && isAboutReport(text, periodic)) {
    const due = text.slice(periodic.start, periodic.end);
    return [
      {
        ...base,
        frequency: /(?:hằng|hàng|mỗi) (?:ngày|tuần)$/i.exec(due)?.[0] ?? due.replace(/^(?:theo )?định kỳ /i, ""),
        due,
        rule: { kind: "periodic", periods: periodic.periods ?? [] },
        dueDates: [],
        certainty: "stated",
      },
    ];
  }
  // "định kỳ báo cáo … theo quy định" comes back; "báo cáo … theo quy định" may not
  const bare = /(?:báo cáo )?định kỳ/i.exec(text);
  const comesBack = bare !== null && follows(text, /định kỳ/gi, /báo cáo/i, 12);
  const byRule = comesBack ? null : BY_RULE.exec(text.slice(text.search(/báo cáo|gửi/i)));
  if (byRule && passage.context.role === "organization" && people.recipients.length > 0) {
    return [{ ...base, frequency: "", due: byRule[0].trim(), rule: { kind: "unclear" }, dueDates: [], certainty: "uncertain" }];
  }
  if (bare && people.recipients.length > 0 && (follows(text, /định kỳ/gi, /báo cáo/i, 60) || follows(text, /báo cáo/gi, /định kỳ/i, 20))) {
    const due = text.slice(bare.index + bare[0].toLowerCase().indexOf("định kỳ"), bare.index + bare[0].length);
    return [{ ...base, frequency: "", due, rule: { kind: "unclear" }, dueDates: [], certainty: "uncertain" }];
  }
  return [];
}

// "số liệu từ ngày 15/12 năm trước đến ngày 14/12": the span that is reported, not when
function isRangeEnd(text: string, time: TimePhrase): boolean {
  return time.operator === "until" && /từ ngày ./i.test(clauseBefore(text.slice(0, time.start), 68, ";.()"));
}

type Base = Pick<ReportFinding, "find" | "reporters" | "recipients" | "statement" | "source">;

function datedDuty(base: Base, text: string, time: TimePhrase, frequency: string, regular: boolean, facts: PlanFacts): ReportFinding {
  const yearly = /^ (?:hằng|hàng|mỗi) năm/i.exec(text.slice(time.end, time.end + 12))?.[0] ?? "";
  // "hằng tháng (trước ngày 20)"
  const closes = time.regularFrom !== undefined && text[time.end] === ")" ? 1 : 0;
  const due = text.slice(time.regularFrom ?? time.start, time.end + closes) + yearly;
  if (time.rule) {
    const rule: DueRule = withBefore(time.rule, time.operator === "before");
    return {
      ...base,
      frequency,
      due,
      rule,
      dueDates: daysFromIssue(rule, facts),
      certainty: "stated",
    };
  }
  // a day without a year comes back in every year of the plan
  const school = facts.schoolYear ? facts : {};
  const years =
    time.year === undefined && facts.year !== undefined && !facts.schoolYear && (regular || yearly !== "") ? yearsOf(facts) : [facts.year];
  return {
    ...base,
    frequency,
    due,
    rule: { kind: "dates" },
    dueDates: years.flatMap((year) => lastDayOf(time, year === undefined ? {} : { ...school, year }) ?? []),
    certainty: time.year === undefined ? "implied" : "stated",
  };
}

/** Days of a recurrence from the day of issue to the end of the plan. */
function daysFromIssue(rule: DueRule, facts: PlanFacts): CalendarDate[] {
  if (facts.year === undefined) return [];
  const all = yearsOf(facts).flatMap((year) => daysOfRule(rule, year));
  const days = facts.schoolYear
    ? all.filter((day) => day.slice(0, 7) >= `${yearsOf(facts)[0]!}-08` && day.slice(0, 7) < `${facts.year}-08`)
    : all;
  const due = days.filter((day) => facts.date === undefined || day >= facts.date);
  return due.length > 0 ? due : days;
}

function yearsOf(facts: PlanFacts): number[] {
  const last = facts.year!;
  const first = Math.max(facts.fromYear ?? last, last - 19);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

// "(đối với Báo cáo 6 tháng)" behind a date; "6 tháng (trước 15/6), năm (trước 15/12)" before it; else the n-th of the periods
function frequencyOf(text: string, dated: readonly TimePhrase[], regular: readonly TimePhrase[], index: number): string {
  const time = dated[index]!;
  const from = dated[index - 1]?.end ?? 0;
  const named = /^ ?\((?:đối với )?(?:báo cáo )?(?<what>[^)]{2,40})\)/i.exec(text.slice(time.end, time.end + 60))?.groups?.what;
  if (named) return named.trim();
  const words = regular
    .flatMap((item) =>
      text
        .slice(item.start, item.end)
        .replace(/^(?:theo )?định kỳ,? ?/i, "")
        .split(/, | và | hoặc /),
    )
    .filter((word) => word !== "");
  // "hằng quý, hằng năm (trước ngày 10 của tháng cuối quý và trước ngày 10 tháng 12)"
  const listed = words.length === dated.length && words.length > 1 && regular.every(({ end }) => end <= dated[0]!.start);
  if (listed) return words[index]!;
  const near = /(?<what>(?:hằng|hàng) (?:tuần|tháng|quý|năm)|\d{1,2} tháng(?: đầu năm| cuối năm)?|quý|năm|tháng|tuần) ?\($/iu.exec(
    text.slice(from, time.start),
  )?.groups?.what;
  if (near) return near;
  const every = /(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)|quý$/iu.exec(text.slice(time.start, time.end))?.[0];
  if (every && (time.rule || regular.length === 0)) return every;
  return words[index] ?? words[0] ?? "";
}

function isAboutReport(text: string, time: TimePhrase): boolean {
  const at = text.search(/báo cáo|gửi về/i);
  return Math.abs(at - time.start) < 160;
}

/** Who reports to whom. */
function partiesOf(text: string, passage: Passage): Pick<ReportFinding, "reporters" | "recipients"> {
  const tokens = tokenize(text);
  const recipients: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]!.word;
    const report = word === "cáo" && tokens[at - 1]?.word === "báo";
    if (!report && word !== "gửi" && word !== "về" && word !== "qua" && word !== "với" && word !== "cho") continue;
    let next = at + 1;
    while (["về", "cho", "đến", "lên", "với", "qua", "kết", "quả", "thực", "hiện", "tới"].includes(tokens[next]?.word ?? "")) next++;
    const list = agencyListAt(text, tokens, next);
    if (!list || (!report && !/báo cáo|gửi/i.test(text.slice(Math.max(0, tokens[at]!.start - 160), tokens[at]!.end)))) continue;
    if (
      (word === "với" || word === "cho") &&
      /phối hợp[^,;.]{0,12}$/i.test(text.slice(Math.max(0, tokens[at]!.start - 20), tokens[at]!.start))
    )
      continue;
    for (const name of list.names) if (!recipients.includes(name.name)) recipients.push(name.name);
    at = list.next - 1;
  }
  const label = /^[^:;.]{4,40}: /.exec(text)?.[0] ?? "";
  const lead = leadingAgencies(text)?.leads ?? leadingAgencies(text.slice(label.length))?.leads ?? reporterInside(text);
  const said = lead ?? leadingAgencies(passage.flow.text)?.leads ?? leadOf(passage.flow.text, false);
  return { reporters: said ?? passage.context.leads, recipients };
}

// "Định kỳ hằng quý (trước ngày 10), các cơ quan, đơn vị đánh giá …"
function reporterInside(text: string): string[] | undefined {
  const comma = text.search(/[)\p{L}\d], ?(?:các|Các|\p{Lu})/u);
  if (comma < 0 || comma > 160) return undefined;
  const rest = text.slice(comma).replace(/^., ?/u, "");
  return leadingAgencies(rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))?.leads;
}
