import { type CellSpec, type CellValue, type Formula, isFormulaCell } from "./formula";
import type { ConditionalFormatSpec, RangeAddress, SheetRange, SheetSpec, TableSpec, ValidationSpec, WorkbookSpec } from "./workbookSpec";

/** A cell as it stands in a grid or a file. */
export interface StandingCell {
  readonly value: CellValue;
  readonly formula: boolean;
}

/** What stands in a grid or a file now. */
export interface StandingWorkbook {
  /** The table of this name; `area` includes the header row. */
  table(name: string): { readonly sheet: string; readonly area: RangeAddress; readonly columns: readonly string[] } | undefined;
  cell(sheet: string, row: number, column: number): StandingCell | undefined;
}

/** By how many rows a table has grown or shrunk. */
interface Growth {
  /** Last data row of the table in the spec. */
  readonly last: number;
  readonly rows: number;
  /** Columns of the table: what stands beside them does not move. */
  readonly columns: Columns;
}

/** First and last column of a place. */
type Columns = readonly [from: number, to: number];

/** Lays what stands in a workbook over its spec: rows that people added, removed or sorted, the values they typed, the results that were computed. */
export function overlay(spec: WorkbookSpec, standing: StandingWorkbook): WorkbookSpec {
  const growth = new Map<string, readonly Growth[]>();
  for (const sheet of spec.sheets) {
    growth.set(
      sheet.key,
      sheet.tables.flatMap((table): Growth[] => {
        const found = standing.table(table.name);
        const rows = found ? Math.max(1, found.area.rows - 1) - table.rows.length : 0;
        const columns: Columns = [table.at.column, table.at.column + table.columns.length - 1];
        return rows === 0 ? [] : [{ last: table.at.row + table.rows.length, rows, columns }];
      }),
    );
  }
  const mover = new Mover(growth);
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => sheetOf(sheet, standing, mover)),
    names: spec.names.map((name) => ({
      ...name,
      refersTo: "formula" in name.refersTo ? { formula: mover.formula(name.refersTo.formula, "") } : mover.sheetRange(name.refersTo),
    })),
  };
}

/** Moves positions of a spec to where they stand after tables grew. */
class Mover {
  private readonly moved = new Map<string, Map<Formula, Formula>>();

  constructor(private readonly growth: ReadonlyMap<string, readonly Growth[]>) {}

  /** Where a row stands now; `columns` are those that are looked at, all if left out. */
  row(row: number, sheet: string, columns?: Columns): number {
    return this.grown(sheet, columns).reduce((sum, { last, rows }) => (row > last ? sum + rows : sum), row);
  }

  private grown(sheet: string, columns: Columns | undefined): readonly Growth[] {
    const all = this.growth.get(sheet) ?? [];
    return columns ? all.filter(({ columns: [from, to] }) => from <= columns[1] && columns[0] <= to) : all;
  }

  /** Last row of a range: one that ends with the table goes on with it. */
  end(row: number, sheet: string, columns?: Columns): number {
    return this.grown(sheet, columns).reduce((sum, { last, rows }) => (row >= last ? sum + rows : sum), row);
  }

  range(range: RangeAddress, sheet: string): RangeAddress {
    const columns = columnsOf(range);
    const row = this.row(range.row, sheet, columns);
    const last = this.end(range.row + range.rows - 1, sheet, columns);
    return { ...range, row, rows: Math.max(1, last - row + 1) };
  }

  sheetRange(target: SheetRange): SheetRange {
    // A name or link to one cell stays with that cell.
    const single = target.range.rows === 1;
    return {
      sheet: target.sheet,
      range: single
        ? { ...target.range, row: this.row(target.range.row, target.sheet, columnsOf(target.range)) }
        : this.range(target.range, target.sheet),
    };
  }

  formula(formula: Formula, sheet: string): Formula {
    const known = this.moved.get(sheet) ?? new Map<Formula, Formula>();
    this.moved.set(sheet, known);
    const done = known.get(formula);
    if (done) return done;
    const result = this.move(formula, sheet);
    known.set(formula, result);
    return result;
  }

  private move(formula: Formula, sheet: string): Formula {
    if (formula.kind === "op" || formula.kind === "call") {
      const args = formula.args.map((arg) => this.formula(arg, sheet));
      return args.every((arg, index) => arg === formula.args[index]) ? formula : { ...formula, args };
    }
    if (formula.kind !== "cell") return formula;
    const target = formula.sheet ?? sheet;
    const columns: Columns = [formula.column, formula.toColumn ?? formula.column];
    const row = this.row(formula.row, target, columns);
    const toRow = formula.toRow === undefined ? undefined : this.end(formula.toRow, target, columns);
    return row === formula.row && toRow === formula.toRow ? formula : { ...formula, row, ...(toRow === undefined ? {} : { toRow }) };
  }
}

function columnsOf({ column, columns }: RangeAddress): Columns {
  return [column, column + columns - 1];
}

function laid(cell: CellSpec, standing: StandingCell | undefined, formula: Formula | undefined): CellSpec {
  if (!standing) return formula ? { formula, result: isFormulaCell(cell) ? cell.result : null } : isFormulaCell(cell) ? null : cell;
  return formula && standing.formula ? { formula, result: standing.value } : standing.value;
}

function tableOf(table: TableSpec, sheet: SheetSpec, standing: StandingWorkbook, mover: Mover): TableSpec {
  const found = standing.table(table.name);
  if (!found) return table;
  const { area } = found;
  const blank: CellSpec = null;
  const places = table.columns.map(({ header }) => found.columns.findIndex((name) => name === header));
  const rows = Array.from({ length: Math.max(1, area.rows - 1) }, (_, index) =>
    table.columns.map((column, position) => {
      const place = places[position]!;
      const old = table.rows[index]?.[position] ?? blank;
      const own = column.formula ?? (isFormulaCell(old) ? old.formula : undefined);
      const moved = own && mover.formula(own, sheet.key);
      // A workbook of an earlier template lacks the column: it gets its formula in every row.
      if (place < 0) return moved ? { formula: moved, result: isFormulaCell(old) ? old.result : null } : old;
      const now = standing.cell(found.sheet, area.row + 1 + index, area.column + place) ?? { value: null, formula: false };
      return laid(old, now, moved);
    }),
  );
  return {
    ...table,
    at: { row: mover.row(table.at.row, sheet.key, [table.at.column, table.at.column + table.columns.length - 1]), column: table.at.column },
    rows,
  };
}

function sheetOf(sheet: SheetSpec, standing: StandingWorkbook, mover: Mover): SheetSpec {
  const { key } = sheet;
  const tables = sheet.tables.map((table) => tableOf(table, sheet, standing, mover));
  const range = (old: RangeAddress): RangeAddress => mover.range(old, key);
  return {
    ...sheet,
    tables,
    rowHeights: Object.fromEntries(Object.entries(sheet.rowHeights).map(([row, height]) => [mover.row(Number(row), key), height])),
    blocks: sheet.blocks.map((block) => {
      const at = { ...block.at, row: mover.row(block.at.row, key, [block.at.column, block.at.column + (block.cells[0]?.length ?? 1) - 1]) };
      return {
        at,
        cells: block.cells.map((line, row) =>
          line.map((cell, column) =>
            laid(
              cell,
              standing.cell(sheet.name, at.row + row, at.column + column),
              isFormulaCell(cell) ? mover.formula(cell.formula, key) : undefined,
            ),
          ),
        ),
      };
    }),
    styleRanges: sheet.styleRanges.map((item) => ({ ...item, range: range(item.range) })),
    merges: sheet.merges.map((merge) => ({ ...merge, row: mover.row(merge.row, key, columnsOf(merge)) })),
    outlines: sheet.outlines.map((group) =>
      group.axis === "rows" ? { ...group, from: mover.row(group.from, key), to: mover.end(group.to, key) } : group,
    ),
    validations: sheet.validations.map((item) => validationOf(item, range(item.range), (formula) => mover.formula(formula, key))),
    conditionalFormats: sheet.conditionalFormats.map((item): ConditionalFormatSpec =>
      item.type === "formula"
        ? { ...item, range: range(item.range), formula: mover.formula(item.formula, key) }
        : { ...item, range: range(item.range) },
    ),
    links: sheet.links.map((link) => ({
      ...link,
      at: { ...link.at, row: mover.row(link.at.row, key, [link.at.column, link.at.column]) },
      target: mover.sheetRange(link.target),
    })),
    charts: sheet.charts.map((chart) => ({
      ...chart,
      at: { ...chart.at, row: mover.row(chart.at.row, key, columnsOf(chart.at)) },
      categories: mover.sheetRange(chart.categories),
      series: chart.series.map((series) => ({ ...series, values: mover.sheetRange(series.values) })),
    })),
    print: {
      ...sheet.print,
      ...(sheet.print.area ? { area: range(sheet.print.area) } : {}),
      ...(sheet.print.pageBreaks ? { pageBreaks: sheet.print.pageBreaks.map((row) => mover.row(row, key)) } : {}),
    },
  };
}

function validationOf(item: ValidationSpec, range: RangeAddress, move: (formula: Formula) => Formula): ValidationSpec {
  switch (item.type) {
    case "list":
      return { ...item, range, source: move(item.source) };
    case "custom":
      return { ...item, range, formula: move(item.formula) };
    default:
      return { ...item, range, value: move(item.value), ...(item.upper ? { upper: move(item.upper) } : {}) };
  }
}
