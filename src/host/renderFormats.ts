import type { CellStyle, RangeAddress, SheetSpec, WorkbookSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";
import { step, type Step } from "./requests";
import { addressLists, runsBy, styleGrid, styleRuns } from "./styleRuns";

type Styles = WorkbookSpec["styles"];

/** Number formats: they must stand before values, or Excel reads the values by the format that was there. */
export function renderNumberFormats(sheet: SheetSpec, styles: Styles): readonly Step[] {
  const runs = runsBy(styleGrid(sheet), (style) => styles[style]?.numberFormat);
  return runs.flatMap(({ key, ranges }) =>
    ranges.map((range) =>
      step(4, key, ({ workbook }) => {
        const cells = workbook.worksheets.getItem(sheet.name).getRange(rangeText(range));
        // A single value stands for all cells, although the type does not say so.
        (cells as unknown as { numberFormat: string }).numberFormat = key;
      }),
    ),
  );
}

/** Fonts, fills, borders, alignment and locks: the default for the whole sheet, then one call for all rectangles of a style. */
export function renderFormats(sheet: SheetSpec, styles: Styles): readonly Step[] {
  const base = styleOf(styles, sheet.defaultStyle);
  const whole = step(14, undefined, ({ workbook }) => {
    applyStyle(workbook.worksheets.getItem(sheet.name).getRange().format, base, BLANK);
  });
  const runs = styleRuns(sheet).flatMap(({ style, ranges }) => styleSteps(sheet, styleOf(styles, style), base, ranges));
  return [whole, ...runs];
}

/** What a cell of a new sheet looks like; its font is left open because the user may have another one. */
const BLANK: CellStyle = { font: { name: "", size: 0 } };

function styleOf(styles: Styles, key: string): CellStyle {
  const style = styles[key];
  if (!style) throw new Error(`The workbook has no style "${key}"`);
  return style;
}

/** Rectangles with several rows or columns have lines inside, which single cells have not. */
function styleSteps(sheet: SheetSpec, style: CellStyle, base: CellStyle, ranges: readonly RangeAddress[]): Step[] {
  const groups = new Map<string, RangeAddress[]>();
  for (const range of ranges) {
    const shape = style.border ? `${range.rows > 1}:${range.columns > 1}` : "";
    const known = groups.get(shape);
    if (known) known.push(range);
    else groups.set(shape, [range]);
  }
  return [...groups.values()].flatMap((group) =>
    addressLists(group).map((addresses) =>
      step(style.border ? 32 : 16, addresses, ({ workbook }) => {
        const { format } = workbook.worksheets.getItem(sheet.name).getRanges(addresses);
        applyStyle(format, style, base);
        if (style.border) applyBorder(format, style.border, group[0]!);
      }),
    ),
  );
}

/** Sets what differs from the style that the cells have already. */
function applyStyle(format: Excel.RangeFormat, style: CellStyle, base: CellStyle): void {
  const { font } = style;
  if (font.name !== base.font.name) format.font.name = font.name;
  if (font.size !== base.font.size) format.font.size = font.size;
  if (Boolean(font.bold) !== Boolean(base.font.bold)) format.font.bold = Boolean(font.bold);
  if (Boolean(font.italic) !== Boolean(base.font.italic)) format.font.italic = Boolean(font.italic);
  if (Boolean(font.underline) !== Boolean(base.font.underline)) format.font.underline = font.underline ? "Single" : "None";
  if ((font.color ?? "000000") !== (base.font.color ?? "000000")) format.font.color = `#${font.color ?? "000000"}`;
  if (style.fill !== base.fill) {
    if (style.fill === undefined) format.fill.clear();
    else format.fill.color = `#${style.fill}`;
  }
  if (horizontalOf(style) !== horizontalOf(base)) format.horizontalAlignment = horizontalOf(style);
  if (verticalOf(style) !== verticalOf(base)) format.verticalAlignment = verticalOf(style);
  if (Boolean(style.wrap) !== Boolean(base.wrap)) format.wrapText = Boolean(style.wrap);
  if ((style.indent ?? 0) !== (base.indent ?? 0)) format.indentLevel = style.indent ?? 0;
  if ((style.locked ?? true) !== (base.locked ?? true)) format.protection.locked = style.locked ?? true;
}

/** Excel indents only text that is set to a side. */
function horizontalOf({ horizontal, indent }: CellStyle): "General" | "Left" | "Center" | "Right" {
  if (horizontal === "center") return "Center";
  if (horizontal === "right") return "Right";
  return horizontal === "left" || indent ? "Left" : "General";
}

function verticalOf({ vertical }: CellStyle): "Top" | "Center" | "Bottom" {
  if (vertical === "top") return "Top";
  return vertical === "center" ? "Center" : "Bottom";
}

function applyBorder(format: Excel.RangeFormat, { color, sides }: NonNullable<CellStyle["border"]>, { rows, columns }: RangeAddress): void {
  const edges = [
    ...(sides === "bottom" ? [] : (["EdgeTop"] as const)),
    ...(sides === "top" ? [] : (["EdgeBottom"] as const)),
    ...(rows > 1 ? (["InsideHorizontal"] as const) : []),
    ...(sides === "all" ? (["EdgeLeft", "EdgeRight"] as const) : []),
    ...(sides === "all" && columns > 1 ? (["InsideVertical"] as const) : []),
  ];
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = `#${color}`;
  }
}
