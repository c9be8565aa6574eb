import type { Formula } from "../formula";
import { grown, judgedOf, judgement, KINDS, levelOrWhole, reduced, tolerance, type Judged } from "./judged";
import { abs, add, argumentAt, cases, eq, ge, gt, iff, isIn, isNumber, lt, max, min, minus, over, times, VALUE_ERROR, no } from "./parts";

/** KPI.TYLE(actual, level, kind, baseline, upper, limited, mode, unit); the mode must be left out. */
export function nativeAttainment(args: readonly Formula[]): Formula {
  if (argumentAt(args, 6)) throw new Error("KPI.TYLE has a native form only without a mode");
  const judged = judgedOf(args, 7);
  const limited = argumentAt(args, 5);
  const share = attainmentByKind(judged);
  const held = limited === undefined || (limited.kind === "literal" && limited.value === true);
  if (!held && limited.kind !== "literal") throw new Error("KPI.TYLE has a native form only with TRUE or FALSE for its limit");
  return judgement(judged, "nothing", held ? min(1, max(0, share)) : share, (met) => iff(met, 1, 0));
}

function attainmentByKind(judged: Judged): Formula {
  const { actual: a, level: t, kind: k, baseline: b, upper: h } = judged;
  const share = (distance: Formula, scale: Formula): Formula => add(1, over(distance, scale));
  const truth = (condition: Formula): Formula => iff(condition, 1, 0);
  const least = (distance: Formula): Formula => truth(gt(distance, minus(0, tolerance(a))));
  const beyond = (distance: Formula): Formula => truth(gt(distance, tolerance(a)));
  const whole = levelOrWhole(t);
  const up = iff(eq(whole, 0), truth(gt(a, iff(isIn(k, KINDS.upStrict), 1e-9, -1e-9))), share(minus(a, whole), abs(whole)));
  const down = iff(eq(t, 0), truth(lt(a, iff(isIn(k, KINDS.downStrict), -1e-9, 1e-9))), share(minus(t, a), abs(t)));
  const sign = iff(isIn(k, KINDS.band), 1, -1);
  const above = iff(eq(h, 0), iff(isIn(k, KINDS.band), 1, 0), share(times(sign, minus(a, h)), abs(h)));
  const bands = [...KINDS.band, ...KINDS.hardBand];
  const withinBand = iff(isIn(k, bands), iff(isNumber(h), ge(minus(a, t), minus(0, tolerance(a))), no), no);
  return cases(
    [
      [withinBand, iff(gt(minus(a, h), tolerance(a)), above, 1)],
      [isIn(k, [...KINDS.up, ...KINDS.twoLevels, ...bands]), up],
      [isIn(k, [...KINDS.down, ...KINDS.twoLevelsDown]), down],
      [isIn(k, KINDS.top), share(minus(t, a), iff(isNumber(b), iff(gt(b, t), minus(b, t), abs(t)), abs(t)))],
      [isIn(k, KINDS.due), least(minus(t, a))],
      [isIn(k, KINDS.growth), iff(eq(t, 0), least(minus(a, b)), share(minus(a, grown(judged)), times(abs(b), abs(t))))],
      [isIn(k, KINDS.reduction), iff(eq(t, 0), least(minus(b, a)), share(minus(reduced(judged), a), times(abs(b), abs(t))))],
      [isIn(k, KINDS.more), iff(eq(t, 0), beyond(minus(a, b)), share(minus(minus(a, b), t), abs(t)))],
      [isIn(k, KINDS.less), iff(eq(t, 0), beyond(minus(b, a)), share(minus(minus(b, t), a), abs(t)))],
      [isIn(k, KINDS.betterUp), beyond(minus(a, b))],
      [isIn(k, KINDS.betterDown), beyond(minus(b, a))],
      [isIn(k, KINDS.rankUp), iff(eq(t, 0), least(minus(max(1, b), a)), share(minus(max(1, minus(b, t)), a), abs(t)))],
      [isIn(k, KINDS.any), beyond(a)],
    ],
    VALUE_ERROR,
  );
}
