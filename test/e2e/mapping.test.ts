import { overflowing } from "../support/looks";
import { PanePage } from "../support/panePage";
import { sheetBytes, type TypedRows } from "../support/sheetBytes";
import { inWorkbench, type WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(120_000);

const TASKS: TypedRows = [
  ["UBND TỈNH A", null, null, null, null],
  ["SỞ NỘI VỤ", null, null, null, null],
  ["BẢNG THEO DÕI NHIỆM VỤ TRỌNG TÂM NĂM 2025", null, null, null, null],
  [null, null, null, null, null],
  ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn", "Kết quả"],
  ["I", "Cải cách thể chế", null, null, null],
  [1, "Rà soát văn bản quy phạm pháp luật thuộc phạm vi quản lý của ngành", "Văn phòng Sở", 45838, "Báo cáo rà soát"],
  [2, "Ban hành quy chế làm việc", "Phòng Tổ chức", "Trong quý III/2025", "Quyết định"],
  ["II", "Cải cách tổ chức bộ máy", null, null, null],
  [3, "Xây dựng đề án vị trí việc làm", "Phòng Tổ chức", "31/12/2025", "Đề án"],
];
const TARGETS: TypedRows = [
  ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025"],
  [1, "Tỷ lệ hồ sơ giải quyết đúng hạn", "%", 95],
  [2, "Số lớp tập huấn", "lớp", 12],
];
const PHONES: TypedRows = [
  ["Họ tên", "Số"],
  ["Nguyễn Văn A", "0912"],
  ["Trần Thị B", "0913"],
];
/** A range as somebody types it into the open workbook. */
const RANGE = [
  ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn"],
  ["1", "Rà soát thủ tục hành chính", "Văn phòng Sở", "Quý II/2025"],
  ["2", "Ban hành quy chế làm việc", "Phòng Tổ chức", "Quý III/2025"],
];
const BOOK = sheetBytes({ "Chỉ tiêu 2025": TARGETS, "Công việc": TASKS, "Danh bạ": PHONES });

describe("a task list that an office keeps in Excel", () => {
  let workbench: WorkbenchPage;
  inWorkbench((page) => {
    workbench = page;
  });

  it("is imported from a file: columns looked at, one corrected, a workbook made", async () => {
    const { pane } = workbench;
    await pane.locator('input[type="file"]').setInputFiles({ name: "theo-doi.xlsx", mimeType: "", buffer: Buffer.from(BOOK) });
    await pane.getByRole("heading", { name: "Bảng này được hiểu thế nào?" }).waitFor();
    await pane.getByText("Đọc được 2 chỉ tiêu, 3 nhiệm vụ.").waitFor();
    expect(await pane.getByRole("checkbox", { name: /Danh bạ/ }).isChecked()).toBe(false);
    await pane.getByRole("button", { name: "Xem các cột của Công việc" }).click();
    const product = pane.getByRole("combobox", { name: /^Cột E: Kết quả/ });
    await product.selectOption("product");
    await pane.getByRole("listitem").filter({ hasText: "Sản phẩm, kết quả: Báo cáo rà soát" }).waitFor();
    await product.scrollIntoViewIfNeeded();
    await workbench.screenshot("mapping-1-columns");
    await pane.getByRole("button", { name: "Đọc theo cách này" }).click();
    await pane.getByRole("region", { name: "Đã đọc xong" }).waitFor();
    await workbench.screenshot("mapping-2-read");
    await pane.getByRole("button", { name: "Rà soát" }).click();
    await pane.getByRole("button", { name: /^Nhiệm vụ \(3\)/ }).click();
    await workbench.screenshot("mapping-3-review");
    await pane.getByRole("button", { name: "Tiếp: Tạo sổ" }).click();
    await pane.getByRole("button", { name: "Tạo trong sổ đang mở" }).click();
    await pane.getByRole("button", { name: "Mở Theo dõi" }).waitFor({ timeout: 60_000 });
    const words = (await workbench.readSheet("Nhiệm vụ")).map((row) => row.map(({ text }) => text));
    const row = words.find((cells) => cells.some((cell) => cell.startsWith("Rà soát văn bản")))!;
    expect(row).toEqual(expect.arrayContaining(["Văn phòng Sở", "Báo cáo rà soát"]));
    await workbench.show("Nhiệm vụ");
    await workbench.screenshot("mapping-4-created");
  });

  it("is imported from the selected range of the open workbook", async () => {
    const { pane } = workbench;
    const [sheet] = await workbench.sheetNames();
    for (const [row, line] of RANGE.entries())
      for (const [column, text] of line.entries()) await workbench.type(sheet!, `${"CDEF"[column]}${row + 3}`, text);
    await workbench.select(sheet!, "C3:F5");
    await pane.getByRole("button", { name: "Dùng vùng đang chọn trong Excel" }).click();
    await pane.getByRole("combobox", { name: /^Cột 2: Nội dung công việc/ }).waitFor();
    await pane.getByText("Đọc được 0 chỉ tiêu, 2 nhiệm vụ.").waitFor();
    await pane.getByRole("listitem").filter({ hasText: "Chủ trì: Phòng Tổ chức · Thời hạn: Quý III/2025" }).waitFor();
    await workbench.screenshot("mapping-5-range");
    await pane.getByRole("button", { name: "Đọc theo cách này" }).click();
    await pane.getByRole("region", { name: "Đã đọc xong" }).waitFor();
  });
});

describe.each(["light", "dark"] as const)("the mapping step 320 pixels wide, %s", (theme) => {
  it("fits and can be worked with the keyboard alone", async () => {
    const pane = await PanePage.start(320, theme);
    try {
      const { page } = pane;
      await pane.choose("theo-doi.xlsx", BOOK);
      await page.getByText("Đọc được 2 chỉ tiêu, 3 nhiệm vụ.").waitFor();
      expect(await overflowing(pane.page.mainFrame())).toEqual([]);
      await pane.screenshot(`mapping-320-${theme}-1`);
      // The focus stands on the heading: the next stops are the sheets.
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.getByText("Đọc được 0 chỉ tiêu, 3 nhiệm vụ.").waitFor();
      await page.getByRole("button", { name: "Xem các cột của Công việc" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: /^Cột C: Đơn vị thực hiện/ }).focus();
      await page.keyboard.press("ArrowDown");
      await page.getByRole("listitem").filter({ hasText: "Phối hợp: Văn phòng Sở" }).waitFor();
      await page.keyboard.press("ArrowUp");
      await pane.screenshot(`mapping-320-${theme}-2`);
      await page.getByRole("button", { name: "Đọc theo cách này" }).press("Enter");
      await page.getByRole("region", { name: "Đã đọc xong" }).waitFor();
      expect(await overflowing(pane.page.mainFrame())).toEqual([]);
      await pane.screenshot(`mapping-320-${theme}-3`);
      expect(pane.closed.escaped).toEqual([]);
      expect(pane.errors).toEqual([]);
    } finally {
      await pane.stop();
    }
  });
});
