import type { Plan } from "../../plan/plan";
import { CONCLUSION_LABELS, TASK_STATUS_LABELS } from "../../tracking/labels";
import { allRows, call, literal, named, op, type CellValue, type Formula } from "../formula";
import { clipped, countOf, figureAt, placeAt, rankedRows, rowsWhere, textAt, valueAt, type Live, type Ranking } from "../live";
import { COLUMNS, type TableKey } from "../names";
import { WORDS } from "../words";
import { Page } from "../page";
import { agencyRows } from "../planFacts";
import { COLORS, FORM_LINE } from "../styles";
import { emptySheet, type BuiltTable } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { SheetSpec, ValidationSpec } from "../workbookSpec";
import { DATE_BOUNDS } from "./tasksSheet";
import { asOfDay, either, infoText, joined, letterhead, officialPaper, orElse, shortDay, signature } from "./letterhead";
import { URGE_WORDS as W } from "./words";

/** Tables that the letter is made from. */
export interface UrgeTables {
  readonly info: BuiltTable;
  readonly targets: BuiltTable;
  readonly tasks: BuiltTable;
  readonly reports: BuiltTable;
  readonly agencies: BuiltTable;
}

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const R = COLUMNS.reports;
const S = TASK_STATUS_LABELS;

/** Printed columns, a gap, then what is chosen and copied, then the places of the listed rows. */
const PRINTED = [6, 32, 18, 13, 19] as const;
const WIDE = PRINTED.reduce((sum, width) => sum + width, 0);
const LABEL = PRINTED.length + 1;
const VALUE = LABEL + 1;
const KIND = VALUE + 2;
const PLACE = KIND + 1;
const AGENCY_PLACE = PLACE + 1;
const WIDTHS = [...PRINTED, 2, 30, 52, 2, 6, 9, 9];
const SPLIT = 2;
/** The grid takes a line break inside a formula's text for a space. */
const NEW_LINE: Live = { formula: call("CHAR", literal(10)), result: "\n" };

/** Rows of the list: as many as one page holds. */
const LISTED = 20;
const MOST = 10;
/** Letters of an item that its row of the list has room for. */
const ROOM = 92;
/** Lines of each row: the list is live, a row has the same height whatever stands in it. */
const LINES = 2;

/** Makes Đôn đốc: a letter to the agency that is chosen, with the list of what it owes; all live over the tables. */
export function urgeSheet(plan: Plan, book: number, asOf: number, tables: UrgeTables, list: (key: TableKey) => Formula): SheetSpec {
  const { info, agencies } = tables;
  const page = new Page();
  const owed = owedOf(tables, asOf);
  const chosen = firstAgency(plan, owed);
  const agency: Live = { formula: { kind: "cell", row: 0, column: VALUE, fixed: "both" }, result: chosen };
  const answerBy: Live = { formula: { kind: "cell", row: 2, column: VALUE, fixed: "both" }, result: "" };
  inputs(page, chosen);

  const day = asOfDay(asOf);
  const number: Live = { formula: { kind: "cell", row: 1, column: VALUE, fixed: "both" }, result: "" };
  letterhead(page, info, day, orElse(number, W.noNumber), { row: 0, split: SPLIT, widths: PRINTED });
  page.line(2, 0, SPLIT, "formSpareCenter", W.about);
  page.tall(2, heightOf(2, 12));
  const { tasks, reports, targets } = owed(agency);
  const counts = counted(page, { tasks, reports, targets });
  const body = letter(info, day, agency, answerBy, asOf, counts, tasks);
  const longest = Math.max(...agencyRows(plan).map(({ name }) => name.length), 1);
  const fullest = letter(info, day, agency, answerBy, asOf, someOfEach(counts), tasks);
  body.forEach((text, index) => {
    const reserve = "n".repeat(Math.max(0, longest - chosen.length));
    const lines = Math.max(
      ...[text, fullest[index]!].map(({ result }) => lineCount(`${String(result ?? "")}${reserve}`, WIDE, { size: 13 })),
    );
    page.line(4 + index, 0, PRINTED.length, index === 0 ? "formTitle" : "formText", text, heightOf(lines, 13) + 4);
  });
  page.line(4, VALUE, 1, "screenText", joined(...body.flatMap((text, index) => (index === 0 ? [text] : [NEW_LINE, text]))));
  page.line(4, LABEL, 1, "screenLabel", W.copy);
  const end = 4 + body.length + 1;
  signature(page, info, `${W.same}\n${W.file}`, { row: end, split: SPLIT, columns: PRINTED.length });

  const top = end + 4;
  page.line(top, 0, PRINTED.length, "formTitle", W.list, heightOf(lineCount(W.list, WIDE, { size: 14, bold: true }), 14) + 4);
  page.line(top + 1, 0, PRINTED.length, "formDay", joined(W.listOf, agency), heightOf(Math.max(1, Math.ceil(longest / 70)), 13) + 4);
  const last = listRows(page, top + 2, counts, owed(agency), tables);
  ranking(page, 13, agencies, owed);
  return {
    ...emptySheet("urge", book),
    tabColor: COLORS.tabFormula,
    columns: WIDTHS.map((width) => ({ width })),
    ...page.parts(),
    outlines: [{ axis: "columns", from: KIND, to: AGENCY_PLACE, collapsed: true }],
    validations: validations(list),
    print: {
      ...officialPaper("portrait"),
      area: { row: 0, column: 0, rows: last + 1, columns: PRINTED.length },
      pageBreaks: [top],
    },
    protected: true,
  };
}

interface Owed {
  readonly tasks: Ranking;
  readonly reports: Ranking;
  readonly targets: Ranking;
}

type Counts = Readonly<Record<keyof Owed, Live & { readonly result: number }>>;

/** How much of each is owed, in cells of their own: the list and the letter build on them. */
function counted(page: Page, { tasks, reports, targets }: Owed): Counts {
  const counts = [countOf(tasks), countOf(reports), countOf(targets)];
  page.grid(
    0,
    PLACE,
    ["helper"],
    counts.map((count) => [count]),
  );
  const [a, b, c] = counts.map(({ result }, row) => ({ formula: { kind: "cell", row, column: PLACE, fixed: "both" } as const, result }));
  return { tasks: a!, reports: b!, targets: c! };
}

/** Counts for which every paragraph of the letter has words: rows must be high enough for any agency that is chosen. */
function someOfEach({ tasks, reports, targets }: Counts): Counts {
  const some = (count: Counts["tasks"]): Counts["tasks"] => ({ ...count, result: Math.max(1, count.result) });
  return { tasks: some(tasks), reports: some(reports), targets: some(targets) };
}

/** What an agency owes on the day of evaluation: overdue tasks and reports, the longest overdue first, and targets without a figure. */
function owedOf({ targets, tasks, reports }: UrgeTables, asOf: number): (agency: Live) => Owed {
  const at = (table: BuiltTable, header: string, index: number): CellValue =>
    valueAt(table, header, { formula: literal(0), result: index + 1 });
  const same = (a: CellValue, b: CellValue): boolean => String(a ?? "").toLowerCase() === String(b ?? "").toLowerCase();
  const number = (value: CellValue): number => (typeof value === "number" ? value : 0);
  return (agency) => {
    const name = String(agency.result ?? "");
    const extended = allRows("tasks", K.extended);
    const deadline = op(
      "+",
      op("*", op(">", extended, literal(0)), extended),
      op("*", op("=", extended, literal(0)), allRows("tasks", K.deadline)),
    );
    return {
      tasks: {
        table: tasks,
        header: K.id,
        counts: op("*", rowsWhere("tasks", K.lead, agency.formula), rowsWhere("tasks", K.status, literal(S.overdue))),
        score: op("-", named("asOf"), deadline),
        scoreOf: (index) =>
          same(at(tasks, K.lead, index), name) && name !== "" && at(tasks, K.status, index) === S.overdue
            ? asOf - (number(at(tasks, K.extended, index)) || number(at(tasks, K.deadline, index)))
            : undefined,
      },
      reports: {
        table: reports,
        header: R.id,
        counts: op(
          "*",
          call("ISNUMBER", call("FIND", agency.formula, allRows("reports", R.reporter))),
          rowsWhere("reports", R.status, literal(S.overdue)),
        ),
        score: op("-", named("asOf"), allRows("reports", R.lastDay)),
        scoreOf: (index) =>
          String(at(reports, R.reporter, index) ?? "").includes(name) && at(reports, R.status, index) === S.overdue
            ? asOf - number(at(reports, R.lastDay, index))
            : undefined,
      },
      targets: {
        table: targets,
        header: T.id,
        counts: op(
          "*",
          rowsWhere("targets", T.lead, agency.formula),
          rowsWhere("targets", T.conclusion, literal(CONCLUSION_LABELS["no-data"])),
        ),
        scoreOf: (index) =>
          same(at(targets, T.lead, index), name) && name !== "" && at(targets, T.conclusion, index) === CONCLUSION_LABELS["no-data"]
            ? 0
            : undefined,
      },
    };
  };
}

/** The agency that owes most; the first of the plan when none owes anything. */
function firstAgency(plan: Plan, owed: (agency: Live) => Owed): string {
  let best = "";
  let most = -1;
  for (const { name } of agencyRows(plan)) {
    const { tasks, reports, targets } = owed({ formula: literal(name), result: name });
    const count = 1000 * rankedRows(tasks).length + 10 * rankedRows(reports).length + rankedRows(targets).length;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

function inputs(page: Page, chosen: string): void {
  page.line(0, LABEL, 1, "screenLabel", W.choose);
  page.line(0, VALUE, 1, "screenInput", chosen === "" ? null : chosen);
  page.line(1, LABEL, 1, "screenLabel", W.number);
  page.line(1, VALUE, 1, "screenInput", null);
  page.line(2, LABEL, 1, "screenLabel", W.answerBy);
  page.line(2, VALUE, 1, "screenDate", null);
}

function validations(list: (key: TableKey) => Formula): readonly ValidationSpec[] {
  const cell = (row: number): ValidationSpec["range"] => ({ row, column: VALUE, rows: 1, columns: 1 });
  return [
    {
      type: "list",
      range: cell(0),
      source: list("agencies"),
      prompt: { title: W.choose, message: W.chooseHint },
      error: { style: "stop", title: WORDS.chooseTitle, message: WORDS.chooseMessage },
    },
    {
      type: "date",
      range: cell(2),
      operator: "between",
      value: DATE_BOUNDS.first,
      upper: DATE_BOUNDS.last,
      prompt: { title: W.answerBy, message: W.answerByHint },
      error: { style: "stop", title: WORDS.dateTitle, message: WORDS.dateMessage },
    },
  ];
}

/** Paragraphs of the letter; those about nothing are blank. */
function letter(info: BuiltTable, day: Live, agency: Live, answerBy: Live, asOf: number, counts: Counts, tasks: Ranking): readonly Live[] {
  const { tasks: overdue, reports, targets } = counts;
  const office = infoText(info, "follower");
  const some = (count: Live & { readonly result: number }, text: Live): Live =>
    either(op(">", count.formula, literal(0)), count.result > 0, text, "");
  const total = {
    formula: op("+", overdue.formula, reports.formula, targets.formula),
    result: overdue.result + reports.result + targets.result,
  };
  const opening = joined(
    W.opening,
    { formula: named("title"), result: infoText(info, "title").result },
    W.openingBy,
    office,
    W.openingDay,
    shortDay(day),
    ", ",
    agency,
    W.openingEnd,
  );
  const longest: Live = {
    formula: call("SUMPRODUCT", call("MAX", op("*", tasks.counts, tasks.score!))),
    result: Math.max(0, ...rankedRows(tasks).map((index) => tasks.scoreOf(index)!)),
  };
  const before: Live = {
    formula: call("IF", op("=", answerBy.formula, literal("")), op("+", named("asOf"), literal(7)), answerBy.formula),
    result: asOf + 7,
  };
  return [
    joined(W.dear, agency),
    either(op(">", total.formula, literal(0)), total.result > 0, opening, W.nothing),
    // One cell: what is not owed leaves no gap between the lines.
    joined(
      some(overdue, joined(W.dash, overdue, W.tasks, W.longest, longest, W.days, W.semicolon, NEW_LINE)),
      some(reports, joined(W.dash, reports, W.reports, NEW_LINE)),
      some(targets, joined(W.dash, targets, W.targets, NEW_LINE)),
      some(total, { formula: literal(W.listed), result: W.listed }),
    ),
    some(total, joined(W.ask, agency, W.askHurry, office, W.askBefore, shortDay(before), W.askEnd)),
  ];
}

/** The list of what is owed: tasks, then reports, then targets, without gaps. Returns the last row. */
function listRows(page: Page, header: number, counts: Counts, { tasks, reports, targets }: Owed, tables: UrgeTables): number {
  page.grid(
    header,
    0,
    PRINTED.map(() => "formTableHead"),
    [[W.order, W.item, null, W.due, W.state]],
  );
  page.merges.push({ row: header, column: 1, rows: 1, columns: 2 });
  page.tall(header, 20);
  const first = header + 1;
  const cells: (Live | null)[][] = [];
  const places: Live[][] = [];
  for (let index = 0; index < LISTED; index += 1) {
    const rank = index + 1;
    const row = first + index;
    const { tasks: a, reports: b, targets: c } = counts;
    const kindResult = rank <= a.result ? 1 : rank <= a.result + b.result ? 2 : rank <= a.result + b.result + c.result ? 3 : 0;
    const afterReports = op("+", a.formula, b.formula);
    const kind: Live = {
      formula: call(
        "IF",
        op("<=", literal(rank), a.formula),
        literal(1),
        call(
          "IF",
          op("<=", literal(rank), afterReports),
          literal(2),
          call("IF", op("<=", literal(rank), op("+", afterReports, c.formula)), literal(3), literal(0)),
        ),
      ),
      result: kindResult,
    };
    const kindCell: Live = { formula: { kind: "cell", row, column: KIND }, result: kindResult };
    const before = kindResult === 2 ? a.result : kindResult === 3 ? a.result + b.result : 0;
    const placed = [
      placeAt(tasks, { formula: literal(rank), result: rank }),
      placeAt(reports, { formula: op("-", literal(rank), a.formula), result: rank - before }),
      placeAt(targets, { formula: op("-", literal(rank), afterReports), result: rank - before }),
    ];
    const place: Live = {
      formula: byKind(kindCell, ...placed.map(({ formula }) => formula)),
      result: kindResult === 0 ? "" : placed[kindResult - 1]!.result,
    };
    places.push([kind, place]);
    const at: Live = { formula: { kind: "cell", row, column: PLACE }, result: place.result };
    const chosen = (...of: readonly Live[]): Live => ({
      formula: byKind(kindCell, ...of.map(({ formula }) => formula)),
      result: kindResult === 0 ? "" : of[kindResult - 1]!.result,
    });
    const item = clipped(
      chosen(
        textAt(tables.tasks, K.title, at),
        joined(W.report, textAt(tables.reports, R.kind, at)),
        joined(W.target, textAt(tables.targets, T.measure, at)),
      ),
      ROOM,
    );
    const due = chosen(
      dueDay(tables.tasks, K.extended, at, dueDay(tables.tasks, K.deadline, at, "")),
      dueDay(tables.reports, R.lastDay, at, ""),
      textAt(tables.targets, T.horizon, at),
    );
    const late = (table: BuiltTable, header: string): Live => joined(W.overdueBy, textAt(table, header, at), W.days);
    const state = chosen(late(tables.tasks, K.days), late(tables.reports, R.days), textAt(tables.targets, T.conclusion, at));
    const order: Live = {
      formula: call("IF", op("=", kindCell.formula, literal(0)), literal(""), literal(rank)),
      result: kindResult === 0 ? "" : rank,
    };
    cells.push([order, item, null, due, state]);
    page.merges.push({ row, column: 1, rows: 1, columns: 2 });
    page.tall(row, heightOf(LINES, 12));
  }
  cells[0]![1] = orNone(cells[0]![1]!);
  page.grid(first, 0, ["formSpareCenter", "formSpare", "formSpare", "formSpareCenter", "formSpareCenter"], cells);
  page.grid(first, KIND, ["helper", "helper"], places);
  page.rules.push({
    type: "formula",
    range: { row: first, column: 0, rows: LISTED, columns: PRINTED.length },
    formula: op("<>", { kind: "cell", row: first, column: 0, fixed: "column" }, literal("")),
    style: { border: FORM_LINE },
  });
  const rest = op("-", op("+", counts.tasks.formula, counts.reports.formula, counts.targets.formula), literal(LISTED));
  const left = counts.tasks.result + counts.reports.result + counts.targets.result - LISTED;
  page.line(
    first + LISTED,
    0,
    PRINTED.length,
    "formText",
    {
      formula: call("IF", op(">", rest, literal(0)), op("&", literal(W.more), rest, literal(W.moreEnd)), literal("")),
      result: left > 0 ? `${W.more}${left}${W.moreEnd}` : "",
    },
    heightOf(2, 13),
  );
  return first + LISTED;
}

/** The list says so when there is nothing to list. */
function orNone(item: Live): Live {
  return either(op("=", item.formula, literal("")), item.result === "", W.none, item);
}

/** Agencies with most overdue tasks, beside the letter, so that one knows whom to choose. */
function ranking(page: Page, top: number, agencies: BuiltTable, owed: (agency: Live) => Owed): void {
  const name = COLUMNS.agencies.name;
  page.line(top, LABEL, 2, "screenHead", W.most, 20);
  const overdueOf = (index: number): number => {
    const agency = valueAt(agencies, name, { formula: literal(0), result: index + 1 });
    return rankedRows(owed({ formula: literal(0), result: agency }).tasks).length;
  };
  const counted = call("COUNTIFS", allRows("tasks", K.lead), allRows("agencies", name), allRows("tasks", K.status), literal(S.overdue));
  const ranked: Ranking = {
    table: agencies,
    header: name,
    counts: op(">", counted, literal(0)),
    score: counted,
    scoreOf: (index) => overdueOf(index) || undefined,
  };
  const rows = Array.from({ length: MOST }, (_, index): Live[] => {
    const place = placeAt(ranked, { formula: literal(index + 1), result: index + 1 });
    const row = top + 1 + index;
    const at: Live = { formula: { kind: "cell", row, column: AGENCY_PLACE }, result: place.result };
    const agency = textAt(agencies, name, at);
    const count: Live = {
      formula: call(
        "IF",
        op("=", { kind: "cell", row, column: VALUE }, literal("")),
        literal(""),
        op(
          "&",
          literal(`${W.overdueCount}: `),
          call("COUNTIFS", allRows("tasks", K.lead), { kind: "cell", row, column: VALUE }, allRows("tasks", K.status), literal(S.overdue)),
        ),
      ),
      result: agency.result === "" ? "" : `${W.overdueCount}: ${overdueOf(Number(place.result) - 1)}`,
    };
    return [count, agency, place];
  });
  page.grid(
    top + 1,
    LABEL,
    ["screenCode", "screenText"],
    rows.map(([count, agency]) => [count!, agency!]),
  );
  page.grid(
    top + 1,
    AGENCY_PLACE,
    ["helper"],
    rows.map(([, , place]) => [place!]),
  );
}

function byKind(kind: Live, ...[task, report, target]: readonly Formula[]): Formula {
  const is = (value: number): Formula => op("=", kind.formula, literal(value));
  return call("IF", is(1), task!, call("IF", is(2), report!, call("IF", is(3), target!, literal(""))));
}

function dueDay(table: BuiltTable, header: string, place: Live, otherwise: Live | string): Live {
  const value = figureAt(table, header, place);
  return either(call("ISNUMBER", value.formula), typeof value.result === "number", shortDay(value), otherwise);
}
