import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Tab,
  TextRun,
  VerticalMergeType,
} from "docx";
import { strToU8, zipSync } from "fflate";
import { readDocument } from "../../src/reader/readDocument";
import { ReadError } from "../../src/reader/readError";
import type { TextDocument } from "../../src/text/textDocument";

const read = (bytes: Uint8Array) => readDocument({ kind: "file", name: "x.docx", bytes });
const raws = (document: TextDocument) => document.lines.map((line) => line.raw).filter(Boolean);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = (inner: string, more: Record<string, string> = {}) =>
  zipSync({
    "word/document.xml": strToU8(
      `<w:document ${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${inner}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([path, xml]) => [path, strToU8(xml)])),
  });
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return "read";
  } catch (error) {
    return error instanceof ReadError ? error.code : `threw ${String(error)}`;
  }
}

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.START,
});

async function written(): Promise<Uint8Array> {
  const at = (n: number, text: string) => new Paragraph({ text, numbering: { reference: "outline", level: n } });
  const cell = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more });
  const file = new Document({
    numbering: {
      config: [
        {
          reference: "outline",
          levels: [
            level(0, LevelFormat.UPPER_ROMAN, "%1."),
            level(1, LevelFormat.DECIMAL, "%2."),
            level(2, LevelFormat.DECIMAL, "%2.%3."),
            level(3, LevelFormat.LOWER_LETTER, "%4)"),
          ],
        },
        { reference: "dash", levels: [level(0, LevelFormat.BULLET, "\uF02D")] },
        { reference: "stt", levels: [level(0, LevelFormat.DECIMAL, "%1")] },
      ],
    },
    footnotes: { 1: { children: [new Paragraph("Theo Quyết định số 1.")] } },
    sections: [
      {
        children: [
          at(0, "MỤC TIÊU"),
          at(1, "Mục tiêu chung"),
          at(2, "Một"),
          at(2, "Hai"),
          at(3, "Điểm a"),
          at(1, "Cụ thể"),
          at(2, "Ba"),
          at(0, "NHIỆM VỤ"),
          at(1, "Rà soát"),
          new Paragraph({ text: "Gạch đầu dòng", numbering: { reference: "dash", level: 0 } }),
          new Paragraph({
            children: [
              new TextRun("đạt "),
              new InsertedTextRun({ text: "90%", id: 1, author: "a", date: "2024-01-01T00:00:00Z" }),
              new DeletedTextRun({ text: "80%", id: 2, author: "a", date: "2024-01-01T00:00:00Z" }),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ children: [new TextRun({ children: ["cột", new Tab(), "hai"] }), new TextRun({ text: "dòng mới", break: 1 })] }),
          new Paragraph({
            children: [new TextRun({ text: "Céng hßa x· héi", font: ".VnTime" }), new TextRun({ text: " Vieät Nam", font: "VNI-Times" })],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell("TT"), cell("Nhiệm vụ"), cell("Chủ trì")] }),
              new TableRow({ children: [cell("I. NHÓM MỘT", { columnSpan: 3 })] }),
              new TableRow({
                children: [
                  new TableCell({ children: [new Paragraph({ text: "", numbering: { reference: "stt", level: 0 } })] }),
                  cell("Rà soát"),
                  cell("Sở A", { verticalMerge: VerticalMergeType.RESTART }),
                ],
              }),
              new TableRow({
                children: [
                  new TableCell({ children: [new Paragraph({ text: "", numbering: { reference: "stt", level: 0 } })] }),
                  cell("Báo cáo"),
                  cell("", { verticalMerge: VerticalMergeType.CONTINUE }),
                ],
              }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

test("automatic numbers, tracked changes, breaks, fonts and footnotes are read", async () => {
  const document = await read(await written());
  expect(document.format).toBe("docx");
  expect(raws(document)).toEqual([
    "I. MỤC TIÊU",
    "1. Mục tiêu chung",
    "1.1. Một",
    "1.2. Hai",
    "a) Điểm a",
    "2. Cụ thể",
    "2.1. Ba",
    "II. NHIỆM VỤ",
    "1. Rà soát",
    "- Gạch đầu dòng",
    "đạt 90%",
    "cột\thai",
    "dòng mới",
    "Cộng hòa xã hội Việt Nam",
    "TT",
    "Nhiệm vụ",
    "Chủ trì",
    "I. NHÓM MỘT",
    "1 ",
    "Rà soát",
    "Sở A",
    "2 ",
    "Báo cáo",
    "[1] Theo Quyết định số 1.",
  ]);
  expect(document.notes?.map((note) => note.code)).toEqual(["tracked-changes-dropped", "text-decoded-legacy"]);
});

test("a table keeps its merged cells, and every cell points at its words", async () => {
  const document = await read(await written());
  const [table] = document.tables;
  expect([table!.rows, table!.columns]).toEqual([4, 3]);
  const cells = table!.cells.map((cell) => [
    cell.row,
    cell.column,
    cell.rowSpan,
    cell.columnSpan,
    cell.source.map((span) => document.lines[span.line - 1]!.raw.slice(span.start, span.end)).join(" "),
  ]);
  expect(cells).toContainEqual([1, 0, 1, 3, "I. NHÓM MỘT"]);
  expect(cells).toContainEqual([2, 2, 2, 1, "Sở A"]);
  expect(cells).toContainEqual([3, 0, 1, 1, "2"]);
});

test("a text box is read once, content controls are looked through, hidden text is not read", async () => {
  const box = (text: string) => `<w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict>`;
  const document = await read(
    body(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box("trong khung")}</mc:Choice><mc:Fallback>${box("trong khung")}</mc:Fallback></mc:AlternateContent></w:r>` +
        `<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>ngoài khung</w:t></w:r></w:p><w:sdt><w:sdtContent>${p("trong ô điều khiển")}</w:sdtContent></w:sdt>`,
    ),
  );
  expect(raws(document)).toEqual(["ngoài khung", "trong khung", "trong ô điều khiển"]);
});

test("a list goes on under another number id and starts again by an override", async () => {
  const numbering =
    `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>` +
    `<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
  const item = (id: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const document = await read(body([item(1, "a"), item(2, "b"), item(3, "c"), item(3, "d")].join(""), { "word/numbering.xml": numbering }));
  expect(raws(document)).toEqual(["5. a", "6. b", "1. c", "2. d"]);
});

test.each<[string, () => Uint8Array, string]>([
  ["XML cut in the middle", () => zipSync({ "word/document.xml": strToU8(`<w:document ${W}><w:body><w:p>`) }), "file-broken"],
  ["no text", () => body("<w:p/>"), "file-without-text"],
  ["an archive cut off", () => body(p("chữ")).slice(0, 120), "file-broken"],
  ["another archive", () => zipSync({ "a.txt": strToU8("a") }), "file-archive"],
  ["an old Word file", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), "file-other-office"],
  ["a password", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...strToU8([..."EncryptedPackage"].join("\0"))), "file-encrypted"],
])("%s is refused", async (_, make, code) => {
  expect(await refusal(make())).toBe(code);
});
