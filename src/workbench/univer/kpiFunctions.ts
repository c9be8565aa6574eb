import { CellError } from "../../functions/cellError";
import { KPI_FUNCTIONS } from "../../functions/kpi";
import type { GridFunction } from "./functions";

/** Every KPI function of the add-in, as the grid needs it: the same code that Excel calls. */
export const KPI_GRID_FUNCTIONS: readonly GridFunction[] = KPI_FUNCTIONS.map(({ id, fn, min, max, ranges }) => ({
  name: `KPI.${id}`,
  min,
  max,
  blocks: ranges,
  call(...args: readonly unknown[]) {
    const result = fn(...(args as never[]));
    return result instanceof CellError ? { error: result.code } : result;
  },
}));
