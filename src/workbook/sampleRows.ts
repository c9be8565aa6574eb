import { addDays } from "../plan/date";
import type { Target } from "../plan/plan";
import type { TargetFacts } from "../tracking/evaluation";
import type { Aggregation } from "../tracking/labels";
import { periodOf, type Period } from "../tracking/periods";
import type { CellValue } from "./formula";
import type { FigureInput } from "./figureInput";
import type { BookPeriods } from "./periodModel";
import { WORDS } from "./words";
import { leadOf } from "./planFacts";
import { chance, sampleActual } from "./sampleFigures";

/**
 * Periods that tile the one viewed, the finest that are reported on: months where the plan asks for them, else quarters, the last of them in
 * months where there are fewer than three, so that there are at least three periods.
 */
export function tilesOf({ view, system, rhythm }: Pick<BookPeriods, "view" | "system" | "rhythm">): readonly Period[] {
  const last = view.months[1];
  const whole = Math.floor(last / 3);
  const most = whole >= 3 || last % 3 > 0 ? whole : whole - 1;
  const quarters = rhythm.includes("month") ? 0 : most;
  return [
    ...Array.from({ length: quarters }, (_, index) => periodOf("quarter", view.year, index + 1, system)),
    ...Array.from({ length: last - quarters * 3 }, (_, index) => periodOf("month", view.year, quarters * 3 + index + 1, system)),
  ];
}

/** Invented figures of a target for the given periods, marked as such; about one target in eight has sent nothing. */
export function sampleRows(target: Target, facts: TargetFacts, method: Aggregation, tiles: readonly Period[]): readonly FigureInput[] {
  const goal = sampleActual(target.id, facts);
  const idle = method === "ratio" && chance(`${target.id}~`) < 0.06;
  return tiles.map((period, place): FigureInput => {
    const last = place === tiles.length - 1;
    const empty = { period, reporter: leadOf(target), numerator: null, denominator: null, typed: null, kind: null, received: null };
    if (goal === null) return { ...empty, state: "missing", source: WORDS.sample };
    const received = addDays(period.to, 2);
    if (idle) return { ...empty, received, state: "not-arising", source: WORDS.sample };
    // A day of completion is known once.
    if (facts.kind === "K21" && !last) return { ...empty, state: null, source: WORDS.sample };
    const seed = `${target.id} ${period.code}`;
    return {
      ...empty,
      ...figureCells(seed, goal, facts, method, period, last),
      kind: last && chance(`${seed}?`) < 0.25 ? "estimate" : "official",
      state: "received",
      received,
      source: WORDS.sample,
    };
  });
}

function figureCells(
  seed: string,
  goal: string | number | boolean,
  facts: TargetFacts,
  method: Aggregation,
  { months }: Period,
  last: boolean,
): { readonly typed: CellValue } | { readonly numerator: number; readonly denominator: number } {
  if (typeof goal !== "number" || facts.kind === "K21") return { typed: goal };
  const share = chance(seed);
  if (method === "ratio") {
    const denominator = 40 + Math.floor(share * 200);
    return { numerator: Math.min(denominator, Math.round(denominator * (goal + (share - 0.5) * 0.06))), denominator };
  }
  if (method === "sum") {
    const part = (goal * (months[1] - months[0] + 1) * (0.8 + share * 0.4)) / 12;
    return { typed: Number.isInteger(goal) ? Math.round(part) : Math.round(part * 1000) / 1000 };
  }
  if (last || Number.isInteger(goal)) return { typed: goal };
  return { typed: Math.round(goal * (0.94 + share * 0.06) * 1000) / 1000 };
}
