const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Roman numeral; digits beyond 4,999. */
export function roman(count: number): string {
  if (count < 1 || count > 4999) return String(count);
  let left = count;
  let numeral = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      numeral += sign;
      left -= value;
    }
  }
  return numeral;
}
