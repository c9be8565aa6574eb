import type { CalendarDate } from "../../src/plan/date";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import { snapshot } from "../../src/tracking/snapshot";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell, type CellSpec, type CellValue } from "../../src/workbook/formula";
import { decodeState, fromChunks, toChunks } from "../../src/workbook/planState";
import { readTracking } from "../../src/workbook/readTracking";
import { heightOf, lineCount, textWidth } from "../../src/workbook/textMeasure";
import { WORDS } from "../../src/workbook/words";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { valuesOf } from "../support/specValues";

const spec = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-07-01" as CalendarDate, dialect: "native", sample: true });
const figures = snapshot(readTracking(valuesOf(spec)).value!);

/** Values on Tổng quan by the text to their left or above. */
const overview = spec.sheets.find(({ key }) => key === "overview")!;
const at = (row: number, column: number): CellValue => {
  const block = overview.blocks.find(({ at: place }) => place.row === row && place.column === column);
  const cell = block?.cells[0]![0] ?? null;
  return isFormulaCell(cell) ? cell.result : cell;
};
const below = (label: string): CellValue => {
  const block = overview.blocks.find(({ cells }) => cells[0]![0] === label)!;
  return at(block.at.row + 1, block.at.column);
};
const countOf = (label: string, column: number): CellValue => {
  const shown = (cell: CellSpec): CellValue => (isFormulaCell(cell) ? cell.result : cell);
  const block = overview.blocks.find(
    ({ cells, at: place }) => shown(cells[0]![0]!) === label && (column < 6 ? place.column < 6 : place.column >= 6) && place.row > 8,
  )!;
  return at(block.at.row, column);
};

test("Tổng quan shows the figures of the engine's snapshot to the last digit", () => {
  expect(below("Chỉ tiêu đạt")).toBe(figures.met);
  expect(below("Đã có số liệu")).toBe(figures.withData);
  expect(below(WORDS.tileMean)).toBe(figures.meanAttainment);
  expect(below(WORDS.tileOnTime)).toBe(figures.onTimeRate);
  expect(below("Nhiệm vụ quá hạn")).toBe(figures.byStatus.overdue);
  expect(below("Báo cáo sắp đến hạn")).toBe(figures.byReportStatus["due-soon"]);
});

test("Tổng quan counts every conclusion and status as the snapshot does", () => {
  for (const [code, label] of Object.entries(CONCLUSION_LABELS))
    expect([label, countOf(label, 3)]).toEqual([label, figures.byConclusion[code as keyof typeof CONCLUSION_LABELS]]);
  for (const [code, label] of Object.entries(TASK_STATUS_LABELS))
    expect([label, countOf(label, 10)]).toEqual([label, figures.byStatus[code as keyof typeof TASK_STATUS_LABELS]]);
});

test("the agencies of the snapshot add up to the tasks and targets that have a lead", () => {
  const total = (pick: (agency: (typeof figures.agencies)[number]) => number): number =>
    figures.agencies.reduce((sum, agency) => sum + pick(agency), 0);
  expect(total(({ tasks }) => tasks)).toBe(5);
  expect(total(({ targets }) => targets)).toBe(22);
});

test("state is cut into cells and put together again, whatever letters it holds", () => {
  const text = `{"a":"${"ệ😀=-+@ ".repeat(20_000)}"}`;
  const chunks = toChunks(text);
  expect(chunks.length).toBeGreaterThan(1);
  for (const chunk of chunks) expect([chunk.length <= 32_767, chunk.startsWith("|")]).toEqual([true, true]);
  expect(fromChunks(["a note", ...chunks, null])).toBe(text);
});

test("damaged and newer states are told apart", () => {
  const codeOf = (text: string) => decodeState(text).messages.map(({ code }) => code);
  expect(codeOf("")).toEqual(["workbook-state-damaged"]);
  expect(codeOf('{"version":1}')).toEqual(["workbook-state-damaged"]);
  expect(codeOf('{"version":2}')).toEqual(["workbook-state-newer"]);
  expect(codeOf(spec.state)).toEqual([]);
});

test("Vietnamese letters are as wide as their base letters and wrapped text gets higher rows", () => {
  expect(textWidth("ệ")).toBe(textWidth("e"));
  expect(textWidth("Ứ")).toBeCloseTo(textWidth("Ư"));
  expect(lineCount("Sở Khoa học và Công nghệ", 40)).toBe(1);
  expect(lineCount("Sở Khoa học và Công nghệ", 12)).toBe(3);
  expect(lineCount("một\nhai\nba", 40)).toBe(3);
  expect(heightOf(3)).toBeGreaterThan(heightOf(2));
  expect(heightOf(100)).toBe(409);
});
