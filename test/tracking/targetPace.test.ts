import type { CalendarDate } from "../../src/plan/date";
import { actualOf } from "../../src/tracking/cellValue";
import { evaluateTarget } from "../../src/tracking/evaluate";
import type { TargetFacts } from "../../src/tracking/evaluation";
import type { Aggregation } from "../../src/tracking/labels";
import { roadStarts, type RoadTarget } from "../../src/tracking/roadmap";
import { targetPace, type TargetPace } from "../../src/tracking/targetPace";

const day = (text: string): CalendarDate => text as CalendarDate;
const FACTS: TargetFacts = { kind: "K01", level: 100, upper: null, baseline: null, unit: "hồ sơ", due: day("2024-12-31") };

function pace(
  actual: unknown,
  method: Aggregation,
  facts: Partial<TargetFacts> = {},
  asOf = "2024-06-30",
  share: number | null = 0.5,
): TargetPace {
  const all = { ...FACTS, ...facts };
  const figure = actualOf(actual);
  return targetPace(all, method, evaluateTarget(all, figure, day(asOf)), figure, { asOf: day(asOf), year: 2024, share });
}

test.each([
  [50, "safe", 0],
  [46, "attention", -0.04],
  [40, "at-risk", -0.1],
  [30, "alarm", -0.2],
] as const)("a sum of %s of 100 at half of the year is %s", (actual, warning, gap) => {
  const result = pace(actual, "sum");
  expect([result.expected, result.warning, result.forecast]).toEqual([0.5, warning, actual * 2]);
  expect(result.gap).toBeCloseTo(gap, 12);
});

test("a share should stand where it must at any time, and keeps its figure", () => {
  expect(pace(0.84, "ratio", { level: 0.8, unit: "%" })).toMatchObject({ expected: 1, warning: "safe", forecast: 0.84 });
  expect(pace(0.72, "ratio", { level: 0.8, unit: "%" })).toMatchObject({ warning: "at-risk" });
});

test("a limit is compared as a whole, its estimate grows with the year", () => {
  expect(pace(60, "sum", { kind: "K02" })).toMatchObject({ expected: 1, warning: "safe", forecast: 120 });
});

test("a later horizon is not judged, what adds up within the year is", () => {
  expect(pace(40, "last", { due: day("2030-12-31") })).toEqual({ expected: null, gap: null, warning: null, forecast: null });
  expect(pace(2, "sum", { kind: "K14", level: 2, unit: "lần", due: day("2030-12-31") })).toMatchObject({
    expected: 0.5,
    warning: "safe",
    forecast: 4,
  });
});

test("after the horizon the conclusion is final and there is no pace", () => {
  expect(pace(40, "sum", {}, "2024-12-31")).toEqual({ expected: null, gap: null, warning: null, forecast: null });
});

test("without a figure there is an expected share and no warning; without a period viewed there is nothing", () => {
  expect(pace(null, "sum")).toEqual({ expected: 0.5, gap: null, warning: null, forecast: null });
  expect(pace("Không phát sinh", "sum").warning).toBeNull();
  expect(pace(40, "sum", {}, "2024-06-30", null).expected).toBeNull();
  expect(pace(40, "sum", {}, "2024-06-30", 0)).toMatchObject({ expected: 0, warning: "safe", forecast: null });
});

test("days of completion and tiers are not estimated", () => {
  expect(pace(45_400, "last", { kind: "K21", level: 45_500, unit: "" }).forecast).toBeNull();
  expect(pace("Tốt", "last", { kind: "K13", tier: "Khá", level: null, unit: "" })).toMatchObject({ warning: "safe", forecast: null });
});

describe("a target of a later horizon", () => {
  const later = (facts: Partial<TargetFacts>, baselineYear: number | null = null, series = "n1"): RoadTarget => ({
    facts: { ...FACTS, unit: "%", due: day("2030-12-31"), ...facts },
    series,
    baselineYear,
  });
  /** The pace of the last of the targets, looked at in the middle of 2027. */
  const onTheWay = (actual: number, ...targets: readonly RoadTarget[]): TargetPace => {
    const { facts } = targets.at(-1)!;
    const [asOf, figure] = [day("2027-06-30"), actualOf(actual)];
    const start = roadStarts(targets)(targets.at(-1)!);
    return targetPace(facts, "ratio", evaluateTarget(facts, figure, asOf), figure, { asOf, year: 2027, share: 0.5 }, start);
  };
  const in2025 = (facts: Partial<TargetFacts>): RoadTarget => later({ due: day("2025-12-31"), ...facts });

  test("should stand on the line from the stage before", () => {
    // 80 % in 2025, 90 % in 2030: 83 % in the middle of 2027, which is 83/90 of the target.
    const pace = onTheWay(0.83, in2025({ level: 0.8 }), later({ level: 0.9 }));
    expect(pace.expected).toBeCloseTo(0.83 / 0.9, 12);
    expect(pace.warning).toBe("safe");
    expect(onTheWay(0.8, in2025({ level: 0.8 }), later({ level: 0.9 })).warning).toBe("attention");
  });

  test("goes down where less is wanted: from the ten best to the five best", () => {
    const pace = onTheWay(9, in2025({ kind: "K12", level: 10, unit: "hạng" }), later({ kind: "K12", level: 5, unit: "hạng" }));
    expect(pace.expected).toBeCloseTo(2 - 8.5 / 5, 12);
    expect(pace).toMatchObject({ warning: "at-risk" });
  });

  test("without a stage before begins at its baseline, if the year of that is known", () => {
    const growth = { kind: "K07", level: 0.1, baseline: 1000, unit: "hồ sơ" } as const;
    expect(onTheWay(1020, later(growth, 2020)).expected).toBeCloseTo(0.65, 12);
    expect(onTheWay(1020, later(growth)).expected).toBeNull();
    expect(onTheWay(0.5, later({ level: 0.8, baseline: 0.4 }, 2020)).expected).toBeCloseTo((0.4 + 0.65 * 0.4) / 0.8, 12);
  });

  test("is not judged as long as the stage before lies ahead, nor where nothing is known of the way", () => {
    const ahead = later({ due: day("2027-12-31"), level: 0.8 });
    expect(onTheWay(0.5, ahead, later({ level: 0.9 })).expected).toBeNull();
    expect(onTheWay(0.5, later({ level: 0.9 })).expected).toBeNull();
    expect(onTheWay(0.5, in2025({ level: 0.8 }), later({ level: 0.9 }, null, "n2")).expected).toBeNull();
  });

  test("of the same level stays at the whole level", () => {
    expect(onTheWay(0.85, in2025({ level: 0.85 }), later({ level: 0.85 })).expected).toBe(1);
  });
});
