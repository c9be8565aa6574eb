import { parsePlan } from "./parser/parsePlan";
import type { Plan } from "./plan/plan";
import { readDocument } from "./reader/readDocument";
import { ReadError } from "./reader/readError";
import type { Message, Result } from "./result";
import { applyReview } from "./review/applyReview";
import { parseReview } from "./review/parseReview";
import { restoreDocument } from "./text/lostGlyphs";
import type { TextDocument } from "./text/textDocument";
import type { CompileOptions } from "./workbook/compileOptions";
import { compileWorkbook } from "./workbook/compileWorkbook";
import type { CellValue } from "./workbook/formula";
import type { WorkbookSpec } from "./workbook/workbookSpec";

/** What an official can drop in. */
export type PlanInput =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "html"; readonly name: string; readonly html: string; readonly text: string }
  | { readonly kind: "cells"; readonly name: string; readonly rows: readonly (readonly CellValue[])[] };

/** How far a long step is; `total` 0 means that the end is not known. */
export interface Progress {
  readonly step: "reading" | "restoring" | "parsing" | "compiling" | "writing" | "loading";
  readonly done: number;
  readonly total: number;
  /** What is being worked on: a page, a sheet. */
  readonly subject?: string;
}

/** What a journey may be given to report and to stop. */
export interface JourneyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A document that was read. `parsed` is what the rules made of it, `plan` the same after the review. */
export interface ImportedPlan {
  readonly document: TextDocument;
  readonly parsed: Plan;
  readonly plan: Plan;
}

/** Outcome of reading: no value when a message of severity error says why. */
export type ImportResult = Result<ImportedPlan | undefined>;

/** What reading may be given. */
export interface ImportOptions extends JourneyOptions {
  /** JSON text of a saved review; a damaged one becomes a message and is not applied. */
  readonly review?: string;
}

/** Document → plan: bytes are read, text is parsed, a person's earlier decisions are applied. Never throws for what the input holds. */
export async function importPlan(input: PlanInput, options: ImportOptions = {}): Promise<ImportResult> {
  let document: TextDocument;
  try {
    const onPage = (page: number, pages: number): void => options.onProgress?.({ step: "reading", done: page, total: pages });
    const received = await readDocument(input, { signal: options.signal, onPage });
    document = await restoreDocument(received);
  } catch (error) {
    if (error instanceof ReadError)
      return { value: undefined, messages: [{ code: error.code, severity: "error", details: error.details }] };
    if (options.signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
    throw error;
  }
  options.onProgress?.({ step: "parsing", done: 0, total: 1 });
  const parsed = parsePlan(document);
  if (parsed.messages.some((message) => message.severity === "error")) return { value: undefined, messages: parsed.messages };
  const reviewed = reviewPlan(parsed.value, document, options.review);
  const messages = [...damageOf(document), ...parsed.messages, ...reviewed.messages];
  return { value: { document, parsed: parsed.value, plan: reviewed.value }, messages };
}

/** Plan → workbook as plain data; a renderer makes it an open workbook or a file. */
export function createTracking(imported: ImportedPlan, options: CompileOptions): WorkbookSpec {
  return compileWorkbook(imported.plan, imported.document, options);
}

function reviewPlan(parsed: Plan, document: TextDocument, review: string | undefined): Result<Plan> {
  if (review === undefined) return { value: parsed, messages: [] };
  const { value, messages } = parseReview(review);
  if (!value) return { value: parsed, messages };
  const applied = applyReview(parsed, document, value);
  return { value: applied.value, messages: [...messages, ...applied.messages] };
}

function damageOf(document: TextDocument): Message[] {
  const damage = document.damage;
  if (!damage) return [];
  const details = { lost: damage.lost, restored: damage.restored };
  return [{ code: damage.kind === "lost-glyphs" ? "text-damaged" : "text-wrong-letters", severity: "warning", details }];
}
