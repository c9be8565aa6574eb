/** Widths of letters in thousandths of the type's size. */
const WIDTHS = new Map<string, number>();

// Times New Roman, the type that Decree 30/2020 prescribes for documents of the administration; letters with marks are as wide as without.
for (const [width, letters] of [
  [200, "|"],
  [250, " ,."],
  [278, "/:;\\ijlt"],
  [333, "!()-I[]`fr"],
  [389, "Js"],
  [444, '?acez“”"'],
  [556, "FPS"],
  [564, "+<=>"],
  [611, "ELTZ"],
  [667, "BCR"],
  [722, "ADGHKNOQUVXYw"],
  [778, "&m"],
  [833, "%"],
  [889, "M"],
  [944, "W"],
  [1000, "…"],
] as const)
  for (const letter of letters) WIDTHS.set(letter, width);

/** A figure, and most small letters. */
const USUAL = 500;

/** Width of a text in sizes of its type, as it stands in print. */
export function textWidth(text: string): number {
  let sum = 0;
  for (const letter of text.normalize("NFD")) if (!/\p{M}/u.test(letter)) sum += WIDTHS.get(letter) ?? (letter === "Đ" ? 722 : USUAL);
  return sum / 1000;
}

/** What the lines of a table say of the print of a column: how wide its lines are, in sizes of the type. */
export type Capacities = readonly number[];
