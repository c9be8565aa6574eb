/** Start of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006";
const OPEN_PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Namespaces of the parts that are written. */
export const NAMESPACES = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: `${OFFICE_DOCUMENT}/relationships`,
  customXml: `${OFFICE_DOCUMENT}/customXml`,
  customProperties: `${OFFICE_DOCUMENT}/custom-properties`,
  extendedProperties: `${OFFICE_DOCUMENT}/extended-properties`,
  propertyTypes: `${OFFICE_DOCUMENT}/docPropsVTypes`,
  packageRelationships: `${OPEN_PACKAGE}/relationships`,
  contentTypes: `${OPEN_PACKAGE}/content-types`,
  coreProperties: `${OPEN_PACKAGE}/metadata/core-properties`,
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  spreadsheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  x14: "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
  xm: "http://schemas.microsoft.com/office/excel/2006/main",
} as const;

/** Characters that XML 1.0 cannot hold, and halves of surrogate pairs. */
const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** Text without what no XML file can hold. */
export function legalText(text: string): string {
  return text.replace(ILLEGAL, "");
}

/** Text between tags. */
export function escapeText(text: string): string {
  return legalText(text).replace(/[&<>\r]/g, (ch) => ENTITIES[ch]!);
}

/** Text of an attribute; line ends and tabs are spelled out because parsers turn them into spaces. */
export function escapeAttribute(text: string): string {
  return legalText(text).replace(/[&<>"\r\n\t]/g, (ch) => ENTITIES[ch]!);
}

/** Protects text that looks like the escapes of ST_Xstring (ECMA-376, 22.9.2.19): "_x000D_" would be read as a line end. */
export function xstring(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** Attributes with a leading space each; undefined and false leave one out, true is 1. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let out = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    out += ` ${name}="${value === true ? "1" : escapeAttribute(String(value))}"`;
  }
  return out;
}

/** `<tag>text</tag>`, nothing for an empty text. */
export function textElement(tag: string, text: string): string {
  return text === "" ? "" : `<${tag}>${escapeText(text)}</${tag}>`;
}

/** First `length` UTF-16 units of a text, never half a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** Relationships of a part: hands out ids and spells the part. */
export class Relationships {
  private readonly entries: string[] = [];

  /** Adds a target, relative to the part, and gives its id. */
  add(type: string, target: string): string {
    const id = `rId${this.entries.length + 1}`;
    this.entries.push(`<Relationship${attributes({ Id: id, Type: type, Target: target })}/>`);
    return id;
  }

  get size(): number {
    return this.entries.length;
  }

  xml(): string {
    return `${XML_HEAD}<Relationships xmlns="${NAMESPACES.packageRelationships}">${this.entries.join("")}</Relationships>`;
  }
}
