import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { ReactNode } from "react";
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

/** The pane in the theme that is set now: Office and the system change it while the pane is open. */
function Themed({ inExcel, children }: { readonly inExcel: boolean; children(theme: Theme): ReactNode }) {
  const read = () => themeOf(inExcel ? Office.context.officeTheme?.bodyBackgroundColor : undefined);
  const theme = useSyncExternalStore(onThemeChange, read);
  return children(theme);
}

/** Excel tells of no change of its theme, but a person changes it in its options and comes back. */
function onThemeChange(onChange: () => void): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", onChange);
  window.addEventListener("focus", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    system.removeEventListener("change", onChange);
    window.removeEventListener("focus", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
}

function show(inExcel: boolean): void {
  const context = inExcel ? Office.context : undefined;
  const language = context?.displayLanguage ?? "vi";
  const locale: Locale = /^en\b/i.test(language) ? "en" : "vi";
  document.title = pageTitle(locale);
  document.documentElement.lang = locale;
  const services = liveServices(inExcel ? hostCapabilities() : NO_HOST);
  root.render(
    <Themed inExcel={inExcel}>{(theme) => <App services={services} theme={theme} locale={locale} version={__VERSION__} />}</Themed>,
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
