import type { CalendarDate } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell } from "../../src/workbook/formula";
import { decodeState } from "../../src/workbook/planState";
import { readTracking } from "../../src/workbook/readTracking";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { featureSpec } from "../support/featureSpec";
import { recalculatedXlsx } from "../support/libreOffice";
import { sampleDocument, samplePlan } from "../support/samplePlan";

const asOf = "2024-06-30" as CalendarDate;
const specOf = (book?: number): WorkbookSpec =>
  compileWorkbook(samplePlan, sampleDocument, { asOf, dialect: "kpi", ...(book ? { book } : {}) });
const spec = specOf();
const bytes = toXlsx(spec);

/** A value as a reader sees it: blank and "" are the same, and LibreOffice writes 15 digits of a number, so that 12 are sure. */
const seen = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : (value ?? ""));

/** Values of a spec's tables by key. */
function valuesOf({ sheets }: WorkbookSpec): Record<string, unknown[][]> {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  return Object.fromEntries(
    tables.map((table) => [table.key, table.rows.map((row) => row.map((cell) => seen(isFormulaCell(cell) ? cell.result : cell)))]),
  );
}

function check(name: string, file: () => Uint8Array | Promise<Uint8Array>, expected: WorkbookSpec, book?: number): void {
  it(`reads ${name}`, async () => {
    const { value, messages } = fromXlsx(await file(), book);
    expect(messages).toEqual([]);
    const read = Object.fromEntries(value!.tables.map((table) => [table.key, table.rows.map((row) => row.map(seen))]));
    expect(read).toEqual(valuesOf(expected));
    expect(decodeState(value!.state).value?.plan.targets).toHaveLength(samplePlan.targets.length);
    expect(value!.names.asOf).toBe(45473);
    expect(readTracking(value!).value).toMatchObject({ asOf, planId: spec.planId });
  }, 60_000);
}

check("a file as it was written", () => bytes, spec);
check("a file that LibreOffice computed and saved", () => recalculatedXlsx(bytes), spec);
check("a second book", () => toXlsx(specOf(2)), specOf(2), 2);
check("the first book there is when none is asked for", () => toXlsx(specOf(2)), specOf(2));

it("finds the state in the hidden sheet when the custom XML part is lost", () => {
  const lost = toXlsx({ ...spec, state: "" });
  expect(decodeState(fromXlsx(lost).value!.state).value?.planId).toBe(spec.planId);
});

it("tells formulas from typed values", () => {
  const targets = fromXlsx(bytes).value!.tables.find(({ key }) => key === "targets")!;
  const formulas = spec.sheets.flatMap(({ tables }) => tables).find(({ key }) => key === "targets")!;
  formulas.columns.forEach(({ formula }, column) => expect(targets.formulas[0]![column] !== "").toBe(formula !== undefined));
});

it("says why it reads nothing", () => {
  const codeOf = (file: Uint8Array): string => fromXlsx(file).messages[0]!.code;
  expect(codeOf(new Uint8Array())).toBe("file-empty");
  expect(codeOf(new TextEncoder().encode("Kế hoạch"))).toBe("file-binary");
  const foreign = {
    ...featureSpec,
    sheets: featureSpec.sheets.filter(({ key }) => key === "lists").map((sheet) => ({ ...sheet, visibility: "visible" as const })),
    names: [],
  };
  expect(codeOf(toXlsx(foreign))).toBe("workbook-not-ours");
});
