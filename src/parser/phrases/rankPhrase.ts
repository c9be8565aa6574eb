import { wordsBefore, type Token } from "./tokens";

/** Words that say a place in a ranking, longest first: "xếp hạng thứ 20", "đứng thứ 5", "vị trí thứ 15", "vị trí 15". */
const PLACES: readonly (readonly string[])[] = [
  ["xếp", "hạng", "thứ"],
  ["xếp", "vị", "trí", "thứ"],
  ["xếp", "vị", "trí"],
  ["thứ", "hạng", "thứ"],
  ["vị", "trí", "thứ"],
  ["hạng", "thứ"],
  ["xếp", "thứ"],
  ["đứng", "thứ"],
  ["xếp", "hạng"],
  ["thứ", "hạng"],
  ["vị", "trí"],
];

/** First word of a place in a ranking that ends before a number; undefined for the place where a rise begins ("từ vị trí 25 lên 20") and in remarks. */
export function placeBefore(tokens: readonly Token[], index: number): number | undefined {
  const words = PLACES.find((place) => wordsBefore(tokens, index, place));
  if (!words) return undefined;
  const first = index - words.length;
  if (tokens[first - 1]?.word === "từ" && !wordsBefore(tokens, first - 1, ["đạt"])) return undefined;
  for (let at = first - 1; at >= 0 && at > first - 12; at--) {
    if (tokens[at]!.text === ")") break;
    if (tokens[at]!.text === "(") return undefined;
  }
  return first;
}

/** The word "tốp", "top" or "nhóm" before a number: "tốp 10", "nhóm 15 tỉnh", "nhóm từ 01 - 10". */
export function groupBefore(tokens: readonly Token[], index: number): number | undefined {
  const at = tokens[index - 1]?.word === "từ" ? index - 2 : index - 1;
  return GROUPS.has(tokens[at]?.word ?? "") ? at : undefined;
}

const GROUPS = new Set(["tốp", "top", "nhóm"]);

/** Whether a group is one that somebody shall be in: "nằm trong nhóm 10", "thuộc nhóm 5 tỉnh"; "trong nhóm 5 nhiệm vụ" holds things. `behind`: token after the number. */
export function isWithinGroup(tokens: readonly Token[], group: number, behind: number): boolean {
  if (!["trong", "thuộc", "vào"].includes(tokens[group - 1]?.word ?? "")) return false;
  const next = tokens[behind];
  return next === undefined || next.kind === "sign" || RANKED.has(next.word);
}

// "nhóm 10 tỉnh, thành phố", "nhóm 5 địa phương", "nhóm 20 của cả nước"
const RANKED = new Set([
  "tỉnh",
  "thành",
  "địa",
  "nước",
  "quốc",
  "đơn",
  "xã",
  "phường",
  "huyện",
  "sở",
  "cơ",
  "của",
  "cả",
  "toàn",
  "về",
  "trên",
]);
