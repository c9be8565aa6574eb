import { type OfficeHost, startOfficeHost } from "../support/officeHost";

let office: OfficeHost;
beforeEach(async () => {
  office = await startOfficeHost();
});
afterEach(() => office.close());

test("office.js boots on the stand-in as desktop Excel 2021 in Vietnamese", () => {
  const { context } = office.Office;
  expect([context.platform, context.host, context.displayLanguage]).toEqual(["PC", "Excel", "vi-VN"]);
  expect([context.requirements.isSetSupported("ExcelApi", "1.14"), context.requirements.isSetSupported("ExcelApi", "1.15")]).toEqual([
    true,
    false,
  ]);
});

test("values, formulas and formats go to the grid and come back", async () => {
  const read = await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Chỉ tiêu");
    const range = sheet.getRange("A1:B2");
    range.values = [
      [1, 2],
      ["Đạt", "=A1+B1"],
    ];
    range.numberFormat = [
      ["0.0", "0%"],
      ["@", "#,##0"],
    ];
    range.format.font.bold = true;
    range.format.fill.color = "#ffcc00";
    range.load("values,formulas,text,address,format/font/bold,format/fill/color");
    await context.sync();
    return range.toJSON();
  });
  expect(read).toMatchObject({
    address: "'Chỉ tiêu'!A1:B2",
    values: [
      [1, 2],
      ["Đạt", 3],
    ],
    formulas: [
      [1, 2],
      ["Đạt", "=A1+B1"],
    ],
    text: [
      ["1.0", "200%"],
      ["Đạt", "3"],
    ],
    format: { font: { bold: true }, fill: { color: "#FFCC00" } },
  });
});
