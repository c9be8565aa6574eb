import type { CalendarDate } from "../../src/plan/date";
import { columnPoints } from "../../src/host/renderSheets";
import { renderWorkbook } from "../../src/host/renderWorkbook";
import { createTracking, importPlan } from "../../src/pipeline";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { stateOf } from "../../src/host/stateXml";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { openSide, XlsxSide, type SheetFacts } from "../support/bookSides";
import { featureSpec } from "../support/featureSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { readSheets, readWhole, type SheetBack } from "../support/readBack";
import { sampleDocument, samplePlan } from "../support/samplePlan";

jest.setTimeout(180_000);

const sample = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native" });

/** Seeds whose books hold most: indices and agencies, a rebuilt table, several horizons. */
const RICHEST: readonly string[] = ["lang-son-ubnd-2021", "khanh-hoa-stttt-2023", "dak-nong-bqlkcn-2025-2030"];

/** Facts with numbers to 14 digits: the two engines add in different orders, Excel shows 15. */
const shown = (fact: unknown): unknown =>
  Array.isArray(fact) ? fact.map(shown) : typeof fact === "number" ? Number(fact.toPrecision(14)) : fact;

/** The book of a seed's plan, filled with sample figures. */
async function seedBook({ id, text, review, year }: SeedPlan): Promise<WorkbookSpec> {
  const { value } = await importPlan({ kind: "text", name: `${id}.txt`, text }, { review });
  return createTracking(value!, { asOf: `${year}-07-15` as CalendarDate, dialect: "native", sample: true });
}

const books: readonly (readonly [string, () => Promise<WorkbookSpec>])[] = [
  ["a spec that uses every feature", () => Promise.resolve({ ...featureSpec, dialect: "native" })],
  ["the sample plan", () => Promise.resolve(sample)],
  ...seedPlans.filter(({ id }) => RICHEST.includes(id)).map((seed) => [seed.id, () => seedBook(seed)] as const),
];

describe.each(books)("%s", (_what, make) => {
  let spec: WorkbookSpec;
  let office: OfficeHost;
  let restore: () => void;
  let back: readonly SheetBack[];
  let file: XlsxSide;

  beforeAll(async () => {
    spec = await make();
    office = await startOfficeHost();
    restore = office.installGlobals();
    expect(await renderWorkbook(spec)).toEqual({ value: { written: true }, messages: [] });
    back = await readSheets(spec);
    file = await XlsxSide.write(spec);
  });
  afterAll(async () => {
    await office.host.grid.settle();
    restore();
    await office.close();
  });

  it("is the same sheets from both renderers", async () => {
    for (const [index, { name }] of spec.sheets.entries()) {
      const open = await openSide(office, spec, back[index]!, index, file);
      const stored = file.sheet(index);
      for (const what of Object.keys(stored) as (keyof SheetFacts)[])
        expect({ name, what, is: shown(stored[what]) }).toEqual({ name, what, is: shown(open[what]) });
    }
  });

  it("is the same names and the same state from both renderers", async () => {
    const whole = (await readWhole()) as { names: { name: string; formula: string }[]; xml: string[] };
    const inFile = file.book.names.filter(({ name }) => !name.startsWith("_xlnm.")).map(({ name, refersTo }) => [name, refersTo]);
    expect(whole.names.map(({ name, formula }) => [name, formula.slice(1)]).sort()).toEqual(inFile.sort());
    expect(stateOf(whole.xml[0]!)).toBe(spec.state);
    expect(file.book.customXml.map(({ text }) => text)).toEqual([spec.state]);
  });
});

it("a column width of the spec is the same in both", () => {
  expect(columnPoints(28)).toBe(Math.trunc(28.7109375 * 7 + 0.49) * 0.75);
});
