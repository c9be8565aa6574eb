import { rangeName } from "./address";
import type { TableFile } from "./sheetFile";
import { NAMESPACES, XML_HEAD, attributes, escapeText, xstring } from "./xml";

/** Table names and column names in the attribute form: line ends become `_x000a_`, as Excel writes them. */
function columnAttribute(name: string): string {
  return xstring(name).replace(/\r\n?|\n/g, "_x000a_");
}

/** One table part; `id` counts through the workbook from 1. */
export function tableXml(table: TableFile, id: number): string {
  const range = rangeName(table.range);
  const columns = table.columns.map((column, i) => {
    const own = attributes({ id: i + 1, name: columnAttribute(column.name) });
    return column.formula === undefined
      ? `<tableColumn${own}/>`
      : `<tableColumn${own}><calculatedColumnFormula>${escapeText(column.formula)}</calculatedColumnFormula></tableColumn>`;
  });
  return (
    `${XML_HEAD}<table xmlns="${NAMESPACES.main}"${attributes({ id, name: table.name, displayName: table.name, ref: range, totalsRowShown: "0" })}>` +
    (table.showFilter ? `<autoFilter ref="${range}"/>` : "") +
    `<tableColumns count="${table.columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${attributes({ name: table.style, showFirstColumn: "0", showLastColumn: "0", showRowStripes: "1", showColumnStripes: "0" })}/></table>`
  );
}
