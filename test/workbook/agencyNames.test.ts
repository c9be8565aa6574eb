import type { Plan, Task } from "../../src/plan/plan";
import { withOneNameEach } from "../../src/workbook/agencyNames";
import { samplePlan } from "../support/samplePlan";

const agency = (name: string, ...aliases: readonly string[]) => ({ id: name, name, aliases, group: false });

function leadsWith(agencies: Plan["agencies"], ...leads: readonly string[]): readonly (readonly string[])[] {
  const task: Task = samplePlan.tasks[0]!;
  const plan: Plan = { ...samplePlan, agencies, tasks: leads.map((lead) => ({ ...task, leads: [lead], supporters: [] })) };
  return withOneNameEach(plan).tasks.map((one) => one.leads);
}

describe("the name of an organisation in a workbook", () => {
  it("is that of the list where the plan also calls it otherwise", () => {
    expect(leadsWith([agency("Văn phòng Sở", "Văn phòng")], "Văn phòng", "Văn phòng Sở")).toEqual([["Văn phòng Sở"], ["Văn phòng Sở"]]);
  });

  it("is one where two differ in white space, hyphens and usual abbreviations alone", () => {
    const list = [
      agency("Phòng CNTTBCVT", "phòng CNTTBCVT"),
      agency("TT Cổng TTĐT"),
      agency("Phòng CNTTBC VT"),
      agency("Trung tâm Cổng TTĐT"),
    ];
    expect(leadsWith(list, "Phòng CNTTBC VT", "TT Cổng TTĐT")).toEqual([["Phòng CNTTBCVT"], ["Trung tâm Cổng TTĐT"]]);
    expect(withOneNameEach({ ...samplePlan, agencies: list }).agencies.map(({ name, aliases }) => [name, aliases])).toEqual([
      ["Phòng CNTTBCVT", []],
      ["Trung tâm Cổng TTĐT", ["TT Cổng TTĐT"]],
    ]);
  });

  it("stays where two organisations claim it, and where it is one of the list's own", () => {
    const list = [agency("Văn phòng Sở", "Văn phòng"), agency("Văn phòng UBND tỉnh", "Văn phòng")];
    expect(leadsWith(list, "Văn phòng")).toEqual([["Văn phòng"]]);
    expect(leadsWith([agency("Văn phòng Sở", "Văn phòng"), agency("Văn phòng")], "Văn phòng")).toEqual([["Văn phòng"]]);
  });

  it("stands once among those who support, and not beside itself as lead", () => {
    const task: Task = { ...samplePlan.tasks[0]!, leads: ["Văn phòng Sở"], supporters: ["Văn phòng", "Sở A", "Sở  A"] };
    const plan: Plan = { ...samplePlan, agencies: [agency("Văn phòng Sở", "Văn phòng"), agency("Sở A")], tasks: [task] };
    expect(withOneNameEach(plan).tasks[0]).toMatchObject({ leads: ["Văn phòng Sở"], supporters: ["Sở A"] });
  });
});
