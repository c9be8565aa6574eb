import { pdfOfWord, wordFile } from "../support/libreOffice";
import { longTable, rowsOfTable, type LongTableShape } from "../support/longTable";
import { ElsewhereReader } from "../support/readElsewhere";
import { writerDocument } from "../support/writerDocument";

let reader: ElsewhereReader;
beforeAll(async () => {
  reader = await ElsewhereReader.start();
}, 60_000);
afterAll(() => reader.stop(), 60_000);

const squeeze = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row.join("|").normalize("NFC").replace(/\s+/g, ""));

const shape = (given: Partial<LongTableShape>): LongTableShape => ({
  numbered: true,
  header: 1,
  shared: 1,
  groups: false,
  wholeRows: false,
  ...given,
});

describe("a long table of a Word file printed by LibreOffice is one table with every row whole", () => {
  test.each<[string, LongTableShape]>([
    ["numbers, groups, a header of two rows on each page", shape({ header: 2, groups: true })],
    ["numbers, agencies shared by three rows", shape({ shared: 3 })],
    ["no numbers, a header on each page", shape({ numbered: false })],
    [
      "no numbers, groups, no header on later pages, agencies shared by two rows",
      shape({ numbered: false, header: 0, groups: true, shared: 2 }),
    ],
    ["rows that no page cuts, no numbers", shape({ numbered: false, wholeRows: true })],
    [
      "rows that no page cuts, numbers, groups, agencies shared by three rows",
      shape({ wholeRows: true, groups: true, shared: 3, header: 2 }),
    ],
  ])(
    "%s",
    async (_, given) => {
      const { table, expected } = longTable(given);
      const pdf = await pdfOfWord(await wordFile(writerDocument(["Kế hoạch thực hiện.", table], { landscape: given.wholeRows })));
      const { document } = await reader.read(pdf);
      expect(document!.tables).toHaveLength(1);
      expect(squeeze(rowsOfTable(document!, given.header || 1))).toEqual(squeeze(expected));
      // The repeated headers are no lines of the text.
      expect(document!.lines.filter((line) => line.text === "Thời gian")).toHaveLength(1);
      expect(new Set(document!.lines.map((line) => line.page)).size).toBeGreaterThan(3);
    },
    60_000,
  );
});

/** A Word file with one table of these rows, below as many lines as fill a page but for one or two rows. */
async function rowsAtPageEnd(lines: number, rows: readonly (readonly string[])[]): Promise<string[][]> {
  const above = Array.from({ length: lines }, (_, index) => `Dòng ${index + 1} của phần mở đầu.`);
  const pdf = await pdfOfWord(await wordFile(writerDocument([...above, { rows, ruled: true, headerRows: 1 }])));
  const { document } = await reader.read(pdf);
  expect(new Set(document!.lines.map((line) => line.page)).size).toBe(2);
  return rowsOfTable(document!, 1);
}

test("units in lower case at the top of a page are rows of their own", async () => {
  const units = ["%", "hộ", "điểm", "hộ", "người", "trạm", "km", "xã", "hộ", "thôn", "bản", "tấn"];
  const rows = units.map((unit, index) => [`Chỉ tiêu về lĩnh vực thứ ${index + 1}`, unit, `${index * 7 + 3}`]);
  expect(await rowsAtPageEnd(40, [["Chỉ tiêu", "đơn vị", "Mức"], ...rows])).toEqual(rows);
}, 60_000);
