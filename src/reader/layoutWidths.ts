import type { SplitLine } from "./layoutCells";
import type { LayoutWord } from "./layoutLines";
import { textWidth, type Capacities } from "./letterWidths";

/** The width that the fullest lines of each column have, among those that end before the next column and before a gap. */
export function capacitiesOf(
  lines: readonly { readonly split: SplitLine; readonly lefts: readonly number[] }[],
  columns: number,
): Capacities {
  return Array.from({ length: columns }, (_, column) => {
    const widths = lines
      .flatMap(({ split: { cells }, lefts }) => {
        const own = cells[column]!;
        const after = cells.slice(column + 1).find((cell) => cell.length > 0)?.[0];
        const last = own[own.length - 1];
        const alone = last && last.right < (lefts[column + 1] ?? Infinity) && (!after || after.left - last.right > 1);
        return alone ? [textWidth(textOf(own, 0, own.length))] : [];
      })
      .sort((a, b) => a - b);
    // A line that was cut at the wrong place stands alone; full lines of a column are many and nearly equal.
    for (let at = widths.length - 1; at >= 3; at--) if (widths[at]! - widths[at - 3]! <= NEARLY_EQUAL) return widths[at]!;
    return widths.length < FEWEST_WIDTHS ? Infinity : widths[widths.length - 1]! + UNSEEN;
  });
}

/** Lines that show how wide a column is. */
const FEWEST_WIDTHS = 3;
/** Room that may be left in the widest of a few lines, in sizes of the type. */
const UNSEEN = 1;
/** Difference of full lines, in sizes of the type. */
const NEARLY_EQUAL = 0.4;

function textOf(words: readonly LayoutWord[], from: number, to: number): string {
  let text = words[from]!.text;
  for (let at = from + 1; at < to; at++) text += ` ${words[at]!.text}`;
  return text;
}
