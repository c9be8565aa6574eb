import { agenciesOf } from "../plan/agencies";
import type { Plan, PlanHeader, PlanSection } from "../plan/plan";
import type { Message, Result } from "../result";
import type { Source, Span, TextDocument, TextLine } from "../text/textDocument";
import { sourceOf } from "./flow";
import { outlineOf, type Block, type Outline } from "./outline";
import { findTimePhrases } from "./phrases/datePhrase";
import { numberItems, type FoundTogether, type Items } from "./refiners";
import { planIndices } from "./planIndices";
import type { Finding, Passage, PlanFacts, Rule } from "./rule";
import { isDirective, looksLikePlan, readHeader } from "./rules/headerRule";
import { reportDutyRule } from "./rules/reportDutyRule";
import { findingsOfTable } from "./rules/tableRule";
import { targetRule } from "./rules/targetRule";
import { taskRule } from "./rules/taskRule";
import { passagesOf, type Passages } from "./sections";
import { findPlanTables } from "./tables/findPlanTables";
import type { PlanTable } from "./tables/planTable";

/** The grammar: every rule looks at every passage, in this order. */
const RULES: readonly Rule<Finding>[] = [targetRule, taskRule, reportDutyRule];

/** Makes a plan of a document. Never throws; a text that is no plan gives an empty plan and the message "not-a-plan". */
export function parsePlan(document: TextDocument): Result<Plan> {
  const lines = new Map(document.lines.map((line) => [line.number, line]));
  const tables = findPlanTables(document);
  const outline = outlineOf(document, linesOf(tables));
  const directive = isDirective(outline.head, outline.body);
  const passages = passagesOf(outline.body, directive ? "tasks" : "other");
  const header = readHeader(outline.head, outline.tail, outline.body, document.damage !== undefined);
  const facts = factsOf(header, outline);
  const found = passages.passages.map((passage) => findingsIn(passage, facts));
  const groups = [...found, ...tables.flatMap((table) => tableGroups(table, lines, facts))];
  const items = numberItems(groups);
  const sections = withProse(allSections(passages, outline, tables, heldLines(items)), passages.passages, found, items);
  const plan: Plan = {
    header,
    sections,
    agencies: agenciesOf(items.targets, items.tasks, items.reportDuties),
    ...items,
    indices: planIndices(
      items.targets,
      items.tasks,
      passages.passages.map(({ flow }) => flow),
    ),
    unread: unreadLines(document, header, sections, items),
  };
  const shaped = directive || looksLikePlan(outline.head) || tables.length > 0 || namesParts(plan, passages);
  return { value: plan, messages: messagesOf(plan, shaped) };
}

function findingsIn(passage: Passage, facts: PlanFacts): FoundTogether {
  return { findings: RULES.flatMap((rule) => rule.find(passage, facts)) };
}

function tableGroups(table: PlanTable, lines: ReadonlyMap<number, TextLine>, facts: PlanFacts): FoundTogether[] {
  return table.rows.length === 0 ? [] : [{ findings: findingsOfTable(table, lines, facts) }];
}

/** Year that stands in for one that an item does not name: the last of the title, else of the heading of the objectives, else of the date. */
function factsOf(header: PlanHeader, outline: Outline): PlanFacts {
  const titled = header.endYear ?? (header.year?.certainty === "stated" ? header.year.value : undefined);
  const year = titled ?? yearOfObjectives(outline.body) ?? header.year?.value ?? yearOfPreamble(outline.head);
  const issued = header.date === undefined ? undefined : Number(header.date.value.slice(0, 4));
  // "… đến năm 2030" of 2025 runs from then on; "… năm 2024" of December 2023 does not
  const running = issued !== undefined && year !== undefined && year - issued > 1 ? issued : undefined;
  const from = header.endYear === undefined ? running : header.year?.value;
  return {
    ...(year === undefined ? {} : { year }),
    ...(from === undefined ? {} : { fromYear: from }),
    ...(/năm học \d{4}/i.test(header.title.value) ? { schoolYear: true } : {}),
    ...(header.date === undefined ? {} : { date: header.date.value }),
  };
}

function yearOfObjectives(blocks: readonly Block[]): number | undefined {
  for (const block of blocks) {
    if (!/mục tiêu|chỉ tiêu/i.test(block.flow.text.slice(0, 80)) || block.children.length === 0) continue;
    const found = findTimePhrases(block.flow.text).find((time) => time.kind === "year" || time.kind === "years");
    if (found) return found.year;
  }
  return undefined;
}

function yearOfPreamble(head: readonly Block[]): number | undefined {
  for (const block of head) {
    const found = findTimePhrases(block.whole.text).find((time) => time.kind === "year" || time.kind === "years");
    if (found) return found.year;
  }
  return undefined;
}

function linesOf(tables: readonly PlanTable[]): Set<number> {
  const numbers = new Set<number>();
  for (const table of tables) for (let line = table.firstLine; line <= table.lastLine; line++) numbers.add(line);
  return numbers;
}

function heldLines({ targets, tasks, reportDuties }: Items): Set<number> {
  return new Set([...targets, ...tasks, ...reportDuties].flatMap(({ source }) => source.map((span) => span.line)));
}

/** Headings, then the recipients and signature, page numbers, and the words of tables that are in no item. */
function allSections(passages: Passages, outline: Outline, tables: readonly PlanTable[], held: ReadonlySet<number>): PlanSection[] {
  const sections = [...passages.sections];
  const add = (role: PlanSection["role"], title: string, source: Source): void => {
    if (source.length > 0)
      sections.push({ id: `M-${String(sections.length + 1).padStart(2, "0")}`, label: "", title, depth: 1, role, source });
  };
  for (const table of tables) {
    // an indicator without a level is left to the person who reviews, with the lines that nobody has read
    const read = table.rows.filter((row) => !table.indicators || row.source.some((span) => held.has(span.line)));
    add("appendix", "", [
      ...table.header,
      ...table.groups.flatMap((group) => group.source),
      ...read.flatMap((row) => row.source),
      ...table.stray,
    ]);
  }
  add(
    "recipients",
    "",
    outline.tail.filter((block) => block.kind !== "paragraph").flatMap((block) => sourceOf(block.whole)),
  );
  add(
    "other",
    "",
    outline.furniture.map((line) => ({ line: line.number, start: 0, end: line.text.length })),
  );
  return sections;
}

/** Gives to each section the words of its passages that are in no item: aims, closing clauses, the rest of a bullet. */
function withProse(
  sections: readonly PlanSection[],
  passages: readonly Passage[],
  found: readonly FoundTogether[],
  items: Items,
): PlanSection[] {
  const held = heldLines(items);
  const prose = new Map<number, Span[]>();
  passages.forEach((passage, index) => {
    const { role, section } = passage.context;
    const known = ["purpose", "general-aim", "funding", "organization"].includes(role) || found[index]!.findings.length > 0;
    if (!known || section < 0) return;
    const rest = sourceOf(passage.whole).filter((span) => !held.has(span.line));
    const spans = prose.get(section);
    if (spans) spans.push(...rest);
    else prose.set(section, rest);
  });
  return sections.map((section, index) => (prose.has(index) ? { ...section, source: [...section.source, ...prose.get(index)!] } : section));
}

/** Lines of which no word is in an item, a section or the header; prose of sections without items is theirs. */
function unreadLines(document: TextDocument, header: PlanHeader, sections: readonly PlanSection[], items: Items): Source {
  const read = new Set<number>();
  const mark = (source: Source): void => source.forEach((span) => read.add(span.line));
  mark(header.source);
  for (const section of sections) mark(section.source);
  for (const item of [...items.targets, ...items.tasks, ...items.reportDuties]) mark(item.source);
  const unread: Span[] = [];
  for (const line of document.lines) {
    if (line.text.trim() === "" || read.has(line.number)) continue;
    unread.push({ line: line.number, start: 0, end: line.text.length });
  }
  return unread;
}

/** Whether a heading, or a line over paragraphs, says that what follows is a part of a plan. */
function namesParts(plan: Plan, passages: Passages): boolean {
  const roles = [...plan.sections.map(({ role }) => role), ...passages.passages.map(({ context }) => context.role)];
  return roles.some((role) => ["objectives", "tasks", "organization"].includes(role));
}

function messagesOf(plan: Plan, shaped: boolean): Message[] {
  const messages: Message[] = [];
  const items = plan.targets.length + plan.tasks.length + plan.reportDuties.length;
  if (items === 0 || !shaped) messages.push({ code: "not-a-plan", severity: "error" });
  const uncertain =
    plan.targets.filter((target) => target.certainty === "uncertain" || target.alternatives.length > 0).length +
    plan.reportDuties.filter((duty) => duty.certainty === "uncertain").length;
  if (uncertain > 0) messages.push({ code: "items-uncertain", severity: "info", details: { items: uncertain } });
  if (plan.unread.length > 0)
    messages.push({ code: "lines-unread", severity: "info", source: plan.unread, details: { lines: plan.unread.length } });
  return messages;
}
