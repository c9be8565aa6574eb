/** Bullets of Symbol and Wingdings that Word writes into the private use area. */
const BULLETS: Readonly<Record<string, string>> = {
  "\uf0b7": "•",
  "\uf0a7": "▪",
  "\uf0fc": "✓",
  "\uf0d8": "➢",
  "\uf076": "❖",
  "\uf0be": "-",
};

/** The letters of a symbol font: the private use codes F020–F07E are ASCII, known bullets their likeness, others a bullet. */
export function symbolText(text: string): string {
  return text.replace(/[\uf000-\uf0ff]/g, (char) => {
    const code = char.charCodeAt(0) - 0xf000;
    return BULLETS[char] ?? (code >= 0x20 && code <= 0x7e && !/[a-z]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code) : "•");
  });
}

/** Label of a bulleted paragraph. */
export function bulletOf(text: string): string {
  const label = symbolText(text).trim();
  return label === "" ? "" : label === "–" || label === "—" || label === "\u2212" ? "-" : label;
}
