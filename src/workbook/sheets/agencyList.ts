import type { AgencyEntry } from "../agencyEntries";
import { call, literal, type Formula } from "../formula";
import { COLUMNS, type TableKey } from "../names";
import { serialOf } from "../planFacts";
import { dataColumn, ruleCell, uniqueCodes, type BuiltTable, type ColumnModel } from "../tableModel";
import { WORDS, YES } from "../words";
import type { ValidationSpec } from "../workbookSpec";
import { chosenFrom, DATE_BOUNDS, dateCells } from "./cellChecks";

const A = COLUMNS.agencies;
const blank = (): null => null;

/** Columns of tblDonVi. What the plan does not tell is for the user to fill in. */
export const AGENCY_COLUMNS: readonly ColumnModel<AgencyEntry>[] = [
  { header: A.id, role: "input", width: 7.5, format: "code", value: ({ code }) => code },
  { header: A.name, role: "input", width: 34, format: "text", value: ({ name }) => name },
  { header: A.short, role: "input", width: 19, format: "text", value: ({ short }) => short ?? null },
  { header: A.aliases, role: "input", width: 22, format: "text", value: ({ others }) => others.join("; ") || null },
  { header: A.group, role: "input", width: 8.5, format: "center", value: ({ group }) => (group ? YES : null) },
  { header: A.successor, role: "input", width: 30, format: "text", value: ({ successor }) => successor ?? null },
  { header: A.from, role: "input", width: 11, format: "date", value: blank },
  { header: A.to, role: "input", width: 11, format: "date", value: ({ lastDay }) => serialOf(lastDay) },
  { header: A.contact, role: "input", width: 17, format: "text", value: blank },
  { header: A.email, role: "input", width: 22, format: "text", value: blank },
];

/** Checks of tblDonVi: codes stand once, days are days in their order, an address has its "@". */
export function agencyChecks(table: BuiltTable, list: (key: TableKey) => Formula): readonly ValidationSpec[] {
  return [
    uniqueCodes(table, A.id),
    chosenFrom(list("answers"), table, A.group),
    dateCells(table, A.from, WORDS.dateTitle, WORDS.dateMessage),
    {
      type: "date",
      range: dataColumn(table, A.to),
      operator: "greaterThanOrEqual",
      value: call("MAX", DATE_BOUNDS.first, ruleCell(table, A.from)),
      error: { style: "stop", title: WORDS.validToTitle, message: WORDS.validToMessage },
    },
    {
      type: "custom",
      range: dataColumn(table, A.email),
      formula: call("ISNUMBER", call("FIND", literal("@"), ruleCell(table, A.email))),
      error: { style: "warning", title: WORDS.emailTitle, message: WORDS.emailMessage },
    },
  ];
}
