import { EMPTY_FLOW, sliceFlow, sourceOf } from "../flow";
import { splitAgencies } from "../phrases/splitAgencies";
import { closingLead, inlineField, leadingAgencies, leadOf, leadWithin, partiesOfField, supportersIn } from "../assignment";
import type { Passage, PlanFacts, Rule, TaskFinding } from "../rule";
import { isReportOnly, reportDutyRule } from "./reportDutyRule";
import { timed, timeOf } from "./taskTime";

/** Assignments: blocks with labelled parts, and every item or paragraph of a section of tasks or organisation. */
export const taskRule: Rule<TaskFinding> = {
  name: "task",
  find(passage, facts) {
    if (passage.fields) return [blockTask(passage, facts)];
    const { role } = passage.context;
    const text = passage.flow.text;
    if (role !== "tasks" && role !== "organization") return [];
    if (isClosing(text) || text.length < 12 || passage.opensList || isReportOnly(passage, facts)) return [];
    return [itemTask(passage, facts)];
  },
};

// "Trên đây là Kế hoạch …", "Trong quá trình thực hiện, nếu có vướng mắc …", "(Chi tiết theo phụ lục)"
function isClosing(text: string): boolean {
  if (text.startsWith("(") && /\)[.;]?$/.test(text) && !text.slice(1, -2).includes(")")) return true;
  return (
    /^(?:Trên đây là|Ghi chú:|\((?:Chi tiết|Có|Kèm|kèm|chi tiết)|Trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai)|Nếu có (?:khó khăn|vướng mắc)|(?:Kế hoạch|Chương trình|Chỉ thị|Hướng dẫn) này (?:có hiệu lực|thay thế|được phổ biến|phổ biến)|Nghị quyết này|Quyết định này|\[|_{3,})/.test(
      text,
    ) ||
    /^Văn phòng [^.;:]{4,80} (?:xin )?thông báo /.test(text) ||
    /^(?:Nhận được (?:văn bản|Chỉ thị|Công điện|Công văn|Kế hoạch|Thông báo)|Căn cứ ý kiến chỉ đạo trên)/.test(text) ||
    isReference(text) ||
    DESCRIPTION.test(text) ||
    isRequest(text)
  );
}

// "Thành phần đoàn: …", "Nguyên tắc xử lý: …", "Kinh phí thực hiện: Kinh phí … được bố trí …": says how things are, not what is to be done
const DESCRIPTION =
  /^(?:(?:Thành phần|Địa điểm|Đối tượng|Phạm vi|Hình thức|Phương pháp|Nguyên tắc|Tiêu chuẩn|Số lượng|Tài liệu)(?: \p{Ll}[^:.;]{0,40})?: |(?:Nguồn k|K)inh phí (?:thực hiện)?(?:[^:.;]{0,40}: (?:Nguồn k|K)inh phí |[^:.;]{0,120} (?:được (?:bố trí|bảo đảm|đảm bảo|thực hiện|lấy|sử dụng)|do ngân sách|lấy từ|từ nguồn)))/u;

// "Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành nghiêm túc thực hiện." closes a document
function isRequest(text: string): boolean {
  const asked = /^(?:[^.;:]{0,60} )?(?:yêu cầu|đề nghị) /iu.exec(text) ? leadingAgencies(text) : undefined;
  return asked !== undefined && REQUEST.test(text.slice(asked.end));
}

const REQUEST =
  /^,? ?(?:(?:nghiêm túc|khẩn trương|tích cực|chủ động|phối hợp|quán triệt|tổ chức|triển khai),? (?:và )?){0,4}thực hiện(?: (?:nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả))?(?: (?:Chỉ thị|Kế hoạch|Công văn|Công điện|Chương trình|Hướng dẫn|(?:các )?nội dung)(?: (?:này|trên|nêu trên))?)?[./]{0,4}$/u;

// "- Nghị định số 214/2025/NĐ-CP của Chính phủ …": a document to be known, under "Nghiên cứu, thực hiện nghiêm:"
function isReference(text: string): boolean {
  return /^(?:Các )?(?:Luật|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Công văn|Văn bản|Công điện|Kết luận|Hướng dẫn)(?: [^.;:]{0,60})? số:? ?\d/u.test(
    text,
  );
}

function blockTask(passage: Passage, facts: PlanFacts): TaskFinding {
  const fields = passage.fields!;
  const parties = fields.lead && partiesOfField(fields.lead.text);
  // "Chủ trì: Sở A; phối hợp: Sở B. Hoàn thành trước 30/6/2025."
  const said = fields.lead && /hoàn thành/i.test(fields.lead.text) ? timeOf(fields.lead) : EMPTY_FLOW;
  const time = fields.time ? sliceFlow(fields.time, 0, trimmedLength(fields.time.text)) : said;
  return {
    find: "task",
    title: titleOf(passage),
    details: fields.content.map((flow) => flow.text.replace(/^\+ /, "")),
    leads: parties && parties.leads.length > 0 ? parties.leads : passage.context.leads,
    supporters: fields.support ? splitAgencies(fields.support.text) : (parties?.supporters ?? []),
    ...timed(time, facts, passage.context.time),
    ...(fields.product ? { deliverable: fields.product.text.replace(/[.;]$/, "") } : {}),
    ...(passage.context.group ? { group: passage.context.group } : {}),
    source: fields.source,
  };
}

// "Hoạt động 1", "Nội dung 2": a number that says nothing; the content does
function titleOf(passage: Passage): string {
  const own = passage.flow.text.replace(/[;:]$/, "");
  const [content] = passage.fields!.content;
  return content && /^(?:hoạt động|nội dung|nhiệm vụ|giải pháp|công việc) ?(?:số )?\d{0,2}[.:]?$/i.test(own) ? content.text : own;
}

// "4. Sở A / - Yêu cầu các cơ quan báo chí xây dựng kế hoạch": who asks leads
function asksOthers(passage: Passage): boolean {
  return (
    passage.block.kind !== "paragraph" &&
    passage.context.leads.length > 0 &&
    /^(?:(?:Yêu cầu|Đề nghị) |Phân công (?:các )?(?:đồng chí|cán bộ|công chức|ủy viên|thành viên|lãnh đạo|giáo viên) )/u.test(
      passage.flow.text,
    )
  );
}

// "…, các phòng, đơn vị xây dựng …" under "Các phòng, đơn vị trực thuộc Ban": the heading names the same ones in full
function unlessShorter(own: readonly string[] | undefined, above: readonly string[]): readonly string[] | undefined {
  const same = own?.every((name) => above.some((full) => full.length > name.length && full.toLowerCase().startsWith(name.toLowerCase())));
  return same ? undefined : own;
}

function itemTask(passage: Passage, facts: PlanFacts): TaskFinding {
  const text = passage.flow.text;
  const own =
    inlineField(text, "lead") ??
    (asksOthers(passage)
      ? undefined
      : (unlessShorter(leadOf(text, passage.context.leads.length > 0), passage.context.leads) ??
        (passage.context.leads.length > 0 ? undefined : (closingLead(text) ?? leadWithin(passage.flow)))));
  const supporters = inlineField(text, "support") ?? supportersIn(text);
  const dues = reportDutyRule.find(passage, facts).map((duty) => duty.due);
  const time = timeOf(passage.flow, dues);
  return {
    find: "task",
    title: text.replace(/[;]$/, "").replace(/\.\/\.$/, "."),
    details: [],
    leads: own ?? passage.context.leads,
    supporters: supporters.length > 0 ? supporters : own ? [] : passage.context.supporters,
    ...timed(time.text === "" && passage.time ? timeOf(passage.time) : time, facts, passage.context.time),
    ...(passage.context.group ? { group: passage.context.group } : {}),
    source: passage.time ? [...sourceOf(passage.whole), ...sourceOf(passage.time)] : sourceOf(passage.whole),
  };
}

function trimmedLength(text: string): number {
  let end = text.length;
  while (end > 0 && /[.; ]/.test(text[end - 1]!)) end--;
  return end;
}
