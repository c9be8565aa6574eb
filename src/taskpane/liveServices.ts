import { capabilities, probeKpi } from "../host/capabilities";
import { takeBack } from "../host/enterRow";
import type { EnteredRow } from "../host/enterRow";
import { findOverwrittenFormulas, restoreFormulas, switchFormulas, undoSwitch, type FormulasBefore } from "../host/formulaSwitch";
import { insertFormula } from "../host/insertFormula";
import { readStanding } from "../host/readStanding";
import { replaceTexts, reversed, type Renaming } from "../host/replaceTexts";
import { renderWorkbook } from "../host/renderWorkbook";
import {
  findBooks,
  readBook,
  readSelection,
  selectRow,
  setEvaluationDay,
  setViewedPeriod,
  showSheet,
  watchBook,
} from "../host/workbookStore";
import { createTracking, importPlan, proposeMappings, remapSheet, reopenPlan } from "../pipeline";
import type { ImportedPlan, JourneyOptions } from "../pipeline";
import { calendarDate } from "../plan/date";
import type { CalendarDate } from "../plan/date";
import { toXlsx } from "../render/toXlsx";
import type { Message, Result } from "../result";
import { applyReview } from "../review/applyReview";
import { parseReview } from "../review/parseReview";
import { seedPlans } from "../seeds";
import type { CompileOptions } from "../workbook/compileOptions";
import { compileState } from "../workbook/compileWorkbook";
import type { FormulaDialect } from "../workbook/formula";
import { NEEDED_SHEETS } from "../workbook/layout";
import { overlay } from "../workbook/overlay";
import { decodeState } from "../workbook/planState";
import { renamedCells } from "../workbook/unlistedAgencies";
import type { WorkbookSpec } from "../workbook/workbookSpec";
import type { WorkbookValues } from "../workbook/workbookValues";
import { decideEdit } from "./decisions";
import { download } from "./download";
import { functionHelp } from "./functionHelp";
import { renewedBook, settingsOf } from "./renewedBook";
import type { PaneCapabilities, PaneServices, PlanCounts, SheetPlace, SheetPreview } from "./services";
import { rowDetail, rowOfCode } from "./rowDetail";
import { writeInput } from "./rowInput";
import { trackView } from "./trackView";

/** What the pane can do where no Excel is: read, review, make files. */
export const NO_HOST: PaneCapabilities = { workbook: false, kpi: false };

/** What the Excel around the pane can do. */
export function hostCapabilities(): PaneCapabilities {
  const { writeBook, kpi } = capabilities();
  return { workbook: writeBook, kpi };
}

/** The real work behind the pane. */
export function liveServices(can: PaneCapabilities): PaneServices {
  const sampleCounts = new Map<string, Promise<PlanCounts | undefined>>();
  const previews = new WeakMap<ImportedPlan, Map<string, readonly SheetPreview[]>>();
  /** Where the tables stood when their book was last read. */
  const places = new Map<string, { sheet: string; firstRow: number }>();
  /** What stood in a book when it was last read. */
  const lastRead = new Map<number, WorkbookValues>();
  /** Formulas before the last switch, by book. */
  const switched = new Map<number, FormulasBefore>();
  /** The last renaming, by book. */
  const renamed = new Map<number, Renaming>();
  /** The last entry into a book. */
  const entries = new Map<number, EnteredRow>();
  let counting: Promise<unknown> = Promise.resolve();

  const today = (): CalendarDate => {
    const now = new Date();
    return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  };

  const placeIn = (book: number, table: string, index: number): SheetPlace | undefined => {
    const place = places.get(`${book} ${table}`);
    return place && { sheet: place.sheet, row: place.firstRow + index + 1 };
  };

  return {
    capabilities: can,
    samples: seedPlans.map(({ id, title, issuer, place, year, text, review }) => ({
      id,
      title,
      issuer,
      place,
      year: year ?? null,
      text,
      ...(review === undefined ? {} : { review }),
    })),

    proposeMappings,
    remapSheet,
    importPlan,

    countSample(id) {
      const known = sampleCounts.get(id);
      if (known) return known;
      // One after the other, with a pause, so that the pane stays quick while it opens.
      const counted = counting.then(() => pause(COUNT_PAUSE)).then(() => countSample(id));
      counting = counted.catch(() => undefined);
      sampleCounts.set(id, counted);
      return counted;
    },

    applyDecisions(imported, decisions) {
      const review = { version: 1, decisions } as const;
      const { value, messages } = applyReview(imported.parsed, imported.document, review);
      return { value: { ...imported, plan: value, review }, messages };
    },

    async openPlan(book, { signal }) {
      const { value, messages } = await readBook(book);
      if (!value) return { value: undefined, messages };
      if (signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
      const state = decodeState(value.state);
      if (!state.value) return { value: undefined, messages: [...messages, ...state.messages] };
      const opened = reopenPlan(state.value);
      return { value: { ...opened.value, settings: settingsOf(value, state.value) }, messages: [...messages, ...opened.messages] };
    },

    decide: decideEdit,
    saveReview: (name, review) => download(`${stem(name)}.review.json`, "application/json", JSON.stringify(review, null, 2)),
    parseReview,

    previewSheets(imported, options) {
      const key = JSON.stringify([options.asOf, options.periodScheme, options.year, options.withoutAgencies]);
      const known = previews.get(imported) ?? new Map<string, readonly SheetPreview[]>();
      previews.set(imported, known);
      const sheets = known.get(key) ?? preview(createTracking(imported, { ...options, without: [] }));
      known.set(key, sheets);
      return sheets;
    },

    async createInWorkbook(imported, options, journey, carryFrom) {
      const messages: Message[] = [];
      let dialect: FormulaDialect = options.dialect;
      if (dialect === "kpi") {
        const probe = await probeKpi();
        messages.push(...probe.messages);
        if (!probe.value) dialect = "native";
      }
      if (journey.signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
      journey.onProgress?.({ step: "compiling", done: 0, total: 0 });
      const made = await bookOf(imported, { ...options, dialect }, journey, carryFrom);
      if (!made.value) return { value: undefined, messages: [...messages, ...made.messages] };
      const spec = made.value;
      const written = await renderWorkbook(spec, journey);
      messages.push(...written.messages);
      if (!written.value.written) return { value: undefined, messages };
      return { value: { book: options.book ?? 1, sheets: visible(spec), dialect }, messages: [...messages, ...made.messages] };
    },

    async downloadXlsx(imported, options, journey, carryFrom) {
      journey.onProgress?.({ step: "compiling", done: 0, total: 0 });
      await pause(0); // lets the progress be drawn
      const made = await bookOf(imported, { ...options, book: 1, dialect: "native" }, journey, carryFrom);
      if (!made.value) return { value: undefined, messages: made.messages };
      const bytes = toXlsx(made.value);
      if (journey.signal?.aborted) return { value: undefined, messages: [{ code: "cancelled", severity: "info" }] };
      const name = `so-theo-doi-${stem(imported.document.name)}.xlsx`;
      download(name, XLSX_TYPE, bytes);
      return { value: name, messages: made.messages };
    },

    findBooks,

    async readBook(book) {
      const { value, messages } = await readBook(book);
      if (!value) return { value: undefined, messages };
      lastRead.set(book, value);
      for (const table of value.tables) places.set(`${book} ${table.key}`, { sheet: table.sheetName, firstRow: table.firstRow });
      const view = trackView(book, value, specOf(value, book), switched.has(book));
      return { value: view.value, messages: [...messages, ...view.messages] };
    },

    setEvaluationDay: (book, day) => setEvaluationDay(book, day, today()),
    setViewedPeriod: (book, code) => setViewedPeriod(book, code, today()),
    showSheet,

    async selectRow(book, table, rowIndex, header) {
      const { value, messages } = await selectRow(book, table, rowIndex, header);
      return { value: value ? placeIn(book, table, rowIndex) : undefined, messages };
    },

    async watch(book, onChange, onSelect) {
      return watchBook(book, (event) => {
        if (event.kind === "changed") onChange();
        else onSelect(event.sheetName, event.address);
      });
    },

    rowAt(book, sheet, address) {
      const values = lastRead.get(book);
      return values && rowDetail(values, sheet, address);
    },

    rowOf(book, table, code) {
      const values = lastRead.get(book);
      return values && rowOfCode(values, table, code);
    },

    async enterRow(book, row, input) {
      const { value, messages } = await writeInput(book, row, input, today());
      if (!value) return { value: undefined, messages };
      entries.set(book, value);
      return { value: placeIn(book, value.row.table, value.row.index), messages };
    },

    async undoEntry(book) {
      const entered = entries.get(book);
      if (!entered) return { value: false, messages: [] };
      const outcome = await takeBack(entered, today());
      if (outcome.value) entries.delete(book);
      return outcome;
    },

    async readSelection() {
      const { value, messages } = await readSelection();
      return { value: value && { kind: "cells", name: "Excel", ...value }, messages };
    },

    async renameAgency(book, from, to) {
      const read = await readBook(book);
      if (!read.value) return { value: 0, messages: read.messages };
      const cells = renamedCells(read.value, from, to);
      const renaming = { from, to, cells };
      const { value, messages } = await replaceTexts(book, renaming, today());
      if (value) renamed.set(book, renaming);
      return { value: value ? cells.length : 0, messages };
    },

    async undoRename(book) {
      const renaming = renamed.get(book);
      if (!renaming) return { value: false, messages: [] };
      const outcome = await replaceTexts(book, reversed(renaming), today());
      if (outcome.value) renamed.delete(book);
      return outcome;
    },

    async restoreFormulas(book) {
      const spec = await openSpec(book);
      if (!spec.value) return { value: false, messages: spec.messages };
      const cells = await findOverwrittenFormulas(spec.value);
      if (!cells.value) return { value: false, messages: cells.messages };
      return restoreFormulas(spec.value, cells.value, book, today());
    },

    async switchDialect(book, dialect) {
      const spec = await openSpec(book);
      if (!spec.value) return { value: false, messages: spec.messages };
      const probe = dialect === "kpi" ? await probeKpi() : { value: true, messages: [] };
      if (!probe.value) return { value: false, messages: [...probe.messages, { code: "kpi-missing", severity: "warning" }] };
      const { value, messages } = await switchFormulas({ ...spec.value, dialect }, book, today());
      if (value) switched.set(book, value);
      return { value: value !== undefined, messages };
    },

    async undoSwitch(book) {
      const before = switched.get(book);
      if (!before) return { value: false, messages: [] };
      const outcome = await undoSwitch(before, book, today());
      if (outcome.value) switched.delete(book);
      return outcome;
    },

    async sendCopy(book, { signal }) {
      const spec = await openSpec(book, "native");
      if (!spec.value) return { value: undefined, messages: spec.messages };
      const standing = await readStanding(spec.value, signal);
      if (!standing.value) return { value: undefined, messages: standing.messages };
      const name = `ban-gui-${stem(spec.value.properties.title)}.xlsx`;
      download(name, XLSX_TYPE, toXlsx(overlay(spec.value, standing.value)));
      return { value: name, messages: [] };
    },

    ...(can.workbook ? { insertFormula } : {}),

    functionHelp,

    today,
  };
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Milliseconds between the countings of two built-in plans. */
const COUNT_PAUSE = 60;

async function countSample(id: string): Promise<PlanCounts | undefined> {
  const seed = seedPlans.find((plan) => plan.id === id);
  if (!seed) return undefined;
  const { value } = await importPlan(
    { kind: "text", name: seed.id, text: seed.text },
    seed.review === undefined ? {} : { review: seed.review },
  );
  return value && { targets: value.plan.targets.length, tasks: value.plan.tasks.length, reportDuties: value.plan.reportDuties.length };
}

/** The book of a plan, with what was typed into an open one where that is asked for. */
async function bookOf(
  imported: ImportedPlan,
  options: CompileOptions,
  { signal }: JourneyOptions,
  carryFrom: number | undefined,
): Promise<Result<WorkbookSpec | undefined>> {
  if (carryFrom === undefined) return { value: createTracking(imported, options), messages: [] };
  return renewedBook(imported, options, carryFrom, signal);
}

function preview(spec: WorkbookSpec): readonly SheetPreview[] {
  return spec.sheets
    .filter((sheet) => sheet.visibility === "visible")
    .map((sheet) => ({
      key: sheet.key,
      name: sheet.name,
      rows: sheet.tables.reduce((sum, table) => sum + table.rows.length, 0),
      optional: !(NEEDED_SHEETS as readonly string[]).includes(sheet.key),
    }));
}

function visible(spec: WorkbookSpec): number {
  return spec.sheets.filter((sheet) => sheet.visibility === "visible").length;
}

/** The book as it would be made from its state today; undefined when the state cannot be read. */
function specOf(values: WorkbookValues, book: number, dialect?: FormulaDialect): WorkbookSpec | undefined {
  const { value: state } = decodeState(values.state);
  if (!state) return undefined;
  return compileState(state, { book, ...(dialect ? { dialect } : {}) });
}

async function openSpec(book: number, dialect?: FormulaDialect): Promise<Result<WorkbookSpec | undefined>> {
  const { value, messages } = await readBook(book);
  return { value: value && specOf(value, book, dialect), messages };
}

function stem(name: string): string {
  const bare = name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
  return (
    bare
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[đĐ]/g, "d")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)
      .toLowerCase() || "ke-hoach"
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
