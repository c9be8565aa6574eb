import type { ReadNote, TextDocument } from "../text/textDocument";
import { DocumentLines } from "./documentLines";
import { checkFileSize } from "./limits";
import { findTextTables } from "./textTables";
import { ReadError } from "./readError";

/**
 * Reads plain text, also with Markdown tables or columns as `pdftotext -layout` prints them. Bytes may be UTF-8, UTF-16 with a byte order
 * mark, or Windows-1258. Throws ReadError for empty, binary and oversized input.
 */
export function readText(name: string, input: Uint8Array | string): TextDocument {
  if (typeof input !== "string") checkFileSize(name, input.length);
  const { text, legacy } = typeof input === "string" ? { text: input, legacy: false } : decodeText(name, input);
  if (text.trim() === "") throw new ReadError("file-empty", { name });
  refuseBinary(name, text);
  const lines = new DocumentLines(name);
  const pages = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").split("\f");
  pages.forEach((page, index) => {
    const facts = pages.length > 1 ? { page: index + 1 } : {};
    // A form feed stands at the start of the first line of a page; the line before it is already closed.
    const body = index + 1 < pages.length && page.endsWith("\n") ? page.slice(0, -1) : page;
    for (const line of body.split("\n")) lines.add(line, facts);
  });
  const { tables, markdown } = findTextTables(lines.lines);
  const notes: ReadNote[] = legacy ? [{ code: "text-decoded-legacy", details: { name, encoding: "Windows-1258" } }] : [];
  return lines.finish(markdown ? "markdown" : "text", tables, notes);
}

/** Text of bytes in UTF-8, UTF-16 with a byte order mark or Windows-1258; `legacy` is true for the last. Throws ReadError for binary data. */
export function decodeText(name: string, bytes: Uint8Array): { text: string; legacy: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), legacy: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), legacy: false };
  if (bytes.subarray(0, 65_536).includes(0)) throw new ReadError("file-binary", { name });
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), legacy: false };
  } catch {
    return { text: new TextDecoder("windows-1258").decode(bytes), legacy: true };
  }
}

/** Text of people has hardly any control characters; one in fifty is a picture or a program. */
function refuseBinary(name: string, text: string): void {
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) throw new ReadError("file-binary", { name });
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) ||
      (code >= 127 && code < 160 && code !== 0x85) ||
      code === 0xfffd
    )
      control++;
  }
  if (control > 4 && control > text.length / 50) throw new ReadError("file-binary", { name });
}
