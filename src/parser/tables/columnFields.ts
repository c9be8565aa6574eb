import type { ColumnField, ColumnMapping } from "../../text/textDocument";
import { findTimePhrases } from "../phrases/datePhrase";
import { findGoalPhrases } from "../phrases/goalPhrase";
import { isUnitAlone } from "../phrases/units";
import { bestStart } from "./cellMatch";
import { fieldOfHeader, namesActual, namesHorizon, namesPlanned } from "./headers";
import { CELL_STARTS, STATUS_WORDS, UNIT_WORDS } from "./lexicon";

/** Words over a column: all of them, and those of the lowest header cell. */
export interface Heading {
  readonly heading: string;
  readonly lowest: string;
}

/** What each column holds, by the words over it and, where these do not tell, by its cells. */
export function columnMappings(headings: readonly Heading[], cellsOf: (column: number) => readonly string[]): readonly ColumnMapping[] {
  const taken = new Set<ColumnField>();
  const named: (ColumnField | undefined)[] = headings.map(({ heading, lowest }) => {
    const field = fieldOfHeader(lowest) ?? fieldOfHeader(heading);
    if (!field || taken.has(field)) return undefined;
    if (field !== "note") taken.add(field);
    return field;
  });
  // "TT | Chỉ tiêu | Đơn vị tính | Năm 2025": the column of targets says what is measured.
  const wordy = spelledTargets(named, cellsOf);
  const indicators = (!taken.has("content") && taken.has("target")) || wordy !== undefined;
  if (indicators) named[named.indexOf("target")] = "content";
  if (wordy !== undefined) named[wordy] = "level";
  const isIndicators =
    indicators || named.includes("unit") || !["lead", "time", "product"].some((field) => taken.has(field as ColumnField));
  const planned = headings.filter(({ heading }) => namesPlanned(heading)).flatMap(({ heading }) => yearsIn(heading));
  const reached = headings.filter(({ heading }) => namesActual(heading)).flatMap(({ heading }) => yearsIn(heading));
  return headings.map(({ heading }, column) => {
    const field = named[column];
    if (field) return { heading, ...judged(field, heading, cellsOf(column)) };
    if (heading === "") return { heading, field: "note", certainty: "implied" };
    if (namesActual(heading) || standsBefore(heading, planned, reached)) return { heading, field: "note", certainty: "stated" };
    if (namesHorizon(heading) || (isIndicators && namesPlanned(heading))) return { heading, field: "level", certainty: "stated" };
    const cells = cellsOf(column);
    if (share(cells, isMeasured) > 0.5) return { heading, field: isIndicators ? "level" : "note", certainty: "uncertain" };
    return { heading, field: "note", certainty: "uncertain" };
  });
}

/**
 * "TT | Chỉ tiêu | Nội dung | Đơn vị chủ trì": the column of contents that says in words what must be reached, beside one that only names it;
 * undefined where work has times or products.
 */
function spelledTargets(fields: readonly (ColumnField | undefined)[], cellsOf: (column: number) => readonly string[]): number | undefined {
  const [target, content] = [fields.indexOf("target"), fields.indexOf("content")];
  if (target < 0 || content < target || ["time", "product", "unit"].some((field) => fields.includes(field as ColumnField)))
    return undefined;
  const names = share(cellsOf(target), (words) => words.length < 80 && !/\d/.test(words)) > 0.8;
  const conditions =
    share(cellsOf(content), (words) => findGoalPhrases(words).some((phrase) => phrase.compared || phrase.unit !== "")) > 0.5;
  return names && conditions ? content : undefined;
}

/** Whether a table lists indicators: what is measured and its levels, not work to be done. */
export function holdsIndicators(columns: readonly ColumnMapping[]): boolean {
  const has = (field: ColumnField) => columns.some((column) => column.field === field);
  const measured = columns.some(({ field, heading }) => field === "content" && INDICATOR_HEADER.test(heading.normalize("NFC")));
  return has("level") && measured && !has("time") && !has("product");
}

const INDICATOR_HEADER = /chỉ tiêu|mục tiêu|tiêu chí|chỉ số/i;

/** "Năm học 2024-2025" beside "Chỉ tiêu 2025-2026", "2023" beside "KH 2024": the year before the planned one tells what was reached. */
function standsBefore(heading: string, planned: readonly number[], reached: readonly number[]): boolean {
  const years = yearsIn(heading);
  // "Hiện trạng 2020 | 2022 | 2023 | Mục tiêu 2025": steps on the way, when another column says where it starts
  if (reached.length > 0 && Math.min(...years) > Math.max(...reached)) return false;
  return !namesPlanned(heading) && years.length > 0 && planned.length > 0 && Math.max(...years) < Math.max(...planned);
}

function yearsIn(heading: string): number[] {
  return (heading.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).map(Number);
}

/** A field that the header names, unless the cells say otherwise: "Kết quả" over "Đã hoàn thành" is no product. */
function judged(field: ColumnField, heading: string, cells: readonly string[]): Pick<ColumnMapping, "field" | "certainty"> {
  const status = () => share(cells, (words) => STATUS_WORDS.some((word) => words.toLowerCase().startsWith(word))) > 0.5;
  if (field === "product" && !/sản phẩm|đầu ra/i.test(heading) && status()) return { field: "note", certainty: "uncertain" };
  if (field === "time" && status() && share(cells, isTime) < 0.5) return { field: "note", certainty: "uncertain" };
  if (field === "lead" && share(cells, isUnit) > 0.5) return { field: "unit", certainty: "implied" };
  return { field, certainty: "stated" };
}

/** What each column seems to hold when nothing is written over it. */
export function guessColumns(columns: number, cellsOf: (column: number) => readonly string[]): readonly ColumnMapping[] {
  const fields: (ColumnField | undefined)[] = Array.from({ length: columns }, () => undefined);
  const claim = (field: ColumnField, score: (cells: readonly string[]) => number, least: number, many = false): void => {
    let best = -1;
    let most = least;
    for (let column = 0; column < columns; column++) {
      if (fields[column]) continue;
      const found = score(cellsOf(column));
      if (found > most) {
        if (many) fields[column] = field;
        else [best, most] = [column, found];
      }
    }
    if (best >= 0) fields[best] = field;
  };
  claim(
    "number",
    (cells) => share(cells, (words) => /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5})[.)]?$/.test(words)) + 0.01 * cells.length,
    0.6,
  );
  claim("time", (cells) => share(cells, isTime), 0.5);
  claim("unit", (cells) => share(cells, isUnit), 0.5);
  claim("lead", (cells) => share(cells, isAgency), 0.5);
  claim("supporter", (cells) => share(cells, isAgency), 0.5);
  claim("level", (cells) => share(cells, isMeasured), 0.5, true);
  claim("content", (cells) => cells.reduce((sum, words) => sum + words.length, 0), 0);
  claim("product", (cells) => share(cells, (words) => bestStart(words, CELL_STARTS.product) > 0.7), 0.4);
  return fields.map((field) => ({ heading: "", field: field ?? "note", certainty: "uncertain" }));
}

function share(cells: readonly string[], test: (words: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function isTime(words: string): boolean {
  return words.length < 80 && findTimePhrases(words).length > 0;
}

function isAgency(words: string): boolean {
  return words.length < 200 && bestStart(words, CELL_STARTS.lead) > 0.7;
}

/** "Triệu đồng", "‰", "Giường", "Tấn/ha". */
function isUnit(words: string): boolean {
  const text = words.toLowerCase();
  return UNIT_WORDS.has(text) || (text.length < 40 && isUnitAlone(text.split("/")[0]!));
}

/** "80", "≥ 95%", "1.200", "Trên 90": a level and little else. */
function isMeasured(words: string): boolean {
  return words.length < 30 && /\d/.test(words) && (words.match(/\p{L}/gu) ?? []).length < 16;
}
