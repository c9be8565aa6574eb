import { BooleanNumber } from "@univerjs/core";
import { CFRuleType, CFSubRuleType, CFValueType, type IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { invalidArgument, itemNotFound, notImplemented } from "../hostError";
import { type Argument, defineType, type HostObject, type Json, type ObjectType, type PropertyDefinition } from "../hostObject";
import { intersect, toRange } from "../univer/address";
import type { GridConditionalFormat, RuleStyle } from "../univer/gridRules";
import { booleanOf, choiceOf, colorOf, integerOf, recordOf, textOf } from "./arguments";
import type { Book, Cells } from "./book";

interface FormatHandle {
  readonly book: Book;
  readonly sheetId: string;
  readonly id: string;
}

/** What Excel knows of a rule and the grid does not. */
interface Extras {
  readonly type: "Custom" | "DataBar";
  border?: string;
  axisColor?: string;
  borderColor?: string;
  barDirection?: string;
  formula: string;
}

const extras = new WeakMap<Book, Map<string, Extras>>();

function extrasOf(book: Book, id: string): Extras {
  const map = extras.get(book) ?? new Map<string, Extras>();
  extras.set(book, map);
  let known = map.get(id);
  if (!known) {
    known = { type: "Custom", formula: "" };
    map.set(id, known);
  }
  return known;
}

const object = (cells: { book: Book; sheetId: string }, id: string): HostObject => ({
  type: "ConditionalFormat",
  self: { book: cells.book, sheetId: cells.sheetId, id } satisfies FormatHandle,
});

function formats(cells: Cells): GridConditionalFormat[] {
  return cells.book.rules
    .conditionalFormats(cells.sheetId)
    .filter((format) => format.areas.some((area) => cells.areas.some((own) => intersect(area, own))));
}

function formatOf({ book, sheetId, id }: FormatHandle): GridConditionalFormat {
  const format = book.rules.conditionalFormats(sheetId).find((item) => item.id === id);
  if (!format) throw itemNotFound();
  return format;
}

function change(handle: FormatHandle, rule: IConditionFormattingRule["rule"], stopIfTrue?: boolean): void {
  const format = formatOf(handle);
  handle.book.rules.setConditionalFormat(handle.sheetId, {
    cfId: format.id,
    ranges: format.areas.map(toRange),
    stopIfTrue: stopIfTrue ?? format.stopIfTrue,
    rule,
  });
}

function add(cells: Cells, [kind]: readonly Argument[]): HostObject {
  const type = choiceOf(kind, ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"]);
  if (type !== "Custom" && type !== "DataBar") throw notImplemented(`ConditionalFormatCollection.add(${type})`);
  const cfId = cells.book.newId();
  const known: Extras = { type, formula: "" };
  const map = extras.get(cells.book) ?? new Map<string, Extras>();
  extras.set(cells.book, map.set(cfId, known));
  const rule: IConditionFormattingRule["rule"] =
    type === "Custom"
      ? { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: "=FALSE", style: {} }
      : {
          type: CFRuleType.dataBar,
          isShowValue: true,
          config: {
            min: { type: CFValueType.min },
            max: { type: CFValueType.max },
            isGradient: true,
            positiveColor: "#638EC6",
            nativeColor: "#FF0000",
          },
        };
  cells.book.rules.addConditionalFormat(cells.sheetId, { cfId, ranges: cells.areas.map(toRange), stopIfTrue: false, rule });
  return object(cells, cfId);
}

/** ConditionalFormatCollection: the rules that touch the cells, the first wins. */
export const CONDITIONAL_FORMATS: ObjectType = defineType<Cells>({
  name: "ConditionalFormatCollection",
  items: (cells) => formats(cells).map((format) => object(cells, format.id)),
  indexer: (cells, [id]) => {
    const format = formats(cells).find((item) => item.id === textOf(id));
    if (!format) throw itemNotFound();
    return object(cells, format.id);
  },
  methods: {
    Add: add,
    GetCount: (cells) => formats(cells).length,
    GetItemAt: (cells, [index]) => {
      const format = formats(cells)[integerOf(index)];
      if (!format) throw invalidArgument();
      return object(cells, format.id);
    },
    GetItemOrNullObject: (cells, [id]) => {
      const format = formats(cells).find((item) => item.id === textOf(id));
      return format ? object(cells, format.id) : null;
    },
    ClearAll: (cells) => {
      for (const format of formats(cells)) cells.book.rules.removeConditionalFormat(cells.sheetId, format.id);
    },
  },
});

const part =
  (type: string, kind: Extras["type"], missing: boolean) =>
  (handle: FormatHandle): HostObject | null => {
    if (extrasOf(handle.book, handle.id).type === kind) return { type, self: handle };
    if (missing) return null;
    throw invalidArgument();
  };

const rangeOf = (handle: FormatHandle): HostObject => ({
  type: "Range",
  self: { book: handle.book, sheetId: handle.sheetId, areas: formatOf(handle).areas } satisfies Cells,
});

/** ConditionalFormat. */
export const CONDITIONAL_FORMAT: ObjectType = defineType<FormatHandle>({
  name: "ConditionalFormat",
  id: ({ id }) => id,
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: ({ book, id }) => extrasOf(book, id).type },
    Priority: {
      get: (handle) => handle.book.rules.conditionalFormats(handle.sheetId).findIndex((format) => format.id === handle.id),
      set: (handle, value) => {
        const index = integerOf(value ?? undefined);
        const others = handle.book.rules.conditionalFormats(handle.sheetId).filter((format) => format.id !== handle.id);
        if (index < 0 || index > others.length) throw invalidArgument();
        handle.book.rules.moveConditionalFormat(handle.sheetId, handle.id, index);
      },
    },
    StopIfTrue: {
      get: (handle) => formatOf(handle).stopIfTrue,
      set: (handle, value) => change(handle, formatOf(handle).rule, booleanOf(value ?? undefined)),
    },
  },
  navigation: {
    Custom: part("CustomConditionalFormat", "Custom", false),
    CustomOrNullObject: part("CustomConditionalFormat", "Custom", true),
    DataBar: part("DataBarConditionalFormat", "DataBar", false),
    DataBarOrNullObject: part("DataBarConditionalFormat", "DataBar", true),
  },
  methods: {
    GetRange: rangeOf,
    GetRangeOrNullObject: rangeOf,
    GetRanges: (handle) => ({
      type: "RangeAreas",
      self: { book: handle.book, sheetId: handle.sheetId, areas: formatOf(handle).areas } satisfies Cells,
    }),
    Delete: (handle) => handle.book.rules.removeConditionalFormat(handle.sheetId, formatOf(handle).id),
  },
});

/** CustomConditionalFormat: a rule by formula. */
export const CUSTOM_FORMAT: ObjectType = defineType<FormatHandle>({
  name: "CustomConditionalFormat",
  navigation: {
    Rule: (handle) => ({ type: "ConditionalFormatRule", self: handle }),
    Format: (handle) => ({ type: "ConditionalRangeFormat", self: handle }),
  },
});

interface Highlight {
  readonly style: RuleStyle;
  readonly value: string;
}

const highlight = (handle: FormatHandle): Highlight => formatOf(handle).rule as unknown as Highlight;

function setHighlight(handle: FormatHandle, patch: Partial<Highlight>): void {
  change(handle, { ...(formatOf(handle).rule as object), ...patch } as IConditionFormattingRule["rule"]);
}

/** ConditionalFormatRule: the formula, relative to the first cell of the range. */
export const FORMAT_RULE: ObjectType = defineType<FormatHandle>({
  name: "ConditionalFormatRule",
  properties: {
    Formula: {
      get: (handle) => extrasOf(handle.book, handle.id).formula,
      set: (handle, value) => {
        const formula = textOf(value ?? undefined);
        // Excel refuses structured references and custom functions in rules.
        if (!formula.startsWith("=") || formula.length > 8192 || /\[[^\]]|\bKPI\./i.test(formula.replace(/"[^"]*"/g, "")))
          throw invalidArgument();
        extrasOf(handle.book, handle.id).formula = formula;
        setHighlight(handle, { value: formula });
      },
    },
  },
});

const style = (get: (style: RuleStyle) => Json, set: (value: Json) => RuleStyle): PropertyDefinition<FormatHandle> => ({
  get: (handle) => get(highlight(handle).style),
  set: (handle, value) => setHighlight(handle, { style: { ...highlight(handle).style, ...set(value) } }),
});

/** ConditionalRangeFormat: what the rule makes of the cell. */
export const CONDITIONAL_RANGE_FORMAT: ObjectType = defineType<FormatHandle>({
  name: "ConditionalRangeFormat",
  navigation: {
    Font: (handle) => ({ type: "ConditionalRangeFont", self: handle }),
    Fill: (handle) => ({ type: "ConditionalRangeFill", self: handle }),
    Borders: (handle) => ({ type: "ConditionalRangeBorderCollection", self: handle }),
  },
});

const flag = (value: Json): BooleanNumber => (booleanOf(value ?? undefined) ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** ConditionalRangeFont. */
export const CONDITIONAL_FONT: ObjectType = defineType<FormatHandle>({
  name: "ConditionalRangeFont",
  properties: {
    Color: style(
      ({ cl }) => cl?.rgb ?? "",
      (value) => ({ cl: { rgb: colorOf(value ?? undefined) } }),
    ),
    Bold: style(
      ({ bl }) => bl === BooleanNumber.TRUE,
      (value) => ({ bl: flag(value) }),
    ),
    Italic: style(
      ({ it }) => it === BooleanNumber.TRUE,
      (value) => ({ it: flag(value) }),
    ),
    Strikethrough: style(
      ({ st }) => st?.s === BooleanNumber.TRUE,
      (value) => ({ st: { s: flag(value) } }),
    ),
    Underline: style(
      ({ ul }) => (ul?.s === BooleanNumber.TRUE ? "Single" : "None"),
      (value) => ({ ul: { s: value === "None" ? BooleanNumber.FALSE : BooleanNumber.TRUE } }),
    ),
  },
});

/** ConditionalRangeFill. */
export const CONDITIONAL_FILL: ObjectType = defineType<FormatHandle>({
  name: "ConditionalRangeFill",
  properties: {
    Color: style(
      ({ bg }) => bg?.rgb ?? "",
      (value) => ({ bg: { rgb: colorOf(value ?? undefined) } }),
    ),
  },
});

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

interface RuleBorder {
  readonly handle: FormatHandle;
  readonly side: string;
}

const border = (handle: FormatHandle, side: string): HostObject => ({
  type: "ConditionalRangeBorder",
  self: { handle, side } satisfies RuleBorder,
});

/** ConditionalRangeBorderCollection. */
export const CONDITIONAL_BORDERS: ObjectType = defineType<FormatHandle>({
  name: "ConditionalRangeBorderCollection",
  properties: { Count: { get: () => SIDES.length } },
  navigation: {
    Top: (handle) => border(handle, "EdgeTop"),
    Bottom: (handle) => border(handle, "EdgeBottom"),
    Left: (handle) => border(handle, "EdgeLeft"),
    Right: (handle) => border(handle, "EdgeRight"),
  },
  items: (handle) => SIDES.map((side) => border(handle, side)),
  indexer: (handle, [side]) => border(handle, choiceOf(side, SIDES)),
});

/** ConditionalRangeBorder: kept beside the grid, which draws no borders by rule. */
export const CONDITIONAL_BORDER: ObjectType = defineType<RuleBorder>({
  name: "ConditionalRangeBorder",
  id: ({ side }) => side,
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: ({ handle }) => (extrasOf(handle.book, handle.id).border ? "Continuous" : "None"),
      set: ({ handle }, value) => void (extrasOf(handle.book, handle.id).border ??= value === "None" ? undefined : "#000000"),
    },
    Color: {
      get: ({ handle }) => extrasOf(handle.book, handle.id).border ?? "",
      set: ({ handle }, value) => void (extrasOf(handle.book, handle.id).border = colorOf(value ?? undefined)),
    },
  },
});

interface Bar {
  readonly isShowValue: boolean;
  readonly config: {
    readonly min: BarEnd;
    readonly max: BarEnd;
    readonly isGradient: boolean;
    readonly positiveColor: string;
    readonly nativeColor: string;
  };
}

interface BarEnd {
  readonly type: CFValueType;
  readonly value?: number | string;
}

const bar = (handle: FormatHandle): Bar => formatOf(handle).rule as unknown as Bar;

function setBar(handle: FormatHandle, patch: Partial<Bar["config"]>, isShowValue?: boolean): void {
  const now = bar(handle);
  change(handle, {
    ...now,
    isShowValue: isShowValue ?? now.isShowValue,
    config: { ...now.config, ...patch },
  } as unknown as IConditionFormattingRule["rule"]);
}

const ENDS: readonly (readonly [string, CFValueType])[] = [
  ["LowestValue", CFValueType.min],
  ["HighestValue", CFValueType.max],
  ["Number", CFValueType.num],
  ["Percent", CFValueType.percent],
  ["Percentile", CFValueType.percentile],
  ["Formula", CFValueType.formula],
];

const barEnd = (which: "min" | "max"): PropertyDefinition<FormatHandle> => ({
  get: (handle) => {
    const end = bar(handle).config[which];
    return {
      type: ENDS.find(([, code]) => code === end.type)?.[0] ?? "Automatic",
      formula: end.value === undefined ? "" : `=${String(end.value).replace(/^=/, "")}`,
    };
  },
  set: (handle, value) => {
    const { type, formula } = recordOf(value ?? undefined);
    const name = choiceOf(type, ["Automatic", ...ENDS.map(([key]) => key)]);
    const number = Number(String(formula ?? "").replace(/^=/, ""));
    if (name === "Number" && (formula === undefined || formula === null || !Number.isFinite(number))) throw invalidArgument();
    const code = ENDS.find(([key]) => key === name)?.[1] ?? (which === "min" ? CFValueType.min : CFValueType.max);
    setBar(handle, {
      [which]:
        formula === undefined || formula === null
          ? { type: code }
          : { type: code, value: Number.isFinite(number) ? number : String(formula) },
    });
  },
});

/** DataBarConditionalFormat. */
export const DATA_BAR: ObjectType = defineType<FormatHandle>({
  name: "DataBarConditionalFormat",
  properties: {
    LowerBoundRule: barEnd("min"),
    UpperBoundRule: barEnd("max"),
    ShowDataBarOnly: {
      get: (handle) => !bar(handle).isShowValue,
      set: (handle, value) => setBar(handle, {}, !booleanOf(value ?? undefined)),
    },
    BarDirection: {
      get: ({ book, id }) => extrasOf(book, id).barDirection ?? "Context",
      set: ({ book, id }, value) =>
        void (extrasOf(book, id).barDirection = choiceOf(value ?? undefined, ["Context", "LeftToRight", "RightToLeft"])),
    },
    AxisColor: {
      get: ({ book, id }) => extrasOf(book, id).axisColor ?? "",
      set: ({ book, id }, value) => void (extrasOf(book, id).axisColor = textOf(value ?? undefined)),
    },
  },
  navigation: {
    PositiveFormat: (handle) => ({ type: "ConditionalDataBarPositiveFormat", self: handle }),
    NegativeFormat: (handle) => ({ type: "ConditionalDataBarNegativeFormat", self: handle }),
  },
});

/** ConditionalDataBarPositiveFormat. */
export const POSITIVE_BAR: ObjectType = defineType<FormatHandle>({
  name: "ConditionalDataBarPositiveFormat",
  properties: {
    FillColor: {
      get: (handle) => bar(handle).config.positiveColor,
      set: (handle, value) => setBar(handle, { positiveColor: colorOf(value ?? undefined) }),
    },
    GradientFill: {
      get: (handle) => bar(handle).config.isGradient,
      set: (handle, value) => setBar(handle, { isGradient: booleanOf(value ?? undefined) }),
    },
    BorderColor: {
      get: ({ book, id }) => extrasOf(book, id).borderColor ?? "",
      set: ({ book, id }, value) => void (extrasOf(book, id).borderColor = textOf(value ?? undefined)),
    },
  },
});

/** ConditionalDataBarNegativeFormat. */
export const NEGATIVE_BAR: ObjectType = defineType<FormatHandle>({
  name: "ConditionalDataBarNegativeFormat",
  properties: {
    FillColor: {
      get: (handle) => bar(handle).config.nativeColor,
      set: (handle, value) => setBar(handle, { nativeColor: colorOf(value ?? undefined) }),
    },
  },
});
