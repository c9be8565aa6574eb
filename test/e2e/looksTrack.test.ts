import type { Locator } from "playwright-core";
import { seedPlans } from "../../src/seeds";
import { faults } from "../support/looks";
import { WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(300_000);

/** Below the steps and above the foot of the pane: what a person must not have to scroll for. */
async function expectInSight(words: Locator): Promise<void> {
  const seen = await words.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= document.querySelector("[role=tablist]")!.getBoundingClientRect().bottom && bottom <= innerHeight;
  });
  expect(seen).toBe(true);
}

describe.each(["light", "dark"] as const)("Theo dõi, 320 pixels wide, %s", (theme) => {
  let workbench: WorkbenchPage;
  beforeAll(async () => {
    workbench = await WorkbenchPage.start(theme);
  });
  afterAll(() => workbench?.stop());

  it("the book, a row of it and its periods fit, can be read, and are named, in both languages", async () => {
    await workbench.narrow();
    const { pane } = workbench;
    const frame = await workbench.paneFrame();
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string) => {
      found[name] = await faults(frame);
      await workbench.screenshot(`looks-${theme}-track-${name}`);
    };
    const seed = seedPlans[0]!;
    await pane.getByRole("button", { name: new RegExp(seed.title.slice(0, 30)) }).click();
    await pane.getByRole("button", { name: "Rà soát", exact: true }).click({ timeout: 60_000 });
    await pane.getByRole("button", { name: "Tiếp: Tạo sổ" }).click();
    const day = pane.getByRole("textbox", { name: "Ngày xét" });
    await day.fill("30/06/2024");
    await day.press("Enter");
    await pane.getByRole("radio", { name: /^Công thức Excel/ }).check();
    await pane.getByRole("switch", { name: /số liệu minh hoạ/ }).check();
    await pane.getByRole("button", { name: "Tạo trong sổ đang mở" }).click();
    await pane.getByRole("button", { name: "Trang Tổng quan" }).waitFor({ timeout: 120_000 });
    await expectInSight(pane.getByRole("tabpanel").getByText(/^Đã tạo/));
    await look("1-created");
    await pane.getByRole("button", { name: "Trang Chỉ tiêu" }).click();
    await pane.getByRole("button", { name: "Mở Theo dõi" }).click();
    await pane.getByRole("combobox", { name: "Kỳ đang xem" }).waitFor();
    await look("2-top");
    for (const list of await pane
      .getByRole("button", {
        name: /^(Quá hạn|Sắp đến hạn|Nguy cơ|Chỉ tiêu chưa đạt|Chưa có số liệu|Báo cáo sắp tới)\s*\d/,
        expanded: false,
      })
      .all())
      if (await list.isEnabled()) await list.click();
    await pane.getByText("Tự cập nhật khi sổ thay đổi").scrollIntoViewIfNeeded();
    await look("3-lists");
    await workbench.select("Chỉ tiêu", "C6");
    const card = pane.getByRole("region", { name: "Dòng đang chọn" });
    await card.getByRole("table", { name: "Số liệu theo kỳ" }).waitFor();
    await look("4-row");
    await card.getByRole("textbox", { name: "Giá trị" }).fill("nhiều");
    await look("5-mistake");
    await pane.getByRole("button", { name: "Trình đơn" }).click();
    await pane.getByRole("menuitem", { name: "English" }).click();
    await look("6-english");
    await pane.getByRole("tab", { name: /Choose/ }).click();
    await pane.getByRole("button", { name: /^Look at the review again/ }).waitFor();
    await look("7-open-book");
    expect(Object.fromEntries(Object.entries(found).filter(([, faulty]) => faulty.length > 0))).toEqual({});
    expect(workbench.closed.errors).toEqual([]);
    expect(workbench.closed.escaped).toEqual([]);
  });
});
