import { findFolded, findLossy } from "./cellMatch";
import { ACTUAL_HEADERS, HEADER_WORDS, NUMBER_HEADERS, SHORT_HEADERS } from "./lexicon";
import type { TableField } from "./planTable";

/** Field of a column by the words of its header; undefined for columns that are no field ("Đến năm 2025"). */
export function fieldOfHeader(header: string): TableField | undefined {
  const text = header.toLowerCase().normalize("NFC");
  const plain = text.split(/\s/).filter(Boolean).join(" ");
  if (NUMBER_HEADERS.includes(plain) || NUMBER_HEADERS.includes(squeeze(plain))) return "number";
  const short = SHORT_HEADERS.get(plain);
  if (short) return short;
  const found = HEADER_WORDS.find(([, phrases]) => phrases.some((phrase) => squeeze(plain).includes(squeeze(phrase))))?.[0];
  // "Đến hết năm 2025", "Mục tiêu đến năm 2030" are horizons, "Nhiệm vụ năm 2025" is none.
  return found && namesHorizon(plain) && !["content", "lead", "supporter"].includes(found) ? undefined : found;
}

/** True when a header names a year: "Đến năm 2025", "2030". */
export function namesHorizon(header: string): boolean {
  return /(?<!\d)20\d\d(?!\d)/.test(header);
}

/** True for columns of what was reached: "Thực hiện năm 2023", "Ước 2024", "Hiện trạng". */
export function namesActual(header: string): boolean {
  const plain = header.toLowerCase().normalize("NFC");
  // "KH 2024/TH 2023 (%)" compares with what was reached
  return ACTUAL_HEADERS.some((words) => plain.startsWith(words)) || /\/ ?(?:th|ước|thực hiện) /.test(plain);
}

/** True for columns of what is to be reached: "Chỉ tiêu 2026", "KH 2024", "Mục tiêu đến 2030". */
export function namesPlanned(header: string): boolean {
  return PLANNED_HEADERS.test(header.toLowerCase().normalize("NFC")) && !namesActual(header);
}

const PLANNED_HEADERS = /(?<!\p{L})(?:chỉ tiêu|mục tiêu|kế hoạch|kh|phấn đấu|dự kiến)(?!\p{L})/u;

/** Fields of a flattened header in the order of their words; spaces may stand for lost letters, `folded`: for any number of them. */
export function fieldsOfHeaderRun(lines: readonly string[], folded = false): readonly TableField[] {
  const text = lines.join(" ").toLowerCase();
  const { squeezed, offsets } = squeezeWithOffsets(text);
  const found: { field: TableField; at: number }[] = [];
  for (const [field, phrases] of HEADER_WORDS) {
    let at = -1;
    for (const phrase of phrases) {
      at = findLossy(text, phrase);
      // Narrow columns break words: "phẩ|m".
      const narrow = at < 0 ? squeezed.indexOf(squeeze(phrase)) : -1;
      if (narrow >= 0) at = offsets[narrow]!;
      else if (at < 0 && folded) at = findFolded(text, phrase);
      if (at >= 0) break;
    }
    if (at >= 0 && !found.some((other) => other.at === at || other.field === field)) found.push({ field, at });
  }
  return found.sort((a, b) => a.at - b.at).map(({ field }) => field);
}

/** True for the words of a number column's header, alone on a line. */
export function isNumberHeader(line: string): boolean {
  return NUMBER_HEADERS.includes(line.trim().toLowerCase());
}

function squeeze(text: string): string {
  return text.replaceAll(" ", "");
}

function squeezeWithOffsets(text: string): { squeezed: string; offsets: number[] } {
  let squeezed = "";
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === " ") continue;
    squeezed += text[i]!;
    offsets.push(i);
  }
  return { squeezed, offsets };
}
