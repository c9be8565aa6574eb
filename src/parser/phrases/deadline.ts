import { addDays, calendarDate, lastDayOfMonth, type CalendarDate } from "../../plan/date";
import type { Deadline, DueRule } from "../../plan/plan";
import { findTimePhrases, type TimePhrase } from "./datePhrase";

/** What is known around a time: the plan's year stands in for a year that is not said. */
export interface TimeContext {
  readonly year?: number;
  /** First year of a period. */
  readonly fromYear?: number;
  /** The period is a school year: its days from August on are in the first year. */
  readonly schoolYear?: boolean;
}

/** First month of a school year. */
const SCHOOL_STARTS = 8;

function yearIn({ year, fromYear, schoolYear }: TimeContext, { month, quarter }: TimePhrase): number | undefined {
  const at = month ?? (quarter === undefined ? undefined : quarter * 3);
  return schoolYear && at !== undefined && at >= SCHOOL_STARTS ? (fromYear ?? year) : year;
}

/** Last day on which something is on time; "trước ngày" ends the day before. Undefined when no single day can be told. */
export function lastDayOf(phrase: TimePhrase, context: TimeContext = {}): CalendarDate | undefined {
  const year = phrase.year ?? yearIn(context, phrase);
  if (year === undefined) return undefined;
  const before = phrase.operator === "before";
  switch (phrase.kind) {
    case "date": {
      const day = calendarDate(year, phrase.month!, phrase.day!);
      return day && before ? addDays(day, -1) : day;
    }
    case "month":
      return before ? addDays(calendarDate(year, phrase.month!, 1)!, -1) : lastDayOfMonth(year, phrase.month!);
    case "quarter":
    case "half-year":
      return before ? addDays(calendarDate(year, phrase.quarter! * 3 - 2, 1)!, -1) : lastDayOfMonth(year, phrase.quarter! * 3);
    case "year":
    case "years":
      return before ? calendarDate(year - 1, 12, 31) : calendarDate(year, 12, 31);
    default:
      return undefined;
  }
}

/** Every last day of a rule within a year: "trước ngày 10 của tháng cuối quý" gives 9 March, June, September, December. */
export function daysOfRule(rule: DueRule, year: number): CalendarDate[] {
  const months =
    rule.kind === "quarter-day"
      ? rule.month === "last"
        ? [3, 6, 9, 12]
        : [1, 4, 7, 10]
      : rule.kind === "month-day"
        ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
        : [];
  if (rule.kind !== "quarter-day" && rule.kind !== "month-day") return [];
  const days: CalendarDate[] = [];
  for (const month of months) {
    const day = calendarDate(year, month, rule.day) ?? lastDayOfMonth(year, month);
    days.push(rule.before ? addDays(day, -1) : day);
  }
  return days;
}

/** Reads the words of a deadline: "trước ngày 01/6/2024", "Quý IV/2023", "Thường xuyên", "sau khi … được xây dựng". */
export function parseDeadline(text: string, context: TimeContext = {}): Deadline {
  const clean = text.trim();
  if (CONDITION.test(clean)) return { kind: "conditional", condition: clean };
  // "2026", "2026 - 2030"
  const bare = /^\d{4}(?: ?[-–] ?\d{4})?$/.test(clean);
  const phrases = findTimePhrases(bare ? `năm ${clean}` : clean);
  const fixed = phrases.filter((phrase) => ["date", "month", "quarter", "year", "years", "half-year"].includes(phrase.kind));
  const last = fixed.map((phrase) => ({ phrase, date: lastDayOf(phrase, context) })).filter((item) => item.date !== undefined);
  const recurring = phrases.find((phrase) => phrase.kind === "recurring" || phrase.kind === "day-of-period");
  if (isOpen(clean, fixed)) return { kind: "continuous" };
  // terms and school years end by the calendar of the school year, which the education authority sets each year
  if (/(?:^| )(?:học kỳ|năm học)(?!\p{L})/iu.test(clean) && fixed.every((phrase) => phrase.kind === "years"))
    return { kind: "by-reference", document: clean };
  const yearly = recurring && fixed.find((phrase) => isEveryYear(clean, phrase, recurring));
  if (yearly) return { kind: "recurring", every: clean.slice(yearly.start, recurring.end) };
  if (last.length > 0 && !(recurring && recurring.start < last[0]!.phrase.start)) {
    const latest = last.reduce((a, b) => (a.date! >= b.date! ? a : b));
    const from = latest.phrase.fromYear === undefined ? undefined : calendarDate(latest.phrase.fromYear, 1, 1);
    return { kind: "fixed", date: latest.date!, ...(from ? { from } : {}) };
  }
  if (recurring) {
    const rule = recurring.rule ? withBefore(recurring.rule, recurring.operator === "before") : undefined;
    return { kind: "recurring", every: clean.slice(recurring.start, recurring.end), ...(rule ? { rule } : {}) };
  }
  const times = TIMES.exec(clean);
  if (times) return { kind: "recurring", every: times[0] };
  if (phrases.some((phrase) => phrase.kind === "continuous")) return { kind: "continuous" };
  if (/(?:^| )theo (?:chế độ|tiến độ|kế hoạch|quy định|lộ trình|yêu cầu)/i.test(clean) || /theo kế hoạch$/i.test(clean))
    return { kind: "by-reference", document: clean };
  return { kind: "unclear" };
}

// "sau khi Luật được ban hành", "sau ngày khai mạc", "trong vòng 05 ngày …", "trước kỳ họp thứ nhất", "trước khi khai giảng", "khi có phát sinh"
const CONDITION =
  /^(?:thực hiện |hoàn thành )?(?:khi (?:có|cần|được) |(?:ngay )?sau (?:khi|ngày|đợt|kỳ|hội nghị|đại hội) |(?:trong vòng|trong thời hạn|chậm nhất(?: là)?|muộn nhất(?: là)?) \d{1,3} (?:ngày|tháng|giờ)|trước (?!ngày \d|ngày (?:cuối|đầu)|tháng|năm|quý|mùa|hết)\p{L})/iu;

// "01 lần/năm", "02 lần trong quý", "hai tuần một lần"
const TIMES = /(?:\d{1,2}|một|hai|ba) (?:lần ?(?:\/|mỗi |một |trong )|(?:tuần|tháng|quý|năm) ?(?:\/|một |01 ?))\p{L}{3,5}/iu;

/** Runs on without an end: "năm 2025 và các năm tiếp theo", "từ ngày 01/7/2025", "từ năm 2026 trở đi". */
function isOpen(text: string, fixed: readonly TimePhrase[]): boolean {
  if (/(?:các|những) năm (?:tiếp theo|kế tiếp|sau)(?!\p{L})|(?:^| )trở đi(?!\p{L})/iu.test(text)) return true;
  return fixed.length > 0 && fixed.every((phrase) => phrase.operator === "from");
}

// "trước 30/6 hằng năm", "ngày 15/10 hằng năm"
function isEveryYear(text: string, phrase: TimePhrase, recurring: TimePhrase): boolean {
  const year = recurring.periods?.length === 1 && recurring.periods[0] === "year";
  return year && phrase.kind === "date" && phrase.year === undefined && text.slice(phrase.end, recurring.start).trim() === "";
}

/** The same rule with the day itself counted as too late or not. */
export function withBefore(rule: DueRule, before: boolean): DueRule {
  return rule.kind === "quarter-day" || rule.kind === "month-day" ? { ...rule, before } : rule;
}
