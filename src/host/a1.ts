import { cellText, columnLetters } from "../workbook/formulaText";
import type { RangeAddress } from "../workbook/workbookSpec";

/** A rectangle in A1 notation, without its sheet: "B2:D9", "B2". */
export function rangeText({ row, column, rows, columns }: RangeAddress): string {
  const first = cellText(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellText(row + rows - 1, column + columns - 1)}`;
}

/** Whole rows, zero-based and inclusive: "3:5". */
export function rowsText(from: number, to: number): string {
  return `${from + 1}:${to + 1}`;
}

/** Whole columns, zero-based and inclusive: "B:D". */
export function columnsText(from: number, to: number): string {
  return `${columnLetters(from)}:${columnLetters(to)}`;
}
