import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs one of poppler's tools on PDF bytes in a folder of its own and gives the files it made, by name order. */
async function poppler(tool: string, args: (input: string, output: string) => readonly string[], pdf: Uint8Array): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), "so-theo-doi-pdf-"));
  try {
    const input = join(folder, "in.pdf");
    await writeFile(input, pdf);
    try {
      await run(tool, args(input, join(folder, "page")), { timeout: 120_000 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new Error(`${tool} is missing: apt-get install poppler-utils`);
      throw error;
    }
    const names = (await readdir(folder)).filter((name) => name.startsWith("page")).sort();
    return await Promise.all(names.map((name) => readFile(join(folder, name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One PNG a page, at `dpi` dots an inch. */
export function pdfPages(pdf: Uint8Array, dpi = 70): Promise<Uint8Array[]> {
  return poppler("pdftoppm", (input, output) => ["-png", "-r", String(dpi), input, output], pdf);
}

/** The words of each page, in the order in which they stand. */
export async function pdfTexts(pdf: Uint8Array): Promise<string[]> {
  const [text] = await poppler("pdftotext", (input, output) => ["-layout", input, `${output}.txt`], pdf);
  return new TextDecoder().decode(text).normalize("NFC").split("\f").slice(0, -1);
}

/** A word on a page and the box that it fills, in points from the top left corner. */
export interface PrintedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;

/** The words of each page with their boxes. */
export async function pdfWords(pdf: Uint8Array): Promise<PrintedWord[][]> {
  const [html] = await poppler("pdftotext", (input, output) => ["-bbox", input, `${output}.html`], pdf);
  const pages = new TextDecoder().decode(html).normalize("NFC").split("<page ").slice(1);
  return pages.map((page) =>
    [...page.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
      text: text!,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    })),
  );
}

/** How many dots of each page have a colour (RRGGBB), at 40 dots an inch. */
export async function pdfColors(pdf: Uint8Array, colors: readonly string[]): Promise<number[][]> {
  const pictures = await poppler("pdftoppm", (input, output) => ["-r", "40", "-aa", "no", "-aaVector", "no", input, output], pdf);
  const wanted = colors.map((color) => Number.parseInt(color, 16));
  return pictures.map((picture) => {
    // "P6", width, height, 255, then three bytes a dot.
    const head = /^P6\s+\d+\s+\d+\s+\d+\s/.exec(new TextDecoder("latin1").decode(picture.subarray(0, 40)))![0].length;
    const counts = wanted.map(() => 0);
    for (let at = head; at + 2 < picture.length; at += 3) {
      const place = wanted.indexOf((picture[at]! << 16) | (picture[at + 1]! << 8) | picture[at + 2]!);
      if (place >= 0) counts[place]! += 1;
    }
    return counts;
  });
}
