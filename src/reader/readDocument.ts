import type { SheetGrid } from "../text/sheetGrid";
import type { TextDocument } from "../text/textDocument";
import { csvRows } from "./csvRows";
import { checkFileSize } from "./limits";
import { ReadError } from "./readError";
import type { ReadOptions } from "./readOptions";
import { decodeText, readText } from "./readText";

/** What can be read; the same shapes as the pipeline's input. */
export type ReaderInput =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "html"; readonly name: string; readonly html: string; readonly text: string }
  | {
      readonly kind: "cells";
      readonly name: string;
      readonly rows: readonly (readonly (string | number | boolean | null)[])[];
      /** Number formats of the cells as Excel spells them, so that dates are known; of the same shape as `rows`. */
      readonly numberFormats?: readonly (readonly string[])[];
    };

/** Reads a document by what is in it, whatever its name says. Throws only ReadError (and the signal's reason when cancelled). */
export async function readDocument(input: ReaderInput, options: ReadOptions = {}): Promise<TextDocument> {
  options.signal?.throwIfAborted();
  if (input.kind === "text") return csvRows(input.text) ? readSheets(input, options) : readText(input.name, input.text);
  if (input.kind === "html")
    return input.html.trim() === "" ? readText(input.name, input.text) : (await import("./readHtml")).readHtml(input.name, input.html);
  if (input.kind === "cells") return readSheets(input, options);
  checkFileSize(input.name, input.bytes.length);
  const { name, bytes } = input;
  const format = formatOfBytes(bytes);
  switch (format) {
    case "text":
      return csvOfFile(name, bytes) ? readSheets(input, options) : readTextFile(name, bytes);
    case "docx":
      return (await import("./readDocx")).readDocx(name, bytes);
    case "pdf":
      return (await import("./readPdf")).readPdf(name, bytes, options);
    case "xlsx":
      return readSheets(input, options);
    case "html":
      return (await import("./readHtml")).readHtml(name, decodeText(name, bytes).text);
    case "encrypted":
      throw new ReadError("file-encrypted", { name });
    case "archive":
      // The list of an archive stands at its end: a file that was not loaded to the end has none.
      throw new ReadError(isCutArchive(bytes) ? "file-broken" : "file-archive", { name });
    case "picture":
      throw new ReadError("file-picture", { name });
    case ".xls":
    case ".ods":
    case ".ppt":
    case ".pptx":
      throw new ReadError("file-format-unsupported", { name, format });
    default:
      throw new ReadError("file-other-office", { name, format });
  }
}

/** The sheets of an .xlsx file, the rows of a .csv or a selected range, for choosing columns; undefined for documents. Throws ReadError. */
export async function readSheetGrids(input: ReaderInput): Promise<readonly SheetGrid[] | undefined> {
  if (input.kind === "cells") return [(await import("./readSheet")).gridOfCells(input.name, input.rows, input.numberFormats)];
  if (input.kind === "html") return undefined;
  if (input.kind === "text") return gridOfRows(input.name, csvRows(input.text));
  checkFileSize(input.name, input.bytes.length);
  const format = formatOfBytes(input.bytes);
  if (format === "xlsx") return (await import("./readSheet")).gridsOfXlsx(input.name, input.bytes);
  return format === "text" ? gridOfRows(input.name, csvOfFile(input.name, input.bytes)) : undefined;
}

async function gridOfRows(name: string, rows: CsvRows | undefined): Promise<readonly SheetGrid[] | undefined> {
  return rows && [(await import("./readSheet")).gridOfCells(name, rows)];
}

type CsvRows = readonly (readonly string[])[];

/** Rows of a file that is a table with commas or semicolons; undefined for other texts and for data that is no text. */
function csvOfFile(name: string, bytes: Uint8Array): CsvRows | undefined {
  return bytes.subarray(0, 65_536).includes(0) && !isUtf16(bytes) ? undefined : csvRows(decodeText(name, bytes).text);
}

async function readSheets(input: ReaderInput, options: ReadOptions): Promise<TextDocument> {
  const grids = (await readSheetGrids(input)) ?? [];
  const { readGrids } = await import("./readSheet");
  return readGrids(input.name, options.mapSheets?.(grids) ?? grids.map((grid) => ({ grid })));
}

/** A file whose name promises Word, Excel or PDF and whose bytes are none of them is damaged, not mistaken. */
function readTextFile(name: string, bytes: Uint8Array): TextDocument {
  try {
    return readText(name, bytes);
  } catch (error) {
    if (error instanceof ReadError && error.code === "file-binary" && /\.(?:docx|xlsx|pdf)$/i.test(name))
      throw new ReadError("file-broken", { name });
    throw error;
  }
}

/** A format by its content: one that is read, one that another program can turn into .docx, or none of a document. */
export type FileFormat = "text" | "docx" | "pdf" | "xlsx" | "html" | "encrypted" | "archive" | "picture" | `.${string}`;

/** Kind of a file by its first bytes; "text" when nothing else is recognised. */
export function formatOfBytes(bytes: Uint8Array): FileFormat {
  const head = headOf(bytes);
  if (head.startsWith("PK\u0003\u0004")) return formatOfArchive(bytes);
  if (/^(?:PK\u0005\u0006|Rar!|7z\u00bc\u00af|\u001f\u008b)/.test(head)) return "archive";
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return formatOfCompound(bytes);
  if (head.startsWith("{\\rtf")) return ".rtf";
  if (PICTURE.test(head)) return "picture";
  // Word writes whole pages into one file of parts, or one file of XML.
  if (/^mime-version:/i.test(head)) return ".mht";
  if (/^(?:\u00ef\u00bb\u00bf)?\s{0,20}<\?xml/i.test(head) && !/<html|<!doctype html/i.test(head)) return ".xml";
  return HTML.test(head) ? "html" : "text";
}

const PICTURE = /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|BM[\s\S]{4}\0{4}|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:hei|mif|avif))/;
const HTML =
  /^(?:\u00ef\u00bb\u00bf)?\s{0,20}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,200}-->\s{0,20})?<(?:!doctype html|html|head|body|table|div|p|meta)\b/i;

function isCutArchive(bytes: Uint8Array): boolean {
  return includesText(bytes.subarray(0, 4), "PK\u0003\u0004") && !includesText(bytes.subarray(-66_000), "PK\u0005\u0006");
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The first letters of a file, as bytes or, behind its byte order mark, as UTF-16. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 1024);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  return head[0] === 0xfe && head[1] === 0xff ? new TextDecoder("utf-16be").decode(head) : String.fromCharCode(...head);
}

/** Office files are archives that differ by the parts they list. */
function formatOfArchive(bytes: Uint8Array): FileFormat {
  if (includesText(bytes, "word/document")) return "docx";
  if (includesText(bytes, "xl/workbook.xml") || includesText(bytes, "xl/workbook.bin")) return "xlsx";
  if (includesText(bytes.subarray(0, 200), "application/vnd.oasis.opendocument.text")) return ".odt";
  if (includesText(bytes.subarray(0, 200), "application/vnd.oasis.opendocument.spreadsheet")) return ".ods";
  return includesText(bytes, "ppt/presentation.xml") ? ".pptx" : "archive";
}

/** Files of Office before 2007 are compound files, and so are newer ones with a password; their streams are named in UTF-16. */
function formatOfCompound(bytes: Uint8Array): FileFormat {
  const hasStream = (name: string): boolean => includesText(bytes, [...name].join("\0"));
  if (hasStream("EncryptedPackage")) return "encrypted";
  if (hasStream("Workbook")) return ".xls";
  return hasStream("PowerPoint Document") ? ".ppt" : ".doc";
}

function includesText(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < text.length && bytes[at + i] === text.charCodeAt(i)) i++;
    if (i === text.length) return true;
  }
  return false;
}
