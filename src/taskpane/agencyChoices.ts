import type { Plan } from "../plan/plan";
import { withOneNameEach } from "../workbook/agencyNames";
import { agencyRows } from "../workbook/planFacts";

/** An agency that can be left out of the workbook. */
export interface AgencyChoice {
  readonly name: string;
  /** Targets, tasks and report duties that name it. */
  readonly items: number;
}

/** The agencies that items of the plan name, each under the one name that it has in the workbook, those with most items first. */
export function agencyChoices(read: Plan): readonly AgencyChoice[] {
  const plan = withOneNameEach(read);
  const items = [
    ...[...plan.targets, ...plan.tasks].map(({ leads, supporters }) => [...leads, ...supporters]),
    ...plan.reportDuties.map(({ reporters }) => reporters),
  ].map((names) => new Set(names));
  return agencyRows(plan)
    .map(({ name, aliases }) => ({ name, items: items.filter((names) => [name, ...aliases].some((form) => names.has(form))).length }))
    .filter((choice) => choice.items > 0)
    .sort((a, b) => b.items - a.items || a.name.localeCompare(b.name, "vi"));
}
