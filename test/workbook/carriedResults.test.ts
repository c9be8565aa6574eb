import { createTracking, importPlan, renewTracking } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { seedPlans } from "../../src/seeds";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { COLUMNS, INFO_ITEMS } from "../../src/workbook/names";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { isFormulaCell } from "../../src/workbook/formula";
import { toXlsx } from "../../src/render/toXlsx";
import { lintXlsx } from "../../src/xlsx/lint";
import { FilledBook, rowsIn } from "../support/filledBook";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { recalculatedSheets } from "../support/libreOffice";

jest.setTimeout(180_000);

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const F = COLUMNS.figures;

/** A book in which every target and task has something, rows were added and settings changed. */
function filled(book: FilledBook): FilledBook {
  const targets = rowsIn(book.spec, "targets");
  targets.forEach((cells, index) => {
    const code = cells[T.id]!;
    if (index % 3 === 0) book.type("targets", code, T.hand, cells[T.level] ?? 1);
    if (index % 4 === 1) book.type("targets", code, T.weight, 0.1).type("targets", code, T.lead, "Cơ quan gõ tay");
  });
  rowsIn(book.spec, "tasks").forEach((cells, index) => {
    if (index % 2 === 0) book.type("tasks", cells[K.id]!, K.done, 44_600 + 200 * index).type("tasks", cells[K.id]!, K.progress, 0.6);
    else book.type("tasks", cells[K.id]!, K.extended, 46_000).type("tasks", cells[K.id]!, K.special, "Tạm dừng");
  });
  rowsIn(book.spec, "figures").forEach((cells, index) => {
    if (cells[F.target] !== null && index % 2 === 0)
      book.type("figures", cells[F.target]!, F.typed, 0.1 * (1 + (index % 9)), { [F.period]: cells[F.period]! });
  });
  const code = targets[1]![T.id]!;
  const year = String(rowsIn(book.spec, "periods")[0]![COLUMNS.periods.code]).slice(0, 4);
  return book
    .add("figures", { [F.target]: code, [F.period]: `${year}-Q1`, [F.reporter]: "Đơn vị A", [F.numerator]: 3, [F.denominator]: 4 })
    .add("figures", { [F.target]: code, [F.period]: `${year}-Q2`, [F.reporter]: "Đơn vị A", [F.typed]: "Không phát sinh" })
    .add("targets", {
      [T.id]: "CT-X1",
      [T.measure]: "Thêm tay",
      [T.unit]: "%",
      [T.kind]: "Tối thiểu",
      [T.level]: 0.5,
      [T.hand]: 0.6,
      [T.lead]: "Cơ quan gõ tay",
    })
    .add("tasks", { [K.id]: "NV-X1", [K.title]: "Việc thêm tay", [K.lead]: "Cơ quan gõ tay", [K.deadline]: 45_000 })
    .add("agencies", { [COLUMNS.agencies.name]: "Cơ quan gõ tay" })
    .add("holidays", { [COLUMNS.holidays.day]: 45_200, [COLUMNS.holidays.name]: "Nghỉ bù" })
    .type("info", INFO_ITEMS.warnDays, COLUMNS.info.value, 30);
}

/** Formula cells of a carried book that hold a result before they are computed, and cells that LibreOffice shows as errors. */
async function faultsOf(spec: WorkbookSpec): Promise<readonly string[]> {
  const bytes = toXlsx(spec);
  expect(lintXlsx(bytes)).toEqual([]);
  const cells = spec.sheets
    .flatMap(({ tables, blocks }) => [...tables.flatMap(({ rows }) => rows), ...blocks.flatMap(({ cells: lines }) => lines)])
    .flat();
  const formulas = cells.filter(isFormulaCell);
  expect(formulas.length).toBeGreaterThan(100);
  const stale = formulas.filter(({ result }) => result !== null).map(({ result }) => `stale ${String(result)}`);
  const computed = [...(await recalculatedSheets(bytes))];
  const errors = computed.flatMap(([sheet, rows]) => rows.flat().flatMap((text) => (/^(?:#|Err:)/u.test(text) ? `${sheet}: ${text}` : [])));
  const targets = new Map(computed).get("Chỉ tiêu")!;
  const top = targets.findIndex((row) => row.includes(T.conclusion));
  const added = targets.find((row) => row.includes("CT-X1"))!;
  expect(added[targets[top]!.indexOf(T.conclusion)]).toBe("Vượt");
  return [...stale, ...errors];
}

test("a book with carried figures holds no earlier result, and LibreOffice computes it", async () => {
  const options = { asOf: "2024-06-30" as CalendarDate, dialect: "native" } as const;
  const book = filled(new FilledBook(compileWorkbook(samplePlan, sampleDocument, options)));
  const plan = { ...samplePlan, targets: samplePlan.targets.filter(({ id }) => id !== "CT-10") };
  const { value } = renewTracking({ document: sampleDocument, parsed: plan, plan }, options, book, 1);
  expect(await faultsOf(value)).toEqual([]);
});

test.each(["lang-son-ubnd-2021", "dak-nong-bqlkcn-2025-2030", "khanh-hoa-stttt-2023"])(
  "the book of %s with carried figures holds no earlier result, and LibreOffice computes it",
  async (id) => {
    const seed = seedPlans.find((one) => one.id === id)!;
    const { value: imported } = await importPlan({ kind: "text", name: `${id}.txt`, text: seed.text }, { review: seed.review });
    const options = { asOf: `${seed.year!}-11-20` as CalendarDate, dialect: "native" } as const;
    const { value } = renewTracking(imported!, options, filled(new FilledBook(createTracking(imported!, options))), 1);
    expect(await faultsOf(value)).toEqual([]);
  },
);
