import { wordsAt, wordsBefore, type Token } from "./tokens";

/** How a number is compared with what was reached; `about` and `reach` say that it shall be reached and not how. */
export type Comparator = "at-least" | "at-most" | "more-than" | "less-than" | "about" | "reach";

// Order matters, longest first: "đạt tối thiểu từ … trở lên" is one comparator.
const BEFORE: readonly [readonly string[], Comparator][] = [
  [["tối", "thiểu", "đạt", "từ"], "at-least"],
  [["đạt", "tối", "thiểu", "từ"], "at-least"],
  [["tối", "thiểu", "từ"], "at-least"],
  [["tối", "thiểu", "có"], "at-least"],
  [["tối", "thiểu", "đạt"], "at-least"],
  [["tối", "thiểu", "là"], "at-least"],
  [["tối", "thiểu"], "at-least"],
  [["it", "nhất"], "at-least"],
  [["ít", "nhất", "là"], "at-least"],
  [["ít", "nhất", "từ"], "at-least"],
  [["ít", "nhất", "có"], "at-least"],
  [["ít", "nhất"], "at-least"],
  [["≥"], "at-least"],
  [[">", "="], "at-least"],
  [["≤"], "at-most"],
  [["<", "="], "at-most"],
  [[">"], "more-than"],
  [["<"], "less-than"],
  [["giảm", "còn"], "at-most"],
  [["giảm", "xuống", "còn"], "at-most"],
  [["không", "thấp", "hơn"], "at-least"],
  [["không", "ít", "hơn"], "at-least"],
  [["không", "dưới"], "at-least"],
  [["có", "từ"], "at-least"],
  [["không", "vượt", "quá"], "at-most"],
  [["không", "quá"], "at-most"],
  [["không", "nhiều", "hơn"], "at-most"],
  [["không", "cao", "hơn"], "at-most"],
  [["tối", "đa", "là"], "at-most"],
  [["tối", "đa"], "at-most"],
  [["quá"], "at-most"],
  [["lớn", "hơn"], "more-than"],
  [["cao", "hơn"], "more-than"],
  [["nhiều", "hơn"], "more-than"],
  [["trên"], "more-than"],
  [["hơn"], "more-than"],
  [["vượt"], "more-than"],
  [["thấp", "hơn"], "less-than"],
  [["nhỏ", "hơn"], "less-than"],
  [["xuống", "dưới"], "less-than"],
  [["dưới"], "less-than"],
  [["đưới"], "less-than"],
  [["khoảng"], "about"],
  [["từ"], "reach"],
  [["mức"], "reach"],
  [["đạt"], "reach"],
  [["bằng"], "reach"],
  [["còn"], "reach"],
  [["là"], "reach"],
  [["chiếm"], "reach"],
  [["xuống"], "reach"],
  [["lên"], "reach"],
  [["có"], "reach"],
  [["đủ"], "reach"],
  [["gấp"], "reach"],
  [["thêm"], "reach"],
  [["lũy", "kế"], "reach"],
  [["luỹ", "kế"], "reach"],
];

/** The word of comparison before a number, and where it begins. */
export function comparatorBefore(tokens: readonly Token[], index: number): { comparator?: Comparator; index: number } {
  for (const [words, comparator] of BEFORE) {
    if (!wordsBefore(tokens, index, words)) continue;
    let first = index - words.length;
    // "giảm xuống dưới", "ở mức trên", "đạt trên", "đạt mức", "đạt tối thiểu từ"
    while (first > 0 && ["đạt", "mức", "ở", "xuống", "lên", "có", "đến", "là"].includes(tokens[first - 1]!.word)) first--;
    return { comparator, index: first };
  }
  // "Tổng sản lượng lương thực: 25.000 tấn"
  if (tokens[index - 1]?.text === ":") return { comparator: "reach", index };
  return { index };
}

/** "Giảm số giờ … của phụ nữ còn 1,7 lần", "giảm tỷ lệ … xuống 5%": what is left is an upper bound. */
export function leftOver(
  tokens: readonly Token[],
  found: { comparator?: Comparator; index: number },
  from: number,
): { comparator?: Comparator; index: number } {
  const word = tokens[found.index]?.word;
  if (found.comparator !== "reach" || (word !== "còn" && word !== "xuống")) return found;
  for (let at = found.index - 1; at >= from && at > found.index - 40; at--) {
    if ([";", ".", ":"].includes(tokens[at]!.text)) return found;
    if (tokens[at]!.word === "giảm") return { ...found, comparator: "at-most" };
  }
  return found;
}

/** "không có chỉ số nào dưới 70%": what is kept from falling below a number is at least that. */
export function negated(tokens: readonly Token[], found: { comparator?: Comparator; index: number }): Comparator | undefined {
  if (found.comparator !== "less-than" && found.comparator !== "more-than") return found.comparator;
  for (let at = found.index - 1; at >= 0 && at > found.index - 12; at--) {
    if (tokens[at]!.kind === "sign" || tokens[at]!.kind === "number") break;
    if (tokens[at]!.word === "không" && ["có", "còn", "để"].includes(tokens[at + 1]!.word))
      return found.comparator === "less-than" ? "at-least" : "at-most";
  }
  return found.comparator;
}

/** The word of comparison behind a number: "từ 35% trở lên", "5 hạng trở lên", "30% trở xuống". */
export function suffixAfter(tokens: readonly Token[], index: number): { comparator: Comparator; length: number } | undefined {
  if (wordsAt(tokens, index, ["trở", "lên"])) return { comparator: "at-least", length: 2 };
  if (wordsAt(tokens, index, ["trở", "xuống"])) return { comparator: "at-most", length: 2 };
  return undefined;
}
