import type { Frame } from "playwright-core";
import { seedPlans } from "../../src/seeds";
import { inWorkbench, type WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(180_000);

let workbench: WorkbenchPage;
inWorkbench((page) => {
  workbench = page;
});

/** Most stops of the Tab key between two things of one step. */
const MOST_STOPS = 60;

/** Name of what has the keyboard in the pane; "" where nothing has. */
function focused(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "";
    const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? "") : "";
    const words = at.matches("button, [role=tab], [role=menuitem]") ? (at.textContent ?? "") : "";
    const role = at.getAttribute("role") ?? at.tagName;
    return (at.getAttribute("aria-label") ?? (label || words || role)).replace(/\s+/g, " ").trim();
  });
}

/** Presses a key until something of this name has the keyboard. */
async function goTo(frame: Frame, name: RegExp, key = "Tab"): Promise<void> {
  const { keyboard } = workbench.closed.page;
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (name.test(await focused(frame))) return;
    await keyboard.press(key);
  }
  throw new Error(`no ${String(name)} within ${MOST_STOPS} stops; the keyboard is at “${await focused(frame)}”`);
}

describe("with the keyboard alone", () => {
  it("a plan is chosen, reviewed, made into a book and followed; the focus is never lost and what is done is told", async () => {
    const { pane } = workbench;
    const { keyboard } = workbench.closed.page;
    const frame = await workbench.paneFrame();
    const told = (words: RegExp) => pane.getByRole("status").filter({ hasText: words }).waitFor({ state: "attached", timeout: 60_000 });
    const seed = seedPlans[0]!;
    await pane.getByText("11 chỉ tiêu").first().waitFor({ timeout: 60_000 });
    await pane.getByRole("tab", { name: /Chọn/ }).focus();

    await goTo(frame, new RegExp(seed.title.slice(0, 25)));
    await keyboard.press("Enter");
    await told(/^Đã đọc xong/);
    await pane.getByRole("region", { name: "Đã đọc xong" }).waitFor();
    expect(await focused(frame)).toBe("Rà soát");
    await keyboard.press("Enter");

    const question = pane.getByRole("radiogroup").first();
    await question.waitFor();
    expect(await focused(frame)).not.toBe("");
    await goTo(frame, /Hết kỳ kế hoạch/);
    await keyboard.press("ArrowDown");
    expect(await focused(frame)).toMatch(/Thường xuyên/);
    expect(await question.isVisible()).toBe(true);
    await keyboard.press("Enter");
    await told(/^Đã sửa/);
    expect(await focused(frame)).not.toBe("");
    await keyboard.press("Control+z");
    await told(/^Đã hoàn tác/);

    await goTo(frame, /^Tiếp: Tạo sổ$/);
    await keyboard.press("Enter");
    await pane.getByText("Sổ sẽ gồm").waitFor();
    expect(await focused(frame)).not.toBe("");
    await goTo(frame, /^Tạo trong sổ đang mở$/);
    await keyboard.press("Enter");
    await told(/^Đã tạo \d+ trang tính/);
    await goTo(frame, /^Mở Theo dõi$/);
    await keyboard.press("Enter");
    await pane.getByRole("combobox", { name: "Kỳ đang xem" }).waitFor();
    expect(await focused(frame)).not.toBe("");
    await goTo(frame, /^Hôm nay$/);

    await goTo(frame, /^Trình đơn$/, "Shift+Tab");
    await keyboard.press("Enter");
    await goTo(frame, /^Trợ giúp$/, "ArrowDown");
    await keyboard.press("Enter");
    await pane.getByRole("dialog").waitFor();
    await keyboard.press("Escape");
    await pane.getByRole("dialog").waitFor({ state: "detached" });
    await pane.locator("button[aria-label='Trình đơn']:focus").waitFor();
  });
});
