import type { Plan, ReportDuty } from "../../src/plan/plan";

/** The plan with its targets and tasks repeated under new codes. */
export function enlarged(plan: Plan, targets: number, tasks: number): Plan {
  const repeated = <Item extends { readonly id: string }>(items: readonly Item[], count: number, prefix: string): Item[] =>
    Array.from({ length: count }, (_, index) => ({ ...items[index % items.length]!, id: `${prefix}-${index + 1}`, parent: undefined }));
  return { ...plan, targets: repeated(plan.targets, targets, "CT"), tasks: repeated(plan.tasks, tasks, "NV") };
}

/** The plan with a report for each month, so that its figures are collected in twelve periods. */
export function reportedMonthly(plan: Plan): Plan {
  const duty: ReportDuty = {
    ...plan.reportDuties[0]!,
    id: "BC-T",
    frequency: "hằng tháng",
    rule: { kind: "month-day", day: 20, before: true },
  };
  return { ...plan, reportDuties: [...plan.reportDuties, duty] };
}
