import { KPI_GRID_FUNCTIONS } from "../../src/workbench/univer/kpiFunctions";
import { Grid } from "../../src/workbench/univer/grid";
import { startHeadless } from "../../src/workbench/univer/headless";
import type { Formula } from "../../src/workbook/formula";
import { lookupOf, MAX_FORMULA_LENGTH, printFormula } from "../../src/workbook/formulaText";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { atRow, caseRows, inputsOf, kpiColumns, type InputCell } from "../support/kpiCases";

const NO_NAMES = { sheet: (key: string) => key, table: (key: string) => key, name: (key: string) => key };
const columns = kpiColumns();

test("generated sheets hold the KPI calls that the switch is about", () => {
  expect(columns.map(({ table, header }) => `${table}: ${header}`)).toEqual(
    expect.arrayContaining([
      "targets: Kết luận",
      "targets: Tỷ lệ hoàn thành",
      "targets: Diễn giải",
      "tasks: Trạng thái",
      "reports: Trạng thái",
    ]),
  );
});

test("every native formula fits into a cell, also in a second book", () => {
  const spec = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-06-30" as never, dialect: "native", book: 2 });
  const context = { dialect: "native", target: "file", lookup: lookupOf(spec) } as const;
  for (const { header, formula } of columns) {
    expect([header, printFormula(formula, context).length <= MAX_FORMULA_LENGTH - 100]).toEqual([header, true]);
    expect(depthOf(printFormula(formula, context))).toBeLessThanOrEqual(64);
  }
});

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const letter of text.replace(/"[^"]*"/gu, "")) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** Generated rows of a table. */
const rowsOf = (table: string): number => (table === "targets" ? 500 : 800);

describe("KPI calls and their native formulas agree in the grid", () => {
  test("on at least 5,000 cases", () => {
    expect(columns.reduce((sum, { table }) => sum + rowsOf(table), 0)).toBeGreaterThanOrEqual(5000);
  });

  test.each([...new Set(columns.map(({ table }) => table))])(
    "table %s",
    async (table) => {
      const own = columns.filter((column) => column.table === table);
      const inputs = [...new Set(own.flatMap(({ formula }) => inputsOf(formula)))].filter(
        (key) => !own.some(({ header }) => key === `${table}|${header}`),
      );
      const rows = caseRows(inputs, rowsOf(table), 20240630);
      const grid = new Grid(startHeadless(KPI_GRID_FUNCTIONS));
      try {
        const print = (formula: Formula, row: number, dialect: "kpi" | "native"): string => {
          const offset = inputs.length + (dialect === "kpi" ? 0 : own.length);
          const cellOf = (key: string): { row: number; column: number } => {
            const input = inputs.indexOf(key);
            return { row, column: input >= 0 ? input : offset + own.findIndex(({ header }) => key === `${table}|${header}`) };
          };
          return `=${printFormula(atRow(formula, cellOf), { dialect, target: "sheet", lookup: NO_NAMES })}`;
        };
        grid.writeCells(
          "s1",
          { row: 0, column: 0 },
          rows.map((row, index) => [
            ...row.map(cellData),
            ...own.map(({ formula }) => ({ f: print(formula, index, "kpi") })),
            ...own.map(({ formula }) => ({ f: print(formula, index, "native") })),
          ]),
        );
        await grid.settle();
        const wrong: string[] = [];
        rows.forEach((row, index) =>
          own.forEach(({ header }, position) => {
            const kpi = grid.cell("s1", index, inputs.length + position)?.v;
            const native = grid.cell("s1", index, inputs.length + own.length + position)?.v;
            if (!same(kpi, native))
              wrong.push(
                `${header}: kpi ${JSON.stringify(kpi)} native ${JSON.stringify(native)} ← ${JSON.stringify(Object.fromEntries(inputs.map((key, at) => [key, row[at]])))}`,
              );
          }),
        );
        expect(wrong.slice(0, 12)).toEqual([]);
      } finally {
        await grid.dispose();
      }
    },
    600_000,
  );
});

function cellData(value: InputCell): { v: string | number | boolean } | { f: string } | null {
  if (value === null) return null;
  return typeof value === "object" ? { f: `=${value.formula}` } : { v: value };
}

function same(kpi: unknown, native: unknown): boolean {
  if (typeof kpi === "number" && typeof native === "number") return Math.abs(kpi - native) <= 1e-7 * Math.max(1, Math.abs(kpi));
  return (kpi ?? "") === (native ?? "");
}
