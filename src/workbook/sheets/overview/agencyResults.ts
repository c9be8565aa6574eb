import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../../tracking/labels";
import { countAnyOf, countRows, countText, less, ratio, type Counted } from "../../counting";
import { allRows, call, literal, op, type CellSpec, type CellValue, type Formula } from "../../formula";
import { sheetName } from "../../layout";
import { clipped, figureAt, linkAt, textAt, valueAt, type Ranking } from "../../live";
import { COLUMNS } from "../../names";
import { WORDS } from "../../words";
import type { Page } from "../../page";
import { SERIES_COLORS } from "../../styles";
import type { BuiltTable } from "../../tableModel";
import { heightOf, lineCount } from "../../textMeasure";
import { OVERVIEW_WORDS as W } from "../words";
import { ASIDE, COLUMN_WIDTH, GRID, mergedWidth, NONE, type OverviewTables } from "./frame";
import type { Drawn } from "./groupResults";
import { placeCell } from "./worstItems";

const B = COLUMNS.byAgency;
const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const L = CONCLUSION_LABELS;
const S = TASK_STATUS_LABELS;
const MOST = 8;
const TALLEST = 3;
/** Letters of a name on the axis of the chart: names of two lines would push others out. */
const AXIS_ROOM = 30;

/** Counts of Theo đơn vị that the overview repeats; the share done on time follows them. */
const SHOWN = [B.tasks, B.onTime, B.late, B.open, B.overdue, B.other, B.targets, B.met] as const;
const RATE = GRID - 1;
const LABEL = RATE - SHOWN.length;

/** Colours of the bars by status: light and dark in turn, overdue in orange. */
const BARS = [
  [B.onTime, SERIES_COLORS[0]],
  [B.late, SERIES_COLORS[3]],
  [B.overdue, SERIES_COLORS[1]],
  [B.open, SERIES_COLORS[4]],
  [B.other, SERIES_COLORS[2]],
] as const;

/** Puts one line an agency, those with most to do first; the rest in one line, so that the columns add up. */
export function agencyResults(page: Page, top: number, { targets, tasks, byAgency }: OverviewTables, book: number): Drawn {
  const ranking = busiest(byAgency);
  const busy = byAgency.values.filter((_row, index) => ranking.scoreOf(index) !== undefined).length;
  const lines = Math.max(1, Math.min(MOST, busy));
  page.line(top, 0, GRID, "section", WORDS.byAgency, 20);
  page.line(
    top + 1,
    0,
    LABEL,
    "header",
    WORDS.agency,
    heightOf(Math.max(...[...SHOWN, B.onTimeRate].map((header) => lineCount(header, COLUMN_WIDTH, { bold: true })))),
  );
  [...SHOWN, B.onTimeRate].forEach((header, index) => page.line(top + 1, LABEL + index, 1, "header", header));
  const first = top + 2;
  const listed = SHOWN.map(() => 0);
  for (let index = 0; index < lines; index += 1) {
    const row = first + index;
    const place = placeCell(page, row, ranking, index + 1);
    const name = textAt(byAgency, B.name, place);
    const tall = Math.min(TALLEST, lineCount(String(name.result), mergedWidth(LABEL)));
    page.line(row, 0, LABEL, "labelLink", linkAt(byAgency, B.name, place, sheetName("agencies", book)), heightOf(tall) + 1);
    const own: Formula = { kind: "cell", row, column: 0 };
    page.line(row, ASIDE + 1, 1, "screenText", clipped({ formula: op("&", own, literal("")), result: name.result }, AXIS_ROOM));
    SHOWN.forEach((header, column) => {
      const figure = figureAt(byAgency, header, place);
      listed[column]! += typeof figure.result === "number" ? figure.result : 0;
      page.line(row, LABEL + column, 1, "count", figure);
    });
    page.line(row, RATE, 1, "share", figureAt(byAgency, B.onTimeRate, place));
  }
  const rest = first + lines;
  page.line(rest, 0, LABEL, "label", WORDS.otherAgencies, heightOf(lineCount(WORDS.otherAgencies, mergedWidth(LABEL))) + 1);
  page.line(rest + 1, 0, LABEL, "labelBold", WORDS.total, 16);
  wholes(targets, tasks).forEach((whole, index) => {
    const column = LABEL + index;
    const range: Formula = { kind: "cell", row: first, column, toRow: rest - 1, toColumn: column };
    const formula = op("-", { kind: "cell", row: rest + 1, column }, call("SUM", range));
    page.line(rest, column, 1, "count", { formula, result: whole.result - listed[index]! });
    page.line(rest + 1, column, 1, "countBold", whole);
  });
  page.line(rest, RATE, 1, "share", null);
  page.line(rest + 1, RATE, 1, "shareBold", onTimeShare(tasks));
  if (countText(tasks, K.id).result === 0) return { next: rest + 2, chart: undefined };
  const range = (column: number) => ({ sheet: "overview", range: { row: first, column, rows: lines, columns: 1 } });
  return {
    next: rest + 2,
    chart: {
      kind: "stacked-bar",
      name: "bieuDoDonVi",
      title: W.chartAgencies,
      description: W.chartAgenciesAlt,
      categories: range(ASIDE + 1),
      series: BARS.map(([header, color]) => ({ name: header, values: range(LABEL + SHOWN.indexOf(header)), color })),
      valueFormat: "0",
    },
  };
}

/** The same figures over all agencies, in the order of the columns. */
function wholes(targets: BuiltTable, tasks: BuiltTable): readonly Counted[] {
  const status = (...codes: readonly (keyof typeof S)[]): Counted =>
    countAnyOf(
      tasks,
      K.status,
      codes.map((code) => S[code]),
    );
  const all = countText(tasks, K.id);
  const open = status("in-progress", "due-soon", "not-started", "postponement-asked");
  return [
    all,
    status("done-on-time"),
    status("done-late"),
    open,
    status("overdue"),
    less(all, status("done-on-time", "done-late", "overdue"), open),
    countText(targets, T.id),
    countAnyOf(targets, T.conclusion, [L.exceeded, L.met, L["fully-met"]]),
  ];
}

/** Tasks done on time among those done or overdue, as each agency's share is reckoned. */
function onTimeShare(tasks: BuiltTable): CellSpec {
  const done = countRows(tasks, { header: K.status, value: S["done-on-time"] });
  return ratio(done, countAnyOf(tasks, K.status, [S["done-on-time"], S["done-late"], S.overdue]), NONE);
}

/** Agencies that lead something, those that lead most first. */
function busiest(byAgency: BuiltTable): Ranking {
  const at = (header: string, index: number): CellValue => valueAt(byAgency, header, { formula: literal(0), result: index + 1 });
  const load = op("+", allRows("byAgency", B.tasks), allRows("byAgency", B.targets));
  return {
    table: byAgency,
    header: B.name,
    counts: op(">", load, literal(0)),
    score: load,
    scoreOf: (index) => {
      const sum = Number(at(B.tasks, index)) + Number(at(B.targets, index));
      return sum > 0 ? sum : undefined;
    },
  };
}
