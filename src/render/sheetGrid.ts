import type { RangeAddress, SheetSpec } from "../workbook/workbookSpec";
import type { FileCell, FileColumn, FileRow, FileValue } from "../xlsx/sheetFile";

/** Content and looks of a sheet's cells while they are gathered. */
export class SheetGrid {
  private readonly rows = new Map<number, Map<number, FileCell>>();

  private cell(row: number, column: number): FileCell {
    return this.rows.get(row)?.get(column) ?? { column, value: null };
  }

  private put(row: number, cell: FileCell): void {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map<number, FileCell>()));
    cells.set(cell.column, cell);
  }

  setValue(row: number, column: number, value: FileValue): void {
    this.put(row, { ...this.cell(row, column), value });
  }

  setFormula(row: number, column: number, formula: string, value: FileValue): void {
    this.put(row, { ...this.cell(row, column), formula, value });
  }

  setStyle(row: number, column: number, style: string): void {
    this.put(row, { ...this.cell(row, column), style });
  }

  setStyles(range: RangeAddress, style: string): void {
    for (let i = 0; i < range.rows; i++) for (let j = 0; j < range.columns; j++) this.setStyle(range.row + i, range.column + j, style);
  }

  /** Value, or stored result, of a cell; null if it is blank. */
  value(row: number, column: number): FileValue {
    return this.cell(row, column).value;
  }

  /** Numbers of the rows that hold something, in no order. */
  rowNumbers(): Iterable<number> {
    return this.rows.keys();
  }

  /** Cells of a row from the left. */
  cells(row: number): readonly FileCell[] {
    return [...(this.rows.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
  }
}

type Outline = SheetSpec["outlines"][number];

/** Where groups put rows or columns: depth, folded away, or the one that carries the button of a folded group: the row above it, the column after it. */
function foldingOf(outlines: readonly Outline[]): (index: number) => { hidden?: true; outlineLevel?: number; collapsed?: true } {
  return (index) => {
    const around = outlines.filter((outline) => outline.from <= index && index <= outline.to);
    const folding: { hidden?: true; outlineLevel?: number; collapsed?: true } = {};
    if (around.length) folding.outlineLevel = around.length;
    if (around.some((outline) => outline.collapsed)) folding.hidden = true;
    if (outlines.some((outline) => outline.collapsed && buttonOf(outline) === index)) folding.collapsed = true;
    return folding;
  };
}

function buttonOf({ axis, from, to }: Outline): number {
  return axis === "rows" ? from - 1 : to + 1;
}

/** Every row that holds cells, has a height or belongs to a group, from the top. */
export function foldedRows(sheet: SheetSpec, grid: SheetGrid): readonly FileRow[] {
  const outlines = sheet.outlines.filter(({ axis }) => axis === "rows");
  const numbers = new Set<number>([...grid.rowNumbers(), ...Object.keys(sheet.rowHeights).map(Number)]);
  for (const { from, to } of outlines) for (let row = Math.max(0, from - 1); row <= to; row++) numbers.add(row);
  const folding = foldingOf(outlines);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((row) => {
      const height = sheet.rowHeights[row];
      return { row, ...(height === undefined ? {} : { height }), ...folding(row), cells: grid.cells(row) };
    });
}

/** The listed columns and those of groups, from the left. */
export function outlinedColumns(sheet: SheetSpec): readonly FileColumn[] {
  const outlines = sheet.outlines.filter(({ axis }) => axis === "columns");
  const folding = foldingOf(outlines);
  const count = Math.max(sheet.columns.length, ...outlines.map(({ to, collapsed }) => to + (collapsed ? 2 : 1)));
  return Array.from({ length: count }, (_, i): FileColumn => {
    const column = sheet.columns[i];
    const { hidden, ...rest } = folding(i);
    return { ...(column ? { width: column.width } : {}), ...rest, ...(hidden || column?.hidden ? { hidden: true } : {}) };
  });
}
