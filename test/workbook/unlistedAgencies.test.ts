import { importPlan, createTracking } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { seedPlans } from "../../src/seeds";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { COLUMNS, type TableKey } from "../../src/workbook/names";
import { listedAgencies, renamedCells, unlistedAgencies } from "../../src/workbook/unlistedAgencies";
import type { WorkbookValues } from "../../src/workbook/workbookValues";
import { sampleDocument, samplePlan } from "../support/samplePlan";

const asOf = "2024-07-01" as CalendarDate;
const spec = compileWorkbook(samplePlan, sampleDocument, { asOf, dialect: "native" });
const values = fromXlsx(toXlsx(spec)).value!;
const A = COLUMNS.agencies;

/** The book after somebody typed other texts over those of a column. */
function typed(of: WorkbookValues, key: TableKey, header: string, change: (text: string) => string): WorkbookValues {
  return {
    ...of,
    tables: of.tables.map((table) => {
      const place = table.headers.indexOf(header);
      return table.key === key
        ? { ...table, rows: table.rows.map((row) => row.map((cell, at) => (at === place ? change(String(cell ?? "")) || null : cell))) }
        : table;
    }),
  };
}

const renamed = typed(values, "agencies", A.name, (name) => (name === "Văn phòng Sở" ? "Văn phòng Sở mới" : name));

test.each(seedPlans)("a new book of $id names no agency that Danh mục lacks", async ({ id, text, review }) => {
  const { value } = await importPlan({ kind: "text", name: id, text }, review === undefined ? {} : { review });
  const book = createTracking(value!, { asOf, dialect: "native" });
  const stands = fromXlsx(toXlsx(book)).value!;
  expect(listedAgencies(stands).length).toBeGreaterThan(3);
  expect(unlistedAgencies(stands, book)).toEqual([]);
});

test("an agency renamed in Danh mục is told from its code, in sorted lines too", () => {
  const [found, ...others] = unlistedAgencies(renamed, spec);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ name: "Văn phòng Sở", listed: "Văn phòng Sở mới" });
  expect(found!.rows).toBeGreaterThan(1);
  expect(unlistedAgencies(renamed)).toEqual([{ name: "Văn phòng Sở", rows: found!.rows }]);
  const sorted = {
    ...renamed,
    tables: renamed.tables.map((table) => (table.key === "agencies" ? { ...table, rows: [...table.rows].reverse() } : table)),
  };
  expect(unlistedAgencies(sorted, spec)).toEqual([found]);
});

test("another name of an agency is told from Tên gọi khác; a name that two lines claim is not", () => {
  const lead = COLUMNS.tasks.lead;
  const short = typed(values, "tasks", lead, (name) => (name === "Văn phòng Sở" ? "VPS" : name));
  expect(unlistedAgencies(short)).toMatchObject([{ name: "VPS" }]);
  const one = typed(short, "agencies", A.aliases, (text) => text);
  const withAlias = (names: readonly string[]): WorkbookValues => ({
    ...one,
    tables: one.tables.map((table) => {
      const [name, aliases] = [A.name, A.aliases].map((header) => table.headers.indexOf(header)) as [number, number];
      return table.key === "agencies"
        ? {
            ...table,
            rows: table.rows.map((row) => (names.includes(String(row[name])) ? row.map((c, at) => (at === aliases ? "vps; VP" : c)) : row)),
          }
        : table;
    }),
  });
  expect(unlistedAgencies(withAlias(["Văn phòng Sở"]))).toMatchObject([{ name: "VPS", listed: "Văn phòng Sở" }]);
  const [first, second] = listedAgencies(values);
  expect(unlistedAgencies(withAlias([first!, second!]))[0]).not.toHaveProperty("listed");
});

test("the abbreviation of an agency is a name of it too", () => {
  const lead = COLUMNS.tasks.lead;
  const led = typed(values, "tasks", lead, (name) => (name === "Văn phòng Sở" ? "VPS" : name));
  let row = 0;
  const [first] = listedAgencies(led);
  const abbreviated = typed(led, "agencies", A.short, (text) => (row++ === 0 ? "VPS" : text));
  expect(unlistedAgencies(abbreviated)).toMatchObject([{ name: "VPS", listed: first }]);
});

test("renaming changes that name alone, among several and as a further lead too", () => {
  const several = typed(values, "tasks", COLUMNS.tasks.supporters, () => "Phòng A; Văn phòng Sở (cùng chủ trì); Văn phòng Sở Nội vụ");
  const cells = renamedCells(several, "văn phòng sở", "VP mới");
  expect(cells).toContainEqual({
    table: "tasks",
    index: 0,
    header: COLUMNS.tasks.supporters,
    before: "Phòng A; Văn phòng Sở (cùng chủ trì); Văn phòng Sở Nội vụ",
    after: "Phòng A; VP mới (cùng chủ trì); Văn phòng Sở Nội vụ",
  });
  expect(
    cells
      .filter(({ header }) => header === COLUMNS.tasks.lead)
      .every(({ before, after }) => before === "Văn phòng Sở" && after === "VP mới"),
  ).toBe(true);
  expect(renamedCells(values, "Sở không có", "X")).toEqual([]);
});

test("a book without Danh mục is not called wrong", () => {
  expect(unlistedAgencies({ ...values, tables: values.tables.filter(({ key }) => key !== "agencies") })).toEqual([]);
});
