import type { TextDocument, TextLine } from "../text/textDocument";
import { flowOfLine, joinFlows, sliceFlow, type Flow } from "./flow";
import { isBareAddress, isPageNumber, lineWidth, usualWidth, wordWidth } from "./lineShape";
import { isStage } from "./phaseTime";
import { agencyListAt } from "./phrases/agencyPhrase";
import { tokenize } from "./phrases/tokens";
import { closesItems, isRule, RECIPIENTS, separatesParagraphs, usesBlankLines, type Shape } from "./documentShape";
import { bareMarkerOf, markerOf, type BlockKind, type Marker } from "./marker";

/** A heading, list item or paragraph with everything under it. */
export interface Block {
  readonly kind: BlockKind;
  /** "I.", "2.1.", "a)", "-"; empty for paragraphs. */
  readonly label: string;
  /** Words without the label. */
  readonly flow: Flow;
  /** Label and words. */
  readonly whole: Flow;
  readonly children: Block[];
  /** Number of the first line. */
  readonly line: number;
  /** Printed in capitals. */
  readonly upper: boolean;
  /** Marked as a heading by the source format. */
  readonly heading: boolean;
}

/** The document in its parts. */
export interface Outline {
  /** What stands above the first numbered heading. */
  readonly head: readonly Block[];
  /** The plan itself, nested by labels. */
  readonly body: readonly Block[];
  /** Recipients and signature. */
  readonly tail: readonly Block[];
  /** Lines that belong to no text: page numbers, lone link addresses. */
  readonly furniture: readonly TextLine[];
}

interface Draft {
  readonly marker?: Marker;
  readonly flows: Flow[];
  readonly first: TextLine;
  last: TextLine;
  lastText: string;
  closed: boolean;
}

const RANK: Readonly<Record<BlockKind, number>> = {
  part: 0,
  letter: 1,
  roman: 2,
  article: 2,
  number: 3,
  multi: 4,
  bracket: 8,
  alpha: 9,
  dash: 10,
  plus: 11,
  paragraph: 12,
};

// a line that breaks after these goes on: "của / UBND tỉnh", "và / Công nghệ", "huyện, / Sở"
const LINKING_END =
  /(?:[,–-]|(?:^| )(?:của|và|hoặc|với|cho|các|những|tại|về|từ|đến|tỉnh|thành phố|huyện|xã|số|ngày|tháng|năm|theo|do|là|trên|trong|ở|thuộc|vùng|Sở|Bộ|Phòng|Ban|Quốc|Việt|Hội Liên hiệp|Liên đoàn|Ủy ban|Uỷ ban|Hội đồng|Chi cục|Bộ Chỉ huy|Bộ Tư lệnh|Viện Kiểm sát|Mặt trận))$/u;

// "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC"
const SIGNATURE =
  /^(?:(?:KT|TM|TL|TUQ|T\/M|Q)\. ?\p{Lu}[\p{Lu} ,.]{3,60}(?: \p{Lu}\p{Ll}*){0,5}|(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG BAN|THỦ TƯỚNG|BÍ THƯ|BỘ TRƯỞNG|CỤC TRƯỞNG|TỔNG BÍ THƯ|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG))$/u;
/** Opens an annex. */
export const APPENDIX = /^(?:PHỤ LỤC|Phụ lục|BIỂU SỐ|DANH MỤC)/;

/** "CÁC CHỈ TIÊU CHỦ YẾU", "MỤC TIÊU", "NHIỆM VỤ TRỌNG TÂM": heads a part, not the plan. */
export const PART_HEADING = /^(?:CÁC |MỘT SỐ |NHỮNG |HỆ THỐNG )?(?:MỤC TIÊU|CHỈ TIÊU|MỤC ĐÍCH|NHIỆM VỤ|GIẢI PHÁP|NỘI DUNG)(?!\p{L})/u;
const ISSUED = /^(?:KẾ HOẠCH|NGHỊ QUYẾT|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|CHIẾN LƯỢC|PHƯƠNG ÁN)(?: [\p{Lu}\d ,.()/-]{0,200})?$/u;

const INDENT = 3;

/** Joins hard-wrapped lines and page joints into blocks and nests them by their labels. Lines in `skip` belong to tables. */
export function outlineOf(document: TextDocument, skip: ReadonlySet<number> = new Set()): Outline {
  const furniture: TextLine[] = [];
  const drafts: Draft[] = [];
  const width = usualWidth(document.lines, skip);
  const spaced = usesBlankLines(document.lines);
  const separated = spaced && separatesParagraphs(document, skip);
  const shape: Shape = { width, spaced, separated, closes: closesItems(document.lines, skip) };
  let current: Draft | undefined;
  let gap = false;
  for (const line of document.lines) {
    if (skip.has(line.number)) {
      if (current) current.closed = true;
      if (line.text.trim() !== "" && isRule(line.text.trim())) furniture.push(line);
      continue;
    }
    const flow = flowOfLine(line);
    if (flow.text === "" || isRule(flow.text)) {
      if (line.text.trim() !== "") furniture.push(line);
      gap = true;
      continue;
    }
    if (isPageNumber(flow.text) || isBareAddress(flow.text)) {
      furniture.push(line);
      continue;
    }
    const marker = markerOf(flow.text) ?? bareMarkerOf(flow.text);
    if (current && goesOn(current, marker, gap, flow.text, line, shape)) {
      current.flows.push(flow);
      current.last = line;
      current.lastText = flow.text;
      current.closed = line.endsParagraph === true;
    } else {
      current = {
        ...(marker ? { marker } : {}),
        flows: [flow],
        first: line,
        last: line,
        lastText: flow.text,
        closed: line.endsParagraph === true,
      };
      drafts.push(current);
    }
    gap = false;
  }
  return { ...partsOf(drafts.map(blockOf), firstOf(skip)), furniture };
}

function firstOf(lines: ReadonlySet<number>): number {
  let first = Infinity;
  for (const line of lines) first = Math.min(first, line);
  return first;
}

/** A letterhead and title over a table are not longer, in blocks. */
const MAX_TABLE_HEAD = 15;

function partsOf(blocks: readonly Block[], table: number): Omit<Outline, "furniture"> {
  let first = blocks.findIndex((block) => ["part", "roman", "letter", "article", "number"].includes(block.kind));
  if (first < 0) first = letterBody(blocks);
  const heading = blocks[first - 1];
  if (heading && (heading.upper || heading.heading) && PART_HEADING.test(heading.flow.text)) first--;
  if (first < 0) first = afterTitle(blocks);
  // A plan that is one table has its head above it.
  const above = blocks.filter((block) => block.line < table).length;
  const bare = blocks.slice(0, above).every((block) => block.kind === "paragraph");
  if (table < Infinity && bare && above <= MAX_TABLE_HEAD) first = above;
  const head = blocks.slice(0, Math.max(0, first));
  const body: Block[] = [];
  const tail: Block[] = [];
  let ended = false;
  blocks.slice(Math.max(0, first)).forEach((block, index, all) => {
    const text = block.flow.text;
    // a decision is followed by the plan that it issues
    if (block.kind === "paragraph" && (APPENDIX.test(text) || ISSUED.test(text))) ended = false;
    else if (RECIPIENTS.test(text) || (block.kind === "paragraph" && index > all.length / 2 && SIGNATURE.test(text))) ended = true;
    (ended ? tail : body).push(block);
  });
  return { head, body: nest(body), tail };
}

/** Where the body of a letter without numbered parts begins: the words that open its list, below "Kính gửi". */
function letterBody(blocks: readonly Block[]): number {
  const addressed = blocks.findIndex((block) => block.kind === "paragraph" && /^Kính gửi/.test(block.flow.text));
  if (addressed < 0) return -1;
  return blocks.findIndex((block, index) => {
    const next = blocks[index + 1]?.kind;
    return index > addressed && block.kind === "paragraph" && block.flow.text.endsWith(":") && (next === "dash" || next === "plus");
  });
}

/** Where a text without numbered parts begins under its title: at the first list, or the first line that opens something; -1 if it has no title. */
function afterTitle(blocks: readonly Block[]): number {
  const title = blocks.findIndex((block) => ISSUED.test(block.flow.text));
  if (title < 0) return -1;
  return blocks.findIndex((block, index) => index > title && (block.kind !== "paragraph" || block.flow.text.endsWith(":")));
}

/** Whether a line belongs to the block before it. */
function goesOn(current: Draft, marker: Marker | undefined, gap: boolean, text: string, line: TextLine, shape: Shape): boolean {
  const { separated } = shape;
  // a label that stands alone on its line
  if (!marker && current.marker && current.flows.length === 1 && current.marker.rest > current.lastText.length) return true;
  if (separated && !gap && !marker && !current.closed && line.headingLevel === undefined && line.listLabel === undefined)
    return !/^[-_=*]{3,}/.test(text) && !RECIPIENTS.test(text);
  return !startsBlock(current, text, line, marker, shape, gap);
}

function startsBlock(
  current: Draft,
  text: string,
  line: TextLine,
  marker: Marker | undefined,
  { width, spaced, separated, closes }: Shape,
  gap: boolean,
): boolean {
  const afterBlank = spaced && gap;
  const parted = separated && gap;
  const before = current.lastText;
  if (current.closed || line.listLabel !== undefined || line.headingLevel !== undefined) return true;
  if (RECIPIENTS.test(text) || /^(?:[-_=*]{3,}|Số ?: ?\d)/.test(text)) return true;
  // the first line of a paragraph is set in by some letters that the text does not show
  const used = lineWidth(current.last.text) + (current.flows.length === 1 && current.lastText.length > 50 ? INDENT : 0);
  if (marker) return !continuesOverMarker(text, marker, before, used + wordWidth(text) > width * 0.9);
  // "Nghị quyết số 10- / NQ/TW"
  if (!afterBlank && /[\p{L}\d]-$/u.test(before)) return false;
  const fits = used + wordWidth(text) <= width;
  // a bullet that breaks off in mid-sentence far to the right goes on, whatever letter follows
  const bullet = current.marker?.kind === "dash" || current.marker?.kind === "plus";
  if (bullet && !afterBlank && used > width * 0.6 && !/[.;:!?…/,)]["”)]?$/.test(before) && !opensWithAgency(text)) return false;
  if (bullet && !afterBlank && closes && before.length > 25 && !/[.;:!?…/,)]["”)]?$/.test(before) && !opensWithAgency(text)) return false;
  const opens = /^["“'([]?[\p{Lu}\d]/u.test(text);
  const upperBefore = isUpper(before);
  if (upperBefore !== isUpper(text) && before.length > 3 && text.length > 3 && (upperBefore ? opens : fits)) return true;
  if (!opens) return afterBlank && fits && /[.;:]$/.test(before) && used < width * 0.5;
  // where a blank line parts all paragraphs, a full line before it says nothing
  if (parted) return !LINKING_END.test(before);
  if (!fits) return false;
  if (/[.;:!?…/]["”)]?$/.test(before)) return true;
  if (afterBlank && used < width * 0.9) return true;
  if (/^\d/.test(text)) return false;
  if (opensWithAgency(text)) return true;
  if (used + wordWidth(text) + 2 <= width && !LINKING_END.test(before)) return true;
  // a fragment: "Sở / Giáo dục và Đào tạo đề nghị …"
  if (before.length < 16 && LINKING_END.test(before)) return false;
  // "nồng độ bụi tại / Hà Nội", "ngày 22 tháng 7 của / Thủ tướng"; "những năm tiếp theo" ends a title
  return used < width * 0.62 && !/(?:^| )(?:của|và|hoặc|với|cho|các|những|tại|về|(?<!tiếp )theo|do)$/u.test(before);
}

// "Sở Tư pháp và Ủy ban nhân dân các huyện, thành phố: đẩy mạnh …"
function opensWithAgency(text: string): boolean {
  const colon = text.indexOf(":");
  if (colon < 4 || colon > 140) return false;
  const tokens = tokenize(text.slice(0, colon));
  const list = agencyListAt(text, tokens, 0);
  return list !== undefined && list.next >= tokens.length;
}

// "thời kỳ 2021 / - 2030", "Nghị quyết số / 3. …" and "công nghệ / - thông tin" go on, whatever the sign
function continuesOverMarker(text: string, marker: Marker, before: string, full: boolean): boolean {
  const rest = text.slice(marker.rest);
  if (marker.kind === "dash") {
    if (/\d$/.test(before) && /^\d/.test(rest) && (!rest.slice(0, 6).includes("%") || isRange(before, rest))) return true;
    return full && !/[.;:,…]$/.test(before) && /^\p{Ll}/u.test(rest);
  }
  if (marker.kind !== "number" && marker.kind !== "multi") return false;
  if (/(?:^| )(?:số|ngày|tháng|năm|khoản|điều|mục|điểm|độ|khóa|lần)$/iu.test(before.slice(-8))) return true;
  return full && /^\p{Ll}/u.test(rest) && !/[.;:]$/.test(before);
}

// "tăng bình quân 05 / - 06%/năm", but not "Đến năm 2025 / - 100% xã …"
function isRange(before: string, rest: string): boolean {
  const low = /(?:^| )(\d{1,2}(?:,\d{1,2})?)$/.exec(before.slice(-8))?.[1];
  const high = /^(\d{1,2}(?:,\d{1,2})?)%/.exec(rest)?.[1];
  if (low === undefined || high === undefined) return false;
  const [from, to] = [Number(low.replace(",", ".")), Number(high.replace(",", "."))];
  return from < to && to <= from * 3;
}

function blockOf(draft: Draft): Block {
  const whole = joinFlows(draft.flows);
  const flow = draft.marker ? sliceFlow(whole, draft.marker.rest) : whole;
  return {
    kind: draft.marker?.kind ?? "paragraph",
    label: draft.marker?.label ?? "",
    flow,
    whole,
    children: [],
    line: draft.first.number,
    upper: isUpper(flow.text),
    heading: draft.first.headingLevel !== undefined,
  };
}

function nest(blocks: readonly Block[]): Block[] {
  const roots: Block[] = [];
  const open: { rank: number; block: Block }[] = [];
  for (const [index, block] of blocks.entries()) {
    const rank = opensAnotherList(block, blocks[index + 1], open.at(-1)?.block, open.at(-2)?.block)
      ? rankOf(blocks[index + 1]!)
      : rankOf(block);
    if (isFieldOfOuter(block, open)) while (!["number", "multi"].includes(open[open.length - 1]!.block.kind)) open.pop();
    while (open.length > 0 && open[open.length - 1]!.rank >= rank) open.pop();
    const parent = open[open.length - 1]?.block;
    if (parent) parent.children.push(block);
    else roots.push(block);
    if (block.kind !== "paragraph" || rank === 0) open.push({ rank, block });
  }
  return roots;
}

/** "- Thời gian hoàn thành: …" behind "(1) …, (2) …" is said of the item that holds them, not of the last of them. */
function isFieldOfOuter(block: Block, open: readonly { readonly block: Block }[]): boolean {
  if (block.kind !== "dash" || !CLOSING_LABEL.test(block.flow.text)) return false;
  let holder = open.length - 1;
  while (holder >= 0 && !["number", "multi"].includes(open[holder]!.block.kind)) holder--;
  const last = open[holder + 1]?.block;
  const inner = last?.kind;
  // "b) Cơ quan thực hiện:" holds the fields under it
  if (holder < 0 || !last || (inner !== "bracket" && inner !== "alpha") || last.flow.text.endsWith(":")) return false;
  const siblings = open[holder]!.block.children;
  return (
    siblings.filter((child) => child.kind === inner).length > 1 &&
    siblings.every((child) => !child.children.some((below) => CLOSING_LABEL.test(below.flow.text)))
  );
}

/** "Đến năm 2030:" over bullets, behind the bullets of "Đến năm 2025:", is said of the new bullets, not a part of the last one. */
function opensAnotherList(block: Block, next: Block | undefined, last: Block | undefined, parent: Block | undefined): boolean {
  if (block.kind !== "paragraph" || !next || next.kind !== last?.kind) return false;
  if (next.kind !== "dash" && next.kind !== "plus") return false;
  if (isStage(block.flow)) return true;
  if (!block.flow.text.endsWith(":")) return false;
  const first = parent?.children.findIndex((child) => child.kind === next.kind) ?? -1;
  const before = parent?.children[first - 1];
  return YEAR_LABEL.test(block.flow.text) || (before?.kind === "paragraph" && before.flow.text.endsWith(":"));
}

const YEAR_LABEL = /^(?:Đến |Phấn đấu đến |Giai đoạn |Tầm nhìn )[\p{L} ]{0,16}\d{4}[^.;]{0,24}:$/u;

function rankOf(block: Block): number {
  if (block.kind === "multi") return RANK.multi + Math.min(3, block.label.split(".").filter(Boolean).length - 2);
  if (
    block.kind === "paragraph" &&
    (APPENDIX.test(block.flow.text) ||
      ((block.upper || block.heading) && (block.flow.text.length > 8 || PART_HEADING.test(block.flow.text))))
  )
    return 0;
  // "Trách nhiệm thực hiện: Sở A" belongs to the whole list, not to its last bullet
  if (block.kind === "paragraph" && CLOSING_LABEL.test(block.flow.text)) return RANK.dash;
  return RANK[block.kind];
}

const CLOSING_LABEL = /^(?:Trách nhiệm|Cơ quan|Đơn vị|Phân công|Chủ trì|Phối hợp|Thời gian|Tiến độ)[\p{L} ,]{0,32}:/u;

function isUpper(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}
