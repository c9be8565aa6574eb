import { createTracking, importPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { seedPlans } from "../../src/seeds";
import type { KindCode, TargetFacts } from "../../src/tracking/evaluation";
import { isFormulaCell, type CellValue } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import { sampleActual } from "../../src/workbook/sampleFigures";
import type { TableSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";

function facts(kind: KindCode, more: Partial<TargetFacts>): TargetFacts {
  return { kind, level: null, upper: null, baseline: null, tier: null, unit: "", due: null, ...more } as TargetFacts;
}

const ids = Array.from({ length: 60 }, (_, index) => `CT-${index + 1}`);
const figures = (of: TargetFacts): readonly number[] => ids.map((id) => sampleActual(id, of)).filter((value) => typeof value === "number");

describe("invented figures", () => {
  it.each<[string, TargetFacts]>([
    ["a rank that improves, without unit and baseline", facts("K10", { down: true })],
    ["something that improves, without unit", facts("K10", {})],
    ["a rank against that of last year", facts("K10", { down: true, baseline: 28 })],
    ["a headcount that falls by a share", facts("K08", { level: 0.05, unit: "%" })],
    ["persons", facts("K01", { level: 250, unit: "người" })],
  ])("are whole numbers from 1 on for %s", (_name, of) => {
    const numbers = figures(of);
    expect(numbers.length).toBeGreaterThan(40);
    expect(numbers.filter((number) => !Number.isInteger(number) || number < 1)).toEqual([]);
  });

  it("have decimals where the unit has parts", () => {
    expect(figures(facts("K03", { level: 7, unit: "điểm" })).some((number) => !Number.isInteger(number))).toBe(true);
    const shares = figures(facts("K01", { level: 0.9, unit: "%" }));
    expect(shares.some((share) => !Number.isInteger(share))).toBe(true);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});

describe.each(seedPlans.map((seed) => [seed.id, seed] as const))("the sample book of %s", (_id, seed) => {
  let book: WorkbookSpec;
  beforeAll(async () => {
    const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
    book = createTracking(value!, { asOf: `${seed.year}-09-30` as CalendarDate, dialect: "native", sample: true });
  });
  const tableOf = (key: string): TableSpec => book.sheets.flatMap(({ tables }) => tables).find((table) => table.key === key)!;
  const column = (key: string, header: string): readonly CellValue[] => {
    const { columns, rows } = tableOf(key);
    const place = columns.findIndex((one) => one.header === header);
    return rows.map((row) => row[place]!).map((cell) => (isFormulaCell(cell) ? cell.result : cell));
  };

  it("has figures of three periods at least, none of which looks wrong", () => {
    const F = COLUMNS.figures;
    expect(new Set(column("figures", F.period)).size).toBeGreaterThanOrEqual(3);
    expect(column("figures", F.check).filter((words) => words !== "")).toEqual([]);
  });

  it("begins Nhật ký with a line that lacks nothing", () => {
    const [basis] = column("log", COLUMNS.log.basis);
    expect(basis).toBeTruthy();
  });
});
