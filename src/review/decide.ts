import type { Plan, ReportDuty, Target, Task } from "../plan/plan";
import type { TextDocument } from "../text/textDocument";
import { findItem } from "./applyReview";
import { foldQuote, MIN_QUOTE, quotes, wordsOf } from "./quotes";
import type { Decision, SavedReview } from "./review";

/** An item of the plan as parsed (before any decision) that a decision is about. */
export type ReviewedItem =
  | { readonly item: "target"; readonly of: Target }
  | { readonly item: "task"; readonly of: Task }
  | { readonly item: "reportDuty"; readonly of: ReportDuty };

/** Longest quote that is kept, in characters: enough to be unlike others, short enough to read. */
const QUOTE_LENGTH = 120;

/** Quote and occurrence that name this item and no other of the parsed plan. */
export function nameItem(
  parsed: Plan,
  document: TextDocument,
  { item, of }: ReviewedItem,
): Pick<Decision, "item" | "quote" | "occurrence"> {
  const items: readonly { readonly id: string; readonly source: Target["source"] }[] =
    item === "target" ? parsed.targets : item === "task" ? parsed.tasks : parsed.reportDuties;
  const whole = wordsOf(of.source, document).text;
  const cut = whole.length > QUOTE_LENGTH ? whole.slice(0, Math.max(whole.lastIndexOf(" ", QUOTE_LENGTH), MIN_QUOTE)) : whole;
  const quote = foldQuote(cut);
  const position = items.findIndex((entry) => entry.id === of.id);
  let occurrence = 0;
  for (const entry of items.slice(0, position + 1)) if (quotes(quote, entry.source, document)) occurrence++;
  return { item, quote, ...(occurrence > 1 ? { occurrence } : {}) };
}

/** The item is right as it was read. */
export function accept(parsed: Plan, document: TextDocument, reviewed: ReviewedItem, reason?: string): Decision {
  return { ...nameItem(parsed, document, reviewed), do: "accept", ...because(reason) };
}

/** A field has another value. `time` and `deadline` of a task are given bare; null clears an optional field. */
export function changeField(
  parsed: Plan,
  document: TextDocument,
  reviewed: ReviewedItem,
  field: string,
  value: unknown,
  reason?: string,
): Decision {
  return { ...nameItem(parsed, document, reviewed), do: "change", field, value, ...because(reason) };
}

/** The words are no such item. */
export function drop(parsed: Plan, document: TextDocument, reviewed: ReviewedItem, reason?: string): Decision {
  return { ...nameItem(parsed, document, reviewed), do: "drop", ...because(reason) };
}

/** One item is several: each part holds the fields that differ from the whole. */
export function split(
  parsed: Plan,
  document: TextDocument,
  reviewed: ReviewedItem,
  into: readonly Readonly<Record<string, unknown>>[],
  reason?: string,
): Decision {
  return { ...nameItem(parsed, document, reviewed), do: "split", into, ...because(reason) };
}

/** Two tasks are one: the first takes the words of both and the second is dropped. */
export function mergeTasks(parsed: Plan, document: TextDocument, first: Task, second: Task, reason?: string): readonly Decision[] {
  const keep = { item: "task", of: first } as const;
  const words = [first, second].map((task) => wordsOf(task.source, document).text);
  return [
    changeField(parsed, document, keep, "details", [...first.details, second.title, ...second.details], reason),
    changeField(parsed, document, keep, "source", words, reason),
    drop(parsed, document, { item: "task", of: second }, reason),
  ];
}

/** An item that was not read: its words and its fields (a target needs `goal`). */
export function add(
  item: ReviewedItem["item"],
  quote: string,
  value: Readonly<Record<string, unknown>>,
  occurrence?: number,
  reason?: string,
): Decision {
  return { item, quote: foldQuote(quote), ...(occurrence && occurrence > 1 ? { occurrence } : {}), do: "add", value, ...because(reason) };
}

/** A field of the header has another value; the quote may be any words of the header that show it. */
export function changeHeader(field: string, value: unknown, quote = "", reason?: string): Decision {
  return { item: "header", quote: foldQuote(quote), do: "change", field, value, ...because(reason) };
}

/** A review with one decision more; it replaces an earlier one about the same item and field, so that a review never argues with itself. */
export function withDecision(review: SavedReview, decision: Decision): SavedReview {
  const same = (other: Decision) =>
    other.item === decision.item &&
    other.quote === decision.quote &&
    (other.occurrence ?? 1) === (decision.occurrence ?? 1) &&
    other.do !== "add";
  const replaced = (other: Decision) =>
    decision.do !== "add" && same(other) && (decision.do === "drop" || (other.do === decision.do && other.field === decision.field));
  return { version: 1, decisions: [...review.decisions.filter((other) => !replaced(other)), decision] };
}

/** The decisions of a review that are about an item of the parsed plan. */
export function decisionsAbout(review: SavedReview, parsed: Plan, document: TextDocument, { item, of }: ReviewedItem): readonly Decision[] {
  const items: readonly { readonly id: string; readonly source: Target["source"] }[] =
    item === "target" ? parsed.targets : item === "task" ? parsed.tasks : parsed.reportDuties;
  return review.decisions.filter(
    (decision) => decision.item === item && decision.do !== "add" && items[findItem(items, decision, document)]?.id === of.id,
  );
}

function because(reason: string | undefined): { reason?: string } {
  return reason ? { reason } : {};
}
