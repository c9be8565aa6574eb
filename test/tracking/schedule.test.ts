import fc from "fast-check";
import type { CalendarDate } from "../../src/plan/date";
import { expectedShare, forecast, warningOf } from "../../src/tracking/pace";
import { periodContaining, periodsOfYear, parsePeriod } from "../../src/tracking/periods";
import {
  addWorkingDays,
  completionRate,
  countCompletion,
  daysLate,
  lastWorkingDay,
  onTimeRate,
  taskStatus,
  workingDaysBetween,
  workingDaysLate,
  type TaskFacts,
} from "../../src/tracking/schedule";
import { stagedLevel } from "../../src/tracking/stages";
import { daysOfRule, parseDeadline } from "../../src/parser/phrases/deadline";
import { concludeAny, concludeEvery, concludeGroup } from "../../src/tracking/compound";

const day = (text: string): CalendarDate => text as CalendarDate;

test("the periods of Decree 09/2019 in 2024", () => {
  expect(periodsOfYear(2024).map(({ code, from, to }) => `${code} ${from} ${to}`)).toEqual([
    "2024-T01 2023-12-15 2024-01-14",
    "2024-T02 2024-01-15 2024-02-14",
    "2024-T03 2024-02-15 2024-03-14",
    "2024-T04 2024-03-15 2024-04-14",
    "2024-T05 2024-04-15 2024-05-14",
    "2024-T06 2024-05-15 2024-06-14",
    "2024-T07 2024-06-15 2024-07-14",
    "2024-T08 2024-07-15 2024-08-14",
    "2024-T09 2024-08-15 2024-09-14",
    "2024-T10 2024-09-15 2024-10-14",
    "2024-T11 2024-10-15 2024-11-14",
    "2024-T12 2024-11-15 2024-12-14",
    "2024-Q1 2023-12-15 2024-03-14",
    "2024-Q2 2024-03-15 2024-06-14",
    "2024-Q3 2024-06-15 2024-09-14",
    "2024-Q4 2024-09-15 2024-12-14",
    "2024-06T 2023-12-15 2024-06-14",
    "2024-09T 2023-12-15 2024-09-14",
    "2024-N 2023-12-15 2024-12-14",
  ]);
});

test("calendar periods end with their month", () => {
  expect(parsePeriod("2024-T02", "calendar")).toMatchObject({ from: "2024-02-01", to: "2024-02-29" });
  expect(parsePeriod("2024-Q4", "calendar")).toMatchObject({ from: "2024-10-01", to: "2024-12-31" });
  expect([parsePeriod("2024-T13"), parsePeriod("quý I"), parsePeriod("")]).toEqual([undefined, undefined, undefined]);
});

test("a day belongs to the period that its cut-off says", () => {
  expect(periodContaining(day("2024-06-14"), "quarter")?.code).toBe("2024-Q2");
  expect(periodContaining(day("2024-06-15"), "quarter")?.code).toBe("2024-Q3");
  expect(periodContaining(day("2023-12-15"), "year")?.code).toBe("2024-N");
  expect(periodContaining(day("2024-06-15"), "half-year")).toBeUndefined();
  expect(periodContaining(day("2024-06-15"), "quarter", "calendar")?.code).toBe("2024-Q2");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.constantFrom("month", "quarter", "year" as const),
      fc.constantFrom("decree-09", "calendar" as const),
      (offset, kind, system) => {
        const at = new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10) as CalendarDate;
        const period = periodContaining(at, kind as "month", system as "calendar")!;
        expect(period.from <= at && at <= period.to).toBe(true);
      },
    ),
  );
});

test.each([
  ["trước ngày 01/6/2024", "2024-05-31", "2024-05-31"],
  ["trước ngày 05/6/2024", "2024-06-04", "2024-06-04"],
  ["trước ngày 01/12/2024", "2024-11-30", "2024-11-29"],
  ["trước ngày 05/12/2024", "2024-12-04", "2024-12-04"],
  ["trước ngày 10 tháng 12 năm 2021", "2021-12-09", "2021-12-09"],
  ["trước ngày 31/12/2023", "2023-12-30", "2023-12-29"],
])("%s ends on %s, the last working day is %s", (words, last, working) => {
  const deadline = parseDeadline(words);
  expect(deadline).toMatchObject({ kind: "fixed", date: last });
  expect(lastWorkingDay(day(last))).toBe(working);
});

test("before the 10th of a quarter's last month is the 9th, and the working day before it", () => {
  const deadline = parseDeadline("trước ngày 10 của tháng cuối quý");
  const rule = deadline.kind === "recurring" ? deadline.rule : undefined;
  const days = daysOfRule(rule!, 2024);
  expect(days).toEqual(["2024-03-09", "2024-06-09", "2024-09-09", "2024-12-09"]);
  expect(days.map((last) => lastWorkingDay(last))).toEqual(["2024-03-08", "2024-06-07", "2024-09-09", "2024-12-09"]);
});

test("two working days after the cut-off pass over the weekend and the holidays", () => {
  expect(addWorkingDays(day("2023-09-14"), 2)).toBe("2023-09-18");
  expect(addWorkingDays(day("2024-04-29"), 2, [day("2024-04-30"), day("2024-05-01")])).toBe("2024-05-03");
  expect(workingDaysBetween(day("2024-04-29"), day("2024-05-05"), [day("2024-04-30"), day("2024-05-01")])).toBe(3);
});

describe("task status", () => {
  const status = (facts: Partial<TaskFacts>): string =>
    taskStatus({ deadline: day("2024-05-31"), done: null, asOf: day("2024-06-30"), ...facts });
  test.each<[string, Partial<TaskFacts>, string]>([
    ["done on the last day", { done: day("2024-05-31") }, "done-on-time"],
    ["done late is not overdue", { done: day("2024-06-01") }, "done-late"],
    ["done within an extension is late by the original deadline", { done: day("2024-06-10"), extended: day("2024-06-15") }, "done-late"],
    ["a completion after the day of judgement has not come yet", { done: day("2024-07-02") }, "overdue"],
    ["overdue", {}, "overdue"],
    ["an extension that still runs", { extended: day("2024-12-31"), progress: 0.2 }, "in-progress"],
    ["due on the day itself", { deadline: day("2024-06-30") }, "due-soon"],
    ["due within the warning", { deadline: day("2024-07-07") }, "due-soon"],
    ["due after it", { deadline: day("2024-07-08") }, "not-started"],
    ["started", { deadline: day("2024-12-31"), progress: 30 }, "in-progress"],
    ["paused", { special: "paused" }, "paused"],
    ["done although paused", { special: "paused", done: day("2024-05-01") }, "done-on-time"],
    ["continuous without news", { deadline: null, kind: "continuous" }, "continuous-not-updated"],
    ["continuous with news", { deadline: null, kind: "recurring", progress: 1 }, "continuous-updated"],
    ["waiting for a condition", { deadline: null, kind: "conditional" }, "waiting"],
    ["no deadline", { deadline: null, kind: "unclear" }, "no-deadline"],
  ])("%s", (_name, facts, expected) => {
    expect(status(facts)).toBe(expected);
  });
  test("days late and left", () => {
    expect(daysLate(day("2024-05-31"), null, day("2024-06-10"))).toBe(10);
    expect(daysLate(day("2024-05-31"), day("2024-05-30"), day("2024-06-10"))).toBe(-1);
    expect(daysLate(null, null, day("2024-06-10"))).toBeNull();
    expect(workingDaysLate(day("2024-05-31"), null, day("2024-06-10"))).toBe(6);
    expect(workingDaysLate(day("2024-06-10"), null, day("2024-05-31"))).toBe(-6);
  });
});

test("the government's rate leaves open tasks in time aside (report 1270/BC-TCTTTg, 2017)", () => {
  const count = { doneOnTime: 14068, doneLate: 1983, inTime: 5640, overdue: 223 };
  expect(completionRate(count)! * 100).toBeCloseTo(98.63, 2);
  expect(onTimeRate(count)! * 100).toBeCloseTo((14068 / 16274) * 100, 9);
  expect(countCompletion(["done-on-time", "overdue", "waiting", "due-soon"])).toEqual({
    doneOnTime: 1,
    doneLate: 0,
    inTime: 1,
    overdue: 1,
  });
  expect(completionRate(countCompletion(["waiting"]))).toBeUndefined();
});

test("pace, warning and forecast", () => {
  const year = [day("2024-01-01"), day("2024-12-31")] as const;
  expect(expectedShare(day("2024-12-31"), ...year)).toBe(1);
  expect(expectedShare(day("2023-12-31"), ...year)).toBe(0);
  expect(expectedShare(day("2024-06-30"), ...year)).toBeCloseTo(182 / 366, 12);
  expect(
    expectedShare(day("2024-05-01"), ...year, [
      { day: day("2024-04-01"), share: 0.2 },
      { day: day("2024-06-01"), share: 0.5 },
    ]),
  ).toBeCloseTo(0.2 + (0.3 * 30) / 61, 12);
  expect([0, -0.05, -0.1, -0.15, -0.16].map((gap) => warningOf(0.5 + gap, 0.5))).toEqual([
    "safe",
    "attention",
    "at-risk",
    "at-risk",
    "alarm",
  ]);
  expect([forecast(60, 0.5), forecast(60, 0.5, "last"), forecast(60, 0)]).toEqual([120, 60, undefined]);
});

test("staged levels by step and on the line", () => {
  const stages = [
    { due: day("2025-12-31"), level: 0.9 },
    { due: day("2030-12-31"), level: 0.95 },
  ];
  expect(stagedLevel(day("2024-06-30"), stages, "step")).toBe(0.9);
  expect(stagedLevel(day("2026-01-01"), stages, "step")).toBe(0.95);
  expect(stagedLevel(day("2035-01-01"), stages, "linear")).toBe(0.95);
  expect(stagedLevel(day("2028-06-30"), stages, "linear")).toBeCloseTo(0.925, 3);
});

test("groups of conclusions", () => {
  expect(concludeGroup("met", ["exceeded", "met"])).toBe("fully-met");
  expect(concludeGroup("exceeded", ["not-met"])).toBe("partly-met");
  expect(concludeGroup("not-met", ["met"])).toBe("not-met");
  expect(concludeGroup("met", ["no-data"])).toBe("no-data");
  expect(concludeGroup("met", ["in-progress", "no-data"])).toBe("in-progress");
  expect(concludeGroup("met", [])).toBe("met");
  expect(concludeGroup("met", ["not-applicable"])).toBe("fully-met");
  expect([concludeEvery(["met", "exceeded"]), concludeEvery(["met", "not-met"]), concludeEvery([])]).toEqual(["met", "not-met", "no-data"]);
  expect([concludeAny(["not-met", "met"]), concludeAny(["not-met"]), concludeAny(["not-met", "no-data"])]).toEqual([
    "met",
    "not-met",
    "no-data",
  ]);
});
