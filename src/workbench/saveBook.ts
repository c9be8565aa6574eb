import { toXlsx } from "../render/toXlsx";
import { compileState } from "../workbook/compileWorkbook";
import type { CellValue } from "../workbook/formula";
import { STATE_NAMESPACE } from "../workbook/layout";
import { decodeState } from "../workbook/planState";
import { type Book } from "./excelObjects/book";
import { valueOf } from "./excelObjects/cellValues";
import { overlay, type StandingCell, type StandingWorkbook } from "../workbook/overlay";

/** A saved workbook. */
export interface SavedBook {
  readonly bytes: Uint8Array;
  /** Names of visible sheets that are not ours and therefore not in the file. */
  readonly unsaved: readonly string[];
}

/** Why there is nothing to save. */
export type SaveFailure = "no-book" | "damaged" | "newer";

/** The cells and tables of the grid as they stand. */
export function standingGrid(book: Book): StandingWorkbook {
  return {
    table(name) {
      const table = book.tables.find(name);
      return table && { sheet: book.sheetName(table.sheetId), area: table.area, columns: table.columns };
    },
    cell(sheet, row, column): StandingCell | undefined {
      const cell = book.grid.cell(book.sheetNamed(sheet)?.getSheetId() ?? "", row, column);
      if (!cell) return undefined;
      const value = valueOf(cell);
      return { value: value === "" && !cell.f ? null : (value as CellValue), formula: Boolean(cell.f) };
    },
  };
}

/** Writes the book of ours that stands in the grid, edits included, as .xlsx; other sheets are named, not written. */
export async function saveBook(book: Book): Promise<SavedBook | SaveFailure> {
  await book.grid.settle();
  const texts = [...book.customXml.values()].filter((xml) => xml.includes(STATE_NAMESPACE)).map(xmlText);
  if (texts.length === 0) return "no-book";
  for (const text of texts) {
    const { value: state, messages } = decodeState(text);
    if (!state) {
      if (messages.some(({ code }) => code === "workbook-state-newer")) return "newer";
      continue;
    }
    const spec = overlay(compileState(state), standingGrid(book));
    const ours = new Set(spec.sheets.map(({ name }) => name));
    const unsaved = book.grid
      .sheets()
      .filter((sheet) => !ours.has(sheet.getName()) && !sheet.isSheetHidden() && book.grid.usedArea(sheet.getSheetId(), true))
      .map((sheet) => sheet.getName());
    return { bytes: toXlsx(spec), unsaved };
  }
  return "damaged";
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text of the root element of an XML text without child elements. */
function xmlText(xml: string): string {
  const root = xml.search(/<[A-Za-z_]/);
  const inner = xml.slice(xml.indexOf(">", root) + 1, xml.lastIndexOf("</"));
  if (inner.startsWith("<![CDATA[")) return inner.slice(9, inner.lastIndexOf("]]>")).replaceAll("]]]]><![CDATA[>", "]]>");
  return inner.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name!] ?? whole);
    },
  );
}
