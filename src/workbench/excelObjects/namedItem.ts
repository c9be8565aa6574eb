import { invalidArgument, itemAlreadyExists, itemNotFound } from "../hostError";
import { defineType, type HostObject, isHostObject, type ObjectType } from "../hostObject";
import { printArea, quoteSheet } from "../univer/address";
import { booleanOf, textOf } from "./arguments";
import { type Book, type BookName, type Cells, worksheetObject } from "./book";
import { areaOf, cellsOfFormula } from "./cellsAccess";
import { checkName } from "./names";

interface NamesHandle {
  readonly book: Book;
  /** Sheet whose own names are meant; omitted: the workbook's. */
  readonly sheetId?: string;
}

interface NameHandle {
  readonly book: Book;
  readonly id: string;
}

const object = (book: Book, id: string): HostObject => ({ type: "NamedItem", self: { book, id } satisfies NameHandle });

function nameOf({ book, id }: NameHandle): BookName {
  const name = book.names().find((item) => item.id === id);
  if (!name) throw itemNotFound();
  return name;
}

function cellsOf(handle: NameHandle): Cells | undefined {
  const name = nameOf(handle);
  return cellsOfFormula(handle.book, name.scope ?? handle.book.activeSheetId, name.formula);
}

function change(handle: NameHandle, patch: Partial<BookName>): void {
  handle.book.setName({ ...nameOf(handle), ...patch });
}

/** NamedItemCollection. */
export const NAMED_ITEMS: ObjectType = defineType<NamesHandle>({
  name: "NamedItemCollection",
  items: ({ book, sheetId }) =>
    book
      .names()
      .filter((name) => name.scope === sheetId)
      .map((name) => object(book, name.id)),
  indexer: ({ book, sheetId }, [key]) => {
    const name = book.nameCalled(textOf(key), sheetId);
    if (!name) throw itemNotFound();
    return object(book, name.id);
  },
  methods: {
    Add: ({ book, sheetId }, [name, reference, comment]) => {
      const text = textOf(name);
      checkName(text);
      if (book.nameCalled(text, sheetId) || (!sheetId && book.tables.find(text))) throw itemAlreadyExists();
      let formula: string;
      if (isHostObject(reference)) {
        if (reference.type !== "Range") throw invalidArgument();
        const cells = reference.self as Cells;
        formula = `=${quoteSheet(book.sheetName(cells.sheetId))}!${printArea(areaOf(cells), true)}`;
      } else {
        formula = textOf(reference);
        if (!formula.startsWith("=")) throw invalidArgument();
      }
      const id = book.newId();
      book.setName({
        id,
        name: text,
        formula,
        visible: true,
        comment: comment === null || comment === undefined ? "" : textOf(comment),
        ...(sheetId ? { scope: sheetId } : {}),
      });
      return object(book, id);
    },
    GetItemOrNullObject: ({ book, sheetId }, [key]) => {
      const name = book.nameCalled(textOf(key), sheetId);
      return name ? object(book, name.id) : null;
    },
    GetCount: ({ book, sheetId }) => book.names().filter((name) => name.scope === sheetId).length,
  },
});

/** NamedItem. */
export const NAMED_ITEM: ObjectType = defineType<NameHandle>({
  name: "NamedItem",
  id: (handle) => nameOf(handle).name,
  properties: {
    Name: { get: (handle) => nameOf(handle).name },
    Type: { get: (handle) => (cellsOf(handle) ? "Range" : "String") },
    Value: { get: (handle) => nameOf(handle).formula },
    Formula: { get: (handle) => nameOf(handle).formula, set: (handle, value) => change(handle, { formula: textOf(value ?? undefined) }) },
    Visible: {
      get: (handle) => nameOf(handle).visible,
      set: (handle, value) => change(handle, { visible: booleanOf(value ?? undefined) }),
    },
    Comment: { get: (handle) => nameOf(handle).comment, set: (handle, value) => change(handle, { comment: textOf(value ?? undefined) }) },
    Scope: { get: (handle) => (nameOf(handle).scope ? "Worksheet" : "Workbook") },
  },
  navigation: {
    Worksheet: (handle) => {
      const { scope } = nameOf(handle);
      if (!scope) throw itemNotFound();
      return worksheetObject(handle.book, scope);
    },
    WorksheetOrNullObject: (handle) => {
      const { scope } = nameOf(handle);
      return scope ? worksheetObject(handle.book, scope) : null;
    },
  },
  methods: {
    GetRange: (handle) => {
      const cells = cellsOf(handle);
      if (!cells) throw itemNotFound();
      return { type: "Range", self: cells };
    },
    GetRangeOrNullObject: (handle) => {
      const cells = cellsOf(handle);
      return cells ? { type: "Range", self: cells } : null;
    },
    Delete: (handle) => handle.book.removeName(nameOf(handle).id),
  },
});
