import type { Goal } from "../../src/plan/goal";
import { CODE_NAMES } from "../../src/taskpane/codeNames";
import { STRINGS } from "../../src/taskpane/strings";
import { dateWords, goalWords, readDate, readingWords, readNumber } from "../../src/taskpane/words";
import { changeKind } from "../../src/taskpane/GoalEditor";
import { CONCLUSION_LABELS, DEADLINE_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";

const check = (goal: Goal, unit: string, expected: string, baselineYear?: number) =>
  expect(goalWords(goal, unit, "vi", baselineYear)).toBe(expected);

describe("goals in words", () => {
  test("levels, changes, ranks", () => {
    check({ kind: "at-least", level: 0.8 }, "%", "≥ 80 %");
    check({ kind: "more-than", level: 7.3 }, "điểm", "> 7,3 điểm");
    check({ kind: "between", low: 0.35, high: 0.45, hard: false }, "%", "35 % – 45 %");
    check({ kind: "increase", by: 0.1, as: "percent", baseline: { year: 2020 } }, "hồ sơ", "tăng ≥ 10 % so với 2020");
    check({ kind: "increase", by: 0.05, as: "points" }, "%", "tăng ≥ 5 điểm %");
    check({ kind: "decrease", by: [5, 10], as: "points" }, "điểm", "giảm ≥ 5–10 điểm");
    check({ kind: "rank-up", steps: 1 }, "bậc", "tăng ≥ 1 bậc so với 2023", 2023);
    check({ kind: "rank-up", steps: [5, 7] }, "bậc", "tăng ≥ 5–7 bậc so với 2023", 2023);
    check({ kind: "improve", direction: "up", baseline: { words: "năm trước" } }, "điểm", "tăng so với năm trước");
    check({ kind: "top", limit: 10 }, "", "tốp 10");
    check({ kind: "times-at-most", times: 1, per: "năm" }, "lần", "≤ 1 lần/năm");
  });

  test("goals made of goals", () => {
    check({ kind: "maintain", of: { kind: "at-least", level: 0.3 } }, "%", "duy trì ≥ 30 %");
    check(
      {
        kind: "every",
        of: [
          { kind: "more-than", level: 66 },
          { kind: "rank-up", steps: 1 },
        ],
      },
      "điểm",
      "> 66 điểm và tăng ≥ 1 bậc",
    );
  });

  test("readings of a question are said in words", () => {
    expect(readingWords({ kind: "more-than", level: 0.3 }, "%", "vi")).toBe("hơn 30 % (> 30 %)");
  });

  test("another kind keeps the figure and the base", () => {
    expect(changeKind({ kind: "at-least", level: 0.3 }, "more-than")).toEqual({ kind: "more-than", level: 0.3 });
    expect(changeKind({ kind: "increase", by: 2, as: "points", baseline: { year: 2023 } }, "rank-up")).toEqual({
      kind: "rank-up",
      steps: 2,
      baseline: { year: 2023 },
    });
  });
});

describe("what is typed", () => {
  test("numbers with the marks of the language", () => {
    expect(readNumber("1.234,5", "vi")).toBe(1234.5);
    expect(readNumber("7,5", "vi")).toBe(7.5);
    expect(readNumber("1,234.5", "en")).toBe(1234.5);
    expect(readNumber("80 %", "vi")).toBe(80);
    expect(readNumber("mười", "vi")).toBeUndefined();
    expect(readNumber("", "vi")).toBeUndefined();
  });

  test("days, real ones only", () => {
    expect(readDate("30/6/2024")).toBe("2024-06-30");
    expect(readDate("2024-06-30")).toBe("2024-06-30");
    expect(readDate("31/02/2024")).toBeUndefined();
    expect(dateWords("2024-06-05")).toBe("05/06/2024");
  });
});

describe("strings", () => {
  test("both languages fill the same places", () => {
    const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const key of Object.keys(STRINGS.vi) as (keyof typeof STRINGS.vi)[]) {
      expect(`${key} ${places(STRINGS.en[key]).join()}`).toBe(`${key} ${places(STRINGS.vi[key]).join()}`);
      expect(STRINGS.vi[key]).not.toBe("");
    }
  });

  test("Vietnamese names of codes are those of the workbook", () => {
    expect(CODE_NAMES.vi.conclusions).toEqual(CONCLUSION_LABELS);
    expect(CODE_NAMES.vi.statuses).toEqual(TASK_STATUS_LABELS);
    expect(CODE_NAMES.vi.deadlines).toEqual(DEADLINE_LABELS);
  });
});
