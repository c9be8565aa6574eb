import type { Result } from "../result";
import type { TableKey } from "../workbook/names";
import type { ChangedText } from "../workbook/unlistedAgencies";
import { cellInput } from "./cellInput";
import { findTable } from "./enterRow";
import { Refusal, runExcel } from "./excelRun";
import { send, step } from "./requests";

/**
 * Writes other texts into cells of a book's tables. Nothing is written unless every cell still holds what was read from it; then false with a message.
 * True once all are written.
 */
export async function replaceTexts(book: number, cells: readonly ChangedText[]): Promise<Result<boolean>> {
  const { value, messages } = await runExcel(async (context) => {
    const keys = [...new Set(cells.map(({ table }) => table))];
    const found = new Map<TableKey, Excel.Table>();
    for (const key of keys) found.set(key, (await findTable(context, book, key)).table);
    const columns = new Map<string, Excel.Range>();
    for (const { table, header } of cells) {
      if (columns.has(`${table}\n${header}`)) continue;
      const range = found.get(table)!.columns.getItem(header).getDataBodyRange();
      range.load("values");
      columns.set(`${table}\n${header}`, range);
    }
    await context.sync();
    const placed = cells.map((cell) => ({ ...cell, range: columns.get(`${cell.table}\n${cell.header}`)! }));
    const moved = placed.find(({ range, index, before }) => plain((range.values as unknown[][])[index]?.[0]) !== before);
    if (moved) throw new Refusal([{ code: "names-changed", severity: "error", details: { name: moved.before } }]);
    await send(
      context,
      placed.map(({ range, index, after }) =>
        step(2, after, () => {
          range.getCell(index, 0).values = [[cellInput(after)]];
        }),
      ),
      undefined,
    );
    return true;
  });
  return { value: value ?? false, messages };
}

function plain(value: unknown): string {
  return String(value ?? "")
    .normalize("NFC")
    .trim();
}

/** The same cells the other way round, to take a change back. */
export function reversed(cells: readonly ChangedText[]): readonly ChangedText[] {
  return cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before }));
}
