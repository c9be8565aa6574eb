import { CellError } from "./cellError";
import { KPI_FUNCTIONS } from "./kpi";

/** Hands every KPI function to Excel under its id; a CellError becomes Excel's own error with its Vietnamese sentence. */
export function registerFunctions(): void {
  for (const { id, fn } of KPI_FUNCTIONS) {
    CustomFunctions.associate(id, (...args: unknown[]) => {
      const result = (fn as (...given: unknown[]) => unknown)(...args);
      if (result instanceof CellError) throw new CustomFunctions.Error(errorCode(result), result.message);
      return result;
    });
  }
}

function errorCode({ code }: CellError): CustomFunctions.ErrorCode {
  return code === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
}
