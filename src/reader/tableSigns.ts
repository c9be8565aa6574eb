/** A figure alone in a cell: "99,9", "<16,5", "75%". */
export const FIGURE = /^[<>≥≤]?\d[\d.,]*%?$/;
/** A stretch across a page, in points or letters. */
export interface Range {
  readonly left: number;
  readonly right: number;
}

// "STT", "S.TT", "TT", "Số TT"
export const NUMBER_HEADER = /^(?:s\.?\s?t\.?\s?t|t\.?t|số tt)\.?$/i;
// "1", "2.1.", "a)"
export const ROW_NUMBER = /^(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-h])[.)]?$/;
// "II. CHỈ SỐ …", "A. …"
export const GROUP_WORDS = /^(?:[IVX]{1,5}|[A-H])[.)]? \S/;

/** Ranges that overlap as one, from left to right. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: { left: number; right: number }[] = [];
  for (const { left, right } of [...ranges].sort((a, b) => a.left - b.left)) {
    const last = joined[joined.length - 1];
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else joined.push({ left, right });
  }
  return joined;
}

/** Whether a text is in capitals, as titles of groups are. */
export function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
