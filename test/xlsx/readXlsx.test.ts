import { strToU8, zipSync } from "fflate";
import { readXlsx, type ReadWorkbook } from "../../src/xlsx/readXlsx";
import { XlsxError } from "../../src/xlsx/xlsxError";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

interface Parts {
  readonly data?: string;
  readonly workbook?: string;
  readonly strings?: string;
  readonly extra?: Readonly<Record<string, Uint8Array>>;
}

/** The smallest workbook around some sheet data; style 1 shows a day. */
function book({ data = "", workbook = "", strings = "", extra = {} }: Parts): Uint8Array {
  return zipSync({
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${R}">${workbook}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${R}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ),
    "xl/sharedStrings.xml": strToU8(`<sst xmlns="${MAIN}">${strings}</sst>`),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`),
    ...extra,
  });
}

const rowOf = (read: ReadWorkbook, row = 0): unknown[] => [...(read.sheets[0]!.rows.get(row)?.values() ?? [])].map(({ value }) => value);

function check(name: string, parts: Parts, expected: readonly unknown[]): void {
  it(`reads ${name}`, () => {
    expect(rowOf(readXlsx(book(parts)))).toEqual(expected);
  });
}

describe("odd but readable files", () => {
  check("cells without an address", { data: '<row><c><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>' }, [
    1,
    true,
    { error: "#N/A" },
  ]);
  check("inline texts in runs", { data: '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Kế </t></r><r><t>hoạch</t></r></is></c></row>' }, [
    "Kế hoạch",
  ]);
  check(
    "shared texts without their phonetic runs",
    {
      strings: "<si><r><t>A</t></r><r><t>B</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>",
      data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    },
    ["AB"],
  );
  check("escaped line ends", { strings: "<si><t>a_x000A_b_x005F_x000D_</t></si>", data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, [
    "a\nb_x000D_",
  ]);
  check(
    "ISO days",
    { data: '<row r="1"><c r="A1" t="d"><v>2024-06-30</v></c><c r="B1" t="d"><v>2024-06-30T12:00:00</v></c></row>' },
    [45473, 45473.5],
  );
  check(
    "days of the 1904 system",
    { workbook: '<workbookPr date1904="1"/>', data: '<row r="1"><c r="A1" s="1"><v>44011</v></c><c r="B1"><v>44011</v></c></row>' },
    [45473, 44011],
  );
  check("CDATA and character references", { data: '<row r="1"><c r="A1" t="str"><v><![CDATA[<&>]]>&#272;&#x1F3AF;</v></c></row>' }, [
    "<&>Đ🎯",
  ]);
  check("blank cells as nothing", { data: '<row r="1"><c r="A1" s="1"/><c r="B1"><v></v></c><c r="C1" t="s"><v>99</v></c></row>' }, []);

  it("reads parts with another prefix and upper-case names", () => {
    const bytes = zipSync({
      "XL/WORKBOOK.XML": strToU8(
        `<x:workbook xmlns:x="${MAIN}" xmlns:q="${R}"><x:sheets><x:sheet name="S" sheetId="1" q:id="a" state="veryHidden"/></x:sheets></x:workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<p:Relationships xmlns:p="${PACKAGE}"><p:Relationship Id="a" Type="${R}/worksheet" Target="worksheets/S.xml"/></p:Relationships>`,
      ),
      "xl/worksheets/s.xml": strToU8(
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="b2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    });
    const read = readXlsx(bytes);
    expect(read.sheets[0]).toMatchObject({ name: "S", visibility: "veryHidden" });
    expect(read.sheets[0]!.rows.get(1)?.get(1)).toMatchObject({ value: 2, formula: "1+1" });
  });

  it("reads a part in UTF-16", () => {
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>Đơn vị</v></c></row></sheetData></worksheet>`;
    const sheet = new Uint8Array(Buffer.from(xml, "utf16le"));
    expect(rowOf(readXlsx(book({ extra: { "xl/worksheets/sheet1.xml": sheet } })))).toEqual(["Đơn vị"]);
  });

  it("gives every cell of a shared formula its formula", () => {
    const data =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>4</v></c><c r="B1"><f t="shared" si="0"/><v>6</v></c></row>';
    expect([...readXlsx(book({ data })).sheets[0]!.rows.get(0)!.values()].map(({ formula }) => formula)).toEqual(["C1*2", "C1*2"]);
  });

  it("tells days from numbers by their format", () => {
    const cells = readXlsx(
      book({ data: '<row r="1"><c r="A1" s="1"><v>45473</v></c><c r="B1"><v>45473</v></c></row>' }),
    ).sheets[0]!.rows.get(0)!;
    expect([...cells.values()].map(({ date, numberFormat }) => [date, numberFormat])).toEqual([
      [true, "dd/mm/yyyy"],
      [false, "General"],
    ]);
  });

  it("leaves out a custom XML part that is broken and reads the others", () => {
    const extra = {
      "customXml/item1.xml": strToU8("<a><b></a>"),
      "customXml/item2.xml": strToU8('<n:state xmlns:n="urn:x">{"a":1}</n:state>'),
    };
    expect(readXlsx(book({ extra })).customXml).toEqual([{ namespace: "urn:x", text: '{"a":1}' }]);
  });
});

describe("hostile files", () => {
  const codeOf = (bytes: Uint8Array): string => {
    try {
      readXlsx(bytes);
      return "read";
    } catch (error) {
      return error instanceof XlsxError ? error.code : `threw ${String(error)}`;
    }
  };

  it("refuses what is no .xlsx, each with its reason", () => {
    expect(codeOf(new Uint8Array())).toBe("file-empty");
    expect(codeOf(strToU8("Kế hoạch"))).toBe("file-binary");
    expect(codeOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe("file-encrypted");
    expect(codeOf(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3))).toBe("file-broken");
    expect(codeOf(zipSync({ "word/document.xml": strToU8("<w/>") }))).toBe("file-broken");
    expect(codeOf(book({}).subarray(0, 900))).toBe("file-broken");
  });

  it("refuses a small file that unpacks to hundreds of megabytes before it is unpacked", () => {
    const bomb = book({ extra: { "xl/sharedStrings.xml": new Uint8Array(60e6) } });
    const before = process.memoryUsage().rss;
    expect(codeOf(bomb)).toBe("file-broken");
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });

  it("refuses document types: entity bombs and outside files", () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>';
    expect(codeOf(book({ extra: { "xl/sharedStrings.xml": strToU8(`${bomb}<sst><si><t>&b;</t></si></sst>`) } }))).toBe("file-broken");
    const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(codeOf(book({ extra: { "xl/worksheets/sheet1.xml": strToU8(`${outside}<worksheet/>`) } }))).toBe("file-broken");
  });

  it("refuses cells outside a sheet and XML that nests without end", () => {
    expect(codeOf(book({ data: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }))).toBe("file-broken");
    expect(codeOf(book({ data: '<row r="9999999"><c><v>1</v></c></row>' }))).toBe("file-broken");
    expect(codeOf(book({ data: "<a>".repeat(500) }))).toBe("file-broken");
  });

  it("reads a lone cell in the last corner, whole-sheet merges and whole-sheet names, cell by cell that is there", () => {
    const workbook = "<definedNames><definedName name='tat_ca'>S!$A$1:$XFD$1048576</definedName></definedNames>";
    const extra = {
      "xl/worksheets/sheet1.xml": strToU8(
        `<worksheet xmlns="${MAIN}"><sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>` +
          `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>`,
      ),
    };
    const read = readXlsx(book({ workbook, extra }));
    expect(read.sheets[0]!.rows.get(1_048_575)?.get(16_383)?.value).toBe(7);
    expect(read.sheets[0]!.merges).toEqual([{ row: 0, column: 0, rows: 1_048_576, columns: 16_384 }]);
  });

  it("lets no name reach the prototype of objects", () => {
    const extra = { "__proto__.xml": strToU8("<a/>"), "xl/tables/__proto__.xml": strToU8("<table displayName='__proto__' ref='A1:A2'/>") };
    const data = '<row r="1"><c r="A1" t="str"><v>__proto__</v></c><c r="__proto__"><v>1</v></c></row>';
    expect(codeOf(book({ data, extra }))).toBe("file-broken");
    expect(rowOf(readXlsx(book({ data: data.replace(/<c r="__proto__">.*?<\/c>/, ""), extra })))).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).displayName).toBeUndefined();
  });

  it("looks at no number format of absurd length", () => {
    const styles = strToU8(
      `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="${"[".repeat(50_000)}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`,
    );
    expect(rowOf(readXlsx(book({ data: '<row r="1"><c r="A1"><v>1</v></c></row>', extra: { "xl/styles.xml": styles } })))).toEqual([1]);
  });
});
