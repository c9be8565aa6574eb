/** What a reader may be given to report and to stop. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told after each page of a long file. */
  readonly onPage?: (page: number, pages: number) => void;
}
