import { scanXml } from "./scanXml";

/** Built-in number formats that show a day or a time (ECMA-376, 18.8.30, with those of East Asian versions). */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

const BUILT_IN_CODES: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [14, "m/d/yyyy"],
  [49, "@"],
]);

/** Longest format code that Excel has; longer ones are not looked at. */
const LONGEST_CODE = 255;

/** True if a number format shows a day or a time: d, m, y, h or s outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  if (code.length > LONGEST_CODE || /general/i.test(code)) return false;
  return /[dmyhs]/i.test(code.replace(/"[^"]*"?|\\.|\[[^\]]*\]?|_.|\*./g, (part) => (/^\[(?:h+|m+|s+)\]$/i.test(part) ? part : "")));
}

/** Number formats of the cell styles by index. */
export function readNumberFormats(xml: string | undefined): readonly { readonly code: string; readonly date: boolean }[] {
  const formats: { code: string; date: boolean }[] = [];
  if (xml === undefined) return formats;
  const codes = new Map<number, string>();
  let inCells = false;
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === "numFmt") {
        const id = Number(attribute("numFmtId"));
        if (!codes.has(id)) codes.set(id, attribute("formatCode") ?? "");
      } else if (tag === "cellXfs") inCells = true;
      else if (tag === "xf" && inCells) {
        const id = Number(attribute("numFmtId") ?? 0);
        const code = codes.get(id);
        if (code === undefined) formats.push({ code: BUILT_IN_CODES.get(id) ?? "General", date: BUILT_IN_DATES.has(id) });
        else formats.push({ code, date: isDateFormat(code) });
      }
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return formats;
}
