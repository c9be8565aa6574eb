import type { Locale } from "../messages";
import type { CalendarDate } from "../plan/date";
import { dateOf, numberOf, textOf } from "../tracking/cellValue";
import { comparable } from "../tracking/labels";
import { parsePeriod } from "../tracking/periods";
import { COLUMNS } from "../workbook/names";
import { rowsOf } from "../workbook/tableRows";
import type { WorkbookValues } from "../workbook/workbookValues";
import { wordsFor } from "./strings";

/** A period that a book keeps, as its row of tblKy says. */
export interface PeriodChoice {
  readonly code: string;
  /** Name in the book's language, as it stands there; the code where the cell is blank. */
  readonly name: string;
  readonly year: number;
  /** Days of the period under Bộ kỳ; absent where the cells hold none. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** Kỳ đang xem of a book. */
export interface ViewedPeriod {
  /** What the cell holds; "" when it is blank. It may name no period that the book keeps. */
  readonly code: string;
  readonly choices: readonly PeriodChoice[];
}

/** Kỳ đang xem and the periods that can be viewed; undefined for a book that keeps no periods. */
export function viewedPeriod(values: WorkbookValues): ViewedPeriod | undefined {
  const choices = periodChoices(values);
  return choices.length > 0 && "view" in values.names ? { code: textOf(values.names.view), choices } : undefined;
}

/** The periods of a book in the order of tblKy; rows without a code are passed over. */
export function periodChoices(values: WorkbookValues): readonly PeriodChoice[] {
  const C = COLUMNS.periods;
  const rows = values.tables.filter(({ key }) => key === "periods").flatMap(rowsOf);
  return rows.flatMap(({ cell }) => {
    const code = textOf(cell(C.code));
    if (code === "") return [];
    const [from, to] = [dateOf(cell(C.from)), dateOf(cell(C.to))];
    const year = numberOf(Number(code.slice(0, 4))) ?? 0;
    return [{ code, name: textOf(cell(C.name)) || code, year, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
  });
}

/** The choice with a code, compared as Excel compares; undefined if there is none. */
export function choiceOf(choices: readonly PeriodChoice[], code: string): PeriodChoice | undefined {
  return choices.find((choice) => comparable(choice.code) === comparable(code));
}

/** Name of a period in a language: as the book names it in Vietnamese, by its code in English. */
export function periodWords({ code, name }: Pick<PeriodChoice, "code" | "name">, locale: Locale): string {
  const period = locale === "vi" ? undefined : parsePeriod(code);
  if (!period) return name;
  const { kind, year, months } = period;
  return wordsFor(locale, `period.${kind}`, { year, n: kind === "quarter" ? months[1] / 3 : months[0] });
}
