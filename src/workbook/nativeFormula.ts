import { nativeConclusion, nativeReached } from "./native/conclusion";
import { nativeAttainment } from "./native/attainment";
import { nativeExplanation } from "./native/explanation";
import { nativeFigureCheck } from "./native/figureCheck";
import { nativeGroup, nativeLateness, nativeTaskStatus, nativeWarning } from "./native/followUp";
import type { Formula } from "./formula";

type Call = Extract<Formula, { kind: "call" }>;

const EXPANSIONS: Readonly<Record<string, (args: readonly Formula[]) => Formula>> = {
  "KPI.DANHGIA": nativeConclusion,
  "KPI.DAT": nativeReached,
  "KPI.TYLE": nativeAttainment,
  "KPI.DIENGIAI": nativeExplanation,
  "KPI.TRONGDO": nativeGroup,
  "KPI.CANHBAO": nativeWarning,
  "KPI.TRANGTHAI": nativeTaskStatus,
  "KPI.NGAYTRE": nativeLateness,
  "KPI.KIEMTRA": nativeFigureCheck,
};

/** KPI functions that have a native form: only these may stand in generated sheets. */
export const NATIVE_FUNCTIONS: readonly string[] = Object.keys(EXPANSIONS);

/**
 * The native formula that gives the same result as a KPI call whose kinds are the Vietnamese names of `labels.ts`, using only what Excel
 * 2016, LibreOffice 7.4 and WPS compute. Throws for a function without a native form.
 */
export function expandKpi(formula: Call): Formula {
  const expand = EXPANSIONS[formula.fn];
  if (!expand) throw new Error(`${formula.fn} has no native form`);
  return expand(formula.args);
}
