import type { Plan, Target } from "../plan/plan";
import type { CompileOptions } from "./compileOptions";

/**
 * The part of a plan that a workbook follows when agencies are left out. An item goes only if everybody it names is left out: shared
 * tasks stay, with all their names, because somebody in still has a hand in them; items that name nobody stay too. Above a target that
 * stays its parents stay, and an index keeps its components, without which it has no total.
 */
export function followedPlan(plan: Plan, { withoutAgencies = [] }: CompileOptions): Plan {
  if (withoutAgencies.length === 0) return plan;
  const out = new Set(
    plan.agencies
      .filter(({ name }) => withoutAgencies.includes(name))
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .concat(withoutAgencies),
  );
  const stays = (...names: readonly string[]): boolean => names.length === 0 || names.some((name) => !out.has(name));
  const tasks = plan.tasks.filter(({ leads, supporters }) => stays(...leads, ...supporters));
  const targets = withParents(
    plan.targets,
    plan.targets.filter(({ leads, supporters }) => stays(...leads, ...supporters)),
  );
  const reportDuties = plan.reportDuties.filter(({ reporters }) => stays(...reporters));
  const ids = new Set(targets.map(({ id }) => id));
  const named = new Set([
    ...[...tasks, ...targets].flatMap(({ leads, supporters }) => [...leads, ...supporters]),
    ...reportDuties.flatMap(({ reporters }) => reporters),
  ]);
  return {
    ...plan,
    agencies: plan.agencies.filter(({ name, aliases }) => !out.has(name) || [name, ...aliases].some((form) => named.has(form))),
    targets,
    tasks: tasks.map((task) =>
      task.targets.every((id) => ids.has(id)) ? task : { ...task, targets: task.targets.filter((id) => ids.has(id)) },
    ),
    reportDuties,
  };
}

function withParents(all: readonly Target[], kept: readonly Target[]): readonly Target[] {
  const byId = new Map(all.map((target) => [target.id, target]));
  const ids = new Set<string>();
  for (const target of kept) {
    for (let at: Target | undefined = target; at && !ids.has(at.id); at = at.parent === undefined ? undefined : byId.get(at.parent))
      ids.add(at.id);
  }
  return all.filter(({ id }) => ids.has(id));
}
