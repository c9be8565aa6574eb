import { NEEDING_BASELINE } from "../tracking/evaluate";
import {
  CONCLUSION_LABELS,
  FIGURE_KIND_LABELS,
  FIGURE_STATE_LABELS,
  KIND_NAMES,
  TASK_STATUS_LABELS,
  WARNING_LABELS,
} from "../tracking/labels";
import { call, literal, op, type Formula } from "./formula";
import { COLUMNS } from "./names";
import { YES } from "./words";
import { TONES } from "./styles";
import { dataColumn, ruleCell, type BuiltTable } from "./tableModel";
import type { ConditionalFormatSpec } from "./workbookSpec";

const C = CONCLUSION_LABELS;
const S = TASK_STATUS_LABELS;
const W = WARNING_LABELS;

const CONCLUSION_TONES: readonly (readonly [keyof typeof TONES, readonly string[]])[] = [
  ["good", [C.exceeded, C.met, C["fully-met"]]],
  ["partly", [C["partly-met"]]],
  ["bad", [C["not-met"], C["data-error"]]],
  ["running", [C["in-progress"]]],
  ["soon", [C["no-baseline"]]],
  ["none", [C["no-data"], C["not-arising"], C["not-applicable"], C.unpublished, C.unquantified]],
];

const STATUS_TONES: readonly (readonly [keyof typeof TONES, readonly string[]])[] = [
  ["good", [S["done-on-time"], S["continuous-updated"]]],
  ["partly", [S["done-late"]]],
  ["bad", [S.overdue]],
  ["running", [S["in-progress"]]],
  ["soon", [S["due-soon"]]],
  ["none", [S["not-started"], S["continuous-not-updated"], S.waiting, S.paused, S["postponement-asked"], S["no-deadline"]]],
];

/** Colours of a column of conclusions. */
export function conclusionRules(table: BuiltTable, header: string): readonly ConditionalFormatSpec[] {
  return toneRules(table, header, CONCLUSION_TONES);
}

/** Colours of a column of task statuses. */
export function statusRules(table: BuiltTable, header: string): readonly ConditionalFormatSpec[] {
  return toneRules(table, header, STATUS_TONES);
}

/** Colours of a column of pace warnings. */
export function warningRules(table: BuiltTable, header: string): readonly ConditionalFormatSpec[] {
  return toneRules(table, header, [
    ["good", [W.safe]],
    ["partly", [W.attention]],
    ["soon", [W["at-risk"]]],
    ["bad", [W.alarm]],
  ]);
}

/** Red border where a cause must be told: the target is missed or at risk and the cell is blank. */
export function causeRule(table: BuiltTable, conclusion: string, warning: string, cause: string): ConditionalFormatSpec {
  const having = (header: string, words: readonly string[]) => words.map((word) => op("=", ruleCell(table, header), literal(word)));
  const missed = [...having(conclusion, [C["not-met"], C["partly-met"]]), ...having(warning, [W["at-risk"], W.alarm])];
  return {
    type: "formula",
    range: dataColumn(table, cause),
    formula: call("AND", call("OR", ...missed), op("=", ruleCell(table, cause), literal(""))),
    style: { border: "C00000" },
  };
}

/** Red border where a baseline is needed and missing: without it nothing can be concluded. */
export function baselineRule(table: BuiltTable): ConditionalFormatSpec {
  const T = COLUMNS.targets;
  const kinds = KIND_NAMES.filter(({ kind }) => NEEDING_BASELINE.includes(kind)).map(({ name }) =>
    op("=", ruleCell(table, T.kind), literal(name)),
  );
  return {
    type: "formula",
    range: dataColumn(table, T.baseline),
    formula: call("AND", call("OR", ...kinds), op("=", ruleCell(table, T.baseline), literal(""))),
    style: { border: "C00000" },
  };
}

/** The first row of each group is bold, a group that repeats the one above is pale; both hold after sorting. */
export function groupRules(table: BuiltTable, header: string): readonly ConditionalFormatSpec[] {
  const own = ruleCell(table, header);
  const above: Formula = { kind: "cell", row: table.spec.at.row, column: dataColumn(table, header).column, fixed: "column" };
  const range = dataColumn(table, header);
  return [
    { type: "formula", range, formula: op("=", own, above), style: { color: "8C8C8C" } },
    { type: "formula", range, formula: op("<>", own, above), style: { bold: true } },
  ];
}

/** Looks of tblSoLieu: what Kiểm tra finds, and words in the place of figures. */
export function figureRules(table: BuiltTable): readonly ConditionalFormatSpec[] {
  const F = COLUMNS.figures;
  return [
    {
      type: "formula",
      range: dataColumn(table, F.check),
      formula: op("<>", ruleCell(table, F.check), literal("")),
      style: TONES.bad,
    },
    ...toneRules(table, F.state, [
      ["good", [FIGURE_STATE_LABELS.received]],
      ["none", [FIGURE_STATE_LABELS["not-arising"]]],
      ["soon", [FIGURE_STATE_LABELS.missing]],
    ]),
    ...toneRules(table, F.kind, [["partly", [FIGURE_KIND_LABELS.estimate]]]),
    ...toneRules(table, F.use, [["good", [YES]]]),
  ];
}

function toneRules(
  table: BuiltTable,
  header: string,
  tones: readonly (readonly [keyof typeof TONES, readonly string[]])[],
): readonly ConditionalFormatSpec[] {
  return tones.map(([tone, words]) => {
    const tests = words.map((word) => op("=", ruleCell(table, header), literal(word)));
    return {
      type: "formula",
      range: dataColumn(table, header),
      formula: tests.length === 1 ? tests[0]! : call("OR", ...tests),
      style: TONES[tone],
    };
  });
}
