import type { Result } from "../result";
import type { CellValue } from "../workbook/formula";
import type { StandingCell, StandingWorkbook } from "../workbook/overlay";
import type { RangeAddress, WorkbookSpec } from "../workbook/workbookSpec";
import { READ_RETRY, runExcel } from "./excelRun";
import { readParts } from "./readParts";
import { cellBytesOf, formulasOf, valuesOf } from "./workbookStore";

/** The used cells of a sheet: `values` and `formulas` start at `row` and `column`. */
interface SheetCells {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly string[])[];
}

interface StandingTable {
  readonly sheet: string;
  readonly area: RangeAddress;
  readonly columns: readonly string[];
}

/**
 * Cells and tables of a book as they stand in the open workbook, to be laid over its spec. Sheets and tables that a person has deleted are left out.
 * A result #NAME? is none: what stands there is a formula whose function this Excel does not know.
 */
export async function readStanding(spec: WorkbookSpec, signal?: AbortSignal): Promise<Result<StandingWorkbook | undefined>> {
  return runExcel(async (context) => {
    const tables = await readTables(context, spec);
    const names = new Set([...spec.sheets.map(({ name }) => name), ...[...tables.values()].map(({ sheet }) => sheet)]);
    const sheets = await readSheets(context, [...names], spec.sheets.find(({ key }) => key === "targets")?.name, signal);
    return { table: (name) => tables.get(name), cell: (sheet, row, column) => cellOf(sheets.get(sheet), row, column) };
  }, READ_RETRY);
}

function cellOf(sheet: SheetCells | undefined, row: number, column: number): StandingCell | undefined {
  if (!sheet) return undefined;
  const value = sheet.values[row - sheet.row]?.[column - sheet.column] ?? null;
  const formula = (sheet.formulas[row - sheet.row]?.[column - sheet.column] ?? "") !== "";
  return { value: formula && value === "#NAME?" ? null : value, formula };
}

async function readTables(context: Excel.RequestContext, spec: WorkbookSpec): Promise<ReadonlyMap<string, StandingTable>> {
  const found = spec.sheets
    .flatMap(({ tables }) => tables)
    .map(({ name }) => {
      const table = context.workbook.tables.getItemOrNullObject(name);
      table.load("name");
      return { name, table };
    });
  await context.sync();
  const read = found
    .filter(({ table }) => !table.isNullObject)
    .map(({ name, table }) => {
      const range = table.getRange();
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      const headers = table.getHeaderRowRange();
      headers.load("values");
      table.worksheet.load("name");
      return { name, table, range, headers };
    });
  await context.sync();
  return new Map(
    read.map(({ name, table, range, headers }) => [
      name,
      {
        sheet: table.worksheet.name,
        area: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
        columns: ((headers.values as unknown[][])[0] ?? []).map(String),
      },
    ]),
  );
}

async function readSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  targets: string | undefined,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, SheetCells>> {
  const used = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const range = sheet.getUsedRangeOrNullObject(true);
    sheet.load("name");
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    return { name, sheet, range };
  });
  await context.sync();
  const there = used.filter(({ sheet, range }) => !sheet.isNullObject && !range.isNullObject);
  const areas = there.map(({ name, range }) => ({
    range,
    rows: range.rowCount,
    columns: range.columnCount,
    cellBytes: cellBytesOf(name === targets ? "targets" : undefined),
  }));
  const read = await readParts(context, areas, "values,formulas", signal);
  return new Map(
    there.map(({ name, range }, index) => [
      name,
      {
        row: range.rowIndex,
        column: range.columnIndex,
        values: read[index]!.flatMap((part) => valuesOf(part.values)),
        formulas: read[index]!.flatMap((part) => formulasOf(part.formulas, part.values)),
      },
    ]),
  );
}
