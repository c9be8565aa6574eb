import type { Source, TextDocument } from "../../text/textDocument";

/**
 * Words of a cell, white space folded. An acronym that a narrow column cut in two ("CNTTBC | VT") is joined again when the document writes it
 * whole elsewhere, a symbol cut at its hyphen ("01/NQ- | CP") is joined always.
 */
export function cellText(source: Source, document: TextDocument, acronyms: ReadonlySet<string> = wholeAcronyms(document)): string {
  let text = "";
  for (const span of source) {
    const words = document.lines[span.line - 1]!.text.slice(span.start, span.end).split(/\s/).filter(Boolean).join(" ");
    text += isCut(text, words, acronyms) ? words : (text === "" ? "" : " ") + words;
  }
  return text;
}

function isCut(before: string, after: string, acronyms: ReadonlySet<string>): boolean {
  if (/[\p{Lu}\d]-$/u.test(before) && /^\p{Lu}/u.test(after)) return true;
  const left = /\p{Lu}+$/u.exec(before.slice(-12))?.[0];
  const right = /^\p{Lu}+/u.exec(after.slice(0, 12))?.[0];
  if (!left || !right) return false;
  return acronyms.has(left + right) && (!acronyms.has(right) || left.length < 2);
}

/** Acronyms of a document that stand whole inside a line. */
export function wholeAcronyms(document: TextDocument): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of document.lines) {
    for (const match of line.text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,14}(?![\p{L}\p{N}])/gu)) {
      // A piece at the very end of a line, alone on it, may itself be cut.
      if (match[0].length < line.text.trim().length) found.add(match[0]);
    }
  }
  return found;
}
