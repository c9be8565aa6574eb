import { comparable } from "../../tracking/labels";
import { COLUMNS, INFO_ITEMS } from "../names";
import type { TableSpec } from "../workbookSpec";
import { carryList, type CarriedTable } from "./carryLists";
import { isSame, rowsMade, type TableRow } from "./tableRow";

const { item, value } = COLUMNS.info;

/** Rows that are chosen when the new book is made, or are the program's. */
const CHOSEN: readonly string[] = [INFO_ITEMS.asOf, INFO_ITEMS.periodScheme, INFO_ITEMS.template];

/**
 * Carries over Thông tin. Ngày xét and Bộ kỳ are those chosen for the new book; Kỳ đang xem stays where the day stays, if the new book knows
 * that period (`periods`, its codes).
 */
export function carryInfo(old: TableSpec, standing: readonly TableRow[], next: TableSpec, periods: readonly string[]): CarriedTable {
  const of = (rows: readonly TableRow[], name: string): TableRow | undefined => rows.find((row) => named(row) === comparable(name));
  const nextRows = rowsMade(next);
  const view = of(standing, INFO_ITEMS.view);
  const sameDay = isSame(of(standing, INFO_ITEMS.asOf)?.cell(value), of(nextRows, INFO_ITEMS.asOf)?.cell(value));
  const viewStays = sameDay && periods.includes(comparable(String(view?.cell(value) ?? "")));
  const rows = standing.filter((row) => !CHOSEN.some((name) => comparable(name) === named(row)) && (row !== view || viewStays));
  // The period that was viewed is no finding about the plan: what the old plan proposed does not matter.
  const proposed = of(nextRows, INFO_ITEMS.view);
  return carryList("info", old, rows, next, { made: (row) => (named(row) === comparable(INFO_ITEMS.view) ? (proposed ?? row) : row) });
}

function named(row: TableRow): string {
  return comparable(String(row.cell(item) ?? ""));
}
