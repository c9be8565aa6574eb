import { readStanding } from "../host/readStanding";
import { readBook } from "../host/workbookStore";
import { renewTracking, type ImportedPlan } from "../pipeline";
import type { Result } from "../result";
import { dateOf, textOf } from "../tracking/cellValue";
import { comparable } from "../tracking/labels";
import { compileState } from "../workbook/compileWorkbook";
import type { CompileOptions } from "../workbook/compileOptions";
import { decodeState, type PlanState } from "../workbook/planState";
import type { WorkbookSpec } from "../workbook/workbookSpec";
import { PERIOD_SCHEME_WORDS } from "../workbook/words";
import type { WorkbookValues } from "../workbook/workbookValues";
import type { BookSettings } from "./services";

/** The new book of a plan with what was typed into an open one; no value when that one cannot be read. */
export async function renewedBook(
  imported: ImportedPlan,
  options: CompileOptions,
  from: number,
  signal?: AbortSignal,
): Promise<Result<WorkbookSpec | undefined>> {
  const read = await readBook(from);
  if (!read.value) return { value: undefined, messages: read.messages };
  const state = decodeState(read.value.state);
  if (!state.value) return { value: undefined, messages: [...read.messages, ...state.messages] };
  const spec = compileState(state.value, { book: from });
  const standing = await readStanding(spec, signal);
  if (!standing.value) return { value: undefined, messages: [...read.messages, ...standing.messages] };
  return renewTracking(imported, options, { spec, standing: standing.value }, from);
}

/** What a book was made with, and the day and periods that are chosen in it now. */
export function settingsOf({ names }: WorkbookValues, { options }: PlanState): BookSettings {
  const { asOf, year, periodScheme = "decree-09", without = [], withoutAgencies = [] } = options;
  const words = comparable(textOf(names.periodScheme));
  const schemes = Object.keys(PERIOD_SCHEME_WORDS) as BookSettings["periodScheme"][];
  return {
    asOf: dateOf(names.asOf) ?? asOf,
    periodScheme: schemes.find((scheme) => comparable(PERIOD_SCHEME_WORDS[scheme]) === words) ?? periodScheme,
    ...(year === undefined ? {} : { year }),
    without,
    withoutAgencies,
  };
}
