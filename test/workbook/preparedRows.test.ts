import type { CalendarDate } from "../../src/plan/date";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { COLUMNS } from "../../src/workbook/names";
import { enlarged, reportedMonthly } from "../support/largePlan";
import { sampleDocument, samplePlan } from "../support/samplePlan";

/** Codes of the periods for which rows of a new tblSoLieu stand ready, and how many rows each has. */
function prepared(targets: number): Readonly<Record<string, number>> {
  const plan = enlarged(reportedMonthly(samplePlan), targets, 5);
  const book = compileWorkbook(plan, sampleDocument, { asOf: "2024-06-30" as CalendarDate, dialect: "native" });
  const table = book.sheets.flatMap(({ tables }) => tables).find(({ key }) => key === "figures")!;
  const place = table.columns.findIndex(({ header }) => header === COLUMNS.figures.period);
  const counts: Record<string, number> = {};
  for (const row of table.rows) counts[String(row[place])] = (counts[String(row[place])] ?? 0) + 1;
  return counts;
}

test("a new book has rows ready for every month of a plan that is reported monthly", () => {
  const counts = prepared(12);
  expect(Object.keys(counts)).toHaveLength(12);
  expect(counts["2024-T05"]).toBeGreaterThan(5);
});

test("a book of very many targets has one row a target ready, for the year", () => {
  const counts = prepared(500);
  expect(Object.keys(counts)).toEqual(["2024-N"]);
  expect(counts["2024-N"]).toBeGreaterThan(400);
});
