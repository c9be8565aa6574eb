import { renderWorkbook } from "../../src/host/renderWorkbook";
import { readBook } from "../../src/host/workbookStore";
import { reopenPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { renewedBook, settingsOf } from "../../src/taskpane/renewedBook";
import { columnLetters } from "../../src/workbook/formulaText";
import { COLUMNS, INFO_ITEMS } from "../../src/workbook/names";
import { decodeState } from "../../src/workbook/planState";
import { readTracking } from "../../src/workbook/readTracking";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";

jest.setTimeout(180_000);

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const F = COLUMNS.figures;

let office: OfficeHost;
let restore: () => void;
const first = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native" });

beforeAll(async () => {
  office = await startOfficeHost();
  restore = office.installGlobals();
  expect((await renderWorkbook(first)).value.written).toBe(true);
});
afterAll(async () => {
  await office.host.grid.settle();
  restore();
  await office.close();
});

/** Address of a cell by what stands in the first column of its row. */
function addressOf(spec: WorkbookSpec, key: string, code: string, header: string): readonly [sheet: string, address: string] {
  const sheet = spec.sheets.find(({ tables }) => tables.some((table) => table.key === key))!;
  const table = sheet.tables.find((one) => one.key === key)!;
  const row = table.rows.findIndex(([one]) => one === code);
  const column = table.columns.findIndex((one) => one.header === header);
  return [sheet.name, `${columnLetters(table.at.column + column)}${table.at.row + row + 2}`];
}

/** Types into the first book. */
async function type(key: string, code: string, header: string, value: string | number): Promise<void> {
  const [sheet, address] = addressOf(first, key, code, header);
  await office.type(sheet, address, value);
}

/** The plan of the first book, with the lead of one target changed and another target left out. */
async function amendedPlan() {
  const { value } = await readBook(1);
  const { value: opened } = reopenPlan(decodeState(value!.state).value!);
  const plan = {
    ...opened.plan,
    targets: opened.plan.targets
      .filter(({ id }) => id !== "CT-13")
      .map((target) => (target.id === "CT-05" ? { ...target, leads: ["Thanh tra Sở"] } : target)),
  };
  return { ...opened, plan };
}

test("a second book beside the first holds what was typed there, and the grid judges by it", async () => {
  await type("targets", "CT-03", T.hand, 7.6);
  const [sheetName, cause] = addressOf(first, "targets", "CT-05", T.cause);
  await type("targets", "CT-13", T.hand, 12);
  await type("tasks", "NV-01", K.done, "20/5/2024");
  await type("info", INFO_ITEMS.author, COLUMNS.info.value, "Nguyễn Văn A");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheetName).getRange(cause).values = [["'=1+1 là hai"]];
    const table = context.workbook.tables.getItem("tblSoLieu");
    const headers = first.sheets
      .flatMap(({ tables }) => tables)
      .find(({ key }) => key === "figures")!
      .columns.map(({ header }) => header);
    const cells: Readonly<Record<string, string | number>> = {
      [F.target]: "CT-07",
      [F.period]: "2024-06T",
      [F.typed]: 3,
      [F.reporter]: "'=X",
    };
    table.rows.add(undefined, [headers.map((header) => cells[header] ?? "")]);
    await context.sync();
  });
  const { value: read } = await readBook(1);
  const { asOf } = settingsOf(read!, decodeState(read!.state).value!);
  expect(asOf).toBe("2024-06-30");
  const { value: spec, messages } = await renewedBook(await amendedPlan(), { asOf, dialect: "native", book: 2 }, 1);
  expect(messages).toEqual([
    { code: "carry-done", severity: "info", details: { book: 1, cells: expect.any(Number) as number, rows: expect.any(Number) as number } },
    { code: "carry-gone", severity: "warning", details: { book: 1, count: 1, names: "CT-13" } },
  ]);
  expect(await renderWorkbook(spec!)).toMatchObject({ value: { written: true } });
  await office.host.grid.settle();
  expect(await office.errors()).toEqual([]);
  const data = readTracking((await readBook(2)).value!).value!;
  const target = (code: string) => data.targets.find((one) => one.code === code)!;
  expect(target("CT-03")).toMatchObject({ actual: { state: "value", value: 7.6 } });
  expect(target("CT-05")).toMatchObject({ lead: "Thanh tra Sở", cause: "=1+1 là hai" });
  expect(data.targets.some(({ code }) => code === "CT-13")).toBe(false);
  expect(data.tasks.find(({ code }) => code === "NV-01")).toMatchObject({ done: "2024-05-20" });
  expect(data.figures.filter(({ typed }) => typed === 3)).toMatchObject([{ target: "CT-07", reporter: "=X" }]);
  expect(target("CT-07")).toMatchObject({ actual: { state: "value", value: 3 } });
  const [sheet, address] = addressOf(spec!, "targets", "CT-03", T.conclusion);
  expect(await office.values(sheet, address)).toEqual([["Đạt"]]);
  // The first book stands as it stood.
  const old = readTracking((await readBook(1)).value!).value!;
  expect(old.targets.find(({ code }) => code === "CT-13")).toMatchObject({ actual: { state: "value", value: 12 } });
});

test("without the old book nothing is made", async () => {
  const plan = await amendedPlan();
  expect(await renewedBook(plan, { asOf: "2024-06-30" as CalendarDate, dialect: "native", book: 2 }, 5)).toMatchObject({
    value: undefined,
    messages: [{ code: "workbook-not-ours" }],
  });
  office.host.fail({ request: 4, code: "GeneralException" });
  expect(await renewedBook(plan, { asOf: "2024-06-30" as CalendarDate, dialect: "native", book: 2 }, 1)).toMatchObject({
    value: undefined,
  });
});

test("sheets that were deleted are told, and the others are carried over", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Nhiệm vụ").delete();
    await context.sync();
  });
  const { value, messages } = await renewedBook(await amendedPlan(), { asOf: "2024-06-30" as CalendarDate, dialect: "native", book: 3 }, 1);
  expect(messages.map(({ code, details }) => [code, details?.names])).toContainEqual(["carry-missing", "tblNhiemVu"]);
  expect(value!.sheets.some(({ key }) => key === "tasks")).toBe(true);
});
