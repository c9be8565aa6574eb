import type { ICellData } from "@univerjs/core";
import type { RangeAddress } from "../workbook/workbookSpec";
import type { Book } from "./excelObjects/book";
import { intersect, printArea } from "./univer/address";
import type { InstalledExternal } from "./windowExternal";

/** Excel's numbers of the events that the stand-in sends. */
const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  tableChanged: 101,
} as const;
/** Target of events of the worksheet collection. */
const WORKBOOK = "Workbook";

type Raise = InstalledExternal["raise"];

/** Sends onChanged, onActivated, onDeactivated, onSelectionChanged, onAdded and onDeleted to the add-in. `isRemote` tells whether the add-in itself is the author now. */
export function connectEvents(book: Book, external: InstalledExternal, isAddIn: () => boolean): void {
  const raise: Raise = (type, target, message) => external.raise(type, target, message);
  let active = book.activeSheetId;
  const changes = new Map<string, { area: RangeAddress; addIn: boolean }[]>();
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    for (const [sheetId, areas] of changes) {
      for (const { area, addIn } of areas) {
        const message = {
          worksheetId: sheetId,
          address: printArea(area),
          changeType: "RangeEdited",
          source: "Local",
          shiftDirection: "None",
          triggerSource: addIn ? "ThisLocalAddin" : "Unknown",
        };
        raise(EVENT.changed, sheetId, message);
        raise(EVENT.changed, WORKBOOK, message);
        for (const table of book.tables.list()) {
          if (table.sheetId !== sheetId || !intersect(table.area, area)) continue;
          raise(EVENT.tableChanged, table.id, { ...message, tableId: table.id });
          raise(EVENT.tableChanged, WORKBOOK, { ...message, tableId: table.id });
        }
      }
    }
    changes.clear();
  };

  book.grid.onCommand((id, params) => {
    if (id === "sheet.mutation.set-range-values") {
      const { subUnitId, cellValue, trigger } = params as {
        subUnitId: string;
        cellValue?: Record<number, Record<number, ICellData | null>>;
        trigger?: string;
      };
      const area = trigger === "sheet.command.set-style" ? undefined : changedArea(cellValue ?? {});
      if (!area) return;
      const list = changes.get(subUnitId) ?? [];
      list.push({ area, addIn: isAddIn() });
      changes.set(subUnitId, list);
      if (!scheduled) {
        scheduled = true;
        setTimeout(flush, 0);
      }
    } else if (id === "sheet.mutation.insert-sheet") {
      const { sheet } = params as { sheet: { id: string } };
      raise(EVENT.added, WORKBOOK, { worksheetId: sheet.id, source: "Local" });
    } else if (id === "sheet.mutation.remove-sheet") {
      const { subUnitId } = params as { subUnitId: string };
      raise(EVENT.deleted, WORKBOOK, { worksheetId: subUnitId, source: "Local" });
    }
  });

  const show = book.onShow;
  book.onShow = (sheetId, area) => {
    show(sheetId, area);
    tellShown(sheetId);
    // Excel tells of a selection, whoever made it.
    if (area) tellSelected(sheetId, area);
  };
  book.onUserSelect = (sheetId, area) => {
    tellShown(sheetId);
    tellSelected(sheetId, area);
  };

  function tellSelected(sheetId: string, area: RangeAddress): void {
    const message = { worksheetId: sheetId, address: printArea(area) };
    raise(EVENT.selectionChanged, sheetId, message);
    raise(EVENT.selectionChanged, WORKBOOK, message);
    external.raiseSelectionChanged();
  }

  function tellShown(sheetId: string): void {
    if (sheetId === active) return;
    for (const target of [active, WORKBOOK]) raise(EVENT.deactivated, target, { worksheetId: active });
    for (const target of [sheetId, WORKBOOK]) raise(EVENT.activated, target, { worksheetId: sheetId });
    active = sheetId;
  }
}

/** Smallest rectangle around the cells whose content changed; formats alone do not count. */
function changedArea(cells: Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>): RangeAddress | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      if (cell && !("v" in cell) && !("f" in cell) && !("p" in cell)) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
