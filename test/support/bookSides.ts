import { strFromU8, unzipSync } from "fflate";
import { rangeText } from "../../src/host/a1";
import { toXlsx } from "../../src/render/toXlsx";
import { cellText, columnLetters, quoteSheet } from "../../src/workbook/formulaText";
import type { CellAddress, RangeAddress, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { parseCell } from "../../src/xlsx/address";
import { readXlsx, type ReadWorkbook } from "../../src/xlsx/readXlsx";
import type { OfficeHost } from "./officeHost";
import { fileLooks, type CellLook, type SheetLooks } from "./fileLooks";
import { extent, readLooks, readRules, type LookBack, type SheetBack } from "./readBack";

/** What both renderers say about one sheet, in the same words. */
export interface SheetFacts {
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
  readonly outlines: unknown;
  /** By cell, of the cells to which the file gives a style. */
  readonly looks: Readonly<Record<string, LookFacts>>;
}

/** How a cell looks, as both sides can say it; number formats are compared by themselves. */
type LookFacts = Omit<CellLook, "numberFormat" | "borderColor"> & { readonly borderColor: string };

/** Cells of one sheet whose looks are compared. */
const MOST_LOOKS = 2000;

/** What a file leaves open and Excel fills in. */
const PLAIN = { color: "000000", fill: "FFFFFF", horizontal: "general", vertical: "bottom" } as const;

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

/** A book as its .xlsx file says it. */
export class XlsxSide {
  private readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly book: ReadWorkbook;

  private constructor(
    private readonly spec: WorkbookSpec,
    bytes: Uint8Array,
    private readonly looks: readonly SheetLooks[],
  ) {
    this.parts = unzipSync(bytes);
    this.book = readXlsx(bytes);
  }

  static async write(spec: WorkbookSpec): Promise<XlsxSide> {
    const bytes = toXlsx(spec);
    return new XlsxSide(spec, bytes, await fileLooks(bytes));
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

  /** The first cells of a sheet to which the file gives a style of their own, without those that a merge covers. */
  styledCells(index: number): readonly string[] {
    const { merges } = this.book.sheets[index]!;
    const covered = ({ row, column }: CellAddress): boolean =>
      merges.some(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns &&
          (row !== area.row || column !== area.column),
      );
    return Object.keys(this.looks[index]!.cells)
      .filter((at) => !covered(parseCell(at)!))
      .slice(0, MOST_LOOKS);
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
      numberFormats: sheet.tables.map(({ at, columns: own, rows: lines }) =>
        lines.map((_line, row) => own.map((_, i) => cell(at.row + 1 + row, at.column + i)?.numberFormat)),
      ),
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
        merges: this.looks[index]!.merges,
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
          address: attribute(opening, "sqref"),
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
        .map(({ tag }, place) => [
          attribute(tag, "sqref"),
          inner(tag, "formula") ?? "data bar",
          this.looks[index]!.rules[place]!.fill ?? "",
          this.looks[index]!.rules[place]!.color ?? "",
        ]),
      links: tagsOf(xml, "hyperlink").map((tag) => [attribute(tag, "location")!.replaceAll("$", ""), attribute(tag, "tooltip")]),
      print: {
        orientation: attribute(tagsOf(xml, "pageSetup")[0]!, "orientation"),
        pagesWide: Number(attribute(tagsOf(xml, "pageSetup")[0]!, "fitToWidth")),
        header: (inner(xml, "oddHeader") ?? "").replace(/^&C/, ""),
        footer: (inner(xml, "oddFooter") ?? "").replace(/^&C/, ""),
        margins: ["top", "bottom", "left", "right", "header", "footer"].map((side) => Number(attribute(margins, side)) * 72),
        area: local("Print_Area"),
        titleRows: local("Print_Titles"),
        breaks: this.looks[index]!.print.breaks,
      },
      charts: this.related(path, "drawing")
        .flatMap((drawing) => this.related(drawing, "chart"))
        .map((chart) => {
          const text = this.part(chart);
          return {
            title: inner(text, "a:t"),
            kind: chartKind(text),
            series: tagsOf(text, "c:ser").map((ser) => ({
              name: inner(inner(ser, "c:tx") ?? "", "c:v") ?? inner(ser, "c:v"),
              values: inner(inner(ser, "c:val") ?? "", "c:f")?.replaceAll("$", ""),
              categories: inner(inner(ser, "c:cat") ?? "", "c:f")?.replaceAll("$", ""),
            })),
          };
        }),
      outlines: {
        rows: levelsOf(
          tagsOf(xml, "row").map((tag) => tag.slice(0, tag.indexOf(">") + 1)),
          (tag) => [Number(attribute(tag, "r")) - 1],
        ),
        columns: levelsOf(tagsOf(xml, "col"), (tag) => {
          const [first, last] = [Number(attribute(tag, "min")) - 1, Number(attribute(tag, "max")) - 1];
          return Array.from({ length: last - first + 1 }, (_, index) => first + index);
        }),
      },
      looks: shareLines(Object.fromEntries(this.styledCells(index).map((at) => [at, storedLook(this.looks[index]!.cells[at]!)]))),
    };
  }
}

/** Looks of cells with the lines that neighbours share, whichever of the two carries them. */
function shareLines(cells: Readonly<Record<string, LookFacts>>): Record<string, LookFacts> {
  const lineOf = (row: number, column: number, side: string): string | undefined => {
    const look = row < 0 || column < 0 ? undefined : cells[cellText(row, column)];
    return look?.border.split(" ").includes(side) ? look.borderColor : undefined;
  };
  return Object.fromEntries(
    Object.entries(cells).map(([at, look]) => {
      const { row, column } = parseCell(at)!;
      const lines = {
        bottom: lineOf(row, column, "bottom") ?? lineOf(row + 1, column, "top"),
        left: lineOf(row, column, "left") ?? lineOf(row, column - 1, "right"),
        right: lineOf(row, column, "right") ?? lineOf(row, column + 1, "left"),
        top: lineOf(row, column, "top") ?? lineOf(row - 1, column, "bottom"),
      };
      const drawn = Object.entries(lines).filter(([, color]) => color !== undefined);
      return [at, { ...look, border: drawn.map(([side]) => side).join(" "), borderColor: drawn[0]?.[1] ?? "" }];
    }),
  );
}

function storedLook({ font, fill, border, borderColor, horizontal, vertical, wrap, indent, locked }: CellLook): LookFacts {
  return {
    font: { color: PLAIN.color, ...font },
    fill: fill ?? PLAIN.fill,
    border,
    borderColor: borderColor ?? "",
    horizontal: horizontal ?? PLAIN.horizontal,
    vertical: vertical ?? PLAIN.vertical,
    wrap,
    indent,
    locked,
  };
}

const rgb = (color: string): string => color.replace("#", "").toUpperCase();

function openLook({ font: [name, size, bold, italic, underline, color], fill, align, locked, borders }: LookBack): LookFacts {
  const [top, bottom, left, right] = borders;
  const sides = { bottom, left, right, top };
  const drawn = Object.entries(sides).filter(([, line]) => line !== null);
  const [horizontal, vertical, wrap, indent] = align;
  return {
    font: { name, size, bold, italic, underline: underline !== "None", color: rgb(color) },
    fill: rgb(fill),
    border: drawn.map(([side]) => side).join(" "),
    borderColor: rgb(drawn[0]?.[1] ?? ""),
    horizontal: horizontal.toLowerCase(),
    vertical: vertical.toLowerCase(),
    wrap,
    indent,
    locked,
  };
}

/** Depth and folding of the rows or columns that belong to groups, by number. */
function levelsOf(tags: readonly string[], numbersOf: (tag: string) => readonly number[]): Record<number, unknown> {
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const level = attribute(tag, "outlineLevel");
      return level === undefined ? [] : numbersOf(tag).map((number) => [number, [Number(level), attribute(tag, "hidden") === "1"]]);
    }),
  );
}

/** The same of the groups of a sheet in the grid. */
function depthsOf(groups: readonly { readonly from: number; readonly to: number; readonly collapsed: boolean }[]): Record<number, unknown> {
  const found: Record<number, [number, boolean]> = {};
  for (const { from, to, collapsed } of groups)
    for (let number = from; number <= to; number += 1) {
      const [level, hidden] = found[number] ?? [0, false];
      found[number] = [level + 1, hidden || collapsed];
    }
  return found;
}

/** "Sheet!A1:A9" of the cells that a series shows. */
function sourceText(
  { host }: OfficeHost,
  cells: { readonly sheetId: string; readonly areas: readonly RangeAddress[] } | undefined,
): string | undefined {
  if (!cells) return undefined;
  return `${quoteSheet(host.grid.sheet(cells.sheetId)!.getName())}!${rangeText(cells.areas[0]!)}`;
}

function chartKind(xml: string): string {
  if (xml.includes("<c:radarChart")) return "Radar";
  if (xml.includes("<c:doughnutChart")) return "Doughnut";
  if (!xml.includes("<c:barChart")) return "Line";
  const direction = attribute(tagsOf(xml, "c:barDir")[0]!, "val") as keyof typeof CHARTS;
  return `${CHARTS[direction]}${attribute(tagsOf(xml, "c:grouping")[0]!, "val") === "stacked" ? "Stacked" : "Clustered"}`;
}

/** Facts of a sheet as office.js tells them. */
export async function openSide(
  office: OfficeHost,
  spec: WorkbookSpec,
  back: SheetBack,
  index: number,
  file: XlsxSide,
): Promise<SheetFacts> {
  /** The reader tells number formats only of cells that hold something. */
  const isStored = (row: number, column: number): boolean => file.book.sheets[index]!.rows.get(row)?.has(column) ?? false;
  const sheet = spec.sheets[index]!;
  const { rows, columns } = extent(sheet);
  const address = `A1:${columnLetters(columns - 1)}${rows}`;
  const { book, grid } = office.host;
  const sheetId = book.sheetNamed(sheet.name)!.getSheetId();
  const areas = book.rules.validations(sheetId).flatMap(({ areas: some }) => some.map(rangeText));
  const placed = sheet.validations.map(({ range }) => areas.find((address) => address === rangeText(range)));
  const [frozenRows, frozenColumns] = frozenOf(back.frozen, sheet.freeze);
  const rules = (await readRules(sheet.name, "A1:ZZ5000")) as { address: string; formula?: string; fill?: string; color?: string }[];
  const styled = file.styledCells(index);
  const looks = await readLooks(sheet.name, styled);
  return {
    values: await office.values(sheet.name, address),
    formulas: (await office.formulas(sheet.name, address)).map((row) => row.map((text) => plainFormula(text))),
    numberFormats: sheet.tables.map(({ at, columns: own, rows: lines }) =>
      lines.map((_line, row) =>
        own.map((_, i) => (isStored(at.row + 1 + row, at.column + i) ? back.numberFormats[at.row + 1 + row]![at.column + i] : undefined)),
      ),
    ),
    frame: {
      visibility: back.visibility.toLowerCase(),
      tabColor: back.tabColor.replace("#", ""),
      gridlines: back.showGridlines,
      protected: back.protected,
      frozen: [frozenRows, frozenColumns],
      widths: back.widths.map(({ width }) => width),
      heights: back.heights,
      merges: grid.merges(sheetId).map(rangeText).sort(),
    },
    tables: back.tables.map(({ name, address: at, filter, style, headers }) => ({ name, address: at, filter, style, headers })),
    validations: back.validations.map(({ type, rule, ignoreBlanks, errorAlert, prompt }, place) => {
      const [kind, body] = Object.entries(rule as Record<string, Record<string, string>>)[0]!;
      const alert = errorAlert as { showAlert: boolean; style: string; title: string; message: string };
      const hint = prompt as { showPrompt: boolean; title: string; message: string };
      const formulas = [
        body["source"] ?? body["formula"] ?? body["formula1"]!,
        ...(body["formula2"] === undefined ? [] : [body["formula2"]]),
      ];
      return {
        address: placed[place],
        type: type === "WholeNumber" ? "whole" : type.toLowerCase(),
        operator: kind === "list" || kind === "custom" ? "" : body["operator"],
        formulas: formulas.map((text) => plainFormula(text)),
        blank: ignoreBlanks,
        error: alert.showAlert ? [alert.style.toLowerCase(), alert.title, alert.message] : null,
        prompt: hint.title || hint.message ? [hint.title, hint.message] : null,
      };
    }),
    rules: rules.map(({ address: at, formula, fill, color }) => [
      at,
      formula === undefined ? "data bar" : formula.replace(/^=/, ""),
      rgb(fill ?? ""),
      rgb(color ?? ""),
    ]),
    links: back.links.map(({ documentReference, screenTip }) => [documentReference, screenTip || undefined]),
    print: {
      orientation: back.print.orientation.toLowerCase(),
      pagesWide: (back.print.zoom as { horizontalFitToPages?: number }).horizontalFitToPages,
      header: back.print.header,
      footer: back.print.footer,
      margins: ["top", "bottom", "left", "right", "header", "footer"].map((side) => expect.closeTo(back.print.margins[side]!, 0) as number),
      area: back.print.area?.replaceAll("$", "") ?? null,
      titleRows: back.print.titleRows?.replaceAll("$", "") ?? null,
      breaks: back.print.breaks,
    },
    charts: back.charts.map(({ name, title, type, series }) => {
      const sources = book.extrasOf(sheetId).charts.find((chart) => chart.name === name)!.series;
      return {
        title,
        kind: type,
        series: series.map((one, place) => ({
          name: one,
          values: sourceText(office, sources[place]?.values),
          categories: sourceText(office, sources[place]?.categories),
        })),
      };
    }),
    looks: shareLines(Object.fromEntries(styled.map((at, place) => [at, openLook(looks[place]!)]))),
    outlines: {
      rows: depthsOf(book.extrasOf(sheetId).outlines.filter(({ axis }) => axis === "rows")),
      columns: depthsOf(book.extrasOf(sheetId).outlines.filter(({ axis }) => axis === "columns")),
    },
  };
}

/** Rows and columns that stay in view: a pane that freezes only rows spans all columns. */
function frozenOf(address: string | null, freeze: { rows: number; columns: number } | undefined): readonly [number, number] {
  if (address === null) return [0, 0];
  return [/\d/.test(address) ? Number(/(\d+)\D*$/.exec(address)![1]) : 0, freeze?.columns ?? 0];
}
