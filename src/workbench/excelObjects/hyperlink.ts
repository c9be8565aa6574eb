import { BooleanNumber, CellValueType, type ICellData } from "@univerjs/core";
import type { Json } from "../hostObject";
import { recordOf } from "./arguments";
import type { Cells } from "./book";
import { areaOf } from "./cellsAccess";

/** A link that a cell carries; it moves with the cell when rows are inserted or sorted. */
export interface CellLink {
  readonly documentReference?: string;
  readonly address?: string;
  readonly screenTip?: string;
}

const LINK_COLOR = "#0563C1";

/** The link of a cell. */
export function linkOf(cell: ICellData | undefined): CellLink | undefined {
  return cell?.custom?.["link"] as CellLink | undefined;
}

/** Range.hyperlink of the first cell. */
export function readLink(cells: Cells): Json {
  const { row, column } = areaOf(cells);
  const cell = cells.book.grid.cell(cells.sheetId, row, column);
  const link = linkOf(cell);
  return link ? { ...link, textToDisplay: String(cell?.v ?? "") } : null;
}

/** Sets the link of every cell; Excel underlines it and shows `textToDisplay`, if given. */
export function writeLink(cells: Cells, value: Json): void {
  const { documentReference, address, screenTip, textToDisplay } = recordOf(value ?? undefined) as Record<string, string | undefined>;
  const link: CellLink = {
    ...(documentReference ? { documentReference } : {}),
    ...(address ? { address } : {}),
    ...(screenTip ? { screenTip } : {}),
  };
  const area = areaOf(cells);
  const cell: ICellData = {
    custom: { link },
    s: { cl: { rgb: LINK_COLOR }, ul: { s: BooleanNumber.TRUE } },
    ...(textToDisplay === undefined ? {} : { v: textToDisplay, t: CellValueType.STRING, f: null }),
  };
  cells.book.grid.writeCells(
    cells.sheetId,
    area,
    Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => cell)),
  );
}
