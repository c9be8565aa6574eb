import { roman } from "../../../text/roman";
import { countText } from "../../counting";
import { call, literal, op, type Formula } from "../../formula";
import { cellAt, clipped, textAt, valueAt, type Live } from "../../live";
import type { Page } from "../../page";
import { FORM_LINE } from "../../styles";
import type { BuiltTable } from "../../tableModel";
import { heightOf, lineCount } from "../../textMeasure";
import { either, joined } from "../letterhead";
import { REPORT_WORDS as W } from "../words";
import { at, CODE, guarded, HEADING, HELPERS, PLACE, PRINTED, SIZE, type Section } from "./frame";

/** Most rows of a table that the annex shows; the line below tells how many are left out. */
const MOST_ROWS = 400;

/** Rows kept free for items that are added by hand. */
const SPARE = 3;

/** Most letters of an item: the plan's longer paragraphs stand whole on Chỉ tiêu and Nhiệm vụ. */
const ROOM = 360;

/** One row of the annex as the engine sees it: a heading, an item by its place, or a free row. */
interface Line {
  readonly place: number;
  readonly heading: boolean;
}

/** Rows of a part of the table: first rows of what stays whole on a page, and the first row below. */
export interface Placed {
  readonly parts: readonly number[];
  readonly next: number;
}

/** Puts a part of the table under its name. */
export function section(page: Page, top: number, { letter, head, table, columns, more, cells }: Section): Placed {
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
