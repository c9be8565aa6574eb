import type { CalendarDate } from "../plan/date";
import type { Plan } from "../plan/plan";
import { successorOf } from "../plan/successors";
import { agencyRows } from "./planFacts";

/** What Danh mục tells about an organisation of the plan. */
export interface AgencyEntry {
  /** Stable code: "DV-01". */
  readonly code: string;
  readonly name: string;
  /** Abbreviation that the plan itself uses. */
  readonly short: string | undefined;
  /** Its further names in the plan. */
  readonly others: readonly string[];
  readonly group: boolean;
  /** Who carries on its work; undefined where none is known. */
  readonly successor: string | undefined;
  /** Its last day, where a law of the whole country sets it. */
  readonly lastDay: CalendarDate | undefined;
}

/** The organisations of a plan as Danh mục lists them; the user corrects and completes them there. */
export function agencyEntries(plan: Plan): readonly AgencyEntry[] {
  return agencyRows(plan).map(({ name, aliases, group }, index) => {
    const short = shortForm(name, aliases);
    const successor = [name, ...aliases].map(successorOf).find((found) => found !== undefined);
    return {
      code: `DV-${String(index + 1).padStart(2, "0")}`,
      name,
      short,
      others: aliases.filter((alias) => alias !== short),
      group,
      successor: successor?.name,
      lastDay: successor?.lastDay,
    };
  });
}

/** The shortest of the further names that abbreviates the name: "VPUB", "Sở KH&ĐT", "UBND tỉnh". */
function shortForm(name: string, aliases: readonly string[]): string | undefined {
  const words = new Set(name.toLocaleLowerCase("vi").split(" "));
  const short = aliases.filter(
    (alias) => alias.length < name.length && alias.split(" ").some((word) => isAcronym(word) && !words.has(word.toLocaleLowerCase("vi"))),
  );
  return short.reduce<string | undefined>((best, alias) => (best !== undefined && best.length <= alias.length ? best : alias), undefined);
}

/** "UBND", "KH&ĐT", "LĐ-TB&XH": capitals alone, two of them at least. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}&–-]*\p{Lu}$/u.test(word);
}
