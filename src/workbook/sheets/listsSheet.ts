import { calendarDate, type CalendarDate } from "../../plan/date";
import type { Plan } from "../../plan/plan";
import { PUBLIC_HOLIDAYS, type PublicHoliday } from "../../plan/publicHolidays";
import {
  AGGREGATION_LABELS,
  CONCLUSION_LABELS,
  DEADLINE_LABELS,
  DIRECTION_LABELS,
  FIGURE_KIND_LABELS,
  FIGURE_STATE_LABELS,
  KIND_NAMES,
  SELECTABLE_KIND_NAMES,
  SPECIAL_LABELS,
  TASK_STATUS_LABELS,
  TIERS,
} from "../../tracking/labels";
import { agencyEntries } from "../agencyEntries";
import type { Formula } from "../formula";
import type { WeightRow } from "../indexModel";
import { COLUMNS, type SheetKey, type TableKey } from "../names";
import { CERTAINTY_WORDS, COMMON_UNITS, KIND_EXAMPLES, KIND_RULES, PERIOD_KIND_WORDS, PERIOD_SCHEME_WORDS, WORDS, YES } from "../words";
import type { BookPeriods } from "../periodModel";
import { HEADER_ROW, HINT_ROW, sheetName, TITLE_ROW } from "../layout";
import { serialOf, targetGroups } from "../planFacts";
import { COLORS } from "../styles";
import { buildTable, dataColumn, emptySheet, landscape, type BuiltTable, type ColumnModel } from "../tableModel";
import type { SheetSpec } from "../workbookSpec";
import { AGENCY_COLUMNS, agencyChecks } from "./agencyList";
import { periodColumns, THRESHOLD_COLUMNS, THRESHOLD_ROWS } from "./periodLists";
import { LOG_WORDS } from "./words";

/** The sheet Danh mục and the ranges that its lists stand in. */
export interface Lists {
  readonly sheet: SheetSpec;
  readonly tables: readonly BuiltTable[];
  /** The column of a list from which cells choose, as an absolute range. */
  readonly source: (key: TableKey) => Formula;
}

/** A table of Danh mục. */
interface ListTable extends BuiltTable {
  /** Header of the column from which cells choose. */
  readonly offered: string;
}

/** What the lists hold beside what the plan names. */
export interface ListContents {
  readonly periods: BookPeriods;
  readonly weights: readonly WeightRow[];
}
/** Sheets whose changes Nhật ký records. */
const LOGGED_SHEETS: readonly SheetKey[] = ["info", "targets", "tasks", "periods", "calendar", "indices", "lists"];

/** Makes Danh mục: every list that cells choose from, side by side. */
export function listsSheet(plan: Plan, book: number, years: readonly number[], { periods, weights }: ListContents): Lists {
  const tables: ListTable[] = [];
  let column = 0;
  const add = <Row>(key: TableKey, columns: readonly ColumnModel<Row>[], rows: readonly Row[], offered = columns[0]!.header): void => {
    const table = buildTable(key, book, { row: HEADER_ROW, column }, columns, rows, false);
    tables.push({ ...table, offered });
    column += columns.length + 1;
  };
  const words = (key: TableKey, header: string, width: number, rows: readonly string[]): void =>
    add(key, [{ header, role: "input", width, format: "text", value: (word: string) => word }], rows);

  add("agencies", AGENCY_COLUMNS, agencyEntries(plan), COLUMNS.agencies.name);
  add<string>(
    "kinds",
    [
      { header: COLUMNS.kinds.name, role: "input", width: 20, format: "text", value: (name) => name },
      {
        header: COLUMNS.kinds.rule,
        role: "input",
        width: 60,
        format: "text",
        value: (name) => KIND_RULES[KIND_NAMES.find((kind) => kind.name === name)!.kind] ?? null,
      },
      { header: COLUMNS.kinds.example, role: "input", width: 52, format: "text", value: (name) => KIND_EXAMPLES[name] ?? null },
    ],
    SELECTABLE_KIND_NAMES,
  );
  words("units", COLUMNS.units.name, 14, unitsOf(plan));
  words("directions", COLUMNS.directions.name, 20, Object.values(DIRECTION_LABELS));
  words("conclusions", COLUMNS.conclusions.name, 18, Object.values(CONCLUSION_LABELS));
  words("statuses", COLUMNS.statuses.name, 28, Object.values(TASK_STATUS_LABELS));
  words("deadlineKinds", COLUMNS.deadlineKinds.name, 20, Object.values(DEADLINE_LABELS));
  words("specials", COLUMNS.specials.name, 18, Object.keys(SPECIAL_LABELS));
  add<string>(
    "tiers",
    [
      { header: COLUMNS.tiers.name, role: "input", width: 16, format: "text", value: (tier) => tier },
      { header: COLUMNS.tiers.order, role: "input", width: 8, format: "integer", value: (_tier, index) => index + 1 },
    ],
    TIERS,
  );
  words("aggregations", COLUMNS.aggregations.name, 14, Object.values(AGGREGATION_LABELS));
  words("certainties", COLUMNS.certainties.name, 14, Object.values(CERTAINTY_WORDS));
  words("periodKinds", COLUMNS.periodKinds.name, 14, PERIOD_KIND_WORDS);
  words("answers", COLUMNS.answers.name, 10, [YES]);
  words("groups", COLUMNS.groups.name, 80, targetGroups(plan));
  words("pages", COLUMNS.pages.name, 18, [LOG_WORDS.book, ...LOGGED_SHEETS.map((key) => sheetName(key, book))]);
  add<Holiday>(
    "holidays",
    [
      { header: COLUMNS.holidays.day, role: "input", width: 13, format: "date", value: ({ day }) => serialOf(day) },
      { header: COLUMNS.holidays.name, role: "input", width: 24, format: "text", value: ({ name }) => name },
    ],
    holidaysOf(years),
  );
  add("periods", periodColumns(periods), periods.all);
  add("thresholds", THRESHOLD_COLUMNS, THRESHOLD_ROWS);
  words("periodSchemes", COLUMNS.periodSchemes.name, 14, Object.values(PERIOD_SCHEME_WORDS));
  words("figureKinds", COLUMNS.figureKinds.name, 13, Object.values(FIGURE_KIND_LABELS));
  words("figureStates", COLUMNS.figureStates.name, 16, Object.values(FIGURE_STATE_LABELS));
  if (weights.length > 0) add("weights", weightColumns(), weights);
  return { sheet: sheetOf(tables, book), tables, source: (key) => sourceOf(tables, key) };
}

function weightColumns(): readonly ColumnModel<WeightRow>[] {
  const W = COLUMNS.weights;
  return [
    { header: W.index, role: "input", width: 9, format: "center", value: ({ index }) => index },
    { header: W.component, role: "input", width: 60, format: "text", value: ({ component }) => component },
    { header: W.from, role: "input", width: 9, format: "year", value: ({ from }) => from },
    { header: W.to, role: "input", width: 9, format: "year", value: ({ to }) => to },
    { header: W.weight, role: "input", width: 10, format: "percent", value: ({ weight }) => weight },
  ];
}

interface Holiday {
  readonly day: CalendarDate;
  readonly name: string;
}

const HOLIDAY_NAMES: Readonly<Record<PublicHoliday, string>> = {
  "new-year": WORDS.holidayNewYear,
  reunification: WORDS.holidayReunification,
  labour: WORDS.holidayLabour,
  national: WORDS.holidayNational,
};

/** Public holidays on fixed days; those of the lunar calendar are for the user. */
function holidaysOf(years: readonly number[]): readonly Holiday[] {
  return years.flatMap((year) =>
    PUBLIC_HOLIDAYS.map(({ name, month, day }) => ({ day: calendarDate(year, month, day)!, name: HOLIDAY_NAMES[name] })),
  );
}

function unitsOf(plan: Plan): readonly string[] {
  return [...new Set([...COMMON_UNITS, ...plan.targets.map(({ unit }) => unit)])].filter((unit) => unit !== "");
}

function sourceOf(tables: readonly ListTable[], key: TableKey): Formula {
  const table = tables.find((one) => one.key === key)!;
  const { row, column, rows } = dataColumn(table, table.offered);
  return { kind: "cell", sheet: "lists", row, column, toRow: row + rows - 1, toColumn: column, fixed: "both" };
}

function sheetOf(tables: readonly ListTable[], book: number): SheetSpec {
  const heights: Record<number, number> = { [TITLE_ROW]: 22, [HINT_ROW]: 16 };
  for (const { rowHeights } of tables)
    for (const [row, height] of Object.entries(rowHeights)) heights[Number(row)] = Math.max(heights[Number(row)] ?? 0, height);
  const agencies = tables.find(({ key }) => key === "agencies")!;
  return {
    ...emptySheet("lists", book),
    tabColor: COLORS.tabReference,
    columns: tables.flatMap(({ widths }) => [...widths.map((width) => ({ width })), { width: 2 }]),
    rowHeights: heights,
    blocks: [{ at: { row: TITLE_ROW, column: 0 }, cells: [[WORDS.listsTitle], [WORDS.listsHint]] }],
    tables: tables.map(({ spec }) => spec),
    styleRanges: [
      { range: { row: TITLE_ROW, column: 0, rows: 1, columns: 1 }, style: "title" },
      { range: { row: HINT_ROW, column: 0, rows: 1, columns: 1 }, style: "note" },
      ...tables.flatMap(({ styleRanges }) => styleRanges),
    ],
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    validations: agencyChecks(agencies, (key) => sourceOf(tables, key)),
    print: {
      ...landscape(),
      repeatRows: { from: HEADER_ROW, to: HEADER_ROW },
      // Only the agencies are for paper; the lists beside them serve the choices on screen.
      area: { row: 0, column: 0, rows: HEADER_ROW + 1 + agencies.spec.rows.length, columns: agencies.spec.columns.length },
    },
  };
}
