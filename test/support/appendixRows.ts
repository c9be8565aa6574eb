import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A row of the appendix of the plan of Khánh Hòa, as its hand-made labels give it: cells line by line. */
export interface AppendixRow {
  /** Heading of a group; such a row has nothing else. */
  readonly head?: string;
  readonly stt?: number;
  readonly target: string;
  readonly content: readonly string[];
  readonly lead: readonly string[];
  readonly coop: readonly string[];
  readonly time: readonly string[];
  /** The same cells by key as the damaged text has them. */
  readonly raw: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The rows of the appendix, groups among them. */
export const APPENDIX_ROWS = JSON.parse(
  readFileSync(join(__dirname, "../golden/khanh-hoa-stttt-2023/table.json"), "utf8"),
) as readonly AppendixRow[];
