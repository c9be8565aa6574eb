import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import type { Snapshot } from "../../src/tracking/snapshot";
import { isFormulaCell, type CellValue } from "../../src/workbook/formula";
import { OVERVIEW_WORDS } from "../../src/workbook/sheets/words";
import { WORDS } from "../../src/workbook/words";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";

/** Value of a cell of Tổng quan, wherever the book stands. */
export type OverviewCell = (row: number, column: number) => CellValue;

/** What Tổng quan says, read off its cells. */
export interface OverviewFigures {
  readonly met: CellValue;
  readonly withData: CellValue;
  readonly meanAttainment: CellValue;
  readonly onTimeRate: CellValue;
  readonly overdueTasks: CellValue;
  readonly reportsDueSoon: CellValue;
  readonly byConclusion: readonly CellValue[];
  readonly byStatus: readonly CellValue[];
  /** Codes of the lists of ten. */
  readonly longestOverdue: readonly CellValue[];
  readonly atRisk: readonly CellValue[];
}

/** The stored results on Tổng quan of a spec. */
export function storedCells(spec: WorkbookSpec): OverviewCell {
  const cells = new Map<string, CellValue>();
  for (const { at, cells: lines } of spec.sheets.find(({ key }) => key === "overview")!.blocks)
    lines.forEach((line, row) =>
      line.forEach((cell, column) => cells.set(`${at.row + row}:${at.column + column}`, isFormulaCell(cell) ? cell.result : cell)),
    );
  return (row, column) => cells.get(`${row}:${column}`) ?? null;
}

/** Reads the figures off the cells; the spec tells where they stand. */
export function overviewFigures(spec: WorkbookSpec, cell: OverviewCell): OverviewFigures {
  const { blocks } = spec.sheets.find(({ key }) => key === "overview")!;
  const place = (label: string, from = 0): { row: number; column: number } =>
    blocks.find(({ cells, at }) => cells[0]![0] === label && at.column >= from)!.at;
  const below = (label: string): CellValue => {
    const { row, column } = place(label);
    return cell(row + 1, column);
  };
  const counts = (title: string, labels: readonly string[], column: number): readonly CellValue[] => {
    const { row } = place(title);
    return labels.map((_label, index) => cell(row + 2 + index, column));
  };
  const codes = (title: string): readonly CellValue[] => {
    const { row } = place(title);
    return Array.from({ length: 10 }, (_, index) => cell(row + 2 + index, 0)).filter((code) => code !== null && code !== "");
  };
  return {
    met: below(WORDS.tileMet),
    withData: below(WORDS.tileData),
    meanAttainment: below(WORDS.tileMean),
    onTimeRate: below(WORDS.tileOnTime),
    overdueTasks: below(WORDS.tileOverdue),
    reportsDueSoon: below(WORDS.tileReports),
    byConclusion: counts(WORDS.byConclusion, Object.values(CONCLUSION_LABELS), 3),
    byStatus: counts(WORDS.byStatus, Object.values(TASK_STATUS_LABELS), 10),
    longestOverdue: codes(OVERVIEW_WORDS.longestOverdue),
    atRisk: codes(OVERVIEW_WORDS.atRisk),
  };
}

/** The same figures as the engine has them. */
export function figuresOf(shot: Snapshot): OverviewFigures {
  const tasks = shot.overdue.filter(({ item }) => !("reporter" in item));
  return {
    met: shot.met,
    withData: shot.withData,
    meanAttainment: shot.meanAttainment ?? "–",
    onTimeRate: shot.onTimeRate ?? "–",
    overdueTasks: shot.byStatus.overdue,
    reportsDueSoon: shot.byReportStatus["due-soon"],
    byConclusion: Object.values(shot.byConclusion),
    byStatus: Object.values(shot.byStatus),
    longestOverdue: tasks.slice(0, 10).map(({ item }) => item.code),
    atRisk: shot.atRisk.slice(0, 10).map(({ target }) => target.code),
  };
}
