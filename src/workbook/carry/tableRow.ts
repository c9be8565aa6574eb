import { isFormulaCell, type CellSpec, type CellValue } from "../formula";
import type { StandingWorkbook } from "../overlay";
import type { TableSpec, WorkbookSpec } from "../workbookSpec";

/** A row of a table by header: as a spec makes it, or as it stands in a book. */
export interface TableRow {
  /** Undefined where nothing can be told: the column is gone, or its formula gives an error. */
  readonly cell: (header: string) => CellValue | undefined;
  /** True where a formula stands. */
  readonly isFormula: (header: string) => boolean;
}

/** A row of which nothing is known. */
export const NO_ROW: TableRow = { cell: () => null, isFormula: () => false };

/** The tables of a spec by key. */
export function tablesOf(spec: WorkbookSpec): ReadonlyMap<string, TableSpec> {
  return new Map(spec.sheets.flatMap(({ tables }) => tables.map((table) => [table.key, table] as const)));
}

/** Headers of the columns that people write into. */
export function inputHeaders({ columns }: TableSpec): readonly string[] {
  return columns.flatMap(({ header, formula }) => (formula ? [] : [header]));
}

/** Rows of a table as its spec makes them. */
export function rowsMade(table: TableSpec): readonly TableRow[] {
  const places = new Map(table.columns.map(({ header }, index) => [header, index]));
  return table.rows.map((cells) => {
    const of = (header: string): CellSpec => cells[places.get(header) ?? -1] ?? null;
    return {
      cell: (header) => {
        const cell = of(header);
        return isFormulaCell(cell) ? cell.result : cell;
      },
      isFormula: (header) => isFormulaCell(of(header)),
    };
  });
}

/** Rows of a table as they stand, without blank ones; undefined when the table is gone. */
export function rowsStanding(table: TableSpec, standing: StandingWorkbook): readonly TableRow[] | undefined {
  const found = standing.table(table.name);
  if (!found) return undefined;
  const { sheet, area, columns } = found;
  const places = new Map(columns.map((header, index) => [header.normalize("NFC").trim(), index]));
  const inputs = inputHeaders(table);
  return Array.from({ length: area.rows - 1 }, (_, index): TableRow => {
    const at = (header: string) => {
      const place = places.get(header);
      return place === undefined ? undefined : standing.cell(sheet, area.row + 1 + index, area.column + place);
    };
    return {
      cell: (header) => {
        if (!places.has(header)) return undefined;
        const cell = at(header);
        return cell?.formula && isError(cell.value) ? undefined : (cell?.value ?? null);
      },
      isFormula: (header) => at(header)?.formula ?? false,
    };
  }).filter((row) => inputs.some((header) => !isBlank(row.cell(header))));
}

/** Columns that a person added to a table. */
export function addedColumns(table: TableSpec, standing: StandingWorkbook): readonly string[] {
  const own = new Set(table.columns.map(({ header }) => header));
  return (standing.table(table.name)?.columns ?? []).filter((header) => !own.has(header.normalize("NFC").trim()));
}

/** True for a cell in which nothing stands. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || value === null || value === "";
}

/** Whether two cells hold the same: Excel gives back numbers to 15 digits and lines that end with a line feed. */
export function isSame(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one));
  if (typeof one === "string" && typeof other === "string") return plain(one) === plain(other);
  return one === other;
}

function plain(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n").trim();
}

function isError(value: CellValue): boolean {
  return typeof value === "string" && value.startsWith("#");
}
