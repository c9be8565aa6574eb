import type { ICellData } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { Grid } from "../univer/grid";
import { typedCell } from "./userInput";

/** Before the grid's own reading of input, which takes "0,5" for text and "01/6/2024" for 6 January. */
const BEFORE_NUMBER_FORMATS = 1000;

/** Reads what a person types into a cell as a Vietnamese Excel does: decimal comma, day before month. */
export function readInputAsVietnamese(grid: Grid): void {
  grid.get<SheetInterceptorService>(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: BEFORE_NUMBER_FORMATS,
    handler: (value, context, next) => {
      const cell = value as ICellData | undefined | null;
      const stream = cell?.p?.body?.dataStream;
      const text = stream === undefined ? cell?.v : stream.replace("\r\n", "");
      const pattern = grid.styleOf(context.subUnitId, context.row, context.col).n?.pattern;
      if (!cell || typeof text !== "string" || cell.f || pattern === "@") return next(value);
      const typed = typedCell(text);
      if (typed.t !== 2) return next(value);
      const own = text.includes("%") ? "0%" : text.includes("/") ? "dd/mm/yyyy" : undefined;
      const style = typeof cell.s === "string" ? grid.workbook.getStyles().get(cell.s) : cell.s;
      const needed = own && (!pattern || pattern === "General") ? { s: { ...style, n: { pattern: own } } } : {};
      return next({ ...cell, p: undefined, v: typed.v, t: typed.t, ...needed } as ICellData);
    },
  });
}
