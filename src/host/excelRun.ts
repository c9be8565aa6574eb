import type { Message, MessageCode, Result } from "../result";

/** How often and how patiently a batch is repeated when Excel is busy. Only for batches that may run twice. */
export interface RetryPolicy {
  /** Further tries after the first. */
  readonly times: number;
  /** Milliseconds before the first further try; each next wait is twice as long. */
  readonly delay: number;
  /** Waits until the person has ended the editing of a cell; otherwise that is an error. @default false */
  readonly afterCellEdit?: boolean;
}

/** Patience of everything that only reads. */
export const READ_RETRY: RetryPolicy = { times: 3, delay: 150 };

/** Patience of reading that nobody asked for: a person who is typing must not be told to stop. */
export const FOLLOW: RetryPolicy = { ...READ_RETRY, afterCellEdit: true };

/** Patience of a batch in several requests that has begun: the person may edit cells in between. Never run twice. */
export const GO_ON: RetryPolicy = { times: 0, delay: 0, afterCellEdit: true };

/** Message codes by the error code of Office (Excel error-handling reference; RichApi adds those without a page). */
const CODES: Readonly<Record<string, MessageCode>> = {
  InvalidOperationInCellEditMode: "excel-cell-edit",
  RequestPayloadSizeLimitExceeded: "excel-request-too-large",
  ResponsePayloadSizeLimitExceeded: "excel-request-too-large",
  ApiNotFound: "excel-too-old",
  ApiNotAvailable: "excel-too-old",
  NotImplemented: "excel-too-old",
  AccessDenied: "excel-read-only",
  Forbidden: "excel-read-only",
  ReadOnly: "excel-read-only",
  WorkbookReadOnly: "excel-read-only",
  UnsupportedSheet: "excel-read-only",
  HostIsBusy: "excel-busy",
  ActivityLimitReached: "excel-busy",
  ServiceNotAvailable: "excel-busy",
  RequestAborted: "excel-busy",
  TimedOut: "excel-busy",
};

/** A refusal of ours inside a batch: carries the messages to give back. */
export class Refusal extends Error {
  constructor(readonly messages: readonly Message[]) {
    super(messages.map(({ code }) => code).join(", "));
  }
}

/** Thrown between requests when the person has cancelled. */
export class Cancelled extends Error {}

/** Throws `Cancelled` once the signal has fired. */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled("cancelled");
}

/** What to say about an error that came out of a batch; details name Office's code, the statement and the place. */
export function messagesOf(error: unknown): readonly Message[] {
  if (error instanceof Refusal) return error.messages;
  if (error instanceof Cancelled) return [{ code: "cancelled", severity: "info" }];
  const { code, text, statement, location } = factsOf(error);
  const details = {
    code,
    text: text.slice(0, 500),
    ...(statement ? { statement: statement.slice(0, 200) } : {}),
    ...(location ? { location } : {}),
  };
  return [{ code: codeOf(code, text), severity: "error", details }];
}

/** Runs a batch in the open workbook. Never throws for what Excel answers: an error of Office becomes a message and the value is undefined. */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  retry: RetryPolicy = { times: 0, delay: 0 },
): Promise<Result<T | undefined>> {
  for (let turn = 0; ; turn++) {
    try {
      return { value: await Excel.run({ delayForCellEdit: retry.afterCellEdit ?? false }, batch), messages: [] };
    } catch (error) {
      const messages = messagesOf(error);
      if (turn >= retry.times || !messages.some(({ code }) => code === "excel-busy")) return { value: undefined, messages };
      await pause(retry.delay * 2 ** turn);
    }
  }
}

/** Waits some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface ErrorFacts {
  readonly code: string;
  readonly text: string;
  readonly statement?: string | undefined;
  readonly location?: string | undefined;
}

function factsOf(error: unknown): ErrorFacts {
  // office.js may live in another window, whose Error is not ours.
  if (typeof error !== "object" || error === null || !("message" in error)) return { code: "Unknown", text: String(error) };
  const { code, name, message, debugInfo } = error as {
    code?: unknown;
    name?: unknown;
    message: unknown;
    debugInfo?: { statement?: string; errorLocation?: string };
  };
  return {
    code: typeof code === "string" ? code : String(name ?? "Error"),
    text: String(message),
    statement: debugInfo?.statement,
    location: debugInfo?.errorLocation,
  };
}

/** Excel tells a protected sheet or a read-only file by InvalidOperation and its words only, in English or in the language of Office. */
function codeOf(code: string, text: string): MessageCode {
  const known = CODES[code];
  if (known) return known;
  return /protected|read-only|bảo vệ|chỉ đọc/iu.test(text) ? "excel-read-only" : "excel-failed";
}
