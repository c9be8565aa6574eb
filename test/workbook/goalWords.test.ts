import { goalFacts } from "../../src/tracking/goalFacts";
import { kindName } from "../../src/tracking/labels";
import type { Goal } from "../../src/plan/goal";
import { goalWords } from "../../src/workbook/native/goalWords";
import { literal } from "../../src/workbook/formula";

/** The goal as Báo cáo writes it. */
function words(goal: Goal, unit: string): string {
  const facts = goalFacts(goal, unit);
  const live = (result: string | number | null) => ({ formula: literal(result ?? ""), result });
  const cells = {
    kind: live(kindName(facts)),
    level: live(facts.level),
    upper: live(facts.upper),
    baseline: live(facts.baseline),
    unit: live(unit),
  };
  return String(goalWords(cells).result);
}

test.each<[Goal, string, string]>([
  [{ kind: "decrease", by: [0.3, 0.7], as: "percent" }, "%", "giảm 30% đến 70%"],
  [{ kind: "increase", by: [0.05, 0.1], as: "percent", baseline: { value: 200 } }, "hồ sơ", "tăng 5% đến 10% so với số gốc 200"],
  [{ kind: "increase", by: [2, 3], as: "points" }, "điểm", "tăng 2 điểm đến 3 điểm"],
  [{ kind: "rank-up", steps: [2, 3] }, "bậc", "tăng 2 đến 3 bậc"],
  [{ kind: "decrease", by: 0.3, as: "percent" }, "%", "giảm 30%"],
  [{ kind: "rank-up", steps: 5 }, "bậc", "tăng 5 bậc"],
  [{ kind: "between", low: 0.1, high: 0.2, hard: false }, "%", "từ 10% đến 20%"],
])("%j in %s is told with both ends of its range", (goal, unit, expected) => {
  expect(words(goal, unit)).toBe(expected);
});
