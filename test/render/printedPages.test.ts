import type { CalendarDate } from "../../src/plan/date";
import { createTracking, importPlan } from "../../src/pipeline";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans } from "../../src/seeds";
import { isFormulaCell } from "../../src/workbook/formula";
import { SERIES_COLORS } from "../../src/workbook/styles";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { printedPdf } from "../support/libreOffice";
import { pdfColors, pdfTexts, pdfWords, type PrintedWord } from "../support/pdfPages";

jest.setTimeout(300_000);

async function sampleBook(id: string): Promise<WorkbookSpec> {
  const seed = seedPlans.find((one) => one.id === id)!;
  const { value } = await importPlan({ kind: "text", name: `${id}.txt`, text: seed.text }, { review: seed.review });
  return createTracking(value!, { asOf: `${seed.year}-09-30` as CalendarDate, dialect: "native", sample: true });
}

const squeezed = (text: string): string => text.normalize("NFC").replace(/\s+/gu, "");

/** Texts of the printed cells of a sheet, with their results. */
function printedTexts({ print, blocks, tables, rowHeights }: SheetSpec): readonly string[] {
  const area = print.area!;
  const inside = (row: number, column: number): boolean =>
    row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns && rowHeights[row] !== 0;
  const grids = [
    ...blocks.map(({ at, cells }) => ({ at, cells })),
    ...tables.map(({ at, columns, rows }) => ({ at, cells: [columns.map(({ header }) => header), ...rows] })),
  ];
  return grids.flatMap(({ at, cells }) =>
    cells.flatMap((line, row) =>
      line.flatMap((cell, column) => {
        const value = isFormulaCell(cell) ? cell.result : cell;
        return typeof value === "string" && value.trim() !== "" && inside(at.row + row, at.column + column) ? [value] : [];
      }),
    ),
  );
}

/** Words of which one is printed over another: a row too low for its text. */
function collisions(words: readonly PrintedWord[]): readonly string[] {
  const found: string[] = [];
  const sorted = [...words].sort((a, b) => a.top - b.top);
  sorted.forEach((word, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.top < word.bottom; next += 1) {
      const other = sorted[next]!;
      const across = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      const down = Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top);
      const least = Math.min(word.bottom - word.top, other.bottom - other.top);
      // Lines of one text stand close: their boxes touch. Over one another means more than a third of a letter's height.
      if (across > 1 && down > least * 0.35) found.push(`${word.text} / ${other.text}`);
    }
  });
  return found;
}

describe.each(["dak-nong-bqlkcn-2025-2030", "khanh-hoa-stttt-2023"])("the printed pages of %s", (id) => {
  let spec: WorkbookSpec;
  let pdf: Uint8Array;
  let pages: readonly PrintedWord[][];
  beforeAll(async () => {
    spec = await sampleBook(id);
    pdf = await printedPdf(toXlsx(spec));
    pages = await pdfWords(pdf);
  });

  it("hold every text of every printed cell", () => {
    const everything = squeezed(pages.map((page) => page.map(({ text }) => text).join("")).join(""))
      .replace(/&amp;/gu, "&")
      .replace(/&quot;/gu, '"')
      .replace(/&lt;/gu, "<")
      .replace(/&gt;/gu, ">");
    for (const sheet of spec.sheets.filter(({ visibility }) => visibility === "visible")) {
      const missing = printedTexts(sheet)
        .flatMap((text) => text.split(/\s+/u))
        .filter((word) => !everything.includes(squeezed(word)));
      expect([sheet.name, [...new Set(missing)]]).toEqual([sheet.name, []]);
    }
  });

  it("are never blank, and no number is too wide for its column", () => {
    pages.forEach((page, index) => expect([index + 1, page.length > 20]).toEqual([index + 1, true]));
    expect(pages.flat().filter(({ text }) => /^#{3,}$/u.test(text))).toEqual([]);
  });

  it("are counted from 1 in each sheet, under its name", async () => {
    const lines = (await pdfTexts(pdf)).flatMap((text) => text.split("\n").map((line) => line.trim()));
    for (const { name, visibility, print } of spec.sheets) {
      if (visibility !== "visible" || print.footer === undefined) continue;
      expect([name, lines.filter((line) => line === `${name} – trang 1`).length]).toEqual([name, 1]);
    }
  });

  it("print no text over another", () => {
    const found = pages.map((page, index) => [index + 1, collisions(page)] as const).filter(([, words]) => words.length > 0);
    expect(found).toEqual([]);
  });

  it("have the signature of Báo cáo on a page with the last item", () => {
    const tasks = spec.sheets.find(({ key }) => key === "tasks")!.tables[0]!.rows.length;
    const signed = pages.find((page) => squeezed(page.map(({ text }) => text).join("")).includes("Nơinhận:"))!;
    expect(squeezed(signed.map(({ text }) => text).join(""))).toContain("Chỉtiêu,nhiệmvụ");
    expect(signed.map(({ text }) => text)).toContain(String(tasks));
  });

  it("draw charts in which there is something to see", async () => {
    const [dark] = SERIES_COLORS;
    const colors = await pdfColors(pdf, SERIES_COLORS);
    const drawn = pages.map((page, index) => [squeezed(page.map(({ text }) => text).join("")), colors[index]!] as const);
    for (const { title } of spec.sheets.find(({ key }) => key === "overview")!.charts) {
      const [, counts] = drawn.find(([text]) => text.includes(squeezed(title)))!;
      expect([title, counts.reduce((sum, count) => sum + count, 0) > 200]).toEqual([title, true]);
    }
    const [, averages] = drawn.find(([text]) => text.includes("Mứchoànthànhbìnhquântheolĩnhvực"))!;
    expect(averages[SERIES_COLORS.indexOf(dark)]!).toBeGreaterThan(500);
  });
});
