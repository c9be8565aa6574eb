import type { CalendarDate } from "../plan/date";
import { dateParts, fromSerial, toSerial } from "../plan/date";
import type { Plan } from "../plan/plan";
import type { TextDocument } from "../text/textDocument";
import { withOneNameEach } from "./agencyNames";
import type { CompileOptions } from "./compileOptions";
import { bookFigures } from "./figureModel";
import { literal } from "./formula";
import { indexModel } from "./indexModel";
import { definedName, NEEDED_SHEETS, SHEET_ORDER } from "./layout";
import { COLUMNS, type SheetKey, type TableKey } from "./names";
import { WORDS } from "./words";
import { bookPeriods, paceView } from "./periodModel";
import { trackedYear } from "./planFacts";
import { followedPlan } from "./planScope";
import { encodeState, planIdOf, type PlanState } from "./planState";
import { shownPlan } from "./shownPlan";
import { agenciesSheet, agenciesTable } from "./sheets/agenciesSheet";
import { calendarSheet, reportsTable } from "./sheets/calendarSheet";
import { figuresSheet, figuresTable } from "./sheets/figuresSheet";
import { guideSheet } from "./sheets/guideSheet";
import { indexSheet } from "./sheets/indexSheet";
import { infoSheet } from "./sheets/infoSheet";
import { listsSheet, type Lists } from "./sheets/listsSheet";
import { logSheet } from "./sheets/logSheet";
import { overviewSheet } from "./sheets/overviewSheet";
import { sampleMark, withMark } from "./sheets/sampleMark";
import { reportSheet } from "./sheets/reportSheet";
import { sourceSheet, sourceTable, type SourceTable } from "./sheets/sourceSheet";
import { stateSheet } from "./sheets/stateSheet";
import { urgeSheet } from "./sheets/urgeSheet";
import { targetsSheet, targetsTable } from "./sheets/targetsSheet";
import { tasksSheet, tasksTable } from "./sheets/tasksSheet";
import { STYLES } from "./styles";
import { columnValues, dataColumn, type BuiltTable } from "./tableModel";
import { targetRows } from "./targetModel";
import type { DefinedNameSpec, LinkSpec, SheetSpec, WorkbookSpec } from "./workbookSpec";

/** Makes the workbook of a state again, with other options where some are given. */
export function compileState({ plan, document, options, review }: PlanState, changes: Partial<CompileOptions> = {}): WorkbookSpec {
  return compileWorkbook(plan, document, { ...options, ...changes }, review);
}

/**
 * Makes the tracking workbook of a plan as plain data. Results beside formulas are those of the engine on the day `options.asOf`. `review` is the JSON
 * text of the decisions that the plan rests on; it travels in the state.
 */
export function compileWorkbook(whole: Plan, document: TextDocument, options: CompileOptions, review?: string): WorkbookSpec {
  const book = options.book ?? 1;
  const planId = planIdOf(whole);
  const plan = shownPlan(followedPlan(withOneNameEach(whole), options), document, options);

  const years = yearsOf(plan, options);
  const periods = bookPeriods(plan, options, years);
  const indices = indexModel(plan, options);
  const lists = listsSheet(plan, book, years, { periods, weights: indices.weights });
  const info = infoSheet(plan, options, book, periods.view.code, lists.source);
  const figures = bookFigures(plan, options, periods);
  const figureTable = figuresTable(figures.rows, book);
  const targets = targetsTable(targetRows(plan, options, figures.resultOf, paceView(periods)), book);
  const tasks = tasksTable(plan, options, book);
  const reports = reportsTable(plan, options, book, holidaysOf(lists), periods);
  const byAgency = agenciesTable(plan, book, { targets, tasks });
  const source = sourceTable(plan, document, book);
  const mark = sampleMark(figureTable, tasks);
  const state = encodeState({ planId, plan: whole, document, options, ...(review === undefined ? {} : { review }) });

  const made: Partial<Record<SheetKey, SheetSpec>> = {
    info: info.sheet,
    overview: overviewSheet(plan, options, book, { targets, tasks, reports, byAgency, groups: tableOf(lists, "groups") }, mark),
    targets: withMark(targetsSheet(targets, book, lists.source, toSource(targets, COLUMNS.targets.source, source)), mark),
    tasks: tasksSheet(tasks, book, lists.source, toSource(tasks, COLUMNS.tasks.source, source)),
    periods: figuresSheet(figureTable, targets, book, lists.source),
    calendar: calendarSheet(reports, book, lists.source, toSource(reports, COLUMNS.reports.source, source)),
    agencies: withMark(agenciesSheet(byAgency, book), mark),
    ...(indices.indices.length > 0 ? { indices: withMark(indexSheet(indices, book, targets, lists.source), mark) } : {}),
    report: reportSheet(book, toSerial(options.asOf), { info: info.table, targets, tasks }, mark),
    urge: urgeSheet(
      plan,
      book,
      toSerial(options.asOf),
      { info: info.table, targets, tasks, reports, agencies: tableOf(lists, "agencies") },
      lists.source,
      mark,
    ),
    lists: lists.sheet,
    log: logSheet(plan, options, book, lists.source),
    source: sourceSheet(source, book, toItems(source, [targets, tasks, reports])),
    guide: guideSheet(book),
    state: stateSheet(state, book),
  };
  const sheets = SHEET_ORDER.filter((key) => isWanted(key, options)).flatMap((key) => made[key] ?? []);
  return {
    planId,
    dialect: options.dialect,
    sheets: withoutDeadLinks(sheets),
    names: [...info.names, holidayName(lists, book), planIdName(planId, book)],
    styles: usedStyles(sheets),
    properties: properties(plan, planId),
    state,
  };
}

function isWanted(key: SheetKey, { without = [] }: CompileOptions): boolean {
  return NEEDED_SHEETS.includes(key) || !without.includes(key);
}

/** Years whose public holidays the lists hold. */
function yearsOf(plan: Plan, options: CompileOptions): readonly number[] {
  const first = trackedYear(plan, options.asOf, options.year);
  const last = Math.max(first, Math.min(plan.header.endYear ?? first, first + 10), Math.min(dateParts(options.asOf).year, first + 10));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function tableOf({ tables }: Lists, key: TableKey): BuiltTable {
  return tables.find((table) => table.key === key)!;
}

function holidaysOf({ tables }: Lists): readonly CalendarDate[] {
  return columnValues(
    tables.find(({ key }) => key === "holidays")!,
    COLUMNS.holidays.day,
  ).flatMap((serial) => (typeof serial === "number" ? (fromSerial(serial) ?? []) : []));
}

function holidayName({ tables }: Lists, book: number): DefinedNameSpec {
  const range = dataColumn(
    tables.find(({ key }) => key === "holidays")!,
    COLUMNS.holidays.day,
  );
  return { key: "holidays", name: definedName("holidays", book), refersTo: { sheet: "lists", range }, visible: true };
}

function planIdName(planId: string, book: number): DefinedNameSpec {
  return { key: "planId", name: definedName("planId", book), refersTo: { formula: literal(planId) }, visible: false };
}

const ITEM_SHEETS: Readonly<Record<string, SheetKey>> = { targets: "targets", tasks: "tasks", reports: "calendar" };

/** Links from the code of each row to the first line it was read from. */
function toSource(table: BuiltTable, header: string, source: SourceTable): readonly LinkSpec[] {
  return columnValues(table, header).flatMap((lines, index): readonly LinkSpec[] => {
    const row = source.rowOfLine.get(Number.parseInt(String(lines ?? ""), 10));
    if (row === undefined) return [];
    const { at } = source.table.spec;
    return [
      {
        at: { row: table.spec.at.row + 1 + index, column: table.spec.at.column },
        target: {
          sheet: "source",
          range: { row: at.row + 1 + row, column: at.column, rows: 1, columns: source.table.spec.columns.length },
        },
        tooltip: WORDS.toSource,
      },
    ];
  });
}

/** Links from the codes on Nguồn to the first item that a line was used for. */
function toItems({ table, codes }: SourceTable, items: readonly BuiltTable[]): readonly LinkSpec[] {
  const places = new Map<string, LinkSpec["target"]>();
  for (const item of items)
    item.values.forEach(([code], index) => {
      const { at, columns } = item.spec;
      places.set(String(code), {
        sheet: ITEM_SHEETS[item.key]!,
        range: { row: at.row + 1 + index, column: at.column, rows: 1, columns: columns.length },
      });
    });
  const column = table.spec.at.column + table.spec.columns.length - 1;
  return codes.flatMap(([code], index): readonly LinkSpec[] => {
    const target = code === undefined ? undefined : places.get(code);
    return target ? [{ at: { row: table.spec.at.row + 1 + index, column }, target, tooltip: WORDS.toItem }] : [];
  });
}

function withoutDeadLinks(sheets: readonly SheetSpec[]): readonly SheetSpec[] {
  const keys = new Set(sheets.map(({ key }) => key));
  return sheets.map((sheet) => ({ ...sheet, links: sheet.links.filter(({ target }) => keys.has(target.sheet)) }));
}

function usedStyles(sheets: readonly SheetSpec[]): WorkbookSpec["styles"] {
  const used = new Set(
    sheets.flatMap(({ defaultStyle, styleRanges, tables }) => [
      defaultStyle,
      ...styleRanges.map(({ style }) => style),
      ...tables.flatMap(({ columns }) => columns.flatMap(({ headerStyle, style }) => [headerStyle, style])),
    ]),
  );
  return Object.fromEntries([...used].sort().map((key) => [key, STYLES[key]!]));
}

function properties({ header }: Plan, planId: string): WorkbookSpec["properties"] {
  const year = header.year?.value;
  return {
    title: header.title.value || WORDS.unnamedPlan,
    subject: header.number?.value ?? "",
    company: header.issuer?.value ?? "",
    keywords: [header.place?.value, year].filter((part) => part !== undefined).join("; "),
    custom: { MaKeHoach: planId, ...(year === undefined ? {} : { NamKeHoach: year }) },
  };
}
