import { clauseBefore } from "../phrases/nearWords";
import type { GoalPhrase } from "../phrases/goalPhrase";
import { producesCount } from "../phrases/outputVerb";
import { measureOf } from "./measure";

/** Leaves out counts that belong to the condition before them: "100% xã, phường mỗi quý có ít nhất 04 tin". */
export function withoutNested(phrases: readonly GoalPhrase[], text: string): GoalPhrase[] {
  return phrases.filter((phrase, index) => {
    const before = phrases[index - 1];
    if (!before || !before.unit.startsWith("%") || phrase.unit.startsWith("%") || !/^\p{L}/u.test(phrase.unit)) return true;
    if (before.goal.kind !== "all" && before.goal.kind !== "at-least" && before.goal.kind !== "more-than") return true;
    const between = text.slice(before.end, phrase.start).trim();
    // "Tỷ lệ hộ nghèo giảm 1%, có 5 xã …": the rate closes its clause
    const opens = isSubject(text, before);
    return !opens || between === "" || /(?:[,;(]|(?:^| )và)$|[;:(]|, (?:trong|đồng thời|phấn đấu|có|tỷ lệ|số|mỗi) /i.test(between);
  });
}

/** Whether a rate opens what it is said of ("100% xã …"), not closes it ("Tỷ lệ xã … đạt 100%"). */
function isSubject(text: string, phrase: GoalPhrase): boolean {
  const before = text.slice(0, phrase.start);
  const from = Math.max(before.lastIndexOf(";"), before.lastIndexOf(","), before.lastIndexOf(":"), before.lastIndexOf("("), -1) + 1;
  return measureOf(before.slice(from), before.length - from, before.length - from).length < 12;
}

/** Whether a number in a section of objectives is a condition; ages, days of work and counts without a comparison are not. */
export function countsAsTarget(phrase: GoalPhrase, text: string): boolean {
  if (SUPPORT_RATE.test(text.slice(Math.max(0, phrase.start - 40), phrase.end + 24))) return false;
  if (isRemark(phrase, text)) return false;
  if (
    ["tuổi", "ngày", "giờ", "phút", "tháng"].includes(phrase.unit) &&
    !/đạt|tuổi thọ|giảm|rút ngắn/i.test(text.slice(Math.max(0, phrase.start - 30), phrase.end))
  )
    return false;
  if (phrase.unit === "tuổi") return /tuổi thọ/i.test(text) && !/dưới|trên \d/.test(text.slice(phrase.start, phrase.end));
  if (phrase.unit.startsWith("%") || phrase.unit === "điểm %") return true;
  if (phrase.goal.kind === "top" || phrase.goal.kind === "rank-up" || phrase.goal.kind.startsWith("times")) return true;
  return phrase.compared || (phrase.unit !== "" && (producesCount(text.slice(0, phrase.start)) || isLevel(phrase, text)));
}

/** "Dân số trung bình 7.129 người", "+ Lúa 507 ha": a name and its level, nothing else. */
function isLevel(phrase: GoalPhrase, text: string): boolean {
  const name = text.slice(0, phrase.start);
  return (
    /^(?:[-+•*] )?\p{Lu}[\p{L} ]{1,80} $/u.test(name) &&
    !/ (?:tại|trong|cho|của|với|từ|theo|các|ở|qua|gồm|và|về|trên|dưới|đến|mỗi|số|năm|thứ|hạng|loại|cấp|khóa|lần) $/i.test(name) &&
    /^[ .;,]*$/.test(text.slice(phrase.end))
  );
}

// "đạt 58,9% (66/112 thôn, tăng thêm 20 thôn)": the count that the rate stands for
function isRemark(phrase: GoalPhrase, text: string): boolean {
  const open = text.lastIndexOf("(", phrase.start);
  if (open < 0 || text.slice(open, phrase.start).includes(")")) return false;
  return (
    !phrase.unit.startsWith("%") &&
    /%\s?$/.test(text.slice(Math.max(0, open - 3), open)) &&
    !/^\((?:trong đó|riêng)/i.test(text.slice(open))
  );
}

const SUPPORT_RATE = /lệ phí|lãi suất|tiền thuê|(?:giảm|miễn)[^,;]{0,12} (?:thuế|phí|giá) |trọng số/i;
const OUTCOME_WORD =
  /(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|tối thiểu|ít nhất|đạt|hoàn thành|giải ngân|duy trì|cắt giảm|rút ngắn|tiết kiệm|trở lên|tăng|giảm|chiếm)/i;

/** Numbers inside a task that say what must come of it; amounts, structures and rates of support are left out. */
export function outcomeInTask(phrase: GoalPhrase, text: string): boolean {
  const near = text.slice(Math.max(0, phrase.start - 60), phrase.end);
  if (SUPPORT_RATE.test(text.slice(Math.max(0, phrase.start - 40), phrase.end + 40))) return false;
  if (phrase.goal.kind === "times-at-most") return true;
  if (phrase.goal.kind === "times-at-least") return phrase.certainty === "stated";
  if (phrase.goal.kind === "top" || phrase.goal.kind === "rank-up") return true;
  if (phrase.unit.startsWith("%")) {
    if (phrase.goal.kind === "less-than" && !/(?:tỷ lệ|giảm|xuống|còn)/i.test(near)) return false;
    if (/(?:không áp dụng|cho phép|tình trạng|quy định (?:về |mức )?(?:tiết kiệm|tối thiểu))/i.test(text.slice(0, phrase.start)))
      return false;
    if (
      /^(?:thêm |khoảng )?/.test(near) &&
      /không hoàn thành|chưa hoàn thành|chậm|nếu|trường hợp|hỗ trợ/i.test(clauseBefore(near.slice(0, 60), 60))
    )
      return false;
    return phrase.compared || phrase.start < 14 || OUTCOME_WORD.test(near) || phrase.goal.kind === "all";
  }
  if (phrase.unit === "điểm") return phrase.compared;
  if (phrase.unit === "" || MONEY.test(phrase.unit)) return false;
  if (/^[\p{L} ]*\/[\d\p{Ll}]/u.test(phrase.unit)) return phrase.compared;
  if (TIME_UNITS.includes(phrase.unit)) return false;
  // "+ Đầu tư mới trạm 5G: 35 trạm": an item that is an indicator and its level
  if (/^(?:[-+•*] )?[^:.;]{5,80}: $/.test(text.slice(0, phrase.start)) && /^(?:[ ,;.(]|$)/.test(text.slice(phrase.end))) return true;
  if (/\((?:trong đó|gồm|bao gồm)[^()]*$/i.test(text.slice(0, phrase.start)) && INDICATOR.test(text))
    return /: ?$/.test(text.slice(0, phrase.start));
  return phrase.compared && AIM.test(clauseBefore(text.slice(0, phrase.start), 128, ".;"));
}

// "góp phần thực hiện mục tiêu tỷ lệ phủ sóng đến năm 2030 đạt 100%"
/** Words that set an aim. */
export const AIM = /mục tiêu|chỉ tiêu|phấn đấu/i;

const MONEY = /đồng|usd|^(?:nghìn|triệu|tỷ)$/i;
const TIME_UNITS = ["tuổi", "ngày", "giờ", "phút", "tháng", "năm", "lần"];
const INDICATOR = /^(?:[-+•*] )?[^:.;]{5,80}: \d/;
