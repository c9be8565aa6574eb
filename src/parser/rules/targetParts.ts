import type { Passage, TargetFinding } from "../rule";

/** What the headings above a passage give to its targets. */
export function common(passage: Pick<Passage, "context">): Pick<TargetFinding, "group" | "leads" | "supporters"> {
  const { group, leads, supporters } = passage.context;
  return { ...(group ? { group } : {}), leads, supporters };
}

/** Words without the label, joint or punctuation around them. */
export function tidy(text: string): string {
  return text
    .replace(/^(?:[-+,;•●▪*–] ?|và )+/, "")
    .replace(/[ ,;.]{1,6}$/, "")
    .trim();
}
