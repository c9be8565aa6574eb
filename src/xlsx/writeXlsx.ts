import { strToU8, zipSync } from "fflate";
import { chartXml, drawingXml } from "./chartPart";
import { corePropertiesXml, customPropertiesXml, customXmlPropertiesXml, extendedPropertiesXml } from "./properties";
import type { NameFile, SheetFile, WorkbookFile } from "./sheetFile";
import { FormulaTexts, SharedStrings, printNames, sheetXml, type SheetContext } from "./sheetPart";
import { StyleSheet } from "./styles";
import { tableXml } from "./tablePart";
import { themeXml } from "./theme";
import { NAMESPACES, Relationships, XML_HEAD, attributes, escapeText } from "./xml";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const related = (kind: string): string => `${NAMESPACES.relationships}/${kind}`;

/** Bytes of XML from which compression takes less pains: for 130 MB level 6 takes twice the time of 5 and saves an eighth. */
const LARGE = 20_000_000;

/** The parts of the package while it grows. */
class Package {
  private readonly parts: Record<string, Uint8Array> = {};
  private readonly types: string[] = [];

  /** Adds a part; without a content type it is plain XML. */
  put(path: string, xml: string, contentType?: string): void {
    this.parts[path] = strToU8(xml);
    if (contentType) this.types.push(`<Override${attributes({ PartName: `/${path}`, ContentType: contentType })}/>`);
  }

  /** The finished zip: content types first, one fixed time, so that the same workbook gives the same bytes. */
  zip(): Uint8Array {
    const level = Object.values(this.parts).reduce((sum, part) => sum + part.length, 0) > LARGE ? 5 : 6;
    const types =
      `${XML_HEAD}<Types xmlns="${NAMESPACES.contentTypes}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `${this.types.join("")}</Types>`;
    return zipSync({ "[Content_Types].xml": strToU8(types), ...this.parts }, { level, mtime: new Date(2026, 0, 1) });
  }
}

/** Numbers that run through the whole workbook. */
interface Counters {
  tables: number;
  charts: number;
  drawings: number;
}

/** Writes a workbook as .xlsx bytes; the same workbook gives the same bytes everywhere. Throws on a number that is not finite or an undefined style. */
export function writeXlsx(workbook: WorkbookFile): Uint8Array {
  const parts = new Package();
  const styles = new StyleSheet(workbook.styles, workbook.defaultStyle);
  const strings = new SharedStrings();
  const formulas = new FormulaTexts();
  const counters: Counters = { tables: 0, charts: 0, drawings: 0 };
  const active = Math.max(
    0,
    workbook.sheets.findIndex((sheet) => sheet.visibility === "visible"),
  );
  const relationships = new Relationships();
  const sheetIds = workbook.sheets.map((sheet, i) => {
    const path = `worksheets/sheet${i + 1}.xml`;
    putSheet(parts, sheet, i + 1, i === active, { styles, strings, formulas }, counters);
    return relationships.add(related("worksheet"), path);
  });
  relationships.add(related("theme"), "theme/theme1.xml");
  relationships.add(related("styles"), "styles.xml");
  relationships.add(related("sharedStrings"), "sharedStrings.xml");
  workbook.customXml.forEach((part, i) => {
    const number = i + 1;
    parts.put(`customXml/item${number}.xml`, part.xml);
    parts.put(`customXml/itemProps${number}.xml`, customXmlPropertiesXml(part), `${OFFICE}.customXmlProperties+xml`);
    const own = new Relationships();
    own.add(related("customXmlProps"), `itemProps${number}.xml`);
    parts.put(`customXml/_rels/item${number}.xml.rels`, own.xml());
    relationships.add(related("customXml"), `../customXml/item${number}.xml`);
  });
  parts.put("xl/workbook.xml", workbookXml(workbook, sheetIds, active), `${SPREADSHEET}.sheet.main+xml`);
  parts.put("xl/_rels/workbook.xml.rels", relationships.xml());
  parts.put("xl/styles.xml", styles.xml(), `${SPREADSHEET}.styles+xml`);
  parts.put("xl/theme/theme1.xml", themeXml(workbook.styles[workbook.defaultStyle]!.font.name), `${OFFICE}.theme+xml`);
  parts.put("xl/sharedStrings.xml", strings.xml(), `${SPREADSHEET}.sharedStrings+xml`);
  putProperties(parts, workbook);
  return parts.zip();
}

function putSheet(
  parts: Package,
  sheet: SheetFile,
  number: number,
  active: boolean,
  shared: Pick<SheetContext, "styles" | "strings" | "formulas">,
  counters: Counters,
): void {
  const relationships = new Relationships();
  const drawingId = sheet.charts.length ? putDrawing(parts, sheet, relationships, counters) : undefined;
  const tableIds = sheet.tables.map((table) => {
    const id = ++counters.tables;
    parts.put(`xl/tables/table${id}.xml`, tableXml(table, id), `${SPREADSHEET}.table+xml`);
    return relationships.add(related("table"), `../tables/table${id}.xml`);
  });
  parts.put(
    `xl/worksheets/sheet${number}.xml`,
    sheetXml(sheet, { ...shared, number, active, tableIds, drawingId }),
    `${SPREADSHEET}.worksheet+xml`,
  );
  if (relationships.size) parts.put(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships.xml());
}

function putDrawing(parts: Package, sheet: SheetFile, sheetRelationships: Relationships, counters: Counters): string {
  const relationships = new Relationships();
  const ids = sheet.charts.map((chart) => {
    const number = ++counters.charts;
    parts.put(`xl/charts/chart${number}.xml`, chartXml(chart), `${OFFICE}.drawingml.chart+xml`);
    return relationships.add(related("chart"), `../charts/chart${number}.xml`);
  });
  const number = ++counters.drawings;
  parts.put(`xl/drawings/drawing${number}.xml`, drawingXml(sheet.charts, ids), `${OFFICE}.drawing+xml`);
  parts.put(`xl/drawings/_rels/drawing${number}.xml.rels`, relationships.xml());
  return sheetRelationships.add(related("drawing"), `../drawings/drawing${number}.xml`);
}

function workbookXml(workbook: WorkbookFile, sheetIds: readonly string[], active: number): string {
  const sheets = workbook.sheets.map((sheet, i) => {
    const state = sheet.visibility === "visible" ? undefined : sheet.visibility;
    return `<sheet${attributes({ name: sheet.name, sheetId: i + 1, state, "r:id": sheetIds[i] })}/>`;
  });
  const nameXml = (name: Omit<NameFile, "hidden">, hidden: boolean, sheet?: number): string =>
    `<definedName${attributes({ name: name.name, localSheetId: sheet, hidden })}>${escapeText(name.refersTo)}</definedName>`;
  const names = [
    ...workbook.sheets.flatMap((sheet, i) => printNames(sheet).map((name) => nameXml(name, false, i))),
    ...workbook.names.map((name) => nameXml(name, name.hidden)),
  ];
  return (
    `${XML_HEAD}<workbook xmlns="${NAMESPACES.main}" xmlns:r="${NAMESPACES.relationships}"><workbookPr defaultThemeVersion="124226"/>` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" tabRatio="800" activeTab="${active}"/></bookViews>` +
    `<sheets>${sheets.join("")}</sheets>${names.length ? `<definedNames>${names.join("")}</definedNames>` : ""}` +
    `<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}

function putProperties(parts: Package, workbook: WorkbookFile): void {
  const relationships = new Relationships();
  relationships.add(related("officeDocument"), "xl/workbook.xml");
  parts.put("docProps/core.xml", corePropertiesXml(workbook.properties), "application/vnd.openxmlformats-package.core-properties+xml");
  relationships.add(CORE_RELATIONSHIP, "docProps/core.xml");
  parts.put("docProps/app.xml", extendedPropertiesXml(workbook.properties), `${OFFICE}.extended-properties+xml`);
  relationships.add(related("extended-properties"), "docProps/app.xml");
  if (Object.keys(workbook.properties.custom).length) {
    parts.put("docProps/custom.xml", customPropertiesXml(workbook.properties), `${OFFICE}.custom-properties+xml`);
    relationships.add(related("custom-properties"), "docProps/custom.xml");
  }
  parts.put("_rels/.rels", relationships.xml());
}
