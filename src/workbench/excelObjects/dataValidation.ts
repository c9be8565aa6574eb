import { DataValidationErrorStyle, DataValidationOperator, DataValidationType, type IDataValidationRule } from "@univerjs/core";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { invalidArgument } from "../hostError";
import { defineType, isHostObject, type Json, type ObjectType } from "../hostObject";
import { intersect, printArea, quoteSheet } from "../univer/address";
import type { GridValidation } from "../univer/gridRules";
import { booleanOf, choiceOf, recordOf, textOf } from "./arguments";
import type { Cells } from "./book";
import { areaOf } from "./cellsAccess";

/** Longest literal list in characters, commas included. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

const TYPES = {
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
} as const;
const OPERATORS: readonly (readonly [string, DataValidationOperator])[] = [
  ["Between", DataValidationOperator.BETWEEN],
  ["NotBetween", DataValidationOperator.NOT_BETWEEN],
  ["EqualTo", DataValidationOperator.EQUAL],
  ["NotEqualTo", DataValidationOperator.NOT_EQUAL],
  ["GreaterThan", DataValidationOperator.GREATER_THAN],
  ["LessThan", DataValidationOperator.LESS_THAN],
  ["GreaterThanOrEqualTo", DataValidationOperator.GREATER_THAN_OR_EQUAL],
  ["LessThanOrEqualTo", DataValidationOperator.LESS_THAN_OR_EQUAL],
];
const ERROR_STYLES: readonly (readonly [string, DataValidationErrorStyle])[] = [
  ["Stop", DataValidationErrorStyle.STOP],
  ["Warning", DataValidationErrorStyle.WARNING],
  ["Information", DataValidationErrorStyle.INFO],
];

type RuleBody = Omit<IDataValidationRule, "uid" | "ranges">;

function formulaText(value: Json): string {
  if (isHostObject(value)) {
    const target = (value as { self: unknown }).self as Cells;
    return `=${quoteSheet(target.book.sheetName(target.sheetId))}!${printArea(areaOf(target), true)}`;
  }
  return typeof value === "number" ? String(value) : textOf(value ?? undefined);
}

/** The grid's rule for one of Excel's. */
function bodyOf(rule: Readonly<Record<string, Json>>): RuleBody {
  const kinds = Object.keys(rule).filter((key) => rule[key] !== null);
  if (kinds.length !== 1) throw invalidArgument();
  const kind = kinds[0]!;
  const inner = recordOf(rule[kind] ?? undefined);
  if (kind === "list") {
    const source = formulaText(inner["source"] ?? null);
    if (!source || (!source.startsWith("=") && source.length > MAX_LIST)) throw invalidArgument();
    return { type: DataValidationType.LIST, formula1: source, showDropDown: inner["inCellDropDown"] !== false, renderMode: 1 };
  }
  if (kind === "custom") {
    const formula = textOf(inner["formula"]);
    if (!formula.startsWith("=") || formula.length > 8192) throw invalidArgument();
    return { type: DataValidationType.CUSTOM, formula1: formula };
  }
  if (!(kind in TYPES)) throw invalidArgument();
  const operator = choiceOf(
    inner["operator"] ?? undefined,
    OPERATORS.map(([name]) => name),
  );
  const formula1 = formulaText(inner["formula1"] ?? null);
  const formula2 = inner["formula2"] === undefined || inner["formula2"] === null ? undefined : formulaText(inner["formula2"]);
  if (/between/i.test(operator) && formula2 === undefined) throw invalidArgument();
  return {
    type: TYPES[kind as keyof typeof TYPES],
    operator: OPERATORS.find(([name]) => name === operator)![1],
    formula1,
    ...(formula2 === undefined ? {} : { formula2 }),
  };
}

/** Excel's rule for one of the grid's. */
export function ruleOf(rule: IDataValidationRule): { readonly type: string; readonly rule: Json } {
  if (rule.type === DataValidationType.LIST)
    return { type: "List", rule: { list: { inCellDropDown: rule.showDropDown !== false, source: rule.formula1 ?? "" } } };
  if (rule.type === DataValidationType.CUSTOM) return { type: "Custom", rule: { custom: { formula: rule.formula1 ?? "" } } };
  const kind = Object.entries(TYPES).find(([, type]) => type === rule.type)?.[0];
  if (!kind) return { type: "None", rule: {} };
  const operator = OPERATORS.find(([, code]) => code === rule.operator)?.[0] ?? "Between";
  return {
    type: kind.charAt(0).toUpperCase() + kind.slice(1),
    rule: { [kind]: { formula1: rule.formula1 ?? "", ...(rule.formula2 === undefined ? {} : { formula2: rule.formula2 }), operator } },
  };
}

const covers = (outer: RangeAddress, inner: RangeAddress): boolean => {
  const shared = intersect(outer, inner);
  return shared !== undefined && shared.rows === inner.rows && shared.columns === inner.columns;
};

function validationOf(cells: Cells): GridValidation | undefined {
  return cells.book.rules.validations(cells.sheetId).find((item) => item.areas.some((area) => covers(area, areaOf(cells))));
}

/** Takes the cells out of every validation that touches them. */
function cut(cells: Cells): void {
  for (const item of cells.book.rules.validations(cells.sheetId)) {
    if (!item.areas.some((area) => cells.areas.some((own) => intersect(area, own)))) continue;
    const rest = item.areas.flatMap((area) =>
      cells.areas.reduce<RangeAddress[]>((parts, own) => parts.flatMap((part) => without(part, own)), [area]),
    );
    cells.book.rules.removeValidation(cells.sheetId, item.id);
    if (rest.length) cells.book.rules.addValidation(cells.sheetId, rest, item.rule);
  }
}

/** The parts of a rectangle that lie outside another. */
export function without(area: RangeAddress, hole: RangeAddress): RangeAddress[] {
  const shared = intersect(area, hole);
  if (!shared) return [area];
  const below = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  return [
    { ...area, rows: shared.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { row: shared.row, rows: shared.rows, column: area.column, columns: shared.column - area.column },
    { row: shared.row, rows: shared.rows, column: right, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

/** Changes the validation of the cells, or makes one. */
function put(cells: Cells, patch: Partial<RuleBody>): void {
  const old = validationOf(cells)?.rule;
  const {
    uid: _uid,
    ranges: _ranges,
    ...body
  } = old ?? {
    uid: "",
    ranges: [],
    type: DataValidationType.ANY,
    allowBlank: true,
    errorStyle: DataValidationErrorStyle.STOP,
    showErrorMessage: true,
  };
  cut(cells);
  cells.book.rules.addValidation(cells.sheetId, cells.areas, { ...body, ...patch, uid: cells.book.newId() });
}

const short = (value: Json | undefined, most: number): string => {
  const text = textOf(value ?? "");
  if (text.length > most) throw invalidArgument();
  return text;
};

/** DataValidation of cells. */
export const DATA_VALIDATION: ObjectType = defineType<Cells>({
  name: "DataValidation",
  properties: {
    Type: { get: (cells) => (validationOf(cells) ? ruleOf(validationOf(cells)!.rule).type : "None") },
    Rule: {
      get: (cells) => (validationOf(cells) ? ruleOf(validationOf(cells)!.rule).rule : {}),
      set: (cells, value) => put(cells, { formula2: undefined, operator: undefined, ...bodyOf(recordOf(value ?? undefined)) }),
    },
    IgnoreBlanks: {
      get: (cells) => validationOf(cells)?.rule.allowBlank ?? true,
      set: (cells, value) => put(cells, { allowBlank: booleanOf(value ?? undefined) }),
    },
    ErrorAlert: {
      get: (cells) => {
        const rule = validationOf(cells)?.rule;
        const style = ERROR_STYLES.find(([, code]) => code === rule?.errorStyle)?.[0] ?? "Stop";
        return { message: rule?.error ?? "", showAlert: rule?.showErrorMessage ?? true, style, title: rule?.errorTitle ?? "" };
      },
      set: (cells, value) => {
        const alert = recordOf(value ?? undefined);
        const style = choiceOf(
          alert["style"] ?? "Stop",
          ERROR_STYLES.map(([name]) => name),
        );
        put(cells, {
          showErrorMessage: alert["showAlert"] !== false,
          errorStyle: ERROR_STYLES.find(([name]) => name === style)![1],
          errorTitle: short(alert["title"], MAX_TITLE),
          error: short(alert["message"], MAX_MESSAGE),
        });
      },
    },
    Prompt: {
      get: (cells) => {
        const rule = validationOf(cells)?.rule;
        return { message: rule?.prompt ?? "", showPrompt: rule?.showInputMessage ?? true, title: rule?.promptTitle ?? "" };
      },
      set: (cells, value) => {
        const prompt = recordOf(value ?? undefined);
        put(cells, {
          showInputMessage: prompt["showPrompt"] !== false,
          promptTitle: short(prompt["title"], MAX_TITLE),
          prompt: short(prompt["message"], MAX_MESSAGE),
        });
      },
    },
    Valid: { get: () => true },
  },
  methods: { Clear: cut },
});
