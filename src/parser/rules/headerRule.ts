import { calendarDate, type CalendarDate } from "../../plan/date";
import type { PlanHeader } from "../../plan/plan";
import type { Extracted, Source } from "../../text/textDocument";
import { sliceFlow, sourceOf, type Flow } from "../flow";
import { PART_HEADING, type Block } from "../outline";
import { agencyListAt } from "../phrases/agencyPhrase";
import { findTimePhrases } from "../phrases/datePhrase";
import { clauseAfter, clauseBefore } from "../phrases/nearWords";
import { tokenize } from "../phrases/tokens";

// "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "ĐỀ ÁN", "CHIẾN LƯỢC"
const KIND =
  /^(?:DỰ THẢO )?(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|NGHỊ QUYẾT|QUYẾT ĐỊNH|QUYET ĐỊNH|CHỈ THỊ|CÔNG ĐIỆN|ĐỀ ÁN|CHIẾN LƯỢC|THÔNG BÁO|HƯỚNG DẪN|PHƯƠNG ÁN)(?![\p{L}])/u;
const BASIS_KINDS: readonly string[] = [
  "Luật",
  "Nghị quyết",
  "Nghị định",
  "Quyết định",
  "Kế hoạch",
  "Chỉ thị",
  "Thông tư",
  "Chương trình hành động",
  "Kết luận",
  "Công văn",
  "Văn bản",
  "Thông báo",
];
/** " số 12/2024/QĐ-TTg" behind the kind of a document. */
const BASIS_NUMBER = /(?: số)? \d{1,5}(?:\/[\p{L}\d/-]*)?/gu;
/** What follows a document that is named: its end, a comma before who acts on it, or a comma before the next document. */
const BASIS_END =
  /[;()]|\. (?=\p{Lu})|, (?=(?:Sở|Ủy ban|Uỷ ban|UBND|Ban|Cục|Chi cục|Phòng|Văn phòng|Trung tâm|Luật|Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chỉ thị|Thông tư|Kết luận|Công văn|Thông báo) )/gu;
/** Longest basis that is kept, in characters. */
const MAX_BASIS = 400;

/** Number, title, issuer, place, date, year and bases from what stands above the first section, and from the signature. */
export function readHeader(head: readonly Block[], tail: readonly Block[], body: readonly Block[], damaged = false): PlanHeader {
  const at = head.findIndex((block) => KIND.test(block.whole.text));
  const printed = titleOf(head, body, at);
  const preamble = head.slice(at < 0 ? 0 : at + 1);
  const title = (damaged || at < 0 ? titleInPreamble(preamble) : undefined) ?? printed;
  const annex = annexReference(body);
  const number = firstMatch(head, /Số ?: ?(?<value>\d{1,5} ?\/ ?[\p{Lu}Đ\d][\p{L}\d&/-]{1,30})/u) ?? annex?.number;
  const date = dateOf(head) ?? annex?.date;
  const issuer = issuerOf(head, preamble, printed);
  const place = placeOf(head, body);
  const years = findTimePhrases(title.value).filter(
    // "6 tháng cuối năm 2025", "quý IV/2025"
    (time) => ["year", "years", "half-year", "quarter"].includes(time.kind) && time.year !== undefined,
  );
  const first = years[0];
  // a vision beyond the period ("tầm nhìn đến năm 2045") is not its end
  const within = years.filter((time) => !/(?:tầm nhìn|định hướng)[^,;]{0,6}$/i.test(title.value.slice(0, time.start)));
  const last = within.length > 0 ? Math.max(...within.map((time) => time.year!)) : undefined;
  const year: Extracted<number> | undefined = first
    ? { value: first.fromYear ?? first.year!, certainty: "stated", source: title.source }
    : date
      ? { value: Number(date.value.slice(0, 4)), certainty: "implied", source: date.source }
      : undefined;
  const blocks = [...head, ...tail.filter((block) => block.kind === "paragraph")];
  return {
    ...(number ? { number: { ...number, value: number.value.replaceAll(" ", "") } } : {}),
    title,
    ...(issuer ? { issuer } : {}),
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    ...(year ? { year } : {}),
    ...(last !== undefined && year && last > year.value ? { endYear: last } : {}),
    basis: basisOf(preamble),
    source: blocks.flatMap((block) => sourceOf(block.whole)),
  };
}

/** Whether the document gives orders without parts: an official letter, a directive, a telegram, conclusions of a meeting. */
export function isDirective(head: readonly Block[], body: readonly Block[]): boolean {
  const parted = body.some((block) => ["part", "roman", "letter", "article"].includes(block.kind) || block.upper || block.heading);
  if (!parted) return head.some((block) => DIRECTIVE.test(block.whole.text) || opensOrders(block.whole.text));
  // "I. VỀ CÔNG TÁC QUẢN LÝ": parts of a directive are named by what they are about
  return head.some((block) => ORDERS.test(block.whole.text)) && head.some((block) => opensOrders(block.whole.text));
}

const ORDERS = /^(?:CHỈ THỊ|CÔNG ĐIỆN|THÔNG BÁO)(?!\p{L})/u;

const DIRECTIVE = /^Kính gửi|^V\/v |^(?:CHỈ THỊ|CÔNG ĐIỆN)(?!\p{L})|^Số ?: ?\d{0,5} ?\/ ?(?:CT|CĐ)-/u;

// "… Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:", "… Thủ tướng Chính phủ kết luận như sau:"
function opensOrders(text: string): boolean {
  return (
    text.endsWith(":") && /(?:^| )(?:yêu cầu|đề nghị|chỉ đạo|giao|kết luận|phân công|ý kiến)(?!\p{L})/u.test(clauseBefore(text, 260, ".;"))
  );
}

/** Whether the words above the first section look like those of a plan. */
export function looksLikePlan(head: readonly Block[]): boolean {
  return head.some((block) => KIND.test(block.whole.text) || /^Số ?: ?\d{1,5} ?\/ ?(?:KH|CTr|CTHĐ|NQ|CT|QĐ)-/u.test(block.whole.text));
}

/** "(Kèm theo Kế hoạch số 3225/KH-STTTT ngày 05/10/2023 của Sở A)" above an annex repeats what the first page may have lost. */
function annexReference(body: readonly Block[]): { number: Extracted<string>; date?: Extracted<CalendarDate> } | undefined {
  const pattern =
    /^\((?:Ban hành )?[Kk]èm theo [\p{L} ]{4,40} số:? ?(?<number>\d{1,5} ?\/ ?[\p{L}\d&/-]{2,30})(?: +(?:ngày )?(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4}))?/u;
  const visit = (blocks: readonly Block[]): { number: Extracted<string>; date?: Extracted<CalendarDate> } | undefined => {
    for (const block of blocks) {
      const found = pattern.exec(block.whole.text);
      if (found?.groups?.number) {
        const start = found[0].indexOf(found.groups.number);
        const source = sourceOf(block.whole, start, start + found.groups.number.length);
        const day = calendarDate(Number(found.groups.year), Number(found.groups.month), Number(found.groups.day));
        return {
          number: { value: found.groups.number, certainty: "implied", source },
          ...(found.groups.year && day
            ? { date: { value: day, certainty: "implied", source: sourceOf(block.whole, start, found[0].length) } }
            : {}),
        };
      }
      const inside = visit(block.children);
      if (inside) return inside;
    }
    return undefined;
  };
  return visit(body);
}

/** Capitals that stand above a title: the letterhead, the motto, the number of an annex. */
const ABOVE_TITLE =
  /^(?:[^\p{L}]*$|CỘNG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|UBND|HĐND|TỈNH|THÀNH|HUYỆN|SỞ|BAN|BỘ|CỤC|CHI CỤC|PHÒNG|TRƯỜNG|TRUNG TÂM|XÃ|PHƯỜNG) |(?:PHỤ LỤC|BIỂU|MẪU)(?: SỐ)? ?[\dIVX.]{0,6}$)/u;

/** The council that passes a resolution, under its title: "HỘI ĐỒNG NHÂN DÂN TỈNH A KHÓA XVI, KỲ HỌP THỨ 25". */
const COUNCIL_IN_SESSION = /(?:^| )HỘI ĐỒNG NHÂN DÂN [\p{Lu} -]{3,60} KH(?:ÓA|OÁ) [IVXL\d]/u;

function titleOf(head: readonly Block[], body: readonly Block[], at: number): Extracted<string> {
  if (at < 0) {
    // "V/v tăng cường công tác …" under the number of an official letter
    const subject = head.find((block) => /^V\/v /i.test(block.whole.text));
    if (subject) return { value: `Công văn ${subject.whole.text}`, certainty: "implied", source: sourceOf(subject.whole) };
    const isTitle = (block: Block): boolean => block.upper && !ABOVE_TITLE.test(block.whole.text);
    const first = head.find(isTitle) ?? (head.length > 1 ? head[0] : (body.find(isTitle) ?? head[0]));
    return { value: first?.whole.text ?? "", certainty: "uncertain", source: first ? sourceOf(first.whole) : [] };
  }
  const parts: Flow[] = [head[at]!.whole];
  // "CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Kết luận …" in one paragraph is whole
  const named = KIND.exec(parts[0]!.text)![0].length + 10 < parts[0]!.text.length;
  for (const block of head.slice(at + 1, at + 4)) {
    const text = block.whole.text;
    if (
      /^(?:[-_*=]{3,}|Số ?:|\((?:Ban hành )?kèm theo |\(Dự thảo)/iu.test(text) ||
      PART_HEADING.test(text) ||
      ((named || parts.length > 1) &&
        (ORGANISATION.test(text) || /[;:]$/.test(text) || /^(?:Căn cứ|Thực hiện|Triển khai|Để |Theo |Ngày)/.test(text))) ||
      /^Căn cứ|như sau:$/.test(text)
    )
      break;
    const council = COUNCIL_IN_SESSION.exec(text)?.index ?? text.length;
    if (council > 0) parts.push(sliceFlow(block.whole, 0, council));
    if (council < text.length || (parts.length > 1 && !block.upper)) break;
  }
  // "KẾ HOẠCH thực hiện Nghị quyết …" on one line: only the kind is spelled small
  const [first] = parts;
  const kind = KIND.exec(first!.text)![0];
  const words = [kind.charAt(0) + kind.slice(1).toLowerCase() + first!.text.slice(kind.length), ...parts.slice(1).map((part) => part.text)];
  return { value: words.join(" "), certainty: "stated", source: parts.flatMap((part) => sourceOf(part)) };
}

/** "… xây dựng kế hoạch nâng cao chỉ số A năm 2023 như sau": repeats in plain type a title whose bold letters were lost. */
function titleInPreamble(preamble: readonly Block[]): Extracted<string> | undefined {
  const opening = /(?:xây dựng|ban hành) (?<kind>[Kk]ế hoạch|[Cc]hương trình) (?=\p{L})/gu;
  for (const block of preamble) {
    const text = block.whole.text;
    const found = [...text.matchAll(opening)].pop();
    if (!found?.groups?.kind) continue;
    const start = found.index + found[0].length;
    const length = /,? (?:với (?:những |các )?nội dung|cụ thể|như sau|gồm)/.exec(text.slice(start))?.index ?? 0;
    if (length < 20) continue;
    const kind = found.groups.kind.charAt(0).toUpperCase() + found.groups.kind.slice(1);
    const named = start - kind.length - 1;
    return {
      value: `${kind} ${text.slice(start, start + length)}`,
      certainty: "implied",
      source: sourceOf(block.whole, named, start + length),
    };
  }
  return undefined;
}

function firstMatch(blocks: readonly Block[], pattern: RegExp): Extracted<string> | undefined {
  for (const block of blocks) {
    const found = pattern.exec(block.whole.text);
    const value = found?.groups?.value;
    if (found && value) {
      const start = found.index + found[0].indexOf(value);
      return { value: value.trim(), certainty: "stated", source: sourceOf(block.whole, start, start + value.length) };
    }
  }
  return undefined;
}

function dateOf(head: readonly Block[]): Extracted<CalendarDate> | undefined {
  // "Gia Lai, ngày 07 tháng 3 năm 2024"
  const pattern = /\p{L}, ?ngày (?<day>\d{1,2}) tháng (?<month>\d{1,2}) năm (?<year>\d{4})/u;
  for (const block of head.slice(0, 12)) {
    const found = pattern.exec(block.whole.text);
    const { day, month, year } = found?.groups ?? {};
    const value = found ? calendarDate(Number(year), Number(month), Number(day)) : undefined;
    if (found && value) return { value, certainty: "stated", source: sourceOf(block.whole, found.index, found.index + found[0].length) };
  }
  return undefined;
}

/** "Sở Khoa học và Công nghệ ban hành Kế hoạch …", "Ban Quản lý các khu công nghiệp xây dựng kế hoạch …", "… của Sở X". */
function issuerOf(head: readonly Block[], preamble: readonly Block[], title: Extracted<string>): Extracted<string> | undefined {
  for (const block of preamble) {
    const text = block.whole.text;
    const verb =
      /(?: \([^)]{1,20}\))? (?:ban hành|xây dựng|đề ra|triển khai|ban hành và tổ chức) (?:nội dung )?(?:Kế hoạch|kế hoạch|Chương trình|chương trình)/u.exec(
        text,
      );
    if (!verb) continue;
    const before = text.slice(0, verb.index);
    const tokens = tokenize(before);
    for (let at = tokens.length - 1; at >= 0 && at > tokens.length - 20; at--) {
      const previous = tokens[at - 1]?.text ?? ".";
      if (!/[.,;:)]/.test(previous)) continue;
      const list = agencyListAt(before, tokens, at);
      if (list && list.next >= tokens.length)
        return { value: before.slice(list.start, list.end), certainty: "stated", source: sourceOf(block.whole, list.start, list.end) };
    }
  }
  const letterhead = letterheadOf(head);
  if (letterhead) return letterhead;
  const owner = ownerIn(title.value);
  return owner ? { value: owner, certainty: "implied", source: title.source } : undefined;
}

// "Kế hoạch cải cách hành chính của Sở Nội vụ năm 2024"
function ownerIn(title: string): string | undefined {
  for (const found of title.matchAll(/ của (?=(?:Sở|Ban|UBND|Ủy ban|Cục|Bộ) )/g)) {
    const rest = clauseAfter(title, found.index + 5, 100, ",;.");
    const year = rest.search(/ năm \d{4}/);
    const end = year >= 0 ? year : found.index + 5 + rest.length === title.length ? rest.length : 0;
    if (end >= 6 && end <= 90) return rest.slice(0, end);
  }
  return undefined;
}

const ORGANISATION =
  /^(?<value>(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|SỞ|BAN|BỘ|CỤC|CHI CỤC|PHÒNG|TRƯỜNG|TRUNG TÂM|CHÍNH PHỦ|THỦ TƯỚNG)(?:(?: -)? [\p{Lu}&-]*\p{Lu}){0,9}?)(?= CỘNG| \*| \|| Số| [-_]{2,}|$)/u;
const COUNCIL = /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND)$/u;
const AREA =
  /^(?<value>(?:TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\.?(?: [\p{Lu}-]*\p{Lu}){1,6}?)(?= CỘNG| \*| Số| [-_]{2,}|$)/u;

/** The organisation in capitals at the top: the lower of two ("UBND TỈNH A", "SỞ B"), with its area on the next line. */
function letterheadOf(head: readonly Block[]): Extracted<string> | undefined {
  let best: { value: string; source: Source } | undefined;
  for (const block of head.slice(0, 4)) {
    const text = block.whole.text;
    if (KIND.test(text)) break;
    const name = ORGANISATION.exec(text)?.groups?.value;
    const area = AREA.exec(text)?.groups?.value;
    if (best && COUNCIL.test(best.value) && area)
      best = { value: `${best.value} ${area}`, source: [...best.source, ...sourceOf(block.whole, 0, area.length)] };
    else if (name) best = { value: name, source: sourceOf(block.whole, 0, name.length) };
  }
  return best ? { ...best, certainty: "implied" } : undefined;
}

/** The province: in the date line, in the issuer's name, or the one that the document names most often. */
function placeOf(head: readonly Block[], body: readonly Block[]): Extracted<string> | undefined {
  const dateLine = firstMatch(
    head.slice(0, 12),
    /(?<value>(?:Hồ )?\p{Lu}\p{L}{1,7}(?: \p{Lu}\p{L}{1,7})?), ?ngày (?:\d{1,2}|\.{1,6})? ?tháng/u,
  );
  if (dateLine) return dateLine;
  const counts = new Map<string, { count: number; source: Source }>();
  const pattern = /tỉnh (?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})/gu;
  const count = (flow: Flow): void => {
    for (const found of flow.text.matchAll(pattern)) {
      const name = found.groups!.name!;
      const known = counts.get(name);
      const start = found.index + 5;
      counts.set(name, { count: (known?.count ?? 0) + 1, source: known?.source ?? sourceOf(flow, start, start + name.length) });
    }
  };
  for (const block of head) count(block.whole);
  if (counts.size === 0) {
    const visit = (block: Block): void => {
      count(block.whole);
      block.children.forEach(visit);
    };
    body.forEach(visit);
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count)[0];
  return best ? { value: best[0], certainty: "implied", source: best[1].source } : undefined;
}

function basisOf(preamble: readonly Block[]): string[] {
  // The title may carry out the same document in more words, and short forms name it without its date.
  const found = new Map<string, string>();
  for (const block of preamble) {
    if (!/^(?:Căn cứ|Thực hiện|Theo|Triển khai)/.test(block.whole.text)) continue;
    const { text } = block.whole;
    let read = 0;
    for (const number of text.matchAll(BASIS_NUMBER)) {
      const kind = BASIS_KINDS.find((words) => text.endsWith(words, number.index));
      const start = number.index - (kind?.length ?? 0);
      // A document that another one carries out is no basis of its own.
      if (kind === undefined || start < read) continue;
      BASIS_END.lastIndex = start;
      read = BASIS_END.exec(text)?.index ?? text.length;
      const words = shortened(text.slice(start, read).trim());
      const name = kind + number[0].replace(" số ", " ");
      const known = found.get(name);
      if (known === undefined || known === name || (words.includes(" ngày ") && words.length < known.length)) found.set(name, words);
    }
  }
  return [...found.values()];
}

function shortened(text: string): string {
  return text.length <= MAX_BASIS ? text : `${text.slice(0, text.lastIndexOf(" ", MAX_BASIS))}…`;
}
