import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { toXlsx } from "../../src/render/toXlsx";
import { lintXlsx } from "../../src/xlsx/lint";
import { featureSpec } from "../support/featureSpec";

const sound = toXlsx(featureSpec);
const TASKS = "xl/worksheets/sheet2.xml";
const TABLE = "xl/tables/table1.xml";
const WORKBOOK = "xl/workbook.xml";

/** The sound workbook with one piece of one part replaced. */
function plant(path: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(sound);
  const before = strFromU8(parts[path]!);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

/** What lint says of each planted fault, by its name. */
const found = new Map<string, readonly string[]>();

function check(name: string, path: string, from: string | RegExp, to: string, expected: string): void {
  found.set(name, lintXlsx(plant(path, from, to)));
  it(`finds ${name}`, () => {
    expect(found.get(name)!.join("\n")).toContain(expected);
  });
}

it("finds nothing in a sound workbook", () => {
  expect(lintXlsx(sound)).toEqual([]);
});

describe("lint of tables", () => {
  check("a header cell other than its column", TABLE, 'name="Hạn"', 'name="Thời hạn"', 'header of table tblNhiemVu is "Hạn"');
  check("two columns of one name", TABLE, 'name="Hạn"', 'name="Mã"', "two columns have the same name");
  check("a range that does not fit the columns", TABLE, 'ref="A4:I8" totals', 'ref="A4:H8" totals', "9 columns in a range of 8");
  check(
    "a filter that ends elsewhere",
    TABLE,
    '<autoFilter ref="A4:I8"/>',
    '<autoFilter ref="A4:I9"/>',
    "the filter does not end with the data",
  );
  check("a table name with a space", TABLE, 'displayName="tblNhiemVu"', 'displayName="tbl Nhiem Vu"', "not a table name");
  it("finds tables that overlap", () => {
    const parts = unzipSync(sound);
    const rels = "xl/worksheets/_rels/sheet2.xml.rels";
    parts["xl/tables/table2.xml"] = strToU8(
      strFromU8(parts[TABLE]!).replace('id="1" name="tblNhiemVu" displayName="tblNhiemVu"', 'id="2" name="tblHai" displayName="tblHai"'),
    );
    parts[rels] = strToU8(
      strFromU8(parts[rels]!).replace(/(<Relationship )Id="rId1"([^>]*)table1\.xml"\/>/, '$&$1Id="rId2"$2table2.xml"/>'),
    );
    parts[TASKS] = strToU8(strFromU8(parts[TASKS]!).replace(/<tablePart r:id="rId1"\/>/, '$&<tablePart r:id="rId2"/>'));
    expect(lintXlsx(zipSync(parts)).join("\n")).toContain("tables overlap: A4:I8 and A4:I8");
  });
  check("a table without data rows", TABLE, 'ref="A4:I8" totals', 'ref="A4:I4" totals', "no data row");
  check("a defined name that is a table too", WORKBOOK, 'name="DonVi"', 'name="tblNhiemVu"', "is the name of a table too");
});

describe("lint of the workbook", () => {
  check("an unquoted sheet in a name", WORKBOOK, "'Thông tin'!$B$3", "Thông tin!$B$3", "no such sheet, or its name needs quotes");
  check("an unknown sheet in a name", WORKBOOK, "'Thông tin'!$B$3", "'Thông tin 2'!$B$3", "no such sheet: Thông tin 2");
  check("a name that stands twice", WORKBOOK, 'name="DonVi"', 'name="NgayXet"', "stands twice");
  check("a name like a cell", WORKBOOK, 'name="DonVi"', 'name="DV2024"', "is no name for Excel");
  check("two sheets of one name", WORKBOOK, 'name="Danh mục"', 'name="THÔNG TIN"', "two sheets are named");
  check("a sheet name that is too long", WORKBOOK, 'name="Danh mục"', `name="${"D".repeat(32)}"`, "not a sheet name");
  check(
    "a book without visible sheets",
    WORKBOOK,
    /<sheet name="(Thông tin|Nhiệm[^"]*)"/g,
    '<sheet state="hidden" name="$1"',
    "no sheet is visible",
  );
  check("a relationship to nowhere", "xl/_rels/workbook.xml.rels", "worksheets/sheet3.xml", "worksheets/sheet9.xml", "points to no part");
  check("a relationship id that stands twice", "xl/_rels/workbook.xml.rels", 'Id="rId2"', 'Id="rId1"', "stands twice");
  check("a content type for no part", "[Content_Types].xml", "/xl/styles.xml", "/xl/style.xml", "no such part");
});

describe("lint of cells", () => {
  check("a cell that stands twice", TASKS, 'r="B5"', 'r="A5"', "stands twice or out of order");
  check("a row that stands twice", TASKS, '<row r="6"', '<row r="5"', "does not follow");
  check("a shared text that is not there", TASKS, /t="s"><v>\d+</, 't="s"><v>9999<', "no shared text 9999");
  check("words in a number cell", TASKS, /<v>0\.8</, "<v>tám<", "a number cell holds tám");
  check("a look that is not there", TASKS, /<c r="A5" s="\d+"/, '<c r="A5" s="999"', "no look 999");
  check("a row that is too tall", TASKS, 'ht="33"', 'ht="410"', "taller than 409.5 points");
  check("a column that is too wide", TASKS, /width="[^"]*"/, 'width="256"', "wider than 255 characters");
  check("overlapping column settings", TASKS, 'min="2" max="2"', 'min="1" max="2"', "column settings overlap");
  check(
    "overlapping merged cells",
    "xl/worksheets/sheet1.xml",
    "</mergeCells>",
    '<mergeCell ref="B1:B2"/></mergeCells>',
    "merged cells overlap",
  );
  check(
    "merged cells in a table",
    TASKS,
    "<conditionalFormatting",
    '<mergeCells count="1"><mergeCell ref="A5:A6"/></mergeCells><conditionalFormatting',
    "merged cells in table",
  );
  check("a header text that is too long", TASKS, "<oddHeader>", `<oddHeader>${"x".repeat(256)}`, "longer than 255");
  check("a link to no sheet", "xl/worksheets/sheet1.xml", /location="[^"]*"/, "location=\"'Không có'!A1\"", "no such sheet: Không có");
});

describe("lint of rules", () => {
  check("overlapping validations", TASKS, 'sqref="C5:C8"', 'sqref="B5:C8"', "validations overlap");
  check("a message that is too long", TASKS, 'error="Không', `error="${"x".repeat(256)}Không`, "message is longer");
  check("a list of words that is too long", TASKS, "<formula1>DonVi<", `<formula1>"${"x".repeat(256)}"<`, "list is longer");
  check("a conditional look that is not there", TASKS, 'dxfId="0"', 'dxfId="77"', "has no look 77");
  check("a structured reference in a rule", TASKS, /<formula>[^<]*</, "<formula>tblNhiemVu[Mã]=1<", "cannot hold structured references");
});

describe("lint of formulas", () => {
  const formula = (name: string, text: string, expected: string): void => check(name, TASKS, /<f>[^<]*<\/f>/, `<f>${text}</f>`, expected);
  formula("[@…]", "tblNhiemVu[@Hạn]+1", "[@…] is not allowed");
  formula("a missing _xlfn.", "IFNA(1,2)", "_xlfn. is missing before IFNA");
  formula("brackets that do not match", "SUM((1,2)", "brackets do not match");
  formula("an unknown table", "SUM(tblKhac[Hạn])", "no such table: tblKhac");
  formula("an unknown column", "SUM(tblNhiemVu[Thời hạn])", "has no column Thời hạn");
  formula("a column without its table", "SUM([Hạn])", "column reference without its table");
  formula("a leading =", "=1+1", "formula begins with =");
  formula("an unknown name", "NgayKhac+1", "no such name: NgayKhac");
  formula("a bare table name", "ROWS(tblNhiemVu)", "bare table name");
  formula("a custom function", "KPI.DAT(1,2)", "custom function in a file");
  formula("a formula that is too long", `1${"+1".repeat(4100)}`, "longer than 8192");
  formula("a lost reference", "SUM(#REF!)", "formula holds #REF!");
});

/** Faults that the schema of the Open XML SDK lets pass, so that only lint keeps them from a user. */
const UNSEEN_BY_SCHEMA: readonly string[] = [
  "a header cell other than its column",
  "two columns of one name",
  "a range that does not fit the columns",
  "a filter that ends elsewhere",
  "a table name with a space",
  "an unquoted sheet in a name",
  "an unknown sheet in a name",
  "overlapping merged cells",
  "merged cells in a table",
  "overlapping validations",
  "a message that is too long",
  "[@…]",
  "a missing _xlfn.",
  "brackets that do not match",
  "an unknown table",
  "an unknown column",
  "a cell that stands twice",
  "a shared text that is not there",
  "words in a number cell",
  "a conditional look that is not there",
  "a header text that is too long",
  "overlapping column settings",
];

it("finds at least 27 of every 28 planted faults, and all that the schema lets pass", () => {
  const seen = [...found].filter(([, messages]) => messages.length > 0).map(([name]) => name);
  expect(found.size).toBeGreaterThanOrEqual(28);
  expect(seen.length / found.size).toBeGreaterThanOrEqual(27 / 28);
  expect(UNSEEN_BY_SCHEMA.filter((name) => !seen.includes(name))).toEqual([]);
});
