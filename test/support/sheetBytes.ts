import type { CellValue } from "../../src/workbook/formula";
import type { SheetFile } from "../../src/xlsx/sheetFile";
import { writeXlsx } from "../../src/xlsx/writeXlsx";

/** Rows as a person typed them; numbers above 40,000 are days. */
export type TypedRows = readonly (readonly CellValue[])[];

/** An .xlsx file with plain sheets, as an office makes one by hand. */
export function sheetBytes(sheets: Readonly<Record<string, TypedRows>>): Uint8Array {
  const text = { font: { name: "Arial", size: 11 } };
  return writeXlsx({
    properties: { title: "", subject: "", creator: "", company: "", keywords: "", custom: {} },
    styles: { text, day: { ...text, numberFormat: "dd/mm/yyyy" } },
    defaultStyle: "text",
    sheets: Object.entries(sheets).map(([name, rows]) => typedSheet(name, rows)),
    names: [],
    customXml: [],
  });
}

/** One such sheet. */
export function typedSheet(name: string, rows: TypedRows, merges: SheetFile["merges"] = []): SheetFile {
  return {
    name,
    visibility: "visible",
    showGridlines: true,
    columns: [],
    rows: rows.map((row, index) => ({
      row: index,
      cells: row.flatMap((value, column) =>
        value === null ? [] : [{ column, value, ...(typeof value === "number" && value > 40_000 ? { style: "day" } : {}) }],
      ),
    })),
    tables: [],
    merges,
    validations: [],
    conditionalFormats: [],
    links: [],
    charts: [],
    print: {
      orientation: "portrait",
      margins: { top: 1, bottom: 1, left: 1, right: 1, header: 0.5, footer: 0.5 },
      pageBreaks: [],
    },
    protected: false,
  };
}
