import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { ReadError } from "./readError";

/** An element of WordprocessingML: names with their usual prefix ("w:p"), attributes by local name. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** The parts of a .docx that hold its text. */
export interface DocxParts {
  readonly document: XmlNode;
  readonly numbering?: XmlNode;
  readonly styles?: XmlNode;
  readonly footnotes?: XmlNode;
}

/** Limits against archives that are made to fill the memory; a plan of 60 pages has 2 MB of XML and 60,000 elements. */
const LIMITS = { entryBytes: 40_000_000, totalBytes: 60_000_000, ratio: 200, depth: 256, nodes: 2_000_000 };
/** Small parts may compress better than any honest large one. */
const RATIO_FROM_BYTES = 2_000_000;

// "word/document2.xml": Word on the web counts its parts.
const WANTED = /^\/?word\/(?<part>document|numbering|styles|footnotes)\d{0,2}\.xml$/;
const W = new Set(["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"]);

/** Opens a .docx. Throws ReadError for archives that are broken, oversized, nested too deep or that declare a document type. */
export function openDocx(name: string, bytes: Uint8Array): DocxParts {
  const files = unzip(name, bytes);
  const part = (key: string) => {
    const file = Object.entries(files).find(([path]) => WANTED.exec(path)?.groups?.["part"] === key)?.[1];
    return file ? parseXml(name, strFromU8(file)) : undefined;
  };
  const document = part("document");
  if (!document) throw new ReadError("file-broken", { name });
  const [numbering, styles, footnotes] = ["numbering", "styles", "footnotes"].map(part);
  return { document, ...(numbering ? { numbering } : {}), ...(styles ? { styles } : {}), ...(footnotes ? { footnotes } : {}) };
}

function unzip(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  const seen = new Set<string>();
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (!WANTED.test(file.name)) return false;
        total += file.originalSize;
        const packed = file.size > 0 && file.originalSize / file.size > LIMITS.ratio && file.originalSize > RATIO_FROM_BYTES;
        if (seen.has(file.name)) throw new ReadError("file-broken", { name });
        if (packed || file.originalSize > LIMITS.entryBytes || total > LIMITS.totalBytes) throw tooLarge(name, total);
        seen.add(file.name);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError("file-broken", { name });
  }
}

function tooLarge(name: string, bytes: number): ReadError {
  return new ReadError("file-too-large", { name, megabytes: Math.ceil(bytes / 1e6), limit: LIMITS.totalBytes / 1e6 });
}

function parseXml(name: string, text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: "", attributes: {}, children: [] as (XmlNode | string)[] };
  const open = [root];
  let nodes = 0;
  const broken = () => new ReadError("file-broken", { name });
  // A document type could define entities that expand without end; Word never writes one.
  parser.on("doctype", () => {
    throw broken();
  });
  parser.on("error", () => {
    throw broken();
  });
  parser.on("opentag", (tag) => {
    if (++nodes > LIMITS.nodes || open.length > LIMITS.depth)
      throw new ReadError("file-too-large", { name, elements: nodes, depth: open.length });
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value;
    const prefix = W.has(tag.uri) ? "w" : tag.prefix;
    const node = { name: prefix ? `${prefix}:${tag.local}` : tag.local, attributes, children: [] };
    open[open.length - 1]!.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (words) => {
    const top = open[open.length - 1]!;
    if (top.name === "w:t") top.children.push(words);
  });
  parser.write(text).close();
  return root;
}

/** The first child element of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child): child is XmlNode => typeof child !== "string" && child.name === name);
}

/** All child elements of that name. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child): child is XmlNode => typeof child !== "string" && child.name === name) ?? [];
}

/** The w:val attribute of a child element. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes.val;
}

/** True for a switch such as <w:vanish/>, unless it says off. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const child = childOf(node, name);
  return child !== undefined && !["0", "false", "off"].includes(child.attributes.val ?? "");
}
