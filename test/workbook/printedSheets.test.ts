import type { CalendarDate } from "../../src/plan/date";
import { createTracking, importPlan } from "../../src/pipeline";
import { seedPlans, type SeedPlan } from "../../src/seeds";
import { isFormulaCell, type CellValue } from "../../src/workbook/formula";
import { pageBreaks, pageHeight, printScale } from "../../src/workbook/pageBreaks";
import { STYLES } from "../../src/workbook/styles";
import { heightOf, lineCount } from "../../src/workbook/textMeasure";
import type { RangeAddress, SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";

jest.setTimeout(120_000);

const paper = {
  orientation: "landscape",
  margins: { top: 2, bottom: 2, left: 3, right: 1.5, header: 1, footer: 1 },
} as const;

describe("where pages end", () => {
  const heights = Object.fromEntries(Array.from({ length: 40 }, (_, row) => [row, 100]));
  const columns = [{ width: 100 }];

  it("keeps parts whole and begins a page before the first that does not fit", () => {
    expect(printScale(paper, columns)).toBe(1);
    expect(pageHeight(paper, columns)).toBeCloseTo(481.9, 0);
    expect(pageBreaks({ print: paper, columns, heights, starts: [0, 1, 2, 3, 4, 5, 6] })).toEqual([4]);
    expect(pageBreaks({ print: paper, columns, heights, starts: [0, 1, 3, 5, 6] })).toEqual([3]);
  });

  it("leaves room for the rows that each page repeats", () => {
    const print = { ...paper, repeatRows: { from: 0, to: 0 } };
    expect(pageBreaks({ print, columns, heights, starts: Array.from({ length: 11 }, (_, row) => row) })).toEqual([4, 7]);
  });

  it("begins no page before a part that begins one or that holds nothing", () => {
    expect(pageBreaks({ print: paper, columns, heights, starts: [0, 0, 9, 9, 12] })).toEqual([9]);
  });

  it("counts more points to a page of a sheet that shrinks", () => {
    const wide = [{ width: 100 }, { width: 170 }];
    expect(printScale(paper, wide)).toBeLessThan(0.55);
    expect(pageHeight(paper, wide) * printScale(paper, wide)).toBeCloseTo(481.9, 0);
  });
});

async function bookOf({ id, text, review, year }: SeedPlan, sample: boolean): Promise<WorkbookSpec> {
  const { value } = await importPlan({ kind: "text", name: `${id}.txt`, text }, { review });
  return createTracking(value!, { asOf: `${year}-09-30` as CalendarDate, dialect: "native", sample });
}

const printedColumns = ({ print, columns }: SheetSpec) =>
  print.area === undefined ? columns : columns.slice(print.area.column, print.area.column + print.area.columns);

/** Values of the cells outside tables by row and column. */
function cellsOf({ blocks }: SheetSpec): ReadonlyMap<string, CellValue> {
  return new Map(
    blocks.flatMap(({ at, cells }) =>
      cells.flatMap((line, row) =>
        line.map((cell, column) => [`${at.row + row}:${at.column + column}`, isFormulaCell(cell) ? cell.result : cell] as const),
      ),
    ),
  );
}

/** Wrapped texts in the print area outside tables, with the width of their columns in characters and their style. */
function textsOf(sheet: SheetSpec) {
  const { area } = sheet.print;
  return [...cellsOf(sheet)].flatMap(([key, text]) => {
    const [row, column] = key.split(":").map(Number) as [number, number];
    if (typeof text !== "string" || text === "" || (area && (row >= area.row + area.rows || column >= area.column + area.columns)))
      return [];
    const covers = (range: RangeAddress): boolean =>
      row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns;
    const style = STYLES[sheet.styleRanges.filter(({ range }) => covers(range)).at(-1)?.style ?? sheet.defaultStyle]!;
    const columns = sheet.merges.find(covers)?.columns ?? 1;
    const width = sheet.columns.slice(column, column + columns).reduce((sum, one) => sum + one.width + 5 / 7, -5 / 7);
    return style.wrap === true ? [{ row, text, width, style }] : [];
  });
}

describe.each(seedPlans.map((seed) => [seed.id, seed] as const))("the sheets of %s on paper", (_id, seed) => {
  let book: WorkbookSpec;
  beforeAll(async () => {
    book = await bookOf(seed, true);
  });
  const visible = (): readonly SheetSpec[] => book.sheets.filter(({ visibility }) => visibility === "visible");

  it("have the margins of Decree 30/2020 and letters that can be read", () => {
    for (const sheet of visible()) {
      const { margins } = sheet.print;
      expect([sheet.name, margins.left, margins.right, margins.top, margins.bottom]).toEqual([sheet.name, 3, 1.5, 2, 2]);
      const size = STYLES[sheet.defaultStyle]!.font.size * printScale(sheet.print, printedColumns(sheet));
      expect([sheet.name, size >= 7.5]).toEqual([sheet.name, true]);
    }
  });

  it("make Tổng quan two pages: what is worst stands on the first, groups and agencies on the second", () => {
    const sheet = book.sheets.find(({ key }) => key === "overview")!;
    const rowOf = (start: string): number =>
      Number([...cellsOf(sheet)].find(([key, text]) => key.endsWith(":0") && String(text).startsWith(start))![0].split(":")[0]);
    expect(sheet.print.pageBreaks).toEqual([rowOf("Chỉ tiêu theo lĩnh vực")]);
    expect(rowOf("10 nhiệm vụ quá hạn")).toBeLessThan(rowOf("Chỉ tiêu theo lĩnh vực"));
    for (const { at } of sheet.charts) expect(at.row + at.rows).toBeLessThanOrEqual(sheet.print.area!.rows);
  });

  it("make Báo cáo begin each page with its header, no page with a heading alone at its end, and keep the signature with the last item", () => {
    const sheet = book.sheets.find(({ key }) => key === "report")!;
    const cells = cellsOf(sheet);
    const { repeatRows, pageBreaks: breaks = [], area } = sheet.print;
    expect(cells.get(`${repeatRows!.from}:0`)).toBe("STT");
    expect(breaks.length).toBeGreaterThan(0);
    const order = (row: number): CellValue => cells.get(`${row}:0`) ?? "";
    // Headings have letters or Roman numbers for an order, items a number, parts of items none.
    for (const row of breaks) expect([row, typeof order(row - 1) === "string" && order(row - 1) !== ""]).toEqual([row, false]);
    const last = Math.max(...Array.from({ length: area!.rows }, (_, row) => (typeof order(row) === "number" ? row : 0)));
    expect(breaks.filter((row) => row > last)).toEqual([]);
  });

  it("make rows as high as the texts that stand beside tables and over merged columns", () => {
    for (const sheet of visible()) {
      const low = textsOf(sheet).filter(
        ({ row, text, width, style }) =>
          heightOf(lineCount(text, width, { size: style.font.size, bold: style.font.bold ?? false }), style.font.size) >
          (sheet.rowHeights[row] ?? 15) + 4,
      );
      expect([sheet.name, low.map(({ row, text }) => `${row}: ${text}`)]).toEqual([sheet.name, []]);
    }
  });

  it("cut no word where a list has no room for a text", () => {
    const whole = new Set(
      book.sheets.flatMap(({ tables }) =>
        tables.flatMap(({ rows }) =>
          rows.flatMap((row) => row.flatMap((cell) => String(isFormulaCell(cell) ? cell.result : cell).split(/\s+/u))),
        ),
      ),
    );
    const clipped = ["overview", "report", "urge"].flatMap((key) =>
      [...cellsOf(book.sheets.find((sheet) => sheet.key === key)!).values()].filter(
        (value): value is string => typeof value === "string" && /\S…$/u.test(value) && value.length > 20,
      ),
    );
    for (const text of clipped) {
      const word = text.slice(0, -1).split(/\s+/u).at(-1)!.replace(/^– /u, "");
      expect([text, whole.has(word)]).toEqual([text, true]);
    }
  });
});
