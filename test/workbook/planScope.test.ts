import { createTracking } from "../../src/pipeline";
import { parseCalendarDate } from "../../src/plan/date";
import type { Plan } from "../../src/plan/plan";
import { seedPlans } from "../../src/seeds";
import { importPlan } from "../../src/pipeline";
import { agencyChoices } from "../../src/taskpane/agencyChoices";
import { COLUMNS } from "../../src/workbook/names";
import { followedPlan } from "../../src/workbook/planScope";
import { decodeState } from "../../src/workbook/planState";

const asOf = parseCalendarDate("2024-06-30")!;
const options = (...withoutAgencies: string[]) => ({ asOf, dialect: "native", withoutAgencies }) as const;

async function seed() {
  const { id, text, review } = seedPlans.find((one) => one.id.startsWith("gia-lai"))!;
  return (await importPlan({ kind: "text", name: id, text }, review === undefined ? {} : { review })).value!;
}

const named = ({ tasks, targets }: Plan) => new Set([...tasks, ...targets].flatMap(({ leads, supporters }) => [...leads, ...supporters]));

test("nothing left out leaves the plan as it is", async () => {
  const { plan } = await seed();
  expect(followedPlan(plan, options())).toBe(plan);
});

test("items go when everybody they name is left out; shared ones and those that name nobody stay as they are", async () => {
  const { plan } = await seed();
  const gone = plan.tasks.find(({ leads }) => leads.length === 1)!.leads[0]!;
  const kept = followedPlan(plan, options(gone));
  const alone = (item: { leads: readonly string[]; supporters: readonly string[] }) => {
    const names = [...item.leads, ...item.supporters];
    return (
      names.length > 0 &&
      names.every((name) => name === gone || plan.agencies.some((one) => one.name === gone && one.aliases.includes(name)))
    );
  };
  expect(plan.tasks.filter(alone).length + plan.targets.filter(alone).length).toBeGreaterThan(0);
  expect(kept.tasks.map(({ id }) => id)).toEqual(plan.tasks.filter((task) => !alone(task)).map(({ id }) => id));
  for (const task of kept.tasks) expect(task.leads).toEqual(plan.tasks.find(({ id }) => id === task.id)!.leads);
  const ids = new Set(kept.targets.map(({ id }) => id));
  expect(kept.tasks.flatMap(({ targets }) => targets).filter((id) => !ids.has(id))).toEqual([]);
});

test("all agencies left out leave what names nobody", async () => {
  const { plan } = await seed();
  const kept = followedPlan(plan, options(...plan.agencies.map(({ name }) => name)));
  expect([...named(kept)]).toEqual([]);
  expect(kept.tasks.length).toBeLessThan(plan.tasks.length);
  expect(kept.agencies).toEqual([]);
});

test("the parents of a target that stays stay", () => {
  const target = (id: string, lead: string, parent?: string) => ({ id, leads: [lead], supporters: [], ...(parent ? { parent } : {}) });
  const plan = {
    agencies: [],
    tasks: [],
    reportDuties: [],
    targets: [target("CT-01", "Sở A"), target("CT-01.1", "Sở A", "CT-01"), target("CT-01.1.1", "Sở B", "CT-01.1"), target("CT-02", "Sở A")],
  } as unknown as Plan;
  expect(followedPlan(plan, options("Sở A")).targets.map(({ id }) => id)).toEqual(["CT-01", "CT-01.1", "CT-01.1.1"]);
});

test("the workbook has fewer rows, its state the whole plan, and what it is made from again is the same", async () => {
  const imported = await seed();
  const gone = imported.plan.tasks.find(({ leads }) => leads.length === 1)!.leads[0]!;
  const rows = (withoutAgencies: readonly string[]) => {
    const spec = createTracking(imported, { ...options(), withoutAgencies });
    return { spec, tasks: spec.sheets.find(({ key }) => key === "tasks")!.tables[0]!.rows.length };
  };
  const [whole, part] = [rows([]), rows([gone])];
  expect(part.tasks).toBeLessThan(whole.tasks);
  const state = decodeState(part.spec.state).value!;
  expect(state.plan.tasks).toHaveLength(imported.plan.tasks.length);
  const again = createTracking({ document: state.document, parsed: state.plan, plan: state.plan }, state.options);
  expect(again.sheets).toEqual(part.spec.sheets);
});

test("an agency that is left out leads nothing alone in the book, however the plan writes its name", async () => {
  const { id, text, review } = seedPlans.find((one) => one.id.startsWith("khanh-hoa"))!;
  const imported = (await importPlan({ kind: "text", name: id, text }, review === undefined ? {} : { review })).value!;
  const offered = agencyChoices(imported.plan);
  // The plan writes this one in two ways.
  expect(offered.filter(({ name }) => name.replaceAll(" ", "") === "PhòngCNTTBCVT")).toHaveLength(1);
  const leads = (...out: string[]) => {
    const targets = createTracking(imported, options(...out))
      .sheets.flatMap(({ tables }) => tables)
      .find(({ key }) => key === "targets")!;
    const lead = targets.columns.findIndex(({ header }) => header === COLUMNS.targets.lead);
    return targets.rows.map((row) => row[lead]);
  };
  expect(leads().filter((name) => name === "Phòng CNTTBCVT")).toHaveLength(2);
  expect(leads("Phòng CNTTBCVT").filter((name) => String(name).includes("CNTTBC"))).toEqual([]);
});
