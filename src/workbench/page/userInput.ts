import type { ICellData } from "@univerjs/core";

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Cell for what a Vietnamese user types: "12,5", "85%", "01/6/2024", "=…"; other text stays text. */
export function typedCell(text: string): ICellData {
  const trimmed = text.trim();
  if (trimmed === "") return { v: null, f: null, p: null, si: null };
  if (trimmed.startsWith("=") && trimmed.length > 1) return { f: trimmed, v: null, p: null, si: null };
  const plain = { f: null, p: null, si: null };
  const number = /^([+-]?)(\d{1,3}(?:\.\d{3}){1,6}|\d{1,20})(,\d{1,20})?\s?(%?)$/.exec(trimmed);
  if (number) {
    const value = Number(`${number[1]}${number[2]!.replaceAll(".", "")}${(number[3] ?? "").replace(",", ".")}`);
    return { ...plain, v: number[4] ? value / 100 : value, t: 2 };
  }
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (date) {
    const [day, month, year] = [Number(date[1]), Number(date[2]), Number(date[3])];
    const time = Date.UTC(year, month - 1, day);
    if (new Date(time).getUTCMonth() === month - 1 && day > 0) return { ...plain, v: (time - EPOCH) / DAY, t: 2 };
  }
  return { ...plain, v: text, t: 1 };
}
