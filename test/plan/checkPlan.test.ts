import { importPlan } from "../../src/pipeline";
import { checkPlan, clarityOf, type PlanFinding, type PlanFindingCode } from "../../src/plan/checkPlan";
import type { CalendarDate } from "../../src/plan/date";
import type { Plan, ReportDuty, Target, Task } from "../../src/plan/plan";
import { seedPlans } from "../../src/seeds";
import type { Source } from "../../src/text/textDocument";
import { emptyPlan } from "../support/samplePlan";

const source: Source = [{ line: 1, start: 0, end: 5 }];
const day = (text: string): CalendarDate => text as CalendarDate;
const planOf = (parts: Partial<Plan>): Plan => ({ ...emptyPlan, ...parts });
const dated = (date: string): Plan["header"] => ({ ...emptyPlan.header, date: { value: day(date), certainty: "stated", source } });

const task = (extra: Partial<Task> = {}): Task => ({
  id: "NV-01",
  title: "Rà soát thủ tục hành chính",
  details: [],
  leads: ["Văn phòng Sở"],
  supporters: [],
  time: { value: "Quý II", certainty: "stated", source },
  deliverable: "Báo cáo",
  targets: [],
  source,
  ...extra,
});
const due = (date: string, words = "đến ngày 05/3"): Partial<Task> => ({
  time: { value: words, certainty: "stated", source },
  deadline: { value: { kind: "fixed", date: day(date) }, certainty: "stated", source },
});
const duty = (extra: Partial<ReportDuty>): ReportDuty => ({
  id: "BC-01",
  frequency: "",
  due: "",
  rule: { kind: "dates" },
  dueDates: [],
  reporters: [],
  recipients: [],
  statement: "Báo cáo kết quả",
  certainty: "stated",
  source,
  ...extra,
});
const LONG =
  "Tỷ lệ trường học, bệnh viện, công ty cấp thoát nước trên địa bàn tỉnh thu học phí, viện phí bằng thanh toán không dùng tiền mặt";
const target = (id: string, measure: string, extra: Partial<Target> = {}): Target => ({
  id,
  statement: measure,
  measure,
  goal: { kind: "all", level: 1 },
  certainty: "stated",
  unit: "%",
  horizon: 2024,
  leads: [],
  supporters: [],
  source,
  alternatives: [],
  ...extra,
});
const brief = (findings: readonly PlanFinding[]): readonly string[] => findings.map(({ code, item }) => `${item} ${code}`);
const codes = (...tasks: readonly Task[]): readonly string[] => brief(checkPlan(planOf({ tasks })));

describe("the six clarities", () => {
  it("finds nothing in a task that has all", () => {
    expect(codes(task())).toEqual([]);
    expect(Object.values(clarityOf(task(), emptyPlan))).toEqual([true, true, true, true, true, true]);
  });

  it.each<[PlanFindingCode, Partial<Task>, readonly string[]]>([
    ["no-lead", { leads: [] }, ["person", "duty", "power"]],
    ["several-leads", { leads: ["Văn phòng Sở", "Thanh tra Sở"] }, ["duty"]],
    ["group-lead", { leads: ["Các phòng chuyên môn"] }, ["power"]],
    ["no-work", { title: " " }, ["work"]],
    ["no-time", { time: { value: "", certainty: "stated", source } }, ["time"]],
    ["no-time", { deadline: { value: { kind: "unclear" }, certainty: "uncertain", source } }, ["time"]],
    ["no-product", { deliverable: undefined }, ["product"]],
  ])("%s: %j", (code, extra, missing) => {
    expect(codes(task(extra))).toEqual([`NV-01 ${code}`]);
    const clarity = Object.entries(clarityOf(task(extra), emptyPlan));
    expect(clarity.filter(([, has]) => !has).map(([aspect]) => aspect)).toEqual(missing);
  });

  it.each([
    ["a group and another group are one finding", { leads: ["Các sở, ngành", "UBND cấp xã"] }, ["NV-01 group-lead"]],
    ["a proper name with a comma is one organisation", { leads: ["Sở Văn hóa, Thể thao và Du lịch"] }, []],
    ["authorities of several places are a group", { leads: ["Chủ tịch UBND các xã"] }, ["NV-01 group-lead"]],
    ["a title may name the product", { title: "Tham mưu UBND tỉnh ban hành Kế hoạch trồng rừng", deliverable: undefined }, []],
    ["carrying out a plan makes none", { title: "Thực hiện Kế hoạch trồng rừng", deliverable: undefined }, ["NV-01 no-product"]],
  ])("%s", (_, extra: Partial<Task>, expected: readonly string[]) => expect(codes(task(extra))).toEqual(expected));

  it("names all leads and points at the words", () => {
    const [found] = checkPlan(planOf({ tasks: [task({ leads: ["A", "B"] })] }));
    expect(found).toEqual({ code: "several-leads", item: "NV-01", details: { leads: "A; B" }, source });
  });

  it("believes the directory of the plan about groups", () => {
    const agencies = [{ id: "CQ-01", name: "Khối văn hóa", aliases: [], group: true }];
    expect(brief(checkPlan(planOf({ agencies, tasks: [task({ leads: ["Khối văn hóa"] })] })))).toEqual(["NV-01 group-lead"]);
  });
});

describe("repetitions", () => {
  it("finds the same task in other capitals and spaces, and names the first", () => {
    const again = task({ id: "NV-02", title: "RÀ SOÁT  thủ tục hành chính." });
    const found = checkPlan(planOf({ tasks: [task(), again, task({ id: "NV-03", details: ["+ theo lĩnh vực"] })] }));
    expect(found).toEqual([{ code: "duplicate", item: "NV-02", details: { other: "NV-01" }, source }]);
  });

  it("finds no repetition in the same words for another organisation or part", () => {
    expect(codes(task(), task({ id: "NV-02", leads: ["Thanh tra Sở"] }), task({ id: "NV-03", group: "3.2. Triển khai" }))).toEqual([]);
  });

  const found = (...targets: readonly Target[]): readonly string[] => brief(checkPlan(planOf({ targets })));

  it("finds the same target, not one for another year or level", () => {
    expect(found(target("CT-01", "Hồ sơ trực tuyến"), target("CT-02", "Hồ sơ trực tuyến"))).toEqual(["CT-02 duplicate"]);
    expect(found(target("CT-01", "Hồ sơ trực tuyến"), target("CT-02", "Hồ sơ trực tuyến", { horizon: 2025 }))).toEqual([]);
    expect(found(target("CT-01", "Hồ sơ"), target("CT-02", "Hồ sơ", { goal: { kind: "at-least", level: 0.5 } }))).toEqual([]);
  });

  it("finds a long target that is said again with another scope", () => {
    const city = LONG.replace("địa bàn tỉnh", "địa bàn đô thị");
    expect(found(target("CT-01", LONG), target("CT-02", city))).toEqual(["CT-02 repeated-target"]);
    expect(found(target("CT-01", LONG), target("CT-02", city, { parent: "CT-01" }))).toEqual([]);
  });

  it("leaves short targets that differ in one word alone", () => {
    expect(found(target("CT-01", "Thủ tục cấp tỉnh trực tuyến"), target("CT-02", "Thủ tục cấp huyện trực tuyến"))).toEqual([]);
  });

  it("finds no likeness among 4,000 targets of different words", () => {
    const words = (index: number): string => Array.from({ length: 20 }, (_, at) => `từ${(index * 31 + at * 7) % 4999}x${at}`).join(" ");
    const many = Array.from({ length: 4_000 }, (_, index) => target(`CT-${index}`, words(index)));
    expect(found(...many)).toEqual([]);
  });
});

describe("days", () => {
  const days = (date: string, holidays: readonly string[] = [], header = emptyPlan.header) =>
    checkPlan(planOf({ header, tasks: [task(due(date))] }), { holidays: holidays.map(day) }).map(({ code, details }) => [code, details]);

  it("finds a deadline before the plan's date", () => {
    expect(days("2024-03-06", [], dated("2024-03-07"))).toEqual([["before-plan-date", { date: "2024-03-06", planDate: "2024-03-07" }]]);
    expect(days("2024-03-07", [], dated("2024-03-07"))).toEqual([]);
    expect(days("2024-03-06")).toEqual([]);
  });

  it("finds week-ends and holidays and gives the working day before", () => {
    expect(days("2024-11-30")).toEqual([["on-weekend", { date: "2024-11-30", workday: "2024-11-29" }]]);
    expect(days("2024-12-01", ["2024-11-29"])).toEqual([["on-weekend", { date: "2024-12-01", workday: "2024-11-28" }]]);
    expect(days("2024-09-02")).toEqual([["on-holiday", { date: "2024-09-02", workday: "2024-08-30" }]]);
    expect(days("2024-02-09", ["2024-02-09"])).toEqual([["on-holiday", { date: "2024-02-09", workday: "2024-02-08" }]]);
  });

  it("leaves the ends of months and of stages alone", () => {
    const end = (extra: Partial<Task>): readonly string[] => codes(task({ ...due("2024-11-30", "Tháng 11/2024"), ...extra }));
    expect(end({})).toEqual([]);
    expect(end({ time: { value: "Từ ngày 01/11 đến ngày 30/11/2024", certainty: "implied", source } })).toEqual([]);
    expect(end({ time: { value: "đến ngày 30/11/2024", certainty: "stated", source } })).toEqual(["NV-01 on-weekend"]);
  });

  it("looks at dated targets too", () => {
    const targets = [target("CT-01", "Ban hành danh mục", { goal: { kind: "deadline", due: "2024-11-30" } })];
    expect(brief(checkPlan(planOf({ targets })))).toEqual(["CT-01 on-weekend"]);
  });
});

describe("official cut-off of the figures", () => {
  const cutOff = (extra: Partial<ReportDuty>): string | undefined =>
    checkPlan(planOf({ reportDuties: [duty(extra)] })).find(({ code }) => code === "before-cut-off")?.details.cutOff;
  const on = (frequency: string, date: string): string | undefined => cutOff({ frequency, dueDates: [day(date)] });

  it.each([
    ["6 tháng", "2024-05-31", "2024-06-14"],
    ["6 tháng", "2024-06-14", undefined],
    ["6 tháng đầu năm", "2024-06-13", "2024-06-14"],
    ["9 tháng", "2024-09-10", "2024-09-14"],
    ["hằng quý", "2024-03-09", "2024-03-14"],
    ["hàng quý", "2023-12-30", undefined],
    ["năm", "2024-12-04", "2024-12-14"],
    ["hằng năm", "2025-01-15", undefined],
    ["quý IV năm 2023", "2023-12-10", "2023-12-14"],
    ["hằng tháng", "2024-05-10", "2024-05-14"],
    ["hằng tháng", "2024-05-20", undefined],
    ["hằng tuần", "2024-05-10", undefined],
    ["", "2021-12-09", undefined],
  ])("%j due %s: %s", (frequency, date, expected) => expect(on(frequency, date)).toBe(expected));

  it("is told once for the same day of each year", () => {
    const dueDates = ["2026-11-14", "2027-11-14", "2028-11-14"].map(day);
    const all = checkPlan(planOf({ reportDuties: [duty({ frequency: "hằng năm", dueDates })] }));
    expect(all.filter(({ code }) => code === "before-cut-off")).toHaveLength(1);
  });

  it("takes the period from the rule where there is one", () => {
    const rule = { kind: "month-day", day: 5, before: false } as const;
    expect(cutOff({ rule, dueDates: [day("2024-04-05")] })).toBe("2024-04-14");
    const both = { kind: "periodic", periods: ["half-year", "year"] } as const;
    expect(cutOff({ rule: both, dueDates: [day("2024-06-05")] })).toBe("2024-06-14");
    const first = { kind: "quarter-day", day: 5, month: "first", before: false } as const;
    expect(cutOff({ rule: first, dueDates: [day("2024-04-05")] })).toBeUndefined();
  });
});

describe("the plans that ship with the program", () => {
  const check = async (id: string): Promise<readonly string[]> => {
    const seed = seedPlans.find((one) => one.id === id)!;
    const { value } = await importPlan({ kind: "text", name: id, text: seed.text }, { review: seed.review });
    return brief(checkPlan(value!.plan));
  };
  const only = (findings: readonly string[], code: PlanFindingCode): readonly string[] =>
    findings.flatMap((one) => (one.endsWith(` ${code}`) ? [one.split(" ")[0]!] : []));

  it("Đắk Nông asks for reports before the figures close", async () => {
    expect(only(await check("dak-nong-skhcn-2024"), "before-cut-off")).toEqual(["BC-01", "BC-02", "BC-03", "BC-04"]);
  });

  it("Lạng Sơn does too, and states one target twice", async () => {
    const found = await check("lang-son-ubnd-2021");
    expect(only(found, "before-cut-off")).toEqual(["BC-03", "BC-03", "BC-03", "BC-03", "BC-04"]);
    expect(only(found, "repeated-target")).toEqual(["CT-11"]);
  });

  it("Khánh Hòa does not", async () => {
    expect(only(await check("khanh-hoa-stttt-2023"), "before-cut-off")).toEqual([]);
  });
});
