import { difference as spokenDifference, figure as spokenFigure, figureWithUnit, writtenDay } from "../../tracking/explain";
import { kindName } from "../../tracking/labels";
import { call, type CellValue, type Formula } from "../formula";
import type { Live } from "../live";
import { day, difference, figure, withUnit } from "./explanation";
import { KINDS, levelOrWhole } from "./judged";
import { cases, eq, iff, isIn, isNumber, join, names, times, type Part } from "./parts";

/** Cells that say what a target asks for and how far it is. */
export interface GoalCells {
  readonly kind: Live;
  readonly level: Live;
  readonly upper: Live;
  readonly baseline: Live;
  readonly unit: Live;
}

const RELATIVE = names({ kind: "K07" }, { kind: "K08" });
const STEPS = names({ kind: "K09" }, { kind: "K09", down: true });
const FALLS = names({ kind: "K08" }, { kind: "K09", down: true }, { kind: "K10", down: true });
const BETTER = names({ kind: "K10" }, { kind: "K10", down: true });
const DONE = names({ kind: "K20" }, { kind: "K23" });
const BANDS = [...KINDS.band, ...KINDS.hardBand];
const AT_MOST = names({ kind: "K02" }, { kind: "K15" }, { kind: "K19", down: true }, { kind: "K22", down: true });
const WHOLE = names({ kind: "K05" }, { kind: "K18" });
const RANKS = [...KINDS.rankUp, ...KINDS.top];
const ANY = kindName({ kind: "K24" });

/** The goal in the words of a report: "tối thiểu 85%", "tăng 10% đến 15% so với số gốc 12000", "tốp 10"; "" without a level. */
export function goalWords(cells: GoalCells): Live {
  return { formula: goalFormula(cells), result: goalText(cells) };
}

function goalFormula(cells: GoalCells): Formula {
  const kind = cells.kind.formula;
  const level = cells.level.formula;
  const upper = cells.upper.formula;
  const baseline = cells.baseline.formula;
  const unit = cells.unit.formula;
  const moved = iff(isIn(kind, FALLS), "giảm ", "tăng ");
  const since = (shown: Formula): Formula => iff(eq(baseline, ""), "", join(" so với số gốc ", shown));
  const bound = cases(
    [
      [isIn(kind, AT_MOST), "tối đa "],
      [isIn(kind, KINDS.upStrict), "trên "],
      [isIn(kind, KINDS.downStrict), "dưới "],
    ],
    "tối thiểu ",
  );
  const to = (shown: Formula, after: Part = ""): Formula => iff(isNumber(upper), join(" đến ", shown, after), "");
  const withLevel = (words: Part): Formula => iff(isNumber(level), words, "");
  return cases(
    [
      [isIn(kind, KINDS.tier), iff(eq(level, ""), "", join("từ ", level, " trở lên"))],
      [isIn(kind, DONE), "hoàn thành toàn bộ nội dung"],
      [eq(kind, ANY), "đạt một trong các nội dung"],
      [isIn(kind, BETTER), join(iff(isIn(kind, FALLS), "giảm", "tăng"), since(withUnit(baseline, unit)))],
      [isIn(kind, WHOLE), withUnit(levelOrWhole(level), unit)],
      [
        isIn(kind, RELATIVE),
        withLevel(join(moved, figure(times(level, 100)), "%", to(figure(times(upper, 100)), "%"), since(figure(baseline)))),
      ],
      [isIn(kind, STEPS), withLevel(join(moved, difference(level, unit), to(difference(upper, unit)), since(withUnit(baseline, unit))))],
      [isIn(kind, KINDS.rankUp), withLevel(join("tăng ", figure(level), to(figure(upper)), " bậc", since(join("hạng ", baseline))))],
      [isIn(kind, KINDS.top), withLevel(join("tốp ", figure(level)))],
      [isIn(kind, KINDS.due), withLevel(join("chậm nhất ", day(level)))],
      [
        isIn(kind, BANDS),
        withLevel(join("từ ", withUnit(level, unit), iff(isNumber(upper), join(" đến ", withUnit(upper, unit)), " trở lên"))),
      ],
    ],
    withLevel(join(bound, withUnit(level, unit))),
  );
}

function goalText(cells: GoalCells): string {
  const kind = String(cells.kind.result ?? "");
  const unit = String(cells.unit.result ?? "").trim();
  const level = cells.level.result;
  const upper = cells.upper.result;
  const baseline = cells.baseline.result;
  const is = (known: readonly string[]): boolean => known.includes(kind);
  const since = (shown: (value: number) => string): string => (typeof baseline === "number" ? ` so với số gốc ${shown(baseline)}` : "");
  const figured = (value: number): string => figureWithUnit(value, unit);
  if (is(KINDS.tier)) return level === "" || level === null ? "" : `từ ${String(level)} trở lên`;
  if (is(DONE)) return "hoàn thành toàn bộ nội dung";
  if (kind === ANY) return "đạt một trong các nội dung";
  if (is(BETTER)) return `${is(FALLS) ? "giảm" : "tăng"}${since(figured)}`;
  if (is(WHOLE)) return figured(typeof level === "number" ? level : 1);
  if (typeof level !== "number") return "";
  const moved = is(FALLS) ? "giảm" : "tăng";
  const to = (shown: (value: number) => string): string => (typeof upper === "number" ? ` đến ${shown(upper)}` : "");
  if (is(RELATIVE)) return `${moved} ${spokenFigure(level * 100)}%${to((end) => `${spokenFigure(end * 100)}%`)}${since(spokenFigure)}`;
  if (is(STEPS)) return `${moved} ${spokenDifference(level, unit)}${to((end) => spokenDifference(end, unit))}${since(figured)}`;
  if (is(KINDS.rankUp)) return `tăng ${spokenFigure(level)}${to(spokenFigure)} bậc${since((rank) => `hạng ${rank}`)}`;
  if (is(KINDS.top)) return `tốp ${spokenFigure(level)}`;
  if (is(KINDS.due)) return `chậm nhất ${writtenDay(level)}`;
  if (is(BANDS)) return `từ ${figured(level)}${typeof upper === "number" ? ` đến ${figured(upper)}` : " trở lên"}`;
  const bound = is(AT_MOST) ? "tối đa" : is(KINDS.upStrict) ? "trên" : is(KINDS.downStrict) ? "dưới" : "tối thiểu";
  return `${bound} ${figured(level)}`;
}

/** The actual value in the words of a report: figures with their unit, ranks as "hạng 12", days as dates, words as they stand. */
export function actualWords(actual: Live, { kind, unit }: Pick<GoalCells, "kind" | "unit">): Live {
  const formula = iff(
    isNumber(actual.formula),
    cases(
      [
        [isIn(kind.formula, RANKS), join("hạng ", actual.formula)],
        [isIn(kind.formula, KINDS.due), day(actual.formula)],
        [isIn(kind.formula, DONE), join(figure(times(actual.formula, 100)), "%")],
        [call("AND", isIn(kind.formula, RELATIVE), eq(call("TRIM", unit.formula), "%")), figure(actual.formula)],
      ],
      withUnit(actual.formula, unit.formula),
    ),
    call("TRIM", actual.formula),
  );
  return { formula, result: actualText(actual.result, String(kind.result ?? ""), String(unit.result ?? "").trim()) };
}

function actualText(actual: CellValue, kind: string, unit: string): string {
  if (typeof actual !== "number") return String(actual ?? "").trim();
  if (RANKS.includes(kind)) return `hạng ${actual}`;
  if (KINDS.due.includes(kind)) return writtenDay(actual);
  if (DONE.includes(kind)) return `${spokenFigure(actual * 100)}%`;
  // "giảm 5%" tells how far a number falls; the number itself is no share.
  return RELATIVE.includes(kind) && unit === "%" ? spokenFigure(actual) : figureWithUnit(actual, unit);
}
