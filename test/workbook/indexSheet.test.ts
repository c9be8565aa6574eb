import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../src/parser/parsePlan";
import type { CalendarDate } from "../../src/plan/date";
import { readText } from "../../src/reader/readText";
import { restoreDocument } from "../../src/text/lostGlyphs";
import { weightedIndex } from "../../src/tracking/indexScore";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell, type CellValue } from "../../src/workbook/formula";
import { indexModel } from "../../src/workbook/indexModel";
import { COLUMNS } from "../../src/workbook/names";
import { emptyPlan, sampleDocument, samplePlan } from "../support/samplePlan";

const options = { asOf: "2023-06-30" as CalendarDate, dialect: "native" } as const;

async function seed(id: string) {
  const document = await restoreDocument(readText(`${id}.txt`, readFileSync(join("seeds", `${id}.txt`))));
  return { document, plan: parsePlan(document).value };
}

test("the components of Khánh Hòa become PCI and PGI with the weights that the plan prints", async () => {
  const { plan } = await seed("khanh-hoa-stttt-2023");
  const { indices, weights } = indexModel(plan, options);
  const pci = indices.find(({ name }) => name === "PCI")!;
  expect(indices.map(({ name, factor }) => [name, factor])).toEqual([
    ["PCI", 10],
    ["PGI", 4],
  ]);
  expect(pci.rows.map(({ component, weight }) => [component, weight])).toEqual([
    ["Gia nhập thị trường", 0.05],
    ["Tính minh bạch", 0.05],
    ["Chi phí thời gian", 0.05],
    ["Chi phí không chính thức", 0.15],
    ["Cạnh tranh bình đẳng", 0.1],
    ["Tính năng động và tiên phong của lãnh đạo tỉnh", 0.15],
    ["Dịch vụ hỗ trợ doanh nghiệp", 0.15],
    ["Đào tạo lao động", 0.1],
    ["Tiếp cận đất đai", 0.1],
    ["Thiết chế pháp lý", 0.1],
  ]);
  expect(pci.rows.slice(0, 8).every(({ target }) => target !== "")).toBe(true);
  const old = weights.filter(({ index, to }) => index === "PCI" && to === 2021);
  expect(old.map(({ weight }) => weight!).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  expect(old.find(({ component }) => component === "Tính minh bạch")?.weight).toBe(0.2);
});

test("the eight DDCI components of Gia Lai and the assignments of Lạng Sơn wait for weights", async () => {
  const ddci = indexModel((await seed("gia-lai-stttt-2024")).plan, options);
  expect(ddci.indices.map(({ name, factor, rows }) => [name, factor, rows.length])).toEqual([["DDCI", 10, 8]]);
  expect(ddci.weights.every(({ weight }) => weight === null)).toBe(true);
  const assigned = indexModel((await seed("lang-son-ubnd-2021")).plan, options);
  expect(assigned.indices.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["EoDB", 9],
    ["GIC 4.0", 6],
  ]);
  expect(assigned.indices[0]!.rows[1]).toMatchObject({ component: "Nộp thuế và Bảo hiểm xã hội", lead: "Cục Thuế tỉnh", weight: 0 });
});

test("a plan without indices has neither the sheet nor the weights", () => {
  const { sheets } = compileWorkbook(emptyPlan, sampleDocument, options);
  expect(sheets.map(({ key }) => key)).not.toContain("indices");
  expect(sheets.flatMap(({ tables }) => tables.map(({ key }) => key))).not.toContain("weights");
});

test("the estimated total is the weighted index of the scores that are there", () => {
  const sheet = compileWorkbook(samplePlan, sampleDocument, { ...options, sample: true }).sheets.find(({ key }) => key === "indices")!;
  const [table] = sheet.tables;
  const column = (header: string): readonly CellValue[] => {
    const place = table!.columns.findIndex((one) => one.header === header);
    return table!.rows.map((row) => row[place]!).map((cell) => (isFormulaCell(cell) ? cell.result : cell));
  };
  const of = (header: string): (number | undefined)[] =>
    column(header).flatMap((value, row) =>
      column(COLUMNS.indices.index)[row] === "PCI" ? [typeof value === "number" ? value : undefined] : [],
    );
  const expected = weightedIndex(
    of(COLUMNS.indices.actual),
    of(COLUMNS.indices.weight).map((weight) => weight!),
    10,
  );
  const line = sheet.blocks.flatMap(({ cells }) => cells).find(([name]) => name === "PCI")!;
  const results = line.map((cell) => (isFormulaCell(cell) ? cell.result : cell));
  expect(expected.score).toBeGreaterThan(10);
  expect(results[3]).toBeCloseTo(expected.coverage, 9);
  expect(results[6]).toBeCloseTo(expected.score!, 9);
  expect(sheet.charts.map(({ kind, categories }) => [kind, categories.range.rows])).toEqual([["radar", 10]]);
});
