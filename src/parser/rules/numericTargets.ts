import type { Goal } from "../../plan/goal";
import type { Source } from "../../text/textDocument";
import type { Segment } from "../clauses";
import { sourceOf } from "../flow";
import { RANK_MEASURE } from "../lexicon";
import type { GoalPhrase } from "../phrases/goalPhrase";
import { clauseAfter, clauseBefore } from "../phrases/nearWords";
import type { Passage, PlanFacts, TargetFinding } from "../rule";
import { horizonOf } from "./horizon";
import { measureOf } from "./measure";
import { common, tidy } from "./targetParts";

/** Conditions on either side that may say the year of one between them. */
const NEAR = 12;

/**
 * The targets that the numbers of a clause set; "(năm 2025: 92%)" in a plan of 2026 says what was reached.
 * `carriedYear`: the year said before the clause; `wide`: the words that it leans on.
 */
export function numericFindings(
  passage: Pick<Passage, "context">,
  facts: PlanFacts,
  clause: Segment,
  phrases: readonly GoalPhrase[],
  carriedYear: number | undefined,
  wide?: Source,
): TargetFinding[] {
  const text = clause.flow.text;
  let whole: string | undefined;
  const clauseSource = sourceOf(clause.flow);
  return phrases.flatMap((phrase, index) => {
    const start = index === 0 ? 0 : borderBefore(text, phrases[index - 1]!.end, phrase.start);
    const end = index + 1 < phrases.length ? borderBefore(text, phrase.end, phrases[index + 1]!.start) : text.length;
    const statement = tidy(text.slice(start, Math.max(end, phrase.end)));
    const own = measureOf(text.slice(start, Math.max(end, phrase.end)), phrase.start - start, phrase.end - start, phrase.unit);
    const bracket = insideBrackets(text, phrase.start);
    const elliptic = own.length < 12;
    if (!elliptic && bracket === undefined) whole = own;
    const within =
      /^(?:\(|,? ?)?(?:trong (?:số )?đó|riêng)/i.test(text.slice(start, start + 14)) ||
      (index === 0 && /^(?:- )?(?:trong (?:số )?đó|riêng)/i.test(text)) ||
      bracket !== undefined;
    const { horizon, implied } = horizonOf(
      passage,
      facts,
      text,
      phrase,
      carriedYear,
      phrases.slice(Math.max(0, index - NEAR), index + NEAR),
    );
    const dated = bracket !== undefined && /(?<!\d)20\d\d(?!\d)/.test(text.slice(text.lastIndexOf("(", phrase.start), phrase.start));
    if (dated && horizon !== undefined && !implied && horizon < (facts.fromYear ?? facts.year ?? horizon)) return [];
    const scope = bracket || scopeOf(text.slice(start, Math.max(end, phrase.end)), elliptic);
    const excludes = exclusionIn(text.slice(phrase.end, phrase.end + 400));
    return {
      find: "target" as const,
      statement: statement.length > 20 ? statement : tidy(text),
      measure: measured(elliptic || bracket !== undefined ? (whole ?? own) : own, phrase),
      goal: maintained(text, phrase),
      certainty: phrase.certainty,
      unit: phrase.unit,
      ...(horizon === undefined ? {} : { horizon, ...(implied ? { horizonImplied: true } : {}) }),
      ...(phrase.baselineYear === undefined ? {} : { baselineYear: phrase.baselineYear }),
      ...(within ? { within: true } : {}),
      ...(scope ? { scope } : {}),
      ...(excludes ? { excludes } : {}),
      ...common(passage),
      alternatives: phrase.alternatives,
      source: wide ?? clauseSource,
    };
  });
}

// "Thuộc nhóm 25 tỉnh dẫn đầu về chuyển đổi số" measures a rank
function measured(words: string, phrase: GoalPhrase): string {
  const field =
    phrase.goal.kind === "top"
      ? /^(?:Thuộc|Nằm|Đứng|Xếp|Vào)?(?: trong| vào)? ?(?<field>về .{3,})$/iu.exec(words)?.groups?.field
      : undefined;
  return field ? `${RANK_MEASURE} ${field}` : words;
}

// "(không bao gồm xã an toàn khu)"
function exclusionIn(text: string): string | undefined {
  for (const open of text.matchAll(/\((?:không bao gồm|không tính|trừ|không kể) ?/gi)) {
    const start = open.index + open[0].length;
    const what = clauseAfter(text, start, 161, ")");
    if (text[start + what.length] === ")" && what.length >= 3) return what.trim();
  }
  return undefined;
}

// "duy trì ổn định ở mức 60%", "Duy trì … tối thiểu 30%"
function maintained(text: string, phrase: GoalPhrase): Goal {
  const before = text.slice(Math.max(0, phrase.start - 120), phrase.start);
  if (!/duy trì|giữ vững|giữ ổn định/i.test(clauseBefore(before, 72))) return phrase.goal;
  return phrase.goal.kind === "at-least" || phrase.goal.kind === "all" ? { kind: "maintain", of: phrase.goal } : phrase.goal;
}

/** Where the clause of a condition begins: behind the last ", trong đó", " và " or "," after the condition before it. */
function borderBefore(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const inner = /,? ?(?:trong số đó|trong đó|riêng) ?,? /i.exec(between);
  if (inner) return from + inner.index + (inner[0].startsWith(",") ? 1 : 0);
  const open = between.lastIndexOf("(");
  if (open >= 0 && !between.slice(open).includes(")")) return from + open;
  // "80% số trạm y tế xã, phường và | 100% cơ sở cai nghiện"
  const joint = /(?:,|;|(?:^| )và) ?$/.exec(between);
  if (joint) return to;
  let best = -1;
  for (const sign of [", ", "; ", " và ", ") "]) {
    const at = between.indexOf(sign);
    if (at >= 0 && (best < 0 || at < best)) best = at + (sign === " và " ? 4 : sign.length);
  }
  return best < 0 ? to : from + best;
}

function insideBrackets(text: string, at: number): string | undefined {
  const open = text.lastIndexOf("(", at);
  if (open < 0 || at - open > 160 || text.slice(open, at).includes(")")) return undefined;
  let words = text.slice(open + 1, at).trim();
  while (LINKING_END.test(words)) words = words.replace(LINKING_END, "").replace(/,$/, "").trimEnd();
  return words;
}

// "hộ nghèo giảm xuống", "trong đó nữ đạt"
const LINKING_END = /(?:^|[ ,])(?:xuống|ở mức|đạt|là|còn|để)$/i;

// "đối với tuyến huyện", "ở khu vực nông thôn", "đối với nam"
function scopeOf(clause: string, elliptic: boolean): string | undefined {
  if (!elliptic) return undefined;
  for (const opening of clause.matchAll(/(?<!\p{L})(?:đối với|ở khu vực|tại khu vực|ở) /giu)) {
    const rest = clauseAfter(clause, opening.index + opening[0].length, 72, ",;.()%0123456789");
    const length = SCOPE_END.exec(rest)?.index ?? rest.length;
    if (length >= 2 && length <= 60) return rest.slice(0, length).trim();
  }
  return undefined;
}

const SCOPE_END = / vào năm| đến năm| và| không | dưới | trên | đạt | tối thiểu | ít nhất | tăng | giảm | chiếm | từ /i;
