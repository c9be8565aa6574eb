import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { ExcelHost } from "../../src/workbench/excelHost";
import { isErrorText, textOf, valueOf } from "../../src/workbench/excelObjects/cellValues";
import { parseArea } from "../../src/workbench/univer/address";
import { typedCell } from "../../src/workbench/page/userInput";
import type { GridFunction } from "../../src/workbench/univer/functions";
import { KPI_GRID_FUNCTIONS } from "../../src/workbench/univer/kpiFunctions";
import { Grid } from "../../src/workbench/univer/grid";
import { startHeadless } from "../../src/workbench/univer/headless";
import type { ExcelVersion, InstalledExternal } from "../../src/workbench/windowExternal";

const OFFICE_JS = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));

class FromPackage extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = path.join(OFFICE_JS, new URL(url).pathname.replace(/^\/office\//, ""));
    return existsSync(file) ? (Promise.resolve(readFileSync(file)) as ReturnType<ResourceLoader["fetch"]>) : null;
  }
}

export interface OfficeHostOptions {
  /** @default "excel-2021" */
  readonly version?: ExcelVersion;
  /** Custom functions known to the grid. @default the KPI functions of the add-in */
  readonly functions?: readonly GridFunction[];
}

/** Microsoft's own office.js in a window made by hand, on the stand-in with a grid without a screen. */
export interface OfficeHost {
  /** Namespaces of office.js; assign them to globalThis for code that uses the globals. */
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
  readonly external: InstalledExternal;
  /** Values of a rectangle ("A1:C3") after calculation; a blank cell is "". */
  values(sheet: string, address: string): Promise<unknown[][]>;
  /** Formulas as Excel shows them; "" for constants. */
  formulas(sheet: string, address: string): Promise<string[][]>;
  /** What the cells show. */
  texts(sheet: string, address: string): Promise<string[][]>;
  /** Addresses of all error cells, "Sheet!A1: #REF!". */
  errors(): Promise<string[]>;
  /** Types a value into a cell as a person does: tables grow, formulas calculate. */
  type(sheet: string, address: string, value: string | number | boolean): Promise<void>;
  /** Puts Excel, Office and OfficeExtension on globalThis and returns the function that takes them away. */
  installGlobals(): () => void;
  close(): Promise<void>;
}

/** Boots office.js; takes about half a second. Call `close` at the end. */
export async function startOfficeHost(options: OfficeHostOptions = {}): Promise<OfficeHost> {
  const host = new ExcelHost(new Grid(startHeadless(options.functions ?? KPI_GRID_FUNCTIONS)));
  const virtualConsole = new VirtualConsole();
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: "https://localhost/taskpane.html",
    runScripts: "dangerously",
    resources: new FromPackage(),
    pretendToBeVisual: true,
    virtualConsole,
  });
  const window = dom.window as unknown as Window & {
    Excel: typeof Excel;
    Office: typeof Office;
    OfficeExtension: typeof OfficeExtension & { CommonUtility?: { _doApiNotSupportedCheck: boolean } };
  };
  const external = host.attach(window, { version: options.version ?? "excel-2021" });
  const script = window.document.createElement("script");
  script.src = "https://localhost/office/office.js";
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("office.js did not load"));
  });
  window.document.head.appendChild(script);
  await loaded;
  await window.Office.onReady();
  // 1.1.110 sets this flag on the wrong object, so that requirement sets are not checked unless it is set here.
  window.OfficeExtension.CommonUtility!._doApiNotSupportedCheck = true;

  const { grid, book } = host;
  const cells = async <T>(sheet: string, address: string, read: (sheetId: string, row: number, column: number) => T): Promise<T[][]> => {
    await grid.settle();
    const found = book.sheetNamed(sheet);
    const area = parseArea(address);
    if (!found || !area) throw new Error(`no cells ${sheet}!${address}`);
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => read(found.getSheetId(), area.row + row, area.column + column)),
    );
  };
  return {
    Excel: window.Excel,
    Office: window.Office,
    OfficeExtension: window.OfficeExtension,
    host,
    external,
    values: (sheet, address) => cells(sheet, address, (id, row, column) => valueOf(grid.cell(id, row, column))),
    formulas: (sheet, address) => cells(sheet, address, (id, row, column) => grid.cell(id, row, column)?.f ?? ""),
    texts: (sheet, address) =>
      cells(sheet, address, (id, row, column) => textOf(grid.cell(id, row, column), grid.styleOf(id, row, column).n?.pattern ?? "General")),
    async errors() {
      await grid.settle();
      const found: string[] = [];
      for (const sheet of grid.sheets()) {
        sheet.getCellMatrix().forValue((row, column, cell) => {
          if (isErrorText(cell?.v)) found.push(`${sheet.getName()}!R${row + 1}C${column + 1}: ${cell!.v} ${cell!.f ?? ""}`);
        });
      }
      return found;
    },
    async type(sheet, address, value) {
      const found = book.sheetNamed(sheet);
      const area = parseArea(address);
      if (!found || !area) throw new Error(`no cell ${sheet}!${address}`);
      grid.type(found.getSheetId(), area.row, area.column, typedCell(typeof value === "string" ? value : String(value).replace(".", ",")));
      await grid.settle();
    },
    installGlobals() {
      const names = ["Excel", "Office", "OfficeExtension"] as const;
      const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
      for (const name of names) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
      return () =>
        names.forEach((name, index) =>
          before[index] ? Object.defineProperty(globalThis, name, before[index]) : delete (globalThis as Record<string, unknown>)[name],
        );
    },
    async close() {
      await grid.dispose();
      dom.window.close();
    },
  };
}
