import { SetSuperTableMutation } from "@univerjs/engine-formula";
import { TableManager } from "@univerjs/sheets-table";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { fromRange, intersect, toRange } from "./address";
import type { Grid } from "./grid";

/** A table of the grid; `area` includes its header row. */
export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly area: RangeAddress;
  readonly columns: readonly string[];
}

/** Tables of the one workbook, with the column names kept equal to the header cells. */
export class GridTables {
  private nextId = 1;

  constructor(private readonly grid: Grid) {
    grid.onCommand((id, params) => {
      if (id === "sheet.mutation.set-range-values")
        this.renameColumns(params as { subUnitId: string; cellValue?: Record<number, unknown> });
    });
  }

  private get manager(): TableManager {
    return this.grid.get<TableManager>(TableManager as never);
  }

  list(): GridTable[] {
    return this.manager.getTableList(this.grid.unitId).map((info) => ({
      id: info.id,
      name: info.name,
      sheetId: info.subUnitId,
      area: fromRange(info.range),
      columns: info.columns.map((column) => column.displayName),
    }));
  }

  find(idOrName: string): GridTable | undefined {
    const lower = idOrName.toLowerCase();
    return this.list().find((table) => table.id === idOrName || table.name.toLowerCase() === lower);
  }

  /** The table in which a cell stands. */
  at(sheetId: string, row: number, column: number): GridTable | undefined {
    return this.list().find((table) => table.sheetId === sheetId && intersect(table.area, { row, column, rows: 1, columns: 1 }));
  }

  add(sheetId: string, name: string, area: RangeAddress, columns: readonly string[]): GridTable {
    let tableId = `t${this.nextId++}`;
    while (this.find(tableId)) tableId = `t${this.nextId++}`;
    this.grid.execute("sheet.mutation.add-table", {
      subUnitId: sheetId,
      tableId,
      name,
      range: toRange(area),
      header: [...columns],
      options: { showHeader: true },
    });
    return this.find(tableId)!;
  }

  remove(id: string): void {
    const table = this.find(id);
    if (table) this.grid.execute("sheet.mutation.delete-table", { subUnitId: table.sheetId, tableId: table.id });
  }

  rename(id: string, name: string): void {
    this.grid.execute("sheet.mutation.set-sheet-table", { tableId: id, config: { name } });
  }

  /** Gives a table another rectangle and the column names that its header cells then hold. */
  resize(id: string, area: RangeAddress): void {
    this.grid.execute("sheet.mutation.set-sheet-table", { tableId: id, config: { updateRange: { newRange: toRange(area) } } });
    this.refreshColumns(id);
  }

  /** Sets the column names of a table to its header cells and tells the formula engine. */
  refreshColumns(id: string): void {
    const model = this.manager.getTableById(this.grid.unitId, id);
    if (!model) return;
    const info = model.getTableInfo();
    let changed = false;
    const columns = info.columns.map((column, index) => {
      const text = String(this.grid.cell(info.subUnitId, info.range.startRow, info.range.startColumn + index)?.v ?? "");
      if (!text || text === column.displayName) return column;
      changed = true;
      return { ...column, displayName: text };
    });
    if (!changed) return;
    model.setColumns(columns);
    const titleMap = new Map(columns.map((column, index) => [column.displayName, index]));
    this.grid.execute(SetSuperTableMutation.id, {
      tableName: info.name,
      reference: { range: info.range, sheetId: info.subUnitId, titleMap },
    });
  }

  private renameColumns(change: { subUnitId: string; cellValue?: Record<number, unknown> }): void {
    for (const table of this.list())
      if (table.sheetId === change.subUnitId && change.cellValue && table.area.row in change.cellValue) this.refreshColumns(table.id);
  }
}
