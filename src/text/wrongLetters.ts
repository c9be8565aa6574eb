import { isSyllable } from "./syllables";
import type { LetterRange, TextDocument, TextLine } from "./textDocument";

/** Fewer words say nothing. */
const MIN_WORDS = 50;
/** Share of words with Vietnamese letters in a Vietnamese text. */
const MIN_MARKED = 0.15;
/** Share of words that are no syllable. Measured: at most 0.006 in sound plans, among them a scan's, above 0.05 with a font that is mapped wrongly. */
const MIN_IMPOSSIBLE = 0.03;
/** Share of consonants torn off the word before them. Measured: at most 0.0005 in sound plans, above 0.01 with a font put in for another. */
const MIN_TORN = 0.005;

/** "t" of "Quyế t": a consonant that ends syllables, alone after a word in lower case. */
const TORN = /(?<=\p{Ll} )(?:ch|ng|nh|[cmnpt])(?=[ ,;.]|$)/gu;

/**
 * The document with the words marked that cannot be Vietnamese, when there are too many of them: a font of the file gives wrong letters for
 * what it draws. A text in another language, a sound one and one whose damage is known come back as they are. Nothing is changed in the words.
 */
export function markWrongLetters(document: TextDocument): TextDocument {
  if (document.damage) return document;
  let judged = 0;
  let impossible = 0;
  let torn = 0;
  let vietnamese = 0;
  for (const { text } of document.lines) {
    for (const [word] of text.matchAll(WORD)) {
      if (!/^\p{L}\p{Ll}+$/u.test(word)) continue;
      judged++;
      if (!isSyllable(word)) impossible++;
      if (/[\u1ea0-\u1ef9ăâđêôơư]/.test(word)) vietnamese++;
    }
    torn += text.match(TORN)?.length ?? 0;
  }
  if (judged < MIN_WORDS || vietnamese <= MIN_MARKED * judged) return document;
  if (impossible <= MIN_IMPOSSIBLE * judged && torn <= MIN_TORN * judged) return document;
  const lines = document.lines.map((line): TextLine => {
    const doubtful = doubtfulWords(line.text);
    return doubtful.length > 0 ? { ...line, doubtful } : line;
  });
  return { ...document, lines, damage: { kind: "wrong-letters", lost: impossible + torn, restored: 0 } };
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Words that are no syllables, and those from which a consonant was torn, with it. */
function doubtfulWords(text: string): LetterRange[] {
  const wrong = [...text.matchAll(WORD)]
    .filter(([word]) => /^\p{L}\p{Ll}+$/u.test(word) && !isSyllable(word))
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  const torn = [...text.matchAll(TORN)].map(({ index, 0: word }) => ({
    start: text.lastIndexOf(" ", index - 2) + 1,
    end: index + word.length,
  }));
  const found: LetterRange[] = [];
  for (const range of [...wrong, ...torn].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && range.start <= last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else found.push(range);
  }
  return found;
}
