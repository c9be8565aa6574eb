import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What assistive technology, weak eyes and narrow panes would stumble over in what a pane shows now. */
export async function faults(pane: Frame): Promise<readonly string[]> {
  await pane.page().waitForTimeout(400); // colours fade in
  if (!(await pane.evaluate(() => "axe" in window))) await pane.evaluate(AXE);
  const violations = await pane.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
    const found = await axe.run({ exclude: ["[data-tabster-dummy]"] }, { rules: { region: { enabled: false } } });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.any[0]?.message ?? ""}`).join(" | ")}`,
    );
  });
  return [...violations, ...(await overflowing(pane)).map((words) => `sticks out: ${words}`)];
}

/** What sticks out to the right of a pane; a pane never scrolls sideways. */
export async function overflowing(pane: Frame): Promise<readonly string[]> {
  return pane.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("#root *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && element.checkVisibility())
      .filter((element) => !element.closest("[role=tablist], [aria-hidden=true]"))
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
  );
}
