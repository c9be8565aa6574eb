import type { Span, TextCell, TextLine, TextTable } from "../text/textDocument";
import { findBarTables } from "./barTables";
import { findSpaceTables } from "./spaceTables";
import { findTabTables } from "./tabTables";

/** Tables that are drawn with characters in plain text. */
export function findTextTables(lines: readonly TextLine[]): { tables: readonly TextTable[]; markdown: boolean } {
  const tabbed = findTabTables(lines);
  if (tabbed.length > 0) return { tables: inOrder([...tabbed, ...between(lines, tabbed, findRowTables)]), markdown: false };
  const marked = findMarkdownTables(lines);
  if (marked.length > 0) return { tables: inOrder([...marked, ...between(lines, marked, findRowTables)]), markdown: true };
  const bars = findBarTables(lines);
  if (bars.length > 0) return { tables: bars, markdown: false };
  const rows = findRowTables(lines);
  return { tables: rows.length > 0 ? rows : findSpaceTables(lines), markdown: false };
}

/** What a finder finds in the stretches of lines that no table covers. */
function between(
  lines: readonly TextLine[],
  tables: readonly TextTable[],
  find: (stretch: readonly TextLine[]) => readonly TextTable[],
): TextTable[] {
  const found: TextTable[] = [];
  let from = 0;
  for (const { firstLine, lastLine } of tables) {
    found.push(...find(lines.slice(from, firstLine - 1)));
    from = lastLine;
  }
  return [...found, ...find(lines.slice(from))];
}

const inOrder = (tables: readonly TextTable[]): TextTable[] => [...tables].sort((a, b) => a.firstLine - b.firstLine);

/** Fewest columns and rows of a table without a rule under its header; a letterhead has two columns. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;

/** Tables of web pages whose text was taken row by row: "TT | Nhiệm vụ | Cơ quan chủ trì |" without a rule under the header. */
function findRowTables(lines: readonly TextLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const columns = splitCells(lines[at]!).length;
    if (columns < FEWEST_COLUMNS) continue;
    const rows: TextLine[] = [];
    let next = at;
    for (; next < lines.length && (isBlank(lines[next]!) || hasBar(lines[next]!)); next++) {
      // Behind a blank line only a row of the same table goes on.
      const behindBlank = next > at && isBlank(lines[next - 1]!);
      if (behindBlank && !isBlank(lines[next]!) && !goesOn(lines[next]!, columns)) break;
      if (!isBlank(lines[next]!)) rows.push(lines[next]!);
    }
    if (rows.length >= FEWEST_ROWS) tables.push(tableOfRows(rows, columns));
    at = Math.max(at, next - 1);
  }
  return tables;
}

// "|---|:--:|" under the header makes a Markdown table.
const RULE_CELL = /^:?-+:?$/;

/**
 * Markdown tables, also as programs of the web write them: without bars at the ends, with blank lines between the rows, with the rule under
 * every row.
 */
function findMarkdownTables(lines: readonly TextLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!hasBar(lines[at]!) || isRule(lines[at]!) || !isRule(lines[afterBlanks(lines, at + 1)])) continue;
    const columns = splitCells(lines[at]!).length;
    const rows = [lines[at]!];
    let rules = 0;
    let next = at + 1;
    for (;;) {
      const row = afterBlanks(lines, next);
      const line = lines[row];
      if (!line || !hasBar(line)) break;
      if (isRule(line)) rules++;
      else if (row > next && (!goesOn(line, columns) || opensAnother(lines, row, rows, rules))) break;
      else rows.push(line);
      next = row + 1;
    }
    tables.push({ ...tableOfRows(rows, columns), lastLine: lines[next - 1]!.number });
    at = next - 1;
  }
  return tables;
}

// "1", "2.1.", "**I**", "a)"
const ROW_LABEL = /^\**(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|\p{L})[.)]?\**$/u;

/** Whether a row behind a blank line is the header of another table: a rule stands under it, and not under every row. */
function opensAnother(lines: readonly TextLine[], row: number, rows: readonly TextLine[], rules: number): boolean {
  if (!isRule(lines[afterBlanks(lines, row + 1)]) || rules > 1) return false;
  const [label] = splitCells(lines[row]!);
  const words = (label ?? []).map(({ start, end }) => lines[row]!.text.slice(start, end)).join(" ");
  return lines[row]!.text.trim() !== rows[0]!.text.trim() && !ROW_LABEL.test(words);
}

/** Whether a line behind a blank one has the cells of a row; an empty last one may be missing. */
function goesOn(line: TextLine, columns: number): boolean {
  const cells = splitCells(line).length;
  return cells === columns || (cells === columns - 1 && cells > 1);
}

function afterBlanks(lines: readonly TextLine[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at]!)) at++;
  return at;
}

function tableOfRows(rows: readonly TextLine[], columns: number): TextTable {
  const cells = rows.flatMap((line, row): TextCell[] => {
    const parts = splitCells(line);
    // a title over part of the table stands alone in its row
    const spans = parts.length === 1 ? columns : 1;
    return parts.map((source, column) => ({ row, column, rowSpan: 1, columnSpan: spans, source }));
  });
  const widest = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return { firstLine: rows[0]!.number, lastLine: rows[rows.length - 1]!.number, rows: rows.length, columns: widest, cells };
}

const isBlank = (line: TextLine): boolean => line.text.trim() === "";
const hasBar = (line: TextLine): boolean => line.text.includes("|");

function isRule(line: TextLine | undefined): boolean {
  const text = line?.text.trim() ?? "";
  if (!text.includes("-") || !text.includes("|")) return false;
  const cells = text.split("|").map((cell) => cell.trim());
  if (cells[0] === "") cells.shift();
  if (cells[cells.length - 1] === "") cells.pop();
  return cells.length > 0 && cells.every((cell) => RULE_CELL.test(cell));
}

/** Spans of the cells of a row with bars; an empty cell has no span. */
function splitCells(line: TextLine): TextCell["source"][] {
  const text = line.text;
  const cells: TextCell["source"][] = [];
  let end = text.trimEnd().length;
  if (text[end - 1] === "|" && text[end - 2] !== "\\") end--;
  let start = text.length - text.trimStart().length;
  if (text[start] === "|") start++;
  for (let at = start; at <= end; at++) {
    if (at < end && (text[at] !== "|" || text[at - 1] === "\\")) continue;
    cells.push(cellSource(line, start, at));
    start = at + 1;
  }
  return cells;
}

// "<br>" parts the lines of a cell; the stroke before a bar says that the bar is one of its letters
const NO_WORDS = /<br ?\/?>|\\(?=\|)/gi;

function cellSource(line: TextLine, start: number, end: number): TextCell["source"] {
  const spans: Span[] = [];
  const add = (from: number, to: number): void => {
    const piece = line.text.slice(from, to);
    const first = from + (piece.length - piece.trimStart().length);
    const last = from + piece.trimEnd().length;
    if (first < last) spans.push({ line: line.number, start: first, end: last });
  };
  let from = start;
  for (const { index, 0: sign } of line.text.slice(start, end).matchAll(NO_WORDS)) {
    add(from, start + index);
    from = start + index + sign.length;
  }
  add(from, end);
  return spans;
}
