import { fork } from "node:child_process";
import { renderWorkbook } from "../src/host/renderWorkbook";
import { parseCalendarDate } from "../src/plan/date";
import { createTracking, importPlan } from "../src/pipeline";
import { seedPlans } from "../src/seeds";
import type { WorkbookSpec } from "../src/workbook/workbookSpec";
import { enlarged, reportedMonthly } from "../test/support/largePlan";
import { startOfficeHost } from "../test/support/officeHost";

/** Excel on the web refuses heavier requests, in bytes. */
export const EXCEL_LIMIT = 5_000_000;

/** How large a plan is made of a seed, and over how many periods its figures are collected. */
export interface PlanSize {
  readonly targets: number;
  readonly tasks: number;
  /** Every target has a figure for each month of the year. @default false: no figures yet */
  readonly monthly?: boolean;
}

/** What writing a book through Office.js took. */
export interface HostingFigures {
  /** Milliseconds, the work of the stand-in included. */
  readonly whole: number;
  /** Milliseconds in which the stand-in for Excel answered requests. */
  readonly answering: number;
  readonly requests: number;
  readonly actions: number;
  readonly heaviest: number;
  readonly bytes: number;
  /** Milliseconds in which a run that is stopped at the half has put the workbook back. */
  readonly undoing: number;
  /** Resident and heap memory at the end, in bytes. */
  readonly rss: number;
  readonly heap: number;
}

/** The tracking workbook of a seed made larger. */
export async function largeBook({ targets, tasks, monthly = false }: PlanSize): Promise<WorkbookSpec> {
  const seed = seedPlans.find((one) => one.id === "lang-son-ubnd-2021")!;
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text });
  const plan = enlarged(monthly ? reportedMonthly(value!.plan) : value!.plan, targets, tasks);
  const asOf = parseCalendarDate(monthly ? "2021-12-20" : "2021-06-30")!;
  return createTracking({ ...value!, plan }, { asOf, dialect: "native", sample: monthly });
}

/** Writes the book through Microsoft's office.js into the stand-in, in a process of its own, so that its memory is its own too. */
export function measureHosting(size: PlanSize): Promise<HostingFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1]!, ["hosting-child", JSON.stringify(size)], { execArgv: ["--max-old-space-size=6000"] });
    child.once("message", (figures) => resolve(figures as HostingFigures));
    child.once("exit", (code) => reject(new Error(`the process that writes through Office.js ended with ${code}`)));
  });
}

/** The part of `measureHosting` that runs in the other process. */
export async function hostingChild(size: PlanSize): Promise<void> {
  const spec = await largeBook(size);
  const office = await startOfficeHost();
  office.installGlobals();
  // Excel computes natively; what the grid of the stand-in takes for it would hide what the writing takes.
  office.host.grid.calculationRests = true;
  const stop = new AbortController();
  let stopped = 0;
  const half = await renderWorkbook(spec, {
    signal: stop.signal,
    onProgress: ({ done, total }) => {
      if (done * 2 < total || stop.signal.aborted) return;
      stopped = performance.now();
      stop.abort();
    },
  });
  const undoing = performance.now() - stopped;
  if (!half.messages.some(({ code }) => code === "generation-undone")) throw new Error(`not undone: ${JSON.stringify(half.messages)}`);
  const before = office.host.requests.length;
  const started = performance.now();
  const { value, messages } = await renderWorkbook(spec);
  const whole = performance.now() - started;
  if (!value.written) throw new Error(JSON.stringify(messages));
  const requests = office.host.requests.slice(before);
  const total = (of: (request: (typeof requests)[number]) => number): number => requests.reduce((sum, request) => sum + of(request), 0);
  const { rss, heapUsed } = process.memoryUsage();
  const figures: HostingFigures = {
    whole,
    answering: total(({ duration }) => duration),
    requests: requests.length,
    actions: total(({ actions }) => actions),
    heaviest: Math.max(...requests.map(({ bytes }) => bytes)),
    bytes: total(({ bytes }) => bytes),
    undoing,
    rss,
    heap: heapUsed,
  };
  process.send!(figures, () => process.exit(0));
}
