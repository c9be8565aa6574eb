import type { Plan } from "../../plan/plan";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import { countAnyOf, countRows, less, ratio, sum, type Counted } from "../counting";
import { allRows, call, isFormulaCell, literal, op, thisRow, type CellValue, type Formula } from "../formula";
import { TABLE_AT } from "../layout";
import { COLUMNS } from "../names";
import { WORDS } from "../words";
import { agencyRows } from "../planFacts";
import { COLORS, STYLES } from "../styles";
import { buildTable, isBlank, ruleCell, tableSheet, type BuiltTable, type ColumnModel } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { ConditionalFormatSpec, RangeAddress, SheetSpec } from "../workbookSpec";
import { ifNamed, NONE, pointColumns } from "./agencyPoints";

const C = COLUMNS.byAgency;
const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const S = TASK_STATUS_LABELS;
const L = CONCLUSION_LABELS;

/** The agency of this row, by its place in the list of Danh mục, so that a new name there is the name here. */
const nameFormula: Formula = call(
  "IFERROR",
  op("&", call("INDEX", allRows("agencies", COLUMNS.agencies.name), op("-", call("ROW"), literal(TABLE_AT.row + 1))), literal("")),
  literal(""),
);

/** Lines that stand ready for agencies added to Danh mục. */
const SPARE = 5;

/** Makes tblTheoDonVi: what each agency of Danh mục leads and how far it is. */
export function agenciesTable(plan: Plan, book: number, tables: { readonly targets: BuiltTable; readonly tasks: BuiltTable }): BuiltTable {
  const names = [...agencyRows(plan).map(({ name }) => name), ...Array.from({ length: SPARE }, () => "")];
  return buildTable("byAgency", book, TABLE_AT, agencyColumns(tables), names, false);
}

/** Makes the sheet Theo đơn vị around its table. All of it is live, so the sheet is protected. */
export function agenciesSheet(table: BuiltTable, book: number): SheetSpec {
  const sheet = tableSheet({
    key: "agencies",
    book,
    title: WORDS.agenciesTitle,
    hint: WORDS.agenciesHint,
    table,
    tabColor: COLORS.tabFormula,
    frozenColumns: 1,
  });
  const note = noteRange(table);
  const lines = lineCount(WORDS.agenciesNote, widthOf(table), { size: STYLES.noteText!.font.size });
  return {
    ...sheet,
    blocks: [...sheet.blocks, { at: note, cells: [[WORDS.agenciesNote]] }],
    merges: [note],
    styleRanges: [...sheet.styleRanges, { range: note, style: "noteText" }],
    rowHeights: { ...sheet.rowHeights, [note.row]: heightOf(lines, STYLES.noteText!.font.size) },
    validations: [],
    conditionalFormats: [unnamed(table)],
    print: { ...sheet.print, area: { ...sheet.print.area!, rows: note.row + 1 } },
    protected: true,
  };
}

/** Cells of the note below the table. */
function noteRange({ spec: { at, rows, columns } }: BuiltTable): RangeAddress {
  return { row: at.row + rows.length + 1, column: at.column, rows: 1, columns: columns.length };
}

/** Width of all columns together in characters: between two of them no padding is lost. */
function widthOf({ widths }: BuiltTable): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Lines that wait for a name show no figures. */
function unnamed(table: BuiltTable): ConditionalFormatSpec {
  const { at, columns, rows } = table.spec;
  return {
    type: "formula",
    range: { row: at.row + 1, column: at.column, rows: rows.length, columns: columns.length },
    formula: isBlank(ruleCell(table, C.name)),
    style: { color: COLORS.paper },
  };
}

function agencyColumns({ targets, tasks }: { readonly targets: BuiltTable; readonly tasks: BuiltTable }): readonly ColumnModel<string>[] {
  const by = thisRow("byAgency", C.name);
  const led = (name: string) => ({ header: K.lead, value: name, by });
  const owned = (name: string) => ({ header: T.lead, value: name, by });
  const status = (name: string, ...codes: readonly (keyof typeof S)[]): Counted =>
    countAnyOf(
      tasks,
      K.status,
      codes.map((code) => S[code]),
      led(name),
    );
  const all = (name: string): Counted => countRows(tasks, led(name));
  const due = (name: string): Counted => status(name, "done-on-time", "done-late", "overdue");
  const column = (header: string, of: (name: string) => Counted): ColumnModel<string> => ({
    header,
    role: "formula",
    width: 8.5,
    format: "count",
    formula: ifNamed(of("").formula, 0),
    value: (name) => (name === "" ? 0 : of(name).result),
  });
  const share = (header: string, part: (name: string) => Counted): ColumnModel<string> => {
    const cell = (name: string) => ratio(part(name), due(name), NONE);
    const parts = (name: string): { formula: Formula; result: CellValue } => {
      const made = cell(name);
      if (!isFormulaCell(made)) throw new Error("A ratio is a formula");
      return made;
    };
    return {
      header,
      role: "formula",
      width: 9,
      format: "percent",
      formula: ifNamed(parts("").formula, ""),
      value: (name) => (name === "" ? "" : parts(name).result),
    };
  };
  return [
    { header: C.name, role: "formula", width: 34, format: "text", formula: nameFormula, value: (name) => name },
    column(C.tasks, all),
    column(C.onTime, (name) => status(name, "done-on-time")),
    column(C.late, (name) => status(name, "done-late")),
    column(C.open, (name) => status(name, "in-progress", "due-soon", "not-started", "postponement-asked")),
    column(C.overdue, (name) => status(name, "overdue")),
    column(C.other, (name) =>
      less(all(name), status(name, "done-on-time", "done-late", "in-progress", "due-soon", "not-started", "postponement-asked", "overdue")),
    ),
    column(C.notUpdated, (name) => status(name, "continuous-not-updated")),
    share(C.completion, (name) => status(name, "done-on-time", "done-late")),
    share(C.onTimeRate, (name) => status(name, "done-on-time")),
    ...pointColumns(tasks),
    column(C.targets, (name) => countRows(targets, owned(name))),
    column(C.met, (name) =>
      sum(...[L.exceeded, L.met, L["fully-met"]].map((value) => countRows(targets, owned(name), { header: T.conclusion, value }))),
    ),
    column(C.missed, (name) =>
      sum(...[L["not-met"], L["partly-met"]].map((value) => countRows(targets, owned(name), { header: T.conclusion, value }))),
    ),
    column(C.without, (name) => countRows(targets, owned(name), { header: T.conclusion, value: L["no-data"] })),
  ];
}
