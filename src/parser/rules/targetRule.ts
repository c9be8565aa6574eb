import type { Source } from "../../text/textDocument";
import { clausesOf, type Segment } from "../clauses";
import { sourceOf, type Flow } from "../flow";
import { findTimePhrases } from "../phrases/datePhrase";
import { findGoalPhrases, type GoalPhrase } from "../phrases/goalPhrase";
import { clauseBefore } from "../phrases/nearWords";
import type { Passage, PlanFacts, Rule, TargetFinding } from "../rule";
import { INDEX_NAME, indexFindings, tierIn } from "./indexTargets";
import { numericFindings } from "./numericTargets";
import { changeInWords, isFullClause, qualitative, startsAsTask } from "./qualitativeTarget";
import { AIM, conditionsIn, outcomeInTask, withoutNested } from "./targetConditions";

/** Outcome conditions: all of a bullet in a section of objectives, plain numeric ones elsewhere. */
export const targetRule: Rule<TargetFinding> = {
  name: "target",
  find(passage, facts) {
    const { role } = passage.context;
    if (role === "objectives") return fullReading(passage, facts);
    if (role === "tasks" || role === "organization") return strictReading(passage, facts);
    if (role === "purpose") return indexReading(passage, facts);
    if (role === "general-aim") return aimReading(passage, facts);
    return [];
  },
};

function fullReading(passage: Passage, facts: PlanFacts): TargetFinding[] {
  const found: TargetFinding[] = [];
  const plain: { readonly clause: Segment; readonly year: number | undefined }[] = [];
  let year: number | undefined;
  const clauses = clausesOf(passage.whole);
  let partList = false;
  let accepted: readonly GoalPhrase[] = [];
  for (const [index, clause] of clauses.entries()) {
    if (STATE.test(clause.flow.text)) continue;
    const phrases = conditionsIn(clause.flow.text, index > 0 && endsWithSemicolon(passage, clauses[index - 1]!) ? accepted : []);
    accepted = phrases;
    const named = indexFindings(passage, facts, clause, phrases.length > 0 ? phrases[0]!.start : undefined);
    const leading = findTimePhrases(clause.flow.text.slice(0, 60)).find((phrase) => phrase.kind === "year" && phrase.operator === "until");
    if (leading) year = leading.year;
    if (phrases.length === 0 && named.length === 0) plain.push({ clause, year });
    found.push(...named);
    const changed = phrases.length > 0 && named.length === 0 ? changeInWords(clause.flow.text, phrases[0]!.start) : undefined;
    if (changed) found.push(qualitative(passage, facts, clause, year, changed));
    const wide = sentenceAround(passage, clauses, index);
    // "…, trong đó: A tăng 6%; B tăng 18%; C tăng 20%": all of the list are parts
    const numeric = numericFindings(passage, facts, clause, phrases, year ?? wide?.year, wide?.source);
    found.push(...(partList ? numeric.map((finding) => ({ ...finding, within: true })) : numeric));
    partList = endsWithSemicolon(passage, clause) && (partList || /trong (?:số )?đó ?:/i.test(clause.flow.text));
  }
  const words = plain.find(({ clause }) => isFullClause(clause));
  if (words && !passage.opensList && !(found.length > 0 && startsAsTask(words.clause.flow.text))) {
    const finding = qualitative(passage, facts, words.clause, words.year);
    if (words === plain[0] && clauseIsFirst(words.clause)) found.unshift(finding);
    else found.push(finding);
  }
  return found;
}

/** For a clause that leans on the ones before it ("…: trẻ em …; trẻ 5-18 tuổi …", "90% đối với …; 75% đối với …"): their words and year. */
function sentenceAround(passage: Passage, clauses: readonly Segment[], index: number): { source: Source; year?: number } | undefined {
  const clause = clauses[index]!;
  const text = passage.whole.text;
  let first = index;
  while (first > 0 && text[clauses[first - 1]!.end - 1] === ";") first--;
  let last = index;
  while (last + 1 < clauses.length && text[clauses[last]!.end - 1] === ";") last++;
  if (first === last) return undefined;
  const opening = clauses[first]!.flow.text;
  const leaning = /^(?:và )?(?:phấn đấu )?(?:đạt |trên |dưới |từ )?\d[\d,.]*% ?(?:đối với|ở|tại|vào|với)/i;
  const next = clauses[index + 1]?.flow.text ?? "";
  const listed = /^[^:]{10,120}: [\p{Ll}]/u.test(opening) && !/^\p{Lu}/u.test(clauses[last]!.flow.text);
  // "…; Dịch vụ 35,6%; …": two words and a number are understood with the words around them
  const short = clause.flow.text.split(" ").length < SHORT_CLAUSE;
  if (!listed && !short && !leaning.test(clause.flow.text) && !(index + 1 <= last && leaning.test(next))) return undefined;
  const own = findTimePhrases(clause.flow.text).some((time) => time.kind === "year");
  const later = own
    ? undefined
    : clauses
        .slice(index + 1, last + 1)
        .flatMap((item) => findTimePhrases(item.flow.text))
        .find((time) => time.kind === "year");
  return { source: sourceOf(passage.whole, clauses[first]!.start, clauses[last]!.end), ...(later ? { year: later.year! } : {}) };
}

/** Words below which a clause of a list says too little alone. */
const SHORT_CLAUSE = 6;

function endsWithSemicolon(passage: Passage, clause: Segment): boolean {
  return passage.whole.text[clause.end - 1] === ";";
}

function clauseIsFirst(clause: Segment): boolean {
  return clause.start === 0;
}

function strictReading(passage: Passage, facts: PlanFacts): TargetFinding[] {
  return targetsInTask(passage.fields ? passage.fields.content : [passage.whole], passage, facts);
}

const AIMED = /^(?:[-+] |\p{Ll}\) |\d{1,2}(?:\.\d{1,2})*\.? )?(?:Phấn đấu|Mục tiêu|Chỉ tiêu)(?: |:)/u;

/** Plain numeric conditions inside the words of a task. */
export function targetsInTask(flows: readonly Flow[], passage: Pick<Passage, "context">, facts: PlanFacts): TargetFinding[] {
  const found: TargetFinding[] = [];
  for (const flow of flows) {
    let aimed = false;
    let last = "";
    for (const clause of clausesOf(flow)) {
      const text = clause.flow.text;
      // "Phấn đấu …; …; …": the aim holds for every clause of its sentence
      aimed = AIMED.test(text) || (aimed && last === ";");
      last = flow.text[clause.end - 1] ?? "";
      const listed = aimed && (last === ";" || !AIMED.test(text));
      const phrases = listed
        ? conditionsIn(text)
        : withoutNested(findGoalPhrases(text), text).filter((phrase) => outcomeInTask(phrase, text));
      found.push(...numericFindings(passage, facts, clause, phrases, undefined));
      const tier = phrases.length === 0 ? tierIn(text) : undefined;
      if (tier) found.push(...indexFindings(passage, facts, clause, undefined));
    }
  }
  return found;
}

/** Numbers of an aim that is not called general: "I. MỤC TIÊU" beside "II. CHỈ TIÊU". */
function aimReading(passage: Passage, facts: PlanFacts): TargetFinding[] {
  if (/chung|tổng quát|quan điểm|nguyên tắc|ý nghĩa/i.test(`${passage.context.group ?? ""} ${passage.flow.text.slice(0, 40)}`)) return [];
  let year: number | undefined;
  return clausesOf(passage.whole).flatMap((clause) => {
    const text = clause.flow.text;
    const phrases = conditionsIn(text).filter((phrase) => phrase.compared);
    const found = numericFindings(passage, facts, clause, phrases, year);
    year ??= found.find((finding) => finding.horizonImplied !== true)?.horizon;
    return found;
  });
}

function indexReading(passage: Passage, facts: PlanFacts): TargetFinding[] {
  const found: TargetFinding[] = [];
  for (const clause of clausesOf(passage.whole)) {
    const text = clause.flow.text;
    const aimed = findGoalPhrases(text).filter(
      (phrase) => phrase.unit.startsWith("%") && phrase.compared && AIM.test(clauseBefore(text.slice(0, phrase.start), 128, ".;")),
    );
    found.push(...numericFindings(passage, facts, clause, aimed, undefined));
    if (!INDEX_NAME.test(clause.flow.text) || !/tăng (?:điểm|bậc|hạng)|nằm trong nhóm|nâng (?:bậc|hạng|thứ hạng)/i.test(clause.flow.text))
      continue;
    found.push(...indexFindings(passage, facts, clause, undefined));
  }
  return found;
}

// "Hiện nay, toàn tỉnh có 180 trạm": how things stand, not what must come
const STATE =
  /^(?:[-+] )?(?:Hiện nay|Hiện tại|Tính đến (?:nay|tháng|ngày)|Đến nay|Theo thống kê|Thời gian qua|Trong thời gian qua|Kết quả)[ ,]/;
