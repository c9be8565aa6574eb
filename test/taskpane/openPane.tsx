import { webLightTheme } from "@fluentui/react-components";
import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { App } from "../../src/taskpane/App";
import type { PaneServices } from "../../src/taskpane/services";
import { fakeServices } from "./fakeServices";

/** Opens the pane on services of which some are replaced, and a person in front of it. */
export async function openPane(changes: Partial<PaneServices> = {}) {
  // The pane's style sheets make jsdom's computed styles a hundred times slower, and no test looks at them.
  window.getComputedStyle = ((element: HTMLElement) => element.style) as typeof window.getComputedStyle;
  const services = fakeServices(changes);
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const view = render(<App services={services} theme={webLightTheme} locale="vi" version="1.2.3" />);
  await act(async () => undefined);
  return { services, user, view };
}

/** Looks for what assistive technology would stumble over. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`)).toEqual([]);
}
