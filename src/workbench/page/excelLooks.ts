import { InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { TableManager } from "@univerjs/sheets-table";
import { CellAlertManagerService } from "@univerjs/preset-sheets-core";
import type { Book } from "../excelObjects/book";

/** After what marks cells (validations have 9, number formats 10), before the grid's own end of the chain (-1). */
const AFTER_MARKS = 1;
/** Popup of the grid over a cell whose value its validation would refuse. */
const VALIDATION_ALERT = "SHEET_DATA_VALIDATION_ALERT";

/**
 * Takes away what the grid shows and Excel does not: corner marks and popups at cells whose values a validation would refuse, and filter buttons
 * of tables that have none.
 */
export function lookLikeExcel(book: Book): void {
  const { grid } = book;
  grid.get<SheetInterceptorService>(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: AFTER_MARKS,
    handler: (cell, _place, next) => next(cell?.markers ? { ...cell, markers: {} } : cell),
  });
  const alerts = grid.get<CellAlertManagerService>(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    if (alert.key !== VALIDATION_ALERT) show(alert);
  };
  const tables = grid.get<TableManager>(TableManager as never);
  const filtered = tables.getSheetFilterRangeWithState.bind(tables);
  tables.getSheetFilterRangeWithState = (unitId, sheetId) =>
    filtered(unitId, sheetId).filter(({ tableId }) => {
      const table = book.tables.find(tableId);
      return !table || book.extrasOfTable(table).showFilterButton;
    });
}
