import { ArrayValueObject, type BaseValueObject } from "@univerjs/engine-formula";

/** What engine-formula 0.25.1 uses to compare the cells of a range with a value; not part of its declared types. */
interface Comparing {
  _rowCount: number;
  getUnitId(): string;
  getSheetId(): string;
  getCurrentRow(): number;
  getCurrentColumn(): number;
  _batchOperatorValue(
    this: Comparing,
    value: BaseValueObject,
    column: number,
    result: unknown[][],
    kind: number,
    operator: string,
    caseSensitive?: boolean,
  ): void;
  __batchOperatorRowValue(
    value: BaseValueObject,
    column: number,
    result: unknown[][],
    kind: number,
    row: number,
    unitId: string,
    sheetId: string,
    startRow: number,
    startColumn: number,
    operator: string,
    caseSensitive?: boolean,
  ): void;
}

/** Kind of batch operation that is a comparison. */
const COMPARE = 5;
let repaired = false;

/**
 * The engine's index of cell values keeps 0, "" and blank cells under one key, so that `A1=""` is TRUE for a 0 in every comparison but the
 * first, tells letters by case, and misses equal cells of columns in which formulas have just been computed. Comparisons go cell by cell
 * instead, as in Excel.
 */
export function repairEquality(): void {
  if (repaired) return;
  repaired = true;
  const comparing = ArrayValueObject.prototype as unknown as Comparing;
  const indexed = comparing._batchOperatorValue;
  comparing._batchOperatorValue = function (value, column, result, kind, operator, caseSensitive) {
    if (kind !== COMPARE) return indexed.call(this, value, column, result, kind, operator, caseSensitive);
    const place = [this.getUnitId(), this.getSheetId(), this.getCurrentRow(), this.getCurrentColumn()] as const;
    for (let row = 0; row < this._rowCount; row += 1)
      this.__batchOperatorRowValue(value, column, result, kind, row, ...place, operator, caseSensitive);
  };
}
