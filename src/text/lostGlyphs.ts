import { isSyllable } from "./syllables";
import type { LetterRange, Span, TextDocument, TextLine, TextTable } from "./textDocument";

/** Runs of two spaces and more between words, for 100 words. Measured: 9 in a damaged plan, at most 0.2 in sound ones. */
const MIN_GAPS = 1.5;
/** Share of lower-case words that are no syllable. Measured: above 0.15 in a damaged plan, below 0.03 in sound ones. */
const MIN_IMPOSSIBLE = 0.06;
/** Text in another language is impossible throughout; that is no damage. */
const MAX_IMPOSSIBLE = 0.6;
/** Fewer words say nothing. */
const MIN_WORDS = 40;

/**
 * True when the document has lost glyphs: an extractor printed a space for each letter whose glyph it did not know. Then there are gaps
 * between words and many pieces that cannot be Vietnamese syllables; columns of plain text have gaps but sound words.
 */
export function hasLostGlyphs(document: TextDocument): boolean {
  const { gaps, impossible } = measure(document);
  return gaps >= MIN_GAPS && impossible >= MIN_IMPOSSIBLE && impossible < MAX_IMPOSSIBLE;
}

/** Gaps for 100 words, and the share of lower-case words that cannot be Vietnamese; 0 where there are too few words. */
function measure(document: TextDocument): { readonly gaps: number; readonly impossible: number } {
  let words = 0;
  let gaps = 0;
  let judged = 0;
  let impossible = 0;
  for (const { text } of document.lines) {
    const pieces = text.match(/\S+/g) ?? [];
    words += pieces.length;
    gaps += text.trim().match(/ {2,}/g)?.length ?? 0;
    for (const piece of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
      if (!/^\p{Ll}+$/u.test(piece)) continue;
      judged++;
      if (!isSyllable(piece)) impossible++;
    }
  }
  return words < MIN_WORDS || judged === 0 ? { gaps: 0, impossible: 0 } : { gaps: (100 * gaps) / words, impossible: impossible / judged };
}

/**
 * The document with lost letters restored where the words around leave no doubt, else the document itself. Digits are never touched,
 * `restored` names the ranges and `damage` counts the letters. A line keeps its length, unless the white space of the document was folded
 * (by a browser, in a PDF or on the clipboard): then its raw text, too, gets a space for each letter that was restored.
 */
export async function restoreDocument(document: TextDocument): Promise<TextDocument> {
  const { gaps, impossible } = measure(document);
  if (impossible < MIN_IMPOSSIBLE || impossible >= MAX_IMPOSSIBLE) return document;
  const [{ looksFolded, restoreLines }, { loadWordCounts }, { default: stored }] = await Promise.all([
    import("./glyphDecoder"),
    import("./wordCounts"),
    import("./bigrams.json"),
  ]);
  const counts = loadWordCounts(stored);
  const received = document.lines.map((line) => line.raw);
  const folded = gaps < MIN_GAPS;
  if (folded && !looksFolded(received, counts)) return document;
  const { texts, raws, lost } = restoreLines(received, counts, folded ? "folded" : "spaced");
  const lines = document.lines.map((line, index) => withText({ ...line, raw: raws[index]! }, texts[index]!));
  const restored = lines.reduce((sum, line) => sum + line.restored.reduce((n, { start, end }) => n + end - start, 0), 0);
  const tables = folded ? document.tables.map((table) => withMovedSpans(table, document.lines, lines)) : document.tables;
  return { ...document, lines, tables, damage: { kind: "lost-glyphs", lost, restored, ...(folded ? { folded } : {}) } };
}

/** The words of cells where they stand after lines grew; a source always takes whole words. */
function withMovedSpans(table: TextTable, before: readonly TextLine[], after: readonly TextLine[]): TextTable {
  const moved = ({ line, start, end }: Span): Span => {
    const [old, now] = [before[line - 1]!.raw, after[line - 1]!.raw];
    return { line, start: placeAfter(old, now, start), end: now.length - placeAfter(reversed(old), reversed(now), old.length - end) };
  };
  return { ...table, cells: table.cells.map((cell) => ({ ...cell, source: cell.source.map(moved) })) };
}

/** Where the letter at `at` of a line stands after spaces were put into it. */
function placeAfter(old: string, now: string, at: number): number {
  let place = 0;
  for (let index = 0; index < at; index++) {
    while (now[place] !== old[index]) place++;
    place++;
  }
  return place;
}

const reversed = (text: string): string => [...text].reverse().join("");

function withText(line: TextLine, text: string): TextLine {
  const restored: LetterRange[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === line.raw[i]) continue;
    const last = restored[restored.length - 1];
    if (last?.end === i) restored[restored.length - 1] = { start: last.start, end: i + 1 };
    else restored.push({ start: i, end: i + 1 });
  }
  return { ...line, text, restored };
}
