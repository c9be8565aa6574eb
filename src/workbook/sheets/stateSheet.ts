import { toChunks } from "../planState";
import { emptySheet } from "../tableModel";
import type { SheetSpec } from "../workbookSpec";

/** Makes the hidden copy of the plan state, one piece a row, for hosts that lose the custom XML part. */
export function stateSheet(state: string, book: number): SheetSpec {
  const chunks = toChunks(state);
  return {
    ...emptySheet("state", book),
    visibility: "veryHidden",
    columns: [{ width: 40 }],
    defaultStyle: "state",
    blocks: [{ at: { row: 0, column: 0 }, cells: chunks.map((chunk) => [chunk]) }],
    styleRanges: [{ range: { row: 0, column: 0, rows: chunks.length, columns: 1 }, style: "state" }],
  };
}
