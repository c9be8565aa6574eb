import { invalidArgument } from "../hostError";
import { type Argument, type HostObject, isHostObject, type Json } from "../hostObject";

/** The argument as text; anything else is refused as Excel does. */
export function textOf(value: Argument): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

/** The argument as a whole number. */
export function integerOf(value: Argument): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

/** The argument as a number. */
export function numberOf(value: Argument): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function booleanOf(value: Argument): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

/** The argument as plain data with named members. */
export function recordOf(value: Argument): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isHostObject(value)) throw invalidArgument();
  return value as Readonly<Record<string, Json>>;
}

/** The argument as an object of the given type. */
export function objectOf<T>(value: Argument, type: string): T {
  if (!isHostObject(value) || value.type !== type) throw invalidArgument();
  return value.self as T;
}

/** The one of `choices` that the argument is, whatever its case; refused if it is none. */
export function choiceOf<T extends string>(value: Argument, choices: readonly T[]): T {
  const found = choices.find((choice) => choice.toLowerCase() === String(value).toLowerCase());
  if (!found) throw invalidArgument();
  return found;
}

/** Colour as Excel returns it: #RRGGBB in capitals. */
export function colorOf(value: Argument): string {
  const text = textOf(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const named: Readonly<Record<string, string>> = {
    black: "000000",
    white: "FFFFFF",
    red: "FF0000",
    green: "008000",
    blue: "0000FF",
    yellow: "FFFF00",
    orange: "FFA500",
    gray: "808080",
    grey: "808080",
  };
  const found = hex ?? named[text.toLowerCase()];
  if (!found) throw invalidArgument();
  return `#${found.toUpperCase()}`;
}

export type { Argument, HostObject, Json };
