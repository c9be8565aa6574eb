import { dateParts, toSerial, type CalendarDate } from "../plan/date";
import type { Agency, Plan, ReportDuty, Target, Task } from "../plan/plan";
import { reportedPeriod, type ReportedPeriod } from "../plan/reportCutOff";
import { periodOf } from "../tracking/periods";
import type { Source } from "../text/textDocument";
import { WORDS } from "./words";

/** The year tracked first: the one chosen, the plan's own, or that of the day of evaluation. */
export function trackedYear(plan: Plan, asOf: CalendarDate, chosen?: number): number {
  return chosen ?? plan.header.year?.value ?? dateParts(asOf).year;
}

/** "2024" or "2021–2025". */
export function yearWords({ header }: Plan): string {
  if (header.year === undefined) return "";
  return header.endYear === undefined || header.endYear === header.year.value
    ? String(header.year.value)
    : `${header.year.value}–${header.endYear}`;
}

/** First lead of an item; "" if it has none. Offices allow one lead for a task. */
export function leadOf({ leads }: Pick<Task | Target, "leads">): string {
  return leads[0] ?? "";
}

/** Supporters of an item, further leads first and marked. */
export function supportersOf({ leads, supporters }: Pick<Task | Target, "leads" | "supporters">): string {
  return [...leads.slice(1).map((name) => `${name} (${WORDS.coLead})`), ...supporters].join("; ");
}

/** Source lines of an item as text: "51–53, 60". */
export function lineWords(source: Source): string {
  const lines = [...new Set(source.map(({ line }) => line))].sort((a, b) => a - b);
  const runs: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index]!;
    while (lines[index + 1] === lines[index]! + 1) index += 1;
    runs.push(first === lines[index] ? String(first) : `${first}–${lines[index]}`);
  }
  return runs.join(", ");
}

/** How deep a target stands below others ("trong đó"): 0 for one that is no part. */
export function depthOf(target: Target, byId: ReadonlyMap<string, Target>): number {
  let depth = 0;
  for (let parent = target.parent; parent !== undefined && depth < 8; parent = byId.get(parent)?.parent) depth += 1;
  return depth;
}

/** Every organisation of the plan: those it lists, then names that items use besides; names that differ in case alone are one, as formulas compare them. */
export function agencyRows(plan: Plan): readonly Pick<Agency, "name" | "aliases" | "group">[] {
  const used = [
    ...plan.tasks.flatMap(({ leads, supporters }) => [...leads, ...supporters]),
    ...plan.targets.flatMap(({ leads, supporters }) => [...leads, ...supporters]),
    ...plan.reportDuties.flatMap(({ reporters }) => reporters),
  ];
  const rows = [...plan.agencies, ...used.map((name) => ({ name, aliases: [], group: false }))].filter(({ name }) => name !== "");
  const seen = new Set<string>();
  return rows.filter(({ name }) => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** One row of the report calendar: a duty on one of its days. */
export interface ReportRow {
  readonly code: string;
  readonly duty: ReportDuty;
  readonly lastDay: CalendarDate | undefined;
  /** Code of the period that it is about; undefined where none can be told. */
  readonly period: string | undefined;
}

/** Report duties by day; a duty with several days has one row a day ("BC-02.1"). */
export function reportRows(plan: Plan): readonly ReportRow[] {
  return plan.reportDuties.flatMap((duty): readonly ReportRow[] => {
    const row = (code: string, lastDay: CalendarDate | undefined): ReportRow => {
      const about = lastDay && reportedPeriod(duty, lastDay);
      return { code, duty, lastDay, period: about && periodCode(about) };
    };
    if (duty.dueDates.length < 2) return [row(duty.id, duty.dueDates[0])];
    return duty.dueDates.map((lastDay, index) => row(`${duty.id}.${index + 1}`, lastDay));
  });
}

function periodCode({ kind, year, month }: ReportedPeriod): string | undefined {
  if (kind === "day" || kind === "week" || kind === "ad-hoc") return undefined;
  return periodOf(kind, year, kind === "quarter" ? month / 3 : kind === "month" ? month : 1).code;
}

/** Excel serial of a day; null for none. */
export function serialOf(date: CalendarDate | undefined | null): number | null {
  return date === undefined || date === null ? null : toSerial(date);
}

/** Groups of the targets in plan order, as the list of Danh mục begins. */
export function targetGroups(plan: Plan): readonly string[] {
  return [...new Set(plan.targets.map(({ group }) => group ?? ""))].filter((group) => group !== "");
}
