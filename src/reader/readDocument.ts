import type { TextDocument } from "../text/textDocument";
import { checkFileSize } from "./limits";
import { ReadError } from "./readError";
import { readText } from "./readText";

/** What can be read; the same shapes as the pipeline's input. */
export type ReaderInput =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "html"; readonly name: string; readonly html: string; readonly text: string }
  | { readonly kind: "cells"; readonly name: string; readonly rows: readonly (readonly (string | number | boolean | null)[])[] };

/** What a reader may be given to report and to stop. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told after each page of a long file. */
  readonly onPage?: (page: number, pages: number) => void;
}

/** Reads a document by what is in it, whatever its name says. Throws only ReadError (and the signal's reason when cancelled). */
export async function readDocument(input: ReaderInput, options: ReadOptions = {}): Promise<TextDocument> {
  options.signal?.throwIfAborted();
  if (input.kind === "text") return readText(input.name, input.text);
  if (input.kind === "html") return readText(input.name, input.text);
  if (input.kind === "cells") throw new ReadError("file-format-unsupported", { name: input.name, format: "cells" });
  checkFileSize(input.name, input.bytes.length);
  const format = formatOfBytes(input.bytes);
  if (format !== "text") throw new ReadError("file-format-unsupported", { name: input.name, format });
  return readText(input.name, input.bytes);
}

/** Kind of a file by its first bytes; "text" when nothing else is recognised. */
export function formatOfBytes(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "ole";
  if (head.startsWith("{\\rtf")) return "rtf";
  if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("GIF8") || /^(?:II\*\0|MM\0\*)/.test(head))
    return "image";
  return "text";
}
