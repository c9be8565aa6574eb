import { importPlan } from "../../src/pipeline";
import { calendarDate } from "../../src/plan/date";
import type { Plan } from "../../src/plan/plan";
import { seedPlans } from "../../src/seeds";
import { shownPlan } from "../../src/workbook/shownPlan";

const asOf = calendarDate(2023, 9, 30)!;

async function shown(id: string) {
  const seed = seedPlans.find((one) => one.id === id)!;
  const { value } = await importPlan({ kind: "text", name: id, text: seed.text }, { review: seed.review });
  return { plan: value!.plan, names: shownPlan(value!.plan, value!.document, { asOf }) };
}

describe("the names that a workbook shows", () => {
  it("gives components of an index their usual names where the plan has lost letters", async () => {
    const { plan, names } = await shown("khanh-hoa-stttt-2023");
    const named = (id: string): string => names.targets.find((target) => target.id === id)!.measure;
    expect(named("CT-09")).toBe("Chỉ số gia nhập thị trường");
    expect(named("CT-12")).toBe("Chỉ số chi phí thời gian");
    expect(named("CT-11")).toBe("Chỉ số tính minh bạch");
    const groups = new Set([...names.targets, ...names.tasks].map(({ group }) => group));
    expect(groups).toContain("CHỈ SỐ GIA NHẬP THỊ TRƯỜNG");
    expect(groups).toContain("CHỈ SỐ CHI PHÍ THỜI GIAN");
    expect([...groups].filter((group) => / {2}/u.test(group ?? ""))).toEqual([]);
    expect(names.targets.map(({ statement }) => statement)).toEqual(plan.targets.map(({ statement }) => statement));
  });

  it("knows the usual headings of plans where letters are left out of them, in damaged plans alone", async () => {
    const { plan, names } = await shown("khanh-hoa-stttt-2023");
    const groups = new Set([...names.targets, ...names.tasks].map(({ group }) => group));
    expect(groups).toContain("Mục tiêu");
    expect(groups).toContain("Nhiệm vụ, giải pháp chung");
    expect([...groups].filter((group) => /Mụ tiêu|pháp u g/u.test(group ?? ""))).toEqual([]);
    const thin: Plan = { ...plan, targets: plan.targets.map((target) => ({ ...target, group: "Mụ tiêu" })) };
    expect(shownPlan(thin, {}, { asOf }).targets[0]!.group).toBe("Mụ tiêu");
  });

  it("leaves the number and the weight of a heading out of the group, but for headings that would then be the same", async () => {
    const { plan } = await shown("lang-son-ubnd-2021");
    const groups = [
      "II. Cải cách thể chế",
      "2.1. Chuyển đổi số (Trọng số: 12,5%)",
      "b) Kinh tế",
      "III. Mục tiêu",
      "IV. Mục tiêu",
      "3.000 tấn",
      "C. thị",
    ];
    const numbered: Plan = { ...plan, tasks: [], targets: groups.map((group) => ({ ...plan.targets[0]!, group })) };
    expect(shownPlan(numbered, {}, { asOf }).targets.map(({ group }) => group)).toEqual([
      "Cải cách thể chế",
      "Chuyển đổi số",
      "Kinh tế",
      "III. Mục tiêu",
      "IV. Mục tiêu",
      "3.000 tấn",
      "thị",
    ]);
  });

  it("begins the names of agencies that lead with a capital", async () => {
    const { names } = await shown("khanh-hoa-stttt-2023");
    const leads = [...names.agencies.map(({ name }) => name), ...names.tasks.flatMap((task) => task.leads)];
    expect(leads.filter((name) => name.charAt(0) !== name.charAt(0).toUpperCase())).toEqual([]);
  });

  it("leaves a sound plan as it is but for white space and capitals", async () => {
    const { plan, names } = await shown("lang-son-ubnd-2021");
    expect(names.targets.map(({ measure }) => measure)).toEqual(plan.targets.map(({ measure }) => measure.replace(/\s+/gu, " ").trim()));
    expect(names.tasks.map(({ title }) => title.length)).toEqual(
      plan.tasks.map(({ title }) => title.replace(/[ \t]+/gu, " ").trim().length),
    );
  });
});
