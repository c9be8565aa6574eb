import type { Page } from "playwright-core";
import { seedPlans } from "../../src/seeds";
import { faults } from "../support/looks";
import { PanePage } from "../support/panePage";

jest.setTimeout(180_000);

describe.each(["light", "dark"] as const)("320 pixels wide, %s", (theme) => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.start(320, theme);
  });
  afterAll(() => pane?.stop());

  it("every step fits, can be read, and is named", async () => {
    const { page } = pane;
    const shot = (name: string) => pane.screenshot(`looks-${theme}-${name}`);
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string) => {
      found[name] = await faults(page.mainFrame());
      await shot(name);
    };
    await page.getByText("11 chỉ tiêu").first().waitFor({ timeout: 30_000 });
    await look("1-choose");
    const seed = seedPlans.find(({ id }) => id.startsWith("khanh-hoa"))!;
    await page.getByRole("button", { name: new RegExp(seed.title.slice(0, 30)) }).click();
    await page.getByRole("region", { name: "Đã đọc xong" }).waitFor({ timeout: 60_000 });
    await look("2-read");
    await page.getByRole("button", { name: "Rà soát" }).click();
    await look("3-review");
    await page.getByRole("button", { name: /^Kiểm tra kế hoạch/ }).click();
    await page.getByRole("heading", { name: /chưa rõ thời hạn/ }).waitFor();
    await look("3-check");
    await page.getByRole("button", { name: "Mở NV-02" }).first().click();
    await page.locator("[data-key='task:NV-02'] [data-row]:focus").waitFor();
    await look("3-check-item");
    await page.getByRole("button", { name: /^Kiểm tra kế hoạch/ }).click();
    await page.getByRole("button", { name: /^Chỉ tiêu \(/ }).click();
    await page.locator("[data-row]").first().click();
    await look("4-item");
    await page.getByRole("button", { name: "Xem trong văn bản" }).click();
    await page.locator("[data-mark][aria-pressed=true]").first().waitFor();
    await look("5-text");
    await page.getByRole("button", { name: "Xem danh sách mục" }).click();
    await page.getByRole("button", { name: /^Nhiệm vụ \(/ }).click();
    await look("6-tasks");
    await page.getByRole("button", { name: /^Chưa đọc \(/ }).click();
    await look("7-unread");
    await page.getByRole("button", { name: "Tiếp: Tạo sổ" }).click();
    await page.getByRole("button", { name: /^Cơ quan: tất cả/ }).click();
    await look("8-create");
    await page.getByRole("checkbox").last().scrollIntoViewIfNeeded();
    await shot("8-create-agencies");
    await page.getByRole("button", { name: "Trình đơn" }).click();
    await shot("9-menu");
    await page.getByRole("menuitem", { name: "Hàm KPI" }).click();
    await page.getByRole("searchbox", { name: "Tìm hàm" }).waitFor();
    await look("9-functions");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Trình đơn" }).click();
    await page.getByRole("menuitem", { name: "English" }).click();
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("menuitem", { name: "KPI functions" }).click();
    await page.getByRole("button", { name: "KPI.TYLE" }).click();
    await page.getByText("Attainment of a target as a share").waitFor();
    await look("9-functions-en");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(Object.fromEntries(Object.entries(found).filter(([, faulty]) => faulty.length > 0))).toEqual({});
    expect(pane.errors).toEqual([]);
    expect(pane.closed.escaped).toEqual([]);
  });
});

/** How many elements and words of a page change while something is done. */
async function changesOf(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const counter = window as unknown as { changes: number };
    counter.changes = 0;
    new MutationObserver((records) => {
      counter.changes += records.length;
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await work();
  return page.evaluate(() => (window as unknown as { changes: number }).changes);
}

describe("a plan of 300 targets", () => {
  it("stays fluid: few rows in the page, and a confirmation changes few of its elements", async () => {
    const pane = await PanePage.start(400, "light");
    try {
      const { page } = pane;
      const targets = Array.from(
        { length: 300 },
        (_, n) => `${n + 1}. Tỷ lệ hồ sơ lĩnh vực số ${n + 1} giải quyết đúng hạn đạt tối thiểu ${50 + (n % 50)}%.`,
      );
      const text = ["KẾ HOẠCH", "Cải cách hành chính năm 2025", "", "I. MỤC TIÊU", ...targets].join("\n");
      await pane.choose("lon.txt", new TextEncoder().encode(text));
      await page.getByRole("button", { name: "Rà soát" }).click();
      await page.getByRole("button", { name: "Chỉ tiêu (300)" }).click();
      expect(await page.locator("[data-row]").count()).toBeLessThan(40);
      await page.locator("[data-row]").first().focus();
      const changes = await changesOf(page, async () => {
        for (let n = 0; n < 40; n++) await page.keyboard.press("a");
        await page.locator("[data-key='target:CT-41'] [data-row]:focus").waitFor();
      });
      // Of a hundred thousand that a page of 300 open rows would make.
      expect(changes / 40).toBeLessThan(100);
      await page.keyboard.press("End");
      await page.locator("[data-key='target:CT-300'] [data-row]:focus").waitFor();
      await page.keyboard.press("Delete");
      await page.getByRole("button", { name: "Chỉ tiêu (299)" }).waitFor();
      await pane.screenshot("looks-300");
    } finally {
      await pane.stop();
    }
  });
});
