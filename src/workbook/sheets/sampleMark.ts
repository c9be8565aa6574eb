import { countRows, sum } from "../counting";
import { call, isFormulaCell, literal, op, type CellSpec } from "../formula";
import { HINT_ROW } from "../layout";
import type { Live } from "../live";
import { COLUMNS } from "../names";
import type { BuiltTable } from "../tableModel";
import type { SheetSpec } from "../workbookSpec";
import { WORDS } from "../words";

/** "Số liệu minh hoạ" while invented figures stand in the book, "" once the last of them is gone. */
export function sampleMark(figures: BuiltTable, tasks: BuiltTable): Live {
  const invented = sum(
    countRows(figures, { header: COLUMNS.figures.source, value: WORDS.sample }),
    countRows(tasks, { header: COLUMNS.tasks.result, value: WORDS.sample }),
  );
  return {
    formula: call("IF", op(">", invented.formula, literal(0)), literal(WORDS.sample), literal("")),
    result: invented.result > 0 ? WORDS.sample : "",
  };
}

/** Words after the mark, which a full stop follows where it stands; the words alone in a book without invented figures. */
export function afterMark(mark: Live, words: CellSpec): CellSpec {
  const rest = isFormulaCell(words) ? words : { formula: literal(words ?? ""), result: words ?? "" };
  return {
    formula: op("&", call("IF", op("=", mark.formula, literal("")), literal(""), op("&", mark.formula, literal(". "))), rest.formula),
    result: `${mark.result === "" ? "" : `${String(mark.result)}. `}${String(rest.result)}`,
  };
}

/** A sheet whose hint under the title begins with the mark. */
export function withMark(sheet: SheetSpec, mark: Live): SheetSpec {
  const blocks = sheet.blocks.map((block) => {
    const line = HINT_ROW - block.at.row;
    const hint = block.at.column === 0 ? block.cells[line]?.[0] : undefined;
    if (hint === undefined || hint === null) return block;
    const marked = block.cells.map((row, index) => (index === line ? [afterMark(mark, hint), ...row.slice(1)] : row));
    return { ...block, cells: marked };
  });
  return { ...sheet, blocks };
}
