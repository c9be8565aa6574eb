import { addRow, changeRow } from "../host/enterRow";
import type { EnteredRow, RowCells } from "../host/enterRow";
import { toSerial } from "../plan/date";
import type { CalendarDate } from "../plan/date";
import type { Result } from "../result";
import { actualOf } from "../tracking/cellValue";
import { FIGURE_KIND_LABELS, FIGURE_STATE_LABELS } from "../tracking/labels";
import { NOT_ARISING } from "../tracking/periodData";
import type { FigureKind } from "../tracking/periodData";
import type { CellValue } from "../workbook/formula";
import { COLUMNS } from "../workbook/names";
import { NUMBER_FORMATS } from "../workbook/styles";
import { formatsOf } from "../workbook/targetModel";
import type { PeriodFigure } from "./periodFigures";
import { rowOfPeriod } from "./periodFigures";
import type { RowDetail } from "./rowDetail";

/** What a person enters for the selected row: one cell of it, or the figure of a period. */
export type RowInput =
  | { readonly kind: "cell"; readonly value: CellValue }
  | {
      readonly kind: "period";
      readonly period: string;
      readonly reporter: string;
      /** The figure itself, or numerator and denominator instead of it. */
      readonly typed: CellValue;
      readonly numerator: number | null;
      readonly denominator: number | null;
      readonly certainty: FigureKind;
    };

const F = COLUMNS.figures;

/**
 * Writes an entry: a hand value or a day into its own row; a figure of a period into the row that stands for it in Số liệu theo kỳ, or into a new
 * row below. `today` is the day of the entry, on which the figure was received.
 */
export async function writeInput(
  book: number,
  row: RowDetail,
  input: RowInput,
  today: CalendarDate,
): Promise<Result<EnteredRow | undefined>> {
  const { entry } = row;
  if (input.kind === "cell") {
    const holds = { [COLUMNS[row.table].id]: row.code };
    return changeRow(book, { table: row.table, index: row.rowIndex, holds }, { [entry.header]: input.value }, today);
  }
  if (entry.kind !== "figure" || !entry.periods) return { value: undefined, messages: [] };
  const standing = rowOfPeriod(entry.periods, input.period, input.reporter);
  const cells = figureCells(input, standing, today);
  const holds = { [F.target]: row.code, [F.period]: input.period };
  if (standing) return changeRow(book, { table: "figures", index: standing.index, holds }, cells, today);
  const added = { ...holds, ...(input.reporter ? { [F.reporter]: input.reporter } : {}), ...cells };
  const format = NUMBER_FORMATS[formatsOf(entry.facts).figure];
  const formats = { [F.typed]: format, [F.value]: format, [F.before]: format };
  return addRow(book, { table: "figures", cells: added, holds, formats }, today);
}

/** Cells of a row of tblSoLieu for an entry; the day of receipt is written once. */
export function figureCells(
  { typed, numerator, denominator, certainty }: Extract<RowInput, { kind: "period" }>,
  standing: PeriodFigure | undefined,
  today: CalendarDate,
): RowCells {
  const none = typed === null && numerator === null && denominator === null;
  const arose = !(typeof typed === "string" && actualOf(typed).state === "not-arising");
  const state = none ? null : arose ? FIGURE_STATE_LABELS.received : NOT_ARISING;
  return {
    [F.numerator]: numerator,
    [F.denominator]: denominator,
    [F.typed]: arose ? typed : null,
    [F.kind]: none ? null : FIGURE_KIND_LABELS[certainty],
    [F.state]: state,
    ...(none || standing?.received ? {} : { [F.received]: toSerial(today) }),
  };
}
