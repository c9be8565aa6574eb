import { TASK_STATUS_LABELS } from "../../../tracking/labels";
import { countRows, countText, less, type Counted } from "../../counting";
import { call, literal, op, type CellValue } from "../../formula";
import { figureAt, textAt, valueAt, type Live } from "../../live";
import { COLUMNS } from "../../names";
import { figure } from "../../native/explanation";
import type { BuiltTable } from "../../tableModel";
import { either, joined, orElse, shortDay } from "../letterhead";
import { REPORT_WORDS as W } from "../words";
import type { Section } from "./frame";

const K = COLUMNS.tasks;
const S = TASK_STATUS_LABELS;

/** The sentence that sums up the tasks. */
export function taskSummary(tasks: BuiltTable): Live {
  const one = (label: string): Counted => countRows(tasks, { header: K.status, value: label });
  const all = countText(tasks, K.id);
  const onTime = one(S["done-on-time"]);
  const late = one(S["done-late"]);
  const overdue = one(S.overdue);
  return joined(
    W.tasksTotal,
    all,
    W.tasksOnTime,
    onTime,
    W.tasksLate,
    late,
    W.tasksOverdue,
    overdue,
    W.tasksOpen,
    less(all, onTime, late, overdue),
    W.fullStop,
  );
}

/** The part of the table that holds the tasks. */
export function taskSection(tasks: BuiltTable): Section {
  return {
    letter: W.tasksLetter,
    head: W.tasksHead,
    table: tasks,
    columns: { id: K.id, group: K.group, name: K.title },
    more: W.moreTasks,
    cells: (_row, place) => {
      const due = dueWords(tasks, place);
      const result = resultWords(tasks, place);
      const status = textAt(tasks, K.status, place);
      return {
        printed: [textAt(tasks, K.lead, place), due, result, status, textAt(tasks, K.obstacle, place)],
        sentence: joined(
          textAt(tasks, K.title, place),
          W.colon,
          status,
          either(
            op("=", textAt(tasks, K.result, place).formula, literal("")),
            isBlankAt(tasks, K.result, place),
            "",
            joined("; ", textAt(tasks, K.result, place)),
          ),
          W.fullStop,
        ),
        helpers: [],
      };
    },
  };
}

/** The deadline as a day with its extension, or the plan's own words. */
function dueWords(tasks: BuiltTable, place: Live): Live {
  const deadline = figureAt(tasks, K.deadline, place);
  const extended = figureAt(tasks, K.extended, place);
  const later = dayOr(extended, (day) => joined(W.extended, day), "");
  return dayOr(deadline, (day) => joined(day, later), textAt(tasks, K.time, place));
}

/** What was typed as the result, else the day of completion, else the progress. */
function resultWords(tasks: BuiltTable, place: Live): Live {
  const typed = textAt(tasks, K.result, place);
  const progress = figureAt(tasks, K.progress, place);
  const share: Live = {
    formula: op("&", literal(W.progress), figure(op("*", progress.formula, literal(100))), literal("%")),
    result: typeof progress.result === "number" ? `${W.progress}${percent(progress.result)}%` : "",
  };
  const under = either(call("ISNUMBER", progress.formula), typeof progress.result === "number", share, "");
  const done = dayOr(figureAt(tasks, K.done, place), (day) => joined(W.doneOn, day), under);
  return orElse(typed, done);
}

/** A figure of a column made into words when it is a day. */
function dayOr(value: Live, words: (day: Live) => Live, otherwise: Live | CellValue): Live {
  return either(call("ISNUMBER", value.formula), typeof value.result === "number", words(shortDay(value)), otherwise);
}

function percent(share: number): string {
  return String(Math.round(share * 10_000) / 100).replace(".", ",");
}

function isBlankAt(table: BuiltTable, header: string, place: Live): boolean {
  return (valueAt(table, header, place) ?? "") === "";
}
