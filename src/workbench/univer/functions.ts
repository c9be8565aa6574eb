import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { FunctionEntry } from "./shims";

/** What a custom function is given: a cell's value, or a block of them row by row. */
export type FunctionArgument = unknown;

/** A custom function of the add-in as the grid needs it. `min` and `max` count parameters. */
export interface GridFunction {
  /** Name in a cell, for instance "KPI.TYLE". */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** True for each parameter that takes a block of cells, in order. @default none does */
  readonly blocks?: readonly boolean[];
  /** Returns a value, or an object with `error` holding Excel's error text ("#VALUE!"). */
  call(...args: FunctionArgument[]): unknown;
}

const ERROR_TEXTS: ReadonlySet<string> = new Set(Object.values(ErrorType));

/** Desktop Excel hands a blank cell to a custom function as 0, on the web it is null; the stand-in is a desktop Excel. */
const BLANK = 0;

function valueOf(value: Nullable<BaseValueObject>): unknown {
  return !value || value.isNull() ? BLANK : value.getValue();
}

function blockOf(array: ArrayValueObject): unknown[][] {
  return Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (__, column) => valueOf(array.get(row, column))),
  );
}

function firstError(value: BaseValueObject): BaseValueObject | undefined {
  if (value.isError()) return value;
  if (!value.isArray()) return undefined;
  let found: BaseValueObject | undefined;
  (value as ArrayValueObject).iterator((cell) => {
    if (!cell?.isError()) return true;
    found = cell;
    return false;
  });
  return found;
}

function argumentOf(value: BaseValueObject, block: boolean): unknown {
  if (value.isArray()) {
    const array = value as ArrayValueObject;
    return block || array.getRowCount() * array.getColumnCount() > 1 ? blockOf(array) : valueOf(array.get(0, 0));
  }
  // Only an argument that is left out arrives as a bare null; a blank cell stands in an array.
  if (value.isNull()) return null;
  return block ? [[valueOf(value)]] : valueOf(value);
}

function resultOf(value: unknown): BaseValueObject {
  if (Array.isArray(value)) return matrixOf(value as readonly (readonly unknown[])[]);
  if (typeof value === "number") return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "object" && value !== null && "error" in value) {
    const text = String(value.error);
    return ErrorValueObject.create((ERROR_TEXTS.has(text) ? text : ErrorType.VALUE) as ErrorType);
  }
  return StringValueObject.create(value === null || value === undefined ? "" : String(value));
}

/** A result of several cells spills to the right and down. */
function matrixOf(rows: readonly (readonly unknown[])[]): BaseValueObject {
  return ArrayValueObject.createByArray(
    rows.map((row) =>
      row.map((cell) =>
        typeof cell === "number" || typeof cell === "boolean" ? cell : cell === null || cell === undefined ? "" : String(cell),
      ),
    ),
  );
}

/** Makes a function of the grid from a custom function: an error in an argument is the result, and a throw is #VALUE! instead of the end of the calculation. */
export function gridFunction(definition: GridFunction): FunctionEntry {
  class CustomFunction extends BaseFunction {
    override minParams = definition.min;
    override maxParams = definition.max;
    override calculate(...args: BaseValueObject[]): BaseValueObject {
      for (const arg of args) {
        const error = firstError(arg);
        if (error) return error;
      }
      // A parameter left out reaches a custom function as null.
      const values = args.map((arg, index) => argumentOf(arg, definition.blocks?.[index] ?? false));
      while (values.length < definition.max && values.length < 16) values.push(null);
      try {
        return resultOf(definition.call(...values));
      } catch {
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    }
  }
  return [CustomFunction, definition.name];
}
