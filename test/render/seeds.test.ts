import type { CalendarDate } from "../../src/plan/date";
import { createTracking, importPlan } from "../../src/pipeline";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { decodeState } from "../../src/workbook/planState";
import { readTracking } from "../../src/workbook/readTracking";
import { lintXlsx } from "../../src/xlsx/lint";
import { errorCells, judgeXlsx, recalculationFaults } from "../support/judgeXlsx";

async function bookOf({ id, text, review, year }: SeedPlan, sample: boolean) {
  const { value, messages } = await importPlan({ kind: "text", name: `${id}.txt`, text }, { review });
  if (!value) throw new Error(messages.map(({ code }) => code).join());
  const spec = createTracking(value, { asOf: `${year}-06-30` as CalendarDate, dialect: "kpi", sample });
  return { plan: value.plan, spec, bytes: toXlsx(spec) };
}

describe.each(seedPlans)("the .xlsx of $id", (seed) => {
  it("passes every judge and holds no error, with sample numbers", async () => {
    const { bytes } = await bookOf(seed, true);
    expect(errorCells(bytes)).toEqual([]);
    expect(await judgeXlsx(bytes)).toEqual([]);
  }, 180_000);

  it("holds no error and stands LibreOffice's recalculation, before anything is typed", async () => {
    const { bytes } = await bookOf(seed, false);
    expect([...errorCells(bytes), ...lintXlsx(bytes), ...(await recalculationFaults(bytes))]).toEqual([]);
  }, 180_000);

  it("holds every target, task and report, and gives them back", async () => {
    const { plan, spec, bytes } = await bookOf(seed, false);
    const { value } = fromXlsx(bytes);
    expect(decodeState(value!.state).value?.plan).toEqual(JSON.parse(JSON.stringify(plan)));
    const tracking = readTracking(value!).value!;
    expect(tracking.tasks).toHaveLength(plan.tasks.length);
    expect(tracking.targets.length).toBeGreaterThanOrEqual(plan.targets.length);
    expect(tracking.planId).toBe(spec.planId);
  }, 60_000);
});
