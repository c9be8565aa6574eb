import { isFormulaCell, type CellSpec } from "../formula";
import { overlay, type StandingCell, type StandingWorkbook } from "../overlay";
import { heightOf, lineCount } from "../textMeasure";
import type { CellAddress, RangeAddress, SheetSpec, TableSpec, WorkbookSpec } from "../workbookSpec";
import { LINES_ASIDE } from "../tableModel";
import type { TableChange } from "./change";

/** Lays changed and added rows into the tables of a spec: what stands below or reads them moves along. Results of formulas are left as they were. */
export function layChanges(spec: WorkbookSpec, changes: readonly TableChange[]): WorkbookSpec {
  const byKey = new Map(changes.filter(({ changed, added }) => changed.size + added.length > 0).map((change) => [change.key, change]));
  const tables = spec.sheets.flatMap(({ name, tables }) => tables.map((table) => ({ sheet: name, table })));
  const changed = tables.flatMap(({ sheet, table }) => {
    const change = byKey.get(table.key);
    return change ? [{ sheet, table, change, rows: rowsOf(table, change) }] : [];
  });
  const laid = overlay(spec, standingOf(changed));
  return { ...laid, sheets: laid.sheets.map((sheet, index) => withLooks(sheet, spec.sheets[index]!, byKey)) };
}

interface ChangedTable {
  readonly sheet: string;
  readonly table: TableSpec;
  readonly rows: readonly (readonly CellSpec[])[];
}

/** Rows of a table after a change: a cell that is not replaced stays, a calculated one is a formula in every row. */
function rowsOf({ columns, rows }: TableSpec, { changed, added }: TableChange): readonly (readonly CellSpec[])[] {
  const kept = rows.map((cells, index) => {
    const change = changed.get(index);
    return change ? cells.map((cell, place) => (change.has(columns[place]!.header) ? change.get(columns[place]!.header)! : cell)) : cells;
  });
  const below = added.map(({ cells }) =>
    columns.map(({ header, formula }): CellSpec => cells.get(header) ?? (formula ? { formula, result: null } : null)),
  );
  return [...kept, ...below];
}

/** The changed tables as if they stood in a workbook; of all else nothing is known, so that it stays as its spec makes it. */
function standingOf(tables: readonly ChangedTable[]): StandingWorkbook {
  const byName = new Map(tables.map((one) => [one.table.name, one]));
  const cellOf = ({ table, rows }: ChangedTable, row: number, column: number): StandingCell | undefined => {
    const cell = rows[row - table.at.row - 1]?.[column - table.at.column];
    if (cell === undefined) return undefined;
    return isFormulaCell(cell) ? { value: cell.result, formula: true } : { value: cell, formula: false };
  };
  return {
    table: (name) => {
      const found = byName.get(name);
      if (!found) return undefined;
      const { table, rows, sheet } = found;
      const area = { ...table.at, rows: rows.length + 1, columns: table.columns.length };
      return { sheet, area, columns: table.columns.map(({ header }) => header) };
    },
    cell: (sheet, row, column) => {
      for (const one of tables) {
        const cell = one.sheet === sheet ? cellOf(one, row, column) : undefined;
        if (cell) return cell;
      }
      return undefined;
    },
  };
}

/** Makes rows as high as their new texts need, and added rows look like others of their kind. */
function withLooks(sheet: SheetSpec, before: SheetSpec, changes: ReadonlyMap<string, TableChange>): SheetSpec {
  const heights: Record<number, number> = { ...sheet.rowHeights };
  const styles = [...sheet.styleRanges];
  sheet.tables.forEach((table, index) => {
    const change = changes.get(table.key);
    if (!change) return;
    const first = table.at.row + 1;
    const old = before.tables[index]!;
    const added = change.added.map((_row, place) => old.rows.length + place);
    for (const row of [...change.changed.keys(), ...added]) {
      const needed = heightNeeded(sheet, table, row);
      heights[first + row] = Math.max(heights[first + row] ?? 0, needed);
    }
    change.added.forEach(({ like }, place) =>
      table.columns.forEach(({ style }, column) => {
        const at = { row: first + old.rows.length + place, column: table.at.column + column };
        const from = { row: old.at.row + 1 + (like ?? 0), column: at.column };
        // The code of a row of the plan is a link to its words; a person's own row has none.
        const wanted = like === undefined || column === 0 ? style : (styleAt(before, from) ?? style);
        styles.push({ range: { ...at, rows: 1, columns: 1 }, style: wanted });
      }),
    );
  });
  return { ...sheet, rowHeights: heights, styleRanges: styles };
}

/** Height of a row by its texts; columns beside the paper hold no row high. */
function heightNeeded(sheet: SheetSpec, table: TableSpec, row: number): number {
  const printed = sheet.print.area ? sheet.print.area.column + sheet.print.area.columns : Infinity;
  const lines = (table.rows[row] ?? []).map((cell, index) => {
    const column = table.at.column + index;
    if (typeof cell !== "string") return 1;
    return Math.min(column < printed ? Infinity : LINES_ASIDE, lineCount(cell, sheet.columns[column]?.width ?? 10));
  });
  return heightOf(Math.max(1, ...lines));
}

function styleAt({ styleRanges }: SheetSpec, at: CellAddress): string | undefined {
  return styleRanges.filter(({ range }) => holds(range, at)).at(-1)?.style;
}

function holds(range: RangeAddress, { row, column }: CellAddress): boolean {
  return row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns;
}
