import { groupBefore, isWithinGroup, placeBefore } from "./rankPhrase";
import { wordsAt, type Token } from "./tokens";
import { unitLength, unitWords } from "./units";

/** A number with its unit of measurement. */
export interface Quantity {
  /** Token of the number. */
  readonly index: number;
  /** Token after number and unit. */
  readonly next: number;
  readonly low: number;
  /** Upper bound of "30-70%", "từ 35% đến 45%". */
  readonly high?: number;
  readonly unit: string;
  readonly percent: boolean;
  /** A unit that is counted in itself; percentage points ("điểm %") are: 5 is 5 points. */
  readonly points: boolean;
  /** "năm", "doanh nghiệp/năm": what a number of times is counted for. */
  readonly per?: string;
}

// A number behind these is a label, not an amount: "số 52", "mức độ 3", "Điều 5", "khóa XII", "Đề án 06", "năm 2024"
const LABELS = new Set([
  "số",
  "độ",
  "điều",
  "khoản",
  "mục",
  "khóa",
  "khoá",
  "án",
  "biểu",
  "lục",
  "bảng",
  "tháng",
  "quý",
  "năm",
  "ngày",
  "phiên",
  "phase",
  "giờ",
  "vùng",
  "loại",
  "cấp",
  "bước",
  "kỳ",
  "quyết",
  "thứ",
]);

/** Numbers that measure something; dates, years, document numbers, levels and weights are left out. */
export function findQuantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const quantity = quantityAt(tokens, at);
    if (!quantity) continue;
    found.push(quantity);
    at = quantity.next - 1;
  }
  return found;
}

function quantityAt(tokens: readonly Token[], index: number): Quantity | undefined {
  const token = tokens[index]!;
  if (token.kind !== "number") return spelledAt(tokens, index);
  const before = tokens[index - 1];
  if (
    before &&
    (before.text === "/" || (before.text === "." && before.end === token.start) || (before.kind === "word" && before.end === token.start))
  )
    return undefined;
  if (before?.text === "(" && tokens[index + 1]?.text === ")") return undefined;
  // "trên cả 03 tiêu chí"
  if (before?.word === "cả" && tokens[index + 1]?.text !== "%") return undefined;
  if (isWeight(tokens, index) || isBaseOfRate(tokens, index)) return undefined;
  let next = index + 1;
  const low = token.value!;
  let high: number | undefined;
  const percentFirst = tokens[next]?.text === "%";
  const dash = percentFirst ? next + 1 : next;
  const other = tokens[dash + 1];
  if (["-", "–", "đến", "tới"].includes(tokens[dash]?.word ?? "") && other?.kind === "number" && other.value! > low) {
    const afterOther = tokens[dash + 2];
    if (afterOther?.text === "%" || (!percentFirst && unitLength(tokens, dash + 2) > 0)) {
      high = other.value!;
      next = dash + 2;
    }
  }
  const ranked = rankedAt(tokens, index, dash);
  if (ranked) return ranked;
  const label = before !== undefined && LABELS.has(before.word) && tokens[next]?.text !== "%";
  if (label && !(before.word === "cấp" || before.word === "kỳ")) return undefined;
  const times = timesAt(tokens, next);
  if (times) return { index, next: times.next, low, unit: "lần", percent: false, points: true, per: times.per };
  if (tokens[next]?.text === "%" || wordsAt(tokens, next, ["phần", "trăm"])) {
    next += tokens[next]!.text === "%" ? 1 : 2;
    const share = shareUnit(tokens, next);
    if (share)
      return { index, next: share.next, low, ...(high === undefined ? {} : { high }), unit: share.unit, percent: false, points: true };
    return { index, next, low, ...(high === undefined ? {} : { high }), unit: "%", percent: true, points: false };
  }
  if (wordsAt(tokens, next, ["điểm", "%"]))
    return { index, next: next + 2, low, ...(high === undefined ? {} : { high }), unit: "điểm %", percent: false, points: true };
  if (token.plain && token.text.length === 4 && low >= 1990 && low <= 2100 && high === undefined) return undefined;
  const part = rateAt(tokens, index) ?? fractionAt(tokens, index) ?? partOfWhole(tokens, index);
  if (part) return part;
  if (
    tokens[next]?.text === "/" ||
    (tokens[next]?.text === "." && tokens[next + 1]?.kind === "number" && tokens[next]!.end === tokens[next + 1]!.start)
  )
    return undefined;
  if (tokens[next]?.text === "‰") return { index, next: next + 1, low, unit: "‰", percent: false, points: true };
  const length = unitLength(tokens, next) || plainUnit(tokens, index, next);
  const perUnit = length > 0 && tokens[next + length]?.text === "/" && tokens[next + length + 1]?.kind === "word";
  if (length === 0) {
    // a bare figure of an index: "duy trì trên 0,7"
    return !token.plain && token.text.includes(",")
      ? { index, next, low, ...(high === undefined ? {} : { high }), unit: "", percent: false, points: true }
      : undefined;
  }
  let unit = unitWords(tokens, next, length);
  let end = next + length;
  if (perUnit) {
    const denominator = Math.max(1, unitLength(tokens, end + 1));
    unit += `/${unitWords(tokens, end + 1, denominator)}`;
    end += 1 + denominator;
    if (tokens[end - 1]!.word === "vạn" && tokens[end]?.word === "dân") {
      unit += " dân";
      end++;
    }
    // "65 triệu đồng/người/năm"
    if (tokens[end]?.text === "/" && PERIODS.has(tokens[end + 1]?.word ?? "")) {
      unit += `/${tokens[end + 1]!.word}`;
      end += 2;
    }
  }
  return { index, next: end, low, ...(high === undefined ? {} : { high }), unit, percent: false, points: true };
}

// "top 3", "nhóm 20 địa phương dẫn đầu", "nhóm từ 01 - 10", "xếp thứ 20 trở lên", "vị trí thứ 15/63"
function rankedAt(tokens: readonly Token[], index: number, dash: number): Quantity | undefined {
  const low = tokens[index]!.value!;
  const rank = { index, low, unit: "hạng", percent: false, points: true };
  if (!Number.isInteger(low) || tokens[index + 1]?.text === "%") return undefined;
  if (placeBefore(tokens, index) !== undefined && unitLength(tokens, index + 1) === 0) return { ...rank, next: index + 1 };
  const group = groupBefore(tokens, index);
  if (group === undefined) return undefined;
  const other = tokens[dash + 1];
  if (["-", "–", "đến"].includes(tokens[dash]?.word ?? "") && other?.kind === "number" && other.value! > low)
    return { ...rank, high: other.value!, next: dash + 2 };
  const named = tokens[group]!.word !== "nhóm" || leads(tokens, index + 1) || isWithinGroup(tokens, group, index + 1);
  return named && group === index - 1 ? { ...rank, next: index + 1 } : undefined;
}

const PERIODS = new Set(["năm", "quý", "tháng", "ngày", "nhiệm", "vụ"]);

const SPELLED = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

// "có ít nhất một cơ sở y tế": a word is a number only behind a bound and before a unit
function spelledAt(tokens: readonly Token[], index: number): Quantity | undefined {
  const value = SPELLED.indexOf(tokens[index]!.word) + 1;
  if (value === 0 || !["nhất", "thiểu"].includes(tokens[index - 1]?.word ?? "")) return undefined;
  const length = unitLength(tokens, index + 1);
  if (length === 0) return undefined;
  const unit = unitWords(tokens, index + 1, length);
  return { index, next: index + 1 + length, low: value, unit, percent: false, points: true };
}

// "4/100.000 trẻ", "107 trẻ sơ sinh trai/100 trẻ sơ sinh gái", "18 ca sinh/1.000 phụ nữ", "2,1 con/phụ nữ"
function rateAt(tokens: readonly Token[], index: number): Quantity | undefined {
  let at = index + 1;
  while (at < index + 6 && tokens[at]?.kind === "word" && /^\p{Ll}/u.test(tokens[at]!.text)) at++;
  const counted = tokens.slice(index + 1, at);
  if (tokens[at]?.text !== "/" || counted.some((item) => RATE_ENDS.has(item.word))) return undefined;
  const base = tokens[at + 1];
  const per = base?.kind === "number" && [10, 100, 1000, 10_000, 100_000, 1_000_000].includes(base.value!);
  if (!per && (base?.kind !== "word" || counted.length === 0 || unitLength(tokens, index + 1) > 0 || counted[0]!.word === "lần"))
    return undefined;
  const noun = per ? tokens[at + 2] : base;
  if (noun?.kind !== "word") return undefined;
  const second = tokens[at + 2];
  const two = !per && second?.kind === "word" && /^\p{Ll}/u.test(second.text) && !RATE_ENDS.has(second.word);
  const next = two ? at + 3 : at + 2;
  const unit = `${counted.map((item) => item.word).join(" ")}/${base!.text}${two ? ` ${second.word}` : ""}`;
  return { index, next, low: tokens[index]!.value!, unit, percent: false, points: true };
}

const RATE_ENDS = new Set(["và", "hoặc", "trở", "so", "với", "của", "trong", "đến", "vào", "năm", "tháng", "ngày", "quý"]);

const BOUND_WORDS = new Set(["nhất", "thiểu", "đa", "quá", "đạt", "mức", ":"]);

// "ít nhất 2 tiết dạy", "Học sinh giỏi: 15 giải", "tối thiểu đạt 68 năm": behind a bound any noun is a unit
function plainUnit(tokens: readonly Token[], index: number, next: number): number {
  const noun = tokens[next];
  if (!BOUND_WORDS.has(tokens[index - 1]?.word ?? "") || noun?.kind !== "word" || !/^\p{Ll}{2,}$/u.test(noun.text)) return 0;
  if (["là", "và", "hoặc", "trở", "của", "so", "với", "trong", "đến", "tháng", "quý", "lần", "vào", "cho", "sao"].includes(noun.word))
    return 0;
  return noun.word === "năm" && tokens[next + 1]?.kind === "number" ? 0 : 1;
}

// "2/3 số xã", "3/4 tổng số thôn": a share, which is a percentage
function fractionAt(tokens: readonly Token[], index: number): Quantity | undefined {
  const [part, whole, noun] = [tokens[index]!, tokens[index + 2], tokens[index + 3]];
  if (tokens[index + 1]?.text !== "/" || whole?.kind !== "number" || whole.value! > 10 || part.value! >= whole.value!) return undefined;
  if (!["số", "tổng", "các"].includes(noun?.word ?? "") || ["ngày", "số"].includes(tokens[index - 1]?.word ?? "")) return undefined;
  return { index, next: index + 3, low: (part.value! / whole.value!) * 100, unit: "%", percent: true, points: false };
}

// "04/09 thôn", "15/15 tiêu chí": so many of so many
function partOfWhole(tokens: readonly Token[], index: number): Quantity | undefined {
  const whole = tokens[index + 2];
  if (tokens[index + 1]?.text !== "/" || whole?.kind !== "number" || whole.value! < tokens[index]!.value!) return undefined;
  if (tokens[index]!.end !== tokens[index + 1]!.start || ["ngày", "trước", "tháng", "số"].includes(tokens[index - 1]?.word ?? ""))
    return undefined;
  const length = unitLength(tokens, index + 3);
  if (length === 0) return undefined;
  const unit = unitWords(tokens, index + 3, length);
  return { index, next: index + 3 + length, low: tokens[index]!.value!, unit, percent: false, points: true };
}

// "02 lần/năm", "1lần/năm", "01 lần/01 doanh nghiệp trong năm", "01 lần trong năm đối với mỗi doanh nghiệp", "01 lần/thủ tục"
function timesAt(tokens: readonly Token[], next: number): { next: number; per: string } | undefined {
  if (tokens[next]?.word !== "lần") return undefined;
  let at = next + 1;
  const joint = tokens[at];
  if (!joint || (joint.text !== "/" && !["trong", "một", "mỗi"].includes(joint.word))) return undefined;
  at++;
  if (tokens[at]?.kind === "number") at++;
  if (["một", "mỗi"].includes(tokens[at]?.word ?? "")) at++;
  const words: string[] = [];
  while (at < tokens.length && tokens[at]!.kind === "word" && words.length < 2) {
    if (["trong", "đối", "với", "hoặc", "và", "trên"].includes(tokens[at]!.word)) break;
    words.push(tokens[at]!.word);
    at++;
    if (["năm", "quý", "tháng", "tuần"].includes(words[0]!)) break;
  }
  if (words.length === 0) return undefined;
  let per = words.join(" ");
  if (wordsAt(tokens, at, ["trong", "năm"]) && tokens[at + 2]?.kind !== "number") {
    per += "/năm";
    at += 2;
  }
  if (tokens[at]?.word === "đối" && tokens[at + 1]?.word === "với") {
    const object = tokens.slice(at + 2, at + 6).filter((item) => item.kind === "word" && item.word !== "mỗi" && item.word !== "một");
    if (object.length >= 2) per = `${object[0]!.word} ${object[1]!.word}/${per}`;
  }
  return { next: at, per };
}

/** "%/năm", "% GDP", "% tổng chi ngân sách": units of their own, whose levels are counted in percent and not as fractions. */
function shareUnit(tokens: readonly Token[], at: number): { unit: string; next: number } | undefined {
  if (tokens[at]?.text === "/" && ["năm", "tháng", "quý"].includes(tokens[at + 1]?.word ?? ""))
    return { unit: `%/${tokens[at + 1]!.word}`, next: at + 2 };
  for (const words of AGGREGATES) {
    if (wordsAt(tokens, at, words))
      return {
        unit: `% ${words.map((item, offset) => (item.length === 3 || item === "grdp" ? tokens[at + offset]!.text : item)).join(" ")}`,
        next: at,
      };
  }
  if (wordsAt(tokens, at, ["tỷ", "trọng"]) || wordsAt(tokens, at, ["tỉ", "trọng"])) {
    for (let ahead = at + 2; ahead < Math.min(tokens.length, at + 9); ahead++) {
      if (tokens[ahead]!.word === "trên" && ["gdp", "grdp", "gdrp"].includes(tokens[ahead + 1]?.word ?? ""))
        return { unit: `% ${tokens[ahead + 1]!.text}`, next: at };
    }
  }
  return undefined;
}

const AGGREGATES: readonly (readonly string[])[] = [
  ["gdp"],
  ["grdp"],
  ["tổng", "chi", "ngân", "sách"],
  ["tổng", "chi"],
  ["tổng", "thu", "ngân", "sách"],
  ["ngân", "sách", "nhà", "nước"],
  ["ngân", "sách", "tỉnh"],
  ["ngân", "sách", "địa", "phương"],
  ["kinh", "tế", "số"],
];

function leads(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 6).some((token, at) => token.word === "đầu" && ["dẫn", "đứng"].includes(tokens[from + at - 1]!.word));
}

// "Số bác sĩ trên 1 vạn dân", "trên 100.000 trẻ đẻ sống"
function isBaseOfRate(tokens: readonly Token[], index: number): boolean {
  if (tokens[index - 1]?.word !== "trên") return false;
  // "Giá trị sản phẩm trên 1 ha đất canh tác đạt 150 triệu đồng"
  if (tokens[index]!.value === 1 && tokens.slice(index + 2, index + 9).some((token) => token.word === "đạt")) return true;
  if (wordsAt(tokens, index + 1, ["vạn", "dân"])) return true;
  const base = [100, 1000, 10_000, 100_000, 1_000_000].includes(tokens[index]!.value!);
  return (
    base &&
    ["dân", "trẻ", "phụ", "người", "bà", "hộ"].includes(tokens[index + 1]?.word ?? "") &&
    tokens.slice(index + 2, index + 8).some((token) => token.kind === "number" || token.word === "đạt")
  );
}

function isWeight(tokens: readonly Token[], index: number): boolean {
  return wordsAt(tokens, index - 2, ["trọng", "số"]) || wordsAt(tokens, index - 3, ["trọng", "số", ":"]);
}
