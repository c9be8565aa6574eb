import { decodeLegacy, encodingOfFont } from "../text/legacyFonts";
import { childOf, isOn, valueOf, type XmlNode } from "./docxPackage";
import { fontOf, type DocxStyles } from "./docxStyles";
import { isFootnoteMark } from "./footnoteMarks";
import { symbolText } from "./symbols";

/** What walking through runs found besides text. */
export interface RunFindings {
  deletions: number;
  legacy: number;
}

/** Elements around runs, rows or paragraphs that are looked through. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:ins",
  "w:moveTo",
  "w:customXml",
  "w:smartTag",
  "w:hyperlink",
  "w:fldSimple",
]);

const SKIPPED: ReadonlySet<string> = new Set([
  "w:pPr",
  "w:rPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:commentReference",
  "w:footnoteReference",
  "w:endnoteReference",
  "w:annotationRef",
  "w:p",
  "w:txbxContent",
  "w:softHyphen",
]);

/** Text of a paragraph: inserted text is kept and deleted text dropped, breaks are "\n", text boxes are left to `textBoxes`. */
export function paragraphText(paragraph: XmlNode, styles: DocxStyles, findings: RunFindings): string {
  const style = valueOf(childOf(paragraph, "w:pPr"), "w:pStyle") ?? styles.defaultParagraph;
  const font = styles.get(style, "font") ?? styles.defaultFont;
  return textOf(paragraph, font, styles, findings);
}

function textOf(node: XmlNode, font: string | undefined, styles: DocxStyles, findings: RunFindings): string {
  let text = "";
  for (const child of node.children) {
    if (typeof child === "string" || SKIPPED.has(child.name)) continue;
    switch (child.name) {
      case "w:r": {
        const properties = childOf(child, "w:rPr");
        if (isOn(properties, "w:vanish")) break;
        const words = textOf(child, fontOf(properties) ?? styles.get(valueOf(properties, "w:rStyle"), "font") ?? font, styles, findings);
        // A number that was raised by hand is a footnote's, unless it opens the paragraph: there it is the footnote itself.
        const isRaised = valueOf(properties, "w:vertAlign") === "superscript";
        if (!isRaised || text.trim() === "" || !isFootnoteMark(text, words)) text += words;
        break;
      }
      case "w:t":
        text += decodeRun(child.children.join(""), font, findings);
        break;
      case "w:tab":
      case "w:ptab":
        text += "\t";
        break;
      case "w:br":
      case "w:cr":
        text += "\n";
        break;
      case "w:noBreakHyphen":
        text += "-";
        break;
      case "w:sym":
        text += symbolText(String.fromCharCode(parseInt(child.attributes.char ?? "", 16) || 0xf0b7));
        break;
      case "w:del":
      case "w:moveFrom":
        findings.deletions++;
        break;
      case "mc:AlternateContent":
        text += textOf(branchOf(child), font, styles, findings);
        break;
      default:
        text += textOf(child, font, styles, findings);
    }
  }
  return text;
}

function decodeRun(text: string, font: string | undefined, findings: RunFindings): string {
  const encoding = font === undefined ? undefined : encodingOfFont(font);
  if (!encoding) return symbolText(text);
  findings.legacy++;
  return decodeLegacy(text, encoding);
}

/** One of the branches that say the same for newer and older programs. */
export function branchOf(alternate: XmlNode): XmlNode {
  return childOf(alternate, "mc:Choice") ?? childOf(alternate, "mc:Fallback") ?? { name: "", attributes: {}, children: [] };
}

/** Contents of the text boxes that are anchored in a paragraph, each once. */
export function textBoxes(node: XmlNode): readonly XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "w:txbxContent") return [child];
    return textBoxes(child.name === "mc:AlternateContent" ? branchOf(child) : child);
  });
}
