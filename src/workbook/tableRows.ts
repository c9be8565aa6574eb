import type { RowPlace } from "../tracking/trackingData";
import type { CellValue } from "./formula";
import type { TableValues } from "./workbookValues";

/** A row by header, and where it stands. */
export interface Row {
  readonly cell: (header: string) => CellValue;
  readonly place: RowPlace;
}

/** Rows of a table as it stands; a column that is not there gives blanks. */
export function rowsOf(table: TableValues): readonly Row[] {
  const places = new Map(table.headers.map((text, index) => [text.normalize("NFC").trim(), index]));
  return table.rows.map((cells, index) => ({
    cell: (header) => {
      const place = places.get(header);
      return place === undefined ? null : (cells[place] ?? null);
    },
    place: { table: table.key, sheetName: table.sheetName, index, row: table.firstRow + index },
  }));
}
