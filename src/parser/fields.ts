import { FIELD_LABELS } from "./lexicon";
import { joinFlows, sliceFlow, sourceOf, type Flow } from "./flow";
import type { Block } from "./outline";
import type { TaskFields } from "./rule";

type Field = (typeof FIELD_LABELS)[number]["field"];

/** The labelled part that a block is ("Đơn vị chủ trì: Văn phòng Sở"); undefined if it is none. */
export function labelOf(block: Block): { field: Field; end: number } | undefined {
  // "Thời gian thực hiện sau khi Chiến lược được ban hành"
  const bare = /^Thời (?:gian|hạn) (?:thực hiện|hoàn thành) (?=sau khi |trước |từ |trong |quý |tháng |năm |thường xuyên)/iu.exec(
    block.flow.text,
  );
  if (bare && block.kind === "paragraph") return { field: "time", end: bare[0].length };
  const colon = block.flow.text.indexOf(":");
  if (colon < 4 || colon > 50) return undefined;
  const label = block.flow.text.slice(0, colon).toLowerCase().trim();
  for (const { field, words } of FIELD_LABELS) if (words.test(label)) return { field, end: colon + 1 };
  return undefined;
}

/** Labelled parts under a heading that make it one task; undefined when there are none, or when they close a list of tasks. */
export function fieldsOf(block: Block): TaskFields | undefined {
  const labelled = block.children.filter((child) => labelOf(child));
  if (!labelled.some(saysWhoOrWhen)) return undefined;
  // "II. THỜI GIAN VÀ PHẠM VI" with "1. Thời gian: …" is a part, no task
  const part = ["part", "roman", "letter", "article"].includes(block.kind) || block.upper;
  if (part && !labelled.some((child) => labelOf(child)!.field === "lead")) return undefined;
  const plain = block.children.filter((child) => !labelOf(child) && child.kind !== "paragraph");
  if (labelled.length < 2 && plain.length > (labelled[0]!.kind === "paragraph" ? 0 : 1)) return undefined;
  return fieldsIn(block, block.children);
}

/** An item of a list with the labelled lines that stand under it. */
export interface LabelledItem {
  readonly item: Block;
  readonly fields: TaskFields;
}

/**
 * The items of a list of which each, or each few, has labelled lines of its own ("- Tổ chức tập huấn … / Đơn vị chủ trì: Sở A / - Xây dựng
 * chuyên mục … / Đơn vị chủ trì: Sở B"); undefined when the labels are those of the heading.
 */
export function labelledItems(block: Block): readonly LabelledItem[] | undefined {
  const runs: { items: Block[]; labels: Block[] }[] = [];
  for (const child of block.children) {
    const last = runs[runs.length - 1];
    const label = labelOf(child);
    if (label && label.field !== "content") {
      if (!last) return undefined;
      last.labels.push(child);
    } else if (!last || last.labels.length > 0) runs.push({ items: [child], labels: [] });
    else last.items.push(child);
  }
  const answered = runs.filter((run) => run.labels.some(saysWhoOrWhen));
  if (answered.length < 2 || answered.length < runs.length - 1) return undefined;
  return runs.flatMap(({ items, labels }) => items.map((item) => ({ item, fields: fieldsIn(item, [...item.children, ...labels]) })));
}

function saysWhoOrWhen(block: Block): boolean {
  const field = labelOf(block)?.field;
  return field === "lead" || field === "time";
}

function fieldsIn(block: Block, parts: readonly Block[]): TaskFields {
  const fields: { content: Flow[]; lead?: Flow; support?: Flow; time?: Flow; product?: Flow } = { content: [] };
  const all: Flow[] = [];
  for (const part of parts.flatMap(labelledInside)) {
    const label = labelOf(part);
    const flows = flowsUnder(part);
    all.push(...flows);
    if (!label) {
      fields.content.push(...flows);
      continue;
    }
    const value = sliceFlow(part.flow, label.end);
    if (label.field === "content") fields.content.push(...(value.text === "" ? [] : [value]), ...flows.slice(1));
    else if (!fields[label.field]) fields[label.field] = joinFlows([value, ...flows.slice(1)]);
  }
  return { ...fields, source: sourceOf(joinFlows([block.whole, ...all])) };
}

// "b) Cơ quan thực hiện:" over "- Đơn vị chủ trì: Sở A" and "- Đơn vị phối hợp: Sở B"
function labelledInside(part: Block): readonly Block[] {
  const label = labelOf(part);
  const empty = label !== undefined && part.flow.text.slice(label.end).trim() === "";
  return empty && part.children.some(saysWhoOrWhen) ? part.children : [part];
}

function flowsUnder(block: Block): Flow[] {
  return [block.whole, ...block.children.flatMap(flowsUnder)];
}
