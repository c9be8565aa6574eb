import { clauseBefore, follows } from "../phrases/nearWords";
import { findGoalPhrases, type GoalPhrase } from "../phrases/goalPhrase";
import { isOutputVerb, producesCount } from "../phrases/outputVerb";
import { measureOf } from "./measure";

/** The conditions that a clause of a section of objectives sets, in order. `earlier`: those of the clause before it, of which it may be a part. */
export function conditionsIn(text: string, earlier: readonly GoalPhrase[] = []): GoalPhrase[] {
  const accepted: GoalPhrase[] = [];
  const wholes = PART_OPENING.test(text.slice(0, 24)) ? earlier : [];
  const candidates = withoutNested(findGoalPhrases(text), text);
  candidates.forEach((phrase, index) => {
    const next = candidates[index + 1];
    if (next && limitsSubject(phrase, next, text)) return;
    if (qualifiesCount(phrase, accepted.at(-1), text)) return;
    if (countsAsTarget(phrase, text) || countsWith(phrase, accepted, text) || countsIn(phrase, wholes)) accepted.push(phrase);
  });
  return accepted;
}

/** "Số vụ từ 30 người mắc trở lên giảm 20%": the first number says what is counted, the second what must come of it. */
function limitsSubject(phrase: GoalPhrase, next: GoalPhrase, text: string): boolean {
  if (phrase.unit.startsWith("%") || !/^từ |trở (?:lên|xuống)$/i.test(text.slice(phrase.start, phrase.end))) return false;
  const between = text.slice(phrase.end, next.start);
  const changes = next.goal.kind === "increase" || next.goal.kind === "decrease" || next.unit.startsWith("%");
  return changes && between.length < 40 && /^[^,;:()]*(?:giảm|tăng|đạt|còn|chiếm|không)$/iu.test(between.trim());
}

/** "72 xã đạt 19 tiêu chí", "có 10 hợp tác xã đạt doanh thu 5 tỷ đồng": the second number says which of the things are counted. */
function qualifiesCount(phrase: GoalPhrase, before: GoalPhrase | undefined, text: string): boolean {
  if (!before || !/^\p{L}/u.test(before.unit) || NO_COUNTS.includes(before.unit) || !isSubject(text, before)) return false;
  const between = text.slice(before.end, phrase.end);
  return /^ (?:\p{L}+ ){0,4}đạt (?:\p{L}+ ){0,4}[\d.,]+ \p{L}/u.test(between) && /^\p{L}/u.test(phrase.unit);
}

/** Whether a bare count goes on with the ones before it: "…, trong đó khách quốc tế 250.000 lượt", "… 50 tổ và 30 điểm". */
function countsWith(phrase: GoalPhrase, accepted: readonly GoalPhrase[], text: string): boolean {
  const before = accepted.at(-1);
  if (!before || !/^\p{L}/u.test(phrase.unit) || NO_COUNTS.includes(phrase.unit)) return false;
  const between = text.slice(before.end, phrase.start);
  const whole = accepted.slice(-MOST_PARTS).find((item) => countsIn(phrase, [item]));
  if (whole && /(?:trong (?:số )?đó|riêng|gồm|bao gồm)[ :,]/i.test(text.slice(whole.end, phrase.start))) return between.length < 120;
  // "850 MW (điện mặt trời 500 MW, điện gió 350 MW)"
  const bracket = text.lastIndexOf("(", phrase.start);
  const inside = whole !== undefined && bracket >= whole.end && !text.slice(bracket, phrase.start).includes(")");
  if (inside && !/20\d\d|hiện|so với|tăng|giảm|đạt|đã/i.test(text.slice(bracket, phrase.start))) return true;
  if (between.length >= 90 || before.start >= 300) return false;
  const joint = Math.max(...[",", " và "].map((sign) => between.lastIndexOf(sign) + sign.length * Number(between.includes(sign))));
  if (joint <= 0) return false;
  const verb = between.slice(joint).trim();
  // "Phấn đấu có 2 triệu doanh nghiệp hoạt động, 20 doanh nghiệp/nghìn dân"
  if (verb === "" && before.compared && countsIn(phrase, [before])) return true;
  return (verb === "" || isOutputVerb(verb)) && producesCount(text.slice(0, before.start));
}

/** Whether a number counts the same as one of `wholes`: "lượt" and "triệu lượt khách". */
function countsIn(phrase: GoalPhrase, wholes: readonly GoalPhrase[]): boolean {
  const own = counted(phrase);
  return wholes.some((item) => {
    const other = counted(item);
    return own !== "" && other !== "" && (own.startsWith(other) || other.startsWith(own));
  });
}

function counted(phrase: GoalPhrase): string {
  return /^\p{L}/u.test(phrase.unit) ? phrase.unit.replace(/^(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ) )+/, "") : "";
}

const PART_OPENING = /^(?:[-+] )?(?:trong (?:số )?đó|riêng|bao gồm|gồm)[ :,]/i;
/** A whole is not followed by more parts. */
const MOST_PARTS = 8;

const NO_COUNTS = ["tuổi", "ngày", "giờ", "phút", "tháng", "năm", "lần"];

/** Leaves out counts that belong to the condition before them: "100% xã, phường mỗi quý có ít nhất 04 tin". */
export function withoutNested(phrases: readonly GoalPhrase[], text: string): GoalPhrase[] {
  return phrases.filter((phrase, index) => {
    const before = phrases[index - 1];
    if (!before || !before.unit.startsWith("%") || phrase.unit.startsWith("%") || !/^\p{L}/u.test(phrase.unit)) return true;
    if (phrase.goal.kind === "top" || phrase.goal.kind === "rank-up") return true;
    if (before.goal.kind !== "all" && before.goal.kind !== "at-least" && before.goal.kind !== "more-than") return true;
    const between = text.slice(before.end, phrase.start).trim();
    // "Tỷ lệ hộ nghèo giảm 1%, có 5 xã …": the rate closes its clause
    const opens = isSubject(text, before);
    // "55% dân số mua sắm trực tuyến, với giá trị trung bình đạt 600 USD/người"
    const attains = /^(?:đạt|chiếm) /i.test(text.slice(phrase.start, phrase.end)) && between.includes(",");
    return (
      !opens || between === "" || attains || /(?:[,;(]|(?:^| )và)$|[;:(]|, (?:trong|đồng thời|phấn đấu|có|tỷ lệ|số|mỗi) /i.test(between)
    );
  });
}

/** Whether a rate opens what it is said of ("100% xã …"), not closes it ("Tỷ lệ xã … đạt 100%"). */
function isSubject(text: string, phrase: GoalPhrase): boolean {
  const before = text.slice(0, phrase.start);
  const open = before.lastIndexOf("(");
  const bracket = open > before.lastIndexOf(")") ? open : -1;
  const from = Math.max(before.lastIndexOf(";"), before.lastIndexOf(","), before.lastIndexOf(":"), bracket, -1) + 1;
  return measureOf(before.slice(from), before.length - from, before.length - from).length < 12;
}

/** Whether a number in a section of objectives is a condition; ages, days of work and counts without a comparison are not. */
function countsAsTarget(phrase: GoalPhrase, text: string): boolean {
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
  return (
    phrase.compared ||
    (phrase.unit !== "" &&
      (producesCount(text.slice(0, phrase.start)) || isLevel(phrase, text) || opensWithCount(phrase, text) || isRate(phrase, text)))
  );
}

/** "14,5 bác sĩ/vạn dân" as a clause of its own: a rate says what it measures. */
function isRate(phrase: GoalPhrase, text: string): boolean {
  return phrase.unit.includes("/") && /^(?:[-+•*] )?$/.test(text.slice(0, phrase.start)) && /^[ .;,]*$/.test(text.slice(phrase.end));
}

/** "01 huyện đạt chuẩn nông thôn mới": a count that opens its clause and a verb of attainment. */
function opensWithCount(phrase: GoalPhrase, text: string): boolean {
  return (
    /^(?:[-+•*] |\(\d{1,2}\) )?$/.test(text.slice(0, phrase.start)) &&
    /^(?: \p{L}+){0,4} (?:đạt|được|hoàn thành) /u.test(text.slice(phrase.end, phrase.end + 48))
  );
}

/** "Dân số trung bình 7.129 người", "+ Lúa 507 ha": a name and its level, nothing else. */
function isLevel(phrase: GoalPhrase, text: string): boolean {
  const name = text.slice(0, phrase.start);
  const named = /^(?:[-+•*] )?\p{Lu}[\p{L} ]{1,80} $/u.test(name) || (/^[\p{L} ,]{1,100} $/u.test(name) && AMOUNT.test(name));
  return (
    named &&
    !/ (?:tại|trong|cho|của|với|từ|theo|các|ở|qua|gồm|và|về|trên|dưới|đến|mỗi|số|năm|thứ|hạng|loại|cấp|khóa|lần) $/i.test(name) &&
    /^[ .;,]*$/.test(text.slice(phrase.end))
  );
}

// "sản lượng lương thực bình quân 2,1 triệu tấn/năm"
const AMOUNT =
  /^(?:tổng|số|sản lượng|diện tích|năng suất|quy mô|giá trị|doanh thu|thu nhập|kim ngạch|công suất|chiều dài|dân số|mật độ|lượng|tuổi thọ|chiều cao)(?: |$)/iu;

// "đạt 58,9% (66/112 thôn, tăng thêm 20 thôn)": the count that the rate stands for
function isRemark(phrase: GoalPhrase, text: string): boolean {
  const open = text.lastIndexOf("(", phrase.start);
  if (open < 0 || text.slice(open, phrase.start).includes(")")) return false;
  // "43 trường (82,7%)": the rate that the count stands for
  if (
    phrase.unit === "%" &&
    phrase.start === open + 1 &&
    text[phrase.end] === ")" &&
    /\d[\p{L} ./]{2,40}$/u.test(text.slice(Math.max(0, open - 48), open).trimEnd())
  )
    return !/%/.test(text.slice(Math.max(0, open - 48), open));
  return (
    !phrase.unit.startsWith("%") &&
    /%\s?$/.test(text.slice(Math.max(0, open - 3), open)) &&
    !/^\((?:trong đó|riêng)/i.test(text.slice(open))
  );
}

const SUPPORT_RATE = /lệ phí|lãi suất|tiền thuê|(?:giảm|miễn)(?: \d[\d,.]{0,5}%)?(?: mức| mức thu| tiền)? (?:thuế|phí|giá) |trọng số/i;
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
    // "dự án giải ngân dưới 30%" says which ones are meant
    const lowered = /giảm|xuống|còn/i.test(near.slice(-(phrase.end - phrase.start) - 30)) || /tỷ lệ/i.test(near);
    if (phrase.goal.kind === "less-than" && !lowered) return false;
    if (/(?:không áp dụng|cho phép|tình trạng|quy định (?:về |mức )?(?:tiết kiệm|tối thiểu))/i.test(text.slice(0, phrase.start)))
      return false;
    if (
      /^(?:thêm |khoảng )?/.test(near) &&
      /không hoàn thành|chưa hoàn thành|chậm|nếu|trường hợp|hỗ trợ|có thể|ngưỡng/i.test(clauseBefore(near.slice(0, 60), 60))
    )
      return false;
    if (follows(clauseBefore(text.slice(0, phrase.start), 200, ".;"), DOCUMENT, /với mục tiêu/, 120)) return false;
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
// "thực hiện thành công Kế hoạch … với mục tiêu tăng trưởng đạt 8%": the aim names the document
const DOCUMENT = /(?:Kế hoạch|Nghị quyết|Chương trình|Đề án|Chiến lược) /g;

/** Words that set an aim. */
export const AIM = /mục tiêu|chỉ tiêu|phấn đấu/i;

const MONEY = /đồng|usd|đô la|^(?:nghìn|ngàn|triệu|tỷ|tỉ)$/i;
const TIME_UNITS = ["tuổi", "ngày", "giờ", "phút", "tháng", "năm", "lần"];
const INDICATOR = /^(?:[-+•*] )?[^:.;]{5,80}: \d/;
