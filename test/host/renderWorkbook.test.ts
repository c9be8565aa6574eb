import { renderWorkbook } from "../../src/host/renderWorkbook";
import { columnPoints } from "../../src/host/renderSheets";
import { findBooks } from "../../src/host/workbookStore";
import { bookSpec } from "../support/bookSpec";
import { featureSpec } from "../support/featureSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { readLooks, readRules, readSheets, readWhole } from "../support/readBack";
import { samplePlan } from "../support/samplePlan";

jest.setTimeout(300_000);

let office: OfficeHost;
let restore: () => void;

async function open(version: NonNullable<Parameters<typeof startOfficeHost>[0]>["version"] = "excel-2021"): Promise<void> {
  office = await startOfficeHost({ version: version! });
  restore = office.installGlobals();
}
async function close(): Promise<void> {
  await office.host.grid.settle();
  restore();
  await office.close();
}

/** A workbook in which the user has something already. */
async function putUserSheet(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [
      ["Của tôi", 1],
      ["Khác", 2],
    ];
    sheet.getRange("B3").formulas = [["=SUM(B1:B2)"]];
    context.workbook.names.add("CuaToi", sheet.getRange("B3"));
    context.workbook.properties.title = "Sổ của tôi";
    context.workbook.properties.custom.add("book", "giữ lại");
    await context.sync();
  });
}

describe("what is written", () => {
  const tasks = featureSpec.sheets[1]!;
  beforeAll(async () => {
    await open();
    expect(await renderWorkbook(featureSpec)).toEqual({ value: { written: true }, messages: [] });
  });
  afterAll(close);

  it("are the values, with text staying text", async () => {
    const values = await office.values(tasks.name, "A4:E8");
    expect(values[0]).toEqual(tasks.tables[0]!.columns.slice(0, 5).map(({ header }) => header));
    expect(values.slice(1)).toEqual(tasks.tables[0]!.rows.map((row) => row.slice(0, 5).map((cell) => cell ?? "")));
    expect(await office.values("Thông tin", "B3:B6")).toEqual([[45491], [2], [true], [0.6375]]);
    expect(await office.values("Danh mục", "A1:A4")).toEqual([["Đơn vị"], ["Sở Tài chính"], ["Sở Y tế"], ["UBND các huyện"]]);
  });

  it("are formulas in every row of a calculated column, with the results of the spec", async () => {
    const rows = tasks.tables[0]!.rows.map((row) => row.slice(5).map((cell) => (cell as { result: unknown }).result));
    expect(await office.values(tasks.name, "F5:I8")).toEqual(rows);
    const formulas = await office.formulas(tasks.name, "G5:G8");
    expect(new Set(formulas.flat())).toEqual(new Set(['=IF(tblNhiemVu[[#This Row],[Hạn]]<NgayXet,"Quá hạn","Trong hạn")']));
  });

  it("are sheets, frames, tables, print setup, links and charts", async () => {
    const [info, list, lists, state] = await readSheets(featureSpec);
    expect(info).toMatchObject({ tabColor: "#1F4E79", showGridlines: false, protected: true, frozen: null, heights: { 0: 30 } });
    expect(info!.widths.map(({ width }) => width)).toEqual([28, 22, 16, 16].map(columnPoints));
    expect(info!.links).toEqual([{ documentReference: "'Nhiệm vụ ''25 (chính)'!A4", screenTip: "Đi tới Nhiệm vụ" }]);
    expect(info!.print).toMatchObject({
      orientation: "Portrait",
      paperSize: "A4",
      header: "Sổ theo dõi",
      footer: "Trang &P/&N",
      breaks: [16],
    });
    expect(info!.print.margins).toMatchObject({ top: expect.closeTo(56.69, 1), left: expect.closeTo(42.52, 1) });
    expect(info!.charts.map(({ type }) => type)).toEqual([
      "BarClustered",
      "BarStacked",
      "ColumnClustered",
      "ColumnStacked",
      "Line",
      "Radar",
      "Doughnut",
    ]);
    expect(info!.charts[0]!.series).toEqual(["Số lượng", "Tỷ lệ"]);
    expect(list).toMatchObject({ frozen: "A1:B4", protected: false, heights: { 3: 33, 6: 33 } });
    expect(list!.tables).toEqual([
      {
        name: "tblNhiemVu",
        address: "A4:I8",
        style: "TableStyleLight1",
        filter: true,
        headers: tasks.tables[0]!.columns.map(({ header }) => header),
      },
    ]);
    expect(list!.widths.at(-1)!.hidden).toBe(true);
    expect(list!.print).toMatchObject({ orientation: "Landscape", area: "A1:G8", zoom: { horizontalFitToPages: 1 } });
    expect(list!.print.titleRows).toMatch(/^\$?4:\$?4$/);
    expect([lists!.visibility, state!.visibility]).toEqual(["Hidden", "VeryHidden"]);
  });

  it("are number formats and looks", async () => {
    const [, list] = await readSheets(featureSpec);
    expect(list!.numberFormats[4]).toEqual([
      "General",
      "General",
      "0.0%",
      "#,##0.0",
      "dd/mm/yyyy",
      "0.0%",
      "General",
      "General",
      "General",
    ]);
    const [head, text, input, beside] = await readLooks(tasks.name, ["C4", "B6", "D6", "M20"]);
    expect(head).toEqual({
      font: ["Times New Roman", 12, true, false, "None", "#000000"],
      fill: "#D9E2F3",
      align: ["Center", "Center", true, 0],
      locked: true,
      borders: ["#BFBFBF", "#BFBFBF", "#BFBFBF", "#BFBFBF"],
    });
    expect(text).toMatchObject({ align: ["General", "Top", true, 0], borders: ["#BFBFBF", "#BFBFBF", "#BFBFBF", "#BFBFBF"] });
    expect(input).toMatchObject({ fill: "#FFF2CC", locked: false });
    expect(beside).toMatchObject({ font: ["Times New Roman", 12, false, false, "None", "#000000"], borders: [null, null, null, null] });
    const [indented] = await readLooks("Danh mục", ["A3"]);
    expect(indented).toMatchObject({ align: ["Left", expect.anything(), false, 2], borders: ["#000000", "#000000", null, null] });
  });

  it("are validations and conditional formats in their order", async () => {
    const [, list] = await readSheets(featureSpec);
    expect(list!.validations.map(({ type, rule }) => [type, rule])).toEqual([
      ["List", { list: { inCellDropDown: true, source: "=DonVi" } }],
      ["Decimal", { decimal: { formula1: "=0", formula2: "=2", operator: "Between" } }],
      ["Decimal", { decimal: { formula1: "=0", operator: "GreaterThanOrEqualTo" } }],
      ["Date", { date: { formula1: "=36526", operator: "GreaterThanOrEqualTo" } }],
      ["Custom", { custom: { formula: "=FALSE" } }],
    ]);
    expect(list!.validations[4]!.errorAlert).toMatchObject({ style: "Stop", title: "Ô này tự tính", showAlert: true });
    expect((list!.validations[2]!.errorAlert as { title: string }).title).toHaveLength(32);
    expect(await readRules(tasks.name, "A5:I8")).toEqual([
      { address: "A5:G8", formula: '=$G5="Quá hạn"', fill: "#FFC7CE", color: "#9C0006", bold: true },
      expect.objectContaining({ address: "A5:G8", formula: "=$C5>0.9" }),
      { address: "F5:F8", color: "#63BE7B", min: expect.stringMatching(/^=?0$/), max: expect.stringMatching(/^=?1$/) },
    ]);
  });

  it("are names, properties and the plan state", async () => {
    const whole = (await readWhole()) as { names: unknown; xml: string[]; properties: unknown; custom: unknown; active: string };
    expect(whole.names).toEqual([
      { name: "NgayXet", formula: "='Thông tin'!$B$3", visible: true },
      { name: "DonVi", formula: "='Danh mục'!$A$2:$A$4", visible: true },
      { name: "MaKeHoach", formula: '="KH-TEST"', visible: false },
    ]);
    expect(whole.properties).toEqual({
      title: "Sổ thử & <kiểm>",
      subject: "Kế hoạch",
      company: "UBND tỉnh",
      keywords: "kế hoạch; theo dõi",
    });
    expect(whole.custom).toEqual({ planId: "KH-TEST", book: 1 });
    expect(whole.xml).toHaveLength(1);
    expect(whole.active).toBe("Thông tin");
  });
});

describe("number of requests", () => {
  it("is the same for 10 and for 2,000 tasks", async () => {
    const counts: number[] = [];
    for (const rows of [10, 2000]) {
      await open();
      const spec = bookSpec({ rows });
      expect(await renderWorkbook(spec)).toEqual({ value: { written: true }, messages: [] });
      expect(Math.max(...office.host.requests.map(({ bytes }) => bytes))).toBeLessThan(5_000_000);
      expect((await office.values("Nhiệm vụ", `A${rows + 4}:A${rows + 4}`))[0]).toEqual([`NV${String(rows).padStart(3, "0")}`]);
      counts.push(office.host.requests.length);
      await close();
    }
    // One to look, one for values, one a sheet, one to finish.
    expect(counts).toEqual([6, 6]);
  });

  it("grows only by splitting, and no request then exceeds what one may weigh", async () => {
    await open();
    const result = await renderWorkbook(bookSpec({ rows: 300 }), { requestBytes: 20_000 });
    expect(result.value.written).toBe(true);
    expect(office.host.requests.length).toBeGreaterThan(8);
    expect(Math.max(...office.host.requests.map(({ bytes }) => bytes))).toBeLessThan(40_000);
    const values = await office.values("Nhiệm vụ", "A304:B304");
    expect(values).toEqual([["NV300", "@nhắc tên 🎯 _x000D_"]]);
    await close();
  });
});

describe("failures", () => {
  afterEach(close);

  it.each([
    ["InvalidOperationInCellEditMode", "excel-cell-edit"],
    ["RequestPayloadSizeLimitExceeded", "excel-request-too-large"],
    ["AccessDenied", "excel-read-only"],
    ["GeneralException", "excel-failed"],
    ["ActivityLimitReached", "excel-busy"],
  ])("%s while writing is told as %s and undone", async (code, message) => {
    await open();
    await putUserSheet();
    const before = await readWhole();
    office.host.fail({ request: 3, code, action: 20 });
    const result = await renderWorkbook(featureSpec);
    expect(result.value.written).toBe(false);
    expect(result.messages.map((one) => one.code)).toEqual([message, "generation-undone"]);
    expect(result.messages[0]!.details).toMatchObject({ code });
    expect(await readWhole()).toEqual(before);
  });

  it.each([2, 3, 4, 5, 6, 7])("at request %i leave the workbook as it was", async (request) => {
    await open();
    await putUserSheet();
    const before = await readWhole();
    const at = office.host.requests.length;
    for (const action of [0, 12]) {
      office.host.fail({ request, code: "GeneralException", action });
      const result = await renderWorkbook(featureSpec);
      expect(result.messages.map(({ code }) => code)).toEqual(["excel-failed", "generation-undone"]);
      expect(await readWhole()).toEqual(before);
    }
    expect(office.host.requests.length).toBeGreaterThan(at + 2 * request);
    expect((await renderWorkbook(featureSpec)).value.written).toBe(true);
  });

  it("of the first look change nothing and need no undoing", async () => {
    await open();
    office.host.cellEditing = true;
    const result = await renderWorkbook(featureSpec);
    expect(result.messages.map(({ code }) => code)).toEqual(["excel-cell-edit"]);
    office.host.cellEditing = false;
    expect((await renderWorkbook(featureSpec)).value.written).toBe(true);
  });

  it("of the undoing itself name what is left", async () => {
    await open();
    office.host.fail({ request: 5, code: "GeneralException" });
    for (let request = 6; request < 40; request++) office.host.fail({ request, code: "GeneralException" });
    const result = await renderWorkbook(featureSpec);
    expect(result.messages.map(({ code }) => code)).toEqual(["excel-failed", "generation-cleanup-failed"]);
    expect(String(result.messages[1]!.details!["sheets"])).toContain("Thông tin");
  });

  it("the person's own stopping half-way is undone too", async () => {
    await open();
    await putUserSheet();
    const before = await readWhole();
    const stop = new AbortController();
    const result = await renderWorkbook(featureSpec, { signal: stop.signal, onProgress: ({ done }) => void (done === 2 && stop.abort()) });
    expect(result.messages.map(({ code }) => code)).toEqual(["cancelled", "generation-undone"]);
    expect(await readWhole()).toEqual(before);
  });
});

describe("what is there already", () => {
  beforeEach(() => open());
  afterEach(close);

  it("of the user's own stays untouched", async () => {
    await putUserSheet();
    expect((await renderWorkbook(featureSpec)).value.written).toBe(true);
    expect(await office.values("Sheet1", "A1:B3")).toEqual([
      ["Của tôi", 1],
      ["Khác", 2],
      ["", 3],
    ]);
    const whole = (await readWhole()) as { properties: { title: string } };
    expect(whole.properties.title).toBe("Sổ của tôi");
  });

  it.each([
    ["a sheet", (book: Excel.Workbook) => void book.worksheets.add("thông tin")],
    ["a name", (book: Excel.Workbook) => void book.names.add("ngayxet", book.worksheets.getItem("Sheet1").getRange("A1"))],
    [
      "a table",
      (book: Excel.Workbook) => {
        book.worksheets.getItem("Sheet1").getRange("A1:A2").values = [["a"], ["b"]];
        book.worksheets.getItem("Sheet1").tables.add("A1:A2", true).name = "TBLNHIEMVU";
      },
    ],
  ])("%s of the same name stops before anything is written", async (_what, put) => {
    await Excel.run(async (context) => {
      put(context.workbook);
      await context.sync();
    });
    const before = await readWhole();
    const result = await renderWorkbook(featureSpec);
    expect(result.messages.map(({ code }) => code)).toEqual(["name-taken"]);
    expect(await readWhole()).toEqual(before);
  });

  it("a book of ours is told, and a second one stands beside it", async () => {
    expect((await renderWorkbook(bookSpec())).value.written).toBe(true);
    const again = await renderWorkbook(bookSpec());
    expect(again.messages).toEqual([
      { code: "workbook-exists", severity: "error", details: { title: samplePlan.header.title.value, book: 1 } },
    ]);
    expect(await renderWorkbook(bookSpec({ book: 2 }))).toEqual({ value: { written: true }, messages: [] });
    expect((await findBooks()).value.map(({ book }) => book)).toEqual([1, 2]);
  });

  it("what a deleted book left behind does not stand in the way", async () => {
    const spec = bookSpec();
    await renderWorkbook(spec);
    await Excel.run(async (context) => {
      const sheets = spec.sheets.map(({ name }) => context.workbook.worksheets.getItem(name));
      context.workbook.worksheets.getItem("Sheet1").activate();
      for (const sheet of sheets) {
        sheet.visibility = "Visible";
        sheet.delete();
      }
      await context.sync();
    });
    expect((await findBooks()).value).toEqual([]);
    expect(await renderWorkbook(spec)).toEqual({ value: { written: true }, messages: [] });
    expect(((await readWhole()) as { xml: unknown[] }).xml).toHaveLength(1);
  });
});

describe("every Excel that is supported", () => {
  afterEach(close);

  it.each(["excel-2021", "excel-2024", "microsoft-365"] as const)(
    "%s gets the whole book, and nothing newer is asked for",
    async (version) => {
      await open(version);
      expect(await renderWorkbook(featureSpec)).toEqual({ value: { written: true }, messages: [] });
      expect((await readSheets(featureSpec))[0]!.charts).toHaveLength(7);
    },
  );
});

describe("older Excel", () => {
  afterEach(close);

  it("below ExcelApi 1.9 is refused before anything is asked", async () => {
    await open("excel-2019");
    const result = await renderWorkbook(featureSpec);
    expect(result.messages.map(({ code }) => code)).toEqual(["excel-too-old"]);
    expect(office.host.requests).toHaveLength(0);
  });

  it("with ExcelApi 1.9 alone gets the whole book without groups, and is told so", async () => {
    await open();
    const known = Office.context.requirements.isSetSupported.bind(Office.context.requirements);
    const asked: string[] = [];
    Office.context.requirements.isSetSupported = (name: string, version?: string | number) => {
      if (name === "ExcelApi") asked.push(String(version));
      return name === "ExcelApi" ? Number(String(version).split(".")[1]) <= 9 : known(name, String(version));
    };
    const result = await renderWorkbook(featureSpec);
    expect(result).toEqual({
      value: { written: true },
      messages: [{ code: "outlines-left-out", severity: "info", details: { needed: "ExcelApi 1.10" } }],
    });
    expect(asked.length).toBeGreaterThan(2);
    expect((await readSheets(featureSpec))[0]!.charts).toHaveLength(7);
  });
});
