import { strToU8, zipSync } from "fflate";
import { findPlanTables } from "../../src/parser/tables/findPlanTables";
import { describe as sentence } from "../../src/messages";
import { readDocument } from "../../src/reader/readDocument";
import { ReadError } from "../../src/reader/readError";
import type { TextDocument } from "../../src/text/textDocument";
import { convertedDocument } from "../support/libreOffice";
import { ElsewhereReader } from "../support/readElsewhere";
import { writerDocument } from "../support/writerDocument";

let reader: ElsewhereReader;
beforeAll(async () => {
  reader = await ElsewhereReader.start();
}, 60_000);
afterAll(() => reader.stop(), 60_000);

const raws = (document: TextDocument): string[] => document.lines.map((line) => line.raw).filter(Boolean);
const FLAT = writerDocument(["KẾ HOẠCH", "Cải cách hành chính năm 2026", "Đạt 95% hồ sơ đúng hạn."]);
const LOCK = JSON.stringify({
  EncryptFile: { type: "boolean", value: "true" },
  DocumentOpenPassword: { type: "string", value: "mat-khau" },
});

describe("files that other programs really write are told what to do with", () => {
  test.each<[string, string, string]>([
    ["pdf:writer_pdf_Export:" + LOCK, "file-encrypted", "Bỏ mật khẩu"],
    ["doc", "file-other-office", "tệp .doc, chưa đọc được trực tiếp"],
    ["odt", "file-other-office", "tệp .odt"],
    ["rtf", "file-other-office", "tệp .rtf"],
    ["fodt", "file-other-office", "loại .docx"],
  ])(
    "%s",
    async (filter, code, words) => {
      const { refused, told } = await reader.read(await convertedDocument(FLAT, filter));
      expect(refused).toBe(code);
      expect(told).toContain(words);
    },
    60_000,
  );
});

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await readDocument({ kind: "file", name, bytes });
    return "read";
  } catch (error) {
    if (!(error instanceof ReadError)) return `threw ${String(error)}`;
    return sentence({ code: error.code, severity: "error", details: error.details }, "vi").title;
  }
}

const UTF_16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

test.each<[string, Uint8Array, string]>([
  ["ke-hoach.docx", zipSync({ "ke-hoach.pdf": strToU8("%PDF") }), "Đây là tệp nén"],
  ["ke-hoach.docx", zipSync({ "word/a.xml": strToU8("x".repeat(500)) }, { level: 0 }).subarray(0, 400), "Không mở được tệp"],
  ["ke-hoach.docx", ascii("Rar!\u001a\u0007 noi dung"), "Đây là tệp nén"],
  ["ke-hoach.docx", new Uint8Array(), "Tệp không có nội dung"],
  ["ke-hoach.pdf", ascii("RIFF\u0001\u0002\u0003\u0004WEBPVP8 "), "Đây là tệp ảnh"],
  ["anh.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), "Đây là tệp ảnh"],
  ["ke-hoach.doc", ascii("MIME-Version: 1.0\nContent-Type: multipart/related"), "Cần lưu tệp thành .docx"],
  ["ke-hoach.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...UTF_16("Workbook").slice(2)]), "Chưa đọc được loại tệp này"],
  ["ke-hoach.docx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...UTF_16("EncryptedPackage").slice(2)]), "Tệp có mật khẩu"],
  ["trinh-chieu.pptx", zipSync({ "ppt/presentation.xml": strToU8("<x/>") }), "Chưa đọc được loại tệp này"],
])("%s with other content: the person is told what it is", async (name, bytes, title) => {
  expect(await refusal(name, bytes)).toBe(title);
});

const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

test.each<[string, string, string, string]>([
  ["without styles and numbers", "w", USUAL, "word/document.xml"],
  ["of the strict kind", "w", STRICT, "word/document.xml"],
  ["with another prefix", "ns0", USUAL, "word/document.xml"],
  ["with counted parts, as Word on the web writes them", "w", USUAL, "word/document2.xml"],
])("a Word file %s is read", async (_, prefix, uri, path) => {
  const p = (words: string): string => `<${prefix}:p><${prefix}:r><${prefix}:t>${words}</${prefix}:t></${prefix}:r></${prefix}:p>`;
  const cell = (words: string): string => `<${prefix}:tc>${p(words)}</${prefix}:tc>`;
  const table = `<${prefix}:tbl><${prefix}:tr>${cell("STT")}${cell("Nhiệm vụ")}</${prefix}:tr></${prefix}:tbl>`;
  const xml = `<${prefix}:document xmlns:${prefix}="${uri}"><${prefix}:body>${p("KẾ HOẠCH")}${table}</${prefix}:body></${prefix}:document>`;
  const document = await readDocument({ kind: "file", name: "x.docx", bytes: zipSync({ [path]: strToU8(xml) }) });
  expect(raws(document)).toEqual(["KẾ HOẠCH", "STT", "Nhiệm vụ"]);
  expect(document.tables).toHaveLength(1);
});

const TASKS = [
  ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
  ["1", "Rà soát thủ tục hành chính", "Sở Nội vụ", "Quý II/2026"],
  ["2", "Ban hành quy chế làm việc", "Văn phòng UBND tỉnh", "Quý III/2026"],
];
const htmlTable = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((words) => `<td><p>${words}</p></td>`).join("")}</tr>`).join("")}</table>`;

test("a page of a law site, its text and table inside tables that set the page, is read with the inner table", async () => {
  const head = htmlTable([["UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]);
  const text = `${head}<p>KẾ HOẠCH</p><p>Cải cách hành chính năm 2026</p><p>Đạt 95% hồ sơ đúng hạn.</p>${htmlTable(TASKS)}<p>Nơi nhận:</p>`;
  const html = `<!-- saved from url=(0029)https://example.vn/ --><html><body><table><tr><td>Trang chủ</td><td>Đăng nhập</td></tr><tr><td>Văn bản liên quan</td><td><div><table><tr><td>${text}</td></tr></table></div></td></tr></table></body></html>`;
  const document = await readDocument({ kind: "file", name: "van-ban.html", bytes: strToU8(html) });
  const [table] = findPlanTables(document);
  expect(table!.rows).toHaveLength(2);
  const lead = table!.rows[1]!.cells.lead!.map(({ line, start, end }) => document.lines[line - 1]!.text.slice(start, end));
  expect(lead).toEqual(["Văn phòng UBND tỉnh"]);
});

test("a web page in UTF-16 is a web page", async () => {
  const document = await readDocument({
    kind: "file",
    name: "x.htm",
    bytes: UTF_16("<html><body><p>Kế hoạch</p><p>năm 2026</p></body></html>"),
  });
  expect(raws(document)).toEqual(["Kế hoạch", "năm 2026"]);
});
