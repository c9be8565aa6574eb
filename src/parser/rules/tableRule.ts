import type { Source, TextLine } from "../../text/textDocument";
import { EMPTY_FLOW, flowOfSource, sourceOf, type Flow } from "../flow";
import { partiesOfField } from "../assignment";
import { splitAgencies } from "../phrases/splitAgencies";
import { findTimePhrases } from "../phrases/datePhrase";
import { findGoalPhrases } from "../phrases/goalPhrase";
import type { Finding, PlanFacts, TargetFinding } from "../rule";
import { joinCutAcronyms, wholeAcronyms } from "../tables/cellText";
import type { PlanTable, TableGroup, TableRow } from "../tables/planTable";
import { indicatorTargets } from "./indicatorRow";
import { measureOf } from "./measure";
import { targetsInTask } from "./targetRule";
import { timed } from "./taskTime";

/** Tasks and targets of a table whose columns are known: a row with content is a task, a level cell a target. */
export function findingsOfTable(table: PlanTable, lines: ReadonlyMap<number, TextLine>, facts: PlanFacts): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  const acronyms = wholeAcronyms(lines.values());
  for (const row of table.rows) {
    const from = found.length;
    const group = row.groups[row.groups.length - 1];
    if (row.cells.target) {
      const key = JSON.stringify(row.cells.target);
      if (!seen.has(key)) found.push(...targetsOf(row.cells.target, row, group, lines, facts));
      seen.add(key);
    }
    const levels = indicatorTargets(row, leadsOf(row, lines), lines, facts);
    found.push(...levels);
    // An indicator has somebody in charge and is no task for that, whether its level is written or not.
    const parties = levels.length === 0 && !table.indicators && (row.cells.lead || row.cells.supporter);
    if (row.cells.content && (parties || row.cells.time || row.cells.product)) {
      found.push(taskOf(row, group, lines, facts, acronyms));
      const context = { role: "tasks" as const, leads: [], supporters: [], section: -1, ...(group ? { group: group.title } : {}) };
      found.push(...targetsInTask([flowOfSource(lines, row.cells.content!)], { context }, facts));
    }
    if (row.doubtful) found.push(...found.splice(from).map(uncertain));
  }
  return found;
}

/** An item of a row of which a word may stand in the wrong cell. */
function uncertain(finding: Finding): Finding {
  return finding.find === "task"
    ? { ...finding, time: { ...finding.time, certainty: "uncertain" } }
    : { ...finding, certainty: "uncertain" };
}

function taskOf(
  row: TableRow,
  group: TableGroup | undefined,
  lines: ReadonlyMap<number, TextLine>,
  facts: PlanFacts,
  acronyms: ReadonlySet<string>,
): Finding {
  const cell = (source: Source | undefined): Flow => (source ? flowOfSource(lines, source) : EMPTY_FLOW);
  const content = cell(row.cells.content);
  const time = cell(row.cells.time);
  const product = cell(row.cells.product).text;
  const parties = partiesOfCell(joinCutAcronyms(cell(row.cells.lead).text, acronyms));
  return {
    find: "task",
    title: content.text.replace(/^- /, ""),
    details: [],
    leads: parties.leads,
    supporters: row.cells.supporter ? splitAgencies(joinCutAcronyms(cell(row.cells.supporter).text, acronyms)) : parties.supporters,
    ...timed(time, facts),
    ...(product ? { deliverable: product } : {}),
    ...(group ? { group: group.title } : {}),
    source: row.cells.content!,
  };
}

// "Sở A chủ trì hướng dẫn, tổng hợp", "Chủ trì: Sở A. Phối hợp: Sở B": a cell may say what its organisation does
const SAYS_DUTY = / (?:chủ trì|phối hợp|theo dõi|hướng dẫn|tham mưu|thúc đẩy|tổng hợp)(?: |$)/iu;
const LABELLED = /(?:^|[ (])(?:chủ trì|phối hợp)(?: thực hiện)? ?:/iu;
const LATER_LABEL = /[.;]? (?=(?:cơ quan |đơn vị )?phối hợp(?: thực hiện)? ?:)/giu;
const REMARK = / \(\p{Ll}[^()]{2,120}\)/gu;

function partiesOfCell(text: string): { leads: readonly string[]; supporters: readonly string[] } {
  if (LABELLED.test(text)) return partiesOfField(text.replace(REMARK, "").replace(LATER_LABEL, "; "));
  return SAYS_DUTY.test(text) ? partiesOfField(text) : { leads: splitAgencies(text), supporters: [] };
}

function leadsOf(row: TableRow, lines: ReadonlyMap<number, TextLine>): readonly string[] {
  return row.cells.lead ? partiesOfCell(flowOfSource(lines, row.cells.lead).text).leads : [];
}

function targetsOf(
  source: Source,
  row: TableRow,
  group: TableGroup | undefined,
  lines: ReadonlyMap<number, TextLine>,
  facts: PlanFacts,
): TargetFinding[] {
  const flow = flowOfSource(lines, source);
  const index = group ? indexOf(group.title) : undefined;
  return findGoalPhrases(flow.text).map((phrase) => {
    const year = findTimePhrases(flow.text).find((time) => time.kind === "year" || time.kind === "years")?.year;
    const measure = index?.name ?? (measureOf(flow.text, phrase.start, phrase.end) || flow.text);
    return {
      find: "target",
      statement: index ? `${index.name}: ${flow.text}` : flow.text,
      measure,
      goal: phrase.goal,
      certainty: phrase.certainty,
      unit: phrase.unit,
      ...(year !== undefined ? { horizon: year } : facts.year !== undefined ? { horizon: facts.year, horizonImplied: true } : {}),
      ...(index ? { index } : {}),
      ...(group ? { group: group.title } : {}),
      leads: leadsOf(row, lines),
      supporters: [],
      alternatives: phrase.alternatives,
      source: [...(index && group ? group.source : []), ...sourceOf(flow)],
    };
  });
}

/** Name and weight of an index from its group row: "I. CHỈ SỐ GIA NHẬP THỊ TRƯỜNG (TRỌNG SỐ 5%)". */
function indexOf(title: string): { name: string; weight?: number } | undefined {
  const plain = title.replace(/^(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.) -]+/, "");
  const weight = /\( ?tr[^)\d]{0,20}(?<weight>\d{1,3}(?:,\d{1,3})?) ?% ?\)/i.exec(plain);
  if (!weight && !/^chỉ số/i.test(plain)) return undefined;
  const name = (weight ? plain.slice(0, weight.index) : plain).trim();
  const spelled = name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
  return { name: spelled, ...(weight?.groups?.weight ? { weight: Number(weight.groups.weight.replace(",", ".")) / 100 } : {}) };
}
