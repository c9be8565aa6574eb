import { columnLetters } from "../../src/workbook/formulaText";
import { tableRange } from "../../src/workbook/layout";
import type { RangeAddress, SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { rangeText } from "../../src/host/a1";

/** The whole open workbook as far as generating can touch it: what must be the same again after an undone generation. */
export async function readWhole(): Promise<unknown> {
  return Excel.run(async (context) => {
    const { worksheets, names, tables, customXmlParts, properties } = context.workbook;
    worksheets.load("items/name,items/visibility,items/tabColor,items/showGridlines,items/position");
    names.load("items/name,items/formula,items/visible");
    tables.load("items/name");
    customXmlParts.load("items/id");
    properties.load("title,subject,company,keywords");
    properties.custom.load("items/key,items/value");
    const active = worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    const cells = worksheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject();
      used.load("address,formulas,numberFormat");
      return used;
    });
    const xml = customXmlParts.items.map((part) => part.getXml());
    await context.sync();
    return {
      sheets: worksheets.items.map(({ name, visibility, tabColor, showGridlines, position }) => ({
        name,
        visibility,
        tabColor,
        showGridlines,
        position,
      })),
      names: names.items.map(({ name, formula, visible }) => ({ name, formula: String(formula), visible })),
      tables: tables.items.map(({ name }) => name),
      xml: xml.map(({ value }) => value).sort(),
      properties: { title: properties.title, subject: properties.subject, company: properties.company, keywords: properties.keywords },
      custom: Object.fromEntries(properties.custom.items.map(({ key, value }) => [key, value as unknown])),
      active: active.name,
      cells: cells.map((used) =>
        used.isNullObject ? null : { formulas: used.formulas as unknown, numberFormat: used.numberFormat as unknown },
      ),
    };
  });
}

/** The rectangle from A1 that holds everything a sheet's spec says. */
export function extent(sheet: SheetSpec): RangeAddress {
  const areas: RangeAddress[] = [
    ...sheet.blocks.map(({ at, cells }) => ({ ...at, rows: cells.length, columns: cells[0]?.length ?? 1 })),
    ...sheet.tables.map(tableRange),
    ...sheet.styleRanges.map(({ range }) => range),
  ];
  return {
    row: 0,
    column: 0,
    rows: Math.max(1, ...areas.map(({ row, rows }) => row + rows)),
    columns: Math.max(1, ...areas.map(({ column, columns }) => column + columns)),
  };
}

/** One sheet of a book as office.js reads it back. */
export interface SheetBack {
  readonly name: string;
  readonly visibility: string;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly protected: boolean;
  readonly numberFormats: readonly (readonly string[])[];
  readonly frozen: string | null;
  readonly tables: readonly {
    readonly name: string;
    readonly address: string;
    readonly style: string;
    readonly filter: boolean;
    readonly headers: readonly string[];
  }[];
  readonly validations: readonly {
    readonly type: string;
    readonly rule: unknown;
    readonly ignoreBlanks: boolean;
    readonly errorAlert: unknown;
    readonly prompt: unknown;
  }[];
  readonly widths: readonly { readonly width: number; readonly hidden: boolean }[];
  readonly heights: Readonly<Record<number, number>>;
  readonly links: readonly { readonly documentReference?: string | undefined; readonly screenTip?: string | undefined }[];
  readonly print: {
    readonly orientation: string;
    readonly paperSize: string;
    readonly header: string;
    readonly footer: string;
    readonly margins: Readonly<Record<string, number>>;
    readonly area: string | null;
    readonly titleRows: string | null;
    readonly zoom: unknown;
    readonly breaks: readonly number[];
  };
  readonly charts: readonly { readonly name: string; readonly type: string; readonly title: string; readonly series: readonly string[] }[];
}

/** Reads the sheets of a book back through office.js. */
export async function readSheets(spec: WorkbookSpec): Promise<readonly SheetBack[]> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const found = spec.sheets.map((sheet) => {
      const target = worksheets.getItem(sheet.name);
      target.load("name,visibility,tabColor,showGridlines");
      target.protection.load("protected");
      const cells = target.getRange(rangeText(extent(sheet)));
      cells.load("numberFormat");
      const frozen = target.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      const tables = sheet.tables.map(({ name }) => {
        const table = target.tables.getItem(name);
        table.load("name,style,showFilterButton");
        const range = table.getRange();
        range.load("address");
        const headers = table.getHeaderRowRange();
        headers.load("values");
        return { table, range, headers };
      });
      const validations = sheet.validations.map(({ range }) => {
        const { dataValidation } = target.getRange(rangeText(range));
        dataValidation.load("type,rule,ignoreBlanks,errorAlert,prompt");
        return dataValidation;
      });
      const widths = sheet.columns.map((_, index) => {
        const column = target.getRange(`${columnLetters(index)}:${columnLetters(index)}`);
        column.load("columnHidden,format/columnWidth");
        return column;
      });
      const heights = Object.keys(sheet.rowHeights).map((row) => {
        const range = target.getRange(`${Number(row) + 1}:${Number(row) + 1}`);
        range.load("format/rowHeight");
        return { row: Number(row), range };
      });
      const links = sheet.links.map(({ at }) => {
        const cell = target.getCell(at.row, at.column);
        cell.load("hyperlink");
        return cell;
      });
      const page = target.pageLayout;
      page.load("orientation,paperSize,zoom,topMargin,bottomMargin,leftMargin,rightMargin,headerMargin,footerMargin");
      page.headersFooters.defaultForAllPages.load("centerHeader,centerFooter");
      const area = page.getPrintAreaOrNullObject();
      area.load("address");
      const titleRows = page.getPrintTitleRowsOrNullObject();
      titleRows.load("address");
      const breaks = target.horizontalPageBreaks;
      breaks.load("items/rowIndex");
      const charts = sheet.charts.map(({ name }) => {
        const chart = target.charts.getItem(name);
        chart.load("name,chartType");
        chart.title.load("text");
        chart.series.load("items/name");
        return chart;
      });
      return { target, cells, frozen, tables, validations, widths, heights, links, page, area, titleRows, breaks, charts };
    });
    await context.sync();
    const local = (address: string): string => address.slice(address.lastIndexOf("!") + 1);
    return found.map((one): SheetBack => ({
      name: one.target.name,
      visibility: one.target.visibility,
      tabColor: one.target.tabColor,
      showGridlines: one.target.showGridlines,
      protected: one.target.protection.protected,
      numberFormats: one.cells.numberFormat as string[][],
      frozen: one.frozen.isNullObject ? null : local(one.frozen.address),
      tables: one.tables.map(({ table, range, headers }) => ({
        name: table.name,
        address: local(range.address),
        style: table.style,
        filter: table.showFilterButton,
        headers: (headers.values as string[][])[0]!,
      })),
      validations: one.validations.map(({ type, rule, ignoreBlanks, errorAlert, prompt }) => ({
        type,
        rule,
        ignoreBlanks,
        errorAlert,
        prompt,
      })),
      widths: one.widths.map(({ columnHidden, format }) => ({ width: format.columnWidth, hidden: columnHidden })),
      heights: Object.fromEntries(one.heights.map(({ row, range }) => [row, range.format.rowHeight])),
      links: one.links.map(({ hyperlink }) => ({ documentReference: hyperlink.documentReference, screenTip: hyperlink.screenTip })),
      print: {
        orientation: one.page.orientation,
        paperSize: String(one.page.paperSize),
        header: one.page.headersFooters.defaultForAllPages.centerHeader,
        footer: one.page.headersFooters.defaultForAllPages.centerFooter,
        margins: {
          top: one.page.topMargin,
          bottom: one.page.bottomMargin,
          left: one.page.leftMargin,
          right: one.page.rightMargin,
          header: one.page.headerMargin,
          footer: one.page.footerMargin,
        },
        area: one.area.isNullObject ? null : local(one.area.address),
        titleRows: one.titleRows.isNullObject ? null : local(one.titleRows.address),
        zoom: one.page.zoom,
        breaks: one.breaks.items.map(({ rowIndex }) => rowIndex),
      },
      charts: one.charts.map((chart) => ({
        name: chart.name,
        type: chart.chartType,
        title: chart.title.text,
        series: chart.series.items.map(({ name }) => name),
      })),
    }));
  });
}

/** How a cell looks as office.js tells it; borders in the order top, bottom, left, right. */
export interface LookBack {
  readonly font: readonly [name: string, size: number, bold: boolean, italic: boolean, underline: string, color: string];
  readonly fill: string;
  readonly align: readonly [horizontal: string, vertical: string, wrap: boolean, indent: number];
  readonly locked: boolean;
  readonly borders: readonly (string | null)[];
}

/** Cells whose looks fit into one answer. */
const LOOKS_AT_ONCE = 500;

/** Looks of cells of a sheet, read back through office.js. */
export async function readLooks(sheet: string, addresses: readonly string[]): Promise<readonly LookBack[]> {
  const looks: LookBack[] = [];
  for (let from = 0; from < addresses.length; from += LOOKS_AT_ONCE)
    looks.push(...(await readSomeLooks(sheet, addresses.slice(from, from + LOOKS_AT_ONCE))));
  return looks;
}

async function readSomeLooks(sheet: string, addresses: readonly string[]): Promise<readonly LookBack[]> {
  return Excel.run(async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    const cells = addresses.map((address) => {
      const cell = target.getRange(address);
      cell.load(
        "format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/fill/color,format/font/name,format/font/size,format/font/bold,format/font/italic,format/font/underline,format/font/color,format/protection/locked",
      );
      const edges = (["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const).map((edge) => {
        const border = cell.format.borders.getItem(edge);
        border.load("style,color");
        return border;
      });
      return { cell, edges };
    });
    await context.sync();
    return cells.map(({ cell: { format }, edges }): LookBack => ({
      font: [format.font.name, format.font.size, format.font.bold, format.font.italic, format.font.underline, format.font.color],
      fill: format.fill.color,
      align: [format.horizontalAlignment, format.verticalAlignment, format.wrapText, format.indentLevel],
      locked: format.protection.locked,
      borders: edges.map(({ style, color }) => (style === "None" ? null : color)),
    }));
  });
}

/** Conditional formats of a range, the one that wins first. */
export async function readRules(sheet: string, address: string): Promise<readonly unknown[]> {
  return Excel.run(async (context) => {
    const rules = context.workbook.worksheets.getItem(sheet).getRange(address).conditionalFormats;
    rules.load("items/type,items/priority");
    await context.sync();
    const read = rules.items.map((rule) => {
      const range = rule.getRange();
      range.load("address");
      if (rule.type === "Custom") {
        rule.custom.rule.load("formula");
        rule.custom.format.fill.load("color");
        rule.custom.format.font.load("color,bold,italic");
      } else {
        rule.dataBar.load("lowerBoundRule,upperBoundRule");
        rule.dataBar.positiveFormat.load("fillColor");
      }
      return { rule, range };
    });
    await context.sync();
    return read
      .sort((a, b) => a.rule.priority - b.rule.priority)
      .map(({ rule, range }) => ({
        address: range.address.slice(range.address.lastIndexOf("!") + 1),
        ...(rule.type === "Custom"
          ? {
              formula: rule.custom.rule.formula,
              fill: rule.custom.format.fill.color,
              color: rule.custom.format.font.color,
              bold: rule.custom.format.font.bold,
            }
          : {
              color: rule.dataBar.positiveFormat.fillColor,
              min: rule.dataBar.lowerBoundRule.formula,
              max: rule.dataBar.upperBoundRule.formula,
            }),
      }));
  });
}
