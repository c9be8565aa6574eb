import type { Passage, TargetFinding } from "../rule";

/** What the headings above a passage give to its targets. */
export function common(passage: Pick<Passage, "context">): Pick<TargetFinding, "group" | "leads" | "supporters"> {
  const { group, leads, supporters } = passage.context;
  return { ...(group ? { group } : {}), leads, supporters };
}

/** Words without the label, joint or punctuation around them, nor a bracket that only opens or only closes there. */
export function tidy(text: string): string {
  const words = text
    .replace(/^(?:[-+,;•●▪*–] ?|và )+/, "")
    .replace(/[ ,;.(]{1,6}$/, "")
    .trim();
  return words.endsWith(")") && !words.includes("(") ? words.slice(0, -1) : words;
}
