import { roman } from "../../text/roman";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import { countAnyOf, countRows, countText, less, type Counted } from "../counting";
import { call, literal, named, op, type CellValue, type Formula } from "../formula";
import { cellAt, figureAt, textAt, valueAt, type Live } from "../live";
import { COLUMNS } from "../names";
import { figure } from "../native/explanation";
import { actualWords, goalWords } from "../native/goalWords";
import { Page } from "../page";
import { COLORS, FORM_LINE } from "../styles";
import { emptySheet, type BuiltTable } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { SheetSpec } from "../workbookSpec";
import { asOfDay, either, infoText, joined, letterhead, longDay, officialPaper, orElse, shortDay, signature, upper } from "./letterhead";
import { REPORT_WORDS as W } from "./words";

/** Tables that the annex is made from. */
export interface ReportTables {
  readonly info: BuiltTable;
  readonly targets: BuiltTable;
  readonly tasks: BuiltTable;
}

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const C = CONCLUSION_LABELS;
const S = TASK_STATUS_LABELS;

/** Widths in characters: the six printed columns, a gap, then what serves the screen. */
const PRINTED = [6, 48, 24, 14, 23, 21] as const;
const CODE = 7;
const PLACE = 9;
const HEADING = 10;
const HELPERS = ["kind", "level", "upper", "baseline", "unit"] as const;
const WIDTHS = [...PRINTED, 2, 10, 84, 7, 8, ...HELPERS.map(() => 9)];
/** Columns of the head of the paper that belong to the agency. */
const SPLIT = 2;

/** Most rows of a table that the annex shows; the line below tells how many are left out. */
const MOST_ROWS = 400;
/** Rows kept free for items that are added by hand. */
const SPARE = 5;

const SIZE = 12;

/** One row of the annex as the engine sees it: a heading, an item by its place, or a free row. */
interface Line {
  readonly place: number;
  readonly heading: boolean;
}

/** Makes Báo cáo: the annex to a report, live over the tables, with sentences to paste beside it. */
export function reportSheet(book: number, asOf: number, tables: ReportTables): SheetSpec {
  const { info, targets, tasks } = tables;
  const page = new Page();
  const day = asOfDay(asOf);
  const number = infoText(info, "reportNumber");
  letterhead(page, info, day, orElse(number, W.noNumber), { row: 0, split: SPLIT, columns: PRINTED.length });
  const wide = PRINTED.reduce((sum, width) => sum + width, 0);
  const title = joined(W.title, upper(titleOf(info)));
  page.line(4, 0, PRINTED.length, "formTitle", W.annex, 22);
  page.line(5, 0, PRINTED.length, "formTitle", title, paragraph(title, wide, 14, true));
  const attached = joined(
    longDay(joined(W.attached, orElse(number, W.attachedNoNumber), W.attachedDay), day),
    W.attachedOf,
    infoText(info, "follower"),
    W.attachedEnd,
  );
  page.line(6, 0, PRINTED.length, "formDay", attached, 22);
  page.line(7, CODE, 2, "screenText", W.hint, 32);

  const afterTargets = section(page, 8, targetSection(targets));
  const taskHead = afterTargets + 1;
  const afterTasks = section(page, taskHead, taskSection(tasks));
  const end = afterTasks + 1;
  signature(page, info, infoText(info, "recipients"), { row: end, split: SPLIT, columns: PRINTED.length });
  const recipients = String(infoText(info, "recipients").result ?? "");
  page.tall(end + 1, heightOf(Math.max(4, lineCount(recipients, PRINTED[0] + PRINTED[1], { size: 11 }))));
  return {
    ...emptySheet("report", book),
    tabColor: COLORS.tabFormula,
    columns: WIDTHS.map((width) => ({ width })),
    ...page.parts(),
    outlines: [{ axis: "columns", from: PLACE, to: WIDTHS.length - 1, collapsed: true }],
    print: {
      ...officialPaper("landscape"),
      area: { row: 0, column: 0, rows: end + 3, columns: PRINTED.length },
      pageBreaks: [taskHead],
    },
    protected: true,
  };
}

/** What one of the two tables of the annex holds. */
interface Section {
  readonly head: string;
  readonly summary: Live;
  readonly table: BuiltTable;
  readonly columns: { readonly id: string; readonly group: string; readonly name: string; readonly parent?: string };
  readonly headers: readonly string[];
  readonly more: string;
  /** Cells after STT and name, then the sentence; `helpers` are the cells of this row's helper columns. */
  readonly cells: (
    row: number,
    place: Live,
  ) => { readonly printed: readonly Live[]; readonly sentence: Live; readonly helpers: readonly Live[] };
}

/** Puts a heading, a summary and a table; returns the first row below. */
function section(page: Page, top: number, { head, summary, table, columns, headers, more, cells }: Section): number {
  const wide = PRINTED.reduce((sum, width) => sum + width, 0);
  page.line(top, 0, PRINTED.length, "formHead", head, 24);
  page.line(top + 1, 0, PRINTED.length, "formText", summary, paragraph(summary, wide, 13) + 4);
  const header = top + 2;
  page.grid(
    header,
    0,
    PRINTED.map(() => "formTableHead"),
    [headers],
  );
  page.grid(
    header,
    CODE,
    ["screenHead", "screenHead", ...Array.from({ length: 2 + HELPERS.length }, () => "screenHead")],
    [[W.code, W.sentence, W.place, W.heading, ...HELPERS.map((key) => (table.key === "targets" ? T[key] : null))]],
  );
  page.tall(
    header,
    heightOf(Math.max(...headers.map((text, index) => lineCount(text, PRINTED[index]!, { size: SIZE, bold: true }))), SIZE),
  );
  const first = header + 1;
  const lines = linesOf(table, columns);
  let order = 0;
  let section = 0;
  const printed: Live[][] = [];
  const screen: Live[][] = [];
  lines.forEach((line, index) => {
    const row = first + index;
    const place: Live = { formula: at(row, PLACE), result: line.place };
    const isHeading = op("=", at(row, HEADING), literal(1));
    const code = either(isHeading, line.heading, "", textAt(table, columns.id, place));
    const codeCell: Live = { formula: at(row, CODE), result: code.result };
    const blank = code.result === "";
    if (line.heading) section += 1;
    const isPart = columns.parent !== undefined && !blank && (valueAt(table, columns.parent, place) ?? "") !== "";
    if (!line.heading && !blank && !isPart) order += 1;
    const parent = columns.parent === undefined ? undefined : textAt(table, columns.parent, place);
    const number = call(
      "IF",
      call("COUNT", span(first - 1, row - 1, 0)),
      op("+", call("MAX", span(first - 1, row - 1, 0)), literal(1)),
      literal(1),
    );
    const stt: Live = {
      formula: call(
        "IF",
        isHeading,
        call("ROMAN", call("SUM", span(first - 1, row, HEADING))),
        call(
          "IF",
          op("=", codeCell.formula, literal("")),
          literal(""),
          parent === undefined ? number : call("IF", op("=", parent.formula, literal("")), number, literal("")),
        ),
      ),
      result: line.heading ? roman(section) : blank || isPart ? "" : order,
    };
    const groupPlace: Live = { formula: op("+", place.formula, literal(1)), result: line.place + 1 };
    const dash: Live | undefined = parent && either(op("=", parent.formula, literal("")), parent.result === "", "", W.part);
    const item = textAt(table, columns.name, place);
    const name = either(
      isHeading,
      line.heading,
      textAt(table, columns.group, groupPlace),
      dash ? guarded(codeCell, joined(dash, item)) : item,
    );
    const made = cells(row, place);
    printed.push([stt, name, ...made.printed.map((cell) => guarded(codeCell, cell))]);
    screen.push([
      code,
      guarded(codeCell, made.sentence),
      { formula: placeFormula(row, first), result: line.place },
      { formula: headingFormula(table, columns.group, row, first), result: line.heading ? 1 : 0 },
      ...made.helpers.map((cell) => guarded(codeCell, cell)),
    ]);
    page.tall(row, lineHeight(printed.at(-1)!));
  });
  const used = lines.length - SPARE;
  const styles = ["formCenter", "formCell", "formCell", "formCenter", "formCell", "formCell"];
  page.grid(first, 0, styles, printed.slice(0, used));
  page.grid(
    first + used,
    0,
    styles.map((style) => (style === "formCell" ? "formSpare" : "formSpareCenter")),
    printed.slice(used),
  );
  page.grid(
    first,
    CODE,
    ["screenCode", "screenText", "helper", "helper", ...HELPERS.map(() => "helper")].slice(0, screen[0]!.length),
    screen,
  );
  rules(page, first, used, lines.length);
  const last = first + lines.length;
  const shown = lines.filter(({ heading, place }) => !heading && place <= table.values.length).length;
  const whole = countText(table, columns.id);
  const rest = op("-", whole.formula, call("MAX", literal(0), call("COUNTIF", span(first, last - 1, CODE), literal("?*"))));
  const left = whole.result - (whole.result === 0 ? 0 : shown);
  page.line(last, 0, PRINTED.length, "formText", {
    formula: call("IF", op(">", rest, literal(0)), op("&", literal(W.more), rest, literal(more)), literal("")),
    result: left > 0 ? `${W.more}${left}${more}` : "",
  });
  return last + 1;
}

/** Rows of the annex: a heading before each run of items of a group, then free rows. */
function linesOf(table: BuiltTable, { group, id }: Section["columns"]): readonly Line[] {
  const count = table.values.length;
  const groupAt = (place: number): string => String(valueAt(table, group, { formula: literal(place), result: place }) ?? "");
  const items = table.values.some((_row, index) => (valueAt(table, id, { formula: literal(0), result: index + 1 }) ?? "") !== "")
    ? count
    : 0;
  const lines: Line[] = [];
  let place = 0;
  let heading = false;
  let free = 0;
  while (free < SPARE) {
    const next = place < count ? groupAt(place + 1) : "";
    const isHeading: boolean = !heading && next !== "" && next !== (place === 0 ? "" : groupAt(place));
    if (!isHeading) place += 1;
    heading = isHeading;
    if ((!isHeading && place > items) || lines.length >= MOST_ROWS) free += 1;
    lines.push({ place, heading: isHeading });
  }
  return lines;
}

function headingFormula(table: BuiltTable, group: string, row: number, first: number): Formula {
  const groupAt = (place: Formula): Formula => op("&", cellAt(table.key, group, place), literal(""));
  const before = at(row - 1, PLACE);
  if (row === first) return call("IFERROR", call("IF", op("=", groupAt(literal(1)), literal("")), literal(0), literal(1)), literal(0));
  const next = groupAt(op("+", before, literal(1)));
  const own = call("IF", op("=", before, literal(0)), literal(""), groupAt(before));
  const changed = call("IF", call("OR", op("=", next, literal("")), op("=", next, own)), literal(0), literal(1));
  return call("IF", op("=", at(row - 1, HEADING), literal(1)), literal(0), call("IFERROR", changed, literal(0)));
}

function placeFormula(row: number, first: number): Formula {
  const own = op("-", literal(1), at(row, HEADING));
  return row === first ? own : op("+", at(row - 1, PLACE), own);
}

/** Free rows get lines when something stands in them, rows that fell empty lose theirs, headings are bold. */
function rules(page: Page, first: number, used: number, count: number): void {
  const name: Formula = { kind: "cell", row: first, column: 1, fixed: "column" };
  const flag: Formula = { kind: "cell", row: first, column: HEADING, fixed: "column" };
  page.rules.push({
    type: "formula",
    range: { row: first, column: 0, rows: count, columns: PRINTED.length },
    formula: op("=", flag, literal(1)),
    style: { fill: "EDF2F8", bold: true, border: FORM_LINE },
  });
  if (used > 0)
    page.rules.push({
      type: "formula",
      range: { row: first, column: 0, rows: used, columns: PRINTED.length },
      formula: op("=", name, literal("")),
      style: { border: "FFFFFF" },
    });
  page.rules.push({
    type: "formula",
    range: { row: first + used, column: 0, rows: count - used, columns: PRINTED.length },
    formula: op("<>", { ...name, row: first + used } as Formula, literal("")),
    style: { border: FORM_LINE },
  });
}

function targetSection(targets: BuiltTable): Section {
  const met = countAnyOf(targets, T.conclusion, [C.exceeded, C.met, C["fully-met"]]);
  const one = (label: string): Counted => countRows(targets, { header: T.conclusion, value: label });
  const partly = one(C["partly-met"]);
  const missed = one(C["not-met"]);
  const without = countAnyOf(targets, T.conclusion, [C["no-data"]]);
  const judged: Live = {
    formula: op("+", met.formula, partly.formula, missed.formula),
    result: met.result + partly.result + missed.result,
  };
  return {
    head: W.targetsHead,
    summary: joined(
      W.targetsTotal,
      countText(targets, T.id),
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
      W.targetsWithout,
      without,
      W.fullStop,
    ),
    table: targets,
    columns: { id: T.id, group: T.group, name: T.measure, parent: T.parent },
    headers: [W.order, W.target, W.goal, W.actual, W.verdict, W.note],
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
        printed: [goal, actual, textAt(targets, T.conclusion, place), textAt(targets, T.cause, place)],
        sentence: joined(textAt(targets, T.measure, place), W.colon, textAt(targets, T.explanation, place), W.fullStop),
        helpers,
      };
    },
  };
}

function taskSection(tasks: BuiltTable): Section {
  const one = (label: string): Counted => countRows(tasks, { header: K.status, value: label });
  const all = countText(tasks, K.id);
  const onTime = one(S["done-on-time"]);
  const late = one(S["done-late"]);
  const overdue = one(S.overdue);
  return {
    head: W.tasksHead,
    summary: joined(
      W.tasksTotal,
      all,
      W.tasksOnTime,
      onTime,
      W.tasksLate,
      late,
      W.tasksOverdue,
      overdue,
      W.tasksOpen,
      less(all, onTime, late, overdue),
      W.fullStop,
    ),
    table: tasks,
    columns: { id: K.id, group: K.group, name: K.title },
    headers: [W.order, W.task, W.lead, W.due, W.result, W.verdict],
    more: W.moreTasks,
    cells: (_row, place) => {
      const due = dueWords(tasks, place);
      const result = resultWords(tasks, place);
      const status = textAt(tasks, K.status, place);
      return {
        printed: [textAt(tasks, K.lead, place), due, result, status],
        sentence: joined(
          textAt(tasks, K.title, place),
          W.colon,
          status,
          either(
            op("=", textAt(tasks, K.result, place).formula, literal("")),
            isBlankAt(tasks, K.result, place),
            "",
            joined("; ", textAt(tasks, K.result, place)),
          ),
          W.fullStop,
        ),
        helpers: [],
      };
    },
  };
}

/** The deadline as a day with its extension, or the plan's own words. */
function dueWords(tasks: BuiltTable, place: Live): Live {
  const deadline = figureAt(tasks, K.deadline, place);
  const extended = figureAt(tasks, K.extended, place);
  const later = dayOr(extended, (day) => joined(W.extended, day), "");
  return dayOr(deadline, (day) => joined(day, later), textAt(tasks, K.time, place));
}

/** What was typed as the result, else the day of completion, else the progress. */
function resultWords(tasks: BuiltTable, place: Live): Live {
  const typed = textAt(tasks, K.result, place);
  const progress = figureAt(tasks, K.progress, place);
  const share: Live = {
    formula: op("&", literal(W.progress), figure(op("*", progress.formula, literal(100))), literal("%")),
    result: typeof progress.result === "number" ? `${W.progress}${percent(progress.result)}%` : "",
  };
  const under = either(call("ISNUMBER", progress.formula), typeof progress.result === "number", share, "");
  const done = dayOr(figureAt(tasks, K.done, place), (day) => joined(W.doneOn, day), under);
  return orElse(typed, done);
}

/** A figure of a column made into words when it is a day. */
function dayOr(value: Live, words: (day: Live) => Live, otherwise: Live | CellValue): Live {
  return either(call("ISNUMBER", value.formula), typeof value.result === "number", words(shortDay(value)), otherwise);
}

function percent(share: number): string {
  return String(Math.round(share * 10_000) / 100).replace(".", ",");
}

function titleOf(info: BuiltTable): Live {
  return { formula: named("title"), result: infoText(info, "title").result };
}

function isBlankAt(table: BuiltTable, header: string, place: Live): boolean {
  return (valueAt(table, header, place) ?? "") === "";
}

/** "" in a row without a code. */
function guarded(code: Live, cell: Live): Live {
  return {
    formula: call("IF", op("=", code.formula, literal("")), literal(""), cell.formula),
    result: code.result === "" ? "" : cell.result,
  };
}

function at(row: number, column: number): Formula {
  return { kind: "cell", row, column };
}

/** Cells of a column from a row to another; the first row stays. */
function span(from: number, to: number, column: number): Formula {
  return { kind: "cell", row: from, column, toRow: to, toColumn: column };
}

function lineHeight(cells: readonly Live[]): number {
  const lines = cells.map(({ result }, index) =>
    typeof result === "string"
      ? lineCount(result, PRINTED[index]!, { size: SIZE, bold: index === 1 && /^[IVXLC]+$/.test(String(cells[0]!.result)) })
      : 1,
  );
  return heightOf(Math.max(...lines), SIZE);
}

/** Height of a text that wraps over merged columns. */
function paragraph({ result }: Live, width: number, size: number, bold = false): number {
  return heightOf(lineCount(String(result ?? ""), width, { size, bold }), size);
}
