import type { CalendarDate } from "../../src/plan/date";
import { createTracking, importPlan } from "../../src/pipeline";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { CONCLUSION_LABELS, WARNING_LABELS } from "../../src/tracking/labels";
import { snapshot, type Snapshot } from "../../src/tracking/snapshot";
import { isFormulaCell, type CellValue } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import { WORDS } from "../../src/workbook/words";
import { readTracking } from "../../src/workbook/readTracking";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import type { WorkbookValues } from "../../src/workbook/workbookValues";
import { recalculatedXlsx } from "../support/libreOffice";
import { OVERVIEW_WORDS } from "../../src/workbook/sheets/words";
import { valuesOf } from "../support/specValues";

jest.setTimeout(120_000);

async function sampleBook({ id, text, review, year }: SeedPlan, month: string): Promise<WorkbookSpec> {
  const { value } = await importPlan({ kind: "text", name: `${id}.txt`, text }, { review });
  return createTracking(value!, { asOf: `${year}-${month}` as CalendarDate, dialect: "native", sample: true });
}

/** The figure on Tổng quan below a label. */
function tile(spec: WorkbookSpec, label: string): CellValue {
  const { blocks } = spec.sheets.find(({ key }) => key === "overview")!;
  const { at } = blocks.find(({ cells }) => cells[0]![0] === label)!;
  const cell = blocks.find((block) => block.at.row === at.row + 1 && block.at.column === at.column)!.cells[0]![0]!;
  return isFormulaCell(cell) ? cell.result : cell;
}

/** Codes in the first column of a list on Tổng quan. */
function listed(spec: WorkbookSpec, title: string): readonly CellValue[] {
  const { blocks } = spec.sheets.find(({ key }) => key === "overview")!;
  const top = blocks.find(({ cells }) => cells[0]![0] === title)!.at.row + 2;
  const codes = Array.from({ length: 10 }, (_, index) => {
    const cell = blocks.find(({ at }) => at.row === top + index && at.column === 0)!.cells[0]![0]!;
    return isFormulaCell(cell) ? cell.result : cell;
  });
  return codes.filter((code) => code !== "");
}

const column = ({ tables }: WorkbookValues, key: string, header: string): readonly CellValue[] => {
  const { headers, rows } = tables.find((table) => table.key === key)!;
  return rows.map((row) => row[headers.indexOf(header)] ?? "");
};

/** What a person reads off a snapshot. */
const told = (figures: Snapshot) => ({
  met: figures.met,
  judged: figures.judged,
  withData: figures.withData,
  mean: figures.meanAttainment?.toFixed(12),
  byConclusion: figures.byConclusion,
  byWarning: figures.byWarning,
  forecasts: figures.targets.map(({ pace }) => pace.forecast?.toPrecision(12)),
});

describe.each(seedPlans.map((seed) => [seed.id, seed] as const))("the sample figures of %s", (_id, seed) => {
  test.each(["06-30", "11-20"])("on %s fill at least three periods, marked, and Tổng quan shows the engine's figures", async (month) => {
    const spec = await sampleBook(seed, month);
    const values = valuesOf(spec);
    const F = COLUMNS.figures;
    const periods = new Set(column(values, "figures", F.period));
    expect(periods.size).toBeGreaterThanOrEqual(3);
    expect(new Set(column(values, "figures", F.source))).toEqual(new Set([WORDS.sample]));
    expect(column(values, "figures", F.check).filter((words) => String(words).includes("%"))).toEqual([]);
    const figures = snapshot(readTracking(values).value!);
    expect(figures.withData).toBeGreaterThan(0);
    expect(tile(spec, WORDS.tileMet)).toBe(figures.met);
    expect(tile(spec, WORDS.tileData)).toBe(figures.withData);
    expect(tile(spec, WORDS.tileMean)).toBe(figures.meanAttainment ?? "–");
    const T = COLUMNS.targets;
    const words = (header: string): readonly CellValue[] => column(values, "targets", header);
    expect(words(T.conclusion)).toEqual(figures.targets.map(({ evaluation }) => CONCLUSION_LABELS[evaluation.conclusion]));
    expect(words(T.warning)).toEqual(figures.targets.map(({ pace }) => (pace.warning === null ? "" : WARNING_LABELS[pace.warning])));
    expect(words(T.gap)).toEqual(figures.targets.map(({ pace }) => pace.gap ?? ""));
    expect(words(T.forecast)).toEqual(figures.targets.map(({ pace }) => pace.forecast ?? ""));
    expect(words(T.risk)).toEqual(figures.targets.map(({ risk }) => risk));
    expect(listed(spec, OVERVIEW_WORDS.atRisk)).toEqual(figures.atRisk.slice(0, 10).map(({ target }) => target.code));
  });

  test("are the same when LibreOffice has computed the file anew", async () => {
    const spec = await sampleBook(seed, "11-20");
    const computed = fromXlsx(await recalculatedXlsx(toXlsx(spec))).value!;
    expect(told(snapshot(readTracking(computed).value!))).toEqual(told(snapshot(readTracking(valuesOf(spec)).value!)));
    expect(column(computed, "targets", COLUMNS.targets.risk)).toEqual(column(valuesOf(spec), "targets", COLUMNS.targets.risk));
  });
});

test("targets of 2030 follow the line from their stage of 2025 in every year between, in LibreOffice too", async () => {
  const seed = seedPlans.find(({ id }) => id === "dak-nong-bqlkcn-2025-2030")!;
  const spec = await sampleBook({ ...seed, year: 2027 }, "11-20");
  const figures = snapshot(readTracking(valuesOf(spec)).value!);
  const between = figures.targets.filter(({ pace }) => pace.expected !== null && pace.expected < 1);
  expect(between.length).toBeGreaterThan(5);
  expect(new Set(between.map(({ target }) => target.facts.due))).toEqual(new Set(["2030-12-31"]));
  const T = COLUMNS.targets;
  const shown = (values: WorkbookValues, header: string): readonly unknown[] =>
    column(values, "targets", header).map((value) => (typeof value === "number" ? value.toFixed(12) : value));
  const computed = fromXlsx(await recalculatedXlsx(toXlsx(spec))).value!;
  const told = figures.targets.map(({ pace }) => pace.expected?.toFixed(12) ?? "");
  expect(shown(valuesOf(spec), T.expected)).toEqual(told);
  for (const header of [T.expected, T.gap, T.warning, T.risk]) expect(shown(computed, header)).toEqual(shown(valuesOf(spec), header));
});
