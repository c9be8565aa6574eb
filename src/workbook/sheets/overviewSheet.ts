import { dateParts, type CalendarDate } from "../../plan/date";
import type { Plan } from "../../plan/plan";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import type { CompileOptions } from "../compileOptions";
import { countAnyOf, countRows, countText, less, mean, ratio, sentence, sum, type Counted } from "../counting";
import { call, literal, named, op, type CellSpec, type Formula } from "../formula";
import { COLUMNS, WORDS } from "../names";
import { agencyRows, leadOf } from "../planFacts";
import { COLORS } from "../styles";
import { emptySheet, landscape, type BuiltTable } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { CellBlock, ChartSpec, RangeAddress, SheetSpec } from "../workbookSpec";

/** Tables that the overview counts over. */
export interface OverviewTables {
  readonly targets: BuiltTable;
  readonly tasks: BuiltTable;
  readonly reports: BuiltTable;
}

const GRID = 12;
const COLUMN_WIDTH = 10.5;
const TILE_ROW = 4;
const LIST_ROW = 8;
/** Columns of the right-hand list: label from here, count and share at the right edge. */
const RIGHT = 6;
const CHART_ROWS = 14;
const MOST_AGENCIES = 12;
const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const C = CONCLUSION_LABELS;
const S = TASK_STATUS_LABELS;
const NONE = "–";

/** Makes Tổng quan: one A4 page of live figures. */
export function overviewSheet(plan: Plan, options: CompileOptions, book: number, tables: OverviewTables): SheetSpec {
  const page = new Page();
  const title = plan.header.title.value || WORDS.unnamedPlan;
  page.line(0, 0, GRID, "titleCenter", WORDS.overviewTitle, 26);
  page.line(
    1,
    0,
    GRID,
    "subtitle",
    { formula: named("title"), result: title },
    heightOf(lineCount(title, GRID * COLUMN_WIDTH - 2, { size: 12, bold: true }), 12) + 4,
  );
  page.line(2, 0, GRID, "noteCenter", dayLine(options.asOf), 16);
  tiles(page, tables);
  const chart = lists(page, tables);
  const chartRow = LIST_ROW + 2 + Object.keys(C).length + 2;
  agencies(page, plan, tables, chart ? chartRow + CHART_ROWS + 1 : chartRow);
  return {
    ...emptySheet("overview", book),
    tabColor: COLORS.tabFormula,
    columns: Array.from({ length: GRID }, () => ({ width: COLUMN_WIDTH })),
    rowHeights: page.heights,
    blocks: page.blocks,
    styleRanges: page.styles,
    merges: page.merges,
    charts: chart ? [{ ...chart, at: { row: chartRow, column: 0, rows: CHART_ROWS, columns: GRID } }] : [],
    print: { ...landscape(), orientation: "portrait", area: { row: 0, column: 0, rows: page.lastRow + 1, columns: GRID } },
    protected: true,
  };
}

/** Cells, looks and merges gathered from top to bottom. */
class Page {
  readonly blocks: CellBlock[] = [];
  readonly styles: { range: RangeAddress; style: string }[] = [];
  readonly merges: RangeAddress[] = [];
  readonly heights: Record<number, number> = {};
  lastRow = 0;

  /** Puts a cell over some columns, merged if they are several. */
  line(row: number, column: number, columns: number, style: string, cell: CellSpec, height?: number): void {
    const range = { row, column, rows: 1, columns };
    this.blocks.push({ at: { row, column }, cells: [[cell]] });
    this.styles.push({ range, style });
    if (columns > 1) this.merges.push(range);
    if (height !== undefined) this.heights[row] = Math.max(this.heights[row] ?? 0, height);
    this.lastRow = Math.max(this.lastRow, row);
  }
}

function dayLine(asOf: CalendarDate): CellSpec {
  const { year, month, day } = dateParts(asOf);
  const two = (part: Formula): Formula => call("RIGHT", op("&", literal("0"), part), literal(2));
  const date = named("asOf");
  const formula = op(
    "&",
    literal(WORDS.asOfPrefix),
    two(call("DAY", date)),
    literal("/"),
    two(call("MONTH", date)),
    literal("/"),
    call("YEAR", date),
  );
  return { formula, result: `${WORDS.asOfPrefix}${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}` };
}

function tiles(page: Page, { targets, tasks, reports }: OverviewTables): void {
  const met = countAnyOf(targets, T.conclusion, [C.exceeded, C.met, C["fully-met"]]);
  const missed = countAnyOf(targets, T.conclusion, [C["not-met"], C["partly-met"]]);
  const all = countText(targets, T.id);
  const without = countAnyOf(targets, T.conclusion, [C["no-data"], C.unquantified]);
  const onTime = countRows(tasks, { header: K.status, value: S["done-on-time"] });
  const due = countAnyOf(tasks, K.status, [S["done-on-time"], S["done-late"], S.overdue]);
  const overdue = countRows(tasks, { header: K.status, value: S.overdue });
  const reportStatus = COLUMNS.reports.status;
  const judged = sum(met, missed);
  const entries: readonly (readonly [string, string, CellSpec, CellSpec])[] = [
    [WORDS.tileMet, "tileCount", met, sentence(WORDS.outOf, judged, WORDS.tileMetNote)],
    [WORDS.tileData, "tileCount", less(all, without), sentence(WORDS.outOf, all, WORDS.tileDataNote)],
    [WORDS.tileMean, "tileShare", mean(targets, T.attainment, NONE), WORDS.tileMeanNote],
    [WORDS.tileOnTime, "tileShare", ratio(onTime, due, NONE), WORDS.tileOnTimeNote],
    [WORDS.tileOverdue, "tileCount", overdue, sentence(WORDS.outOf, countText(tasks, K.id), WORDS.tileOverdueNote)],
    [
      WORDS.tileReports,
      "tileCount",
      countRows(reports, { header: reportStatus, value: S["due-soon"] }),
      sentence(WORDS.andAlso, countRows(reports, { header: reportStatus, value: S.overdue }), WORDS.tileReportsNote),
    ],
  ];
  entries.forEach(([label, style, value, note], index) => {
    page.line(TILE_ROW, index * 2, 2, "tileLabel", label, 28);
    page.line(TILE_ROW + 1, index * 2, 2, style, value, 30);
    page.line(TILE_ROW + 2, index * 2, 2, "tileNote", note, 26);
  });
}

/** Both lists side by side; returns the chart over the right one, over the left one for a plan without tasks, none for a plan without items. */
function lists(page: Page, { targets, tasks }: OverviewTables): Omit<ChartSpec, "at"> | undefined {
  const conclusions = Object.values(C);
  const statuses = Object.values(S);
  list(page, 0, WORDS.byConclusion, conclusions, targets, T.conclusion, T.id);
  list(page, RIGHT, WORDS.byStatus, statuses, tasks, K.status, K.id);
  const byStatus = countText(tasks, K.id).result > 0;
  if (!byStatus && countText(targets, T.id).result === 0) return undefined;
  const rows = { row: LIST_ROW + 2, rows: byStatus ? statuses.length : conclusions.length, columns: 1 };
  return {
    kind: "bar",
    name: byStatus ? "bieuDoTrangThai" : "bieuDoKetLuan",
    title: byStatus ? WORDS.chartStatus : WORDS.chartConclusion,
    description: byStatus ? WORDS.chartStatusAlt : WORDS.chartConclusionAlt,
    categories: { sheet: "overview", range: { ...rows, column: byStatus ? RIGHT : 0 } },
    series: [
      { name: WORDS.count, values: { sheet: "overview", range: { ...rows, column: byStatus ? GRID - 2 : 3 } }, color: COLORS.tabFormula },
    ],
    valueFormat: "0",
  };
}

function list(page: Page, column: number, title: string, labels: readonly string[], table: BuiltTable, header: string, id: string): void {
  const labelColumns = column === 0 ? 3 : 4;
  const whole = countText(table, id);
  page.line(LIST_ROW, column, labelColumns + 2, "section", title, 20);
  page.line(LIST_ROW + 1, column, labelColumns, "header", header, 18);
  page.line(LIST_ROW + 1, column + labelColumns, 1, "header", WORDS.count);
  page.line(LIST_ROW + 1, column + labelColumns + 1, 1, "header", WORDS.share);
  labels.forEach((label, index) => {
    const row = LIST_ROW + 2 + index;
    const count = countRows(table, { header, value: label });
    page.line(row, column, labelColumns, "label", label, 16);
    page.line(row, column + labelColumns, 1, "count", count);
    page.line(row, column + labelColumns + 1, 1, "share", ratio(count, whole, NONE));
  });
}

/** One line an agency, those with most to do first; the rest in one line, so that the columns add up. */
function agencies(page: Page, plan: Plan, { targets, tasks }: OverviewTables, top: number): void {
  const lead = K.lead;
  const status = (value: string) => ({ header: K.status, value });
  const columns: readonly { readonly header: string; readonly of: (agency?: string) => Counted }[] = [
    {
      header: COLUMNS.byAgency.tasks,
      of: (agency) => (agency === undefined ? countText(tasks, K.id) : countRows(tasks, { header: lead, value: agency })),
    },
    { header: COLUMNS.byAgency.onTime, of: (agency) => countRows(tasks, ...by(lead, agency), status(S["done-on-time"])) },
    { header: COLUMNS.byAgency.late, of: (agency) => countRows(tasks, ...by(lead, agency), status(S["done-late"])) },
    { header: COLUMNS.byAgency.overdue, of: (agency) => countRows(tasks, ...by(lead, agency), status(S.overdue)) },
    { header: S["due-soon"], of: (agency) => countRows(tasks, ...by(lead, agency), status(S["due-soon"])) },
    {
      header: COLUMNS.byAgency.targets,
      of: (agency) => (agency === undefined ? countText(targets, T.id) : countRows(targets, { header: T.lead, value: agency })),
    },
    {
      header: COLUMNS.byAgency.met,
      of: (agency) => countAnyOf(targets, T.conclusion, [C.exceeded, C.met, C["fully-met"]], ...by(T.lead, agency)),
    },
  ];
  const first = GRID - columns.length;
  const names = busiest(plan);
  page.line(top, 0, GRID, "section", WORDS.byAgency, 20);
  page.line(top + 1, 0, first, "header", WORDS.agency, 46);
  columns.forEach(({ header }, index) => page.line(top + 1, first + index, 1, "header", header));
  names.forEach((name, place) => {
    const row = top + 2 + place;
    page.line(row, 0, first, "label", name, heightOf(lineCount(name, first * COLUMN_WIDTH - 1)) + 1);
    columns.forEach(({ of }, index) => page.line(row, first + index, 1, "count", of(name)));
  });
  const rest = top + 2 + names.length;
  page.line(rest, 0, first, "label", WORDS.otherAgencies, 16);
  page.line(rest + 1, 0, first, "labelBold", WORDS.total, 16);
  columns.forEach(({ of }, index) => {
    const column = first + index;
    const whole = of();
    const listed = names.reduce((total, name) => total + of(name).result, 0);
    const total: Formula = { kind: "cell", row: rest + 1, column };
    const formula =
      names.length === 0 ? total : op("-", total, call("SUM", { kind: "cell", row: top + 2, column, toRow: rest - 1, toColumn: column }));
    page.line(rest, column, 1, "count", { formula, result: whole.result - listed });
    page.line(rest + 1, column, 1, "countBold", whole);
  });
}

function by(header: string, agency: string | undefined): readonly { readonly header: string; readonly value: string }[] {
  return agency === undefined ? [] : [{ header, value: agency }];
}

/** Agencies that lead something, those that lead most first; names that COUNTIFS would read as a pattern or that are too long for it are left to the rest. */
function busiest(plan: Plan): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of [...plan.tasks, ...plan.targets]) counts.set(leadOf(item), (counts.get(leadOf(item)) ?? 0) + 1);
  return agencyRows(plan)
    .map(({ name }) => name)
    .filter((name) => (counts.get(name) ?? 0) > 0 && name.length < 250 && !/[*?~]|^[<>=]/u.test(name))
    .sort((a, b) => counts.get(b)! - counts.get(a)!)
    .slice(0, MOST_AGENCIES);
}
