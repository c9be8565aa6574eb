import { HELP_VI } from "../functions/help.vi";
import type { FunctionHelp } from "./HelpPanel";

/** The KPI functions as the panel explains them: in Vietnamese, as in Excel's own dialog. */
export function functionHelp(): readonly FunctionHelp[] {
  return Object.entries(HELP_VI).map(([id, { description, parameters, example, result }]) => ({
    name: `KPI.${id}`,
    description,
    parameters,
    example,
    result,
  }));
}
