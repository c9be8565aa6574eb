import { isBlank } from "../tracking/cellValue";
import { comparable } from "../tracking/labels";
import type { Aggregation } from "../tracking/labels";
import { judgeRows } from "../tracking/periodData";
import type { FigureKind, FigureState, RowFigure, RowUse } from "../tracking/periodData";
import type { TrackedTarget, TrackingData } from "../tracking/trackingData";
import type { CellValue } from "../workbook/formula";
import { periodChoices } from "./periodChoices";
import type { PeriodChoice } from "./periodChoices";
import type { WorkbookValues } from "../workbook/workbookValues";

/** A row of Số liệu theo kỳ that is about the selected target. */
export interface PeriodFigure {
  /** Zero-based data row of tblSoLieu. */
  readonly index: number;
  /** Code of its period. */
  readonly period: string;
  readonly reporter: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What was typed as the value. */
  readonly typed: CellValue;
  /** What the row says: a number, words, "" for nothing yet. */
  readonly figure: RowFigure;
  readonly kind?: FigureKind;
  readonly state?: FigureState;
  readonly received: boolean;
  readonly locked: boolean;
  /** What it is to the result at Kỳ đang xem. */
  readonly use: RowUse;
}

/** Figures of a target over periods, and how more are entered. */
export interface PeriodFigures {
  /** Period that is offered first. */
  readonly view: string;
  readonly choices: readonly PeriodChoice[];
  /** Who reports a new row: the lead agency. */
  readonly reporter: string;
  /** Gathered from numerators and denominators. */
  readonly ratio: boolean;
  /** In the order of the sheet. */
  readonly rows: readonly PeriodFigure[];
}

/** Figures of a target in a book that keeps period data; undefined in one that does not. */
export function periodFigures(values: WorkbookValues, data: TrackingData, target: TrackedTarget): PeriodFigures | undefined {
  const choices = periodChoices(values);
  if (!values.tables.some(({ key }) => key === "figures") || choices.length === 0) return undefined;
  const own = data.figures.filter((figure) => comparable(figure.target) === comparable(target.code));
  const method: Aggregation = target.method;
  const judged = judgeRows(own, data.view?.period, () => method);
  return {
    view: data.view?.period.code ?? "",
    choices,
    reporter: target.lead,
    ratio: method === "ratio",
    rows: own.map((row, index): PeriodFigure => {
      const { figure, use } = judged[index]!;
      return {
        index: row.place.index,
        period: row.period?.code ?? "",
        reporter: row.reporter,
        numerator: row.numerator ?? null,
        denominator: row.denominator ?? null,
        typed: isBlank(row.typed) ? null : (row.typed as CellValue),
        figure,
        ...(row.kind ? { kind: row.kind } : {}),
        ...(row.state ? { state: row.state } : {}),
        received: row.received !== null,
        locked: row.locked,
        use,
      };
    }),
  };
}

/** The row into which an entry for a period goes: the last one of who reports; undefined where a new row is needed. */
export function rowOfPeriod({ rows }: PeriodFigures, period: string, reporter: string): PeriodFigure | undefined {
  return rows.filter((row) => row.period === period && comparable(row.reporter) === comparable(reporter)).at(-1);
}

/** Who reports a target in a period, the one offered first before the others. */
export function reportersOf({ rows, reporter }: PeriodFigures, period: string): readonly string[] {
  const named = [...new Set(rows.filter((row) => row.period === period).map((row) => row.reporter))];
  if (named.length === 0) return [reporter];
  return named.includes(reporter) ? [reporter, ...named.filter((name) => name !== reporter)] : named;
}

/** Rows worth telling of: those that say something, and those that have closed without a figure; the latest period first. */
export function historyOf({ rows, choices }: PeriodFigures, asOf: string): readonly PeriodFigure[] {
  const ends = new Map(choices.map(({ code, to }) => [code, to ?? ""]));
  const starts = new Map(choices.map(({ code, from }) => [code, from ?? ""]));
  const end = ({ period }: PeriodFigure): string => ends.get(period) ?? "";
  const start = ({ period }: PeriodFigure): string => starts.get(period) ?? "";
  return rows
    .filter((row) => row.figure !== "" || row.state !== undefined || (end(row) !== "" && end(row) <= asOf))
    .sort((a, b) => end(b).localeCompare(end(a)) || start(a).localeCompare(start(b)) || b.index - a.index);
}
