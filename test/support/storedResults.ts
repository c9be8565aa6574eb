import { calendarDate, toSerial } from "../../src/plan/date";
import { toXlsx } from "../../src/render/toXlsx";
import { isFormulaCell } from "../../src/workbook/formula";
import { cellText } from "../../src/workbook/formulaText";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { lintXlsx } from "../../src/xlsx/lint";
import { recalculatedSheets } from "./libreOffice";

/** Differences between the stored results of a workbook and what LibreOffice computes. */
export async function differencesOf(spec: WorkbookSpec): Promise<readonly string[]> {
  const bytes = toXlsx(spec);
  expect(lintXlsx(bytes)).toEqual([]);
  const computed = await recalculatedSheets(bytes);
  const found: string[] = [];
  const check = (sheet: string, row: number, column: number, stored: unknown): void => {
    const text = computed.get(sheet)?.[row]?.[column] ?? "";
    const same =
      typeof stored === "number"
        ? text !== "" && Math.abs(numberIn(text) - stored) <= 1e-9 * Math.max(1, Math.abs(stored))
        : text === String(stored ?? "");
    if (!same) found.push(`${sheet}!${cellText(row, column)}: stored ${String(stored)}, computed ${text}`);
  };
  let count = 0;
  for (const sheet of spec.sheets) {
    for (const { at, rows, columns } of sheet.tables) {
      rows.forEach((cells, row) =>
        cells.forEach((cell, column) => {
          if (!isFormulaCell(cell)) return;
          count += 1;
          check(sheet.name, at.row + 1 + row, at.column + column, cell.result);
        }),
      );
      expect(columns.length).toBeGreaterThan(0);
    }
    for (const { at, cells } of sheet.blocks)
      cells.forEach((line, row) =>
        line.forEach((cell, column) => {
          if (!isFormulaCell(cell)) return;
          count += 1;
          check(sheet.name, at.row + row, at.column + column, cell.result);
        }),
      );
  }
  expect(count).toBeGreaterThan(100);
  return found;
}

/** LibreOffice's CSV spells shares as "80%" and days as "05/31/2024". */
function numberIn(text: string): number {
  const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  if (day) return toSerial(calendarDate(Number(day[3]), Number(day[1]), Number(day[2]))!);
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}
