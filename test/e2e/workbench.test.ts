import { createTracking, importPlan } from "../../src/pipeline";
import { parseCalendarDate } from "../../src/plan/date";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { isFormulaCell, type CellSpec, type CellValue } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { addressIn, letters, sheetOf, WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(240_000);

let workbench: WorkbenchPage;

beforeAll(async () => {
  workbench = await WorkbenchPage.start();
});

afterAll(() => workbench?.stop());

describe("the workbench", () => {
  it.each(seedPlans.map((seed) => [seed.id, seed] as const))(
    "reads, reviews, downloads, opens, recalculates and saves %s",
    async (id, seed) => {
      await workbench.reload();
      const spec = await expected(seed);
      const targets = sheetOf(spec, "targets").tables[0]!;

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

      const row = targets.rows.findIndex(
        (cells) =>
          valueOf(cells[at(targets, COLUMNS.targets.kind)]!) === "Tối thiểu" ||
          valueOf(cells[at(targets, COLUMNS.targets.kind)]!) === "Đạt 100%",
      );
      const overview = await overviewText(sheetOf(spec, "overview"));
      const actual = addressIn(targets, COLUMNS.targets.hand, row);
      const conclusion = addressIn(targets, COLUMNS.targets.conclusion, row);
      const rate = addressIn(targets, COLUMNS.targets.attainment, row);
      const name = sheetOf(spec, "targets").name;
      if (row >= 0) {
        expect((await workbench.read(name, conclusion)).value).toBe("Chưa có số liệu");
        await workbench.write(name, actual, 1);
        await workbench.expectValue(name, conclusion, (value) => value === "Đạt" || value === "Vượt");
        expect(await workbench.expectValue(name, rate, (value) => typeof value === "number")).toBe(1);
        expect(await overviewText(sheetOf(spec, "overview"))).not.toBe(overview);
        await workbench.write(name, actual, 0.1);
        await workbench.expectValue(name, conclusion, (value) => value === "Chưa đạt" || value === "Đang theo dõi");
      }
      await workbench.screenshot(`${id}-4-numbers`);

      const bytes = await workbench.save();
      expect(readXlsx(bytes).sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(spec.sheets.map((sheet) => sheet.name)));
      await workbench.reload();
      await workbench.open(bytes);
      if (row >= 0) expect(await workbench.expectValue(name, actual, (value) => value !== "" && value !== null)).toBe(0.1);
      await workbench.screenshot(`${id}-5-opened`);
      expect(workbench.closed.escaped).toEqual([]);
      expect(workbench.closed.errors).toEqual([]);
    },
  );
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

/** Everything that the overview shows in its first fifty rows, as one string. */
async function overviewText(sheet: SheetSpec): Promise<string> {
  const cells: CellValue[] = [];
  for (const block of sheet.blocks)
    for (let row = 0; row < block.cells.length; row++)
      for (let column = 0; column < block.cells[row]!.length; column++)
        if (isFormulaCell(block.cells[row]![column]!))
          cells.push((await workbench.read(sheet.name, `${letters(block.at.column + column)}${block.at.row + row + 1}`)).value);
  return JSON.stringify(cells);
}

function at(table: { columns: readonly { header: string }[] }, header: string): number {
  return table.columns.findIndex((column) => column.header === header);
}

function valueOf(cell: CellSpec): CellValue {
  return isFormulaCell(cell) ? cell.result : cell;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
