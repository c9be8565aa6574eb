import { HELP_VI } from "../functions/help.vi";
import type { Locale } from "../messages";

/** A KPI function as the panel explains it. */
export interface FunctionHelp {
  /** "KPI.DANHGIA" */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
  /** A formula that can be tried, with its equals sign, and what it shows. */
  readonly example: string;
  readonly result: string;
}

/** English metadata of the functions, which the build makes from their JSDoc and lays beside the pane. */
const ENGLISH = "functions-en.json";

interface Described {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
}

const vietnamese: readonly FunctionHelp[] = Object.entries(HELP_VI).map(([id, help]) => ({ name: `KPI.${id}`, ...help }));

/**
 * The KPI functions as the panel explains them. Examples are the same in both languages, with the results that the sheets show; where the English
 * descriptions cannot be had, the Vietnamese ones stand.
 */
export async function functionHelp(locale: Locale): Promise<readonly FunctionHelp[]> {
  if (locale === "vi") return vietnamese;
  const described = await readEnglish();
  return vietnamese.map((help) => {
    const english = described.get(help.name);
    return english ? { ...help, description: english.description, parameters: english.parameters } : help;
  });
}

async function readEnglish(): Promise<ReadonlyMap<string, Described>> {
  try {
    const { functions } = (await (await fetch(ENGLISH)).json()) as { functions: readonly Described[] };
    return new Map(functions.map((each) => [`KPI.${each.id}`, each]));
  } catch {
    return new Map();
  }
}
