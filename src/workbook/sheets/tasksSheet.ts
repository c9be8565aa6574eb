import { dateParts, type CalendarDate } from "../../plan/date";
import { capitalized } from "../../text/vietnamese";
import type { Deadline, Plan, Task } from "../../plan/plan";
import { daysLate, taskStatus } from "../../tracking/schedule";
import { DEADLINE_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import type { CompileOptions } from "../compileOptions";
import { call, headerOf, literal, named, op, type Formula } from "../formula";
import { taskDaysFormula, taskStatusFormula } from "../kpiCalls";
import { TABLE_AT } from "../layout";
import { COLUMNS, type TableKey } from "../names";
import { CERTAINTY_WORDS, WORDS } from "../words";
import { leadOf, lineWords, serialOf, supportersOf } from "../planFacts";
import { statusRules } from "../rules";
import { sampleProgress } from "../sampleFigures";
import { COLORS } from "../styles";
import { buildTable, dataColumn, LINES_ASIDE, ruleCell, tableSheet, uniqueCodes, type BuiltTable, type ColumnModel } from "../tableModel";
import type { SheetSpec, ValidationSpec } from "../workbookSpec";
import { chosenFrom, dateCells, shareCells } from "./cellChecks";
import { DEFAULT_WARN_DAYS } from "./infoSheet";

const C = COLUMNS.tasks;
const blank = (): null => null;

interface TaskRow {
  readonly task: Task;
  readonly deadline: Deadline | undefined;
  readonly done: CalendarDate | null;
  readonly progress: number | null;
  readonly quality: number | null;
  readonly status: string;
  readonly days: number | "";
}

/** Makes tblNhiemVu, statuses as of the day of evaluation. */
export function tasksTable(plan: Plan, options: CompileOptions, book: number): BuiltTable {
  const rows = plan.tasks.map((task): TaskRow => {
    const deadline = task.deadline?.value;
    const date = deadline?.kind === "fixed" ? deadline.date : null;
    const { done, progress, quality } = options.sample ? sampleProgress(task, options.asOf) : { done: null, progress: null, quality: null };
    const status = taskStatus({
      deadline: date,
      done,
      asOf: options.asOf,
      warnDays: DEFAULT_WARN_DAYS,
      kind: deadline?.kind ?? "unclear",
      progress,
    });
    return { task, deadline, done, progress, quality, status: TASK_STATUS_LABELS[status], days: daysLate(date, done, options.asOf) ?? "" };
  });
  return buildTable("tasks", book, TABLE_AT, taskColumns(), rows);
}

/** Makes the sheet Nhiệm vụ around its table. */
export function tasksSheet(table: BuiltTable, book: number, list: (key: TableKey) => Formula, links: SheetSpec["links"]): SheetSpec {
  return tableSheet({
    key: "tasks",
    book,
    title: WORDS.tasksTitle,
    hint: WORDS.inputHint,
    table,
    tabColor: COLORS.tabInput,
    frozenColumns: 3,
    lastPrinted: C.result,
    validations: [
      uniqueCodes(table, C.id),
      chosenFrom(list("agencies"), table, C.lead, "warning"),
      chosenFrom(list("deadlineKinds"), table, C.deadlineKind),
      chosenFrom(list("specials"), table, C.special),
      chosenFrom(list("certainties"), table, C.certainty),
      chosenFrom(list("answers"), table, C.confirmed),
      dateCells(table, C.deadline, WORDS.dateTitle, WORDS.dateMessage),
      {
        type: "date",
        range: dataColumn(table, C.extended),
        operator: "greaterThanOrEqual",
        value: op("+", ruleCell(table, C.deadline), literal(1)),
        error: { style: "stop", title: WORDS.extendedTitle, message: WORDS.extendedMessage },
      },
      { ...dateCells(table, C.done, WORDS.doneTitle, WORDS.doneMessage), upper: named("asOf") } as ValidationSpec,
      shareCells(table, C.progress, WORDS.progressTitle, WORDS.progressMessage),
      shareCells(table, C.quality, WORDS.qualityTitle, WORDS.qualityMessage),
    ],
    conditionalFormats: statusRules(table, C.status),
    styleRanges: links.map(({ at }) => ({ range: { ...at, rows: 1, columns: 1 }, style: "link" })),
    links,
  });
}

/** Number of the row in its table, from 1: it follows the place of the row, so it runs on whatever is sorted, inserted or deleted. */
const orderFormula: Formula = op("-", call("ROW"), call("ROW", headerOf("tasks", C.order)));

function taskColumns(): readonly ColumnModel<TaskRow>[] {
  return [
    { header: C.id, role: "input", width: 7.5, format: "code", value: ({ task }) => task.id },
    { header: C.order, role: "formula", width: 7, format: "center", formula: orderFormula, value: (_row, index) => index + 1, blank: 1 },
    { header: C.title, role: "input", width: 56, format: "text", value: ({ task }) => capitalized(task.title) },
    { header: C.lead, role: "input", width: 18, format: "text", value: ({ task }) => leadOf(task) || null },
    { header: C.time, role: "input", width: 13, format: "text", value: ({ task }) => task.time.value || null },
    {
      header: C.deadline,
      role: "input",
      width: 10.5,
      format: "date",
      value: ({ deadline }) => (deadline?.kind === "fixed" ? serialOf(deadline.date) : null),
    },
    { header: C.extended, role: "input", width: 10.5, format: "date", value: blank },
    { header: C.done, role: "input", width: 10.5, format: "date", value: ({ done }) => serialOf(done) },
    { header: C.progress, role: "input", width: 7, format: "percent0", value: ({ progress }) => progress },
    { header: C.status, role: "formula", width: 13, format: "center", formula: taskStatusFormula, value: ({ status }) => status },
    { header: C.days, role: "formula", width: 9, format: "days", formula: taskDaysFormula, value: ({ days }) => days },
    { header: C.result, role: "input", width: 22, format: "text", value: ({ progress }) => (progress === null ? null : WORDS.sample) },
    { header: C.quality, role: "input", width: 11, format: "percent0", value: ({ quality }) => quality },
    {
      header: C.supporters,
      role: "input",
      width: 30,
      format: "text",
      tallest: LINES_ASIDE,
      value: ({ task }) => supportersOf(task) || null,
    },
    { header: C.obstacle, role: "input", width: 24, format: "text", value: blank },
    { header: C.group, role: "input", width: 28, format: "text", tallest: LINES_ASIDE, value: ({ task }) => task.group ?? null },
    {
      header: C.details,
      role: "input",
      width: 60,
      format: "text",
      tallest: LINES_ASIDE,
      value: ({ task }) => task.details.join("\n") || null,
    },
    {
      header: C.deliverable,
      role: "input",
      width: 30,
      format: "text",
      tallest: LINES_ASIDE,
      value: ({ task }) => task.deliverable ?? null,
    },
    {
      header: C.deadlineKind,
      role: "input",
      width: 18,
      format: "center",
      value: ({ deadline }) => DEADLINE_LABELS[deadline?.kind ?? "unclear"],
    },
    { header: C.extendedBy, role: "input", width: 18, format: "text", value: blank },
    { header: C.document, role: "input", width: 18, format: "text", value: blank },
    { header: C.special, role: "input", width: 16, format: "center", value: blank },
    {
      header: C.targets,
      role: "input",
      width: 24,
      format: "text",
      tallest: LINES_ASIDE,
      value: ({ task }) => task.targets.join(", ") || null,
    },
    { header: C.budget, role: "input", width: 14, format: "integer", value: blank },
    { header: C.note, role: "input", width: 24, format: "text", tallest: LINES_ASIDE, value: ({ deadline }) => deadlineNote(deadline) },
    { header: C.source, role: "internal", width: 16, format: "center", tallest: LINES_ASIDE, value: ({ task }) => lineWords(task.source) },
    {
      header: C.certainty,
      role: "internal",
      width: 12,
      format: "center",
      value: ({ task }) => CERTAINTY_WORDS[task.deadline?.certainty ?? task.time.certainty],
    },
    { header: C.confirmed, role: "internal", width: 10, format: "center", value: blank },
  ];
}

/** What a deadline waits for or refers to, and the first day of a span of time. */
function deadlineNote(deadline: Deadline | undefined): string | null {
  if (deadline?.kind === "conditional") return deadline.condition;
  if (deadline?.kind === "by-reference") return deadline.document;
  if (deadline?.kind !== "fixed" || deadline.from === undefined) return null;
  const { year, month, day } = dateParts(deadline.from);
  return `${WORDS.fromDay}${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}
