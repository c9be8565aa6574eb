import type { Evaluation } from "./evaluation";
import type { Warning } from "./pace";
import type { TargetPace } from "./targetPace";

/** Most that a deviation adds to the risk, in thousandths of the target. */
export const MOST_DEVIATION = 9999;

/** What a missed target starts from: it is over, so it comes before every warning. */
export const MISSED_RISK = 50_000;

/** What a warning starts from; whoever is safe is no worry. */
export const WARNING_RISK: Readonly<Record<Exclude<Warning, "safe">, number>> = { alarm: 40_000, "at-risk": 30_000, attention: 20_000 };

/**
 * How urgently a target has to be looked at, a whole number: missed ones first, then by warning (Báo động, Nguy cơ, Cần chú ý) and within
 * each by how far they are behind, in thousandths. A target under way of which no pace is known comes last, by what it lacks; 0 for one that
 * is no worry.
 */
export function riskOf({ conclusion, capped }: Evaluation, { warning, gap }: TargetPace): number {
  const lacking = capped === null ? 0 : thousandths(1 - capped);
  if (conclusion === "not-met" || conclusion === "partly-met") return MISSED_RISK + lacking;
  if (warning !== null) return warning === "safe" ? 0 : WARNING_RISK[warning] + thousandths(-(gap ?? 0));
  return conclusion === "in-progress" ? lacking : 0;
}

/** What is added before a deviation is cut to a whole number: half, and room for what is lost in binary. */
export const HALF_UP = 0.500000001;

/** Rounded half up, in the same steps as the formula of the sheet, so that both end at the same number. */
function thousandths(share: number): number {
  return Math.min(MOST_DEVIATION, Math.floor(Math.max(0, share) * 1000 + HALF_UP));
}
