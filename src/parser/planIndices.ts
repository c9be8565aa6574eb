import type { PlanIndex, Target, Task } from "../plan/plan";
import { sourceOf, type Flow } from "./flow";

type Component = PlanIndex["components"][number];

// "tập trung phấn đấu cải thiện 8 chỉ số thành phần: (1) Tính minh bạch; (2) …"
const LIST = /chỉ số thành phần[^:;.()]{0,20}: ?(?=\()/giu;
// "(1) Tính minh bạch"
const ENTRY = /\((?<number>\d{1,2})\) {0,2}(?<name>[^;:.()]{3,90})/gu;
// "chỉ số năng lực cạnh tranh cấp sở, ngành, địa phương (DDCI)"
const ACRONYM = /\((?<name>\p{Lu}[\p{L}\d -]{1,14})\)/gu;
// "Sở Tư pháp làm đầu mối theo dõi chỉ số Chi phí tuân thủ pháp luật", "… chỉ số A; B; C"
const FOLLOWED = /đầu mối theo dõi (?:các )?(?:nhóm )?chỉ số (?:thành phần )?/iu;
// "Về cải thiện môi trường kinh doanh theo EoDB (của WB)"
const AFTER = /theo (?<name>\p{L}*\p{Lu}[\p{L}\d.]*(?: \d[\d.]*)?)/u;
/** The fewest parts that a list of components has. */
const FEWEST = 2;

/** Composite indices of the plan: parts that carry a weight, numbered lists of parts, and parts that agencies are told to follow. */
export function planIndices(targets: readonly Target[], tasks: readonly Task[], flows: readonly Flow[]): PlanIndex[] {
  return [...weighted(targets), ...flows.flatMap(listed), ...followed(tasks)];
}

function weighted(targets: readonly Target[]): PlanIndex[] {
  const parts = targets.filter((target) => target.index?.weight !== undefined);
  if (parts.length === 0) return [];
  return [
    {
      name: "",
      components: parts.map((target) => ({
        name: target.index!.name,
        weight: target.index!.weight!,
        ...("level" in target.goal ? { level: target.goal.level } : {}),
        source: target.source,
      })),
    },
  ];
}

/** Components that a sentence numbers; the index is the one named last before them. */
function listed(flow: Flow): PlanIndex[] {
  return [...flow.text.matchAll(LIST)].flatMap((list): PlanIndex[] => {
    const from = list.index + list[0].length;
    const components: Component[] = [];
    for (const entry of flow.text.slice(from).matchAll(ENTRY)) {
      if (Number(entry.groups!["number"]) !== components.length + 1) break;
      const start = from + entry.index;
      components.push({ name: entry.groups!["name"]!.trim(), source: sourceOf(flow, start, start + entry[0].trimEnd().length) });
    }
    if (components.length < FEWEST) return [];
    const name = [...flow.text.slice(0, list.index).matchAll(ACRONYM)].at(-1)?.groups!["name"] ?? "";
    return [{ name, components }];
  });
}

/** Parts of the indices that headings name ("theo EoDB"), with the agency that follows each. */
function followed(tasks: readonly Task[]): PlanIndex[] {
  const found = new Map<string, Component[]>();
  for (const { title, group, leads, source } of tasks) {
    const index = AFTER.exec(group ?? "")?.groups!["name"];
    const opening = FOLLOWED.exec(title);
    const names = opening === null ? undefined : title.slice(opening.index + opening[0].length);
    if (index === undefined || names === undefined) continue;
    const parts = names
      .split(";")
      .map((name) => name.replace(/[ .]{1,4}$/u, "").trim())
      .filter((name) => name !== "");
    const lead = leads[0];
    const components = parts.map((name) => ({ name, ...(lead === undefined ? {} : { lead }), source }));
    found.set(index, [...(found.get(index) ?? []), ...components]);
  }
  return [...found].map(([name, components]) => ({ name, components }));
}
