import { numberIn } from "./coerce";
import { numberKey, textKey } from "./criteria";
import type { Matrix, Scalar } from "./operand";

const NONE: readonly number[] = [];
const known = new WeakMap<Matrix, ReadonlyMap<string, readonly number[]>>();

/** Rows of a column in which a key stands, in order; a column is looked through once. */
export function rowsOfKey(column: Matrix, key: string): readonly number[] {
  let index = known.get(column);
  if (!index) {
    index = indexed(column);
    known.set(column, index);
  }
  return index.get(key) ?? NONE;
}

function indexed({ rows, at }: Matrix): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (let row = 0; row < rows; row += 1)
    for (const key of keysOf(at(row, 0))) {
      const found = index.get(key);
      if (found) found.push(row);
      else index.set(key, [row]);
    }
  return index;
}

function keysOf(value: Scalar): readonly string[] {
  if (typeof value === "number") return [numberKey(value)];
  if (typeof value !== "string") return [];
  const number = numberIn(value);
  return number === undefined ? [textKey(value)] : [textKey(value), numberKey(number)];
}
