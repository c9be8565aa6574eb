import { AGGREGATION_LABELS, CONCLUSION_LABELS, FIGURE_KIND_LABELS, kindName, WARNING_LABELS } from "../../tracking/labels";
import { riskOf } from "../../tracking/risk";
import { capitalized } from "../../text/vietnamese";
import { actualFormula, figureKindFormula } from "../figureFormulas";
import { call, literal, op, type CellValue, type Formula } from "../formula";
import { attainmentFormula, conclusionFormula, explanationFormula, uncappedFormula } from "../kpiCalls";
import { TABLE_AT } from "../layout";
import { COLUMNS, type TableKey } from "../names";
import { CERTAINTY_WORDS, WORDS } from "../words";
import { expectedFormula, forecastFormula, gapFormula, warningFormula } from "../paceFormulas";
import { leadOf, lineWords, supportersOf } from "../planFacts";
import { baselineRule, causeRule, conclusionRules, groupRules, warningRules } from "../rules";
import { COLORS } from "../styles";
import {
  buildTable,
  columnValues,
  dataColumn,
  LINES_ASIDE,
  ruleCell,
  tableSheet,
  uniqueCodes,
  type BuiltTable,
  type ColumnModel,
} from "../tableModel";
import {
  aggregationOf,
  directionWords,
  groupFormula,
  isOneOf,
  levelCell,
  requiredCell,
  requiredFormula,
  riskFormula,
  type TargetRow,
} from "../targetModel";
import type { SheetSpec, ValidationSpec } from "../workbookSpec";
import { chosenFrom } from "./cellChecks";

const T = COLUMNS.targets;
const blank = (): null => null;

/** Columns of tblChiTieu: what is read and printed first, what defines a target after it, the program's own last. */
function targetColumns(): readonly ColumnModel<TargetRow>[] {
  return [
    { header: T.id, role: "input", width: 7.5, format: "code", value: ({ target }) => target.id },
    { header: T.group, role: "input", width: 20, format: "text", value: ({ target }) => target.group ?? null },
    {
      header: T.measure,
      role: "input",
      width: 41,
      format: "text",
      value: ({ target }) => capitalized(target.measure || target.statement),
      indent: ({ depth }) => depth,
    },
    { header: T.unit, role: "input", width: 7, format: "center", value: ({ target }) => target.unit || null },
    {
      header: T.horizon,
      role: "input",
      width: 8,
      format: "year",
      value: ({ facts }) => (facts.due === null ? null : Number(facts.due.slice(0, 4))),
    },
    { header: T.lead, role: "input", width: 14, format: "text", value: ({ target }) => leadOf(target) || null },
    {
      header: T.hand,
      role: "input",
      width: 9.5,
      format: "number",
      value: blank,
      rowFormat: ({ formats }) => formats.figure,
    },
    {
      header: T.actual,
      role: "formula",
      width: 9.5,
      format: "number",
      formula: actualFormula,
      value: ({ actualCell }) => actualCell,
      rowFormat: ({ formats }) => formats.figure,
    },
    {
      header: T.required,
      role: "formula",
      width: 9.5,
      format: "number",
      formula: requiredFormula,
      value: ({ facts }) => requiredCell(facts),
      rowFormat: ({ facts, formats }) => requiredFormat(facts.kind, formats),
    },
    {
      header: T.attainment,
      role: "formula",
      width: 9.5,
      format: "percent",
      formula: attainmentFormula,
      value: ({ evaluation }) => evaluation.capped ?? "",
    },
    {
      header: T.conclusion,
      role: "formula",
      width: 10.5,
      format: "center",
      formula: conclusionFormula,
      value: ({ evaluation }) => CONCLUSION_LABELS[evaluation.conclusion],
    },
    {
      header: T.groupConclusion,
      role: "formula",
      width: 10,
      format: "center",
      formula: groupFormula,
      value: ({ groupConclusion }) => (groupConclusion === undefined ? "" : CONCLUSION_LABELS[groupConclusion]),
    },
    {
      header: T.warning,
      role: "formula",
      width: 9.5,
      format: "center",
      formula: warningFormula,
      value: ({ pace }) => (pace.warning === null ? "" : WARNING_LABELS[pace.warning]),
    },
    { header: T.cause, role: "input", width: 17, format: "text", value: blank },
    {
      header: T.explanation,
      role: "formula",
      width: 60,
      format: "text",
      tallest: LINES_ASIDE,
      formula: explanationFormula,
      value: ({ explanation }) => explanation,
    },
    {
      header: T.figureKind,
      role: "formula",
      width: 11,
      format: "center",
      formula: figureKindFormula,
      value: ({ figureKind }) => (figureKind === undefined ? "" : FIGURE_KIND_LABELS[figureKind]),
    },
    {
      header: T.expected,
      role: "formula",
      width: 10,
      format: "percent",
      formula: expectedFormula,
      value: ({ pace }) => pace.expected ?? "",
    },
    { header: T.gap, role: "formula", width: 10, format: "points", formula: gapFormula, value: ({ pace }) => pace.gap ?? "" },
    {
      header: T.forecast,
      role: "formula",
      width: 11,
      format: "number",
      formula: forecastFormula,
      value: ({ pace }) => pace.forecast ?? "",
      rowFormat: ({ formats }) => formats.figure,
    },
    { header: T.statement, role: "input", width: 80, format: "text", tallest: LINES_ASIDE, value: ({ target }) => target.statement },
    { header: T.parent, role: "input", width: 10, format: "center", value: ({ target }) => target.parent ?? null },
    { header: T.kind, role: "input", width: 18, format: "center", value: ({ facts }) => kindName(facts) },
    { header: T.direction, role: "input", width: 18, format: "center", value: ({ facts }) => directionWords(facts) },
    {
      header: T.level,
      role: "input",
      width: 11,
      format: "number",
      value: ({ facts }) => levelCell(facts),
      rowFormat: ({ formats }) => formats.level,
    },
    {
      header: T.upper,
      role: "input",
      width: 11,
      format: "number",
      value: ({ facts }) => facts.upper,
      rowFormat: ({ formats }) => formats.level,
    },
    {
      header: T.baseline,
      role: "input",
      width: 11,
      format: "number",
      value: ({ facts }) => facts.baseline,
      rowFormat: ({ formats }) => formats.figure,
    },
    { header: T.baselineYear, role: "input", width: 8, format: "year", value: ({ target }) => target.baselineYear ?? null },
    { header: T.series, role: "input", width: 12, format: "center", value: ({ target }) => target.series ?? null },
    { header: T.aggregation, role: "input", width: 13, format: "center", value: ({ facts }) => AGGREGATION_LABELS[aggregationOf(facts)] },
    { header: T.weight, role: "input", width: 9, format: "percent", value: ({ target }) => target.index?.weight ?? null },
    {
      header: T.supporters,
      role: "input",
      width: 30,
      format: "text",
      tallest: LINES_ASIDE,
      value: ({ target }) => supportersOf(target) || null,
    },
    { header: T.period, role: "input", width: 11, format: "center", value: blank },
    {
      header: T.evidence,
      role: "input",
      width: 24,
      format: "text",
      value: ({ target, sample }) => (sample ? WORDS.sample : (target.excludes ?? null)),
    },
    {
      header: T.uncapped,
      role: "formula",
      width: 11,
      format: "percent",
      formula: uncappedFormula,
      value: ({ evaluation }) => evaluation.uncapped ?? "",
    },
    {
      header: T.risk,
      role: "internal",
      width: 10,
      format: "integer",
      formula: riskFormula,
      blank: 0,
      value: ({ evaluation, pace }) => riskOf(evaluation, pace),
    },
    {
      header: T.source,
      role: "internal",
      width: 16,
      format: "center",
      tallest: LINES_ASIDE,
      value: ({ target }) => lineWords(target.source),
    },
    { header: T.certainty, role: "internal", width: 12, format: "center", value: ({ target }) => CERTAINTY_WORDS[target.certainty] },
    { header: T.confirmed, role: "internal", width: 10, format: "center", value: blank },
  ];
}

/** Makes tblChiTieu. */
export function targetsTable(rows: readonly TargetRow[], book: number): BuiltTable {
  return buildTable("targets", book, TABLE_AT, targetColumns(), rows);
}

/** Makes the sheet Chỉ tiêu around its table. */
export function targetsSheet(table: BuiltTable, book: number, list: (key: TableKey) => Formula, links: SheetSpec["links"]): SheetSpec {
  const share = (header: string) => ({
    type: "decimal" as const,
    range: dataColumn(table, header),
    operator: "between" as const,
    value: literal(0),
    upper: literal(1),
    error: { style: "stop" as const, title: T.weight, message: WORDS.weightMessage },
  });
  const year = (header: string) => ({
    type: "whole" as const,
    range: dataColumn(table, header),
    operator: "between" as const,
    value: literal(1900),
    upper: literal(2999),
    error: { style: "stop" as const, title: WORDS.yearTitle, message: WORDS.yearMessage },
  });
  return tableSheet({
    key: "targets",
    book,
    title: WORDS.targetsTitle,
    hint: WORDS.inputHint,
    table,
    tabColor: COLORS.tabInput,
    frozenColumns: 3,
    lastPrinted: T.cause,
    validations: [
      uniqueCodes(table, T.id),
      chosenFrom(codesOf(table), table, T.parent),
      boundsInOrder(table, T.level),
      boundsInOrder(table, T.upper),
      chosenFrom(list("groups"), table, T.group, "warning"),
      chosenFrom(list("kinds"), table, T.kind),
      chosenFrom(list("units"), table, T.unit, "warning"),
      chosenFrom(list("directions"), table, T.direction),
      chosenFrom(list("agencies"), table, T.lead, "warning"),
      chosenFrom(list("aggregations"), table, T.aggregation),
      chosenFrom(list("periodKinds"), table, T.period),
      chosenFrom(list("certainties"), table, T.certainty),
      chosenFrom(list("answers"), table, T.confirmed),
      year(T.horizon),
      year(T.baselineYear),
      share(T.weight),
    ],
    conditionalFormats: [
      ...groupRules(table, T.group),
      ...conclusionRules(table, T.conclusion),
      ...conclusionRules(table, T.groupConclusion),
      ...warningRules(table, T.warning),
      causeRule(table, T.conclusion, T.warning, T.cause),
      baselineRule(table),
      { type: "data-bar", range: dataColumn(table, T.attainment), color: COLORS.bar, min: 0, max: 1 },
    ],
    styleRanges: links.map(({ at }) => ({ range: { ...at, rows: 1, columns: 1 }, style: "link" })),
    links,
    outlines: partGroups(table),
  });
}

/** The codes of the table, for cells that name another row of it. */
function codesOf(table: BuiltTable): Formula {
  const { row, column, rows } = dataColumn(table, T.id);
  return { kind: "cell", sheet: "targets", row, column, toRow: row + rows - 1, toColumn: column, fixed: "both" };
}

/** The upper bound of a range is not below the lower one. */
function boundsInOrder(table: BuiltTable, header: string): ValidationSpec {
  const [kind, low, high] = [T.kind, T.level, T.upper].map((column) => ruleCell(table, column)) as [Formula, Formula, Formula];
  const range = isOneOf(kind, [kindName({ kind: "K06" }), kindName({ kind: "K06", hard: true })]);
  return {
    type: "custom",
    range: dataColumn(table, header),
    formula: call("IF", call("AND", range, call("ISNUMBER", low), call("ISNUMBER", high)), op("<=", low, high), literal(true)),
    error: { style: "stop", title: WORDS.boundsTitle, message: WORDS.boundsMessage },
  };
}

/** The "trong đó" rows that follow their target can be folded away below it. */
function partGroups(table: BuiltTable): SheetSpec["outlines"] {
  const [codes, parents] = [columnValues(table, T.id), columnValues(table, T.parent)];
  const first = table.spec.at.row + 1;
  return codes.flatMap((code, index): SheetSpec["outlines"] => {
    let last = index;
    while (last + 1 < parents.length && belongsTo(code, last + 1, codes, parents)) last += 1;
    return last === index ? [] : [{ axis: "rows", from: first + index + 1, to: first + last, collapsed: false }];
  });
}

/** True for a part of the target, or a part of its part. */
function belongsTo(code: CellValue, index: number, codes: readonly CellValue[], parents: readonly CellValue[]): boolean {
  const parent = parents[index];
  if (!parent || !code) return false;
  const place = codes.indexOf(parent);
  return parent === code || (place >= 0 && place < index && belongsTo(code, place, codes, parents));
}

function requiredFormat(kind: TargetRow["facts"]["kind"], formats: TargetRow["formats"]): TargetRow["formats"]["level"] {
  return ["K07", "K08", "K09", "K10", "K11"].includes(kind) ? formats.figure : formats.level;
}
