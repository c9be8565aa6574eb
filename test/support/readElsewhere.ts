import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { PlanTable } from "../../src/parser/tables/planTable";
import type { TextDocument } from "../../src/text/textDocument";

const run = promisify(execFile);
const ROOT = join(__dirname, "../..");

/** What reading a file in a Node process of its own gave. */
export interface ReadOutcome {
  readonly document?: TextDocument;
  readonly tables?: readonly PlanTable[];
  /** Code of the ReadError. */
  readonly refused?: string;
  /** What a person is told of it, in Vietnamese. */
  readonly told?: string;
  /** Most memory that the process held, in megabytes; Node alone takes about 50. */
  readonly peakMegabytes: number;
}

/** Heap that a reading may use, in megabytes, and the time after which it is ended, in milliseconds. */
const HEAP = 512;
const TIME_LIMIT = 60_000;

const SCRIPT = `
  import { readFileSync } from "node:fs";
  import { findPlanTables } from "./src/parser/tables/findPlanTables";
  import { describe } from "./src/messages";
  import { readDocument } from "./src/reader/readDocument";
  // maxRSS begins with what the parent held when it forked; VmHWM is of this program alone, but Linux only.
  const own = () => {
    try {
      return /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    } catch {
      return undefined;
    }
  };
  const peak = () => Number(own() ?? process.resourceUsage().maxRSS) / 1024;
  try {
    const document = await readDocument({ kind: "file", name: "x", bytes: new Uint8Array(readFileSync(process.argv[2])) });
    console.log(JSON.stringify({ document, tables: findPlanTables(document), peakMegabytes: peak() }));
  } catch (error) {
    const told = error.code && describe({ code: error.code, severity: "error", details: error.details }, "vi");
    console.log(JSON.stringify({ refused: error.code ?? String(error), told: told && told.title + ". " + told.text, peakMegabytes: peak() }));
  }
`;

/** Reads files as the command line does, outside jest, whose sandbox cannot load the ES modules of pdf.js. */
export class ElsewhereReader {
  private constructor(
    private readonly folder: string,
    private count = 0,
  ) {}

  static async start(): Promise<ElsewhereReader> {
    const folder = await mkdtemp(join(ROOT, "node_modules/.read-"));
    await build({
      stdin: { contents: SCRIPT, resolveDir: ROOT, loader: "ts" },
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["pdfjs-dist"],
      outfile: join(folder, "read.mjs"),
      logLevel: "error",
    });
    return new ElsewhereReader(folder);
  }

  async read(bytes: Uint8Array): Promise<ReadOutcome> {
    const file = join(this.folder, `${++this.count}.bin`);
    await writeFile(file, bytes);
    const { stdout } = await run("node", [`--max-old-space-size=${HEAP}`, join(this.folder, "read.mjs"), file], {
      maxBuffer: 50_000_000,
      timeout: TIME_LIMIT,
    });
    return JSON.parse(stdout) as ReadOutcome;
  }

  async stop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
