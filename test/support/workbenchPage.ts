import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, FrameLocator } from "playwright-core";
import type { CellValue } from "../../src/workbook/formula";
import type { SheetSpec, TableSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { launchBrowser, openClosedPage, OUTPUT, type ClosedPage } from "./browser";
import { serveBuilt, type BuiltServer } from "./staticServer";

/** A cell as the page tells it; a blank one is "". */
export interface CellReading {
  readonly value: NonNullable<CellValue>;
  readonly formula: string;
  readonly text: string;
}

/** What the workbench page offers to tests; the page itself declares it. */
interface WorkbenchWindow {
  readonly workbench: {
    readonly ready: Promise<void>;
    sheetNames(): string[];
    readCell(sheet: string, address: string): Promise<CellReading>;
    readSheet(sheet: string): Promise<readonly (readonly CellReading[])[]>;
    select(sheet: string, address: string): void;
    selected(): { readonly sheet: string; readonly address: string };
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
  static async start(colorScheme: "light" | "dark" = "light"): Promise<WorkbenchPage> {
    const server = await serveBuilt();
    const browser = await launchBrowser();
    const closed = await openClosedPage(browser, undefined, colorScheme);
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

  /** Makes the pane as narrow as Excel can. */
  async narrow(): Promise<void> {
    await this.closed.page.addStyleTag({ content: "body { grid-template-columns: 1fr 320px !important; }" });
  }

  /** The frame of the pane, for scripts in it. */
  async paneFrame(): Promise<Frame> {
    const frame = await (await this.closed.page.waitForSelector("iframe")).contentFrame();
    if (!frame) throw new Error("the pane has no frame");
    return frame;
  }

  sheetNames(): Promise<string[]> {
    return this.closed.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.sheetNames());
  }

  read(sheet: string, address: string): Promise<CellReading> {
    return this.closed.page.evaluate(([s, a]) => (window as unknown as WorkbenchWindow).workbench.readCell(s!, a!), [sheet, address]);
  }

  /** All cells from A1 on, row by row, once everything is calculated. */
  readSheet(sheet: string): Promise<readonly (readonly CellReading[])[]> {
    return this.closed.page.evaluate((name) => (window as unknown as WorkbenchWindow).workbench.readSheet(name), sheet);
  }

  /** Where a person stands in the grid. */
  selected(): Promise<{ readonly sheet: string; readonly address: string }> {
    return this.closed.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.selected());
  }

  /** Shows a sheet. */
  show(sheet: string): Promise<void> {
    return this.select(sheet, "A1");
  }

  /** Selects a cell. */
  select(sheet: string, address: string): Promise<void> {
    return this.closed.page.evaluate(([s, a]) => (window as unknown as WorkbenchWindow).workbench.select(s!, a!), [sheet, address]);
  }

  /** Types into a cell with the keyboard and ends with Enter; "" empties it. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.edit(sheet, address, text);
    await this.closed.page.keyboard.press(text === "" ? "Delete" : "Enter");
  }

  /** Begins to type into a cell and leaves it in edit mode. */
  async edit(sheet: string, address: string, text: string): Promise<void> {
    const { page } = this.closed;
    await page.evaluate(([s, a]) => (window as unknown as WorkbenchWindow).workbench.select(s!, a!), [sheet, address]);
    // The pane has the keyboard until the grid is clicked; the click moves the selection, so it is made again.
    await page
      .locator("#grid canvas")
      .last()
      .click({ position: { x: 120, y: 120 } });
    await page.evaluate(([s, a]) => (window as unknown as WorkbenchWindow).workbench.select(s!, a!), [sheet, address]);
    // The grid scrolls in its own time; keys that come earlier are lost with the editor that it closes.
    await page.waitForTimeout(300);
    await page.keyboard.type(text);
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

  /** Presses "Lưu .xlsx" and takes the file. */
  save(): Promise<Uint8Array> {
    return this.download(() => this.closed.page.getByRole("button", { name: "Lưu .xlsx" }).click());
  }

  /** The bytes of the file that an action offers for download. */
  async download(action: () => Promise<void>): Promise<Uint8Array> {
    const [offered] = await Promise.all([this.closed.page.waitForEvent("download", { timeout: 60_000 }), action()]);
    return new Uint8Array(readFileSync(await offered.path()));
  }

  /** Presses "Mở .xlsx" and chooses a file; waits until the page says that it is open. */
  async open(bytes: Uint8Array, name = "so-theo-doi.xlsx"): Promise<void> {
    const { page } = this.closed;
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Mở .xlsx" }).click()]);
    await chooser.setFiles({
      name,
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(bytes),
    });
    await page
      .getByRole("status")
      .filter({ hasText: `Đã mở ${name}` })
      .waitFor();
  }

  async screenshot(name: string): Promise<void> {
    await this.closed.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  }
}

/** Opens the workbench once for the tests of a block and anew before each; none may ask outside localhost or leave an error. */
export function inWorkbench(use: (workbench: WorkbenchPage) => void): void {
  let workbench: WorkbenchPage | undefined;
  beforeAll(async () => {
    workbench = await WorkbenchPage.start();
    use(workbench);
  });
  beforeEach(() => workbench!.reload());
  afterEach(() => {
    expect(workbench!.closed.escaped).toEqual([]);
    expect(workbench!.closed.errors).toEqual([]);
  });
  afterAll(() => workbench?.stop());
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
