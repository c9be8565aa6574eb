import { labelledAgencies } from "../assignment";
import type { Passage, TargetFinding } from "../rule";

/** What the headings above a passage give to its targets; organisations before its words as a label lead instead. */
export function common(
  passage: Pick<Passage, "context"> & Partial<Pick<Passage, "flow">>,
): Pick<TargetFinding, "group" | "leads" | "supporters"> {
  const { group, leads, supporters } = passage.context;
  const own = passage.flow && labelledAgencies(passage.flow.text)?.leads;
  return { ...(group ? { group } : {}), leads: own ?? leads, supporters: own ? [] : supporters };
}

/** Words without the label, joint or punctuation around them, nor a bracket that only opens or only closes there. */
export function tidy(text: string): string {
  const words = text
    .replace(/^(?:[-+,;•●▪*–] ?|và )+/, "")
    .replace(/[ ,;.(]{1,6}$/, "")
    .trim();
  return words.endsWith(")") && !words.includes("(") ? words.slice(0, -1) : words;
}
