import { Styles, type IStyleData } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";

let hastened = false;

/** Spares the engine work that grows with the product of two sizes of the workbook, so that thousands of rows can be written. Results are the same. */
export function hastenWriting(): void {
  if (hastened) return;
  hastened = true;
  rememberStyles();
  readFormulasOfOneSheet();
}

/** Core 0.25.1 compares a style whose keys stand in another order with every known one, for each cell anew. */
function rememberStyles(): void {
  const prototype = Styles.prototype;
  const search = prototype.search;
  const known = new WeakMap<Styles, Set<string>>();
  prototype.search = function (data: IStyleData, words: string): string {
    const id = search.call(this, data, words);
    const ours = known.get(this) ?? new Set<string>();
    known.set(this, ours);
    if (id === "-1" || ours.has(words)) return id;
    ours.add(words);
    // The equal style takes the place of the known one, and the engine remembers its words.
    this.addCustomStyle(id, data);
    return id;
  };
}

/** Engine-formula 0.25.1 gathers the formulas of every sheet to look at those of the sheet that is written to. */
function readFormulasOfOneSheet(): void {
  const prototype = FormulaDataModel.prototype;
  const update = prototype.updateFormulaData;
  prototype.updateFormulaData = function (unitId, sheetId, cellValue) {
    const whole = Object.getOwnPropertyDescriptor(this, "getFormulaData");
    this.getFormulaData = () => ({ [unitId]: { [sheetId]: this.getSheetFormulaData(unitId, sheetId) ?? {} } });
    try {
      return update.call(this, unitId, sheetId, cellValue);
    } finally {
      if (whole) Object.defineProperty(this, "getFormulaData", whole);
      else Reflect.deleteProperty(this, "getFormulaData");
    }
  };
}
