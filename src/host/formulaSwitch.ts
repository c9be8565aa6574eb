import type { Result } from "../result";
import type { Formula } from "../workbook/formula";
import type { WorkbookSpec } from "../workbook/workbookSpec";
import { checkSignal, READ_RETRY, runExcel } from "./excelRun";
import { fill } from "./renderTables";
import { packed, REQUEST_BYTES, weigh } from "./requests";
import { specPrinter } from "./specPrinter";
import { formulasOf } from "./workbookStore";

/** Cells read in one request: a formula may have 8,192 characters, an answer 5 MB. */
const CELLS_PER_READ = 500;

/** Bytes that setting one run of cells adds to a request, beside the formula. */
const RUN_BYTES = 1500;

/** The same formula in neighbouring rows of a column; rows are zero-based data rows. */
export interface FormulaRun {
  readonly table: string;
  readonly header: string;
  readonly from: number;
  readonly rows: number;
  readonly formula: string;
}

/** The formulas as they were before a switch. */
export type FormulasBefore = readonly FormulaRun[];

/** What may be given to stop a switch. */
export interface SwitchOptions {
  readonly signal?: AbortSignal;
}

interface Column {
  readonly table: string;
  readonly header: string;
  readonly formula: string;
}

/**
 * Writes the calculated columns that hold KPI calls anew, in the dialect of the spec: `kpi` to native or back, or the same again to heal #NAME?.
 * Only cells that hold a formula change; what a person typed over one stays. The value is what `undoSwitch` needs; undefined with messages on failure,
 * after the formulas were put back.
 */
export async function switchFormulas(spec: WorkbookSpec, options: SwitchOptions = {}): Promise<Result<FormulasBefore | undefined>> {
  const columns = kpiColumns(spec);
  const read = await runExcel((context) => readRuns(context, columns), READ_RETRY);
  if (!read.value) return { value: undefined, messages: read.messages };
  const before = read.value;
  const wanted = new Map(columns.map(({ table, header, formula }) => [`${table}\n${header}`, formula]));
  const after = joined(before.map((run) => ({ ...run, formula: wanted.get(`${run.table}\n${run.header}`)! })));
  const written = await runExcel((context) => writeRuns(context, after, options.signal));
  if (written.value) return { value: before, messages: [] };
  const restored = await undoSwitch(before);
  const outcome = restored.value
    ? ({ code: "formulas-put-back", severity: "warning" } as const)
    : ({ code: "formulas-half-switched", severity: "error", details: { columns: columnNames(before) } } as const);
  return { value: undefined, messages: [...written.messages, outcome] };
}

/** Puts the formulas back that were read before a switch; may be repeated. */
export async function undoSwitch(before: FormulasBefore): Promise<Result<boolean>> {
  let outcome = await runExcel((context) => writeRuns(context, before), READ_RETRY);
  if (!outcome.value) outcome = await runExcel((context) => writeRuns(context, before), READ_RETRY);
  return { value: outcome.value ?? false, messages: outcome.messages };
}

/** A cell of a calculated column in which something else than a formula stands. */
export interface OverwrittenCell {
  readonly table: string;
  readonly header: string;
  /** Zero-based data row as it stands now. */
  readonly row: number;
  /** What stands there; blank is "". */
  readonly value: string | number | boolean;
}

/** Cells of calculated columns of a book that hold no formula any more. */
export async function findOverwrittenFormulas(spec: WorkbookSpec): Promise<Result<readonly OverwrittenCell[] | undefined>> {
  return runExcel(async (context) => {
    const found: OverwrittenCell[] = [];
    await eachCell(context, calculatedColumns(spec), ({ table, header }, row, formula, value) => {
      if (formula === "") found.push({ table, header, row, value: value as OverwrittenCell["value"] });
    });
    return found;
  }, READ_RETRY);
}

/** Puts the formula of the column back into the cells; what stood there is lost, so a person has to ask for it. */
export async function restoreFormulas(spec: WorkbookSpec, cells: readonly OverwrittenCell[]): Promise<Result<boolean>> {
  const formulas = new Map(calculatedColumns(spec).map(({ table, header, formula }) => [`${table}\n${header}`, formula]));
  const runs = cells.flatMap(({ table, header, row }) => {
    const formula = formulas.get(`${table}\n${header}`);
    return formula === undefined ? [] : [{ table, header, from: row, rows: 1, formula }];
  });
  const { value, messages } = await runExcel((context) => writeRuns(context, runs), READ_RETRY);
  return { value: value ?? false, messages };
}

/** Number of cells in the calculated columns of a book that show #NAME?. */
export async function countNameErrors(spec: WorkbookSpec): Promise<Result<number | undefined>> {
  return runExcel(async (context) => {
    let count = 0;
    await eachCell(context, kpiColumns(spec), (_column, _row, _formula, value) => {
      if (value === "#NAME?") count++;
    });
    return count;
  }, READ_RETRY);
}

/** True if a formula calls a KPI function. */
export function callsKpi(formula: Formula): boolean {
  if (formula.kind === "op") return formula.args.some(callsKpi);
  return formula.kind === "call" && (formula.fn.startsWith("KPI.") || formula.args.some(callsKpi));
}

function kpiColumns(spec: WorkbookSpec): readonly Column[] {
  return calculatedColumns(spec, callsKpi);
}

function calculatedColumns(spec: WorkbookSpec, wanted: (formula: Formula) => boolean = () => true): readonly Column[] {
  const printer = specPrinter(spec);
  return spec.sheets
    .flatMap(({ tables }) => tables)
    .flatMap(({ name, columns }) =>
      columns.flatMap(({ header, formula }) =>
        formula && wanted(formula) ? [{ table: name, header, formula: printer.formula(formula) }] : [],
      ),
    );
}

/** Reads the columns that are still there, some rows a request. */
async function eachCell(
  context: Excel.RequestContext,
  columns: readonly Column[],
  visit: (column: Column, row: number, formula: string, value: unknown) => void,
): Promise<void> {
  const located = columns.map((column) => {
    const found = context.workbook.tables.getItemOrNullObject(column.table).columns.getItemOrNullObject(column.header);
    found.load("name");
    return { column, found };
  });
  await context.sync();
  const bodies = located
    .filter(({ found }) => !found.isNullObject)
    .map(({ column, found }) => {
      const body = found.getDataBodyRange();
      body.load("rowCount");
      return { column, body };
    });
  await context.sync();
  const parts = bodies.flatMap(({ column, body }) =>
    Array.from({ length: Math.ceil(body.rowCount / CELLS_PER_READ) }, (_, index) => {
      const from = index * CELLS_PER_READ;
      return { column, body, from, rows: Math.min(CELLS_PER_READ, body.rowCount - from) };
    }),
  );
  for (const group of packed(parts, ({ rows }) => rows, CELLS_PER_READ)) {
    const ranges = group.map((part) => {
      const range = part.body.getCell(part.from, 0).getResizedRange(part.rows - 1, 0);
      range.load("formulas,values");
      return { ...part, range };
    });
    // In a loop: an answer holds at most 5 MB
    await context.sync();
    for (const { column, from, range } of ranges) {
      const values = range.values as unknown[][];
      formulasOf(range.formulas as unknown[][], values).forEach(([formula], index) =>
        visit(column, from + index, formula ?? "", values[index]?.[0]),
      );
    }
  }
}

async function readRuns(context: Excel.RequestContext, columns: readonly Column[]): Promise<readonly FormulaRun[]> {
  const cells: FormulaRun[] = [];
  await eachCell(context, columns, ({ table, header }, row, formula) => {
    if (formula !== "") cells.push({ table, header, from: row, rows: 1, formula });
  });
  return joined(cells);
}

/** Joins neighbours that hold the same formula. */
function joined(runs: readonly FormulaRun[]): readonly FormulaRun[] {
  const result: FormulaRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const follows =
      last && last.table === run.table && last.header === run.header && last.formula === run.formula && last.from + last.rows === run.from;
    if (follows) result[result.length - 1] = { ...last, rows: last.rows + run.rows };
    else result.push(run);
  }
  return result;
}

async function writeRuns(context: Excel.RequestContext, runs: readonly FormulaRun[], signal?: AbortSignal): Promise<true> {
  for (const pack of packed(runs, ({ formula }) => RUN_BYTES + weigh(formula), REQUEST_BYTES)) {
    checkSignal(signal);
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { table, header, from, rows, formula } of pack) {
      const body = context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange();
      fill(body.getCell(from, 0).getResizedRange(rows - 1, 0), formula);
    }
    // In a loop: a pack is what one request may weigh
    await context.sync();
  }
  return true;
}

function columnNames(runs: FormulasBefore): string {
  return [...new Set(runs.map(({ table, header }) => `${table}[${header}]`))].join(", ");
}
