import type { RangeAddress, SheetSpec } from "../workbook/workbookSpec";
import { columnsText, rangeText, rowsText } from "./a1";
import type { ApiLevel } from "./apiLevel";
import { packed, step, type Step } from "./requests";
import type { SpecPrinter } from "./specPrinter";
import { addressLists } from "./styleRuns";

/** Width of a column in points from its width in characters: 7 pixels a digit and 5 for the margins, 0.75 points a pixel (ECMA-376 part 1, 18.3.1.13). */
export function columnPoints(characters: number): number {
  return Math.trunc(characters * 7 + 5 + 1e-6) * 0.75;
}

/** Adds the sheet, visible until everything stands in it. */
export function addSheet(sheet: SheetSpec): readonly Step[] {
  return [
    step(4, sheet.name, ({ workbook }) => {
      const added = workbook.worksheets.add(sheet.name);
      added.showGridlines = sheet.showGridlines;
      if (sheet.tabColor !== undefined) added.tabColor = `#${sheet.tabColor}`;
    }),
  ];
}

/** Widths, heights, merges, frozen panes, links and groups of a sheet. */
export function renderSheetFrame(sheet: SheetSpec, printer: SpecPrinter, level: ApiLevel): readonly Step[] {
  return [
    ...columnSteps(sheet),
    ...rowSteps(sheet),
    ...mergeSteps(sheet),
    ...freezeSteps(sheet),
    ...(level.outlines ? outlineSteps(sheet) : []),
  ].concat(linkSteps(sheet, printer));
}

/** Protects the sheet without a password and hides it if it is to be hidden: the last things done to it. */
export function closeSheet(sheet: SheetSpec): readonly Step[] {
  return [
    step(4, undefined, ({ workbook }) => {
      const target = workbook.worksheets.getItem(sheet.name);
      if (sheet.protected)
        target.protection.protect({ allowFormatColumns: true, allowFormatRows: true, allowSort: true, allowAutoFilter: true });
      if (sheet.visibility === "hidden") target.visibility = "Hidden";
      if (sheet.visibility === "veryHidden") target.visibility = "VeryHidden";
    }),
  ];
}

function columnSteps(sheet: SheetSpec): Step[] {
  const runs = new Map<string, { from: number; to: number }[]>();
  sheet.columns.forEach(({ width, hidden }, index) => {
    const key = `${width}:${hidden ?? false}`;
    const known = runs.get(key) ?? [];
    const last = known.at(-1);
    if (last && last.to === index - 1) last.to = index;
    else known.push({ from: index, to: index });
    runs.set(key, known);
  });
  return [...runs.values()].flat().map(({ from, to }) =>
    step(5, undefined, ({ workbook }) => {
      const columns = workbook.worksheets.getItem(sheet.name).getRange(columnsText(from, to));
      columns.format.columnWidth = columnPoints(sheet.columns[from]!.width);
      if (sheet.columns[from]!.hidden) columns.columnHidden = true;
    }),
  );
}

function rowSteps(sheet: SheetSpec): Step[] {
  const byHeight = new Map<number, RangeAddress[]>();
  for (const [key, height] of Object.entries(sheet.rowHeights)) {
    const row = Number(key);
    const runs = byHeight.get(height) ?? [];
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, column: 0, rows: 1, columns: 1 });
    byHeight.set(height, runs);
  }
  return [...byHeight].flatMap(([height, runs]) =>
    addressLists(runs, ({ row, rows }) => rowsText(row, row + rows - 1)).map((addresses) =>
      step(4, addresses, ({ workbook }) => {
        workbook.worksheets.getItem(sheet.name).getRanges(addresses).format.rowHeight = height;
      }),
    ),
  );
}

function mergeSteps(sheet: SheetSpec): Step[] {
  return sheet.merges.map((range) =>
    step(4, undefined, ({ workbook }) => workbook.worksheets.getItem(sheet.name).getRange(rangeText(range)).merge(false)),
  );
}

function freezeSteps(sheet: SheetSpec): Step[] {
  const { freeze } = sheet;
  if (!freeze || (!freeze.rows && !freeze.columns)) return [];
  return [
    step(4, undefined, ({ workbook }) => {
      const target = workbook.worksheets.getItem(sheet.name);
      if (!freeze.columns) target.freezePanes.freezeRows(freeze.rows);
      else if (!freeze.rows) target.freezePanes.freezeColumns(freeze.columns);
      else target.freezePanes.freezeAt(target.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
    }),
  ];
}

function outlineSteps(sheet: SheetSpec): Step[] {
  return sheet.outlines.map(({ axis, from, to, collapsed }) =>
    step(5, undefined, ({ workbook }) => {
      const range = workbook.worksheets.getItem(sheet.name).getRange(axis === "rows" ? rowsText(from, to) : columnsText(from, to));
      const by = axis === "rows" ? "ByRows" : "ByColumns";
      range.group(by);
      if (collapsed) range.hideGroupDetails(by);
    }),
  );
}

/** Links that one step sets: they share the object of their sheet. */
const LINKS = 100;

function linkSteps(sheet: SheetSpec, printer: SpecPrinter): Step[] {
  const links = sheet.links.map(({ at, target, tooltip }) => ({
    at,
    link: {
      documentReference: printer.reference({ ...target, range: { ...target.range, rows: 1, columns: 1 } }),
      ...(tooltip ? { screenTip: tooltip } : {}),
    },
  }));
  return packed(links, () => 1, LINKS).map((some) =>
    step(1 + 4 * some.length, some, ({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(sheet.name);
      for (const { at, link } of some) worksheet.getCell(at.row, at.column).hyperlink = link;
    }),
  );
}
