import { GROUPS, HEADS, headAt } from "./agencyHeads";
import { NOT_NAMES, PLACE_WORDS, QUANTIFIERS } from "./agencyWords";
import { tailLength } from "./nameTail";
import { wordsAt, type Token } from "./tokens";

/** One organisation's name in a text. */
export interface AgencyName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** First words of officers in lower-case. */
const OFFICERS: ReadonlySet<string> = new Set(["thủ", "người", "chủ", "giám", "hiệu", "bí"]);

/** Index after the name that starts at `index`; undefined if no name starts there. */
export function nameEnd(tokens: readonly Token[], index: number, afterAnother: boolean): number | undefined {
  const quantified = QUANTIFIERS.has(tokens[index]?.word ?? "");
  let at = quantified ? index + 1 : index;
  if (tokens[at]?.word === "thể" || tokens[at]?.word === "bộ") at += tokens[at]!.word === "thể" ? 1 : 0;
  const token = tokens[at];
  if (!token || token.kind !== "word") return undefined;
  if (NOT_NAMES.has(`${token.word} ${tokens[at + 1]?.word}`)) return undefined;
  const capital = /^\p{Lu}/u.test(token.text);
  let head =
    quantified || !capital
      ? Math.max(headAt(tokens, at, GROUPS), capital || quantified ? headAt(tokens, at, HEADS) : 0)
      : headAt(tokens, at, HEADS);
  if (head === 0 && capital) head = headAt(tokens, at, GROUPS);
  // "giao người đứng đầu các cơ quan", "báo cáo chủ tịch UBND xã"
  if (head === 0 && OFFICERS.has(token.word)) head = headAt(tokens, at, HEADS);
  if (!capital && afterAnother) {
    // "sở" stands for itself and in longer names: "ban thường vụ", "bộ chỉ huy"
    const proper = headAt(tokens, at, HEADS);
    if (head === 0 || proper > Math.max(1, head)) head = proper;
  }
  // "Thành phố Hà Nội", "tỉnh Lâm Đồng"
  const area = headAt(tokens, at, PLACE_WORDS);
  const named = area > 0 && /^\p{Lu}/u.test(tokens[at + area]?.text ?? "");
  if (head === 0 && named && (capital || afterAnother)) head = area;
  if (head === 0) return undefined;
  const plain = !quantified && !capital && !afterAnother;
  if (
    plain &&
    !["ủy", "văn", "thủ", "chủ", "lãnh", "cơ", "đơn", "trưởng", "chính", "địa", "lực", "người", "giám", "hiệu", "bí"].includes(token.word)
  )
    return undefined;
  if (plain && wordsAt(tokens, at, ["cơ", "sở"])) return undefined;
  // "TT" and "VP" alone are no names
  if (head === 1 && ["tt", "vp"].includes(token.word) && tokens[at + 1]?.kind !== "word") return undefined;
  const group = !(named && !quantified) && (quantified || !capital || ["thủ", "trưởng", "chủ", "lãnh", "người"].includes(token.word));
  at += head;
  for (let words = 0; at < tokens.length && words < 24; words++) {
    // "các sở, ngành liên quan | nghiên cứu": nothing but "khác" follows
    if (tokens[at - 1]?.word === "quan" && tokens[at - 2]?.word === "liên" && tokens[at]!.word !== "khác") break;
    const length = tailLength(tokens, at, group);
    if (length === 0) break;
    at += length;
  }
  // a text may be cut inside a name: "Sở KH &", "tổ chức chính trị - xã"
  return Math.min(at, tokens.length);
}
