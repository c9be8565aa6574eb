import { SaxesParser } from "saxes";
import { XlsxError } from "./xlsxError";

/** Deepest nesting that a part of ours or of Excel's ever has is below 30. */
const DEEPEST = 64;

/** Gives an attribute by its local name: "id" finds `r:id` too. */
export type AttributeOf = (name: string) => string | undefined;

/** What to do while a part is read; names come without their prefix. */
export interface ScanEvents {
  readonly open?: (name: string, attribute: AttributeOf, prefix: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads an XML part. Refuses document types (entity bombs, outside files), deep nesting and XML that is not well-formed with XlsxError "file-broken". */
export function scanXml(xml: string, events: ScanEvents): void {
  const parser = new SaxesParser({ xmlns: false });
  const { open, text, close } = events;
  let depth = 0;
  parser.on("doctype", () => {
    throw new XlsxError("file-broken", "a part has a document type");
  });
  parser.on("error", (error) => {
    throw new XlsxError("file-broken", error.message);
  });
  parser.on("opentag", (tag) => {
    if (++depth > DEEPEST) throw new XlsxError("file-broken", "XML is nested too deeply");
    if (!open) return;
    const all = tag.attributes as Readonly<Record<string, string>>;
    const attribute: AttributeOf = (name) => {
      if (Object.hasOwn(all, name)) return all[name];
      for (const key in all) if (local(key) === name && !key.startsWith("xmlns")) return all[key];
      return undefined;
    };
    open(local(tag.name), attribute, tag.name.slice(0, Math.max(0, tag.name.indexOf(":"))));
  });
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  parser.on("closetag", (tag) => {
    depth--;
    close?.(local(tag.name));
  });
  parser.write(xml).close();
}
