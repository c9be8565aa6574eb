import type { ImportedPlan } from "../pipeline";
import type { Decision } from "../review/review";
import { itemKey, itemsOf } from "./items";
import type { PaneRuns } from "./paneRuns";
import type { PaneStore } from "./paneStore";
import type { ReviewWork } from "./paneWork";
import type { Edit, ItemRef, PaneServices } from "./services";

/** Second step: decisions about what was read, each one undoable. */
export function reviewWork(services: PaneServices, { get, dispatch }: PaneStore, { tell, fail, say }: PaneRuns): ReviewWork {
  const apply = (decisions: readonly Decision[]): ImportedPlan | undefined => {
    const { opened, history } = get();
    if (!opened) return undefined;
    try {
      const { value, messages } = services.applyDecisions(opened, decisions);
      const before = services.applyDecisions(opened, history.present.decisions).messages;
      const known = new Set(before.map((message) => JSON.stringify(message)));
      tell(messages.filter((message) => !known.has(JSON.stringify(message))));
      return value;
    } catch (error) {
      fail(error);
      return undefined;
    }
  };

  const edit = (wanted: Edit): void => {
    const { current, history, filter } = get();
    if (!current) return;
    const code = wanted.do === "add" ? "" : wanted.item.id;
    let decisions: readonly Decision[] | undefined;
    try {
      decisions = services.decide(current, history.present.decisions, wanted);
    } catch (error) {
      return fail(error, () => edit(wanted));
    }
    const next = decisions && apply(decisions);
    if (!decisions || !next) return tell([{ code: "review-edit-impossible", severity: "warning", details: code === "" ? {} : { code } }]);
    const made = wanted.do === "add" || wanted.do === "turn" ? newKeys(current, next) : [];
    const seen =
      wanted.do === "add" ? made : wanted.do === "change" && isDoubtful(next, wanted.item) ? [] : [itemKey(wanted.item), ...made];
    dispatch({ type: "decided", decisions, current: next, seen });
    if (made[0]) {
      dispatch({ type: "filter", filter: wanted.do === "turn" ? wanted.into : wanted.do === "add" ? wanted.kind : filter });
      dispatch({ type: "select", key: made[0] });
    }
    const other = made[0]?.split(":")[1] ?? (wanted.do === "merge" ? wanted.into.id : "");
    say(SAID[wanted.do], { code: code || other, other });
  };

  const loadReview = (file: File): void =>
    void file.text().then(
      (text) => {
        const { value, messages } = services.parseReview(text);
        tell(messages);
        const current = value && apply(value.decisions);
        if (!value || !current) return;
        dispatch({ type: "decided", decisions: value.decisions, current, seen: [] });
        say("review.reapplied", { n: value.decisions.length });
      },
      (error: unknown) => fail(error, () => loadReview(file)),
    );

  const saveReview = (): void => {
    const { current, history } = get();
    if (!current) return;
    try {
      services.saveReview(current.document.name, { version: 1, decisions: history.present.decisions });
      say("review.saved");
    } catch (error) {
      fail(error, saveReview);
    }
  };

  return {
    edit,
    undo: () => {
      const before = get().history.past.at(-1);
      const current = before && apply(before.decisions);
      if (!current) return;
      dispatch({ type: "undone", current });
      say("review.undone");
    },
    redo: () => {
      const after = get().history.future[0];
      const current = after && apply(after.decisions);
      if (!current) return;
      dispatch({ type: "redone", current });
      say("review.redone");
    },
    saveReview,
    loadReview,
  };
}

/** What is said after an edit. */
const SAID = {
  accept: "review.accepted",
  drop: "review.dropped",
  change: "review.change",
  split: "review.split",
  merge: "review.merged",
  turn: "review.turned",
  add: "review.added",
} as const satisfies Readonly<Record<Edit["do"], string>>;

/** An answer to one of two questions leaves the other one open. */
function isDoubtful({ plan, document }: ImportedPlan, ref: ItemRef): boolean {
  return itemsOf(plan, document).some((item) => item.key === itemKey(ref) && item.reasons.length > 0);
}

function newKeys(before: ImportedPlan, after: ImportedPlan): readonly string[] {
  const keys = ({ plan }: ImportedPlan) => [
    ...plan.targets.map(({ id }) => itemKey({ kind: "target", id })),
    ...plan.tasks.map(({ id }) => itemKey({ kind: "task", id })),
    ...plan.reportDuties.map(({ id }) => itemKey({ kind: "reportDuty", id })),
  ];
  const old = new Set(keys(before));
  return keys(after).filter((key) => !old.has(key));
}
