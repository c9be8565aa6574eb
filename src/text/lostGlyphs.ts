import { isSyllable } from "./syllables";
import type { Restoration, TextDocument, TextLine } from "./textDocument";

/** Runs of two spaces and more between words, for 100 words. Measured: 9 in a damaged plan, at most 0.2 in sound ones. */
const MIN_GAPS = 1.5;
/** Share of lower-case words that are no syllable. Measured: above 0.15 in a damaged plan, below 0.03 in sound ones. */
const MIN_IMPOSSIBLE = 0.06;
/** Fewer words say nothing. */
const MIN_WORDS = 40;

/**
 * True when the document has lost glyphs: an extractor printed a space for each letter whose glyph it did not know. Then there are gaps
 * between words and many pieces that cannot be Vietnamese syllables; columns of plain text have gaps but sound words.
 */
export function hasLostGlyphs(document: TextDocument): boolean {
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
  if (words < MIN_WORDS || judged === 0) return false;
  const share = impossible / judged;
  // Text in another language is impossible throughout; that is no damage.
  return (100 * gaps) / words >= MIN_GAPS && share >= MIN_IMPOSSIBLE && share < 0.6;
}

/**
 * The document with lost letters restored where the words around leave no doubt, else the document itself. Every restored line has the
 * length of its raw line, digits are never touched, `restored` names the ranges and `damage` counts the letters.
 */
export async function restoreDocument(document: TextDocument): Promise<TextDocument> {
  if (!hasLostGlyphs(document)) return document;
  const [{ restoreLines }, { loadWordCounts }, { default: stored }] = await Promise.all([
    import("./glyphDecoder"),
    import("./wordCounts"),
    import("./bigrams.json"),
  ]);
  const { texts, lost } = restoreLines(
    document.lines.map((line) => line.raw),
    loadWordCounts(stored),
  );
  const lines = document.lines.map((line, index) => withText(line, texts[index]!));
  const restored = lines.reduce((sum, line) => sum + line.restored.reduce((n, { start, end }) => n + end - start, 0), 0);
  return { ...document, lines, damage: { kind: "lost-glyphs", lost, restored } };
}

function withText(line: TextLine, text: string): TextLine {
  const restored: Restoration[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === line.raw[i]) continue;
    const last = restored[restored.length - 1];
    if (last?.end === i) restored[restored.length - 1] = { start: last.start, end: i + 1 };
    else restored.push({ start: i, end: i + 1 });
  }
  return restored.length > 0 ? { ...line, text, restored } : line;
}
