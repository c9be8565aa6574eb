import type { Plan, ReportDuty, Target, Task } from "../plan/plan";
import type { LetterRange, Source, TextDocument, TextLine } from "../text/textDocument";
import type { ItemKind, ItemRef } from "./services";

/** Why a person should look at an item; the words are `reason.…` of the strings. */
export type Reason = "goal" | "lead" | "time" | "due" | "uncertain" | "letters";

/** An item of any kind as the review list sees it. */
export type ReviewItem = {
  /** Kind and id: items keep their ids through all decisions. */
  readonly key: string;
  readonly ref: ItemRef;
  readonly source: Source;
  /** Empty when the reading is plain. */
  readonly reasons: readonly Reason[];
  /** A value was filled in by convention. */
  readonly implied: boolean;
  /** Its words hold letters that the program restored. */
  readonly restored: boolean;
  /** Words to search in, without marks. */
  readonly searchText: string;
} & (
  | { readonly kind: "target"; readonly value: Target }
  | { readonly kind: "task"; readonly value: Task }
  | { readonly kind: "reportDuty"; readonly value: ReportDuty }
);

/** All items of a plan in the order of the filter tabs: targets, tasks, report duties. */
export function itemsOf(plan: Plan, document: TextDocument): readonly ReviewItem[] {
  const common = (
    kind: ItemKind,
    value: { id: string; source: Source },
    words: readonly string[],
    reasons: readonly Reason[],
    implied: boolean,
  ) => {
    return {
      key: itemKey({ kind, id: value.id }),
      ref: { kind, id: value.id },
      source: value.source,
      reasons: isMarked(value.source, document, "doubtful") ? [...reasons, "letters" as const] : reasons,
      implied,
      restored: isMarked(value.source, document, "restored"),
      searchText: foldSearch([value.id, ...words].join(" ")),
    };
  };
  const usual = usualFacts(plan);
  return [
    ...plan.targets.map((value) => ({
      ...common(
        "target",
        value,
        [value.statement, value.measure, value.scope ?? "", ...value.leads, ...value.supporters],
        targetReasons(value),
        value.certainty === "implied" || Boolean(value.horizonImplied),
      ),
      kind: "target" as const,
      value,
    })),
    ...plan.tasks.map((value) => ({
      ...common(
        "task",
        value,
        [value.title, ...value.details, value.time.value, ...value.leads, ...value.supporters],
        taskReasons(value, usual),
        value.time.certainty === "implied",
      ),
      kind: "task" as const,
      value,
    })),
    ...plan.reportDuties.map((value) => ({
      ...common(
        "reportDuty",
        value,
        [value.statement, value.frequency, value.due, ...value.reporters, ...value.recipients],
        dutyReasons(value),
        value.certainty === "implied",
      ),
      kind: "reportDuty" as const,
      value,
    })),
  ];
}

/** Key of an item in lists and in the set of seen items. */
export function itemKey(ref: ItemRef): string {
  return `${ref.kind}:${ref.id}`;
}

/** Text for comparing what a person types: lower-case, without marks, đ as d. */
export function foldSearch(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}

/** Why letters of a line are to be compared: the program filled them in, or they cannot be right. */
export type LetterMark = "restored" | "doubtful";

/** One piece of quoted text. */
export interface QuotePiece {
  readonly text: string;
  readonly mark?: LetterMark;
}

/** The words of a source, pieces joined by one space, with marked letters apart. */
export function quotePieces(source: Source, document: TextDocument): readonly QuotePiece[] {
  const pieces: QuotePiece[] = [];
  source.forEach((span, index) => {
    if (index) pieces.push({ text: " " });
    pieces.push(...linePieces(document, span.line, span.start, span.end));
  });
  return pieces;
}

/** A stretch of one line cut at the borders of its marked letters. */
export function linePieces(document: TextDocument, lineNumber: number, from: number, to: number): readonly QuotePiece[] {
  const line = lineOf(document, lineNumber);
  if (!line) return [];
  const pieces: QuotePiece[] = [];
  let at = from;
  for (const { mark, ...range } of marksOf(line)) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, to);
    if (start >= end) continue;
    if (start > at) pieces.push({ text: line.text.slice(at, start) });
    pieces.push({ text: line.text.slice(start, end), mark });
    at = end;
  }
  if (at < to) pieces.push({ text: line.text.slice(at, to) });
  return pieces;
}

/** The words of a source as one string, white space folded. */
export function quoteText(source: Source, document: TextDocument): string {
  return quotePieces(source, document)
    .map((piece) => piece.text)
    .join("")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

function lineOf(document: TextDocument, number: number) {
  const line = document.lines[number - 1];
  return line?.number === number ? line : document.lines.find((other) => other.number === number);
}

/** Marked letters of a line in their order; a document has one kind of them. */
function marksOf({ restored, doubtful = [] }: TextLine): readonly (LetterRange & { readonly mark: LetterMark })[] {
  const marked = (ranges: readonly LetterRange[], mark: LetterMark) => ranges.map((range) => ({ ...range, mark }));
  return restored.length > 0 ? marked(restored, "restored") : marked(doubtful, "doubtful");
}

function isMarked(source: Source, document: TextDocument, mark: LetterMark): boolean {
  return source.some((span) => lineOf(document, span.line)?.[mark]?.some((range) => range.start < span.end && range.end > span.start));
}

function targetReasons(target: Target): readonly Reason[] {
  return target.alternatives.length > 0 || target.certainty === "uncertain" ? ["goal"] : [];
}

/** What most tasks of a plan state. A plan that names no deadlines at all leaves nothing to ask about each of its tasks. */
interface UsualFacts {
  readonly lead: boolean;
  readonly time: boolean;
}

function usualFacts({ tasks }: Plan): UsualFacts {
  const most = (states: (task: Task) => boolean) => tasks.filter(states).length * 2 >= tasks.length;
  return { lead: most((task) => task.leads.length > 0), time: most((task) => task.time.value !== "") };
}

function taskReasons(task: Task, usual: UsualFacts): readonly Reason[] {
  const reasons: Reason[] = [];
  if (task.leads.length === 0 && usual.lead) reasons.push("lead");
  const unclear = task.time.value !== "" && (task.deadline?.value.kind === "unclear" || task.deadline?.certainty === "uncertain");
  if (unclear || (task.time.value === "" && !task.deadline && usual.time)) reasons.push("time");
  if (task.time.certainty === "uncertain" && !reasons.includes("time")) reasons.push("uncertain");
  return reasons;
}

function dutyReasons(duty: ReportDuty): readonly Reason[] {
  const reasons: Reason[] = [];
  if (duty.rule.kind === "unclear" || (duty.rule.kind === "dates" && duty.dueDates.length === 0)) reasons.push("due");
  if (duty.certainty === "uncertain") reasons.push("uncertain");
  return reasons;
}
