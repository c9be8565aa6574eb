import type { TextDocument } from "../../src/text/textDocument";
import { APPENDIX_ROWS } from "./appendixRows";
import type { WriterCell, WriterTable } from "./writerDocument";

/** A shape of a table over several pages. */
export interface LongTableShape {
  readonly numbered: boolean;
  /** Header rows that stand again on every page: none, one, or two with merged cells. */
  readonly header: 0 | 1 | 2;
  /** Rows of a task that share one lead agency; 1: each row has its own. */
  readonly shared: 1 | 2 | 3;
  readonly groups: boolean;
  readonly wholeRows: boolean;
}

const TASKS = APPENDIX_ROWS.filter((row) => row.stt !== undefined);
/** Longer rows do not fit on a page: what must not be cut loses its end in print. */
const LONGEST_WHOLE_ROW = 900;

/** A table of the tasks of an appendix in a shape, with the cells that a reader must find: rows of words by column. */
export function longTable({ numbered, header, shared, groups, wholeRows }: LongTableShape): {
  readonly table: WriterTable;
  readonly expected: readonly (readonly string[])[];
} {
  const heads = ["Nhiệm vụ và giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"];
  const first = numbered ? ["STT"] : [];
  const over = (words: string): WriterCell => ({ words, rows: 2 });
  const headerRows: WriterCell[][] =
    header === 2
      ? [
          [...first.map(over), over(heads[0]!), { words: "Tổ chức thực hiện", columns: 2 }, over(heads[3]!)],
          [heads[1]!, heads[2]!],
        ]
      : [[...first, ...heads]];
  const rows: WriterCell[][] = [];
  const expected: string[][] = [];
  const tasks = TASKS.filter(({ content }) => !wholeRows || content.join(" ").length < LONGEST_WHOLE_ROW);
  tasks.forEach(({ content, coop, time }, index) => {
    if (groups && index % 6 === 0) {
      rows.push([`Nhóm ${index / 6 + 1}: các nhiệm vụ về cải thiện môi trường kinh doanh`]);
      expected.push([`Nhóm ${index / 6 + 1}: các nhiệm vụ về cải thiện môi trường kinh doanh`]);
    }
    const number = numbered ? [`${index + 1}`] : [];
    const group = tasks.slice(index - (index % shared));
    const leadWords = group[0]!.lead.join(" ");
    const leads: WriterCell[] =
      index % shared > 0 ? [] : shared > 1 ? [{ words: leadWords, rows: Math.min(shared, group.length) }] : [leadWords];
    rows.push([...number, content.join(" "), ...leads, coop.join(" "), time.join(" ")]);
    expected.push([...number, content.join(" "), leadWords, coop.join(" "), time.join(" ")]);
  });
  const table = { rows: [...headerRows, ...rows], ruled: true, headerRows: header, wholeRows };
  return { table, expected };
}

/** The rows of a table behind its header, words by column; a cell over all columns is a row of one. */
export function rowsOfTable({ lines, tables }: TextDocument, headerRows: number): string[][] {
  const [table] = tables;
  if (!table) return [];
  const wordsOf = (row: number, column: number): string | undefined => {
    const cell = table.cells.find(
      (found) => found.row <= row && row < found.row + found.rowSpan && found.column <= column && column < found.column + found.columnSpan,
    );
    if (cell === undefined || (cell.column < column && cell.columnSpan > 1)) return undefined;
    return cell.source.map(({ line, start, end }) => lines[line - 1]!.text.slice(start, end)).join(" ");
  };
  return Array.from({ length: table.rows - headerRows }, (_, row) =>
    Array.from({ length: table.columns }, (_, column) => wordsOf(row + headerRows, column)).filter(
      (words): words is string => words !== undefined,
    ),
  );
}
