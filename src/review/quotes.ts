import type { Source, Span, TextDocument } from "../text/textDocument";
import { foldSpace, normalizeText } from "../text/vietnamese";

/** Shortest quote that names an item, in characters; an item with fewer words is quoted whole. */
export const MIN_QUOTE = 20;

/** Words of a source, white space folded, as received and as shown (they differ where letters were restored). */
export function wordsOf(source: Source, document: TextDocument): { raw: string; text: string } {
  const raw: string[] = [];
  const text: string[] = [];
  for (const span of source) {
    const line = document.lines[span.line - 1];
    if (!line) continue;
    raw.push(line.raw.slice(span.start, span.end));
    text.push(line.text.slice(span.start, span.end));
  }
  return { raw: foldSpace(raw.join(" ")), text: foldSpace(text.join(" ")) };
}

/** A quote as it is compared: normalised, white space folded. */
export function foldQuote(quote: string): string {
  return foldSpace(normalizeText(quote));
}

/** True if the folded quote stands in the words of the source, or is all of them when it is shorter than a quote must be. */
export function quotes(quote: string, source: Source, document: TextDocument): boolean {
  const words = wordsOf(source, document);
  if (quote.length < MIN_QUOTE) return quote !== "" && (words.raw === quote || words.text === quote);
  return words.raw.includes(quote) || words.text.includes(quote);
}

/** The words of the document that a folded quote names, the n-th time they stand there (1-based); undefined if they do not. */
export function findQuote(quote: string, occurrence: number, document: TextDocument): Source | undefined {
  if (quote === "") return undefined;
  for (const view of ["text", "raw"] as const) {
    const found = findIn(quote, occurrence, document, view);
    if (found) return found;
  }
  return undefined;
}

function findIn(quote: string, occurrence: number, document: TextDocument, view: "raw" | "text"): Source | undefined {
  let joined = "";
  const lines: number[] = [];
  const offsets: number[] = [];
  for (const line of document.lines) {
    const words = line[view];
    for (let i = 0; i <= words.length; i++) {
      const blank = i === words.length || /\s/.test(words[i]!);
      if (blank && (joined === "" || joined.endsWith(" "))) continue;
      joined += blank ? " " : words[i]!;
      lines.push(line.number);
      offsets.push(i);
    }
  }
  let at = joined.indexOf(quote);
  for (let n = 1; n < occurrence && at >= 0; n++) at = joined.indexOf(quote, at + 1);
  if (at < 0) return undefined;
  const spans: Span[] = [];
  for (let i = at; i < at + quote.length; i++) {
    if (joined[i] === " ") continue;
    const last = spans[spans.length - 1];
    if (last && last.line === lines[i]) spans[spans.length - 1] = { ...last, end: offsets[i]! + 1 };
    else spans.push({ line: lines[i]!, start: offsets[i]!, end: offsets[i]! + 1 });
  }
  return spans;
}
