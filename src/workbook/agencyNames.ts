import { agencyKey } from "../plan/agencies";
import type { Agency, Plan } from "../plan/plan";

/**
 * A plan in which each organisation has one name, so that its items are counted together: names that differ in spelling and white space alone, and names
 * that the plan's list has as further names of one organisation ("Văn phòng" of Văn phòng Sở). A name that two organisations claim stays as it is.
 */
export function withOneNameEach(plan: Plan): Plan {
  const agencies = merged(plan.agencies);
  const names = settledNames(agencies);
  const settled = (list: readonly string[]): string[] => [...new Set(list.map((name) => names.get(spelling(name)) ?? name))];
  const shared = <Item extends { readonly leads: readonly string[]; readonly supporters: readonly string[] }>(item: Item): Item => {
    const leads = settled(item.leads);
    return { ...item, leads, supporters: settled(item.supporters).filter((name) => !leads.includes(name)) };
  };
  return {
    ...plan,
    agencies,
    targets: plan.targets.map(shared),
    tasks: plan.tasks.map(shared),
    reportDuties: plan.reportDuties.map((duty) => ({ ...duty, reporters: settled(duty.reporters) })),
  };
}

/** What two ways to write one name have in common: "Phòng CNTTBC VT" and "Phòng CNTTBCVT". */
function spelling(name: string): string {
  return agencyKey(name).replaceAll(" ", "");
}

/** Organisations whose names differ in spelling alone as one, under the fullest; its further names are those that say more than case and space. */
function merged(agencies: readonly Agency[]): readonly Agency[] {
  const same = new Map<string, Agency[]>();
  for (const agency of agencies) same.set(spelling(agency.name), [...(same.get(spelling(agency.name)) ?? []), agency]);
  return [...same.values()].map((group) => {
    const [first] = group as [Agency];
    const name = group.reduce((best, { name }) => (letters(name) > letters(best) ? name : best), first.name);
    const seen = new Set([plain(name)]);
    const aliases = group
      .flatMap((agency) => [agency.name, ...agency.aliases])
      .filter((alias) => !seen.has(plain(alias)) && seen.add(plain(alias)));
    return { ...first, name, aliases, group: group.some((agency) => agency.group) };
  });
}

function plain(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/gu, "");
}

function letters(name: string): number {
  return plain(name).length;
}

/** The name to show for each spelling, own names before further ones. */
function settledNames(agencies: readonly Agency[]): ReadonlyMap<string, string> {
  const claims = new Map<string, Set<string>>();
  for (const { name, aliases } of agencies)
    for (const alias of aliases) claims.set(spelling(alias), new Set([...(claims.get(spelling(alias)) ?? []), name]));
  return new Map([
    ...[...claims].flatMap(([key, names]) => (names.size === 1 ? [[key, [...names][0]!] as const] : [])),
    ...agencies.map(({ name }) => [spelling(name), name] as const),
  ]);
}
