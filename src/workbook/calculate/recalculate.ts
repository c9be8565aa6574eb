import { isFormulaCell, type CellSpec, type CellValue, type Formula } from "../formula";
import type { SheetSpec, TableSpec, WorkbookSpec } from "../workbookSpec";
import { evaluateFormula, type Cells, type Place } from "./evaluateFormula";
import { CalcError, REFERENCE, single, type Matrix, type Operand, type Scalar } from "./operand";

/** A spec whose formulas hold the results that follow from its cells now. */
export function recalculate(spec: WorkbookSpec): WorkbookSpec {
  const results = new Calculator(spec);
  const cellOf = (sheet: SheetSpec, cell: CellSpec, row: number, column: number): CellSpec =>
    isFormulaCell(cell) ? { formula: cell.formula, result: results.of(sheet.key, row, column) } : cell;
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        cells: block.cells.map((line, row) =>
          line.map((cell, column) => cellOf(sheet, cell, block.at.row + row, block.at.column + column)),
        ),
      })),
      tables: sheet.tables.map((table) => ({
        ...table,
        rows: table.rows.map((line, row) =>
          line.map((cell, column) => cellOf(sheet, cell, table.at.row + 1 + row, table.at.column + column)),
        ),
      })),
    })),
  };
}

/** Cells that may wait for each other before the one at the bottom is computed first. */
const DEEPEST = 60;

/** A cell that has to be computed before the one that asked for it. */
class NotYet {
  constructor(
    readonly sheet: string,
    readonly row: number,
    readonly column: number,
  ) {}
}

/** Columns of a sheet in Excel. */
const MOST_COLUMNS = 16_384;
const keyOf = (row: number, column: number): number => row * MOST_COLUMNS + column;

/** Computes each cell once, when it is first asked for. */
class Calculator implements Cells {
  private readonly grids: ReadonlyMap<string, ReadonlyMap<number, CellSpec>>;
  private readonly tables: ReadonlyMap<string, { readonly sheet: string; readonly table: TableSpec }>;
  private readonly names: ReadonlyMap<string, WorkbookSpec["names"][number]>;
  private readonly done = new Map<string, Map<number, Scalar>>();
  private readonly waiting = new Set<string>();
  private readonly ranges = new Map<string, Matrix>();

  constructor(spec: WorkbookSpec) {
    this.grids = new Map(spec.sheets.map((sheet) => [sheet.key, gridOf(sheet)]));
    this.tables = new Map(spec.sheets.flatMap(({ key, tables }) => tables.map((table) => [table.key, { sheet: key, table }] as const)));
    this.names = new Map(spec.names.map((name) => [name.key, name]));
  }

  /** Result of a cell as Excel stores it: a formula that gives a blank cell gives 0. */
  of(sheet: string, row: number, column: number): CellValue {
    const wanted = [new NotYet(sheet, row, column)];
    for (let next = wanted.at(-1); next; next = wanted.at(-1)) {
      try {
        this.value(next.sheet, next.row, next.column);
        wanted.pop();
      } catch (error) {
        this.waiting.clear();
        if (!(error instanceof NotYet)) throw error;
        wanted.push(error);
      }
    }
    const value = this.value(sheet, row, column);
    return value instanceof CalcError ? value.code : (value ?? 0);
  }

  column({ table: key, column, rows }: Extract<Formula, { kind: "column" }>, { row }: Place): Matrix {
    const found = this.tables.get(key);
    if (!found) throw new Error(`The workbook has no table ${key}`);
    const { sheet, table } = found;
    const place = table.columns.findIndex(({ header }) => header === column);
    if (place < 0) throw new Error(`The table ${key} has no column ${column}`);
    const { at } = table;
    if (rows === "all") return this.area(sheet, at.row + 1, at.column + place, table.rows.length, 1);
    return this.area(sheet, rows === "this" ? row : at.row, at.column + place, 1, 1);
  }

  range(formula: Extract<Formula, { kind: "cell" }>, place: Place): Matrix {
    const { sheet = place.sheet, row, column, toRow = row, toColumn = column } = formula;
    return this.area(sheet, row, column, toRow - row + 1, toColumn - column + 1);
  }

  named(name: string): Operand {
    const found = this.names.get(name)?.refersTo;
    if (!found) throw new Error(`The workbook has no name ${name}`);
    if ("formula" in found) return evaluateFormula(found.formula, this, { sheet: "", row: 0 });
    const { row, column, rows, columns } = found.range;
    return this.area(found.sheet, row, column, rows, columns);
  }

  /** The same cells are the same matrix, so that what is known of them is kept. */
  private area(sheet: string, row: number, column: number, rows: number, columns: number): Matrix {
    const key = `${sheet} ${row} ${column} ${rows} ${columns}`;
    const known = this.ranges.get(key);
    if (known) return known;
    const made: Matrix = { rows, columns, firstRow: row, at: (i, j) => this.value(sheet, row + i, column + j) };
    this.ranges.set(key, made);
    return made;
  }

  private value(sheet: string, row: number, column: number): Scalar {
    const key = keyOf(row, column);
    const done = this.done.get(sheet) ?? new Map<number, Scalar>();
    this.done.set(sheet, done);
    const known = done.get(key);
    if (known !== undefined) return known;
    const cell = this.grids.get(sheet)?.get(key) ?? null;
    const value = isFormulaCell(cell) ? this.computed(cell.formula, sheet, row, column) : cell;
    done.set(key, value);
    return value;
  }

  private computed(formula: Formula, sheet: string, row: number, column: number): Scalar {
    const key = `${sheet} ${row} ${column}`;
    // Excel would warn of a circle; generated sheets have none.
    if (this.waiting.has(key)) return REFERENCE;
    if (this.waiting.size >= DEEPEST) throw new NotYet(sheet, row, column);
    this.waiting.add(key);
    const value = single(evaluateFormula(formula, this, { sheet, row }));
    this.waiting.delete(key);
    return value ?? 0;
  }
}

/** Cells of a sheet by place, headers of tables among them. */
function gridOf({ blocks, tables }: SheetSpec): ReadonlyMap<number, CellSpec> {
  const grid = new Map<number, CellSpec>();
  const put = (row: number, column: number, cell: CellSpec): void => {
    if (cell !== null) grid.set(keyOf(row, column), cell);
  };
  for (const { at, cells } of blocks)
    cells.forEach((line, row) => line.forEach((cell, column) => put(at.row + row, at.column + column, cell)));
  for (const { at, columns, rows } of tables) {
    columns.forEach(({ header }, column) => put(at.row, at.column + column, header));
    rows.forEach((line, row) => line.forEach((cell, column) => put(at.row + 1 + row, at.column + column, cell)));
  }
  return grid;
}
