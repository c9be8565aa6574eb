// "1", "(2)", "[3]", "1, 2", "*"
const MARK = /^[[(]?(?:\d{1,3}(?:[,;] ?\d{1,3}){0,5}|\*{1,3})[\])]?$/;
// "1.200 m", "m", "150 km" before a raised 2 or 3
const UNIT = /(?:^|[^\p{L}])(?:m|km|cm|mm|dm|hm|dam|µm)$/iu;

/** Whether raised letters refer to a footnote; behind a unit of length they are its power ("m²"). */
export function isFootnoteMark(before: string, raised: string): boolean {
  return MARK.test(raised.trim()) && !isPower(before, raised);
}

function isPower(before: string, raised: string): boolean {
  return /^[23]$/.test(raised.trim()) && UNIT.test(before.trimEnd());
}

/** The numbers of a mark: "1" and "2" of "(1, 2)". */
export function labelsOf(mark: string): readonly string[] {
  return mark.match(/\d+|\*+/g) ?? [];
}
