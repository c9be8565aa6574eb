import { roman } from "../../text/roman";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import { countAnyOf, countRows, countText, less, type Counted } from "../counting";
import { call, literal, named, op, type CellValue, type Formula } from "../formula";
import { cellAt, clipped, figureAt, textAt, valueAt, type Live } from "../live";
import { COLUMNS } from "../names";
import { figure } from "../native/explanation";
import { actualWords, goalWords } from "../native/goalWords";
import { Page } from "../page";
import { pageBreaks } from "../pageBreaks";
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

/** Widths in characters: the printed columns, a gap, then what serves the screen. */
const PRINTED = [5, 60, 15, 17, 14, 13, 14] as const;
const CODE = PRINTED.length + 1;
const PLACE = CODE + 2;
const HEADING = PLACE + 1;
const HELPERS = ["kind", "level", "upper", "baseline", "unit"] as const;
const WIDTHS = [...PRINTED, 2, 10, 84, 7, 8, ...HELPERS.map(() => 9)];
/** Columns of the head of the paper that belong to the agency. */
const SPLIT = 2;
/** Row of the header, which every page repeats. */
const HEADER = 11;

/** Most rows of a table that the annex shows; the line below tells how many are left out. */
const MOST_ROWS = 400;
/** Rows kept free for items that are added by hand. */
const SPARE = 3;

/** Most letters of an item: the plan's longer paragraphs stand whole on Chỉ tiêu and Nhiệm vụ. */
const ROOM = 360;

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
  letterhead(page, info, day, orElse(number, W.noNumber), { row: 0, split: SPLIT, widths: PRINTED });
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
  [targetSummary(targets), taskSummary(tasks)].forEach((summary, index) =>
    page.line(8 + index, 0, PRINTED.length, "formText", summary, paragraph(summary, wide, 13) + 4),
  );
  header(page);

  const first = section(page, HEADER + 1, targetSection(targets));
  const second = section(page, first.next, taskSection(tasks));
  const end = second.next + 1;
  signature(page, info, infoText(info, "recipients"), { row: end, split: SPLIT, columns: PRINTED.length });
  const recipients = String(infoText(info, "recipients").result ?? "");
  page.tall(end + 1, heightOf(Math.max(4, lineCount(recipients, PRINTED[0] + PRINTED[1], { size: 11 }))));
  const columns = WIDTHS.map((width) => ({ width }));
  const paper = { ...officialPaper("landscape"), repeatRows: { from: HEADER, to: HEADER } };
  return {
    ...emptySheet("report", book),
    tabColor: COLORS.tabFormula,
    columns,
    ...page.parts(),
    outlines: [{ axis: "columns", from: PLACE, to: WIDTHS.length - 1, collapsed: true }],
    print: {
      ...paper,
      area: { row: 0, column: 0, rows: end + 3, columns: PRINTED.length },
      pageBreaks: pageBreaks({
        print: paper,
        columns: columns.slice(0, PRINTED.length),
        heights: page.heights,
        // The signature stays with the last item.
        starts: [0, ...first.parts.slice(1), ...second.parts, end + 3],
      }),
    },
    protected: true,
  };
}

function header(page: Page): void {
  const headers = [W.order, W.item, W.lead, W.goalOrDue, W.actualOrResult, W.verdict, W.note];
  page.grid(
    HEADER,
    0,
    PRINTED.map(() => "formTableHead"),
    [headers],
  );
  page.grid(
    HEADER,
    CODE,
    ["screenHead", "screenHead", ...Array.from({ length: 2 + HELPERS.length }, () => "screenHead")],
    [[W.code, W.sentence, W.place, W.heading, ...HELPERS.map((key) => T[key])]],
  );
  page.tall(
    HEADER,
    heightOf(Math.max(...headers.map((text, index) => lineCount(text, PRINTED[index]!, { size: SIZE, bold: true }))), SIZE),
  );
}

/** What one of the two parts of the table holds. */
interface Section {
  /** "A", "B". */
  readonly letter: string;
  readonly head: string;
  readonly table: BuiltTable;
  readonly columns: { readonly id: string; readonly group: string; readonly name: string; readonly parent?: string };
  readonly more: string;
  /** Cells after STT and name, then the sentence; `helpers` are the cells of this row's helper columns. */
  readonly cells: (
    row: number,
    place: Live,
  ) => { readonly printed: readonly Live[]; readonly sentence: Live; readonly helpers: readonly Live[] };
}

/** Rows of a part of the table: first rows of what stays whole on a page, and the first row below. */
interface Placed {
  readonly parts: readonly number[];
  readonly next: number;
}

/** Puts a part of the table under its name. */
function section(page: Page, top: number, { letter, head, table, columns, more, cells }: Section): Placed {
  page.grid(top, 0, ["formBandCenter", ...PRINTED.slice(1).map(() => "formBand")], [[letter, head, ...PRINTED.slice(2).map(() => null)]]);
  page.merges.push({ row: top, column: 1, rows: 1, columns: PRINTED.length - 1 });
  page.tall(top, 20);
  const first = top + 1;
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
    const item = clipped(textAt(table, columns.name, place), ROOM);
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
  const styles = ["formCenter", "formCell", "formCell", "formCenter", "formCenter", "formCenter", "formCell"];
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
  // A heading stays with its first item, the name of the part with both, free rows with the last item.
  const parts = lines.slice(0, used).flatMap((_line, index) => (index === 0 || lines[index - 1]!.heading ? [] : [first + index]));
  return { parts: [top, ...parts], next: last + 1 };
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

function targetSummary(targets: BuiltTable): Live {
  const met = countAnyOf(targets, T.conclusion, [C.exceeded, C.met, C["fully-met"]]);
  const one = (label: string): Counted => countRows(targets, { header: T.conclusion, value: label });
  const partly = one(C["partly-met"]);
  const missed = one(C["not-met"]);
  const without = countAnyOf(targets, T.conclusion, [C["no-data"]]);
  const judged: Live = {
    formula: op("+", met.formula, partly.formula, missed.formula),
    result: met.result + partly.result + missed.result,
  };
  return joined(
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
  );
}

function targetSection(targets: BuiltTable): Section {
  return {
    letter: W.targetsLetter,
    head: W.targetsHead,
    table: targets,
    columns: { id: T.id, group: T.group, name: T.measure, parent: T.parent },
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
        printed: [textAt(targets, T.lead, place), goal, actual, textAt(targets, T.conclusion, place), textAt(targets, T.cause, place)],
        sentence: joined(textAt(targets, T.measure, place), W.colon, textAt(targets, T.explanation, place), W.fullStop),
        helpers,
      };
    },
  };
}

function taskSummary(tasks: BuiltTable): Live {
  const one = (label: string): Counted => countRows(tasks, { header: K.status, value: label });
  const all = countText(tasks, K.id);
  const onTime = one(S["done-on-time"]);
  const late = one(S["done-late"]);
  const overdue = one(S.overdue);
  return joined(
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
  );
}

function taskSection(tasks: BuiltTable): Section {
  return {
    letter: W.tasksLetter,
    head: W.tasksHead,
    table: tasks,
    columns: { id: K.id, group: K.group, name: K.title },
    more: W.moreTasks,
    cells: (_row, place) => {
      const due = dueWords(tasks, place);
      const result = resultWords(tasks, place);
      const status = textAt(tasks, K.status, place);
      return {
        printed: [textAt(tasks, K.lead, place), due, result, status, textAt(tasks, K.obstacle, place)],
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
