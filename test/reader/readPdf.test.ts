import { markWrongLetters } from "../../src/text/wrongLetters";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { TableField } from "../../src/parser/tables/planTable";
import type { TextDocument } from "../../src/text/textDocument";
import { normalizeText } from "../../src/text/vietnamese";
import { APPENDIX_ROWS } from "../support/appendixRows";
import { launchBrowser } from "../support/browser";
import { ElsewhereReader } from "../support/readElsewhere";

const root = join(__dirname, "../..");
const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

let reader: ElsewhereReader;
let browser: Browser;

beforeAll(async () => {
  [reader, browser] = await Promise.all([ElsewhereReader.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await Promise.all([reader.stop(), browser.close()]);
}, 60_000);

async function print(body: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(`<meta charset="utf-8"><body style="font: 13pt 'Liberation Serif'">${body}`);
  const bytes = await page.pdf({
    format: "A4",
    margin: { top: "20mm", bottom: "20mm", left: "25mm", right: "10mm" },
    displayHeaderFooter: true,
    headerTemplate: '<div style="font-size: 9px; width: 100%; text-align: center"><span class="pageNumber"></span></div>',
    footerTemplate: '<div style="font-size: 9px; width: 100%; text-align: center">Kế hoạch năm 2023</div>',
  });
  await page.close();
  return new Uint8Array(bytes);
}

test("a plan printed to PDF gives the lines of its text, without page numbers and footers", async () => {
  const lines = readFileSync(join(root, "seeds/lang-son-ubnd-2021.txt"), "utf8")
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^\d+$/.test(line));
  const { document } = await reader.read(
    await print(lines.map((line) => `<div style="white-space: pre; font-size: 11pt">${escape(line)}</div>`).join("")),
  );
  const fold = (text: string) => text.split(/\s+/).join(" ");
  expect(document!.lines.map((line) => line.raw).filter(Boolean)).toEqual(lines.map((line) => normalizeText(fold(line))));
  expect(document!.format).toBe("pdf");
  expect(document!.damage).toBeUndefined();
}, 60_000);

test("a ruled table over six pages is one table with all cells of its 27 rows, also of rows that a page cuts", async () => {
  const cells = (words: readonly string[]) => `<tr>${words.map((word) => `<td>${escape(word)}</td>`).join("")}</tr>`;
  const rows = APPENDIX_ROWS.map((row) =>
    row.head === undefined
      ? cells([`${row.stt}.`, row.target, row.content.join(" "), row.lead.join(" "), row.coop.join(" "), row.time.join(" ")])
      : `<tr><td colspan="6">${escape(row.head)}</td></tr>`,
  );
  const header = cells([
    "STT",
    "Chỉ tiêu phấn đấu",
    "Nhiệm vụ và giải pháp thực hiện",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
  ]);
  const { document, tables } = await reader.read(
    await print(`<p>PHỤ LỤC</p><table border="1" style="border-collapse: collapse">${header}${rows.join("")}</table>`),
  );
  expect(tables).toHaveLength(1);
  expect(new Set(document!.lines.map((line) => line.page)).size).toBeGreaterThan(3);
  const squeeze = (text: string) => text.normalize("NFC").split(/\s+/).join("");
  const read = tables![0]!.rows.map((row) =>
    (["target", "content", "lead", "supporter", "time"] satisfies TableField[]).map((field) =>
      squeeze((row.cells[field] ?? []).map((span) => document!.lines[span.line - 1]!.raw.slice(span.start, span.end)).join(" ")),
    ),
  );
  const expected = APPENDIX_ROWS.filter((row) => row.stt !== undefined).map((row) =>
    [row.target, row.content.join(""), row.lead.join(""), row.coop.join(""), row.time.join("")].map(squeeze),
  );
  expect(read).toEqual(expected);
}, 60_000);

test("the two sides of a letterhead are read one after the other", async () => {
  const side = (words: string[]) => `<td style="width: 50%; text-align: center">${words.join("<br>")}</td>`;
  const head = `<table style="width: 100%"><tr>${side(["UBND TỈNH A", "SỞ B", "Số: 12/KH-SB"])}${side(["CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "Tỉnh A, ngày 5/1/2024"])}</tr></table>`;
  const { document } = await reader.read(await print(`${head}<p>KẾ HOẠCH cải cách hành chính năm 2024 của ngành</p>`));
  expect(
    document!.lines
      .map((line) => line.raw)
      .filter(Boolean)
      .slice(0, 7),
  ).toEqual([
    "UBND TỈNH A",
    "SỞ B",
    "Số: 12/KH-SB",
    "CỘNG HÒA XÃ HỘI",
    "Độc lập - Tự do",
    "Tỉnh A, ngày 5/1/2024",
    "KẾ HOẠCH cải cách hành chính năm 2024 của ngành",
  ]);
}, 60_000);

test("letters that a font maps wrongly are told", async () => {
  const text = readFileSync(join(root, "seeds/gia-lai-stttt-2024.txt"), "utf8").normalize("NFC").replace(/t/g, "f").replace(/h/g, "z");
  const { document } = await reader.read(await print(`<p>${escape(text)}</p>`));
  expect(markWrongLetters(document!).damage).toMatchObject({ kind: "wrong-letters", restored: 0 });
}, 60_000);

const wordsOf = (document: TextDocument | undefined): string[] => document!.lines.map((line) => line.raw).filter(Boolean);

test.each([90, -90, 180])(
  "a page that was turned by %s degrees is read as it is meant",
  async (degrees) => {
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    const rows = [
      ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
      ["1", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Quý II"],
      ["2", "Ban hành kế hoạch", "Sở Tài chính", "Quý III"],
    ];
    const body = `<p>Phụ lục được in ngang trang giấy</p><table border="1" style="border-collapse: collapse">${rows.map(row).join("")}</table>`;
    const style = `position: absolute; top: 20mm; width: 150mm; height: 150mm; transform: rotate(${degrees}deg)`;
    const { document } = await reader.read(await print(`<div style="${style}">${body}</div>`));
    expect(wordsOf(document)).toEqual(["Phụ lục được in ngang trang giấy", ...rows.flat()]);
    expect(document!.tables).toMatchObject([{ rows: 3, columns: 4 }]);
  },
  60_000,
);

describe("however the letters of a page are set, its lines are read", () => {
  const lines = readFileSync(join(root, "seeds/dak-nong-skhcn-2024.txt"), "utf8")
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim().split(/\s+/).join(" "))
    .filter((line) => line !== "" && !/^\d+$/.test(line))
    .slice(0, 60);
  const paragraph = (words: string) => `<div style="white-space: nowrap; font-size: 11pt">${words}</div>`;
  const letters = (word: string) => [...word].map((letter) => `<span style="display: inline-block">${escape(letter)}</span>`).join("");
  const gap = '<span style="display: inline-block; width: 0.25em"></span>';
  const STAMP = "Người ký: Sở Khoa học và Công nghệ<br>Cơ quan: Tỉnh Đắk Nông<br>Thời gian ký: 12.01.2024 15:30:22 +07:00";

  test.each<[string, string]>([
    [
      "each letter on its own, words parted by their places alone",
      lines.map((line) => paragraph(line.split(" ").map(letters).join(gap))).join(""),
    ],
    ["marks that are composed with their letters", lines.map((line) => paragraph(escape(line.normalize("NFD")))).join("")],
    ["spaced letters", lines.map((line) => `<div style="letter-spacing: 0.8px">${paragraph(escape(line))}</div>`).join("")],
    [
      "a signature's stamp over the text",
      `${lines.map((line) => paragraph(escape(line))).join("")}<div style="position: absolute; top: 60px; left: 250px; font: 8pt 'Liberation Sans'; line-height: 1">${STAMP}</div>`,
    ],
  ])(
    "%s",
    async (_, body) => {
      const { document } = await reader.read(await print(body));
      expect(wordsOf(document)).toEqual(lines.map(normalizeText));
    },
    60_000,
  );
});

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==";
const scan = (stamp = "") =>
  `<div style="break-before: page; position: relative"><img src="${PIXEL}" style="width: 640px; height: 900px"><p style="position: absolute; top: 0; font-size: 8pt">${stamp}</p></div>`;

test("pages that are pictures among pages of text are told, a stamp on them is no text, a blank page is no picture", async () => {
  const text = `<p style="break-before: page">${"Đẩy mạnh cải cách hành chính trong các cơ quan của tỉnh. ".repeat(20)}</p>`;
  const blank = '<p style="break-before: page">&nbsp;</p>';
  const stamp = "Người ký: Sở Thông tin và Truyền thông. Thời gian ký: 12.01.2024 15:30:22 +07:00";
  const { document } = await reader.read(await print(text + scan() + text + scan(stamp) + scan(stamp) + blank + text));
  expect(document!.notes).toEqual([{ code: "pages-without-text", details: { name: "x", list: "2, 4–5", pages: 7 } }]);
  expect(new Set(document!.lines.filter((line) => line.raw.includes("cải cách")).map((line) => line.page))).toEqual(new Set([1, 3, 7]));
}, 60_000);

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ["a scan", () => print('<svg width="500" height="800"><rect width="400" height="700" fill="gray"/></svg>'), "file-without-text"],
  [
    "a scan with a stamp on every page",
    () => print(scan("Người ký: Sở Thông tin và Truyền thông") + scan("Thời gian ký: 12.01.2024")),
    "file-without-text",
  ],
  ["a broken file", () => new TextEncoder().encode("%PDF-1.7 not a document"), "file-broken"],
])(
  "%s is refused",
  async (_, make, code) => {
    expect((await reader.read(await make())).refused).toBe(code);
  },
  60_000,
);
