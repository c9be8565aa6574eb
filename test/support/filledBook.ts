import { isFormulaCell, type CellValue } from "../../src/workbook/formula";
import type { StandingCell, StandingWorkbook } from "../../src/workbook/overlay";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";

interface FilledTable {
  readonly name: string;
  readonly headers: string[];
  readonly rows: StandingCell[][];
}

/** A book of a spec in which a person types, adds, sorts and deletes; nothing is computed. */
export class FilledBook {
  private readonly tables = new Map<string, FilledTable>();

  constructor(readonly spec: WorkbookSpec) {
    for (const { tables } of spec.sheets)
      for (const { key, name, columns, rows } of tables)
        this.tables.set(key, {
          name,
          headers: columns.map(({ header }) => header),
          rows: rows.map((line) =>
            line.map((cell) => (isFormulaCell(cell) ? { value: cell.result, formula: true } : { value: cell, formula: false })),
          ),
        });
  }

  /** Types into the row whose first column holds a code; `also` tells rows of one code apart. */
  type(key: string, code: CellValue, header: string, value: CellValue, also: Readonly<Record<string, CellValue>> = {}): this {
    const table = this.table(key);
    const row = table.rows.find(
      (cells) => cells[0]!.value === code && Object.entries(also).every(([name, wanted]) => cells[place(table, name)]!.value === wanted),
    );
    if (!row) throw new Error(`${key} has no row ${String(code)}`);
    row[place(table, header)] = { value, formula: false };
    return this;
  }

  /** Types a row below a table. */
  add(key: string, cells: Readonly<Record<string, CellValue>>): this {
    const table = this.table(key);
    for (const header of Object.keys(cells)) place(table, header);
    table.rows.push(table.headers.map((header) => ({ value: cells[header] ?? null, formula: false })));
    return this;
  }

  /** Deletes the rows whose first column holds a code. */
  delete(key: string, code: CellValue): this {
    const { rows } = this.table(key);
    rows.splice(0, rows.length, ...rows.filter(([first]) => first!.value !== code));
    return this;
  }

  /** Turns the rows of a table upside down, as sorting does. */
  reverse(key: string): this {
    this.table(key).rows.reverse();
    return this;
  }

  /** Adds a column with one value in every row. */
  addColumn(key: string, header: string, value: CellValue): this {
    const table = this.table(key);
    table.headers.push(header);
    for (const row of table.rows) row.push({ value, formula: false });
    return this;
  }

  /** Deletes a table, as deleting its sheet does. */
  drop(key: string): this {
    this.tables.delete(key);
    return this;
  }

  /** What stands: every table on a sheet of its own name. */
  get standing(): StandingWorkbook {
    const byName = new Map([...this.tables.values()].map((table) => [table.name, table]));
    return {
      table: (name) => {
        const table = byName.get(name);
        return (
          table && {
            sheet: name,
            area: { row: 0, column: 0, rows: table.rows.length + 1, columns: table.headers.length },
            columns: table.headers,
          }
        );
      },
      cell: (sheet, row, column) => byName.get(sheet)?.rows[row - 1]?.[column],
    };
  }

  private table(key: string): FilledTable {
    const table = this.tables.get(key);
    if (!table) throw new Error(`The book has no table ${key}`);
    return table;
  }
}

function place({ headers }: FilledTable, header: string): number {
  const index = headers.indexOf(header);
  if (index < 0) throw new Error(`There is no column ${header}`);
  return index;
}

/** Rows of a table of a spec by header; of formulas the stored result. */
export function rowsIn(spec: WorkbookSpec, key: string): readonly Readonly<Record<string, CellValue>>[] {
  const table = spec.sheets.flatMap(({ tables }) => tables).find((one) => one.key === key)!;
  return table.rows.map((line) =>
    Object.fromEntries(line.map((cell, index) => [table.columns[index]!.header, isFormulaCell(cell) ? cell.result : cell])),
  );
}
