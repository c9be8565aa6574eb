import type { Goal } from "../../plan/goal";
import type { Segment } from "../clauses";
import { sourceOf } from "../flow";
import { clauseAfter } from "../phrases/nearWords";
import type { Passage, PlanFacts, TargetFinding } from "../rule";
import { horizonOf } from "./horizon";
import { measureOf } from "./measure";
import { common, tidy } from "./targetParts";

/** Names of indices and rankings. */
export const INDEX_NAME = /chỉ số|bộ chỉ số|\((?:PCI|PGI|DDCI|PAPI|SIPAS|DTI|PAR)[^)]{0,12}\)|thứ hạng|xếp hạng/i;
// "nằm trong nhóm khá", "nhóm có chất lượng điều hành tốt", "thuộc nhóm trung bình"
const TIER_OPENING = /(?:nằm trong|thuộc|đạt|vào) nhóm /gi;
const TIER_WORDS = /(?:rất tốt|tương đối thấp|trung bình (?:khá|cao|thấp)|trung bình|rất cao|cao nhất|khá|tốt|cao|dẫn đầu)(?= |,|;|\.|$)/i;

/** The tier that a text names: "nằm trong nhóm khá". */
export function tierIn(text: string): { readonly index: number; readonly tier: string } | undefined {
  for (const { index, 0: opening } of text.matchAll(TIER_OPENING)) {
    const rest = clauseAfter(text, index + opening.length, 60, ",;.");
    const found = TIER_WORDS.exec(rest);
    if (found && (found.index === 0 || (/^có /i.test(rest) && found.index <= 43)))
      return { index, tier: rest.slice(0, found.index + found[0].length) };
  }
  return undefined;
}

const BETTER = /(?:cải thiện|nâng cao|nâng|tăng|rút ngắn|cắt giảm|giảm)/i;

/** Named indices that shall rise or reach a tier, with no number of their own. */
export function indexFindings(
  passage: Pick<Passage, "context">,
  facts: PlanFacts,
  clause: Segment,
  firstNumber: number | undefined,
): TargetFinding[] {
  const text = clause.flow.text;
  const found: TargetFinding[] = [];
  const tier = tierIn(text);
  const make = (goal: Goal, statement: string, at: number): void => {
    const { horizon, implied } = horizonOf(passage, facts, text, { start: at, end: at }, undefined);
    found.push({
      find: "target",
      statement: tidy(statement),
      measure: measureOf(statement, statement.length, statement.length) || tidy(statement),
      goal,
      certainty: "implied",
      unit: "",
      ...(horizon === undefined ? {} : { horizon, ...(implied ? { horizonImplied: true } : {}) }),
      ...common(passage),
      alternatives: [],
      source: sourceOf(clause.flow),
    });
  };
  const head = text.slice(0, tier ? tier.index : (firstNumber ?? text.length));
  const better = BETTER.exec(head);
  const improves =
    better !== null &&
    !/(?:trong việc|trách nhiệm)[^,;]{0,20}$/i.test(head.slice(0, better.index)) &&
    INDEX_NAME.test(head) &&
    !/^(?:- )?(?:phấn đấu )?đưa/i.test(head);
  // "cải thiện Chỉ số A …, phấn đấu xếp hạng trong nhóm 15 tỉnh": the rise is a condition beside the number
  const comma = improves && firstNumber !== undefined ? head.indexOf(",", better?.index ?? 0) : -1;
  const beside = better !== null && comma > 0 && INDEX_NAME.test(head.slice(better.index, comma)) && !/%/.test(head.slice(comma));
  if (better && improves && (tier || firstNumber === undefined || beside))
    make({ kind: "improve", direction: /giảm|rút ngắn/i.test(better[0]) ? "down" : "up" }, head, better.index);
  // "Chỉ số A đạt từ 83% trở lên, cải thiện thứ hạng so với năm 2023"
  const risesToo =
    firstNumber === undefined || improves
      ? null
      : /, (?:đồng thời )?(?:cải thiện|nâng|tăng) (?:thứ hạng|vị trí xếp hạng|thứ bậc)(?! \d)/iu.exec(text.slice(firstNumber));
  if (risesToo && INDEX_NAME.test(text))
    make({ kind: "improve", direction: "up" }, text.slice(firstNumber! + risesToo.index + 2), firstNumber! + risesToo.index);
  if (tier) make({ kind: "tier", tier: `nhóm ${tier.tier}` }, tier.index > 30 && improves ? text.slice(tier.index) : text, tier.index);
  return found;
}
