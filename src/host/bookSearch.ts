import { bookLookup, STATE_NAMESPACE } from "../workbook/layout";
import { SHEET_NAMES, TABLE_NAMES, type SheetKey, type TableKey } from "../workbook/names";
import { decodeState, fromChunks } from "../workbook/planState";
import { stateOf } from "./stateXml";

/** A book of ours in the open workbook. */
export interface BookInfo {
  /** 1 for the first, 2 for the second … */
  readonly book: number;
  readonly planId: string;
  /** Title of the plan, "" if it is not known. */
  readonly title: string;
}

/** A book of ours and its state; "" when neither the part nor its copy is there. */
export interface FoundBook extends BookInfo {
  readonly state: string;
}

/** A part of ours whose book is no longer there. */
export interface StatePart {
  readonly id: string;
  readonly xml: string;
}

/** What stands in the open workbook, as far as a book of ours can touch it. */
export interface WorkbookContents {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly tables: readonly string[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly books: readonly FoundBook[];
  /** Every part in our namespace. */
  readonly parts: readonly StatePart[];
}

/** Most books that are looked for in one workbook. */
const MAX_BOOKS = 9;

/** Sheets by which a book is known; what else was deleted does not matter. */
const KNOWN_BY: readonly SheetKey[] = ["info", "targets", "tasks"];

/** Reads sheets, tables, names and states of the open workbook, in two requests. */
export async function readContents(context: Excel.RequestContext): Promise<WorkbookContents> {
  const { worksheets, tables, names, customXmlParts } = context.workbook;
  const parts = customXmlParts.getByNamespace(STATE_NAMESPACE);
  worksheets.load("items/name,items/id");
  tables.load("items/name");
  names.load("items/name,items/formula");
  parts.load("items/id");
  await context.sync();

  const sheets = worksheets.items.map(({ name, id }) => ({ name, id }));
  const texts = parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
  const copies = numbersOf(
    sheets.map(({ name }) => name),
    "state",
  ).map((book) => {
    const cells = worksheets.getItem(bookLookup(book).sheet("state")).getUsedRangeOrNullObject(true);
    cells.load("values");
    return { book, cells };
  });
  const titles = numbersOf(
    sheets.map(({ name }) => name),
    "info",
  ).map((book) => {
    const title = names.getItemOrNullObject(bookLookup(book).name("title")).getRangeOrNullObject();
    title.load("values");
    return { book, title };
  });
  await context.sync();

  const found = {
    sheets,
    tables: tables.items.map(({ name }) => name),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    parts: texts.map(({ id, xml }) => ({ id, xml: xml.value })),
  };
  const states = [
    ...found.parts.map(({ xml }) => stateOf(xml) ?? ""),
    ...copies.map(({ cells }) => (cells.isNullObject ? "" : fromChunks((cells.values as unknown[][]).map(([first]) => first)))),
  ];
  const shown = new Map(
    titles.map(({ book, title }) => [book, title.isNullObject ? "" : String((title.values as unknown[][])[0]?.[0] ?? "")]),
  );
  return { ...found, books: booksOf(found, states, shown) };
}

/** Book numbers for which a sheet of this key is there. */
function numbersOf(sheets: readonly string[], key: SheetKey): readonly number[] {
  const known = new Set(sheets.map(fold));
  return numbers().filter((book) => known.has(fold(bookLookup(book).sheet(key))));
}

function numbers(): readonly number[] {
  return Array.from({ length: MAX_BOOKS }, (_, index) => index + 1);
}

/** Books of which at least one main sheet is left, by state, else by the defined name that holds the plan's id. */
function booksOf(
  { sheets, names }: Pick<WorkbookContents, "sheets" | "names">,
  states: readonly string[],
  titles: ReadonlyMap<number, string>,
): readonly FoundBook[] {
  const books = new Map<number, FoundBook>();
  const isThere = (book: number): boolean =>
    KNOWN_BY.some((key) => sheets.some(({ name }) => fold(name) === fold(bookLookup(book).sheet(key))));
  for (const state of states) {
    const read = state === "" ? undefined : decodeState(state).value;
    if (!read) continue;
    const book = read.options.book ?? 1;
    if (!books.has(book) && isThere(book)) books.set(book, { book, planId: read.planId, title: read.plan.header.title.value, state });
  }
  for (const book of numbers()) {
    const id = names.find(({ name }) => fold(name) === fold(bookLookup(book).name("planId")))?.formula;
    const planId = id === undefined ? undefined : /^="?([^"]+)"?$/.exec(id)?.[1];
    if (planId && !planId.includes("#REF!") && !books.has(book) && isThere(book)) {
      books.set(book, { book, planId, title: titles.get(book) ?? "", state: states.find((state) => state.includes(planId)) ?? "" });
    }
  }
  return [...books.values()].sort((a, b) => a.book - b.book);
}

/** Names as Excel compares them: without regard to case. */
export function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Sheet and table names of a book, folded, with their keys. */
export function bookNames(book: number): {
  readonly sheets: ReadonlyMap<string, SheetKey>;
  readonly tables: ReadonlyMap<string, TableKey>;
} {
  const lookup = bookLookup(book);
  return {
    sheets: new Map((Object.keys(SHEET_NAMES) as SheetKey[]).map((key) => [fold(lookup.sheet(key)), key])),
    tables: new Map((Object.keys(TABLE_NAMES) as TableKey[]).map((key) => [fold(lookup.table(key)), key])),
  };
}
