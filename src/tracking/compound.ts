import type { Conclusion } from "./evaluation";

const MET: readonly Conclusion[] = ["met", "exceeded", "fully-met"];
const MISSED: readonly Conclusion[] = ["not-met", "partly-met"];
const ASIDE: readonly Conclusion[] = ["not-applicable", "not-arising"];

/** True for conclusions that count as reached. */
export function isMet(conclusion: Conclusion): boolean {
  return MET.includes(conclusion);
}

/**
 * Conclusion of a target with its "trong đó" (K17): reached only when the parent and all children are. A parent that is not reached keeps
 * its own conclusion; children that do not apply or did not arise are left aside; a parent without children keeps its own.
 */
export function concludeGroup(parent: Conclusion, children: readonly Conclusion[]): Conclusion {
  if (!isMet(parent)) return parent;
  if (children.length === 0) return parent;
  if (children.some((child) => MISSED.includes(child))) return "partly-met";
  const counted = children.filter((child) => !ASIDE.includes(child));
  if (counted.every(isMet)) return "fully-met";
  return counted.includes("in-progress") ? "in-progress" : "no-data";
}

/** Conclusion of parts that must all be reached (K23); parts that do not apply are left aside. */
export function concludeEvery(parts: readonly Conclusion[]): Conclusion {
  const counted = parts.filter((part) => !ASIDE.includes(part));
  if (counted.length === 0) return parts[0] ?? "no-data";
  if (counted.every((part) => part === "exceeded")) return "exceeded";
  if (counted.every(isMet)) return "met";
  if (counted.some((part) => MISSED.includes(part))) return "not-met";
  return counted.includes("in-progress") ? "in-progress" : counted.find((part) => !isMet(part))!;
}

/** Conclusion of parts of which one is enough (K24). */
export function concludeAny(parts: readonly Conclusion[]): Conclusion {
  if (parts.includes("exceeded")) return "exceeded";
  if (parts.some(isMet)) return "met";
  const counted = parts.filter((part) => !ASIDE.includes(part));
  if (counted.length === 0) return parts[0] ?? "no-data";
  if (counted.includes("in-progress")) return "in-progress";
  return counted.every((part) => MISSED.includes(part)) ? "not-met" : counted.find((part) => !MISSED.includes(part))!;
}
