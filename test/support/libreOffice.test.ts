import { strToU8, zipSync } from "fflate";
import { pdfPages, pdfTexts } from "./pdfPages";
import { parseCsv, printedPdf, recalculatedSheets } from "./libreOffice";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The smallest workbook whose stored result (999) is wrong. */
function bookWithWrongResult(): Uint8Array {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets><sheet name="Theo dõi" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>21</v></c><c r="B1"><f>A1*2</f><v>999</v></c></row></sheetData></worksheet>`,
    ),
  });
}

test("LibreOffice computes anew although a result is stored", async () => {
  expect((await recalculatedSheets(bookWithWrongResult())).get("Theo dõi")).toEqual([["21", "42"]]);
}, 60_000);

test("a printed workbook becomes pictures and words", async () => {
  const pdf = await printedPdf(bookWithWrongResult());
  const pages = await pdfPages(pdf, 40);
  expect(pages).toHaveLength(1);
  expect([...pages[0]!.subarray(1, 4)]).toEqual([...strToU8("PNG")]);
  expect((await pdfTexts(pdf))[0]).toContain("999");
}, 60_000);

test("quoted fields keep commas, quotes and line ends", () => {
  expect(parseCsv('a,"b,""c""\nd"\n1,2')).toEqual([
    ["a", 'b,"c"\nd'],
    ["1", "2"],
  ]);
});
