import type { Formula } from "../../src/workbook/formula";
import { printFormula } from "../../src/workbook/formulaText";
import type { FileCell, SheetFile, WorkbookFile } from "../../src/xlsx/sheetFile";
import { Grid } from "../../src/workbench/univer/grid";
import { startHeadless } from "../../src/workbench/univer/headless";
import { KPI_GRID_FUNCTIONS } from "../../src/workbench/univer/kpiFunctions";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { atRow, caseRows, inputsOf, kpiColumns, type InputCell } from "../support/kpiCases";
import { recalculatedXlsx } from "../support/libreOffice";

const NO_NAMES = { sheet: (key: string) => key, table: (key: string) => key, name: (key: string) => key };
const ROWS = { targets: 500, tasks: 400, reports: 200 } as Readonly<Record<string, number>>;
const columns = kpiColumns();
const tables = [...new Set(columns.map(({ table }) => table))];

/** LibreOffice keeps TRUE as a number that looks like a word, so that a truth value is a figure there and nowhere else. */
function withoutBoolean(cell: InputCell): InputCell {
  return typeof cell === "boolean" ? "chữ" : cell;
}

/** One sheet a table: inputs to the left, the native formulas of its KPI columns to the right, without stored results. */
const books = tables.map((table) => {
  const own = columns.filter((column) => column.table === table);
  const isOwn = (key: string): number => own.findIndex(({ header }) => key === `${table}|${header}`);
  const inputs = [...new Set(own.flatMap(({ formula }) => inputsOf(formula)))].filter((key) => isOwn(key) < 0);
  return { table, own, isOwn, inputs, rows: caseRows(inputs, ROWS[table] ?? 200, 20241231).map((row) => row.map(withoutBoolean)) };
});

function printAt({ isOwn, inputs }: (typeof books)[number], formula: Formula, row: number, dialect: "kpi" | "native"): string {
  const cellOf = (key: string): { row: number; column: number } => ({
    row,
    column: isOwn(key) < 0 ? inputs.indexOf(key) : inputs.length + isOwn(key),
  });
  return printFormula(atRow(formula, cellOf), { dialect, target: "file", lookup: NO_NAMES });
}

/** Results of the KPI calls in the headless grid, by row and column of the book. */
async function kpiResults(book: (typeof books)[number]): Promise<readonly (readonly unknown[])[]> {
  const { own, inputs, rows } = book;
  const grid = new Grid(startHeadless(KPI_GRID_FUNCTIONS));
  try {
    const patch = (value: InputCell): { v: string | number | boolean } | { f: string } | null =>
      value === null ? null : typeof value === "object" ? { f: `=${value.formula}` } : { v: value };
    grid.writeCells(
      "s1",
      { row: 0, column: 0 },
      rows.map((row, index) => [...row.map(patch), ...own.map(({ formula }) => ({ f: `=${printAt(book, formula, index, "kpi")}` }))]),
    );
    await grid.settle();
    return rows.map((_row, index) => own.map((_column, position) => grid.cell("s1", index, inputs.length + position)?.v ?? ""));
  } finally {
    await grid.dispose();
  }
}

function sheetOf(book: (typeof books)[number]): SheetFile {
  const { table, own, inputs, rows } = book;
  return {
    name: table,
    visibility: "visible",
    showGridlines: true,
    columns: [],
    rows: rows.map((row, index) => ({
      row: index,
      cells: [
        ...row.map((value, column) => inputCell(value, column)),
        ...own.map(({ formula }, position) => ({
          column: inputs.length + position,
          value: 0,
          formula: printAt(book, formula, index, "native"),
        })),
      ],
    })),
    tables: [],
    merges: [],
    validations: [],
    conditionalFormats: [],
    links: [],
    charts: [],
    print: { orientation: "landscape", margins: { top: 1, bottom: 1, left: 1, right: 1, header: 0.5, footer: 0.5 }, pageBreaks: [] },
    protected: false,
  };
}

function inputCell(value: InputCell, column: number): FileCell {
  return value !== null && typeof value === "object" ? { column, value: 0, formula: value.formula } : { column, value };
}

test("LibreOffice computes every native formula to what the KPI call gives", async () => {
  const book: WorkbookFile = {
    properties: { title: "", subject: "", creator: "", company: "", keywords: "", custom: {} },
    styles: { plain: { font: { name: "Times New Roman", size: 11 } } },
    defaultStyle: "plain",
    sheets: books.map(sheetOf),
    names: [],
    customXml: [],
  };
  const computed = readXlsx(await recalculatedXlsx(writeXlsx(book)));
  const wrong: string[] = [];
  let compared = 0;
  for (const each of books) {
    const { table, own, inputs, rows } = each;
    const sheet = computed.sheets.find(({ name }) => name === table)!;
    (await kpiResults(each)).forEach((results, index) => {
      own.forEach(({ header }, position) => {
        const native = sheet.rows.get(index)?.get(inputs.length + position)?.value ?? "";
        const shown = typeof native === "object" ? native.error : native;
        compared += 1;
        if (same(results[position], shown)) return;
        const values = Object.fromEntries(inputs.map((key, at) => [key, rows[index]![at]]));
        wrong.push(
          `${table} ${header}: kpi ${JSON.stringify(results[position])} LibreOffice ${JSON.stringify(shown)} ← ${JSON.stringify(values)}`,
        );
      });
    });
  }
  expect(compared).toBeGreaterThan(3000);
  expect(wrong.slice(0, 12)).toEqual([]);
}, 300_000);

function same(kpi: unknown, native: unknown): boolean {
  if (typeof kpi === "number" && typeof native === "number") return Math.abs(kpi - native) <= 1e-7 * Math.max(1, Math.abs(kpi));
  return (kpi ?? "") === native;
}
