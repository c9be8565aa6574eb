import type { Locale } from "../messages";
import type { TargetFacts } from "../tracking/evaluation";
import type { FigureKind } from "../tracking/periodData";
import type { CellValue } from "../workbook/formula";
import type { PeriodFigure } from "./periodFigures";
import { figureText, readFigure } from "./rowEntry";
import { numberWords, readNumber } from "./words";

/** What is being typed for a period. */
export interface PeriodDraft {
  readonly typed: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly certainty: FigureKind;
  /** Numerator and denominator are typed instead of the figure. */
  readonly parts: boolean;
}

/** A draft as it would be written; half a fraction cannot be. */
export interface ReadDraft {
  readonly typed: CellValue;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A row of tblSoLieu as a person would type it again; an empty draft of an official figure where no row stands. */
export function draftOf(row: PeriodFigure | undefined, facts: TargetFacts, locale: Locale): PeriodDraft {
  const numeral = (value: number | null): string => (value === null ? "" : numberWords(value, locale, 6));
  if (!row) return { typed: "", numerator: "", denominator: "", certainty: "official", parts: false };
  const { typed, numerator, denominator, kind = "official" } = row;
  return {
    typed: row.state === "not-arising" ? String(row.figure) : figureText(typed, facts, locale),
    numerator: numeral(numerator),
    denominator: numeral(denominator),
    certainty: kind,
    parts: typed === null && (numerator !== null || denominator !== null),
  };
}

/** Which field of a draft cannot be read; undefined when all can. */
export function mistakeIn(draft: PeriodDraft, facts: TargetFacts, locale: Locale): "typed" | "numerator" | "denominator" | undefined {
  if (!draft.parts) return readFigure(draft.typed, facts, locale) === undefined ? "typed" : undefined;
  if (readPart(draft.numerator, locale) === undefined) return "numerator";
  return readPart(draft.denominator, locale) === undefined ? "denominator" : undefined;
}

/** What a draft says; undefined when it cannot be written. */
export function readDraft(draft: PeriodDraft, facts: TargetFacts, locale: Locale): ReadDraft | undefined {
  if (!draft.parts) {
    const typed = readFigure(draft.typed, facts, locale);
    return typed === undefined ? undefined : { typed, numerator: null, denominator: null };
  }
  const [numerator, denominator] = [readPart(draft.numerator, locale), readPart(draft.denominator, locale)];
  if (numerator === undefined || denominator === undefined) return undefined;
  const half = (numerator === null) !== (denominator === null);
  return half || (denominator === 0 && numerator !== 0) ? undefined : { typed: null, numerator, denominator };
}

/** True when writing a draft would change nothing; how sure nothing is does not matter. */
export function isSame(one: PeriodDraft, other: PeriodDraft): boolean {
  if (one.parts !== other.parts) return false;
  const words = ({ parts, typed, numerator, denominator }: PeriodDraft): string =>
    parts ? `${numerator.trim()}/${denominator.trim()}` : typed.trim();
  return words(one) === words(other) && (one.certainty === other.certainty || ["", "/"].includes(words(one)));
}

function readPart(text: string, locale: Locale): number | null | undefined {
  return text.trim() === "" ? null : readNumber(text, locale);
}
