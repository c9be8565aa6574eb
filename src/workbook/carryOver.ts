import { comparable } from "../tracking/labels";
import { carryFigures } from "./carry/carryFigures";
import { carryInfo } from "./carry/carryInfo";
import { carryItems, type ItemTable } from "./carry/carryItems";
import { carryList, LIST_TABLES, type CarriedTable } from "./carry/carryLists";
import { carryLog } from "./carry/carryLog";
import { joined, type CarryReport, type TableChange } from "./carry/change";
import { recoded, type CodeMap } from "./carry/codeMap";
import { layChanges } from "./carry/layChanges";
import { addedColumns, rowsMade, rowsStanding, tablesOf, type TableRow } from "./carry/tableRow";
import { isFormulaCell, type CellSpec } from "./formula";
import { COLUMNS, type TableKey } from "./names";
import type { StandingWorkbook } from "./overlay";
import { decodeState } from "./planState";
import type { TableSpec, WorkbookSpec } from "./workbookSpec";

/** A book that people have written into. */
export interface FilledBook {
  /** The book as its plan made it. */
  readonly spec: WorkbookSpec;
  /** What stands in it now. */
  readonly standing: StandingWorkbook;
}

/** A new book with what was typed into an earlier one, and what became of it. */
export interface CarriedBook {
  readonly spec: WorkbookSpec;
  readonly report: CarryReport;
}

/**
 * Carries what people typed into a book over to a new one of the same plan, perhaps amended. Typed is what differs from what the old plan put
 * there; where the new plan changed the same cell, the new plan wins and the report tells it. Results of formulas are blank, for they would be
 * those of a book without figures: Excel computes them, in a file when it opens it.
 */
export function carryOver({ spec: old, standing }: FilledBook, next: WorkbookSpec): CarriedBook {
  const [before, after] = [tablesOf(old), tablesOf(next)];
  const changes: TableChange[] = [];
  const reports: Partial<CarryReport>[] = [];
  const done = ({ change, report }: CarriedTable): void => {
    changes.push(change);
    reports.push(report);
  };
  const each = (key: TableKey, carry: (old: TableSpec, rows: readonly TableRow[], next: TableSpec) => void): void => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!was) return;
    const rows = rowsStanding(was, standing);
    if (!rows || !is) reports.push({ missing: [was.name] });
    else carry(was, rows, is);
    reports.push({ columns: addedColumns(was, standing).map((header) => `${was.name} · ${header}`) });
  };
  const sameDocument = linesOf(old) === linesOf(next);
  let codes: CodeMap = { of: () => undefined };
  let periods: readonly string[] = [];
  const items = (key: ItemTable, targets?: CodeMap): void =>
    each(key, (was, rows, is) => {
      const carried = carryItems(key, was, rows, is, { sameDocument, ...(targets ? { targets } : {}) });
      if (key === "targets") codes = carried.codes;
      done(carried);
    });
  items("targets");
  items("tasks", codes);
  items("reports");
  each("figures", (was, rows, is) => {
    const carried = carryFigures(was, rows, is, codes);
    periods = carried.periods.map(comparable);
    done(carried);
  });
  const ofTarget = (row: TableRow): TableRow => recoded(row, codes, { single: [COLUMNS.indices.target] });
  for (const key of LIST_TABLES)
    each(key, (was, rows, is) => {
      if (key === "indices") done(carryList(key, was, rows.map(ofTarget), is, { made: ofTarget }));
      else done(carryList(key, was, rows, is, key === "periods" ? { keeps: (code) => periods.includes(code) } : {}));
    });
  // Theo đơn vị has a line for each agency, and the same number to spare as before.
  const agencies = changes.find(({ key }) => key === "agencies")?.added ?? [];
  changes.push({ key: "byAgency", changed: new Map(), added: agencies.map(() => ({ cells: new Map() })) });
  const known = rowsMade(after.get("periods")!).map((row) => comparable(String(row.cell(COLUMNS.periods.code))));
  each("info", (was, rows, is) => done(carryInfo(was, rows, is, known)));
  each("log", (was, rows, is) => done(carryLog(was, rows, is)));
  return { spec: withoutResults(layChanges(next, changes)), report: joined(reports) };
}

/** The lines of the document that a book was made of. */
function linesOf({ state }: WorkbookSpec): string {
  return JSON.stringify(decodeState(state).value?.document.lines.map(({ text }) => text) ?? []);
}

/** A spec whose formulas have no stored results. */
function withoutResults(spec: WorkbookSpec): WorkbookSpec {
  const blank = (cell: CellSpec): CellSpec => (isFormulaCell(cell) ? { formula: cell.formula, result: null } : cell);
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({ ...block, cells: block.cells.map((line) => line.map(blank)) })),
      tables: sheet.tables.map((table) => ({ ...table, rows: table.rows.map((line) => line.map(blank)) })),
    })),
  };
}
