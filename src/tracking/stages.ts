import { daysBetween, type CalendarDate } from "../plan/date";

/** One horizon of a staged target (K16). */
export interface Stage {
  readonly due: CalendarDate;
  readonly level: number;
}

/** Level in force on a day: that of the next horizon (step), or on the line between two horizons. Beyond the ends the nearest stage holds. */
export function stagedLevel(at: CalendarDate, stages: readonly Stage[], method: "step" | "linear"): number {
  const ordered = [...stages].sort((a, b) => (a.due < b.due ? -1 : 1));
  const next = ordered.findIndex(({ due }) => due >= at);
  if (next === -1) return ordered.at(-1)!.level;
  const stage = ordered[next]!;
  const previous = ordered[next - 1];
  if (method === "step" || !previous || stage.due === at) return stage.level;
  return previous.level + ((stage.level - previous.level) * daysBetween(previous.due, at)) / daysBetween(previous.due, stage.due);
}
