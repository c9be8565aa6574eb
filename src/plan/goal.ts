/** What must be reached. Levels of unit % are fractions: 0.8 is 80 %. Codes K01–K26 are those of the domain's taxonomy. */
export type Goal =
  | { readonly kind: "at-least"; readonly level: number } // K01
  | { readonly kind: "at-most"; readonly level: number } // K02
  | { readonly kind: "more-than"; readonly level: number } // K03
  | { readonly kind: "less-than"; readonly level: number } // K04
  | { readonly kind: "all"; readonly level: number } // K05 and K18, level 1
  | { readonly kind: "between"; readonly low: number; readonly high: number; readonly hard: boolean } // K06
  | ChangeGoal // K07, K08, K09
  | { readonly kind: "improve"; readonly baseline?: Baseline; readonly direction?: "up" | "down" } // K10
  | RankGoal // K11
  | { readonly kind: "top"; readonly limit: number; readonly of?: number } // K12
  | { readonly kind: "tier"; readonly tier: string } // K13
  | { readonly kind: "times-at-least"; readonly times: number; readonly per: string } // K14
  | { readonly kind: "times-at-most"; readonly times: number; readonly per: string } // K15
  | { readonly kind: "maintain"; readonly of: Goal } // K19
  | { readonly kind: "milestone"; readonly items: readonly string[] } // K20
  | { readonly kind: "deadline"; readonly due: string } // K21, due as ISO day
  | { readonly kind: "two-levels"; readonly required: Goal; readonly aspired: Goal } // K22
  | { readonly kind: "every"; readonly of: readonly Goal[] } // K23
  | { readonly kind: "any"; readonly of: readonly Goal[] }; // K24

/** K07 (up by percent), K08 (down by percent), K09 (by points, either way). A change without a figure is `improve`. */
export interface ChangeGoal {
  readonly kind: "increase" | "decrease";
  /** Fraction if `as` is percent, units otherwise; a pair is a range. */
  readonly by: number | readonly [number, number];
  readonly as: "percent" | "points";
  readonly baseline?: Baseline;
}

/** K11: so many places better. A pair is a range ("tăng 5-7 bậc"): its lower end must be reached, more is better. */
export interface RankGoal {
  readonly kind: "rank-up";
  readonly steps: number | readonly [number, number];
  readonly baseline?: Baseline;
}

/** What a change is measured against. */
export interface Baseline {
  /** "so với năm 2020" → 2020. */
  readonly year?: number;
  /** Other bases in the plan's words: "quy định của pháp luật", "cùng kỳ". */
  readonly words?: string;
  /** The figure itself, when the plan states it. */
  readonly value?: number;
}

/** Discriminant of a goal. */
export type GoalKind = Goal["kind"];
