import type { ReportDuty, Target, Task } from "../plan/plan";
import { withDirection } from "./burdens";
import type { Finding, ReportFinding, TargetFinding, TaskFinding } from "./rule";

/** Items of one passage or table row that were found together; targets inside a task are linked to it. */
export interface FoundTogether {
  readonly findings: readonly Finding[];
}

/** Numbered items of a plan. */
export interface Items {
  readonly targets: readonly Target[];
  readonly tasks: readonly Task[];
  readonly reportDuties: readonly ReportDuty[];
}

/** Gives ids in order of appearance (CT-01, CT-01.1, NV-01, BC-01), links parts to wholes and targets to their tasks. */
export function numberItems(groups: readonly FoundTogether[]): Items {
  const targets: Target[] = [];
  const tasks: Task[] = [];
  const reportDuties: ReportDuty[] = [];
  let count = 0;
  for (const { findings } of groups) {
    const inGroup: string[] = [];
    let whole: string | undefined;
    let parts = 0;
    for (const finding of findings) {
      if (finding.find !== "target") continue;
      const child = finding.within === true && whole !== undefined;
      const id: string = child ? `${whole}.${++parts}` : `CT-${pad(++count)}`;
      targets.push(targetOf(finding, id, child ? whole : undefined));
      inGroup.push(id);
      if (!child) {
        whole = id;
        parts = 0;
      }
    }
    for (const finding of findings) {
      if (finding.find === "task") tasks.push(taskOf(finding, `NV-${pad(tasks.length + 1)}`, inGroup));
      else if (finding.find === "report") reportDuties.push(reportOf(finding, `BC-${pad(reportDuties.length + 1)}`));
    }
  }
  return { targets: withSeries(targets), tasks, reportDuties };
}

/** Targets with one measure and scope at several horizons share a series. */
function withSeries(targets: readonly Target[]): Target[] {
  const key = (target: Target): string => `${fold(target.measure)}|${fold(target.scope ?? "")}|${target.unit}`;
  const horizons = new Map<string, Set<number>>();
  for (const target of targets) {
    if (target.horizon === undefined) continue;
    const known = horizons.get(key(target)) ?? new Set<number>();
    known.add(target.horizon);
    horizons.set(key(target), known);
  }
  const names = new Map<string, string>();
  return targets.map((target) => {
    const own = key(target);
    if ((horizons.get(own)?.size ?? 0) < 2) return target;
    if (!names.has(own)) names.set(own, `L-${pad(names.size + 1)}`);
    return { ...target, series: names.get(own)! };
  });
}

function targetOf(finding: TargetFinding, id: string, parent: string | undefined): Target {
  const { find: _find, within: _within, ...rest } = withDirection(finding);
  return { ...rest, id, ...(parent ? { parent } : {}) };
}

function taskOf(finding: TaskFinding, id: string, targets: readonly string[]): Task {
  const { find: _find, ...rest } = finding;
  return { ...rest, id, targets };
}

function reportOf(finding: ReportFinding, id: string): ReportDuty {
  const { find: _find, ...rest } = finding;
  return { ...rest, id };
}

function pad(count: number): string {
  return String(count).padStart(2, "0");
}

function fold(text: string): string {
  return text.toLowerCase().split(/\s+/).join(" ");
}
