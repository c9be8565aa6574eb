import type { Conclusion } from "../../src/tracking/evaluation";
import type { Warning } from "../../src/tracking/pace";
import { riskOf } from "../../src/tracking/risk";

const risk = (conclusion: Conclusion, capped: number | null, warning: Warning | null, gap: number | null = null): number =>
  riskOf({ conclusion, capped, met: null, uncapped: capped, required: null }, { expected: null, gap, warning, forecast: null });

describe("the risk of a target", () => {
  test("puts missed ones first, then Báo động, Nguy cơ and Cần chú ý, and each by how far it is behind", () => {
    const ordered = [
      risk("not-met", 0.4, null),
      risk("partly-met", 0.9, null),
      risk("in-progress", 0.1, "alarm", -0.8),
      risk("in-progress", 0.6, "alarm", -0.2),
      risk("in-progress", 0, "at-risk", -0.15),
      risk("in-progress", 0.9, "at-risk", -0.06),
      risk("in-progress", 0.2, "attention", -0.05),
      risk("in-progress", 0.2, "attention", -0.01),
      risk("in-progress", 0.3, null),
      risk("in-progress", 0.7, null),
    ];
    expect(ordered).toEqual([...ordered].sort((a, b) => b - a));
    expect(new Set(ordered).size).toBe(ordered.length);
  });

  test("is none for a target that keeps pace, is reached or has no figure", () => {
    expect(risk("in-progress", 0.3, "safe", 0.02)).toBe(0);
    expect(risk("met", 1, null)).toBe(0);
    expect(risk("exceeded", 1, null)).toBe(0);
    expect(risk("no-data", null, null)).toBe(0);
  });

  test("counts a deviation in thousandths and stays within its warning however large it is", () => {
    expect(risk("in-progress", 0.2, "alarm", -0.3125)).toBe(40_313);
    expect(risk("in-progress", 0, "alarm", -50)).toBe(49_999);
    // Thresholds of its own may warn of a target that is ahead of its pace.
    expect(risk("in-progress", 0.6, "attention", 0.02)).toBe(20_000);
  });
});
