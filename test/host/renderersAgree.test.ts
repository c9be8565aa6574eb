import type { CalendarDate } from "../../src/plan/date";
import { columnPoints } from "../../src/host/renderSheets";
import { renderWorkbook } from "../../src/host/renderWorkbook";
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

describe.each([
  ["a spec that uses every feature", { ...featureSpec, dialect: "native" } as WorkbookSpec],
  ["the sample plan", sample],
])("%s", (_what, spec) => {
  let office: OfficeHost;
  let restore: () => void;
  let back: readonly SheetBack[];
  let file: XlsxSide;

  beforeAll(async () => {
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

  it.each(spec.sheets.map(({ key }, index) => [key, index] as const))("both renderers make the same sheet %s", async (_key, index) => {
    const open = await openSide(office, spec, back[index]!, index, file);
    const stored = file.sheet(index);
    for (const what of Object.keys(stored) as (keyof SheetFacts)[]) expect({ what, is: stored[what] }).toEqual({ what, is: open[what] });
  });

  it("both renderers make the same names and carry the same state", async () => {
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
