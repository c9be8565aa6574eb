import { createTracking, importPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { seedPlans } from "../../src/seeds";
import { printFormula, lookupOf } from "../../src/workbook/formulaText";
import { COLUMNS, type TableKey } from "../../src/workbook/names";
import type { SheetSpec, TableSpec, ValidationSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const F = COLUMNS.figures;
const R = COLUMNS.reports;
const A = COLUMNS.agencies;

/** What an official finds in each table (DOMAIN, the workbook tab by tab): inputs with their checks, and columns that compute. */
const CONTRACT: Readonly<
  Partial<
    Record<
      TableKey,
      {
        readonly lists: readonly string[];
        readonly checks: readonly string[];
        readonly inputs: readonly string[];
        readonly computed: readonly string[];
      }
    >
  >
> = {
  targets: {
    lists: [T.parent, T.group, T.kind, T.unit, T.direction, T.lead, T.aggregation, T.period, T.certainty, T.confirmed],
    checks: [T.id, T.level, T.upper, T.horizon, T.baselineYear, T.weight],
    inputs: [T.measure, T.statement, T.baseline, T.series, T.supporters, T.evidence, T.hand, T.cause],
    computed: [
      T.actual,
      T.figureKind,
      T.required,
      T.attainment,
      T.uncapped,
      T.conclusion,
      T.explanation,
      T.groupConclusion,
      T.expected,
      T.gap,
      T.warning,
      T.forecast,
    ],
  },
  tasks: {
    lists: [K.lead, K.deadlineKind, K.special, K.certainty, K.confirmed],
    checks: [K.id, K.deadline, K.extended, K.done, K.progress, K.quality],
    inputs: [
      K.group,
      K.title,
      K.deliverable,
      K.supporters,
      K.time,
      K.extendedBy,
      K.document,
      K.result,
      K.targets,
      K.obstacle,
      K.budget,
      K.note,
    ],
    computed: [K.order, K.status, K.days],
  },
  figures: {
    lists: [F.target, F.period, F.reporter, F.kind, F.state, F.locked],
    checks: [F.received, F.numerator, F.denominator, F.typed],
    inputs: [F.source],
    computed: [F.measure, F.unit, F.value, F.check, F.from, F.to],
  },
  reports: {
    lists: [R.urged, R.period, R.reporter, R.certainty],
    checks: [R.id, R.lastDay, R.sent],
    inputs: [R.kind, R.recipient, R.due, R.document, R.statement],
    computed: [R.from, R.to, R.lastWorkingDay, R.cutOff, R.status, R.days],
  },
  agencies: {
    lists: [A.group],
    checks: [A.id, A.from, A.to],
    inputs: [A.name, A.short, A.aliases, A.successor, A.contact],
    computed: [],
  },
};

describe.each(seedPlans.map((seed) => [seed.id, seed] as const))("the sheets of %s", (_id, seed) => {
  let book: WorkbookSpec;
  beforeAll(async () => {
    const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
    book = createTracking(value!, { asOf: `${seed.year}-09-30` as CalendarDate, dialect: "native" });
  });
  const sheetOf = (key: string): SheetSpec => book.sheets.find((sheet) => sheet.key === key)!;
  const withTable = (key: TableKey): { sheet: SheetSpec; table: TableSpec } => {
    const sheet = book.sheets.find(({ tables }) => tables.some((table) => table.key === key))!;
    return { sheet, table: sheet.tables.find((table) => table.key === key)! };
  };
  /** Validations over the cells of a column. */
  const validationsOf = (key: TableKey, header: string): readonly ValidationSpec[] => {
    const { sheet, table } = withTable(key);
    const column = table.at.column + table.columns.findIndex((one) => one.header === header);
    return sheet.validations.filter(
      ({ range }) =>
        range.row === table.at.row + 1 &&
        range.rows === table.rows.length &&
        column >= range.column &&
        column < range.column + range.columns,
    );
  };

  it.each(Object.entries(CONTRACT))(
    "have in %s the columns, roles and checks that the field asks for",
    (key, { lists, checks, inputs, computed }) => {
      const { table } = withTable(key as TableKey);
      const column = (header: string) => table.columns.find((one) => one.header === header);
      for (const header of [...lists, ...checks, ...inputs]) expect([header, column(header)?.formula]).toEqual([header, undefined]);
      for (const header of [...lists, ...checks, ...inputs, ...computed])
        expect([header, column(header) !== undefined]).toEqual([header, true]);
      for (const header of computed) expect([header, column(header)!.formula !== undefined]).toEqual([header, true]);
      for (const header of lists)
        expect([header, validationsOf(key as TableKey, header).map(({ type }) => type)]).toEqual([header, ["list"]]);
      for (const header of checks) {
        const found = validationsOf(key as TableKey, header);
        expect([header, found.length, found[0]?.error?.style]).toEqual([header, 1, "stop"]);
      }
      for (const { header, formula } of table.columns) {
        if (!formula) continue;
        const [only, ...others] = validationsOf(key as TableKey, header);
        expect([header, only?.type, only?.error?.style, others.length]).toEqual([header, "custom", "stop", 0]);
      }
    },
  );

  it("take no code twice, and no upper bound of a range below the lower one", () => {
    const context = { dialect: "native", target: "file", lookup: lookupOf(book) } as const;
    const text = (key: TableKey, header: string): string => {
      const [rule] = validationsOf(key, header);
      return rule?.type === "custom" ? printFormula(rule.formula, context) : "";
    };
    const last = 3 + sheetOf("targets").tables[0]!.rows.length + 10_000;
    expect(text("targets", T.id)).toBe(`COUNTIF($A$4:$A$${last + 1},$A4)<=1`);
    expect(text("targets", T.upper)).toMatch(
      /^IF\(AND\(OR\(\$V4="Khoảng",\$V4="Khoảng cứng"\),ISNUMBER\(\$X4\),ISNUMBER\(\$Y4\)\),\$X4<=\$Y4,TRUE\)$/,
    );
  });

  it("offer in every list the names of the agencies, not their codes, and ask about an email without its sign", () => {
    const { sheet, table } = withTable("agencies");
    const names = table.at.column + table.columns.findIndex(({ header }) => header === A.name);
    const sources = [...validationsOf("tasks", K.lead), ...validationsOf("targets", T.lead), ...validationsOf("reports", R.reporter)].map(
      (rule) => (rule.type === "list" ? rule.source : undefined),
    );
    expect(sources).toHaveLength(3);
    for (const source of sources)
      expect(source).toMatchObject({ sheet: "lists", column: names, toColumn: names, row: 3, toRow: 2 + table.rows.length });
    const [email] = validationsOf("agencies", A.email);
    expect([sheet.key, email?.type, email?.error?.style]).toEqual(["lists", "custom", "warning"]);
  });

  it("link every target and task to its line on Nguồn, and the lines back", () => {
    const first = (key: TableKey) => withTable(key).table.rows.map((row) => row[0]);
    for (const key of ["targets", "tasks"] as const) {
      const { links } = withTable(key).sheet;
      expect(links.filter(({ target }) => target.sheet === "source").length).toBe(first(key).length);
    }
    const back = new Set(sheetOf("source").links.map(({ target }) => target.sheet));
    expect([...back]).toEqual(expect.arrayContaining(["targets", "tasks"]));
  });

  it("are printed on A4, one page wide, with their head on every page, the page number, and an alternative text for each chart", () => {
    for (const sheet of book.sheets.filter(({ visibility }) => visibility === "visible")) {
      const { print, charts, tables, freeze, key } = sheet;
      expect([key, print.fitToWidth]).toEqual([key, 1]);
      expect([key, `${print.header ?? ""}${print.footer ?? ""}`.includes("&P")]).toEqual([key, true]);
      for (const { description, title } of charts) expect([title, description.length > 30]).toEqual([title, true]);
      if (tables.length > 0 && key !== "info" && key !== "indices") {
        expect([key, print.repeatRows]).toEqual([key, { from: tables[0]!.at.row, to: tables[0]!.at.row }]);
        expect([key, freeze!.rows]).toEqual([key, tables[0]!.at.row + 1]);
      }
    }
  });

  it("are open where people type and closed where all is computed", () => {
    const closed = book.sheets.filter((sheet) => sheet.protected).map(({ key }) => key);
    expect(closed).toEqual(expect.arrayContaining(["overview", "agencies", "report", "urge", "guide"]));
    for (const key of ["info", "targets", "tasks", "periods", "calendar", "lists", "log"]) expect(closed).not.toContain(key);
  });
});
