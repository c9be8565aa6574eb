import { BLANK_WORDS, CONCLUSION_LABELS, COUNT_UNITS, TIERS } from "../../tracking/labels";
import { call, op, type Formula } from "../formula";
import {
  abs,
  add,
  and,
  argumentOr,
  cases,
  eq,
  find,
  ge,
  gt,
  iff,
  isError,
  isIn,
  isNumber,
  join,
  left,
  lower,
  lt,
  max,
  names,
  ne,
  no,
  not,
  or,
  times,
  trim,
  VALUE_ERROR,
  type Part,
} from "./parts";

/** Arguments that all target functions share, as formulas. */
export interface Judged {
  readonly actual: Formula;
  readonly level: Formula;
  readonly kind: Formula;
  readonly baseline: Formula;
  readonly upper: Formula;
  readonly unit: Formula;
}

/** The shared arguments from those of a call; `unitAt` is the position of the unit. */
export function judgedOf(args: readonly Formula[], unitAt: number): Judged {
  return {
    actual: argumentOr(args, 0),
    level: argumentOr(args, 1),
    kind: argumentOr(args, 2),
    baseline: argumentOr(args, 3),
    upper: argumentOr(args, 4),
    unit: argumentOr(args, unitAt),
  };
}

/** Kinds by what their comparison looks like. */
export const KINDS = {
  tier: names({ kind: "K13" }),
  up: [
    "",
    ...names(
      { kind: "K01" },
      { kind: "K03" },
      { kind: "K05" },
      { kind: "K14" },
      { kind: "K16" },
      { kind: "K17" },
      { kind: "K18" },
      { kind: "K19" },
      { kind: "K20" },
      { kind: "K23" },
      { kind: "K25" },
      { kind: "K26" },
    ),
  ],
  upStrict: names({ kind: "K03" }),
  down: names({ kind: "K02" }, { kind: "K04" }, { kind: "K15" }, { kind: "K19", down: true }),
  downStrict: names({ kind: "K04" }),
  top: names({ kind: "K12" }),
  due: names({ kind: "K21" }),
  band: names({ kind: "K06" }),
  hardBand: names({ kind: "K06", hard: true }),
  growth: names({ kind: "K07" }),
  reduction: names({ kind: "K08" }),
  more: names({ kind: "K09" }),
  less: names({ kind: "K09", down: true }),
  betterUp: names({ kind: "K10" }),
  betterDown: names({ kind: "K10", down: true }),
  rankUp: names({ kind: "K11" }),
  any: names({ kind: "K24" }),
  twoLevels: names({ kind: "K22" }),
  twoLevelsDown: names({ kind: "K22", down: true }),
} as const;

/** Kinds that have a level by themselves. */
const LEVEL_FREE = names(
  { kind: "K05" },
  { kind: "K10" },
  { kind: "K10", down: true },
  { kind: "K18" },
  { kind: "K20" },
  { kind: "K23" },
  { kind: "K24" },
);
const SHARES = names({ kind: "K05" }, { kind: "K18" }, { kind: "K20" }, { kind: "K23" });
const COUNTS = names({ kind: "K14" }, { kind: "K15" });
const RANKS = names({ kind: "K11" }, { kind: "K12" });
const CHANGES = names(
  { kind: "K07" },
  { kind: "K08" },
  { kind: "K09" },
  { kind: "K09", down: true },
  { kind: "K10" },
  { kind: "K10", down: true },
);

/** Tolerance of comparisons, 1e-9 of the larger of 1 and the value. */
export const tolerance = (value: Formula): Formula => times(1e-9, max(1, abs(value)));

/** What stands in for a result that is no judgement: its label, or nothing. */
export type Unjudged = "labels" | "nothing";

/** The judgement of a figure, or of a tier (given whether it is reached), once everything that forbids one is out of the way. */
export function judgement(judged: Judged, unjudged: Unjudged, figure: Formula, tier: (met: Formula) => Formula): Formula {
  const { actual, kind, level } = judged;
  const L = CONCLUSION_LABELS;
  const say = (label: string): string => (unjudged === "labels" ? label : "");
  const words = lower(trim(actual));
  const states: (readonly [Formula, Part])[] = [
    [isIn(words, ["", ...BLANK_WORDS]), L["no-data"]],
    [eq(words, "không phát sinh"), L["not-arising"]],
    [isIn(words, ["không áp dụng", "không giao", "không giao chỉ tiêu"]), L["not-applicable"]],
    [eq(words, "không công bố"), L.unpublished],
  ];
  // A blank goal is in no scale, so it fails as well.
  const byTier = call(
    "IFERROR",
    tier(ge(tierPlace(actual), tierPlace(level))),
    unjudged === "labels" ? iff(eq(level, ""), L.unquantified, L["data-error"]) : iff(isError(actual), actual, ""),
  );
  const byFigure = cases(
    [
      [not(isNumber(actual)), unjudged === "labels" ? L["data-error"] : iff(isError(actual), actual, "")],
      [and(ne(level, ""), not(isNumber(level))), VALUE_ERROR],
      [and(eq(level, ""), not(isIn(kind, LEVEL_FREE))), say(L.unquantified)],
      [faulty(judged), say(L["data-error"])],
      [withoutBaseline(judged), say(L["no-baseline"])],
    ],
    figure,
  );
  return cases([...(unjudged === "labels" ? states : []), [isIn(kind, KINDS.tier), byTier]], byFigure);
}

function tierPlace(text: Formula): Formula {
  return find(join("|", lower(trim(text)), "|"), `|${TIERS.map((tier) => tier.toLowerCase()).join("|")}|`);
}

function faulty({ actual, kind, level, upper, unit }: Judged): Formula {
  const crossed = iff(isIn(kind, [...KINDS.band, ...KINDS.hardBand, ...KINDS.twoLevels]), iff(isNumber(upper), gt(level, upper), no), no);
  const badRank = iff(isIn(kind, RANKS), or(lt(actual, 1), ne(actual, call("INT", actual))), no);
  const share = or(eq(unit, "%"), isIn(kind, SHARES));
  const counted = or(iff(eq(left(unit, 2), "%/"), no, eq(left(unit, 1), "%")), isIn(kind, [...SHARES, ...COUNTS]), isIn(unit, COUNT_UNITS));
  return or(
    crossed,
    iff(isIn(kind, [...RANKS, ...CHANGES, ...KINDS.due]), badRank, iff(lt(actual, 0), counted, iff(gt(actual, 1 + 1e-9), share, no))),
  );
}

function withoutBaseline({ kind, baseline }: Judged): Formula {
  const unusable = or(
    and(eq(baseline, 0), isIn(kind, [...KINDS.growth, ...KINDS.reduction])),
    and(lt(baseline, 1), isIn(kind, KINDS.rankUp)),
  );
  return iff(isIn(kind, [...CHANGES, ...KINDS.rankUp]), iff(isNumber(baseline), unusable, not(no)), no);
}

/** Level to be reached: the level, or the whole for kinds without one. */
export const levelOrWhole = (level: Formula): Formula => iff(eq(level, ""), 1, level);

/** B + |B|·g. */
export const grown = ({ baseline, level }: Judged): Formula => add(baseline, times(abs(baseline), level));

/** B − |B|·r. */
export const reduced = ({ baseline, level }: Judged): Formula => op("-", baseline, times(abs(baseline), level));
