import { strFromU8, unzipSync } from "fflate";
import type { CalendarDate } from "../../src/plan/date";
import { columnPoints } from "../../src/host/renderSheets";
import { renderWorkbook } from "../../src/host/renderWorkbook";
import { stateOf } from "../../src/host/stateXml";
import { toXlsx } from "../../src/render/toXlsx";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { columnLetters } from "../../src/workbook/formulaText";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { readXlsx, type ReadWorkbook } from "../../src/xlsx/readXlsx";
import { featureSpec } from "../support/featureSpec";
import { startOfficeHost, type OfficeHost } from "../support/officeHost";
import { extent, readRules, readSheets, readWhole, type SheetBack } from "../support/readBack";
import { sampleDocument, samplePlan } from "../support/samplePlan";

jest.setTimeout(180_000);

/** What both renderers say about one sheet, in the same words. */
interface SheetFacts {
  readonly values: unknown;
  readonly formulas: unknown;
  readonly numberFormats: unknown;
  readonly frame: unknown;
  readonly tables: unknown;
  readonly validations: unknown;
  readonly rules: unknown;
  readonly links: unknown;
  readonly print: unknown;
  readonly charts: unknown;
}

const OPERATORS: Readonly<Record<string, string>> = {
  between: "Between",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};
const CHARTS = { bar: "Bar", col: "Column" } as const;

const unescapeXml = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#10;", "\n")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescapeXml(found);
};
const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<${name}(?:\\s(?:[^>/]|/(?!>))*)?(?:/>|>[\\s\\S]*?</${name}>)`, "g")) ?? [];
const inner = (xml: string, name: string): string | undefined => {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml)?.[1];
  return found === undefined ? undefined : unescapeXml(found);
};

/** A formula without what a file and a sheet spell differently. */
const plainFormula = (text: string): string => text.replace(/^=/, "").replaceAll("_xlfn.", "");

class XlsxSide {
  private readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly book: ReadWorkbook;

  constructor(private readonly spec: WorkbookSpec) {
    const bytes = toXlsx(spec);
    this.parts = unzipSync(bytes);
    this.book = readXlsx(bytes);
  }

  private part(path: string): string {
    const bytes = this.parts[path];
    return bytes ? strFromU8(bytes) : "";
  }

  /** Parts that a sheet's relationships lead to. */
  private related(path: string, kind: string): string[] {
    const cut = path.lastIndexOf("/");
    return tagsOf(this.part(`${path.slice(0, cut)}/_rels${path.slice(cut)}.rels`), "Relationship")
      .filter((tag) => attribute(tag, "Type")!.endsWith(`/${kind}`))
      .map((tag) =>
        attribute(tag, "Target")!
          .replace(/^\.\.\//, "xl/")
          .replace(/^\//, ""),
      );
  }

  sheet(index: number): SheetFacts {
    const sheet = this.spec.sheets[index]!;
    const read = this.book.sheets[index]!;
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const xml = this.part(path);
    const { rows, columns } = extent(sheet);
    const grid = <T>(value: (row: number, column: number) => T): T[][] =>
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => value(row, column)));
    const cell = (row: number, column: number) => read.rows.get(row)?.get(column);
    const names = this.book.names.filter((name) => name.sheet === index);
    const local = (name: string): string | null => {
      const target = names.find((one) => one.name.endsWith(name))?.refersTo;
      return target === undefined ? null : target.slice(target.lastIndexOf("!") + 1).replaceAll("$", "");
    };
    const margins = tagsOf(xml, "pageMargins")[0]!;
    const pane = tagsOf(xml, "pane")[0] ?? "";
    return {
      values: grid((row, column) => {
        const value = cell(row, column)?.value ?? "";
        return typeof value === "object" ? value.error : value;
      }),
      formulas: grid((row, column) => plainFormula(cell(row, column)?.formula ?? "")),
      numberFormats: sheet.tables.map(({ at, columns: own }) => own.map((_, i) => cell(at.row + 1, at.column + i)?.numberFormat)),
      frame: {
        visibility: read.visibility.toLowerCase(),
        tabColor: attribute(tagsOf(xml, "tabColor")[0] ?? "", "rgb")?.slice(2) ?? "",
        gridlines: attribute(tagsOf(xml, "sheetView")[0]!, "showGridLines") !== "0",
        protected: xml.includes("<sheetProtection"),
        frozen: [Number(attribute(pane, "ySplit") ?? 0), Number(attribute(pane, "xSplit") ?? 0)],
        widths: tagsOf(xml, "col")
          .slice(0, sheet.columns.length)
          .map((tag) => Math.trunc(Number(attribute(tag, "width")) * 7 + 0.49) * 0.75),
        heights: Object.fromEntries(
          tagsOf(xml, "row")
            .filter((tag) => attribute(tag.slice(0, tag.indexOf(">") + 1), "ht") !== undefined)
            .map((tag) => tag.slice(0, tag.indexOf(">") + 1))
            .map((tag) => [Number(attribute(tag, "r")) - 1, Number(attribute(tag, "ht"))]),
        ),
        merges: read.merges.length,
      },
      tables: this.related(path, "table").map((table) => {
        const text = this.part(table);
        const opening = text.slice(text.indexOf("<table "));
        return {
          name: attribute(opening, "displayName"),
          address: attribute(opening, "ref"),
          filter: text.includes("<autoFilter"),
          style: attribute(tagsOf(text, "tableStyleInfo")[0] ?? "", "name"),
          headers: tagsOf(text, "tableColumn").map((tag) => attribute(tag, "name")),
        };
      }),
      validations: tagsOf(xml, "dataValidation").map((tag) => {
        const opening = tag.slice(0, tag.indexOf(">") + 1);
        const type = attribute(opening, "type")!;
        const upper = inner(tag, "formula2");
        return {
          type,
          operator: type === "list" || type === "custom" ? "" : OPERATORS[attribute(opening, "operator") ?? "between"],
          formulas: [inner(tag, "formula1")!, ...(upper === undefined ? [] : [upper])].map((text) => plainFormula(text)),
          blank: attribute(opening, "allowBlank") === "1",
          error:
            attribute(opening, "showErrorMessage") === "1"
              ? [attribute(opening, "errorStyle") ?? "stop", attribute(opening, "errorTitle"), attribute(opening, "error")]
              : null,
          prompt: attribute(opening, "showInputMessage") === "1" ? [attribute(opening, "promptTitle"), attribute(opening, "prompt")] : null,
        };
      }),
      rules: tagsOf(xml, "conditionalFormatting")
        .map((tag) => ({ tag, priority: Number(attribute(tagsOf(tag, "cfRule")[0]!, "priority")) }))
        .sort((a, b) => a.priority - b.priority)
        .map(({ tag }) => [attribute(tag, "sqref"), inner(tag, "formula") ?? "data bar"]),
      links: tagsOf(xml, "hyperlink").map((tag) => [attribute(tag, "location")!.replaceAll("$", ""), attribute(tag, "tooltip")]),
      print: {
        orientation: attribute(tagsOf(xml, "pageSetup")[0]!, "orientation"),
        header: (inner(xml, "oddHeader") ?? "").replace(/^&C/, ""),
        footer: (inner(xml, "oddFooter") ?? "").replace(/^&C/, ""),
        margins: ["top", "bottom", "left", "right", "header", "footer"].map((side) => Number(attribute(margins, side)) * 72),
        area: local("Print_Area"),
        titleRows: local("Print_Titles"),
        breaks: tagsOf(xml, "brk").length,
      },
      charts: this.related(path, "drawing")
        .flatMap((drawing) => this.related(drawing, "chart"))
        .map((chart) => {
          const text = this.part(chart);
          return {
            title: inner(text, "a:t"),
            kind: chartKind(text),
            series: tagsOf(text, "c:ser").map((ser) => inner(inner(ser, "c:tx") ?? "", "c:v") ?? inner(ser, "c:v")),
          };
        }),
    };
  }
}

function chartKind(xml: string): string {
  if (xml.includes("<c:radarChart")) return "Radar";
  if (xml.includes("<c:doughnutChart")) return "Doughnut";
  if (!xml.includes("<c:barChart")) return "Line";
  const direction = attribute(tagsOf(xml, "c:barDir")[0]!, "val") as keyof typeof CHARTS;
  return `${CHARTS[direction]}${attribute(tagsOf(xml, "c:grouping")[0]!, "val") === "stacked" ? "Stacked" : "Clustered"}`;
}

/** Facts of a sheet as office.js tells them. */
async function openSide(
  office: OfficeHost,
  spec: WorkbookSpec,
  back: SheetBack,
  index: number,
  /** The reader tells number formats only of cells that hold something. */
  isStored: (row: number, column: number) => boolean,
): Promise<SheetFacts> {
  const sheet = spec.sheets[index]!;
  const { rows, columns } = extent(sheet);
  const address = `A1:${columnLetters(columns - 1)}${rows}`;
  const [frozenRows, frozenColumns] = frozenOf(back.frozen, sheet.freeze);
  const rules = (await readRules(sheet.name, "A1:ZZ5000")) as { address: string; formula?: string }[];
  return {
    values: await office.values(sheet.name, address),
    formulas: (await office.formulas(sheet.name, address)).map((row) => row.map((text) => plainFormula(text))),
    numberFormats: sheet.tables.map(({ at, columns: own }) =>
      own.map((_, i) => (isStored(at.row + 1, at.column + i) ? back.numberFormats[at.row + 1]![at.column + i] : undefined)),
    ),
    frame: {
      visibility: back.visibility.toLowerCase(),
      tabColor: back.tabColor.replace("#", ""),
      gridlines: back.showGridlines,
      protected: back.protected,
      frozen: [frozenRows, frozenColumns],
      widths: back.widths.map(({ width }) => width),
      heights: back.heights,
      merges: office.host.grid.merges(office.host.book.sheetNamed(sheet.name)!.getSheetId()).length,
    },
    tables: back.tables.map(({ name, address: at, filter, style, headers }) => ({ name, address: at, filter, style, headers })),
    validations: back.validations.map(({ type, rule, ignoreBlanks, errorAlert, prompt }) => {
      const [kind, body] = Object.entries(rule as Record<string, Record<string, string>>)[0]!;
      const alert = errorAlert as { showAlert: boolean; style: string; title: string; message: string };
      const hint = prompt as { showPrompt: boolean; title: string; message: string };
      const formulas = [
        body["source"] ?? body["formula"] ?? body["formula1"]!,
        ...(body["formula2"] === undefined ? [] : [body["formula2"]]),
      ];
      return {
        type: type === "WholeNumber" ? "whole" : type.toLowerCase(),
        operator: kind === "list" || kind === "custom" ? "" : body["operator"],
        formulas: formulas.map((text) => plainFormula(text)),
        blank: ignoreBlanks,
        error: alert.showAlert ? [alert.style.toLowerCase(), alert.title, alert.message] : null,
        prompt: hint.title || hint.message ? [hint.title, hint.message] : null,
      };
    }),
    rules: rules.map(({ address: at, formula }) => [at, formula === undefined ? "data bar" : formula.replace(/^=/, "")]),
    links: back.links.map(({ documentReference, screenTip }) => [documentReference, screenTip || undefined]),
    print: {
      orientation: back.print.orientation.toLowerCase(),
      header: back.print.header,
      footer: back.print.footer,
      margins: ["top", "bottom", "left", "right", "header", "footer"].map((side) => expect.closeTo(back.print.margins[side]!, 0) as number),
      area: back.print.area?.replaceAll("$", "") ?? null,
      titleRows: back.print.titleRows?.replaceAll("$", "") ?? null,
      breaks: back.print.breaks,
    },
    charts: back.charts.map(({ title, type, series }) => ({ title, kind: type, series })),
  };
}

/** Rows and columns that stay in view: a pane that freezes only rows spans all columns. */
function frozenOf(address: string | null, freeze: { rows: number; columns: number } | undefined): readonly [number, number] {
  if (address === null) return [0, 0];
  return [/\d/.test(address) ? Number(/(\d+)\D*$/.exec(address)![1]) : 0, freeze?.columns ?? 0];
}

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
    file = new XlsxSide(spec);
  });
  afterAll(async () => {
    await office.host.grid.settle();
    restore();
    await office.close();
  });

  it.each(spec.sheets.map(({ key }, index) => [key, index] as const))("both renderers make the same sheet %s", async (_key, index) => {
    const open = await openSide(
      office,
      spec,
      back[index]!,
      index,
      (row, column) => file.book.sheets[index]!.rows.get(row)?.has(column) ?? false,
    );
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
