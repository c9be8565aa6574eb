import { createTracking, importPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans } from "../../src/seeds";
import { trackView } from "../../src/taskpane/trackView";
import type { TrackView } from "../../src/taskpane/services";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import { snapshot, type Snapshot } from "../../src/tracking/snapshot";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { readTracking } from "../../src/workbook/readTracking";
import { overviewFigures, storedCells } from "../support/overviewFigures";

jest.setTimeout(120_000);

const codes = (rows: readonly { readonly code: string }[]): readonly string[] => rows.map(({ code }) => code);
const itemCodes = (rows: Snapshot["overdue"]): readonly string[] => rows.map(({ item }) => item.code);

describe.each(seedPlans.flatMap((seed) => ["09-30", "12-20"].map((day) => [seed.id, day, seed] as const)))(
  "the pane beside the book of %s with figures of three periods on %s",
  (_id, day, seed) => {
    let spec: WorkbookSpec;
    let view: TrackView;
    let engine: Snapshot;
    beforeAll(async () => {
      const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
      spec = createTracking(value!, { asOf: `${seed.year}-${day}` as CalendarDate, dialect: "native", sample: true });
      const values = fromXlsx(toXlsx(spec)).value!;
      view = trackView(1, values, spec).value!;
      engine = snapshot(readTracking(values).value!);
    });

    it("shows the figures of the engine exactly", () => {
      expect(view.targets).toEqual({ total: engine.targets.length, judged: engine.judged, met: engine.met, withData: engine.withData });
      expect(view.tasks).toEqual({
        total: engine.tasks.length,
        onTimeRate: engine.onTimeRate,
        overdue: engine.byStatus.overdue + engine.byReportStatus.overdue,
      });
      expect(engine.withData).toBeGreaterThan(0);
    });

    it("counts conclusions and statuses as the engine does, and leaves out none", () => {
      const counted = (of: readonly { readonly code: string; readonly count: number }[]) =>
        Object.fromEntries(of.map(({ code, count }) => [code, count]));
      const some = (of: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(of).filter(([, count]) => count > 0));
      expect(counted(view.conclusions)).toEqual(some(engine.byConclusion));
      expect(counted(view.statuses)).toEqual(some(engine.byStatus));
    });

    it("lists what the engine lists, in its order, with its gaps and days", () => {
      expect(codes(view.lists.overdue)).toEqual(itemCodes(engine.overdue));
      expect(codes(view.lists.dueSoon)).toEqual(itemCodes(engine.dueSoon));
      expect(codes(view.lists.noData)).toEqual(codes(engine.withoutNumbers));
      const warned = engine.atRisk.filter(({ pace }) => pace.warning !== null && pace.warning !== "safe" && pace.gap !== null);
      expect(view.lists.atRisk.map(({ code, risk }) => [code, risk])).toEqual(
        warned.map(({ target, pace: { warning, gap } }) => [target.code, { warning, gap }]),
      );
      // What an extended task is late by is counted to its extended day in the pane.
      for (const row of view.lists.overdue) expect([row.code, (row.days ?? 0) < 0]).toEqual([row.code, true]);
    });

    it("says what Tổng quan of the same book says, to the last digit", () => {
      const page = overviewFigures(spec, storedCells(spec));
      expect([view.targets.met, view.targets.withData]).toEqual([page.met, page.withData]);
      expect(view.tasks.onTimeRate ?? "–").toBe(page.onTimeRate);
      const counts = (labels: readonly string[], of: readonly { readonly code: string; readonly count: number }[]) =>
        labels.map((code) => of.find((one) => one.code === code)?.count ?? 0);
      expect(counts(Object.keys(CONCLUSION_LABELS), view.conclusions)).toEqual(page.byConclusion);
      expect(counts(Object.keys(TASK_STATUS_LABELS), view.statuses)).toEqual(page.byStatus);
      expect(codes(view.lists.overdue.filter(({ table }) => table === "tasks")).slice(0, 10)).toEqual(page.longestOverdue);
    });
  },
);
