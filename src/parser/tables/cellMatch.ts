/**
 * How well a line begins with a phrase, 0 to 1: a space of the line may stand for one lost letter of the phrase. A line that ends inside the
 * phrase after a whole word ("Văn" of "Văn phòng") counts a little less, because narrow cells wrap.
 */
export function beginsWith(line: string, phrase: string): number {
  const direct = matchAt(line, 0, phrase);
  return line[0] === " " ? Math.max(direct, matchAt(line, 1, phrase)) : direct;
}

function matchAt(line: string, from: number, phrase: string): number {
  const end = line.length;
  let seen = 0;
  let lost = 0;
  let i = 0;
  for (; i < phrase.length && from + i < end; i++) {
    const have = line[from + i]!;
    const want = phrase[i]!;
    if (have === want) {
      if (want !== " ") seen++;
    } else if (have === " " && want !== " ") lost++;
    else return 0;
  }
  const whole = i === phrase.length;
  if (whole && phrase.at(-1) !== " " && /\p{L}/u.test(line[from + i] ?? "")) return 0;
  if (!whole && phrase[i] !== " ") return 0;
  if (seen < 1 || seen < lost) return 0;
  return (seen / (seen + lost)) * (whole ? 1 : 0.85);
}

/** Best match of any phrase at the start of a line, 0 to 1. */
export function bestStart(line: string, phrases: readonly string[]): number {
  let best = 0;
  for (const phrase of phrases) best = Math.max(best, beginsWith(line, phrase));
  return best;
}

/**
 * Offset where a lower-case phrase stands in a lower-case text in which spaces may stand for lost letters; -1 if it does not. At least
 * 2 of 5 letters must be visible.
 */
export function findLossy(text: string, phrase: string): number {
  const letters = phrase.replaceAll(" ", "").length;
  for (let at = 0; at + phrase.length <= text.length; at++) {
    let seen = 0;
    let fits = true;
    for (let i = 0; i < phrase.length && fits; i++) {
      const have = text[at + i]!;
      if (have === phrase[i]) seen += have === " " ? 0 : 1;
      else if (have !== " " || phrase[i] === " ") fits = false;
    }
    if (fits && seen >= 3 && seen >= 0.4 * letters) return at;
  }
  return -1;
}

/**
 * The same in a text whose white space was folded: a space may stand for any number of lost letters and for the space beside them. Words
 * of the text are never cut, and of every word of the phrase a letter is seen.
 */
export function findFolded(text: string, phrase: string): number {
  const letters = phrase.replaceAll(" ", "").length;
  const firstWord = `${phrase} `.indexOf(" ");
  for (let at = 0; at < text.length; at++) {
    if (text[at] === " " || (at > 0 && text[at - 1] !== " ")) continue;
    // The phrase may have lost its first letters.
    for (let from = phrase.indexOf(text[at]!); from >= 0 && from < firstWord; from = phrase.indexOf(text[at]!, from + 1)) {
      const seen = seenLetters(text, at, phrase, from);
      if (seen >= 3 && seen >= 0.4 * letters) return at;
    }
  }
  return -1;
}

/** Letters of a phrase from `from` on that a folded text shows from `at` on, -1 where they do not fit. */
function seenLetters(text: string, at: number, phrase: string, from: number): number {
  let [p, seen] = [from, 0];
  for (let t = at; ; t++) {
    const have = text[t] ?? " ";
    const rest = phrase.slice(p);
    if (have !== " ") {
      if (have !== phrase[p]) return -1;
      seen++;
      p++;
      continue;
    }
    if (rest === "") return seen;
    const next = text[t + 1];
    const found = next === undefined ? -1 : rest.indexOf(next, rest[0] === " " ? 1 : 0);
    const lost = rest.slice(0, Math.max(0, found));
    // The last letters of the phrase may be lost too.
    if (found < 0 || lost.split(" ").length > 2) return rest.includes(" ") ? -1 : seen;
    p += found;
  }
}
