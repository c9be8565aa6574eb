import { createTracking, importPlan } from "../../../src/pipeline";
import type { CalendarDate } from "../../../src/plan/date";
import { seedPlans } from "../../../src/seeds";
import { recalculate } from "../../../src/workbook/calculate/recalculate";
import type { CompileOptions } from "../../../src/workbook/compileOptions";
import { compileWorkbook } from "../../../src/workbook/compileWorkbook";
import { isFormulaCell, type CellSpec } from "../../../src/workbook/formula";
import { cellText } from "../../../src/workbook/formulaText";
import type { WorkbookSpec } from "../../../src/workbook/workbookSpec";
import { emptyPlan, sampleDocument, samplePlan } from "../../support/samplePlan";

jest.setTimeout(120_000);

/** Results of every formula by cell, numbers to 12 digits. */
function resultsOf(spec: WorkbookSpec): ReadonlyMap<string, unknown> {
  const results = new Map<string, unknown>();
  const put = (sheet: string, row: number, column: number, cell: CellSpec): void => {
    if (!isFormulaCell(cell)) return;
    const { result } = cell;
    results.set(`${sheet}!${cellText(row, column)}`, typeof result === "number" ? Number(result.toPrecision(12)) : result);
  };
  for (const { name, blocks, tables } of spec.sheets) {
    for (const { at, cells } of blocks)
      cells.forEach((line, row) => line.forEach((cell, column) => put(name, at.row + row, at.column + column, cell)));
    for (const { at, rows } of tables)
      rows.forEach((line, row) => line.forEach((cell, column) => put(name, at.row + 1 + row, at.column + column, cell)));
  }
  return results;
}

/** Cells whose computed result is not the stored one. */
function differences(spec: WorkbookSpec): readonly string[] {
  const [stored, computed] = [resultsOf(spec), resultsOf(recalculate(spec))];
  expect(computed.size).toBe(stored.size);
  expect(stored.size).toBeGreaterThan(100);
  return [...stored].flatMap(([cell, result]) =>
    Object.is(computed.get(cell), result) || computed.get(cell) === result
      ? []
      : [`${cell}: stored ${JSON.stringify(result)}, computed ${JSON.stringify(computed.get(cell))}`],
  );
}

describe("the results that the engine stored are those that the formulas give", () => {
  test.each([
    ["a new workbook", { asOf: "2024-06-30" as CalendarDate, dialect: "native" }],
    ["a workbook of KPI calls", { asOf: "2024-06-30" as CalendarDate, dialect: "kpi", sample: true }],
    ["a second workbook with figures after the year", { asOf: "2025-01-15" as CalendarDate, dialect: "native", sample: true, book: 2 }],
  ] as readonly [string, CompileOptions][])("in %s", (_what, options) => {
    expect(differences(compileWorkbook(samplePlan, sampleDocument, options))).toEqual([]);
  });

  test("in the workbook of a plan without items", () => {
    expect(differences(compileWorkbook(emptyPlan, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native" }))).toEqual([]);
  });

  test.each(seedPlans.flatMap(({ id }) => [[id, true] as const, [id, false] as const]))(
    "in the workbook of %s, sample %s",
    async (id, sample) => {
      const seed = seedPlans.find((one) => one.id === id)!;
      const { value } = await importPlan({ kind: "text", name: `${id}.txt`, text: seed.text }, { review: seed.review });
      const asOf = `${seed.year ?? 2024}-07-15` as CalendarDate;
      expect(differences(createTracking(value!, { asOf, dialect: "native", sample }))).toEqual([]);
    },
  );
});
