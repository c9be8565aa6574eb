import type { CalendarDate } from "../../src/plan/date";
import { canGo, initialState, noticesOn, pendingKeys, reduce } from "../../src/taskpane/state";
import type { PaneAction, PaneState } from "../../src/taskpane/state";
import { fakeImported } from "./fakeServices";

const start = () => initialState("vi", "2024-06-30" as CalendarDate, true);
const run = (actions: readonly PaneAction[], from: PaneState = start()) => actions.reduce(reduce, from);
const opened = () => run([{ type: "imported", imported: fakeImported, decisions: [] }]);
const edited = (id: string) =>
  ({ type: "decided", decisions: [{ item: "target", quote: id, do: "accept" }], current: fakeImported, seen: [`target:${id}`] }) as const;

describe("the pane's state", () => {
  test("review and create open with a plan, track with a book", () => {
    expect(["choose", "review", "create", "track"].filter((step) => canGo(start(), step as never))).toEqual(["choose"]);
    expect(["choose", "review", "create", "track"].filter((step) => canGo(opened(), step as never))).toEqual([
      "choose",
      "review",
      "create",
    ]);
    expect(canGo(run([{ type: "books", books: [{ book: 1, title: "x" }] }]), "track")).toBe(true);
    expect(run([{ type: "go", step: "review" }]).step).toBe("choose");
  });

  test("what was wrong with a document is told while it is chosen and reviewed; what fails later, everywhere", () => {
    const lost = { code: "text-damaged", severity: "warning", details: { lost: 892, restored: 730 } } as const;
    const failed = { code: "excel-cell-edit", severity: "error" } as const;
    const told = run(
      [
        { type: "notify", message: lost },
        { type: "notify", message: failed },
      ],
      opened(),
    );
    const codesOn = (step: PaneState["step"]) => noticesOn({ ...told, step }).map(({ message }) => "code" in message && message.code);
    expect(codesOn("choose")).toEqual(["text-damaged", "excel-cell-edit"]);
    expect(codesOn("review")).toEqual(["text-damaged", "excel-cell-edit"]);
    expect(codesOn("create")).toEqual(["excel-cell-edit"]);
    expect(codesOn("track")).toEqual(["excel-cell-edit"]);
  });

  test("a plan opens on what needs a look", () => {
    const state = opened();
    expect(state.filter).toBe("attention");
    expect(pendingKeys(state)).toEqual(["target:CT-03", "task:NV-02"]);
  });

  test("an edit can be undone and done again, and what was seen goes with it", () => {
    const after = run([edited("CT-03")], opened());
    expect(pendingKeys(after)).toEqual(["task:NV-02"]);
    const undone = run([{ type: "undone", current: fakeImported }], after);
    expect(undone.history.present.decisions).toEqual([]);
    expect(pendingKeys(undone)).toEqual(["target:CT-03", "task:NV-02"]);
    const redone = run([{ type: "redone", current: fakeImported }], undone);
    expect(redone.history.present.decisions).toHaveLength(1);
    expect(pendingKeys(redone)).toEqual(["task:NV-02"]);
  });

  test("a new edit after undo drops what could be done again", () => {
    const state = run([edited("CT-03"), { type: "undone", current: fakeImported }, edited("CT-01")], opened());
    expect(state.history.future).toEqual([]);
    expect(state.history.past).toHaveLength(1);
  });

  test("undo without an edit changes nothing", () => {
    const state = opened();
    expect(run([{ type: "undone", current: fakeImported }], state)).toBe(state);
  });

  test("an item that was looked at stays in the list it was in", () => {
    expect(run([edited("CT-03")], opened()).attention).toContain("target:CT-03");
  });

  test("the same message is shown once", () => {
    const message = { code: "excel-busy", severity: "error" } as const;
    const state = run([
      { type: "notify", message },
      { type: "notify", message },
    ]);
    expect(state.notices).toHaveLength(1);
    expect(run([{ type: "dismiss", id: state.notices[0]!.id }], state).notices).toEqual([]);
  });

  test("reducing never changes the state it was given", () => {
    const state = opened();
    const before = JSON.stringify(state);
    run([edited("CT-03"), { type: "choose", choices: { sample: true } }, { type: "query", query: "x" }], state);
    expect(JSON.stringify(state)).toBe(before);
  });
});
