import { dateParts, fromSerial } from "../../plan/date";
import { allRows, call, literal, named, op, type CellValue, type Formula } from "../formula";
import type { Live } from "../live";
import { COLUMNS, INFO_ITEMS, type InfoKey } from "../names";
import type { Page } from "../page";
import { columnValues, type BuiltTable } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { PrintSpec } from "../workbookSpec";
import { REPORT_WORDS as W } from "./words";

/** Text joined from words and live parts. */
export function joined(...parts: readonly (string | Live)[]): Live {
  return {
    formula: op("&", ...parts.map((part) => (typeof part === "string" ? literal(part) : part.formula))),
    result: parts.map((part) => (typeof part === "string" ? part : String(part.result ?? ""))).join(""),
  };
}

/** One of two live values. */
export function either(condition: Formula, holds: boolean, yes: Live | CellValue, no: Live | CellValue): Live {
  return { formula: call("IF", condition, formulaOf(yes), formulaOf(no)), result: holds ? resultOf(yes) : resultOf(no) };
}

/** `value`, or something else where it is blank. */
export function orElse(value: Live, otherwise: Live | CellValue): Live {
  return either(op("=", value.formula, literal("")), value.result === "" || value.result === null, otherwise, value);
}

/** A row of Thông tin as text, found by its label, so that the user may sort or add rows there. */
export function infoText(info: BuiltTable, key: InfoKey): Live {
  const label = INFO_ITEMS[key];
  const { item, value } = COLUMNS.info;
  const place = call("MATCH", literal(label), allRows("info", item), literal(0));
  const index = columnValues(info, item).indexOf(label);
  return {
    formula: call("IFERROR", op("&", call("INDEX", allRows("info", value), place), literal("")), literal("")),
    result: String(columnValues(info, value)[index] ?? ""),
  };
}

/** A text in capitals. */
export function upper(text: Live): Live {
  return { formula: call("UPPER", text.formula), result: String(text.result ?? "").toUpperCase() };
}

/** Ngày xét as the engine has it. */
export function asOfDay(serial: number): Live {
  return { formula: named("asOf"), result: serial };
}

/** "30/06/2024". */
export function shortDay(day: Live): Live {
  const two = (fn: string): Formula => call("RIGHT", op("&", literal("0"), call(fn, day.formula)), literal(2));
  const parts = partsOf(day);
  return {
    formula: op("&", two("DAY"), literal("/"), two("MONTH"), literal("/"), call("YEAR", day.formula)),
    result: parts ? `${pad(parts.day)}/${pad(parts.month)}/${parts.year}` : "",
  };
}

/** "ngày 30 tháng 6 năm 2024" after the words given; the first nine days and first two months carry a 0 (Decree 30/2020). */
export function longDay(before: string | Live, day: Live): Live {
  const parts = partsOf(day);
  const month: Live = {
    formula: op("&", call("IF", op("<", call("MONTH", day.formula), literal(3)), literal("0"), literal("")), call("MONTH", day.formula)),
    result: parts ? `${parts.month < 3 ? "0" : ""}${parts.month}` : "",
  };
  const dayOfMonth: Live = {
    formula: call("RIGHT", op("&", literal("0"), call("DAY", day.formula)), literal(2)),
    result: parts ? pad(parts.day) : "",
  };
  const year: Live = { formula: call("YEAR", day.formula), result: parts ? String(parts.year) : "" };
  return joined(before, dayOfMonth, W.monthWord, month, W.yearWord, year);
}

/** Organisation above and name of who reports, number, motto, place and day: the head of every paper of an office. Takes three rows; `widths` are those of the columns of the paper, the first `split` of them belong to the agency. */
export function letterhead(
  page: Page,
  info: BuiltTable,
  day: Live,
  number: Live,
  { row, split, widths }: { readonly row: number; readonly split: number; readonly widths: readonly number[] },
): void {
  const right = widths.length - split;
  const room = widths.slice(0, split).reduce((sum, width) => sum + width, 0);
  const { above, name } = officeLines(info);
  const high = ({ result }: Live): number => heightOf(lineCount(String(result ?? ""), room, { size: 12, bold: true }), 12) + 4;
  page.line(row, 0, split, "formSuperior", above, high(above));
  page.line(row, split, right, "formNation", W.nation);
  page.line(row + 1, 0, split, "formAgency", name, high(name));
  page.line(row + 1, split, right, "formMotto", W.motto);
  page.line(row + 2, 0, split, "formNumber", joined(W.number, number), 22);
  page.line(row + 2, split, right, "formDay", longDay(joined(orElse(infoText(info, "place"), W.noPlace), W.dayWord), day));
  const first: Formula = { kind: "cell", row, column: 0, fixed: "both" };
  const second: Formula = { kind: "cell", row: row + 1, column: 0, fixed: "both" };
  // Only an organisation above stands in plain letters.
  page.rules.push({
    type: "formula",
    range: { row, column: 0, rows: 1, columns: split },
    formula: call("OR", op("=", first, literal(W.committee)), op("=", first, literal(W.council)), op("=", second, literal(W.agencyLine))),
    style: { bold: true },
  });
}

/** The two lines on the left of the head: the organisation above over the name, else the name alone, that of a committee or council of the people in two parts; the second ends in a short line. */
function officeLines(info: BuiltTable): { readonly above: Live; readonly name: Live } {
  const superior = upper(infoText(info, "superior"));
  const agency = upper(spelledOut(orElse(infoText(info, "follower"), W.noPlace)));
  const none = superior.result === "";
  const text = String(agency.result ?? "");
  const body = [W.committee, W.council].find((start) => text.startsWith(`${start} `));
  const startsWith = (start: string): Formula => op("=", call("LEFT", agency.formula, literal(start.length + 1)), literal(`${start} `));
  const after = (start: string): Formula => call("MID", agency.formula, literal(start.length + 2), literal(200));
  const first: Live = {
    formula: [W.committee, W.council].reduce(
      (other: Formula, start) => call("IF", startsWith(start), literal(start), other),
      agency.formula,
    ),
    result: body ?? text,
  };
  const second: Live = {
    formula: [W.committee, W.council].reduce((other: Formula, start) => call("IF", startsWith(start), after(start), other), literal("")),
    result: body === undefined ? "" : text.slice(body.length + 1),
  };
  const isTop = op("=", superior.formula, literal(""));
  const name = either(isTop, none, second, agency);
  const line: Live = { formula: op("&", call("CHAR", literal(10)), literal(W.agencyLine)), result: `\n${W.agencyLine}` };
  return {
    above: either(isTop, none, first, superior),
    name: either(op("=", name.formula, literal("")), name.result === "", W.agencyLine, joined(name, line)),
  };
}

/** The name of an office with its usual abbreviations written out, as the head of a paper has it. */
function spelledOut(name: Live): Live {
  const long = (text: Formula, short: string, whole: string): Formula => call("SUBSTITUTE", text, literal(short), literal(whole));
  return {
    formula: long(long(name.formula, W.committeeShort, W.committee), W.councilShort, W.council),
    result: String(name.result ?? "")
      .replaceAll(W.committeeShort, W.committee)
      .replaceAll(W.councilShort, W.council),
  };
}

/** Who receives and who signs, at the end of a paper. Takes four rows. */
export function signature(
  page: Page,
  info: BuiltTable,
  recipients: Live | string,
  { row, split, columns }: { readonly row: number; readonly split: number; readonly columns: number },
): void {
  const right = columns - split;
  page.line(row, 0, split, "formRecipients", W.recipients, 20);
  const title = infoText(info, "signerTitle");
  page.line(row, split, right, "formSign", title, heightOf(String(title.result ?? "").split("\n").length, 13) + 4);
  page.line(row + 1, 0, split, "formSmall", recipients, 62);
  page.line(row + 1, split, right, "formSignHint", W.noName);
  page.line(row + 2, split, right, "formSign", infoText(info, "signer"), 20);
}

/** A4 with the margins of Decree 30/2020 and its page number: centred in the top margin, none on the first page. */
export function officialPaper(orientation: PrintSpec["orientation"]): PrintSpec {
  return {
    orientation,
    fitToWidth: 1,
    margins: { top: 2, bottom: 2, left: 3, right: 1.5, header: 1, footer: 1 },
    header: "&P",
    plainFirstPage: true,
  };
}

function partsOf(day: Live): ReturnType<typeof dateParts> | undefined {
  const date = typeof day.result === "number" ? fromSerial(day.result) : undefined;
  return date === undefined ? undefined : dateParts(date);
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}

function formulaOf(value: Live | CellValue): Formula {
  if (typeof value === "object" && value !== null) return value.formula;
  return literal(value ?? "");
}

function resultOf(value: Live | CellValue): CellValue {
  return typeof value === "object" && value !== null ? value.result : value;
}
