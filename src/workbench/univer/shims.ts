import { ICommandService, type Nullable, type Univer } from "@univerjs/core";
import {
  type ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  ISuperTableService,
  LexerTreeBuilder,
  NumberValueObject,
  RemoveSuperTableMutation,
  SetDefinedNameMutation,
  SetSuperTableMutation,
  StringValueObject,
  functionDate,
  functionLookup,
} from "@univerjs/engine-formula";
import { TableManager } from "@univerjs/sheets-table";
import { repairEquality } from "./equality";
import { hastenWriting } from "./speed";
import { hiddenName, hideUnderscores, toLongThisRow } from "./structuredReference";

/** A function class and its name, as the engine registers them. */
export type FunctionEntry = readonly [new (name: string) => BaseFunction, string];

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

function original(list: readonly unknown[], name: string): new (name: string) => BaseFunction {
  const entry = (list as readonly (readonly [new (name: string) => BaseFunction, string])[]).find(([, id]) => id === name);
  if (!entry) throw new Error(`the formula engine has no ${name}`);
  return entry[0];
}

const first = (value: BaseValueObject): Nullable<BaseValueObject> => (value.isArray() ? (value as ArrayValueObject).get(0, 0) : value);

/** SORT of 0.25.1 sorts the range cache that other formulas read; this one sorts a copy. */
class SortOfCopy extends original(functionLookup, "SORT") {
  override calculate(array: BaseValueObject, ...rest: BaseValueObject[]): ReturnType<BaseFunction["calculate"]> {
    const copy = array.isArray() ? ((array as ArrayValueObject).slice() ?? array) : array;
    return super.calculate(copy as BaseValueObject, ...rest);
  }
}

/** EDATE of 0.25.1 overflows: EDATE(31 January, 1) gives 3 March. Scalars only, arrays go to the engine. */
class EndOfMonthEdate extends original(functionDate, "EDATE") {
  override calculate(start: BaseValueObject, months: BaseValueObject): ReturnType<BaseFunction["calculate"]> {
    const day = first(start);
    const count = first(months);
    const numeric = (value: Nullable<BaseValueObject>): boolean => Boolean(value && !value.isError() && !value.isString());
    if (!numeric(day) || !numeric(count)) return super.calculate(start, months);
    const date = new Date(EPOCH + Math.floor(Number(day!.getValue())) * DAY);
    const month = date.getUTCMonth() + Math.trunc(Number(count!.getValue()));
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
    const result = (Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) - EPOCH) / DAY;
    return result < 0 ? ErrorValueObject.create(ErrorType.NUM) : NumberValueObject.create(result);
  }
}

/** HYPERLINK of 0.25.1 paints a link and leaves the cell without a value; this one gives the text, as Excel does. */
class HyperlinkText extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;
  override calculate(location: BaseValueObject, name?: BaseValueObject): ReturnType<BaseFunction["calculate"]> {
    const shown = first(name ?? location);
    if (!shown || shown.isNull()) return StringValueObject.create("");
    return shown;
  }
}

interface SheetReference {
  isReferenceObject(): boolean;
  getForcedSheetId(): string | undefined;
  getForcedSheetName(): string;
  setForcedSheetId(sheetIds: object): void;
}

type CreateReference = (this: BaseFunction, reference: SheetReference, range: unknown) => SheetReference;

/**
 * INDEX, OFFSET and XLOOKUP of 0.25.1 over a column of a table on another sheet look at the sheet of the formula: the sheet of a table reference is
 * known by its id alone, and the cell they make of it looks for the id by an empty name.
 */
function keepSheetOfTables(): void {
  const prototype = BaseFunction.prototype as unknown as { createReferenceObject: CreateReference };
  const create = prototype.createReferenceObject;
  prototype.createReferenceObject = function (reference, range) {
    const made = create.call(this, reference, range);
    if (made.isReferenceObject() && reference.getForcedSheetId() && !reference.getForcedSheetName())
      made.setForcedSheetId = () => undefined;
    return made;
  };
}
keepSheetOfTables();

/** Functions that replace faulty ones of engine-formula 0.25.1. */
export const REPAIRED_FUNCTIONS: readonly FunctionEntry[] = [
  [SortOfCopy, "SORT"],
  [EndOfMonthEdate, "EDATE"],
  [HyperlinkText, "HYPERLINK"],
];

interface CellChange {
  f?: string | null;
}
interface CellChanges {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Record<number, Record<number, CellChange | null>>;
}

/** Gives `[@Column]` the form that the engine reads, whoever writes it: the keyboard, a paste, the add-in. */
function lengthenThisRow(changes: CellChanges, tables: TableManager): void {
  for (const [row, cells] of Object.entries(changes.cellValue ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (typeof cell?.f !== "string" || !cell.f.includes("[@")) continue;
      const owner = tables.getTablesBySubunitId(changes.unitId, changes.subUnitId).find((table) => {
        const range = table.getRange();
        return +row >= range.startRow && +row <= range.endRow && +column >= range.startColumn && +column <= range.endColumn;
      });
      cell.f = toLongThisRow(cell.f, owner?.getDisplayName());
    }
  }
}

/** Text inside double quotes, or a column in square brackets, which may hold a round bracket: `[Thực hiện (nhập tay)]`. */
const QUOTED_OR_COLUMN = /"[^"]*"?|\[[^[\]"]*\]?/g;

/** Round brackets inside square ones as private characters: the lexer of 0.25.1 takes them for those of a call. */
function hideRound(text: string): string {
  return text.replaceAll("(", "\uE000").replaceAll(")", "\uE001");
}

/** Lets structured references name columns with round brackets, and tables with underscores. */
function readAnyName(lexer: LexerTreeBuilder): void {
  const build = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, ...rest) =>
    build(
      formula.includes("[")
        ? hideUnderscores(formula).replace(QUOTED_OR_COLUMN, (part) =>
            part.startsWith("[") && part.endsWith("]") ? hideRound(part) : part,
          )
        : formula,
      ...rest,
    );
}

/** Makes the columns of a table known by their hidden names too. */
function knowHiddenTitles(titles: Map<string, number> | undefined): void {
  for (const [title, index] of [...(titles ?? [])]) if (/[()]/.test(title)) titles!.set(hideRound(title), index);
}

interface TableCommand {
  readonly unitId: string;
  readonly tableName: string;
  readonly reference: Parameters<ISuperTableService["registerTable"]>[2];
}

/** Makes a table with underscores in its name known by its hidden name too. */
function knowHiddenTable(tables: ISuperTableService, command: string, params: TableCommand): void {
  const hidden = hiddenName(params.tableName);
  if (hidden === params.tableName) return;
  if (command === RemoveSuperTableMutation.id) tables.remove(params.unitId, hidden);
  else tables.registerTable(params.unitId, hidden, params.reference);
}

/**
 * Repairs that work on commands: `[@Column]` is understood, and a parsed formula is dropped when the range of a table or defined name that it
 * mentions changes (0.25.1 keeps the old range). Returns the function that takes the repairs away.
 */
export function installShims(univer: Univer): () => void {
  repairEquality();
  hastenWriting();
  const injector = univer.__getInjector();
  readAnyName(injector.get(LexerTreeBuilder));
  const registration = injector.get(ICommandService).beforeCommandExecuted((command) => {
    const params = command.params as { tableName?: string; name?: string; reference?: { titleMap?: Map<string, number> } } | undefined;
    if (command.id === SetSuperTableMutation.id) knowHiddenTitles(params?.reference?.titleMap);
    if (command.id === SetSuperTableMutation.id || command.id === RemoveSuperTableMutation.id)
      knowHiddenTable(injector.get(ISuperTableService), command.id, command.params as TableCommand);
    if (command.id === SetSuperTableMutation.id && params?.tableName)
      injector.get(IFunctionService).deleteFormulaAstCacheKey(params.tableName);
    if (command.id === SetDefinedNameMutation.id && params?.name) injector.get(IFunctionService).deleteFormulaAstCacheKey(params.name);
    if (command.id === "sheet.mutation.set-range-values") lengthenThisRow(command.params as CellChanges, injector.get(TableManager));
  });
  return () => registration.dispose();
}
