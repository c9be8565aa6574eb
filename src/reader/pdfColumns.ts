import { findColumnTables, type ColumnTable, type PieceLine } from "./columnTables";
import type { GridCell, PageGrid } from "./pdfGrid";
import type { PdfWord } from "./pdfGlyphs";
import { baselineRows } from "./pdfLines";

/** Words of a page that stand in no ruled table. */
export interface LooseWords {
  readonly words: readonly PdfWord[];
  /** Whether a word belongs to a repeated header, a footer or a page number. */
  readonly isMargin: (word: PdfWord) => boolean;
}

type WordPiece = PdfWord & { readonly left: number; readonly right: number };

/** Tables that are drawn without lines, page by page in the shape of ruled ones. */
export function columnGrids(pages: readonly LooseWords[]): PageGrid[][] {
  const grids: PageGrid[][] = pages.map(() => []);
  const lines = pages.map(linesOf);
  for (const table of findColumnTables(lines)) {
    const places = table.parts.flatMap((part) => lines[part.page]!.slice(part.from, part.to)).flatMap((line) => line.pieces);
    const left = Math.min(...places.map((piece) => piece.left));
    const right = Math.max(...places.map((piece) => piece.right));
    for (const part of table.parts) grids[part.page]!.push(gridOf(part, lines[part.page]!, [left, ...part.borders, right]));
  }
  return grids;
}

function linesOf({ words, isMargin }: LooseWords): PieceLine<WordPiece>[] {
  return baselineRows(words.filter((word) => !isMargin(word) && word.text.trim() !== "")).map((row) => ({
    y: row[0]!.y,
    height: row[0]!.height,
    pieces: [...row].sort((a, b) => a.x - b.x).map((word) => ({ ...word, left: word.x, right: word.x + word.width })),
  }));
}

function gridOf(
  { rows, from, to }: ColumnTable<WordPiece>["parts"][number],
  lines: readonly PieceLine<WordPiece>[],
  xs: readonly number[],
): PageGrid {
  const columns = xs.length - 1;
  const cells = rows.flatMap((row, index): GridCell[] =>
    row.whole
      ? [{ row: index, column: 0, rowSpan: 1, columnSpan: columns, words: [...row.columns[0]!] }]
      : row.columns.map((words, column) => ({ row: index, column, rowSpan: 1, columnSpan: 1, words: [...words] })),
  );
  const first = lines[from]!;
  return { top: first.y - first.height, bottom: lines[to - 1]!.y, xs, rows: rows.length, cells, openTop: false, openBottom: false };
}
