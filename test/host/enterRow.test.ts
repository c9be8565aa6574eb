import { addRow, changeRow, takeBack, type KnownRow } from "../../src/host/enterRow";
import { renderWorkbook } from "../../src/host/renderWorkbook";
import { readBook, setViewedPeriod } from "../../src/host/workbookStore";
import type { CalendarDate } from "../../src/plan/date";
import { figureCells, writeInput, type RowInput } from "../../src/taskpane/rowInput";
import { rowDetail } from "../../src/taskpane/rowDetail";
import { FIGURE_STATE_LABELS } from "../../src/tracking/labels";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { COLUMNS } from "../../src/workbook/names";
import type { TableValues } from "../../src/workbook/workbookValues";
import { bookSpec } from "../support/bookSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { sampleDocument, samplePlan } from "../support/samplePlan";

jest.setTimeout(120_000);

const F = COLUMNS.figures;
const HAND = "Thực hiện (nhập tay)";
const TODAY = "2024-07-02" as CalendarDate;

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

describe("cells of a row", () => {
  const row = (index: number, code = `NV00${index + 1}`): KnownRow => ({ table: "tasks", index, holds: { Mã: code } });

  beforeEach(() => renderWorkbook(bookSpec()));

  it("are written and cleared; text stays text", async () => {
    expect((await changeRow(1, row(2), { [HAND]: 0.75 }, TODAY)).messages).toEqual([]);
    await changeRow(1, row(0), { "Nhiệm vụ [chính]": "- 5%", [HAND]: null }, TODAY);
    expect(await office.values("Nhiệm vụ", "B5:D7")).toEqual([
      ["- 5%", 0.8, ""],
      ['+ Bảo đảm "100%" & <an toàn>', 0.25, 0.25],
      ["- Gạch đầu dòng\nhai dòng", 1, 0.75],
    ]);
  });

  it("are put back as they were, formulas too", async () => {
    await office.type("Nhiệm vụ", "D6", "=1/4");
    const { value } = await changeRow(1, row(1), { [HAND]: 0.9, "Nhiệm vụ [chính]": "x" }, TODAY);
    expect(await office.values("Nhiệm vụ", "B6:D6")).toEqual([["x", 0.25, 0.9]]);
    expect(await takeBack(value!, TODAY)).toEqual({ value: true, messages: [] });
    expect(await office.values("Nhiệm vụ", "B6:D6")).toEqual([['+ Bảo đảm "100%" & <an toàn>', 0.25, 0.25]]);
    expect(await office.formulas("Nhiệm vụ", "D6")).toEqual([["=1/4"]]);
  });

  it("are left alone where the row moved, the table is gone, a cell is being edited or the sheet is protected", async () => {
    expect(codes(await changeRow(1, row(0, "NV777"), { [HAND]: 1 }, TODAY))).toEqual(["row-moved"]);
    expect(codes(await changeRow(1, row(90, "NV777"), { [HAND]: 1 }, TODAY))).toEqual(["row-moved"]);
    expect(codes(await changeRow(1, { table: "targets", index: 0, holds: { Mã: "CT-01" } }, { Mức: 1 }, TODAY))).toEqual(["table-missing"]);
    expect(codes(await changeRow(1, row(0), { "Cột lạ": 1 }, TODAY))).toEqual(["column-missing"]);
    office.host.cellEditing = true;
    expect(codes(await changeRow(1, row(0), { [HAND]: 1 }, TODAY))).toEqual(["excel-cell-edit"]);
    office.host.cellEditing = false;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Nhiệm vụ").protection.protect();
      await context.sync();
    });
    const refused = await changeRow(1, row(0), { [HAND]: 1 }, TODAY);
    expect(refused.messages).toEqual([{ code: "sheet-protected", severity: "error", details: { sheet: "Nhiệm vụ" } }]);
    expect(codes(await addRow(1, { table: "tasks", cells: { Mã: "NV900" }, holds: { Mã: "NV900" } }, TODAY))).toEqual(["sheet-protected"]);
    expect(await office.values("Nhiệm vụ", "D5:D6")).toEqual([[0.4], [0.25]]);
  });

  it("that were changed after the entry are not taken back", async () => {
    const { value } = await changeRow(1, row(0), { [HAND]: 0.5 }, TODAY);
    await office.type("Nhiệm vụ", "D5", 0.6);
    expect(codes(await takeBack(value!, TODAY))).toEqual(["entry-changed"]);
    expect(await office.values("Nhiệm vụ", "D5")).toEqual([[0.6]]);
  });

  it("of a new row stand below the others, its formulas are filled, and it is taken out again", async () => {
    const { value } = await addRow(
      1,
      { table: "tasks", cells: { Mã: "NV900", "Mức phải đạt": 1, [HAND]: 0.5 }, holds: { Mã: "NV900" } },
      TODAY,
    );
    const table = (await readBook(1)).value!.tables[0]!;
    expect(table.rows).toHaveLength(5);
    expect(table.rows[4]!.slice(0, 4)).toEqual(["NV900", null, 1, 0.5]);
    expect(table.formulas[4]!.map((text) => text !== "")).toEqual(table.formulas[3]!.map((text) => text !== ""));
    expect((await takeBack(value!, TODAY)).value).toBe(true);
    expect((await readBook(1)).value!.tables[0]!.rows.map(([code]) => code)).toEqual(["NV001", "NV002", "NV003", "NV004"]);
  });
});

describe("a figure of a period", () => {
  const input = (changes: Partial<Extract<RowInput, { kind: "period" }>> = {}): RowInput => ({
    kind: "period",
    period: "2024-06T",
    reporter: "Văn phòng Sở",
    typed: 0.82,
    numerator: null,
    denominator: null,
    certainty: "estimate",
    ...changes,
  });
  const read = async () => (await readBook(1)).value!;
  const figures = async (): Promise<TableValues> => (await read()).tables.find(({ key }) => key === "figures")!;
  const detail = async (code: string) => {
    const values = await read();
    const table = values.tables.find(({ key }) => key === "targets")!;
    const index = table.rows.findIndex(([own]) => own === code);
    return rowDetail(values, table.sheetName, `A${table.firstRow + index + 1}`)!;
  };
  const cells = (table: TableValues, index: number, headers: readonly string[]) =>
    headers.map((header) => table.rows[index]![table.headers.indexOf(header)] ?? null);
  const actual = async (code: string) => {
    const table = (await read()).tables.find(({ key }) => key === "targets")!;
    const index = table.rows.findIndex(([own]) => own === code);
    return table.rows[index]![table.headers.indexOf(COLUMNS.targets.actual)];
  };

  beforeEach(async () => {
    const small = { ...samplePlan, targets: samplePlan.targets.slice(0, 2), tasks: [], indices: [] };
    const without = ["overview", "report", "urge", "source", "guide", "log"];
    await renderWorkbook(compileWorkbook(small, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native", without }));
    await setViewedPeriod(1, "2024-06T", TODAY);
  });

  it("goes into the row that stands for it, counts at once, and is taken back", async () => {
    const row = await detail("CT-01");
    const before = await figures();
    const { value } = await writeInput(1, row, input(), TODAY);
    const after = await figures();
    expect(after.rows).toHaveLength(before.rows.length);
    expect(cells(after, value!.row.index, [F.target, F.period, F.typed, F.kind, F.state, F.received])).toEqual([
      "CT-01",
      "2024-06T",
      0.82,
      "Ước",
      "Đã nhận",
      45475,
    ]);
    expect(await actual("CT-01")).toBe(0.82);
    expect((await takeBack(value!, TODAY)).value).toBe(true);
    expect((await figures()).rows).toEqual(before.rows);
    expect(await actual("CT-01")).toBeNull();
  });

  it("of a period without a row gets one at the end, with the target's number format", async () => {
    const row = await detail("CT-01");
    const before = await figures();
    const { value } = await writeInput(1, row, input({ period: "2024-T05" }), TODAY);
    const after = await figures();
    expect(after.rows).toHaveLength(before.rows.length + 1);
    expect(value!.row.index).toBe(before.rows.length);
    const shown = [F.target, F.unit, F.period, F.reporter, F.value, F.state];
    expect(cells(after, value!.row.index, shown)).toEqual(["CT-01", "%", "2024-T05", "Văn phòng Sở", 0.82, "Đã nhận"]);
    const column = String.fromCharCode(65 + after.headers.indexOf(F.typed));
    expect(await office.texts("Số liệu theo kỳ", `${column}${after.firstRow + after.rows.length}`)).toEqual([["82.0%"]]);
    expect((await takeBack(value!, TODAY)).value).toBe(true);
    expect((await figures()).rows).toEqual(before.rows);
  });

  it("that is locked is left alone, though it was locked after it was read", async () => {
    const row = await detail("CT-01");
    const table = await figures();
    const index = table.rows.findIndex((cellsOf) => cellsOf[0] === "CT-01" && cellsOf.includes("2024-06T"));
    await changeRow(1, { table: "figures", index, holds: { [F.target]: "CT-01" } }, { [F.locked]: "Có" }, TODAY);
    expect(codes(await writeInput(1, row, input(), TODAY))).toEqual(["figure-locked"]);
    expect((await figures()).rows[index]![table.headers.indexOf(F.typed)]).toBeNull();
    const locked = (await detail("CT-01")).entry;
    expect(locked.kind === "figure" && locked.periods!.rows.find(({ index: at }) => at === index)!.locked).toBe(true);
  });
});

test("an entry says what became of the figure, and the day of receipt is written once", () => {
  const entry = {
    kind: "period",
    period: "2024-N",
    reporter: "",
    typed: 5,
    numerator: null,
    denominator: null,
    certainty: "official",
  } as const;
  expect(figureCells(entry, undefined, TODAY)).toMatchObject({
    [F.typed]: 5,
    [F.kind]: "Chính thức",
    [F.state]: "Đã nhận",
    [F.received]: 45475,
  });
  const words = figureCells({ ...entry, typed: "không phát sinh" }, undefined, TODAY);
  expect(words).toMatchObject({ [F.typed]: null, [F.state]: FIGURE_STATE_LABELS["not-arising"] });
  const standing = {
    index: 0,
    period: "2024-N",
    reporter: "",
    numerator: null,
    denominator: null,
    typed: 4,
    figure: 4,
    received: true,
    locked: false,
    use: "counted",
  } as const;
  expect(figureCells(entry, standing, TODAY)).not.toHaveProperty([F.received]);
  expect(figureCells({ ...entry, typed: null }, standing, TODAY)).toEqual({
    [F.numerator]: null,
    [F.denominator]: null,
    [F.typed]: null,
    [F.kind]: null,
    [F.state]: null,
  });
});
