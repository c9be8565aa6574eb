import { WORDS } from "../words";
import { GUIDE } from "./guideLines";
import { COLORS } from "../styles";
import { emptySheet, landscape } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { CellBlock, SheetSpec } from "../workbookSpec";

const LABEL = 26;
const TEXT = 70;

/** Makes Hướng dẫn: how the book is kept, on one page, with the meaning of the colours. */
export function guideSheet(book: number): SheetSpec {
  const blocks: CellBlock[] = [{ at: { row: 0, column: 0 }, cells: [[WORDS.guideTitle]] }];
  const styleRanges: { range: { row: number; column: number; rows: number; columns: number }; style: string }[] = [
    { range: { row: 0, column: 0, rows: 1, columns: 1 }, style: "title" },
  ];
  const rowHeights: Record<number, number> = { 0: 24 };
  let row = 2;
  for (const { label, text, style = "guideHead" } of GUIDE) {
    blocks.push({ at: { row, column: 0 }, cells: [[label, text]] });
    styleRanges.push(
      { range: { row, column: 0, rows: 1, columns: 1 }, style },
      { range: { row, column: 1, rows: 1, columns: 1 }, style: "guideText" },
    );
    rowHeights[row] = heightOf(Math.max(lineCount(text, TEXT, { size: 12 }), lineCount(label, LABEL, { size: 12, bold: true })), 12) + 4;
    row += 1;
  }
  return {
    ...emptySheet("guide", book),
    tabColor: COLORS.tabReference,
    columns: [{ width: LABEL }, { width: TEXT }],
    rowHeights,
    blocks,
    styleRanges,
    print: { ...landscape(), orientation: "portrait", area: { row: 0, column: 0, rows: row, columns: 2 } },
    protected: true,
  };
}
