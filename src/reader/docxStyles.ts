import { childOf, childrenOf, valueOf, type XmlNode } from "./docxPackage";

/** What a style says of a paragraph or run, its own or inherited. */
interface Style {
  readonly name: string;
  readonly basedOn?: string;
  readonly outline?: string;
  readonly numId?: string;
  readonly level?: string;
  readonly font?: string;
}

/** The styles of a document. */
export interface DocxStyles {
  /** A property of a style or the nearest style that it is based on. */
  get(id: string | undefined, key: Exclude<keyof Style, "basedOn">): string | undefined;
  readonly defaultFont?: string;
  readonly defaultParagraph?: string;
}

const MAX_CHAIN = 20;

/** Reads word/styles.xml. */
export function readStyles(part: XmlNode | undefined): DocxStyles {
  const root = childOf(part, "w:styles");
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  for (const style of childrenOf(root, "w:style")) {
    const id = style.attributes.styleId;
    if (!id) continue;
    if (style.attributes.type === "paragraph" && ["1", "true", "on"].includes(style.attributes.default ?? "")) defaultParagraph = id;
    const paragraph = childOf(style, "w:pPr");
    const numbering = childOf(paragraph, "w:numPr");
    styles.set(id, {
      name: valueOf(style, "w:name") ?? id,
      basedOn: valueOf(style, "w:basedOn"),
      outline: valueOf(paragraph, "w:outlineLvl"),
      numId: valueOf(numbering, "w:numId"),
      level: valueOf(numbering, "w:ilvl"),
      font: fontOf(childOf(style, "w:rPr")),
    });
  }
  return {
    get: (id, key) => {
      let style = id === undefined ? undefined : styles.get(id);
      for (let depth = 0; style && depth < MAX_CHAIN; depth++) {
        if (style[key] !== undefined) return style[key];
        style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
      }
      return undefined;
    },
    defaultFont: fontOf(childOf(childOf(childOf(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")),
    defaultParagraph,
  };
}

/** Font of the Latin letters that run properties name. */
export function fontOf(properties: XmlNode | undefined): string | undefined {
  const fonts = childOf(properties, "w:rFonts")?.attributes;
  return fonts?.ascii ?? fonts?.hAnsi;
}
