import type { Formula } from "../workbook/formula";
import { lookupOf, printFormula, quoteSheet } from "../workbook/formulaText";
import type { SheetRange, WorkbookSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";

/** Spells the formulas and references of a spec for the open workbook. */
export interface SpecPrinter {
  /** "=…" in the spec's dialect. */
  readonly formula: (formula: Formula) => string;
  /** 'Sheet'!A1:B2, for links. */
  readonly reference: (target: SheetRange) => string;
  readonly sheetName: (key: string) => string;
}

/** Printer of a spec; a formula that stands in many cells is printed once. */
export function specPrinter(spec: WorkbookSpec): SpecPrinter {
  const lookup = lookupOf(spec);
  const printed = new Map<Formula, string>();
  return {
    formula: (formula) => {
      let text = printed.get(formula);
      if (text === undefined)
        printed.set(formula, (text = `=${printFormula(formula, { dialect: spec.dialect, target: "sheet", lookup })}`));
      return text;
    },
    reference: ({ sheet, range }) => `${quoteSheet(lookup.sheet(sheet))}!${rangeText(range)}`,
    sheetName: lookup.sheet,
  };
}
