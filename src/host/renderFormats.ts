import type { CellStyle, RangeAddress, SheetSpec, WorkbookSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";
import { BLOCK_BYTES, packed, step, weigh, type Step } from "./requests";
import { addressLists, runsBy, styleGrid, type StyleGrid } from "./styleRuns";

type Styles = WorkbookSpec["styles"];

/** Stretches of one format in a column from which on its formats are sent as a list: a stretch of its own weighs about a hundred cells of a list. */
const MOST_STRETCHES = 4;

/** Number formats: they must stand before values, or Excel reads the values by the format that was there. */
export function renderNumberFormats(sheet: SheetSpec, styles: Styles): readonly Step[] {
  const grid = styleGrid(sheet);
  const formatOf = (style: string): string | undefined => styles[style]?.numberFormat;
  const listed = scatteredColumns(grid, formatOf);
  const simple = new Map([...grid].map(([row, line]) => [row, line.map((style, column) => (listed.has(column) ? undefined : style))]));
  const rectangles = runsBy(simple, formatOf).flatMap(({ key, ranges }) =>
    ranges.map((range) =>
      step(4, key, ({ workbook }) => setFormat(workbook.worksheets.getItem(sheet.name).getRange(rangeText(range)), key)),
    ),
  );
  return [...rectangles, ...neighbours(listed).flatMap((columns) => listSteps(sheet, grid, columns, formatOf))];
}

/** A single value stands for all cells, although the type does not say so. */
function setFormat(cells: Excel.Range, format: string): void {
  (cells as unknown as { numberFormat: string }).numberFormat = format;
}

/** Columns whose formats change from row to row. */
function scatteredColumns(grid: StyleGrid, formatOf: (style: string) => string | undefined): ReadonlySet<number> {
  const stretches: number[] = [];
  let above: readonly (string | undefined)[] = [];
  for (const row of [...grid.keys()].sort((a, b) => a - b)) {
    const line = grid.get(row)!.map((style) => (style === undefined ? undefined : formatOf(style)));
    line.forEach((format, column) => {
      if (format !== undefined && format !== above[column]) stretches[column] = (stretches[column] ?? 0) + 1;
    });
    above = line;
  }
  return new Set(stretches.flatMap((count, column) => (count > MOST_STRETCHES ? [column] : [])));
}

/** Columns that stand side by side, in groups. */
function neighbours(columns: ReadonlySet<number>): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && last.at(-1) === column - 1) last.push(column);
    else groups.push([column]);
  }
  return groups;
}

/** One list for the rows from the first to the last format of the columns; null leaves a cell as it is. */
function listSteps(
  sheet: SheetSpec,
  grid: StyleGrid,
  columns: readonly number[],
  formatOf: (style: string) => string | undefined,
): readonly Step[] {
  const formats = (row: number): readonly (string | null)[] =>
    columns.map((column) => {
      const style = grid.get(row)?.[column];
      return style === undefined ? null : (formatOf(style) ?? null);
    });
  const rows = [...grid.keys()].filter((row) => formats(row).some((format) => format !== null));
  const first = Math.min(...rows);
  const lines = Array.from({ length: Math.max(...rows) - first + 1 }, (_, index) => formats(first + index));
  let next = first;
  return packed(lines, weigh, BLOCK_BYTES).map((block) => {
    const row = next;
    next += block.length;
    return step(4, block, ({ workbook }) => {
      const cells = workbook.worksheets.getItem(sheet.name).getRangeByIndexes(row, columns[0]!, block.length, columns.length);
      cells.numberFormat = block.map((line) => [...line]);
    });
  });
}

/** Fonts, fills, borders, alignment and locks: the default for the whole sheet, then one call for all rectangles that look the same. */
export function renderFormats(sheet: SheetSpec, styles: Styles): readonly Step[] {
  const base = styleOf(styles, sheet.defaultStyle);
  const whole = step(14, undefined, ({ workbook }) => {
    applyStyle(workbook.worksheets.getItem(sheet.name).getRange().format, base, BLANK);
  });
  const lookOf = looks(styles);
  const runs = runsBy(styleGrid(sheet), lookOf).flatMap(({ key, ranges }) => styleSteps(sheet, styleOf(styles, key), base, ranges));
  return [whole, ...runs];
}

/** The first style that looks like the one given, number formats aside: figures of several units in one column make one rectangle. */
function looks(styles: Styles): (style: string) => string {
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const look = JSON.stringify({ ...styleOf(styles, key), numberFormat: undefined });
    const like = first.get(look) ?? key;
    first.set(look, like);
    known.set(key, like);
    return like;
  };
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
