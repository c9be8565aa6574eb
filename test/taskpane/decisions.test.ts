import type { ImportedPlan } from "../../src/pipeline";
import { applyReview } from "../../src/review/applyReview";
import type { Decision } from "../../src/review/review";
import { decideEdit } from "../../src/taskpane/decisions";
import type { Edit } from "../../src/taskpane/services";
import { fakeDocument, fakeImported, fakePlan } from "./fakeServices";

/** Applies edits one after the other as the pane does: each to the plan that the ones before left. */
function edit(...edits: readonly Edit[]): { imported: ImportedPlan; decisions: readonly Decision[] } {
  let imported = fakeImported;
  let decisions: readonly Decision[] = [];
  for (const one of edits) {
    const next = decideEdit(imported, decisions, one);
    expect(next).toBeDefined();
    decisions = next!;
    const { value, messages } = applyReview(fakePlan, fakeDocument, { version: 1, decisions });
    expect(messages).toEqual([]);
    imported = { ...fakeImported, plan: value };
  }
  return { imported, decisions };
}

const target = (id: string) => ({ kind: "target", id }) as const;
const task = (id: string) => ({ kind: "task", id }) as const;
const targetsAfter = (...edits: readonly Edit[]) => edit(...edits).imported.plan.targets;
const lineSource = (line: number) => [{ line, start: 0, end: fakeDocument.lines[line - 1]!.text.length }];

describe("edits as decisions", () => {
  test("accepting makes a doubtful goal certain", () => {
    const changed = targetsAfter({ do: "accept", item: target("CT-03") }).find(({ id }) => id === "CT-03")!;
    expect([changed.certainty, changed.alternatives]).toEqual(["stated", []]);
  });

  test("the last change of a field counts, and only once", () => {
    const change = (level: number): Edit => ({ do: "change", item: target("CT-02"), field: "goal", value: { kind: "at-least", level } });
    const { imported, decisions } = edit(change(0.9), change(0.85));
    expect(decisions).toHaveLength(1);
    expect(imported.plan.targets[1]!.goal).toEqual({ kind: "at-least", level: 0.85 });
  });

  test("dropping leaves the ids of the others", () => {
    expect(targetsAfter({ do: "drop", item: target("CT-02") }).map(({ id }) => id)).toEqual(["CT-01", "CT-03", "CT-04", "CT-05"]);
  });

  test("parts of a split are changed and dropped on their own", () => {
    const split: Edit = { do: "split", item: target("CT-02") };
    const rename = (id: string, value: string): Edit => ({ do: "change", item: target(id), field: "measure", value });
    const named = targetsAfter(split, rename("CT-02", "phần một"), rename("CT-06", "phần hai"));
    expect(named.filter(({ source }) => source[0]!.line === 5).map(({ id, measure }) => `${id} ${measure}`)).toEqual([
      "CT-02 phần một",
      "CT-06 phần hai",
    ]);
    expect(targetsAfter(split, { do: "drop", item: target("CT-06") }).map(({ id }) => id)).not.toContain("CT-06");
  });

  test("an unread line becomes an item that can be changed and taken back", () => {
    const add: Edit = { do: "add", kind: "task", source: lineSource(14) };
    const added = edit(add).imported.plan.tasks.at(-1)!;
    expect([added.id, added.title]).toEqual(["NV-03", "Nơi nhận: như trên; lưu VT."]);
    expect(
      edit(add, { do: "change", item: task("NV-03"), field: "leads", value: ["Văn phòng Sở"] }).imported.plan.tasks.at(-1)!.leads,
    ).toEqual(["Văn phòng Sở"]);
    expect(edit(add, { do: "drop", item: task("NV-03") }).decisions).toEqual([]);
  });

  test("a line that states a goal brings it along", () => {
    const added = targetsAfter({ do: "drop", item: target("CT-02") }, { do: "add", kind: "target", source: lineSource(5) });
    expect(added.find(({ id }) => id === "CT-06")).toMatchObject({ goal: { kind: "at-least", level: 0.95 }, unit: "%", horizon: 2024 });
  });

  test("two tasks become one that keeps the words of both", () => {
    const { tasks } = edit({ do: "merge", item: task("NV-02"), into: task("NV-01") }).imported.plan;
    expect(tasks.map(({ id }) => id)).toEqual(["NV-01"]);
    expect(tasks[0]!.source.map(({ line }) => line)).toEqual([10, 11]);
  });

  test("two targets become one", () => {
    const merged = targetsAfter({ do: "merge", item: target("CT-05"), into: target("CT-04") });
    expect(merged.find(({ id }) => id === "CT-04")!.source.map(({ line }) => line)).toEqual([7, 8]);
    expect(merged.some(({ id }) => id === "CT-05")).toBe(false);
  });

  test("an item that is not there cannot be edited", () => {
    expect(decideEdit(fakeImported, [], { do: "accept", item: target("CT-99") })).toBeUndefined();
  });
});
