import { CONCLUSION_LABELS } from "../../tracking/labels";
import { call, literal, type Formula } from "../formula";
import { grown, judgedOf, judgement, KINDS, levelOrWhole, reduced, tolerance, type Judged } from "./judged";
import {
  abs,
  add,
  and,
  argumentAt,
  cases,
  choose,
  eq,
  ge,
  gt,
  iff,
  isIn,
  isNumber,
  lt,
  max,
  min,
  minus,
  names,
  ne,
  or,
  over,
  times,
  VALUE_ERROR,
  no,
} from "./parts";

const { met, exceeded, "not-met": missed, "in-progress": open } = CONCLUSION_LABELS;

/** Kinds for which equality is not enough. */
const STRICT = [...KINDS.upStrict, ...KINDS.downStrict, ...KINDS.betterUp, ...KINDS.betterDown, ...KINDS.any];
/** Kinds that can be exceeded, a level of 0 aside. */
const EXCEEDING = [
  "",
  ...names(
    { kind: "K01" },
    { kind: "K07" },
    { kind: "K08" },
    { kind: "K09" },
    { kind: "K09", down: true },
    { kind: "K11" },
    { kind: "K14" },
  ),
  ...names({ kind: "K16" }, { kind: "K17" }, { kind: "K22" }, { kind: "K22", down: true }, { kind: "K25" }, { kind: "K26" }),
];
/** Kinds that hold today and can be lost before the horizon. */
const CAN_BE_LOST = [...KINDS.down, ...KINDS.hardBand, ...names({ kind: "K19" }), ...KINDS.twoLevelsDown];

/** KPI.DANHGIA(actual, level, kind, baseline, upper, day, horizon, unit). */
export function nativeConclusion(args: readonly Formula[]): Formula {
  const judged = judgedOf(args, 7);
  const early = isEarly(argumentAt(args, 5), argumentAt(args, 6));
  const place = add(2, min(iff(canBeExceeded(judged), 1, 0), standing(judged)));
  const figure = early
    ? choose(
        min(7, add(place, times(3, iff(early, iff(isIn(judged.kind, CAN_BE_LOST), 2, 1), 0)))),
        missed,
        met,
        exceeded,
        open,
        met,
        exceeded,
        open,
      )
    : choose(place, missed, met, exceeded);
  return judgement(judged, "labels", figure, (reached) => iff(reached, met, early ? iff(early, open, missed) : missed));
}

/** KPI.DAT with the arguments of KPI.DANHGIA. */
export function nativeReached(args: readonly Formula[]): Formula {
  const judged = judgedOf(args, 7);
  return judgement(judged, "nothing", gt(standing(judged), -1), (reached) => reached);
}

function canBeExceeded({ kind, level }: Judged): Formula {
  return or(and(ne(level, 0), isIn(kind, EXCEEDING)), isIn(kind, [...KINDS.band, ...KINDS.hardBand]));
}

/**
 * −1 missed, 0 reached, 1 gone beyond. Equality is decided with the engine's tolerance, and not enough for strict kinds and for a rise by 0
 * (K09), which is an improvement without a figure.
 */
function standing(judged: Judged): Formula {
  const { actual, kind, level } = judged;
  const strict = or(isIn(kind, STRICT), and(eq(level, 0), isIn(kind, [...KINDS.more, ...KINDS.less])));
  const distance = over(over(distanceByKind(judged), max(1, abs(actual))), 2);
  return call("SIGN", minus(call("ROUND", distance, literal(9)), iff(strict, 1e-12, 0)));
}

function distanceByKind(judged: Judged): Formula {
  const { actual: a, level: t, kind: k, baseline: b, upper: h } = judged;
  const reachesAspired = (distance: Formula): Formula => iff(isNumber(h), ge(distance, minus(0, tolerance(a))), no);
  return cases(
    [
      [isIn(k, KINDS.up), minus(a, levelOrWhole(t))],
      [isIn(k, [...KINDS.down, ...KINDS.top, ...KINDS.due]), minus(t, a)],
      [isIn(k, KINDS.band), iff(isNumber(h), iff(gt(minus(a, h), tolerance(a)), minus(a, h), min(0, minus(a, t))), minus(a, t))],
      [isIn(k, KINDS.hardBand), iff(isNumber(h), min(0, minus(a, t), minus(h, a)), minus(a, t))],
      [isIn(k, KINDS.growth), minus(a, grown(judged))],
      [isIn(k, KINDS.reduction), minus(reduced(judged), a)],
      [isIn(k, KINDS.more), minus(minus(a, b), t)],
      [isIn(k, KINDS.less), minus(minus(b, t), a)],
      [isIn(k, KINDS.betterUp), minus(a, b)],
      [isIn(k, KINDS.betterDown), minus(b, a)],
      [isIn(k, KINDS.rankUp), minus(max(1, minus(b, t)), a)],
      [isIn(k, KINDS.any), a],
      [isIn(k, KINDS.twoLevels), iff(reachesAspired(minus(a, h)), add(abs(a), 1), min(0, minus(a, t)))],
      [isIn(k, KINDS.twoLevelsDown), iff(reachesAspired(minus(min(h, t), a)), add(abs(a), 1), min(0, minus(t, a)))],
    ],
    VALUE_ERROR,
  );
}

/** True before the horizon; undefined when the call gives no day or no horizon. */
/** True while the day is before the last day of the horizon, a year or a day. */
export function isEarly(day: Formula | undefined, horizon: Formula | undefined): Formula | undefined {
  if (!day || !horizon) return undefined;
  const last = iff(lt(horizon, 3000), call("DATE", horizon, literal(12), literal(31)), horizon);
  return iff(isNumber(horizon), and(gt(horizon, 0), lt(day, last)), no);
}
