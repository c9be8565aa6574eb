/** Advance widths of Times New Roman in 1/1000 em, by character; other letters take the width of their base letter. */
const WIDTHS: Readonly<Record<string, number>> = widths({
  200: "|",
  180: "'",
  250: " .,",
  278: "/:;\\ijlt",
  333: "!()-I[]`rf‘’",
  389: "Js",
  408: '"',
  444: "?aczeơ“”",
  469: "^",
  480: "{}",
  500: "#$0123456789*_bdghknopquvxyđư–",
  541: "~",
  556: "FPS",
  564: "+<=>",
  611: "ELTZ",
  667: "BCR",
  722: "ADGHKNOQUVXYwĐƠƯ",
  778: "&m",
  833: "%",
  889: "M",
  921: "@",
  944: "W",
  1000: "—…",
});

/** Pixels of one character of column width: the widest digit of Times New Roman 11 at 96 dpi. */
const COLUMN_PIXEL = 7;
/** Pixels of a cell that hold no text: 5 of Excel's padding and a reserve for other renderers. */
const PADDING = 8;
/** Pixels of one step of indent. */
const INDENT = 9;
/** Renderers differ a little in letter widths; a line is taken to be this much wider than measured. */
const RESERVE = 1.04;
/** Tallest row that Excel takes, in points. */
export const MAX_ROW_HEIGHT = 409;

/** Width of a text on one line in pixels at 96 dpi. */
export function textWidth(text: string, size = 11, bold = false): number {
  let units = 0;
  for (const letter of text.normalize("NFC")) units += letterWidth(letter);
  return (units / 1000) * size * (96 / 72) * (bold ? 1.06 : 1) * RESERVE;
}

/** Lines that a text takes when it wraps in a column of a width in characters. */
export function lineCount(text: string, columnWidth: number, { size = 11, bold = false, indent = 0 } = {}): number {
  const room = Math.max(10, columnWidth * COLUMN_PIXEL - PADDING - indent * INDENT);
  let lines = 0;
  for (const paragraph of text.split("\n")) lines += paragraphLines(paragraph, room, size, bold);
  return lines;
}

/** Height in points of so many lines of a font size. */
export function heightOf(lines: number, size = 11): number {
  return Math.min(MAX_ROW_HEIGHT, Math.round((lines * lineHeight(size) + 1) * 4) / 4);
}

/** Height of one line in points, as Excel makes rows of Times New Roman high. */
export function lineHeight(size = 11): number {
  return LINE_HEIGHTS[size] ?? size * 1.36;
}

const LINE_HEIGHTS: Readonly<Record<number, number>> = { 10: 13.25, 11: 15, 12: 15.75, 13: 16.75, 14: 18.75 };

function paragraphLines(text: string, room: number, size: number, bold: boolean): number {
  const space = textWidth(" ", size, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const width = textWidth(word, size, bold);
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) {
      lines += Math.ceil(width / room) - 1;
      used = width % room;
    } else used += (used > 0 ? space : 0) + width;
  }
  return lines;
}

function letterWidth(letter: string): number {
  const known = WIDTHS[letter];
  if (known !== undefined) return known;
  const plain = WIDTHS[letter.normalize("NFD").charAt(0)];
  return plain ?? 722;
}

function widths(groups: Readonly<Record<number, string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
  );
}
