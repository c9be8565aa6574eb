import type { Plan } from "./plan/plan";
import type { Result } from "./result";
import type { SavedReview } from "./review/review";
import type { TextDocument } from "./text/textDocument";
import type { CellValue } from "./workbook/formula";

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

export type { SavedReview };
