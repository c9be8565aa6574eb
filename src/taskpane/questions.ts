import type { CalendarDate } from "../plan/date";
import type { Goal } from "../plan/goal";
import type { Plan, Task } from "../plan/plan";
import type { TextDocument } from "../text/textDocument";
import { quoteText } from "./items";
import type { Reason, ReviewItem } from "./items";
import type { Edit } from "./services";
import type { PaneText } from "./text";
import { dateWords, readingWords } from "./words";

/** One answer: pressing it settles the question. */
export interface Choice {
  readonly words: string;
  readonly edit: Edit;
  /** What the program takes until somebody answers. */
  readonly guess: boolean;
}

/** What a person is asked about an item, in the words of the pane. */
export interface Question {
  readonly about: Reason;
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** Agencies offered for a lead that is not named. */
const MOST_AGENCIES = 3;

/** The questions that an item raises and that one press can answer; doubts without ready answers are settled in the editor. */
export function questionsOf(item: ReviewItem, plan: Plan, document: TextDocument, text: PaneText): readonly Question[] {
  return item.reasons.flatMap((about): readonly Question[] => {
    const choices = choicesFor(about, item, plan, document, text);
    return choices.length > 0 ? [{ about, title: text.t(TITLES[about] ?? "question.title"), choices }] : [];
  });
}

const TITLES: Readonly<Partial<Record<Reason, "question.title" | "question.lead" | "question.time">>> = {
  goal: "question.title",
  lead: "question.lead",
  time: "question.time",
};

function choicesFor(about: Reason, item: ReviewItem, plan: Plan, document: TextDocument, { t, locale }: PaneText): readonly Choice[] {
  const change = (words: string, field: string, value: unknown): Choice => ({
    words,
    edit: { do: "change", item: item.ref, field, value },
    guess: false,
  });
  if (item.kind === "target" && about === "goal") {
    const { goal, alternatives, unit, baselineYear } = item.value;
    const [guess, ...others] = distinct([goal, ...alternatives]).map((reading) =>
      change(readingWords(reading, unit, locale, baselineYear), "goal", reading),
    );
    return [
      { ...guess!, edit: { do: "accept", item: item.ref }, guess: true },
      ...others,
      { words: t("question.notTarget"), edit: { do: "drop", item: item.ref }, guess: false },
    ];
  }
  if (item.kind === "task" && about === "lead") return likelyLeads(item.value, plan, document).map((name) => change(name, "leads", [name]));
  if (item.kind === "task" && about === "time") {
    const year = plan.header.endYear ?? plan.header.year?.value;
    const end = year === undefined ? undefined : (`${year}-12-31` as CalendarDate);
    return [
      ...(end ? [change(t("question.yearEnd", { date: dateWords(end) }), "deadline", { kind: "fixed", date: end })] : []),
      change(t("question.continuous"), "deadline", { kind: "continuous" }),
    ];
  }
  return [];
}

/** Agencies that the task's own words name, then the leads of the tasks around it. */
function likelyLeads(task: Task, plan: Plan, document: TextDocument): readonly string[] {
  const words = quoteText(task.source, document);
  const named = plan.agencies.filter(({ name, aliases }) => [name, ...aliases].some((one) => one !== "" && words.includes(one)));
  const at = plan.tasks.findIndex(({ id }) => id === task.id);
  const around = [plan.tasks[at - 1], plan.tasks[at + 1]].flatMap((other) => other?.leads.slice(0, 1) ?? []);
  return [...new Set([...named.map(({ name }) => name), ...around])].slice(0, MOST_AGENCIES);
}

function distinct(goals: readonly Goal[]): readonly Goal[] {
  return [...new Map(goals.map((goal) => [JSON.stringify(goal), goal])).values()];
}
