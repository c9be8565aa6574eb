import type { CellSpec } from "./formula";
import type { CellBlock, ConditionalFormatSpec, RangeAddress, SheetSpec } from "./workbookSpec";

/** A sheet laid out freely: cells, looks, merges and rules gathered from top to bottom. */
export class Page {
  readonly blocks: CellBlock[] = [];
  readonly styles: { range: RangeAddress; style: string }[] = [];
  readonly merges: RangeAddress[] = [];
  readonly heights: Record<number, number> = {};
  readonly rules: ConditionalFormatSpec[] = [];

  /** Puts a cell over some columns, merged if they are several. */
  line(row: number, column: number, columns: number, style: string, cell: CellSpec, height?: number): void {
    const range = { row, column, rows: 1, columns };
    if (cell !== null) this.blocks.push({ at: { row, column }, cells: [[cell]] });
    this.styles.push({ range, style });
    if (columns > 1) this.merges.push(range);
    if (height !== undefined) this.tall(row, height);
  }

  /** Puts whole rows of cells, one style a column. */
  grid(row: number, column: number, styles: readonly string[], cells: readonly (readonly CellSpec[])[]): void {
    if (cells.length === 0) return;
    this.blocks.push({ at: { row, column }, cells });
    let from = 0;
    styles.forEach((style, index) => {
      if (styles[index + 1] === style) return;
      this.styles.push({ range: { row, column: column + from, rows: cells.length, columns: index - from + 1 }, style });
      from = index + 1;
    });
  }

  /** Sees to it that a row is at least so high, in points. */
  tall(row: number, height: number): void {
    this.heights[row] = Math.max(this.heights[row] ?? 0, height);
  }

  /** The parts of a sheet that were gathered. */
  parts(): Pick<SheetSpec, "blocks" | "styleRanges" | "merges" | "rowHeights" | "conditionalFormats"> {
    return {
      blocks: this.blocks,
      styleRanges: this.styles,
      merges: this.merges,
      rowHeights: this.heights,
      conditionalFormats: this.rules,
    };
  }
}
