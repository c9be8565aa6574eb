import { createTracking, importPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans } from "../../src/seeds";
import { snapshot } from "../../src/tracking/snapshot";
import { standingGrid } from "../../src/workbench/saveBook";
import { writeSpec } from "../../src/workbench/writeSpec";
import type { CellValue } from "../../src/workbook/formula";
import { readTracking } from "../../src/workbook/readTracking";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { isFileError } from "../../src/xlsx/sheetFile";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { recalculatedXlsx } from "../support/libreOffice";
import { startOfficeHost } from "../support/officeHost";
import { figuresOf, overviewFigures, storedCells, type OverviewCell, type OverviewFigures } from "../support/overviewFigures";
import { valuesOf } from "../support/specValues";

jest.setTimeout(240_000);

/** Cells of Tổng quan of a file, as a spreadsheet program saved them. */
function fileCells(bytes: Uint8Array, sheet: string): OverviewCell {
  const { rows } = readXlsx(bytes).sheets.find(({ name }) => name === sheet)!;
  return (row, column): CellValue => {
    const value = rows.get(row)?.get(column)?.value ?? null;
    return isFileError(value) ? value.error : value;
  };
}

/** Programs add up in an order of their own: a mean may differ in its sixteenth digit, of which Excel shows fifteen; everything else is equal. */
function expectSame(figures: OverviewFigures, engine: OverviewFigures): void {
  const means = (of: OverviewFigures): readonly CellValue[] => [of.meanAttainment, of.onTimeRate];
  means(figures).forEach((value, index) => {
    const own = means(engine)[index]!;
    if (typeof own !== "number") return expect(value).toBe(own);
    expect(Math.abs(Number(value) - own)).toBeLessThanOrEqual(4 * Number.EPSILON);
  });
  expect({ ...figures, meanAttainment: null, onTimeRate: null }).toEqual({ ...engine, meanAttainment: null, onTimeRate: null });
}

describe.each(seedPlans.map((seed) => [seed.id, seed] as const))("Tổng quan of %s with figures of three periods", (_id, seed) => {
  let spec: WorkbookSpec;
  let engine: OverviewFigures;
  const name = (): string => spec.sheets.find(({ key }) => key === "overview")!.name;
  beforeAll(async () => {
    const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
    spec = createTracking(value!, { asOf: `${seed.year}-12-20` as CalendarDate, dialect: "native", sample: true });
    engine = figuresOf(snapshot(readTracking(valuesOf(spec)).value!));
  });

  it("holds the engine's figures to the last digit as it is made", () => {
    expect(overviewFigures(spec, storedCells(spec))).toEqual(engine);
    expect(engine.withData).toBeGreaterThan(0);
  });

  it("holds them when LibreOffice has computed the file", async () => {
    const computed = await recalculatedXlsx(toXlsx(spec));
    expectSame(overviewFigures(spec, fileCells(computed, name())), engine);
  });

  it("holds them when the grid has computed the book", async () => {
    const office = await startOfficeHost();
    try {
      writeSpec(office.host.book, spec);
      await office.host.grid.settle();
      expect(await office.errors()).toEqual([]);
      const grid = standingGrid(office.host.book);
      const cell: OverviewCell = (row, column) => grid.cell(name(), row, column)?.value ?? null;
      expectSame(overviewFigures(spec, cell), engine);
    } finally {
      await office.close();
    }
  });
});
