import { lintXlsx } from "../../src/xlsx/lint";
import { readXlsx, type ReadWorkbook } from "../../src/xlsx/readXlsx";
import { isFileError, type FileValue } from "../../src/xlsx/sheetFile";
import { recalculatedXlsx } from "./libreOffice";
import { readByHucre, readByOpenpyxl, schemaErrors, type OtherReading } from "./otherReaders";

const plain = (value: FileValue): string | number | boolean | null => (isFileError(value) ? value.error : value);

function* cellsOf(book: ReadWorkbook) {
  for (const sheet of book.sheets) {
    for (const [row, cells] of sheet.rows) for (const [column, cell] of cells) yield { sheet: sheet.name, row, column, cell };
  }
}

/** Equal, numbers within what floating point loses on the way. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
}

/** Cells whose stored result differs from what LibreOffice computes anew; blank and "" count as the same. */
export async function recalculationFaults(bytes: Uint8Array): Promise<string[]> {
  const again = new Map<string, FileValue>();
  const key = (sheet: string, row: number, column: number): string => `${sheet}!${row},${column}`;
  for (const { sheet, row, column, cell } of cellsOf(readXlsx(await recalculatedXlsx(bytes))))
    again.set(key(sheet, row, column), cell.value);
  const faults: string[] = [];
  for (const { sheet, row, column, cell } of cellsOf(readXlsx(bytes))) {
    const stored = plain(cell.value) ?? "";
    const computed = plain(again.get(key(sheet, row, column)) ?? null) ?? "";
    if (!same(stored, computed))
      faults.push(`${sheet} R${row + 1}C${column + 1}: stored ${stored}, computed ${computed} by ${cell.formula ?? "no formula"}`);
  }
  return faults;
}

/** Formula cells whose stored result is an error. */
export function errorCells(bytes: Uint8Array): string[] {
  return [...cellsOf(readXlsx(bytes))]
    .filter(({ cell }) => isFileError(cell.value))
    .map(({ sheet, row, column, cell }) => `${sheet} R${row + 1}C${column + 1}: ${String(plain(cell.value))} of ${cell.formula ?? ""}`);
}

/** Cells that another reader sees otherwise than ours. */
export function readingFaults(bytes: Uint8Array, other: OtherReading, name: string): string[] {
  const own = new Map<string, string | number | boolean>();
  for (const { sheet, row, column, cell } of cellsOf(readXlsx(bytes))) {
    const value = plain(cell.value);
    if (value !== null && value !== "") own.set(`${sheet}!${row},${column}`, value);
  }
  const faults: string[] = [];
  for (const [sheet, cells] of Object.entries(other.sheets)) {
    for (const [row, column, value] of cells) {
      const place = `${sheet}!${row},${column}`;
      if (!same(own.get(place), value) && value !== "")
        faults.push(`${name} reads ${place} as ${JSON.stringify(value)}, we ${JSON.stringify(own.get(place))}`);
      own.delete(place);
    }
  }
  for (const [place, value] of own) faults.push(`${name} does not see ${place}: ${JSON.stringify(value)}`);
  return faults;
}

/** Everything that any judge has against a file: schema, lint, LibreOffice's recalculation, openpyxl, hucre. */
export async function judgeXlsx(bytes: Uint8Array): Promise<string[]> {
  const [schema, openpyxl, hucre, recalculation] = await Promise.all([
    schemaErrors(bytes),
    readByOpenpyxl(bytes),
    readByHucre(bytes),
    recalculationFaults(bytes),
  ]);
  return [
    ...Object.entries(schema).flatMap(([version, errors]) => errors.map((error) => `${version}: ${error}`)),
    ...lintXlsx(bytes),
    ...recalculation,
    ...readingFaults(bytes, openpyxl, "openpyxl"),
    ...readingFaults(bytes, hucre, "hucre"),
  ];
}
