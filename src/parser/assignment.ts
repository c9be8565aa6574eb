import { sentencesOf } from "./clauses";
import type { Flow } from "./flow";
import { agencyListAt, type AgencyList } from "./phrases/agencyPhrase";
import { splitAgencies } from "./phrases/splitAgencies";
import { withoutRemark } from "./phrases/tidyName";
import { tokenize, wordsAt, type Token } from "./phrases/tokens";

/** A heading or introduction that is nothing but organisations: "2. Văn phòng Ban", "a) Các sở, ban, ngành, UBND các huyện:". */
export function agencyHeading(text: string): { leads: string[]; supporters: string[] } | undefined {
  if (text.length > 260) return undefined;
  const found = leadingAgencies(text);
  if (!found) return describedHeading(text);
  const rest = text.slice(found.end).trim();
  if (isHeadingRest(rest)) return found;
  return describedHeading(text);
}

// What may stand behind the organisations of a heading
function isHeadingRest(rest: string): boolean {
  if (rest === "" || rest === ":" || rest === "." || /^\([^()]{1,160}\)[:.]?$/.test(rest)) return true;
  if (
    /^(?:\([^)]{1,160}\)|chủ trì|có trách nhiệm|căn cứ chức năng[^.;]{0,80}|theo chức năng[^.;]{0,80}|chịu trách nhiệm|tập trung)? ?:$/.test(
      rest,
    )
  )
    return true;
  return /^,? ?(?:chủ trì,? ?)?phối hợp[^.;]{0,180}:$/.test(rest);
}

/** Organisations that an introduction describes before its items: "UBND các xã, phường có rừng:", "Các đơn vị được giao dự toán:". */
function describedHeading(text: string): { leads: string[]; supporters: string[]; end: number } | undefined {
  const described = /^(?<name>[^.;:()]{3,120}):$/.exec(text)?.groups?.name;
  if (described === undefined) return undefined;
  const prefix = ASSIGNING.exec(described)?.[0] ?? "";
  const tokens = tokenize(described);
  const at = tokens.findIndex((token) => token.start >= prefix.length);
  const list = at < 0 ? undefined : agencyListAt(described, tokens, at);
  const after = list && tokens[list.next];
  if (!list || !after || !DESCRIBING.has(after.word) || NOT_AGENCY.test(described.slice(list.start, list.start + 24))) return undefined;
  return { leads: splitAgencies(described.slice(list.start)), supporters: [], end: described.length };
}

/** Words that say which organisations are meant: "có rừng", "nơi có khu công nghiệp", "được giao kế hoạch", "trên địa bàn". */
const DESCRIBING = new Set(["có", "nơi", "được", "trên", "thuộc", "tại", "ven", "đang", "chưa"]);

/** Organisations that a heading names with words that describe them: "Các doanh nghiệp đang hoạt động trong khu công nghiệp". */
export function agencyWithDescription(text: string): { leads: string[]; supporters: string[] } | undefined {
  const prefix = ASSIGNING.exec(text)?.[0] ?? "";
  const tokens = tokenize(text);
  const at = tokens.findIndex((token) => token.start >= prefix.length);
  const list = at < 0 ? undefined : agencyListAt(text, tokens, at);
  if (!list || NOT_AGENCY.test(text.slice(list.start, list.start + 24))) return undefined;
  const rest = text.slice(list.end).trim();
  if (
    /^,? ?(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|triển khai|tổ chức|thực hiện|tiếp tục|tập trung|xây dựng kế hoạch)/.test(
      rest,
    )
  )
    return { leads: list.names.map((name) => name.name), supporters: supportersIn(text, list.end) };
  return { leads: splitAgencies(text.slice(list.start)), supporters: [] };
}

const ASSIGNING =
  /^(?:Giao nhiệm vụ cho|Giao trách nhiệm cho|Giao cho|Giao|Yêu cầu|Đề nghị|Phân công|Đối với|Trách nhiệm chung của|Trách nhiệm của):? (?:đồng chí )?/u;
/** "Đối với các xã còn diện tích đất lúa: …" says of what, not who. */
const REGARDING = /^Đối với /;
/** "UBND tỉnh yêu cầu các sở …": who is asked leads, not who asks. */
const ASKING: readonly (readonly string[])[] = [["yêu", "cầu"], ["giao"], ["đề", "nghị"], ["phân", "công"]];

function isAsking(tokens: readonly Token[], index: number): boolean {
  return ASKING.some((words) => wordsAt(tokens, index, words));
}

/** Organisations that a sentence names before it says what they do, with those that they work with. */
export function leadingAgencies(text: string): { leads: string[]; supporters: string[]; end: number } | undefined {
  const prefix = ASSIGNING.exec(text)?.[0] ?? "";
  const tokens = tokenize(text);
  const at = tokens.findIndex((token) => token.start >= prefix.length);
  if (at < 0) return undefined;
  const directed = directedAt(text, tokens, 0);
  if (directed) return { leads: directed.names.map(({ name }) => name), supporters: supportersIn(text, directed.end), end: directed.end };
  const list = agencyListAt(text, tokens, at);
  if (!list || NOT_AGENCY.test(text.slice(list.start, list.start + 24))) return undefined;
  const asking = ASKING.find((words) => wordsAt(tokens, list.next, words));
  const asked = (asking && agencyListAt(text, tokens, list.next + asking.length)) ?? directedAt(text, tokens, list.next);
  if (asked) return { leads: asked.names.map((name) => name.name), supporters: supportersIn(text, asked.end), end: asked.end };
  const after = tokens[list.next];
  const another = furtherName(text.slice(list.end));
  if (after && prefix === "" && !startsDuty(tokens, list.next) && !another) return undefined;
  if (after && REGARDING.test(prefix) && ![":", ",", "("].includes(after.text)) return undefined;
  const leads = list.names.map((name) => name.name);
  if (another) return { leads: [...leads, another.name], supporters: supportersIn(text, list.end), end: list.end + another.end };
  return { leads, supporters: supportersIn(text, list.end), end: list.end };
}

// "Sở A | chỉ đạo Chi cục B chủ trì …", "Chỉ đạo Công an xã chủ trì …": who is directed to lead leads
function directedAt(text: string, tokens: readonly Token[], index: number): AgencyList | undefined {
  const at = tokens[index]?.text === ":" ? index + 1 : index;
  if (!wordsAt(tokens, at, ["chỉ", "đạo"])) return undefined;
  const list = agencyListAt(text, tokens, at + 2, true);
  return list && wordsAt(tokens, list.next, ["chủ", "trì"]) ? list : undefined;
}

// "Các trường học, bếp ăn tập thể: …", "Sở A và hệ thống truyền thanh cơ sở:": what nobody knows by its first word
function furtherName(rest: string): { name: string; end: number } | undefined {
  const found = /^(?: và|,) (?<name>\p{L}[^.,;:()]{4,60}):(?: |$)/u.exec(rest);
  const name = found?.groups?.name;
  return found && name && !beginsWithDuty(name) ? { name, end: found[0].trimEnd().length - 1 } : undefined;
}

/** Organisations that stand before a sentence like a label: "k) Sở Y tế: phấn đấu 100% bệnh viện …"; `end` is behind the colon. */
export function labelledAgencies(text: string): { leads: string[]; end: number } | undefined {
  const mark = /^(?:\p{Ll}\) |\d{1,2}(?:\.\d{1,2})?[.)] |[-+•] )?/u.exec(text)![0].length;
  const opening = text.slice(mark, mark + 260);
  if (!opening.includes(":")) return undefined;
  const list = agencyListAt(opening, tokenize(opening), 0);
  if (!list || list.start !== 0 || opening[list.end] !== ":" || NOT_AGENCY.test(opening.slice(0, 24))) return undefined;
  return { leads: list.names.map(({ name }) => name), end: mark + list.end + 1 };
}

/** Leads that the sentence itself names: at its start, or behind an introduction ("Trên cơ sở …, Thủ trưởng các sở …"). */
export function leadOf(text: string, known: boolean): readonly string[] | undefined {
  const direct = leadingAgencies(text);
  if (direct) return direct.leads;
  if (!(known ? GROUNDS : INTRODUCING).test(text)) return undefined;
  const end = Math.min(text.length, 400);
  const tokens = tokenize(text.slice(0, end));
  for (let at = 1; at < tokens.length; at++) {
    const before = tokens[at - 1]!;
    if (before.text === "." || before.text === ";") return undefined;
    const list = agencyListAt(text, tokens, at);
    if (!list) continue;
    // "của Bộ A, Sở B": none of them acts
    if (NOT_ACTING.has(before.word) || (known && before.text !== ",")) {
      if (known) at = list.next - 1;
      continue;
    }
    const following = tokens[list.next];
    // "…, đơn vị chịu trách nhiệm giải trình": whoever it may be
    if (!following || list.names.every(({ name }) => /^(?:cơ quan|đơn vị)$/i.test(name))) continue;
    const names = leadingAgencies(text.slice(list.start).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
    if (names && names.leads.length > 0) return isAsking(tokens, list.next) ? names.leads : list.names.map((name) => name.name);
    at = list.next - 1;
  }
  return undefined;
}

/** How a sentence begins that names who acts behind its introduction. */
const INTRODUCING = /^(?:Trên cơ sở|Căn cứ|Định kỳ|Nhằm|Trường hợp|Hằng năm|Hàng năm|Theo (?!dõi)|Để|Trước|Trong|Khi|Sau khi|Hằng quý)/;
/** The introductions behind which another acts than the heading says. */
const GROUNDS = /^(?:Trên cơ sở|Căn cứ) /;
const NOT_ACTING: ReadonlySet<string> = new Set(["của", "cho", "với", "tại", "từ", "trong", "do", "bởi", "và", "thuộc"]);

/** Leads named further on in an item of which no heading names any: "Cải tiến quy trình: Khoa A chủ trì …", "… . Giao Sở B chủ trì …". */
export function leadWithin(flow: Flow): readonly string[] | undefined {
  const { text } = flow;
  const colon = text.indexOf(": ");
  const labelled = colon > 2 && colon < 120 && /^\p{Lu}/u.test(text.slice(colon + 2)) ? leadingAgencies(text.slice(colon + 2)) : undefined;
  if (labelled) return labelled.leads;
  for (const sentence of sentencesOf(flow)) {
    const subject = sentence.start > 0 ? leadingAgencies(sentence.flow.text) : undefined;
    if (subject && IN_CHARGE.test(sentence.flow.text.slice(subject.end, subject.end + 60))) return subject.leads;
  }
  return laterLead(text);
}

// "Rà soát … ; Phòng A chủ trì, phối hợp Phòng B."
function laterLead(text: string): readonly string[] | undefined {
  const tokens = tokenize(text);
  for (let at = 1; at < tokens.length - 2; at++) {
    if (tokens[at]!.text !== "." && tokens[at]!.text !== ";") continue;
    const list = agencyListAt(text, tokens, at + 1);
    if (list && wordsAt(tokens, list.next, ["chủ", "trì"])) return list.names.map((name) => name.name);
  }
  return undefined;
}

const IN_CHARGE = /^,? ?(?:chủ trì|chịu trách nhiệm|có trách nhiệm|là (?:cơ quan|đơn vị|đầu mối)|(?:làm )?đầu mối|với vai trò|thực hiện)/;

const NOT_AGENCY =
  /^(?:lãnh đạo,|tổ chức,? (?!đoàn thể|chính trị|đảng|cá nhân|pháp chế|tín dụng|xã hội)|ban hành|báo cáo|phòng ngừa|phòng,? chống|hội nghị|hội thảo|hội nhập|đoàn kết|trường hợp|thanh toán|vụ việc|bộ chỉ số|thuế suất|thanh tra,? kiểm tra|cấp phép|cấp phát|đài thọ|viện dẫn|cổng dịch vụ|xã hội|khoa học|chính phủ (?:số|điện tử)|chính quyền (?:số|điện tử)|huyện hóa|ngành nghề|cơ sở dữ liệu|cơ sở hạ tầng|doanh nghiệp được)/iu;

const DUTY_WORDS = new Set(
  "chủ phối tham xây triển tăng tiếp thực tổ nghiên đề chỉ làm căn có chịu rà tập đẩy khẩn nâng đôn giải hoàn bố trình báo cung phải cần được định hàng hằng kịp quán phân hướng đánh đảm bảo ưu quản đổi mở ban rút cắt giảm thống cập sử khai phát huy tích quyết vận tuyên tạo đưa thanh kiểm giám sớm xác xem lập chuẩn điều xử soạn tư ứng áp công khảo lựa chuyển đào thu hỗ khuyến chấp kết tìm sắp theo trên phấn tự nghiêm thường trực trong chăm cùng tiến xúc là gương thí trích tính nhanh lồng duy góp khắc kiến ngăn rộng bám tổng in thông dành mời đầu cải đóng nhận cụ hợp hạn gắn thành lấy đăng đặt thúc gửi vì lãnh tiếp triệu kiện họp trực cử ký thẩm duyệt xuất truyền ra bồi giao phê mua lắp trang sửa nộp viết cân dự trước chậm tái giới trồng nuôi tu khám tiêm nhắc hưởng tôn biểu khen kêu gọi tặng sẵn luôn kiên siết ngừng dừng tạm không chấm đình tránh nối liên đấu đàm đối tiết xét đáp đón giữ thăm số tháo rút niêm luân phòng phổ nhân cam".split(
    " ",
  ),
);

/** Whether a text begins with the verb of a duty: "Xây dựng kế hoạch …", not "Nội dung giám sát …". */
export function beginsWithDuty(text: string): boolean {
  const [first] = tokenize(text);
  return first !== undefined && DUTY_WORDS.has(first.word);
}

function startsDuty(tokens: ReturnType<typeof tokenize>, index: number): boolean {
  const token = tokens[index]!;
  if (token.text === ":") return true;
  if (token.text === "(" || token.text === ",") {
    const next = tokens.slice(index + 1, index + 26).findIndex((item) => item.text === (token.text === "(" ? ")" : ","));
    if (token.text === "(" && next >= 0) return index + 2 + next >= tokens.length || startsDuty(tokens, index + 2 + next);
    const following = tokens[index + 1];
    // "…, nhất là các xã vùng cao tăng cường …"
    if (wordsAt(tokens, index + 1, ["nhất", "là"]) || wordsAt(tokens, index + 1, ["đặc", "biệt", "là"])) return true;
    return following !== undefined && /^\p{Ll}/u.test(following.text) && DUTY_WORDS.has(following.word);
  }
  return token.kind === "word" && /^\p{Ll}/u.test(token.text) && DUTY_WORDS.has(token.word);
}

// "Kiểm tra việc chủ trì, phối hợp với Trưởng thôn": the work of those who are looked at
function isLookedAt(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === "," ? at - 3 : at;
  return tokens[before - 1]?.word === "việc" && (before === at || wordsAt(tokens, before, ["chủ", "trì"]));
}

// "Chủ trì, phối hợp với", "chủ động phối hợp với", but not "bệnh viện phối hợp với": there others work together
function leadIsSubject(before: Token | undefined): boolean {
  return before === undefined || before.kind === "sign" || ["trì", "động", "cực", "xuyên", "thời", "và", "để", "gia"].includes(before.word);
}

/** Organisations behind "phối hợp với" and "cùng với" from an offset on. */
export function supportersIn(text: string, from = 0): string[] {
  const names: string[] = [];
  const tokens = tokenize(text);
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.start < from) continue;
    let next = at;
    if (tokens[at]!.word === "phối" && tokens[at + 1]?.word === "hợp") {
      if (isLookedAt(tokens, at)) continue;
      next = at + 2;
    } else if (tokens[at]!.word === "trì" && tokens[at + 1]?.word === "cùng") next = at + 1;
    // "- Với Sở A xây dựng …" under "Sở B chủ trì, phối hợp:"
    else if (at === 0 && (tokens[0]!.word === "với" || wordsAt(tokens, 0, ["cùng", "với"]))) next = 0;
    else continue;
    while (
      ["chặt", "chẽ", "cùng", "với", "hiệu", "quả", "tốt", "và", "thường", "xuyên", "đồng", "bộ"].includes(tokens[next]?.word ?? "") &&
      !(tokens[next]!.word === "bộ" && tokens[next - 1]!.word !== "đồng")
    )
      next++;
    const list = agencyListAt(text, tokens, next, tokens[next - 1]?.word === "với" && leadIsSubject(tokens[at - 1]));
    if (!list) continue;
    for (const name of list.names) if (!names.includes(name.name)) names.push(name.name);
    at = list.next - 1;
  }
  return names;
}

/**
 * Who leads and who helps in the words of a field, which may be names or sentences: "Sở A, Sở B", "Sở A chủ trì, phối hợp với Sở B",
 * "Sở A tham mưu ban hành; các sở, ban, ngành tổ chức thực hiện", "Sở A. - Đơn vị phối hợp: Sở B".
 */
export function partiesOfField(text: string): { leads: string[]; supporters: string[] } {
  const support = inlineField(text, "support");
  const named = withoutRemark(support ? text.slice(0, INLINE_SUPPORT.exec(text)!.index) : text);
  const leads: string[] = [];
  const supporters: string[] = [...(support ?? [])];
  const add = (names: readonly string[], to: string[]): void => names.forEach((name) => to.includes(name) || to.push(name));
  for (const part of named.split(/[;\n]|\. (?=[-+\p{Lu}])|(?:^|(?<=[.;:] ))[-+] /u)) {
    const words = part.trim();
    const tokens = tokenize(words);
    const list = agencyListAt(words, tokens, 0);
    if (list && list.next < tokens.length && startsDuty(tokens, list.next)) {
      add(
        list.names.map((name) => name.name),
        leads,
      );
      add(supportersIn(words, list.end), supporters);
    } else if (list || leads.length === 0) add(splitAgencies(words.replace(INLINE_LEAD, "")), leads);
  }
  return { leads, supporters };
}

/** Who leads, in brackets at the end: "… (Phòng A chủ trì, hoàn thành quý III)", "… (giao Sở B thực hiện)". */
export function closingLead(text: string): readonly string[] | undefined {
  const open = text.lastIndexOf("(");
  if (open < 0 || !/^\)[.;]{0,2}$/.test(text.slice(text.indexOf(")", open)))) return undefined;
  const words = text.slice(open + 1).replace(/^[Gg]iao /, "");
  const tokens = tokenize(words);
  const list = agencyListAt(words, tokens, 0);
  const leads = list && LEADING.some((verb) => wordsAt(tokens, list.next, verb));
  return leads ? list.names.map((name) => name.name) : undefined;
}

const LEADING: readonly (readonly string[])[] = [
  ["chủ", "trì"],
  ["thực", "hiện"],
  ["tham", "mưu"],
];

/** A labelled part inside a sentence: "(Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ; thời gian: Quý I)". */
export function inlineField(text: string, field: "lead" | "support"): string[] | undefined {
  const pattern = field === "lead" ? INLINE_LEAD : INLINE_SUPPORT;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const length = text.slice(start).search(INLINE_END);
  const names = splitAgencies(text.slice(start, length < 0 ? text.length : start + length));
  return names.length > 0 ? names : undefined;
}

const INLINE_LEAD =
  /(?:^|[.;(–-] ?)(?:(?:cơ quan|đơn vị|bộ phận|người|cán bộ) )?(?:chủ trì|thực hiện|phụ trách)(?: thực hiện)? ?: (?=\p{L})/iu;
const INLINE_SUPPORT = /[.;,(–-] ?(?:(?:cơ quan|đơn vị) )?phối hợp(?: thực hiện)? ?: (?=\p{L})/iu;
const INLINE_END =
  /[.)](?: |$)|[;,.–-] ?(?:(?:cơ quan|đơn vị) )?(?:phối hợp|chủ trì|thời gian|thời hạn|tiến độ|sản phẩm|kết quả)[\p{L} ]{0,20}:/iu;
