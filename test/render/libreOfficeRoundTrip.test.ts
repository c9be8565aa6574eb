import { strFromU8, unzipSync } from "fflate";
import { createTracking, importPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans } from "../../src/seeds";
import { snapshot } from "../../src/tracking/snapshot";
import { decodeState } from "../../src/workbook/planState";
import { readTracking } from "../../src/workbook/readTracking";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { recalculatedXlsx } from "../support/libreOffice";

jest.setTimeout(180_000);

type Parts = Readonly<Record<string, string>>;

function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** Attributes of every element of a name in a part. */
function elements(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<${name} ([^>]*)>`, "gu"))].map(([, text]) =>
    Object.fromEntries([...text!.matchAll(/([\w:]+)="([^"]*)"/gu)].map(([, key, value]) => [key!, value!])),
  );
}

/** Sheet parts by the name on their tab. */
function sheetsOf(parts: Parts): ReadonlyMap<string, string> {
  const targets = new Map(elements(parts["xl/_rels/workbook.xml.rels"]!, "Relationship").map(({ Id, Target }) => [Id, Target]));
  return new Map(
    elements(parts["xl/workbook.xml"]!, "sheet").map((sheet) => [sheet.name!.normalize("NFC"), parts[`xl/${targets.get(sheet["r:id"])}`]!]),
  );
}

/** Rows that are folded into the row above. */
const foldedRows = (xml: string): readonly string[] =>
  elements(xml, "row").flatMap(({ r, outlineLevel = "0" }) => (outlineLevel === "0" ? [] : [`${r}:${outlineLevel}`]));

/** Columns that are a group, one by one. */
const foldedColumns = (xml: string): readonly number[] =>
  elements(xml, "col").flatMap(({ min, max, outlineLevel = "0" }) =>
    outlineLevel === "0" ? [] : Array.from({ length: Number(max) - Number(min) + 1 }, (_, index) => Number(min) + index),
  );

const validations = (xml: string): readonly string[] =>
  elements(xml, "dataValidation")
    .map(({ type, sqref, errorStyle = "stop" }) => `${type} ${errorStyle} ${sqref}`)
    .sort();

/** Areas of conditional formats with how many rules they have. */
function formats(xml: string): readonly string[] {
  return [...xml.matchAll(/<conditionalFormatting ([^>]*)>(.*?)<\/conditionalFormatting>/gsu)]
    .map(([, own, rules]) => `${/sqref="([^"]*)"/u.exec(own!)![1]} ${elements(rules!, "cfRule").length}`)
    .sort();
}

const links = (xml: string): readonly string[] =>
  elements(xml, "hyperlink")
    .map(({ ref, location = "" }) => `${ref} ${location.replace(/^#/u, "").replace(/&apos;/gu, "'")}`)
    .sort();

describe("a book that LibreOffice opened, computed and saved as .xlsx", () => {
  let spec: WorkbookSpec;
  let bytes: Uint8Array;
  let saved: Uint8Array;
  let before: Parts;
  let after: Parts;
  beforeAll(async () => {
    const seed = seedPlans.find(({ id }) => id === "dak-nong-bqlkcn-2025-2030")!;
    const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
    spec = createTracking(value!, { asOf: "2025-09-30" as CalendarDate, dialect: "native", sample: true });
    bytes = toXlsx(spec);
    saved = await recalculatedXlsx(bytes);
    [before, after] = [partsOf(bytes), partsOf(saved)];
  });

  /** What a reading of every sheet gives before and after. */
  const compare = (reading: (xml: string) => readonly unknown[], least: number): void => {
    const [made, kept] = [sheetsOf(before), sheetsOf(after)];
    const read = (sheets: ReadonlyMap<string, string>) => Object.fromEntries([...sheets].map(([name, xml]) => [name, reading(xml)]));
    expect(read(kept)).toEqual(read(made));
    expect([...made.values()].reduce((sum, xml) => sum + reading(xml).length, 0)).toBeGreaterThanOrEqual(least);
  };

  it("is known as a book of ours: its plan, its review and its options are whole", () => {
    const { value, messages } = fromXlsx(saved);
    expect(messages).toEqual([]);
    expect(decodeState(value!.state).value).toEqual(decodeState(spec.state).value);
    expect(value!.tables.map(({ key }) => key).sort()).toEqual(
      fromXlsx(bytes)
        .value!.tables.map(({ key }) => key)
        .sort(),
    );
  });

  it("says the same of targets, tasks and reports", () => {
    const told = (file: Uint8Array) => {
      const { met, judged, withData, byConclusion, byStatus, byReportStatus, byWarning } = snapshot(
        readTracking(fromXlsx(file).value!).value!,
      );
      return { met, judged, withData, byConclusion, byStatus, byReportStatus, byWarning };
    };
    expect(told(saved)).toEqual(told(bytes));
  });

  it("keeps the groups of rows and columns", () => {
    compare(foldedRows, 5);
    compare(foldedColumns, 50);
  });

  it("keeps the validations of every cell", () => {
    compare(validations, 80);
  });

  it("keeps the conditional formats and the links", () => {
    compare(formats, 30);
    compare(links, 100);
  });

  it("keeps charts, defined names, print areas and rows that each page repeats", () => {
    const charts = (parts: Parts): number => Object.keys(parts).filter((path) => /^xl\/charts\/chart\d+\.xml$/u.test(path)).length;
    expect(charts(after)).toBe(charts(before));
    const names = (file: Uint8Array): readonly string[] =>
      readXlsx(file)
        .names.map(({ name, refersTo }) => `${name} ${refersTo.replace(/[$']/gu, "")}`)
        .filter((text) => !text.startsWith("_xlnm._FilterDatabase"))
        .sort();
    expect(names(saved)).toEqual(names(bytes));
  });

  it("keeps the state out of sight", () => {
    const { visibility } = readXlsx(saved).sheets.find(({ name }) => name === spec.sheets.find(({ key }) => key === "state")!.name)!;
    expect(visibility).not.toBe("visible");
  });
});
