import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

/** Screenshots of the end-to-end tests. */
export const OUTPUT = join(__dirname, "../../test-output");

/** A browser page that can reach nothing but localhost, and the addresses that it tried to reach all the same. */
export interface ClosedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests outside localhost; must stay empty. */
  readonly escaped: readonly string[];
  /** Uncaught errors and console errors of the page and its frames. */
  readonly errors: readonly string[];
}

/** Starts Debian's Chromium without any of its own traffic. */
export async function launchBrowser(): Promise<Browser> {
  mkdirSync(OUTPUT, { recursive: true });
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Opens a page whose network ends at localhost. */
export async function openClosedPage(
  browser: Browser,
  viewport = { width: 1500, height: 950 },
  colorScheme: "light" | "dark" = "light",
): Promise<ClosedPage> {
  const context = await browser.newContext({ viewport, colorScheme, locale: "vi-VN", acceptDownloads: true });
  const escaped: string[] = [];
  const errors: string[] = [];
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (["localhost", "127.0.0.1"].includes(url.hostname) || ["data:", "blob:"].includes(url.protocol)) return route.continue();
    escaped.push(url.href);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`.trim());
  });
  return { page, context, escaped, errors };
}
