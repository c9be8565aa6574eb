import type { ColumnField, Source } from "../../text/textDocument";

/** A column that a row has once; of levels it may have several. */
export type TableField = Exclude<ColumnField, "level">;

/** A cell of a column that names a horizon or a group and not a field: "Đến năm 2025", "Thành thị". */
export interface LevelCell {
  /** Words of the column's header, white space folded. */
  readonly heading: string;
  readonly source: Source;
}

/** A row of a plan's table: one task or one indicator. Every cell points at its words; a cell that is empty is missing. */
export interface TableRow {
  /** Words of the STT cell without its dot; undefined when the row has none. */
  readonly number?: string;
  readonly cells: Readonly<Partial<Record<TableField, Source>>>;
  /** Cells of columns that no field claims. */
  readonly levels: readonly LevelCell[];
  /** Nearest group rows above it, highest first. */
  readonly groups: readonly TableGroup[];
  /** All words of the row in reading order. */
  readonly source: Source;
  /** True when the cells were rebuilt by judgement and some rule of thumb speaks against the result. */
  readonly doubtful: boolean;
}

/** A group row: "I. CHỈ SỐ GIA NHẬP THỊ TRƯỜNG (TRỌNG SỐ 5%)". */
export interface TableGroup {
  readonly title: string;
  readonly source: Source;
}

/** A table whose columns were matched to fields. */
export interface PlanTable {
  readonly firstLine: number;
  readonly lastLine: number;
  /** `grid`: cells are facts of the file; `flattened`: cells were rebuilt from lines without positions. */
  readonly kind: "grid" | "flattened";
  /** Rows name what is measured, with columns for its levels; whoever stands beside them watches a figure and has no task for that. */
  readonly indicators: boolean;
  /** The header row or rows, repeated ones included. */
  readonly header: Source;
  readonly rows: readonly TableRow[];
  readonly groups: readonly TableGroup[];
  /** Lines inside the table that are no part of it: page numbers, link targets. */
  readonly stray: Source;
}
