import { isFormulaCell, type CellSpec, type CellValue } from "../../src/workbook/formula";
import { lookupOf, printFormula } from "../../src/workbook/formulaText";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import type { WorkbookValues } from "../../src/workbook/workbookValues";

/** What a reader would find in the workbook that a spec makes, with cells replaced where `typed` says so. */
export function valuesOf(
  spec: WorkbookSpec,
  typed: (table: string, header: string, row: number) => CellValue | undefined = () => undefined,
): WorkbookValues {
  const lookup = lookupOf(spec);
  const value = (cell: CellSpec): CellValue => (isFormulaCell(cell) ? cell.result : cell);
  return {
    state: spec.state,
    names: Object.fromEntries(
      spec.names.map(({ key, refersTo }) => {
        if ("formula" in refersTo) return [key, refersTo.formula.kind === "literal" ? refersTo.formula.value : null];
        const { row, column } = refersTo.range;
        const table = spec.sheets
          .find((sheet) => sheet.key === refersTo.sheet)!
          .tables.find(({ at, columns }) => column >= at.column && column < at.column + columns.length)!;
        return [key, value(table.rows[row - table.at.row - 1]![column - table.at.column]!)];
      }),
    ),
    tables: spec.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => ({
        key: table.key,
        sheetName: sheet.name,
        firstRow: table.at.row + 1,
        firstColumn: table.at.column,
        headers: table.columns.map(({ header }) => header),
        rows: table.rows.map((cells, row) =>
          cells.map((cell, place) => typed(table.key, table.columns[place]!.header, row) ?? value(cell)),
        ),
        formulas: table.rows.map((cells) =>
          cells.map((cell) =>
            isFormulaCell(cell) ? `=${printFormula(cell.formula, { dialect: "native", target: "sheet", lookup })}` : "",
          ),
        ),
      })),
    ),
  };
}
