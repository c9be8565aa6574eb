import type { Locale } from "../messages";
import { fromSerial, toSerial } from "../plan/date";
import { actualOf } from "../tracking/cellValue";
import type { TargetFacts } from "../tracking/evaluation";
import type { CellValue } from "../workbook/formula";
import { formatsOf } from "../workbook/targetModel";
import { dateWords, numberWords, readDate, readNumber } from "./words";

/** True where figures are fractions that people write as per cent. */
export function isShare(facts: TargetFacts): boolean {
  return formatsOf(facts).figure === "percent";
}

/**
 * What a person types for a target as its cell has to hold it: "92" of a share is 0.92, a day is a serial, a tier or a word such as "Không phát sinh"
 * is text, nothing is null. Undefined when it cannot be read.
 */
export function readFigure(text: string, facts: TargetFacts, locale: Locale): CellValue | undefined {
  const words = text.trim();
  if (words === "") return null;
  const actual = actualOf(words);
  if (actual.state !== "text" && actual.state !== "value" && actual.state !== "error") return actual.state === "blank" ? null : words;
  if (facts.kind === "K13") return words;
  if (facts.kind === "K21") {
    const day = readDate(words);
    return day && toSerial(day);
  }
  const number = readNumber(words, locale);
  if (number === undefined) return undefined;
  return isShare(facts) ? Number((number / 100).toPrecision(15)) : number;
}

/** A figure of a cell as a person would type it. */
export function figureText(value: CellValue, facts: TargetFacts, locale: Locale): string {
  if (value === null) return "";
  if (typeof value !== "number") return String(value);
  if (facts.kind === "K21") return dateWords(fromSerial(value) ?? "");
  return numberWords(isShare(facts) ? value * 100 : value, locale, 6);
}
