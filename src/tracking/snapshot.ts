import type { CalendarDate } from "../plan/date";
import { concludeGroup, isMet } from "./compound";
import { evaluateTarget } from "./evaluate";
import type { Conclusion, Evaluation, TaskStatus } from "./evaluation";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS, WARNING_LABELS } from "./labels";
import { countCompletion, daysLate, onTimeRate, taskStatus, type CompletionCount } from "./schedule";
import type { Warning } from "./pace";
import { riskOf } from "./risk";
import { roadStarts } from "./roadmap";
import { targetPace, type TargetPace } from "./targetPace";
import type { TrackedReport, TrackedTarget, TrackedTask, TrackingData } from "./trackingData";

/** A target with what the engine says of it. */
export interface JudgedTarget {
  readonly target: TrackedTarget;
  readonly evaluation: Evaluation;
  /** With its "trong đó" (K17); its own conclusion where it has none. */
  readonly group: Conclusion;
  /** How it stands before its horizon. */
  readonly pace: TargetPace;
  /** Mức nguy cơ; 0 for a target that is no worry. */
  readonly risk: number;
}

/** A task or report with its status and days late (+) or left (−). */
export interface Scheduled<Item> {
  readonly item: Item;
  readonly status: TaskStatus;
  readonly days: number | null;
}

/** What one agency leads. */
export interface AgencyCount {
  readonly name: string;
  readonly targets: number;
  readonly met: number;
  readonly tasks: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly doneOnTime: number;
  readonly doneLate: number;
}

/** Figures of a tracking workbook on its day of evaluation: those of Tổng quan and of the pane. */
export interface Snapshot {
  readonly asOf: CalendarDate;
  readonly targets: readonly JudgedTarget[];
  readonly tasks: readonly Scheduled<TrackedTask>[];
  readonly reports: readonly Scheduled<TrackedReport>[];
  readonly byConclusion: Readonly<Record<Conclusion, number>>;
  readonly byWarning: Readonly<Record<Warning, number>>;
  readonly byStatus: Readonly<Record<TaskStatus, number>>;
  readonly byReportStatus: Readonly<Record<TaskStatus, number>>;
  /** Targets reached. */
  readonly met: number;
  /** Targets that are reached or missed. */
  readonly judged: number;
  /** Targets with a figure. */
  readonly withData: number;
  /** Mean of the attainments held to 0…1; null when there is none. */
  readonly meanAttainment: number | null;
  readonly completion: CompletionCount;
  /** Done on time ÷ (done + overdue); null when nothing has fallen due. */
  readonly onTimeRate: number | null;
  /** Agencies that lead something, in order of their names. */
  readonly agencies: readonly AgencyCount[];
  /** Longest overdue first. */
  readonly overdue: readonly Scheduled<TrackedTask | TrackedReport>[];
  /** Nearest first. */
  readonly dueSoon: readonly Scheduled<TrackedTask | TrackedReport>[];
  /** Targets that have to be looked at, the most urgent first. */
  readonly atRisk: readonly JudgedTarget[];
  readonly withoutNumbers: readonly TrackedTarget[];
}

/** Judges everything in a workbook on its day of evaluation. */
export function snapshot(data: TrackingData): Snapshot {
  const targets = judgeTargets(data);
  const tasks = data.tasks.map((task) => scheduleTask(task, data));
  const reports = data.reports.map((report) => scheduleReport(report, data));
  const conclusions = targets.map(({ evaluation }) => evaluation.conclusion);
  const attainments = targets.flatMap(({ evaluation }) => evaluation.capped ?? []);
  const completion = countCompletion(tasks.map(({ status }) => status));
  const scheduled = [...tasks, ...reports];
  const met = conclusions.filter(isMet).length;
  return {
    asOf: data.asOf,
    targets,
    tasks,
    reports,
    byConclusion: countBy(Object.keys(CONCLUSION_LABELS) as Conclusion[], conclusions),
    byWarning: countBy(
      Object.keys(WARNING_LABELS) as Warning[],
      targets.flatMap(({ pace }) => pace.warning ?? []),
    ),
    byStatus: countBy(Object.keys(TASK_STATUS_LABELS) as TaskStatus[], tasks.map(statusOf)),
    byReportStatus: countBy(Object.keys(TASK_STATUS_LABELS) as TaskStatus[], reports.map(statusOf)),
    met,
    judged: met + conclusions.filter((conclusion) => conclusion === "not-met" || conclusion === "partly-met").length,
    withData: conclusions.filter((conclusion) => conclusion !== "no-data" && conclusion !== "unquantified").length,
    meanAttainment: attainments.length === 0 ? null : attainments.reduce((total, value) => total + value, 0) / attainments.length,
    completion,
    onTimeRate: onTimeRate(completion) ?? null,
    agencies: countAgencies(targets, tasks),
    overdue: scheduled.filter(({ status }) => status === "overdue").sort((a, b) => (b.days ?? 0) - (a.days ?? 0)),
    dueSoon: scheduled.filter(({ status }) => status === "due-soon").sort((a, b) => (b.days ?? 0) - (a.days ?? 0)),
    atRisk: targets.filter(({ risk }) => risk > 0).sort((a, b) => b.risk - a.risk),
    withoutNumbers: targets.filter(({ evaluation }) => evaluation.conclusion === "no-data").map(({ target }) => target),
  };
}

function judgeTargets({ targets, asOf, view, thresholds }: TrackingData): readonly JudgedTarget[] {
  const from = { asOf, year: view?.period.year ?? 0, share: view?.share ?? null, thresholds };
  const startOf = roadStarts(targets);
  const judged = targets.map((target) => {
    const evaluation = evaluateTarget(target.facts, target.actual, asOf);
    const pace = targetPace(target.facts, target.method, evaluation, target.actual, from, startOf(target));
    return { target, evaluation, pace, risk: riskOf(evaluation, pace) };
  });
  const children = new Map<string, Conclusion[]>();
  for (const { target, evaluation } of judged)
    if (target.parent !== "") children.set(target.parent, [...(children.get(target.parent) ?? []), evaluation.conclusion]);
  return judged.map((row) => ({ ...row, group: concludeGroup(row.evaluation.conclusion, children.get(row.target.code) ?? []) }));
}

function scheduleTask(item: TrackedTask, { asOf, warnDays }: TrackingData): Scheduled<TrackedTask> {
  const { deadline, extended, done, special, progress, kind } = item;
  const status = taskStatus({ deadline, extended, done, asOf, special, warnDays, progress, ...(kind ? { kind } : {}) });
  return { item, status, days: daysLate(done === null ? (extended ?? deadline) : deadline, done, asOf) };
}

function scheduleReport(item: TrackedReport, { asOf, warnDays }: TrackingData): Scheduled<TrackedReport> {
  const { lastDay, sent } = item;
  return { item, status: taskStatus({ deadline: lastDay, done: sent, asOf, warnDays }), days: daysLate(lastDay, sent, asOf) };
}

function countAgencies(targets: readonly JudgedTarget[], tasks: readonly Scheduled<TrackedTask>[]): readonly AgencyCount[] {
  const names = new Set([...targets.map(({ target }) => target.lead), ...tasks.map(({ item }) => item.lead)]);
  names.delete("");
  return [...names]
    .sort((a, b) => a.localeCompare(b, "vi"))
    .map((name) => {
      const own = tasks.filter(({ item }) => item.lead === name);
      const led = targets.filter(({ target }) => target.lead === name);
      const having = (wanted: TaskStatus): number => own.filter(({ status }) => status === wanted).length;
      return {
        name,
        targets: led.length,
        met: led.filter(({ evaluation }) => isMet(evaluation.conclusion)).length,
        tasks: own.length,
        overdue: having("overdue"),
        dueSoon: having("due-soon"),
        doneOnTime: having("done-on-time"),
        doneLate: having("done-late"),
      };
    });
}

function statusOf({ status }: Scheduled<unknown>): TaskStatus {
  return status;
}

function countBy<Code extends string>(codes: readonly Code[], found: readonly Code[]): Record<Code, number> {
  const counts = Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
  for (const code of found) counts[code] += 1;
  return counts;
}
