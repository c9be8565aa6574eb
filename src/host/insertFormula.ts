import type { Result } from "../result";
import { Refusal, runExcel } from "./excelRun";

/** Writes a formula (en-US, with its equals sign) into the first selected cell. A cell that holds something is not touched: false with a message. */
export async function insertFormula(formula: string): Promise<Result<boolean>> {
  const { value, messages } = await runExcel(async (context) => {
    const cell = context.workbook.getSelectedRange().getCell(0, 0);
    cell.load("formulas,address");
    await context.sync();
    if ((cell.formulas as unknown[][])[0]?.[0] !== "") {
      const address = cell.address.slice(cell.address.lastIndexOf("!") + 1);
      throw new Refusal([{ code: "cell-not-empty", severity: "warning", details: { address } }]);
    }
    cell.formulas = [[formula]];
    await context.sync();
    return true as const;
  });
  return { value: value ?? false, messages };
}
