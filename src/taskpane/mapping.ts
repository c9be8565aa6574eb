import type { ImportedPlan, PlanInput, SheetProposal } from "../pipeline";
import type { SheetGrid, SheetMapping } from "../text/sheetGrid";
import type { ColumnField } from "../text/textDocument";

/** A sheet on its way to be read: what was proposed, what a person made of it. */
export interface MappedSheet {
  readonly proposal: SheetProposal;
  readonly mapping: SheetMapping;
  /** The sheet is to be read. */
  readonly wanted: boolean;
}

/** What the mapping step holds until the sheets are read. */
export interface MappingDraft {
  readonly input: PlanInput;
  readonly sheets: readonly MappedSheet[];
  /** Index of the sheet whose columns are shown. */
  readonly shown: number;
  /** What reading under some mapping gave last; `imported` is missing when nothing could be read. */
  readonly tried?: { readonly imported: ImportedPlan | undefined };
}

/** A column as the mapping step shows it. */
export interface ShownColumn {
  /** Zero-based place in the sheet. */
  readonly column: number;
  /** First words of the column below its header. */
  readonly samples: readonly string[];
}

/** A row in which a header or the data may begin. */
export interface HeaderChoice {
  /** Zero-based row of the grid. */
  readonly row: number;
  /** The number that the row has in Excel, from 1. */
  readonly number: number;
  readonly words: string;
}

/** Fields in the order in which they are offered; `note` leaves a column out. */
export const FIELDS: readonly ColumnField[] = [
  "content",
  "lead",
  "supporter",
  "time",
  "product",
  "level",
  "unit",
  "target",
  "number",
  "note",
];

/** Most header rows that are offered. */
export const MOST_HEADER_ROWS = 3;

/** Rows in which a header is looked for by a person. */
const OFFERED_ROWS = 60;
const SAMPLES = 3;

/** The draft of an input: recognised sheets are wanted; where none is, the first one. Sheets that are mostly prose are read as text. */
export function draftOf(input: PlanInput, proposals: readonly SheetProposal[]): MappingDraft {
  const known = proposals.some(({ recognized }) => recognized);
  const sheets = proposals.map((proposal, index) => ({
    proposal,
    mapping: !proposal.recognized && isProse(proposal.grid) ? { ...proposal.mapping, asText: true } : proposal.mapping,
    wanted: known ? proposal.recognized : index === 0,
  }));
  return {
    input,
    sheets,
    shown: Math.max(
      0,
      sheets.findIndex(({ wanted }) => wanted),
    ),
  };
}

/** The mappings of the wanted sheets, as the pipeline takes them. */
export function wantedMappings({ sheets }: MappingDraft): readonly SheetMapping[] {
  return sheets.filter(({ wanted }) => wanted).map(({ mapping }) => mapping);
}

/** The draft with another mapping of a sheet; a sheet that somebody maps is wanted. */
export function withMapping(draft: MappingDraft, sheet: number, mapping: SheetMapping): MappingDraft {
  return { ...draft, sheets: draft.sheets.map((one, index) => (index === sheet ? { ...one, mapping, wanted: true } : one)) };
}

/** The draft with a sheet that is to be read or not. */
export function withWanted(draft: MappingDraft, sheet: number, wanted: boolean): MappingDraft {
  return { ...draft, sheets: draft.sheets.map((one, index) => (index === sheet ? { ...one, wanted } : one)) };
}

/** The mapping with a column that a person has said to hold `field`; a field that a table has once is taken from the column that had it. */
export function withField(mapping: SheetMapping, column: number, field: ColumnField): SheetMapping {
  const single = field !== "level" && field !== "note";
  const columns = mapping.columns.map((one, index) => {
    if (index === column) return { ...one, field, certainty: "stated" as const };
    return single && one.field === field ? { ...one, field: "note" as const, certainty: "stated" as const } : one;
  });
  return { ...mapping, columns };
}

/** Columns that hold anything, with samples of what stands below the header. */
export function shownColumns({ proposal: { grid }, mapping }: MappedSheet): readonly ShownColumn[] {
  const body = grid.rows.slice(mapping.headerRow + mapping.headerRows);
  return mapping.columns.flatMap(({ heading }, column): readonly ShownColumn[] => {
    const samples: string[] = [];
    for (const row of body) {
      const words = fold(row[column] ?? "");
      if (words !== "" && !samples.includes(words)) samples.push(words);
      if (samples.length === SAMPLES) break;
    }
    return samples.length > 0 || heading !== "" ? [{ column, samples }] : [];
  });
}

/** Rows that hold words, in which the header can begin. */
export function headerChoices({ proposal: { grid }, mapping }: MappedSheet): readonly HeaderChoice[] {
  return grid.rows.slice(0, Math.max(OFFERED_ROWS, mapping.headerRow + 1)).flatMap((row, index): readonly HeaderChoice[] => {
    const words = row.map(fold).filter(Boolean).join(" | ");
    return words === "" ? [] : [{ row: index, number: grid.firstRow + index, words }];
  });
}

/** Rows of a sheet that hold words below its header. */
export function dataRows({ proposal: { grid }, mapping }: MappedSheet): number {
  const from = mapping.asText ? 0 : mapping.headerRow + mapping.headerRows;
  return grid.rows.slice(from).filter((row) => row.some((words) => words.trim() !== "")).length;
}

/** Letters of a zero-based column: "A", "AB". */
export function columnLetters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}

/** Most rows hold one or two cells: a letter or a plan that was written into a sheet. */
function isProse({ rows }: SheetGrid): boolean {
  const filled = rows.map((row) => row.filter((words) => words.trim() !== "").length).filter((count) => count > 0);
  return filled.filter((count) => count > 2).length * 2 < filled.length && filled.some((count) => count === 1);
}

function fold(words: string): string {
  return words.split(/\s+/).filter(Boolean).join(" ");
}
