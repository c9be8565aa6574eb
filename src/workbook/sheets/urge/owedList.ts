import { call, literal, op, type Formula } from "../../formula";
import { clipped, figureAt, placeAt, textAt, type Live } from "../../live";
import { COLUMNS } from "../../names";
import type { Page } from "../../page";
import { FORM_LINE } from "../../styles";
import type { BuiltTable } from "../../tableModel";
import { heightOf } from "../../textMeasure";
import { either, joined, shortDay } from "../letterhead";
import { WORDS } from "../../words";
import { URGE_WORDS as W } from "../words";
import { KIND, PLACE, PRINTED, type UrgeTables } from "./frame";
import type { Counts, Owed } from "./owed";

const T = COLUMNS.targets;
const K = COLUMNS.tasks;
const R = COLUMNS.reports;

/** Rows of the list: as many as one page holds. */
const LISTED = 20;

/** Letters of an item that its row of the list has room for. */
const ROOM = 92;

/** Lines of each row: the list is live, a row has the same height whatever stands in it. */
const LINES = 2;

/** The list of what is owed: tasks, then reports, then targets, without gaps. Returns the last row. */
export function listRows(page: Page, header: number, counts: Counts, { tasks, reports, targets }: Owed, tables: UrgeTables): number {
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
        reportName(textAt(tables.reports, R.kind, at)),
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

/** "Báo cáo năm", also where the person typed "năm" alone. */
function reportName(kind: Live): Live {
  const [said, text] = [WORDS.reportKind, String(kind.result ?? "")];
  const named = op("=", call("LEFT", kind.formula, literal(said.length)), literal(said));
  return either(named, text.toLowerCase().startsWith(said.toLowerCase()), kind, joined(`${said} `, kind));
}

/** The list says so when there is nothing to list. */
function orNone(item: Live): Live {
  return either(op("=", item.formula, literal("")), item.result === "", W.none, item);
}

function byKind(kind: Live, ...[task, report, target]: readonly Formula[]): Formula {
  const is = (value: number): Formula => op("=", kind.formula, literal(value));
  return call("IF", is(1), task!, call("IF", is(2), report!, call("IF", is(3), target!, literal(""))));
}

function dueDay(table: BuiltTable, header: string, place: Live, otherwise: Live | string): Live {
  const value = figureAt(table, header, place);
  return either(call("ISNUMBER", value.formula), typeof value.result === "number", shortDay(value), otherwise);
}
