import { CONCLUSION_LABELS } from "../../../tracking/labels";
import { countAnyOf, countRows, countText, less, sum, type Counted } from "../../counting";
import { figureAt, textAt, type Live } from "../../live";
import { COLUMNS } from "../../names";
import { actualWords, goalWords } from "../../native/goalWords";
import type { BuiltTable } from "../../tableModel";
import { joined } from "../letterhead";
import { REPORT_WORDS as W } from "../words";
import { at, HEADING, HELPERS, type Section } from "./frame";

const T = COLUMNS.targets;
const C = CONCLUSION_LABELS;

/** The sentence that sums up the targets. */
export function targetSummary(targets: BuiltTable): Live {
  const met = countAnyOf(targets, T.conclusion, [C.exceeded, C.met, C["fully-met"]]);
  const one = (label: string): Counted => countRows(targets, { header: T.conclusion, value: label });
  const partly = one(C["partly-met"]);
  const missed = one(C["not-met"]);
  const judged = sum(met, partly, missed);
  const open = one(C["in-progress"]);
  const without = one(C["no-data"]);
  const all = countText(targets, T.id);
  return joined(
    W.targetsTotal,
    all,
    W.targetsJudged,
    judged,
    W.targetsMet,
    met,
    W.targetsExceeded,
    one(C.exceeded),
    W.targetsPartly,
    partly,
    W.targetsMissed,
    missed,
    W.targetsOpen,
    open,
    W.targetsWithout,
    without,
    W.targetsOther,
    less(all, judged, open, without),
    W.fullStop,
  );
}

/** The part of the table that holds the targets. */
export function targetSection(targets: BuiltTable): Section {
  return {
    letter: W.targetsLetter,
    head: W.targetsHead,
    table: targets,
    columns: { id: T.id, group: T.group, name: T.measure, parent: T.parent },
    more: W.moreTargets,
    cells: (row, place) => {
      const helpers = HELPERS.map((key) => figureAt(targets, T[key], place));
      const [kind, level, upperLevel, baseline, unit] = helpers.map(({ result }, index): Live => ({
        formula: at(row, HEADING + 1 + index),
        result,
      })) as [Live, Live, Live, Live, Live];
      const goal = goalWords({ kind, level, upper: upperLevel, baseline, unit });
      const actual = actualWords(figureAt(targets, T.actual, place), { kind, unit });
      return {
        printed: [textAt(targets, T.lead, place), goal, actual, textAt(targets, T.conclusion, place), textAt(targets, T.cause, place)],
        sentence: joined(textAt(targets, T.measure, place), W.colon, textAt(targets, T.explanation, place), W.fullStop),
        helpers,
      };
    },
  };
}
