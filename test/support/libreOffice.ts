import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** LibreOffice trusts stored results, even with fullCalcOnLoad, unless this setting (0 = always) is in the profile. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Comma, quote, UTF-8, from line 1, values unformatted, every sheet in a file of its own. */
const CSV_OF_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** Converts with a profile of its own, so that any number may run side by side; gives the files made by name. */
async function convert(bytes: Uint8Array, filter: string, recalculate: boolean, name = "book.xlsx"): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "so-theo-doi-office-"));
  try {
    const profile = join(folder, "profile");
    const made = join(folder, "made");
    await mkdir(join(profile, "user"), { recursive: true });
    await mkdir(made);
    if (recalculate) await writeFile(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const input = join(folder, name);
    await writeFile(input, bytes);
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--convert-to",
      filter,
      "--outdir",
      made,
      input,
    ];
    try {
      await run("soffice", args, { timeout: 120_000, env: { ...process.env, LC_ALL: "C.UTF-8" } });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") {
        throw new Error("soffice is missing: apt-get install libreoffice-calc libreoffice-writer fonts-liberation fonts-noto-core");
      }
      throw error;
    }
    const files = new Map<string, Uint8Array>();
    for (const name of await readdir(made)) files.set(name, await readFile(join(made, name)));
    if (files.size === 0) throw new Error("LibreOffice wrote nothing: it could not open the file");
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function single(bytes: Uint8Array, filter: string, recalculate: boolean): Promise<Uint8Array> {
  const files = await convert(bytes, filter, recalculate);
  return [...files.values()][0]!;
}

/** The workbook as LibreOffice saves it after computing every formula anew; read it with `readXlsx`. */
export function recalculatedXlsx(bytes: Uint8Array): Promise<Uint8Array> {
  return single(bytes, "xlsx:Calc MS Excel 2007 XML", true);
}

/** The printed pages as PDF bytes, with the stored results unless `recalculate`. */
export function printedPdf(bytes: Uint8Array, recalculate = false): Promise<Uint8Array> {
  return single(bytes, "pdf", recalculate);
}

/** A document of LibreOffice's own format, as from `writerDocument`, as a Word file. */
export async function wordFile(flatDocument: Uint8Array): Promise<Uint8Array> {
  return [...(await convert(flatDocument, "docx:MS Word 2007 XML", false, "plan.fodt")).values()][0]!;
}

/** The same as a PDF. */
export async function pdfFile(flatDocument: Uint8Array): Promise<Uint8Array> {
  return [...(await convert(flatDocument, "pdf:writer_pdf_Export", false, "plan.fodt")).values()][0]!;
}

/** A document of LibreOffice's own format in another: a filter as the command line of LibreOffice names it ("odt", "doc", "rtf"). */
export async function convertedDocument(flatDocument: Uint8Array, filter: string): Promise<Uint8Array> {
  return [...(await convert(flatDocument, filter, false, "plan.fodt")).values()][0]!;
}

/** A Word file as a PDF. */
export async function pdfOfWord(word: Uint8Array): Promise<Uint8Array> {
  return [...(await convert(word, "pdf:writer_pdf_Export", false, "plan.docx")).values()][0]!;
}

/** Unformatted values of every sheet (hidden ones too) by sheet name, after computing every formula anew. */
export async function recalculatedSheets(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>();
  for (const [name, file] of await convert(bytes, CSV_OF_EVERY_SHEET, true)) {
    sheets.set(
      name
        .normalize("NFC")
        .replace(/^book-/, "")
        .replace(/\.csv$/, ""),
      parseCsv(new TextDecoder().decode(file)),
    );
  }
  return sheets;
}

/** Rows of a CSV text whose fields may be quoted. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const ch = text[i]!;
    if (quoted) {
      if (ch !== '"') field += ch;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (ch === '"') quoted = true;
    else if (ch === ",") {
      row.push(field);
      field = "";
    } else if (ch === "\n") {
      row.push(field);
      rows.push(row);
      row = [];
      field = "";
    } else if (ch !== "\r") field += ch;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}
