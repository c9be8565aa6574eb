import { toSerial } from "../../plan/date";
import type { Plan } from "../../plan/plan";
import type { CompileOptions } from "../compileOptions";
import { call, literal, op, type Formula } from "../formula";
import { TABLE_AT } from "../layout";
import { COLUMNS, type TableKey } from "../names";
import { WORDS } from "../words";
import { COLORS } from "../styles";
import { buildTable, dataColumn, isBlank, ruleCell, tableSheet, type ColumnModel } from "../tableModel";
import type { SheetSpec } from "../workbookSpec";
import { chosenFrom, dateCells } from "./cellChecks";
import { LOG_WORDS as W } from "./words";

const C = COLUMNS.log;
/** Lines that stand ready for entries. */
const READY = 25;

interface Entry {
  readonly at: number | null;
  readonly table: string | null;
  readonly after: string | null;
  readonly basis: string | null;
}

/** Makes Nhật ký: who changed what, on which ground; its first line tells when the book was made. */
export function logSheet(plan: Plan, options: CompileOptions, book: number, list: (key: TableKey) => Formula): SheetSpec {
  const made: Entry = {
    at: toSerial(options.asOf),
    table: W.book,
    after: options.sample ? `${W.created} (${WORDS.sample})` : W.created,
    basis: plan.header.number?.value ?? W.plan,
  };
  const blank: Entry = { at: null, table: null, after: null, basis: null };
  const columns: readonly ColumnModel<Entry>[] = [
    { header: C.at, role: "input", width: 13, format: "date", value: ({ at }) => at },
    { header: C.who, role: "input", width: 20, format: "text", value: () => null },
    { header: C.table, role: "input", width: 17, format: "center", value: ({ table }) => table },
    { header: C.code, role: "input", width: 11, format: "code", value: () => null },
    { header: C.column, role: "input", width: 22, format: "text", value: () => null },
    { header: C.before, role: "input", width: 26, format: "text", value: () => null },
    { header: C.after, role: "input", width: 26, format: "text", value: ({ after }) => after },
    { header: C.basis, role: "input", width: 34, format: "text", value: ({ basis }) => basis },
  ];
  const table = buildTable("log", book, TABLE_AT, columns, [made, ...Array.from({ length: READY }, () => blank)]);
  return tableSheet({
    key: "log",
    book,
    title: W.title,
    hint: W.hint,
    table,
    tabColor: COLORS.tabInput,
    frozenColumns: 1,
    validations: [
      dateCells(table, C.at, WORDS.dateTitle, WORDS.dateMessage),
      chosenFrom(list("pages"), table, C.table, "warning"),
      {
        type: "custom",
        range: dataColumn(table, C.basis),
        formula: op(">", call("LEN", ruleCell(table, C.basis)), literal(0)),
        prompt: { title: C.basis, message: W.basisPrompt },
      },
    ],
    conditionalFormats: [
      {
        type: "formula",
        range: dataColumn(table, C.basis),
        // A first figure needs no ground, nor does a setting of the book: what replaces a value of the plan does.
        formula: call(
          "AND",
          ...[C.code, C.before].map((header) => op("<>", ruleCell(table, header), literal(""))),
          isBlank(ruleCell(table, C.basis)),
        ),
        style: { border: COLORS.red },
      },
    ],
  });
}
