import type { CalendarDate } from "../plan/date";
import type { FigureKind, FigureState } from "../tracking/periodData";
import type { Period } from "../tracking/periods";
import type { CellValue } from "./formula";

/** What stands in the input cells of a row of tblSoLieu, its target aside. */
export interface FigureInput {
  readonly period: Period;
  readonly reporter: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly typed: CellValue;
  readonly kind: FigureKind | null;
  readonly state: FigureState | null;
  readonly received: CalendarDate | null;
  readonly source: string | null;
}
