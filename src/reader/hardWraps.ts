import type { TextLine, TextTable } from "../text/textDocument";

/** Lines shorter than this are headings or items. */
const FULL_LINE = 40;
/** Share of full lines that go on in the next paragraph. Measured: above 0.4 in text that was pasted line by line, below 0.05 in written files. */
const MIN_SHARE = 0.2;

/**
 * Lines of a file in which every printed line is a paragraph of its own, as when text is copied out of a PDF: they lose the mark that a
 * paragraph ends there. Lines of other files and of tables are given back as they are.
 */
export function withoutHardWraps(lines: readonly TextLine[], tables: readonly TextTable[]): readonly TextLine[] {
  const inTable = (line: TextLine) => tables.some((table) => line.number >= table.firstLine && line.number <= table.lastLine);
  const prose = lines.filter((line) => line.text.trim() !== "" && !inTable(line));
  let full = 0;
  let goesOn = 0;
  prose.forEach((line, index) => {
    const text = line.text.trim();
    if (text.length < FULL_LINE || index + 1 === prose.length) return;
    full++;
    if (!/[.;:!?]$/.test(text) && /^\p{Ll}/u.test(prose[index + 1]!.text.trim()) && !/^[a-zđ]\)/.test(prose[index + 1]!.text.trim()))
      goesOn++;
  });
  if (full < 5 || goesOn < MIN_SHARE * full) return lines;
  return lines.map((line) => (line.endsParagraph && !inTable(line) ? withoutEnd(line) : line));
}

function withoutEnd(line: TextLine): TextLine {
  const { endsParagraph: _end, ...rest } = line;
  return rest;
}
