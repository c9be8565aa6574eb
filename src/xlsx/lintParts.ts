import { parseRange } from "./address";
import type { OpenedPackage } from "./openPackage";
import { scanXml } from "./scanXml";
import type { FileRange } from "./sheetFile";

/** A cell as the lint sees it. */
export interface LintCell {
  readonly address: string;
  readonly type: string;
  readonly style: number;
  formula?: string;
  value: string;
}

/** A sheet part taken apart for the lint. */
export interface LintSheet {
  readonly cells: readonly LintCell[];
  /** Row numbers as written. */
  readonly rows: readonly number[];
  /** Heights as written, 0 where none is. */
  readonly heights: readonly number[];
  readonly columns: readonly { readonly min: number; readonly max: number; readonly width: number }[];
  readonly merges: readonly string[];
  readonly validations: readonly LintValidation[];
  readonly formats: readonly { readonly sqref: string; readonly dxfId?: number; readonly formulas: readonly string[] }[];
  readonly links: readonly { readonly ref: string; readonly location?: string }[];
  readonly headers: readonly string[];
  readonly tableIds: readonly string[];
}

/** A data validation as it is written. */
export interface LintValidation {
  readonly type: string;
  readonly sqref: string;
  readonly texts: Readonly<Record<"error" | "errorTitle" | "prompt" | "promptTitle", string>>;
  readonly formulas: string[];
}

/** A table part taken apart. */
export interface LintTable {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly ref: string;
  readonly range: FileRange | undefined;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: string[];
  readonly formulas: string[];
  filter?: string;
}

/** Undoes `_x000a_`. */
const plainName = (name: string): string =>
  name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Takes a sheet part apart. */
export function lintSheetOf(xml: string): LintSheet {
  const cells: LintCell[] = [];
  const rows: number[] = [];
  const heights: number[] = [];
  const columns: { min: number; max: number; width: number }[] = [];
  const merges: string[] = [];
  const validations: LintValidation[] = [];
  const formats: { sqref: string; dxfId?: number; formulas: string[] }[] = [];
  const links: { ref: string; location?: string }[] = [];
  const headers: string[] = [];
  const tableIds: string[] = [];
  let cell: LintCell | undefined;
  let sqref = "";
  let text = "";
  scanXml(xml, {
    open: (tag, attribute) => {
      const number = (name: string): number => Number(attribute(name) ?? 0);
      const string = (name: string): string => attribute(name) ?? "";
      text = "";
      if (tag === "row") {
        rows.push(number("r"));
        heights.push(number("ht"));
      } else if (tag === "c") cells.push((cell = { address: string("r"), type: attribute("t") ?? "n", style: number("s"), value: "" }));
      else if (tag === "col") columns.push({ min: number("min"), max: number("max"), width: number("width") });
      else if (tag === "mergeCell") merges.push(string("ref"));
      else if (tag === "dataValidation") {
        const texts = {
          error: string("error"),
          errorTitle: string("errorTitle"),
          prompt: string("prompt"),
          promptTitle: string("promptTitle"),
        };
        validations.push({ type: string("type"), sqref: string("sqref"), texts, formulas: [] });
      } else if (tag === "conditionalFormatting") sqref = string("sqref");
      else if (tag === "cfRule" && sqref) {
        const dxfId = attribute("dxfId");
        formats.push({ sqref, formulas: [], ...(dxfId === undefined ? {} : { dxfId: Number(dxfId) }) });
      } else if (tag === "hyperlink") {
        const location = attribute("location");
        links.push({ ref: string("ref"), ...(location === undefined ? {} : { location }) });
      } else if (tag === "tablePart") tableIds.push(string("id"));
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (cell && tag === "f") cell.formula = text;
      else if (cell && (tag === "v" || tag === "t")) cell.value += text;
      else if (tag === "c") cell = undefined;
      else if (tag === "formula1" || tag === "formula2") validations.at(-1)?.formulas.push(text);
      else if (tag === "formula") formats.at(-1)?.formulas.push(text);
      else if (tag === "conditionalFormatting") sqref = "";
      else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(tag)) headers.push(text);
    },
  });
  return { cells, rows, heights, columns, merges, validations, formats, links, headers, tableIds };
}

/** Takes a table part apart. */
export function lintTableOf(path: string, xml: string): LintTable | undefined {
  let table: LintTable | undefined;
  let text = "";
  scanXml(xml, {
    open: (tag, attribute) => {
      text = "";
      if (tag === "table") {
        const ref = attribute("ref") ?? "";
        table = {
          path,
          id: attribute("id") ?? "",
          name: attribute("displayName") ?? "",
          ref,
          range: parseRange(ref),
          headerRows: Number(attribute("headerRowCount") ?? 1),
          totalsRows: Number(attribute("totalsRowCount") ?? 0),
          columns: [],
          formulas: [],
        };
      } else if (tag === "autoFilter" && table) table.filter = attribute("ref") ?? "";
      else if (tag === "tableColumn") table?.columns.push(plainName(attribute("name") ?? ""));
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag === "calculatedColumnFormula" || tag === "totalsRowFormula") table?.formulas.push(text);
    },
  });
  return table;
}

/** Texts of the shared strings. */
export function lintStringsOf(opened: OpenedPackage): readonly string[] {
  const strings: string[] = [];
  let text = "";
  const xml = opened.part("xl/sharedStrings.xml");
  if (xml === undefined) return strings;
  scanXml(xml, {
    open: (tag) => {
      if (tag === "si") text = "";
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag === "si") strings.push(plainName(text));
    },
  });
  return strings;
}

/** How many cell looks and conditional looks styles.xml holds. */
export function lintStylesOf(opened: OpenedPackage): { readonly cells: number; readonly differences: number } {
  let cells = 0;
  let differences = 0;
  let inCells = false;
  scanXml(opened.part("xl/styles.xml") ?? "<styleSheet/>", {
    open: (tag) => {
      if (tag === "cellXfs") inCells = true;
      else if (tag === "xf" && inCells) cells++;
      else if (tag === "dxf") differences++;
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return { cells, differences };
}
