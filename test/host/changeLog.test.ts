import { changeRow, takeBack, type EnteredRow, type KnownRow } from "../../src/host/enterRow";
import { findOverwrittenFormulas, restoreFormulas, switchFormulas, undoSwitch } from "../../src/host/formulaSwitch";
import { renderWorkbook } from "../../src/host/renderWorkbook";
import { replaceTexts } from "../../src/host/replaceTexts";
import { readBook, setEvaluationDay, setViewedPeriod, watchBook, type BookEvent } from "../../src/host/workbookStore";
import type { CalendarDate } from "../../src/plan/date";
import { rowDetail } from "../../src/taskpane/rowDetail";
import { writeInput, type RowInput } from "../../src/taskpane/rowInput";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import type { CellValue } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import { bookSpec } from "../support/bookSpec";
import { loggedBook } from "../support/loggedBook";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { sampleDocument, samplePlan } from "../support/samplePlan";

jest.setTimeout(120_000);

const TODAY = "2024-07-02" as CalendarDate;
const DAY = 45475;
const END = "2024-12-31" as CalendarDate;
const F = COLUMNS.figures;
const TASKS = "Nhiệm vụ";
const LOG = "Nhật ký";
const NAME = "Nhiệm vụ [chính]";
const HAND = "Thực hiện (nhập tay)";
const UNDONE = "Hoàn tác lần ghi vừa rồi";
/** Rows of a new log: the first tells when the book was made, 25 stand ready. */
const READY = 26;

let office: OfficeHost;
let restore: () => void;

beforeEach(async () => {
  office = await startOfficeHost();
  restore = office.installGlobals();
});
afterEach(async () => {
  await office.host.grid.settle();
  restore();
  await office.close();
});

const codes = ({ messages }: { readonly messages: readonly { readonly code: string }[] }): readonly string[] =>
  messages.map(({ code }) => code);

/** Work on the table of Nhật ký, as somebody's macro or another pane would do it. */
function toLog(work: (log: Excel.Table) => void, book = 1): Promise<void> {
  return Excel.run(async (context) => {
    work(context.workbook.tables.getItem(book === 1 ? "tblNhatKy" : `tblNhatKy_${book}`));
    await context.sync();
  });
}

/** Rows of Nhật ký as they stand; a blank cell is "". */
async function logRows(book = 1): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const body = context.workbook.tables.getItem(book === 1 ? "tblNhatKy" : `tblNhatKy_${book}`).getDataBodyRange();
    body.load("values");
    await context.sync();
    return body.values as unknown[][];
  });
}

/** Lines below the one that tells when the book was made, blank ones left out. */
async function lines(book = 1): Promise<unknown[][]> {
  return (await logRows(book)).slice(1).filter((row) => row.some((cell) => cell !== ""));
}

/** Makes the small book with a log in the open workbook. */
async function make(book = 1): Promise<void> {
  expect((await renderWorkbook(loggedBook({ book }))).messages).toEqual([]);
}

const task = (index: number): KnownRow => ({ table: "tasks", index, holds: { Mã: `NV00${index + 1}` } });
const enter = (index: number, value: CellValue, header = HAND) => changeRow(1, task(index), { [header]: value }, TODAY);
const stands = (): Promise<unknown[][]> => office.values(TASKS, "A5:H8");

/** Writes who keeps the book into Thông tin. */
async function named(author: string, sheet = "Thông tin"): Promise<void> {
  const labels = await office.values(sheet, "A1:A30");
  await office.type(sheet, `B${labels.findIndex(([label]) => label === "Người lập") + 1}`, author);
}

describe("an entry", () => {
  beforeEach(() => make());

  it("has a line with the day, who, where, the old and the new value, shown as the cell shows them", async () => {
    await named("Nguyễn Văn An");
    await enter(2, 0.8);
    await enter(2, 0.9);
    expect(await lines()).toEqual([
      [DAY, "Nguyễn Văn An", TASKS, "NV003", HAND, "", 0.8, ""],
      [DAY, "Nguyễn Văn An", TASKS, "NV003", HAND, 0.8, 0.9, ""],
    ]);
    const [[before]] = (await office.texts(TASKS, "D7")) as [[string]];
    expect((await office.texts(LOG, "A5:G6")).map((row) => [row[0], row[6]])).toEqual([
      ["02/07/2024", before.replace("9", "8")],
      ["02/07/2024", before],
    ]);
    expect(before).toMatch(/^(?:90\.0%|0\.9)$/);
    expect(await logRows()).toHaveLength(READY);
  });

  it("has a line for each cell that becomes another, none when nothing does", async () => {
    await changeRow(1, task(0), { [NAME]: "- Việc khác", [HAND]: null }, TODAY);
    expect((await lines()).map((line) => line.slice(3, 7))).toEqual([
      ["NV001", NAME, '=HYPERLINK("http://x") là chữ', "- Việc khác"],
      ["NV001", HAND, 0.4, ""],
    ]);
    await enter(1, 0.25);
    expect(await lines()).toHaveLength(2);
  });

  it("keeps what begins like a formula as text, and what looks like a number or a day", async () => {
    await office.type("Thông tin", "A1", "x");
    await named("+84 236");
    const texts = ["=1+1", "+84 236", "-5%", "@An", "'nháy", "1/2", "TRUE", "00123"];
    for (const text of texts) await enter(2, text, NAME);
    expect((await lines()).map(([, who, , , , , after]) => [who, after])).toEqual(texts.map((text) => ["+84 236", text]));
    expect((await office.formulas(LOG, "A4:H14")).flat().every((formula) => formula === "")).toBe(true);
  });

  it("takes the line below the last one; when none is left the table grows with its formats and rules", async () => {
    await office.type(LOG, `E${READY + 2}`, "ghi tay");
    await enter(0, 0.8);
    expect((await logRows()).slice(-2)).toEqual([
      ["", "", "", "", "ghi tay", "", "", ""],
      [DAY, "", TASKS, "NV001", HAND, 0.4, 0.8, ""],
    ]);
    await changeRow(1, task(1), { [HAND]: 0.5, [NAME]: "x" }, TODAY);
    expect(await logRows()).toHaveLength(READY + 2);
    expect((await logRows()).slice(-2).map((line) => line[4])).toEqual([HAND, NAME]);
    const last = 3 + READY + 2;
    expect(await office.texts(LOG, `A${last}`)).toEqual([["02/07/2024"]]);
    const [grown, ready] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(LOG);
      const cells = [`C${last}`, "C20"].map((address) => sheet.getRange(address));
      for (const cell of cells) {
        cell.dataValidation.load("type");
        cell.format.fill.load("color");
      }
      await context.sync();
      return cells.map((cell) => [cell.dataValidation.type, cell.format.fill.color]);
    });
    expect(grown).toEqual(ready);
    expect(grown![0]).toBe("List");
  });

  it("leaves a person's own columns alone, and fills those that are still there", async () => {
    await office.type(LOG, "B3", "Người cập nhật");
    await office.type(LOG, "I3", "Số thứ tự");
    for (const row of [4, 5, 6, 29]) await office.type(LOG, `I${row}`, row);
    await toLog((log) => log.resize(`A3:I${READY + 3}`));
    await named("Nguyễn Văn An");
    expect(codes(await enter(2, 0.8))).toEqual([]);
    expect((await logRows())[1]).toEqual([DAY, "", TASKS, "NV003", HAND, "", 0.8, "", 5]);
    expect(await logRows()).toHaveLength(READY);
  });

  it("that two make at once take a line each", async () => {
    await Promise.all([enter(0, 0.8), enter(1, 0.9), setEvaluationDay(1, END, TODAY)]);
    expect((await lines()).map((line) => line[4])).toEqual([HAND, HAND, "Ngày xét"]);
  });

  it("does not call those back who follow the book for the lines of the log", async () => {
    const seen: BookEvent[] = [];
    const { value: stop } = await watchBook(1, (event) => seen.push(event));
    await enter(0, 0.8);
    await office.type(LOG, "H5", "CV 12");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const changed = seen.filter(({ kind }) => kind === "changed").map(({ sheetName }) => sheetName);
    expect(changed).toContain(TASKS);
    expect(changed).not.toContain(LOG);
    await stop!();
  });
});

describe("taking an entry back", () => {
  beforeEach(() => make());

  it("is a line of its own; the entry stays on record", async () => {
    const { value } = await enter(0, 0.8);
    expect((await takeBack(value!, TODAY)).value).toBe(true);
    expect((await lines()).map((line) => line.slice(3))).toEqual([
      ["NV001", HAND, 0.4, 0.8, ""],
      ["NV001", HAND, 0.8, 0.4, UNDONE],
    ]);
  });

  it("works though the log was sorted and edited in between, or cleared", async () => {
    const { value } = await enter(0, 0.8);
    await enter(1, 0.9);
    await toLog((log) => log.sort.apply([{ key: 3, ascending: false }]));
    await office.type(LOG, "F4", "sửa tay");
    expect((await takeBack(value!, TODAY)).value).toBe(true);
    expect((await stands())[0]![3]).toBe(0.4);
    const rows = await logRows();
    expect(rows.filter((row) => row[7] === UNDONE)).toHaveLength(1);
    expect(rows.filter((row) => row[3] !== "").map((row) => row[3])).toEqual(["NV002", "NV001", "NV001"]);
    const again = await enter(0, 0.7);
    await toLog((log) => log.getDataBodyRange().clear("Contents"));
    expect((await takeBack(again.value!, TODAY)).value).toBe(true);
    expect((await logRows())[0]!.slice(4, 8)).toEqual([HAND, 0.7, 0.4, UNDONE]);
  });

  it("works without the log, which was deleted in between", async () => {
    const { value } = await enter(0, 0.8);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(LOG).delete();
      await context.sync();
    });
    expect(await takeBack(value!, TODAY)).toEqual({ value: true, messages: [] });
    expect((await stands())[0]![3]).toBe(0.4);
  });
});

test("a figure of a period is told with its period and who reports it, a new row like a standing one", async () => {
  const small = { ...samplePlan, targets: samplePlan.targets.slice(0, 1), tasks: [], indices: [] };
  const without = ["overview", "report", "urge", "source", "guide"];
  await renderWorkbook(compileWorkbook(small, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native", without }));
  const entry = { kind: "period", reporter: "Văn phòng Sở", numerator: null, denominator: null, certainty: "estimate" } as const;
  const write = async (input: Pick<Extract<RowInput, { kind: "period" }>, "period" | "typed">): Promise<EnteredRow> => {
    const values = (await readBook(1)).value!;
    const targets = values.tables.find(({ key }) => key === "targets")!;
    const index = targets.rows.findIndex(([code]) => code === "CT-01");
    const row = rowDetail(values, targets.sheetName, `A${targets.firstRow + index + 1}`)!;
    return (await writeInput(1, row, { ...entry, ...input }, TODAY)).value!;
  };
  const where = (column: string, period: string): string => `${column}, ${period}, Văn phòng Sở`;

  await write({ period: "2024-06T", typed: 0.82 });
  const added = await write({ period: "2024-T05", typed: 0.7 });
  const told = await lines();
  expect(new Set(told.map(([, , sheet, code]) => `${String(sheet)} ${String(code)}`))).toEqual(new Set(["Số liệu theo kỳ CT-01"]));
  expect(told.map((line) => line.slice(4, 7))).toEqual([
    [where(F.typed, "2024-06T"), "", 0.82],
    [where(F.kind, "2024-06T"), "", "Ước"],
    [where(F.state, "2024-06T"), "", "Đã nhận"],
    [where(F.received, "2024-06T"), "", DAY],
    [where(F.reporter, "2024-T05"), "", "Văn phòng Sở"],
    [where(F.typed, "2024-T05"), "", 0.7],
    [where(F.kind, "2024-T05"), "", "Ước"],
    [where(F.state, "2024-T05"), "", "Đã nhận"],
    [where(F.received, "2024-T05"), "", DAY],
  ]);
  expect(await office.texts(LOG, "G8:G10")).toEqual([["02/07/2024"], ["Văn phòng Sở"], ["70.0%"]]);
  await takeBack(added, TODAY);
  expect((await lines()).slice(-4, -2).map((line) => line.slice(4))).toEqual([
    [where(F.typed, "2024-T05"), 0.7, "", UNDONE],
    [where(F.kind, "2024-T05"), "Ước", "", UNDONE],
  ]);
});

describe("settings and formulas", () => {
  beforeEach(() => make());

  it("Ngày xét and Kỳ đang xem have a line when they change", async () => {
    await setEvaluationDay(1, END, TODAY);
    await setEvaluationDay(1, END, TODAY);
    await setViewedPeriod(1, "2024-06T", TODAY);
    expect((await lines()).map((line) => line.slice(2))).toEqual([
      ["Thông tin", "", "Ngày xét", 45473, 45657, ""],
      ["Thông tin", "", "Kỳ đang xem", "2024-N", "2024-06T", ""],
    ]);
    expect(await office.texts(LOG, "F5:G5")).toEqual([["30/06/2024", "31/12/2024"]]);
  });

  it("the switch of the formulas and its undo have a line each", async () => {
    const { value } = await switchFormulas(loggedBook({ dialect: "kpi" }), 1, TODAY);
    await undoSwitch(value!, 1, TODAY);
    expect(await lines()).toEqual([
      [DAY, "", "Sổ theo dõi", "", "Công thức (4 ô)", "Công thức Excel", "Hàm KPI", ""],
      [DAY, "", "Sổ theo dõi", "", "Công thức (4 ô)", "Hàm KPI", "Công thức Excel", UNDONE],
    ]);
  });

  it("restored formulas have one line, which tells what stood over them", async () => {
    await office.type(TASKS, "G6", "Đã xong");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(TASKS).getRange("G7").clear("Contents");
      await context.sync();
    });
    const { value: cells } = await findOverwrittenFormulas(loggedBook());
    expect((await restoreFormulas(loggedBook(), cells!, 1, TODAY)).value).toBe(true);
    const before = "Trạng thái, dòng 6: Đã xong\nTrạng thái, dòng 7: (ô trống)";
    expect(await lines()).toEqual([[DAY, "", TASKS, "", "Khôi phục công thức (2 ô)", before, "Công thức", ""]]);
    await restoreFormulas(loggedBook(), [], 1, TODAY);
    expect(await lines()).toHaveLength(1);
  });
});

describe("a book whose log is not as it was made", () => {
  it("works without one", async () => {
    await renderWorkbook(bookSpec());
    expect(codes(await enter(0, 0.8))).toEqual([]);
    expect(codes(await setEvaluationDay(1, END, TODAY))).toEqual([]);
    expect(codes(await switchFormulas(bookSpec({ dialect: "kpi" }), 1, TODAY))).toEqual([]);
  });

  it("works with a table whose headers no longer tell what stands in it, and leaves it alone", async () => {
    await make();
    await office.type(LOG, "G3", "Nội dung mới");
    const { value, messages } = await enter(0, 0.8);
    expect(messages).toEqual([]);
    expect(await takeBack(value!, TODAY)).toEqual({ value: true, messages: [] });
    expect(await lines()).toEqual([]);
  });

  it("writes into its own log, not into that of another book", async () => {
    await make();
    await make(2);
    await named("Trần Thị Bình", "Thông tin sổ 2");
    await changeRow(2, task(1), { [HAND]: 0.9 }, TODAY);
    expect(await lines(1)).toEqual([]);
    expect(await lines(2)).toEqual([[DAY, "Trần Thị Bình", "Nhiệm vụ sổ 2", "NV002", HAND, 0.25, 0.9, ""]]);
  });

  it("refuses an entry of which nothing could be told, because the log is protected", async () => {
    await make();
    await toLog((log) => log.worksheet.protection.protect());
    expect((await enter(0, 0.8)).messages).toEqual([{ code: "sheet-protected", severity: "error", details: { sheet: LOG } }]);
    expect((await stands())[0]![3]).toBe(0.4);
  });
});

describe("a request that fails", () => {
  /** Actions that Excel carries out of the request that writes, before it fails. */
  const DONE = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 30];
  /** Requests of an entry before the one that writes. */
  const READS = 3;
  const everything = async (): Promise<unknown> => [await logRows(), await stands(), await office.formulas(TASKS, "A5:H8")];

  beforeEach(() => make());

  it.each([
    ["while lines stand ready", false],
    ["when the log has to grow", true],
  ])("at any point leaves neither a change nor a line, %s", async (_when, full) => {
    if (full) await office.type(LOG, `E${3 + READY - 1}`, "ghi tay");
    const before = await everything();
    const cells = { [HAND]: 0.8, [NAME]: "Việc khác" };
    for (const action of DONE) {
      office.host.fail({ request: READS + 1, code: "GeneralException", action });
      expect(codes(await changeRow(1, task(0), cells, TODAY))).toEqual(["excel-failed"]);
      expect(await everything()).toEqual(before);
    }
    expect(codes(await changeRow(1, task(0), cells, TODAY))).toEqual([]);
    expect((await lines()).slice(-2).map((line) => line.slice(4, 7))).toEqual([
      [HAND, 0.4, 0.8],
      [NAME, '=HYPERLINK("http://x") là chữ', "Việc khác"],
    ]);
    expect(await logRows()).toHaveLength(full ? READY + 1 : READY);
  });

  it("at any point of an undo leaves the entry and its line, and it can be undone again", async () => {
    const { value } = await enter(0, 0.8);
    const before = await everything();
    for (const action of DONE) {
      office.host.fail({ request: READS + 1, code: "GeneralException", action });
      expect(codes(await takeBack(value!, TODAY))).toEqual(["excel-failed"]);
      expect(await everything()).toEqual(before);
    }
    expect((await takeBack(value!, TODAY)).value).toBe(true);
  });

  it("of the formulas, a setting or a renaming leaves no line", async () => {
    const text = { table: "tasks", index: 0, header: NAME, before: '=HYPERLINK("http://x") là chữ', after: "Việc khác" } as const;
    const renaming = { from: text.before, to: text.after, cells: [text] };
    await office.type(TASKS, "G6", "Đã xong");
    const before = await everything();
    const { value: cells } = await findOverwrittenFormulas(loggedBook());
    for (const action of [4, 10, 16, 22]) {
      office.host.fail({ request: 3, code: "GeneralException", action });
      expect(codes(await setEvaluationDay(1, END, TODAY))).toEqual(["excel-failed"]);
      office.host.fail({ request: 6, code: "GeneralException", action });
      expect(codes(await switchFormulas(loggedBook({ dialect: "kpi" }), 1, TODAY))).toEqual(["excel-failed", "formulas-put-back"]);
      office.host.fail({ request: 4, code: "GeneralException", action });
      expect(codes(await restoreFormulas(loggedBook(), cells!, 1, TODAY))).toEqual(["excel-failed"]);
      office.host.fail({ request: 4, code: "GeneralException", action });
      expect(codes(await replaceTexts(1, renaming, TODAY))).toEqual(["excel-failed"]);
    }
    expect(await everything()).toEqual(before);
    expect((await readBook(1)).value!.names.asOf).toBe(45473);
  });

  it("and cannot be taken back is told", async () => {
    for (let request = READS + 1; request < READS + 6; request++) office.host.fail({ request, code: "GeneralException", action: 12 });
    expect(codes(await enter(0, 0.8))).toEqual(["excel-failed", "log-out-of-step"]);
  });
});
