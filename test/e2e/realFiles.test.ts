import { importPlan } from "../../src/pipeline";
import { seedPlans } from "../../src/seeds";
import { pdfFile, wordFile } from "../support/libreOffice";
import { inWorkbench, type WorkbenchPage } from "../support/workbenchPage";
import { writerDocument } from "../support/writerDocument";

jest.setTimeout(180_000);

let workbench: WorkbenchPage;
inWorkbench((page) => {
  workbench = page;
});

describe("a plan in a file that LibreOffice made", () => {
  it.each([
    ["dak-nong-skhcn-2024", "ke-hoach.pdf", pdfFile],
    ["gia-lai-stttt-2024", "ke-hoach.docx", wordFile],
  ] as const)("%s as %s: the pane reads as much as from its text", async (id, name, make) => {
    const text = seedPlans.find((seed) => seed.id === id)!.text;
    const { plan } = (await importPlan({ kind: "text", name: id, text })).value!;
    expect(plan.tasks.length).toBeGreaterThan(5);
    const buffer = Buffer.from(await make(writerDocument(text.split("\n"))));
    const { pane } = workbench;
    const workers: string[] = [];
    workbench.closed.page.on("worker", (worker) => workers.push(worker.url()));

    // A PDF that cannot be opened leaves the worker ready for the next file.
    const broken = Buffer.from("%PDF-1.7 no document");
    await pane.locator('input[type="file"]').setInputFiles({ name: "hong.pdf", mimeType: "", buffer: broken });
    await pane.getByRole("region", { name: "Thông báo" }).getByText("Không mở được tệp", { exact: true }).waitFor({ timeout: 60_000 });
    await pane.locator('input[type="file"]').setInputFiles({ name, mimeType: "", buffer });
    const read = pane.getByRole("region", { name: "Đã đọc xong" });
    await read.waitFor({ timeout: 60_000 });
    const words = (await read.textContent()) ?? "";
    expect(words).toContain(plan.header.title.value);
    expect(words).toContain(`${plan.targets.length}chỉ tiêu${plan.tasks.length}nhiệm vụ${plan.reportDuties.length}chế độ báo cáo`);
    await workbench.screenshot(`file-${name}-1-read`);
    // PDFs are read by one worker of the add-in's own, not on the page.
    expect(workers.map((url) => new URL(url).origin)).toEqual([new URL(workbench.closed.page.url()).origin]);

    await pane.getByRole("button", { name: "Rà soát" }).click();
    await pane.getByRole("button", { name: `Nhiệm vụ (${plan.tasks.length})` }).click();
    await pane.getByRole("button", { name: `Chỉ tiêu (${plan.targets.length})` }).waitFor();
    await workbench.screenshot(`file-${name}-2-review`);
  });
});
