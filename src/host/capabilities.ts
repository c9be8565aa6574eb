import type { Result } from "../result";
import { pause, runExcel } from "./excelRun";

/** What the Excel at hand can do. */
export interface Capabilities {
  /** ExcelApi 1.9: books can be written into the open workbook. */
  readonly writeBook: boolean;
  /** Shared runtime and custom functions are there; whether they answer is for `probeKpi` to say. */
  readonly kpi: boolean;
  /** ExcelApi 1.10: groups of rows and columns. */
  readonly outlines: boolean;
  /** Native charts with series of their own (ExcelApi 1.7). */
  readonly charts: boolean;
}

/** Requirement sets of the Excel at hand. */
export function capabilities(): Capabilities {
  const { requirements } = Office.context;
  const excel = (version: string): boolean => requirements.isSetSupported("ExcelApi", version);
  return {
    writeBook: excel("1.9"),
    kpi: requirements.isSetSupported("SharedRuntime", "1.1") && requirements.isSetSupported("CustomFunctionsRuntime", "1.1"),
    outlines: excel("1.10"),
    charts: excel("1.7"),
  };
}

/** A call that every version of the functions answers with true: rank 1 is within the first 3. */
const PROBE = "=KPI.TOP(1,3)";
const PROBE_SHEET = "so-theo-doi-probe";

/** Waits for the probe's answer, in milliseconds: the runtime sends results at most every half second. */
const WAITS = [60, 200, 600, 1200];

/** True if a KPI function answers in a cell now. Uses a sheet of its own that is taken away again. */
export async function probeKpi(): Promise<Result<boolean>> {
  if (!capabilities().kpi) return { value: false, messages: [] };
  const answer = await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.add(PROBE_SHEET);
    sheet.visibility = "Hidden";
    const cell = sheet.getRange("A1");
    cell.formulas = [[PROBE]];
    await context.sync();
    return ask(context, cell);
  });
  const removed = await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(PROBE_SHEET);
    sheet.load("name");
    await context.sync();
    if (!sheet.isNullObject) sheet.delete();
    await context.sync();
  });
  return { value: answer.value ?? false, messages: [...answer.messages, ...removed.messages] };
}

async function ask(context: Excel.RequestContext, cell: Excel.Range): Promise<boolean> {
  for (const wait of WAITS) {
    await pause(wait);
    cell.load("values");
    // In a loop: the answer comes in its own time
    await context.sync();
    const value = (cell.values as unknown[][])[0]?.[0];
    if (typeof value === "boolean" || typeof value === "number" || (typeof value === "string" && value !== "" && !value.startsWith("#")))
      return true;
  }
  return false;
}
