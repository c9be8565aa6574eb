import type { Plan } from "../../plan/plan";
import type { Source, TextDocument, TextLine } from "../../text/textDocument";
import { literal, op } from "../formula";
import { TABLE_AT } from "../layout";
import { COLUMNS } from "../names";
import { LINE_USES, WORDS } from "../words";
import { reportRows } from "../planFacts";
import { COLORS } from "../styles";
import { buildTable, ruleCell, tableSheet, type BuiltTable, type ColumnModel } from "../tableModel";
import type { ConditionalFormatSpec, SheetSpec } from "../workbookSpec";

type Use = keyof typeof LINE_USES;

interface SourceRow {
  readonly line: TextLine;
  readonly use: Use;
  readonly codes: readonly string[];
}

/** The table of source lines and where each line stands in it (index of the data row by line number). */
export interface SourceTable {
  readonly table: BuiltTable;
  readonly rowOfLine: ReadonlyMap<number, number>;
  /** Codes of the items that each row was used for. */
  readonly codes: readonly (readonly string[])[];
}

const C = COLUMNS.source;

/** Fills of lines by use; unread lines stand out. */
const USE_TONES: Readonly<Record<Use, { readonly fill?: string; readonly color?: string; readonly bold?: boolean }>> = {
  target: { fill: "E2EFDA" },
  task: { fill: "DDEBF7" },
  report: { fill: "FFF2CC" },
  index: { fill: "EDE7F3" },
  header: { color: "595959" },
  section: { color: "595959" },
  unread: { fill: "F8D7DA", color: "842029" },
};

/** Makes tblNguon: every line of the plan that has words, with what it was used for. */
export function sourceTable(plan: Plan, document: TextDocument, book: number): SourceTable {
  const uses = usesByLine(plan);
  const rows = document.lines
    .filter(({ text }) => text.trim() !== "")
    .map((line): SourceRow => ({ line, use: uses.get(line.number)?.use ?? "unread", codes: uses.get(line.number)?.codes ?? [] }));
  const columns: readonly ColumnModel<SourceRow>[] = [
    { header: C.line, role: "internal", width: 7.6, format: "center", value: ({ line }) => line.number },
    { header: C.text, role: "internal", width: 88, format: "text", style: "sourceText", value: ({ line }) => line.text.trim() },
    { header: C.use, role: "internal", width: 18, format: "center", style: "sourceUse", value: ({ use }) => LINE_USES[use] },
    { header: C.codes, role: "internal", width: 38, format: "text", style: "sourceUse", value: ({ codes }) => codes.join(", ") || null },
  ];
  return {
    table: buildTable("source", book, TABLE_AT, columns, rows),
    rowOfLine: new Map(rows.map(({ line }, index) => [line.number, index])),
    codes: rows.map(({ codes }) => codes),
  };
}

/** Makes the sheet Nguồn around its table. */
export function sourceSheet({ table }: SourceTable, book: number, links: SheetSpec["links"]): SheetSpec {
  const { at, columns, rows } = table.spec;
  const conditionalFormats = (Object.keys(USE_TONES) as Use[]).map((use): ConditionalFormatSpec => ({
    type: "formula",
    range: { row: at.row + 1, column: at.column, rows: rows.length, columns: columns.length },
    formula: op("=", ruleCell(table, C.use), literal(LINE_USES[use])),
    style: USE_TONES[use],
  }));
  return tableSheet({
    key: "source",
    book,
    title: WORDS.sourceTitle,
    hint: WORDS.sourceHint,
    table,
    tabColor: COLORS.tabReference,
    frozenColumns: 1,
    conditionalFormats,
    styleRanges: links.map(({ at: place }) => ({ range: { ...place, rows: 1, columns: 1 }, style: "linkPlain" })),
    links,
  });
}

/** The use of each line: items before headings, and what was not read only where nothing else took the line. */
function usesByLine(plan: Plan): ReadonlyMap<number, { readonly use: Use; readonly codes: readonly string[] }> {
  const found = new Map<number, { use: Use; codes: string[] }>();
  const mark = (source: Source, use: Use, code?: string): void => {
    for (const { line } of source) {
      const known = found.get(line);
      if (!known) found.set(line, { use, codes: code === undefined ? [] : [code] });
      else if (code !== undefined && !known.codes.includes(code)) known.codes.push(code);
    }
  };
  for (const { source, id } of plan.targets) mark(source, "target", id);
  for (const { source, id } of plan.tasks) mark(source, "task", id);
  for (const { duty, code } of reportRows(plan)) mark(duty.source, "report", code);
  for (const { components } of plan.indices) for (const { source } of components) mark(source, "index");
  mark(plan.header.source, "header");
  for (const { source } of plan.sections) mark(source, "section");
  mark(plan.unread, "unread");
  return found;
}
