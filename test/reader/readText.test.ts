import { readDocument } from "../../src/reader/readDocument";
import { ReadError } from "../../src/reader/readError";
import { readText } from "../../src/reader/readText";

const WORDS = "Kế hoạch cải thiện chỉ số\nđạt 80%, Ủy ban";

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readDocument({ kind: "file", name: "x", bytes });
    return "read";
  } catch (error) {
    return error instanceof ReadError ? error.code : `threw ${String(error)}`;
  }
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), little);
  return bytes;
}

test.each([
  ["UTF-8", new TextEncoder().encode(WORDS)],
  ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${WORDS}`)],
  ["UTF-16 little", utf16(WORDS, true)],
  ["UTF-16 big", utf16(WORDS, false)],
  ["decomposed UTF-8", new TextEncoder().encode(WORDS.normalize("NFD"))],
])("%s is decoded", (_, bytes) => {
  expect(readText("x", bytes).lines.map((line) => line.raw)).toEqual(WORDS.split("\n"));
});

test("Windows-1258 is decoded and noted", () => {
  // "Kế hoạch" with combining tones, as Windows-1258 stores it.
  const document = readText("x", Uint8Array.of(0x4b, 0xea, 0xec, 0x20, 0x68, 0x6f, 0x61, 0xf2, 0x63, 0x68));
  expect(document.lines[0]!.raw).toBe("Kế hoạch");
  expect(document.notes?.map((note) => note.code)).toEqual(["text-decoded-legacy"]);
});

test("lines keep their numbers and spaces, form feeds make pages", () => {
  const document = readText("x", "một \r\n\r\n  hai\n\fba");
  expect(document.lines.map((line) => [line.number, line.raw, line.page])).toEqual([
    [1, "một ", 1],
    [2, "", 1],
    [3, "  hai", 1],
    [4, "ba", 2],
  ]);
});

test.each([
  ["empty", new Uint8Array(), "file-empty"],
  ["blank", new TextEncoder().encode(" \n\t\n"), "file-empty"],
  ["bytes with NUL", Uint8Array.of(65, 0, 66), "file-binary"],
  ["control characters", new TextEncoder().encode("\u0001\u0002\u0003\u0004\u0005\u0006 ab"), "file-binary"],
  ["punctuation only", new TextEncoder().encode("… --- ..."), "file-without-text"],
  ["21 MB", new Uint8Array(21_000_000).fill(65), "file-too-large"],
  ["a line of 11,000 letters", new TextEncoder().encode("a".repeat(11_000)), "file-too-large"],
  ["six million letters", new TextEncoder().encode("abcdefghi\n".repeat(600_000)), "file-too-large"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), "file-picture"],
  ["rich text", new TextEncoder().encode("{\\rtf1 abc}"), "file-other-office"],
])("%s is refused", async (_, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code);
});

test("a Markdown table becomes cells that point at their words", () => {
  const document = readText("x", "Bảng\n| TT | Nhiệm vụ | Chủ trì |\n|---|:-:|---|\n| 1 | Rà soát | Sở A |\n| 2 | Báo cáo | |\nhết");
  expect(document.format).toBe("markdown");
  const [table] = document.tables;
  expect([table!.firstLine, table!.lastLine, table!.rows, table!.columns]).toEqual([2, 5, 3, 3]);
  const words = table!.cells.map((cell) =>
    cell.source.map((span) => document.lines[span.line - 1]!.text.slice(span.start, span.end)).join(" "),
  );
  expect(words).toEqual(["TT", "Nhiệm vụ", "Chủ trì", "1", "Rà soát", "Sở A", "2", "Báo cáo", ""]);
});
