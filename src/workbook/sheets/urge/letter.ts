import { call, literal, named, op } from "../../formula";
import { rankedRows, type Live, type Ranking } from "../../live";
import type { BuiltTable } from "../../tableModel";
import { either, infoText, joined, orElse, shortDay } from "../letterhead";
import { REPORT_WORDS as R, URGE_WORDS as W } from "../words";
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
  const office = orElse(infoText(info, "follower"), R.noPlace);
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
    inSentence(agency),
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
      some(overdue, joined(W.dash, overdue, W.tasks, W.longest, longest, W.days, ended(reports, targets), NEW_LINE)),
      some(reports, joined(W.dash, reports, W.reports, ended(targets), NEW_LINE)),
      some(targets, joined(W.dash, targets, W.targets, W.fullStop, NEW_LINE)),
      some(total, { formula: literal(W.listed), result: W.listed }),
    ),
    some(total, joined(W.ask, inSentence(agency), W.askHurry, office, W.askBefore, shortDay(before), W.askEnd)),
  ];
}

/** What ends a line of the list: a semicolon while others follow. */
function ended(...following: readonly (Live & { readonly result: number })[]): Live {
  const more = op(">", op("+", ...following.map(({ formula }) => formula), literal(0)), literal(0));
  return either(
    more,
    following.some(({ result }) => result > 0),
    W.semicolon,
    W.fullStop,
  );
}

/** The name of an agency within a sentence: a group of agencies ("Các phòng") does not begin with a capital there. */
export function inSentence(agency: Live): Live {
  const name = String(agency.result ?? "");
  const start = call("LEFT", agency.formula, literal(W.groupStart.length));
  return {
    formula: call(
      "IF",
      op("=", start, literal(W.groupStart)),
      op("&", call("LOWER", call("LEFT", agency.formula, literal(1))), call("MID", agency.formula, literal(2), literal(500))),
      agency.formula,
    ),
    result: name.startsWith(W.groupStart) ? name.charAt(0).toLowerCase() + name.slice(1) : name,
  };
}
