import type { CalendarDate } from "../../src/plan/date";
import { CONCLUSION_LABELS, parseConclusion, parseTaskStatus, TASK_STATUS_LABELS } from "../../src/tracking/labels";
import { snapshot } from "../../src/tracking/snapshot";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { isFormulaCell, type CellSpec, type Formula } from "../../src/workbook/formula";
import { lookupOf, MAX_FORMULA_LENGTH, printFormula } from "../../src/workbook/formulaText";
import { COLUMNS } from "../../src/workbook/names";
import { decodeState } from "../../src/workbook/planState";
import { readTracking } from "../../src/workbook/readTracking";
import type { RangeAddress, SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { emptyPlan, sampleDocument, samplePlan } from "../support/samplePlan";
import { valuesOf } from "../support/specValues";

const asOf = "2024-06-30" as CalendarDate;
const book = compileWorkbook(samplePlan, sampleDocument, { asOf, dialect: "kpi" });
const books: readonly (readonly [string, WorkbookSpec])[] = [
  ["the sample plan", book],
  [
    "a second book without Tổng quan and Nguồn",
    compileWorkbook(samplePlan, sampleDocument, { asOf, dialect: "native", book: 2, without: ["overview", "source"] }),
  ],
  ["a plan without items", compileWorkbook(emptyPlan, sampleDocument, { asOf, dialect: "native" })],
];

const cellsOf = (sheet: SheetSpec): readonly CellSpec[] => [
  ...sheet.blocks.flatMap(({ cells }) => cells.flat()),
  ...sheet.tables.flatMap(({ rows }) => rows.flat()),
];
const tableOf = (spec: WorkbookSpec, key: string) => spec.sheets.flatMap(({ tables }) => tables).find((table) => table.key === key)!;
const resultsOf = (spec: WorkbookSpec, key: string, header: string) => {
  const table = tableOf(spec, key);
  const index = table.columns.findIndex((column) => column.header === header);
  return table.rows.map((row) => (isFormulaCell(row[index]!) ? row[index].result : row[index]!));
};

/** Every formula of a workbook: cells, validations, rules, names. */
function formulasOf(spec: WorkbookSpec): readonly Formula[] {
  return [
    ...spec.sheets.flatMap((sheet) => [
      ...cellsOf(sheet).flatMap((cell) => (isFormulaCell(cell) ? [cell.formula] : [])),
      ...sheet.validations.flatMap((rule) =>
        rule.type === "list" ? [rule.source] : rule.type === "custom" ? [rule.formula] : [rule.value, ...(rule.upper ? [rule.upper] : [])],
      ),
      ...sheet.conditionalFormats.flatMap((rule) => (rule.type === "formula" ? [rule.formula] : [])),
    ]),
    ...spec.names.flatMap(({ refersTo }) => ("formula" in refersTo ? [refersTo.formula] : [])),
  ];
}

function nodesOf(formula: Formula): readonly Formula[] {
  return [formula, ...(formula.kind === "op" || formula.kind === "call" ? formula.args.flatMap(nodesOf) : [])];
}

const overlap = (a: RangeAddress, b: RangeAddress): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

function overlaps(ranges: readonly RangeAddress[]): readonly string[] {
  return ranges.flatMap((a, index) => ranges.slice(index + 1).flatMap((b) => (overlap(a, b) ? [JSON.stringify([a, b])] : [])));
}

describe.each(books)("%s", (_name, spec) => {
  test("names of sheets, tables and cells are unique and legal", () => {
    const sheets = spec.sheets.map(({ name }) => name.toLowerCase());
    const names = [...spec.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)), ...spec.names.map(({ name }) => name)].map(
      (name) => name.toLowerCase(),
    );
    expect(new Set(sheets).size).toBe(sheets.length);
    expect(new Set(names).size).toBe(names.length);
    for (const { name } of spec.sheets) expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}(?<!')$/u);
    for (const name of names) expect(name).toMatch(/^[a-z_][a-z0-9_.]*$/);
    for (const name of names) expect(name).not.toMatch(/^[a-z]{1,3}\d+$/);
  });

  test("headers are unique in their table and every row has one cell a column", () => {
    for (const table of spec.sheets.flatMap(({ tables }) => tables)) {
      const headers = table.columns.map(({ header }) => header.toLowerCase());
      expect(new Set(headers).size).toBe(headers.length);
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });

  test("blocks, tables and merges do not overlap, nor do validations", () => {
    for (const sheet of spec.sheets) {
      const blocks = sheet.blocks.map(({ at, cells }) => ({ ...at, rows: cells.length, columns: cells[0]!.length }));
      const tables = sheet.tables.map(({ at, rows, columns }) => ({ ...at, rows: rows.length + 1, columns: columns.length }));
      expect(overlaps([...blocks, ...tables])).toEqual([]);
      expect(overlaps([...sheet.merges, ...tables])).toEqual([]);
      expect(overlaps(sheet.validations.map(({ range }) => range))).toEqual([]);
    }
  });

  test("every style, link and chart refers to something that is there", () => {
    const keys = new Set(spec.sheets.map(({ key }) => key));
    for (const sheet of spec.sheets) {
      for (const { style } of sheet.styleRanges) expect(spec.styles[style]).toBeDefined();
      for (const { columns } of sheet.tables)
        for (const { style, headerStyle } of columns) expect([spec.styles[style], spec.styles[headerStyle]]).not.toContain(undefined);
      for (const { target } of sheet.links) expect(keys).toContain(target.sheet);
      for (const chart of sheet.charts) for (const { values } of chart.series) expect(values.range.rows).toBe(chart.categories.range.rows);
    }
  });

  test("every reference resolves and every formula prints within Excel's length in both dialects", () => {
    const lookup = lookupOf(spec);
    const headers = new Map(
      spec.sheets.flatMap(({ tables }) => tables.map(({ key, columns }) => [key, columns.map(({ header }) => header)] as const)),
    );
    for (const formula of new Set(formulasOf(spec))) {
      for (const node of nodesOf(formula)) if (node.kind === "column") expect(headers.get(node.table)).toContain(node.column);
      for (const dialect of ["kpi", "native"] as const)
        for (const target of ["sheet", "file"] as const) {
          const text = printFormula(formula, { dialect, target, lookup });
          expect(text.length).toBeLessThanOrEqual(MAX_FORMULA_LENGTH);
          if (dialect === "native") expect(text).not.toContain("KPI.");
        }
    }
  });

  test("validations and rules hold no structured references", () => {
    const rules = spec.sheets.flatMap((sheet) => [
      ...sheet.validations.flatMap((rule) =>
        rule.type === "list" ? [rule.source] : rule.type === "custom" ? [rule.formula] : [rule.value],
      ),
      ...sheet.conditionalFormats.flatMap((rule) => (rule.type === "formula" ? [rule.formula] : [])),
    ]);
    for (const rule of rules) expect(nodesOf(rule).map(({ kind }) => kind)).not.toContain("column");
  });

  test("KPI functions stand only in leaf columns", () => {
    const leaves: readonly string[] = [
      COLUMNS.targets.attainment,
      COLUMNS.targets.uncapped,
      COLUMNS.targets.conclusion,
      COLUMNS.targets.explanation,
      COLUMNS.tasks.status,
      COLUMNS.tasks.days,
      COLUMNS.figures.check,
      COLUMNS.targets.warning,
    ];
    for (const { columns } of spec.sheets.flatMap(({ tables }) => tables))
      for (const { header, formula } of columns)
        if (formula && nodesOf(formula).some((node) => node.kind === "call" && node.fn.startsWith("KPI.")))
          expect(leaves).toContain(header);
    for (const formula of spec.sheets
      .flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()))
      .flatMap((cell) => (isFormulaCell(cell) ? [cell.formula] : [])))
      expect(nodesOf(formula).filter((node) => node.kind === "call" && node.fn.startsWith("KPI."))).toEqual([]);
  });

  test("internal columns stand outside the print area", () => {
    for (const { tables, print, key } of spec.sheets)
      for (const { at, columns } of tables)
        columns.forEach(({ role, header }, index) => {
          if (role === "internal" && key !== "source" && key !== "info")
            expect([header, at.column + index >= (print.area?.columns ?? 0)]).toEqual([header, true]);
        });
  });

  test("row heights and texts keep to Excel's limits", () => {
    for (const sheet of spec.sheets) {
      for (const height of Object.values(sheet.rowHeights)) expect(height).toBeLessThanOrEqual(409);
      for (const cell of cellsOf(sheet)) if (typeof cell === "string") expect(cell.length).toBeLessThanOrEqual(32_767);
    }
  });
});

test("results are those of the engine on the day of evaluation", () => {
  const conclusions = resultsOf(book, "targets", COLUMNS.targets.conclusion);
  expect(new Set(conclusions)).toEqual(new Set([CONCLUSION_LABELS["no-data"]]));
  expect(resultsOf(book, "tasks", COLUMNS.tasks.status)).toEqual(
    (["overdue", "continuous-not-updated", "waiting", "due-soon", "not-started", "no-deadline"] as const).map(
      (status) => TASK_STATUS_LABELS[status],
    ),
  );
  expect(resultsOf(book, "tasks", COLUMNS.tasks.days).slice(0, 2)).toEqual([30, ""]);
  expect(resultsOf(book, "reports", COLUMNS.reports.lastDay)).toEqual([45_443, 45_626, null]);
  expect(resultsOf(book, "reports", COLUMNS.reports.lastWorkingDay)).toEqual([45_443, 45_625, ""]);
});

test("the level to be reached is told in the unit of the actual value, for every kind", () => {
  expect(resultsOf(book, "targets", COLUMNS.targets.required)).toEqual([
    0.8,
    0.3,
    7.3,
    39,
    0.35,
    "",
    2,
    1,
    "Khá",
    10,
    0.3,
    1,
    15,
    0.05,
    13_200,
    "",
    "",
    1,
    45_596,
    18_300,
    1,
    "",
    0.955,
  ]);
});

test("text that begins like a formula stays text", () => {
  expect(resultsOf(book, "targets", COLUMNS.targets.measure).at(-1)).toBe("=CMD|' /C calc'!A0");
});

test("a second lead goes to the supporters, marked", () => {
  expect(resultsOf(book, "tasks", COLUMNS.tasks.lead)[0]).toBe("Văn phòng Sở");
  expect(resultsOf(book, "tasks", COLUMNS.tasks.supporters)[0]).toBe("Thanh tra Sở (cùng chủ trì); Phòng Tổ chức");
});

test("every line with words stands on Nguồn and the unread one is marked", () => {
  const uses = resultsOf(book, "source", COLUMNS.source.use);
  expect(uses).toHaveLength(sampleDocument.lines.length);
  expect(uses.at(-1)).toBe("Chưa đọc");
  expect(resultsOf(book, "source", COLUMNS.source.codes)[4]).toBe("CT-01, CT-01.1, CT-12, CT-13, CT-14, CT-15");
});

test("the plan state comes back whole", () => {
  const state = decodeState(book.state);
  expect(state.messages).toEqual([]);
  expect(state.value?.plan).toEqual(JSON.parse(JSON.stringify(samplePlan)));
});

test("compiling is repeatable and leaves the plan as it was", () => {
  const before = JSON.stringify(samplePlan);
  expect(compileWorkbook(samplePlan, sampleDocument, { asOf, dialect: "kpi" })).toEqual(book);
  expect(JSON.stringify(samplePlan)).toBe(before);
});

describe("a workbook read back", () => {
  test("gives the conclusions and statuses that the sheets show", () => {
    const data = readTracking(valuesOf(book));
    expect(data.messages).toEqual([]);
    const figures = snapshot(data.value!);
    expect(figures.targets.map(({ evaluation }) => evaluation.conclusion)).toEqual(
      resultsOf(book, "targets", COLUMNS.targets.conclusion).map((word) => parseConclusion(String(word))),
    );
    expect(figures.tasks.map(({ status }) => status)).toEqual(
      resultsOf(book, "tasks", COLUMNS.tasks.status).map((word) => parseTaskStatus(String(word))),
    );
    expect(figures).toMatchObject({ met: 0, judged: 0, withData: 0, meanAttainment: null, onTimeRate: 0 });
    expect(figures.overdue.map(({ item }) => item.code)).toEqual(["NV-01", "BC-01.1"]);
  });

  test("judges figures that were typed, and names what lacks one", () => {
    const typed = new Map([
      [0, 0.92],
      [1, 0.25],
    ]);
    const values = valuesOf(book, (table, header, row) =>
      table === "targets" && header === COLUMNS.targets.actual ? typed.get(row) : undefined,
    );
    const figures = snapshot(readTracking({ ...values, names: { ...values.names, asOf: 45_657 } }).value!);
    expect(figures.targets.slice(0, 2).map(({ evaluation }) => evaluation.conclusion)).toEqual(["exceeded", "not-met"]);
    expect(figures.targets[0]!.group).toBe("partly-met");
    expect(figures.withoutNumbers).toHaveLength(21);
    expect(figures.met).toBe(1);
  });

  test("falls back on the typed figure where a formula gives an error", () => {
    const values = valuesOf(book, (table, header, row) => {
      if (table !== "targets" || row !== 0) return undefined;
      return header === COLUMNS.targets.actual ? "#NAME?" : header === COLUMNS.targets.hand ? 0.92 : undefined;
    });
    expect(readTracking(values).value!.targets[0]!.actual).toEqual({ state: "value", value: 0.92 });
  });

  test("is refused when nothing of ours is in it", () => {
    const none = readTracking({ state: "", tables: [], names: {} });
    expect(none.value).toBeUndefined();
    expect(none.messages.map(({ code }) => code)).toContain("workbook-not-ours");
  });
});

test("the sheets, tables, columns and rules are those of the golden copy", () => {
  const place = ({ row, column, rows, columns }: RangeAddress): string => `R${row + 1}C${column + 1} ${rows}×${columns}`;
  const brief = book.sheets.flatMap((sheet) => [
    `${sheet.name} (${sheet.visibility}${sheet.protected ? ", protected" : ""})${sheet.freeze ? ` freeze ${sheet.freeze.rows}×${sheet.freeze.columns}` : ""}`,
    `  print ${sheet.print.orientation}${sheet.print.area ? ` ${place(sheet.print.area)}` : ""}`,
    ...sheet.tables.flatMap(({ name, at, rows, columns }) => [
      `  ${name} R${at.row + 1}C${at.column + 1} ${rows.length} rows`,
      ...columns.map(({ header, role, style }) => `    ${header} | ${role} | ${style}`),
    ]),
    ...sheet.validations.map(({ type, range }) => `  validation ${type} ${place(range)}`),
    ...sheet.conditionalFormats.map(({ type, range }) => `  rule ${type} ${place(range)}`),
    ...sheet.charts.map(({ kind, title, at }) => `  chart ${kind} ${title} ${place(at)}`),
    `  links ${sheet.links.length}`,
  ]);
  expect(brief.join("\n")).toMatchSnapshot();
});
