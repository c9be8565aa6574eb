/** A word, number or sign of a text with its place. */
export interface Token {
  readonly kind: "word" | "number" | "sign";
  /** As written. */
  readonly text: string;
  /** Lower-case, tone marks unified ("hoà" is "hòa", "hằng" stays). */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Value of a number: dot with exactly three digits after it groups thousands, comma is the decimal sign. */
  readonly value?: number;
  /** True for digits alone. */
  readonly plain?: boolean;
}

const LETTER = /^[\p{L}\p{M}]$/u;

/** Words, numbers and signs in one pass: "1.234,5" is one number, "02/NQ-CP" is several tokens. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0 || code === 0x5c) {
      at++;
    } else if (isDigit(code)) {
      const number = numberAt(text, at);
      tokens.push(number);
      at = number.end;
    } else if (LETTER.test(text[at]!)) {
      let end = at + 1;
      while (end < text.length && LETTER.test(text[end]!)) end++;
      // "15 m2", "km²"
      if (/^(?:m|km|cm|dm)$/i.test(text.slice(at, end)) && "23²³".includes(text[end] ?? " ") && !isDigit(text.charCodeAt(end + 1))) end++;
      const word = text.slice(at, end);
      tokens.push({ kind: "word", text: word, word: unify(word), start: at, end });
      at = end;
    } else {
      tokens.push({ kind: "sign", text: text[at]!, word: text[at]!, start: at, end: at + 1 });
      at++;
    }
  }
  return tokens;
}

/** Whether the tokens from `index` on are these lower-case words. */
export function wordsAt(tokens: readonly Token[], index: number, words: readonly string[]): boolean {
  for (let offset = 0; offset < words.length; offset++) if (tokens[index + offset]?.word !== words[offset]) return false;
  return true;
}

/** Whether the tokens just before `index` are these lower-case words. */
export function wordsBefore(tokens: readonly Token[], index: number, words: readonly string[]): boolean {
  return index >= words.length && wordsAt(tokens, index - words.length, words);
}

function numberAt(text: string, start: number): Token {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const first = end;
  const share = start > 0 && ".,/".includes(text[start - 1]!) ? undefined : decimalShare(text, start, end);
  if (share) return share;
  if (end - start <= 3) {
    while (
      text[end] === "." &&
      isDigit(text.charCodeAt(end + 1)) &&
      isDigit(text.charCodeAt(end + 2)) &&
      isDigit(text.charCodeAt(end + 3)) &&
      !isDigit(text.charCodeAt(end + 4))
    )
      end += 4;
  }
  const whole = text.slice(start, end).replaceAll(".", "");
  let decimals = "";
  if (text[end] === "," && isDigit(text.charCodeAt(end + 1))) {
    const comma = end;
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
    decimals = `.${text.slice(comma + 1, end)}`;
  }
  const written = text.slice(start, end);
  return { kind: "number", text: written, word: written, start, end, value: Number(whole + decimals), plain: end === first };
}

// "8.5%", "12.75 %": before a percent sign a dot is a decimal sign
function decimalShare(text: string, start: number, dot: number): Token | undefined {
  if (text[dot] !== "." || dot - start > 3) return undefined;
  let end = dot + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === dot + 1 || text[text[end] === " " ? end + 1 : end] !== "%") return undefined;
  const written = text.slice(start, end);
  return { kind: "number", text: written, word: written, start, end, value: Number(written), plain: false };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function unify(word: string): string {
  return word
    .toLowerCase()
    .replace("²", "2")
    .replace("³", "3")
    .replace(/oà$/, "òa")
    .replace(/oá$/, "óa")
    .replace(/(?<!q)uỷ$/, "ủy")
    .replace(/(?<!q)uý$/, "úy");
}
