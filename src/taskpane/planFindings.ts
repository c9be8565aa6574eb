import type { PlanFinding, PlanFindingCode } from "../plan/checkPlan";
import type { ReviewItem } from "./items";
import type { ItemRef } from "./services";

/** All findings of one kind: "12 nhiệm vụ chưa rõ thời hạn" with its items. */
export interface FindingGroup {
  readonly code: PlanFindingCode;
  /** The items with this finding, each once, in the order of the plan. */
  readonly entries: readonly FindingEntry[];
}

/** One item with all that was found of a kind about it. */
export interface FindingEntry {
  readonly item: ItemRef;
  /** Facts of each finding, as of the plan check; empty where the kind says it all. */
  readonly facts: readonly PlanFinding["details"][];
  /** Items that it repeats. */
  readonly others: readonly ItemRef[];
}

/** Kinds from what an assignment lacks to what its days are, so that a decision about one item moves no heading. */
const ORDER: readonly PlanFindingCode[] = [
  "no-lead",
  "several-leads",
  "group-lead",
  "no-work",
  "no-time",
  "no-product",
  "duplicate",
  "repeated-target",
  "before-plan-date",
  "on-weekend",
  "on-holiday",
  "before-cut-off",
];

/** Findings of a plan by kind, always in the same order of kinds; items that are not in the list are left out. */
export function groupFindings(findings: readonly PlanFinding[], items: readonly ReviewItem[]): readonly FindingGroup[] {
  const byId = new Map<string, ReviewItem[]>();
  for (const item of items) byId.set(item.ref.id, [...(byId.get(item.ref.id) ?? []), item]);
  const groups = new Map<PlanFindingCode, Map<string, FindingEntry>>();
  for (const { code, item: id, details, source } of findings) {
    // Codes of a table may be the same for a target and a task; their words are not.
    const found = byId.get(id)?.find((item) => item.source === source);
    if (!found) continue;
    const { other, ...facts } = details;
    const entries = groups.get(code) ?? new Map<string, FindingEntry>();
    const known = entries.get(found.key) ?? { item: found.ref, facts: [], others: [] };
    entries.set(found.key, {
      ...known,
      facts: Object.keys(facts).length > 0 ? [...known.facts, facts] : known.facts,
      others: other === undefined ? known.others : [...known.others, { kind: found.kind, id: other }],
    });
    groups.set(code, entries);
  }
  return [...groups]
    .map(([code, entries]) => ({ code, entries: [...entries.values()] }))
    .sort((one, two) => ORDER.indexOf(one.code) - ORDER.indexOf(two.code));
}
