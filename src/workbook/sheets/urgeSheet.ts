import type { Plan } from "../../plan/plan";
import type { Formula } from "../formula";
import type { Live } from "../live";
import type { TableKey } from "../names";
import { WORDS } from "../words";
import { Page } from "../page";
import { agencyRows } from "../planFacts";
import { COLORS } from "../styles";
import { emptySheet } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { SheetSpec, ValidationSpec } from "../workbookSpec";
import { DATE_BOUNDS } from "./cellChecks";
import { asOfDay, joined, letterhead, officialPaper, orElse, signature } from "./letterhead";
import { AGENCY_PLACE, KIND, LABEL, NEW_LINE, PRINTED, VALUE, WIDE, WIDTHS, type UrgeTables } from "./urge/frame";
import { inSentence, letter } from "./urge/letter";
import { ranking } from "./urge/mostOverdue";
import { counted, firstAgency, owedOf, someOfEach } from "./urge/owed";
import { listRows } from "./urge/owedList";
import { URGE_WORDS as W } from "./words";

const SPLIT = 2;

/** Makes Đôn đốc: a letter to the agency that is chosen, with the list of what it owes; all live over the tables. */
export function urgeSheet(
  plan: Plan,
  book: number,
  asOf: number,
  tables: UrgeTables,
  list: (key: TableKey) => Formula,
  mark: Live,
): SheetSpec {
  const { info, agencies } = tables;
  const page = new Page();
  const owed = owedOf(tables, asOf);
  const chosen = firstAgency(plan, owed);
  const agency: Live = { formula: { kind: "cell", row: 0, column: VALUE, fixed: "both" }, result: chosen };
  const answerBy: Live = { formula: { kind: "cell", row: 2, column: VALUE, fixed: "both" }, result: "" };
  inputs(page, chosen);

  const day = asOfDay(asOf);
  const number: Live = { formula: { kind: "cell", row: 1, column: VALUE, fixed: "both" }, result: "" };
  letterhead(page, info, day, orElse(number, W.noNumber), { row: 0, split: SPLIT, widths: PRINTED });
  page.line(3, 0, SPLIT, "formSpareCenter", W.about, heightOf(2, 12) + 8);
  page.line(3, SPLIT, PRINTED.length - SPLIT, "formDay", mark);
  const { tasks, reports, targets } = owed(agency);
  const counts = counted(page, { tasks, reports, targets });
  const body = letter(info, day, agency, answerBy, asOf, counts, tasks);
  const longest = Math.max(...agencyRows(plan).map(({ name }) => name.length), 1);
  const fullest = letter(info, day, agency, answerBy, asOf, someOfEach(counts), tasks);
  body.forEach((text, index) => {
    const reserve = "n".repeat(Math.max(0, longest - chosen.length));
    const lines = Math.max(
      ...[text, fullest[index]!].map(({ result }) => lineCount(`${String(result ?? "")}${reserve}`, WIDE, { size: 13 })),
    );
    page.line(4 + index, 0, PRINTED.length, index === 0 ? "formDear" : "formText", text, heightOf(lines, 13) + 4);
  });
  page.line(4, VALUE, 1, "screenText", joined(...body.flatMap((text, index) => (index === 0 ? [text] : [NEW_LINE, text]))));
  page.line(4, LABEL, 1, "screenLabel", W.copy);
  const end = 4 + body.length + 1;
  signature(page, info, `${W.same}\n${W.file}`, { row: end, split: SPLIT, columns: PRINTED.length });

  const top = end + 4;
  page.line(top, 0, PRINTED.length, "formTitle", W.list, heightOf(lineCount(W.list, WIDE, { size: 14, bold: true }), 14) + 4);
  page.line(
    top + 1,
    0,
    PRINTED.length,
    "formDay",
    joined(W.listOf, inSentence(agency)),
    heightOf(Math.max(1, Math.ceil(longest / 70)), 13) + 4,
  );
  const last = listRows(page, top + 2, counts, owed(agency), tables);
  ranking(page, 13, agencies, owed);
  return {
    ...emptySheet("urge", book),
    tabColor: COLORS.tabFormula,
    columns: WIDTHS.map((width) => ({ width })),
    ...page.parts(),
    outlines: [{ axis: "columns", from: KIND, to: AGENCY_PLACE, collapsed: true }],
    validations: validations(list),
    print: {
      ...officialPaper("portrait"),
      area: { row: 0, column: 0, rows: last + 1, columns: PRINTED.length },
      pageBreaks: [top],
    },
    protected: true,
  };
}

function inputs(page: Page, chosen: string): void {
  page.line(0, LABEL, 1, "screenLabel", W.choose);
  page.line(0, VALUE, 1, "screenInput", chosen === "" ? null : chosen);
  page.line(1, LABEL, 1, "screenLabel", W.number);
  page.line(1, VALUE, 1, "screenInput", null);
  page.line(2, LABEL, 1, "screenLabel", W.answerBy);
  page.line(2, VALUE, 1, "screenDate", null);
}

function validations(list: (key: TableKey) => Formula): readonly ValidationSpec[] {
  const cell = (row: number): ValidationSpec["range"] => ({ row, column: VALUE, rows: 1, columns: 1 });
  return [
    {
      type: "list",
      range: cell(0),
      source: list("agencies"),
      prompt: { title: W.choose, message: W.chooseHint },
      error: { style: "stop", title: WORDS.chooseTitle, message: WORDS.chooseMessage },
    },
    {
      type: "date",
      range: cell(2),
      operator: "between",
      value: DATE_BOUNDS.first,
      upper: DATE_BOUNDS.last,
      prompt: { title: W.answerBy, message: W.answerByHint },
      error: { style: "stop", title: WORDS.dateTitle, message: WORDS.dateMessage },
    },
  ];
}
