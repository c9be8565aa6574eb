import { plural } from "../messages";
import type { Locale } from "../messages";
import { en } from "./strings.en";
import { vi, type StringKey } from "./strings.vi";

/** All words of the pane by language. */
export const STRINGS: Readonly<Record<Locale, Readonly<Record<StringKey, string>>>> = { vi, en };

/** A word of the pane with its `{name}` places filled, in the form that its numbers ask for. */
export function wordsFor(locale: Locale, key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  return plural(STRINGS[locale][key], values, locale).replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : String(values[name]),
  );
}
