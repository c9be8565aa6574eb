import { capitalized } from "../../text/vietnamese";
import { toSerial } from "../../plan/date";
import { AGGREGATION_LABELS, FIGURE_KIND_LABELS, FIGURE_STATE_LABELS } from "../../tracking/labels";
import { NOT_ARISING, type RowUse } from "../../tracking/periodData";
import {
  beforeFormula,
  checkFormula,
  countedFormula,
  fromFormula,
  inViewFormula,
  measureFormula,
  methodFormula,
  rankFormula,
  rowFormula,
  rowKeyFormula,
  sourceKeyFormula,
  toFormula,
  unitFormula,
  useFormula,
  valueFormula,
} from "../figureFormulas";
import { rowCheck, type FigureRow } from "../figureModel";
import { call, literal, named, op, type Formula } from "../formula";
import { TABLE_AT } from "../layout";
import { clipped } from "../live";
import { COLUMNS, type TableKey } from "../names";
import { WORDS, YES } from "../words";
import { serialOf } from "../planFacts";
import { figureRules } from "../rules";
import { COLORS, type CellFormat } from "../styles";
import { buildTable, dataColumn, isBlank, ruleCell, tableSheet, type BuiltTable, type ColumnModel } from "../tableModel";
import { figureUnit, formatsOf } from "../targetModel";
import type { ConditionalFormatSpec, SheetSpec, ValidationSpec } from "../workbookSpec";
import { chosenFrom, dateCells } from "./cellChecks";

const F = COLUMNS.figures;
const USES: Readonly<Record<RowUse, string>> = { counted: YES, "not-arising": NOT_ARISING, unused: "" };
const figureFormat = ({ facts }: FigureRow): CellFormat => formatsOf(facts).figure;
/** Letters of a target beside its figures; it stands whole on Chỉ tiêu. */
const ROOM = 110;
const blank = (): null => null;

/** Makes tblSoLieu. */
export function figuresTable(rows: readonly FigureRow[], book: number): BuiltTable {
  return buildTable("figures", book, TABLE_AT, figureColumns(), rows);
}

/** Makes the sheet Số liệu theo kỳ around its table; codes are chosen from those of tblChiTieu. */
export function figuresSheet(table: BuiltTable, targets: BuiltTable, book: number, list: (key: TableKey) => Formula): SheetSpec {
  const codes = dataColumn(targets, COLUMNS.targets.id);
  const source: Formula = {
    kind: "cell",
    sheet: "targets",
    row: codes.row,
    column: codes.column,
    toRow: codes.row + codes.rows - 1,
    toColumn: codes.column,
    fixed: "both",
  };
  return tableSheet({
    key: "periods",
    book,
    title: WORDS.figuresTitle,
    hint: WORDS.figuresHint,
    table,
    tabColor: COLORS.tabInput,
    frozenColumns: 2,
    lastPrinted: F.check,
    validations: [
      chosenFrom(source, table, F.target),
      chosenFrom(list("periods"), table, F.period),
      chosenFrom(list("agencies"), table, F.reporter, "warning"),
      chosenFrom(list("figureKinds"), table, F.kind),
      chosenFrom(list("figureStates"), table, F.state),
      chosenFrom(list("answers"), table, F.locked),
      dateCells(table, F.received, WORDS.dateTitle, WORDS.dateMessage),
      ...[F.numerator, F.denominator, F.typed].map((header) => unlocked(table, header)),
    ],
    conditionalFormats: [...figureRules(table), awaited(table)],
  });
}

/** A locked row takes no other figure. */
function unlocked(table: BuiltTable, header: string): ValidationSpec {
  return {
    type: "custom",
    range: dataColumn(table, header),
    formula: op("<>", ruleCell(table, F.locked), literal(YES)),
    error: { style: "stop", title: WORDS.lockedTitle, message: WORDS.lockedMessage },
  };
}

/** Marks the value cell of a period that has closed by the day of evaluation without a figure. */
function awaited(table: BuiltTable): ConditionalFormatSpec {
  const closed = call(
    "AND",
    op("<>", ruleCell(table, F.target), literal("")),
    call("ISNUMBER", ruleCell(table, F.to)),
    op("<=", ruleCell(table, F.to), named("asOf")),
    isBlank(ruleCell(table, F.value)),
  );
  return { type: "formula", range: dataColumn(table, F.value), formula: closed, style: { fill: "FCE4D6" } };
}

/** Columns by which the formulas find other rows fast: one criterion instead of a comparison with every cell. */
function helperColumns(): readonly ColumnModel<FigureRow>[] {
  const place = (index: number): number => TABLE_AT.row + 2 + index;
  const source = ({ target, reporter }: FigureRow): string => `${target.id}|${reporter}`;
  const rank = ({ judged, period }: FigureRow, index: number): number | "" => {
    const [from, to] = [toSerial(period.from), toSerial(period.to)];
    return judged.inView === "counted" ? (to * 400 + to - from) * 100_000 + place(index) : "";
  };
  const helper = { role: "formula" as const, width: 12, format: "text" as const, style: "helper", tallest: 1 };
  return [
    { ...helper, header: F.row, formula: rowFormula, value: (_row, index) => place(index) },
    { ...helper, header: F.sourceKey, formula: sourceKeyFormula, value: source },
    {
      ...helper,
      header: F.rowKey,
      formula: rowKeyFormula,
      value: (row) => (row.judged.figure === "" ? "" : `${source(row)}|${row.period.code}`),
    },
    { ...helper, header: F.rank, formula: rankFormula, value: rank },
    { ...helper, header: F.counted, formula: countedFormula, value: ({ target, judged }) => (judged.use === "counted" ? target.id : "") },
  ];
}

function figureColumns(): readonly ColumnModel<FigureRow>[] {
  return [
    { header: F.target, role: "input", width: 8, format: "code", value: ({ target }) => target.id },
    {
      header: F.measure,
      role: "formula",
      width: 34,
      format: "text",
      formula: clipped({ formula: measureFormula, result: "" }, ROOM).formula,
      value: ({ target }) => clipped({ formula: measureFormula, result: capitalized(target.measure || target.statement) }, ROOM).result,
    },
    { header: F.unit, role: "formula", width: 7, format: "center", formula: unitFormula, value: ({ facts }) => figureUnit(facts) },
    { header: F.period, role: "input", width: 9.5, format: "center", value: ({ period }) => period.code },
    { header: F.reporter, role: "input", width: 17, format: "text", value: ({ reporter }) => reporter || null },
    { header: F.numerator, role: "input", width: 9, format: "number", value: ({ numerator }) => numerator },
    { header: F.denominator, role: "input", width: 9, format: "number", value: ({ denominator }) => denominator },
    { header: F.typed, role: "input", width: 10, format: "number", value: ({ typed }) => typed, rowFormat: figureFormat },
    {
      header: F.value,
      role: "formula",
      width: 10,
      format: "number",
      formula: valueFormula,
      value: ({ judged }) => judged.figure,
      rowFormat: figureFormat,
    },
    { header: F.kind, role: "input", width: 9.5, format: "center", value: ({ kind }) => (kind === null ? null : FIGURE_KIND_LABELS[kind]) },
    {
      header: F.state,
      role: "input",
      width: 11,
      format: "center",
      value: ({ state }) => (state === null ? null : FIGURE_STATE_LABELS[state]),
    },
    { header: F.received, role: "input", width: 10.5, format: "date", value: ({ received }) => serialOf(received) },
    { header: F.source, role: "input", width: 16, format: "text", value: ({ source }) => source },
    { header: F.locked, role: "input", width: 7.6, format: "center", value: blank },
    { header: F.check, role: "formula", width: 18, format: "text", formula: checkFormula, value: (row) => rowCheck(row) },
    { header: F.from, role: "formula", width: 10.5, format: "date", formula: fromFormula, value: ({ period }) => serialOf(period.from) },
    { header: F.to, role: "formula", width: 10.5, format: "date", formula: toFormula, value: ({ period }) => serialOf(period.to) },
    {
      header: F.before,
      role: "formula",
      width: 11,
      format: "number",
      formula: beforeFormula,
      value: ({ before }) => before,
      rowFormat: figureFormat,
    },
    {
      header: F.method,
      role: "formula",
      width: 13,
      format: "center",
      formula: methodFormula,
      value: ({ method }) => AGGREGATION_LABELS[method],
    },
    { header: F.inView, role: "formula", width: 11, format: "center", formula: inViewFormula, value: ({ judged }) => USES[judged.inView] },
    { header: F.use, role: "formula", width: 12, format: "center", formula: useFormula, value: ({ judged }) => USES[judged.use] },
    ...helperColumns(),
  ];
}
