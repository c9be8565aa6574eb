import { TASK_STATUS_LABELS } from "../../tracking/labels";
import { LATE_SHARE, MOST_TASK_POINTS, taskPoints, type TaskPoints } from "../../tracking/taskPoints";
import { countNumbers, countRows, sum, sumNumbers, type Counted } from "../counting";
import { call, literal, op, thisRow, type CellValue, type Formula } from "../formula";
import { COLUMNS } from "../names";
import { isBlank, type BuiltTable, type ColumnModel } from "../tableModel";

const C = COLUMNS.byAgency;
const K = COLUMNS.tasks;
const S = TASK_STATUS_LABELS;

/** What stands where a share cannot be told. */
export const NONE = "–";

/** Counts of an agency's tasks from which its points come. */
interface Judged {
  readonly onTime: Counted;
  readonly late: Counted;
  readonly overdue: Counted;
  /** Tasks that are done and whose quality is typed, and the sum of what is typed. */
  readonly typed: Counted;
  readonly quality: Counted;
}

/** The figure of a line with a name; counts of a line without are 0, so that they can be ranked and added. */
export function ifNamed(formula: Formula, otherwise: 0 | ""): Formula {
  return call("IF", isBlank(thisRow("byAgency", C.name)), literal(otherwise), formula);
}

/** Columns Số lượng, Chất lượng, Tiến độ and Điểm nhiệm vụ of tblTheoDonVi: the shares and points of `taskPoints`, live over tblNhiemVu. */
export function pointColumns(tasks: BuiltTable): readonly ColumnModel<string>[] {
  const known = new Map<string, TaskPoints>();
  const pointsOf = (name: string): TaskPoints => {
    const points = known.get(name) ?? resultOf(judgedOf(tasks, name));
    known.set(name, points);
    return points;
  };
  const column = (header: string, share: keyof TaskPoints, formula: Formula): ColumnModel<string> => ({
    header,
    role: "formula",
    width: 9,
    format: share === "points" ? "score" : "percent",
    formula: ifNamed(formula, ""),
    value: (name): CellValue => (name === "" ? "" : (pointsOf(name)[share] ?? NONE)),
  });
  return [
    column(C.quantity, "quantity", cell(C.completion)),
    column(C.quality, "quality", qualityFormula(judgedOf(tasks, ""))),
    column(C.progress, "progress", progressFormula),
    column(C.points, "points", pointsFormula),
  ];
}

function judgedOf(tasks: BuiltTable, name: string): Judged {
  const led = { header: K.lead, value: name, by: thisRow("byAgency", C.name) };
  const having = (status: string) => [led, { header: K.status, value: status }] as const;
  const done = [S["done-on-time"], S["done-late"]];
  return {
    onTime: countRows(tasks, ...having(S["done-on-time"])),
    late: countRows(tasks, ...having(S["done-late"])),
    overdue: countRows(tasks, ...having(S.overdue)),
    typed: sum(...done.map((status) => countNumbers(tasks, K.quality, ...having(status)))),
    quality: sum(...done.map((status) => sumNumbers(tasks, K.quality, ...having(status)))),
  };
}

function resultOf({ onTime, late, overdue, typed, quality }: Judged): TaskPoints {
  return taskPoints({
    onTime: onTime.result,
    late: late.result,
    overdue: overdue.result,
    quality: typed.result === 0 ? null : quality.result / typed.result,
  });
}

const cell = (header: string): Formula => thisRow("byAgency", header);

/** Quantity × mean of the qualities that are typed; 0 where nothing that was due is done. */
function qualityFormula({ typed, quality }: Judged): Formula {
  const quantity = cell(C.quantity);
  const mean = op("/", op("*", quantity, quality.formula), typed.formula);
  const judged = call("IF", op("=", typed.formula, literal(0)), literal(NONE), mean);
  return call("IF", call("ISNUMBER", quantity), call("IF", op("=", quantity, literal(0)), literal(0), judged), literal(NONE));
}

/** Done on time, and three quarters of what was done late, ÷ what was due. */
const progressFormula: Formula = ((): Formula => {
  const due = op("+", cell(C.onTime), cell(C.late), cell(C.overdue));
  const kept = op("+", cell(C.onTime), op("*", literal(LATE_SHARE), cell(C.late)));
  return call("IF", op("=", due, literal(0)), literal(NONE), op("/", kept, due));
})();

const pointsFormula: Formula = ((): Formula => {
  const shares = [C.quantity, C.quality, C.progress].map(cell);
  const points = op("/", op("*", literal(MOST_TASK_POINTS), op("+", ...shares)), literal(shares.length));
  return call("IF", op("<", call("COUNT", ...shares), literal(shares.length)), literal(NONE), points);
})();
