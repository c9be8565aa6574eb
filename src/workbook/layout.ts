import type { NameLookup } from "./formulaText";
import { COLUMNS, DEFINED_NAMES, SHEET_NAMES, TABLE_NAMES, type NameKey, type SheetKey, type TableKey } from "./names";
import type { CellAddress, RangeAddress } from "./workbookSpec";

/** Namespace of the custom XML part that holds the plan state. */
export const STATE_NAMESPACE = "urn:so-theo-doi-ke-hoach:state:1";

/** Order of the tabs. */
export const SHEET_ORDER: readonly SheetKey[] = [
  "info",
  "overview",
  "targets",
  "tasks",
  "periods",
  "calendar",
  "agencies",
  "indices",
  "report",
  "urge",
  "lists",
  "log",
  "source",
  "guide",
  "state",
];

/** Sheets that others read: they are made whatever the options leave out. */
export const NEEDED_SHEETS: readonly SheetKey[] = ["info", "targets", "tasks", "periods", "calendar", "agencies", "lists", "state"];

/** Zero-based column of the first cell of every table sheet. */
export const FIRST_COLUMN = 0;

/** Rows of a table sheet: title, hint, header. */
export const TITLE_ROW = 0;
export const HINT_ROW = 1;
export const HEADER_ROW = 2;

/** Where the header row of each table sheet's table begins. */
export const TABLE_AT: CellAddress = { row: HEADER_ROW, column: FIRST_COLUMN };

/** Characters of state that one cell of the copy holds, its mark included (Excel allows 32,767). */
export const STATE_CHUNK = 30_000;

/** Tab name of a sheet in the first, second … book of a workbook. */
export function sheetName(key: SheetKey, book = 1): string {
  return book === 1 ? SHEET_NAMES[key] : `${SHEET_NAMES[key]} sổ ${book}`;
}

/** Excel name of a table in the first, second … book of a workbook. */
export function tableName(key: TableKey, book = 1): string {
  return book === 1 ? TABLE_NAMES[key] : `${TABLE_NAMES[key]}_${book}`;
}

/** Defined name in the first, second … book of a workbook. */
export function definedName(key: NameKey, book = 1): string {
  return book === 1 ? DEFINED_NAMES[key] : `${DEFINED_NAMES[key]}_${book}`;
}

/** Name lookup of a book, for those who have no spec at hand. */
export function bookLookup(book = 1): NameLookup {
  return {
    sheet: (key) => sheetName(key as SheetKey, book),
    table: (key) => tableName(key as TableKey, book),
    name: (key) => definedName(key as NameKey, book),
  };
}

/** Header of a table's column by keys. */
export function header<Key extends keyof typeof COLUMNS>(table: Key, column: keyof (typeof COLUMNS)[Key]): string {
  return COLUMNS[table][column] as string;
}

/** Rectangle of a table: header and data rows. */
export function tableRange(table: {
  readonly at: CellAddress;
  readonly columns: readonly unknown[];
  readonly rows: readonly unknown[];
}): RangeAddress {
  return { ...table.at, rows: table.rows.length + 1, columns: table.columns.length };
}

/** Data cells of one column of a table, by header; undefined if there is no such column. */
export function columnRange(
  table: { readonly at: CellAddress; readonly columns: readonly { readonly header: string }[]; readonly rows: readonly unknown[] },
  name: string,
): RangeAddress | undefined {
  const index = table.columns.findIndex(({ header: text }) => text === name);
  return index < 0 ? undefined : { row: table.at.row + 1, column: table.at.column + index, rows: table.rows.length, columns: 1 };
}
