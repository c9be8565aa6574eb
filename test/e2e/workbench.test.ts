import { createTracking, importPlan } from "../../src/pipeline";
import { parseCalendarDate } from "../../src/plan/date";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { isFormulaCell, type CellSpec, type CellValue } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { addressIn, sheetOf, WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(240_000);

let workbench: WorkbenchPage;

beforeAll(async () => {
  workbench = await WorkbenchPage.start();
});

afterAll(() => workbench?.stop());

describe("the workbench", () => {
  it.each(seedPlans.map((seed) => [seed.id, seed] as const))("reads, reviews, downloads, opens and saves %s", async (id, seed) => {
    await workbench.reload();
    const spec = await expected(seed);

    await choose(seed);
    await workbench.screenshot(`${id}-1-read`);
    await pane().getByRole("button", { name: "Rà soát" }).click();
    await pane().getByRole("button", { name: "Tiếp: Tạo sổ" }).waitFor();
    await workbench.screenshot(`${id}-2-review`);
    await pane().getByRole("button", { name: "Tiếp: Tạo sổ" }).click();
    await pane().getByText("Sổ sẽ gồm").waitFor();
    await workbench.screenshot(`${id}-3-create`);
    const file = await workbench.download(() => pane().getByRole("button", { name: "Tải tệp .xlsx" }).click());
    expect(readXlsx(file).sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(spec.sheets.map((sheet) => sheet.name)));

    await workbench.open(file);
    expect(await workbench.sheetNames()).toEqual(expect.arrayContaining(spec.sheets.map((sheet) => sheet.name)));
    await expectCodes(sheetOf(spec, "targets"));
    await expectCodes(sheetOf(spec, "tasks"));

    const title = sheetOf(spec, "info").name;
    const note = addressIn(sheetOf(spec, "info").tables[0]!, COLUMNS.info.note, 0);
    await workbench.write(title, note, "Ghi chú của người dùng");
    await workbench.screenshot(`${id}-4-opened`);

    const bytes = await workbench.save();
    expect(readXlsx(bytes).sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(spec.sheets.map((sheet) => sheet.name)));
    await workbench.reload();
    await workbench.open(bytes);
    expect((await workbench.read(title, note)).value).toBe("Ghi chú của người dùng");
    await workbench.screenshot(`${id}-5-opened`);
    expect(workbench.closed.escaped).toEqual([]);
    expect(workbench.closed.errors).toEqual([]);
  });
});

const pane = (): WorkbenchPage["pane"] => workbench.pane;

/** Clicks the card of a built-in plan and waits for the summary of its reading. */
async function choose(seed: SeedPlan): Promise<void> {
  await pane()
    .getByRole("button", { name: new RegExp(escape(seed.title.slice(0, 40))) })
    .first()
    .click();
  await pane().getByText("Đã đọc xong").waitFor({ timeout: 60_000 });
}

/** What the same sources compile to, without any screen. */
async function expected(seed: SeedPlan): Promise<WorkbookSpec> {
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
  return createTracking(value!, { asOf: parseCalendarDate("2026-01-01")!, dialect: "native" });
}

/** The first column of a sheet's table holds the codes of the plan, row by row. */
async function expectCodes(sheet: SheetSpec): Promise<void> {
  const table = sheet.tables[0]!;
  for (const row of [0, Math.floor(table.rows.length / 2), table.rows.length - 1]) {
    const { value } = await workbench.read(sheet.name, addressIn(table, table.columns[0]!.header, row));
    expect(value).toBe(valueOf(table.rows[row]![0]!));
  }
}

function valueOf(cell: CellSpec): CellValue {
  return isFormulaCell(cell) ? cell.result : cell;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
