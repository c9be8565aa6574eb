import { allRows, call, literal, op } from "../../formula";
import { sheetName } from "../../layout";
import { clippedAt, figureAt, linkAt, placeAt, resultAt, textAt, type Live, type Ranking } from "../../live";
import { COLUMNS } from "../../names";
import { overdueTasks } from "../../overdueTasks";
import type { Page } from "../../page";
import { COLORS } from "../../styles";
import type { BuiltTable } from "../../tableModel";
import type { ConditionalFormatSpec } from "../../workbookSpec";
import { OVERVIEW_WORDS as W } from "../words";
import { ASIDE, GRID, type OverviewTables } from "./frame";

const T = COLUMNS.targets;
const K = COLUMNS.tasks;

/** Height of a line of a list in points: lists are live, a line has the same height whatever stands in it. */
const LINE = 14.5;
/** Rows of each list. */
const MOST = 10;
/** Letters that the line of a list holds in its two wide columns. */
const ROOM = 54;
const LEAD_ROOM = 28;

/** Puts the targets that have to be looked at most urgently, and below them the tasks that are overdue for longest: free lines of a list that is often empty stand at the end of the page. Gives the rows where the second begins and after both. */
export function worstItems(
  page: Page,
  top: number,
  { tasks, targets }: OverviewTables,
  asOf: number,
  book: number,
): { readonly second: number; readonly next: number } {
  const second = top + 2 + MOST + 1;
  list(page, top, targetsAtRisk(targets), W.atRisk, [T.id, T.measure, T.lead, W.rate, W.state], ["listShare", "listCenter"], (place) => [
    linkAt(targets, T.id, place, sheetName("targets", book)),
    clippedAt(targets, T.measure, place, ROOM),
    clippedAt(targets, T.lead, place, LEAD_ROOM),
    figureAt(targets, T.attainment, place),
    stateAt(targets, place),
  ]);
  list(
    page,
    second,
    overdueTasks(tasks, asOf),
    W.longestOverdue,
    [K.id, W.item, K.lead, W.due, W.days],
    ["listDate", "listCount"],
    (place) => [
      linkAt(tasks, K.id, place, sheetName("tasks", book)),
      clippedAt(tasks, K.title, place, ROOM),
      clippedAt(tasks, K.lead, place, LEAD_ROOM),
      dueAt(tasks, place),
      figureAt(tasks, K.days, place),
    ],
  );
  return { second, next: second + 2 + MOST };
}

/** A heading and the first rows of a ranking, each cell looked up by the row's place; `styles` are those of the last two columns. */
function list(
  page: Page,
  top: number,
  ranking: Ranking,
  title: string,
  headers: readonly string[],
  styles: readonly [string, string],
  cellsAt: (place: Live) => readonly Live[],
): void {
  heading(page, top, title, headers);
  for (let index = 0; index < MOST; index += 1) {
    const row = top + 2 + index;
    const cells = cellsAt(placeCell(page, row, ranking, index + 1));
    line(
      page,
      row,
      cells.map((cell, column) => (column === 1 ? orNone(cell, index) : cell)),
    );
    styles.forEach((style, at) => {
      const [column, columns] = PARTS[PARTS.length - styles.length + at]!;
      page.styles.push({ range: { row, column, rows: 1, columns }, style });
    });
  }
  page.rules.push(framed(top + 2));
}

/** The first line says so when there is nothing to list. */
function orNone(text: Live, index: number): Live {
  if (index > 0) return text;
  return {
    formula: call("IF", op("=", text.formula, literal("")), literal(W.none), text.formula),
    result: text.result === "" ? W.none : text.result,
  };
}

/** Only lines that hold something have a frame. */
function framed(row: number): ConditionalFormatSpec {
  return {
    type: "formula",
    range: { row, column: 0, rows: MOST, columns: GRID },
    formula: op("<>", { kind: "cell", row, column: 1, fixed: "column" }, literal("")),
    style: { border: COLORS.line },
  };
}

/** First columns of the five parts of a line and how many they span. */
const PARTS = [
  [0, 1],
  [1, 5],
  [6, 3],
  [9, 1],
  [10, 2],
] as const;

function heading(page: Page, row: number, title: string, headers: readonly string[]): void {
  page.line(row, 0, GRID, "section", title, 20);
  headers.forEach((header, index) => page.line(row + 1, PARTS[index]![0], PARTS[index]![1], "header", header, 18));
}

function line(page: Page, row: number, cells: readonly Live[]): void {
  cells.forEach((cell, index) => {
    const style = index === 0 ? "listLink" : "listText";
    page.line(row, PARTS[index]![0], PARTS[index]![1], style, cell, LINE);
  });
}

/** Place of the row at a rank, in a cell beside the page that the line's cells refer to. */
export function placeCell(page: Page, row: number, ranking: Ranking, rank: number): Live {
  const place = placeAt(ranking, { formula: literal(rank), result: rank });
  page.grid(row, ASIDE, ["helperPlace"], [[place]]);
  return { formula: { kind: "cell", row, column: ASIDE, fixed: "both" }, result: place.result };
}

/** The day by which a task is due, extended or not; "" beyond the table. */
function dueAt(tasks: BuiltTable, place: Live): Live {
  const extended = figureAt(tasks, K.extended, place);
  const first = figureAt(tasks, K.deadline, place);
  const blank = op("=", extended.formula, literal(""));
  return {
    formula: call("IF", blank, first.formula, extended.formula),
    result: extended.result === "" ? first.result : extended.result,
  };
}

/** The warning of a target under way, else its conclusion. */
function stateAt(targets: BuiltTable, place: Live): Live {
  const warning = textAt(targets, T.warning, place);
  const conclusion = textAt(targets, T.conclusion, place);
  return {
    formula: call("IF", op("=", warning.formula, literal("")), conclusion.formula, warning.formula),
    result: warning.result === "" ? conclusion.result : warning.result,
  };
}

/** Targets by Mức nguy cơ: missed, then by warning and deviation. */
function targetsAtRisk(targets: BuiltTable): Ranking {
  return {
    table: targets,
    header: T.id,
    counts: op(">", allRows("targets", T.risk), literal(0)),
    score: allRows("targets", T.risk),
    scoreOf: (index) => {
      const risk = Number(resultAt(targets, T.risk, index));
      return risk > 0 ? risk : undefined;
    },
  };
}
