import fc from "fast-check";
import type { CalendarDate } from "../../src/plan/date";
import { evaluateTarget } from "../../src/tracking/evaluate";
import type { Actual, AttainmentMode, Conclusion, KindCode, TargetFacts } from "../../src/tracking/evaluation";
import { explain } from "../../src/tracking/explain";
import { CONCLUSION_LABELS, KIND_NAMES } from "../../src/tracking/labels";

const PLAIN: TargetFacts = { kind: "K01", level: null, upper: null, baseline: null, unit: "", due: null };
const value = (figure: number): Actual => ({ state: "value", value: figure });
const day = (text: string): CalendarDate => text as CalendarDate;

type Case = readonly [
  actual: number,
  facts: Partial<TargetFacts> & { kind: KindCode },
  met: boolean,
  uncapped: number,
  capped: number,
  mode?: AttainmentMode,
];

/** The golden vectors of the domain's reference, attainment in percent. */
const GOLDEN: readonly Case[] = [
  [0.92, { kind: "K01", level: 0.85, unit: "%" }, true, 108.24, 100],
  [0.8, { kind: "K01", level: 0.85, unit: "%" }, false, 94.12, 94.12],
  [75, { kind: "K01", level: 90, baseline: 60 }, false, 50, 50, "from-baseline"],
  [0.1 + 0.2, { kind: "K01", level: 0.3 }, true, 100, 100],
  [0, { kind: "K02", level: 1 }, true, 200, 100],
  [1, { kind: "K02", level: 1 }, true, 100, 100],
  [2, { kind: "K02", level: 1 }, false, 0, 0],
  [3, { kind: "K02", level: 1 }, false, -100, 0],
  [0, { kind: "K02", level: 0 }, true, 100, 100],
  [2, { kind: "K02", level: 0 }, false, 0, 0],
  [24.8, { kind: "K02", level: 25 }, true, 100.8, 100],
  [48, { kind: "K02", level: 45 }, false, 93.33, 93.33],
  [7.3, { kind: "K03", level: 7.3 }, false, 100, 100],
  [7.43, { kind: "K03", level: 7.3 }, true, 101.78, 100],
  [6.9, { kind: "K03", level: 7.3 }, false, 94.52, 94.52],
  [40, { kind: "K06", level: 35, upper: 45 }, true, 100, 100],
  [50, { kind: "K06", level: 35, upper: 45 }, true, 111.11, 100],
  [50, { kind: "K06", level: 35, upper: 45, hard: true }, false, 88.89, 88.89],
  [28, { kind: "K06", level: 35, upper: 45 }, false, 80, 80],
  [12900, { kind: "K07", level: 0.1, baseline: 12000 }, false, 75, 75],
  [13560, { kind: "K07", level: 0.1, baseline: 12000 }, true, 130, 100],
  [11800, { kind: "K07", level: 0.1, baseline: 12000 }, false, -16.67, 0],
  [38, { kind: "K08", level: 0.05, baseline: 40 }, true, 100, 100],
  [39, { kind: "K08", level: 0.05, baseline: 40 }, false, 50, 50],
  [41, { kind: "K08", level: 0.05, baseline: 40 }, false, -50, 0],
  [38, { kind: "K11", level: 1, baseline: 40 }, true, 200, 100],
  [40, { kind: "K11", level: 1, baseline: 40 }, false, 0, 0],
  [43, { kind: "K11", level: 1, baseline: 40 }, false, -300, 0],
  [8, { kind: "K12", level: 10 }, true, 120, 100],
  [13, { kind: "K12", level: 10 }, false, 70, 70],
  [25, { kind: "K12", level: 10 }, false, -50, 0],
  [13, { kind: "K12", level: 10, baseline: 18 }, false, 62.5, 62.5],
];

test.each(GOLDEN.map((row) => ({ row })))("golden: $row", ({ row: [actual, facts, met, uncapped, capped, mode] }) => {
  const result = evaluateTarget({ ...PLAIN, ...facts }, value(actual), null, mode);
  expect(result.met).toBe(met);
  expect(result.uncapped! * 100).toBeCloseTo(uncapped, 2);
  expect(result.capped! * 100).toBeCloseTo(capped, 2);
});

const conclusionOf = (actual: Actual, facts: Partial<TargetFacts> & { kind: KindCode }, asOf: CalendarDate | null = null): Conclusion =>
  evaluateTarget({ ...PLAIN, ...facts }, actual, asOf).conclusion;

describe("conclusions", () => {
  test.each<[string, Actual, Partial<TargetFacts> & { kind: KindCode }, Conclusion]>([
    ["over-achievement is named for at-least", value(0.92), { kind: "K01", level: 0.85 }, "exceeded"],
    ["not for at-most", value(0), { kind: "K02", level: 1 }, "met"],
    ["not for strictly above", value(8), { kind: "K03", level: 7.3 }, "met"],
    ["equality misses strictly above", value(7.3), { kind: "K03", level: 7.3 }, "not-met"],
    ["equality misses strictly below", value(5), { kind: "K04", level: 5 }, "not-met"],
    ["all means all", value(0.999), { kind: "K05", level: 1, unit: "%" }, "not-met"],
    ["a soft range may be exceeded", value(50), { kind: "K06", level: 35, upper: 45 }, "exceeded"],
    ["growth without a base figure", value(5), { kind: "K07", level: 0.1 }, "no-baseline"],
    ["growth from zero", value(5), { kind: "K07", level: 0.1, baseline: 0 }, "no-baseline"],
    ["a rise in points", value(66.5), { kind: "K09", level: 0.5, baseline: 66 }, "met"],
    ["a fall in points", value(65), { kind: "K09", level: 0.5, baseline: 66, down: true }, "exceeded"],
    ["a rise by nothing is no rise", value(66), { kind: "K09", level: 0, baseline: 66 }, "not-met"],
    ["improvement", value(66.1), { kind: "K10", baseline: 66 }, "met"],
    ["no improvement when equal", value(66), { kind: "K10", baseline: 66 }, "not-met"],
    ["a better rank is an improvement downwards", value(9), { kind: "K10", baseline: 10, down: true }, "met"],
    ["the first rank kept is a rise", value(1), { kind: "K11", level: 1, baseline: 1 }, "met"],
    ["a rank is a whole number", value(2.5), { kind: "K12", level: 10 }, "data-error"],
    ["a better tier", { state: "text", text: "Tốt" }, { kind: "K13", tier: "Khá" }, "met"],
    ["a lower tier", { state: "text", text: "nhóm trung bình" }, { kind: "K13", tier: "nhóm khá" }, "not-met"],
    ["an unknown tier", { state: "text", text: "lạ" }, { kind: "K13", tier: "Khá" }, "data-error"],
    ["times at least", value(3), { kind: "K14", level: 2 }, "exceeded"],
    ["times at most", value(2), { kind: "K15", level: 1 }, "not-met"],
    ["every item", value(1), { kind: "K18" }, "met"],
    ["kept", value(0.32), { kind: "K19", level: 0.3, unit: "%" }, "met"],
    ["a list not finished", value(0.6), { kind: "K20" }, "not-met"],
    ["done on the last day", value(44539), { kind: "K21", level: 44539 }, "met"],
    ["done a day late", value(44540), { kind: "K21", level: 44539 }, "not-met"],
    ["the aspired level", value(25000), { kind: "K22", level: 18300, upper: 25000 }, "exceeded"],
    ["the required level", value(20000), { kind: "K22", level: 18300, upper: 25000 }, "met"],
    ["all conditions", value(0.5), { kind: "K23" }, "not-met"],
    ["one condition", value(0.5), { kind: "K24" }, "met"],
    ["blank is no zero", { state: "blank" }, { kind: "K01", level: 0 }, "no-data"],
    ["zero is a figure", value(0), { kind: "K01", level: 0.5 }, "not-met"],
    ["nothing arose", { state: "not-arising" }, { kind: "K01", level: 0.5 }, "not-arising"],
    ["not published", { state: "unpublished" }, { kind: "K11", level: 1, baseline: 5 }, "unpublished"],
    ["a negative share", value(-0.1), { kind: "K01", level: 0.5, unit: "%" }, "data-error"],
    ["a negative growth figure is fine", value(-2), { kind: "K01", level: -5, unit: "điểm" }, "exceeded"],
    ["a share over the whole", value(1.2), { kind: "K01", level: 0.5, unit: "%" }, "data-error"],
    ["a capital plan may be exceeded", value(1.2), { kind: "K01", level: 0.95, unit: "% kế hoạch", mayExceedWhole: true }, "exceeded"],
    ["92 typed for 92 %", value(92), { kind: "K01", level: 0.85, unit: "%" }, "data-error"],
    ["bounds the wrong way round", value(40), { kind: "K06", level: 45, upper: 35 }, "data-error"],
    ["no level", value(40), { kind: "K01" }, "unquantified"],
  ])("%s", (_name, actual, facts, expected) => {
    expect(conclusionOf(actual, facts)).toBe(expected);
  });

  test("data errors say what is wrong", () => {
    const issue = (figure: number, facts: Partial<TargetFacts>): unknown =>
      evaluateTarget({ ...PLAIN, ...facts }, value(figure), null).issue;
    expect(issue(92, { level: 0.85, unit: "%" })).toBe("unit-suspect");
    expect(issue(1.2, { level: 0.85, unit: "%" })).toBe("over-100");
    expect(issue(-1, { level: 2, unit: "lần" })).toBe("negative");
  });

  test("before the horizon a target is in progress unless it cannot be lost again", () => {
    const due = day("2024-12-31");
    const june = day("2024-06-30");
    const early = (figure: number, facts: Partial<TargetFacts> & { kind: KindCode }): Conclusion =>
      conclusionOf(value(figure), { ...facts, due }, june);
    expect(early(0.5, { kind: "K01", level: 0.85 })).toBe("in-progress");
    expect(early(0.92, { kind: "K01", level: 0.85 })).toBe("exceeded");
    expect(early(0, { kind: "K02", level: 1 })).toBe("in-progress");
    expect(early(0, { kind: "K15", level: 1 })).toBe("in-progress");
    expect(early(5, { kind: "K12", level: 10 })).toBe("met");
    expect(conclusionOf(value(0.5), { kind: "K01", level: 0.85, due }, due)).toBe("not-met");
    expect(conclusionOf(value(0), { kind: "K02", level: 1, due }, day("2025-01-01"))).toBe("met");
  });

  test("levels below and at zero never divide by zero", () => {
    const share = (figure: number, facts: Partial<TargetFacts>): number | null =>
      evaluateTarget({ ...PLAIN, ...facts }, value(figure), null).uncapped;
    expect(share(5, { kind: "K01", level: 0 })).toBe(1);
    expect(share(-1, { kind: "K01", level: 0 })).toBe(0);
    expect(share(-4, { kind: "K01", level: -5 })).toBeCloseTo(1.2, 9);
    expect(share(-4, { kind: "K02", level: -5 })).toBeCloseTo(0.8, 9);
  });
});

const figures = fc.double({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true });
const anyFacts: fc.Arbitrary<TargetFacts> = fc
  .record({
    choice: fc.constantFrom(...KIND_NAMES),
    level: fc.option(figures),
    upper: fc.option(figures),
    baseline: fc.option(figures),
    unit: fc.constantFrom("", "%", "điểm", "lần"),
  })
  .map(({ choice, ...rest }) => ({
    ...rest,
    kind: choice.kind,
    hard: choice.hard ?? false,
    down: choice.down ?? false,
    tier: "Khá",
    due: null,
  }));

describe("properties", () => {
  test("capped attainment stays in 0…1 and met agrees with the attainment", () => {
    fc.assert(
      fc.property(anyFacts, figures, (facts, figure) => {
        const { met, capped, uncapped, conclusion } = evaluateTarget(facts, value(figure), null);
        expect(capped === null || (capped >= 0 && capped <= 1)).toBe(true);
        expect((met === null) === (uncapped === null)).toBe(true);
        if (met && ["K01", "K02", "K05", "K06", "K07", "K08"].includes(facts.kind)) expect(uncapped).toBeGreaterThanOrEqual(1 - 1e-9);
        if (met !== null) expect(["met", "exceeded"].includes(conclusion)).toBe(met);
      }),
      { numRuns: 3000 },
    );
  });

  test("attainment is monotone in the actual value in the direction of the kind", () => {
    const up: readonly KindCode[] = ["K01", "K03", "K05", "K07", "K09", "K14", "K19"];
    const down: readonly KindCode[] = ["K02", "K04", "K08", "K11", "K12", "K15"];
    fc.assert(
      fc.property(
        fc.constantFrom(...up, ...down),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (kind, level, baseline, a, b) => {
          const share = (figure: number): number =>
            evaluateTarget({ ...PLAIN, kind, level, baseline, ...(kind === "K05" ? { unit: "điểm" } : {}) }, value(figure), null)
              .uncapped ?? 0;
          if (kind === "K05") return;
          const [small, large] = a <= b ? [a, b] : [b, a];
          const [first, second] = up.includes(kind) ? [small, large] : [large, small];
          expect(share(first)).toBeLessThanOrEqual(share(second) + 1e-12);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("the sentence never contradicts the conclusion", () => {
    fc.assert(
      fc.property(anyFacts, figures, (facts, figure) => {
        const actual = value(figure);
        const evaluation = evaluateTarget(facts, actual, null);
        const sentence = explain(facts, actual, evaluation);
        const label = CONCLUSION_LABELS[evaluation.conclusion];
        if (evaluation.met) expect(sentence === label || sentence.startsWith("Đạt ")).toBe(true);
        else expect(sentence.startsWith(label)).toBe(true);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("explanations", () => {
  const sentence = (
    actual: Actual,
    facts: Partial<TargetFacts> & { kind: KindCode },
    asOf: CalendarDate | null = null,
    name?: string,
  ): string => {
    const full = { ...PLAIN, ...facts };
    return explain(full, actual, evaluateTarget(full, actual, asOf), name === undefined ? {} : { name });
  };
  test.each<[Actual, Partial<TargetFacts> & { kind: KindCode }, string]>([
    [value(0.92), { kind: "K01", level: 0.85, unit: "%" }, "Đạt 92%, vượt 7 điểm % so với mục tiêu tối thiểu 85%"],
    [
      value(0.8995),
      { kind: "K01", level: 0.9, unit: "%" },
      "Chưa đạt: thực hiện 89,95%, thấp hơn 0,05 điểm % so với mục tiêu tối thiểu 90%",
    ],
    [
      value(0.899999),
      { kind: "K01", level: 0.9, unit: "%" },
      "Chưa đạt: thực hiện 90%, thấp hơn 0,01 điểm % so với mục tiêu tối thiểu 90%",
    ],
    [value(48), { kind: "K02", level: 45, unit: "ngày" }, "Chưa đạt: thực hiện 48 ngày, vượt 3 ngày so với mục tiêu tối đa 45 ngày"],
    [value(7.3), { kind: "K03", level: 7.3, unit: "điểm" }, "Chưa đạt: thực hiện 7,3 điểm, bằng mục tiêu trên 7,3 điểm"],
    [value(0.4), { kind: "K06", level: 0.35, upper: 0.45, unit: "%" }, "Đạt 40%, mục tiêu từ 35% đến 45%"],
    [value(13560), { kind: "K07", level: 0.1, baseline: 12000, unit: "%" }, "Đạt 13560, tăng 13% so với số gốc 12000, mục tiêu tăng 10%"],
    [value(66), { kind: "K10", baseline: 66, unit: "điểm" }, "Chưa đạt: thực hiện 66 điểm, không đổi so với số gốc 66 điểm, mục tiêu tăng"],
    [value(38), { kind: "K11", level: 1, baseline: 40 }, "Đạt hạng 38, hơn 1 bậc so với mục tiêu hạng 39"],
    [value(13), { kind: "K12", level: 10 }, "Chưa đạt: thực hiện hạng 13, kém 3 bậc so với mục tiêu tốp 10"],
    [{ state: "text", text: "Khá" }, { kind: "K13", tier: "Khá" }, "Đạt xếp loại Khá, mục tiêu từ Khá trở lên"],
    [value(44540), { kind: "K21", level: 44539 }, "Chưa đạt: thực hiện ngày 10/12/2021, hạn 09/12/2021"],
    [value(0.6), { kind: "K20" }, "Chưa đạt: thực hiện hoàn thành 60% nội dung"],
    [{ state: "blank" }, { kind: "K01", level: 0.85 }, "Chưa có số liệu"],
  ])("%j %j", (actual, facts, expected) => {
    expect(sentence(actual, facts)).toBe(expected);
  });

  test("a name stands before the sentence", () => {
    expect(sentence({ state: "blank" }, { kind: "K01", level: 1 }, null, "Hồ sơ trực tuyến")).toBe("Hồ sơ trực tuyến: Chưa có số liệu");
  });
});
