import { AGENCY_GROUPS, AGENCY_HEADS, NAME_STOPS, NAME_TAILS } from "../lexicon";
import { tokenize, wordsAt, type Token } from "./tokens";

/** One organisation's name in a text. */
export interface AgencyName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Names that follow each other ("Sở A, Sở B và các đơn vị liên quan"). */
export interface AgencyList {
  readonly names: readonly AgencyName[];
  readonly start: number;
  readonly end: number;
  /** Index of the token after the list. */
  readonly next: number;
}

const HEADS = AGENCY_HEADS.map((head) => head.split(" "));
const GROUPS = AGENCY_GROUPS.map((head) => head.split(" "));
const QUANTIFIERS = new Set(["các", "những", "mỗi", "từng", "toàn"]);

/**
 * The organisations that stand at token `index`; undefined if none does. `called`: the words before call for a name ("phối hợp với sở, ban,
 * ngành …"), so that it may begin with a common noun.
 */
export function agencyListAt(text: string, tokens: readonly Token[], index: number, called = false): AgencyList | undefined {
  const names: AgencyName[] = [];
  let at = index;
  let next = index;
  for (;;) {
    const shared = sharedNamesAt(text, tokens, at);
    const end = shared?.next ?? nameEnd(tokens, at, called || names.length > 0);
    if (end === undefined) break;
    const start = tokens[at]!.start;
    if (shared) names.push(...shared.names);
    else names.push({ name: tidy(text.slice(start, tokens[end - 1]!.end)), start, end: tokens[end - 1]!.end });
    next = end;
    const step = separatorLength(tokens, end);
    if (step === 0) break;
    at = end + step;
  }
  if (names.length === 0) return undefined;
  return { names, start: names[0]!.start, end: names[names.length - 1]!.end, next };
}

/** Splits the words of a cell or field ("Sở A; các sở, ban, ngành và UBND huyện B") into names; words it does not know stay whole. */
export function splitAgencies(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(/[;\n]/)) {
    const clean = tidy(part);
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

/**
 * Names behind a word that they share: "các Sở: Tài chính, Nội vụ", "Giám đốc các sở Y tế, Xây dựng", "UBND các huyện: A, B". Where several
 * words are shared ("các tỉnh, thành phố: A, B") nobody can tell whose each is, so the list stays one name.
 */
function sharedNamesAt(text: string, tokens: readonly Token[], index: number): { names: AgencyName[]; next: number } | undefined {
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
      if (pair !== "thể thao" && pair !== "thương binh") break;
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

/** Those in front of the shared word: "Chủ tịch UBND các huyện A, B". */
const HOLDERS = [
  "ubnd",
  "ủy ban nhân dân",
  "hđnd",
  "hội đồng nhân dân",
  "chủ tịch ubnd",
  "chủ tịch ủy ban nhân dân",
  "giám đốc",
  "thủ trưởng",
  "lãnh đạo",
  "trưởng",
  "bộ trưởng",
].map((words) => words.split(" "));

/** Words that several names share. */
const SHARED = [
  "sở",
  "bộ",
  "vụ",
  "cục",
  "chi cục",
  "phòng",
  "ban",
  "khoa",
  "tỉnh",
  "thành phố",
  "huyện",
  "quận",
  "thị xã",
  "thị trấn",
  "xã",
  "phường",
  "đặc khu",
].map((words) => words.split(" "));

/** Areas: with a name behind them they stand for their authorities. */
const PLACES = new Set(["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"]);
const PLACE_WORDS = [...PLACES].map((words) => words.split(" "));

/** Second halves of names of two parts: "Nông nghiệp và Môi trường", "Giáo dục và Đào tạo". */
const SECOND_HALVES = new Set([
  "môi trường",
  "đầu tư",
  "đào tạo",
  "công nghệ",
  "truyền thông",
  "phát triển",
  "du lịch",
  "xã hội",
  "tôn giáo",
  "thể thao",
  "đô thị",
  "dân vận",
]);

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

/** How organisations without a proper name begin. */
const PLAIN_NAMES = new Set([
  "viện nghiên",
  "trường đại",
  "doanh nghiệp",
  "hiệp hội",
  "hợp tác",
  "cơ quan",
  "đơn vị",
  "tổ chức",
  "nhà mạng",
]);

/** Index after the name that starts at `index`; undefined if no name starts there. */
function nameEnd(tokens: readonly Token[], index: number, afterAnother: boolean): number | undefined {
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
  if (plain && !["ủy", "văn", "thủ", "chủ", "lãnh", "cơ", "đơn", "trưởng", "chính", "địa", "lực"].includes(token.word)) return undefined;
  if (plain && wordsAt(tokens, at, ["cơ", "sở"])) return undefined;
  // "TT" and "VP" alone are no names
  if (head === 1 && ["tt", "vp"].includes(token.word) && tokens[at + 1]?.kind !== "word") return undefined;
  const group = !(named && !quantified) && (quantified || !capital || ["thủ", "trưởng", "chủ", "lãnh"].includes(token.word));
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

/** Words that begin like an organisation and are none. */
const NOT_NAMES = new Set([
  "khoa học",
  "bộ tiêu",
  "bộ dữ",
  "bộ câu",
  "bộ máy",
  "bộ mã",
  "báo cáo",
  "ban hành",
  "phòng ngừa",
  "hội nghị",
  "hội thảo",
  "trường hợp",
  "đoàn kết",
  "thanh toán",
  "bà con",
  "ông bà",
]);

/** How many tokens at `at` still belong to a name. */
function tailLength(tokens: readonly Token[], at: number, group: boolean): number {
  const token = tokens[at]!;
  const following = tokens[at + 1];
  // "Ngân hàng Nhà nước khu vực 14", "Quận 5"
  if (token.kind === "number") return ["vực", "quận", "vùng"].includes(tokens[at - 1]?.word ?? "") && token.plain ? 1 : 0;
  if (token.kind === "sign") {
    const dash = token.text === "-" || token.text === "–";
    // "tổ chức chính trị - xã hội", "Vụ Pháp luật dân sự - kinh tế"
    if (dash && following?.word === "xã" && tokens[at - 1]?.word === "trị") return 3;
    if (dash && following && DASH_TAILS.has(`${following.word} ${tokens[at + 2]?.word}`)) return 3;
    // "các sở - ngành", "quận - huyện"
    const joined = dash && following && /^\p{Ll}/u.test(following.text) ? headAt(tokens, at + 1, GROUPS) : 0;
    if (joined > 0 && isGroupWord(tokens, at - 1)) return 1 + joined;
    if (token.text === "&" || ((token.text === "-" || token.text === "–") && following && /^\p{Lu}/u.test(following.text))) return 2;
    if (token.text === "," && following?.kind === "word") {
      // "Sở Lao động, Thương binh", "các sở, ban, ngành", "các phòng, đơn vị", "các huyện, thành phố", "cấp huyện, cấp xã"
      const head = headAt(tokens, at + 1, GROUPS);
      // but "các đảng ủy trực thuộc, | ban thường vụ …"
      const other = /^\p{Ll}/u.test(following.text) && headAt(tokens, at + 1, HEADS) > Math.max(1, head);
      const alike = group || isGroupWord(tokens, at - 1);
      if (/^\p{Ll}/u.test(following.text) && head > 0 && alike && !other && !QUANTIFIERS.has(following.word)) return 1 + head;
      // "Vụ Phổ biến, giáo dục pháp luật"
      if (!group && tokens[at - 1]?.word === "biến" && following.word === "giáo") return 3;
      // "các cơ quan báo chí, truyền hình", "các cơ quan tham mưu, giúp việc"
      if (group && GROUP_TAILS.has(`${following.word} ${tokens[at + 2]?.word}`)) return 3;
      // "Bộ Văn hóa, Thể thao và Du lịch"
      if (
        !group &&
        /^\p{Lu}/u.test(following.text) &&
        headAt(tokens, at + 1, HEADS) === 0 &&
        [2, 3].some((ahead) => tokens[at + 1 + ahead]?.word === "và" && /^\p{Lu}/u.test(tokens[at + 2 + ahead]?.text ?? ""))
      )
        return 2;
      if (group && /^\p{Lu}/u.test(following.text) && headAt(tokens, at + 1, HEADS) === 0 && headAt(tokens, at + 1, GROUPS) > 0)
        return 1 + headAt(tokens, at + 1, GROUPS);
    }
    return 0;
  }
  if (token.word === "và") {
    if (!following || following.kind !== "word" || QUANTIFIERS.has(following.word)) return 0;
    if (/^\p{Lu}/u.test(following.text))
      return headAt(tokens, at + 1, HEADS) > 0 && !["ban", "báo", "đoàn"].includes(following.word) && !nameWordAfterHead(tokens, at)
        ? 0
        : 2;
    // "Ban Quản lý các khu công nghệ cao và khu công nghiệp"
    if (tokens.slice(Math.max(0, at - 6), at).some((before) => before.word === following.word) && headAt(tokens, at + 1, HEADS) === 0)
      return 2;
    if (group) {
      const head = headAt(tokens, at + 1, GROUPS);
      return head > 0 ? 1 + head : 0;
    }
    return following && AND_TAILS.has(`${following.word} ${tokens[at + 2]?.word}`) ? 3 : 0;
  }
  if (token.word === "của") {
    if (!following) return 0;
    if (/^\p{Lu}/u.test(following.text)) return 1 + Math.max(1, headAt(tokens, at + 1, HEADS));
    // "đơn vị của các bộ quản lý chuyên ngành"
    const others = QUANTIFIERS.has(following.word) ? Math.max(headAt(tokens, at + 2, HEADS), headAt(tokens, at + 2, GROUPS)) : 0;
    if (others > 0) return 2 + others;
    return following.word === "tỉnh" || following.word === "ban" ? 2 : 0;
  }
  // "các đơn vị trong ngành", "các Vụ, Cục trong Bộ"
  if (token.word === "trong" && group && following && WITHIN.has(following.word) && !/^\p{Ll}/u.test(tokens[at + 2]?.text ?? "A")) return 2;
  if (group && wordsAt(tokens, at, ["tham", "mưu", ",", "giúp", "việc"])) return 5;
  // "Trung tâm Phục vụ hành chính công", "Trung tâm Cung cấp dịch vụ công"
  if (token.word === "công" && PUBLIC.has(`${tokens[at - 2]?.word} ${tokens[at - 1]?.word}`) && !AFTER_PUBLIC.has(following?.word ?? ""))
    return 1;
  // "Hội đồng Thi đua - Khen thưởng các cấp", "UBND các huyện"
  if (QUANTIFIERS.has(token.word) && headAt(tokens, at + 1, GROUPS) > 0) return 1 + headAt(tokens, at + 1, GROUPS);
  // "Chủ tịch | Ủy ban nhân dân tỉnh"
  if (/^\p{Lu}/u.test(token.text)) return Math.max(1, headAt(tokens, at, HEADS));
  const pair = following ? `${token.word} ${following.word}` : "";
  // "Trung tâm Giáo dục thường xuyên"
  if (pair === "thường xuyên" && `${tokens[at - 2]?.word} ${tokens[at - 1]?.word}` === "giáo dục") return 2;
  if (PAIR_STOPS.has(pair)) return 0;
  // "Bộ Nông nghiệp và Phát | triển nông thôn"
  if (previousCapital(tokens, at) && SECOND_HALVES.has(`${tokens[at - 1]!.word} ${token.word}`)) return 1;
  // "Thủ trưởng các | ban, ngành"
  if (token.word === "ban" && QUANTIFIERS.has(tokens[at - 1]?.word ?? "") && following?.word !== "hành") return 1;
  if (NAME_TAILS.has(pair))
    return pair === "phối hợp" ? 0 : pair === "có trách" ? 0 : pair === "tổ chức" && !group ? 0 : canContinue(tokens, at, group) ? 2 : 0;
  if (NAME_STOPS.has(token.word))
    return previousCapital(tokens, at) && !STRONG_STOPS.has(token.word) && !VERB_PAIRS.has(pair) && !group ? 1 : 0;
  return 1;
}

// "các sở", "cơ quan": the word before says what kind of organisations they are, and may be followed by other kinds
function isGroupWord(tokens: readonly Token[], last: number): boolean {
  return headAt(tokens, last, GROUPS) === 1 || headAt(tokens, last - 1, GROUPS) === 2;
}

// "Sở Giáo dục và Đào tạo": the second half is not an organisation of its own
function nameWordAfterHead(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && at >= 2 && /^\p{Ll}/u.test(before.text) && tokens[at + 1]?.word === "hội";
}

// A verb of two syllables right behind a complete name: "Sở Xây dựng | tổ chức triển khai", "Sở Y tế | thông tin"
function canContinue(tokens: readonly Token[], at: number, group: boolean): boolean {
  const pair = `${tokens[at]!.word} ${tokens[at + 1]!.word}`;
  if (!group && VERB_PAIRS.has(pair)) return false;
  if (group && VERB_PAIRS.has(pair) && !["nghiên cứu", "cung ứng", "quản lý"].includes(pair)) return false;
  return true;
}

/** Words behind a comma that still describe the organisations before it. */
const GROUP_TAILS = new Set(["truyền hình", "phát thanh", "giúp việc", "truyền thông"]);
/** Second halves of names behind a dash. */
const DASH_TAILS = new Set(["xã hội", "kinh tế", "tài chính", "dịch vụ", "kỹ thuật", "nghề nghiệp", "kế hoạch"]);
const WITHIN = new Set(["bộ", "ngành", "tỉnh", "sở", "trường", "ban"]);
/** Behind these "công" means public. */
const PUBLIC = new Set(["hành chính", "dịch vụ", "sự nghiệp", "tài sản", "đầu tư"]);
/** With these "công" is a verb or another noun. */
const AFTER_PUBLIC = new Set(["bố", "khai", "tác", "nhận", "trình", "nghệ", "an", "chức", "chúng"]);

/** Second halves of names in lower-case: "Sở Thông tin và truyền thông", "Ban Quản lý các khu chế xuất và công nghiệp". */
const AND_TAILS = new Set([
  "truyền thông",
  "môi trường",
  "đầu tư",
  "công nghiệp",
  "công nghệ",
  "đào tạo",
  "thể thao",
  "du lịch",
  "dịch vụ",
]);

/** Words of what is done or reported, which never belong to a name: "báo cáo UBND tỉnh | kết quả thực hiện". */
const PAIR_STOPS = new Set([
  "kết quả",
  "tình hình",
  "tiến độ",
  "số liệu",
  "nội dung",
  "danh sách",
  "đề nghị",
  "thường xuyên",
  "định kỳ",
  "quyết liệt",
  "nghiêm túc",
  "tích cực",
  "đồng loạt",
  "cơ bản",
  "tháo gỡ",
  "xuất cấp",
  "ra quân",
  "hưởng ứng",
  "làm tốt",
  "làm rõ",
  "lập kế",
  "lập dự",
  "lập danh",
  "mở đợt",
  "mở lớp",
  "mở chuyên",
  "trang bị",
  "sửa chữa",
  "vào cuộc",
  "ký kết",
  "cam kết",
  "chấm dứt",
  "siết chặt",
  "ngăn chặn",
  "đấu tranh",
  "phòng ngừa",
  "chi trả",
  "cấp phát",
  "bàn giao",
  "trao đổi",
  "xác minh",
  "xác nhận",
  "luân chuyển",
  "thăm hỏi",
  "gặp gỡ",
  "đối thoại",
  "niêm yết",
  "chuyển giao",
  "nhắc nhở",
  "phổ biến",
  "động viên",
  "chia sẻ",
  "gương mẫu",
  "tiên phong",
  "kết nối",
  "số hóa",
  "nhân rộng",
  "lắp đặt",
  "thu gom",
  "cử cán",
  "cử công",
  "cử người",
  "xin ý",
  "lấy ý",
  "xử phạt",
  "khởi công",
  "chú trọng",
  "thống nhất",
  "sẵn sàng",
  "nghiêm cấm",
  "không để",
  "chịu sự",
  "khắc phục",
  "biểu dương",
]);

const VERB_PAIRS = new Set([
  "tổ chức",
  "phát triển",
  "chỉ đạo",
  "xây dựng",
  "cung cấp",
  "đào tạo",
  "thanh tra",
  "khai thác",
  "đồng hành",
  "chấp hành",
  "lãnh đạo",
  "bảo đảm",
  "đảm bảo",
  "công bố",
  "công khai",
  "phối hợp",
  "hướng dẫn",
  "tham mưu",
  "chủ trì",
  "theo dõi",
  "báo cáo",
  "thực hiện",
  "triển khai",
  "thẩm định",
  "phân công",
  "quản lý",
  "nghiên cứu",
  "xúc tiến",
  "kiểm tra",
  "giám sát",
  "chủ động",
  "hợp tác",
  "hỗ trợ",
  "tuyên truyền",
  "căn cứ",
  "tiếp tục",
  "tăng cường",
  "đẩy mạnh",
  "giải quyết",
  "rà soát",
  "đề xuất",
  "làm đầu",
  "định kỳ",
  "đôn đốc",
  "thường xuyên",
  "kịp thời",
  "đẩy nhanh",
  "huy động",
  "phát huy",
  "duy trì",
  "mở rộng",
  "xử lý",
  "xem xét",
  "kiện toàn",
  "thành lập",
  "lồng ghép",
  "phê duyệt",
  "chuẩn bị",
  "tiếp nhận",
  "trực tiếp",
  "quan tâm",
  "quán triệt",
  "phấn đấu",
  "bổ sung",
  "sắp xếp",
  "làm việc",
  "kiểm soát",
  "cắt giảm",
  "ưu tiên",
  "khuyến khích",
  "thu hút",
  "tham gia",
  "phân bổ",
  "cân đối",
  "lựa chọn",
  "thí điểm",
  "nắm bắt",
  "hoàn thiện",
  "hoàn thành",
  "trả lời",
  "thông báo",
  "khẩn trương",
  "tập trung",
  "nâng cao",
  "ban hành",
  "trình cấp",
  "đánh giá",
  "tổng hợp",
  "vận động",
  "bố trí",
  "cập nhật",
  "ứng dụng",
  "áp dụng",
  "sử dụng",
]);

const STRONG_STOPS = new Set([
  "giao",
  "qua",
  "để",
  "trong",
  "về",
  "tại",
  "khi",
  "nếu",
  "phải",
  "cần",
  "được",
  "đã",
  "đang",
  "sẽ",
  "là",
  "với",
  "cho",
  "từ",
  "do",
  "bởi",
  "nhằm",
  "trên",
  "chưa",
  "không",
  "theo",
  "có",
  "cùng",
  "vào",
  "trước",
  "sau",
  "đến",
  "làm",
  "trình",
  "chủ",
  "tiếp",
  "hàng",
  "hằng",
  "định",
  "tham",
  "chịu",
  "căn",
  "rà",
  "đề",
  "gửi",
]);

function previousCapital(tokens: readonly Token[], at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(tokens[at - 1]!.text) && tokens[at - 1]!.text.length > 1;
}

function separatorLength(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  if (token.text === "," || token.text === ";") {
    const following = tokens[at + 1];
    if (following?.word === "và") return 2;
    return 1;
  }
  return token.word === "và" || token.word === "hoặc" ? 1 : 0;
}

function headAt(tokens: readonly Token[], index: number, heads: readonly (readonly string[])[]): number {
  if (NOT_NAMES.has(`${tokens[index]?.word} ${tokens[index + 1]?.word}`)) return 0;
  let best = 0;
  for (const head of heads) if (head.length > best && wordsAt(tokens, index, head)) best = head.length;
  return best;
}

// "các sở, ban, ngành trong phạm vi chức năng, nhiệm vụ của mình"
function beforeRemark(text: string): string {
  const remark =
    / (?:trong phạm vi|theo chức năng|theo phạm vi|theo thẩm quyền|theo nhiệm vụ|căn cứ chức năng|căn cứ nhiệm vụ)(?!\p{L})/iu.exec(text);
  return remark && remark.index > 3 ? text.slice(0, remark.index) : text;
}

/** Name without bullets, remarks, end signs. */
function tidy(text: string): string {
  return beforeRemark(text)
    .replace(/^[\s,;:.–-]+/, "")
    .replace(/(\S)& (?=\S)/g, "$1&")
    .replace(/[\s,;:.]{1,20}$/, "")
    .replace(/ (?:các|những|của|và|với|có trách nhiệm)$/u, "")
    .trim();
}
