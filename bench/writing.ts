import { toXlsx } from "../src/render/toXlsx";
import { isFormulaCell, type CellSpec, type CellValue } from "../src/workbook/formula";
import type { WorkbookSpec } from "../src/workbook/workbookSpec";
import { EXCEL_LIMIT, largeBook, measureHosting, type HostingFigures, type PlanSize } from "./hosting";
import { medianOf, report } from "./measure";

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

/** Sizes from a plan as it is to a province: 500 targets, 5,000 tasks, 12 periods. */
const SIZES: readonly PlanSize[] = [
  { targets: 15, tasks: 63 },
  { targets: 100, tasks: 1000 },
  { targets: 500, tasks: 5000, monthly: true },
];

/** Compiling and writing workbooks up to the size of a province, beside hucre writing the same cells and JSON of their bare values. */
export async function benchWriting(): Promise<void> {
  const hucre = await import("hucre");
  for (const plan of SIZES) {
    let spec = await largeBook(plan);
    const sheets = bareCells(spec);
    const cells = sheets.reduce((sum, { rows }) => sum + rows.flat().filter((cell) => cell !== null && cell !== undefined).length, 0);
    const size = (bytes: number): string => `${Math.round(bytes / 1000)} kB, ${(bytes / cells).toFixed(1)} bytes a cell`;
    console.log(`${plan.targets} targets, ${plan.tasks} tasks${plan.monthly ? ", 12 periods" : ""}: ${cells} cells`);
    report("  read and compile", await medianOf(1, async () => (spec = await largeBook(plan))));
    const json = JSON.stringify(sheets);
    const bare = await medianOf(1, () => JSON.stringify(sheets));
    report(`  JSON of the bare values (${size(Buffer.byteLength(json))})`, bare);
    let other = 0;
    const peer = await medianOf(1, async () => (other = (await hucre.writeXlsx({ sheets: sheets as never })).length));
    report(`  hucre, the same cells without formulas and looks (${size(other)})`, peer);
    let bytes = 0;
    const write = await medianOf(1, () => (bytes = toXlsx(spec).length));
    report(`  .xlsx with formulas, tables, rules, looks (${size(bytes)})`, write, { with: "hucre", milliseconds: peer });
    const { rss, heapUsed } = process.memoryUsage();
    console.log(`  memory so far: ${megabytes(rss)}, heap ${megabytes(heapUsed)}`);
    reportHosting(await measureHosting(plan), cells, peer);
  }
}

function reportHosting(figures: HostingFigures, cells: number, peer: number): void {
  const { whole, answering, requests, actions, heaviest, bytes, undoing, rss, heap } = figures;
  if (heaviest > EXCEL_LIMIT) throw new Error(`A request of ${heaviest} bytes is more than Excel takes`);
  report("  Office.js, through the stand-in for Excel", whole, { with: "hucre", milliseconds: peer });
  report("    of it in the stand-in", answering);
  report("    stopped at the half: undone in", undoing);
  console.log(
    `    ${requests} requests, ${actions} actions, heaviest ${Math.round(heaviest / 1000)} kB, ${(bytes / cells).toFixed(1)} bytes a cell`,
  );
  console.log(`    memory of its own process: ${megabytes(rss)}, heap ${megabytes(heap)}`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
