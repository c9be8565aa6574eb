import fc from "fast-check";
import { kindName, KIND_NAMES, COUNT_UNITS, CONCLUSION_LABELS, TIERS } from "../../src/tracking/labels";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import type { Formula } from "../../src/workbook/formula";
import { COLUMNS, DEFINED_NAMES } from "../../src/workbook/names";
import { sampleDocument, samplePlan } from "./samplePlan";

/** An input cell of a case: a value, or the text of a formula that gives an error. */
export type InputCell = string | number | boolean | null | { readonly formula: string };

/** A calculated column of a generated sheet that holds KPI calls. */
export interface KpiColumn {
  readonly table: string;
  readonly header: string;
  readonly formula: Formula;
}

/** Every distinct KPI column that `compileWorkbook` puts into a workbook, so that new sheets are covered without a word here. */
export function kpiColumns(): readonly KpiColumn[] {
  const spec = compileWorkbook(samplePlan, sampleDocument, { asOf: "2024-06-30" as never, dialect: "kpi" });
  return spec.sheets.flatMap((sheet) =>
    sheet.tables.flatMap(({ key, columns }) =>
      columns.flatMap(({ header, formula }) =>
        formula && JSON.stringify(formula).includes('"KPI.') ? [{ table: key, header, formula }] : [],
      ),
    ),
  );
}

/** Columns (table, header) and names that a formula reads. */
export function inputsOf(formula: Formula): readonly string[] {
  const keys = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.kind === "column") keys.add(`${node.table}|${node.column}`);
    else if (node.kind === "name") keys.add(`name|${node.name}`);
    else if (node.kind === "op" || node.kind === "call") node.args.forEach(visit);
  };
  visit(formula);
  return [...keys];
}

/** The formula with its columns and names replaced by cells of one sheet row. */
export function atRow(formula: Formula, cellOf: (key: string) => { row: number; column: number }): Formula {
  const visit = (node: Formula): Formula => {
    if (node.kind === "column" && node.table === "thresholds") {
      const { column } = cellOf(`${node.table}|${node.column}`);
      return { kind: "cell", row: 0, column, toRow: THRESHOLDS.length - 1, toColumn: column };
    }
    if (node.kind === "column") return { kind: "cell", ...cellOf(`${node.table}|${node.column}`) };
    if (node.kind === "name") return { kind: "cell", ...cellOf(`name|${node.name}`) };
    return node.kind === "op" || node.kind === "call" ? { ...node, args: node.args.map(visit) } : node;
  };
  return visit(formula);
}

const T = COLUMNS.targets;
const N = COLUMNS.tasks;
const R = COLUMNS.reports;
const F = COLUMNS.figures;
const SERIAL = 45473;
const THRESHOLD_KEY = `thresholds|${COLUMNS.thresholds.from}`;
/** They stand one below the other in the first rows of their column. */
const THRESHOLDS: readonly number[] = [0.01, -0.05, -0.2];

const figures = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      0,
      1,
      2,
      3,
      -1,
      0.3,
      0.1 + 0.2,
      0.85,
      0.8,
      0.85 - 1e-10,
      0.85 + 1e-10,
      0.85 - 1e-7,
      0.92,
      92,
      1.5,
      1.2,
      100,
      7.3,
      7.43,
      6.9,
      40,
      38,
      41,
      13560,
      12000,
    ),
    weight: 6,
  },
  { arbitrary: fc.integer({ min: -3, max: 64 }), weight: 3 },
  { arbitrary: fc.integer({ min: 0, max: 20000 }).map((n) => n / 10000), weight: 3 },
  { arbitrary: fc.integer({ min: -2000, max: 2_000_000 }).map((n) => n / 100), weight: 2 },
);
const blanks = fc.constant(null);
const serials = fc.integer({ min: SERIAL - 20, max: SERIAL + 20 });

const GENERATORS: Readonly<Record<string, fc.Arbitrary<InputCell>>> = {
  [`targets|${T.id}`]: fc.oneof({ arbitrary: fc.constant("CT-01"), weight: 40 }, { arbitrary: blanks, weight: 1 }),
  [`targets|${T.actual}`]: fc.oneof(
    { arbitrary: figures, weight: 30 },
    {
      arbitrary: fc.constantFrom<InputCell>(
        { formula: '""' },
        "-",
        "…",
        "chưa có",
        "Không phát sinh",
        "Không áp dụng",
        "không công bố",
        "abc",
        "92%",
        true,
      ),
      weight: 4,
    },
    { arbitrary: fc.constantFrom(...TIERS, "khá", "Nhóm lạ"), weight: 3 },
    { arbitrary: fc.constantFrom({ formula: "1/0" }, { formula: "NA()" }), weight: 1 },
  ),
  [`targets|${T.level}`]: fc.oneof(
    { arbitrary: figures, weight: 20 },
    { arbitrary: blanks, weight: 1 },
    { arbitrary: fc.constantFrom(...TIERS), weight: 2 },
    { arbitrary: fc.constant("chữ"), weight: 1 },
  ),
  [`targets|${T.kind}`]: fc.oneof(
    { arbitrary: fc.constantFrom(...KIND_NAMES.map(({ name }) => name)), weight: 40 },
    { arbitrary: fc.constant(null), weight: 2 },
  ),
  [`targets|${T.baseline}`]: fc.oneof({ arbitrary: figures, weight: 5 }, { arbitrary: blanks, weight: 1 }),
  [`targets|${T.upper}`]: fc.oneof({ arbitrary: figures, weight: 2 }, { arbitrary: blanks, weight: 2 }),
  [`targets|${T.horizon}`]: fc.constantFrom(null, 2023, 2024, 2025, SERIAL, SERIAL + 1, SERIAL - 1),
  [`targets|${T.unit}`]: fc.constantFrom(null, "%", "% kế hoạch", "%/năm", "điểm", "hạng", "tỷ đồng", ...COUNT_UNITS.slice(0, 3)),
  [`targets|${T.conclusion}`]: fc.constantFrom(...Object.values(CONCLUSION_LABELS)),
  "name|asOf": fc.constant(SERIAL),
  "name|warnDays": fc.constantFrom(7, 0, 15),
  [`tasks|${N.id}`]: fc.oneof({ arbitrary: fc.constant("NV-01"), weight: 20 }, { arbitrary: blanks, weight: 1 }),
  [`tasks|${N.deadline}`]: fc.oneof(
    { arbitrary: serials, weight: 4 },
    { arbitrary: blanks, weight: 1 },
    { arbitrary: fc.constant("chữ"), weight: 0 },
  ),
  [`tasks|${N.extended}`]: fc.oneof({ arbitrary: serials, weight: 1 }, { arbitrary: blanks, weight: 2 }),
  [`tasks|${N.done}`]: fc.oneof(
    { arbitrary: serials, weight: 2 },
    { arbitrary: blanks, weight: 3 },
    { arbitrary: fc.constant("xong"), weight: 0 },
  ),
  [`tasks|${N.deadlineKind}`]: fc.constantFrom(null, "Cố định", "Định kỳ", "Thường xuyên", "Có điều kiện", "Theo văn bản khác", "Chưa rõ"),
  [`tasks|${N.special}`]: fc.oneof(
    { arbitrary: blanks, weight: 4 },
    { arbitrary: fc.constantFrom("Tạm dừng", "Xin lùi hạn", "Chờ điều kiện", "lạ"), weight: 1 },
  ),
  [`tasks|${N.progress}`]: fc.constantFrom(null, 0, 0.5, 1, 50),
  [`targets|${T.expected}`]: fc.oneof(
    { arbitrary: fc.constantFrom(1, 0.5, 0.25, 0), weight: 3 },
    { arbitrary: fc.constant({ formula: '""' }), weight: 1 },
  ),
  [THRESHOLD_KEY]: blanks,
  [`figures|${F.target}`]: fc.oneof(
    { arbitrary: fc.constant("CT-01"), weight: 12 },
    { arbitrary: fc.constantFrom(null, "CT-99"), weight: 1 },
  ),
  [`figures|${F.value}`]: fc.oneof(
    { arbitrary: figures, weight: 30 },
    { arbitrary: fc.constantFrom<InputCell>({ formula: '""' }, "…", "Không phát sinh", "không công bố", "abc", "92%", "Khá"), weight: 8 },
  ),
  [`figures|${F.unit}`]: fc.constantFrom(null, "%", "% kế hoạch", "%/năm", "điểm", "tỷ đồng", ...COUNT_UNITS.slice(0, 3)),
  [`figures|${F.numerator}`]: fc.oneof({ arbitrary: figures, weight: 2 }, { arbitrary: blanks, weight: 1 }),
  [`figures|${F.denominator}`]: fc.oneof({ arbitrary: figures, weight: 2 }, { arbitrary: blanks, weight: 1 }),
  [`figures|${F.before}`]: fc.oneof({ arbitrary: figures, weight: 2 }, { arbitrary: fc.constant({ formula: '""' }), weight: 1 }),
  [`figures|${F.period}`]: fc.oneof(
    { arbitrary: fc.constant("2024-Q1"), weight: 6 },
    { arbitrary: fc.constantFrom(null, "Q1"), weight: 1 },
  ),
  [`figures|${F.to}`]: fc.oneof({ arbitrary: fc.constant(SERIAL), weight: 8 }, { arbitrary: fc.constant({ formula: '""' }), weight: 1 }),
  [`figures|${F.state}`]: fc.constantFrom(null, "Đã nhận", "Đã nhận", "Không phát sinh", "Chưa gửi"),
  [`figures|${F.typed}`]: fc.oneof({ arbitrary: figures, weight: 1 }, { arbitrary: blanks, weight: 1 }),
  [`reports|${R.id}`]: fc.constant("BC-01"),
  [`reports|${R.lastDay}`]: fc.oneof({ arbitrary: serials, weight: 4 }, { arbitrary: blanks, weight: 1 }),
  [`reports|${R.sent}`]: fc.oneof(
    { arbitrary: serials, weight: 2 },
    { arbitrary: blanks, weight: 2 },
    { arbitrary: fc.constant("đã gửi"), weight: 0 },
  ),
};

/** Invented rows of inputs for the columns given, always the same for the same seed. */
export function caseRows(keys: readonly string[], count: number, seed: number): readonly (readonly InputCell[])[] {
  const missing = keys.filter((key) => !(key in GENERATORS));
  if (missing.length > 0) throw new Error(`No test values for ${missing.join(", ")}: add them to kpiCases.ts`);
  return fc
    .sample(fc.tuple(...keys.map((key) => GENERATORS[key]!)), { numRuns: count, seed })
    .map((row) => withDays(keys, row))
    .map((row, index) => row.map((cell, place) => (keys[place] === THRESHOLD_KEY ? (THRESHOLDS[index] ?? null) : cell)));
}

/** A target that is a deadline (K21) compares days, so its figures become days around the day of judgement. */
function withDays(keys: readonly string[], row: readonly InputCell[]): readonly InputCell[] {
  if (row[keys.indexOf(`targets|${T.kind}`)] !== kindName({ kind: "K21" })) return row;
  const days = [`targets|${T.actual}`, `targets|${T.level}`].map((key) => keys.indexOf(key));
  return row.map((cell, index) =>
    days.includes(index) && typeof cell === "number" ? SERIAL + (Math.round(Math.abs(cell)) % 40) - 20 : cell,
  );
}

/** Name key to Excel name, for printing. */
export const nameOf = (key: string): string => (DEFINED_NAMES as Readonly<Record<string, string>>)[key] ?? key;
