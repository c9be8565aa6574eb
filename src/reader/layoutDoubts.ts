import type { LayoutWord } from "./layoutLines";
import type { Row } from "./layoutRows";
import { textWidth, type Capacities } from "./letterWidths";

/** How far a line may be over the width of its column, and how much room it may leave for the next word, in sizes of the type. */
const OVER = 0.3;
const ROOM = 0.5;

/**
 * Whether words of a row may stand in a neighbouring cell: cells of a line touch and one of them breaks its lines otherwise than its width
 * asks, or begins with a small letter.
 */
export function isDoubtful(row: Row, capacities: Capacities): boolean {
  if (row[0]!.role !== "row") return false;
  if (row.some(({ split }) => split.doubtful)) return true;
  return capacities.some((capacity, column) => {
    if (column === 0) return false;
    const lines = row.map(({ split }) => split.cells[column]!).filter((cell) => cell.length > 0);
    const touches = row.some(({ split }) => split.touching.has(column) || split.touching.has(column + 1));
    if (!touches) return false;
    if (lines[0] && /^\p{Ll}/u.test(lines[0][0]!.text)) return true;
    return lines.some((line, index) => {
      const width = textWidth(textOf(line));
      const next = lines[index + 1]?.[0];
      return width > capacity + OVER || (next !== undefined && breaksEarly(line, next, capacity - width));
    });
  });
}

/** Whether a line ends although the word behind it would have had room. */
function breaksEarly(line: readonly LayoutWord[], next: LayoutWord, room: number): boolean {
  if (room === Infinity || /[.;:]$/.test(line[line.length - 1]!.text) || /^[-+–•]/.test(next.text)) return false;
  return room - ROOM > textWidth(` ${next.text}`);
}

const textOf = (words: readonly LayoutWord[]): string => words.map((word) => word.text).join(" ");
