import type { CalendarDate } from "../plan/date";
import type { Result } from "../result";
import type { Formula, FormulaDialect } from "../workbook/formula";
import { LOG_WORDS } from "../workbook/sheets/words";
import type { WorkbookSpec } from "../workbook/workbookSpec";
import { cellInput } from "./cellInput";
import { cleanUp, inTurn, openLog, reversed, type LoggedChange } from "./changeLog";
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
export interface FormulasBefore {
  readonly runs: readonly FormulaRun[];
  /** What Nhật ký tells of the switch. */
  readonly change: LoggedChange;
}

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
 * Only cells that hold a formula change; what a person typed over one stays. Nhật ký gets one line for all. The value is what `undoSwitch` needs;
 * undefined with messages on failure, after the formulas were put back.
 */
export async function switchFormulas(
  spec: WorkbookSpec,
  book: number,
  today: CalendarDate,
  options: SwitchOptions = {},
): Promise<Result<FormulasBefore | undefined>> {
  const columns = kpiColumns(spec);
  const read = await runExcel((context) => readRuns(context, columns), READ_RETRY);
  if (!read.value) return { value: undefined, messages: read.messages };
  const runs = read.value;
  const before: FormulasBefore = { runs, change: switchLine(runs, spec.dialect) };
  const wanted = new Map(columns.map(({ table, header, formula }) => [`${table}\n${header}`, formula]));
  const after = joined(runs.map((run) => ({ ...run, formula: wanted.get(`${run.table}\n${run.header}`)! })));
  const written = await inTurn(() =>
    runExcel((context) => writeLogged(context, after, { book, today, change: before.change, signal: options.signal })),
  );
  if (written.value) return { value: before, messages: [] };
  const restored = await twice(() => runExcel((context) => writeRuns(context, runs), READ_RETRY));
  const outcome = restored.value
    ? ({ code: "formulas-put-back", severity: "warning" } as const)
    : ({ code: "formulas-half-switched", severity: "error", details: { columns: columnNames(runs) } } as const);
  return { value: undefined, messages: [...written.messages, outcome] };
}

/** Puts the formulas back that were read before a switch, with a line of its own in Nhật ký; may be repeated. */
export async function undoSwitch({ runs, change }: FormulasBefore, book: number, today: CalendarDate): Promise<Result<boolean>> {
  const [line] = reversed([change], LOG_WORDS.undone);
  const undo = (): Promise<Result<true | undefined>> =>
    inTurn(() => runExcel((context) => writeLogged(context, runs, { book, today, change: line! }), READ_RETRY));
  const { value, messages } = await twice(undo);
  return { value: value ?? false, messages };
}

async function twice<T>(work: () => Promise<Result<T | undefined>>): Promise<Result<T | undefined>> {
  const first = await work();
  return first.value === undefined ? work() : first;
}

function switchLine(runs: readonly FormulaRun[], after: FormulaDialect): LoggedChange {
  const before = runs.some(({ formula }) => formula.includes("KPI.")) ? "kpi" : "native";
  const { book, formulas, dialects } = LOG_WORDS;
  return { sheet: book, code: "", column: `${formulas} (${cellsIn(runs)})`, before: dialects[before], after: dialects[after] };
}

function cellsIn(runs: readonly FormulaRun[]): string {
  return `${runs.reduce((sum, { rows }) => sum + rows, 0)}${LOG_WORDS.cell}`;
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

/**
 * Puts the formula of the column back into the cells. What stood there is kept only in the line of Nhật ký, and there not all of it, so a person has
 * to ask for it.
 */
export async function restoreFormulas(
  spec: WorkbookSpec,
  cells: readonly OverwrittenCell[],
  book: number,
  today: CalendarDate,
): Promise<Result<boolean>> {
  const formulas = new Map(calculatedColumns(spec).map(({ table, header, formula }) => [`${table}\n${header}`, formula]));
  const known = cells.filter(({ table, header }) => formulas.has(`${table}\n${header}`));
  const runs = known.map(({ table, header, row }) => ({
    table,
    header,
    from: row,
    rows: 1,
    formula: formulas.get(`${table}\n${header}`)!,
  }));
  const { value, messages } = await inTurn(() =>
    runExcel(async (context) => {
      const change = await restoreLine(context, known);
      const revert = (): Promise<unknown> => writeCells(context, known);
      return writeLogged(context, runs, { book, today, change, revert });
    }, READ_RETRY),
  );
  return { value: value ?? false, messages };
}

/** Values that the line about restored formulas tells, at most. */
const TOLD = 10;

async function restoreLine(context: Excel.RequestContext, cells: readonly OverwrittenCell[]): Promise<LoggedChange> {
  const tables = [...new Set(cells.map(({ table }) => table))].map((name) => {
    const table = context.workbook.tables.getItem(name);
    const body = table.getDataBodyRange();
    table.worksheet.load("name");
    body.load("rowIndex");
    return { name, sheet: table.worksheet, body };
  });
  if (tables.length > 0) await context.sync();
  const W = LOG_WORDS;
  const told = cells.slice(0, TOLD).map(({ table, header, row, value }) => {
    const place = tables.find(({ name }) => name === table)!;
    const page = tables.length > 1 ? `${place.sheet.name}, ` : "";
    return `${page}${header}${W.atRow}${place.body.rowIndex + row + 1}${W.colon}${value === "" ? W.blank : value}`;
  });
  const more = cells.length > TOLD ? [`${W.more}${cells.length - TOLD}${W.moreCells}`] : [];
  return {
    sheet: tables.length === 1 ? tables[0]!.sheet.name : W.book,
    code: "",
    column: `${W.restored} (${cells.length}${W.cell})`,
    before: [...told, ...more].join("\n"),
    after: W.formulas,
  };
}

/** Puts what stood over formulas back into the cells. */
async function writeCells(context: Excel.RequestContext, cells: readonly OverwrittenCell[]): Promise<void> {
  for (const pack of packed(cells, ({ value }) => RUN_BYTES + weigh(value), REQUEST_BYTES)) {
    for (const { table, header, row, value } of pack) {
      const body = context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange();
      body.getCell(row, 0).values = [[cellInput(value)]];
    }
    // In a loop: a pack is what one request may weigh
    await context.sync();
  }
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

interface LoggedRuns {
  readonly book: number;
  readonly today: CalendarDate;
  /** The one line for all runs. */
  readonly change: LoggedChange;
  readonly signal?: AbortSignal | undefined;
  /** Undoes what was written before a failure. @default nothing: whoever called does it */
  readonly revert?: () => Promise<unknown>;
}

/** Writes runs; their line goes with the last request, so that runs that were stopped or failed have none. */
async function writeLogged(
  context: Excel.RequestContext,
  runs: readonly FormulaRun[],
  { book, today, change, signal, revert }: LoggedRuns,
): Promise<true> {
  const log = await openLog(context, book);
  try {
    return await writeRuns(context, runs, signal, () => log.write([change], today));
  } catch (error) {
    await cleanUp(error, async () => {
      await revert?.();
      await log.takeOut();
    });
    throw error;
  }
}

/** Writes runs in as many requests as they weigh; `withLast` adds to the last one. */
async function writeRuns(
  context: Excel.RequestContext,
  runs: readonly FormulaRun[],
  signal?: AbortSignal,
  withLast?: () => void,
): Promise<true> {
  const packs = packed(runs, ({ formula }) => RUN_BYTES + weigh(formula), REQUEST_BYTES);
  for (const [index, pack] of packs.entries()) {
    checkSignal(signal);
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    if (index === packs.length - 1) withLast?.();
    for (const { table, header, from, rows, formula } of pack) {
      const body = context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange();
      fill(body.getCell(from, 0).getResizedRange(rows - 1, 0), formula);
    }
    // In a loop: a pack is what one request may weigh
    await context.sync();
  }
  return true;
}

function columnNames(runs: readonly FormulaRun[]): string {
  return [...new Set(runs.map(({ table, header }) => `${table}[${header}]`))].join(", ");
}
