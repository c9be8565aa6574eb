import type { CalendarDate } from "../../src/plan/date";
import { literal, op, call, thisRow, type Formula } from "../../src/workbook/formula";
import type { FormulaDialect } from "../../src/workbook/formula";
import { definedName, sheetName, tableName } from "../../src/workbook/layout";
import type { SheetKey, TableKey } from "../../src/workbook/names";
import { encodeState } from "../../src/workbook/planState";
import { stateSheet } from "../../src/workbook/sheets/stateSheet";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";
import { featureSpec } from "./featureSpec";
import { sampleDocument, samplePlan } from "./samplePlan";

const PLAN_ID = "KH-TEST";

/** A small book of ours by its names: an info sheet, a table of tasks and the state. Rows have numbers of their own; column "Đánh giá" calls KPI. */
export function bookSpec(
  options: { readonly book?: number; readonly rows?: number; readonly dialect?: FormulaDialect } = {},
): WorkbookSpec {
  const { book = 1, rows = 4, dialect = "native" } = options;
  const state = encodeState({
    planId: PLAN_ID,
    plan: samplePlan,
    document: sampleDocument,
    options: { asOf: "2024-06-30" as CalendarDate, dialect, book },
  });
  const [info, tasks] = featureSpec.sheets as [SheetSpec, SheetSpec, ...SheetSpec[]];
  const table = tasks.tables[0]!;
  const judged: Formula = call(
    "IF",
    op("=", thisRow("tasks", "Thực hiện (nhập tay)"), literal("")),
    literal(""),
    call("KPI.TYLE", literal("Từ đủ"), thisRow("tasks", "Mức phải đạt"), thisRow("tasks", "Thực hiện (nhập tay)")),
  );
  const columns = [
    ...table.columns.slice(0, 7),
    { header: "Đánh giá", role: "formula", headerStyle: "head", style: "percent", formula: judged } as const,
  ];
  const data = Array.from({ length: rows }, (_, index) => {
    const cells = table.rows[index % table.rows.length]!;
    return [`NV${String(index + 1).padStart(3, "0")}`, ...cells.slice(1, 7), { formula: judged, result: null }];
  });
  const named = (sheet: SheetSpec, key: SheetKey): SheetSpec => ({ ...sheet, key, name: sheetName(key, book) });
  return {
    ...featureSpec,
    planId: PLAN_ID,
    dialect,
    state,
    names: [
      {
        key: "day",
        name: definedName("asOf", book),
        refersTo: { sheet: "info", range: { row: 2, column: 1, rows: 1, columns: 1 } },
        visible: true,
      },
      { key: "planId", name: definedName("planId", book), refersTo: { formula: literal(PLAN_ID) }, visible: false },
    ],
    sheets: [
      named({ ...info, charts: [], protected: false }, "info"),
      named(
        {
          ...tasks,
          outlines: [],
          validations: [],
          conditionalFormats: [],
          print: featureSpec.sheets[2]!.print,
          tables: [{ ...table, name: tableName("tasks" satisfies TableKey, book), columns, rows: data }],
        },
        "tasks",
      ),
      { ...stateSheet(state, book), defaultStyle: "base", styleRanges: [] },
    ],
  };
}
