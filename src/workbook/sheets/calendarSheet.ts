import type { Plan } from "../../plan/plan";
import { daysLate, lastWorkingDay, taskStatus } from "../../tracking/schedule";
import { TASK_STATUS_LABELS } from "../../tracking/labels";
import type { CalendarDate } from "../../plan/date";
import type { CompileOptions } from "../compileOptions";
import { call, literal, named, op, thisRow, type Formula } from "../formula";
import { ifCoded, reportDaysFormula, reportStatusFormula } from "../kpiCalls";
import { TABLE_AT } from "../layout";
import { CERTAINTY_WORDS, COLUMNS, WORDS, type TableKey } from "../names";
import { lineWords, reportRows, serialOf, type ReportRow } from "../planFacts";
import { statusRules } from "../rules";
import { COLORS } from "../styles";
import { LINES_ASIDE, buildTable, isBlank, tableSheet, type BuiltTable, type ColumnModel } from "../tableModel";
import type { SheetSpec } from "../workbookSpec";
import { DEFAULT_WARN_DAYS } from "./infoSheet";
import { chosenFrom } from "./listsSheet";
import { dateCells } from "./tasksSheet";

const C = COLUMNS.reports;
const blank = (): null => null;

/** The last working day on or before the last day, holidays of Danh mục left out. */
const lastWorkingFormula: Formula = ifCoded(
  "reports",
  call(
    "IF",
    isBlank(thisRow("reports", C.lastDay)),
    literal(""),
    call("WORKDAY", op("+", thisRow("reports", C.lastDay), literal(1)), literal(-1), named("holidays")),
  ),
);

/** Makes tblLich, statuses as of the day of evaluation. */
export function reportsTable(plan: Plan, options: CompileOptions, book: number, holidays: readonly CalendarDate[]): BuiltTable {
  return buildTable("reports", book, TABLE_AT, reportColumns(options.asOf, holidays), reportRows(plan));
}

/** Makes the sheet Lịch báo cáo around its table. */
export function calendarSheet(table: BuiltTable, book: number, list: (key: TableKey) => Formula, links: SheetSpec["links"]): SheetSpec {
  return tableSheet({
    key: "calendar",
    book,
    title: WORDS.calendarTitle,
    hint: WORDS.inputHint,
    table,
    tabColor: COLORS.tabInput,
    frozenColumns: 2,
    lastPrinted: C.urged,
    validations: [
      chosenFrom(list("answers"), table, C.urged),
      chosenFrom(list("agencies"), table, C.reporter, "warning"),
      chosenFrom(list("certainties"), table, C.certainty),
      dateCells(table, C.lastDay, WORDS.dateTitle, WORDS.dateMessage),
      dateCells(table, C.sent, WORDS.dateTitle, WORDS.dateMessage),
    ],
    conditionalFormats: statusRules(table, C.status),
    styleRanges: links.map(({ at }) => ({ range: { ...at, rows: 1, columns: 1 }, style: "link" })),
    links,
  });
}

function reportColumns(asOf: CalendarDate, holidays: readonly CalendarDate[]): readonly ColumnModel<ReportRow>[] {
  return [
    { header: C.id, role: "input", width: 9, format: "code", value: ({ code }) => code },
    { header: C.kind, role: "input", width: 24, format: "text", value: ({ duty }) => duty.frequency || null },
    { header: C.reporter, role: "input", width: 26, format: "text", value: ({ duty }) => duty.reporters.join("; ") || null },
    { header: C.recipient, role: "input", width: 30, format: "text", value: ({ duty }) => duty.recipients.join("; ") || null },
    { header: C.due, role: "input", width: 26, format: "text", value: ({ duty }) => duty.due || null },
    { header: C.lastDay, role: "input", width: 12, format: "date", value: ({ lastDay }) => serialOf(lastDay) },
    {
      header: C.lastWorkingDay,
      role: "formula",
      width: 12,
      format: "date",
      formula: lastWorkingFormula,
      value: ({ lastDay }) => (lastDay === undefined ? "" : serialOf(lastWorkingDay(lastDay, holidays))),
    },
    { header: C.sent, role: "input", width: 12, format: "date", value: blank },
    { header: C.document, role: "input", width: 16, format: "text", value: blank },
    {
      header: C.status,
      role: "formula",
      width: 18,
      format: "center",
      formula: reportStatusFormula,
      value: ({ lastDay }) => TASK_STATUS_LABELS[taskStatus({ deadline: lastDay ?? null, done: null, asOf, warnDays: DEFAULT_WARN_DAYS })],
    },
    {
      header: C.days,
      role: "formula",
      width: 11,
      format: "days",
      formula: reportDaysFormula,
      value: ({ lastDay }) => daysLate(lastDay ?? null, null, asOf) ?? "",
    },
    { header: C.urged, role: "input", width: 9, format: "center", value: blank },
    { header: C.statement, role: "input", width: 60, format: "text", tallest: LINES_ASIDE, value: ({ duty }) => duty.statement },
    { header: C.note, role: "input", width: 24, format: "text", tallest: LINES_ASIDE, value: blank },
    { header: C.source, role: "internal", width: 12, format: "center", value: ({ duty }) => lineWords(duty.source) },
    { header: C.certainty, role: "internal", width: 12, format: "center", value: ({ duty }) => CERTAINTY_WORDS[duty.certainty] },
  ];
}
