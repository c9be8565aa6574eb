import type { Browser } from "playwright-core";

/** How a text is set when it is printed by a browser. */
export interface PrintSetting {
  /** CSS of the page. */
  readonly style?: string;
  /** Options of the print. */
  readonly margin?: { readonly top: string; readonly bottom: string; readonly left: string; readonly right: string };
  readonly landscape?: boolean;
}

/** Text for the inside of an element. */
export const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** HTML printed to a PDF by Chromium, on A4 in a serif type of 13 points. */
export async function printedHtml(
  browser: Browser,
  body: string,
  { style = "", margin, landscape }: PrintSetting = {},
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<meta charset="utf-8"><style>body{font:13pt 'Times New Roman','Liberation Serif',serif}${style}</style><body>${body}`,
    );
    return new Uint8Array(await page.pdf({ format: "A4", ...(margin ? { margin } : {}), ...(landscape ? { landscape } : {}) }));
  } finally {
    await page.close();
  }
}

/** A text printed to a PDF, each of its lines as a paragraph. */
export function printedText(browser: Browser, text: string, setting: PrintSetting = {}): Promise<Uint8Array> {
  const paragraphs = text.split("\n").map((line) => `<p>${escapeHtml(line)}</p>`);
  return printedHtml(browser, paragraphs.join("\n"), setting);
}
