import type { TextLine } from "../../text/textDocument";

// "CNTTBC VT", "DVHCC TT", "DVHCCT T": capitals, a space, capitals.
const CUT = /(?<![\p{L}\p{N}])(\p{Lu}{2,14}) (\p{Lu}{1,14})(?![\p{L}\p{N}])/gu;

/** Words of a cell in which an acronym that a narrow column cut in two is joined again, when the document writes it whole elsewhere. */
export function joinCutAcronyms(words: string, acronyms: ReadonlySet<string>): string {
  return words.replace(CUT, (cut, left: string, right: string) => (acronyms.has(left + right) ? left + right : cut));
}

/** Acronyms that stand in one piece on some line. */
export function wholeAcronyms(lines: Iterable<TextLine>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of lines) for (const [word] of text.matchAll(/\p{Lu}{3,24}/gu)) found.add(word);
  return found;
}
