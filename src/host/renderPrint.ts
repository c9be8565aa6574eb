import type { SheetSpec } from "../workbook/workbookSpec";
import { cellText } from "../workbook/formulaText";
import { rangeText, rowsText } from "./a1";
import { step, type Step } from "./requests";

/** Paper, margins, repeated rows, print area, header and footer, page breaks of a sheet (ExcelApi 1.9). */
export function renderPrint(sheet: SheetSpec): readonly Step[] {
  const { print } = sheet;
  const breaks = (print.pageBreaks ?? []).map((row) =>
    step(3, undefined, ({ workbook }) => {
      workbook.worksheets.getItem(sheet.name).horizontalPageBreaks.add(cellText(row, 0));
    }),
  );
  const layout = step(14, print, ({ workbook }) => {
    const page = workbook.worksheets.getItem(sheet.name).pageLayout;
    page.paperSize = "A4";
    page.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
    page.centerHorizontally = true;
    page.zoom = { horizontalFitToPages: print.fitToWidth };
    page.setPrintMargins("Centimeters", { ...print.margins });
    if (print.repeatRows) page.setPrintTitleRows(rowsText(print.repeatRows.from, print.repeatRows.to));
    if (print.area) page.setPrintArea(rangeText(print.area));
    if (print.header) page.headersFooters.defaultForAllPages.centerHeader = print.header;
    page.firstPageNumber = 1;
    if (print.plainFirstPage) page.headersFooters.state = "FirstAndDefault";
    if (print.footer) page.headersFooters.defaultForAllPages.centerFooter = print.footer;
  });
  return [layout, ...breaks];
}
