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
