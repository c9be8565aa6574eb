import { createTracking } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { fromXlsx } from "../../src/render/fromXlsx";
import { toXlsx } from "../../src/render/toXlsx";
import { periodWords } from "../../src/taskpane/periodChoices";
import { trackView } from "../../src/taskpane/trackView";
import { COLUMNS } from "../../src/workbook/names";
import type { TableValues, WorkbookValues } from "../../src/workbook/workbookValues";
import { fakeImported } from "./fakeServices";

const spec = createTracking(fakeImported, { asOf: "2024-07-01" as CalendarDate, dialect: "native" });
const values = fromXlsx(toXlsx(spec)).value!;
const view = (of: WorkbookValues) => trackView(1, of, spec).value!;
const withTargets = (change: (table: TableValues) => TableValues): WorkbookValues => ({
  ...values,
  tables: values.tables.map((table) => (table.key === "targets" ? change(table) : table)),
});

describe("what the pane shows of a book", () => {
  test("a fresh book lacks figures, and its past deadline is overdue", () => {
    const { asOf, targets, lists, tasks, title } = view(values);
    expect(asOf).toBe("2024-07-01");
    expect(title).toContain("cải thiện môi trường kinh doanh");
    expect(targets).toMatchObject({ total: 5, judged: 0, met: 0, withData: 0 });
    expect(lists.noData.map(({ code }) => code)).toEqual(["CT-01", "CT-02", "CT-03", "CT-04", "CT-05"]);
    expect(tasks.overdue).toBe(lists.overdue.length);
    expect(lists.overdue.map(({ code, days, lead }) => `${code} ${days} ${lead}`)).toContain("NV-01 -2 Văn phòng Sở");
  });

  test("the periods are those that the book keeps, with their days", () => {
    const { code, choices } = view(values).period!;
    expect(code).toBe("2024-06T");
    expect(choices.filter(({ year }) => year === 2024)).toHaveLength(19);
    expect(choices.find((choice) => choice.code === "2024-Q2")).toEqual({
      code: "2024-Q2",
      name: "Quý II/2024",
      year: 2024,
      from: "2024-03-15",
      to: "2024-06-14",
    });
    expect(choices.map((choice) => periodWords(choice, "en"))).toEqual(
      expect.arrayContaining(["Quarter 2/2024", "First 6 months of 2024", "Month 5/2024", "Year 2024"]),
    );
    const without = { ...values, tables: values.tables.filter(({ key }) => key !== "periods") };
    expect(view(without).period).toBeUndefined();
  });

  test("targets behind their pace are listed with how far, the most urgent first; missed and safe ones are not", () => {
    const hand = withTargets((table) => {
      const [actual, typed] = [COLUMNS.targets.actual, COLUMNS.targets.hand].map((header) => table.headers.indexOf(header));
      const figures: Readonly<Record<string, number>> = { "CT-02": 0.9, "CT-03": 0.1, "CT-05": 1 };
      return {
        ...table,
        rows: table.rows.map((row) => {
          const figure = figures[String(row[0])];
          return figure === undefined ? row : row.map((cell, at) => (at === actual || at === typed ? figure : cell));
        }),
      };
    });
    const { atRisk } = view(hand).lists;
    expect(atRisk.map(({ code, lead, risk }) => [code, lead, risk!.warning])).toEqual([
      ["CT-03", "", "alarm"],
      ["CT-02", "Văn phòng Sở", "at-risk"],
    ]);
    expect(atRisk[0]!.risk!.gap).toBeCloseTo(0.1 / 0.3 - 1, 9);
  });

  test("a sound book has nothing wrong", () => {
    expect(view(values).health).toEqual({ nameErrors: 0, overwritten: 0, unlisted: [] });
  });

  test("overwritten formulas and #NAME? are counted, empty rows are not", () => {
    const calculated = spec.sheets.flatMap((sheet) => sheet.tables).find((table) => table.key === "targets")!;
    const column = calculated.columns.findIndex((one) => one.formula);
    const damaged = withTargets((table) => ({
      ...table,
      formulas: table.formulas.map((row, index) => (index === 0 ? row.map((text, at) => (at === column ? "" : text)) : row)),
      rows: table.rows.map((row, index) =>
        index === 1 ? row.map((value, at) => (at === column ? "#NAME?" : value)) : index === 2 ? row.map(() => null) : row,
      ),
    }));
    expect(view(damaged).health).toEqual({
      nameErrors: 1,
      overwritten: 1,
      unlisted: [],
      firstOverwritten: { table: "targets", rowIndex: 0, header: calculated.columns[column]!.header },
    });
  });

  test("cells that are no book of ours give no view but a message", () => {
    const { value, messages } = trackView(1, { state: "", tables: [], names: {} }, undefined);
    expect(value).toBeUndefined();
    expect(messages.map(({ code }) => code)).toContain("workbook-not-ours");
  });
});
