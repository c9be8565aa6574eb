import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openClosedPage, OUTPUT, type ClosedPage } from "./browser";
import { serveBuilt, type BuiltServer } from "./staticServer";

/** The shipped pane alone, outside Excel, as narrow as Excel can make it, in a light or a dark theme. */
export class PanePage {
  private constructor(
    private readonly server: BuiltServer,
    private readonly browser: Browser,
    readonly closed: ClosedPage,
  ) {}

  /** Serves the build and opens the pane; it waits for a host first, so this takes some seconds. */
  static async start(width: number, theme: "light" | "dark"): Promise<PanePage> {
    const server = await serveBuilt();
    const browser = await launchBrowser();
    const closed = await openClosedPage(browser, { width, height: 800 }, theme);
    await closed.page.goto(`${server.origin}/pane/taskpane.html`);
    await closed.page.getByRole("tab", { name: /Chọn/ }).waitFor({ timeout: 30_000 });
    return new PanePage(server, browser, closed);
  }

  get page(): Page {
    return this.closed.page;
  }

  /** Errors of the page; office.js asks for a table of file types where no host answers, which is in none of its packages. */
  get errors(): readonly string[] {
    return this.closed.errors.filter((words) => !words.endsWith("/o15apptofilemappingtable.js"));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** Chooses a file in the first step. */
  async choose(name: string, bytes: Uint8Array): Promise<void> {
    await this.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  }
}
