import type { CalendarDate } from "../../src/plan/date";
import { readBook } from "../../src/host/workbookStore";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import { snapshot } from "../../src/tracking/snapshot";
import { taskPoints } from "../../src/tracking/taskPoints";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { cellText } from "../../src/workbook/formulaText";
import { replaceTexts, reversed } from "../../src/host/replaceTexts";
import { renamedCells, unlistedAgencies } from "../../src/workbook/unlistedAgencies";
import { COLUMNS } from "../../src/workbook/names";
import { WORDS } from "../../src/workbook/words";
import { readTracking } from "../../src/workbook/readTracking";
import type { WorkbookValues } from "../../src/workbook/workbookValues";
import { writeSpec } from "../../src/workbench/writeSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { sampleDocument, samplePlan } from "../support/samplePlan";

jest.setTimeout(180_000);

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const B = COLUMNS.byAgency;
const spec = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-07-15" as CalendarDate, dialect: "native", sample: true });

let office: OfficeHost;
let restore: () => void;
beforeEach(async () => {
  office = await startOfficeHost();
  restore = office.installGlobals();
  writeSpec(office.host.book, spec);
  await office.host.grid.settle();
});
afterEach(async () => {
  restore();
  await office.close();
});

const tableIn = (values: WorkbookValues, key: string) => values.tables.find((table) => table.key === key)!;
const columnIn = (values: WorkbookValues, key: string, header: string) => {
  const { headers, rows } = tableIn(values, key);
  return rows.map((row) => row[headers.indexOf(header)] ?? "");
};

/** A number without the last digits, in which the order of operations shows. */
const tidy = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);

/** Where a cell of a table stands now. */
async function addressOf(key: string, header: string, row: number): Promise<string> {
  const { firstRow, firstColumn, headers } = tableIn((await readBook(1)).value!, key);
  return cellText(firstRow + row, firstColumn + headers.indexOf(header));
}

/** What Tổng quan shows by the label before it, and its lists of codes. */
async function overview() {
  const rows = await office.values("Tổng quan", "A1:L120");
  const after = (label: string, from: number): unknown => {
    const top = rows.findIndex((line) => line[from] === (from === 0 ? WORDS.byConclusion : WORDS.byStatus));
    const row = rows.slice(top).find((line) => line[from] === label)!;
    return row.slice(from + 1).find((value) => value !== "");
  };
  const tile = (label: string): unknown => {
    const row = rows.findIndex((line) => line.includes(label));
    return rows[row + 1]![rows[row]!.indexOf(label)];
  };
  const codes = (title: string): unknown[] => {
    const top = rows.findIndex((line) => line[0] === title);
    return rows.slice(top + 2, top + 12).flatMap(([code]) => (code === "" ? [] : [code]));
  };
  return { rows, after, tile, codes };
}

/** Compares every figure that the grid shows with what the engine makes of the cells that people fill in. */
async function expectRight(): Promise<ReturnType<typeof snapshot>> {
  const values = (await readBook(1)).value!;
  const shot = snapshot(readTracking(values).value!);
  expect(await office.errors()).toEqual([]);
  const coded = (key: string, header: string, id: string): unknown[] =>
    columnIn(values, key, header).filter((_value, row) => columnIn(values, key, id)[row] !== "");
  expect(coded("targets", T.conclusion, T.id)).toEqual(shot.targets.map(({ evaluation }) => CONCLUSION_LABELS[evaluation.conclusion]));
  expect(coded("targets", T.attainment, T.id).map(tidy)).toEqual(shot.targets.map(({ evaluation }) => tidy(evaluation.capped ?? "")));
  expect(coded("tasks", K.status, K.id)).toEqual(shot.tasks.map(({ status }) => TASK_STATUS_LABELS[status]));
  expect(coded("tasks", K.days, K.id)).toEqual(shot.tasks.map(({ days }) => days ?? ""));
  expect(columnIn(values, "tasks", K.order)).toEqual(columnIn(values, "tasks", K.id).map((_code, row) => row + 1));
  const { after, tile, codes } = await overview();
  expect(tile("Chỉ tiêu đạt")).toBe(shot.met);
  expect(tile("Nhiệm vụ quá hạn")).toBe(shot.byStatus.overdue);
  for (const [code, label] of Object.entries(CONCLUSION_LABELS))
    expect([label, after(label, 0)]).toEqual([label, shot.byConclusion[code as keyof typeof CONCLUSION_LABELS]]);
  for (const [code, label] of Object.entries(TASK_STATUS_LABELS))
    expect([label, after(label, 6)]).toEqual([label, shot.byStatus[code as keyof typeof TASK_STATUS_LABELS]]);
  const late = shot.tasks.filter(({ status }) => status === "overdue").sort((a, b) => b.days! - a.days!);
  expect(codes("10 nhiệm vụ quá hạn lâu nhất")).toEqual(late.slice(0, 10).map(({ item }) => item.code));
  const names = columnIn(values, "byAgency", B.name);
  for (const { name, tasks, targets, overdue } of shot.agencies) {
    const row = names.indexOf(name);
    if (row < 0) continue;
    const shown = [B.tasks, B.targets, B.overdue].map((header) => columnIn(values, "byAgency", header)[row]);
    expect([name, ...shown]).toEqual([name, tasks, targets, overdue]);
  }
  return shot;
}

test("a new book, before anything is edited", async () => {
  const shot = await expectRight();
  expect([shot.targets.length, shot.tasks.length]).toEqual([samplePlan.targets.length, samplePlan.tasks.length]);
});

test("rows inserted into Nhiệm vụ are followed like the others", async () => {
  const sheet = "Nhiệm vụ";
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange("6:6").insert("Down");
    await context.sync();
  });
  await office.host.grid.settle();
  await office.type(sheet, await addressOf("tasks", K.id, 2), "NV-99");
  await office.type(sheet, await addressOf("tasks", K.title, 2), "Việc thêm giữa bảng");
  await office.type(sheet, await addressOf("tasks", K.lead, 2), "Phòng Tổ chức");
  await office.type(sheet, await addressOf("tasks", K.deadline, 2), "01/02/2024");
  const shot = await expectRight();
  expect(shot.tasks[2]).toMatchObject({ item: { code: "NV-99" }, status: "overdue" });
});

test("rows deleted from Chỉ tiêu and Nhiệm vụ are gone from every figure", async () => {
  const before = await expectRight();
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("tblChiTieu").rows.getItemAt(0).delete();
    context.workbook.tables.getItem("tblNhiemVu").rows.getItemAt(1).delete();
    await context.sync();
  });
  await office.host.grid.settle();
  const after = await expectRight();
  expect([after.targets.length, after.tasks.length]).toEqual([before.targets.length - 1, before.tasks.length - 1]);
});

test("sorted tables keep their figures", async () => {
  const before = await expectRight();
  const place = (key: "targets" | "tasks", header: string): number =>
    spec.sheets
      .flatMap(({ tables }) => tables)
      .find((table) => table.key === key)!
      .columns.findIndex((one) => one.header === header);
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("tblNhiemVu").sort.apply([{ key: place("tasks", K.title), ascending: false }]);
    context.workbook.tables.getItem("tblChiTieu").sort.apply([{ key: place("targets", T.measure), ascending: false }]);
    await context.sync();
  });
  await office.host.grid.settle();
  const after = await expectRight();
  expect(after.tasks.map(({ item }) => item.code)).not.toEqual(before.tasks.map(({ item }) => item.code));
  expect([...after.tasks.map(({ item }) => item.code)].sort()).toEqual([...before.tasks.map(({ item }) => item.code)].sort());
  expect([after.met, after.byStatus, after.byConclusion]).toEqual([before.met, before.byStatus, before.byConclusion]);
});

test("an agency renamed in Danh mục is renamed on Theo đơn vị, found in its rows, and counts again once they are renamed; that can be taken back", async () => {
  const values = (await readBook(1)).value!;
  const row = columnIn(values, "agencies", COLUMNS.agencies.name).indexOf("Văn phòng Sở");
  const name = "Văn phòng Sở Khoa học";
  await office.type("Danh mục", await addressOf("agencies", COLUMNS.agencies.name, row), name);
  const renamed = (await readBook(1)).value!;
  expect(columnIn(renamed, "byAgency", B.name)[row]).toBe(name);
  expect(columnIn(renamed, "byAgency", B.tasks)[row]).toBe(0);
  await expectRight();
  const led = columnIn(renamed, "tasks", K.lead).flatMap((lead, index) => (lead === "Văn phòng Sở" ? [index] : []));
  expect(led.length).toBeGreaterThan(0);
  expect(unlistedAgencies(renamed, spec)).toMatchObject([{ name: "Văn phòng Sở", listed: name }]);
  const renaming = { from: "Văn phòng Sở", to: name, cells: renamedCells(renamed, "Văn phòng Sở", name) };
  await office.type("Nhiệm vụ", await addressOf("tasks", K.lead, led.at(-1)!), "Phòng khác");
  expect(await replaceTexts(1, renaming, "2024-07-16" as CalendarDate)).toMatchObject({
    value: false,
    messages: [{ code: "names-changed" }],
  });
  expect(columnIn((await readBook(1)).value!, "tasks", K.lead)[led[0]!]).toBe("Văn phòng Sở");
  await office.type("Nhiệm vụ", await addressOf("tasks", K.lead, led.at(-1)!), "Văn phòng Sở");
  expect(await replaceTexts(1, renaming, "2024-07-16" as CalendarDate)).toEqual({ value: true, messages: [] });
  expect(await replaceTexts(1, reversed(renaming), "2024-07-16" as CalendarDate)).toEqual({ value: true, messages: [] });
  expect(columnIn((await readBook(1)).value!, "tasks", K.lead)).toEqual(columnIn(renamed, "tasks", K.lead));
  expect(await replaceTexts(1, renaming, "2024-07-16" as CalendarDate)).toEqual({ value: true, messages: [] });
  const log = (await readBook(1)).value!;
  const told = columnIn(log, "log", COLUMNS.log.column).flatMap((column, line) =>
    String(column).startsWith("Đổi tên đơn vị") ? [line] : [],
  );
  expect(told.map((line) => columnIn(log, "log", COLUMNS.log.after)[line])).toEqual([name, "Văn phòng Sở", name]);
  const shot = await expectRight();
  expect(shot.agencies.find((agency) => agency.name === name)?.tasks).toBe(led.length);
  expect(columnIn((await readBook(1)).value!, "byAgency", B.tasks)[row]).toBe(led.length);
});

test("the quality that is typed for what is done gives the agency its points", async () => {
  const name = "Văn phòng Sở";
  const row = columnIn((await readBook(1)).value!, "tasks", K.lead).indexOf(name);
  await office.type("Nhiệm vụ", await addressOf("tasks", K.done, row), "05/06/2024");
  await office.type("Nhiệm vụ", await addressOf("tasks", K.quality, row), "80%");
  await expectRight();
  const values = (await readBook(1)).value!;
  const statuses = columnIn(values, "tasks", K.status);
  const done: readonly unknown[] = [TASK_STATUS_LABELS["done-on-time"], TASK_STATUS_LABELS["done-late"]];
  expect(statuses[row]).toBe(TASK_STATUS_LABELS["done-late"]);
  const typed = columnIn(values, "tasks", K.quality).filter(
    (quality, index): quality is number =>
      typeof quality === "number" && columnIn(values, "tasks", K.lead)[index] === name && done.includes(statuses[index]),
  );
  const at = columnIn(values, "byAgency", B.name).indexOf(name);
  const shown = (header: string): unknown => columnIn(values, "byAgency", header)[at];
  const [onTime, late, overdue] = [B.onTime, B.late, B.overdue].map((header) => Number(shown(header)));
  const wanted = taskPoints({
    onTime: onTime!,
    late: late!,
    overdue: overdue!,
    quality: typed.reduce((sum, quality) => sum + quality, 0) / typed.length,
  });
  expect(wanted.points).toBeGreaterThan(0);
  expect([B.quantity, B.quality, B.progress, B.points].map((header) => tidy(shown(header)))).toEqual(
    [wanted.quantity, wanted.quality, wanted.progress, wanted.points].map(tidy),
  );
});

test("a target typed below the table is judged and counted", async () => {
  const before = await expectRight();
  const sheet = "Chỉ tiêu";
  const at = before.targets.length;
  await office.type(sheet, await addressOf("targets", T.id, at), "CT-99");
  for (const [header, value] of [
    [T.measure, "Tỷ lệ hồ sơ số hóa"],
    [T.unit, "%"],
    [T.kind, "Tối thiểu"],
    [T.level, "80%"],
    [T.hand, "90%"],
  ] as const)
    await office.type(sheet, await addressOf("targets", header, at), value);
  const shot = await expectRight();
  expect(shot.targets.at(-1)).toMatchObject({ target: { code: "CT-99" }, evaluation: { conclusion: "exceeded" } });
});
