import { inWorkbench, type WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(120_000);

let workbench: WorkbenchPage;
inWorkbench((page) => {
  workbench = page;
});

const TALE = "Ngày xửa ngày xưa, có một cô bé sống cùng bà ngoại ở bìa rừng.\n";
const BINARY = Buffer.from(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256));

/** Name, content, and the title of the message that a person must see. */
const FILES: readonly (readonly [name: string, content: Buffer, title: string])[] = [
  ["rong.txt", Buffer.from(""), "Tệp không có nội dung"],
  ["nhi-phan.txt", BINARY, "Tệp này không phải văn bản"],
  ["truyen.txt", Buffer.from(TALE.repeat(30)), "Không thấy chỉ tiêu hay nhiệm vụ"],
  ["qua-lon.txt", Buffer.alloc(21_000_000, "a"), "Tệp quá lớn"],
  ["hong.docx", BINARY, "Không mở được tệp"],
];

describe("a file that is no plan", () => {
  it.each(FILES)("%s: the pane says what is wrong and nothing else happens", async (name, content, title) => {
    const { pane } = workbench;
    const before = await workbench.sheetNames();
    await pane.locator('input[type="file"]').setInputFiles({ name, mimeType: "", buffer: content });
    const messages = pane.getByRole("region", { name: "Thông báo" });
    await messages.getByText(title, { exact: true }).waitFor();
    await workbench.screenshot(`bad-${name}`);
    const words = (await messages.textContent()) ?? "";
    expect(words).not.toMatch(/\bat .*\(|Error|undefined|\{\w+\}/);
    expect(await pane.getByRole("tab", { name: /Rà soát/ }).isDisabled()).toBe(true);
    expect(await workbench.sheetNames()).toEqual(before);
    await messages.getByRole("button", { name: `Đóng thông báo: ${title}` }).click();
    await messages.waitFor({ state: "detached" });
  });
});
