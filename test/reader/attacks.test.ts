import { strToU8, zipSync } from "fflate";
import { ElsewhereReader } from "../support/readElsewhere";

/** Megabytes that a process which refuses a file may have held: Node takes 50, the largest part that is unpacked 40. */
const MEMORY = 400;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

let reader: ElsewhereReader;
beforeAll(async () => {
  reader = await ElsewhereReader.start();
}, 60_000);
afterAll(() => reader.stop(), 60_000);

const word = (xml: string, name = "word/document.xml"): Uint8Array =>
  zipSync({ "word/document.xml": strToU8("<x/>"), [name]: strToU8(xml) });
const body = (inner: string): Uint8Array => word(`<w:document ${W}><w:body>${inner}</w:body></w:document>`);
const line = (letters: number): string => "Kế hoạch ".repeat(Math.ceil(letters / 9)).slice(0, letters);
const xlsx = (sheet: Uint8Array): Uint8Array =>
  zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": sheet });

/** Writes another unpacked size into the directory of an archive. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 28 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

/** Entities that make a billion letters of ten. */
function laughs(): string {
  const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY a0 "kế hoạch"><!ENTITY f SYSTEM "file:///etc/passwd">${entities.join("")}]>`;
}

const pdf = (...objects: string[]) => {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  return new TextEncoder().encode(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
};

test.each<[string, () => Uint8Array, string]>([
  [
    "a Word file of 300 kB that holds 300 MB",
    () => zipSync({ "word/document.xml": new Uint8Array(300_000_000).fill(32) }),
    "file-too-large",
  ],
  ["an Excel file of 300 kB that holds 300 MB", () => xlsx(new Uint8Array(300_000_000).fill(32)), "file-too-large"],
  [
    "an archive whose directory says 1,000 bytes of 300 MB",
    () => lying(zipSync({ "word/document.xml": new Uint8Array(300_000_000).fill(32) }), 1000),
    "file-broken",
  ],
  [
    "an archive whose directory says 4 GB",
    () => lying(zipSync({ "word/document.xml": strToU8(`<w:document ${W}/>`) }), 0xfffffff0),
    "file-too-large",
  ],
  ["a document type with entities", () => word(`${laughs()}<w:document ${W}>&a9;&f;</w:document>`), "file-broken"],
  [
    "a document type in the styles",
    () =>
      zipSync({
        "word/document.xml": strToU8(`<w:document ${W}><w:body><w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:body></w:document>`),
        "word/styles.xml": strToU8(`${laughs()}<w:styles ${W}>&a9;</w:styles>`),
      }),
    "file-broken",
  ],
  ["20,000 nested tables", () => body("<w:tbl><w:tr><w:tc>".repeat(20_000) + "</w:tc></w:tr></w:tbl>".repeat(20_000)), "file-too-large"],
  ["a paragraph of 5 million letters", () => body(`<w:p><w:r><w:t>${line(5_000_000)}</w:t></w:r></w:p>`), "file-too-large"],
  ["3 million elements", () => body("<w:p/>".repeat(3_000_000)), "file-too-large"],
  ["a line of 5 MB", () => strToU8(line(5_000_000)), "file-too-large"],
  ["a web page with a line of 5 MB", () => strToU8(`<html><body><p>${line(5_000_000)}</p>`), "file-too-large"],
  [
    "a PDF whose page tree runs in circles",
    () => pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "file-broken",
  ],
  [
    "a PDF whose page tree runs in circles between two parts",
    () =>
      pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
        "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 2 >>",
      ),
    "file-broken",
  ],
  [
    "a PDF that counts 2 million pages and has none",
    () => pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2000000 >>"),
    "file-without-text",
  ],
])(
  "%s is refused with a reason, in bounded memory",
  async (_, make, code) => {
    const { refused, told, peakMegabytes } = await reader.read(make());
    expect(refused).toBe(code);
    expect(told).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(peakMegabytes).toBeLessThan(MEMORY);
  },
  120_000,
);

test("20,000 nested tables of a web page are read or refused in bounded memory", async () => {
  const { refused, document, peakMegabytes } = await reader.read(
    strToU8(`<html><body><p>Kế hoạch</p>${"<table><tr><td>".repeat(20_000)}trong cùng`),
  );
  expect(
    refused ??
      document!.lines
        .map((one) => one.raw)
        .filter(Boolean)
        .slice(0, 1)[0],
  ).toMatch(/^(?:file-too-large|Kế hoạch)$/);
  expect(peakMegabytes).toBeLessThan(MEMORY);
}, 120_000);
