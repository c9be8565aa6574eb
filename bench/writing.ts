import { createTracking, importPlan } from "../src/pipeline";
import { parseCalendarDate } from "../src/plan/date";
import type { Plan } from "../src/plan/plan";
import { toXlsx } from "../src/render/toXlsx";
import { seedPlans } from "../src/seeds";
import { medianOf, report } from "./measure";

/** The plan with its targets and tasks repeated under new codes. */
function enlarge(plan: Plan, targets: number, tasks: number): Plan {
  const repeat = <Item extends { readonly id: string }>(items: readonly Item[], count: number, prefix: string): Item[] =>
    Array.from({ length: count }, (_, index) => ({ ...items[index % items.length]!, id: `${prefix}-${index + 1}`, parent: undefined }));
  return { ...plan, targets: repeat(plan.targets, targets, "CT"), tasks: repeat(plan.tasks, tasks, "NV") };
}

/** Compiling and writing workbooks up to the size of a province, beside JSON of the same specification. */
export async function benchWriting(): Promise<void> {
  const seed = seedPlans.find((one) => one.id === "lang-son-ubnd-2021")!;
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text });
  const options = { asOf: parseCalendarDate("2021-06-30")!, dialect: "native" } as const;
  for (const [targets, tasks] of [
    [15, 63],
    [100, 1000],
    [500, 5000],
  ] as const) {
    const imported = { ...value!, plan: enlarge(value!.plan, targets, tasks) };
    const spec = createTracking(imported, options);
    const compile = await medianOf(1, () => createTracking(imported, options));
    const json = await medianOf(1, () => JSON.stringify(spec));
    let bytes = 0;
    const write = await medianOf(1, () => (bytes = toXlsx(spec).length));
    report(`compile ${targets} targets, ${tasks} tasks`, compile);
    report(`write them as .xlsx (${Math.round(bytes / 1000)} kB)`, write, { with: "JSON of the specification", milliseconds: json });
  }
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
}
