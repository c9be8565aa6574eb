import { DataValidationType } from "@univerjs/core";
import { DataValidatorRegistryService } from "@univerjs/preset-sheets-data-validation";
import type { Grid } from "../univer/grid";

/**
 * Lets the grid judge days as Excel does. Its own validator reads the text that a cell shows as an English date, so that 30/06/2024 is none, and opens a
 * calendar over the cells below.
 */
export function judgeDaysAsExcel(grid: Grid): void {
  const validator = grid.get<DataValidatorRegistryService>(DataValidatorRegistryService).getValidatorItem(DataValidationType.DATE);
  if (!validator) return;
  validator.isValidType = ({ value }) => Promise.resolve(value !== "" && Number.isFinite(Number(value)));
  Object.defineProperty(validator, "dropdownType", { get: () => undefined, set: () => undefined });
}
