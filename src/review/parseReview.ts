import type { Message, Result } from "../result";
import type { Decision, SavedReview } from "./review";

const MAX_LENGTH = 5_000_000;
const MAX_DECISIONS = 10_000;
const ITEMS: readonly unknown[] = ["target", "task", "reportDuty", "header"];
const ACTIONS: readonly unknown[] = ["accept", "change", "split", "drop", "add"];

/** Reads a saved review. No value when the file is no review; a decision of a wrong shape is left out and told. */
export function parseReview(text: string): Result<SavedReview | undefined> {
  let given: unknown;
  try {
    given = text.length <= MAX_LENGTH ? JSON.parse(text) : undefined;
  } catch {
    given = undefined;
  }
  const review = recordOf(given);
  if (review?.version !== 1 || !Array.isArray(review.decisions) || review.decisions.length > MAX_DECISIONS)
    return { value: undefined, messages: [{ code: "review-invalid", severity: "error" }] };
  const decisions: Decision[] = [];
  const messages: Message[] = [];
  review.decisions.forEach((entry: unknown, index) => {
    const decision = checkDecision(entry);
    if (decision) decisions.push(decision);
    else messages.push({ code: "review-invalid", severity: "warning", details: { decision: index + 1 } });
  });
  return { value: { version: 1, decisions }, messages };
}

function checkDecision(value: unknown): Decision | undefined {
  const given = recordOf(value);
  if (!given || !ITEMS.includes(given.item) || !ACTIONS.includes(given.do)) return undefined;
  const { quote, occurrence, field, reason, into } = given;
  if (typeof quote !== "string" || quote.length > 20_000) return undefined;
  if (occurrence !== undefined && !(Number.isInteger(occurrence) && (occurrence as number) >= 1)) return undefined;
  if (field !== undefined && typeof field !== "string") return undefined;
  if (reason !== undefined && typeof reason !== "string") return undefined;
  if (into !== undefined && !(Array.isArray(into) && into.length >= 1 && into.length <= 100 && into.every(recordOf))) return undefined;
  if (given.do === "split" ? into === undefined : given.do === "change" && (field === undefined || given.value === undefined))
    return undefined;
  if (given.do === "add" && !recordOf(given.value)) return undefined;
  return {
    item: given.item as Decision["item"],
    quote,
    do: given.do as Decision["do"],
    ...(occurrence === undefined ? {} : { occurrence: occurrence as number }),
    ...(field === undefined ? {} : { field }),
    ...(given.value === undefined ? {} : { value: given.value }),
    ...(into === undefined ? {} : { into: into as Record<string, unknown>[] }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
