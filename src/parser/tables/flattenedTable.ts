import type { Source, TextDocument } from "../../text/textDocument";
import { cellLines, spanOf, type CellLine } from "./cellLines";
import { bestStart } from "./cellMatch";
import { splitRows, type RowLine, type SplitRow } from "./columnSplit";
import { fieldsOfHeaderRun, isNumberHeader } from "./headers";
import { AFTER_TABLE, CELL_STARTS, UNFINISHED_ENDS } from "./lexicon";
import type { PlanTable, TableField, TableGroup, TableRow } from "./planTable";

/** A header is not longer, in lines. */
const MAX_HEADER = 30;

/** Where a header stands, 0-based indexes into the non-blank lines; `to` is exclusive. */
interface HeaderRun {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly TableField[];
}

interface DraftRow {
  readonly number: string;
  readonly numberLine: CellLine;
  readonly groups: readonly TableGroup[];
  readonly lines: RowLine[];
}

/** Tables whose cells were printed one below the other, without positions: an extractor went through each row cell by cell. */
export function findFlattenedTables(document: TextDocument): readonly PlanTable[] {
  const lines = cellLines(document);
  const tables: PlanTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (document.tables.some((grid) => grid.firstLine <= lines[at]!.line && lines[at]!.line <= grid.lastLine)) continue;
    const header = headerAt(lines, at, document.damage?.folded);
    if (!header) continue;
    const end = endOfTable(lines, header.to);
    const table = rebuild(lines.slice(0, end), header);
    if (table.rows.length === 0) continue;
    tables.push(table);
    at = end - 1;
  }
  return tables;
}

function headerAt(lines: readonly CellLine[], from: number, folded?: boolean): HeaderRun | undefined {
  // "STT" alone on a line, or cut by a narrow column: "ST", "T".
  const first = lines[from]!.raw;
  const second = lines[from + 1]?.raw ?? "";
  const cut = !isNumberHeader(first) && /^\s*(?:ST|T)$/i.test(first.trimEnd()) && isNumberHeader(first.trim() + second.trim());
  if (!cut && !isNumberHeader(first)) return undefined;
  let to = from + (cut ? 2 : 1);
  const begin = to;
  while (to < lines.length && to - begin < MAX_HEADER && !isRowStart(lines[to]!, 1) && !isGroupLine(lines[to]!)) to++;
  const columns = fieldsOfHeaderRun(
    lines.slice(begin, to).map((line) => (folded ? line.words : line.raw)),
    folded,
  );
  const useful = columns.includes("content") && (columns.includes("lead") || columns.includes("time"));
  return useful && to < lines.length && to - begin < MAX_HEADER ? { from, to, columns } : undefined;
}

function endOfTable(lines: readonly CellLine[], from: number): number {
  const end = lines.findIndex(
    (line, index) => index >= from && AFTER_TABLE.some((words) => line.words.trimStart().toLowerCase().startsWith(words)),
  );
  return end < 0 ? lines.length : end;
}

// "1.", "16.  ăm 2023:", "3 Rà soát": the number that is expected next, alone or before a cell.
const ROW_START = /^\s?(\d{1,3})(\.|\s|$)\s*(\S?)/;

function isRowStart(line: CellLine, expected: number): boolean {
  const found = ROW_START.exec(line.words.trimEnd());
  return found !== null && Number(found[1]) === expected && (found[2] === "." || found[3] === "" || /\p{Lu}/u.test(found[3]!));
}

// "I. CHỈ SỐ …", "A. …", "B CHỈ SỐ …": a marker and words in capitals.
const GROUP_MARKER = /^\s?(?:[IVX]{1,5}[.)]|[A-H](?:[.)]|\s))\s*\S/;

function isGroupLine(line: CellLine): boolean {
  if (!GROUP_MARKER.test(line.words)) return false;
  const letters = line.words.match(/\p{L}/gu) ?? [];
  return letters.length > 4 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > 0.7 * letters.length;
}

function rebuild(lines: readonly CellLine[], header: HeaderRun): PlanTable {
  const headerLines = lines.slice(header.from, header.to);
  const headerSource: CellLine[] = [...headerLines];
  const groups: TableGroup[] = [];
  const rows: DraftRow[] = [];
  const stray: CellLine[] = [];
  let open: TableGroup[] = [];
  let row: DraftRow | undefined;
  let expected = 1;
  let turned = false;
  for (let at = header.to; at < lines.length; at++) {
    const line = lines[at]!;
    const repeated = repeatedHeader(lines, at, headerLines);
    if (repeated > 0) {
      headerSource.push(...lines.slice(at, at + repeated));
      at += repeated - 1;
      turned = true;
      continue;
    }
    turned ||= line.joint;
    if (isGroupLine(line)) {
      const group = { title: line.words.trim(), source: [spanOf(line)] };
      const letter = /^\s?[A-H](?:[.)]|\s)/.test(line.words);
      open = letter ? [group] : [...open.filter((other) => /^[A-H](?:[.)]|\s)/.test(other.title)), group];
      if (letter) expected = 1;
      groups.push(group);
      row = undefined;
      turned = false;
    } else if (isFurniture(line, rows)) {
      stray.push(line);
    } else if (isRowStart(line, expected) || (row === undefined && rows.length > 0 && isRowStart(line, 1))) {
      const found = ROW_START.exec(line.words)!;
      row = { number: found[1]!, numberLine: line, groups: open, lines: [] };
      rows.push(row);
      expected = Number(found[1]) + 1;
      turned = false;
      const rest = numberEnd(line);
      if (line.words.slice(rest).trim() !== "")
        row.lines.push({
          cell: { ...line, start: line.start + rest, words: line.words.slice(rest), raw: line.raw.slice(rest) },
          breaks: false,
        });
    } else if (row) {
      row.lines.push({ cell: line, breaks: turned && row.lines.length > 0 });
      turned = false;
    } else if (groups.length > 0 && rows.length === 0) {
      stray.push(line);
    } else stray.push(line);
  }
  const columns = header.columns.filter((column) => column !== "number");
  const split = splitRows(
    rows.map((entry) => entry.lines),
    columns,
  );
  return {
    firstLine: headerLines[0]!.line,
    lastLine: lines[lines.length - 1]!.line,
    kind: "flattened",
    indicators: false,
    header: headerSource.map(spanOf),
    rows: rows.map((entry, index) => finishRow(entry, split[index]!, columns)),
    groups,
    stray: stray.map(spanOf),
  };
}

/** Number of lines in which the header stands again here, 0 if it does not. */
function repeatedHeader(lines: readonly CellLine[], at: number, header: readonly CellLine[]): number {
  const same = (a: CellLine | undefined, b: CellLine) => a !== undefined && squeeze(a.raw) === squeeze(b.raw);
  let count = 0;
  while (count < header.length && same(lines[at + count], header[count]!)) count++;
  return count >= Math.min(3, header.length) ? count : 0;
}

function squeeze(text: string): string {
  return text.split(/\s/).join("");
}

/** Page numbers (digits alone after blank lines, where rows have a dot or none can stand) and lone link targets. */
function isFurniture(line: CellLine, rows: readonly DraftRow[]): boolean {
  const words = line.words.trim();
  if (/^https?:\/\/\S+$/.test(words)) return true;
  if (!/^\d{1,3}$/.test(words)) return false;
  const dotted = rows[0] !== undefined && rows[0].numberLine.words.slice(0, numberEnd(rows[0].numberLine)).includes(".");
  return dotted || line.gap >= 2;
}

/** Length of the row's number with its dot and, when a cell follows, the one space that parts them. */
function numberEnd(line: CellLine): number {
  const found = /^\s?\d{1,3}\.?/.exec(line.words)!;
  const end = found[0].length;
  return line.words[end] === " " ? end + 1 : end;
}

function finishRow(draft: DraftRow, split: SplitRow, columns: readonly TableField[]): TableRow {
  const cells: Partial<Record<TableField, Source>> = {};
  for (const column of columns) {
    const lines = split.get(column) ?? [];
    if (lines.length > 0) cells[column] = lines.map(spanOf);
  }
  const number = { line: draft.numberLine.line, start: draft.numberLine.start, end: draft.numberLine.start + numberEnd(draft.numberLine) };
  const trimmed = draft.numberLine.words.slice(0, numberEnd(draft.numberLine)).trimEnd();
  const source = [{ ...number, end: number.start + trimmed.length }, ...draft.lines.map(({ cell }) => spanOf(cell))];
  return { number: draft.number, cells, levels: [], groups: draft.groups, source, doubtful: isDoubtful(split, columns) };
}

/** Signs of a wrong cut; measured to catch 8 of 10 wrong rows with 5 false alarms in 78. */
function isDoubtful(split: SplitRow, columns: readonly TableField[]): boolean {
  const first = (column: TableField) => split.get(column)?.[0]?.words ?? "";
  const starts = (column: TableField, phrases: readonly string[]) => bestStart(first(column), phrases) > 0;
  if (columns.includes("lead") && !starts("lead", CELL_STARTS.lead)) return true;
  if (columns.includes("supporter") && first("supporter") === "") return true;
  if (columns.includes("time") && !starts("time", CELL_STARTS.time) && !/^\s?\d/.test(first("time"))) return true;
  if (columns.some((column) => /^\p{Ll}/u.test(first(column)))) return true;
  return (["lead", "supporter"] as const).some((column) => {
    const last = split.get(column)?.at(-1)?.words.trimEnd() ?? "";
    return UNFINISHED_ENDS.has(last.slice(last.lastIndexOf(" ") + 1)) && last.includes(" ");
  });
}
