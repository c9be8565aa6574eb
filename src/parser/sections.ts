import type { PlanSection } from "../plan/plan";
import { FIELD_LABELS, SECTION_WORDS, type SectionRole } from "./lexicon";
import { joinFlows, sliceFlow, sourceOf, type Flow } from "./flow";
import { APPENDIX, type Block } from "./outline";
import { agencyListAt, splitAgencies } from "./phrases/agencyPhrase";
import { findTimePhrases } from "./phrases/datePhrase";
import { tokenize, wordsAt } from "./phrases/tokens";
import type { Passage, PassageContext, TaskFields } from "./rule";

type SectionDraft = { -readonly [K in keyof PlanSection]: PlanSection[K] };

/** The items of the document in order, each with what its headings say, and the headings themselves. */
export interface Passages {
  readonly passages: readonly Passage[];
  readonly sections: readonly PlanSection[];
}

const START: PassageContext = { role: "other", leads: [], supporters: [], section: -1 };

/** Walks the outline: headings set the context, everything else becomes a passage. `role`: what the document as a whole is for. */
export function passagesOf(blocks: readonly Block[], role: SectionRole = "other"): Passages {
  const passages: Passage[] = [];
  const sections: SectionDraft[] = [];
  visitAll(blocks, { ...START, role }, 1, { passages, sections, roles: [] });
  return { passages, sections };
}

const THEME = /^Về \p{Ll}/u;

interface Out {
  /** Role of each section. */
  readonly roles: SectionRole[];
  readonly passages: Passage[];
  readonly sections: SectionDraft[];
}

function visitAll(blocks: readonly Block[], context: PassageContext, depth: number, out: Out): void {
  let here = withClosingLead(blocks, context, out);
  let role: SectionRole | undefined;
  blocks.forEach((block, index) => {
    // "I. Về kinh tế (11 chỉ tiêu)", "II. Về văn hóa": the second is of the same kind as the first
    const alike = role !== undefined && here.role === "other" && THEME.test(block.flow.text) ? { ...here, role } : undefined;
    const before = out.sections.length;
    const after = visit(block, alike ?? here, depth, out, blocks.slice(index + 1, index + 4), context);
    if (out.sections.length > before && THEME.test(block.flow.text)) role = out.roles[before];
    here = alike && after === alike ? here : after;
  });
}

/** Returns the context for the blocks that follow on the same level. */
function visit(
  block: Block,
  context: PassageContext,
  depth: number,
  out: Out,
  later: readonly Block[],
  outer: PassageContext,
): PassageContext {
  if (labelOf(block)?.field === "lead" && block.kind === "paragraph" && out.sections.length > 0 && context.leads.length > 0) return context;
  const fields = fieldsOf(block);
  if (fields) {
    const inside = headingContext(block, context, later);
    out.passages.push({
      block,
      flow: block.flow,
      whole: block.whole,
      context: { ...context, section: context.section, ...(inside.group && context.group ? { group: context.group } : {}) },
      fields,
      opensList: false,
    });
    return context;
  }
  if (isHeading(block, context)) {
    const inside = headingContext(block, context, later);
    out.sections.push(sectionOf(block, inside.role, depth, out.sections.length));
    out.roles.push(inside.role);
    const next = { ...inside, section: out.sections.length - 1 };
    visitAll(block.children, next, depth + 1, out);
    return block.kind === "paragraph" ? { ...next, ...(block.upper || block.heading ? {} : { role: inside.role }) } : context;
  }
  const assignment = leadingAgencies(block.flow.text);
  const opens = opensList(block, later);
  const base = block.kind === "paragraph" ? context : { ...outer, ...context };
  const own = roleOfInlineHeading(block, context);
  const year = yearOfLabel(block);
  const passageContext: PassageContext = { ...base, ...(own ? { role: own } : {}), ...(year === undefined ? {} : { year }) };
  if (opens) {
    if (out.sections.length > 0) extend(out.sections[Math.max(0, context.section)]!, block);
    const yearHere = findTimePhrases(block.flow.text).find((phrase) => phrase.kind === "year" || phrase.kind === "years")?.year;
    const next: PassageContext = {
      ...context,
      ...(assignment
        ? {
            leads: assignment.leads,
            supporters: assignment.supporters,
            role: ["other", "appendix"].includes(context.role) ? "tasks" : context.role,
          }
        : {}),
      ...(yearHere && context.role === "objectives" ? { year: yearHere } : {}),
    };
    visitAll(block.children, next, depth + 1, out);
    return block.kind === "paragraph" ? next : context;
  }
  out.passages.push({ block, flow: block.flow, whole: block.whole, context: passageContext, opensList: false });
  const below: PassageContext = assignment ? { ...passageContext, leads: assignment.leads, supporters: [] } : passageContext;
  if (block.children.length > 0) visitAll(block.children, below, depth + 1, out);
  return context;
}

/** "Trách nhiệm thực hiện: Sở A" at the end of a list names the lead of every item before it. */
function withClosingLead(blocks: readonly Block[], context: PassageContext, out: Out): PassageContext {
  const closing = blocks.find((block, index) => index > 0 && block.kind === "paragraph" && labelOf(block)?.field === "lead");
  const label = closing && labelOf(closing);
  if (!closing || !label) return context;
  if (context.section >= 0) extend(out.sections[context.section]!, closing);
  return { ...context, leads: splitAgencies(closing.flow.text.slice(label.end)) };
}

function extend(section: SectionDraft, block: Block): void {
  section.source = [...section.source, ...sourceOf(block.whole)];
}

function sectionOf(block: Block, role: SectionRole, depth: number, index: number): SectionDraft {
  const plain: PlanSection["role"] = role === "general-aim" ? "objectives" : role === "funding" ? "other" : role;
  return {
    id: `M-${String(index + 1).padStart(2, "0")}`,
    label: block.label,
    title: block.flow.text,
    depth,
    role: plain,
    source: sourceOf(block.whole),
  };
}

function headingContext(block: Block, context: PassageContext, later: readonly Block[]): PassageContext {
  const text = block.flow.text;
  // an annex begins anew: what stood before it says nothing about its parts
  if (block.kind === "paragraph" && APPENDIX.test(text)) return { ...START, role: roleIn(text.toLowerCase()) ?? "appendix" };
  const agencies = agencyHeading(text);
  const role = roleOfHeading(block, context, later) ?? (agencies && ["other", "appendix"].includes(context.role) ? "tasks" : undefined);
  const time = findTimePhrases(text).filter((phrase) => phrase.kind === "year" || phrase.kind === "years");
  const year =
    time.length > 0 && (context.role === "objectives" || role === "objectives" || context.role === "purpose") ? time[0]!.year : undefined;
  const onlyYear = time.length > 0 && text.length < 40;
  return {
    ...context,
    ...(role ? { role } : {}),
    ...(agencies
      ? { leads: agencies.leads, supporters: agencies.supporters }
      : role && role !== context.role
        ? { leads: [], supporters: [] }
        : {}),
    ...(year === undefined ? {} : { year }),
    ...(agencies || onlyYear ? {} : { group: text.replace(/[:.]$/, "") }),
  };
}

function isHeading(block: Block, context: PassageContext): boolean {
  const text = block.flow.text;
  if (block.upper || block.heading) return text.length < 400;
  if (block.kind === "dash" || block.kind === "plus")
    return block.children.length > 0 && text.endsWith(":") && agencyHeading(text) !== undefined;
  if (block.kind === "paragraph") return text.endsWith(":") && agencyHeading(text) !== undefined && text.length < 250;
  if (block.kind === "part" || block.kind === "roman" || block.kind === "letter" || block.kind === "article")
    return text.length < 300 && (block.children.length > 0 || !/[.;]$/.test(text));
  if (agencyHeading(text)) return true;
  const known = leadingRole(text) !== undefined && text.length < 120 && !/[.;]$/.test(text) && !text.includes(": ");
  if (block.children.length === 0)
    return known || (text.length < 60 && !/[.;…]$/.test(text) && context.role !== "tasks" && context.role !== "organization");
  if (known) return true;
  const sentence = /[.;]$/.test(text) || text.includes(". ");
  if (sentence) return false;
  return !leadingAgencies(text) || text.length < 60;
}

function roleOfHeading(block: Block, context: PassageContext, later: readonly Block[]): SectionRole | undefined {
  const text = block.flow.text.toLowerCase();
  const top =
    block.kind === "part" || block.kind === "roman" || block.kind === "letter" || block.kind === "article" || block.upper || block.heading;
  if (top || context.role === "other" || context.role === "appendix") return aimOr(roleIn(text), text, later);
  if (context.role === "tasks" || context.role === "organization")
    return /^(?:mục tiêu|chỉ tiêu|tổ chức thực hiện)/.test(text) ? roleIn(text) : undefined;
  return aimOr(leadingRole(text), text, later);
}

function roleOfInlineHeading(block: Block, context: PassageContext): SectionRole | undefined {
  const colon = block.flow.text.indexOf(":");
  if (colon < 0 || colon > 60 || context.role === "tasks" || context.role === "organization") return undefined;
  return leadingRole(block.flow.text.slice(0, colon));
}

function yearOfLabel(block: Block): number | undefined {
  const colon = block.flow.text.indexOf(":");
  if (colon < 0 || colon > 60) return undefined;
  return findTimePhrases(block.flow.text.slice(0, colon)).find((phrase) => phrase.kind === "year" || phrase.kind === "years")?.year;
}

// "1. Mục tiêu" beside "2. Một số chỉ tiêu cụ thể" is the general aim
function aimOr(role: SectionRole | undefined, text: string, later: readonly Block[]): SectionRole | undefined {
  if (
    role === "objectives" &&
    /^mục tiêu$/.test(text.replace(/[:.]$/, "")) &&
    later.some((block) => /(?:chỉ tiêu|mục tiêu cụ thể)/i.test(block.flow.text.slice(0, 40)))
  )
    return "general-aim";
  return role;
}

function roleIn(text: string): SectionRole | undefined {
  let best: { role: SectionRole; at: number } | undefined;
  for (const { role, words } of SECTION_WORDS) {
    const at = words.exec(text)?.index;
    if (at !== undefined && (!best || at < best.at)) best = { role, at };
  }
  return best?.role;
}

function leadingRole(text: string): SectionRole | undefined {
  const lower = text.toLowerCase();
  for (const { role, words } of SECTION_WORDS) {
    const at = words.exec(lower)?.index;
    if (at !== undefined && at <= 12) return role;
  }
  return undefined;
}

function opensList(block: Block, later: readonly Block[]): boolean {
  const text = block.flow.text;
  if (!/:$/.test(text)) return false;
  return block.children.length > 0 || (later.length > 0 && later[0]!.kind !== "paragraph") || later.length > 1;
}

/** A heading or introduction that is nothing but organisations: "2. Văn phòng Ban", "a) Các sở, ban, ngành, UBND các huyện:". */
export function agencyHeading(text: string): { leads: string[]; supporters: string[] } | undefined {
  if (text.length > 260) return undefined;
  const found = leadingAgencies(text);
  if (!found) return undefined;
  const rest = text.slice(found.end).trim();
  if (rest === "" || rest === ":" || rest === ".") return found;
  if (/^(?:\([^)]{1,60}\)|có trách nhiệm|căn cứ chức năng[^.;]{0,80}|theo chức năng[^.;]{0,80}|chịu trách nhiệm|tập trung)? ?:$/.test(rest))
    return found;
  if (/^,? ?(?:chủ trì,? ?)?phối hợp[^.;]{0,180}:$/.test(rest)) return found;
  return undefined;
}

const ASSIGNING =
  /^(?:Giao nhiệm vụ cho|Giao trách nhiệm cho|Giao cho|Giao|Yêu cầu|Đề nghị|Phân công|Đối với|Trách nhiệm chung của|Trách nhiệm của):? /u;
/** "UBND tỉnh yêu cầu các sở …": who is asked leads, not who asks. */
const ASKING: readonly (readonly string[])[] = [["yêu", "cầu"], ["giao"], ["đề", "nghị"], ["phân", "công"]];

/** Organisations that a sentence names before it says what they do, with those that they work with. */
export function leadingAgencies(text: string): { leads: string[]; supporters: string[]; end: number } | undefined {
  const prefix = ASSIGNING.exec(text)?.[0] ?? "";
  const tokens = tokenize(text);
  const at = tokens.findIndex((token) => token.start >= prefix.length);
  if (at < 0) return undefined;
  const list = agencyListAt(text, tokens, at);
  if (!list || NOT_AGENCY.test(text.slice(list.start, list.start + 24))) return undefined;
  const asking = ASKING.find((words) => wordsAt(tokens, list.next, words));
  const asked = asking && agencyListAt(text, tokens, list.next + asking.length);
  if (asked) return { leads: asked.names.map((name) => name.name), supporters: supportersIn(text, asked.end), end: asked.end };
  const after = tokens[list.next];
  if (after && prefix === "" && !startsDuty(tokens, list.next)) return undefined;
  return { leads: list.names.map((name) => name.name), supporters: supportersIn(text, list.end), end: list.end };
}

const NOT_AGENCY =
  /^(?:lãnh đạo,|tổ chức,? (?!đoàn thể|chính trị|đảng|cá nhân)|ban hành|báo cáo|phòng ngừa|phòng,? chống|hội nghị|hội thảo|hội nhập|đoàn kết|trường hợp|thanh toán|vụ việc|bộ chỉ số|thuế suất|thanh tra,? kiểm tra|cấp phép|cấp phát|đài thọ|viện dẫn|cổng dịch vụ|xã hội|huyện hóa|ngành nghề|cơ sở dữ liệu|cơ sở hạ tầng|doanh nghiệp được)/iu;

const DUTY_WORDS = new Set(
  "chủ phối tham xây triển tăng tiếp thực tổ nghiên đề chỉ làm căn có chịu rà tập đẩy khẩn nâng đôn giải hoàn bố trình báo cung phải cần được định hàng hằng kịp quán phân hướng đánh đảm bảo ưu quản đổi mở ban rút cắt giảm thống cập sử khai phát huy tích quyết vận tuyên tạo đưa thanh kiểm giám sớm xác xem lập chuẩn điều xử soạn tư ứng áp công khảo lựa chuyển đào thu hỗ khuyến chấp kết tìm sắp theo trên phấn tự nghiêm thường trực trong chăm cùng tiến xúc là gương thí trích tính nhanh lồng duy góp khắc kiến ngăn rộng bám tổng in thông dành mời đầu cải đóng nhận cụ hợp hạn gắn thành lấy đăng đặt thúc gửi vì lãnh tiếp triệu".split(
    " ",
  ),
);

function startsDuty(tokens: ReturnType<typeof tokenize>, index: number): boolean {
  const token = tokens[index]!;
  if (token.text === ":") return true;
  if (token.text === "(" || token.text === ",") {
    const next = tokens.slice(index + 1, index + 26).findIndex((item) => item.text === (token.text === "(" ? ")" : ","));
    if (token.text === "(" && next >= 0) return index + 2 + next >= tokens.length || startsDuty(tokens, index + 2 + next);
    const following = tokens[index + 1];
    return following !== undefined && /^\p{Ll}/u.test(following.text) && DUTY_WORDS.has(following.word);
  }
  return token.kind === "word" && /^\p{Ll}/u.test(token.text) && DUTY_WORDS.has(token.word);
}

/** Organisations behind "phối hợp với" and "cùng với" from an offset on. */
export function supportersIn(text: string, from = 0): string[] {
  const names: string[] = [];
  const tokens = tokenize(text);
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.start < from) continue;
    let next = at;
    if (tokens[at]!.word === "phối" && tokens[at + 1]?.word === "hợp") next = at + 2;
    else if (tokens[at]!.word === "trì" && tokens[at + 1]?.word === "cùng") next = at + 1;
    else continue;
    while (
      ["chặt", "chẽ", "cùng", "với", "hiệu", "quả", "tốt", "và", "thường", "xuyên", "đồng", "bộ"].includes(tokens[next]?.word ?? "") &&
      !(tokens[next]!.word === "bộ" && tokens[next - 1]!.word !== "đồng")
    )
      next++;
    const list = agencyListAt(text, tokens, next);
    if (!list) continue;
    for (const name of list.names) if (!names.includes(name.name)) names.push(name.name);
    at = list.next - 1;
  }
  return names;
}

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

const INLINE_LEAD = /(?:^|[.;(–-] ?)(?:(?:cơ quan|đơn vị) )?(?:chủ trì|thực hiện)(?: thực hiện)? ?: (?=\p{L})/iu;
const INLINE_SUPPORT = /[.;,(–-] ?(?:(?:cơ quan|đơn vị) )?phối hợp(?: thực hiện)? ?: (?=\p{L})/iu;
const INLINE_END =
  /[.)](?: |$)|[;,.–-] ?(?:(?:cơ quan|đơn vị) )?(?:phối hợp|chủ trì|thời gian|thời hạn|tiến độ|sản phẩm|kết quả)[\p{L} ]{0,20}:/iu;

/** The labelled part that a block is ("Đơn vị chủ trì: Văn phòng Sở"); undefined if it is none. */
function labelOf(block: Block): { field: (typeof FIELD_LABELS)[number]["field"]; end: number } | undefined {
  const colon = block.flow.text.indexOf(":");
  if (colon < 4 || colon > 50) return undefined;
  const label = block.flow.text.slice(0, colon).toLowerCase().trim();
  for (const { field, words } of FIELD_LABELS) if (words.includes(label)) return { field, end: colon + 1 };
  return undefined;
}

/** Labelled parts under a heading that make it one task; undefined when there are none, or when they close a list of tasks. */
function fieldsOf(block: Block): TaskFields | undefined {
  const labelled = block.children.map((child) => ({ child, label: labelOf(child) }));
  const known = labelled.filter((item) => item.label);
  if (!known.some((item) => item.label!.field === "lead" || item.label!.field === "time")) return undefined;
  const plain = labelled.filter((item) => !item.label && item.child.kind !== "paragraph");
  if (known.length < 2 && plain.length > 0) return undefined;
  const fields: { content: Flow[]; lead?: Flow; support?: Flow; time?: Flow; product?: Flow } = { content: [] };
  const all: Flow[] = [];
  for (const { child, label } of labelled) {
    const flows = flowsUnder(child);
    all.push(...flows);
    if (!label) {
      fields.content.push(...flows);
      continue;
    }
    const value = sliceFlow(child.flow, label.end);
    if (label.field === "content") fields.content.push(...(value.text === "" ? [] : [value]), ...flows.slice(1));
    else if (!fields[label.field]) fields[label.field] = joinFlows([value, ...flows.slice(1)]);
  }
  return { ...fields, source: sourceOf(joinFlows([block.whole, ...all])) };
}

function flowsUnder(block: Block): Flow[] {
  return [block.whole, ...block.children.flatMap(flowsUnder)];
}
