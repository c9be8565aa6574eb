import fc from "fast-check";
import type { Aggregation } from "../../src/tracking/labels";
import { judgeRows, NOT_ARISING, periodResult, rowFigure, type PeriodResult, type ReportedRow } from "../../src/tracking/periodData";
import { parsePeriod } from "../../src/tracking/periods";

type Cells = Partial<Omit<ReportedRow, "period">>;
const row = (code: string, typed: unknown, more: Cells = {}): ReportedRow => ({
  target: "CT-01",
  period: parsePeriod(code),
  reporter: "",
  typed,
  ...more,
});
const result = (rows: readonly ReportedRow[], method: Aggregation, view = "2024-N"): PeriodResult =>
  periodResult(
    judgeRows(rows, parsePeriod(view), () => method),
    "CT-01",
    method,
  );
const value = (...args: Parameters<typeof result>): unknown => result(...args).value;

describe("the figure of a row", () => {
  test.each<[string, Cells & { typed?: unknown }, unknown]>([
    ["what was typed", { typed: 0.92, numerator: 1, denominator: 2 }, 0.92],
    ["a zero, which is a figure", { typed: 0 }, 0],
    ["numerator over denominator", { numerator: 3, denominator: 4 }, 0.75],
    ["nothing arisen of nothing", { numerator: 0, denominator: 0 }, NOT_ARISING],
    ["no figure over a zero", { numerator: 2, denominator: 0 }, ""],
    ["no figure where only one of the two is there", { numerator: 2 }, ""],
    ["no figure for a dash", { typed: "-" }, ""],
    ["no figure for a blank", { typed: null }, ""],
    ["words that are one", { typed: "Khá" }, "Khá"],
    ["nothing arisen, in any case of letters", { typed: "không phát sinh" }, NOT_ARISING],
    ["nothing arisen by its state", { typed: 5, state: "not-arising" }, NOT_ARISING],
    ["none when it was not sent", { typed: 5, state: "missing" }, ""],
  ])("is %s", (_what, cells, expected) => {
    expect(rowFigure(row("2024-Q1", undefined, cells))).toBe(expected);
  });
});

const quarters = [row("2024-Q1", 10), row("2024-Q2", 14), row("2024-Q3", 12)];

test.each<[Aggregation, string, unknown]>([
  ["sum", "2024-06T", 24],
  ["sum", "2024-09T", 36],
  ["mean", "2024-09T", 12],
  ["max", "2024-09T", 14],
  ["last", "2024-06T", 14],
  ["last", "2024-N", 12],
  ["last", "2024-T02", ""],
  ["sum", "2023-N", ""],
])("%s of three quarters at %s", (method, view, expected) => {
  expect(value(quarters, method, view)).toBe(expected);
});

test("a quarter and its months are not counted twice, whichever was typed first", () => {
  const months = [row("2024-T01", 3), row("2024-T02", 3), row("2024-T03", 3)];
  expect(value([...months, row("2024-Q1", 10)], "sum")).toBe(10);
  expect(value([row("2024-Q1", 10), ...months, row("2024-T04", 5)], "sum")).toBe(15);
  expect(value([...quarters, row("2024-N", 50)], "sum")).toBe(50);
});

test("a later row replaces an earlier one of the same period and reporter", () => {
  const rows = [row("2024-Q1", 10, { kind: "estimate" }), row("2024-Q1", 11, { kind: "official" })];
  expect(result(rows, "sum")).toEqual({ value: 11, kind: "official" });
  expect(result([...rows].reverse(), "sum")).toEqual({ value: 10, kind: "estimate" });
});

test("figures of several reporters for one period stand beside each other", () => {
  const rows = ["Phòng A", "Phòng B"].map((reporter) => row("2024-Q1", null, { reporter, numerator: 30, denominator: 40 }));
  expect(value(rows, "ratio")).toBe(60 / 80);
  expect(value([row("2024-06T", 7, { reporter: "Phòng A" }), row("2024-Q1", 5, { reporter: "Phòng B" })], "sum")).toBe(12);
});

test("a share is Σ numerators over Σ denominators; the last figure as long as a row lacks them", () => {
  const rows = [row("2024-Q1", null, { numerator: 10, denominator: 100 }), row("2024-Q2", null, { numerator: 90, denominator: 100 })];
  expect(value(rows, "ratio")).toBe(0.5);
  expect(value([...rows, row("2024-Q3", 0.8)], "ratio")).toBe(0.8);
  expect(value([row("2024-Q1", 0.4), rows[1]!], "ratio")).toBe(0.9);
});

test("nothing arisen, not sent and zero are three different things", () => {
  expect(value([row("2024-Q1", null, { state: "not-arising" })], "sum")).toBe(NOT_ARISING);
  expect(value([row("2024-Q1", null, { state: "missing" })], "sum")).toBe("");
  expect(value([row("2024-Q1", 0)], "sum")).toBe(0);
  expect(value([row("2024-Q1", 4), row("2024-Q2", null, { state: "not-arising" })], "sum")).toBe(4);
});

test("a tier is a last figure and no part of a sum", () => {
  expect(value([row("2024-Q1", "Khá"), row("2024-Q2", "Tốt")], "last")).toBe("Tốt");
  expect(value([row("2024-Q1", "Khá")], "sum")).toBe("");
});

test("an estimate among the rows counted makes the result one", () => {
  const rows = [row("2024-Q1", 10, { kind: "estimate" }), row("2024-Q2", 14, { kind: "official" })];
  expect(result(rows, "sum").kind).toBe("estimate");
  expect(result(rows, "last").kind).toBe("official");
});

test("rows without a known period or of another target count for nothing", () => {
  expect(value([{ ...row("2024-Q1", 5), period: undefined }, row("2024-Q1", 5, { target: "CT-02" })], "sum")).toBe("");
});

const CODES = ["2024-T01", "2024-T02", "2024-T03", "2024-T04", "2024-Q1", "2024-Q2", "2024-06T", "2024-09T", "2024-N", "2023-N"];

test("one figure at most is the last or greatest, and rows beyond the view change nothing", () => {
  const rows = fc.array(fc.tuple(fc.constantFrom(...CODES), fc.integer({ min: -5, max: 5 })).map(([code, typed]) => row(code, typed)));
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom("2024-06T", "2024-Q1", "2024-N"),
      fc.constantFrom("last" as const, "max" as const),
      (all, view, method) => {
        const counted = judgeRows(all, parsePeriod(view), () => method).filter(({ use }) => use === "counted");
        expect(new Set(counted.map(({ figure }) => figure)).size).toBeLessThanOrEqual(1);
        const inside = all.filter(({ period }) => period!.year === 2024 && period!.to <= parsePeriod(view)!.to);
        expect(value(all, method, view)).toBe(value(inside, method, view));
        if (method === "max" && inside.length > 0) expect(inside.map(({ typed }) => typed)).toContain(value(all, "max", view));
      },
    ),
  );
});
