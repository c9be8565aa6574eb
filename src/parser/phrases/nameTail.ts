import { GROUPS, HEADS, headAt } from "./agencyHeads";
import { PLACES, QUANTIFIERS, SECOND_HALVES } from "./agencyWords";
import {
  AFTER_PUBLIC,
  AND_TAILS,
  DASH_TAILS,
  GROUP_TAILS,
  NAME_STOPS,
  NAME_TAILS,
  OFFICE_ROLES,
  PAIR_STOPS,
  PUBLIC,
  STRONG_STOPS,
  VERB_PAIRS,
  WITHIN,
} from "./nameEndWords";
import { wordsAt, type Token } from "./tokens";

/** How many tokens at `at` still belong to a name. */
export function tailLength(tokens: readonly Token[], at: number, group: boolean): number {
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
      // "Đoàn kiểm tra, giám sát"
      if (tokens[at - 2]?.word === "kiểm" && tokens[at - 3]?.word === "đoàn" && wordsAt(tokens, at + 1, ["giám", "sát"])) return 3;
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
  if (isRoleOfOffice(tokens, at)) return 2;
  if (wordsAt(tokens, at, ["được", "phân", "công"])) return 3;
  if (group && wordsAt(tokens, at, ["quản", "lý", "quy", "hoạch"])) return 4;
  if (group && wordsAt(tokens, at, ["tham", "mưu", ",", "giúp", "việc"])) return 5;
  if (group && wordsAt(tokens, at, ["tham", "mưu", "giúp", "việc"])) return 4;
  // "Đài Truyền thanh các xã | thông tin …": behind a level of government it says what is done
  if (wordsAt(tokens, at, ["thông", "tin"]) && PLACES.has(tokens[at - 1]?.word ?? "") && !group) return 0;
  // "khu nông nghiệp ứng dụng công nghệ cao" is a kind of zone by the law on high technology
  if (wordsAt(tokens, at, ["ứng", "dụng"]) && tokens[at - 1]?.word === "nghiệp" && wordsAt(tokens, at + 2, ["công", "nghệ"])) return 4;
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

// "Cơ quan chủ trì | có ý kiến …", "các cơ quan phối hợp | có trách nhiệm …", but "các cơ quan | chủ trì, phối hợp …"
function isRoleOfOffice(tokens: readonly Token[], at: number): boolean {
  if (!OFFICE_ROLES.has(`${tokens[at]!.word} ${tokens[at + 1]?.word}`)) return false;
  if (!wordsAt(tokens, at - 2, ["cơ", "quan"]) && !wordsAt(tokens, at - 2, ["đơn", "vị"])) return false;
  const alone = at < 3 || (!QUANTIFIERS.has(tokens[at - 3]!.word) && tokens[at - 3]!.word !== ",");
  return alone ? tokens[at + 2]?.text !== ":" : ["có", "chịu", "phải"].includes(tokens[at + 2]?.word ?? "");
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

function previousCapital(tokens: readonly Token[], at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(tokens[at - 1]!.text) && tokens[at - 1]!.text.length > 1;
}
