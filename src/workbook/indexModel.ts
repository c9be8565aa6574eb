import type { Plan, PlanIndex, Target } from "../plan/plan";
import { componentOf, factorOf, INDEX_WEIGHTS, type IndexWeight } from "../tracking/indexScore";
import { comparable } from "../tracking/labels";
import type { CompileOptions } from "./compileOptions";
import { leadOf, trackedYear } from "./planFacts";
import { chance } from "./sampleFigures";
import { INDEX_WORDS } from "./sheets/words";

/** A component of a composite index as Chỉ số shows it. */
export interface IndexRow {
  readonly index: string;
  readonly component: string;
  readonly lead: string;
  /** Share in the year that the sheet begins with; 0 when none is known. */
  readonly weight: number;
  /** Code of the target that sets its level; "" for none. */
  readonly target: string;
  /** Level where no target sets it. */
  readonly goal: number | null;
  readonly before: number | null;
  readonly hand: number | null;
}

/** A line of tblTrongSo. */
export interface WeightRow {
  readonly index: string;
  readonly component: string;
  readonly from: number;
  /** Null while it is valid. */
  readonly to: number | null;
  /** Null when the user is to fill it in. */
  readonly weight: number | null;
}

/** The composite indices of a plan. */
export interface IndexModel {
  /** Year whose weights the sheet begins with. */
  readonly year: number;
  readonly indices: readonly { readonly name: string; readonly factor: number; readonly rows: readonly IndexRow[] }[];
  readonly weights: readonly WeightRow[];
}

interface Part {
  readonly index: string;
  readonly component: string;
  readonly known: IndexWeight | undefined;
  readonly weight: number | undefined;
  readonly lead: string;
  readonly target: Target | undefined;
  readonly goal: number | undefined;
}

/** Gathers the indices of a plan: its components, and the other components of an index whose weights are known, so that its total can be estimated. */
export function indexModel(plan: Plan, options: CompileOptions): IndexModel {
  const year = trackedYear(plan, options.asOf, options.year);
  const parts = plan.indices.flatMap((index) => partsOf(index, plan, year));
  const names = [...new Set(parts.map(({ index }) => index))];
  const indices = names.map((name) => {
    const own = parts.filter(({ index }) => index === name);
    const held = new Set(own.flatMap(({ known }) => known?.component ?? []));
    const others = valid(name, year).filter(({ component }) => !held.has(component));
    const rows = [...own.map((part) => rowOf(part, options)), ...others.map((entry) => otherRow(name, entry, options))];
    return { name, factor: factorOf(name), rows };
  });
  return { year, indices, weights: names.flatMap((name) => weightsOf(name, parts, year)) };
}

function partsOf(index: PlanIndex, plan: Plan, year: number): readonly Part[] {
  return index.components.map(({ name, weight, level, lead, source }) => {
    const found = componentOf(name, year, weight);
    const known = index.name === "" || comparable(index.name) === comparable(found?.index ?? "") ? found : undefined;
    const target = plan.targets.find((one) => one.index?.name === name && one.source[0]?.line === source[0]?.line);
    return {
      index: index.name || (known?.index ?? INDEX_WORDS.unnamed),
      component: spelled(name, known),
      known,
      weight: weight ?? known?.weight,
      lead: lead ?? (target ? leadOf(target) : ""),
      target,
      goal: level,
    };
  });
}

/** The plan's words without "Chỉ số" before them; where letters were lost the usual name. */
function spelled(name: string, known: IndexWeight | undefined): string {
  if (known && / {2,}/u.test(name)) return known.component;
  const folded = name.split(/\s+/u).filter(Boolean).join(" ");
  const text = folded.replace(/^chỉ số (?:thành phần )?/iu, "") || folded;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rowOf({ index, component, lead, weight, target, goal }: Part, options: CompileOptions): IndexRow {
  return {
    ...scores(index, component, target !== undefined, options),
    index,
    component,
    lead,
    weight: weight ?? 0,
    target: target?.id ?? "",
    goal: target ? null : (goal ?? null),
  };
}

function otherRow(index: string, { component, weight }: IndexWeight, options: CompileOptions): IndexRow {
  return { ...scores(index, component, false, options), index, component, lead: "", weight, target: "", goal: null };
}

/** Blank, or invented scores of 10 for a trial. */
function scores(index: string, component: string, followed: boolean, { sample }: CompileOptions): Pick<IndexRow, "before" | "hand"> {
  const score = (salt: string): number => Math.round((4.5 + 4 * chance(`${index}/${component}${salt}`)) * 100) / 100;
  return sample ? { before: score("-"), hand: followed ? null : score("") } : { before: null, hand: null };
}

function valid(index: string, year: number): readonly IndexWeight[] {
  return INDEX_WEIGHTS.filter(
    (entry) =>
      comparable(entry.index) === comparable(index) && year >= entry.fromYear && (entry.toYear === undefined || year <= entry.toYear),
  );
}

/** Weights of every year that is known, under the names that the sheet uses; those of the plan rule its year. */
function weightsOf(name: string, parts: readonly Part[], year: number): readonly WeightRow[] {
  const own = parts.filter(({ index }) => index === name);
  const nameOf = (entry: IndexWeight): string =>
    own.find(({ known }) => known?.component === entry.component)?.component ?? entry.component;
  const rows = INDEX_WEIGHTS.filter(({ index }) => comparable(index) === comparable(name)).map((entry): WeightRow => {
    const current = year >= entry.fromYear && (entry.toYear === undefined || year <= entry.toYear);
    const stated = current ? own.find(({ known }) => known?.component === entry.component)?.weight : undefined;
    return { index: name, component: nameOf(entry), from: entry.fromYear, to: entry.toYear ?? null, weight: stated ?? entry.weight };
  });
  const rest = own.filter(({ known }) => known === undefined);
  return [...rows, ...rest.map(({ component, weight }) => ({ index: name, component, from: year, to: null, weight: weight ?? null }))];
}
