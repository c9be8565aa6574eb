import type { Plan, PlanHeader, ReportDuty, Target, Task } from "../plan/plan";
import type { Message, Result } from "../result";
import type { Extracted, Source, TextDocument } from "../text/textDocument";
import { HEADER_FIELDS, REPORT_DUTY_FIELDS, TARGET_FIELDS, TASK_FIELDS } from "./fields";
import { findQuote, foldQuote, quotes } from "./quotes";
import type { Decision, SavedReview } from "./review";

type Item = Target | Task | ReportDuty;
type Fields = Readonly<Record<string, unknown>>;

/**
 * The plan after a person's decisions. Items are found by their words in the plan as parsed, whatever was decided before; a decision whose
 * words or value do not fit is told and left out. Items keep their ids; parts of a split and additions take the next free numbers.
 */
export function applyReview(parsed: Plan, document: TextDocument, review: SavedReview): Result<Plan> {
  const messages: Message[] = [];
  const targets = reviewItems("target", parsed.targets, review.decisions, document, messages);
  const tasks = reviewItems("task", parsed.tasks, review.decisions, document, messages);
  const reportDuties = reviewItems("reportDuty", parsed.reportDuties, review.decisions, document, messages);
  const header = reviewHeader(parsed.header, review.decisions, document, messages);
  const plan: Plan = { ...parsed, header, targets, tasks, reportDuties };
  return { value: withoutDangling(withDroppedWords(parsed, withAgencies(plan))), messages };
}

function unmatched(decision: Decision, why: "words" | "value"): Message {
  const details = {
    quote: decision.quote.slice(0, 80),
    item: decision.item,
    do: decision.do,
    why,
    ...(decision.field ? { field: decision.field } : {}),
  };
  return { code: "review-decision-unmatched", severity: "warning", details };
}

/** Index of the item that a decision names, -1 if there is none. */
export function findItem(
  items: readonly { readonly source: Source }[],
  decision: Pick<Decision, "quote" | "occurrence">,
  document: TextDocument,
): number {
  const quote = foldQuote(decision.quote);
  let left = decision.occurrence ?? 1;
  return items.findIndex((item) => quotes(quote, item.source, document) && --left === 0);
}

const SHAPES = {
  target: {
    fields: TARGET_FIELDS,
    prefix: "CT",
    empty: { statement: "", measure: "", unit: "", certainty: "stated", leads: [], supporters: [], alternatives: [] },
  },
  task: { fields: TASK_FIELDS, prefix: "NV", empty: { title: "", details: [], leads: [], supporters: [], targets: [] } },
  reportDuty: {
    fields: REPORT_DUTY_FIELDS,
    prefix: "BC",
    empty: {
      frequency: "",
      due: "",
      rule: { kind: "unclear" },
      dueDates: [],
      reporters: [],
      recipients: [],
      statement: "",
      certainty: "stated",
    },
  },
} as const;

type ItemKey = keyof typeof SHAPES;

function reviewItems<T extends Item>(
  key: ItemKey,
  items: readonly T[],
  decisions: readonly Decision[],
  document: TextDocument,
  messages: Message[],
): readonly T[] {
  const mine = decisions.filter((decision) => decision.item === key);
  if (mine.length === 0) return items;
  const nextId = numberer(SHAPES[key].prefix, items);
  // Each parsed item with what became of it.
  const outcome: T[][] = items.map((item) => [item]);
  const timed = new Set<number>();
  for (const decision of mine) {
    if (decision.do === "add") {
      const added = addedItem<T>(key, decision, document, nextId);
      if (added) insertInOrder(outcome, added);
      else messages.push(unmatched(decision, "words"));
      continue;
    }
    const index = findItem(items, decision, document);
    if (index < 0) {
      messages.push(unmatched(decision, "words"));
      continue;
    }
    if (decision.field === "deadline") timed.add(index);
    const at = outcome.findIndex((entry) => entry.includes(items[index]!) || entry.some((item) => item.id === items[index]!.id));
    if (at < 0) continue;
    const changed = decide(key, outcome[at]!, decision, document, nextId, timed.has(index));
    if (changed) outcome[at] = changed;
    else messages.push(unmatched(decision, "value"));
  }
  return outcome.flat();
}

/** What becomes of an item; undefined when the decision's value does not fit. */
function decide<T extends Item>(
  key: ItemKey,
  parts: readonly T[],
  decision: Decision,
  document: TextDocument,
  nextId: () => string,
  keepsDeadline: boolean,
): T[] | undefined {
  switch (decision.do) {
    case "accept":
      return parts.map((part) => ({ ...part, ...accepted(part) }));
    case "drop":
      return [];
    case "change": {
      const values = checkFields(key, { [decision.field ?? ""]: decision.value }, document);
      return values && parts.map((part) => setFields(part, values, keepsDeadline));
    }
    case "split": {
      const pieces = (decision.into ?? []).map((piece) => checkFields(key, piece, document));
      if (pieces.length === 0 || pieces.includes(undefined) || parts.length === 0) return undefined;
      return pieces.map((piece, index) => ({
        ...setFields(parts[0]!, piece!, "deadline" in piece!),
        ...(index > 0 ? { id: nextId() } : {}),
      }));
    }
    default:
      return undefined;
  }
}

/** Values of known fields with the right shape; undefined if any is unknown or wrong. */
function checkFields(key: ItemKey, given: Fields, document: TextDocument): Fields | undefined {
  const checks = SHAPES[key].fields as Readonly<Record<string, ((value: unknown) => unknown) | undefined>>;
  const values: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    const checked = check?.(value);
    if (checked === undefined) return undefined;
    values[field] = field === "source" ? findAll(checked as string[], document) : checked;
    if (values[field] === undefined) return undefined;
  }
  return values;
}

function findAll(wanted: readonly string[], document: TextDocument): Source | undefined {
  const found = wanted.map((quote) => findQuote(foldQuote(quote), 1, document));
  return found.length === 0 || found.includes(undefined) ? undefined : found.flatMap((source) => source!);
}

function setFields<T extends Item>(item: T, values: Fields, keepsDeadline: boolean): T {
  const changed: Record<string, unknown> = { ...item };
  for (const [field, value] of Object.entries(values)) {
    if (value === null) delete changed[field];
    else if (field === "time" || field === "deadline")
      changed[field] = decidedValue(value, (changed[field] as Extracted<unknown> | undefined)?.source ?? []);
    else changed[field] = value;
  }
  if ("goal" in values) Object.assign(changed, { certainty: "stated", alternatives: [] });
  if ("horizon" in values) delete changed.horizonImplied;
  // Other words for the time make the date that was read from the old ones void.
  if ("time" in values && !("deadline" in values) && !keepsDeadline) delete changed.deadline;
  return changed as unknown as T;
}

function decidedValue(value: unknown, source: Source): Extracted<unknown> {
  return { value, certainty: "stated", source };
}

/** A person has looked: nothing of the item is uncertain any more. */
function accepted(item: Item): Fields {
  if ("goal" in item) return { certainty: "stated", alternatives: [] };
  if ("time" in item)
    return {
      time: { ...item.time, certainty: "stated" },
      ...(item.deadline ? { deadline: { ...item.deadline, certainty: "stated" } } : {}),
    };
  return { certainty: "stated" };
}

function addedItem<T extends Item>(key: ItemKey, decision: Decision, document: TextDocument, nextId: () => string): T | undefined {
  const source = findQuote(foldQuote(decision.quote), decision.occurrence ?? 1, document);
  const values = checkFields(key, (decision.value ?? {}) as Fields, document);
  if (!source || !values || (key === "target" && !values.goal)) return undefined;
  const time = key === "task" ? { time: decidedValue("", []) } : {};
  const empty = { ...SHAPES[key].empty, ...time, source } as unknown as T;
  return { ...setFields(empty, values, true), id: nextId() };
}

/** Puts an added item before the first item that stands later in the document. */
function insertInOrder<T extends Item>(outcome: T[][], added: T): void {
  const later = outcome.findIndex((entry) => entry[0] !== undefined && isBefore(added.source, entry[0].source));
  outcome.splice(later < 0 ? outcome.length : later, 0, [added]);
}

function isBefore(a: Source, b: Source): boolean {
  const [x, y] = [a[0], b[0]];
  if (!x || !y) return false;
  return x.line < y.line || (x.line === y.line && x.start < y.start);
}

/** Gives ids after the highest that the items use. */
function numberer(prefix: string, items: readonly Item[]): () => string {
  let last = 0;
  for (const { id } of items) {
    const found = /(\d{1,6})/.exec(id);
    if (found) last = Math.max(last, Number(found[1]));
  }
  return () => `${prefix}-${String(++last).padStart(2, "0")}`;
}

function reviewHeader(header: PlanHeader, decisions: readonly Decision[], document: TextDocument, messages: Message[]): PlanHeader {
  const changed: Record<string, unknown> = { ...header };
  for (const decision of decisions) {
    if (decision.item !== "header") continue;
    const field = decision.field ?? "";
    if (decision.do === "accept") {
      for (const [name, value] of Object.entries(changed)) if (isExtracted(value)) changed[name] = { ...value, certainty: "stated" };
      continue;
    }
    const checks = HEADER_FIELDS as Readonly<Record<string, ((value: unknown) => unknown) | undefined>>;
    const value = decision.do === "change" && Object.hasOwn(checks, field) ? checks[field]?.(decision.value) : undefined;
    if (value === undefined) {
      messages.push(unmatched(decision, "value"));
      continue;
    }
    const source = findQuote(foldQuote(decision.quote), decision.occurrence ?? 1, document) ?? [];
    if (value === null) delete changed[field];
    else changed[field] = field === "basis" || field === "endYear" ? value : decidedValue(value, source);
  }
  return changed as unknown as PlanHeader;
}

function isExtracted(value: unknown): value is Extracted<unknown> {
  return typeof value === "object" && value !== null && "certainty" in value;
}

/** Agencies that only a decision names join the directory. */
function withAgencies(plan: Plan): Plan {
  const known = new Set(plan.agencies.flatMap((agency) => [agency.name, ...agency.aliases]));
  const named = [...plan.targets, ...plan.tasks].flatMap((item) => [...item.leads, ...item.supporters]);
  const duties = plan.reportDuties.flatMap((duty) => [...duty.reporters, ...duty.recipients]);
  const fresh = [...new Set([...named, ...duties])].filter((name) => !known.has(name) && name !== "");
  if (fresh.length === 0) return plan;
  let last = 0;
  for (const { id } of plan.agencies) last = Math.max(last, Number(/(\d{1,6})$/.exec(id)?.[1] ?? 0));
  const prefix = /^\D*/.exec(plan.agencies[0]?.id ?? "CQ-")?.[0] ?? "CQ-";
  const added = fresh.map((name) => ({ id: `${prefix}${String(++last).padStart(2, "0")}`, name, aliases: [], group: false }));
  return { ...plan, agencies: [...plan.agencies, ...added] };
}

/** Words of dropped items go back to the section they stand in, so that no line of the document is lost. */
function withDroppedWords(parsed: Plan, plan: Plan): Plan {
  const itemsOf = (of: Plan) => [...of.targets, ...of.tasks, ...of.reportDuties];
  const kept = new Set(itemsOf(plan).flatMap((item) => item.source.map((span) => span.line)));
  const freed = itemsOf(parsed).flatMap((item) => item.source.filter((span) => !kept.has(span.line)));
  if (freed.length === 0) return plan;
  const unique = [...new Map(freed.map((span) => [`${span.line}:${span.start}:${span.end}`, span])).values()];
  const additions = new Map<number, typeof unique>();
  const unread = [...plan.unread];
  for (const span of unique) {
    let home = -1;
    plan.sections.forEach((section, index) => {
      if ((section.source[0]?.line ?? Infinity) <= span.line) home = index;
    });
    if (home < 0) unread.push(span);
    else additions.set(home, [...(additions.get(home) ?? []), span]);
  }
  const inOrder = (source: Source) => [...source].sort((a, b) => a.line - b.line || a.start - b.start);
  const sections = plan.sections.map((section, index) => {
    const added = additions.get(index);
    return added ? { ...section, source: inOrder([...section.source, ...added]) } : section;
  });
  return { ...plan, sections, unread: inOrder(unread) };
}

/** Removes references to targets that are gone. */
function withoutDangling(plan: Plan): Plan {
  const ids = new Set(plan.targets.map((target) => target.id));
  const targets = plan.targets.map((target) => {
    if (target.parent === undefined || ids.has(target.parent)) return target;
    const { parent: _gone, ...rest } = target;
    return rest;
  });
  const tasks = plan.tasks.map((task) =>
    task.targets.every((id) => ids.has(id)) ? task : { ...task, targets: task.targets.filter((id) => ids.has(id)) },
  );
  return { ...plan, targets, tasks };
}
