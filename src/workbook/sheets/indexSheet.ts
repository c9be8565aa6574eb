import { rankPercentile, weightedIndex } from "../../tracking/indexScore";
import { allRows, call, literal, op, thisRow, type CellSpec, type CellValue, type Formula } from "../formula";
import type { IndexModel, IndexRow } from "../indexModel";
import { COLUMNS, type TableKey } from "../names";
import { WORDS } from "../words";
import { Page } from "../page";
import { pageBreaks } from "../pageBreaks";
import { COLORS, SERIES_COLORS } from "../styles";
import {
  automaticCells,
  buildTable,
  columnValues,
  dataColumn,
  emptySheet,
  isBlank,
  landscape,
  type BuiltTable,
  type ColumnModel,
} from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { ChartSpec, RangeAddress, SheetSpec, ValidationSpec } from "../workbookSpec";
import { chosenFrom } from "./cellChecks";
import { INDEX_WORDS as W } from "./words";

const C = COLUMNS.indices;
const H = COLUMNS.indexTotals;
const T = COLUMNS.targets;
const X = COLUMNS.weights;

const WIDTHS = [9, 40, 24, 9, 10, 10, 9, 11, 9, 9, 9, 10] as const;
const YEAR_AT = { row: 2, column: 2 } as const;
const TOTALS_ROW = 4;
/** Lines of totals kept free for indices that are added by hand. */
const SPARE = 2;
const CHART_ROWS = 18;
/** The fewest components that make a shape. */
const FEWEST_SPOKES = 3;
const MOST_CHARTS = 3;

const own = (column: string): Formula => thisRow("indices", column);
const all = (column: string): Formula => allRows("indices", column);
const cell = (row: number, column: number, fixed: "none" | "both" = "none"): Formula => ({ kind: "cell", row, column, fixed });

/** Makes Chỉ số: components with weights of the year, their scores, and the totals that these let one estimate. */
export function indexSheet(model: IndexModel, book: number, targets: BuiltTable, list: (key: TableKey) => Formula): SheetSpec {
  const charted = model.indices.filter(({ rows }) => rows.length >= FEWEST_SPOKES).slice(0, MOST_CHARTS);
  const lines = model.indices.length + SPARE;
  const chartRow = TOTALS_ROW + 2 + lines + 1;
  const tableRow = chartRow + (charted.length > 0 ? CHART_ROWS + 1 : 0) + 1;
  const table = componentTable(model, book, tableRow, lines, targets);
  const page = new Page();
  head(page, model.year);
  const inputs = totals(page, model, table, lines);
  page.line(tableRow - 1, 0, WIDTHS.length, "section", W.components, 20);
  const { parts, validations } = { parts: page.parts(), validations: rules(table, list, inputs) };
  const columns = WIDTHS.map((width) => ({ width }));
  const rowHeights = { ...page.heights, ...table.rowHeights };
  const paper = landscape();
  const end = tableRow + 1 + table.spec.rows.length;
  return {
    ...emptySheet("indices", book),
    ...parts,
    tabColor: COLORS.tabInput,
    columns,
    rowHeights,
    tables: [table.spec],
    styleRanges: [...parts.styleRanges, ...table.styleRanges],
    validations,
    charts: charted.map((index, place) => radar(index.name, table, chartPlace(chartRow, place, charted.length))),
    print: {
      ...paper,
      repeatRows: { from: tableRow, to: tableRow },
      area: { row: 0, column: 0, rows: end, columns: WIDTHS.length },
      // The components begin a page of their own where they do not fit below the totals and shapes.
      pageBreaks: pageBreaks({ print: paper, columns, heights: rowHeights, starts: [0, tableRow - 1, end] }),
    },
  };
}

function head(page: Page, year: number): void {
  page.line(0, 0, 1, "title", W.title, 22);
  page.line(1, 0, 1, "note", W.hint, 16);
  page.line(YEAR_AT.row, 0, 2, "screenLabel", W.year, 18);
  page.line(YEAR_AT.row, YEAR_AT.column, 1, "input.year", year);
  page.line(YEAR_AT.row, YEAR_AT.column + 1, 1, "note", W.yearHint);
}

const year: Formula = cell(YEAR_AT.row, YEAR_AT.column, "both");

/** Weight in the chosen year by Danh mục; the mean where the user's lines overlap; 0 where none is known. */
function weightFormula(): Formula {
  const column = (header: string): Formula => allRows("weights", header);
  const last = column(X.to);
  const holds = op(
    "*",
    op("=", column(X.index), own(C.index)),
    op("=", column(X.component), own(C.component)),
    op("<=", column(X.from), year),
    op(">", op("+", op("=", last, literal("")), op(">=", last, year)), literal(0)),
    call("ISNUMBER", column(X.weight)),
  );
  return call("IFERROR", op("/", call("SUMPRODUCT", holds, column(X.weight)), call("SUMPRODUCT", holds)), literal(0));
}

/** A number of the target whose code the row holds, "" when there is none. */
function ofTarget(header: string): Formula {
  const found = call("INDEX", allRows("targets", header), call("MATCH", own(C.target), allRows("targets", T.id), literal(0)));
  const number = call("IF", call("ISNUMBER", found), found, literal(""));
  return call("IF", isBlank(own(C.target)), literal(""), call("IFERROR", number, literal("")));
}

function typedOr(header: string, otherwise: Formula): Formula {
  return call("IF", call("ISNUMBER", own(header)), own(header), otherwise);
}

/** Factor of the row's index, found among the totals above. */
function factorFormula(lines: number): Formula {
  const range = (column: number): Formula => ({
    kind: "cell",
    row: TOTALS_ROW + 2,
    column,
    toRow: TOTALS_ROW + 1 + lines,
    toColumn: column,
    fixed: "both",
  });
  return call("INDEX", range(2), call("MATCH", own(C.index), range(0), literal(0)));
}

function componentTable(model: IndexModel, book: number, row: number, lines: number, targets: BuiltTable): BuiltTable {
  const codes = columnValues(targets, T.id);
  const linked = (code: string, header: string): number | "" => {
    const place = code === "" ? -1 : codes.indexOf(code);
    const value = place < 0 ? "" : columnValues(targets, header)[place];
    return typeof value === "number" ? value : "";
  };
  const factors = new Map(model.indices.map(({ name, factor }) => [name, factor]));
  const goalOf = (one: IndexRow): number | "" => one.goal ?? linked(one.target, T.required);
  const actualOf = (one: IndexRow): number | "" => one.hand ?? linked(one.target, T.actual);
  const shareOf = (one: IndexRow): number | "" => {
    const score = actualOf(one);
    return score === "" || one.weight === 0 ? "" : one.weight * score * factors.get(one.index)!;
  };
  const gapOf = (one: IndexRow): number | "" => {
    const [goal, score] = [goalOf(one), actualOf(one)];
    return goal === "" || score === "" ? "" : Math.max(0, goal - score);
  };
  const input = (header: string, value: (one: IndexRow) => CellValue, width: number, format: "text" | "center" | "score") =>
    ({ header, role: "input", width, format, value }) as const;
  const result = (header: string, formula: Formula, value: (one: IndexRow) => CellValue, width: number, format: "share" | "score") =>
    ({ header, role: "formula", width, format, formula, value }) as const;
  const columns: readonly ColumnModel<IndexRow>[] = [
    input(C.index, ({ index }) => index, WIDTHS[0], "center"),
    input(C.component, ({ component }) => component, WIDTHS[1], "text"),
    input(C.lead, ({ lead }) => lead || null, WIDTHS[2], "text"),
    result(C.weight, weightFormula(), ({ weight }) => weight, WIDTHS[3], "share"),
    input(C.before, ({ before }) => before, WIDTHS[4], "score"),
    input(C.goalHand, ({ goal }) => goal, WIDTHS[5], "score"),
    result(C.goal, typedOr(C.goalHand, ofTarget(T.required)), goalOf, WIDTHS[6], "score"),
    input(C.hand, ({ hand }) => hand, WIDTHS[7], "score"),
    result(C.actual, typedOr(C.hand, ofTarget(T.actual)), actualOf, WIDTHS[8], "score"),
    result(
      C.share,
      call(
        "IFERROR",
        call(
          "IF",
          call("OR", isBlank(own(C.actual)), op("=", own(C.weight), literal(0))),
          literal(""),
          op("*", own(C.weight), own(C.actual), factorFormula(lines)),
        ),
        literal(""),
      ),
      shareOf,
      WIDTHS[9],
      "score",
    ),
    result(
      C.gap,
      call(
        "IF",
        call("OR", isBlank(own(C.goal)), isBlank(own(C.actual))),
        literal(""),
        call("MAX", literal(0), op("-", own(C.goal), own(C.actual))),
      ),
      gapOf,
      WIDTHS[10],
      "score",
    ),
    input(C.target, ({ target }) => target || null, WIDTHS[11], "center"),
  ];
  return buildTable(
    "indices",
    book,
    { row, column: 0 },
    columns,
    model.indices.flatMap(({ rows }) => rows),
  );
}

/** One line an index; gives the ranges that the user fills in. */
function totals(page: Page, model: IndexModel, table: BuiltTable, lines: number): Inputs {
  const headers = [H.index, H.note, H.factor, H.coverage, H.before, H.goal, H.total, H.rank, H.among, H.percentile, H.tier] as const;
  const top = TOTALS_ROW + 2;
  page.line(TOTALS_ROW, 0, headers.length, "section", W.totals, 20);
  const tallest = Math.max(...headers.map((header, index) => lineCount(header, WIDTHS[index]!, { bold: true })));
  page.grid(
    TOTALS_ROW + 1,
    0,
    headers.map(() => "header"),
    [[...headers]],
  );
  page.tall(TOTALS_ROW + 1, heightOf(tallest));
  page.grid(
    top,
    0,
    [
      "input.center",
      "formula.text",
      "input.number",
      "formula.share",
      "formula.score",
      "formula.score",
      "formula.score",
      "input.integer",
      "input.integer",
      "formula.percent",
      "input.center",
    ],
    Array.from({ length: lines }, (_, index) => totalLine(model.indices[index], top + index, table)),
  );
  for (let index = 0; index < lines; index += 1) page.tall(top + index, heightOf(1) + 3);
  const column = (at: number, columns = 1): RangeAddress => ({ row: top, column: at, rows: lines, columns });
  return { factor: column(2), ranks: column(7, 2), tier: column(10), automatic: [column(1), column(3, 4), column(9)] };
}

interface Inputs {
  readonly factor: RangeAddress;
  readonly ranks: RangeAddress;
  readonly tier: RangeAddress;
  readonly automatic: readonly RangeAddress[];
}

function totalLine(index: IndexModel["indices"][number] | undefined, row: number, table: BuiltTable): readonly CellSpec[] {
  const name = cell(row, 0);
  const factor = cell(row, 2);
  const rows = table.values.filter((line) => line[0] === index?.name);
  const weights = rows.map((line) => Number(line[3]));
  const scored = (header: string) => {
    const place = table.spec.columns.findIndex((column) => column.header === header);
    const scores = rows.map((line) => (typeof line[place] === "number" ? line[place] : undefined));
    return weightedIndex(scores, weights, index?.factor ?? 1);
  };
  const mine = op("*", op("=", all(C.index), name), all(C.weight));
  const covered = (header: string): Formula => call("SUMPRODUCT", op("*", mine, call("ISNUMBER", all(header))));
  const total = (header: string): CellSpec => ({
    formula: ifNamed(name, call("IFERROR", op("*", op("/", call("SUMPRODUCT", mine, all(header)), covered(header)), factor), literal(""))),
    result: scored(header).score ?? "",
  });
  const whole = call("MAX", literal(1), call("SUMPRODUCT", mine));
  const { coverage } = scored(C.actual);
  const share = op("/", covered(C.actual), whole);
  const percent = op("&", literal(W.coverage), call("ROUND", op("*", share, literal(100)), literal(0)), literal(`%${W.coverageEnd}`));
  const rank = cell(row, 7);
  const among = cell(row, 8);
  return [
    index?.name ?? null,
    {
      formula: ifNamed(name, call("IF", op("=", covered(C.actual), literal(0)), literal(W.noScore), percent)),
      result: index ? (coverage === 0 ? W.noScore : `${W.coverage}${Math.round(coverage * 100)}%${W.coverageEnd}`) : "",
    },
    index?.factor ?? null,
    { formula: ifNamed(name, share), result: index ? coverage : "" },
    total(C.before),
    total(C.goal),
    total(C.actual),
    null,
    null,
    { formula: percentileFormula(rank, among), result: rankPercentile(0, 0) ?? "" },
    null,
  ];
}

function ifNamed(name: Formula, formula: Formula): Formula {
  return call("IF", isBlank(name), literal(""), formula);
}

/** 1 for the best rank, 0 for the last: ranks of years with different numbers of provinces can be compared. */
function percentileFormula(rank: Formula, among: Formula): Formula {
  const within = call("AND", call("ISNUMBER", rank), call("ISNUMBER", among), op(">=", rank, literal(1)), op("<=", rank, among));
  const share = op("-", literal(1), op("/", op("-", rank, literal(1)), call("MAX", literal(1), op("-", among, literal(1)))));
  return call("IF", within, share, literal(""));
}

function rules(table: BuiltTable, list: (key: TableKey) => Formula, { factor, ranks, tier, automatic }: Inputs): readonly ValidationSpec[] {
  const score = (range: RangeAddress): ValidationSpec => ({
    type: "decimal",
    range,
    operator: "greaterThanOrEqual",
    value: literal(0),
    error: { style: "stop", title: W.scoreTitle, message: W.scoreMessage },
  });
  const closed = automaticCells(table)[0]!;
  return [
    ...automaticCells(table),
    ...automatic.map((range) => ({ ...closed, range })),
    chosenFrom(list("agencies"), table, C.lead, "warning"),
    score(dataColumn(table, C.before)),
    score(dataColumn(table, C.goalHand)),
    score(dataColumn(table, C.hand)),
    score(factor),
    {
      type: "whole",
      range: ranks,
      operator: "greaterThanOrEqual",
      value: literal(1),
      error: { style: "stop", title: W.rankTitle, message: W.rankMessage },
    },
    {
      type: "list",
      range: tier,
      source: list("tiers"),
      error: { style: "warning", title: WORDS.chooseTitle, message: WORDS.chooseMessage },
    },
    {
      type: "whole",
      range: { ...YEAR_AT, rows: 1, columns: 1 },
      operator: "between",
      value: literal(1900),
      upper: literal(2999),
      error: { style: "stop", title: WORDS.yearTitle, message: WORDS.yearMessage },
    },
  ];
}

function radar(name: string, table: BuiltTable, at: RangeAddress): ChartSpec {
  const first = table.values.findIndex((line) => line[0] === name);
  const rows = table.values.filter((line) => line[0] === name).length;
  const range = (header: string) => ({
    sheet: "indices",
    range: { ...dataColumn(table, header), row: table.spec.at.row + 1 + first, rows },
  });
  return {
    kind: "radar",
    name: `bieuDoChiSo${first + 1}`,
    title: `${W.chart}${name}`,
    description: `${W.chartAlt}${name}.`,
    at,
    categories: range(C.component),
    series: [
      { name: C.before, values: range(C.before), color: SERIES_COLORS[2] },
      { name: C.goal, values: range(C.goal), color: SERIES_COLORS[1] },
      { name: C.actual, values: range(C.actual), color: SERIES_COLORS[0] },
    ],
    valueFormat: "0.0",
  };
}

/** Charts side by side over the width of the sheet, cut where columns of about the same width in sum end. */
function chartPlace(row: number, place: number, count: number): RangeAddress {
  const whole = WIDTHS.reduce<number>((sum, width) => sum + width, 0);
  const cut = (part: number): number => {
    let used = 0;
    return WIDTHS.findIndex((width) => (used += width) >= (whole * part) / count - width / 2) + 1;
  };
  const from = place === 0 ? 0 : cut(place);
  const to = place === count - 1 ? WIDTHS.length : cut(place + 1);
  return { row, column: from, rows: CHART_ROWS, columns: to - from };
}
