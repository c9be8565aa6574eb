import type { CalendarDate } from "../plan/date";
import type { Goal } from "../plan/goal";
import type { Plan } from "../plan/plan";
import { wordsOf } from "../review/quotes";
import type { Source, TextDocument } from "../text/textDocument";
import { isBlank, textOf } from "../tracking/cellValue";
import { explain } from "../tracking/explain";
import type { TargetFacts, TaskStatus } from "../tracking/evaluation";
import { snapshot } from "../tracking/snapshot";
import type { RowPlace } from "../tracking/trackingData";
import type { TargetPace } from "../tracking/targetPace";
import { comparable } from "../tracking/labels";
import type { CellValue } from "../workbook/formula";
import { COLUMNS } from "../workbook/names";
import { decodeState } from "../workbook/planState";
import { readTracking } from "../workbook/readTracking";
import type { WorkbookValues } from "../workbook/workbookValues";
import { periodFigures } from "./periodFigures";
import type { PeriodFigures } from "./periodFigures";

/** One row of a book as the pane shows it while it is selected in the sheet. */
export interface RowDetail {
  readonly table: "targets" | "tasks" | "reports";
  /** Zero-based data row. */
  readonly rowIndex: number;
  readonly sheet: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly code: string;
  readonly title: string;
  /** Lead agency or reporter; "" when none is named. */
  readonly lead: string;
  /** Words of the plan; "" for a row that a person added. */
  readonly quote: string;
  /** The goal as the plan sets it; absent for rows that are not of the plan. */
  readonly goal?: { readonly goal: Goal; readonly unit: string; readonly baselineYear?: number };
  /** Sentence of the engine on a target; the words of the sheets, so always Vietnamese. */
  readonly explanation?: string;
  /** How a target stands before its horizon. */
  readonly pace?: TargetPace;
  readonly status?: TaskStatus;
  readonly due?: CalendarDate;
  /** Ngày xét. */
  readonly asOf: CalendarDate;
  readonly entry: RowEntry;
}

/** What can be entered for a row from the pane, and what stands there now. */
export type RowEntry =
  | {
      readonly kind: "figure";
      /** Column of the hand value. */
      readonly header: string;
      readonly facts: TargetFacts;
      /** The hand value; it goes before the figures of periods. */
      readonly value: CellValue;
      /** Absent in a book without period data. */
      readonly periods?: PeriodFigures;
    }
  | { readonly kind: "day"; readonly header: string; readonly value?: CalendarDate };

/** The row of a table that holds a code; undefined where none does. */
export function rowOfCode(values: WorkbookValues, table: RowDetail["table"], code: string): RowDetail | undefined {
  const found = values.tables.find(({ key }) => key === table);
  const column = found?.headers.indexOf(COLUMNS[table].id) ?? -1;
  const index = found?.rows.findIndex((row) => comparable(String(row[column] ?? "")) === comparable(code)) ?? -1;
  return found && column >= 0 && index >= 0 ? rowDetail(values, found.sheetName, `A${found.firstRow + index + 1}`) : undefined;
}

/**
 * The row of a book in which a selection begins; undefined where no row of ours stands. A row of Số liệu theo kỳ shows its target, with its own
 * period offered first. `address` is A1 notation without the sheet.
 */
export function rowDetail(values: WorkbookValues, sheet: string, address: string): RowDetail | undefined {
  const first = /^\$?[A-Z]{1,3}\$?(\d{1,7})(?::|$)/.exec(address);
  const { value: data } = readTracking(values);
  if (!first || !data) return undefined;
  const row = Number(first[1]) - 1;
  const isHere = (place: RowPlace): boolean => place.row === row && place.sheetName === sheet;
  const state = decodeState(values.state).value;
  const quoteOf = (source: Source | undefined): string => (source && state ? quoted(source, state.document) : "");
  const shot = snapshot(data);

  const { asOf } = data;
  const figure = data.figures.find(({ place }) => isHere(place));
  const target = figure
    ? shot.targets.find(({ target: { code } }) => comparable(code) === comparable(figure.target))
    : shot.targets.find(({ target: { place } }) => isHere(place));
  if (target) {
    const { facts, actual, code, name, lead, place, unit } = target.target;
    const own = periodFigures(values, data, target.target);
    const periods = own && figure?.period ? { ...own, view: figure.period.code } : own;
    const planned = state?.plan.targets.find(({ id }) => id === code);
    return {
      ...placed("targets", place),
      code,
      title: name,
      lead,
      quote: quoteOf(planned?.source),
      ...(planned ? { goal: goalOf(planned) } : {}),
      explanation: explain(facts, actual, target.evaluation, { unit }),
      pace: target.pace,
      asOf,
      entry: {
        kind: "figure",
        header: COLUMNS.targets.hand,
        facts,
        value: cellOf(values, place, COLUMNS.targets.hand),
        ...(periods ? { periods } : {}),
      },
    };
  }
  const task = shot.tasks.find(({ item: { place } }) => isHere(place));
  if (task) {
    const { code, name, lead, place, done, deadline, extended } = task.item;
    const due = extended ?? deadline;
    return {
      ...placed("tasks", place),
      code,
      title: name,
      lead,
      quote: quoteOf(state?.plan.tasks.find(({ id }) => id === code)?.source),
      status: task.status,
      asOf,
      ...(due ? { due } : {}),
      entry: { kind: "day", header: COLUMNS.tasks.done, ...(done ? { value: done } : {}) },
    };
  }
  const report = data.reports.find(({ place }) => isHere(place));
  if (!report) return undefined;
  const duty = state?.plan.reportDuties.find(({ id }) => report.code === id || report.code.startsWith(`${id}.`));
  return {
    ...placed("reports", report.place),
    code: report.code,
    title: report.name,
    asOf,
    lead: report.reporter,
    quote: quoteOf(duty?.source),
    ...(report.lastDay ? { due: report.lastDay } : {}),
    entry: { kind: "day", header: COLUMNS.reports.sent, ...(report.sent ? { value: report.sent } : {}) },
  };
}

function placed(table: RowDetail["table"], place: RowPlace): Pick<RowDetail, "table" | "rowIndex" | "sheet" | "row"> {
  return { table, rowIndex: place.index, sheet: place.sheetName, row: place.row + 1 };
}

function goalOf({ goal, unit, baselineYear }: Plan["targets"][number]): RowDetail["goal"] & object {
  return { goal, unit, ...(baselineYear === undefined ? {} : { baselineYear }) };
}

function quoted(source: Source, document: TextDocument): string {
  return wordsOf(source, document).text;
}

function cellOf(values: WorkbookValues, place: RowPlace, header: string): CellValue {
  const table = values.tables.find(({ key }) => key === place.table);
  const column = table?.headers.findIndex((text) => text.normalize("NFC").trim() === header) ?? -1;
  const value = column < 0 ? null : (table!.rows[place.index]?.[column] ?? null);
  return isBlank(value) ? null : typeof value === "string" ? textOf(value) : value;
}
