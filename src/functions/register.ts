import { CellError } from "./cellError";
import { KPI_FUNCTIONS } from "./kpi";

/** Hands every KPI function to Excel under its id; a CellError becomes Excel's own error with its Vietnamese sentence. */
export function registerFunctions(): void {
  for (const { id, fn, max } of KPI_FUNCTIONS) {
    CustomFunctions.associate(id, (...args: unknown[]) => {
      // The runtime adds its invocation object after the last argument that Excel sent; it is no argument of ours.
      const given = args.slice(0, max).map((arg) => (typeof arg === "object" && !Array.isArray(arg) ? null : arg));
      const result = (fn as (...all: unknown[]) => unknown)(...given);
      if (result instanceof CellError) throw new CustomFunctions.Error(errorCode(result), result.message);
      return result;
    });
  }
}

function errorCode({ code }: CellError): CustomFunctions.ErrorCode {
  return code === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
}
