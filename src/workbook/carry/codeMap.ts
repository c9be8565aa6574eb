import { comparable } from "../../tracking/labels";
import type { CellValue } from "../formula";
import type { TableRow } from "./tableRow";

/** The codes of a table in the new book, by those of the old one. */
export interface CodeMap {
  /** New code of an old one; undefined for an item that is no more. */
  readonly of: (code: CellValue | undefined) => string | undefined;
}

/** Codes by what stands in the old book, without regard to case. */
export function codeMap(pairs: readonly (readonly [old: string, next: string | undefined])[]): CodeMap {
  const codes = new Map<string, string | undefined>();
  for (const [old, next] of pairs) if (!codes.has(comparable(old))) codes.set(comparable(old), next);
  return { of: (code) => (typeof code === "string" ? codes.get(comparable(code)) : undefined) };
}

/** A row whose cells name the items of the new book: `single` holds one code, `list` several with commas between them. */
export function recoded(
  row: TableRow,
  codes: CodeMap,
  { single = [], list = [] }: { single?: readonly string[]; list?: readonly string[] },
): TableRow {
  const cell = (header: string): CellValue | undefined => {
    const value = row.cell(header);
    if (typeof value !== "string") return value;
    if (single.includes(header)) return codes.of(value);
    if (!list.includes(header)) return value;
    const kept = value.split(/[,;]/u).flatMap((code) => codes.of(code.trim()) ?? []);
    return kept.join(", ") || null;
  };
  return { ...row, cell };
}
