import type { CalendarDate } from "../../src/plan/date";
import { capabilities, probeKpi } from "../../src/host/capabilities";
import { countNameErrors, findOverwrittenFormulas, restoreFormulas, switchFormulas, undoSwitch } from "../../src/host/formulaSwitch";
import { insertFormula } from "../../src/host/insertFormula";
import { readStanding } from "../../src/host/readStanding";
import { renderWorkbook } from "../../src/host/renderWorkbook";
import {
  findBooks,
  readBook,
  readSelection,
  selectRow,
  setEvaluationDay,
  showSheet,
  watchBook,
  type BookEvent,
} from "../../src/host/workbookStore";
import { toXlsx } from "../../src/render/toXlsx";
import { overlay } from "../../src/workbook/overlay";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { decodeState } from "../../src/workbook/planState";
import { bookSpec } from "../support/bookSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { samplePlan } from "../support/samplePlan";

jest.setTimeout(60_000);

const TODAY = "2024-07-02" as CalendarDate;

const TITLE = samplePlan.header.title.value;
const KPI = '=IF(tblNhiemVu[[#This Row],[Thực hiện (nhập tay)]]="","",KPI.TYLE(';

let office: OfficeHost;
let restore: () => void;

async function open(options: Parameters<typeof startOfficeHost>[0] = {}): Promise<void> {
  office = await startOfficeHost(options);
  restore = office.installGlobals();
}
async function close(): Promise<void> {
  await office.host.grid.settle();
  restore();
  await office.close();
}

beforeEach(() => open());
afterEach(close);

describe("finding and reading", () => {
  it("finds no book in a workbook that has none", async () => {
    expect(await findBooks()).toEqual({ value: [], messages: [] });
    expect((await readBook(1)).messages.map(({ code }) => code)).toEqual(["workbook-not-ours"]);
  });

  it("finds both books and reads each with its own state, tables and names", async () => {
    await renderWorkbook(bookSpec());
    await renderWorkbook(bookSpec({ book: 2, rows: 6 }));
    expect((await findBooks()).value).toEqual([
      { book: 1, planId: "KH-TEST", title: TITLE },
      { book: 2, planId: "KH-TEST", title: TITLE },
    ]);
    const first = (await readBook(1)).value!;
    const second = (await readBook(2)).value!;
    expect(first.tables).toHaveLength(1);
    expect(first.tables[0]).toMatchObject({ key: "tasks", sheetName: "Nhiệm vụ", firstRow: 4, firstColumn: 0 });
    expect(first.tables[0]!.rows.map((row) => row.slice(0, 4))).toEqual([
      ["NV001", '=HYPERLINK("http://x") là chữ', 0.8, 0.4],
      ["NV002", '+ Bảo đảm "100%" & <an toàn>', 0.25, 0.25],
      ["NV003", "- Gạch đầu dòng\nhai dòng", 1, null],
      ["NV004", "@nhắc tên 🎯 _x000D_", 0.5, 0.6],
    ]);
    expect(first.tables[0]!.formulas[0]!.map((text) => text !== "")).toEqual([false, false, false, false, false, true, true, true]);
    expect(second.tables[0]).toMatchObject({ sheetName: "Nhiệm vụ sổ 2" });
    expect(second.tables[0]!.rows).toHaveLength(6);
    expect(first.names).toMatchObject({ asOf: 45491, planId: "KH-TEST" });
    expect(decodeState(second.state).value!.options.book).toBe(2);
  });

  it("finds a book by the hidden copy when the custom XML is lost", async () => {
    await renderWorkbook(bookSpec());
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.load("items/id");
      await context.sync();
      for (const part of parts.items) part.delete();
      await context.sync();
    });
    expect((await findBooks()).value).toEqual([{ book: 1, planId: "KH-TEST", title: TITLE }]);
    expect(decodeState((await readBook(1)).value!.state).value!.planId).toBe("KH-TEST");
  });

  it("finds a book by its defined name when both states are lost", async () => {
    await renderWorkbook(bookSpec());
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.load("items/id");
      const copy = context.workbook.worksheets.getItem("TrangThaiSo");
      copy.visibility = "Visible";
      copy.delete();
      await context.sync();
      for (const part of parts.items) part.delete();
      await context.sync();
    });
    expect((await findBooks()).value).toEqual([{ book: 1, planId: "KH-TEST", title: "" }]);
  });

  it("repeats a reading while Excel is busy and tells when it stays so", async () => {
    await renderWorkbook(bookSpec());
    office.host.fail({ request: 1, code: "ActivityLimitReached" });
    expect((await findBooks()).value).toHaveLength(1);
    for (let request = 1; request <= 4; request++) office.host.fail({ request, code: "ActivityLimitReached" });
    expect(await findBooks()).toMatchObject({ value: [], messages: [{ code: "excel-busy" }] });
  });
});

describe("writing single cells", () => {
  beforeEach(async () => {
    await renderWorkbook(bookSpec());
  });

  it("sets the day of evaluation as a serial", async () => {
    expect(await setEvaluationDay(1, "2024-12-31" as CalendarDate, TODAY)).toEqual({ value: true, messages: [] });
    expect(await office.values("Thông tin", "B3")).toEqual([[45657]]);
    expect((await setEvaluationDay(3, "2024-12-31" as CalendarDate, TODAY)).messages.map(({ code }) => code)).toEqual(["sheet-missing"]);
  });

  it("shows a sheet, and says so when it is gone", async () => {
    expect((await showSheet(1, "tasks")).value).toBe(true);
    expect(office.host.book.sheetNamed("Nhiệm vụ")!.getSheetId()).toBe(office.host.book.activeSheetId);
    expect((await showSheet(1, "overview")).messages).toEqual([
      { code: "sheet-missing", severity: "error", details: { sheet: "Tổng quan" } },
    ]);
  });

  it("selects a cell of a row by its column, the first one where there is no such column", async () => {
    expect((await selectRow(1, "tasks", 1, "Mức phải đạt")).value).toBe(true);
    expect((await readSelection()).value!.rows).toEqual([[0.25]]);
    expect((await selectRow(1, "tasks", 1, "Cột lạ")).value).toBe(true);
    expect((await readSelection()).value!.rows).toEqual([["NV002"]]);
  });

  it("selects a row and reads the selection", async () => {
    expect((await selectRow(1, "tasks", 1)).value).toBe(true);
    expect(await readSelection()).toEqual({ value: { rows: [["NV002"]], numberFormats: [["General"]] }, messages: [] });
  });

  it("reads a large selection only as far as it is used, in parts", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C5000").values = Array.from({ length: 5000 }, (_, row) => [row, "", `d${row}`]);
      sheet.activate();
      sheet.getRange("A:C").select();
      await context.sync();
    });
    const { value } = await readSelection();
    expect([value!.rows.length, value!.numberFormats.length]).toEqual([5000, 5000]);
    expect(value!.rows[4999]).toEqual([4999, null, "d4999"]);
  });

  it("calls back for changes and selections in the book only, until it is told to stop", async () => {
    const seen: BookEvent[] = [];
    const { value: stop } = await watchBook(1, (event) => seen.push(event));
    await office.type("Nhiệm vụ", "C5", 0.9);
    await office.type("Sheet1", "A1", 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.filter(({ kind }) => kind === "changed").map(({ sheetName, address }) => `${sheetName}!${address}`)).toContain(
      "Nhiệm vụ!C5",
    );
    expect(seen.some(({ sheetName }) => sheetName === "Sheet1")).toBe(false);
    await stop!();
    const count = seen.length;
    await office.type("Nhiệm vụ", "C6", 0.9);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen).toHaveLength(count);
  });
});

describe("switching between KPI and native formulas", () => {
  const all = (): Promise<string[][]> => office.formulas("Nhiệm vụ", "A5:H8");

  it("changes the calculated columns that call KPI, keeps inputs and what was typed over, and can be undone", async () => {
    await renderWorkbook(bookSpec({ dialect: "native" }));
    await office.type("Nhiệm vụ", "H6", 5);
    const before = await all();
    const { value: undo } = await switchFormulas(bookSpec({ dialect: "kpi" }), 1, TODAY);
    const switched = await all();
    expect(switched.map((row) => row[7]!.startsWith(KPI))).toEqual([true, false, true, true]);
    expect(switched.map((row) => row.slice(0, 7))).toEqual(before.map((row) => row.slice(0, 7)));
    expect(await office.values("Nhiệm vụ", "H6")).toEqual([[5]]);
    expect((await undoSwitch(undo!, 1, TODAY)).value).toBe(true);
    expect(await all()).toEqual(before);
  });

  it("goes to native and back to the same formulas", async () => {
    await renderWorkbook(bookSpec({ dialect: "kpi" }));
    const before = await all();
    await switchFormulas(bookSpec({ dialect: "native" }), 1, TODAY);
    expect((await all()).flat().join("")).not.toContain("KPI.");
    await switchFormulas(bookSpec({ dialect: "kpi" }), 1, TODAY);
    expect(await all()).toEqual(before);
  });

  it("puts the formulas back by itself when Excel fails half-way", async () => {
    await renderWorkbook(bookSpec({ dialect: "kpi" }));
    await office.type("Nhiệm vụ", "H6", 5);
    const before = await all();
    office.host.fail({ request: 5, code: "GeneralException", action: 12 });
    const { value, messages } = await switchFormulas(bookSpec({ dialect: "native" }), 1, TODAY);
    expect(value).toBeUndefined();
    expect(messages.map(({ code }) => code)).toEqual(["excel-failed", "formulas-put-back"]);
    expect(await all()).toEqual(before);
  });

  it("counts #NAME? where the functions are missing, and native formulas have none", async () => {
    await close();
    await open({ functions: [] });
    await renderWorkbook(bookSpec({ dialect: "kpi" }));
    expect((await countNameErrors(bookSpec({ dialect: "kpi" }))).value).toBe(3);
    await switchFormulas(bookSpec({ dialect: "native" }), 1, TODAY);
    expect((await countNameErrors(bookSpec())).value).toBe(0);
  });

  it("finds overwritten formulas and puts them back", async () => {
    await renderWorkbook(bookSpec());
    const before = await all();
    await office.type("Nhiệm vụ", "G6", "Đã xong");
    const { value: found } = await findOverwrittenFormulas(bookSpec());
    expect(found).toEqual([{ table: "tblNhiemVu", header: "Trạng thái", row: 1, value: "Đã xong" }]);
    expect((await restoreFormulas(bookSpec(), found!, 1, TODAY)).value).toBe(true);
    expect(await all()).toEqual(before);
    expect((await findOverwrittenFormulas(bookSpec())).value).toEqual([]);
  });
});

describe("a copy of what stands", () => {
  it("holds the cells of a person, her rows, and no result where a function is unknown", async () => {
    await close();
    await open({ functions: [] });
    const spec = bookSpec({ dialect: "kpi" });
    await renderWorkbook(spec);
    await office.type("Nhiệm vụ", "D7", 0.75);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("tblNhiemVu").rows.add(undefined, [["NV999", "Việc thêm", "", "", "", "", "", ""]]);
      await context.sync();
    });
    const native = { ...spec, dialect: "native" as const };
    const { value: standing } = await readStanding(native);
    expect(standing!.table("tblNhiemVu")).toMatchObject({ sheet: "Nhiệm vụ", area: { row: 3, column: 0, rows: 6, columns: 8 } });
    expect(standing!.cell("Nhiệm vụ", 6, 3)).toEqual({ value: 0.75, formula: false });
    expect(standing!.cell("Nhiệm vụ", 4, 7)).toEqual({ value: null, formula: true });
    expect(standing!.cell("Không có", 0, 0)).toBeUndefined();
    const copy = readXlsx(toXlsx(overlay(native, standing!)));
    const tasks = copy.sheets.find(({ name }) => name === "Nhiệm vụ")!;
    expect([tasks.rows.get(6)!.get(3)!.value, tasks.rows.get(8)!.get(0)!.value]).toEqual([0.75, "NV999"]);
    expect([...tasks.rows.values()].flatMap((row) => [...row.values()].map(({ formula }) => formula ?? "")).join("")).not.toContain("KPI.");
  });

  it("tells when Excel refuses", async () => {
    await renderWorkbook(bookSpec());
    office.host.fail({ request: 2, code: "GeneralException" });
    expect(await readStanding(bookSpec())).toMatchObject({ value: undefined, messages: [{ code: "excel-failed" }] });
  });
});

describe("an example of the help", () => {
  it("goes into an empty cell and never over what stands", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2").select();
      await context.sync();
    });
    expect(await insertFormula("=KPI.TOP(1,3)")).toEqual({ value: true, messages: [] });
    expect(await office.formulas("Sheet1", "B2")).toEqual([["=KPI.TOP(1,3)"]]);
    expect(await insertFormula("=1+1")).toMatchObject({ value: false, messages: [{ code: "cell-not-empty", details: { address: "B2" } }] });
    expect(await office.formulas("Sheet1", "B2")).toEqual([["=KPI.TOP(1,3)"]]);
  });
});

describe("what this Excel can do", () => {
  it("is told by requirement sets, and KPI functions by an answering cell", async () => {
    expect(capabilities()).toEqual({ writeBook: true, kpi: true, outlines: true, charts: true });
    expect((await probeKpi()).value).toBe(true);
    await close();
    await open({ functions: [] });
    expect((await probeKpi()).value).toBe(false);
    const names = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    });
    expect(names).toEqual(["Sheet1"]);
  });
});
