import type { CalendarDate } from "../plan/date";
import type { Result } from "../result";
import type { TableKey } from "../workbook/names";
import { LOG_WORDS } from "../workbook/sheets/words";
import type { ChangedText } from "../workbook/unlistedAgencies";
import { cellInput } from "./cellInput";
import { cleanUp, inTurn } from "./changeLog";
import { findTable, type FoundTable } from "./enterRow";
import { Refusal, runExcel } from "./excelRun";
import { send, step, type Step } from "./requests";

/** A name that another takes the place of, in all cells that hold it. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly cells: readonly ChangedText[];
  /** On which ground, where it is known. */
  readonly basis?: string;
}

/**
 * Writes other texts into cells of a book's tables, with one line for all in Nhật ký. Nothing is written unless every cell still holds what was read
 * from it; then false with a message. True once all are written.
 */
export async function replaceTexts(book: number, renaming: Renaming, today: CalendarDate): Promise<Result<boolean>> {
  const { value, messages } = await inTurn(() => runExcel((context) => replace(context, book, renaming, today)));
  return { value: value ?? false, messages };
}

async function replace(
  context: Excel.RequestContext,
  book: number,
  { from, to, cells, basis }: Renaming,
  today: CalendarDate,
): Promise<boolean> {
  const keys = [...new Set(cells.map(({ table }) => table))];
  const found = new Map<TableKey, FoundTable>();
  for (const key of keys) found.set(key, await findTable(context, book, key));
  const log = [...found.values()].at(-1)?.log;
  const columns = new Map<string, Excel.Range>();
  for (const { table, header } of cells) {
    if (columns.has(`${table}\n${header}`)) continue;
    const range = found.get(table)!.table.columns.getItem(header).getDataBodyRange();
    range.load("values");
    columns.set(`${table}\n${header}`, range);
  }
  await context.sync();
  const placed = cells.map((cell) => ({ ...cell, range: columns.get(`${cell.table}\n${cell.header}`)! }));
  const moved = placed.find(({ range, index, before }) => plain((range.values as unknown[][])[index]?.[0]) !== before);
  if (moved) throw new Refusal([{ code: "names-changed", severity: "error", details: { name: moved.before } }]);
  const writing = (wanted: "before" | "after"): readonly Step[] =>
    placed.map(({ range, index, [wanted]: text }) =>
      step(2, text, () => {
        range.getCell(index, 0).values = [[cellInput(text)]];
      }),
    );
  const column = `${LOG_WORDS.renamed} (${cells.length}${LOG_WORDS.cell})`;
  const change = { sheet: LOG_WORDS.book, code: "", column, before: from, after: to, ...(basis === undefined ? {} : { basis }) };
  try {
    await send(context, [...writing("after"), step(LINE_ACTIONS, change, () => log?.write([change], today))], undefined);
  } catch (error) {
    await cleanUp(error, async () => {
      await send(context, writing("before"), undefined);
      await log?.takeOut();
    });
    throw error;
  }
  return true;
}

/** Actions that a line of Nhật ký takes. */
const LINE_ACTIONS = 12;

function plain(value: unknown): string {
  return String(value ?? "")
    .normalize("NFC")
    .trim();
}

/** The same cells the other way round, to take a change back. */
export function reversed({ from, to, cells }: Renaming): Renaming {
  return {
    from: to,
    to: from,
    cells: cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before })),
    basis: LOG_WORDS.undone,
  };
}
