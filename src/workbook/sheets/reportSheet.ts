import { named } from "../formula";
import type { Live } from "../live";
import { COLUMNS } from "../names";
import { Page } from "../page";
import { pageBreaks } from "../pageBreaks";
import { COLORS } from "../styles";
import { emptySheet, type BuiltTable } from "../tableModel";
import { heightOf, lineCount } from "../textMeasure";
import type { SheetSpec } from "../workbookSpec";
import { asOfDay, infoText, joined, letterhead, longDay, officialPaper, orElse, signature, upper } from "./letterhead";
import { CODE, HELPERS, PLACE, PRINTED, SIZE, WIDTHS, type ReportTables } from "./report/frame";
import { section } from "./report/itemRows";
import { targetSection, targetSummary } from "./report/targetItems";
import { taskSection, taskSummary } from "./report/taskItems";
import { REPORT_WORDS as W } from "./words";

const T = COLUMNS.targets;

/** Columns of the head of the paper that belong to the agency. */
const SPLIT = 2;

/** Row of the header, which every page repeats. */
const HEADER = 11;

/** Makes Báo cáo: the annex to a report, live over the tables, with sentences to paste beside it. */
export function reportSheet(book: number, asOf: number, tables: ReportTables, mark: Live): SheetSpec {
  const { info, targets, tasks } = tables;
  const page = new Page();
  const day = asOfDay(asOf);
  const number = infoText(info, "reportNumber");
  letterhead(page, info, day, orElse(number, W.noNumber), { row: 0, split: SPLIT, widths: PRINTED });
  const wide = PRINTED.reduce((sum, width) => sum + width, 0);
  const title = joined(W.title, upper(titleOf(info)));
  page.line(4, 0, PRINTED.length, "formTitle", W.annex, 22);
  page.line(5, 0, PRINTED.length, "formTitle", title, paragraph(title, wide, 14, true));
  const attached = joined(
    longDay(joined(W.attached, orElse(number, W.attachedNoNumber), W.attachedDay), day),
    W.attachedOf,
    orElse(infoText(info, "follower"), W.noPlace),
    W.attachedEnd,
  );
  page.line(6, 0, PRINTED.length, "formDay", attached, 22);
  page.line(7, 0, PRINTED.length, "formDay", mark);
  page.line(7, CODE, 2, "screenText", W.hint, 32);
  [targetSummary(targets), taskSummary(tasks)].forEach((summary, index) =>
    page.line(8 + index, 0, PRINTED.length, "formText", summary, paragraph(summary, wide, 13) + 4),
  );
  header(page);

  const first = section(page, HEADER + 1, targetSection(targets));
  const second = section(page, first.next, taskSection(tasks));
  const end = second.next + 1;
  signature(page, info, infoText(info, "recipients"), { row: end, split: SPLIT, columns: PRINTED.length });
  const recipients = String(infoText(info, "recipients").result ?? "");
  page.tall(end + 1, heightOf(Math.max(4, lineCount(recipients, PRINTED[0] + PRINTED[1], { size: 11 }))));
  const columns = WIDTHS.map((width) => ({ width }));
  const paper = { ...officialPaper("landscape"), repeatRows: { from: HEADER, to: HEADER } };
  return {
    ...emptySheet("report", book),
    tabColor: COLORS.tabFormula,
    columns,
    ...page.parts(),
    outlines: [{ axis: "columns", from: PLACE, to: WIDTHS.length - 1, collapsed: true }],
    print: {
      ...paper,
      area: { row: 0, column: 0, rows: end + 3, columns: PRINTED.length },
      pageBreaks: pageBreaks({
        print: paper,
        columns: columns.slice(0, PRINTED.length),
        heights: page.heights,
        // The signature stays with the last item.
        starts: [0, ...first.parts.slice(1), ...second.parts, end + 3],
      }),
    },
    protected: true,
  };
}

function header(page: Page): void {
  const headers = [W.order, W.item, W.lead, W.goalOrDue, W.actualOrResult, W.verdict, W.note];
  page.grid(
    HEADER,
    0,
    PRINTED.map(() => "formTableHead"),
    [headers],
  );
  page.grid(
    HEADER,
    CODE,
    ["screenHead", "screenHead", ...Array.from({ length: 2 + HELPERS.length }, () => "screenHead")],
    [[W.code, W.sentence, W.place, W.heading, ...HELPERS.map((key) => T[key])]],
  );
  page.tall(
    HEADER,
    heightOf(Math.max(...headers.map((text, index) => lineCount(text, PRINTED[index]!, { size: SIZE, bold: true }))), SIZE),
  );
}

function titleOf(info: BuiltTable): Live {
  return { formula: named("title"), result: infoText(info, "title").result };
}

/** Height of a text that wraps over merged columns. */
function paragraph({ result }: Live, width: number, size: number, bold = false): number {
  return heightOf(lineCount(String(result ?? ""), width, { size, bold }), size);
}
