import type { Plan } from "../../plan/plan";
import { daysLate, lastWorkingDay, taskStatus } from "../../tracking/schedule";
import { TASK_STATUS_LABELS } from "../../tracking/labels";
import { dateParts, type CalendarDate } from "../../plan/date";
import type { Period } from "../../tracking/periods";
import type { CompileOptions } from "../compileOptions";
import { allRows, call, literal, named, op, thisRow, type Formula } from "../formula";
import { ifCoded, reportDaysFormula, reportStatusFormula } from "../kpiCalls";
import { TABLE_AT } from "../layout";
import { COLUMNS, type TableKey } from "../names";
import { CERTAINTY_WORDS, WORDS } from "../words";
import { lineWords, reportRows, serialOf, type ReportRow } from "../planFacts";
import { statusRules } from "../rules";
import type { BookPeriods } from "../periodModel";
import { COLORS, TONES } from "../styles";
import {
  buildTable,
  dataColumn,
  isBlank,
  LINES_ASIDE,
  ruleCell,
  tableSheet,
  uniqueCodes,
  type BuiltTable,
  type ColumnModel,
} from "../tableModel";
import type { SheetSpec } from "../workbookSpec";
import { DEFAULT_WARN_DAYS } from "./infoSheet";
import { chosenFrom, dateCells } from "./cellChecks";

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

/** First or last day of the figures of the report's period, from tblKy. */
const cutOffFormula = (column: string): Formula =>
  ifCoded(
    "reports",
    call(
      "IF",
      isBlank(thisRow("reports", C.period)),
      literal(""),
      call(
        "IFERROR",
        call(
          "INDEX",
          allRows("periods", column),
          call("MATCH", thisRow("reports", C.period), allRows("periods", COLUMNS.periods.code), literal(0)),
        ),
        literal(""),
      ),
    ),
  );

/** Warns where the report is due before the figures of its period are closed (DOMAIN §4.5): estimates have to be used. */
const warningFormula: Formula = ((): Formula => {
  const [due, end] = [thisRow("reports", C.lastDay), thisRow("reports", C.to)];
  const words = op("&", literal(WORDS.beforeCutOff), call("DAY", end), literal("/"), call("MONTH", end), literal(WORDS.useEstimates));
  return ifCoded(
    "reports",
    call("IF", call("AND", call("ISNUMBER", due), call("ISNUMBER", end)), call("IF", op("<", due, end), words, literal("")), literal("")),
  );
})();

/** Makes tblLich, statuses as of the day of evaluation. */
export function reportsTable(
  plan: Plan,
  options: CompileOptions,
  book: number,
  holidays: readonly CalendarDate[],
  periods: Pick<BookPeriods, "all">,
): BuiltTable {
  const byCode = new Map(periods.all.map((period) => [period.code, period]));
  const rows = reportRows(plan).map((row): CalendarRow => ({ ...row, about: byCode.get(row.period ?? "") }));
  return buildTable("reports", book, TABLE_AT, reportColumns(options.asOf, holidays), rows);
}

/** "Báo cáo năm", "Báo cáo hàng quý", "Báo cáo" where the plan does not tell how often. */
function kindOfReport(frequency: string): string {
  return frequency.toLowerCase().startsWith(WORDS.reportKind.toLowerCase()) ? frequency : `${WORDS.reportKind} ${frequency}`.trim();
}

/** A row of tblLich with the period of its figures. */
interface CalendarRow extends ReportRow {
  readonly about: Period | undefined;
}

function cutOffWarning({ lastDay, about }: CalendarRow): string {
  if (lastDay === undefined || about === undefined || lastDay >= about.to) return "";
  const { day, month } = dateParts(about.to);
  return `${WORDS.beforeCutOff}${day}/${month}${WORDS.useEstimates}`;
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
      uniqueCodes(table, C.id),
      chosenFrom(list("answers"), table, C.urged),
      chosenFrom(list("periods"), table, C.period),
      chosenFrom(list("agencies"), table, C.reporter, "warning"),
      chosenFrom(list("certainties"), table, C.certainty),
      dateCells(table, C.lastDay, WORDS.dateTitle, WORDS.dateMessage),
      dateCells(table, C.sent, WORDS.dateTitle, WORDS.dateMessage),
    ],
    conditionalFormats: [
      ...statusRules(table, C.status),
      {
        type: "formula",
        range: dataColumn(table, C.cutOff),
        formula: op("<>", ruleCell(table, C.cutOff), literal("")),
        style: TONES.soon,
      },
    ],
    styleRanges: links.map(({ at }) => ({ range: { ...at, rows: 1, columns: 1 }, style: "link" })),
    links,
  });
}

function reportColumns(asOf: CalendarDate, holidays: readonly CalendarDate[]): readonly ColumnModel<CalendarRow>[] {
  return [
    { header: C.id, role: "input", width: 7.5, format: "code", value: ({ code }) => code },
    { header: C.kind, role: "input", width: 14, format: "text", value: ({ duty }) => kindOfReport(duty.frequency) },
    { header: C.period, role: "input", width: 9.5, format: "center", value: ({ about }) => about?.code ?? null },
    {
      header: C.from,
      role: "formula",
      width: 10.5,
      format: "date",
      formula: cutOffFormula(COLUMNS.periods.from),
      value: ({ about }) => serialOf(about?.from) ?? "",
    },
    {
      header: C.to,
      role: "formula",
      width: 10.5,
      format: "date",
      formula: cutOffFormula(COLUMNS.periods.to),
      value: ({ about }) => serialOf(about?.to) ?? "",
    },
    { header: C.reporter, role: "input", width: 16, format: "text", value: ({ duty }) => duty.reporters.join("; ") || null },
    { header: C.recipient, role: "input", width: 15, format: "text", value: ({ duty }) => duty.recipients.join("; ") || null },
    { header: C.due, role: "input", width: 17, format: "text", value: ({ duty }) => duty.due || null },
    { header: C.lastDay, role: "input", width: 10.5, format: "date", value: ({ lastDay }) => serialOf(lastDay) },
    {
      header: C.lastWorkingDay,
      role: "formula",
      width: 10.5,
      format: "date",
      formula: lastWorkingFormula,
      value: ({ lastDay }) => (lastDay === undefined ? "" : serialOf(lastWorkingDay(lastDay, holidays))),
    },
    { header: C.cutOff, role: "formula", width: 16, format: "text", formula: warningFormula, value: cutOffWarning },
    { header: C.sent, role: "input", width: 10.5, format: "date", value: blank },
    { header: C.document, role: "input", width: 11, format: "text", value: blank },
    {
      header: C.status,
      role: "formula",
      width: 12,
      format: "center",
      formula: reportStatusFormula,
      value: ({ lastDay }) => TASK_STATUS_LABELS[taskStatus({ deadline: lastDay ?? null, done: null, asOf, warnDays: DEFAULT_WARN_DAYS })],
    },
    {
      header: C.days,
      role: "formula",
      width: 9,
      format: "days",
      formula: reportDaysFormula,
      value: ({ lastDay }) => daysLate(lastDay ?? null, null, asOf) ?? "",
    },
    { header: C.urged, role: "input", width: 7, format: "center", value: blank },
    { header: C.statement, role: "input", width: 60, format: "text", tallest: LINES_ASIDE, value: ({ duty }) => duty.statement },
    { header: C.note, role: "input", width: 24, format: "text", tallest: LINES_ASIDE, value: blank },
    { header: C.source, role: "internal", width: 12, format: "center", value: ({ duty }) => lineWords(duty.source) },
    { header: C.certainty, role: "internal", width: 12, format: "center", value: ({ duty }) => CERTAINTY_WORDS[duty.certainty] },
  ];
}
