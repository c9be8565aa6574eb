import { dateOf, numberOf, textOf } from "../tracking/cellValue";
import { comparable } from "../tracking/labels";
import { DEFAULT_THRESHOLDS, type PaceThresholds } from "../tracking/pace";
import { parsePeriod, type Period, type PeriodSystem } from "../tracking/periods";
import type { TrackedView } from "../tracking/trackingData";
import { COLUMNS } from "./names";
import { PERIOD_SCHEME_WORDS } from "./words";
import type { Row } from "./tableRows";

/** The periods of a book as they stand: their days are those of tblKy. */
export interface ReadPeriods {
  readonly byCode: (code: string) => Period | undefined;
  /** Tiến độ chuẩn of a period; null where the cell holds no number. */
  readonly shareOf: (code: string) => number | null;
}

/** Reads tblKy under a scheme in words; a period that has no row or no days there gets those of its code. */
export function readPeriods(rows: readonly Row[], scheme: string): ReadPeriods {
  const C = COLUMNS.periods;
  const system: PeriodSystem = comparable(scheme) === comparable(PERIOD_SCHEME_WORDS["decree-09"]) ? "decree-09" : "calendar";
  const byCode = new Map(rows.map((row) => [comparable(textOf(row.cell(C.code))), row]));
  const rowOf = (code: string): Row | undefined => byCode.get(comparable(code));
  return {
    byCode: (code) => {
      const period = parsePeriod(code, system);
      const row = rowOf(code);
      return period && { ...period, from: dateOf(row?.cell(C.from)) ?? period.from, to: dateOf(row?.cell(C.to)) ?? period.to };
    },
    shareOf: (code) => numberOf(rowOf(code)?.cell(C.share)) ?? null,
  };
}

/** Kỳ đang xem; undefined when the cell names no period. */
export function readView(periods: ReadPeriods, code: string): TrackedView | undefined {
  const period = periods.byCode(code);
  return period && { period, share: periods.shareOf(code) };
}

/** Thresholds of tblNguong; the usual ones where it does not hold three falling numbers. */
export function readThresholds(rows: readonly Row[]): PaceThresholds {
  const [safe, attention, atRisk, ...more] = rows.flatMap(({ cell }) => numberOf(cell(COLUMNS.thresholds.from)) ?? []);
  if (safe === undefined || attention === undefined || atRisk === undefined || more.length > 0) return DEFAULT_THRESHOLDS;
  return safe >= attention && attention >= atRisk ? { safe, attention, atRisk } : DEFAULT_THRESHOLDS;
}
