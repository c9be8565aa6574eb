import type { CalendarDate } from "../../src/plan/date";
import { reportedPeriod } from "../../src/plan/reportCutOff";
import { periodOf } from "../../src/tracking/periods";
import { bookPeriods, periodBefore, periodName, yearShare } from "../../src/workbook/periodModel";
import { emptyPlan, samplePlan } from "../support/samplePlan";

const day = (text: string): CalendarDate => text as CalendarDate;
const view = (asOf: string, periodScheme: "decree-09" | "calendar" | "plan" = "decree-09"): string =>
  bookPeriods(samplePlan, { asOf: day(asOf), dialect: "native", periodScheme }, [2024]).view.code;

test.each([
  ["2024-06-13", "2024-06T"],
  ["2024-06-14", "2024-06T"],
  ["2024-12-13", "2024-06T"],
  ["2024-12-14", "2024-N"],
  ["2025-03-01", "2024-N"],
])("on %s the book looks at %s, as the plan asks for half-years and years", (asOf, code) => {
  expect(view(asOf)).toBe(code);
});

test("the calendar closes a half-year at the end of June", () => {
  expect(view("2024-12-30", "calendar")).toBe("2024-06T");
  expect(view("2024-12-31", "plan")).toBe("2024-N");
});

test("a plan that has ended is looked at from its end, one with later horizons goes on", () => {
  const options = { asOf: day("2026-11-28"), dialect: "native" } as const;
  const years = [2024, 2025, 2026];
  expect(bookPeriods(emptyPlan, options, years).view.code).toBe("2024-N");
  const later = { ...emptyPlan, targets: samplePlan.targets.slice(0, 1).map((target) => ({ ...target, horizon: 2030 })) };
  expect(bookPeriods(later, options, years).view.code).toBe("2026-06T");
});

test("a plan that asks for no report is followed by half-years and years", () => {
  const { rhythm, all } = bookPeriods(emptyPlan, { asOf: day("2024-06-30"), dialect: "native" }, [2024, 2025]);
  expect(rhythm).toEqual(["year", "half-year"]);
  expect(all).toHaveLength(38);
});

test.each([
  ["month", 5, "Tháng 5/2024", "2024-T04"],
  ["month", 1, "Tháng 1/2024", "2023-T12"],
  ["quarter", 2, "Quý II/2024", "2024-Q1"],
  ["quarter", 1, "Quý I/2024", "2023-Q4"],
  ["half-year", 1, "6 tháng đầu năm 2024", "2023-06T"],
  ["nine-months", 1, "9 tháng năm 2024", "2023-09T"],
  ["year", 1, "Năm 2024", "2023-N"],
] as const)("%s %s is called %s and follows %s", (kind, number, name, before) => {
  const period = periodOf(kind, 2024, number);
  expect([periodName(period), periodBefore(period, "decree-09").code]).toEqual([name, before]);
});

test("half of the year has gone by at the end of June, less before the day of evaluation", () => {
  const half = periodOf("half-year", 2024, 1, "calendar");
  expect(yearShare(half, day("2024-12-31"), "calendar")).toBeCloseTo(182 / 366, 12);
  expect(yearShare(half, day("2024-01-01"), "calendar")).toBeCloseTo(1 / 366, 12);
  expect(yearShare(periodOf("year", 2024, 1), day("2024-12-14"), "decree-09")).toBe(1);
});

test.each([
  ["6 tháng, năm", "2024-05-31", "half-year", 6, "2024-06-14"],
  ["6 tháng, năm", "2024-11-30", "year", 12, "2024-12-14"],
  ["quý, 6 tháng, năm", "2024-06-10", "half-year", 6, "2024-06-14"],
  ["hằng quý", "2024-09-20", "quarter", 9, "2024-09-14"],
  ["hằng tháng", "2024-04-15", "month", 4, "2024-04-14"],
])("a report %s due on %s is about the %s that closes in month %s", (frequency, due, kind, month, cutOff) => {
  expect(reportedPeriod({ frequency, rule: { kind: "dates" } }, day(due))).toEqual({ kind, year: 2024, month, cutOff });
});
