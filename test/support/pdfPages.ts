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
