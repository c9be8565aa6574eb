import { checkSignal } from "./excelRun";

/** Something to put into the current request. `bytes` is what it adds to the request, roughly and rather too much. */
export interface Step {
  readonly bytes: number;
  readonly queue: (context: Excel.RequestContext) => void;
}

/** Bytes of one request beyond which it is split; Excel on the web refuses 5 MB. */
export const REQUEST_BYTES = 4_000_000;

/** Bytes of one block of cells: small enough that blocks fill a request well. */
export const BLOCK_BYTES = 500_000;

/** What one action and its object path weigh in the request. */
const ACTION_BYTES = 260;

const encoder = new TextEncoder();

/** Weight of data in a request, in bytes of UTF-8. */
export function weigh(data: unknown): number {
  return encoder.encode(JSON.stringify(data) ?? "").length;
}

/** A step of so many actions that carries some data. */
export function step(actions: number, data: unknown, queue: Step["queue"]): Step {
  return { bytes: actions * ACTION_BYTES + (data === undefined ? 0 : weigh(data)), queue };
}

/** Parts of a list, in order, none heavier than the limit unless a single item is. */
export function packed<T>(items: readonly T[], weight: (item: T) => number, limit: number): readonly (readonly T[])[] {
  const packs: T[][] = [];
  let room = -1;
  for (const item of items) {
    const bytes = weight(item);
    if (bytes > room) {
      packs.push([]);
      room = limit;
    }
    packs.at(-1)!.push(item);
    room -= bytes;
  }
  return packs;
}

/** Sends steps in one request, or in several when they are too heavy for one; calculation and screen rest meanwhile. Throws what Excel answers, and `Cancelled`. */
export async function send(
  context: Excel.RequestContext,
  steps: readonly Step[],
  signal: AbortSignal | undefined,
  limit = REQUEST_BYTES,
): Promise<void> {
  for (const pack of packed(steps, ({ bytes }) => bytes, limit)) {
    checkSignal(signal);
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { queue } of pack) queue(context);
    // Number of requests: one a pack, whatever the number of steps.
    // In a loop: a pack is what one request may weigh
    await context.sync();
  }
  checkSignal(signal);
}
