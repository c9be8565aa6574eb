import { figureWithUnit } from "../../src/tracking/explain";
import { goalFacts } from "../../src/tracking/goalFacts";
import { importPlan } from "../../src/pipeline";

test.each([
  [{ kind: "at-least", level: 8 }, "%/năm", { kind: "K01", level: 0.08, upper: null }],
  [{ kind: "between", low: 8, high: 9, hard: false }, "%/năm", { kind: "K06", level: 0.08, upper: 0.09 }],
  [{ kind: "at-least", level: 30 }, "% GRDP", { kind: "K01", level: 0.3, mayExceedWhole: true }],
  [{ kind: "at-least", level: 0.8 }, "%", { kind: "K01", level: 0.8 }],
  [{ kind: "at-least", level: 8 }, "điểm", { kind: "K01", level: 8 }],
] as const)("levels of %j in %s are fractions where cells show percent", (goal, unit, facts) => {
  expect(goalFacts(goal, unit)).toMatchObject(facts);
});

test("a rate of change is the figure itself: it is compared with nothing", () => {
  expect(goalFacts({ kind: "increase", by: [7.5, 8], as: "points" }, "%/năm")).toMatchObject({
    kind: "K06",
    level: 0.075,
    upper: 0.08,
    hard: false,
  });
  expect(goalFacts({ kind: "increase", by: 10, as: "points" }, "%/năm")).toMatchObject({ kind: "K01", level: 0.1 });
  expect(goalFacts({ kind: "increase", by: 2, as: "points" }, "điểm")).toMatchObject({ kind: "K09", level: 2 });
});

test("of a range of change the lower end is asked for, the upper one is told beside it", () => {
  expect(goalFacts({ kind: "decrease", by: [0.3, 0.7], as: "percent" }, "%")).toMatchObject({ kind: "K08", level: 0.3, upper: 0.7 });
  expect(goalFacts({ kind: "rank-up", steps: [2, 3] }, "bậc")).toMatchObject({ kind: "K11", level: 2, upper: 3 });
  expect(goalFacts({ kind: "increase", by: 0.1, as: "percent" }, "%").upper).toBeNull();
});

test("a growth rate of a plan is told in the plan's percent", async () => {
  const text = "KẾ HOẠCH\nPhát triển kinh tế năm 2026\nI. MỤC TIÊU\n- Tốc độ tăng bình quân của ngành nông nghiệp đạt 08 - 09%/năm.\n";
  const { value } = await importPlan({ kind: "text", name: "a.txt", text });
  const [target] = value!.plan.targets;
  const facts = goalFacts(target!.goal, target!.unit);
  expect(facts).toMatchObject({ kind: "K06", level: 0.08, upper: 0.09, unit: "%/năm" });
  expect(figureWithUnit(facts.level!, facts.unit)).toBe("8%/năm");
});
