import type { TextCell, TextLine, TextTable } from "../text/textDocument";
import { findBarTables } from "./barTables";
import { findLayoutTables } from "./layoutTables";

/** Tables that are drawn with characters in plain text. */
export function findTextTables(lines: readonly TextLine[]): { tables: readonly TextTable[]; markdown: boolean } {
  const tables = findMarkdownTables(lines);
  if (tables.length > 0) return { tables, markdown: true };
  const bars = findBarTables(lines);
  if (bars.length > 0) return { tables: bars, markdown: false };
  const rows = findRowTables(lines);
  return { tables: rows.length > 0 ? rows : findLayoutTables(lines), markdown: false };
}

/** Fewest columns and rows of a table without a rule under its header; a letterhead has two columns. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;

/** Tables of web pages whose text was taken row by row: "TT | Nhiệm vụ | Cơ quan chủ trì |" without a rule under the header. */
function findRowTables(lines: readonly TextLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const columns = splitCells(lines[i]!).length;
    if (columns < FEWEST_COLUMNS) continue;
    let end = i;
    while (end < lines.length && lines[end]!.text.includes("|")) end++;
    if (end - i >= FEWEST_ROWS) {
      const cells: TextCell[] = [];
      lines.slice(i, end).forEach((line, row) => {
        const parts = splitCells(line);
        // a title over part of the table stands alone in its row
        const spans = parts.length === 1 ? columns : 1;
        parts.forEach((source, column) => cells.push({ row, column, rowSpan: 1, columnSpan: spans, source }));
      });
      const widest = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
      tables.push({ firstLine: lines[i]!.number, lastLine: lines[end - 1]!.number, rows: end - i, columns: widest, cells });
    }
    i = end;
  }
  return tables;
}

// "|---|:--:|" under the header makes a Markdown table.
const RULE_CELL = /^:?-+:?$/;

function findMarkdownTables(lines: readonly TextLine[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!lines[i]!.text.includes("|") || !isRule(lines[i + 1]!)) continue;
    const cells: TextCell[] = [];
    const first = lines[i]!.number;
    let columns = 0;
    let row = 0;
    for (; i < lines.length && lines[i]!.text.includes("|"); i++) {
      if (isRule(lines[i]!)) continue;
      const parts = splitCells(lines[i]!);
      parts.forEach((source, column) => cells.push({ row, column, rowSpan: 1, columnSpan: 1, source }));
      columns = Math.max(columns, parts.length);
      row++;
    }
    tables.push({ firstLine: first, lastLine: lines[i - 1]!.number, rows: row, columns, cells });
  }
  return tables;
}

function isRule(line: TextLine): boolean {
  const text = line.text.trim();
  if (!text.includes("-") || !text.includes("|")) return false;
  const cells = text.split("|").map((cell) => cell.trim());
  if (cells[0] === "") cells.shift();
  if (cells[cells.length - 1] === "") cells.pop();
  return cells.length > 0 && cells.every((cell) => RULE_CELL.test(cell));
}

/** Spans of the cells of a Markdown row; "\\|" is a character of a cell, an empty cell has no span. */
function splitCells(line: TextLine): TextCell["source"][] {
  const text = line.text;
  const cells: TextCell["source"][] = [];
  let end = text.trimEnd().length;
  if (text[end - 1] === "|" && text[end - 2] !== "\\") end--;
  let start = text.length - text.trimStart().length;
  if (text[start] === "|") start++;
  for (let at = start; at <= end; at++) {
    if (at < end && (text[at] !== "|" || text[at - 1] === "\\")) continue;
    cells.push(trimmedSpan(line, start, at));
    start = at + 1;
  }
  return cells;
}

function trimmedSpan(line: TextLine, start: number, end: number): TextCell["source"] {
  const piece = line.text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  const to = start + piece.trimEnd().length;
  return from < to ? [{ line: line.number, start: from, end: to }] : [];
}
