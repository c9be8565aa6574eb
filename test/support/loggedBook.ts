import type { CalendarDate } from "../../src/plan/date";
import type { FormulaDialect, Formula } from "../../src/workbook/formula";
import { infoSheet } from "../../src/workbook/sheets/infoSheet";
import { logSheet } from "../../src/workbook/sheets/logSheet";
import { STYLES } from "../../src/workbook/styles";
import type { WorkbookSpec } from "../../src/workbook/workbookSpec";
import { bookSpec } from "./bookSpec";
import { samplePlan } from "./samplePlan";

/** The small book of `bookSpec` with the sheets Thông tin and Nhật ký as they are made; lists to choose from are the cells below Thông tin. */
export function loggedBook({
  book = 1,
  dialect = "native",
}: { readonly book?: number; readonly dialect?: FormulaDialect } = {}): WorkbookSpec {
  const spec = bookSpec({ book, dialect });
  const options = { asOf: "2024-06-30" as CalendarDate, dialect };
  const list = (): Formula => ({ kind: "cell", sheet: "info", row: 40, column: 0, toRow: 42, toColumn: 0, fixed: "both" });
  const info = infoSheet(samplePlan, options, book, "2024-N", list);
  const [, tasks, state] = spec.sheets;
  return {
    ...spec,
    styles: { ...STYLES, ...spec.styles },
    // The formulas of the small book call Ngày xét by another key.
    names: [
      ...info.names.map((one) => (one.key === "asOf" ? { ...one, key: "day" } : one)),
      ...spec.names.filter(({ key }) => key === "planId"),
    ],
    sheets: [info.sheet, tasks!, logSheet(samplePlan, options, book, list), state!],
  };
}
