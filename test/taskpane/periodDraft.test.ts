import { draftOf, isSame, mistakeIn, readDraft, type PeriodDraft } from "../../src/taskpane/periodDraft";
import type { PeriodFigure } from "../../src/taskpane/periodFigures";
import type { TargetFacts } from "../../src/tracking/evaluation";

const share: TargetFacts = { kind: "K01", level: 0.95, upper: null, baseline: null, unit: "%", due: null };
const blank: PeriodDraft = { typed: "", numerator: "", denominator: "", certainty: "official", parts: false };
const row: PeriodFigure = {
  index: 0,
  period: "2024-Q1",
  reporter: "",
  numerator: null,
  denominator: null,
  typed: null,
  figure: "",
  received: false,
  locked: false,
  use: "unused",
};

describe("what is typed for a period", () => {
  test.each([
    [{ typed: "82,5" }, { typed: 0.825, numerator: null, denominator: null }],
    [{ typed: "" }, { typed: null, numerator: null, denominator: null }],
    [{ typed: "nhiều" }, undefined],
    [
      { parts: true, numerator: "1.200", denominator: "1.500" },
      { typed: null, numerator: 1200, denominator: 1500 },
    ],
    [{ parts: true, numerator: "12" }, undefined],
    [{ parts: true, numerator: "12", denominator: "0" }, undefined],
    [
      { parts: true, numerator: "0", denominator: "0" },
      { typed: null, numerator: 0, denominator: 0 },
    ],
    [
      { parts: true, numerator: "", denominator: "" },
      { typed: null, numerator: null, denominator: null },
    ],
  ] as const)("%j is read", (changes, expected) => {
    expect(readDraft({ ...blank, ...changes }, share, "vi")).toEqual(expected);
  });

  test("names the field that cannot be read", () => {
    expect(mistakeIn({ ...blank, typed: "x" }, share, "vi")).toBe("typed");
    expect(mistakeIn({ ...blank, parts: true, numerator: "x" }, share, "vi")).toBe("numerator");
    expect(mistakeIn({ ...blank, parts: true, numerator: "1", denominator: "x" }, share, "vi")).toBe("denominator");
    expect(mistakeIn({ ...blank, parts: true, numerator: "1" }, share, "vi")).toBeUndefined();
  });

  test("begins with what stands: the figure, its parts, or the words that nothing arose", () => {
    expect(draftOf(undefined, share, "vi")).toEqual(blank);
    expect(draftOf({ ...row, typed: 0.5, figure: 0.5, kind: "estimate" }, share, "vi")).toMatchObject({
      typed: "50",
      certainty: "estimate",
    });
    expect(draftOf({ ...row, numerator: 1200, denominator: 1500, figure: 0.8 }, share, "vi")).toMatchObject({
      parts: true,
      numerator: "1.200",
      denominator: "1.500",
    });
    expect(draftOf({ ...row, state: "not-arising", figure: "Không phát sinh" }, share, "vi").typed).toBe("Không phát sinh");
  });

  test("is the same until a figure or its kind changes", () => {
    expect(isSame({ ...blank, certainty: "estimate" }, blank)).toBe(true);
    expect(isSame({ ...blank, typed: " 5 " }, { ...blank, typed: "5" })).toBe(true);
    expect(isSame({ ...blank, typed: "5", certainty: "estimate" }, { ...blank, typed: "5" })).toBe(false);
    expect(isSame({ ...blank, parts: true }, blank)).toBe(false);
  });
});
