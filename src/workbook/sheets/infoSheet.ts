import { agencyKey } from "../../plan/agencies";
import type { Plan } from "../../plan/plan";
import type { CompileOptions } from "../compileOptions";
import { literal, type CellValue, type Formula } from "../formula";
import { definedName, HEADER_ROW, HINT_ROW, TITLE_ROW } from "../layout";
import { COLUMNS, INFO_ITEMS, INFO_NOTES, type InfoKey, type NameKey, type TableKey } from "../names";
import { PERIOD_SCHEME_WORDS, TEMPLATE_VERSION, WORDS } from "../words";
import { serialOf, yearWords } from "../planFacts";
import { COLORS } from "../styles";
import { buildTable, emptySheet, landscape, type BuiltTable, type ColumnModel } from "../tableModel";
import type { DefinedNameSpec, RangeAddress, SheetSpec, ValidationSpec } from "../workbookSpec";
import { citedTitle, reportRecipients, signerTitle, superiorOf } from "./officeWords";
import { recipientLines } from "./words";

/** Days before a deadline from which it is "due soon", as a new book says. */
export const DEFAULT_WARN_DAYS = 7;

/** Rows of Thông tin that formulas read, by name. */
const NAMED: readonly (readonly [NameKey, InfoKey])[] = [
  ["asOf", "asOf"],
  ["warnDays", "warnDays"],
  ["view", "view"],
  ["periodScheme", "periodScheme"],
  ["title", "title"],
  ["year", "year"],
];

/** First day that Ngày xét may be: Excel's calendar is sound from 1 March 1900 on. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

/** Makes Thông tin: facts of the plan and the settings that everything depends on. */
export function infoSheet(
  plan: Plan,
  options: CompileOptions,
  book: number,
  view: string,
  list: (key: TableKey) => Formula,
): { readonly sheet: SheetSpec; readonly names: readonly DefinedNameSpec[]; readonly table: BuiltTable } {
  const keys = Object.keys(INFO_ITEMS) as InfoKey[];
  const values = infoValues(plan, options, view);
  const columns: readonly ColumnModel<InfoKey>[] = [
    { header: COLUMNS.info.item, role: "internal", width: 26, format: "text", style: "infoLabel", value: (key) => INFO_ITEMS[key] },
    { header: COLUMNS.info.value, role: "input", width: 60, format: "text", value: (key) => values[key] },
    { header: COLUMNS.info.note, role: "internal", width: 130, format: "text", style: "infoNote", value: (key) => INFO_NOTES[key] ?? null },
  ];
  const table = buildTable("info", book, { row: HEADER_ROW, column: 0 }, columns, keys, false);
  const rowOf = (key: InfoKey): number => HEADER_ROW + 1 + keys.indexOf(key);
  const cell = (key: InfoKey): { row: number; column: number; rows: number; columns: number } => ({
    row: rowOf(key),
    column: 1,
    rows: 1,
    columns: 1,
  });
  const validations: readonly ValidationSpec[] = [
    {
      type: "date",
      range: cell("asOf"),
      operator: "between",
      value: literal(FIRST_DAY),
      upper: literal(LAST_DAY),
      allowBlank: false,
      error: { style: "stop", title: WORDS.dateTitle, message: WORDS.dateMessage },
    },
    chosenIn(list("periods"), cell("view")),
    chosenIn(list("periodSchemes"), cell("periodScheme")),
    {
      type: "whole",
      range: cell("warnDays"),
      operator: "between",
      value: literal(0),
      upper: literal(365),
      error: { style: "stop", title: INFO_ITEMS.warnDays, message: INFO_NOTES.warnDays! },
    },
  ];
  return {
    sheet: {
      ...emptySheet("info", book),
      tabColor: COLORS.tabInput,
      columns: table.widths.map((width) => ({ width })),
      rowHeights: {
        [TITLE_ROW]: 22,
        [HINT_ROW]: 16,
        ...table.rowHeights,
      },
      blocks: [{ at: { row: TITLE_ROW, column: 0 }, cells: [[WORDS.infoTitle], [WORDS.inputHint]] }],
      tables: [table.spec],
      styleRanges: [
        { range: { row: TITLE_ROW, column: 0, rows: 1, columns: 1 }, style: "title" },
        { range: { row: HINT_ROW, column: 0, rows: 1, columns: 1 }, style: "note" },
        { range: cell("date"), style: "input.dateLeft" },
        { range: cell("asOf"), style: "input.dateStrong" },
        { range: cell("view"), style: "input.textStrong" },
        { range: cell("thresholds"), style: "infoNote" },
        { range: cell("warnDays"), style: "input.integerLeft" },
      ],
      validations,
      print: { ...landscape(), orientation: "portrait", area: { row: 0, column: 0, rows: HEADER_ROW + 1 + keys.length, columns: 2 } },
    },
    names: NAMED.map(([name, key]) => ({
      key: name,
      name: definedName(name, book),
      refersTo: { sheet: "info", range: cell(key) },
      visible: true,
    })),
    table,
  };
}

function chosenIn(source: Formula, range: RangeAddress): ValidationSpec {
  return {
    type: "list",
    range,
    source,
    allowBlank: false,
    error: { style: "stop", title: WORDS.chooseTitle, message: WORDS.chooseMessage },
  };
}

function infoValues(plan: Plan, options: CompileOptions, view: string): Readonly<Record<InfoKey, CellValue>> {
  const { header } = plan;
  const issuer = header.issuer?.value ?? "";
  const recipients = plan.reportDuties.flatMap((duty) => duty.recipients);
  return {
    title: citedTitle(header.title.value) || WORDS.unnamedPlan,
    number: header.number?.value ?? null,
    date: serialOf(header.date?.value),
    issuer: header.issuer?.value ?? null,
    place: header.place?.value ?? null,
    year: yearWords(plan) || null,
    basis: header.basis.join("\n") || null,
    superior: superiorOf(issuer, header.place?.value ?? "") ?? null,
    follower: header.issuer?.value ?? null,
    author: null,
    reportNumber: null,
    signerTitle: signerTitle(issuer),
    signer: null,
    recipients: recipientLines(reportRecipients(recipients, issuer, agencyKey)),
    asOf: serialOf(options.asOf),
    view,
    periodScheme: PERIOD_SCHEME_WORDS[options.periodScheme ?? "decree-09"],
    thresholds: WORDS.thresholdsPlace,
    warnDays: DEFAULT_WARN_DAYS,
    template: TEMPLATE_VERSION,
  };
}
