import { invalidArgument, itemNotFound } from "../hostError";
import { type Argument, defineType, type HostObject, isHostObject, type Json, type ObjectType } from "../hostObject";
import { textOf } from "./arguments";
import type { Book, BuiltInProperties } from "./book";

interface Entry {
  readonly book: Book;
  readonly key: string;
}

/** Namespace of the root element of an XML text; refused if there is no root element. */
function namespaceOf(xml: string): string {
  // The declaration and comments come first; the root is the first tag that begins with a letter.
  const start = xml.search(/<[A-Za-z_]/);
  if (start < 0) throw invalidArgument();
  const tag = xml.slice(start, xml.indexOf(">", start));
  const prefix = /^<([\w.-]+):/.exec(tag)?.[1];
  const name = prefix ? `xmlns:${prefix}` : "xmlns";
  return new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? "";
}

const part = (book: Book, key: string): HostObject => ({ type: "CustomXmlPart", self: { book, key } satisfies Entry });

interface ScopedParts {
  readonly book: Book;
  readonly namespace: string;
}

const partsOf = ({ book, namespace }: ScopedParts): HostObject[] =>
  [...book.customXml].filter(([, xml]) => namespaceOf(xml) === namespace).map(([key]) => part(book, key));

/** CustomXmlPartCollection. */
export const CUSTOM_XML_PARTS: ObjectType = defineType<Book>({
  name: "CustomXmlPartCollection",
  items: (book) => [...book.customXml.keys()].map((key) => part(book, key)),
  indexer: (book, [id]) => {
    if (!book.customXml.has(textOf(id))) throw itemNotFound();
    return part(book, textOf(id));
  },
  methods: {
    Add: (book, [xml]) => {
      namespaceOf(textOf(xml));
      const id = book.newId();
      book.customXml.set(id, textOf(xml));
      return part(book, id);
    },
    GetByNamespace: (book, [namespace]) => ({
      type: "CustomXmlPartScopedCollection",
      self: { book, namespace: textOf(namespace) } satisfies ScopedParts,
    }),
    GetItemOrNullObject: (book, [id]) => (book.customXml.has(textOf(id)) ? part(book, textOf(id)) : null),
    GetCount: (book) => book.customXml.size,
  },
});

/** CustomXmlPartScopedCollection: parts of one namespace. */
export const SCOPED_XML_PARTS: ObjectType = defineType<ScopedParts>({
  name: "CustomXmlPartScopedCollection",
  items: partsOf,
  indexer: ({ book }, [id]) => {
    if (!book.customXml.has(textOf(id))) throw itemNotFound();
    return part(book, textOf(id));
  },
  methods: {
    GetItemOrNullObject: ({ book }, [id]) => (book.customXml.has(textOf(id)) ? part(book, textOf(id)) : null),
    GetCount: (scoped) => partsOf(scoped).length,
    GetOnlyItem: (scoped) => {
      const parts = partsOf(scoped);
      if (parts.length !== 1) throw itemNotFound();
      return parts[0];
    },
    GetOnlyItemOrNullObject: (scoped) => {
      const parts = partsOf(scoped);
      return parts.length === 1 ? parts[0] : null;
    },
  },
});

/** CustomXmlPart. */
export const CUSTOM_XML_PART: ObjectType = defineType<Entry>({
  name: "CustomXmlPart",
  id: ({ key }) => key,
  properties: { Id: { get: ({ key }) => key }, NamespaceUri: { get: ({ book, key }) => namespaceOf(book.customXml.get(key) ?? "<x/>") } },
  methods: {
    GetXml: ({ book, key }) => {
      const xml = book.customXml.get(key);
      if (xml === undefined) throw itemNotFound();
      return xml;
    },
    SetXml: ({ book, key }, [xml]) => {
      namespaceOf(textOf(xml));
      book.customXml.set(key, textOf(xml));
    },
    Delete: ({ book, key }) => {
      if (!book.customXml.delete(key)) throw itemNotFound();
    },
  },
});

const plain = (value: Argument): Json => {
  if (isHostObject(value) || value === undefined) throw invalidArgument();
  return value;
};

const setting = (book: Book, key: string): HostObject => ({ type: "Setting", self: { book, key } satisfies Entry });

/** SettingCollection: settings of this add-in in the file. */
export const SETTINGS: ObjectType = defineType<Book>({
  name: "SettingCollection",
  items: (book) => [...book.settings.keys()].map((key) => setting(book, key)),
  indexer: (book, [key]) => {
    if (!book.settings.has(textOf(key))) throw itemNotFound();
    return setting(book, textOf(key));
  },
  methods: {
    Add: (book, [key, value]) => {
      book.settings.set(textOf(key), plain(value));
      return setting(book, textOf(key));
    },
    GetItemOrNullObject: (book, [key]) => (book.settings.has(textOf(key)) ? setting(book, textOf(key)) : null),
    GetCount: (book) => book.settings.size,
  },
});

/** Setting. */
export const SETTING: ObjectType = defineType<Entry>({
  name: "Setting",
  id: ({ key }) => key,
  properties: {
    Key: { get: ({ key }) => key },
    Value: { get: ({ book, key }) => book.settings.get(key) ?? null, set: ({ book, key }, value) => void book.settings.set(key, value) },
  },
  methods: { Delete: ({ book, key }) => void book.settings.delete(key) },
});

const builtIn = (key: keyof BuiltInProperties): { get: (book: Book) => Json; set: (book: Book, value: Json) => void } => ({
  get: (book) => book.properties[key],
  set: (book, value) => {
    const text = textOf(value ?? undefined);
    if (text.length > 255) throw invalidArgument();
    book.properties[key] = text;
  },
});

/** DocumentProperties. */
export const DOCUMENT_PROPERTIES: ObjectType = defineType<Book>({
  name: "DocumentProperties",
  properties: {
    Title: builtIn("title"),
    Subject: builtIn("subject"),
    Author: builtIn("author"),
    Keywords: builtIn("keywords"),
    Comments: builtIn("comments"),
    Category: builtIn("category"),
    Manager: builtIn("manager"),
    Company: builtIn("company"),
  },
  navigation: { Custom: (book) => ({ type: "CustomPropertyCollection", self: book }) },
});

const property = (book: Book, key: string): HostObject => ({ type: "CustomProperty", self: { book, key } satisfies Entry });
const keyOf = (book: Book, key: string): string | undefined =>
  [...book.customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());

/** CustomPropertyCollection. */
export const CUSTOM_PROPERTIES: ObjectType = defineType<Book>({
  name: "CustomPropertyCollection",
  items: (book) => [...book.customProperties.keys()].map((key) => property(book, key)),
  indexer: (book, [key]) => {
    const known = keyOf(book, textOf(key));
    if (!known) throw itemNotFound();
    return property(book, known);
  },
  methods: {
    Add: (book, [key, value]) => {
      const text = textOf(key);
      if (text.length > 255 || (typeof value === "string" && value.length > 255)) throw invalidArgument();
      const known = keyOf(book, text) ?? text;
      book.customProperties.set(known, plain(value));
      return property(book, known);
    },
    GetItemOrNullObject: (book, [key]) => {
      const known = keyOf(book, textOf(key));
      return known ? property(book, known) : null;
    },
    GetCount: (book) => book.customProperties.size,
    DeleteAll: (book) => book.customProperties.clear(),
  },
});

/** CustomProperty. */
export const CUSTOM_PROPERTY: ObjectType = defineType<Entry>({
  name: "CustomProperty",
  id: ({ key }) => key,
  properties: {
    Key: { get: ({ key }) => key },
    Type: {
      get: ({ book, key }) =>
        typeof book.customProperties.get(key) === "number"
          ? "Number"
          : typeof book.customProperties.get(key) === "boolean"
            ? "Boolean"
            : "String",
    },
    Value: {
      get: ({ book, key }) => book.customProperties.get(key) ?? null,
      set: ({ book, key }, value) => void book.customProperties.set(key, value),
    },
  },
  methods: { Delete: ({ book, key }) => void book.customProperties.delete(key) },
});
