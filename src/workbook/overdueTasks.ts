import { TASK_STATUS_LABELS } from "../tracking/labels";
import { allRows, literal, named, op, type CellValue } from "./formula";
import { resultAt, rowsWhere, type Ranking } from "./live";
import { COLUMNS } from "./names";
import type { BuiltTable } from "./tableModel";

const K = COLUMNS.tasks;

/** The day by which a task is due: the extended one where there is one. */
function effectiveDay(tasks: BuiltTable, index: number): CellValue {
  return resultAt(tasks, K.extended, index) || resultAt(tasks, K.deadline, index);
}

/** Overdue tasks by days since the day on which they were due, extended or not, longest first. `asOf` is the serial of the day of evaluation. */
export function overdueTasks(tasks: BuiltTable, asOf: number): Ranking {
  const overdue = TASK_STATUS_LABELS.overdue;
  const extended = allRows("tasks", K.extended);
  const due = op(
    "+",
    op("*", op(">", extended, literal(0)), extended),
    op("*", op("=", extended, literal(0)), allRows("tasks", K.deadline)),
  );
  return {
    table: tasks,
    header: K.id,
    counts: rowsWhere("tasks", K.status, literal(overdue)),
    score: op("-", named("asOf"), due),
    scoreOf: (index) => (resultAt(tasks, K.status, index) === overdue ? asOf - Number(effectiveDay(tasks, index) ?? 0) : undefined),
  };
}
