import type { Goal } from "../../src/plan/goal";
import type { Plan, ReportDuty, Target, Task } from "../../src/plan/plan";
import type { Source, TextDocument } from "../../src/text/textDocument";

/** A labelled target of a golden file. */
export interface TargetLabel {
  readonly text: string;
  readonly restored?: string;
  readonly comparator: string;
  readonly comparatorAlso?: string | readonly string[];
  readonly bound?: string;
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  readonly year: number | null;
  readonly yearInferred?: number;
  readonly kind: string;
}

/** A labelled task of a golden file. */
export interface TaskLabel {
  readonly text: string;
  readonly restored?: string;
  readonly lead: readonly string[];
  readonly coop: readonly string[];
  readonly coopAlso?: readonly string[];
  readonly time: string;
  readonly timeAlso?: string | readonly string[];
}

/** A labelled report duty of a golden file. */
export interface ReportLabel {
  readonly text: string;
  readonly restored?: string;
  readonly due: string;
  readonly dueISO?: string;
}

/** Labels of one plan (`test/golden/NAME/labels.json`). */
export interface Labels {
  readonly targets: readonly TargetLabel[];
  readonly tasks: readonly TaskLabel[];
  readonly reports: readonly ReportLabel[];
  readonly optional?: readonly { readonly text: string; readonly as?: string }[];
}

/** Right and all, summed over plans. */
export type Count = readonly [right: number, of: number];

/** What was found of the labels, and the fields that were right, for one plan or several. */
export interface ReadingScore {
  readonly targets: { found: number; missed: number; extra: number; exact: Count; year: Count };
  readonly tasks: { found: number; missed: number; extra: number; lead: Count; support: Count; time: Count };
  readonly reports: { found: number; missed: number; extra: number; due: Count };
  readonly notes: readonly string[];
}

interface Words {
  readonly words: string;
}

/** Compares a plan with the labels by the rules of `test/golden/RULES.md`. */
export function scoreReading(labels: Labels, plan: Plan, document: TextDocument): ReadingScore {
  const said = <T extends { readonly source: Source }>(items: readonly T[]): (T & Words)[] =>
    items.map((item) => ({ ...item, words: wordsOf(item.source, document) }));
  const notes: string[] = [];
  const optional = labels.optional ?? [];
  const spare = <L extends { text: string }, T extends Words>(found: Matched<L, T>, as: string): Matched<L, T> => ({
    ...found,
    extra: found.extra.filter((item) => !optional.some((label) => (!label.as || label.as === as) && similar(label, item) >= 0.6)),
  });
  const targets = spare(match(labels.targets, said(plan.targets), closeTarget), "target");
  const invented = targets.extra.filter(
    (item) => !labels.targets.some((label) => label.kind === "qualitative" && similar(label, item) >= 0.6),
  );
  const tasks = spare(
    match(labels.tasks, said(plan.tasks), (label, task) => (sameNames(label.lead, task.leads) ? 0.2 : 0)),
    "task",
  );
  const reports = spare(match(labels.reports, said(plan.reportDuties), closeReport), "report");
  const yearOk = (label: TargetLabel, target: Target): boolean =>
    (label.year === null && label.yearInferred === undefined) || [label.year, label.yearInferred].includes(target.horizon ?? null);
  const exact = targets.pairs.filter(([label, target]) => sameValue(label, target) && sameComparator(label, target.goal)).length;
  const supported = (label: TaskLabel, task: Task): boolean =>
    sameNames(label.coop, task.supporters) || (label.coopAlso !== undefined && sameNames(label.coopAlso, task.supporters));
  for (const label of targets.missed) notes.push(`target missed: ${label.text}`);
  for (const item of invented) notes.push(`target invented: ${item.words.slice(0, 80)}`);
  for (const label of tasks.missed) notes.push(`task missed: ${label.text}`);
  for (const item of tasks.extra) notes.push(`task invented: ${item.words.slice(0, 80)}`);
  for (const label of reports.missed) notes.push(`report missed: ${label.text}`);
  for (const [label, task] of tasks.pairs) {
    if (!sameNames(label.lead, task.leads)) notes.push(`lead: ${label.text}`);
    if (!supported(label, task)) notes.push(`support: ${label.text}`);
    if (!sameTime(label, task)) notes.push(`time: ${label.text}`);
  }
  return {
    targets: {
      found: targets.pairs.length,
      missed: targets.missed.length,
      extra: invented.length,
      exact: [exact, labels.targets.length],
      year: tally(targets.pairs, yearOk),
    },
    tasks: {
      found: tasks.pairs.length,
      missed: tasks.missed.length,
      extra: tasks.extra.length,
      lead: tally(tasks.pairs, (label, task) => sameNames(label.lead, task.leads)),
      support: tally(tasks.pairs, supported),
      time: tally(tasks.pairs, sameTime),
    },
    reports: {
      found: reports.pairs.length,
      missed: reports.missed.length,
      extra: reports.extra.length,
      due: tally(reports.pairs, (label, duty) => covered(label.due, duty.due) >= 0.7 || fold(label.due) === fold(duty.due)),
    },
    notes,
  };
}

/** The figures of several plans together, in percent. */
export function figuresOf(scores: readonly ReadingScore[]): Readonly<Record<string, number>> {
  const f1 = (key: "targets" | "tasks" | "reports"): number => {
    const sum = (field: "found" | "missed" | "extra"): number => scores.reduce((total, score) => total + score[key][field], 0);
    const [found, precision, recall] = [sum("found"), sum("found") + sum("extra"), sum("found") + sum("missed")];
    return precision + recall === 0 ? 100 : (200 * found) / (precision + recall);
  };
  const rate = (pick: (score: ReadingScore) => Count): number => {
    const [right, of] = scores.map(pick).reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as Count);
    return of === 0 ? 100 : (100 * right) / of;
  };
  return {
    "targets-F1": f1("targets"),
    "targets-exact": rate((score) => score.targets.exact),
    year: rate((score) => score.targets.year),
    "tasks-F1": f1("tasks"),
    lead: rate((score) => score.tasks.lead),
    support: rate((score) => score.tasks.support),
    time: rate((score) => score.tasks.time),
    "reports-F1": f1("reports"),
    due: rate((score) => score.reports.due),
  };
}

interface Matched<L, T> {
  readonly pairs: readonly (readonly [L, T])[];
  readonly missed: readonly L[];
  readonly extra: readonly T[];
}

function match<L extends { text: string; restored?: string }, T extends Words>(
  labels: readonly L[],
  items: readonly T[],
  closeness: (label: L, item: T) => number,
): Matched<L, T> {
  const candidates: { score: number; label: number; item: number }[] = [];
  labels.forEach((label, l) =>
    items.forEach((item, i) => {
      const likeness = similar(label, item);
      if (likeness >= 0.6) candidates.push({ score: likeness + closeness(label, item), label: l, item: i });
    }),
  );
  candidates.sort((a, b) => b.score - a.score);
  const usedLabels = new Set<number>();
  const usedItems = new Set<number>();
  const pairs: (readonly [L, T])[] = [];
  for (const { label, item } of candidates) {
    if (usedLabels.has(label) || usedItems.has(item)) continue;
    usedLabels.add(label);
    usedItems.add(item);
    pairs.push([labels[label]!, items[item]!]);
  }
  return { pairs, missed: labels.filter((_, index) => !usedLabels.has(index)), extra: items.filter((_, index) => !usedItems.has(index)) };
}

function closeTarget(label: TargetLabel, target: Target): number {
  const year = [label.year, label.yearInferred].includes(target.horizon ?? null);
  return (sameValue(label, target) ? 0.5 : 0) + (sameComparator(label, target.goal) ? 0.25 : 0) + (year ? 0.2 : 0);
}

function closeReport(label: ReportLabel, duty: ReportDuty): number {
  return covered(label.due, duty.due) * 0.5;
}

function tally<L, T>(pairs: readonly (readonly [L, T])[], right: (label: L, item: T) => boolean): Count {
  return [pairs.filter(([label, item]) => right(label, item)).length, pairs.length];
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("…", " ")
    .replace(/[[\]|*_#]/g, " ")
    .replaceAll("hoà", "hòa")
    .replaceAll("uỷ", "ủy")
    .replaceAll("hằng ", "hàng ")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

function tokensOf(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Share of a label's words that stand, in order, in a text. */
function covered(label: string, text: string): number {
  const a = tokensOf(label);
  const b = tokensOf(text);
  if (a.length === 0 || b.length === 0 || b.length > 600) return 0;
  let best = 0;
  for (let from = 0; from < b.length && best <= 0.98; from++) {
    if (b[from] !== a[0] && b[from] !== a[1] && b[from] !== a[2]) continue;
    let [i, j, hit, slack] = [0, from, 0, 0];
    while (i < a.length && j < b.length && slack < 12) {
      if (a[i] === b[j]) {
        hit++;
        i++;
        j++;
      } else if (b[j] === a[i + 1]) i++;
      else {
        j++;
        slack++;
      }
    }
    best = Math.max(best, hit / a.length);
  }
  return best;
}

function similar(label: { text: string; restored?: string }, item: Words): number {
  const forms = [label.text, ...(label.restored ? [label.restored] : [])];
  const straight = Math.max(...forms.map((form) => covered(form, item.words)));
  if (straight >= 0.6 || tokensOf(item.words).length < 5) return straight;
  return Math.max(straight, ...forms.map((form) => 0.95 * covered(item.words, form)));
}

const COMPARATORS: Readonly<Record<Goal["kind"], readonly string[]>> = {
  "at-least": [">=", "="],
  "more-than": [">"],
  "at-most": ["<="],
  "less-than": ["<"],
  all: ["=", ">="],
  between: ["range"],
  increase: ["increase"],
  decrease: ["decrease"],
  improve: ["increase", "rank_up", "qualitative", "decrease"],
  "rank-up": ["rank_up"],
  top: ["top", "<="],
  tier: ["qualitative", "top"],
  "times-at-least": [">=", "="],
  "times-at-most": ["<="],
  maintain: ["qualitative", ">=", "="],
  milestone: ["qualitative", "="],
  deadline: ["qualitative"],
  "two-levels": [">="],
  every: [],
  any: [],
};

function sameComparator(label: TargetLabel, goal: Goal): boolean {
  const accepted = COMPARATORS[goal.kind];
  const also = label.comparatorAlso === undefined ? [] : [label.comparatorAlso].flat();
  return accepted.includes(label.comparator) || also.some((comparator) => accepted.includes(comparator));
}

function valueOf(goal: Goal): number | readonly number[] | null {
  if ("level" in goal) return goal.level;
  if ("low" in goal) return [goal.low, goal.high];
  if ("by" in goal) return goal.by;
  if ("steps" in goal) return goal.steps;
  if ("limit" in goal) return goal.limit;
  if ("times" in goal) return goal.times;
  return goal.kind === "maintain" ? valueOf(goal.of) : null;
}

function sameValue(label: TargetLabel, target: Target): boolean {
  const given = valueOf(target.goal);
  if (label.value === null || given === null) return label.value === given;
  const a = [label.value].flat();
  const b = [given].flat();
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 1e-9 * Math.max(1, Math.abs(y));
  return a.length === b.length && a.every((x, index) => near(x, b[index]!) || (label.unit === "%" && near(x, b[index]! * 100)));
}

function namesOf(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => name.split(/[;,]| và /)).map((name) => fold(name).replace(/^(?:các|cơ quan|đơn vị) /, ""));
  return [...new Set(parts.filter(Boolean))];
}

function sameNames(label: readonly string[], given: readonly string[]): boolean {
  const a = namesOf(label);
  const b = namesOf(given);
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  const hits = a.filter((x) => b.some((y) => x.endsWith(y) || y.endsWith(x) || x.startsWith(y) || y.startsWith(x))).length;
  return hits / Math.max(a.length, b.length) >= 0.75;
}

function sameTime(label: TaskLabel, task: Task): boolean {
  const given = fold(task.time.value);
  const also = label.timeAlso === undefined ? [] : [label.timeAlso].flat();
  if ([label.time, ...also].some((time) => fold(time) === given)) return true;
  if (label.time === "" || given === "") return false;
  return covered(label.time, given) >= 0.8 || covered(given, label.time) >= 0.8;
}

function wordsOf(source: Source, document: TextDocument): string {
  const lines = new Map(document.lines.map((line) => [line.number, line]));
  return source.map((span) => lines.get(span.line)!.raw.slice(span.start, span.end)).join(" ");
}
