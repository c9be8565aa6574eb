import { HEADS, headAt } from "./agencyHeads";
import { PLAIN_NAMES, QUANTIFIERS, SECOND_PARTS } from "./agencyWords";
import { sharedNamesAt } from "./sharedNames";
import { tidy, withoutRemark } from "./tidyName";
import { tokenize } from "./tokens";

/** Splits the words of a cell or field ("Sở A; các sở, ban, ngành và UBND huyện B") into names; words it does not know stay whole. */
export function splitAgencies(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(/[;\n]/)) {
    const clean = tidy(withoutRemark(part));
    if (clean === "") continue;
    for (const piece of partedAtShared(clean)) names.push(...("name" in piece ? [piece.name] : splitPart(tidy(piece.rest))));
  }
  return names.filter((name) => name !== "");
}

/** Names that share their first word ("các Sở: Tài chính, Nội vụ") apart from the words around them. */
function partedAtShared(text: string): ({ name: string } | { rest: string })[] {
  const tokens = tokenize(text);
  const pieces: ({ name: string } | { rest: string })[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const before = tokens[at - 1];
    if (before && !/^(?:,|và|;)$/.test(before.word)) continue;
    const shared = sharedNamesAt(text, tokens, at);
    if (!shared) continue;
    const start = before ? before.start : 0;
    if (start > from) pieces.push({ rest: text.slice(from, start) });
    pieces.push(...shared.names.map(({ name }) => ({ name })));
    from = tokens[shared.next - 1]!.end;
    at = shared.next - 1;
  }
  const rest = text.slice(from).replace(/^\s?(?:,|và) ?/u, "");
  return rest.trim() === "" ? pieces : [...pieces, { rest }];
}

function splitPart(text: string): string[] {
  const tokens = tokenize(text);
  const cuts: number[] = [];
  const first = tokens.findIndex((token) => token.kind === "word");
  const shared = first >= 0 && ["phòng", "sở", "bộ"].includes(tokens[first]!.word) ? tokens[first]!.text : "";
  let group = first >= 0 && QUANTIFIERS.has(tokens[first]!.word);
  const result: string[] = [];
  let insideHead = 0;
  tokens.forEach((token, index) => {
    // "Văn phòng HĐND và UBND" is one office
    insideHead = Math.max(insideHead, index + headAt(tokens, index, HEADS));
    if (index < insideHead || (token.text !== "," && token.word !== "và")) return;
    const after = index + 1;
    const following = tokens[after];
    if (!following || following.kind !== "word") return;
    // "Sở Văn hóa, Thể thao và Du lịch" is one
    if (token.text === "," && SECOND_PARTS.has(`${following.word} ${tokens[after + 1]?.word}`)) return;
    const startsName = QUANTIFIERS.has(following.word) || (/^\p{Lu}/u.test(following.text) && headAt(tokens, after, HEADS) > 0);
    // "TT Cổng A, phòng CNTT"
    const acronym = tokens[after + 1];
    const lowerName = headAt(tokens, after, HEADS) === 1 && acronym !== undefined && /^\p{Lu}{3,}$/u.test(acronym.text);
    // "Sở A, viện nghiên cứu, doanh nghiệp", but "các tổ chức, doanh nghiệp" is one name
    const plainName = token.text === "," && !group && PLAIN_NAMES.has(`${following.word} ${tokens[after + 1]?.word}`);
    if (startsName || lowerName || plainName) {
      cuts.push(index);
      group = QUANTIFIERS.has(following.word);
    } else if (token.text === "," && shared !== "" && !group && /^\p{Lu}/u.test(following.text)) cuts.push(index);
  });
  let from = 0;
  for (const cut of [...cuts, tokens.length]) {
    const start = tokens[from]?.start ?? 0;
    const end = cut < tokens.length ? tokens[cut]!.start : text.length;
    const name = tidy(text.slice(start, end));
    if (name !== "") {
      const lone =
        shared !== "" &&
        result.length > 0 &&
        tokens[from] &&
        /^\p{Lu}/u.test(tokens[from]!.text) &&
        !QUANTIFIERS.has(tokens[from]!.word) &&
        headAt(tokens, from, HEADS) === 0;
      result.push(lone ? `${shared} ${name}` : name);
    }
    from = cut + 1;
  }
  return result;
}
