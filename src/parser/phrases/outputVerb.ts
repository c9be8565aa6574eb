import { OUTPUT_VERBS } from "../lexicon";
import { tokenize, wordsAt, type Token } from "./tokens";

const VERBS = OUTPUT_VERBS.map((verb) => verb.split(" "));
const OPENERS: readonly (readonly string[])[] = [
  ["phấn", "đấu"],
  ["mỗi", "năm"],
  ["hằng", "năm"],
  ["hàng", "năm"],
  ["bình", "quân"],
  [","],
];

/** How many tokens at `index` are verbs that produce something: "Tổ chức đào tạo, bồi dưỡng" has five; 0 if none. */
function verbLength(tokens: readonly Token[], index: number): number {
  let at = index;
  let end = index;
  for (let verbs = 0; verbs < 4; verbs++) {
    const verb = VERBS.find((words) => wordsAt(tokens, at, words));
    if (!verb) break;
    end = at + verb.length;
    if (tokens[end]?.word === "mới" || tokens[end]?.word === "thêm" || tokens[end]?.word === "lại") end++;
    at = end;
    if (tokens[at]?.text === ",") at++;
    if (tokens[at]?.word === "và") at++;
  }
  return end - index;
}

/** Whether some words are nothing but verbs that produce something: "Hình thành", "Tổ chức đào tạo, bồi dưỡng". */
export function isOutputVerb(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.length > 0 && verbLength(tokens, 0) === tokens.length;
}

/** Whether the words before a number produce what it counts: "Phấn đấu mỗi năm tạo việc làm mới cho | 25.000 lao động". */
export function producesCount(text: string): boolean {
  const tokens = tokenize(text.replace(/^(?:[-+•*] |\p{Ll}\) |\(\d{1,2}\) )/u, ""));
  let at = 0;
  for (;;) {
    const opener = OPENERS.find((words) => wordsAt(tokens, at, words));
    if (!opener) break;
    at += opener.length;
  }
  const length = verbLength(tokens, at);
  return length > 0 && tokens.length - at - length <= 14 && tokens.slice(at + length).every((token) => token.kind === "word");
}
