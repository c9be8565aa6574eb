import type { Plan } from "../../../plan/plan";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../../tracking/labels";
import { allRows, call, literal, named, op, type CellValue, type Formula } from "../../formula";
import { countOf, rankedRows, resultAt, rowsWhere, type Live, type Ranking } from "../../live";
import { COLUMNS } from "../../names";
import { overdueTasks } from "../../overdueTasks";
import type { Page } from "../../page";
import { agencyRows } from "../../planFacts";
import { PLACE, type UrgeTables } from "./frame";

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const R = COLUMNS.reports;
const S = TASK_STATUS_LABELS;

/** What an agency owes, each kind in the order of the list. */
export interface Owed {
  readonly tasks: Ranking;
  readonly reports: Ranking;
  readonly targets: Ranking;
}

/** How much of each kind it owes. */
export type Counts = Readonly<Record<keyof Owed, Live & { readonly result: number }>>;

/** How much of each is owed, in cells of their own: the list and the letter build on them. */
export function counted(page: Page, { tasks, reports, targets }: Owed): Counts {
  const counts = [countOf(tasks), countOf(reports), countOf(targets)];
  page.grid(
    0,
    PLACE,
    ["helper"],
    counts.map((count) => [count]),
  );
  const [a, b, c] = counts.map(({ result }, row) => ({ formula: { kind: "cell", row, column: PLACE, fixed: "both" } as const, result }));
  return { tasks: a!, reports: b!, targets: c! };
}

/** Counts for which every paragraph of the letter has words: rows must be high enough for any agency that is chosen. */
export function someOfEach({ tasks, reports, targets }: Counts): Counts {
  const some = (count: Counts["tasks"]): Counts["tasks"] => ({ ...count, result: Math.max(1, count.result) });
  return { tasks: some(tasks), reports: some(reports), targets: some(targets) };
}

/** What an agency owes on the day of evaluation: overdue tasks and reports, the longest overdue first, and targets without a figure. */
export function owedOf({ targets, tasks, reports }: UrgeTables, asOf: number): (agency: Live) => Owed {
  const same = (a: CellValue, b: CellValue): boolean => String(a ?? "").toLowerCase() === String(b ?? "").toLowerCase();
  const number = (value: CellValue): number => (typeof value === "number" ? value : 0);
  const overdue = overdueTasks(tasks, asOf);
  return (agency) => {
    const name = String(agency.result ?? "");
    // No agency owes what has no lead.
    const isNamed = op("<>", agency.formula, literal(""));
    return {
      tasks: {
        ...overdue,
        counts: all(isNamed, rowsWhere("tasks", K.lead, agency.formula), overdue.counts),
        scoreOf: (index) => (same(resultAt(tasks, K.lead, index), name) && name !== "" ? overdue.scoreOf(index) : undefined),
      },
      reports: {
        table: reports,
        header: R.id,
        counts: all(
          isNamed,
          call("ISNUMBER", call("FIND", agency.formula, allRows("reports", R.reporter))),
          rowsWhere("reports", R.status, literal(S.overdue)),
        ),
        score: op("-", named("asOf"), allRows("reports", R.lastDay)),
        scoreOf: (index) =>
          name !== "" &&
          String(resultAt(reports, R.reporter, index) ?? "").includes(name) &&
          resultAt(reports, R.status, index) === S.overdue
            ? asOf - number(resultAt(reports, R.lastDay, index))
            : undefined,
      },
      targets: {
        table: targets,
        header: T.id,
        counts: all(
          isNamed,
          rowsWhere("targets", T.lead, agency.formula),
          rowsWhere("targets", T.conclusion, literal(CONCLUSION_LABELS["no-data"])),
        ),
        scoreOf: (index) =>
          same(resultAt(targets, T.lead, index), name) &&
          name !== "" &&
          resultAt(targets, T.conclusion, index) === CONCLUSION_LABELS["no-data"]
            ? 0
            : undefined,
      },
    };
  };
}

/** Conditions that hold together. */
const all = (...conditions: readonly Formula[]): Formula => conditions.reduce((product, condition) => op("*", product, condition));

/** The agency that owes most; the first of the plan when none owes anything. */
export function firstAgency(plan: Plan, owed: (agency: Live) => Owed): string {
  let best = "";
  let most = -1;
  for (const { name } of agencyRows(plan)) {
    const { tasks, reports, targets } = owed({ formula: literal(name), result: name });
    const count = 1000 * rankedRows(tasks).length + 10 * rankedRows(reports).length + rankedRows(targets).length;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}
