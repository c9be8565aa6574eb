import fc from "fast-check";
import { readXlsx } from "../../src/xlsx/readXlsx";
import type { WorkbookFile } from "../../src/xlsx/sheetFile";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { readByHucre, readByOpenpyxl, schemaErrors } from "../support/otherReaders";

/** A workbook with one column of texts. */
function bookOf(texts: readonly string[]): Uint8Array {
  const workbook: WorkbookFile = {
    properties: { title: "", subject: "", creator: "", company: "", keywords: "", custom: {} },
    styles: { base: { font: { name: "Times New Roman", size: 12 } } },
    defaultStyle: "base",
    names: [],
    customXml: [],
    sheets: [
      {
        name: "S",
        visibility: "visible",
        showGridlines: true,
        columns: [],
        rows: texts.map((value, row) => ({ row, cells: [{ column: 0, value }] })),
        tables: [],
        merges: [],
        validations: [],
        conditionalFormats: [],
        links: [],
        charts: [],
        print: { orientation: "portrait", margins: { top: 1, bottom: 1, left: 1, right: 1, header: 0.5, footer: 0.5 }, pageBreaks: [] },
        protected: false,
      },
    ],
  };
  return writeXlsx(workbook);
}

const textsOf = (bytes: Uint8Array): string[] => {
  const { rows } = readXlsx(bytes).sheets[0]!;
  return [...rows.values()].map((cells) => cells.get(0)!.value as string);
};

/** What a cell can keep of a text: no control characters, no lone surrogates, line ends as Excel has them. */
const kept = (text: string): string =>
  text

    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      "",
    )
    .replace(/\r\n?/g, "\n");

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "=1+1",
    "+84",
    "-3",
    "@tên",
    "_x000D_",
    "_x005F_",
    "]]>",
    "<b>&amp;</b>",
    "'",
    '"',
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u0000",
    "\ud83c",
    "🎯",
    "Ễ",
    "\u0323",
    "{0}",
    "\uFEFF",
  ),
);
const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));

it("keeps any text, less what no cell can hold", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
      expect(textsOf(bookOf(texts))).toEqual(texts.map(kept).filter((value) => value !== ""));
    }),
    { numRuns: 100, seed: 2026 },
  );
});

it("writes texts that two other readers and the schema agree on", async () => {
  const texts = fc
    .sample(text, { numRuns: 1200, seed: 7 })
    .map(kept)
    .filter((value) => value.trim() !== "");
  const bytes = bookOf(texts);
  const [openpyxl, hucre, schema] = await Promise.all([readByOpenpyxl(bytes), readByHucre(bytes), schemaErrors(bytes)]);
  expect(hucre.sheets.S!.map(([, , value]) => value)).toEqual(texts);
  // openpyxl undoes the escape of an underscore twice.
  expect(openpyxl.sheets.S!.map(([, , value]) => value)).toEqual(texts.map((value) => value.replace(/_x005F_/g, "_")));
  expect(schema).toEqual({ Office2016: [], Microsoft365: [] });
}, 120_000);

it("cuts a text at 32,767 characters, never through a pair of surrogates", () => {
  const [long, pair] = textsOf(bookOf(["x".repeat(40_000), `${"y".repeat(32_766)}🎯`]));
  expect(long).toHaveLength(32_767);
  expect(pair).toBe("y".repeat(32_766));
});

it("refuses a number that is not finite", () => {
  expect(() => bookOf([Number.NaN as unknown as string])).toThrow("no finite number");
});
