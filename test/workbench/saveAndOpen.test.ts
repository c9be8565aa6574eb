import { fromXlsx } from "../../src/render/fromXlsx";
import { openBook } from "../../src/workbench/openBook";
import { overlay } from "../../src/workbook/overlay";
import { saveBook, standingGrid } from "../../src/workbench/saveBook";
import { writeSpec } from "../../src/workbench/writeSpec";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import type { CompileOptions } from "../../src/workbook/compileOptions";
import { type CellSpec, type CellValue, isFormulaCell } from "../../src/workbook/formula";
import { decodeState } from "../../src/workbook/planState";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { lintXlsx } from "../../src/xlsx/lint";
import { type OfficeHost, startOfficeHost } from "../support/officeHost";
import { sampleDocument, samplePlan } from "../support/samplePlan";

const options: CompileOptions = { asOf: "2024-06-30" as CompileOptions["asOf"], dialect: "kpi" };
const REVIEW = '{"version":1,"decisions":[]}';
const spec = compileWorkbook(samplePlan, sampleDocument, options, REVIEW);

jest.setTimeout(60_000);
let office: OfficeHost;
async function startWith(compiled: WorkbookSpec): Promise<void> {
  office = await startOfficeHost();
  writeSpec(office.host.book, compiled);
  await office.host.grid.settle();
}
afterEach(() => office.close());

const table = (of: WorkbookSpec, key: string): { sheet: string; row: number; header: readonly string[] } => {
  const sheet = of.sheets.find(({ tables }) => tables.some((item) => item.key === key))!;
  const found = sheet.tables.find((item) => item.key === key)!;
  return { sheet: sheet.name, row: found.at.row, header: found.columns.map(({ header }) => header) };
};

const result = (cell: CellSpec): CellValue => (isFormulaCell(cell) ? cell.result : cell);
const same = (a: CellValue, b: CellValue): boolean => a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) < 1e-9);

/** Cells in which two versions of a workbook differ. */
function differences(one: WorkbookSpec, other: WorkbookSpec): string[] {
  const found: string[] = [];
  one.sheets.forEach((sheet, s) => {
    const check = (where: string, a: CellSpec, b: CellSpec): void => {
      if (!same(result(a), result(b))) found.push(`${sheet.name} ${where}: ${result(a)} → ${result(b)}`);
    };
    sheet.tables.forEach((item, t) =>
      item.rows.forEach((line, r) =>
        line.forEach((cell, c) => check(`${item.columns[c]!.header} ${r + 1}`, cell, other.sheets[s]!.tables[t]!.rows[r]![c]!)),
      ),
    );
    sheet.blocks.forEach((block, b) =>
      block.cells.forEach((line, r) =>
        line.forEach((cell, c) => check(`${block.at.row + r},${block.at.column + c}`, cell, other.sheets[s]!.blocks[b]!.cells[r]![c]!)),
      ),
    );
  });
  return found;
}

test.each(["kpi", "native"] as const)(
  "in the dialect %s the grid computes what the engine stored in the spec, without an error cell",
  async (dialect) => {
    const compiled = compileWorkbook(samplePlan, sampleDocument, { ...options, dialect });
    await startWith(compiled);
    expect(await office.errors()).toEqual([]);
    expect(differences(compiled, overlay(compiled, standingGrid(office.host.book)))).toEqual([]);
  },
);

test("a saved book holds what was typed and the rows that grew, and lints clean", async () => {
  await startWith(spec);
  const targets = table(spec, "targets");
  const rows = spec.sheets.find(({ name }) => name === targets.sheet)!.tables[0]!.rows.length;
  await office.type(targets.sheet, `A${targets.row + 2 + rows}`, "CT-99");
  const saved = await saveBook(office.host.book);
  if (typeof saved === "string") throw new Error(saved);
  expect(saved.unsaved).toEqual([]);
  expect(lintXlsx(saved.bytes)).toEqual([]);
  const { value } = fromXlsx(saved.bytes);
  const stored = value!.tables.find(({ key }) => key === "targets")!;
  expect(stored.rows.length).toBe(rows + 1);
  expect(stored.rows.at(-1)![0]).toBe("CT-99");
  expect(decodeState(value!.state).value).toMatchObject({ planId: spec.planId, review: REVIEW });
});

test("a book that was saved opens again with the same cells", async () => {
  await startWith(spec);
  const targets = table(spec, "targets");
  const before = await office.values(targets.sheet, "A1:Z12");
  const saved = await saveBook(office.host.book);
  if (typeof saved === "string") throw new Error(saved);
  expect(openBook(office.host.book, saved.bytes).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(await office.values(targets.sheet, "A1:Z12")).toEqual(before);
  expect(await office.errors()).toEqual([]);
  expect(office.host.grid.sheets().map((sheet) => sheet.getName())).toEqual(spec.sheets.map(({ name }) => name));
});

test("sheets of the user are told, not saved; without a book of ours nothing is", async () => {
  await startWith(spec);
  office.host.grid.writeCells(office.host.grid.sheets()[0]!.getSheetId(), { row: 0, column: 0 }, [[{ v: "của người dùng", t: 1 }]]);
  expect(await saveBook(office.host.book)).toMatchObject({ unsaved: ["Sheet1"] });
  office.host.book.customXml.clear();
  expect(await saveBook(office.host.book)).toBe("no-book");
});
