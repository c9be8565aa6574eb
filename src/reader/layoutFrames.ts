import type { TextTable } from "../text/textDocument";

/** Share of the lines of a table that one cell holds when the table only sets the page. */
const FRAME_SHARE = 0.6;

/**
 * The tables that hold data among a table and those inside its cells: a table of which one cell holds most lines and a whole table is a frame
 * that web pages and forms put around their text.
 */
export function dataTables(table: TextTable, inside: readonly TextTable[]): readonly TextTable[] {
  const wide = inside.filter(({ rows, columns }) => rows > 1 && columns > 1);
  if (wide.length === 0) return [table];
  const lines = new Set(table.cells.flatMap(({ source }) => source.map(({ line }) => line))).size;
  const isFrame = table.cells.some(({ source }) => {
    const own = new Set(source.map(({ line }) => line));
    const holds = wide.some(({ firstLine, lastLine }) => own.has(firstLine) && own.has(lastLine));
    return holds && own.size >= FRAME_SHARE * lines;
  });
  return isFrame ? inside : [table];
}
