import { dateParts, toSerial, type CalendarDate } from "../../plan/date";
import type { Plan } from "../../plan/plan";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import type { CompileOptions } from "../compileOptions";
import { countAnyOf, countRows, countText, less, mean, ratio, sentence, sum } from "../counting";
import { call, literal, named, op, type CellSpec, type Formula } from "../formula";
import { sheetName } from "../layout";
import { firstRowLink } from "../live";
import { COLUMNS } from "../names";
import { WORDS } from "../words";
import type { Live } from "../live";
import { Page } from "../page";
import { pageBreaks } from "../pageBreaks";
import { COLORS } from "../styles";
import { emptySheet, landscape, type BuiltTable } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { ChartSpec, SheetSpec } from "../workbookSpec";
import { agencyResults } from "./overview/agencyResults";
import { dueTimeline } from "./overview/dueTimeline";
import { ASIDE_WIDTHS, CHART_ROWS, COLUMN_WIDTH, GRID, NONE, TIMELINE_ROWS, type OverviewTables } from "./overview/frame";
import { groupResults } from "./overview/groupResults";
import { worstItems } from "./overview/worstItems";
import { citedTitle } from "./officeWords";
import { afterMark } from "./sampleMark";

/** Rows of a chart of bars beside those of its bars: title, axis and legend. */
const BAR_ROWS = 4;
/** Height of the rows between the parts of a page, in points. */
const GAP = 8;
const TILE_ROW = 4;
const STATES_ROW = 8;
/** Columns of the right-hand list: label from here, count and share at the right edge. */
const RIGHT = 6;
const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const C = CONCLUSION_LABELS;
const S = TASK_STATUS_LABELS;

/** Makes Tổng quan: what a director asks for first, then targets and tasks by state, by group and by agency; all of it live. */
export function overviewSheet(plan: Plan, options: CompileOptions, book: number, tables: OverviewTables, mark: Live): SheetSpec {
  const page = new Page();
  const title = citedTitle(plan.header.title.value) || WORDS.unnamedPlan;
  page.line(0, 0, GRID, "titleCenter", WORDS.overviewTitle, 26);
  page.line(
    1,
    0,
    GRID,
    "subtitle",
    { formula: named("title"), result: title },
    heightOf(lineCount(title, GRID * COLUMN_WIDTH - 2, { size: 12, bold: true }), 12) + 4,
  );
  page.line(2, 0, GRID, "noteCenter", afterMark(mark, dayLine(options.asOf)), 16);
  tiles(page, tables);
  const charts: ChartSpec[] = [];
  const draw = (chart: Omit<ChartSpec, "at"> | undefined, row: number, rows = CHART_ROWS): number => {
    if (!chart) return row;
    charts.push({ ...chart, at: { row, column: 0, rows, columns: GRID } });
    return row + rows + 1;
  };
  // First page: what a director asks for in the first minute. Second page: by group and by agency.
  const timeline = lists(page, STATES_ROW, tables, book) + 1;
  const due = dueTimeline(page, STATES_ROW, tables);
  const worst = draw(due, timeline, TIMELINE_ROWS);
  const { second, next } = worstItems(page, worst, tables, toSerial(options.asOf), book);
  const groupTop = next + 1;
  const groups = groupResults(page, groupTop, tables, book);
  const agencyTop = draw(groups.chart, groups.next + 1);
  const agencies = agencyResults(page, agencyTop, tables, book);
  const bars = agencies.chart?.categories.range.rows ?? 0;
  const end = draw(agencies.chart, agencies.next + 1, Math.max(CHART_ROWS - 2, BAR_ROWS + bars)) - 1;
  const gaps = [TILE_ROW, STATES_ROW, timeline, worst, second, groupTop, groups.next + 1, agencyTop, agencies.next + 1];
  for (const row of gaps) page.tall(row - 1, GAP);
  const columns = [...Array.from({ length: GRID }, () => COLUMN_WIDTH), ...ASIDE_WIDTHS].map((width) => ({ width }));
  const paper = { ...landscape(), orientation: "portrait" } as const;
  return {
    ...emptySheet("overview", book),
    tabColor: COLORS.tabFormula,
    columns,
    ...page.parts(),
    charts,
    print: {
      ...paper,
      area: { row: 0, column: 0, rows: end, columns: GRID },
      pageBreaks: pageBreaks({
        print: paper,
        columns: columns.slice(0, GRID),
        heights: page.heights,
        starts: [0, STATES_ROW, timeline, worst, second, groupTop, agencyTop, end],
        newPages: [groupTop],
      }),
    },
    protected: true,
  };
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
    page.line(TILE_ROW + 2, index * 2, 2, "tileNote", note, 25);
  });
}

/** Targets by conclusion and tasks by status, side by side; gives the row after them. */
function lists(page: Page, top: number, { targets, tasks }: OverviewTables, book: number): number {
  const conclusions = Object.values(C);
  const statuses = Object.values(S);
  list(page, top, 0, WORDS.byConclusion, conclusions, targets, T.conclusion, T.id, sheetName("targets", book));
  list(page, top, RIGHT, WORDS.byStatus, statuses, tasks, K.status, K.id, sheetName("tasks", book));
  return top + 2 + Math.max(conclusions.length, statuses.length);
}

function list(
  page: Page,
  top: number,
  column: number,
  title: string,
  labels: readonly string[],
  table: BuiltTable,
  header: string,
  id: string,
  sheet: string,
): void {
  const labelColumns = column === 0 ? 3 : 4;
  const whole = countText(table, id);
  page.line(top, column, labelColumns + 2, "section", title, 20);
  page.line(top + 1, column, labelColumns, "header", header, 17);
  page.line(top + 1, column + labelColumns, 1, "header", WORDS.count);
  page.line(top + 1, column + labelColumns + 1, 1, "header", WORDS.share);
  labels.forEach((label, index) => {
    const row = top + 2 + index;
    const count = countRows(table, { header, value: label });
    page.line(row, column, labelColumns, "labelLink", firstRowLink(table, header, { formula: literal(label), result: label }, sheet), 15);
    page.line(row, column + labelColumns, 1, "count", count);
    page.line(row, column + labelColumns + 1, 1, "share", ratio(count, whole, NONE));
  });
}
