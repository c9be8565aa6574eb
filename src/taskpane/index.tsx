import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import type { Locale } from "../messages";
import { App, pageTitle } from "./App";
import { hostCapabilities, liveServices, NO_HOST } from "./liveServices";

declare const __VERSION__: string;

/** Milliseconds after which a page that no host answers is taken to be opened in a plain browser. */
const HOST_PATIENCE = 8000;

const root = createRoot(document.getElementById("root")!);

/** Office's light and dark themes by the brightness of its background; the browser's wish where there is no Office theme. */
function themeOf(background: string | undefined): Theme {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
  if (!found) return window.matchMedia("(prefers-color-scheme: dark)").matches ? webDarkTheme : webLightTheme;
  const [red, green, blue] = found.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? webDarkTheme : webLightTheme;
}

function show(inExcel: boolean): void {
  const context = inExcel ? Office.context : undefined;
  const language = context?.displayLanguage ?? "vi";
  const locale: Locale = /^en\b/i.test(language) ? "en" : "vi";
  document.title = pageTitle(locale);
  document.documentElement.lang = locale;
  root.render(
    <App
      services={liveServices(inExcel ? hostCapabilities() : NO_HOST)}
      theme={themeOf(context?.officeTheme?.bodyBackgroundColor)}
      locale={locale}
      version={__VERSION__}
    />,
  );
}

if (typeof Office === "undefined") show(false);
else {
  let shown = false;
  const once = (inExcel: boolean) => {
    if (!shown) show(inExcel);
    shown = true;
  };
  const timer = setTimeout(() => once(false), HOST_PATIENCE);
  void Office.onReady(({ host }) => {
    clearTimeout(timer);
    once(host === Office.HostType.Excel);
  });
}
