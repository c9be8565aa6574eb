/** A saved review (`NAME.review.json`): what a person decided about a reading, matched by quoted words so that it survives a new reading. */
export interface SavedReview {
  readonly version: 1;
  readonly decisions: readonly Decision[];
}

/** One decision about one item. */
export interface Decision {
  readonly item: "target" | "task" | "reportDuty" | "header";
  /** At least 20 characters of the item's source, white space folded; raw or restored text. */
  readonly quote: string;
  /** Which item of several with that quote, counted from 1 in plan order. @default 1 */
  readonly occurrence?: number;
  readonly do: "accept" | "change" | "split" | "drop" | "add";
  /** Field that `change` sets, for instance "goal", "leads", "time". */
  readonly field?: string;
  /** New value of the field, or the whole item for `add` (without id and source; the quote gives the source). */
  readonly value?: unknown;
  /** Items that `split` makes of one: each holds the fields that differ. */
  readonly into?: readonly Readonly<Record<string, unknown>>[];
  /** Why; shown to whoever reads the review again. */
  readonly reason?: string;
}
