import type { PlanInput } from "../pipeline";
import type { CalendarDate } from "../plan/date";
import type { FormulaDialect } from "../workbook/formula";
import type { SheetKey } from "../workbook/names";
import type { MappingDraft } from "./mapping";
import type { RowInput } from "./rowInput";
import type { CellPlace, Edit, SamplePlan, TrackRow } from "./services";

/** What a person can do to bring a plan in. */
export interface ImportWork {
  importInput(input: PlanInput): void;
  importSample(sample: SamplePlan): void;
  importFile(file: File): void;
  importSelection(): void;
  /** Changes how sheets will be read, and tries it. */
  map(draft: MappingDraft): void;
  /** Reads the sheets as they are mapped now. */
  readMapped(): void;
  /** Leaves the sheets unread. */
  leaveMapping(): void;
  /** Opens the review of the plan that a book carries. */
  openPlan(book: number): void;
}

/** What a person can do while reviewing. */
export interface ReviewWork {
  edit(edit: Edit): void;
  undo(): void;
  redo(): void;
  saveReview(): void;
  loadReview(file: File): void;
}

/** What a person can have made. */
export interface CreateWork {
  create(book: number): void;
  download(): void;
}

/** What a person can do with a book that stands. */
export interface BookWork {
  findBooks(open: boolean): void;
  readBook(book: number): void;
  setDay(day: CalendarDate): void;
  setPeriod(code: string): void;
  selectRow(row: TrackRow): void;
  selectCell(cell: CellPlace): void;
  showSheet(book: number, key: SheetKey): void;
  restoreFormulas(): void;
  switchDialect(dialect: FormulaDialect): void;
  undoSwitch(): void;
  /** Puts another name for an agency into the rows that name it. */
  renameAgency(from: string, to: string): void;
  undoRename(): void;
  enterRow(input: RowInput): void;
  undoEntry(): void;
  /** Selects the row that the pane shows where it stands now. */
  findRow(): void;
  closeRow(): void;
  sendCopy(): void;
  insertFormula(formula: string): void;
}

/** Everything a person can make the pane do. */
export interface PaneWork extends ImportWork, ReviewWork, CreateWork, BookWork {
  /** Ends the long work that runs. */
  cancel(): void;
  /** Does again what a message tells about; `token` is that of the notice. */
  retry(token: number): void;
}
