import type { Source } from "../text/textDocument";
import { isAgencyGroup } from "./agencies";
import { addDays, weekday, type CalendarDate } from "./date";
import { isPublicHoliday } from "./publicHolidays";
import type { Plan, ReportDuty, Target, Task } from "./plan";
import { namesProduct } from "./namedProduct";
import { cutOffFor } from "./reportCutOff";
import { comparedWords, similarPairs } from "./similarTexts";

/** What may be wrong with an item of a plan; sentences for people are made from the code. */
export type PlanFindingCode =
  | "no-lead"
  | "several-leads"
  | "group-lead"
  | "no-work"
  | "no-time"
  | "no-product"
  | "duplicate"
  | "repeated-target"
  | "before-plan-date"
  | "on-weekend"
  | "on-holiday"
  | "before-cut-off";

/** One thing in a plan that a person should know before it is tracked. Nothing is changed because of it. */
export interface PlanFinding {
  readonly code: PlanFindingCode;
  /** Id of the task, target or report duty. */
  readonly item: string;
  /** Facts for the sentence: `leads`, `lead`, `other` (id), `date`, `planDate`, `workday`, `cutOff`; days as ISO. */
  readonly details: Readonly<Record<string, string>>;
  /** The words of the item. */
  readonly source: Source;
}

/** What the check may be given. */
export interface CheckOptions {
  /** Days off besides Saturday, Sunday and the public holidays on fixed days. */
  readonly holidays?: readonly CalendarDate[];
}

/** One of the six things that an assignment must make clear (sáu rõ): who, what, when, one responsible, which product, with what power. */
export type ClarityAspect = "person" | "work" | "time" | "duty" | "product" | "power";

/** Aspects that a finding about a task takes away. */
const TAKES_AWAY: Readonly<Partial<Record<PlanFindingCode, readonly ClarityAspect[]>>> = {
  "no-lead": ["person", "duty", "power"],
  "several-leads": ["duty"],
  "group-lead": ["power"],
  "no-work": ["work"],
  "no-time": ["time"],
  "no-product": ["product"],
};

/** Share of common word pairs from which two long targets say the same. */
const SAME_WORDS = 0.75;

/** Everything that a check of the plan finds, by task, target and report duty in the order of the plan. */
export function checkPlan(plan: Plan, { holidays = [] }: CheckOptions = {}): readonly PlanFinding[] {
  const days = new Set<string>(holidays);
  const planDate = plan.header.date?.value;
  const groups = groupNames(plan);
  const { tasks, targets, reportDuties } = plan;
  return [
    ...tasks.flatMap((task) => taskFindings(task, groups)),
    ...duplicates(tasks, ({ title, details, leads, group }) =>
      title.trim() === "" ? "" : keyOf(title, ...details, leads.join(" "), group ?? ""),
    ),
    ...tasks.flatMap((task) => dayFindings(task, taskDays(task), planDate, days, namesDay(task))),
    ...duplicates(targets, (target) => keyOf(target.measure, targetKey(target), target.scope ?? "", target.parent ?? "")),
    ...repeatedTargets(targets),
    ...targets.flatMap((target) => dayFindings(target, targetDays(target), planDate, days)),
    ...duplicates(reportDuties, ({ statement, frequency, due }) => keyOf(statement, frequency, due)),
    ...reportDuties.flatMap((duty) => [...dayFindings(duty, duty.dueDates, planDate, days), ...cutOffFindings(duty)]),
  ];
}

/** The six clarities of a task, true where it has them; they follow from the findings about it. */
export function clarityOf(task: Task, plan: Pick<Plan, "agencies">): Readonly<Record<ClarityAspect, boolean>> {
  const missing = new Set(taskFindings(task, groupNames(plan)).flatMap(({ code }) => TAKES_AWAY[code] ?? []));
  const has = (aspect: ClarityAspect): boolean => !missing.has(aspect);
  return {
    person: has("person"),
    work: has("work"),
    time: has("time"),
    duty: has("duty"),
    product: has("product"),
    power: has("power"),
  };
}

type Item = Task | Target | ReportDuty;

function finding({ id, source }: Item, code: PlanFindingCode, details: PlanFinding["details"] = {}): PlanFinding {
  return { code, item: id, details, source };
}

/** Whether a name stands for several organisations: as the directory says, or by its words where the directory lacks it. */
function groupNames({ agencies }: Pick<Plan, "agencies">): (name: string) => boolean {
  const known = new Map(agencies.flatMap(({ id, name, aliases, group }) => [id, name, ...aliases].map((form) => [form, group] as const)));
  return (name) => known.get(name) ?? isAgencyGroup(name);
}

function taskFindings(task: Task, isGroup: (name: string) => boolean): readonly PlanFinding[] {
  const found: PlanFinding[] = [];
  const group = task.leads.find(isGroup);
  if (task.leads.length === 0) found.push(finding(task, "no-lead"));
  // "các sở, ngành; UBND các xã": each does it in its own field, which the group already says
  if (task.leads.length > 1 && !task.leads.every(isGroup)) found.push(finding(task, "several-leads", { leads: task.leads.join("; ") }));
  if (group !== undefined) found.push(finding(task, "group-lead", { lead: group }));
  if (task.title.trim() === "") found.push(finding(task, "no-work"));
  if (task.time.value === "" || task.deadline?.value.kind === "unclear") found.push(finding(task, "no-time"));
  if (!task.deliverable && !namesProduct(task.title)) found.push(finding(task, "no-product"));
  return found;
}

/** Every item whose key an earlier one has; items with an empty key are left alone. */
function duplicates<One extends Item>(items: readonly One[], key: (item: One) => string): readonly PlanFinding[] {
  const first = new Map<string, string>();
  return items.flatMap((item) => {
    const own = key(item);
    const other = first.get(own);
    if (own !== "" && other === undefined) first.set(own, item.id);
    return other === undefined ? [] : [finding(item, "duplicate", { other })];
  });
}

/** Targets that repeat an earlier one's goal in nearly its words, so that the scope differs; parts of a target do not repeat it. */
function repeatedTargets(targets: readonly Target[]): readonly PlanFinding[] {
  const byGoal = new Map<string, Target[]>();
  for (const target of targets) {
    const key = targetKey(target);
    const known = byGoal.get(key);
    if (known) known.push(target);
    else byGoal.set(key, [target]);
  }
  return [...byGoal.values()].flatMap((same) =>
    similarPairs(
      same.map(({ measure }) => measure),
      SAME_WORDS,
    ).flatMap(([earlier, later]) => {
      const [one, two] = [same[earlier]!, same[later]!];
      const related = one.parent === two.id || two.parent === one.id;
      return related ? [] : [finding(two, "repeated-target", { other: one.id })];
    }),
  );
}

function dayFindings(
  item: Item,
  dates: readonly CalendarDate[],
  planDate: CalendarDate | undefined,
  holidays: ReadonlySet<string>,
  exact = true,
): readonly PlanFinding[] {
  const isHoliday = (day: CalendarDate): boolean => holidays.has(day) || isPublicHoliday(day);
  const isOff = (day: CalendarDate): boolean => weekday(day) > 5 || isHoliday(day);
  return dates.flatMap((date) => {
    const found: PlanFinding[] = [];
    if (planDate !== undefined && date < planDate) found.push(finding(item, "before-plan-date", { date, planDate }));
    if (!exact || !isOff(date)) return found;
    let workday = date;
    for (let back = 0; back < 31 && isOff(workday); back += 1) workday = addDays(workday, -1);
    return [...found, finding(item, isHoliday(date) ? "on-holiday" : "on-weekend", { date, workday })];
  });
}

function cutOffFindings(duty: ReportDuty): readonly PlanFinding[] {
  const told = new Set<string>();
  return duty.dueDates.flatMap((date) => {
    // the same day of the next year says nothing new
    if (told.has(date.slice(5))) return [];
    told.add(date.slice(5));
    const cutOff = cutOffFor(duty, date);
    return cutOff !== undefined && date < cutOff ? [finding(duty, "before-cut-off", { date, cutOff })] : [];
  });
}

/** Whether a task's own words name its last day: the end of a month or quarter may well be a Sunday. */
function namesDay({ time }: Task): boolean {
  return time.certainty !== "implied" && /\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|ngày\s\d/iu.test(time.value);
}

function taskDays({ deadline }: Task): readonly CalendarDate[] {
  return deadline?.value.kind === "fixed" ? [deadline.value.date] : [];
}

function targetDays({ goal }: Target): readonly CalendarDate[] {
  return goal.kind === "deadline" ? [goal.due as CalendarDate] : [];
}

function targetKey({ goal, horizon, unit }: Target): string {
  return JSON.stringify([goal, horizon ?? null, unit]);
}

function keyOf(...texts: readonly string[]): string {
  return texts.map((text) => comparedWords(text).join(" ")).join("|");
}
