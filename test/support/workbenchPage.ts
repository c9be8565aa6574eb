import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator } from "playwright-core";
import type { CellValue } from "../../src/workbook/formula";
import type { SheetSpec, TableSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { launchBrowser, openClosedPage, OUTPUT, type ClosedPage } from "./browser";
import { serveBuilt, type BuiltServer } from "./staticServer";

/** What the workbench page offers to tests; the page itself declares it. */
interface WorkbenchWindow {
  readonly workbench: {
    readonly ready: Promise<void>;
    sheetNames(): string[];
    readCell(sheet: string, address: string): { value: CellValue; formula: string; text: string };
    writeCell(sheet: string, address: string, value: CellValue): Promise<void> | void;
    save(): Promise<Uint8Array> | Uint8Array;
    open(bytes: Uint8Array): Promise<unknown>;
  };
}

/** The built workbench in Chromium, and what the tests do with it. */
export class WorkbenchPage {
  private constructor(
    private readonly server: BuiltServer,
    private readonly browser: Browser,
    readonly closed: ClosedPage,
  ) {}

  /** Serves the build, opens it, and waits until grid and pane are ready. */
  static async start(): Promise<WorkbenchPage> {
    const server = await serveBuilt();
    const browser = await launchBrowser();
    const closed = await openClosedPage(browser);
    const workbench = new WorkbenchPage(server, browser, closed);
    await workbench.reload();
    return workbench;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** An empty workbook and a fresh pane. */
  async reload(): Promise<void> {
    const { page } = this.closed;
    await page.goto(`${this.server.origin}/`);
    await page.waitForFunction(() => "workbench" in window);
    await page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.ready);
    await this.pane.getByRole("tab", { name: /Chọn/ }).waitFor();
  }

  /** The task pane in its frame. */
  get pane(): FrameLocator {
    return this.closed.page.frameLocator("iframe");
  }

  sheetNames(): Promise<string[]> {
    return this.closed.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.sheetNames());
  }

  read(sheet: string, address: string): Promise<{ value: CellValue; formula: string; text: string }> {
    return this.closed.page.evaluate(([s, a]) => (window as unknown as WorkbenchWindow).workbench.readCell(s!, a!), [sheet, address]);
  }

  async write(sheet: string, address: string, value: CellValue): Promise<void> {
    await this.closed.page.evaluate(
      ([s, a, v]) => (window as unknown as WorkbenchWindow).workbench.writeCell(String(s), String(a), v!),
      [sheet, address, value],
    );
  }

  /** Waits until a cell holds what is wanted; says what it held instead. */
  async expectValue(sheet: string, address: string, wanted: (value: CellValue) => boolean): Promise<CellValue> {
    let value: CellValue = null;
    for (let tries = 0; tries < 100; tries++) {
      value = (await this.read(sheet, address)).value;
      if (wanted(value)) return value;
      await this.closed.page.waitForTimeout(100);
    }
    throw new Error(`${sheet}!${address} still holds ${JSON.stringify(value)}`);
  }

  async save(): Promise<Uint8Array> {
    const bytes = await this.closed.page.evaluate(async () => Array.from(await (window as unknown as WorkbenchWindow).workbench.save()));
    return Uint8Array.from(bytes);
  }

  /** The bytes of the file that an action offers for download. */
  async download(action: () => Promise<void>): Promise<Uint8Array> {
    const [offered] = await Promise.all([this.closed.page.waitForEvent("download", { timeout: 60_000 }), action()]);
    return new Uint8Array(readFileSync(await offered.path()));
  }

  async open(bytes: Uint8Array): Promise<void> {
    await this.closed.page.evaluate((list) => (window as unknown as WorkbenchWindow).workbench.open(Uint8Array.from(list)), [...bytes]);
  }

  async screenshot(name: string): Promise<void> {
    await this.closed.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  }
}

/** The sheet of a key. */
export function sheetOf(spec: WorkbookSpec, key: string): SheetSpec {
  return spec.sheets.find((sheet) => sheet.key === key)!;
}

/** A1 address of a table's cell by column header and data row. */
export function addressIn(table: TableSpec, header: string, row: number): string {
  const column = table.columns.findIndex((one) => one.header === header);
  if (column < 0) throw new Error(`no column ${header} in ${table.name}`);
  return `${letters(table.at.column + column)}${table.at.row + 2 + row}`;
}

/** Letters of a zero-based column. */
export function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
