import { parsePlan } from "./parser/parsePlan";
import type { Plan } from "./plan/plan";
import { isPlanMapping, mapColumns, splitGrid, type HeaderRows } from "./parser/tables/mapColumns";
import { readDocument, readSheetGrids } from "./reader/readDocument";
import { ReadError } from "./reader/readError";
import type { Message, Result } from "./result";
import { applyReview } from "./review/applyReview";
import { parseReview } from "./review/parseReview";
import type { SavedReview } from "./review/review";
import { restoreDocument } from "./text/lostGlyphs";
import { markWrongLetters } from "./text/wrongLetters";
import type { SheetGrid, SheetMapping } from "./text/sheetGrid";
import type { TextDocument } from "./text/textDocument";
import { carryMessages } from "./workbook/carry/carryMessages";
import { carryOver, type FilledBook } from "./workbook/carryOver";
import type { CompileOptions } from "./workbook/compileOptions";
import { compileWorkbook } from "./workbook/compileWorkbook";
import type { CellValue } from "./workbook/formula";
import type { PlanState } from "./workbook/planState";
import type { WorkbookSpec } from "./workbook/workbookSpec";

/** What an official can drop in. */
export type PlanInput =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "html"; readonly name: string; readonly html: string; readonly text: string }
  | {
      readonly kind: "cells";
      readonly name: string;
      readonly rows: readonly (readonly CellValue[])[];
      /** Number formats of the cells, of the same shape as `rows`; without them a date is a number. */
      readonly numberFormats?: readonly (readonly string[])[];
    };

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
  /** The decisions that lie between the two; absent without a review. */
  readonly review?: SavedReview;
}

/** Outcome of reading: no value when a message of severity error says why. */
export type ImportResult = Result<ImportedPlan | undefined>;

/** What reading may be given. */
export interface ImportOptions extends JourneyOptions {
  /** JSON text of a saved review; a damaged one becomes a message and is not applied. */
  readonly review?: string;
  /** Which sheets are read and what their columns hold, after `proposeMappings` and a person; the rest of the file is left out. */
  readonly mappings?: readonly SheetMapping[];
}

/** A sheet that can be read, or one of several tables of it, with the way it would be read. */
export interface SheetProposal {
  /** Name and words of the sheet; `firstRow` tells which Excel row `rows[0]` is. */
  readonly grid: SheetGrid;
  readonly mapping: SheetMapping;
  /** The header's words make a table of a plan: it is read without asking. False: a person should choose columns, or it is read as text. */
  readonly recognized: boolean;
}

/**
 * What the mapping step shows of a selected range or an .xlsx file: its sheets in order and how each would be read; `mapping.sheet` is the
 * place in this list. No value for other documents, which need no mapping, and when a message of severity error says why the file cannot be
 * read. A person's changes of `field`, `headerRow`, `headerRows` and `asText` go back through `ImportOptions.mappings`.
 */
export async function proposeMappings(input: PlanInput): Promise<Result<readonly SheetProposal[] | undefined>> {
  try {
    const grids = await readSheetGrids(input);
    return { value: grids && propose(grids), messages: [] };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { value: undefined, messages: [{ code: error.code, severity: "error", details: error.details }] };
  }
}

/** The mapping of a sheet under other header rows, its columns matched anew. */
export function remapSheet({ grid, mapping }: SheetProposal, header: HeaderRows): SheetMapping {
  return mapColumns(grid, mapping.sheet, header);
}

/** Document → plan: bytes are read, text is parsed, a person's earlier decisions are applied. Never throws for what the input holds. */
export async function importPlan(input: PlanInput, options: ImportOptions = {}): Promise<ImportResult> {
  let document: TextDocument;
  try {
    const onPage = (page: number, pages: number): void => options.onProgress?.({ step: "reading", done: page, total: pages });
    const received = await readDocument(input, { signal: options.signal, onPage, mapSheets: (grids) => chosenSheets(grids, options) });
    document = markWrongLetters(await restoreDocument(received));
  } catch (error) {
    if (error instanceof ReadError)
      return { value: undefined, messages: [{ code: error.code, severity: "error", details: error.details }] };
    if (options.signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
    throw error;
  }
  options.onProgress?.({ step: "parsing", done: 0, total: 1 });
  const parsed = parsePlan(document);
  if (parsed.messages.some((message) => message.severity === "error"))
    return { value: undefined, messages: [...parsed.messages, ...notesOf(document)] };
  const reviewed = reviewPlan(parsed.value, document, options.review);
  return { value: reviewed.value, messages: [...damageOf(document), ...notesOf(document), ...parsed.messages, ...reviewed.messages] };
}

/** The plan that a workbook carries, as it was reviewed: what was read is read anew, so that its decisions can be changed. */
export function reopenPlan({ plan, document, review }: PlanState): Result<ImportedPlan> {
  if (review === undefined) return { value: { document, parsed: plan, plan }, messages: [] };
  return reviewPlan(parsePlan(document).value, document, review);
}

/** Plan → workbook as plain data; a renderer makes it an open workbook or a file. */
export function createTracking(imported: ImportedPlan, options: CompileOptions): WorkbookSpec {
  const { plan, document, review } = imported;
  return compileWorkbook(plan, document, options, review?.decisions.length ? JSON.stringify(review) : undefined);
}

/**
 * Plan → workbook with what people typed into an earlier book of it; the messages tell what was carried over and what was not. Results of
 * formulas are blank until Excel computes them.
 */
export function renewTracking(imported: ImportedPlan, options: CompileOptions, earlier: FilledBook, book: number): Result<WorkbookSpec> {
  const { spec, report } = carryOver(earlier, createTracking(imported, options));
  return { value: spec, messages: carryMessages(report, book) };
}

function propose(grids: readonly SheetGrid[]): SheetProposal[] {
  return grids.flatMap(splitGrid).map((grid, sheet) => {
    const mapping = mapColumns(grid, sheet);
    return { grid, mapping, recognized: isPlanMapping(mapping) };
  });
}

/** The sheets with a person's mappings; without any, all sheets, with the mappings whose headers were recognised. */
function chosenSheets(grids: readonly SheetGrid[], { mappings }: ImportOptions): readonly { grid: SheetGrid; mapping?: SheetMapping }[] {
  const proposals = propose(grids);
  if (!mappings) return proposals.map(({ grid, mapping, recognized }) => (recognized ? { grid, mapping } : { grid }));
  return mappings.flatMap((mapping) => {
    const proposal = proposals[mapping.sheet];
    if (!proposal) return [];
    return mapping.asText ? [{ grid: proposal.grid }] : [{ grid: proposal.grid, mapping }];
  });
}

function reviewPlan(parsed: Plan, document: TextDocument, text: string | undefined): Result<ImportedPlan> {
  const { value: review, messages } = text === undefined ? { value: undefined, messages: [] } : parseReview(text);
  if (!review) return { value: { document, parsed, plan: parsed }, messages };
  const applied = applyReview(parsed, document, review);
  return { value: { document, parsed, plan: applied.value, review }, messages: [...messages, ...applied.messages] };
}

function damageOf(document: TextDocument): Message[] {
  const damage = document.damage;
  if (!damage) return [];
  const details = { lost: damage.lost, restored: damage.restored };
  return [{ code: damage.kind === "lost-glyphs" ? "text-damaged" : "text-wrong-letters", severity: "warning", details }];
}

/** What a reader noted: pages that are pictures, changes that nobody had settled, an old character set. */
function notesOf({ notes = [] }: TextDocument): Message[] {
  return notes.map(({ code, details }) => ({ code, severity: "warning", details }));
}
