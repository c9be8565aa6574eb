import { readGoal } from "../functions/readGoal";
import type { ImportedPlan } from "../pipeline";
import type { Plan, ReportDuty, Target, Task } from "../plan/plan";
import { applyReview } from "../review/applyReview";
import { accept, add, changeField, decisionsAbout, drop, mergeTasks, split, withDecision } from "../review/decide";
import type { ReviewedItem } from "../review/decide";
import { findQuote, foldQuote, wordsOf } from "../review/quotes";
import type { Decision } from "../review/review";
import type { Span } from "../text/textDocument";
import type { Edit, ItemKind, ItemRef } from "./services";

/** Most places at which a repeated line is looked for. */
const MOST_OCCURRENCES = 50;

/** All decisions after one edit more; undefined when the edit cannot be expressed. */
export function decideEdit(imported: ImportedPlan, decisions: readonly Decision[], edit: Edit): readonly Decision[] | undefined {
  if (edit.do === "add") return addItem(imported, decisions, edit.kind, edit.source);
  if (edit.do === "turn") return turnItem(imported, decisions, edit.item, edit.into);
  const owner = ownerOf(imported, decisions, edit.item);
  if (owner) return changeOwner(decisions, owner, edit);
  const item = parsedItem(imported.parsed, edit.item);
  if (!item) return undefined;
  const { parsed, document } = imported;
  const join = (added: readonly Decision[]) =>
    added.reduce<readonly Decision[]>((all, decision) => withDecision({ version: 1, decisions: all }, decision).decisions, decisions);
  switch (edit.do) {
    case "accept":
      return join([accept(parsed, document, item)]);
    case "drop":
      return join([drop(parsed, document, item)]);
    case "change":
      return join([changeField(parsed, document, item, edit.field, edit.value)]);
    case "split":
      return join([split(parsed, document, item, [{}, {}])]);
    case "merge": {
      const into = parsedItem(parsed, edit.into);
      if (!into || ownerOf(imported, decisions, edit.into)) return undefined;
      if (into.item === "task" && item.item === "task") return join(mergeTasks(parsed, document, into.of, item.of));
      const words = [into, item].map(({ of }) => wordsOf(of.source, document).text);
      return join([changeField(parsed, document, into, "source", words), drop(parsed, document, item)]);
    }
  }
}

/** The decision that made an item which the parser did not read, and which part of it the item is. */
interface Owner {
  readonly at: number;
  readonly part: number;
}

/** Finds who made an item: the first decision with which it appears. Items as parsed that were never split have no owner. */
function ownerOf(imported: ImportedPlan, decisions: readonly Decision[], ref: ItemRef): Owner | undefined {
  const { parsed, document } = imported;
  const item = parsedItem(parsed, ref);
  if (item) {
    const own = decisionsAbout({ version: 1, decisions }, parsed, document, item).find((decision) => decision.do === "split");
    return own ? { at: decisions.indexOf(own), part: 0 } : undefined;
  }
  let before = idsOf(parsed, ref.kind);
  for (let at = 0; at < decisions.length; at++) {
    const after = idsOf(applyReview(parsed, document, { version: 1, decisions: decisions.slice(0, at + 1) }).value, ref.kind);
    const made = after.filter((id) => !before.includes(id));
    if (made.includes(ref.id)) return { at, part: decisions[at]!.do === "split" ? made.indexOf(ref.id) + 1 : 0 };
    before = after;
  }
  return undefined;
}

/** Edits of added items and of split parts are written into the decision that made them. */
function changeOwner(
  decisions: readonly Decision[],
  { at, part }: Owner,
  edit: Exclude<Edit, { do: "add" | "turn" }>,
): readonly Decision[] | undefined {
  const owner = decisions[at]!;
  const replaced = (decision: Decision) => decisions.map((other, index) => (index === at ? decision : other));
  if (edit.do === "accept") return decisions;
  if (owner.do === "add") {
    const value = owner.value as Readonly<Record<string, unknown>>;
    if (edit.do === "change") return replaced({ ...owner, value: withField(value, edit.field, edit.value) });
    if (edit.do === "drop") return decisions.filter((_decision, index) => index !== at);
    return edit.do === "split" ? [...decisions.slice(0, at + 1), owner, ...decisions.slice(at + 1)] : undefined;
  }
  const into = owner.into ?? [];
  if (edit.do === "change")
    return replaced({ ...owner, into: into.map((piece, index) => (index === part ? { ...piece, [edit.field]: edit.value } : piece)) });
  if (edit.do === "split") return replaced({ ...owner, into: [...into.slice(0, part + 1), into[part] ?? {}, ...into.slice(part + 1)] });
  if (edit.do !== "drop") return undefined;
  return into.length > 1
    ? replaced({ ...owner, into: into.filter((_piece, index) => index !== part) })
    : replaced({ item: owner.item, quote: owner.quote, ...(owner.occurrence ? { occurrence: owner.occurrence } : {}), do: "drop" });
}

function withField(value: Readonly<Record<string, unknown>>, field: string, next: unknown): Readonly<Record<string, unknown>> {
  const { [field]: _old, ...rest } = value;
  return next === null ? rest : { ...rest, [field]: next };
}

/** The item goes, and another of its words comes, which keeps its agencies and, as a target, the goal that the words state. */
function turnItem(
  imported: ImportedPlan,
  decisions: readonly Decision[],
  ref: ItemRef,
  kind: "target" | "task",
): readonly Decision[] | undefined {
  const item = parsedItem(imported.plan, ref);
  if (!item || item.item === "reportDuty" || item.item === kind) return undefined;
  const dropped = decideEdit(imported, decisions, { do: "drop", item: ref });
  const added = dropped && addItem(imported, dropped, kind, item.of.source);
  const last = added?.at(-1);
  if (!added || !last) return undefined;
  const { leads, supporters } = item.of;
  const words = item.item === "target" ? { title: item.of.statement } : { measure: item.of.title };
  return [...added.slice(0, -1), { ...last, value: { ...(last.value as object), ...words, leads, supporters } }];
}

function addItem(
  { document, plan }: ImportedPlan,
  decisions: readonly Decision[],
  kind: ItemKind,
  source: readonly Span[],
): readonly Decision[] | undefined {
  const words = withoutBullet(wordsOf(source, document).text);
  const line = source[0]?.line;
  const quote = foldQuote(words);
  let occurrence = 0;
  for (let n = 1; n <= MOST_OCCURRENCES && !occurrence; n++) {
    const found = findQuote(quote, n, document);
    if (!found) break;
    if (found[0]?.line === line) occurrence = n;
  }
  if (!occurrence) return undefined;
  const value = kind === "target" ? targetFields(words, plan) : kind === "task" ? { title: words } : { statement: words };
  return [...decisions, add(kind, quote, value, occurrence)];
}

/** A target of a line that a person points at: the goal that its words state, else that it is to be done. */
function targetFields(words: string, plan: Plan): Readonly<Record<string, unknown>> {
  const found = readGoal(words);
  const horizon = found?.horizon ?? plan.header.year?.value;
  return {
    statement: words,
    measure: words,
    goal: found?.goal ?? { kind: "milestone", items: [words] },
    unit: found?.unit ?? "",
    ...(horizon === undefined ? {} : { horizon }),
    ...(found?.baselineYear === undefined ? {} : { baselineYear: found.baselineYear }),
  };
}

/** "- Tỷ lệ …" and "+ Tỷ lệ …" begin with their words. */
function withoutBullet(words: string): string {
  return words.replace(/^[-+•*–]\s*/u, "");
}

function parsedItem(plan: Plan, { kind, id }: ItemRef): ReviewedItem | undefined {
  const find = <T extends Target | Task | ReportDuty>(items: readonly T[]) => items.find((item) => item.id === id);
  if (kind === "target") {
    const of = find(plan.targets);
    return of && { item: "target", of };
  }
  if (kind === "task") {
    const of = find(plan.tasks);
    return of && { item: "task", of };
  }
  const of = find(plan.reportDuties);
  return of && { item: "reportDuty", of };
}

function idsOf(plan: Plan, kind: ItemKind): readonly string[] {
  return (kind === "target" ? plan.targets : kind === "task" ? plan.tasks : plan.reportDuties).map(({ id }) => id);
}
