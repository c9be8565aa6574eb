import type { PDFDocumentProxy } from "pdfjs-dist";
import { hasLostGlyphs } from "../text/lostGlyphs";
import type { ReadNote, TextDocument, TextTable } from "../text/textDocument";
import { DocumentLines } from "./documentLines";
import { loadPdfEngine, type PdfEngine } from "./pdfEngine";
import { findGrids, type PageGrid } from "./pdfGrid";
import { columnGrids } from "./pdfColumns";
import { footnotesFrom, isFootnoteStart } from "./pdfFootnotes";
import type { PdfWord } from "./pdfGlyphs";
import { joinLines, type PdfLine } from "./pdfLines";
import { readPdfPage, type PdfPage } from "./pdfPage";
import { addGrid, finishedTable, hasColumnsOf, type OpenTable } from "./pdfTables";
import { ReadError } from "./readError";
import type { ReadOptions } from "./readOptions";
import { stampLines } from "./signatureStamp";

/** Longest document, in pages. */
const MAX_PAGES = 1000;
/** Fewer letters on a page are no text; on a page that is a picture, a stamp of a signature has more. */
const MIN_LETTERS = 20;
const MIN_LETTERS_ON_PICTURE = 250;
/** A picture that covers more of a page is the page; a smaller one and a drawing may be all that a page has. */
const WHOLE_PAGE = 0.5;
const SMALL_PICTURE = 0.1;
const MANY_SHAPES = 300;
/** Time after which opening a document is given up, in milliseconds: a page tree may run in circles. */
const OPEN_TIME = 20_000;

/**
 * Reads a PDF: lines from positions, tables from ruling lines and joined over pages, repeated headers and page numbers left out. A scan is
 * refused with what to do. Throws ReadError.
 */
export async function readPdf(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<TextDocument> {
  const pdfjs = await loadPdfEngine();
  const pages = await readPages(pdfjs, name, bytes, options);
  const scans = pages.flatMap((page, index) => (isScan(page) ? [index + 1] : []));
  const letters = pages.reduce((sum, page) => sum + lettersOf(page), 0);
  if (letters < MIN_LETTERS || scans.length === pages.length)
    throw new ReadError("file-without-text", { name, pages: pages.length, scan: 1 });
  const read = spacedWhereLettersAreLost(name, pages);
  const notes: ReadNote[] =
    scans.length > 0 ? [{ code: "pages-without-text", details: { name, list: numberRanges(scans), pages: pages.length } }] : [];
  return notes.length > 0 ? { ...read, notes } : read;
}

/** A page that is a picture of text or its outlines. A blank page is none. */
function isScan(page: PdfPage): boolean {
  const letters = lettersOf(page);
  if (page.picture > WHOLE_PAGE) return letters < MIN_LETTERS_ON_PICTURE;
  return letters < MIN_LETTERS && (page.picture > SMALL_PICTURE || page.shapes > MANY_SHAPES);
}

function lettersOf({ words }: PdfPage): number {
  return words.reduce((sum, word) => sum + (word.text.match(/\p{L}/gu)?.length ?? 0), 0);
}

/** "2, 5–7" */
function numberRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

async function readPages(pdfjs: PdfEngine, name: string, bytes: Uint8Array, options: ReadOptions): Promise<PdfPage[]> {
  // pdf.js takes the bytes away to its worker.
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const pdf = await within(OPEN_TIME, task.promise);
    if (pdf.numPages > MAX_PAGES) throw new ReadError("file-too-large", { name, pages: pdf.numPages, limit: MAX_PAGES });
    return await readEach(pdfjs, pdf, options);
  } catch (error) {
    if (options.signal?.aborted || error instanceof ReadError) throw error;
    const kind = error instanceof Error ? error.name : "";
    throw new ReadError(kind === "PasswordException" ? "file-encrypted" : "file-broken", { name });
  } finally {
    await task.destroy();
  }
}

async function readEach(pdfjs: PdfEngine, pdf: PDFDocumentProxy, options: ReadOptions): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    options.signal?.throwIfAborted();
    const page = await within(OPEN_TIME, pdf.getPage(number));
    pages.push(await readPdfPage(pdfjs, page));
    page.cleanup();
    options.onPage?.(number, pdf.numPages);
  }
  return pages;
}

/** A promise that fails when it takes too long. */
async function within<T>(time: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), time);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Spaces say nothing beyond parting words, except where an earlier extractor printed one for each letter that it had lost. */
function spacedWhereLettersAreLost(name: string, pages: readonly PdfPage[]): TextDocument {
  const document = layOut(name, pages, (line) => line.text);
  if (!pages.some((page) => page.words.some((word) => word.spacesBefore > 1))) return document;
  const spaced = layOut(name, pages, (line) => line.spaced);
  return hasLostGlyphs(spaced) ? spaced : document;
}

function layOut(name: string, pages: readonly PdfPage[], wordsOf: (line: PdfLine) => string): TextDocument {
  const lines = new DocumentLines(name);
  const tables: OpenTable[] = [];
  const laidOut = withColumnTables(
    pages.map((page) => {
      const { grids, rest } = findGrids(page);
      return { page, grids, rest, lines: joinLines(rest) };
    }),
  );
  const isRepeated = repeatedMargins(laidOut);
  // Footnotes stand behind the text: at the foot of a page they would part the sentence that runs over it.
  const notes: { readonly line: PdfLine; readonly page: number }[] = [];
  laidOut.forEach(({ page, grids, lines: own }, index) => {
    const stamp = stampLines(own);
    const withNotes = own.filter((line) => !isRepeated(line, page) && !stamp.has(line));
    const firstNote = footnotesFrom(withNotes, page);
    const shown = withNotes.slice(0, firstNote);
    notes.push(...withNotes.slice(firstNote).map((line) => ({ line, page: index + 1 })));
    let done = 0;
    let before: PdfLine | undefined;
    const addLinesAbove = (y: number) => {
      for (; done < shown.length && shown[done]!.y < y; done++) {
        const line = shown[done]!;
        // A gap of more than a line parts paragraphs.
        if (before && line.y - before.y > 1.9 * Math.max(line.height, before.height)) lines.add("", { page: index + 1 });
        lines.add(wordsOf(line), { page: index + 1 });
        before = line;
      }
    };
    for (const grid of grids) {
      const first = done === 0 && shown[0] !== undefined ? shown[0].y > grid.top : true;
      addLinesAbove(grid.top);
      const last = tables.at(-1);
      const goesOn = first && grid === grids[0] && last !== undefined && last.lastLine === lines.next - 1 && hasColumnsOf(last, grid);
      const table = addGrid(lines, grid, (own) => lines.add(wordsOf(own), { page: index + 1 }), goesOn ? last : undefined);
      if (table !== last) tables.push(table);
      before = undefined;
    }
    addLinesAbove(Infinity);
  });
  notes.forEach(({ line, page }, index) => {
    if (index === 0 || isFootnoteStart(line)) lines.add("", { page });
    lines.add(wordsOf(line), { page });
  });
  const finished = tables.map(finishedTable).filter((table): table is TextTable => table !== undefined);
  return lines.finish("pdf", finished);
}

interface LaidOutPage {
  readonly page: PdfPage;
  readonly grids: readonly PageGrid[];
  /** Words outside of tables. */
  readonly rest: readonly PdfWord[];
  readonly lines: readonly PdfLine[];
}

/** Takes the words of tables without lines out of the pages that have no ruled ones. */
function withColumnTables(pages: readonly LaidOutPage[]): LaidOutPage[] {
  const isRepeated = repeatedMargins(pages);
  const loose = pages.map(({ page, grids, rest, lines }) => {
    const margins = lines.filter((line) => isRepeated(line, page)).map((line) => line.y);
    const isMargin = (word: PdfWord): boolean => margins.some((y) => Math.abs(y - word.y) < 1);
    return { words: grids.length > 0 ? [] : rest, isMargin };
  });
  const found = columnGrids(loose);
  return pages.map((laidOut, index) => {
    const grids = found[index]!;
    if (grids.length === 0) return laidOut;
    const inside = new Set(grids.flatMap((grid) => grid.cells.flatMap((cell) => cell.words.map(placeOf))));
    const rest = laidOut.rest.filter((word) => !inside.has(placeOf(word)));
    return { ...laidOut, grids: [...laidOut.grids, ...grids].sort((a, b) => a.top - b.top), rest, lines: joinLines(rest) };
  });
}

const placeOf = ({ x, y, text }: PdfWord): string => `${x} ${y} ${text}`;

// "3", "- 3 -", "Trang 3/12", "Page 3 of 12"
const PAGE_NUMBER = /^(?:[-–]?\s?\d{1,4}\s?[-–]?|(?:trang|page)\s?\d{1,4}(?:\s?(?:\/|of|trên)\s?\d{1,4})?)$/i;

/** Lines at the margins that are page numbers or stand on most pages. */
function repeatedMargins(pages: readonly { page: PdfPage; lines: readonly PdfLine[] }[]): (line: PdfLine, page: PdfPage) => boolean {
  const inMargin = (line: PdfLine, page: PdfPage) => line.y < 0.09 * page.height || line.y > 0.92 * page.height;
  // A footer of a wide margin: what stands there in the same place on most pages.
  const nearEdge = (line: PdfLine, page: PdfPage) => line.y < 0.15 * page.height || line.y > 0.85 * page.height;
  const shape = (line: PdfLine) => line.text.replace(/\d+/g, "#");
  // On two pages only what stands in the same place is sure to be a header.
  const placed = (line: PdfLine) => `${shape(line)} ${Math.round(line.y)}`;
  const seen = new Map<string, number>();
  for (const { page, lines } of pages) {
    const margin = lines.filter((line) => inMargin(line, page)).map(shape);
    for (const key of new Set([...margin, ...lines.filter((line) => nearEdge(line, page)).map(placed)]))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const most = Math.max(3, pages.length / 2);
  const stands = (key: string, times: number): boolean => (seen.get(key) ?? 0) >= times;
  return (line, page) =>
    (nearEdge(line, page) && stands(placed(line), most)) ||
    (inMargin(line, page) && (PAGE_NUMBER.test(line.text) || stands(shape(line), most) || stands(placed(line), Math.max(2, pages.length))));
}
