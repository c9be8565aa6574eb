import { createTracking, importPlan, renewTracking } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { seedPlans } from "../../src/seeds";
import { recalculate } from "../../src/workbook/calculate/recalculate";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import { COLUMNS, INFO_ITEMS } from "../../src/workbook/names";
import { FilledBook, rowsIn } from "../support/filledBook";
import { sampleDocument, samplePlan } from "../support/samplePlan";
import { differencesOf } from "../support/storedResults";

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

test("LibreOffice computes what is stored in a book with carried figures", async () => {
  const options = { asOf: "2024-06-30" as CalendarDate, dialect: "native" } as const;
  const book = filled(new FilledBook(compileWorkbook(samplePlan, sampleDocument, options)));
  const plan = { ...samplePlan, targets: samplePlan.targets.filter(({ id }) => id !== "CT-10") };
  const { value } = renewTracking({ document: sampleDocument, parsed: plan, plan }, options, book, 1);
  expect(await differencesOf(recalculate(value))).toEqual([]);
});

test.each(["lang-son-ubnd-2021", "dak-nong-bqlkcn-2025-2030", "khanh-hoa-stttt-2023"])(
  "LibreOffice computes what is stored in the book of %s with carried figures",
  async (id) => {
    const seed = seedPlans.find((one) => one.id === id)!;
    const { value: imported } = await importPlan({ kind: "text", name: `${id}.txt`, text: seed.text }, { review: seed.review });
    const options = { asOf: `${seed.year!}-11-20` as CalendarDate, dialect: "native" } as const;
    const { value } = renewTracking(imported!, options, filled(new FilledBook(createTracking(imported!, options))), 1);
    expect(await differencesOf(recalculate(value))).toEqual([]);
  },
);
