import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { invalidArgument } from "../hostError";
import { booleanOf, choiceOf, colorOf, integerOf, type Json, numberOf, textOf } from "./arguments";

/** Pixels by which one level of indent moves text. */
const INDENT = 9;
const DEFAULT_FONT = "Calibri";
const DEFAULT_SIZE = 11;

const HORIZONTAL: readonly (readonly [string, HorizontalAlign])[] = [
  ["General", HorizontalAlign.UNSPECIFIED],
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
  ["Justify", HorizontalAlign.JUSTIFIED],
  ["CenterAcrossSelection", HorizontalAlign.CENTER],
];
const VERTICAL: readonly (readonly [string, VerticalAlign])[] = [
  ["Bottom", VerticalAlign.BOTTOM],
  ["Center", VerticalAlign.MIDDLE],
  ["Top", VerticalAlign.TOP],
];

type Pairs = readonly (readonly [string, number])[];

const nameOf = (pairs: Pairs, value: unknown): string => pairs.find(([, code]) => code === (value ?? pairs[0]![1]))?.[0] ?? pairs[0]![0];
const codeOf = (pairs: Pairs, value: Json): number => {
  const name = choiceOf(
    value ?? undefined,
    pairs.map(([key]) => key),
  );
  return pairs.find(([key]) => key === name)![1];
};
const flag = (value: Json): BooleanNumber => (booleanOf(value ?? undefined) ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** One property of a cell's format: read from the grid's style, written as a patch of it. */
export interface StyleProperty {
  readonly get: (style: IStyleData) => Json;
  readonly set: (value: Json) => IStyleData;
}

/** Format properties by Excel's path below Range. */
export const STYLE_PROPERTIES = {
  numberFormat: { get: (style) => style.n?.pattern ?? "General", set: (value) => ({ n: { pattern: textOf(value ?? undefined) } }) },
  fontName: { get: (style) => style.ff ?? DEFAULT_FONT, set: (value) => ({ ff: textOf(value ?? undefined) }) },
  fontSize: {
    get: (style) => style.fs ?? DEFAULT_SIZE,
    set: (value) => {
      const size = numberOf(value ?? undefined);
      if (size < 1 || size > 409) throw invalidArgument();
      return { fs: size };
    },
  },
  fontBold: { get: (style) => style.bl === BooleanNumber.TRUE, set: (value) => ({ bl: flag(value) }) },
  fontItalic: { get: (style) => style.it === BooleanNumber.TRUE, set: (value) => ({ it: flag(value) }) },
  fontUnderline: {
    get: (style) => (style.ul?.s === BooleanNumber.TRUE ? "Single" : "None"),
    set: (value) => ({
      ul: {
        s:
          choiceOf(value ?? undefined, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]) === "None"
            ? BooleanNumber.FALSE
            : BooleanNumber.TRUE,
      },
    }),
  },
  fontStrikethrough: { get: (style) => style.st?.s === BooleanNumber.TRUE, set: (value) => ({ st: { s: flag(value) } }) },
  fontColor: { get: (style) => style.cl?.rgb?.toUpperCase() ?? "#000000", set: (value) => ({ cl: { rgb: colorOf(value ?? undefined) } }) },
  fillColor: {
    get: (style) => style.bg?.rgb?.toUpperCase() ?? "#FFFFFF",
    set: (value) => (value === "" ? { bg: null } : { bg: { rgb: colorOf(value ?? undefined) } }),
  },
  horizontalAlignment: {
    get: (style) => nameOf(HORIZONTAL, style.ht),
    set: (value) => ({ ht: codeOf(HORIZONTAL, value) as HorizontalAlign }),
  },
  verticalAlignment: {
    get: (style) => nameOf(VERTICAL, style.vt || VerticalAlign.BOTTOM),
    set: (value) => ({ vt: codeOf(VERTICAL, value) as VerticalAlign }),
  },
  wrapText: {
    get: (style) => style.tb === WrapStrategy.WRAP,
    set: (value) => ({ tb: booleanOf(value ?? undefined) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  },
  indentLevel: {
    get: (style) => Math.round(Math.max(0, (style.pd?.l ?? 0) - 2) / INDENT),
    set: (value) => {
      const level = integerOf(value ?? undefined);
      if (level < 0 || level > 250) throw invalidArgument();
      return { pd: { l: level ? 2 + level * INDENT : 2 } };
    },
  },
  textOrientation: { get: (style) => style.tr?.a ?? 0, set: (value) => ({ tr: { a: numberOf(value ?? undefined) } }) },
} satisfies Record<string, StyleProperty>;

/** A border's style and weight as Excel names them, and the grid's code. */
const BORDERS: readonly (readonly [style: string, weight: string, code: BorderStyleTypes])[] = [
  ["None", "Thin", BorderStyleTypes.NONE],
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dash", "Medium", BorderStyleTypes.MEDIUM_DASHED],
  ["DashDot", "Thin", BorderStyleTypes.DASH_DOT],
  ["DashDotDot", "Thin", BorderStyleTypes.DASH_DOT_DOT],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
  ["SlantDashDot", "Medium", BorderStyleTypes.SLANT_DASH_DOT],
];

/** A border as Excel tells it. */
export interface BorderModel {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

/** Sides of a cell in the grid's style. */
export type Side = "t" | "b" | "l" | "r";

/** The border of one side. */
export function borderOf(style: IStyleData, side: Side): BorderModel {
  const border = style.bd?.[side];
  const known = BORDERS.find(([, , code]) => code === border?.s) ?? BORDERS[0]!;
  return { style: known[0], weight: known[1], color: border?.cl?.rgb?.toUpperCase() ?? "#000000" };
}

/** Style patch that gives sides a border. */
export function borderPatch(sides: readonly Side[], border: BorderModel): IStyleData {
  const style =
    BORDERS.find(([name, weight]) => name === border.style && weight === border.weight) ?? BORDERS.find(([name]) => name === border.style);
  if (!style) throw invalidArgument();
  const bd: IBorderData = {};
  for (const side of sides) bd[side] = style[2] === BorderStyleTypes.NONE ? null : { s: style[2], cl: { rgb: border.color } };
  return { bd };
}

export const BORDER_STYLES: readonly string[] = [...new Set(BORDERS.map(([style]) => style))];
export const BORDER_WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
