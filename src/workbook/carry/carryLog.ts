import type { TableSpec } from "../workbookSpec";
import type { CarriedTable } from "./carryLists";
import type { AddedRow, RowCells } from "./change";
import { isTyped, wholeRow } from "./mergeRow";
import { inputHeaders, isBlank, NO_ROW, rowsMade, type TableRow } from "./tableRow";

/** Carries over the entries of Nhật ký: they follow the line that tells when the new book was made, in the lines that stand ready and below. */
export function carryLog(old: TableSpec, standing: readonly TableRow[], next: TableSpec): CarriedTable {
  const headers = inputHeaders(next);
  const made = rowsMade(old).filter((row) => headers.some((header) => !isBlank(row.cell(header))));
  const entries = standing.filter((row) => !made.some((one) => headers.every((header) => !isTyped(header, one, row))));
  const ready = rowsMade(next).flatMap((row, place) => (headers.every((header) => !isTyped(header, NO_ROW, row)) ? [place] : []));
  const changed = new Map<number, RowCells>();
  const added: AddedRow[] = [];
  entries.forEach((row, index) => {
    const place = ready[index];
    const cells = wholeRow(headers, row);
    if (place === undefined) added.push({ cells });
    else changed.set(place, cells);
  });
  return { change: { key: "log", changed, added }, report: { rows: entries.length } };
}
