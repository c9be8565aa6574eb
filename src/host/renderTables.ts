import { isFormulaCell, type CellSpec, type CellValue } from "../workbook/formula";
import { tableRange } from "../workbook/layout";
import type { CellAddress, SheetSpec, TableSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";
import { cellInput } from "./cellInput";
import { BLOCK_BYTES, packed, step, weigh, type Step } from "./requests";
import type { SpecPrinter } from "./specPrinter";

type Input = string | number | boolean | null;

/** Values of blocks and tables, then the tables over them. Formulas come later: they may name tables of sheets that are not there yet. */
export function renderValues(sheet: SheetSpec): readonly Step[] {
  return [
    ...sheet.blocks.flatMap(({ at, cells }) => valueSteps(sheet, at, cells)),
    ...sheet.tables.flatMap((table) => tableSteps(sheet, table)),
  ];
}

/** Formulas of blocks and calculated columns. */
export function renderFormulas(sheet: SheetSpec, printer: SpecPrinter): readonly Step[] {
  return [
    ...sheet.blocks.flatMap(({ at, cells }) => formulaSteps(sheet, at, cells, printer)),
    ...sheet.tables.flatMap((table) => columnSteps(sheet, table, printer)),
  ];
}

function valueSteps(sheet: SheetSpec, at: CellAddress, cells: readonly (readonly CellSpec[])[]): Step[] {
  const rows = cells.map((line) => line.map((cell) => (isFormulaCell(cell) ? null : cellInput(cell))));
  return blockSteps(sheet, at, rows, "values");
}

/** One step a run of rows, so that no step is heavier than a request. */
function blockSteps(sheet: SheetSpec, at: CellAddress, cells: readonly (readonly Input[])[], what: "values" | "formulas"): Step[] {
  let row = at.row;
  return packed(cells, weigh, BLOCK_BYTES).flatMap((rows) => {
    const first = row;
    row += rows.length;
    const columns = rows[0]?.length ?? 0;
    if (columns === 0 || rows.every((line) => line.every((cell) => cell === null))) return [];
    // The client sends ranges of more than 1,500 cells in parts; each part weighs some actions.
    const parts = 4 + 3 * Math.ceil((rows.length * columns) / 1500);
    return [
      step(parts, rows, ({ workbook }) => {
        const range = workbook.worksheets.getItem(sheet.name).getRangeByIndexes(first, at.column, rows.length, columns);
        range[what] = rows.map((line) => [...line]);
      }),
    ];
  });
}

function tableSteps(sheet: SheetSpec, table: TableSpec): Step[] {
  const { row, column } = table.at;
  const body = table.rows.map((line) =>
    line.map((cell, index) => (isFormulaCell(cell) || table.columns[index]?.formula ? null : cellInput(cell))),
  );
  const headers = [table.columns.map(({ header }) => cellInput(header))];
  const create = step(10, table.name, ({ workbook }) => {
    const made = workbook.worksheets.getItem(sheet.name).tables.add(rangeText(tableRange(table)), true);
    made.name = table.name;
    made.style = table.tableStyle;
    made.showBandedRows = false;
    made.showFilterButton = table.showFilter;
  });
  return [...blockSteps(sheet, { row, column }, headers, "values"), ...blockSteps(sheet, { row: row + 1, column }, body, "values"), create];
}

function formulaSteps(sheet: SheetSpec, at: CellAddress, cells: readonly (readonly CellSpec[])[], printer: SpecPrinter): Step[] {
  const rows = cells.map((line) => line.map((cell) => (isFormulaCell(cell) ? printer.formula(cell.formula) : null)));
  return blockSteps(sheet, at, rows, "formulas");
}

/** A calculated column is set as one formula for all its cells: Excel keeps it for rows that are added. */
function columnSteps(sheet: SheetSpec, table: TableSpec, printer: SpecPrinter): Step[] {
  return table.columns.flatMap(({ formula }, index) => {
    const at = { row: table.at.row + 1, column: table.at.column + index };
    if (!formula)
      return formulaSteps(
        sheet,
        at,
        table.rows.map((line) => [line[index] ?? null]),
        printer,
      );
    const text = printer.formula(formula);
    const typedOver = table.rows.map((line) => [isFormulaCell(line[index] ?? null) ? null : cellInput(line[index] as CellValue)]);
    return [
      step(4, text, ({ workbook }) => {
        const range = workbook.worksheets.getItem(sheet.name).getRangeByIndexes(at.row, at.column, table.rows.length, 1);
        fill(range, text);
      }),
      ...blockSteps(sheet, at, typedOver, "values"),
    ];
  });
}

/** Sets one formula for all cells of a range: Range.formulas takes a single value, although its type does not say so. */
export function fill(range: Excel.Range, formula: string): void {
  (range as unknown as { formulas: string }).formulas = formula;
}
