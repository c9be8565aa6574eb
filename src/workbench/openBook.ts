import { fromXlsx } from "../render/fromXlsx";
import type { Message } from "../result";
import { compileState } from "../workbook/compileWorkbook";
import { decodeState } from "../workbook/planState";
import { readXlsx, type ReadWorkbook } from "../xlsx/readXlsx";
import { isFileError } from "../xlsx/sheetFile";
import type { Book } from "./excelObjects/book";
import { overlay, type StandingWorkbook } from "../workbook/overlay";
import { writeSpec } from "./writeSpec";

function standingFile(file: ReadWorkbook): StandingWorkbook {
  const sheets = new Map(file.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    table(name) {
      for (const sheet of file.sheets) {
        const table = sheet.tables.find((item) => item.name.toLowerCase() === name.toLowerCase());
        if (table)
          return { sheet: sheet.name, area: { ...table.range, rows: table.range.rows - table.totalsRows }, columns: table.columns };
      }
      return undefined;
    },
    cell(sheet, row, column) {
      const cell = sheets.get(sheet)?.rows.get(row)?.get(column);
      if (!cell) return undefined;
      return { value: isFileError(cell.value) ? cell.value.error : cell.value, formula: cell.formula !== undefined };
    },
  };
}

/** Opens a workbook that this program made in place of what stands in the grid. Messages of severity error: nothing was changed. */
export function openBook(book: Book, bytes: Uint8Array): readonly Message[] {
  const { value: values, messages } = fromXlsx(bytes);
  if (!values) return messages;
  const { value: state, messages: stateMessages } = decodeState(values.state);
  if (!state) return stateMessages;
  const spec = overlay(compileState(state), standingFile(readXlsx(bytes)));
  const old = book.grid.sheets().map((sheet) => sheet.getSheetId());
  // Sheet names are freed first: a book of the same name may be open.
  old.forEach((sheetId, index) => book.grid.renameSheet(sheetId, `~${index}`));
  for (const table of book.tables.list()) book.tables.remove(table.id);
  for (const name of book.names()) book.removeName(name.id);
  for (const map of [book.customXml, book.settings, book.customProperties]) map.clear();
  writeSpec(book, spec);
  for (const sheetId of old) book.removeSheet(sheetId);
  const first = book.grid.sheets().find((sheet) => !sheet.isSheetHidden());
  if (first) book.activate(first.getSheetId());
  return [...messages, ...stateMessages];
}
