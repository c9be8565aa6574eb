import { createTracking } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { toSerial } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { historyOf } from "../../src/taskpane/periodFigures";
import { rowDetail } from "../../src/taskpane/rowDetail";
import { figureText, readFigure } from "../../src/taskpane/rowEntry";
import type { TargetFacts } from "../../src/tracking/evaluation";
import { COLUMNS } from "../../src/workbook/names";
import type { WorkbookValues } from "../../src/workbook/workbookValues";
import { fakeImported } from "./fakeServices";

const spec = createTracking(fakeImported, { asOf: "2024-07-01" as CalendarDate, dialect: "native" });
const values = fromXlsx(toXlsx(spec)).value!;
const table = (key: string) => values.tables.find((one) => one.key === key)!;
const address = (key: string, index: number) => `C${table(key).firstRow + index + 1}`;

describe("the row that is selected", () => {
  test("of a target tells its goal, its words and where its figure goes", () => {
    const row = rowDetail(values, "Chỉ tiêu", address("targets", 1))!;
    expect(row).toMatchObject({
      table: "targets",
      rowIndex: 1,
      code: "CT-02",
      lead: "Văn phòng Sở",
      quote: "Tỷ lệ hồ sơ giải quyết đúng hạn đạt tối thiểu 95%.",
      goal: { goal: { kind: "at-least", level: 0.95 }, unit: "%" },
      explanation: "Chưa có số liệu",
      entry: { kind: "figure", header: COLUMNS.targets.hand, value: null },
    });
    expect(row.row).toBe(table("targets").firstRow + 2);
  });

  test("of a target shows its figures by period, and a row of Số liệu theo kỳ shows its target at its own period", () => {
    const { entry } = rowDetail(values, "Chỉ tiêu", address("targets", 1))!;
    const periods = entry.kind === "figure" ? entry.periods! : undefined;
    expect(periods).toMatchObject({ view: "2024-06T", reporter: "Văn phòng Sở", ratio: true });
    expect(periods!.rows.map(({ period, figure }) => `${period} ${figure}`)).toEqual(["2024-06T ", "2024-N "]);
    expect(historyOf(periods!, "2024-07-01").map(({ period }) => period)).toEqual(["2024-06T"]);
    const figures = table("figures");
    const last = figures.rows.map(([code]) => code).lastIndexOf("CT-02");
    const byFigure = rowDetail(values, figures.sheetName, address("figures", last))!;
    expect(byFigure).toMatchObject({ table: "targets", code: "CT-02", rowIndex: 1, sheet: "Chỉ tiêu" });
    expect(byFigure.entry).toMatchObject({ periods: { view: "2024-N" } });
    const without = { ...values, tables: values.tables.filter(({ key }) => key !== "figures") };
    expect(rowDetail(without, "Chỉ tiêu", address("targets", 1))!.entry).not.toHaveProperty("periods");
  });

  test("follows what was typed, and a row that a person added has no words of the plan", () => {
    const hand = table("targets").headers.indexOf(COLUMNS.targets.hand);
    const typed: WorkbookValues = {
      ...values,
      tables: values.tables.map((one) =>
        one.key === "targets"
          ? {
              ...one,
              rows: one.rows.map((row, index) =>
                index === 1 ? row.map((cell, at) => (at === hand ? 0.97 : at === 0 ? "CT-90" : cell)) : row,
              ),
            }
          : one,
      ),
    };
    expect(rowDetail(typed, "Chỉ tiêu", address("targets", 1))).toMatchObject({ code: "CT-90", quote: "", entry: { value: 0.97 } });
    expect(rowDetail(typed, "Chỉ tiêu", address("targets", 1))).not.toHaveProperty("goal");
  });

  test("of a task and a report tells the day that is to be met", () => {
    expect(rowDetail(values, "Nhiệm vụ", address("tasks", 0))).toMatchObject({
      code: "NV-01",
      due: "2024-06-29",
      status: "overdue",
      entry: { kind: "day", header: COLUMNS.tasks.done },
    });
    expect(rowDetail(values, "Lịch báo cáo", address("reports", 0))).toMatchObject({
      table: "reports",
      due: "2024-05-31",
      quote: "Báo cáo 6 tháng trước ngày 01/6/2024 về Sở Kế hoạch và Đầu tư.",
    });
  });

  test("is none above the table, on other sheets and for whole columns", () => {
    expect(rowDetail(values, "Chỉ tiêu", "A1")).toBeUndefined();
    expect(rowDetail(values, "Sheet1", address("targets", 1))).toBeUndefined();
    expect(rowDetail(values, "Chỉ tiêu", "A:C")).toBeUndefined();
  });
});

describe("a figure that is typed", () => {
  const share: TargetFacts = { kind: "K01", level: 0.95, upper: null, baseline: null, unit: "%", due: null };

  test.each([
    ["92", share, 0.92],
    ["92,5 %", share, 0.925],
    ["", share, null],
    ["Không phát sinh", share, "Không phát sinh"],
    ["chín mươi", share, undefined],
    ["1.234,5", { ...share, unit: "hồ sơ" }, 1234.5],
    ["Khá", { ...share, kind: "K13", level: null, tier: "Khá", unit: "" }, "Khá"],
    ["30/6/2024", { ...share, kind: "K21", unit: "" }, toSerial("2024-06-30" as CalendarDate)],
    ["cuối năm", { ...share, kind: "K21", unit: "" }, undefined],
    ["=1+1", share, undefined],
  ] as const)("%j is read", (text, facts, expected) => {
    expect(readFigure(text, facts as TargetFacts, "vi")).toBe(expected);
  });

  test("is shown as it would be typed again", () => {
    for (const value of [0.92, 0.925, null, "Không phát sinh"]) expect(readFigure(figureText(value, share, "vi"), share, "vi")).toBe(value);
    const day = { ...share, kind: "K21" as const, unit: "" };
    expect(figureText(toSerial("2024-06-30" as CalendarDate), day, "vi")).toBe("30/06/2024");
  });
});
