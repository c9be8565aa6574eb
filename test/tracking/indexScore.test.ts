import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import {
  bandOf,
  contribution,
  INDEX_WEIGHTS,
  neededIncrease,
  normalizeScore,
  proportionalScore,
  rankPercentile,
  stepScore,
  sumIndex,
  weightedIndex,
  weightOf,
} from "../../src/tracking/indexScore";

interface Row {
  readonly year: number;
  readonly province: string;
  readonly scores: readonly number[];
  readonly published: number | undefined;
}

const rows: readonly Row[] = readFileSync(path.join(__dirname, "pci.csv"), "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(","))
  .map((cells) => ({
    year: Number(cells[0]),
    province: cells[1]!,
    scores: cells.slice(2, 12).map(Number),
    published: cells[12] ? Number(cells[12]) : undefined,
  }));

const pciWeights = (year: number): readonly number[] =>
  INDEX_WEIGHTS.filter(
    ({ index, fromYear, toYear }) => index === "PCI" && year >= fromYear && (toYear === undefined || year <= toYear),
  ).map(({ weight }) => weight);

test.each(rows.filter(({ published }) => published !== undefined))(
  "PCI $year of $province is the published score",
  ({ year, scores, published }) => {
    const { score, coverage } = weightedIndex(scores, pciWeights(year));
    expect(Math.abs(score! - published!)).toBeLessThanOrEqual(0.02 + 1e-9);
    expect(coverage).toBeCloseTo(1, 9);
  },
);

test("the table holds the 21 provinces of 2021, and Quảng Trị 2022 needs the new weights", () => {
  expect(rows.filter(({ year, province }) => year === 2021 && province !== "Quảng Trị")).toHaveLength(21);
  const { scores } = rows.find(({ year, province }) => year === 2022 && province === "Quảng Trị")!;
  expect(weightedIndex(scores, pciWeights(2022)).score).toBeCloseTo(61.26, 1);
  expect(weightedIndex(scores, pciWeights(2021)).score).toBeCloseTo(58.91, 1);
});

test("a score that is no longer published is computed from its parts", () => {
  const { scores } = rows.find(({ year }) => year === 2023)!;
  expect(weightedIndex(scores, pciWeights(2023)).score).toBeCloseTo(62.69, 1);
});

test("PGI is the sum of its four scores (TP.HCM 2023, published 24.20)", () => {
  const scores = [7.49, 6.37, 5.92, 4.43];
  expect(sumIndex(scores)).toBeCloseTo(24.21, 9);
  expect(weightedIndex(scores, [0.25, 0.25, 0.25, 0.25], 4).score).toBeCloseTo(24.21, 9);
});

test("weights by year, also by short names", () => {
  expect([
    weightOf("PCI", 2021, "Tính minh bạch"),
    weightOf("pci", 2022, "minh bạch"),
    weightOf("PCI", 2012, "minh bạch"),
    weightOf("PCI", 2022, "lạ"),
  ]).toEqual([0.2, 0.05, undefined, undefined]);
});

test("a missing component lowers the coverage and leaves the mean", () => {
  expect(weightedIndex([5, undefined], [0.15, 0.1], 10)).toEqual({ score: 50, coverage: 0.15 });
  expect(weightedIndex([5, 6], [15, 65], 10).coverage).toBeCloseTo(0.8, 9);
  expect(weightedIndex([undefined], [1]).score).toBeUndefined();
  fc.assert(
    fc.property(
      fc.array(fc.record({ score: fc.integer({ min: 1, max: 10 }), weight: fc.integer({ min: 1, max: 20 }) }), { minLength: 1 }),
      (items) => {
        const scores = items.map(({ score }) => score);
        const weights = items.map(({ weight }) => weight);
        expect(weightedIndex([...scores, undefined], [...weights, 7]).score).toBeCloseTo(weightedIndex(scores, weights).score!, 9);
      },
    ),
  );
});

test("contribution and what is still needed", () => {
  expect(contribution(0.5, 0.15)).toBeCloseTo(0.75, 12);
  expect(neededIncrease(61.26, 62.76, 0.15)).toBeCloseTo(1, 9);
  expect([neededIncrease(65, 62, 0.15), neededIncrease(65, 70, 0)]).toEqual([0, undefined]);
});

test("normalisation, steps, bands and percentiles", () => {
  expect([
    normalizeScore(50, 50, 100),
    normalizeScore(100, 50, 100),
    normalizeScore(75, 50, 100),
    normalizeScore(50, 50, 100, true),
  ]).toEqual([1, 10, 5.5, 10]);
  expect([normalizeScore(5, 5, 5), normalizeScore(120, 50, 100)]).toEqual([undefined, undefined]);
  const steps = [
    { from: 1, points: 5 },
    { from: 2, points: 10 },
    { from: 3, points: 15 },
    { from: 4, points: 20 },
  ];
  expect([0, 1, 2, 3, 4, 9].map((times) => stepScore(times, steps))).toEqual([0, 5, 10, 15, 20, 20]);
  expect([proportionalScore(0.8, 20), proportionalScore(1.3, 20), proportionalScore(-1, 20)]).toEqual([16, 20, 0]);
  expect([90, 89.9, 70, 50, 49].map((score) => bandOf(score))).toEqual([
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
  ]);
  expect([rankPercentile(1, 63), rankPercentile(63, 63), rankPercentile(1, 1), rankPercentile(64, 63)]).toEqual([1, 0, 1, undefined]);
});
