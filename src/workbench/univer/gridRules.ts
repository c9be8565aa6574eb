import type { IDataValidationRule, IRange, ISheetDataValidationRule, IStyleBase } from "@univerjs/core";
import { ConditionalFormattingRuleModel, type IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import type { RangeAddress } from "../../workbook/workbookSpec";
import { fromRange, toRange } from "./address";
import type { Grid } from "./grid";

/** A validation of the grid. */
export interface GridValidation {
  readonly id: string;
  readonly areas: readonly RangeAddress[];
  readonly rule: IDataValidationRule;
}

/** A conditional format of the grid, the first in the list is applied last by the grid's count of priority: Excel's first rule wins. */
export interface GridConditionalFormat {
  readonly id: string;
  readonly areas: readonly RangeAddress[];
  readonly stopIfTrue: boolean;
  readonly rule: IConditionFormattingRule["rule"];
}

/** Style that a rule gives. */
export type RuleStyle = IStyleBase;

/** Validations and conditional formats of the one workbook. */
export class GridRules {
  constructor(private readonly grid: Grid) {}

  private get validationModel(): SheetDataValidationModel {
    return this.grid.get<SheetDataValidationModel>(SheetDataValidationModel as never);
  }

  private get formatModel(): ConditionalFormattingRuleModel {
    return this.grid.get<ConditionalFormattingRuleModel>(ConditionalFormattingRuleModel as never);
  }

  validations(sheetId: string): GridValidation[] {
    const rules = this.validationModel.getRules(this.grid.unitId, sheetId) as ISheetDataValidationRule[];
    return rules.map((rule) => ({ id: rule.uid, areas: rule.ranges.map(fromRange), rule }));
  }

  addValidation(sheetId: string, areas: readonly RangeAddress[], rule: Omit<IDataValidationRule, "ranges">): void {
    this.grid.execute("data-validation.mutation.addRule", { subUnitId: sheetId, rule: { ...rule, ranges: areas.map(toRange) } });
  }

  removeValidation(sheetId: string, id: string): void {
    this.grid.execute("data-validation.mutation.removeRule", { subUnitId: sheetId, ruleId: id });
  }

  /** Moves a validation to other cells. */
  setValidationAreas(sheetId: string, id: string, areas: readonly RangeAddress[]): void {
    // 1 is "the ranges" among the kinds of update.
    this.grid.execute("data-validation.mutation.updateRule", {
      subUnitId: sheetId,
      ruleId: id,
      payload: { type: 1, payload: areas.map(toRange) },
    });
  }

  /** Conditional formats with Excel's first priority first. */
  conditionalFormats(sheetId: string): GridConditionalFormat[] {
    const rules = this.formatModel.getSubunitRules(this.grid.unitId, sheetId) ?? [];
    return rules.map((rule) => ({
      id: rule.cfId,
      areas: rule.ranges.map((range: IRange) => fromRange(range)),
      stopIfTrue: rule.stopIfTrue,
      rule: rule.rule,
    }));
  }

  addConditionalFormat(sheetId: string, rule: IConditionFormattingRule): void {
    this.grid.execute("sheet.mutation.add-conditional-rule", { subUnitId: sheetId, rule });
  }

  setConditionalFormat(sheetId: string, rule: IConditionFormattingRule): void {
    this.grid.execute("sheet.mutation.set-conditional-rule", { subUnitId: sheetId, cfId: rule.cfId, rule });
  }

  /** Moves a conditional format to other cells. */
  setConditionalFormatAreas(sheetId: string, format: GridConditionalFormat, areas: readonly RangeAddress[]): void {
    this.setConditionalFormat(sheetId, { cfId: format.id, stopIfTrue: format.stopIfTrue, rule: format.rule, ranges: areas.map(toRange) });
  }

  /** Puts a conditional format at a place of the order; the first wins. */
  moveConditionalFormat(sheetId: string, id: string, index: number): void {
    const rules = [...(this.formatModel.getSubunitRules(this.grid.unitId, sheetId) ?? [])];
    const moved = rules.find((rule) => rule.cfId === id);
    if (!moved) return;
    const order = rules.filter((rule) => rule !== moved);
    order.splice(index, 0, moved);
    for (const rule of rules) this.removeConditionalFormat(sheetId, rule.cfId);
    // The grid puts each new rule before the others.
    for (const rule of order.reverse()) this.addConditionalFormat(sheetId, rule);
  }

  removeConditionalFormat(sheetId: string, cfId: string): void {
    this.grid.execute("sheet.mutation.delete-conditional-rule", { subUnitId: sheetId, cfId });
  }

  /** Takes all rules of a sheet away: the engine keeps those of a sheet that is gone for the next one of its id. */
  clear(sheetId: string): void {
    for (const { id } of this.validations(sheetId)) this.removeValidation(sheetId, id);
    for (const { id } of this.conditionalFormats(sheetId)) this.removeConditionalFormat(sheetId, id);
  }
}
