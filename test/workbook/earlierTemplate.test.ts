import type { CalendarDate } from "../../src/plan/date";
import { snapshot } from "../../src/tracking/snapshot";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell, type CellSpec } from "../../src/workbook/formula";
import { COLUMNS, type TableKey } from "../../src/workbook/names";
import { overlay, type StandingWorkbook } from "../../src/workbook/overlay";
import { readTracking } from "../../src/workbook/readTracking";
import type { TableSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { unlistedAgencies } from "../../src/workbook/unlistedAgencies";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { valuesOf } from "../support/specValues";

const A = COLUMNS.agencies;
const K = COLUMNS.tasks;
const B = COLUMNS.byAgency;

/** Columns that template 1.0 did not have. */
const SINCE: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  agencies: [A.id, A.short, A.from, A.to, A.email],
  kinds: [COLUMNS.kinds.example],
  tasks: [K.order, K.quality],
  byAgency: [B.quantity, B.quality, B.progress, B.points],
};

const spec = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-07-01" as CalendarDate, dialect: "native", sample: true });
const earlier: WorkbookSpec = { ...spec, sheets: spec.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map(withoutNewColumns) })) };

function withoutNewColumns(table: TableSpec): TableSpec {
  const since = SINCE[table.key as TableKey] ?? [];
  const kept = table.columns.flatMap(({ header }, place) => (since.includes(header) ? [] : [place]));
  expect(kept).toHaveLength(table.columns.length - since.length);
  const pick = <Item>(items: readonly Item[]): readonly Item[] => kept.map((place) => items[place]!);
  return { ...table, columns: pick(table.columns), rows: table.rows.map(pick) };
}

/** What stands in a file of a spec, with rows added below a table. */
function standingOf(of: WorkbookSpec, key: TableKey, added: number): StandingWorkbook {
  const tables = of.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet: sheet.name, table })));
  return {
    table: (name) => {
      const found = tables.find(({ table }) => table.name === name);
      if (!found) return undefined;
      const { at, rows, columns } = found.table;
      const area = { ...at, rows: rows.length + 1 + (found.table.key === key ? added : 0), columns: columns.length };
      return { sheet: found.sheet, area, columns: columns.map(({ header }) => header) };
    },
    cell: (sheet, row, column) => {
      const cells = tables
        .filter((one) => one.sheet === sheet)
        .map(({ table }) => table.rows[row - table.at.row - 1]?.[column - table.at.column]);
      const cell: CellSpec | undefined = cells.find((one) => one !== undefined && one !== null);
      if (cell === undefined) return undefined;
      return isFormulaCell(cell) ? { value: cell.result, formula: true } : { value: cell, formula: false };
    },
  };
}

describe("a workbook of the first template", () => {
  it("is read like one of today", () => {
    const [today, before] = [spec, earlier].map((book) => readTracking(valuesOf(book)));
    expect(before!.messages).toEqual([]);
    expect(snapshot(before!.value!)).toEqual(snapshot(today!.value!));
    expect(unlistedAgencies(valuesOf(earlier), spec)).toEqual(unlistedAgencies(valuesOf(spec), spec));
  });

  it("gets the columns that it lacks when it is saved anew, formulas in rows that were added too", () => {
    const saved = overlay(spec, standingOf(earlier, "tasks", 2));
    const table = (key: TableKey): TableSpec => saved.sheets.flatMap(({ tables }) => tables).find((one) => one.key === key)!;
    const column = (key: TableKey, header: string): readonly CellSpec[] => {
      const place = table(key).columns.findIndex((one) => one.header === header);
      return table(key).rows.map((row) => row[place]!);
    };
    expect(column("tasks", K.order)).toHaveLength(samplePlan.tasks.length + 2);
    expect(column("tasks", K.order).every(isFormulaCell)).toBe(true);
    expect(column("tasks", K.title).slice(0, 2)).toEqual(samplePlan.tasks.slice(0, 2).map(({ title }) => title));
    expect(column("agencies", A.id)[0]).toBe("DV-01");
    expect(column("agencies", A.name)).toEqual(
      earlier.sheets
        .flatMap(({ tables }) => tables)
        .find(({ key }) => key === "agencies")!
        .rows.map(([name]) => name),
    );
  });
});
