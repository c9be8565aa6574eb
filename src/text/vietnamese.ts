const TONES = "\u0300\u0301\u0303\u0309\u0323";
const QUALITIES = "\u0302\u0306\u031b";
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HYPHENS = /[\u2010\u2011]/g;
// A mark that cannot stand on its letter survives NFC as a mark, or composes to a consonant with a tone (ṇ, ṭ, ṃ …).
const MISPLACED =
  /[\u0300-\u036f\u1e0a-\u1e0d\u1e24-\u1e25\u1e2e-\u1e37\u1e3e-\u1e43\u1e44-\u1e47\u1e54-\u1e5b\u1e62-\u1e63\u1e6c-\u1e6d\u1e7c-\u1e7f\u01f8\u01f9\u0106\u0107\u0143\u0144]/;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Text as the program works with it: NFC, tone marks moved to their vowel ("huyêṇ" is "huyện"), no invisible characters, no-break and
 * narrow spaces as plain spaces, no-break hyphens as "-". Line breaks are left alone.
 */
export function normalizeText(text: string): string {
  const plain = text.replace(INVISIBLE, "").replace(SPACES, " ").replace(HYPHENS, "-").normalize("NFC");
  return MISPLACED.test(plain) ? plain.replace(WORD, moveTone) : plain;
}

/** Moves a tone that stands on a consonant, or comes too late to compose, to the vowel where it belongs. */
function moveTone(word: string): string {
  // A first consonant with an acute is a foreign name (Ćwik), not a slipped tone.
  if (!MISPLACED.test(word.slice(1))) return word;
  const letters: string[] = [];
  let tone = "";
  for (const char of word.normalize("NFD")) {
    if (TONES.includes(char)) tone ||= char;
    else if (QUALITIES.includes(char) && letters.length > 0) letters[letters.length - 1] += char;
    else letters.push(char);
  }
  const at = tone ? toneIndex(letters) : -1;
  if (at < 0) return word;
  letters[at] += tone;
  return letters.join("").normalize("NFC");
}

/** Index of the letter that carries the tone, by the rule for hand-writing: a marked vowel, else the middle or last but one. */
function toneIndex(letters: readonly string[]): number {
  let vowels = letters.flatMap((letter, index) => (/^[aeiouy]/i.test(letter) ? [index] : []));
  const marked = vowels.filter((index) => letters[index]!.length > 1);
  if (marked.length > 0) return marked[marked.length - 1]!;
  const first = vowels[0];
  if (first === undefined) return -1;
  if (vowels.length > 1 && /^q$/i.test(letters[first - 1] ?? "")) vowels = vowels.slice(1);
  const last = vowels[vowels.length - 1]!;
  return vowels.length > 1 && last === letters.length - 1 ? vowels[vowels.length - 2]! : last;
}

const folded = new Map<string, string>();

/**
 * Key for comparing words: lower case, all marks removed, đ as d; "Uỷ ban", "ỦY BAN" and "Ủy ban" have one key. Composed (NFC) text keeps
 * its length, so offsets in the key are offsets in the text.
 */
export function foldMarks(text: string): string {
  let key = "";
  for (const char of text) {
    let plain = folded.get(char);
    if (plain === undefined) folded.set(char, (plain = foldChar(char)));
    key += plain;
  }
  return key;
}

function foldChar(char: string): string {
  if (char === "đ" || char === "Đ") return "d";
  const base = /\p{Script=Latin}/u.test(char) ? char.normalize("NFD").charAt(0) : char;
  const lower = base.toLowerCase();
  if (/\p{M}/u.test(char)) return "";
  return lower.length === base.length ? lower : base;
}

/** White space folded to single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return text.split(/\s/).filter(Boolean).join(" ");
}

// "1.234", "12.500.000": dots group thousands only when every group has three digits. "8,25", "1.234,5": comma is the decimal mark.
const GROUPED = /^[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;

/** The number that a Vietnamese text states ("1.234,5", "02", "-0,5"); undefined if it is none. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const negative = /^[-−–]/.test(trimmed);
  const digits = negative ? trimmed.slice(1).trimStart() : trimmed;
  if (digits.length > 30) return undefined;
  let plain: string;
  if (GROUPED.test(digits)) plain = digits.replace(/[. ]/g, "").replace(",", ".");
  else if (PLAIN.test(digits)) plain = digits.replace(",", ".");
  else return undefined;
  const value = Number(plain);
  return negative && value !== 0 ? -value : value;
}

/** A number in Vietnamese writing: decimal comma, dots between thousands; without `decimals` as many as needed, at most 6. */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return String(value);
  let fixed = Math.abs(value).toFixed(decimals ?? 6);
  if (/e/.test(fixed)) return String(value);
  if (decimals === undefined) fixed = String(Number(fixed));
  const [whole = "0", fraction] = fixed.split(".");
  let grouped = "";
  for (let i = 0; i < whole.length; i++) grouped += (i > 0 && (whole.length - i) % 3 === 0 ? "." : "") + whole[i]!;
  const sign = value < 0 && Number(fixed) !== 0 ? "-" : "";
  return sign + grouped + (fraction ? `,${fraction}` : "");
}

/** The text with its first letter as a capital: a clause cut out of a sentence becomes a heading. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
