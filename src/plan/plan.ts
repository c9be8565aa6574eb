import type { Extracted, Source } from "../text/textDocument";
import type { CalendarDate } from "./date";
import type { Goal } from "./goal";

/** A plan (kế hoạch) as read: every value still points at its words, and every source line is in an item, a section, the header or `unread`. */
export interface Plan {
  readonly header: PlanHeader;
  readonly sections: readonly PlanSection[];
  readonly agencies: readonly Agency[];
  readonly targets: readonly Target[];
  readonly tasks: readonly Task[];
  readonly reportDuties: readonly ReportDuty[];
  readonly indices: readonly PlanIndex[];
  /** Non-blank source lines that no rule placed. */
  readonly unread: Source;
}

/** What stands above the first section, and the signature. */
export interface PlanHeader {
  /** Số, ký hiệu ("111/KH-SKHCN"); undefined where the file does not hold it. */
  readonly number?: Extracted<string>;
  readonly title: Extracted<string>;
  readonly issuer?: Extracted<string>;
  /** Địa danh, the province. */
  readonly place?: Extracted<string>;
  readonly date?: Extracted<CalendarDate>;
  /** Plan year, or the first year of its period. */
  readonly year?: Extracted<number>;
  /** Last year of a plan for several years. */
  readonly endYear?: number;
  /** Văn bản căn cứ, one entry a document. */
  readonly basis: readonly string[];
  /** Lines of the header and of the signature block. */
  readonly source: Source;
}

/** A heading of the plan with the lines it covers that belong to no item (headings, introductions, recipients). */
export interface PlanSection {
  readonly id: string;
  /** "I.", "2.1.", "a)". */
  readonly label: string;
  readonly title: string;
  /** 1 is the highest. */
  readonly depth: number;
  readonly role: "purpose" | "objectives" | "tasks" | "organization" | "appendix" | "recipients" | "signature" | "other";
  /** The heading itself and the prose under it that holds no item. */
  readonly source: Source;
}

/** An organisation that the plan names. */
export interface Agency {
  readonly id: string;
  /** The fullest form that the plan uses. */
  readonly name: string;
  /** Other forms of the same organisation in this plan. */
  readonly aliases: readonly string[];
  /** True for "các phòng chuyên môn", "các sở, ban, ngành". */
  readonly group: boolean;
}

/** One outcome condition. */
export interface Target {
  /** Stable code shown in the workbook: "CT-01"; nested: "CT-01.1". */
  readonly id: string;
  /** The clause of the plan, white space folded. */
  readonly statement: string;
  /** What is measured, without the goal's words. */
  readonly measure: string;
  readonly goal: Goal;
  /** Certainty of `goal`: a bare "đạt 50 %" read as at-least is implied. */
  readonly certainty: Extracted<Goal>["certainty"];
  /** Unit of measurement: "%", "điểm", "bậc", "lần", …; empty if none. */
  readonly unit: string;
  /** Year in which it must be reached. */
  readonly horizon?: number;
  /** True when the horizon was taken from the plan's year because the sentence names none. */
  readonly horizonImplied?: boolean;
  readonly baselineYear?: number;
  /** Same measure at other horizons shares this key. */
  readonly series?: string;
  /** Id of the target of which this one is a part ("trong đó"). */
  readonly parent?: string;
  readonly index?: { readonly name: string; readonly weight?: number };
  /** Group or area the condition is limited to ("khu vực đô thị"). */
  readonly scope?: string;
  /** What its denominator leaves out (K26), in the plan's words. */
  readonly excludes?: string;
  /** Heading under which it stands. */
  readonly group?: string;
  readonly leads: readonly string[];
  readonly supporters: readonly string[];
  readonly source: Source;
  /** Other readings of an ambiguous sentence, most likely first; empty when the reading is plain. */
  readonly alternatives: readonly Goal[];
}

/** When something must be done, read from its words. */
export type Deadline =
  | { readonly kind: "fixed"; readonly date: CalendarDate; readonly from?: CalendarDate }
  | { readonly kind: "recurring"; readonly every: string; readonly rule?: DueRule }
  | { readonly kind: "continuous" }
  | { readonly kind: "conditional"; readonly condition: string }
  | { readonly kind: "by-reference"; readonly document: string }
  | { readonly kind: "unclear" };

/** One assignment. */
export interface Task {
  /** "NV-01" … */
  readonly id: string;
  readonly title: string;
  /** Further paragraphs or "+" lines of the task, in order. */
  readonly details: readonly string[];
  readonly leads: readonly string[];
  readonly supporters: readonly string[];
  /** As written; value "" when the plan gives none. */
  readonly time: Extracted<string>;
  readonly deadline?: Extracted<Deadline>;
  readonly deliverable?: string;
  /** Ids of targets that this task serves or that stand inside it. */
  readonly targets: readonly string[];
  readonly group?: string;
  readonly source: Source;
}

/** When a report falls due. */
export type DueRule =
  | { readonly kind: "dates" }
  /** Day of the last or first month of each quarter; `before`: the day itself is too late. */
  | { readonly kind: "quarter-day"; readonly day: number; readonly month: "first" | "last"; readonly before: boolean }
  | { readonly kind: "month-day"; readonly day: number; readonly before: boolean }
  | { readonly kind: "periodic"; readonly periods: readonly ReportPeriod[] }
  | { readonly kind: "ad-hoc" }
  | { readonly kind: "unclear" };

/** A kind of report period. */
export type ReportPeriod = "day" | "week" | "month" | "quarter" | "half-year" | "nine-months" | "year" | "ad-hoc";

/** A duty to account for the results of carrying out the plan. One entry for each distinct dated due. */
export interface ReportDuty {
  /** "BC-01" … */
  readonly id: string;
  /** As written: "6 tháng", "hằng quý, hằng năm". */
  readonly frequency: string;
  /** As written: "trước ngày 01/6/2024"; "" when undated. */
  readonly due: string;
  readonly rule: DueRule;
  /** Last days on which it is on time: "trước ngày 01/6/2024" gives 2024-05-31. */
  readonly dueDates: readonly CalendarDate[];
  readonly reporters: readonly string[];
  readonly recipients: readonly string[];
  /** The sentence, white space folded. */
  readonly statement: string;
  readonly certainty: Extracted<string>["certainty"];
  readonly source: Source;
}

/** A composite index that the plan works with (PCI, PGI, DDCI, DTI …). */
export interface PlanIndex {
  /** As the plan calls it ("DDCI", "EoDB"); "" where the parts alone say which it is. */
  readonly name: string;
  readonly components: readonly {
    readonly name: string;
    readonly weight?: number;
    readonly level?: number;
    /** The organisation that follows it. */
    readonly lead?: string;
    readonly source: Source;
  }[];
}
