/** Encodings that live in the font: the codes of a run mean other letters than Unicode says. */
export type LegacyEncoding = "tcvn3" | "tcvn3-capitals" | "vni";

/**
 * Encoding of a run by the name of its font (".VnTime", ".VnTimeH", "VNI-Times"); undefined for Unicode fonts. The text alone does not
 * tell: "© 2024 £5" is a sound Unicode text and a TCVN3 one.
 */
export function encodingOfFont(font: string): LegacyEncoding | undefined {
  if (/^\.vn/i.test(font)) return /h$/i.test(font) ? "tcvn3-capitals" : "tcvn3";
  return /^vni-/i.test(font) ? "vni" : undefined;
}

/** The Unicode text of a run in a legacy encoding. TCVN3 ư is U+00AD, so decode before soft hyphens are removed. */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === "vni") return decodeVni(text);
  let decoded = "";
  for (const char of text) decoded += TCVN3.get(char) ?? char;
  // The capital fonts of the ABC family draw lower-case codes as capitals.
  return encoding === "tcvn3-capitals" ? decoded.toUpperCase() : decoded;
}

/** TCVN 5712:1993, table 3 (ABC), as its codes appear in Windows-1252. */
const TCVN3 = pairs(
  "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ",
);

function pairs(table: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < table.length; i += 2) map.set(table[i]!, table[i + 1]!);
  return map;
}

/** VNI-Windows writes a letter and its mark as two characters: "aù" is "á", "öô" stays two letters. */
const VNI = vniTable();

function vniTable(): ReadonlyMap<string, string> {
  const tones = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };
  const circumflex = { â: "", á: "\u0301", à: "\u0300", å: "\u0309", ã: "\u0303", ä: "\u0323" };
  const breve = { ê: "", é: "\u0301", è: "\u0300", ú: "\u0309", ü: "\u0303", ë: "\u0323" };
  const map = new Map<string, string>();
  const add = (code: string, letter: string) => {
    const composed = letter.normalize("NFC");
    map.set(code, composed);
    map.set(code.toUpperCase(), composed.toUpperCase());
    const title = code.charAt(0).toUpperCase() + code.slice(1);
    if (!map.has(title)) map.set(title, composed.toUpperCase());
  };
  for (const [code, mark] of Object.entries(tones)) {
    for (const vowel of "aeouy") add(vowel + code, vowel + mark);
    add(`ô${code}`, `ơ${mark}`);
    add(`ö${code}`, `ư${mark}`);
  }
  for (const [code, mark] of Object.entries(circumflex)) for (const vowel of "aeo") add(vowel + code, `${vowel}\u0302${mark}`);
  for (const [code, mark] of Object.entries(breve)) add(`a${code}`, `a\u0306${mark}`);
  for (const [code, letter] of Object.entries({ ô: "ơ", ö: "ư", ñ: "đ", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" }))
    add(code, letter);
  return map;
}

function decodeVni(text: string): string {
  let decoded = "";
  for (let i = 0; i < text.length; i++) {
    const pair = i + 1 < text.length ? VNI.get(text.slice(i, i + 2)) : undefined;
    if (pair !== undefined) i++;
    decoded += pair ?? VNI.get(text[i]!) ?? text[i]!;
  }
  return decoded;
}
