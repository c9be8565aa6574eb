import type { ReportDuty, Target, Task } from "../plan/plan";
import type { CalendarDate } from "../plan/date";
import type { Source } from "../text/textDocument";
import type { Flow } from "./flow";
import type { SectionRole } from "./lexicon";
import type { Block } from "./outline";

/** What the headings above a passage say about it. */
export interface PassageContext {
  readonly role: SectionRole;
  /** Organisations of the nearest heading that names some. */
  readonly leads: readonly string[];
  readonly supporters: readonly string[];
  /** Year of the nearest heading that names one ("Đến năm 2025"). */
  readonly year?: number;
  /** Time that the nearest heading of a stage gives ("Đợt 1: từ ngày … đến ngày …"). */
  readonly time?: Flow;
  /** Nearest heading that is no organisation and no year. */
  readonly group?: string;
  /** Index of the section in the plan. */
  readonly section: number;
}

/** One item of the plan: the words of a bullet, a lettered or numbered item, or a paragraph. */
export interface Passage {
  readonly block: Block;
  /** Words without the label. */
  readonly flow: Flow;
  /** Label and words. */
  readonly whole: Flow;
  readonly context: PassageContext;
  /** Labelled parts of a task's block ("Đơn vị chủ trì: …"), when it has them. */
  readonly fields?: TaskFields;
  /** A line of its own that says when the item is to be done. */
  readonly time?: Flow;
  /** True when the words only open the list under them. */
  readonly opensList: boolean;
}

/** Parts of a task that is written as a block or a table row. */
export interface TaskFields {
  readonly content: readonly Flow[];
  readonly lead?: Flow;
  readonly support?: Flow;
  readonly time?: Flow;
  readonly product?: Flow;
  /** Everything under the heading of the block. */
  readonly source: Source;
}

/** Facts of the whole document that rules may use. */
export interface PlanFacts {
  /** Year of the plan, or the last year of its period. */
  readonly year?: number;
  /** First year of a plan for several years. */
  readonly fromYear?: number;
  /** The plan is for a school year. */
  readonly schoolYear?: boolean;
  /** Day on which the plan was issued. */
  readonly date?: CalendarDate;
}

/** A target before it gets its id and its place among the others. */
export interface TargetFinding extends Omit<Target, "id" | "parent" | "series"> {
  readonly find: "target";
  /** True when it is a part of the target found just before it in the same passage. */
  readonly within?: boolean;
}

/** A task before it gets its id and the targets that it serves. */
export interface TaskFinding extends Omit<Task, "id" | "targets"> {
  readonly find: "task";
}

/** A report duty before it gets its id. */
export interface ReportFinding extends Omit<ReportDuty, "id"> {
  readonly find: "report";
}

/** What rules make of a passage. */
export type Finding = TargetFinding | TaskFinding | ReportFinding;

/** One construction of the language of plans: it looks at a passage and says what it holds. */
export interface Rule<T extends Finding> {
  readonly name: string;
  find(passage: Passage, facts: PlanFacts): readonly T[];
}
