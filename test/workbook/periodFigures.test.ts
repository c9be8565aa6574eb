import fc from "fast-check";
import type { CalendarDate } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { actualOf } from "../../src/tracking/cellValue";
import { AGGREGATION_LABELS, FIGURE_KIND_LABELS, FIGURE_STATE_LABELS, WARNING_LABELS } from "../../src/tracking/labels";
import { judgeRows, periodResult, type RowUse } from "../../src/tracking/periodData";
import { snapshot } from "../../src/tracking/snapshot";
import type { TrackingData } from "../../src/tracking/trackingData";
import { standingGrid } from "../../src/workbench/saveBook";
import { writeSpec } from "../../src/workbench/writeSpec";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import type { CellSpec, CellValue } from "../../src/workbook/formula";
import { COLUMNS, INFO_ITEMS } from "../../src/workbook/names";
import { overlay } from "../../src/workbook/overlay";
import { readTracking } from "../../src/workbook/readTracking";
import type { TableSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import type { WorkbookValues } from "../../src/workbook/workbookValues";
import { recalculatedXlsx } from "../support/libreOffice";
import { startOfficeHost } from "../support/officeHost";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { valuesOf } from "../support/specValues";

jest.setTimeout(120_000);

const F = COLUMNS.figures;
const T = COLUMNS.targets;
const book = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-11-20" as CalendarDate, dialect: "native" });
const codes = samplePlan.targets.map(({ id }) => id).slice(0, 10);
const tableOf = (key: string): TableSpec => book.sheets.flatMap(({ tables }) => tables).find((table) => table.key === key)!;
const periods = tableOf("periods").rows.map(([code]) => code as string);

/** Input cells of a row of tblSoLieu, as a person may fill them, nonsense included. */
const inputs: fc.Arbitrary<Readonly<Record<string, CellValue>>> = fc.record({
  [F.target]: fc.constantFrom(...codes, "ct-01", "CT-77"),
  [F.period]: fc.oneof({ arbitrary: fc.constantFrom(...periods), weight: 12 }, { arbitrary: fc.constantFrom(null, "quý I"), weight: 1 }),
  [F.reporter]: fc.constantFrom(null, null, "Phòng A", "Phòng B", "phòng b"),
  [F.numerator]: fc.constantFrom(null, 0, 3, 4.5, 9),
  [F.denominator]: fc.constantFrom(null, 0, 10, 10, 12),
  [F.typed]: fc.constantFrom<CellValue>(null, null, 0, 0.25, 0.8, 1, 7, 12.5, -2, "Khá", "-", "không phát sinh"),
  [F.kind]: fc.constantFrom(null, ...Object.values(FIGURE_KIND_LABELS)),
  [F.state]: fc.constantFrom(null, null, null, ...Object.values(FIGURE_STATE_LABELS)),
});
const rows = fc.sample(inputs, { numRuns: 160, seed: 9 });
const methods = fc.sample(fc.constantFrom(null, ...Object.values(AGGREGATION_LABELS)), { numRuns: samplePlan.targets.length, seed: 5 });

/** The book with those rows, ways to gather and period viewed; nothing is computed yet. */
function filled(view: string): WorkbookSpec {
  const cellsOf = (table: TableSpec, typed: (header: string, old: CellSpec, row: number) => CellSpec): TableSpec => ({
    ...table,
    rows: table.rows.map((line, row) => line.map((cell, place) => typed(table.columns[place]!.header, cell, row))),
  });
  const tables: Readonly<Record<string, (table: TableSpec) => TableSpec>> = {
    figures: (table) => ({
      ...table,
      rows: rows.map((row) =>
        table.columns.map(({ header, formula }): CellSpec => (formula ? { formula, result: "" } : (row[header] ?? null))),
      ),
    }),
    targets: (table) => cellsOf(table, (header, old, row) => (header === T.aggregation ? methods[row]! : old)),
    info: (table) => ({
      ...table,
      rows: table.rows.map((line) => (line[0] === INFO_ITEMS.view ? [line[0], view, ...line.slice(2)] : line)),
    }),
  };
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => tables[table.key]?.(table) ?? table) })),
  };
}

const USES: Readonly<Record<RowUse, CellValue>> = { counted: "Có", "not-arising": "Không phát sinh", unused: "" };
const column = (values: WorkbookValues, key: string, header: string): readonly CellValue[] => {
  const table = values.tables.find((one) => one.key === key)!;
  return table.rows.map((row) => row[table.headers.indexOf(header)] ?? "");
};
const close = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);

/** What the engine makes of the rows that stand in a workbook, beside what its formulas gave. */
function compare(values: WorkbookValues): void {
  const { value: data } = readTracking(values);
  const methodOf = (code: string) => data!.targets.find((target) => target.code.toLowerCase() === code.toLowerCase())?.method ?? "last";
  const judged = judgeRows(data!.figures, data!.view?.period, methodOf);
  expect(column(values, "figures", F.value).map(close)).toEqual(judged.map(({ figure }) => close(figure)));
  expect(column(values, "figures", F.inView)).toEqual(judged.map(({ inView }) => USES[inView]));
  expect(column(values, "figures", F.use)).toEqual(judged.map(({ use }) => USES[use]));
  const results = data!.targets.map(({ code, method }) => periodResult(judged, code, method));
  expect(column(values, "targets", T.actual).map(close)).toEqual(results.map(({ value }) => close(value)));
  expect(column(values, "targets", T.figureKind)).toEqual(results.map(({ kind }) => (kind ? FIGURE_KIND_LABELS[kind] : "")));
  expect(new Set(judged.map(({ use }) => use)).size).toBe(3);
  comparePace(values, data!);
}

function comparePace(values: WorkbookValues, data: TrackingData): void {
  const paces = snapshot(data).targets.map(({ pace }) => pace);
  expect(column(values, "targets", T.expected).map(close)).toEqual(paces.map(({ expected }) => close(expected ?? "")));
  expect(column(values, "targets", T.gap).map(close)).toEqual(paces.map(({ gap }) => close(gap ?? "")));
  expect(column(values, "targets", T.warning)).toEqual(paces.map(({ warning }) => (warning ? WARNING_LABELS[warning] : "")));
  expect(column(values, "targets", T.forecast).map(close)).toEqual(paces.map(({ forecast }) => close(forecast ?? "")));
}

test.each(["2024-N", "2024-06T", "2024-T10"])("LibreOffice gathers any rows as the engine does at %s", async (view) => {
  const { value, messages } = fromXlsx(await recalculatedXlsx(toXlsx(filled(view))));
  expect(messages).toEqual([]);
  compare(value!);
});

test("the grid gathers any rows as the engine does", async () => {
  const office = await startOfficeHost();
  try {
    const spec = filled("2024-09T");
    writeSpec(office.host.book, spec);
    await office.host.grid.settle();
    expect(await office.errors()).toEqual([]);
    compare(valuesOf(overlay(spec, standingGrid(office.host.book))));
  } finally {
    await office.close();
  }
});

test("a hand value goes before the period table, and the period table stands in for a broken formula", () => {
  const spec = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-11-20" as CalendarDate, dialect: "native", sample: true });
  const values = valuesOf(spec, (table, header, row) => {
    if (table !== "targets" || row > 1) return undefined;
    if (header === T.actual) return "#NAME?";
    return header === T.hand && row === 0 ? 0.5 : undefined;
  });
  const [first, second] = readTracking(values).value!.targets;
  const sound = readTracking(valuesOf(spec)).value!.targets;
  expect(first!.actual).toEqual(actualOf(0.5));
  expect(second!.actual).toEqual(sound[1]!.actual);
  expect(second!.actual.state).toBe("value");
});
