import type { PlanSection } from "../plan/plan";
import { isStage, phaseTime } from "./phaseTime";
import { agencyHeading, agencyWithDescription, beginsWithDuty, leadingAgencies, leadOf, leadWithin, supportersIn } from "./assignment";
import { fieldsOf, labelledItems, labelOf } from "./fields";
import { SECTION_WORDS, type SectionRole } from "./lexicon";
import { sourceOf } from "./flow";
import { APPENDIX, type Block } from "./outline";
import { splitAgencies } from "./phrases/splitAgencies";
import { findTimePhrases } from "./phrases/datePhrase";
import { clauseBefore } from "./phrases/nearWords";
import type { Passage, PassageContext } from "./rule";

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

// "a) Chủ trì, phối hợp với các sở, ngành": those that the lead works with in all items below
const WITH_OTHERS = /^(?:Chủ trì,? |Chủ động )?[Pp]hối hợp /;

const TIME_ALONE =
  /^(?:(?:Hoàn thành|Xong|Thực hiện xong|Thực hiện) (?:trong|trước|vào|chậm nhất|xong)|Thời (?:gian|hạn) (?:tổ chức|thực hiện|hoàn thành) )[^.;:,]{3,80}[.;]?$/u;

// "… báo cáo số liệu hằng tháng, bao gồm:", "… báo cáo với các nội dung sau:"
function holdsReport(text: string): boolean {
  return /(?:gồm|nội dung)(?: sau| như sau)?:$/i.test(text) && /báo cáo/i.test(clauseBefore(text.slice(0, -1), 320, ":;"));
}

const THEME = /^Về \p{Ll}/u;

interface Out {
  /** Role of each section. */
  readonly roles: SectionRole[];
  readonly passages: Passage[];
  readonly sections: SectionDraft[];
}

interface Around {
  /** The next blocks on the same level. */
  readonly later: readonly Block[];
  /** Several blocks on this level are headed by organisations. */
  readonly assigned: boolean;
}

function visitAll(blocks: readonly Block[], context: PassageContext, depth: number, out: Out): void {
  let here = withClosingLead(blocks, context, out);
  let role: SectionRole | undefined;
  const assigned = blocks.filter((block) => block.kind !== "paragraph" && agencyHeading(block.flow.text)).length > 1;
  blocks.forEach((block, index) => {
    // "I. Về kinh tế (11 chỉ tiêu)", "II. Về văn hóa": the second is of the same kind as the first
    const alike = role !== undefined && here.role === "other" && THEME.test(block.flow.text) ? { ...here, role } : undefined;
    const before = out.sections.length;
    const after = visit(block, alike ?? here, depth, out, { later: blocks.slice(index + 1, index + 4), assigned }, context);
    if (out.sections.length > before && THEME.test(block.flow.text)) role = out.roles[before];
    here = alike && after === alike ? here : after;
  });
}

/** Returns the context for the blocks that follow on the same level. */
function visit(block: Block, context: PassageContext, depth: number, out: Out, around: Around, outer: PassageContext): PassageContext {
  const { later } = around;
  const last = out.passages[out.passages.length - 1];
  // "Hoàn thành trong quý II năm 2025." on a line of its own is said of the item above
  if (last && block.kind === "paragraph" && TIME_ALONE.test(block.flow.text) && last.context.section === context.section && !last.fields) {
    out.passages[out.passages.length - 1] = { ...last, time: block.flow };
    if (context.section >= 0) extend(out.sections[context.section]!, block);
    return context;
  }
  if (labelOf(block)?.field === "lead" && block.kind === "paragraph" && out.sections.length > 0 && context.leads.length > 0) return context;
  const labelled = labelledItems(block);
  if (labelled) {
    const inside = headingContext(block, context, around);
    out.sections.push(sectionOf(block, inside.role, depth, out.sections.length));
    out.roles.push(inside.role);
    const section = { ...inside, section: out.sections.length - 1 };
    for (const { item, fields } of labelled)
      out.passages.push({ block: item, flow: item.flow, whole: item.whole, context: section, fields, opensList: false });
    return context;
  }
  const fields = fieldsOf(block);
  if (fields) {
    const inside = headingContext(block, context, around);
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
  // "Yêu cầu các xã báo cáo số liệu hằng tháng, bao gồm:" is one duty; what is listed is what the report holds
  if (block.children.length > 0 && holdsReport(block.flow.text)) {
    out.passages.push({ block, flow: block.flow, whole: block.whole, context, opensList: false });
    visitAll(block.children, { ...context, role: "other", leads: [], supporters: [] }, depth + 1, out);
    return context;
  }
  if (isHeading(block, context) || (around.assigned && oneOfAssigned(block))) {
    const inside = headingContext(block, context, around);
    out.sections.push(sectionOf(block, inside.role, depth, out.sections.length));
    out.roles.push(inside.role);
    const next = { ...inside, section: out.sections.length - 1 };
    visitAll(block.children, next, depth + 1, out);
    return block.kind === "paragraph" ? { ...next, ...(block.upper || block.heading ? {} : { role: inside.role }) } : context;
  }
  const opens = opensList(block, later);
  const introduces = !opens && isIntroduction(block, later, context);
  const assignment = leadingAgencies(block.flow.text) ?? (opens ? leadIn(block.flow.text) : undefined);
  const base = block.kind === "paragraph" ? context : { ...outer, ...context };
  const own = roleOfInlineHeading(block, context);
  const year = yearOfLabel(block);
  // a web copy may have lost its headings: what an organisation is told to do is a task all the same
  const orphan = context.section < 0 && context.role === "other" && block.kind === "number" && assignment;
  const passageContext: PassageContext = {
    ...base,
    ...(orphan ? { role: "organization" as const } : {}),
    ...(own ? { role: own } : {}),
    ...(year === undefined ? {} : { year }),
  };
  if (opens) {
    if (out.sections.length > 0) extend(out.sections[Math.max(0, context.section)]!, block);
    const yearHere = findTimePhrases(block.flow.text).find((phrase) => phrase.kind === "year" || phrase.kind === "years")?.year;
    // "Định hướng các chỉ tiêu chủ yếu đến năm 2025:" over paragraphs, in a text without numbered parts
    const heads = block.kind === "paragraph" && context.role === "other" && !assignment && namesObjectives(block.flow.text);
    const next: PassageContext = {
      ...context,
      ...(assignment
        ? {
            leads: assignment.leads,
            supporters: assignment.supporters,
            role: ["other", "appendix"].includes(context.role) ? "tasks" : context.role,
          }
        : {}),
      ...(!assignment && WITH_OTHERS.test(block.flow.text) ? { supporters: supportersIn(block.flow.text) } : {}),
      ...(heads ? { role: "objectives" as const } : {}),
      ...(yearHere && (heads || context.role === "objectives") ? { year: yearHere } : {}),
    };
    if (/\d/.test(block.flow.text))
      out.passages.push({ block, flow: block.flow, whole: block.whole, context: passageContext, opensList: true });
    visitAll(block.children, next, depth + 1, out);
    return block.kind === "paragraph" ? next : context;
  }
  out.passages.push({ block, flow: block.flow, whole: block.whole, context: passageContext, opensList: introduces });
  const below: PassageContext = assignment ? { ...passageContext, leads: assignment.leads, supporters: [] } : passageContext;
  if (block.children.length > 0) visitAll(block.children, below, depth + 1, out);
  return context;
}

function namesObjectives(text: string): boolean {
  return text.length < 160 && roleIn(text.toLowerCase()) === "objectives";
}

// "Căn cứ tình hình thực tế, các cơ quan, đơn vị phối hợp thực hiện các hoạt động sau:"
function leadIn(text: string): { leads: string[]; supporters: string[]; end: number } | undefined {
  const leads = leadOf(text, false);
  if (!leads || !["", "yêu cầu ", "đề nghị ", "giao "].some((asking) => text.includes(`${asking === "" ? ", " : asking}${leads[0]}`)))
    return undefined;
  return { leads: [...leads], supporters: [], end: 0 };
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

function headingContext(block: Block, context: PassageContext, around: Around): PassageContext {
  const text = block.flow.text;
  // an annex begins anew: what stood before it says nothing about its parts
  if (block.kind === "paragraph" && APPENDIX.test(text)) return { ...START, role: roleIn(text.toLowerCase()) ?? "appendix" };
  const agencies =
    agencyHeading(text) ??
    agencyOverItems(block) ??
    (around.assigned ? oneOfAssigned(block) : undefined) ??
    (text.endsWith(":") ? leadIn(text) : undefined);
  const role =
    roleOfHeading(block, context, around.later) ?? (agencies && ["other", "appendix"].includes(context.role) ? "tasks" : undefined);
  const time = findTimePhrases(text).filter((phrase) => phrase.kind === "year" || phrase.kind === "years");
  const year =
    time.length > 0 && (context.role === "objectives" || role === "objectives" || context.role === "purpose") ? time[0]!.year : undefined;
  const onlyYear = time.length > 0 && text.length < 40;
  const phase = phaseTime(block.flow);
  return {
    ...context,
    ...(role ? { role } : {}),
    ...(phase ? { time: phase } : {}),
    ...(agencies
      ? { leads: agencies.leads, supporters: agencies.supporters }
      : role && role !== context.role
        ? { leads: [], supporters: [] }
        : WITH_OTHERS.test(text)
          ? { supporters: supportersIn(text) }
          : {}),
    ...(year === undefined ? {} : { year }),
    ...(agencies || onlyYear ? {} : { group: text.replace(/[:.]$/, "") }),
  };
}

function isHeading(block: Block, context: PassageContext): boolean {
  const text = block.flow.text;
  if (block.upper || block.heading) return text.length < 400;
  if (block.kind === "dash" || block.kind === "plus") {
    if (block.children.length === 0) return false;
    if (context.role === "objectives" && titlesNumbers(block)) return true;
    // "- Nội dung giám sát của chủ chương trình" over its points
    return (
      (text.endsWith(":") && agencyHeading(text) !== undefined) || (!/[.;:,…/]$/.test(text) && text.length < 90 && !beginsWithDuty(text))
    );
  }
  if (block.kind === "paragraph")
    return (text.endsWith(":") && agencyHeading(text) !== undefined && text.length < 250) || isStage(block.flow);
  if (block.kind === "part" || block.kind === "roman" || block.kind === "letter" || block.kind === "article")
    return text.length < 300 && (block.children.length > 0 || !/[.;]$/.test(text));
  if (agencyHeading(text) || agencyOverItems(block) || block.children.some((child) => fieldsOf(child))) return true;
  const known = leadingRole(text) !== undefined && text.length < 120 && !/[.;]$/.test(text) && !text.includes(": ");
  if (block.children.length === 0)
    return known || (text.length < 60 && !/[.;…]$/.test(text) && context.role !== "tasks" && context.role !== "organization");
  if (known || isTitle(text)) return true;
  const sentence = /[.;]$/.test(text) || text.includes(". ");
  if (sentence) return false;
  return !leadingAgencies(text) || text.length < 60;
}

/** "1. Mục tiêu chung.": a title may end in a full stop. */
function isTitle(text: string): boolean {
  return /^[^.;:,]{4,44}\.$/.test(text) && leadingRole(text) !== undefined;
}

/** "- Tổ chức dạy bơi an toàn cho học sinh" over "+ Đến năm 2030, tối thiểu 55% …": a bullet without number or full stop titles those under it. */
function titlesNumbers(block: Block): boolean {
  const text = block.flow.text;
  return text.length < 160 && !/\d|[.;,…/]$/.test(text) && block.children.every((child) => /\d/.test(child.flow.text));
}

/**
 * An organisation with a description over the items that it has to do: "2. Các sở, ngành chủ trì các dự án thuộc Chương trình", "Đối với các
 * cơ sở sản xuất có xả thải (danh sách kèm theo):".
 */
function agencyOverItems(block: Block): { leads: string[]; supporters: string[] } | undefined {
  const { text } = block.flow;
  const regarding = /^Đối với [^:]{3,280}:$/.test(text);
  if (!["number", "multi", "bracket", "alpha"].includes(block.kind) || block.children.length === 0) return undefined;
  if (/[.;:…]$/.test(text) && !regarding) return undefined;
  return text.length < (regarding ? 300 : 200)
    ? agencyWithDescription(text.replace(/ ?\([^()]{1,160}\):$/, "").replace(/:$/, ""))
    : undefined;
}

/** Among headings that are organisations, one that is worded like theirs: "5. Các chủ rừng là tổ chức (các công ty lâm nghiệp)". */
function oneOfAssigned(block: Block): { leads: string[]; supporters: string[] } | undefined {
  const text = withoutRemark(block.flow.text.replace(/:$/, ""));
  const shaped = ["number", "multi", "bracket", "alpha"].includes(block.kind) && block.children.length > 0 && text.length < 160;
  const named = /^(?:Đề nghị |Đối với )?(?<name>(?:Các|các|Những) [^.;:]{3,})$/u.exec(text)?.groups?.name;
  return shaped && named ? { leads: splitAgencies(named), supporters: [] } : undefined;
}

// "… (các công ty lâm nghiệp)"
function withoutRemark(text: string): string {
  const open = text.endsWith(")") ? text.lastIndexOf("(") : -1;
  return open > 0 && text.length - open <= 162 ? text.slice(0, open).trimEnd() : text;
}

function roleOfHeading(block: Block, context: PassageContext, later: readonly Block[]): SectionRole | undefined {
  const text = block.flow.text.toLowerCase();
  const top =
    block.kind === "part" || block.kind === "roman" || block.kind === "letter" || block.kind === "article" || block.upper || block.heading;
  if (top || context.role === "other" || context.role === "appendix") return aimOr(roleIn(text), text, later);
  if (context.role === "tasks" || context.role === "organization")
    return /^(?:(?:các |một số |những |hệ thống )?(?:mục tiêu|chỉ tiêu)|tổ chức thực hiện)/.test(text)
      ? roleIn(text)
      : // "Định hướng và các chỉ tiêu chủ yếu"
        /(?:^| )(?:mục tiêu|chỉ tiêu)(?: (?:chủ yếu|cụ thể|chính))?:?$/.test(text)
        ? "objectives"
        : undefined;
  return aimOr(leadingRole(text), text, later);
}

function roleOfInlineHeading(block: Block, context: PassageContext): SectionRole | undefined {
  // "Mục tiêu tổng quát của kế hoạch là …"
  if (context.role === "objectives" && /^Mục tiêu (?:chung|tổng quát) /.test(block.flow.text)) return "general-aim";
  const colon = block.flow.text.indexOf(":");
  if (colon < 0 || colon > 60 || context.role === "tasks" || context.role === "organization") return undefined;
  return leadingRole(block.flow.text.slice(0, colon));
}

function yearOfLabel(block: Block): number | undefined {
  const colon = block.flow.text.indexOf(":");
  // "… loại A (năm 2025: 92%)" has no label
  if (colon < 0 || colon > 60 || block.flow.text.slice(0, colon).includes("(")) return undefined;
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

/** Words before numbered items that say nothing to anyone: "Các nội dung dưới đây được triển khai theo đúng quy định." */
function isIntroduction(block: Block, later: readonly Block[], context: PassageContext): boolean {
  const text = block.flow.text;
  return (
    block.kind === "paragraph" &&
    context.leads.length === 0 &&
    ["number", "multi", "bracket", "alpha"].includes(later[0]?.kind ?? "") &&
    !beginsWithDuty(text) &&
    leadOf(text, false) === undefined &&
    leadWithin(block.flow) === undefined
  );
}

function opensList(block: Block, later: readonly Block[]): boolean {
  const text = block.flow.text;
  if (!/:$/.test(text)) return false;
  // "a) Hướng dẫn …:" beside "b) …" is an item with a slip of the pen
  if (block.children.length === 0 && ["number", "multi", "bracket", "alpha"].includes(block.kind) && later[0]?.kind === block.kind)
    return false;
  return block.children.length > 0 || (later.length > 0 && later[0]!.kind !== "paragraph") || later.length > 1;
}
