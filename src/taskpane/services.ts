import type { Locale } from "../messages";
import type { ImportedPlan, ImportOptions, ImportResult, JourneyOptions, PlanInput, SheetProposal } from "../pipeline";
import type { CalendarDate } from "../plan/date";
import type { Result } from "../result";
import type { Decision, SavedReview } from "../review/review";
import type { SheetMapping } from "../text/sheetGrid";
import type { Span } from "../text/textDocument";
import type { Conclusion, TaskStatus } from "../tracking/evaluation";
import type { Warning } from "../tracking/pace";
import type { CompileOptions } from "../workbook/compileOptions";
import type { FormulaDialect } from "../workbook/formula";
import type { SheetKey, TableKey } from "../workbook/names";
import type { UnlistedAgency } from "../workbook/unlistedAgencies";
import type { FunctionHelp } from "./functionHelp";
import type { ViewedPeriod } from "./periodChoices";
import type { RowDetail } from "./rowDetail";
import type { RowInput } from "./rowInput";

/** Everything the pane can ask for. The components know only this; the real work is in `liveServices.ts`, tests pass a fake. */
export interface PaneServices {
  readonly capabilities: PaneCapabilities;
  /** The built-in plans, in gallery order. */
  readonly samples: readonly SamplePlan[];
  /** How the sheets of a selected range or an .xlsx file would be read; no value for other documents and for files that cannot be read. */
  proposeMappings(input: PlanInput): Promise<Result<readonly SheetProposal[] | undefined>>;
  /** The mapping of a sheet under other header rows. */
  remapSheet(proposal: SheetProposal, header: Pick<SheetMapping, "headerRow" | "headerRows">): SheetMapping;
  /** Reads and parses an input; applies the text of a saved review and reads sheets as they are mapped, if these are given. */
  importPlan(input: PlanInput, options: ImportOptions): Promise<ImportResult>;
  /** How much a built-in plan holds; counted when it is first asked for. */
  countSample(id: string): Promise<PlanCounts | undefined>;
  /** The same reading under other decisions, applied from the start. */
  applyDecisions(imported: ImportedPlan, decisions: readonly Decision[]): Result<ImportedPlan>;
  /** All decisions after one edit more of the current plan; undefined when the edit cannot be made. */
  decide(imported: ImportedPlan, decisions: readonly Decision[], edit: Edit): readonly Decision[] | undefined;
  /** Offers the review as a file to keep. */
  saveReview(name: string, review: SavedReview): void;
  /** Reads a review file that was kept; no value when it is not one. */
  parseReview(text: string): Result<SavedReview | undefined>;
  /** What would be made, sheet by sheet. */
  previewSheets(imported: ImportedPlan, options: CompileOptions): readonly SheetPreview[];
  /** Makes the book; with `carryFrom` it holds what was typed into that open book of the same plan. */
  createInWorkbook(
    imported: ImportedPlan,
    options: CompileOptions,
    journey: JourneyOptions,
    carryFrom?: number,
  ): Promise<Result<CreatedBook | undefined>>;
  /** Offers the .xlsx for download; the value is its file name. With `carryFrom` it holds what was typed into that open book. */
  downloadXlsx(
    imported: ImportedPlan,
    options: CompileOptions,
    journey: JourneyOptions,
    carryFrom?: number,
  ): Promise<Result<string | undefined>>;
  /** Books of ours in the open workbook. */
  findBooks(): Promise<Result<readonly OpenBook[]>>;
  /** The plan that a book carries, with the decisions of its review; no value when its state cannot be read. */
  openPlan(book: number, journey: JourneyOptions): Promise<Result<OpenedPlan | undefined>>;
  /** What stands in a book now. */
  readBook(book: number): Promise<Result<TrackView | undefined>>;
  setEvaluationDay(book: number, date: CalendarDate): Promise<Result<boolean>>;
  /** Sets Kỳ đang xem to the code of a period. */
  setViewedPeriod(book: number, code: string): Promise<Result<boolean>>;
  /** Selects a data row of a table in the sheet; the value says where: the sheet's name and its 1-based row. */
  selectRow(book: number, table: TableKey, rowIndex: number, header?: string): Promise<Result<SheetPlace | undefined>>;
  /** Shows a sheet of a book. */
  showSheet(book: number, key: SheetKey): Promise<Result<boolean>>;
  /** Calls back after changes in the book's sheets, and when cells of them are selected (A1 notation, without the sheet); the value stops it. */
  watch(
    book: number,
    onChange: () => void,
    onSelect: (sheet: string, address: string) => void,
  ): Promise<Result<(() => Promise<void>) | undefined>>;
  /** The row in which a selection begins, as the book was last read; undefined where none of ours stands. */
  rowAt(book: number, sheet: string, address: string): RowDetail | undefined;
  /** The row of a code, as the book was last read; undefined where none stands. */
  rowOf(book: number, table: RowDetail["table"], code: string): RowDetail | undefined;
  /** Writes what is entered for a row; the value says where. */
  enterRow(book: number, row: RowDetail, input: RowInput): Promise<Result<SheetPlace | undefined>>;
  /** Takes the last entry of this session back. */
  undoEntry(book: number): Promise<Result<boolean>>;
  /** Cells that are selected in Excel, as an input; no value when nothing is selected. */
  readSelection(): Promise<Result<PlanInput | undefined>>;
  /** Puts another name for an agency into every cell that names it; the value is the number of cells. */
  renameAgency(book: number, from: string, to: string): Promise<Result<number>>;
  /** Takes the last renaming of this session back. */
  undoRename(book: number): Promise<Result<boolean>>;
  /** Writes calculated columns again where a person overwrote them. */
  restoreFormulas(book: number): Promise<Result<boolean>>;
  switchDialect(book: number, dialect: FormulaDialect): Promise<Result<boolean>>;
  /** Puts back the formulas that stood before the last switch of this session. */
  undoSwitch(book: number): Promise<Result<boolean>>;
  /** Offers a copy of the book as it stands, with Excel's own formulas, to mail; the value is its file name. */
  sendCopy(book: number, journey: JourneyOptions): Promise<Result<string | undefined>>;
  /** Writes an example formula into the selected cell; absent where no cell can be written. */
  insertFormula?(formula: string): Promise<Result<boolean>>;
  /** The KPI functions, explained in a language. */
  functionHelp(locale: Locale): Promise<readonly FunctionHelp[]>;
  /** Today by this machine's clock: the only clock of the program. */
  today(): CalendarDate;
}

/** A plan that an open book carries. */
export interface OpenedPlan extends ImportedPlan {
  /** How that book was made, so that the next one begins alike. */
  readonly settings?: BookSettings;
}

/** What was chosen for a book. */
export interface BookSettings {
  /** Ngày xét as it stands in the book. */
  readonly asOf: CalendarDate;
  readonly periodScheme: NonNullable<CompileOptions["periodScheme"]>;
  readonly year?: number;
  readonly without: readonly string[];
  readonly withoutAgencies: readonly string[];
}

/** A row as a person finds it: the sheet's name and the 1-based row. */
export interface SheetPlace {
  readonly sheet: string;
  readonly row: number;
}

/** A cell of a data row. */
export interface CellPlace {
  readonly table: TableKey;
  /** Zero-based data row in the table. */
  readonly rowIndex: number;
  readonly header: string;
}

/** What the place where the pane runs can do. */
export interface PaneCapabilities {
  /** An open workbook can be written. */
  readonly workbook: boolean;
  /** KPI.* functions answer. */
  readonly kpi: boolean;
}

/** A built-in plan as its card shows it. */
export interface SamplePlan {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly place: string;
  readonly year: number | null;
  readonly text: string;
  /** JSON text of its saved review. */
  readonly review?: string;
}

/** How much was read. */
export interface PlanCounts {
  readonly targets: number;
  readonly tasks: number;
  readonly reportDuties: number;
}

/** Kinds of items that a review goes through. */
export type ItemKind = "target" | "task" | "reportDuty";

/** One item of the current plan. */
export interface ItemRef {
  readonly kind: ItemKind;
  readonly id: string;
}

/** What a person does to one item. */
export type Edit =
  | { readonly do: "accept"; readonly item: ItemRef }
  | { readonly do: "drop"; readonly item: ItemRef }
  | { readonly do: "change"; readonly item: ItemRef; readonly field: string; readonly value: unknown }
  | { readonly do: "split"; readonly item: ItemRef }
  | { readonly do: "merge"; readonly item: ItemRef; readonly into: ItemRef }
  /** The words are an item of another kind: agencies and words stay, the rest is read anew. */
  | { readonly do: "turn"; readonly item: ItemRef; readonly into: "target" | "task" }
  | { readonly do: "add"; readonly kind: ItemKind; readonly source: readonly Span[] };

/** A sheet of the workbook to come. */
export interface SheetPreview {
  readonly key: string;
  readonly name: string;
  /** Data rows of its tables. */
  readonly rows: number;
  /** The book works without it. */
  readonly optional: boolean;
}

/** A book that was just written. */
export interface CreatedBook {
  readonly book: number;
  readonly sheets: number;
  /** Formulas that were really written: native where the KPI functions did not answer. */
  readonly dialect: FormulaDialect;
}

/** A book of ours in the open workbook. */
export interface OpenBook {
  readonly book: number;
  readonly title: string;
}

/** What the pane shows of a book. */
export interface TrackView {
  readonly book: number;
  readonly title: string;
  readonly asOf: CalendarDate;
  /** Kỳ đang xem; absent in a book without periods. */
  readonly period?: ViewedPeriod;
  /** Formulas that stand in the book: `kpi` as soon as one cell calls a KPI function. */
  readonly dialect: FormulaDialect;
  /** Days before a deadline from which it is due soon. */
  readonly warnDays: number;
  /** A switch of formulas can be taken back. */
  readonly undoable: boolean;
  readonly targets: { readonly total: number; readonly judged: number; readonly met: number; readonly withData: number };
  /** `onTimeRate` is a fraction of the tasks that have fallen due; null when none has. */
  readonly tasks: { readonly total: number; readonly onTimeRate: number | null; readonly overdue: number };
  readonly conclusions: readonly { readonly code: Conclusion; readonly count: number }[];
  readonly statuses: readonly { readonly code: TaskStatus; readonly count: number }[];
  readonly lists: Readonly<Record<TrackListKey, readonly TrackRow[]>>;
  /** Agencies that Danh mục lists. */
  readonly agencies: readonly string[];
  readonly health: {
    readonly nameErrors: number;
    readonly overwritten: number;
    /** Where the first overwritten cell stands. */
    readonly firstOverwritten?: CellPlace;
    /** Names that lead or report in rows while Danh mục does not list them. */
    readonly unlisted: readonly UnlistedAgency[];
  };
}

/** Lists of the tracking step, in the order shown. */
export type TrackListKey = "overdue" | "dueSoon" | "atRisk" | "noData" | "missed" | "reports";

/** A row of the workbook that needs somebody. */
export interface TrackRow {
  readonly table: "targets" | "tasks" | "reports";
  /** Zero-based data row in the table. */
  readonly rowIndex: number;
  readonly code: string;
  readonly title: string;
  /** Lead agency; "" when none is named. */
  readonly lead: string;
  readonly due?: CalendarDate;
  /** Days from Ngày xét to the due day; negative when it has passed. */
  readonly days?: number;
  /** How a target stands against its pace; only in the list of those at risk. */
  readonly risk?: { readonly warning: Warning; readonly gap: number };
}
