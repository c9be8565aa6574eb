import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { parsePlan } from "../../src/parser/parsePlan";
import { readDocument } from "../../src/reader/readDocument";
import type { TextDocument } from "../../src/text/textDocument";
import { launchBrowser } from "../support/browser";
import { pdfOfWord } from "../support/libreOffice";
import { printedHtml } from "../support/printedPdf";
import { ElsewhereReader } from "../support/readElsewhere";

const NOTES = [
  "Theo Nghị quyết số 12-NQ/TU của Tỉnh ủy về chuyển đổi số đến năm 2030.",
  "Bao gồm các xã, phường được sắp xếp theo nghị quyết của Ủy ban Thường vụ Quốc hội, có hiệu lực từ ngày 01/7/2025.",
  "Không tính hồ sơ nộp qua dịch vụ bưu chính công ích.",
];
const FILLING =
  "Các cơ quan, đơn vị rà soát quy trình nội bộ, công khai thời hạn giải quyết và bố trí người trực tại bộ phận một cửa trong giờ hành chính; ";

/** A plan of two pages with footnotes behind numbers, in a table cell and in a sentence that runs over the end of a page. */
async function planWithNotes(): Promise<Uint8Array> {
  const text = (words: string) => new TextRun({ text: words, size: 28 });
  const up = (words: string) => new TextRun({ text: words, size: 28, superScript: true });
  const note = (id: number) => new FootnoteReferenceRun(id);
  const paragraph = (...children: TextRun[]) => new Paragraph({ children });
  const filling = (count: number) => paragraph(text(`${FILLING.repeat(count)}thực hiện thường xuyên trong năm.`));
  const row = (...cells: TextRun[][]) =>
    new TableRow({ children: cells.map((children) => new TableCell({ children: [paragraph(...children)] })) });
  const document = new Document({
    footnotes: Object.fromEntries(NOTES.map((words, index) => [index + 1, { children: [new Paragraph(words)] }])),
    sections: [
      {
        children: [
          paragraph(text("KẾ HOẠCH")),
          paragraph(text("Cải cách hành chính năm 2026")),
          paragraph(text("I. MỤC TIÊU")),
          paragraph(text("1. Phấn đấu đạt 95%"), note(1), text(" hồ sơ được giải quyết đúng hạn.")),
          paragraph(text("2. Xây dựng mới 1.200 m"), up("2"), text(" trụ sở làm việc.")),
          filling(6),
          paragraph(text(`3. ${FILLING.repeat(8)}đến hết năm 2026 có 100%`), note(2), text(" cơ quan thực hiện.")),
          new Table({ rows: [row([text("Chỉ tiêu")], [text("Mức")]), row([text("Hồ sơ trực tuyến")], [text("80%"), up("(3)")])] }),
          filling(10),
          paragraph(text("4. Mức độ hài lòng đạt từ 90%"), note(3), text(" trở lên.")),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

let reader: ElsewhereReader;
beforeAll(async () => {
  reader = await ElsewhereReader.start();
}, 60_000);
afterAll(() => reader.stop(), 60_000);

const running = ({ lines }: TextDocument): string =>
  lines
    .map((line) => line.text.trim())
    .filter(Boolean)
    .join(" ");

test("marks of footnotes are no digits of a number, and the notes stand behind the text, in a Word file and in its PDF", async () => {
  const word = await planWithNotes();
  const fromWord = await readDocument({ kind: "file", name: "plan.docx", bytes: word });
  const { document: fromPdf } = await reader.read(await pdfOfWord(word));
  const expected = running(fromWord);
  expect(expected).toContain("đạt 95% hồ sơ");
  expect(expected).toContain("1.200 m2 trụ sở");
  expect(expected).toContain("Hồ sơ trực tuyến 80% Các");
  expect(running(fromPdf!)).toBe(expected);
  expect(new Set(fromPdf!.lines.map((line) => line.page)).size).toBe(2);
  expect(expected.endsWith(`[1] ${NOTES[0]} [2] ${NOTES[1]} [3] ${NOTES[2]}`)).toBe(true);
  for (const document of [fromWord, fromPdf!]) {
    const goals = parsePlan(document).value.targets.map(({ goal }) => goal);
    expect(goals).toContainEqual(expect.objectContaining({ kind: "at-least", level: 0.95 }));
    expect(goals).toContainEqual(expect.objectContaining({ kind: "at-least", level: 0.9 }));
  }
}, 120_000);

test("raised numbers of HTML are marks behind words, powers behind units and numbers of notes at the start of a paragraph", async () => {
  const html =
    "<p>Đạt 95%<sup>1</sup> hồ sơ; năm 2025<sup>(2)</sup>; 100%<sup><a href='#n'>[3]</a></sup>; 12 m<sup>2</sup>, 3 km<sup>2</sup>; thứ 1<sup>st</sup></p><p><sup>1</sup> Theo Nghị quyết</p>";
  const lines = ["Đạt 95% hồ sơ; năm 2025; 100%; 12 m2, 3 km2; thứ 1st", "1 Theo Nghị quyết"];
  const document = await readDocument({ kind: "html", name: "x", html, text: "" });
  expect(document.lines.map((line) => line.raw)).toEqual(lines);
  const browser = await launchBrowser();
  try {
    const { document: printed } = await reader.read(await printedHtml(browser, html));
    expect(running(printed!)).toBe(`${lines[0]} [1] Theo Nghị quyết`);
  } finally {
    await browser.close();
  }
}, 60_000);
