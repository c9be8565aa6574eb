import type { Goal } from "../../plan/goal";
import type { Certainty, Source } from "../../text/textDocument";
import { clausesOf, type Segment } from "../clauses";
import { sourceOf, type Flow } from "../flow";
import { findTimePhrases } from "../phrases/datePhrase";
import { findGoalPhrases, type GoalPhrase } from "../phrases/goalPhrase";
import { clauseAfter, clauseBefore } from "../phrases/nearWords";
import { producesCount } from "../phrases/outputVerb";
import { unitAtStart } from "../phrases/quantityPhrase";
import type { Passage, PlanFacts, Rule, TargetFinding } from "../rule";
import { horizonOf } from "./horizon";
import { RANK_MEASURE } from "../lexicon";
import { measureOf } from "./measure";

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
  const plain: Segment[] = [];
  let year: number | undefined;
  const clauses = clausesOf(passage.whole);
  let partList = false;
  for (const [index, clause] of clauses.entries()) {
    if (STATE.test(clause.flow.text)) continue;
    const phrases = withoutNested(findGoalPhrases(clause.flow.text), clause.flow.text).filter((phrase) =>
      countsAsTarget(phrase, clause.flow.text),
    );
    const named = indexFindings(passage, facts, clause, phrases.length > 0 ? phrases[0]!.start : undefined);
    if (phrases.length === 0 && named.length === 0) plain.push(clause);
    found.push(...named);
    const leading = findTimePhrases(clause.flow.text.slice(0, 60)).find((phrase) => phrase.kind === "year" && phrase.operator === "until");
    if (leading) year = leading.year;
    const wide = sentenceAround(passage, clauses, index);
    // "…, trong đó: A tăng 6%; B tăng 18%; C tăng 20%": all of the list are parts
    const numeric = numericFindings(passage, facts, clause, phrases, year ?? wide?.year, wide?.source);
    found.push(...(partList ? numeric.map((finding) => ({ ...finding, within: true })) : numeric));
    partList = endsWithSemicolon(passage, clause) && (partList || /trong (?:số )?đó ?:/i.test(clause.flow.text));
  }
  const words = plain.find((clause) => isFullClause(clause));
  if (words && !passage.opensList && !(found.length > 0 && startsAsTask(words.flow.text))) {
    const finding = qualitative(passage, facts, words);
    if (words === plain[0] && clauseIsFirst(words)) found.unshift(finding);
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
  if (!listed && !leaning.test(clause.flow.text) && !(index + 1 <= last && leaning.test(next))) return undefined;
  const own = findTimePhrases(clause.flow.text).some((time) => time.kind === "year");
  const later = own
    ? undefined
    : clauses
        .slice(index + 1, last + 1)
        .flatMap((item) => findTimePhrases(item.flow.text))
        .find((time) => time.kind === "year");
  return { source: sourceOf(passage.whole, clauses[first]!.start, clauses[last]!.end), ...(later ? { year: later.year! } : {}) };
}

function endsWithSemicolon(passage: Passage, clause: Segment): boolean {
  return passage.whole.text[clause.end - 1] === ";";
}

function clauseIsFirst(clause: Segment): boolean {
  return clause.start === 0;
}

const ITEM_LABEL = /^(?:[-+•*] |\d{1,2}(?:\.\d{1,2}){0,3}\.? |\p{Ll}\) |\(\d{1,2}\) )/u;

// "Có biểu phụ lục kèm theo" and remarks in brackets are no conditions
function isFullClause(clause: Segment): boolean {
  // "(11) …" opens an item; inside a sentence it numbers a part
  const text = clauseIsFirst(clause) ? clause.flow.text.replace(ITEM_LABEL, "") : clause.flow.text;
  return (
    text.length >= 25 &&
    !/^\(|^(?:Có biểu|Chi tiết|Đặc biệt là|trong đó)|:$/.test(text) &&
    !/kèm theo\)?\.?$|\([Kk]èm [^()]{1,40}\)\.?$/.test(text) &&
    !/^(?:Thời gian|Địa điểm|Đối tượng|Phạm vi|Chủ đề|Thành phần)[\p{L} ]{0,20}:/u.test(text) &&
    text.split(" ").length >= 6
  );
}

function startsAsTask(text: string): boolean {
  return /^(?:[-+] )?(?:Thực hiện tốt|Phối hợp|Tham mưu)/.test(text);
}

function strictReading(passage: Passage, facts: PlanFacts): TargetFinding[] {
  return targetsInTask(passage.fields ? passage.fields.content : [passage.whole], passage, facts);
}

/** Plain numeric conditions inside the words of a task. */
export function targetsInTask(flows: readonly Flow[], passage: Pick<Passage, "context">, facts: PlanFacts): TargetFinding[] {
  const found: TargetFinding[] = [];
  for (const flow of flows) {
    for (const clause of clausesOf(flow)) {
      const text = clause.flow.text;
      const phrases = withoutNested(findGoalPhrases(text), text).filter((phrase) => outcomeInTask(phrase, text));
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
    const phrases = withoutNested(findGoalPhrases(text), text).filter((phrase) => phrase.compared && countsAsTarget(phrase, text));
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

// "góp phần thực hiện mục tiêu tỷ lệ phủ sóng đến năm 2030 đạt 100%"
const AIM = /mục tiêu|chỉ tiêu|phấn đấu/i;

// "Hiện nay, toàn tỉnh có 180 trạm": how things stand, not what must come
const STATE =
  /^(?:[-+] )?(?:Hiện nay|Hiện tại|Tính đến (?:nay|tháng|ngày)|Đến nay|Theo thống kê|Thời gian qua|Trong thời gian qua|Kết quả)[ ,]/;

/** Leaves out counts that belong to the condition before them: "100% xã, phường mỗi quý có ít nhất 04 tin". */
function withoutNested(phrases: readonly GoalPhrase[], text: string): GoalPhrase[] {
  return phrases.filter((phrase, index) => {
    const before = phrases[index - 1];
    if (!before || !before.unit.startsWith("%") || phrase.unit.startsWith("%") || !/^\p{L}/u.test(phrase.unit)) return true;
    if (before.goal.kind !== "all" && before.goal.kind !== "at-least" && before.goal.kind !== "more-than") return true;
    const between = text.slice(before.end, phrase.start).trim();
    // "Tỷ lệ hộ nghèo giảm 1%, có 5 xã …": the rate closes its clause
    const opens = isSubject(text, before);
    return !opens || between === "" || /(?:[,;(]|(?:^| )và)$|[;:(]|, (?:trong|đồng thời|phấn đấu|có|tỷ lệ|số|mỗi) /i.test(between);
  });
}

/** Whether a rate opens what it is said of ("100% xã …"), not closes it ("Tỷ lệ xã … đạt 100%"). */
function isSubject(text: string, phrase: GoalPhrase): boolean {
  const before = text.slice(0, phrase.start);
  const from = Math.max(before.lastIndexOf(";"), before.lastIndexOf(","), before.lastIndexOf(":"), before.lastIndexOf("("), -1) + 1;
  return measureOf(before.slice(from), before.length - from, before.length - from).length < 12;
}

/** Whether a number in a section of objectives is a condition; ages, days of work and counts without a comparison are not. */
function countsAsTarget(phrase: GoalPhrase, text: string): boolean {
  if (SUPPORT_RATE.test(text.slice(Math.max(0, phrase.start - 40), phrase.end + 24))) return false;
  if (isRemark(phrase, text)) return false;
  if (
    ["tuổi", "ngày", "giờ", "phút", "tháng"].includes(phrase.unit) &&
    !/đạt|tuổi thọ|giảm|rút ngắn/i.test(text.slice(Math.max(0, phrase.start - 30), phrase.end))
  )
    return false;
  if (phrase.unit === "tuổi") return /tuổi thọ/i.test(text) && !/dưới|trên \d/.test(text.slice(phrase.start, phrase.end));
  if (phrase.unit.startsWith("%") || phrase.unit === "điểm %") return true;
  if (phrase.goal.kind === "top" || phrase.goal.kind === "rank-up" || phrase.goal.kind.startsWith("times")) return true;
  return phrase.compared || (phrase.unit !== "" && (producesCount(text.slice(0, phrase.start)) || isLevel(phrase, text)));
}

/** "Dân số trung bình 7.129 người", "+ Lúa 507 ha": a name and its level, nothing else. */
function isLevel(phrase: GoalPhrase, text: string): boolean {
  const name = text.slice(0, phrase.start);
  return (
    /^(?:[-+•*] )?\p{Lu}[\p{L} ]{1,80} $/u.test(name) &&
    !/ (?:tại|trong|cho|của|với|từ|theo|các|ở|qua|gồm|và|về|trên|dưới|đến|mỗi|số|năm|thứ|hạng|loại|cấp|khóa|lần) $/i.test(name) &&
    /^[ .;,]*$/.test(text.slice(phrase.end))
  );
}

// "đạt 58,9% (66/112 thôn, tăng thêm 20 thôn)": the count that the rate stands for
function isRemark(phrase: GoalPhrase, text: string): boolean {
  const open = text.lastIndexOf("(", phrase.start);
  if (open < 0 || text.slice(open, phrase.start).includes(")")) return false;
  return (
    !phrase.unit.startsWith("%") &&
    /%\s?$/.test(text.slice(Math.max(0, open - 3), open)) &&
    !/^\((?:trong đó|riêng)/i.test(text.slice(open))
  );
}

const SUPPORT_RATE = /lệ phí|lãi suất|tiền thuê|(?:giảm|miễn)[^,;]{0,12} (?:thuế|phí|giá) |trọng số/i;
const OUTCOME_WORD =
  /(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|tối thiểu|ít nhất|đạt|hoàn thành|giải ngân|duy trì|cắt giảm|rút ngắn|tiết kiệm|trở lên|tăng|giảm|chiếm)/i;

/** Numbers inside a task that say what must come of it; amounts, structures and rates of support are left out. */
function outcomeInTask(phrase: GoalPhrase, text: string): boolean {
  const near = text.slice(Math.max(0, phrase.start - 60), phrase.end);
  if (SUPPORT_RATE.test(text.slice(Math.max(0, phrase.start - 40), phrase.end + 40))) return false;
  if (phrase.goal.kind === "times-at-most") return true;
  if (phrase.goal.kind === "times-at-least") return phrase.certainty === "stated";
  if (phrase.goal.kind === "top" || phrase.goal.kind === "rank-up") return true;
  if (phrase.unit.startsWith("%")) {
    if (phrase.goal.kind === "less-than" && !/(?:tỷ lệ|giảm|xuống|còn)/i.test(near)) return false;
    if (/(?:không áp dụng|cho phép|tình trạng|quy định (?:về |mức )?(?:tiết kiệm|tối thiểu))/i.test(text.slice(0, phrase.start)))
      return false;
    if (
      /^(?:thêm |khoảng )?/.test(near) &&
      /không hoàn thành|chưa hoàn thành|chậm|nếu|trường hợp|hỗ trợ/i.test(clauseBefore(near.slice(0, 60), 60))
    )
      return false;
    return phrase.compared || phrase.start < 14 || OUTCOME_WORD.test(near) || phrase.goal.kind === "all";
  }
  if (phrase.unit === "điểm") return phrase.compared;
  if (phrase.unit === "" || MONEY.test(phrase.unit)) return false;
  if (/^[\p{L} ]*\/[\d\p{Ll}]/u.test(phrase.unit)) return phrase.compared;
  if (TIME_UNITS.includes(phrase.unit)) return false;
  // "+ Đầu tư mới trạm 5G: 35 trạm": an item that is an indicator and its level
  if (/^(?:[-+•*] )?[^:.;]{5,80}: $/.test(text.slice(0, phrase.start)) && /^(?:[ ,;.(]|$)/.test(text.slice(phrase.end))) return true;
  if (/\((?:trong đó|gồm|bao gồm)[^()]*$/i.test(text.slice(0, phrase.start)) && INDICATOR.test(text))
    return /: ?$/.test(text.slice(0, phrase.start));
  return phrase.compared && AIM.test(clauseBefore(text.slice(0, phrase.start), 128, ".;"));
}

const MONEY = /đồng|usd|^(?:nghìn|triệu|tỷ)$/i;
const TIME_UNITS = ["tuổi", "ngày", "giờ", "phút", "tháng", "năm", "lần"];
const INDICATOR = /^(?:[-+•*] )?[^:.;]{5,80}: \d/;

function numericFindings(
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
  return phrases.map((phrase, index) => {
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
    const { horizon, implied } = horizonOf(passage, facts, text, phrase, carriedYear);
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

function common(passage: Pick<Passage, "context">): Pick<TargetFinding, "group" | "leads" | "supporters"> {
  const { group, leads, supporters } = passage.context;
  return { ...(group ? { group } : {}), leads, supporters };
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

function tidy(text: string): string {
  return text
    .replace(/^(?:[-+,;•●▪*–] ?|và )+/, "")
    .replace(/[ ,;.]{1,6}$/, "")
    .trim();
}

const INDEX_NAME = /chỉ số|bộ chỉ số|\((?:PCI|PGI|DDCI|PAPI|SIPAS|DTI|PAR)[^)]{0,12}\)|thứ hạng|xếp hạng/i;
// "nằm trong nhóm khá", "nhóm có chất lượng điều hành tốt", "thuộc nhóm trung bình"
const TIER_OPENING = /(?:nằm trong|thuộc|đạt|vào) nhóm /gi;
const TIER_WORDS = /(?:rất tốt|tương đối thấp|trung bình (?:khá|cao|thấp)|trung bình|rất cao|cao nhất|khá|tốt|cao|dẫn đầu)(?= |,|;|\.|$)/i;

function tierIn(text: string): { readonly index: number; readonly tier: string } | undefined {
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
function indexFindings(
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
  if (tier) make({ kind: "tier", tier: `nhóm ${tier.tier}` }, tier.index > 30 && improves ? text.slice(tier.index) : text, tier.index);
  return found;
}

// "đến năm 2025 không còn hộ nghèo trên địa bàn phường"
const NONE_LEFT = /(?:^| )không còn (?<what>[^,;.]{2,80})/iu;

// "Duy trì xã đạt chuẩn quốc gia về y tế", "Giữ vững thứ hạng", "Không để tái nghèo"
const KEEPS = /^(?:tiếp tục |phấn đấu )?(?:duy trì|giữ vững|không để )(?! và)/i;

/** An objective in words alone. */
function qualitative(passage: Passage, facts: PlanFacts, clause: Segment): TargetFinding {
  const text = tidy(clause.flow.text.replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|\p{Ll}\)|\(\d{1,2}\)) /u, ""));
  const none = NONE_LEFT.exec(text)?.groups?.what;
  const unit = none === undefined ? "" : unitAtStart(none);
  const { horizon, implied } = horizonOf(passage, facts, clause.flow.text, { start: 0, end: 0 }, undefined);
  const better = /^(?:tiếp tục |phấn đấu |đẩy mạnh )*(?<verb>cải thiện|nâng|tăng|rút ngắn|cắt giảm|giảm)(?! cường)/i.exec(text)?.groups
    ?.verb;
  const kept = KEEPS.test(text);
  const goal: Goal =
    unit !== ""
      ? { kind: "at-most", level: 0 }
      : better
        ? { kind: "improve", direction: /giảm|rút ngắn/i.test(better) ? "down" : "up" }
        : kept
          ? { kind: "maintain", of: { kind: "milestone", items: [text] } }
          : { kind: "milestone", items: [text] };
  return {
    find: "target",
    statement: text,
    measure: unit !== "" ? none! : text,
    goal,
    certainty: "implied" as Certainty,
    unit,
    ...(horizon === undefined ? {} : { horizon, ...(implied ? { horizonImplied: true } : {}) }),
    ...common(passage),
    alternatives: [],
    source: sourceOf(clause.flow),
  };
}
