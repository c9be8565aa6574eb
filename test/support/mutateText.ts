/** Letters, digits, marks and signs of many scripts, also those that text of people should not hold. */
const STRAY =
  "a Z 0 7 ٣ ५ ７ % ％ ‰ - – — − + * • ▪ . , ; : … ( ) [ ] { } | \\ / # _ ~ ^ $ € \" ' “ ” ‘ ’ < > & = @ ! ? ạ ở Đ ư I V X ₫ ß İ ﬁ ж Ω ﷽ א ع ไ 中 年 한 𝟠 𝔸 👩‍👩‍👧 🇻🇳 \u0301 \u0323 \u00ad \u200b \u200d \u202e \u2028 \ufeff \ufffd \u0007 \t \ud800 100% 30/02/2025 31/12/9999 Quý II/2025 (TRỌNG SỐ 5%) trong đó";
const STRAYS: readonly string[] = [...STRAY.split(" "), " ", "\n", "\f", "\r"];

/** One random change to the lines of a text: dropped, doubled, swapped, cut, joined, letters lost or inserted. */
function mutateLines(lines: string[], random: () => number): void {
  const below = (count: number): number => Math.floor(random() * count);
  const at = below(lines.length);
  const line = lines[at] ?? "";
  const place = below(line.length + 1);
  switch (below(9)) {
    case 0:
      lines.splice(at, 1 + below(3));
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2: {
      const other = below(lines.length);
      [lines[at], lines[other]] = [lines[other] ?? "", line];
      break;
    }
    case 3:
      lines.splice(at, 1, line.slice(0, place), line.slice(place));
      break;
    case 4:
      lines.splice(at, 2, `${line} ${lines[at + 1] ?? ""}`);
      break;
    case 5:
      lines[at] = line.slice(0, place) + line.slice(place + 1 + below(4));
      break;
    case 6:
      lines[at] = line.replace(/\p{L}/gu, (letter) => (random() < 0.08 ? " " : letter));
      break;
    case 7:
      lines[at] = line.replace(/\d/g, () => String(below(10)));
      break;
    default:
      lines[at] = line.slice(0, place) + STRAYS[below(STRAYS.length)]! + line.slice(place);
  }
  if (lines.length === 0) lines.push("x");
}

/** A text after 1 to 12 random changes. */
export function mutateText(text: string, random: () => number): string {
  const lines = text.split("\n");
  for (let left = 1 + Math.floor(random() * 12); left > 0; left--) mutateLines(lines, random);
  return lines.join("\n");
}
