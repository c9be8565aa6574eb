import { toSerial } from "../plan/date";
import type { CalendarDate } from "../plan/date";
import type { Result } from "../result";
import type { Conclusion, TaskStatus } from "../tracking/evaluation";
import { snapshot } from "../tracking/snapshot";
import type { Scheduled } from "../tracking/snapshot";
import type { TrackedReport, TrackedTask } from "../tracking/trackingData";
import type { FormulaDialect } from "../workbook/formula";
import type { TableKey } from "../workbook/names";
import { readTracking } from "../workbook/readTracking";
import { listedAgencies, unlistedAgencies } from "../workbook/unlistedAgencies";
import type { WorkbookSpec } from "../workbook/workbookSpec";
import type { WorkbookValues } from "../workbook/workbookValues";
import { viewedPeriod } from "./periodChoices";
import type { CellPlace, TrackRow, TrackView } from "./services";

/**
 * What the pane shows of a book, from what stands in its cells. `spec` is the book as it was made, for the state of its formulas; `undoable` tells
 * whether a switch of formulas can be taken back.
 */
export function trackView(
  book: number,
  values: WorkbookValues,
  spec: WorkbookSpec | undefined,
  undoable = false,
): Result<TrackView | undefined> {
  const { value: data, messages } = readTracking(values);
  if (!data) return { value: undefined, messages };
  const shot = snapshot(data);
  const { asOf } = data;
  const targetRow = (target: (typeof shot.targets)[number]["target"]): TrackRow => ({
    table: "targets",
    rowIndex: target.place.index,
    code: target.code,
    title: target.name,
    lead: target.lead,
  });
  const scheduledRow = ({ item }: Scheduled<TrackedTask | TrackedReport>): TrackRow => {
    const due = "reporter" in item ? item.lastDay : (item.extended ?? item.deadline);
    return {
      table: "reporter" in item ? "reports" : "tasks",
      rowIndex: item.place.index,
      code: item.code,
      title: item.name,
      lead: "reporter" in item ? item.reporter : item.lead,
      ...(due ? { due, days: daysLeft(asOf, due) } : {}),
    };
  };
  const coming = shot.reports.filter(({ item }) => item.sent === null && item.lastDay !== null && item.lastDay >= asOf);
  const { completion: _completion, ...figures } = shot;
  return {
    messages,
    value: {
      book,
      title: data.title,
      asOf,
      ...viewed(values),
      warnDays: data.warnDays,
      dialect: dialectOf(values),
      undoable,
      targets: { total: data.targets.length, judged: figures.judged, met: figures.met, withData: figures.withData },
      tasks: { total: data.tasks.length, onTimeRate: figures.onTimeRate, overdue: figures.overdue.length },
      conclusions: counts(figures.byConclusion),
      statuses: counts(figures.byStatus),
      lists: {
        overdue: figures.overdue.map(scheduledRow),
        dueSoon: figures.dueSoon.map(scheduledRow),
        // A missed target is a list of its own: here is what can still be turned.
        atRisk: figures.atRisk.flatMap(({ target, pace: { warning, gap } }) =>
          warning === null || warning === "safe" || gap === null ? [] : [{ ...targetRow(target), risk: { warning, gap } }],
        ),
        missed: figures.targets.filter(({ evaluation }) => MISSED.includes(evaluation.conclusion)).map(({ target }) => targetRow(target)),
        noData: figures.withoutNumbers.map(targetRow),
        reports: coming.map(scheduledRow).sort((a, b) => (a.days ?? 0) - (b.days ?? 0)),
      },
      agencies: listedAgencies(values),
      health: { ...health(values, spec), unlisted: unlistedAgencies(values, spec) },
    },
  };
}

function viewed(values: WorkbookValues): Pick<TrackView, "period"> {
  const period = viewedPeriod(values);
  return period ? { period } : {};
}

function dialectOf({ tables }: WorkbookValues): FormulaDialect {
  return tables.some(({ formulas }) => formulas.some((row) => row.some((text) => text.includes("KPI.")))) ? "kpi" : "native";
}

const MISSED: readonly Conclusion[] = ["not-met", "partly-met", "data-error", "no-baseline"];

function daysLeft(from: CalendarDate, to: CalendarDate): number {
  return toSerial(to) - toSerial(from);
}

function counts<Code extends Conclusion | TaskStatus>(of: Readonly<Record<Code, number>>): readonly { code: Code; count: number }[] {
  return (Object.entries(of) as [Code, number][]).filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }));
}

/** Cells of calculated columns that show #NAME?, and those in which no formula stands any more; rows without a code do not count. */
function health(values: WorkbookValues, spec: WorkbookSpec | undefined): Omit<TrackView["health"], "unlisted"> {
  const calculated = new Map(
    spec?.sheets
      .flatMap((sheet) => sheet.tables)
      .map((table) => [table.key, new Set(table.columns.filter((column) => column.formula).map((column) => column.header))]),
  );
  let nameErrors = 0;
  const overwritten: CellPlace[] = [];
  for (const table of values.tables)
    table.headers.forEach((header, column) => {
      if (!calculated.get(table.key)?.has(header)) return;
      table.rows.forEach((row, rowIndex) => {
        if (row[column] === "#NAME?") nameErrors++;
        const blank = row[0] === null || row[0] === "";
        if (!blank && (table.formulas[rowIndex]?.[column] ?? "") === "")
          overwritten.push({ table: table.key as TableKey, rowIndex, header });
      });
    });
  const [first] = overwritten;
  return { nameErrors, overwritten: overwritten.length, ...(first ? { firstOverwritten: first } : {}) };
}
