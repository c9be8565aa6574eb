import type { CalendarDate } from "../../src/plan/date";
import { renderWorkbook } from "../../src/host/renderWorkbook";
import { createTracking, importPlan } from "../../src/pipeline";
import { seedPlans } from "../../src/seeds";
import { isFormulaCell } from "../../src/workbook/formula";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { openSide, XlsxSide, type SheetFacts } from "../support/bookSides";
import { enlarged } from "../support/largePlan";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { readSheets, readWhole } from "../support/readBack";

jest.setTimeout(180_000);

/** Excel on the web refuses requests and answers of more than 5 MB (EXCEL.md §5, resource limits of add-ins). */
const REQUEST_LIMIT = 5_000_000;

let spec: WorkbookSpec;
let office: OfficeHost;
let restore: () => void;

beforeAll(async () => {
  const seed = seedPlans.find(({ id }) => id === "lang-son-ubnd-2021")!;
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text });
  const options = { asOf: "2021-12-20" as CalendarDate, dialect: "native", sample: true } as const;
  spec = createTracking({ ...value!, plan: enlarged(value!.plan, 200, 1000) }, options);
  office = await startOfficeHost();
  restore = office.installGlobals();
  // What the formulas give is tested with plans of the usual size: the grid would compute this one for minutes.
  await Excel.run(async (context) => {
    context.application.calculationMode = "Manual";
    await context.sync();
  });
});
afterAll(async () => {
  restore();
  await office.close();
});

const cellsOf = ({ blocks, tables }: SheetSpec): number =>
  [...blocks.map(({ cells }) => cells), ...tables.map(({ rows }) => rows)].flat(2).filter((cell) => cell !== null && cell !== "").length;

test("a plan of 200 targets and 1,000 tasks that is stopped half-way leaves the workbook as it was", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").values = [["Của tôi", 1]];
    await context.sync();
  });
  const before = await readWhole();
  const stop = new AbortController();
  const seen: number[] = [];
  const result = await renderWorkbook(spec, {
    signal: stop.signal,
    onProgress: ({ done }) => {
      seen.push(done);
      if (done === 5) stop.abort();
    },
  });
  expect(result.messages.map(({ code }) => code)).toEqual(["cancelled", "generation-undone"]);
  expect(seen.at(-1)).toBe(5);
  expect(await readWhole()).toEqual(before);
});

describe("a plan of 200 targets and 1,000 tasks", () => {
  const progress: { readonly done: number; readonly total: number; readonly subject?: string | undefined }[] = [];
  let requests: readonly { readonly bytes: number; readonly actions: number; readonly error?: string }[];
  let file: XlsxSide;

  beforeAll(async () => {
    const from = office.host.requests.length;
    const result = await renderWorkbook(spec, { onProgress: (step) => void progress.push(step) });
    expect(result).toEqual({ value: { written: true }, messages: [] });
    requests = office.host.requests.slice(from);
    file = await XlsxSide.write(spec);
  });

  it("is written in few requests, each within the limits of Excel, and tells of every sheet", () => {
    const total = spec.sheets.length + 1;
    expect(requests.filter(({ error }) => error)).toEqual([]);
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThan(REQUEST_LIMIT);
    // Two to look, one for the values, one a sheet, two to finish; a sheet or two in two parts.
    expect(requests.length).toBeLessThanOrEqual(spec.sheets.length + 8);
    const cells = spec.sheets.reduce((sum, sheet) => sum + cellsOf(sheet), 0);
    expect(cells).toBeGreaterThan(40_000);
    expect(requests.reduce((sum, { bytes }) => sum + bytes, 0) / cells).toBeLessThan(250);
    expect(requests.reduce((sum, { actions }) => sum + actions, 0)).toBeLessThan(25_000);
    expect(progress.map(({ done }) => done)).toEqual([0, ...Array.from({ length: total }, (_, index) => index + 1).slice(0, -1), total]);
    expect(progress.flatMap(({ subject }) => subject ?? [])).toEqual(spec.sheets.map(({ name }) => name));
  });

  it.each(["targets", "tasks", "periods", "agencies", "report", "urge"])("has the same sheet %s as the file", async (key) => {
    const index = spec.sheets.findIndex((sheet) => sheet.key === key);
    const sheet = spec.sheets[index]!;
    const one = { ...spec, sheets: [sheet] };
    const read = file.book.sheets[index]!;
    const [back] = await readSheets(one);
    const open = await openSide(office, spec, back!, index, file);
    const stored = file.sheet(index);
    // Formulas have not been computed here.
    const typed = (values: unknown): unknown =>
      (values as unknown[][]).map((line, row) => line.map((value, column) => (read.rows.get(row)?.get(column)?.formula ? "" : value)));
    for (const what of Object.keys(stored) as (keyof SheetFacts)[]) {
      const facts = [stored[what], open[what]].map((fact) => (what === "values" ? typed(fact) : fact));
      expect({ what, is: facts[0] }).toEqual({ what, is: facts[1] });
    }
    expect(sheet.tables.some(({ rows }) => rows.flat().some(isFormulaCell)) || sheet.blocks.length > 0).toBe(true);
  });
});
