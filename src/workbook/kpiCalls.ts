import { call, literal, named, omitted, op, thisRow, type Formula } from "./formula";
import { COLUMNS } from "./names";
import { isBlank, orBlank } from "./tableModel";

const T = COLUMNS.targets;
const target = (column: string): Formula => thisRow("targets", column);

/** Guard of a row: "" as long as the row has no code. */
export function ifCoded(table: "targets" | "tasks" | "reports", formula: Formula): Formula {
  return call("IF", isBlank(thisRow(table, COLUMNS[table].id)), literal(""), formula);
}

/** What the figures of a row are judged by, in the order of the KPI functions: actual, goal, kind, baseline, upper. */
const judged: readonly Formula[] = [
  orBlank("targets", T.actual),
  orBlank("targets", T.level),
  orBlank("targets", T.kind),
  orBlank("targets", T.baseline),
  orBlank("targets", T.upper),
];
const day = named("asOf");
const horizon = orBlank("targets", T.horizon);
const unit = orBlank("targets", T.unit);

/** Kết luận. */
export const conclusionFormula: Formula = ifCoded("targets", call("KPI.DANHGIA", ...judged, day, horizon, unit));

/** Tỷ lệ hoàn thành, held to 0…100 %. */
export const attainmentFormula: Formula = ifCoded("targets", call("KPI.TYLE", ...judged, literal(true), omitted, unit));

/** Tỷ lệ (không giới hạn). */
export const uncappedFormula: Formula = ifCoded("targets", call("KPI.TYLE", ...judged, literal(false), omitted, unit));

/** Diễn giải; it takes over the conclusion of the row instead of judging again. */
export const explanationFormula: Formula = ifCoded(
  "targets",
  call("KPI.DIENGIAI", ...judged, day, horizon, unit, omitted, target(T.conclusion)),
);

const task = (column: string): Formula => thisRow("tasks", column);
const K = COLUMNS.tasks;

/** Trạng thái of a task: on time is measured on the original deadline, overdue on the extended one. */
export const taskStatusFormula: Formula = ifCoded(
  "tasks",
  call(
    "KPI.TRANGTHAI",
    orBlank("tasks", K.deadline),
    orBlank("tasks", K.done),
    day,
    orBlank("tasks", K.special),
    named("warnDays"),
    orBlank("tasks", K.progress),
    orBlank("tasks", K.deadlineKind),
    orBlank("tasks", K.extended),
  ),
);

/** Deadline that days are counted from: the extended one while the task is open, else the original one. */
const countedDeadline: Formula = call(
  "IF",
  call("AND", op("<>", task(K.extended), literal("")), isBlank(task(K.done))),
  task(K.extended),
  task(K.deadline),
);

/** Số ngày trễ/còn of a task; "" without a deadline. */
export const taskDaysFormula: Formula = ifCoded(
  "tasks",
  call(
    "IF",
    call("AND", isBlank(task(K.deadline)), isBlank(task(K.extended))),
    literal(""),
    call("KPI.NGAYTRE", countedDeadline, orBlank("tasks", K.done), day),
  ),
);

/** Trạng thái of a report. */
export const reportStatusFormula: Formula = ifCoded(
  "reports",
  call(
    "KPI.TRANGTHAI",
    orBlank("reports", COLUMNS.reports.lastDay),
    orBlank("reports", COLUMNS.reports.sent),
    day,
    omitted,
    named("warnDays"),
  ),
);

/** Số ngày trễ/còn of a report; "" without a day. */
export const reportDaysFormula: Formula = ifCoded(
  "reports",
  call(
    "IF",
    isBlank(thisRow("reports", COLUMNS.reports.lastDay)),
    literal(""),
    call("KPI.NGAYTRE", thisRow("reports", COLUMNS.reports.lastDay), orBlank("reports", COLUMNS.reports.sent), day),
  ),
);
