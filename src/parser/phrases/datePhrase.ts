import type { DueRule, ReportPeriod } from "../../plan/plan";
import { tokenize, wordsAt, type Token } from "./tokens";

/** What stands before a date: "trước ngày" excludes the day, the others include it. */
export type TimeOperator = "before" | "by" | "until" | "in" | "from" | "on";

/** A time that a text names. */
export interface TimePhrase {
  readonly kind: "date" | "month" | "quarter" | "year" | "years" | "recurring" | "continuous" | "day-of-period" | "half-year";
  readonly operator: TimeOperator;
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  /** First year of a period, or first month or quarter of a range. */
  readonly fromYear?: number;
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  readonly periods?: readonly ReportPeriod[];
  readonly rule?: DueRule;
  /** Where the recurrence begins that a day of the month goes with. */
  readonly regularFrom?: number;
}

type Found = Omit<TimePhrase, "start" | "end" | "operator"> & { readonly next: number };

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const PERIOD: Readonly<Record<string, ReportPeriod>> = { năm: "year", quý: "quarter", quí: "quarter", tháng: "month", tuần: "week" };
/** Weekdays behind "thứ": "thứ Sáu hằng tuần", "thứ 6 hằng tuần". */
const WEEKDAYS: ReadonlySet<string> = new Set(["hai", "ba", "tư", "năm", "sáu", "bảy", "2", "3", "4", "5", "6", "7"]);

/** All times in a text, in order: dates, months, quarters, years, periods of years, recurrences. */
export function findTimePhrases(text: string): TimePhrase[] {
  const tokens = tokenize(text);
  const found: TimePhrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const lead = operatorAt(tokens, at);
    const limit = ["before", "by", "until"].includes(lead.operator);
    const limited = limit ? shortDateAt(tokens, at + lead.length + (word(tokens, at + lead.length) === "ngày" ? 1 : 0)) : undefined;
    const hit = limited ?? timeAt(tokens, at + lead.length) ?? undefined;
    if (!hit || (lead.length === 0 && hit.kind === "month" && hit.year === undefined && !/^tháng$/.test(tokens[at]!.word))) {
      at++;
      continue;
    }
    const { next, ...facts } = hit;
    const monthly = facts.kind === "recurring" && facts.periods?.length === 1 && facts.periods[0] === "month";
    found.push({ ...facts, operator: lead.operator, start: tokens[at]!.start, end: tokens[next - 1]!.end });
    at = next;
    // "hằng tháng (trước ngày 20)", "Hằng tháng, chậm nhất ngày 25": the month that comes back is the day's
    const day = monthly ? dayOfEveryMonth(tokens, at) : undefined;
    if (day) {
      const regularFrom = found[found.length - 1]!.start;
      found.push({ ...day.found, regularFrom, start: tokens[day.at]!.start, end: tokens[day.found.next - 1]!.end, operator: day.operator });
      at = day.found.next;
    }
    // "trước ngày 01/6 và 15/11 hằng năm": the limit holds for both
    while (facts.kind === "date" && limit && /^(?:và|,)$/.test(tokens[at]?.word ?? "")) {
      const other = shortDateAt(tokens, word(tokens, at + 1) === "ngày" ? at + 2 : at + 1) ?? dateAt(tokens, at + 1);
      if (!other) break;
      const before = found.length - 1;
      if (other.year !== undefined && found[before]!.year === undefined) found[before] = { ...found[before]!, year: other.year };
      const { next: after, ...more } = other;
      found.push({ ...more, operator: lead.operator, start: tokens[at + 1]!.start, end: tokens[after - 1]!.end });
      at = after;
    }
  }
  return found;
}

// "trước ngày", "chậm nhất", "đến hết", "hết", "trong", "hoàn thành trước", "từ"
function operatorAt(tokens: readonly Token[], at: number): { operator: TimeOperator; length: number } {
  const table: readonly [readonly string[], TimeOperator][] = [
    [["chậm", "nhất", "là"], "by"],
    [["chậm", "nhất", "đến"], "by"],
    [["chậm", "nhất", "vào"], "by"],
    [["chậm", "nhất", "trước"], "before"],
    [["chậm", "nhất"], "by"],
    [["xong", "trước"], "before"],
    [["trước"], "before"],
    [["đến", "hết"], "until"],
    [["tới", "hết"], "until"],
    [["đến", "cuối"], "until"],
    [["đến"], "until"],
    [["tới"], "until"],
    [["hết"], "until"],
    [["cuối"], "until"],
    [["trong"], "in"],
    [["vào", "đầu"], "in"],
    [["vào"], "in"],
    [["từ"], "from"],
  ];
  for (const [words, operator] of table) if (wordsAt(tokens, at, words)) return { operator, length: words.length };
  return { operator: "on", length: 0 };
}

function timeAt(tokens: readonly Token[], at: number): Found | undefined {
  return (
    dayOfPeriodAt(tokens, at) ??
    dateAt(tokens, at) ??
    quarterAt(tokens, at) ??
    periodAt(tokens, at) ??
    monthAt(tokens, at) ??
    yearAt(tokens, at) ??
    recurringAt(tokens, at) ??
    hourOfPeriodAt(tokens, at) ??
    continuousAt(tokens, at)
  );
}

// "ngày 10 của tháng cuối quý", "ngày 25 hằng tháng", "ngày 15 tháng cuối của quý"
function dayOfPeriodAt(tokens: readonly Token[], start: number): Found | undefined {
  let at = start;
  if (word(tokens, at) === "ngày") at++;
  const day = integer(tokens, at, 1, 31);
  if (day === undefined) return undefined;
  at++;
  if (isEvery(word(tokens, at)) && word(tokens, at + 1) === "tháng")
    return { kind: "day-of-period", day, rule: { kind: "month-day", day, before: false }, next: at + 2 };
  if (word(tokens, at) === "của") at++;
  if (isEvery(word(tokens, at)) && word(tokens, at + 1) === "tháng")
    return { kind: "day-of-period", day, rule: { kind: "month-day", day, before: false }, next: at + 2 };
  if (word(tokens, at) !== "tháng") return undefined;
  const month = word(tokens, at + 1);
  if (month !== "cuối" && month !== "đầu") return undefined;
  at += 2;
  if (["của", "mỗi", "hàng", "hằng"].includes(word(tokens, at))) at++;
  if (word(tokens, at) !== "quý") return undefined;
  return {
    kind: "day-of-period",
    day,
    rule: { kind: "quarter-day", day, month: month === "cuối" ? "last" : "first", before: false },
    next: at + 1,
  };
}

function dayOfEveryMonth(tokens: readonly Token[], from: number): { found: Found; operator: TimeOperator; at: number } | undefined {
  const at = tokens[from]?.text === "(" || tokens[from]?.text === "," ? from + 1 : from;
  const { operator, length } = operatorAt(tokens, at);
  const day = length > 0 && word(tokens, at + length) === "ngày" ? integer(tokens, at + length + 1, 1, 31) : undefined;
  const next = at + length + 2;
  if (day === undefined || tokens[next]?.text === "/" || ["tháng", "của", "hằng", "hàng"].includes(word(tokens, next))) return undefined;
  return { found: { kind: "day-of-period", day, rule: { kind: "month-day", day, before: false }, next }, operator, at };
}

// "01/6/2024", "ngày 10 tháng 12 năm 2021", "30-6-2024", "ngày 15/8"
function dateAt(tokens: readonly Token[], start: number): Found | undefined {
  const said = word(tokens, start) === "ngày";
  const at = said ? start + 1 : start;
  const day = integer(tokens, at, 1, 31);
  if (day === undefined) return undefined;
  const sign = tokens[at + 1]?.text ?? "";
  if (sign === "/" || sign === "-" || sign === ".") {
    const month = integer(tokens, at + 2, 1, 12);
    if (month === undefined || !touches(tokens, at, at + 2)) return undefined;
    if (tokens[at + 3]?.text === sign) {
      const year = yearNumber(tokens, at + 4);
      return year === undefined ? undefined : { kind: "date", day, month, year, next: at + 5 };
    }
    return said && sign === "/" ? { kind: "date", day, month, next: at + 3 } : undefined;
  }
  if (word(tokens, at + 1) === "tháng") {
    const month = integer(tokens, at + 2, 1, 12);
    if (month === undefined) return undefined;
    let next = at + 3;
    if (tokens[next]?.text === ",") next++;
    const year = word(tokens, next) === "năm" ? yearNumber(tokens, next + 1) : undefined;
    if (year !== undefined) return { kind: "date", day, month, year, next: next + 2 };
    return said ? { kind: "date", day, month, next: at + 3 } : undefined;
  }
  return undefined;
}

// "trước 15/6", "chậm nhất 20/11": day and month behind a limit
function shortDateAt(tokens: readonly Token[], at: number): Found | undefined {
  const day = integer(tokens, at, 1, 31);
  const month = integer(tokens, at + 2, 1, 12);
  if (day === undefined || month === undefined || tokens[at + 1]!.text !== "/" || !touches(tokens, at, at + 2)) return undefined;
  const next = tokens[at + 3];
  if (
    next?.text === "/" ||
    next?.text === "%" ||
    (next?.kind === "word" && !["hàng", "hằng", "của", "và", "hoặc", "năm", "để"].includes(next.word))
  )
    return undefined;
  return { kind: "date", day, month, next: at + 3 };
}

// "Quý IV/2023", "quý 2 năm 2024", "Quý I - Quý II", "Quý I, II và III/2024": the last of several
function quarterAt(tokens: readonly Token[], at: number): Found | undefined {
  if (!isQuarterWord(tokens, at)) return undefined;
  let quarter = quarterNumber(tokens, at + 1);
  if (quarter === undefined) return undefined;
  let next = at + 2;
  for (;;) {
    const range = tokens[next]?.text === "-" || tokens[next]?.text === "–" || word(tokens, next) === "đến";
    if (!range && tokens[next]?.text !== "," && word(tokens, next) !== "và") break;
    const said = isQuarterWord(tokens, next + 1);
    if (said && !range) break;
    const other = said ? quarterNumber(tokens, next + 2) : romanQuarter(tokens[next + 1]);
    if (other === undefined) break;
    quarter = other;
    next += said ? 3 : 2;
  }
  const sign = tokens[next]?.text === "," && word(tokens, next + 1) === "năm" ? next + 1 : next;
  const dated = tokens[sign]?.text === "/" || tokens[sign]?.text === "-" || word(tokens, sign) === "năm";
  const year = dated ? yearNumber(tokens, sign + 1) : undefined;
  return year === undefined ? { kind: "quarter", quarter, next } : { kind: "quarter", quarter, year, next: sign + 2 };
}

function isQuarterWord(tokens: readonly Token[], at: number): boolean {
  return word(tokens, at) === "quý" || word(tokens, at) === "quí";
}

function quarterNumber(tokens: readonly Token[], at: number): number | undefined {
  return tokens[at]?.kind === "word" ? romanQuarter(tokens[at]) : integer(tokens, at, 1, 4);
}

function romanQuarter(token: Token | undefined): number | undefined {
  return token?.kind === "word" && token.text === token.text.toUpperCase() ? ROMAN[token.word] : undefined;
}

// "tháng 6/2024", "tháng 6 năm 2024", "tháng 9", "6/2025"
function monthAt(tokens: readonly Token[], start: number): Found | undefined {
  const said = word(tokens, start) === "tháng";
  const at = said ? start + 1 : start;
  const month = integer(tokens, at, 1, 12);
  if (month === undefined) return undefined;
  const sign = tokens[at + 1]?.text;
  if (sign === "/" || sign === "-") {
    const year = yearNumber(tokens, at + 2);
    if (year !== undefined && tokens[at + 2]!.text.length === 4 && tokens[at + 3]?.text !== "/")
      return { kind: "month", month, year, next: at + 3 };
  }
  if (!said) return undefined;
  if (word(tokens, at + 1) === "năm") {
    const year = yearNumber(tokens, at + 2);
    if (year !== undefined) return { kind: "month", month, year, next: at + 3 };
  }
  return { kind: "month", month, next: at + 1 };
}

const PERIOD_WORDS: readonly (readonly string[])[] = [
  ["giai", "đoạn"],
  ["thời", "kỳ"],
  ["nhiệm", "kỳ"],
];

// "giai đoạn 2021 - 2025", "thời kỳ 2021 đến 2030", "nhiệm kỳ 2020-2025", "giai đoạn 2023- 2025 và 2025 - 2030"
function periodAt(tokens: readonly Token[], start: number): Found | undefined {
  if (!PERIOD_WORDS.some((words) => wordsAt(tokens, start, words))) return undefined;
  let at = start + 2;
  while (["từ", "năm"].includes(word(tokens, at))) at++;
  const from = yearNumber(tokens, at);
  if (from === undefined || !isRangeSign(tokens, at + 1)) return undefined;
  let next = at + 2;
  if (word(tokens, next) === "năm") next++;
  const to = yearNumber(tokens, next);
  if (to === undefined) return undefined;
  next++;
  if (word(tokens, next) === "và" && yearNumber(tokens, next + 1) !== undefined && isRangeSign(tokens, next + 2)) {
    const last = yearNumber(tokens, next + 3);
    if (last !== undefined) return { kind: "years", fromYear: from, year: last, next: next + 4 };
  }
  return { kind: "years", fromYear: from, year: to, next };
}

// "năm 2024", "năm 2024 - 2025", "các năm 2024, 2025", "6 tháng đầu năm 2024"
function yearAt(tokens: readonly Token[], start: number): Found | undefined {
  let at = start;
  if (
    integer(tokens, at, 6, 6) !== undefined &&
    word(tokens, at + 1) === "tháng" &&
    ["đầu", "cuối"].includes(word(tokens, at + 2)) &&
    word(tokens, at + 3) === "năm"
  ) {
    const half = word(tokens, at + 2) === "đầu" ? 1 : 2;
    const year = yearNumber(tokens, at + 4);
    return { kind: "half-year", quarter: half * 2, ...(year === undefined ? {} : { year }), next: year === undefined ? at + 4 : at + 5 };
  }
  const said = word(tokens, at) === "năm";
  if (said) at++;
  // "năm học 2025 - 2026"
  if (said && word(tokens, at) === "học") at++;
  const year = yearNumber(tokens, at);
  if (year === undefined || (!said && !["đến", "tới"].includes(tokens[start - 1]?.word ?? ""))) return undefined;
  if (tokens[at]!.text.length !== 4) return undefined;
  if (isRangeSign(tokens, at + 1)) {
    const last = yearNumber(tokens, word(tokens, at + 2) === "năm" ? at + 3 : at + 2);
    if (last !== undefined && last > year)
      return { kind: "years", fromYear: year, year: last, next: word(tokens, at + 2) === "năm" ? at + 4 : at + 3 };
  }
  return { kind: "year", year, next: at + 1 };
}

// "Định kỳ hằng quý, 6 tháng, hằng năm hoặc đột xuất", "hằng năm", "định kỳ 6 tháng", "hàng tháng"
function recurringAt(tokens: readonly Token[], start: number): Found | undefined {
  let at = start;
  let regular = false;
  if (word(tokens, at) === "theo" && wordsAt(tokens, at + 1, ["định", "kỳ"])) at++;
  if (wordsAt(tokens, at, ["định", "kỳ"])) {
    at += 2;
    regular = true;
    if (tokens[at]?.text === "," || tokens[at]?.text === "(") at++;
  }
  const periods: ReportPeriod[] = [];
  let next = regular ? start + (at - start) : at;
  if (regular && (tokens[at - 1]?.text === "," || tokens[at - 1]?.text === "(")) next = at - 1;
  for (;;) {
    const item = recurrenceItem(tokens, at, regular || periods.length > 0);
    if (!item) break;
    periods.push(...item.periods);
    next = item.next;
    const joint = tokens[next];
    if (!joint || (joint.text !== "," && joint.word !== "và" && joint.word !== "hoặc" && joint.text !== "/")) break;
    at = next + 1;
    if (word(tokens, at) === "và" || word(tokens, at) === "hoặc") at++;
  }
  if (periods.length === 0) return regular ? { kind: "recurring", periods: [], next } : undefined;
  return { kind: "recurring", periods, next };
}

// "16 giờ hằng ngày", "15 giờ 30 thứ Năm hằng tuần", "16h00 ngày thứ Sáu hằng tuần", "thứ Sáu hằng tuần"
function hourOfPeriodAt(tokens: readonly Token[], start: number): Found | undefined {
  let at = start;
  if (integer(tokens, at, 0, 24) !== undefined && ["giờ", "h"].includes(word(tokens, at + 1))) {
    at += 2;
    if (integer(tokens, at, 0, 59) !== undefined) at += word(tokens, at + 1) === "phút" ? 2 : 1;
  }
  if (word(tokens, at) === "ngày") at++;
  if (word(tokens, at) === "thứ" && WEEKDAYS.has(word(tokens, at + 1))) at += 2;
  else if (wordsAt(tokens, at, ["chủ", "nhật"])) at += 2;
  if (at === start || !isEvery(word(tokens, at))) return undefined;
  if (word(tokens, at + 1) === "ngày") return { kind: "recurring", periods: ["day"], next: at + 2 };
  return word(tokens, at + 1) === "tuần" ? { kind: "recurring", periods: ["week"], next: at + 2 } : undefined;
}

function recurrenceItem(
  tokens: readonly Token[],
  at: number,
  inside: boolean,
): { periods: readonly ReportPeriod[]; next: number } | undefined {
  if (isEvery(word(tokens, at)) && word(tokens, at + 1) === "ngày" && !isNumber(tokens[at + 2])) return { periods: ["day"], next: at + 2 };
  const period = PERIOD[word(tokens, at + 1)];
  if (isEvery(word(tokens, at)) && period && !(word(tokens, at + 1) === "năm" && yearNumber(tokens, at + 2) !== undefined))
    return { periods: [period], next: at + 2 };
  const months = integer(tokens, at, 1, 12);
  if (inside && months !== undefined && word(tokens, at + 1) === "tháng") {
    const kind: ReportPeriod = months === 6 ? "half-year" : months === 9 ? "nine-months" : months === 3 ? "quarter" : "month";
    return { periods: [kind], next: at + 2 };
  }
  if (inside && wordsAt(tokens, at, ["sáu", "tháng"])) return { periods: ["half-year"], next: at + 2 };
  if (
    inside &&
    PERIOD[word(tokens, at)] &&
    tokens[at + 1]?.kind !== "number" &&
    !(word(tokens, at) === "quý" && /^[IV]+$/.test(tokens[at + 1]?.text ?? ""))
  )
    return { periods: [PERIOD[word(tokens, at)]!], next: at + 1 };
  if (wordsAt(tokens, at, ["đột", "xuất"])) return inside ? { periods: ["ad-hoc"], next: at + 2 } : undefined;
  return undefined;
}

function continuousAt(tokens: readonly Token[], at: number): Found | undefined {
  if (wordsAt(tokens, at, ["thường", "xuyên"]) && word(tokens, at - 1) !== "chi")
    return { kind: "continuous", next: wordsAt(tokens, at + 2, [",", "liên", "tục"]) ? at + 5 : at + 2 };
  return undefined;
}

/** Year that a plan gives to what stands in it: last year of a period, else the year that is said. */
export function yearOfText(text: string): number | undefined {
  const phrases = findTimePhrases(text).filter((phrase) => phrase.kind === "year" || phrase.kind === "years");
  return phrases[0]?.year;
}

function word(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? "";
}

function isEvery(text: string): boolean {
  return text === "hàng" || text === "hằng" || text === "mỗi";
}

function isNumber(token: Token | undefined): boolean {
  return token?.kind === "number";
}

function isRangeSign(tokens: readonly Token[], at: number): boolean {
  return ["-", "–", "—", "đến", "tới"].includes(tokens[at]?.word ?? "");
}

function integer(tokens: readonly Token[], at: number, low: number, high: number): number | undefined {
  const token = tokens[at];
  if (!token || token.kind !== "number" || !token.plain || token.text.length > 2) return undefined;
  return token.value! >= low && token.value! <= high ? token.value : undefined;
}

function yearNumber(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  return token?.kind === "number" && token.plain && token.text.length === 4 && token.value! >= 1990 && token.value! <= 2100
    ? token.value
    : undefined;
}

function touches(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]!.end !== tokens[at + 1]!.start) return false;
  return true;
}
