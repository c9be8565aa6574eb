import { createTracking, importPlan, type ImportedPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { applyReview } from "../../src/review/applyReview";
import { changeField, drop } from "../../src/review/decide";
import type { Decision } from "../../src/review/review";
import { seedPlans } from "../../src/seeds";
import { toXlsx } from "../../src/render/toXlsx";
import { carryOver } from "../../src/workbook/carryOver";
import type { CompileOptions } from "../../src/workbook/compileOptions";
import { compileWorkbook } from "../../src/workbook/compileWorkbook";
import type { CellValue } from "../../src/workbook/formula";
import { COLUMNS, INFO_ITEMS } from "../../src/workbook/names";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { lintXlsx } from "../../src/xlsx/lint";
import { FilledBook, rowsIn } from "../support/filledBook";
import { sampleDocument, samplePlan } from "../support/samplePlan";

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const R = COLUMNS.reports;
const F = COLUMNS.figures;
const I = COLUMNS.info;

const OPTIONS: CompileOptions = { asOf: "2024-06-30" as CalendarDate, dialect: "native" };

/** Row of a table by what stands in its first column. */
const row = (spec: WorkbookSpec, key: string, code: CellValue): Readonly<Record<string, CellValue>> =>
  rowsIn(spec, key).find((cells) => Object.values(cells)[0] === code)!;

describe("the sample plan, made again without changes", () => {
  const old = compileWorkbook(samplePlan, sampleDocument, OPTIONS);
  const next = compileWorkbook(samplePlan, sampleDocument, { ...OPTIONS, book: 2 });

  it("carries nothing from a book in which nobody typed", () => {
    const { spec, report } = carryOver(new FilledBook(old), next);
    expect(report).toEqual({ cells: 0, rows: 0, conflicts: [], gone: [], moved: [], missing: [], columns: [] });
    for (const key of ["targets", "tasks", "reports", "figures", "info", "agencies", "log"])
      expect(rowsIn(spec, key).map((cells) => Object.values(cells)[0])).toEqual(rowsIn(next, key).map((cells) => Object.values(cells)[0]));
  });

  it("carries every kind of input, wherever rows were sorted to", () => {
    const office = rowsIn(old, "agencies").find((cells) => cells[COLUMNS.agencies.name] === "Văn phòng Sở")![COLUMNS.agencies.id]!;
    const book = new FilledBook(old)
      .type("targets", "CT-01", T.hand, 0.82)
      .type("targets", "CT-01", T.cause, "=1+1")
      .type("targets", "CT-01", T.confirmed, "Có")
      .type("targets", "CT-06", T.baseline, 1200)
      .type("targets", "CT-03", T.weight, 0.2)
      .type("targets", "CT-03", T.lead, null)
      .type("tasks", "NV-01", K.done, 45440)
      .type("tasks", "NV-01", K.result, "Đã xong")
      .type("tasks", "NV-04", K.extended, 45500)
      .type("tasks", "NV-04", K.extendedBy, "12/QĐ")
      .type("reports", "BC-01.1", R.sent, 45440)
      .type("reports", "BC-01.1", R.document, "33/BC")
      .type("info", INFO_ITEMS.author, I.value, "Nguyễn Văn A")
      .type("agencies", office, COLUMNS.agencies.email, "a@b.vn")
      .type("tasks", "NV-01", K.quality, 0.75)
      .type("thresholds", rowsIn(old, "thresholds")[0]![COLUMNS.thresholds.name]!, COLUMNS.thresholds.from, -0.01)
      .add("holidays", { [COLUMNS.holidays.day]: 45330, [COLUMNS.holidays.name]: "Tết" })
      .add("log", { [COLUMNS.log.at]: 45400, [COLUMNS.log.who]: "A", [COLUMNS.log.code]: "CT-01", [COLUMNS.log.after]: "0,82" })
      .reverse("targets")
      .reverse("tasks")
      .reverse("figures");
    const { spec, report } = carryOver(book, next);
    expect(report).toMatchObject({ conflicts: [], gone: [], moved: [], missing: [], columns: [] });
    expect(row(spec, "targets", "CT-01")).toMatchObject({ [T.hand]: 0.82, [T.cause]: "=1+1", [T.confirmed]: "Có" });
    expect(row(spec, "targets", "CT-06")).toMatchObject({ [T.baseline]: 1200 });
    expect(row(spec, "targets", "CT-03")).toMatchObject({ [T.weight]: 0.2, [T.lead]: null });
    expect(row(spec, "tasks", "NV-01")).toMatchObject({ [K.done]: 45440, [K.result]: "Đã xong", [K.quality]: 0.75 });
    expect(row(spec, "tasks", "NV-04")).toMatchObject({ [K.extended]: 45500, [K.extendedBy]: "12/QĐ" });
    expect(row(spec, "reports", "BC-01.1")).toMatchObject({ [R.sent]: 45440, [R.document]: "33/BC" });
    expect(row(spec, "info", INFO_ITEMS.author)).toMatchObject({ [I.value]: "Nguyễn Văn A" });
    expect(row(spec, "agencies", office)).toMatchObject({ [COLUMNS.agencies.email]: "a@b.vn" });
    expect(row(spec, "holidays", 45330)).toMatchObject({ [COLUMNS.holidays.name]: "Tết" });
    expect(rowsIn(spec, "thresholds")[0]).toMatchObject({ [COLUMNS.thresholds.from]: -0.01 });
    expect(rowsIn(spec, "log")[1]).toMatchObject({ [COLUMNS.log.who]: "A", [COLUMNS.log.code]: "CT-01" });
    expect(rowsIn(spec, "log")).toHaveLength(rowsIn(next, "log").length);
    expect(report).toMatchObject({ cells: 16, rows: 2 });
  });
});

describe("an amended plan", () => {
  const amended = (changes: Partial<typeof samplePlan>): WorkbookSpec =>
    compileWorkbook({ ...samplePlan, ...changes }, sampleDocument, { ...OPTIONS, book: 2 });
  const old = compileWorkbook(samplePlan, sampleDocument, OPTIONS);

  it("wins where it changed what a person changed too, and the cell is named", () => {
    const targets = samplePlan.targets.map((target) =>
      target.id === "CT-01" ? { ...target, leads: ["Thanh tra Sở"], goal: { kind: "at-least", level: 0.9 } as const } : target,
    );
    const book = new FilledBook(old)
      .type("targets", "CT-01", T.lead, "Phòng Tổ chức")
      .type("targets", "CT-01", T.hand, 0.7)
      .type("targets", "CT-03", T.level, 7.5);
    const { spec, report } = carryOver(book, amended({ targets }));
    expect(row(spec, "targets", "CT-01")).toMatchObject({ [T.lead]: "Thanh tra Sở", [T.level]: 0.9, [T.hand]: 0.7 });
    expect(row(spec, "targets", "CT-03")).toMatchObject({ [T.level]: 7.5 });
    expect(report).toMatchObject({ cells: 2, conflicts: [`CT-01 · ${T.lead}`], gone: [] });
  });

  it("keeps a baseline that a person found where the plan no longer gives one", () => {
    const targets = samplePlan.targets.map((target) =>
      target.id === "CT-04" ? { ...target, goal: { kind: "rank-up", steps: 1 } as const } : target,
    );
    const book = new FilledBook(old).type("targets", "CT-04", T.baseline, 38);
    expect(row(carryOver(book, amended({ targets })).spec, "targets", "CT-04")).toMatchObject({ [T.baseline]: 38 });
  });

  it("leaves behind what was typed for items that are no more, and names them", () => {
    const targets = samplePlan.targets.filter(({ id }) => id !== "CT-03" && id !== "CT-05");
    const book = new FilledBook(old)
      .type("targets", "CT-03", T.hand, 7.1)
      .add("figures", { [F.target]: "CT-07", [F.period]: "2024-Q1", [F.typed]: 3 })
      .add("figures", { [F.target]: "CT-03", [F.period]: "2024-Q1", [F.typed]: 7 })
      .type("tasks", "NV-04", K.result, "Xong");
    const { spec, report } = carryOver(book, amended({ targets, tasks: samplePlan.tasks.filter(({ id }) => id !== "NV-04") }));
    // Of CT-05 nothing was typed, so that nothing is lost.
    expect(report.gone).toEqual(["CT-03", "NV-04"]);
    expect(rowsIn(spec, "figures").filter((cells) => cells[F.typed] !== null)).toEqual([
      expect.objectContaining({ [F.target]: "CT-07", [F.period]: "2024-Q1", [F.typed]: 3 }),
    ]);
    expect(rowsIn(spec, "targets").map((cells) => cells[T.hand])).not.toContain(7.1);
  });

  it("follows the words where codes were given anew", () => {
    const [first, ...rest] = samplePlan.tasks;
    const shifted = [...rest, first!].map((task, index) => ({ ...task, id: `NV-0${index + 1}` }));
    const moved = new Map([
      ["CT-03", "CT-04"],
      ["CT-04", "CT-03"],
    ]);
    const targets = samplePlan.targets.map((target) => ({ ...target, id: moved.get(target.id) ?? target.id }));
    const book = new FilledBook(old)
      .type("tasks", "NV-01", K.result, "Đã rà soát")
      .type("tasks", "NV-02", K.targets, "CT-03, CT-07; CT-99")
      .type("targets", "CT-03", T.hand, 7.4)
      .add("figures", { [F.target]: "ct-04", [F.period]: "2024-Q1", [F.typed]: 39 });
    const { spec, report } = carryOver(book, amended({ targets, tasks: shifted }));
    expect(row(spec, "tasks", "NV-06")).toMatchObject({ [K.result]: "Đã rà soát" });
    expect(row(spec, "tasks", "NV-01")).toMatchObject({ [K.result]: null, [K.targets]: "CT-04, CT-07" });
    expect(row(spec, "targets", "CT-04")).toMatchObject({ [T.measure]: "Chỉ số thành phần Đào tạo lao động", [T.hand]: 7.4 });
    expect(row(spec, "targets", "CT-03")).toMatchObject({ [T.hand]: null });
    expect(rowsIn(spec, "figures").filter((cells) => cells[F.typed] === 39)).toMatchObject([{ [F.target]: "CT-03" }]);
    expect(report.moved).toEqual(expect.arrayContaining(["CT-03 → CT-04", "CT-04 → CT-03", "NV-01 → NV-06"]));
  });

  it("never lays a figure on another target that got the code", () => {
    const targets = samplePlan.targets
      .filter(({ id }) => id !== "CT-13")
      .concat([{ ...samplePlan.targets.at(-1)!, id: "CT-13", statement: "Một câu khác hẳn", measure: "Điều khác", source: [] }]);
    const book = new FilledBook(old)
      .type("targets", "CT-13", T.hand, 14)
      .add("figures", { [F.target]: "CT-13", [F.period]: "2024-Q1", [F.typed]: 14 });
    const { spec, report } = carryOver(book, amended({ targets }));
    expect(row(spec, "targets", "CT-13")).toMatchObject({ [T.measure]: "Điều khác", [T.hand]: null });
    expect(rowsIn(spec, "figures").some((cells) => cells[F.typed] === 14)).toBe(false);
    expect(report.gone).toEqual(["CT-13"]);
  });

  it("takes rows that a person added, and gives one another code where the plan has given it away", () => {
    const own = { ...samplePlan.targets[2]!, id: "CT-24", statement: "Chỉ tiêu do kế hoạch mới thêm", measure: "Mới thêm" };
    const book = new FilledBook(old)
      .add("targets", { [T.id]: "CT-24", [T.measure]: "Tự thêm", [T.unit]: "%", [T.hand]: 0.4, [T.parent]: "CT-01" })
      .add("figures", { [F.target]: "CT-24", [F.period]: "2024-Q2", [F.typed]: 0.4 })
      .add("tasks", { [K.id]: "VIEC-A", [K.title]: "Việc thêm tay", [K.targets]: "CT-24" })
      .add("reports", { [R.kind]: "Báo cáo nhanh" });
    const { spec, report } = carryOver(book, amended({ targets: [...samplePlan.targets, own] }));
    expect(row(spec, "targets", "CT-24")).toMatchObject({ [T.measure]: "Mới thêm", [T.hand]: null });
    expect(row(spec, "targets", "CT-25")).toMatchObject({ [T.measure]: "Tự thêm", [T.hand]: 0.4, [T.parent]: "CT-01" });
    expect(rowsIn(spec, "figures").at(-1)).toMatchObject({ [F.target]: "CT-25", [F.typed]: 0.4 });
    expect(rowsIn(spec, "tasks").at(-1)).toMatchObject({ [K.id]: "VIEC-A", [K.targets]: "CT-25" });
    expect(rowsIn(spec, "reports").at(-1)).toMatchObject({ [R.id]: null, [R.kind]: "Báo cáo nhanh" });
    expect(report).toMatchObject({ rows: 4, moved: ["CT-24 → CT-25"], gone: [] });
  });

  it("finds a report by its day when days before it are added", () => {
    const reportDuties = samplePlan.reportDuties.map((duty) =>
      duty.id === "BC-01" ? { ...duty, dueDates: ["2024-03-31" as CalendarDate, ...duty.dueDates] } : duty,
    );
    const book = new FilledBook(old).type("reports", "BC-01.1", R.sent, 45440).type("reports", "BC-01.2", R.document, "7/BC");
    const { spec } = carryOver(book, amended({ reportDuties }));
    expect(rowsIn(spec, "reports").map((cells) => [cells[R.id], cells[R.sent], cells[R.document]])).toEqual([
      ["BC-01.1", null, null],
      ["BC-01.2", 45440, null],
      ["BC-01.3", null, "7/BC"],
      ["BC-02", null, null],
    ]);
  });

  it("tells of tables and columns that have no place in the new book", () => {
    const book = new FilledBook(old).drop("tasks").addColumn("targets", "Ý kiến", "Đồng ý").type("targets", "CT-01", T.hand, 0.5);
    const { spec, report } = carryOver(book, amended({}));
    expect(report).toMatchObject({ missing: ["tblNhiemVu"], columns: ["tblChiTieu · Ý kiến"], cells: 1 });
    expect(rowsIn(spec, "tasks")).toHaveLength(samplePlan.tasks.length);
  });

  it("knows an agency by its code where a person gave it another name, and gives each added one a line in Theo đơn vị", () => {
    const A = COLUMNS.agencies;
    const office = rowsIn(old, "agencies").find((cells) => cells[A.name] === "Phòng Tổ chức")![A.id]!;
    const book = new FilledBook(old).type("agencies", office, A.name, "Phòng Nội vụ").type("agencies", office, A.contact, "Bà B");
    ["Một", "Hai"].forEach((name) => book.add("agencies", { [A.name]: name }));
    const next = amended({});
    const { spec, report } = carryOver(book, next);
    expect(row(spec, "agencies", office)).toMatchObject({ [A.name]: "Phòng Nội vụ", [A.contact]: "Bà B" });
    expect(rowsIn(spec, "agencies").filter((cells) => cells[A.name] === "Phòng Tổ chức")).toEqual([]);
    expect(rowsIn(spec, "byAgency")).toHaveLength(rowsIn(next, "byAgency").length + 2);
    expect(report).toMatchObject({ cells: 2, rows: 2, gone: [] });
  });

  it("moves only what belongs to the list that grew on Danh mục", () => {
    const book = new FilledBook(old).add("units", { [COLUMNS.units.name]: "chuyến" });
    const next = amended({});
    const { spec } = carryOver(book, next);
    const holidays = (of: WorkbookSpec) => of.names.find(({ key }) => key === "holidays")!.refersTo;
    expect(holidays(spec)).toEqual(holidays(next));
    const units = spec.sheets.find(({ key }) => key === "targets")!.validations.filter(({ type }) => type === "list");
    const before = next.sheets.find(({ key }) => key === "targets")!.validations.filter(({ type }) => type === "list");
    const changed = units.filter((rule, index) => JSON.stringify(rule) !== JSON.stringify(before[index]));
    expect(changed).toHaveLength(1);
    expect(changed[0]!.range.column).toBe(
      next.sheets.find(({ key }) => key === "targets")!.tables[0]!.columns.findIndex(({ header }) => header === T.unit),
    );
  });

  it("keeps a pace of a period that was typed over its formula", () => {
    const P = COLUMNS.periods;
    const code = rowsIn(old, "periods")[0]![P.code]!;
    const { spec } = carryOver(new FilledBook(old).type("periods", code, P.share, 0.35), amended({}));
    const table = spec.sheets.flatMap(({ tables }) => tables).find(({ key }) => key === "periods")!;
    expect(table.rows[0]![table.columns.findIndex(({ header }) => header === P.share)]).toBe(0.35);
    expect(table.rows[1]![table.columns.findIndex(({ header }) => header === P.share)]).toHaveProperty("formula");
  });

  it("does not take the same line of another document for the same words", () => {
    const document = { ...sampleDocument, lines: sampleDocument.lines.map((line) => ({ ...line, text: `${line.text} (sửa)` })) };
    const tasks = samplePlan.tasks.map((task) => (task.id === "NV-02" ? { ...task, title: "Điều hoàn toàn mới lạ" } : task));
    const book = new FilledBook(old).type("tasks", "NV-02", K.result, "Xong");
    const again = carryOver(book, amended({ tasks }));
    expect(row(again.spec, "tasks", "NV-02")).toMatchObject({ [K.title]: "Điều hoàn toàn mới lạ", [K.result]: "Xong" });
    const other = carryOver(book, compileWorkbook({ ...samplePlan, tasks }, document, { ...OPTIONS, book: 2 }));
    expect(row(other.spec, "tasks", "NV-02")).toMatchObject({ [K.result]: null });
    expect(other.report.gone).toEqual(["NV-02"]);
  });

  it("keeps hostile words as words", () => {
    const words = ['=HYPERLINK("http://a")', "+1", "@x", "'a", "<b>&\u0001</b>", "x".repeat(40_000), "#REF!"];
    const book = new FilledBook(old);
    words.forEach((text, index) => book.add("tasks", { [K.id]: `X-${index}`, [K.title]: text, [K.note]: text }));
    const { spec } = carryOver(book, amended({}));
    const added = rowsIn(spec, "tasks").slice(samplePlan.tasks.length);
    expect(added.map((cells) => cells[K.note])).toEqual(words);
    expect(lintXlsx(toXlsx(spec))).toEqual([]);
  });
});

describe.each(seedPlans.map((seed) => [seed.id, seed] as const))("the plan of %s, reviewed again", (_id, seed) => {
  let imported: ImportedPlan;
  const options: CompileOptions = { ...OPTIONS, asOf: `${seed.year ?? 2024}-07-15` as CalendarDate };
  beforeAll(async () => {
    const { value } = await importPlan({ kind: "text", name: `${seed.id}.txt`, text: seed.text }, { review: seed.review });
    imported = value!;
  });
  const reviewed = (...more: readonly Decision[]): ImportedPlan => {
    const review = { version: 1, decisions: [...(imported.review?.decisions ?? []), ...more] } as const;
    return { ...imported, plan: applyReview(imported.parsed, imported.document, review).value, review };
  };

  it("has everything that was typed, except for the target that went", () => {
    const old = createTracking(imported, options);
    const book = new FilledBook(old);
    const codes = imported.plan.targets.map(({ id }) => id);
    codes.forEach((code, index) => book.type("targets", code, T.hand, index + 0.25).type("targets", code, T.cause, `Nguyên nhân ${code}`));
    imported.plan.tasks.forEach(({ id }) => book.type("tasks", id, K.result, `Kết quả ${id}`));
    const ready = rowsIn(old, "figures").filter((cells) => cells[F.target] !== null);
    ready.forEach((cells, index) => book.type("figures", cells[F.target]!, F.typed, index + 1, { [F.period]: cells[F.period]! }));
    const { parsed, document } = imported;
    const gone = [...parsed.targets].reverse().find(({ id }) => codes.includes(id) && !parsed.targets.some(({ parent }) => parent === id))!;
    const task = parsed.tasks.find(({ id }) => imported.plan.tasks.some((one) => one.id === id))!;
    const next = createTracking(
      reviewed(
        drop(parsed, document, { item: "target", of: gone }),
        changeField(parsed, document, { item: "task", of: task }, "leads", ["Cơ quan mới"]),
      ),
      { ...options, book: 2 },
    );
    const { spec, report } = carryOver(book, next);
    expect(report.gone).toEqual([gone.id]);
    expect(report).toMatchObject({ conflicts: [], moved: [], missing: [], columns: [], rows: 0 });
    expect(rowsIn(spec, "targets").map((cells) => cells[T.cause])).toEqual(
      codes.filter((code) => code !== gone.id).map((code) => `Nguyên nhân ${code}`),
    );
    for (const cells of rowsIn(spec, "tasks")) expect(cells[K.result]).toBe(`Kết quả ${String(cells[K.id])}`);
    expect(row(spec, "tasks", task.id)).toMatchObject({ [K.lead]: "Cơ quan mới" });
    const kept = ready.flatMap((cells, index) =>
      cells[F.target] === gone.id ? [] : [`${String(cells[F.target])} ${String(cells[F.period])} ${index + 1}`],
    );
    expect(
      rowsIn(spec, "figures").map((cells) => `${String(cells[F.target])} ${String(cells[F.period])} ${String(cells[F.typed])}`),
    ).toEqual(expect.arrayContaining(kept));
    expect(lintXlsx(toXlsx(spec))).toEqual([]);
  });
});
