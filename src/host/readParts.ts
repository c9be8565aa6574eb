import { checkSignal } from "./excelRun";
import { packed } from "./requests";

/** Bytes that an answer should have at most, as they are reckoned; Excel on the web gives no answer of more than 5 MB. */
const ANSWER_BYTES = 3_000_000;

/** Bytes that a cell adds to an answer with its value and its formula or number format, where nothing else is known. */
export const CELL_BYTES = 450;

/** A rectangle to be read. */
export interface ReadArea {
  readonly range: Excel.Range;
  readonly rows: number;
  readonly columns: number;
  /** @default CELL_BYTES */
  readonly cellBytes?: number;
}

interface Part {
  readonly area: number;
  readonly from: number;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Loads properties of rectangles in as few requests as the answers allow: the parts of each rectangle, loaded, from the top down. Parts that
 * turn out too heavy are read in halves, because nobody knows how much a person has typed.
 */
export async function readParts(
  context: Excel.RequestContext,
  areas: readonly ReadArea[],
  properties: string,
  signal?: AbortSignal,
): Promise<readonly (readonly Excel.Range[])[]> {
  const read: Excel.Range[][] = areas.map(() => []);
  const waiting = [...packed(areas.flatMap(partsOf), ({ bytes }) => bytes, ANSWER_BYTES)];
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    checkSignal(signal);
    const ranges = group.map(({ area, from, rows }) => {
      const { range, columns } = areas[area]!;
      const part = range.getCell(from, 0).getResizedRange(rows - 1, columns - 1);
      part.load(properties);
      return { area, part };
    });
    try {
      // In a loop: an answer holds at most 5 MB
      await context.sync();
    } catch (error) {
      const halves = isTooHeavy(error) ? halved(group) : [];
      if (halves.length === 0) throw error;
      waiting.unshift(...halves);
      continue;
    }
    for (const { area, part } of ranges) read[area]!.push(part);
  }
  return read;
}

function partsOf({ rows, columns, cellBytes = CELL_BYTES }: ReadArea, area: number): readonly Part[] {
  const most = Math.max(1, Math.floor(ANSWER_BYTES / (columns * cellBytes)));
  return Array.from({ length: Math.ceil(rows / most) }, (_, index) => {
    const some = Math.min(most, rows - index * most);
    return { area, from: index * most, rows: some, bytes: some * columns * cellBytes };
  });
}

/** Two groups in place of one, in the same order; none when it is a single row. */
function halved(group: readonly Part[]): readonly (readonly Part[])[] {
  if (group.length > 1) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const [part] = group;
  if (!part || part.rows < 2) return [];
  const upper = Math.ceil(part.rows / 2);
  return [[{ ...part, rows: upper }], [{ ...part, from: part.from + upper, rows: part.rows - upper }]];
}

function isTooHeavy(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ResponsePayloadSizeLimitExceeded";
}
