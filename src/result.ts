import type { Source } from "./text/textDocument";

/** How grave a message is: `error` stops the journey, `warning` needs a look, `info` is told and forgotten. */
export type Severity = "error" | "warning" | "info";

/** Something to tell a person. The sentence stands in `messages.ts`; here are only its code and the facts it mentions. */
export interface Message {
  readonly code: MessageCode;
  readonly severity: Severity;
  /** The words of the plan it is about. */
  readonly source?: Source;
  /** Facts that the sentence names, for instance `{ lines: 3 }`. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Every message that the program can give; `messages.ts` must hold a sentence for each in both languages. */
export type MessageCode =
  | "file-empty"
  | "file-binary"
  | "file-too-large"
  | "file-broken"
  | "file-encrypted"
  | "file-format-unsupported"
  | "file-other-office"
  | "file-archive"
  | "file-picture"
  | "file-without-text"
  | "not-a-plan"
  | "text-damaged"
  | "text-wrong-letters"
  | "text-decoded-legacy"
  | "tracked-changes-dropped"
  | "pages-without-text"
  | "lines-unread"
  | "items-uncertain"
  | "review-decision-unmatched"
  | "review-invalid"
  | "review-edit-impossible"
  | "workbook-not-ours"
  | "workbook-state-damaged"
  | "workbook-state-newer"
  | "workbook-exists"
  | "name-taken"
  | "outlines-left-out"
  | "selection-too-large"
  | "cell-not-empty"
  | "row-moved"
  | "names-changed"
  | "figure-locked"
  | "entry-changed"
  | "column-missing"
  | "sheet-protected"
  | "kpi-missing"
  | "formulas-put-back"
  | "formulas-half-switched"
  | "log-out-of-step"
  | "sheet-missing"
  | "table-missing"
  | "excel-cell-edit"
  | "excel-too-old"
  | "excel-request-too-large"
  | "excel-read-only"
  | "excel-busy"
  | "excel-failed"
  | "generation-undone"
  | "generation-cleanup-failed"
  | "carry-done"
  | "carry-conflicts"
  | "carry-gone"
  | "carry-moved"
  | "carry-missing"
  | "carry-columns"
  | "cancelled";

/** A value and what there is to say about it; the work goes on. */
export interface Result<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}
