import { SHEET_COLUMNS, SHEET_ROWS, parseCell, parseRange } from "./address";
import { openPackage, type OpenedPackage } from "./openPackage";
import { readNumberFormats } from "./readNumberFormats";
import { scanXml } from "./scanXml";
import type { FileRange, FileValue } from "./sheetFile";
import { XlsxError } from "./xlsxError";

/** Cells with content that one workbook may have. */
const MOST_CELLS = 2_000_000;

/** Days between the two date systems of Excel. */
const DAYS_TO_1904 = 1462;

/** A cell that holds something. Dates are serials of the 1900 system, whatever the file uses. */
export interface ReadCell {
  readonly value: FileValue;
  /** Formula as the file spells it; of a shared formula the text of its first cell. */
  readonly formula?: string;
  /** True if the number format shows a day or a time. */
  readonly date: boolean;
  readonly numberFormat: string;
}

/** A table; `range` spans header, data and totals. */
export interface ReadTable {
  readonly name: string;
  readonly range: FileRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

/** A sheet; cells by zero-based row and column. */
export interface ReadSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;
  readonly tables: readonly ReadTable[];
  readonly merges: readonly FileRange[];
}

/** A defined name; `sheet` is the index of the sheet that it belongs to. */
export interface ReadName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet?: number;
}

/** What a workbook file holds. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly ReadName[];
  /** Custom XML parts: namespace and text of the root element. */
  readonly customXml: readonly { readonly namespace: string; readonly text: string }[];
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly visibility: ReadSheet["visibility"];
}

/** Reads the values of an .xlsx file. Throws XlsxError if it is none, is too large, encrypted, or broken; what is merely odd is read as well as Excel would. */
export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const opened = openPackage(bytes);
  const main = [...opened.relationships("").values()].find((relationship) => relationship.type === "officeDocument");
  const path = main && !main.external && opened.part(main.target) !== undefined ? main.target : "xl/workbook.xml";
  const xml = opened.part(path);
  if (xml === undefined) throw new XlsxError("file-broken", "the workbook part is missing");
  const { entries, names, date1904 } = readWorkbookPart(xml);
  const relationships = opened.relationships(path);
  const partOf = (type: string): string | undefined => {
    const found = [...relationships.values()].find((relationship) => relationship.type === type);
    return opened.part(found ? found.target : `xl/${type}.xml`);
  };
  const context: SheetContext = {
    opened,
    strings: readStrings(partOf("sharedStrings")),
    formats: readNumberFormats(partOf("styles")),
    date1904,
    budget: { cells: MOST_CELLS },
  };
  const sheets: ReadSheet[] = [];
  for (const entry of entries) {
    const relationship = relationships.get(entry.id);
    if (relationship?.type === "worksheet") sheets.push(readSheet(entry, relationship.target, context));
    else sheets.push({ name: entry.name, visibility: entry.visibility, rows: new Map(), tables: [], merges: [] });
  }
  return { sheets, names, customXml: readCustomXml(opened) };
}

function readWorkbookPart(xml: string): { entries: readonly SheetEntry[]; names: readonly ReadName[]; date1904: boolean } {
  const entries: SheetEntry[] = [];
  const names: ReadName[] = [];
  let date1904 = false;
  let name: { name: string; sheet?: number; refersTo: string } | undefined;
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === "sheet") {
        const state = attribute("state");
        const visibility = state === "hidden" || state === "veryHidden" ? state : "visible";
        entries.push({ name: attribute("name") ?? "", id: attribute("id") ?? "", visibility });
      } else if (tag === "workbookPr") date1904 = /^(?:1|true|on)$/.test(attribute("date1904") ?? "");
      else if (tag === "definedName") {
        const sheet = attribute("localSheetId");
        name = { name: attribute("name") ?? "", refersTo: "", ...(sheet === undefined ? {} : { sheet: Number(sheet) }) };
      }
    },
    text: (text) => {
      if (name) name.refersTo += text;
    },
    close: (tag) => {
      if (tag !== "definedName" || !name) return;
      names.push(name);
      name = undefined;
    },
  });
  return { entries, names, date1904 };
}

/** Undoes the escapes of ST_Xstring: "_x000D_" is a line end. */
function unescapeXstring(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

function readStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let current = "";
  let inText = false;
  let phonetic = 0;
  scanXml(xml, {
    open: (tag) => {
      if (tag === "si") current = "";
      else if (tag === "t") inText = true;
      else if (tag === "rPh") phonetic++;
    },
    text: (text) => {
      if (inText && phonetic === 0) current += text;
    },
    close: (tag) => {
      if (tag === "t") inText = false;
      else if (tag === "rPh") phonetic--;
      else if (tag === "si") strings.push(unescapeXstring(current));
    },
  });
  return strings;
}

interface SheetContext {
  readonly opened: OpenedPackage;
  readonly strings: readonly string[];
  readonly formats: readonly { readonly code: string; readonly date: boolean }[];
  readonly date1904: boolean;
  readonly budget: { cells: number };
}

/** A cell while its element is open. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula?: string;
  shared?: string;
}

function readSheet(entry: SheetEntry, path: string, context: SheetContext): ReadSheet {
  const rows = new Map<number, Map<number, ReadCell>>();
  const merges: FileRange[] = [];
  const tableIds: string[] = [];
  const sharedFormulas = new Map<string, string>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let reading: "value" | "formula" | "phonetic" | undefined;
  const xml = context.opened.part(path);
  if (xml === undefined) throw new XlsxError("file-broken", `the part of sheet "${entry.name}" is missing`);
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === "row") {
        const number = attribute("r");
        row = number === undefined ? row + 1 : Number(number) - 1;
        column = -1;
      } else if (tag === "c") {
        cell = openCell(attribute("r"), row, column + 1, attribute("t") ?? "n", Number(attribute("s") ?? 0));
        column = cell.column;
      } else if (cell && tag === "v") reading = "value";
      else if (cell && tag === "t") reading = reading === "phonetic" ? "phonetic" : "value";
      else if (cell && tag === "rPh") reading = "phonetic";
      else if (cell && tag === "f") {
        reading = "formula";
        cell.formula = "";
        if (attribute("t") === "shared") cell.shared = attribute("si") ?? "";
      } else if (tag === "mergeCell") {
        const range = parseRange(attribute("ref") ?? "");
        if (range) merges.push(range);
      } else if (tag === "tablePart") tableIds.push(attribute("id") ?? "");
    },
    text: (text) => {
      if (!cell) return;
      if (reading === "value") cell.value += text;
      else if (reading === "formula") cell.formula += text;
    },
    close: (tag) => {
      if (tag === "rPh" || ((tag === "v" || tag === "t" || tag === "f") && reading !== "phonetic")) reading = undefined;
      if (tag !== "c" || !cell) return;
      if (cell.shared !== undefined) {
        if (cell.formula) sharedFormulas.set(cell.shared, cell.formula);
        else cell.formula = sharedFormulas.get(cell.shared) ?? "";
      }
      keep(cell, rows, context);
      cell = undefined;
    },
  });
  const relationships = context.opened.relationships(path);
  const tables: ReadTable[] = [];
  for (const id of tableIds) {
    const target = relationships.get(id)?.target;
    const table = target === undefined ? undefined : readTable(context.opened.part(target));
    if (table) tables.push(table);
  }
  return { name: entry.name, visibility: entry.visibility, rows, tables, merges };
}

/** Begins a cell; without an address it stands right of the cell before it. */
function openCell(address: string | undefined, row: number, column: number, type: string, style: number): OpenCell {
  const at = address === undefined ? { row, column } : parseCell(address);
  const inside = at && at.row >= 0 && at.row < SHEET_ROWS && at.column < SHEET_COLUMNS;
  if (!at || !inside) throw new XlsxError("file-broken", `no such cell: ${address ?? `row ${row}`}`);
  return { row: at.row, column: at.column, type, style, value: "" };
}

function keep(cell: OpenCell, rows: Map<number, Map<number, ReadCell>>, context: SheetContext): void {
  const format = context.formats[cell.style] ?? { code: "General", date: false };
  let date = format.date && (cell.type === "n" || cell.type === "d");
  let value = valueOf(cell, context.strings);
  if (cell.type === "d" && typeof value === "number") date = true;
  else if (date && context.date1904 && typeof value === "number") value += DAYS_TO_1904;
  if (value === null && cell.formula === undefined) return;
  if (--context.budget.cells < 0) throw new XlsxError("file-too-large", "too many cells");
  let cells = rows.get(cell.row);
  if (!cells) rows.set(cell.row, (cells = new Map<number, ReadCell>()));
  const formula = cell.formula === undefined ? {} : { formula: cell.formula };
  cells.set(cell.column, { value, ...formula, date, numberFormat: format.code });
}

function valueOf(cell: OpenCell, strings: readonly string[]): FileValue {
  switch (cell.type) {
    case "s":
      return strings[Number(cell.value)] ?? null;
    case "str":
      return unescapeXstring(cell.value);
    case "inlineStr":
      return unescapeXstring(cell.value);
    case "b":
      return cell.value === "1" || cell.value === "true";
    case "e":
      return { error: cell.value };
    case "d":
      return serialOf(cell.value);
    default: {
      const number = Number(cell.value);
      return cell.value.trim() === "" || !Number.isFinite(number) ? null : number;
    }
  }
}

/** Serial of an ISO day, with or without a time; the text itself if it is none. */
function serialOf(text: string): FileValue {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(text);
  if (!match) return text;
  const [year, month, day, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const days = (Date.UTC(year!, month! - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return days + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

function readTable(xml: string | undefined): ReadTable | undefined {
  if (xml === undefined) return undefined;
  const columns: string[] = [];
  let table: Omit<ReadTable, "columns"> | undefined;
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === "table") {
        const range = parseRange(attribute("ref") ?? "");
        const name = attribute("displayName") ?? attribute("name");
        if (!range || name === undefined) return;
        table = { name, range, headerRows: Number(attribute("headerRowCount") ?? 1), totalsRows: Number(attribute("totalsRowCount") ?? 0) };
      } else if (tag === "tableColumn") columns.push(unescapeXstring(attribute("name") ?? ""));
    },
  });
  return table && { ...table, columns };
}

/** Custom XML parts; one that is broken is left out, because a workbook can hold anybody's. */
function readCustomXml(opened: OpenedPackage): ReadWorkbook["customXml"] {
  const found: { namespace: string; text: string }[] = [];
  for (const path of opened.paths.filter((name) => /^customXml\/item\d{1,6}\.xml$/i.test(name)).sort()) {
    let namespace: string | undefined;
    let text = "";
    try {
      scanXml(opened.part(path)!, {
        open: (_, attribute, prefix) => {
          namespace ??= attribute(prefix ? `xmlns:${prefix}` : "xmlns") ?? "";
        },
        text: (piece) => {
          text += piece;
        },
      });
    } catch (error) {
      if (error instanceof XlsxError) continue;
      throw error;
    }
    found.push({ namespace: namespace ?? "", text });
  }
  return found;
}
