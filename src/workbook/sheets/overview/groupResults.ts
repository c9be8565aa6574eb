import type { Conclusion } from "../../../tracking/evaluation";
import { CONCLUSION_LABELS } from "../../../tracking/labels";
import { countAnyOf, countText, type Counted } from "../../counting";
import { allRows, call, literal, op, type CellSpec, type Formula } from "../../formula";
import { sheetName } from "../../layout";
import { cellAt, clipped, firstRowLink } from "../../live";
import { COLUMNS } from "../../names";
import { WORDS } from "../../words";
import type { Page } from "../../page";
import { SERIES_COLORS } from "../../styles";
import { columnValues } from "../../tableModel";
import { heightOf, lineCount } from "../../textMeasure";
import type { ChartSpec } from "../../workbookSpec";
import { OVERVIEW_WORDS as W } from "../words";
import { ASIDE, COLUMN_WIDTH, GRID, mergedWidth, NONE, type OverviewTables } from "./frame";

const T = COLUMNS.targets;
const L = CONCLUSION_LABELS;
const MOST = 10;
const LABEL = 4;
/** Letters that stand under all columns of the chart together, and under one at most: names share the room. */
const CHART_LABELS = { all: 320, one: 80 } as const;

/** Columns of the table by the conclusions that they count; none: all targets. */
const COUNTS: readonly (readonly [string, readonly Conclusion[]])[] = [
  [W.targets, []],
  [W.exceeded, ["exceeded"]],
  [W.met, ["met", "fully-met"]],
  [W.partly, ["partly-met"]],
  [W.missed, ["not-met"]],
  [W.open, ["in-progress"]],
  [W.without, ["no-data", "unquantified"]],
];

/** What stands where: the row after the table, and the chart of it; none for a plan whose targets name less than two groups. */
export interface Drawn {
  readonly next: number;
  readonly chart: Omit<ChartSpec, "at"> | undefined;
}

/** Puts one line a group of targets, by the list of Danh mục, then the rest and the sum. */
export function groupResults(page: Page, top: number, { targets, groups }: OverviewTables, book: number): Drawn {
  const names = columnValues(groups, COLUMNS.groups.name)
    .map((name) => String(name ?? ""))
    .filter((name) => name !== "" && name.length < 250 && !/[*?~]|^[<>=]/u.test(name));
  const shown = names.slice(0, MOST);
  if (shown.length === 0) return { next: top, chart: undefined };
  const places = shown.map((name) => columnValues(groups, COLUMNS.groups.name).indexOf(name) + 1);
  page.line(top, 0, GRID, "section", W.byGroup, 20);
  const headers = [...COUNTS.map(([header]) => header), W.mean];
  const lines = Math.max(...headers.map((header) => lineCount(header, COLUMN_WIDTH, { bold: true })));
  page.line(top + 1, 0, LABEL, "header", W.group, heightOf(lines));
  headers.forEach((header, index) => page.line(top + 1, LABEL + index, 1, "header", header));
  page.line(top + 1, ASIDE, 2, "screenHead", W.chartData);
  page.line(top + 1, ASIDE + 2, 1, "screenHead", W.goalLine);
  const room = Math.min(CHART_LABELS.one, Math.floor(CHART_LABELS.all / shown.length));
  const first = top + 2;
  shown.forEach((name, index) => {
    const row = first + index;
    const label: Formula = { kind: "cell", row, column: 0 };
    const lines = lineCount(name, mergedWidth(LABEL));
    page.line(
      row,
      0,
      LABEL,
      "labelLink",
      firstRowLink(targets, T.group, { formula: nameAt(places[index]!), result: name }, sheetName("targets", book)),
      heightOf(Math.max(1, lines)) + 1,
    );
    COUNTS.forEach(([, codes], column) => page.line(row, LABEL + column, 1, "count", countOf(targets, codes, { name, by: label })));
    page.line(row, GRID - 1, 1, "share", meanOf(targets, name, label));
    // The name as the axis of the chart has room for it.
    page.line(row, ASIDE, 2, "screenText", clipped({ formula: op("&", label, literal("")), result: name }, room));
    page.line(row, ASIDE + 2, 1, "helperShare", 1);
  });
  const rest = first + shown.length;
  page.line(rest, 0, LABEL, "label", W.otherGroups, 16);
  page.line(rest + 1, 0, LABEL, "labelBold", WORDS.total, 16);
  COUNTS.forEach(([, codes], index) => {
    const column = LABEL + index;
    const whole = countOf(targets, codes);
    const listed = shown.reduce((sum, name) => sum + countOf(targets, codes, { name, by: literal(name) }).result, 0);
    const range: Formula = { kind: "cell", row: first, column, toRow: rest - 1, toColumn: column };
    const formula = op("-", { kind: "cell", row: rest + 1, column }, call("SUM", range));
    page.line(rest, column, 1, "count", { formula, result: whole.result - listed });
    page.line(rest + 1, column, 1, "countBold", whole);
  });
  page.line(rest, GRID - 1, 1, "share", null);
  page.line(rest + 1, GRID - 1, 1, "shareBold", wholeMean(targets));
  if (shown.length > 1) page.line(rest + 2, 0, GRID, "note", untilFigures(targets), 16);
  const range = (column: number) => ({ sheet: "overview", range: { row: first, column, rows: shown.length, columns: 1 } });
  return {
    next: rest + 2,
    // One column alone says no more than the line above it.
    chart:
      shown.length > 1
        ? {
            kind: "column",
            name: "bieuDoLinhVuc",
            title: W.chartGroups,
            description: W.chartGroupsAlt,
            categories: range(ASIDE),
            series: [
              { name: W.attained, values: range(GRID - 1), color: SERIES_COLORS[0] },
              { name: W.goalLine, values: range(ASIDE + 2), color: SERIES_COLORS[1], line: true },
            ],
            valueFormat: "0%",
          }
        : undefined,
  };
}

/** Says why the chart has no columns as long as no target has a figure. */
function untilFigures(targets: OverviewTables["targets"]): CellSpec {
  const none = columnValues(targets, T.attainment).every((share) => typeof share !== "number");
  const formula = call("IF", op("=", call("COUNT", allRows("targets", T.attainment)), literal(0)), literal(W.chartWaits), literal(""));
  return { formula, result: none ? W.chartWaits : "" };
}

function nameAt(place: number): Formula {
  return call("IFERROR", op("&", cellAt("groups", COLUMNS.groups.name, literal(place)), literal("")), literal(""));
}

function countOf(
  targets: OverviewTables["targets"],
  codes: readonly Conclusion[],
  group?: { readonly name: string; readonly by: Formula },
): Counted {
  const own = group === undefined ? [] : [{ header: T.group, value: group.name, by: group.by }];
  if (codes.length > 0)
    return countAnyOf(
      targets,
      T.conclusion,
      codes.map((code) => L[code]),
      ...own,
    );
  if (group === undefined) return countText(targets, T.id);
  const result = columnValues(targets, T.group).filter((value) => sameGroup(value, group.name)).length;
  return { formula: call("COUNTIFS", allRows("targets", T.group), group.by), result };
}

function sameGroup(value: unknown, name: string): boolean {
  return String(value ?? "").toLowerCase() === name.toLowerCase();
}

/** Mean attainment of a group, held to 0…100 %. */
function meanOf(targets: OverviewTables["targets"], name: string, label: Formula): CellSpec {
  const groups = columnValues(targets, T.group);
  const shares = columnValues(targets, T.attainment).filter(
    (share, row): share is number => typeof share === "number" && sameGroup(groups[row], name),
  );
  return {
    formula: call("IFERROR", call("AVERAGEIFS", allRows("targets", T.attainment), allRows("targets", T.group), label), literal(NONE)),
    result: shares.length === 0 ? NONE : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}

function wholeMean(targets: OverviewTables["targets"]): CellSpec {
  const shares = columnValues(targets, T.attainment).filter((share): share is number => typeof share === "number");
  return {
    formula: call("IFERROR", call("AVERAGE", allRows("targets", T.attainment)), literal(NONE)),
    result: shares.length === 0 ? NONE : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}
