import { LocaleType, mergeLocales } from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormatting from "@univerjs/preset-sheets-conditional-formatting/locales/vi-VN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import core from "@univerjs/preset-sheets-core/locales/vi-VN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidation from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawing from "@univerjs/preset-sheets-drawing/locales/vi-VN";
import { UniverSheetsTablePlugin, UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import table from "@univerjs/preset-sheets-table/locales/vi-VN";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import { createUniver, type UniverInstance } from "./createUniver";
import { gridFunction, type GridFunction } from "./functions";
import { REPAIRED_FUNCTIONS } from "./shims";

/** Filter buttons take the colour of the header's text; white, their default, cannot be seen on a light header. */
const FILTER_BUTTONS = { cl: { rgb: "#404040" } };

/** Words of the bar of progress, which the grid's own Vietnamese lacks. */
const PROGRESS = {
  "sheets-formula": {
    progress: {
      analyzing: "Đang xem công thức…",
      calculating: "Đang tính…",
      "array-analysis": "Đang xem công thức mảng…",
      "array-calculation": "Đang tính công thức mảng…",
      done: "Đã tính xong",
    },
  },
};

/** Mounts the spreadsheet with its Vietnamese surface into an element of the page. */
export function mountGrid(container: HTMLElement, functions: readonly GridFunction[]): UniverInstance {
  const formula = { function: [...functions.map(gridFunction), ...REPAIRED_FUNCTIONS] as never };
  return createUniver({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(core, conditionalFormatting, dataValidation, table, drawing, PROGRESS) },
    presets: [
      // Excel's green corner at texts of digits (a year, a number of a document) says nothing to the reader of a plan.
      UniverSheetsCorePreset({ container, formula, disableAutoFocus: true, disableTextFormatAlert: true, disableTextFormatMark: true }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsDataValidationPreset(),
      { plugins: [UniverSheetsSortPlugin] },
      UniverSheetsTablePreset(),
      {
        plugins: [
          // Cells carry their own formats, as in the file: the grid's table themes would paint over them, its name tags would hide cells.
          [UniverSheetsTablePlugin, { userThemes: [{ name: "plain", style: { headerRowStyle: FILTER_BUTTONS } }], defaultThemeIndex: 0 }],
          [UniverSheetsTableUIPlugin, { hideAnchor: true }],
        ],
      },
      UniverSheetsDrawingPreset(),
    ],
  });
}
