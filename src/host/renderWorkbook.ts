import type { Message, Result } from "../result";
import type { SheetSpec, WorkbookSpec } from "../workbook/workbookSpec";
import { apiLevel, type ApiLevel } from "./apiLevel";
import { GO_ON, messagesOf, READ_RETRY, runExcel } from "./excelRun";
import { preflight, type Before } from "./preflight";
import { renderCharts } from "./renderCharts";
import { renderFormats, renderNumberFormats } from "./renderFormats";
import { renderNames, renderProperties, renderState } from "./renderNames";
import { renderPrint } from "./renderPrint";
import { renderRules } from "./renderRules";
import { addSheet, closeSheet, renderSheetFrame } from "./renderSheets";
import { renderFormulas, renderValues } from "./renderTables";
import { REQUEST_BYTES, send, step, type Step } from "./requests";
import { specPrinter, type SpecPrinter } from "./specPrinter";
import { undoBook } from "./undo";

/** What the writing of a book may be given to report and to stop. */
export interface RenderOptions {
  readonly signal?: AbortSignal;
  /** Called before each sheet and once at the end. */
  readonly onProgress?: (progress: {
    readonly step: "writing";
    readonly done: number;
    readonly total: number;
    readonly subject?: string;
  }) => void;
  /** Bytes beyond which a request is split. @default 4 MB */
  readonly requestBytes?: number;
}

/**
 * Writes a book into the open workbook: two requests to look, one for values and tables, one a sheet for formulas and looks, one to finish;
 * more only where a request would be too heavy. The user's own sheets are not touched. If anything fails, or the signal fires, what was written
 * is taken out again and the messages say why and whether that succeeded.
 */
export async function renderWorkbook(spec: WorkbookSpec, options: RenderOptions = {}): Promise<Result<{ readonly written: boolean }>> {
  const level = apiLevel();
  if (!level.floor) return failed([{ code: "excel-too-old", severity: "error", details: { needed: "ExcelApi 1.9" } }]);
  if (options.signal?.aborted) return failed([{ code: "cancelled", severity: "info" }]);
  const seen = await runExcel((context) => preflight(context, spec), READ_RETRY);
  if (!seen.value) return failed(seen.messages);
  const before = seen.value;
  const written = await runExcel((context) => write(context, spec, before, level, options), GO_ON);
  if (written.value) return { value: { written: true }, messages: leftOut(spec, level) };
  return failed([...written.messages, await undone(spec, before)]);
}

async function write(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  before: Before,
  level: ApiLevel,
  options: RenderOptions,
): Promise<true> {
  const { signal, onProgress, requestBytes = REQUEST_BYTES } = options;
  const printer = specPrinter(spec);
  const total = spec.sheets.length + 1;
  onProgress?.({ step: "writing", done: 0, total });
  for (const [done, { subject, steps }] of phasesOf(spec, printer, before, level).entries()) {
    if (subject !== undefined) onProgress?.({ step: "writing", done, total, subject });
    await send(context, steps(), signal, requestBytes);
  }
  onProgress?.({ step: "writing", done: total, total });
  return true;
}

/** One part of the writing: at least one request. */
interface Phase {
  /** Name of the sheet it finishes. */
  readonly subject?: string;
  readonly steps: () => readonly Step[];
}

/** Values and tables of every sheet, then each sheet's formulas and looks, then what belongs to the whole workbook. */
function phasesOf(spec: WorkbookSpec, printer: SpecPrinter, before: Before, level: ApiLevel): readonly Phase[] {
  const values = (sheet: SheetSpec): readonly Step[] => [
    ...addSheet(sheet),
    ...renderNumberFormats(sheet, spec.styles),
    ...renderValues(sheet),
  ];
  return [
    { steps: () => [...spec.sheets.flatMap(values), ...renderNames(spec, printer, before)] },
    ...spec.sheets.map((sheet) => ({ subject: sheet.name, steps: () => sheetSteps(sheet, spec, printer, level) })),
    { steps: () => [...renderState(spec, before), ...renderProperties(spec, before), ...finish(spec)] },
  ];
}

/** Links come before looks, because Excel gives a linked cell a style of its own. */
function sheetSteps(sheet: SheetSpec, spec: WorkbookSpec, printer: SpecPrinter, level: ApiLevel): readonly Step[] {
  return [
    ...renderSheetFrame(sheet, printer, level),
    ...renderFormulas(sheet, printer),
    ...renderFormats(sheet, spec.styles),
    ...renderRules(sheet, printer),
    ...renderCharts(sheet, printer),
    ...renderPrint(sheet),
  ];
}

/** Shows the first visible sheet, then protects and hides. */
function finish(spec: WorkbookSpec): readonly Step[] {
  const first = spec.sheets.find(({ visibility }) => visibility === "visible");
  const show = first ? [step(3, undefined, ({ workbook }) => workbook.worksheets.getItem(first.name).activate())] : [];
  return [...show, ...spec.sheets.flatMap(closeSheet)];
}

function leftOut(spec: WorkbookSpec, level: ApiLevel): readonly Message[] {
  const outlined = spec.sheets.some(({ outlines }) => outlines.length > 0);
  return outlined && !level.outlines ? [{ code: "outlines-left-out", severity: "info", details: { needed: "ExcelApi 1.10" } }] : [];
}

async function undone(spec: WorkbookSpec, before: Before): Promise<Message> {
  try {
    const left = await undoBook(spec, before);
    if (left.length === 0) return { code: "generation-undone", severity: "warning" };
    return { code: "generation-cleanup-failed", severity: "error", details: { sheets: left.join(", ") } };
  } catch (error) {
    const reason = messagesOf(error)[0]?.details?.["text"] ?? "";
    return {
      code: "generation-cleanup-failed",
      severity: "error",
      details: { sheets: spec.sheets.map(({ name }) => name).join(", "), reason },
    };
  }
}

function failed(messages: readonly Message[]): Result<{ readonly written: boolean }> {
  return { value: { written: false }, messages };
}
