import type { Plan } from "./plan";
import type { Source, Span, TextDocument } from "../text/textDocument";

/** A source with the words it stands for, in the letters of the document: restored letters are not quoted as if they stood there. */
export interface QuotedSource {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The plan as `read --json` prints it: every `source` becomes its words and its spans, everything else stays. */
export function planJson(plan: Plan, document: TextDocument): unknown {
  return JSON.parse(
    JSON.stringify(plan, (key, value: unknown) => (key === "source" || key === "unread" ? quote(value as Source, document) : value)),
  ) as unknown;
}

function quote(source: Source, document: TextDocument): QuotedSource {
  const pieces = source.map(({ line, start, end }) => document.lines[line - 1]!.raw.slice(start, end).trim());
  return { text: pieces.filter(Boolean).join(" "), spans: source };
}
