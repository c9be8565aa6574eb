import { calendarDate, dateParts, fromSerial, toSerial, type CalendarDate } from "../../../plan/date";
import { TASK_STATUS_LABELS } from "../../../tracking/labels";
import { allRows, call, literal, op, type CellSpec, type CellValue, type Formula } from "../../formula";
import { COLUMNS } from "../../names";
import type { Page } from "../../page";
import { SERIES_COLORS } from "../../styles";
import { columnValues } from "../../tableModel";
import type { ChartSpec } from "../../workbookSpec";
import { OVERVIEW_WORDS as W } from "../words";
import { ASIDE, type OverviewTables } from "./frame";

const K = COLUMNS.tasks;
const R = COLUMNS.reports;
const S = TASK_STATUS_LABELS;
/** Spans of time: a plan of one year gets months, a longer one as many months a span as it has years. */
const SPANS = 12;

const deadlines = allRows("tasks", K.deadline);
const extensions = allRows("tasks", K.extended);
const lastDays = allRows("reports", R.lastDay);

/** Puts beside the page, from row `top`, what falls due in each span of time; gives its chart, none for a plan without days. */
export function dueTimeline(page: Page, top: number, tables: OverviewTables): Omit<ChartSpec, "at"> | undefined {
  const days = dueDays(tables);
  if (days.length === 0) return undefined;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const start = januaryOf(first);
  const step = dateParts(dayOf(last)).year - dateParts(start).year + 1;
  const begin: Formula = { kind: "cell", row: top + 1, column: ASIDE, fixed: "both" };
  const months: Formula = { kind: "cell", row: top + 1, column: ASIDE + 1, fixed: "both" };
  page.line(top, ASIDE, 1, "screenHead", W.from);
  page.line(top, ASIDE + 1, 1, "screenHead", W.monthsEach);
  const earliest = call("MIN", deadlines, extensions, lastDays);
  const latest = call("MAX", deadlines, extensions, lastDays);
  page.line(top + 1, ASIDE, 1, "helperDate", {
    formula: call("IF", op("=", earliest, literal(0)), literal(""), call("DATE", call("YEAR", earliest), literal(1), literal(1))),
    result: toSerial(start),
  });
  page.line(top + 1, ASIDE + 1, 1, "helper", {
    formula: call("IF", op("=", begin, literal("")), literal(1), op("+", op("-", call("YEAR", latest), call("YEAR", begin)), literal(1))),
    result: step,
  });
  const head = top + 2;
  [W.from, W.span, W.dueDone, W.dueLate, W.dueOpen, W.dueReports].forEach((header, index) =>
    page.line(head, ASIDE + index, 1, "screenHead", header),
  );
  for (let index = 0; index < SPANS; index += 1) {
    const from = addMonths(start, index * step);
    const to = addMonths(start, (index + 1) * step);
    span(page, head + 1 + index, tables, { begin, months, index }, { from, to, step });
  }
  const range = (column: number) => ({ sheet: "overview", range: { row: head + 1, column, rows: SPANS, columns: 1 } });
  const bars = [
    [W.dueDone, SERIES_COLORS[0]],
    [W.dueLate, SERIES_COLORS[1]],
    [W.dueOpen, SERIES_COLORS[3]],
    [W.dueReports, SERIES_COLORS[2]],
  ] as const;
  return {
    kind: "stacked-column",
    name: "bieuDoThoiHan",
    title: W.chartDue,
    description: W.chartDueAlt,
    categories: range(ASIDE + 1),
    series: bars.map(([name, color], index) => ({ name, values: range(ASIDE + 2 + index), color })),
    valueFormat: "0",
  };
}

interface Place {
  readonly begin: Formula;
  readonly months: Formula;
  readonly index: number;
}

interface Bounds {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly step: number;
}

function span(page: Page, row: number, tables: OverviewTables, { begin, months, index }: Place, { from, to, step }: Bounds): void {
  const start: Formula = { kind: "cell", row, column: ASIDE, fixed: "column" };
  const end = call("EDATE", start, months);
  const within = (range: Formula): readonly Formula[] => [range, op("&", literal(">="), start), range, op("&", literal("<"), end)];
  /** Tasks that fall due in the span, by their extended day where there is one. */
  const due = (...more: readonly Formula[]): Formula =>
    op(
      "+",
      op("-", call("COUNTIFS", ...within(deadlines), ...more), call("COUNTIFS", ...within(deadlines), extensions, literal(">0"), ...more)),
      call("COUNTIFS", ...within(extensions), ...more),
    );
  const known = (formula: Formula): Formula => call("IF", op("=", start, literal("")), literal(0), formula);
  const status = (word: string): readonly Formula[] => [allRows("tasks", K.status), literal(word)];
  const done = op("+", due(...status(S["done-on-time"])), due(...status(S["done-late"])));
  const late = due(...status(S.overdue));
  const inside = (serial: CellValue): boolean => typeof serial === "number" && serial >= toSerial(from) && serial < toSerial(to);
  const rows = taskDays(tables).filter(({ day }) => inside(day));
  const countOf = (...words: readonly string[]): number => rows.filter((one) => words.includes(one.status)).length;
  const doneCount = countOf(S["done-on-time"], S["done-late"]);
  const lateCount = countOf(S.overdue);
  const cells: readonly CellSpec[] = [
    {
      formula: call("IF", op("=", begin, literal("")), literal(""), call("EDATE", begin, op("*", months, literal(index)))),
      result: toSerial(from),
    },
    label(start, months, from, step),
    { formula: known(done), result: doneCount },
    { formula: known(late), result: lateCount },
    { formula: known(op("-", op("-", due(), done), late)), result: rows.length - doneCount - lateCount },
    {
      formula: known(call("COUNTIFS", ...within(lastDays))),
      result: columnValues(tables.reports, R.lastDay).filter(inside).length,
    },
  ];
  page.grid(row, ASIDE, ["helperDate", "helper", "helper", "helper", "helper", "helper"], [cells]);
}

/** "6/2024", or "1–6/2024" for a span of several months. */
function label(start: Formula, months: Formula, from: CalendarDate, step: number): CellSpec {
  const last = op("-", call("EDATE", start, months), literal(1));
  const month = (day: Formula): Formula => call("MONTH", day);
  const single = op("&", month(start), literal("/"), call("YEAR", start));
  const several = op("&", month(start), literal("/"), call("YEAR", start), literal("–"), month(last), literal("/"), call("YEAR", last));
  const begin = dateParts(from);
  const end = dateParts(addMonths(from, step - 1));
  const text = `${begin.month}/${begin.year}`;
  return {
    formula: call("IF", op("=", start, literal("")), literal(""), call("IF", op("=", months, literal(1)), single, several)),
    result: step === 1 ? text : `${text}–${end.month}/${end.year}`,
  };
}

function taskDays({ tasks }: OverviewTables): readonly { readonly day: CellValue; readonly status: string }[] {
  const extended = columnValues(tasks, K.extended);
  const statuses = columnValues(tasks, K.status);
  return columnValues(tasks, K.deadline).map((day, row) => ({ day: extended[row] || day, status: String(statuses[row]) }));
}

/** Every day that the formulas look at: original and extended ones and those of reports. */
function dueDays({ tasks, reports }: OverviewTables): readonly number[] {
  return [...columnValues(tasks, K.deadline), ...columnValues(tasks, K.extended), ...columnValues(reports, R.lastDay)].filter(
    (day): day is number => typeof day === "number",
  );
}

function dayOf(serial: number): CalendarDate {
  return fromSerial(serial)!;
}

function januaryOf(serial: number): CalendarDate {
  return calendarDate(dateParts(dayOf(serial)).year, 1, 1)!;
}

/** The first of a month so many months later. */
function addMonths(first: CalendarDate, months: number): CalendarDate {
  const { year, month } = dateParts(first);
  const count = year * 12 + month - 1 + months;
  return calendarDate(Math.floor(count / 12), (count % 12) + 1, 1)!;
}
