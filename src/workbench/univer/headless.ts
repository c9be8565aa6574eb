import { LocaleType } from "@univerjs/core";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import english from "@univerjs/preset-sheets-node-core/locales/en-US";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/sheets-table/facade";
import { createUniver, type UniverInstance } from "./createUniver";
import { gridFunction, type GridFunction } from "./functions";
import { REPAIRED_FUNCTIONS } from "./shims";

/** Starts the spreadsheet engine without a screen, for Node. `functions` are known before the first calculation. */
export function startHeadless(functions: readonly GridFunction[]): UniverInstance {
  return createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: english },
    presets: [
      UniverSheetsNodeCorePreset({ formula: { function: [...functions.map(gridFunction), ...REPAIRED_FUNCTIONS] as never } }),
      { plugins: [UniverSheetsTablePlugin, UniverSheetsConditionalFormattingPlugin] },
    ],
  });
}
