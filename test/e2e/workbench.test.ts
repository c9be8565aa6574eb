import { createTracking, importPlan } from "../../src/pipeline";
import { toSerial, parseCalendarDate, type CalendarDate } from "../../src/plan/date";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import { isFormulaCell, type CellSpec, type CellValue, type FormulaDialect } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { judged, overviewCounts, typedFigures } from "../support/typedFigures";
import { addressIn, inWorkbench, letters, sheetOf, type CellReading, type WorkbenchPage } from "../support/workbenchPage";

jest.setTimeout(120_000);

const ALL = seedPlans.map((seed) => [seed.id, seed] as const);
const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const L = COLUMNS.log;

let workbench: WorkbenchPage;
inWorkbench((page) => {
  workbench = page;
});

describe("a plan becomes a workbook that lives", () => {
  it.each(ALL)("%s: read, reviewed, created, filled in, saved and opened again", async (id, seed) => {
    const asOf = dayFor(seed);
    const spec = await expected(seed, asOf, "kpi");
    await choose(seed);
    await workbench.screenshot(`${id}-1-read`);
    await review(`${id}-2-review`);
    await create(asOf, "kpi", `${id}-3-create`);
    await workbench.screenshot(`${id}-4-created`);
    expect(await workbench.sheetNames()).toEqual(expect.arrayContaining(spec.sheets.map((sheet) => sheet.name)));
    expect(await differences(spec)).toEqual([]);

    await pane().getByRole("button", { name: "Mở Theo dõi" }).click();
    await paneSays(`Đã có số liệu: 0/${judged(spec, []).targets.length}`);
    const figures = typedFigures(spec, 2);
    expect(figures.length).toBeGreaterThan(0);
    const targets = sheetOf(spec, "targets");
    for (const { row, text } of figures) await workbench.type(targets.name, cell(targets, T.hand, row), text);
    await workbench.screenshot(`${id}-5-targets`);
    await expectJudged(spec, judged(spec, figures), figures[0]!.row);
    await paneSays(`Đã có số liệu: ${figures.length}/`);

    const tasks = sheetOf(spec, "tasks");
    const done = new Map<number, CalendarDate>([[0, asOf]]);
    await workbench.type(tasks.name, cell(tasks, K.done, 0), vietnamese(asOf));
    const after = judged(spec, figures, done);
    await workbench.expectValue(tasks.name, cell(tasks, K.status, 0), (value) => value === TASK_STATUS_LABELS[after.tasks[0]!.status]);
    await workbench.screenshot(`${id}-6-tasks`);
    await expectOverview(spec, after);
    await paneSays(`Quá hạn: ${after.overdue.length}`);
    await workbench.show(sheetOf(spec, "overview").name);
    await workbench.screenshot(`${id}-7-overview`);

    const saved = await workbench.save();
    expect(readXlsx(saved).sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(spec.sheets.map((sheet) => sheet.name)));
    await workbench.reload();
    await workbench.open(saved);
    for (const { row, value } of figures) {
      const hand = await workbench.read(targets.name, cell(targets, T.hand, row));
      expect(hand.value).toBeCloseTo(value, 9);
    }
    expect((await workbench.read(tasks.name, cell(tasks, K.done, 0))).value).toBe(toSerial(asOf));
    await expectJudged(spec, after, figures[0]!.row);
    await paneSays(`Đã có số liệu: ${figures.length}/`);
    await workbench.type(targets.name, cell(targets, T.hand, figures[0]!.row), "");
    await workbench.screenshot(`${id}-8-opened`);
    await expectJudged(spec, judged(spec, figures.slice(1), done), figures[0]!.row);
  });

  it.each(ALL)("%s: created with Excel's own formulas", async (_id, seed) => {
    const asOf = dayFor(seed);
    const spec = await expected(seed, asOf, "native");
    await choose(seed);
    await review();
    await create(asOf, "native");
    expect(await differences(spec)).toEqual([]);
  });

  it("formulas are switched and switched back, and a copy to send holds Excel's own", async () => {
    const seed = seedPlans[0]!;
    const asOf = dayFor(seed);
    const spec = await expected(seed, asOf, "kpi");
    await choose(seed);
    await review();
    await create(asOf, "kpi");
    await pane().getByRole("button", { name: "Mở Theo dõi" }).click();
    await pane().getByRole("button", { name: "Chuyển cả sổ sang công thức Excel" }).click();
    await pane().getByText("Sổ đang dùng công thức Excel").waitFor();
    expect(await differences(await expected(seed, asOf, "native"))).toEqual([]);
    await workbench.screenshot("care-native");
    await pane().getByRole("button", { name: "Hoàn tác chuyển đổi" }).click();
    await pane().getByText("Sổ đang dùng hàm KPI").waitFor();
    expect(await differences(spec)).toEqual([]);

    const figures = typedFigures(spec, 1);
    const targets = sheetOf(spec, "targets");
    await workbench.type(targets.name, cell(targets, T.hand, figures[0]!.row), figures[0]!.text);
    await paneSays("Đã có số liệu: 1/");
    const copy = await workbench.download(() => pane().getByRole("button", { name: "Tải bản gửi đi" }).click());
    const formulas = readXlsx(copy).sheets.flatMap(({ rows }) =>
      [...rows.values()].flatMap((row) => [...row.values()].map((one) => one.formula ?? "")),
    );
    expect(formulas.filter((text) => text !== "").length).toBeGreaterThan(100);
    expect(formulas.filter((text) => text.includes("KPI."))).toEqual([]);
    await workbench.reload();
    await workbench.open(copy);
    await expectJudged(await expected(seed, asOf, "native"), judged(spec, figures), figures[0]!.row);
  });

  it("the selected row is explained in the pane, and its figure is entered there", async () => {
    const seed = seedPlans[0]!;
    const spec = await expected(seed, dayFor(seed), "native");
    await choose(seed);
    await review();
    await create(dayFor(seed), "native");
    await pane().getByRole("button", { name: "Mở Theo dõi" }).click();
    await paneSays("Đã có số liệu: 0/");
    const targets = sheetOf(spec, "targets");
    const [figure] = typedFigures(spec, 1);
    await workbench.select(targets.name, cell(targets, T.statement, figure!.row));
    const card = pane().getByRole("region", { name: "Dòng đang chọn" });
    const figures = sheetOf(spec, "periods");
    const code = targets.tables[0]!.rows[figure!.row]![0];
    const rows = figures.tables[0]!.rows;
    const F = COLUMNS.figures;
    const codeAt = (header: string) => figures.tables[0]!.columns.findIndex((column) => column.header === header);
    const viewed = await card.getByRole("combobox", { name: "Kỳ" }).inputValue();
    const index = rows.findIndex((row) => row[0] === code && row[codeAt(F.period)] === viewed);
    expect(index).toBeGreaterThanOrEqual(0);
    await card.getByRole("textbox", { name: "Giá trị" }).fill(figure!.text);
    await card.getByRole("combobox", { name: "Loại số" }).selectOption("Ước");
    await workbench.screenshot("row-card");
    await card.getByRole("button", { name: "Ghi" }).click();
    await workbench.expectValue(figures.name, cell(figures, F.typed, index), (value) => value === figure!.value);
    await workbench.expectValue(figures.name, cell(figures, F.kind, index), (value) => value === "Ước");
    // Nhật ký tells of it below the line that says when the book was made.
    const log = sheetOf(spec, "log");
    const told = (header: string, line: number) => cell(log, header, line);
    expect((await workbench.read(log.name, told(L.code, 1))).value).toBe(code);
    expect((await workbench.read(log.name, told(L.column, 1))).value).toContain(`${F.typed}, ${viewed}`);
    expect((await workbench.read(log.name, told(L.after, 1))).value).toBe(figure!.value);
    await expectJudged(spec, judged(spec, [figure!]), figure!.row);
    await paneSays("Đã có số liệu: 1/");
    await workbench.screenshot("row-card-entered");
    await card.getByRole("button", { name: "Hoàn tác" }).click();
    await workbench.expectValue(figures.name, cell(figures, F.typed, index), (value) => value === "");
    await paneSays("Đã có số liệu: 0/");

    // A period for which the sheet has no row yet gets one below the others.
    const other = rows.length;
    await card.getByRole("combobox", { name: "Kỳ" }).selectOption(`${viewed.slice(0, 4)}-T01`);
    await card.getByRole("textbox", { name: "Giá trị" }).fill(figure!.text);
    await card.getByRole("button", { name: "Ghi" }).click();
    await workbench.expectValue(figures.name, cell(figures, F.value, other), (value) => value === figure!.value);
    await paneSays("Đã có số liệu: 1/");
    await workbench.screenshot("row-card-added");
    await card.getByRole("button", { name: "Hoàn tác" }).click();
    await paneSays("Đã có số liệu: 0/");
    await workbench.expectValue(figures.name, cell(figures, F.target, other), (value) => value === "");
  });

  it("a downloaded .xlsx opens in the workbench", async () => {
    const seed = seedPlans[0]!;
    const asOf = dayFor(seed);
    const spec = await expected(seed, asOf, "native");
    await choose(seed);
    await review();
    await chooseDay(asOf);
    const file = await workbench.download(() => pane().getByRole("button", { name: "Tải tệp .xlsx" }).click());
    await workbench.open(file);
    expect(await differences(spec)).toEqual([]);
  });
});

const pane = (): WorkbenchPage["pane"] => workbench.pane;

/** The last day of June of the plan's year. */
function dayFor({ year }: SeedPlan): CalendarDate {
  return parseCalendarDate(`${year ?? 2026}-06-30`)!;
}

/** Clicks the card of a built-in plan and waits for the summary of its reading. */
async function choose(seed: SeedPlan): Promise<void> {
  await pane()
    .getByRole("button", { name: new RegExp(escape(seed.title.slice(0, 40))) })
    .first()
    .click();
  await pane().getByText("Đã đọc xong").waitFor({ timeout: 60_000 });
}

async function review(screenshot?: string): Promise<void> {
  await pane().getByRole("button", { name: "Rà soát" }).click();
  await pane().getByRole("button", { name: "Tiếp: Tạo sổ" }).waitFor();
  if (screenshot) await workbench.screenshot(screenshot);
  await pane().getByRole("button", { name: "Tiếp: Tạo sổ" }).click();
  await pane().getByText("Sổ sẽ gồm").waitFor();
}

async function chooseDay(asOf: CalendarDate): Promise<void> {
  const day = pane().getByRole("textbox", { name: "Ngày xét" });
  await day.fill(vietnamese(asOf));
  await day.press("Enter");
}

/** Presses "Tạo trong sổ đang mở" and waits until everything is written. */
async function create(asOf: CalendarDate, dialect: FormulaDialect, screenshot?: string): Promise<void> {
  await chooseDay(asOf);
  await pane()
    .getByRole("radio", { name: dialect === "kpi" ? /^Hàm KPI/ : /^Công thức Excel/ })
    .check();
  if (screenshot) await workbench.screenshot(screenshot);
  await pane().getByRole("button", { name: "Tạo trong sổ đang mở" }).click();
  await pane().getByRole("button", { name: "Mở Theo dõi" }).waitFor({ timeout: 60_000 });
  await pane()
    .getByRole("tab", { name: /Theo dõi/, disabled: false })
    .waitFor();
}

/** Waits for a figure card of Theo dõi. */
async function paneSays(start: string): Promise<void> {
  await pane()
    .getByRole("button", { name: new RegExp(`^${escape(start)}`) })
    .waitFor();
}

/** What the same sources compile to, without any screen. */
async function expected(seed: SeedPlan, asOf: CalendarDate, dialect: FormulaDialect): Promise<WorkbookSpec> {
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
  return createTracking(value!, { asOf, dialect });
}

/** Every cell of a book that does not hold what the spec says, and every formula that is not one: "Chỉ tiêu!K5: #NAME? for Đạt". */
async function differences(spec: WorkbookSpec): Promise<string[]> {
  const found: string[] = [];
  // The state tells the name of the document too, which here is none.
  for (const sheet of spec.sheets.filter(({ key }) => key !== "state")) {
    const grid = await workbench.readSheet(sheet.name);
    const check = (row: number, column: number, want: CellSpec): void => {
      const got = grid[row]?.[column] ?? BLANK;
      if (want === null || (holds(got, want) && (got.formula !== "") === isFormulaCell(want))) return;
      found.push(`${sheet.name}!${letters(column)}${row + 1}: ${clip(got.value)} for ${clip(valueOf(want))} ${clip(got.formula)}`);
    };
    for (const { at, cells } of sheet.blocks)
      cells.forEach((line, row) => line.forEach((one, column) => check(at.row + row, at.column + column, one)));
    for (const { at, rows } of sheet.tables)
      rows.forEach((line, row) => line.forEach((one, column) => check(at.row + 1 + row, at.column + column, one)));
  }
  return found.slice(0, 20);
}

const BLANK: CellReading = { value: "", formula: "", text: "" };

function holds({ value }: CellReading, cell: CellSpec): boolean {
  const want = valueOf(cell) ?? "";
  return typeof want === "number" && typeof value === "number"
    ? Math.abs(value - want) <= 1e-9 * Math.max(1, Math.abs(want))
    : value === want;
}

/** Waits until a target's row and the overview say what the engine says. */
async function expectJudged(spec: WorkbookSpec, shot: ReturnType<typeof judged>, row: number): Promise<void> {
  const sheet = sheetOf(spec, "targets");
  const { evaluation } = shot.targets[row]!;
  await workbench.expectValue(sheet.name, cell(sheet, T.conclusion, row), (value) => value === CONCLUSION_LABELS[evaluation.conclusion]);
  await workbench.expectValue(sheet.name, cell(sheet, T.attainment, row), (value) => value === (evaluation.capped ?? ""));
  const { value } = await workbench.read(sheet.name, cell(sheet, T.explanation, row));
  expect(String(value).length > 0).toBe(true);
  await expectOverview(spec, shot);
}

/** Counts stand to the right of their labels on Tổng quan. */
async function expectOverview(spec: WorkbookSpec, shot: ReturnType<typeof judged>): Promise<void> {
  const grid = await workbench.readSheet(sheetOf(spec, "overview").name);
  for (const [label, count] of overviewCounts(shot)) {
    const shown = grid.flatMap((line) => {
      // The labels are links to the first row that they count.
      const at = line.findIndex(({ value, formula }) => value === label && (formula === "" || formula.includes("HYPERLINK(")));
      const next = at < 0 ? undefined : line.slice(at + 1).find(({ formula }) => formula !== "");
      return next ? [next.value] : [];
    });
    expect([label, shown]).toEqual([label, [count]]);
  }
}

function clip(value: CellValue): string {
  return String(value).slice(0, 80);
}

function cell(sheet: SheetSpec, header: string, row: number): string {
  return addressIn(sheet.tables[0]!, header, row);
}

function vietnamese(day: CalendarDate): string {
  return day.split("-").reverse().join("/");
}

function valueOf(cell: CellSpec): CellValue {
  return isFormulaCell(cell) ? cell.result : cell;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
