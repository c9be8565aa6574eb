import type { Locale } from "../messages";
import { en } from "./strings.en";
import { vi, type StringKey } from "./strings.vi";

/** All words of the pane by language. */
export const STRINGS: Readonly<Record<Locale, Readonly<Record<StringKey, string>>>> = { vi, en };

/** Fills the `{name}` places of a word. */
export function fill(words: string, values: Readonly<Record<string, string | number>> = {}): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined ? whole : String(values[name])));
}
