import "./univer/iteratorHelpers";
import type { RangeAddress } from "../workbook/workbookSpec";
import { ExcelHost, type LoggedRequest } from "./excelHost";
import { textOf, valueOf } from "./excelObjects/cellValues";
import { linkOf } from "./excelObjects/hyperlink";
import { openBook } from "./openBook";
import { lookLikeExcel } from "./page/excelLooks";
import { judgeDaysAsExcel } from "./page/excelValidation";
import { showCharts } from "./page/floatingCharts";
import { readInputAsVietnamese } from "./page/vietnameseInput";
import { type SaveFailure, saveBook } from "./saveBook";
import { fromRange, parseArea, parseReference, printArea, toRange } from "./univer/address";
import { Grid } from "./univer/grid";
import { KPI_GRID_FUNCTIONS } from "./univer/kpiFunctions";
import { mountGrid } from "./univer/mount";

/** A cell as an end-to-end test reads it. */
export interface CellReading {
  readonly value: string | number | boolean;
  /** "" for a constant. */
  readonly formula: string;
  readonly text: string;
}

/** What end-to-end tests do with the workbench. */
export interface WorkbenchApi {
  /** Resolved when the grid stands and the pane's page is loaded. */
  readonly ready: Promise<void>;
  sheetNames(): string[];
  readCell(sheet: string, address: string): Promise<CellReading>;
  /** Every cell from A1 to the last one that is used, row by row; blank ones are "". */
  readSheet(sheet: string): Promise<CellReading[][]>;
  /** Shows a sheet and selects a cell. */
  select(sheet: string, address: string): void;
  /** Sheet that is shown and cells that are selected. */
  selected(): { readonly sheet: string; readonly address: string };
  requestLog(): readonly LoggedRequest[];
  readonly host: ExcelHost;
}

declare global {
  interface Window {
    workbench: WorkbenchApi;
    /** Called by the page in the frame before it loads office.js. */
    attachExcel: (frame: Window) => void;
  }
}

const SAVE_FAILURES: Readonly<Record<SaveFailure, string>> = {
  "no-book": "Chưa có sổ theo dõi để lưu. Hãy tạo sổ ở khung bên phải trước.",
  damaged: "Không đọc được thông tin kế hoạch trong sổ nên chưa lưu được.",
  newer: "Sổ do phiên bản mới hơn tạo ra, phiên bản này không lưu được.",
};
const OPEN_FAILED = "Tệp không phải là sổ theo dõi do chương trình này tạo ra, hoặc đã hỏng.";
const FILE_NAME = "so-theo-doi.xlsx";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function start(): void {
  const grid = new Grid(mountGrid(element("grid"), KPI_GRID_FUNCTIONS), { name: "Sổ làm việc" });
  const host = new ExcelHost(grid);
  const { book } = host;
  lookLikeExcel(book);
  judgeDaysAsExcel(grid);
  showCharts(host);
  readInputAsVietnamese(grid);
  grid.instance.api.getActiveWorkbook()?.setNumfmtLocal("vi");
  connectView(host);

  const frame = document.createElement("iframe");
  frame.title = "Sổ theo dõi kế hoạch";
  // Office follows the system's theme; so does the pane, while the grid stays as white as Excel's.
  const theme = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  window.attachExcel = (target) => void host.attach(target, { theme });
  const ready = new Promise<void>((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
  frame.src = "/frame/taskpane.html";
  document.querySelector("aside")!.append(frame);

  const say = (text: string, kind: "info" | "error" = "info"): void => {
    const status = element("status");
    status.textContent = text;
    status.dataset["kind"] = kind;
    status.title = text;
  };

  const save = async (): Promise<Uint8Array> => {
    const saved = await saveBook(book);
    if (typeof saved === "string") {
      say(SAVE_FAILURES[saved], "error");
      throw new Error(SAVE_FAILURES[saved]);
    }
    say(
      saved.unsaved.length
        ? `Đã lưu ${FILE_NAME}. Không lưu các trang không thuộc sổ: ${saved.unsaved.join(", ")}.`
        : `Đã lưu ${FILE_NAME}.`,
    );
    return saved.bytes;
  };

  const open = async (bytes: Uint8Array, name = FILE_NAME): Promise<void> => {
    const failed = openBook(book, bytes).some(({ severity }) => severity === "error");
    if (failed) {
      say(OPEN_FAILED, "error");
      throw new Error(OPEN_FAILED);
    }
    // Another workbook is another Excel window: its pane starts anew.
    const loaded = new Promise<void>((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
    frame.contentWindow?.location.reload();
    await loaded;
    await grid.settle();
    say(`Đã mở ${name}.`);
  };

  element("save").addEventListener("click", () => {
    save().then(download, () => undefined);
  });
  const file = element<HTMLInputElement>("file");
  element("open").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    chosen
      ?.arrayBuffer()
      .then((buffer) => open(new Uint8Array(buffer), chosen.name))
      .catch(() => undefined);
  });

  const find = (sheet: string, address: string): { sheetId: string; area: RangeAddress } => {
    const sheetId = book.sheetNamed(sheet)?.getSheetId();
    const area = parseArea(address);
    if (!sheetId || !area) throw new Error(`there is no ${sheet}!${address}`);
    return { sheetId, area };
  };
  const reading = (sheetId: string, row: number, column: number): CellReading => {
    const cell = grid.cell(sheetId, row, column);
    return {
      value: valueOf(cell),
      formula: cell?.f ?? "",
      text: textOf(cell, grid.styleOf(sheetId, row, column).n?.pattern ?? "General"),
    };
  };
  window.workbench = {
    ready,
    host,
    sheetNames: () => grid.sheets().map((sheet) => sheet.getName()),
    async readCell(sheet, address) {
      await grid.settle();
      const { sheetId, area } = find(sheet, address);
      return reading(sheetId, area.row, area.column);
    },
    async readSheet(sheet) {
      await grid.settle();
      const sheetId = book.sheetNamed(sheet)?.getSheetId() ?? "";
      const used = grid.usedArea(sheetId, true);
      if (!used) return [];
      return Array.from({ length: used.row + used.rows }, (_, row) =>
        Array.from({ length: used.column + used.columns }, (__, column) => reading(sheetId, row, column)),
      );
    },
    select(sheet, address) {
      const { sheetId, area } = find(sheet, address);
      book.select(sheetId, area);
    },
    selected: () => ({ sheet: book.sheetName(book.selection.sheetId), address: printArea(book.selection.area) }),
    requestLog: () => host.requests,
  };
}

/** Keeps the grid's surface and the workbook's idea of what is shown and selected together. */
function connectView(host: ExcelHost): void {
  const { book, grid } = host;
  const { api } = grid.instance;
  let following = false;
  book.onShow = (sheetId, area) => {
    const workbook = api.getActiveWorkbook();
    const sheet = workbook?.getSheetBySheetId(sheetId);
    if (!workbook || !sheet) return;
    following = true;
    try {
      workbook.setActiveSheet(sheet);
      if (area) {
        sheet
          .getRange(
            area.row,
            area.column,
            Math.min(area.rows, sheet.getMaxRows() - area.row),
            Math.min(area.columns, sheet.getMaxColumns() - area.column),
          )
          .activate();
        void grid.executeAsync("sheet.command.scroll-to-cell", { range: toRange({ ...area, rows: 1, columns: 2 }) });
      }
    } finally {
      following = false;
    }
  };
  const empty = element("empty");
  const showEmpty = (): void => {
    empty.hidden = grid.sheets().length > 1 || grid.sheets().some((sheet) => grid.usedArea(sheet.getSheetId(), true));
  };
  showEmpty();
  grid.onCommand((id, params) => {
    if (id === "sheet.mutation.set-range-values" || id === "sheet.mutation.insert-sheet" || id === "sheet.mutation.remove-sheet") {
      if (!empty.hidden || id === "sheet.mutation.remove-sheet") showEmpty();
    }
    if (id === "sheet.operation.set-cell-edit-visible") host.cellEditing = (params as { visible?: boolean }).visible === true;
    if (following) return;
    if (id === "sheet.operation.set-worksheet-active") {
      const { subUnitId } = params as { subUnitId: string };
      if (subUnitId !== book.activeSheetId) book.userSelected(subUnitId, { row: 0, column: 0, rows: 1, columns: 1 });
    }
    if (id === "sheet.operation.set-selections") {
      const { subUnitId, selections } = params as { subUnitId: string; selections?: readonly { range: Parameters<typeof fromRange>[0] }[] };
      const range = selections?.at(-1)?.range;
      if (range && Number.isFinite(range.startRow)) book.userSelected(subUnitId, fromRange(range));
    }
  });
  api.addEvent(api.Event.CellClicked, ({ row, column }) => {
    const link = linkOf(grid.cell(book.activeSheetId, row, column));
    const target = link?.documentReference ? parseReference(link.documentReference) : undefined;
    const sheet = target?.sheet === undefined ? undefined : book.sheetNamed(target.sheet);
    if (target && sheet && !sheet.isSheetHidden()) setTimeout(() => book.select(sheet.getSheetId(), target.area), 0);
  });
}

function download(bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

start();
