import { toXlsx } from "../../src/render/toXlsx";
import { call, literal } from "../../src/workbook/formula";
import { lookupOf, printFormula } from "../../src/workbook/formulaText";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { featureSpec } from "../support/featureSpec";
import { judgeXlsx } from "../support/judgeXlsx";
import { printedPdf } from "../support/libreOffice";
import { pdfTexts } from "../support/pdfPages";

const bytes = toXlsx(featureSpec);
const read = readXlsx(bytes);
const tasks = read.sheets[1]!;

describe("a workbook with every feature", () => {
  it("passes every judge: schema, lint, recalculation, two other readers", async () => {
    expect(await judgeXlsx(bytes)).toEqual([]);
  }, 120_000);

  it("prints a page each before the break, the charts and the tasks, with header and footer", async () => {
    const pages = await pdfTexts(await printedPdf(bytes));
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain("Tình trạng (doughnut)");
    // The second sheet counts its pages from 1.
    expect(pages[1]).toContain("Trang 2/3");
    expect(pages[2]).toContain("Trang 1/3");
    // Where the header wraps depends on the fonts of the machine; its words do not.
    for (const word of ["Thực hiện", "(nhập"]) expect(pages[2]).toContain(word);
  }, 60_000);

  it("gives the same bytes again", () => {
    expect(Buffer.compare(toXlsx(featureSpec), bytes)).toBe(0);
  });

  it("holds every value and stored result where the spec says", () => {
    const table = featureSpec.sheets[1]!.tables[0]!;
    table.rows.forEach((row, i) =>
      row.forEach((cell, j) => {
        const stored = tasks.rows.get(4 + i)?.get(j)?.value ?? null;
        expect(stored).toEqual(typeof cell === "object" && cell !== null ? cell.result : cell);
      }),
    );
  });

  it("holds every formula as the printer spells it for a file", () => {
    const context = { dialect: "native", target: "file", lookup: lookupOf(featureSpec) } as const;
    featureSpec.sheets[1]!.tables[0]!.columns.forEach(({ formula }, j) => {
      expect(tasks.rows.get(4)?.get(j)?.formula).toBe(formula && printFormula(formula, context));
    });
    expect(tasks.rows.get(4)?.get(8)?.formula).toBe("_xlfn.DAYS(NgayXet,tblNhiemVu[[#This Row],[Hạn]])");
  });

  it("keeps words that begin like a formula as words", () => {
    expect(tasks.rows.get(4)?.get(1)).toMatchObject({ value: '=HYPERLINK("http://x") là chữ' });
    expect(tasks.rows.get(4)?.get(1)?.formula).toBeUndefined();
  });

  it("keeps names, tables, hidden sheets, day formats and the plan state", () => {
    expect(read.names.map(({ name, refersTo }) => [name, refersTo])).toEqual([
      ["_xlnm.Print_Area", "'Nhiệm vụ ''25 (chính)'!$A$1:$G$8"],
      ["_xlnm.Print_Titles", "'Nhiệm vụ ''25 (chính)'!$4:$4"],
      ["NgayXet", "'Thông tin'!$B$3"],
      ["DonVi", "'Danh mục'!$A$2:$A$4"],
      ["MaKeHoach", '"KH-TEST"'],
    ]);
    expect(tasks.tables).toEqual([
      {
        name: "tblNhiemVu",
        range: { row: 3, column: 0, rows: 5, columns: 9 },
        headerRows: 1,
        totalsRows: 0,
        columns: featureSpec.sheets[1]!.tables[0]!.columns.map(({ header }) => header),
      },
    ]);
    expect(read.sheets.map(({ visibility }) => visibility)).toEqual(["visible", "visible", "hidden", "veryHidden"]);
    expect(tasks.rows.get(4)?.get(4)).toMatchObject({ value: 45473, date: true, numberFormat: "dd/mm/yyyy" });
    expect(read.customXml.map(({ text }) => JSON.parse(text) as unknown)).toEqual([JSON.parse(featureSpec.state)]);
  });

  it("saves a KPI cell without a native form as its value, any other as a formula", () => {
    const [info, ...others] = featureSpec.sheets;
    const cells = [
      [{ formula: call("KPI.HAN", literal("quý II")), result: 45473 }],
      [{ formula: call("KPI.DAT", literal(1), literal(1), literal("≥")), result: true }],
    ];
    const spec = { ...featureSpec, sheets: [{ ...info!, blocks: [...info!.blocks, { at: { row: 14, column: 0 }, cells }] }, ...others] };
    const { rows } = readXlsx(toXlsx(spec)).sheets[0]!;
    expect(rows.get(14)?.get(0)).toMatchObject({ value: 45473 });
    expect(rows.get(14)?.get(0)?.formula).toBeUndefined();
    expect(rows.get(15)?.get(0)?.formula).not.toContain("KPI.");
  });

  it("refuses a spec that names a sheet it does not hold", () => {
    const lost = {
      ...featureSpec,
      names: [
        ...featureSpec.names,
        { key: "x", name: "x", visible: true, refersTo: { sheet: "nowhere", range: { row: 0, column: 0, rows: 1, columns: 1 } } },
      ],
    };
    expect(() => toXlsx(lost)).toThrow('no sheet "nowhere"');
  });
});
