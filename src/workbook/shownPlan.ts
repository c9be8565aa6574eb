import type { Plan } from "../plan/plan";
import type { TextDocument } from "../text/textDocument";
import { capitalized } from "../text/vietnamese";
import { componentOf } from "../tracking/indexScore";
import { comparable } from "../tracking/labels";
import type { CompileOptions } from "./compileOptions";
import { trackedYear } from "./planFacts";
import { USUAL_HEADINGS } from "./words";

/**
 * A plan with the names that a workbook shows: white space folded, agencies that lead with a capital, groups without the number that their
 * heading has in the plan, and in text that has lost letters the usual names of headings and of components of an index. Statements and
 * sources keep the plan's own words.
 */
export function shownPlan(plan: Plan, { damage }: Pick<TextDocument, "damage">, options: Pick<CompileOptions, "asOf" | "year">): Plan {
  const mended = mendedNames(plan, trackedYear(plan, options.asOf, options.year));
  const shown = (text: string): string => folded(mended.reduce((words, name) => replaced(words, name), text));
  const heading = damage?.kind === "lost-glyphs" ? usualHeading : (text: string): string => text;
  const named = (text: string): string => heading(shown(text));
  const bare = bareHeadings([...plan.targets, ...plan.tasks].flatMap(({ group }) => (group === undefined ? [] : [named(group)])));
  const group = <Item extends { readonly group?: string }>(item: Item): Item =>
    item.group === undefined ? item : { ...item, group: bare.get(named(item.group)) ?? named(item.group) };
  return {
    ...plan,
    agencies: plan.agencies.map((agency) => ({ ...agency, name: capitalized(agency.name) })),
    targets: plan.targets.map((target) => ({
      ...group(target),
      measure: shown(target.measure),
      leads: target.leads.map(capitalized),
    })),
    tasks: plan.tasks.map((task) => ({ ...group(task), title: folded(task.title), leads: task.leads.map(capitalized) })),
    reportDuties: plan.reportDuties.map((duty) => ({ ...duty, reporters: duty.reporters.map(capitalized) })),
  };
}

/** The number before a heading: "IV. ", "2.1. ", "b) ". */
const NUMBER = /^(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)] (?=\p{L})/u;
/** The weight behind the name of an index: "(TRỌNG SỐ 5%)"; it has a column of its own. */
const WEIGHT = / \(trọng số:? \d{1,3}(?:[.,]\d{1,2})? ?%\)$/iu;

/** Headings without number and weight, as the sheets number them themselves; those that would then be the same keep theirs. */
function bareHeadings(headings: readonly string[]): ReadonlyMap<string, string> {
  const bare = new Map(headings.map((heading) => [heading, heading.replace(NUMBER, "").replace(WEIGHT, "")]));
  const seen = new Map<string, number>();
  for (const name of bare.values()) seen.set(comparable(name), (seen.get(comparable(name)) ?? 0) + 1);
  return new Map([...bare].filter(([, name]) => seen.get(comparable(name)) === 1));
}

/** Words of the plan and the name that they stand for. */
type Mended = readonly [damaged: string, usual: string];

/** An extractor leaves a run of spaces where letters were lost; a sound name has none. */
function mendedNames(plan: Plan, year: number): readonly Mended[] {
  const names = plan.indices.flatMap(({ components }) => components.map(({ name, weight }) => ({ name, weight })));
  return names.flatMap(({ name, weight }): readonly Mended[] => {
    if (!/ {2}/u.test(name)) return [];
    const known = componentOf(name, year, weight);
    if (!known) return [];
    // "Ỉ số     nhập thị trường": the plan says Chỉ số before the name, in a few letters at least.
    const usual = / số /iu.test(name) && !/^chỉ số /iu.test(known.component) ? `Chỉ số ${lowered(known.component)}` : known.component;
    return [[name, usual]];
  });
}

/** Share of its letters that a heading must have kept to be known. */
const KEPT = 0.8;

/** The usual heading that a text is when letters are left out ("Mụ tiêu", "Nhiệm vụ, giải pháp u g"); the text itself when it is none. */
function usualHeading(text: string): string {
  const kept = lettersOf(text);
  const whole = USUAL_HEADINGS.some((heading) => lettersOf(heading) === kept);
  return whole ? text : (USUAL_HEADINGS.find((heading) => isThinned(kept, lettersOf(heading))) ?? text);
}

function lettersOf(text: string): string {
  return text.toLocaleLowerCase("vi").replace(/[^\p{L}]/gu, "");
}

/** Whether one text is another with letters left out. */
function isThinned(thin: string, whole: string): boolean {
  if (thin.length > whole.length || thin.length < whole.length * KEPT) return false;
  let at = 0;
  for (const letter of whole) if (letter === thin[at]) at += 1;
  return at === thin.length;
}

/** The text with one name mended, in capitals where the text has it in capitals. */
function replaced(text: string, [damaged, usual]: Mended): string {
  if (text.includes(damaged)) return text.replace(damaged, usual);
  const capitals = damaged.toLocaleUpperCase("vi");
  return text.includes(capitals) ? text.replace(capitals, usual.toLocaleUpperCase("vi")) : text;
}

function folded(text: string): string {
  return text.replace(/[ \t]+/gu, " ").trim();
}

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}
