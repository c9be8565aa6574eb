import { TASK_STATUS_LABELS } from "../../../tracking/labels";
import { allRows, call, literal, op } from "../../formula";
import { placeAt, rankedRows, textAt, valueAt, type Live, type Ranking } from "../../live";
import { COLUMNS } from "../../names";
import type { Page } from "../../page";
import type { BuiltTable } from "../../tableModel";
import { URGE_WORDS as W } from "../words";
import { AGENCY_PLACE, LABEL, VALUE } from "./frame";
import type { Owed } from "./owed";

const K = COLUMNS.tasks;
const S = TASK_STATUS_LABELS;
const MOST = 10;

/** Agencies with most overdue tasks, beside the letter, so that one knows whom to choose. */
export function ranking(page: Page, top: number, agencies: BuiltTable, owed: (agency: Live) => Owed): void {
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
