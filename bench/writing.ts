import { createTracking, importPlan } from "../src/pipeline";
import { plannedRequests } from "../src/host/renderWorkbook";
import { parseCalendarDate } from "../src/plan/date";
import type { Plan } from "../src/plan/plan";
import { toXlsx } from "../src/render/toXlsx";
import { seedPlans } from "../src/seeds";
import { isFormulaCell, type CellSpec, type CellValue } from "../src/workbook/formula";
import type { WorkbookSpec } from "../src/workbook/workbookSpec";
import { medianOf, report } from "./measure";

/** Excel on the web refuses heavier requests, in bytes. */
const EXCEL_LIMIT = 5_000_000;

/** The plan with its targets and tasks repeated under new codes. */
function enlarge(plan: Plan, targets: number, tasks: number): Plan {
  const repeat = <Item extends { readonly id: string }>(items: readonly Item[], count: number, prefix: string): Item[] =>
    Array.from({ length: count }, (_, index) => ({ ...items[index % items.length]!, id: `${prefix}-${index + 1}`, parent: undefined }));
  return { ...plan, targets: repeat(plan.targets, targets, "CT"), tasks: repeat(plan.tasks, tasks, "NV") };
}

/** Cells that hold something, as a value each: what a table of bare values would say. */
function bareCells(spec: WorkbookSpec): readonly { readonly name: string; readonly rows: readonly CellValue[][] }[] {
  return spec.sheets.map((sheet) => {
    const rows: CellValue[][] = [];
    const put = (row: number, column: number, cell: CellSpec): void => {
      while (rows.length <= row) rows.push([]);
      const line = rows[row]!;
      while (line.length < column) line.push(null);
      line[column] = isFormulaCell(cell) ? cell.result : cell;
    };
    for (const { at, cells } of sheet.blocks) cells.forEach((line, i) => line.forEach((cell, j) => put(at.row + i, at.column + j, cell)));
    for (const { at, columns, rows: lines } of sheet.tables) {
      columns.forEach(({ header }, j) => put(at.row, at.column + j, header));
      lines.forEach((line, i) => line.forEach((cell, j) => put(at.row + 1 + i, at.column + j, cell)));
    }
    return { name: sheet.name, rows };
  });
}

/** Compiling and writing workbooks up to the size of a province, beside hucre writing the same cells and JSON of their bare values. */
export async function benchWriting(): Promise<void> {
  const seed = seedPlans.find((one) => one.id === "lang-son-ubnd-2021")!;
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text });
  const options = { asOf: parseCalendarDate("2021-06-30")!, dialect: "native" } as const;
  const hucre = await import("hucre");
  for (const [targets, tasks] of [
    [15, 63],
    [100, 1000],
    [500, 5000],
  ] as const) {
    const imported = { ...value!, plan: enlarge(value!.plan, targets, tasks) };
    const spec = createTracking(imported, options);
    const sheets = bareCells(spec);
    const cells = sheets.reduce((sum, { rows }) => sum + rows.flat().filter((cell) => cell !== null && cell !== undefined).length, 0);
    const size = (bytes: number): string => `${Math.round(bytes / 1000)} kB, ${(bytes / cells).toFixed(1)} bytes a cell`;
    console.log(`${targets} targets, ${tasks} tasks: ${cells} cells`);
    report("  compile", await medianOf(1, () => createTracking(imported, options)));
    const json = JSON.stringify(sheets);
    const bare = await medianOf(1, () => JSON.stringify(sheets));
    report(`  JSON of the bare values (${size(Buffer.byteLength(json))})`, bare);
    let other = 0;
    const peer = await medianOf(1, async () => (other = (await hucre.writeXlsx({ sheets: sheets as never })).length));
    report(`  hucre, the same cells without formulas and looks (${size(other)})`, peer);
    let bytes = 0;
    const write = await medianOf(1, () => (bytes = toXlsx(spec).length));
    report(`  .xlsx with formulas, tables, rules, looks (${size(bytes)})`, write, { with: "hucre", milliseconds: peer });
    const requests = plannedRequests(spec, { floor: true, outlines: true });
    const plan = await medianOf(1, () => plannedRequests(spec, { floor: true, outlines: true }));
    const heaviest = Math.max(...requests);
    if (heaviest > EXCEL_LIMIT) throw new Error(`A request of ${heaviest} bytes is more than Excel takes`);
    const whole = requests.reduce((sum, one) => sum + one, 0);
    report(`  Office.js: ${requests.length} requests, heaviest ${Math.round(heaviest / 1000)} kB (${size(whole)})`, plan);
    const { rss, heapUsed } = process.memoryUsage();
    console.log(`  memory: ${Math.round(rss / 1e6)} MB, heap ${Math.round(heapUsed / 1e6)} MB`);
  }
}
