import type { CalendarDate } from "../../src/plan/date";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import type { KindCode } from "../../src/tracking/evaluation";
import { snapshot, type Snapshot } from "../../src/tracking/snapshot";
import type { TrackedTarget } from "../../src/tracking/trackingData";
import type { CellValue } from "../../src/workbook/formula";
import { COLUMNS } from "../../src/workbook/names";
import { readTracking } from "../../src/workbook/readTracking";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { valuesOf } from "./specValues";

/** A figure that a person types for a target: as text on the keyboard and as the value that must arrive. */
export interface TypedFigure {
  readonly row: number;
  readonly text: string;
  readonly value: number;
}

const T = COLUMNS.targets;
/** Kinds for which the level itself is a figure that can be typed. */
const JUDGED_BY_LEVEL: readonly KindCode[] = ["K01", "K03", "K05", "K14", "K15", "K20"];

/** Some targets of a book with a level, and figures for them: one that reaches it, the next one half of it, and so on. */
export function typedFigures(spec: WorkbookSpec, count: number): readonly TypedFigure[] {
  const { value: data } = readTracking(valuesOf(spec));
  return data!.targets
    .filter(({ facts }) => JUDGED_BY_LEVEL.includes(facts.kind) && typeof facts.level === "number" && facts.level > 0)
    .slice(0, count)
    .map((target, index) => figure(target, index % 2 === 0 ? 1 : 0.5));
}

function figure({ facts, place }: TrackedTarget, part: number): TypedFigure {
  const percent = facts.unit === "%";
  const shown = Math.round((facts.level as number) * part * (percent ? 100 : 1) * 1e4) / 1e4;
  return {
    row: place.index,
    text: String(shown).replace(".", ",") + (percent ? "%" : ""),
    value: percent ? Number((shown / 100).toPrecision(12)) : shown,
  };
}

/** What the engine says of a book in which figures and days of completion have been typed. */
export function judged(spec: WorkbookSpec, figures: readonly TypedFigure[], done: ReadonlyMap<number, CalendarDate> = new Map()): Snapshot {
  const typed = (table: string, header: string, row: number): CellValue | undefined => {
    if (table === "targets" && (header === T.hand || header === T.actual)) return figures.find((one) => one.row === row)?.value;
    if (table === "tasks" && header === COLUMNS.tasks.done) return done.get(row);
    return undefined;
  };
  return snapshot(readTracking(valuesOf(spec, typed)).value!);
}

/** Label and count of each conclusion and task status that occurs, as Tổng quan lists them. */
export function overviewCounts({ byConclusion, byStatus }: Snapshot): readonly (readonly [string, number])[] {
  const named = <Code extends string>(counts: Readonly<Record<Code, number>>, labels: Readonly<Record<Code, string>>) =>
    (Object.keys(counts) as Code[]).map((code) => [labels[code], counts[code]] as const);
  return [...named(byConclusion, CONCLUSION_LABELS), ...named(byStatus, TASK_STATUS_LABELS)];
}
