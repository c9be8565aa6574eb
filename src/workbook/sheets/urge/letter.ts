import { call, literal, named, op } from "../../formula";
import { rankedRows, type Live, type Ranking } from "../../live";
import type { BuiltTable } from "../../tableModel";
import { either, infoText, joined, shortDay } from "../letterhead";
import { URGE_WORDS as W } from "../words";
import { NEW_LINE } from "./frame";
import type { Counts } from "./owed";

/** Paragraphs of the letter; those about nothing are blank. */
export function letter(
  info: BuiltTable,
  day: Live,
  agency: Live,
  answerBy: Live,
  asOf: number,
  counts: Counts,
  tasks: Ranking,
): readonly Live[] {
  const { tasks: overdue, reports, targets } = counts;
  const office = infoText(info, "follower");
  const some = (count: Live & { readonly result: number }, text: Live): Live =>
    either(op(">", count.formula, literal(0)), count.result > 0, text, "");
  const total = {
    formula: op("+", overdue.formula, reports.formula, targets.formula),
    result: overdue.result + reports.result + targets.result,
  };
  const opening = joined(
    W.opening,
    { formula: named("title"), result: infoText(info, "title").result },
    W.openingBy,
    office,
    W.openingDay,
    shortDay(day),
    ", ",
    agency,
    W.openingEnd,
  );
  const longest: Live = {
    formula: call("SUMPRODUCT", call("MAX", op("*", tasks.counts, tasks.score!))),
    result: Math.max(0, ...rankedRows(tasks).map((index) => tasks.scoreOf(index)!)),
  };
  const before: Live = {
    formula: call("IF", op("=", answerBy.formula, literal("")), op("+", named("asOf"), literal(7)), answerBy.formula),
    result: asOf + 7,
  };
  const nothing = either(op("=", agency.formula, literal("")), String(agency.result ?? "") === "", W.chooseFirst, W.nothing);
  return [
    joined(W.dear, agency),
    either(op(">", total.formula, literal(0)), total.result > 0, opening, nothing),
    // One cell: what is not owed leaves no gap between the lines.
    joined(
      some(overdue, joined(W.dash, overdue, W.tasks, W.longest, longest, W.days, W.semicolon, NEW_LINE)),
      some(reports, joined(W.dash, reports, W.reports, NEW_LINE)),
      some(targets, joined(W.dash, targets, W.targets, NEW_LINE)),
      some(total, { formula: literal(W.listed), result: W.listed }),
    ),
    some(total, joined(W.ask, agency, W.askHurry, office, W.askBefore, shortDay(before), W.askEnd)),
  ];
}
