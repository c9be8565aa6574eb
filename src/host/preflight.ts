import type { Message } from "../result";
import type { WorkbookSpec } from "../workbook/workbookSpec";
import { bookLookup } from "../workbook/layout";
import { bookNames, fold, readContents, type WorkbookContents } from "./bookSearch";
import { Refusal } from "./excelRun";

/** The workbook as it was before anything was written: what the undoing needs. */
export interface Before {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly partIds: ReadonlySet<string>;
  readonly activeSheet: string;
  readonly properties: Readonly<Record<"title" | "subject" | "company" | "keywords", string>>;
  readonly custom: ReadonlyMap<string, unknown>;
  /** Names left over from a deleted book, which stand in the way. */
  readonly brokenNames: readonly { readonly name: string }[];
  /** State parts left over from a deleted book. */
  readonly orphans: readonly { readonly id: string; readonly xml: string }[];
  readonly hasBooks: boolean;
}

/** Looks at the workbook before a book is written; throws a `Refusal` when a book of ours or something of the user's stands in the way. Two requests. */
export async function preflight(context: Excel.RequestContext, spec: WorkbookSpec): Promise<Before> {
  const { properties, worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load("name");
  properties.load("title,subject,company,keywords");
  properties.custom.load("items/key,items/value");
  const contents = await readContents(context);
  const own = new Set(spec.names.map(({ name }) => fold(name)));
  const brokenNames = contents.names.filter(({ name, formula }) => own.has(fold(name)) && isLeftOver(name, formula, contents));
  const messages = conflicts(spec, contents, new Set(brokenNames.map(({ name }) => name)));
  if (messages.length) throw new Refusal(messages);
  const { title, subject, company, keywords } = properties;
  return {
    sheets: new Set(contents.sheets.map(({ name }) => fold(name))),
    names: new Set(contents.names.map(({ name }) => fold(name))),
    partIds: new Set(contents.parts.map(({ id }) => id)),
    activeSheet: active.name,
    properties: { title, subject, company, keywords },
    custom: new Map(properties.custom.items.map(({ key, value }) => [key, value as unknown])),
    brokenNames,
    orphans: contents.parts.filter(
      ({ xml }) => !contents.books.some(({ state }) => state !== "" && xml.includes(`planId="`) && holds(xml, state)),
    ),
    hasBooks: contents.books.length > 0,
  };
}

/** True if the part is of the book: the state's own id stands in its first tag. */
function holds(xml: string, state: string): boolean {
  const id = /planId="([^"]*)"/.exec(xml)?.[1];
  return id !== undefined && state.includes(`"planId":"${id}"`);
}

/** A name of ours that nothing stands behind any more: its cells or its sheet are gone, or it holds the id of a plan whose book is gone. */
function isLeftOver(name: string, formula: string, { sheets, books }: WorkbookContents): boolean {
  if (formula.includes("#REF!")) return true;
  const sheet = /^='((?:[^']|''){1,80})'!/.exec(formula)?.[1]?.replaceAll("''", "'");
  if (sheet !== undefined) return !sheets.some((one) => fold(one.name) === fold(sheet));
  return /^="KH-/.test(formula) && !books.some(({ book }) => fold(bookLookup(book).name("planId")) === fold(name));
}

/** What stands in the way: a book of ours, or sheets, tables and names of the user's own. */
function conflicts(spec: WorkbookSpec, contents: WorkbookContents, broken: ReadonlySet<string>): readonly Message[] {
  const sheets = new Set(contents.sheets.map(({ name }) => fold(name)));
  const taken = new Set([...contents.tables, ...contents.names.map(({ name }) => name).filter((name) => !broken.has(name))].map(fold));
  const clashes = [
    ...spec.sheets.filter(({ name }) => sheets.has(fold(name))).map(({ name }) => name),
    ...spec.sheets
      .flatMap((sheet) => sheet.tables)
      .filter(({ name }) => taken.has(fold(name)))
      .map(({ name }) => name),
    ...spec.names.filter(({ name }) => taken.has(fold(name))).map(({ name }) => name),
  ];
  if (clashes.length === 0) return [];
  const ours = contents.books.find(({ book }) => {
    const known = bookNames(book);
    return clashes.some((name) => known.sheets.has(fold(name)) || known.tables.has(fold(name)));
  });
  if (ours) return [{ code: "workbook-exists", severity: "error", details: { title: ours.title, book: ours.book } }];
  return [{ code: "name-taken", severity: "error", details: { names: clashes.join(", ") } }];
}
