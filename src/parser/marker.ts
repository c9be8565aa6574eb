/** What opens a block: "Phần thứ nhất", "I.", "A.", "Điều 1.", "1.", "2.1.", "1)", "a)", "-", "+", or nothing. */
export type BlockKind = "part" | "roman" | "letter" | "article" | "number" | "multi" | "bracket" | "alpha" | "dash" | "plus" | "paragraph";

/** The label that a line opens with. */
export interface Marker {
  readonly kind: BlockKind;
  readonly label: string;
  /** Offset of the words after the label. */
  readonly rest: number;
}

const PART = /^(?:Phần|PHẦN|Chương|CHƯƠNG) (?:(?:thứ|THỨ) (?:nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)|[IVX]{1,4}|\d)(?:[.:] |[.:]$|$)/u;
const ROMAN = /^[IVX]{1,5}$/;
// "Ii. mục tiêu", "IIl. …": what casing and scanning make of Roman numbers; "I - MỤC TIÊU"
const ROMAN_ODD = /^(?:[IVX][ivxl]{1,4}|[IVX]{1,3}l)[.)]$/;
const ROMAN_DASH = /^[IVX][IVXivxl]{0,4} [-–] (?=\p{L})/u;
// "3. …", "12) …", "2.1. …", "2.1.3 …", "(1) …", "a) …", "đ) …", "A. …", "III- …"
const FIRST_WORD =
  /^(?:(?<number>\d{1,2})(?<after>[.)/])|(?<multi>\d{1,2}(?:\.\d{1,2}){1,3})\.?|(?<bracket>\(\d{1,2}\))|(?<alpha>\p{Ll})[).]|(?<upper>[A-ZĐ]{1,5})[.):-])$/u;

/** The label that a line opens with; undefined when it opens with plain words. Looks at the first letters only. */
export function markerOf(text: string): Marker | undefined {
  const space = text.indexOf(" ");
  const head = space < 0 ? text.slice(0, 12) : text.slice(0, Math.min(space, 12));
  const rest = space < 0 ? text.length : space + 1;
  const hasWords = rest < text.length;
  if (/^[-–—•*]$/.test(head)) return hasWords ? { kind: "dash", label: "-", rest } : undefined;
  if (head === "+" || head === "o") return hasWords ? { kind: "plus", label: "+", rest } : undefined;
  if (/^[-–•]\p{Lu}/u.test(head)) return { kind: "dash", label: "-", rest: 1 };
  if (/^\+\p{Lu}/u.test(head)) return { kind: "plus", label: "+", rest: 1 };
  if (!hasWords) return undefined;
  // "Phần thứ nhất", "PHẦN II. NHIỆM VỤ", "Chương I"
  const part = PART.exec(text.slice(0, 20));
  if (part)
    return { kind: "part", label: part[0].trim(), rest: Math.min(text.length + 1, part[0].length + (part[0].endsWith(" ") ? 0 : 1)) };
  // "Điều 3. Tổ chức thực hiện"
  const article = /^Điều \d{1,3}[.:] /.exec(text.slice(0, 14));
  if (article) return { kind: "article", label: article[0].trim(), rest: article[0].length };
  const found = FIRST_WORD.exec(head)?.groups;
  if (ROMAN_ODD.test(head)) return { kind: "roman", label: head, rest };
  const dashed = ROMAN_DASH.exec(text.slice(0, 12));
  if (dashed) return { kind: "roman", label: dashed[0].trimEnd(), rest: dashed[0].length };
  if (!found) return gluedMarker(head);
  if (found.multi) return { kind: "multi", label: head, rest };
  if (found.number) return { kind: found.after === ")" ? "bracket" : "number", label: head, rest };
  if (found.bracket) return { kind: "bracket", label: head, rest };
  if (found.alpha) return { kind: "alpha", label: head, rest };
  if (found.upper && ROMAN.test(found.upper)) return { kind: "roman", label: head, rest };
  if (found.upper && found.upper.length === 1) return { kind: "letter", label: head, rest };
  return undefined;
}

/** The label of a line that holds nothing else: "1.", "a)", "-". Its words stand on the next line. */
export function bareMarkerOf(text: string): Marker | undefined {
  return text.length <= 8 && !text.includes(" ") && !/^[\d()]+$/.test(text) ? markerOf(`${text} …`) : undefined;
}

// "1.Tăng cường", "a)Rà soát"
function gluedMarker(head: string): Marker | undefined {
  const found = /^(?:(?<number>\d{1,2}\.)|(?<alpha>\p{Ll}\)))(?=\p{Lu})/u.exec(head);
  if (!found) return undefined;
  return { kind: found.groups?.number ? "number" : "alpha", label: found[0], rest: found[0].length };
}
