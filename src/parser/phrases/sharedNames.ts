import { HEADS, headAt } from "./agencyHeads";
import type { AgencyName } from "./agencyName";
import { HOLDERS, PLACES, PLACE_WORDS, QUANTIFIERS, SECOND_HALVES, SECOND_PARTS, SHARED } from "./agencyWords";
import { tailLength } from "./nameTail";
import { tidy } from "./tidyName";
import type { Token } from "./tokens";

/**
 * Names behind a word that they share: "các Sở: Tài chính, Nội vụ", "Giám đốc các sở Y tế, Xây dựng", "UBND các huyện: A, B". Where several
 * words are shared ("các tỉnh, thành phố: A, B") nobody can tell whose each is, so the list stays one name.
 */
export function sharedNamesAt(text: string, tokens: readonly Token[], index: number): { names: AgencyName[]; next: number } | undefined {
  let at = index + headAt(tokens, index, HOLDERS);
  const holder = at > index ? `${text.slice(tokens[index]!.start, tokens[at - 1]!.end)} ` : "";
  if (!QUANTIFIERS.has(tokens[at]?.word ?? "")) return undefined;
  const noun = at + 1;
  at = noun + headAt(tokens, noun, SHARED);
  if (at === noun) return undefined;
  const places = headAt(tokens, noun, PLACE_WORDS) > 0;
  let several = false;
  while (/^(?:,|và)$/.test(tokens[at]?.word ?? "") && headAt(tokens, at + 1, PLACE_WORDS) > 0 && places) {
    at += 1 + headAt(tokens, at + 1, PLACE_WORDS);
    several = true;
  }
  const nounEnd = at;
  const colon = tokens[at]?.text === ":";
  if (colon) at++;
  else if (several) return undefined;
  const parts: { from: number; to: number }[] = [];
  while (startsShared(tokens, at)) {
    const to = places ? placeEnd(tokens, at) : sharedPartEnd(tokens, at);
    // "UBND các xã, phường: Tuyên truyền …" opens what they do
    if (places && parts.length === 0 && to === at + 1 && tokens[to]?.kind === "word" && tokens[to]!.word !== "và") return undefined;
    parts.push({ from: at, to });
    at = to + (/^(?:,|và)$/.test(tokens[to]?.word ?? "") && startsShared(tokens, to + 1) ? 1 : 0);
    if (at === to) break;
  }
  if (parts.length < (places && colon ? 1 : 2)) return undefined;
  const next = parts[parts.length - 1]!.to;
  const start = tokens[index]!.start;
  if (several) return { names: [{ name: text.slice(start, tokens[next - 1]!.end), start, end: tokens[next - 1]!.end }], next };
  const word = text.slice(tokens[noun]!.start, tokens[nounEnd - 1]!.end);
  const said = PLACES.has(word.toLowerCase()) ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1);
  return {
    names: parts.map(({ from, to }) => ({
      name: tidy(`${holder}${said} ${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}`),
      start: tokens[from]!.start,
      end: tokens[to - 1]!.end,
    })),
    next,
  };
}

function startsShared(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "word" && /^\p{Lu}/u.test(token.text) && headAt(tokens, at, HEADS) === 0;
}

// "Tuyên Quang", "Hà Nội"
function placeEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1;
  while (tokens[at]?.kind === "word" && /^\p{Lu}/u.test(tokens[at]!.text)) at++;
  return at;
}

function sharedPartEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1;
  while (at < tokens.length) {
    const pair = `${tokens[at + 1]?.word} ${tokens[at + 2]?.word}`;
    if (tokens[at]!.text === ",") {
      // "Văn hóa, Thể thao và Du lịch", "Lao động, Thương binh và Xã hội"
      if (!SECOND_PARTS.has(pair)) break;
      at += 3;
    } else if (tokens[at]!.word === "và") {
      if (!SECOND_HALVES.has(pair)) break;
      at += 3;
    } else {
      const length = tailLength(tokens, at, false);
      if (length === 0) break;
      at += length;
    }
  }
  return at;
}
