import { SHEET_COLUMNS, cellName, fixedRangeName, quoteSheet, rangeName } from "./address";
import { conditionalFormatsXml, validationsXml } from "./rulesPart";
import type { FileCell, FileRow, FileValue, SheetFile } from "./sheetFile";
import { isFileError } from "./sheetFile";
import { argb, type StyleSheet } from "./styles";
import { NAMESPACES, XML_HEAD, attributes, cutText, escapeText, legalText, xstring } from "./xml";

/** Longest text of a cell in Excel; longer text is cut. */
export const CELL_TEXT_LENGTH = 32_767;

/** Longest header or footer that Excel opens without repair. */
const HEADER_LENGTH = 255;

/** Tallest row of Excel, in points. */
const TALLEST_ROW = 409.5;

/** Longest tip of a link that Excel opens without repair. */
const TIP_LENGTH = 255;

/** Excel's own padding of a column, in characters (ECMA-376, 18.3.1.13). */
const COLUMN_PADDING = 0.7109375;

/** Texts of the workbook, each written once. */
export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** Index of a text. */
  id(text: string): number {
    this.uses++;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }

  xml(): string {
    const entries: string[] = [];
    for (const text of this.places.keys()) {
      const space = /^\s|\s$|\n|\t| {2}/.test(text) ? ' xml:space="preserve"' : "";
      entries.push(`<si><t${space}>${escapeText(xstring(text))}</t></si>`);
    }
    return `${XML_HEAD}<sst xmlns="${NAMESPACES.main}" count="${this.uses}" uniqueCount="${this.places.size}">${entries.join("")}</sst>`;
  }
}

/** Formulas as they stand in XML; one that fills a column of a table is spelled once. */
export class FormulaTexts {
  private readonly known = new Map<string, string>();

  xml(formula: string): string {
    let xml = this.known.get(formula);
    if (xml === undefined) this.known.set(formula, (xml = `<f>${escapeText(formula)}</f>`));
    return xml;
  }
}

/** What a sheet part needs from the workbook that it stands in. */
export interface SheetContext {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  readonly formulas: FormulaTexts;
  /** One-based number of the sheet. */
  readonly number: number;
  /** True for the sheet that is shown when the file is opened. */
  readonly active: boolean;
  /** Relationship ids of the tables and of the drawing. */
  readonly tableIds: readonly string[];
  readonly drawingId?: string;
}

/** The text that a cell can hold: legal characters, at most 32,767 of them, line ends as Excel has them. */
export function cellText(text: string): string {
  return cutText(legalText(text).replace(/\r\n?/g, "\n"), CELL_TEXT_LENGTH);
}

function resultXml(value: FileValue): { readonly type: string; readonly xml: string } {
  if (value === null) return { type: "", xml: "" };
  if (typeof value === "number") return { type: "", xml: `<v>${value}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', xml: `<v>${value ? 1 : 0}</v>` };
  if (isFileError(value)) return { type: ' t="e"', xml: `<v>${escapeText(value.error)}</v>` };
  return { type: ' t="str"', xml: `<v>${escapeText(xstring(cellText(value)))}</v>` };
}

function cellXml(row: number, cell: FileCell, context: SheetContext, sheetStyle: string | undefined): string {
  const { value, formula } = cell;
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${cellName(row, cell.column)} holds no finite number`);
  const text = typeof value === "string" && formula === undefined ? cellText(value) : "";
  const style = context.styles.id(cell.style ?? sheetStyle, /^[=+\-@]/.test(text));
  const own = `<c r="${cellName(row, cell.column)}"${style ? ` s="${style}"` : ""}`;
  if (formula !== undefined) {
    const result = resultXml(value);
    return `${own}${result.type}>${context.formulas.xml(formula)}${result.xml}</c>`;
  }
  if (text !== "") return `${own} t="s"><v>${context.strings.id(text)}</v></c>`;
  if (value === null || typeof value === "string") return style ? `${own}/>` : "";
  const result = resultXml(value);
  return `${own}${result.type}>${result.xml}</c>`;
}

function rowXml(row: FileRow, context: SheetContext, sheetStyle: string | undefined): string {
  const own = attributes({
    r: row.row + 1,
    ht: row.height === undefined ? undefined : Math.min(row.height, TALLEST_ROW),
    customHeight: row.height !== undefined,
    hidden: row.hidden,
    outlineLevel: row.outlineLevel || undefined,
    collapsed: row.collapsed,
  });
  const cells = row.cells.map((cell) => cellXml(row.row, cell, context, sheetStyle)).join("");
  return cells ? `<row${own}>${cells}</row>` : `<row${own}/>`;
}

function columnsXml(sheet: SheetFile, style: number): string {
  const columns = sheet.columns.map((column, i) => {
    const width = column.width === undefined ? 9.140625 : column.width + COLUMN_PADDING;
    return `<col${attributes({
      min: i + 1,
      max: i + 1,
      width,
      style: style || undefined,
      hidden: column.hidden,
      customWidth: column.width !== undefined,
      outlineLevel: column.outlineLevel || undefined,
      collapsed: column.collapsed,
    })}/>`;
  });
  if (style && sheet.columns.length < SHEET_COLUMNS) {
    columns.push(`<col${attributes({ min: sheet.columns.length + 1, max: SHEET_COLUMNS, width: 9.140625, style })}/>`);
  }
  return columns.length ? `<cols>${columns.join("")}</cols>` : "";
}

function viewXml(sheet: SheetFile, active: boolean): string {
  const own = attributes({ showGridLines: sheet.showGridlines ? undefined : "0", tabSelected: active, workbookViewId: "0" });
  const rows = sheet.freeze?.rows ?? 0;
  const columns = sheet.freeze?.columns ?? 0;
  if (!rows && !columns) return `<sheetViews><sheetView${own}/></sheetViews>`;
  const first = cellName(rows, columns);
  const pane = rows && columns ? "bottomRight" : rows ? "bottomLeft" : "topRight";
  const split = attributes({
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: first,
    activePane: pane,
    state: "frozen",
  });
  return `<sheetViews><sheetView${own}><pane${split}/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
}

function headerXml(tag: string, text: string | undefined): string {
  return text ? `<${tag}>${escapeText(xstring(cutText(text, HEADER_LENGTH)))}</${tag}>` : "";
}

function printXml(sheet: SheetFile): string {
  const { print } = sheet;
  const { margins } = print;
  const inner =
    headerXml("oddHeader", print.header) +
    headerXml("oddFooter", print.footer) +
    (print.plainFirstPage ? "<firstHeader/><firstFooter/>" : "");
  const breaks = print.pageBreaks.filter((row) => row > 0);
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins${attributes({
      left: margins.left,
      right: margins.right,
      top: margins.top,
      bottom: margins.bottom,
      header: margins.header,
      footer: margins.footer,
    })}/><pageSetup paperSize="9" orientation="${print.orientation}" fitToWidth="1" fitToHeight="0" useFirstPageNumber="1" firstPageNumber="1"/>` +
    (inner ? `<headerFooter${attributes({ differentFirst: print.plainFirstPage })}>${inner}</headerFooter>` : "") +
    (breaks.length
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">` +
        `${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("")}</rowBreaks>`
      : "")
  );
}

function dimension(sheet: SheetFile): string {
  let rows = 1;
  let columns = 1;
  for (const row of sheet.rows) {
    const last = row.cells[row.cells.length - 1];
    if (!last) continue;
    rows = Math.max(rows, row.row + 1);
    columns = Math.max(columns, last.column + 1);
  }
  return rangeName({ row: 0, column: 0, rows, columns });
}

const deepest = (levels: readonly { readonly outlineLevel?: number }[]): number =>
  levels.reduce((most, { outlineLevel = 0 }) => Math.max(most, outlineLevel), 0);

/** Protection without a password against slips: everything may be selected, widened, sorted and filtered. */
const PROTECTION = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** The row that a group belongs to stands above it. */
const SUMMARY_ABOVE = '<outlinePr summaryBelow="0"/>';

/** One worksheet part; the order of its elements is that of CT_Worksheet (ECMA-376, 18.3.1.99). */
export function sheetXml(sheet: SheetFile, context: SheetContext): string {
  const style = context.styles.id(sheet.defaultStyle);
  const formats = conditionalFormatsXml(sheet.conditionalFormats, context.styles, context.number);
  const links = sheet.links.map(
    (link) =>
      `<hyperlink${attributes({ ref: cellName(link.row, link.column), location: link.location, tooltip: link.tooltip && xstring(cutText(link.tooltip, TIP_LENGTH)) })}/>`,
  );
  const outline = attributes({ outlineLevelRow: deepest(sheet.rows) || undefined, outlineLevelCol: deepest(sheet.columns) || undefined });
  return (
    `${XML_HEAD}<worksheet xmlns="${NAMESPACES.main}" xmlns:r="${NAMESPACES.relationships}">` +
    `<sheetPr>${sheet.tabColor ? `<tabColor rgb="${argb(sheet.tabColor)}"/>` : ""}${deepest(sheet.rows) ? SUMMARY_ABOVE : ""}<pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${dimension(sheet)}"/>${viewXml(sheet, context.active)}<sheetFormatPr defaultRowHeight="15.75"${outline}/>` +
    columnsXml(sheet, style) +
    `<sheetData>${sheet.rows.map((row) => rowXml(row, context, sheet.defaultStyle)).join("")}</sheetData>` +
    (sheet.protected ? PROTECTION : "") +
    (sheet.merges.length
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join("")}</mergeCells>`
      : "") +
    formats.rules +
    validationsXml(sheet.validations) +
    (links.length ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") +
    printXml(sheet) +
    (context.drawingId ? `<drawing r:id="${context.drawingId}"/>` : "") +
    (context.tableIds.length
      ? `<tableParts count="${context.tableIds.length}">${context.tableIds.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`
      : "") +
    `${formats.extension}</worksheet>`
  );
}

/** The names that print setup needs, with quoted sheet names: unquoted ones make Excel repair the file. */
export function printNames(sheet: SheetFile): readonly { readonly name: string; readonly refersTo: string }[] {
  const { repeatRows, area } = sheet.print;
  const quoted = quoteSheet(sheet.name);
  const names: { name: string; refersTo: string }[] = [];
  if (area) names.push({ name: "_xlnm.Print_Area", refersTo: `${quoted}!${fixedRangeName(area)}` });
  if (repeatRows) names.push({ name: "_xlnm.Print_Titles", refersTo: `${quoted}!$${repeatRows.from + 1}:$${repeatRows.to + 1}` });
  return names;
}
