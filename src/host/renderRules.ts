import type { ConditionalFormatSpec, SheetSpec, ValidationSpec } from "../workbook/workbookSpec";
import { rangeText } from "./a1";
import { step, type Step } from "./requests";
import type { SpecPrinter } from "./specPrinter";

/** Longest title and text of a validation's message in Excel. */
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

const OPERATORS = { between: "Between", greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo" } as const;
const ERROR_STYLES = { stop: "Stop", warning: "Warning", information: "Information" } as const;
const KINDS = { whole: "wholeNumber", decimal: "decimal", date: "date" } as const;

/** Validations and conditional formats of a sheet. */
export function renderRules(sheet: SheetSpec, printer: SpecPrinter): readonly Step[] {
  return [
    ...sheet.validations.map((rule) => validationStep(sheet, rule, printer)),
    // Excel puts a new rule before those that are there.
    ...[...sheet.conditionalFormats].reverse().map((rule) => conditionalFormatStep(sheet, rule, printer)),
  ];
}

function validationStep(sheet: SheetSpec, spec: ValidationSpec, printer: SpecPrinter): Step {
  const rule = ruleOf(spec, printer);
  const { error, prompt } = spec;
  return step(8, [rule, error, prompt], ({ workbook }) => {
    const validation = workbook.worksheets.getItem(sheet.name).getRange(rangeText(spec.range)).dataValidation;
    validation.rule = rule;
    validation.ignoreBlanks = spec.allowBlank ?? true;
    // Without an error of its own the rule only offers: Excel would refuse other entries with a sentence of its own.
    validation.errorAlert = {
      showAlert: error !== undefined,
      style: ERROR_STYLES[error?.style ?? "stop"],
      title: (error?.title ?? "").slice(0, MAX_TITLE),
      message: (error?.message ?? "").slice(0, MAX_MESSAGE),
    };
    if (prompt)
      validation.prompt = { showPrompt: true, title: prompt.title.slice(0, MAX_TITLE), message: prompt.message.slice(0, MAX_MESSAGE) };
  });
}

function ruleOf(spec: ValidationSpec, printer: SpecPrinter): Excel.DataValidationRule {
  if (spec.type === "list") return { list: { inCellDropDown: true, source: printer.formula(spec.source) } };
  if (spec.type === "custom") return { custom: { formula: printer.formula(spec.formula) } };
  return {
    [KINDS[spec.type]]: {
      formula1: printer.formula(spec.value),
      ...(spec.upper ? { formula2: printer.formula(spec.upper) } : {}),
      operator: OPERATORS[spec.operator],
    },
  };
}

function conditionalFormatStep(sheet: SheetSpec, spec: ConditionalFormatSpec, printer: SpecPrinter): Step {
  if (spec.type === "data-bar") {
    return step(14, undefined, ({ workbook }) => {
      const { dataBar } = workbook.worksheets.getItem(sheet.name).getRange(rangeText(spec.range)).conditionalFormats.add("DataBar");
      dataBar.lowerBoundRule = { type: "Number", formula: String(spec.min) };
      dataBar.upperBoundRule = { type: "Number", formula: String(spec.max) };
      dataBar.positiveFormat.fillColor = `#${spec.color}`;
      dataBar.positiveFormat.gradientFill = false;
    });
  }
  const formula = printer.formula(spec.formula);
  return step(20, formula, ({ workbook }) => {
    const { custom } = workbook.worksheets.getItem(sheet.name).getRange(rangeText(spec.range)).conditionalFormats.add("Custom");
    const { fill, color, bold, italic, border } = spec.style;
    custom.rule.formula = formula;
    if (fill !== undefined) custom.format.fill.color = `#${fill}`;
    if (color !== undefined) custom.format.font.color = `#${color}`;
    if (bold !== undefined) custom.format.font.bold = bold;
    if (italic !== undefined) custom.format.font.italic = italic;
    if (border !== undefined) {
      for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
        const line = custom.format.borders.getItem(edge);
        line.style = "Continuous";
        line.color = `#${border}`;
      }
    }
  });
}
