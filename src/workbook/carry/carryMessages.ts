import type { Message } from "../../result";
import type { CarryReport } from "./change";

/** Most names that one message lists. */
const MOST_NAMES = 12;

/** What a report tells a person, nothing that did not happen. `book` is the number of the old book. */
export function carryMessages(report: CarryReport, book: number): readonly Message[] {
  const { cells, rows, conflicts, gone, moved, missing, columns } = report;
  const named = (code: Message["code"], severity: Message["severity"], names: readonly string[]): readonly Message[] =>
    names.length === 0 ? [] : [{ code, severity, details: { book, count: names.length, names: listed(names) } }];
  return [
    { code: "carry-done", severity: "info", details: { book, cells, rows } },
    ...named("carry-conflicts", "warning", conflicts),
    ...named("carry-gone", "warning", gone),
    ...named("carry-moved", "info", moved),
    ...named("carry-missing", "warning", missing),
    ...named("carry-columns", "warning", columns),
  ];
}

function listed(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join("; ")}; …` : names.join("; ");
}
