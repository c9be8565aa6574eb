import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../src/parser/parsePlan";
import type { Plan } from "../../src/plan/plan";
import { readText } from "../../src/reader/readText";
import type { TextDocument } from "../../src/text/textDocument";
import type { CompileOptions } from "../../src/workbook/compileOptions";
import type { CalendarDate } from "../../src/plan/date";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import { enlarged } from "../support/largePlan";
import { emptyPlan, sampleDocument, samplePlan } from "../support/samplePlan";
import { differencesOf } from "../support/storedResults";

const B = COLUMNS.byAgency;

/** Differences between the stored results of a new workbook and what LibreOffice computes. */
const differences = (plan: Plan, document: TextDocument, options: CompileOptions): Promise<readonly string[]> =>
  differencesOf(compileWorkbook(plan, document, options));

test.each([
  ["a new workbook", { asOf: "2024-06-30" as CalendarDate }],
  ["a workbook with figures within the year", { asOf: "2024-06-30" as CalendarDate, sample: true }],
  ["a workbook with figures after the year", { asOf: "2025-01-15" as CalendarDate, sample: true, book: 2 }],
])(
  "LibreOffice computes what is stored in %s",
  async (_name, options) => {
    expect(await differences(samplePlan, sampleDocument, { ...options, dialect: "native" })).toEqual([]);
  },
  120_000,
);

test("LibreOffice computes what is stored in the workbook of a plan without items", async () => {
  expect(await differences(emptyPlan, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native" })).toEqual([]);
}, 120_000);

test("LibreOffice computes what is stored in the workbook of a plan that names no agency and counts in points of percent", async () => {
  const targets = samplePlan.targets.map((target) => ({
    ...target,
    leads: [],
    supporters: [],
    ...(target.goal.kind === "increase" ? { unit: "điểm %" } : {}),
  }));
  const plan: Plan = { ...samplePlan, targets, tasks: [], reportDuties: [], agencies: [] };
  expect(targets.some(({ unit }) => unit === "điểm %")).toBe(true);
  for (const sample of [true, false])
    expect(await differences(plan, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native", sample })).toEqual([]);
}, 120_000);

test("LibreOffice computes what is stored where agencies are late, owe all they lead, or have no quality judged", async () => {
  const many = enlarged(samplePlan, 23, 160);
  const dated = many.tasks.filter(({ deadline }) => deadline?.value.kind === "fixed");
  // Some agencies lead many tasks, others one.
  const tasks = dated.map((task, index) => ({ ...task, leads: [`Phòng ${index < 30 ? index % 2 : index}`] }));
  const options = { asOf: "2025-01-15" as CalendarDate, dialect: "native", sample: true } as const;
  const plan = { ...many, tasks };
  const table = compileWorkbook(plan, sampleDocument, options)
    .sheets.flatMap(({ tables }) => tables)
    .find(({ key }) => key === "byAgency")!;
  const rows = table.rows.map((cells) =>
    Object.fromEntries(cells.map((cell, at) => [table.columns[at]!.header, isFormulaCell(cell) ? cell.result : cell])),
  );
  expect(rows.some((row) => Number(row[B.late]) > 0 && Number(row[B.progress]) < Number(row[B.quantity]))).toBe(true);
  expect(rows.some((row) => row[B.overdue] === 1 && row[B.points] === 0)).toBe(true);
  expect(rows.some((row) => row[B.quantity] === 1 && row[B.quality] === "–" && row[B.points] === "–")).toBe(true);
  expect(await differences(plan, sampleDocument, options)).toEqual([]);
}, 120_000);

test.each([
  ["dak-nong-skhcn-2024", "2024-06-30"],
  ["gia-lai-stttt-2024", "2024-12-31"],
  ["lang-son-ubnd-2021", "2021-12-05"],
  ["khanh-hoa-stttt-2023", "2023-11-20"],
  ["dak-nong-bqlkcn-2025-2030", "2026-01-10"],
])(
  "LibreOffice computes what is stored in the workbook of %s",
  async (id, day) => {
    const document = readText(`${id}.txt`, readFileSync(join("seeds", `${id}.txt`)));
    const plan = parsePlan(document).value;
    expect(await differences(plan, document, { asOf: day as CalendarDate, dialect: "native", sample: true })).toEqual([]);
  },
  120_000,
);
