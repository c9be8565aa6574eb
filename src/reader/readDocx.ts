import type { ReadNote, Span, TextCell, TextDocument, TextTable } from "../text/textDocument";
import { DocumentLines } from "./documentLines";
import { readNumbering, type Numberer } from "./docxNumbering";
import { childOf, childrenOf, openDocx, valueOf, type XmlNode } from "./docxPackage";
import { readStyles, type DocxStyles } from "./docxStyles";
import { dataTables } from "./layoutFrames";
import { branchOf, paragraphText, textBoxes, TRANSPARENT, type RunFindings } from "./docxText";

/** Widest table that is read, in columns. */
const MAX_COLUMNS = 100;

/**
 * Reads a Word file: paragraphs with their automatic numbers, tables with merged cells, text boxes once, footnotes at the end. Text in TCVN3
 * and VNI fonts is decoded. Throws ReadError for files that are broken or made to do harm.
 */
export function readDocx(name: string, bytes: Uint8Array): TextDocument {
  const parts = openDocx(name, bytes);
  const walk = new DocxWalk(new DocumentLines(name), readStyles(parts.styles), readNumbering(parts.numbering));
  walk.blocks(childOf(childOf(parts.document, "w:document"), "w:body"));
  walk.footnotes(childOf(parts.footnotes, "w:footnotes"));
  const notes: ReadNote[] = [];
  if (walk.findings.deletions > 0) notes.push({ code: "tracked-changes-dropped", details: { name, deletions: walk.findings.deletions } });
  if (walk.findings.legacy > 0) notes.push({ code: "text-decoded-legacy", details: { name, encoding: "TCVN3/VNI" } });
  return walk.lines.finish("docx", walk.tables, notes);
}

class DocxWalk {
  readonly tables: TextTable[] = [];
  readonly findings: RunFindings = { deletions: 0, legacy: 0 };

  constructor(
    readonly lines: DocumentLines,
    private readonly styles: DocxStyles,
    private readonly number: Numberer,
  ) {}

  /** Adds paragraphs and tables; gives the spans of their words. */
  blocks(node: XmlNode | undefined, inTable = false): Span[] {
    const spans: Span[] = [];
    for (const child of node?.children ?? []) {
      if (typeof child === "string") continue;
      if (child.name === "w:p") spans.push(...this.paragraph(child, inTable));
      else if (child.name === "w:tbl") spans.push(...this.table(child));
      else if (child.name === "mc:AlternateContent") spans.push(...this.blocks(branchOf(child), inTable));
      else if (TRANSPARENT.has(child.name)) spans.push(...this.blocks(child, inTable));
    }
    return spans;
  }

  private paragraph(paragraph: XmlNode, inTable: boolean): Span[] {
    const properties = childOf(paragraph, "w:pPr");
    const style = valueOf(properties, "w:pStyle") ?? this.styles.defaultParagraph;
    const label = this.labelOf(properties, style);
    const text = paragraphText(paragraph, this.styles, this.findings);
    const pieces = (label ? `${label} ${text}` : text).split("\n");
    const headingLevel = this.headingLevel(properties, style);
    const spans: Span[] = [];
    pieces.forEach((piece, index) => {
      // An empty paragraph in a cell is no line; elsewhere it parts paragraphs as it does in print.
      if (piece.trim() === "" && inTable) return;
      const span = this.lines.add(piece, {
        endsParagraph: index === pieces.length - 1,
        ...(headingLevel ? { headingLevel } : {}),
        ...(label && index === 0 ? { listLabel: label } : {}),
      });
      if (span) spans.push(span);
    });
    for (const box of textBoxes(paragraph)) spans.push(...this.blocks(box, inTable));
    return spans;
  }

  private labelOf(properties: XmlNode | undefined, style: string | undefined): string | undefined {
    const own = childOf(properties, "w:numPr");
    const numId = valueOf(own, "w:numId") ?? this.styles.get(style, "numId");
    const level = valueOf(own, "w:ilvl") ?? this.styles.get(style, "level") ?? "0";
    return numId && numId !== "0" ? this.number(numId, Number(level)) || undefined : undefined;
  }

  private headingLevel(properties: XmlNode | undefined, style: string | undefined): number | undefined {
    const named = /^heading ([1-9])$/i.exec(this.styles.get(style, "name") ?? "");
    if (named) return Number(named[1]);
    const outline = valueOf(properties, "w:outlineLvl") ?? this.styles.get(style, "outline");
    return outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : undefined;
  }

  private table(table: XmlNode): Span[] {
    const firstLine = this.lines.next;
    const tablesBefore = this.tables.length;
    const cells: { row: number; column: number; rowSpan: number; columnSpan: number; source: Span[] }[] = [];
    const all: Span[] = [];
    let merged: ((typeof cells)[number] | undefined)[] = [];
    let columns = 0;
    const rows = rowsOf(table, "w:tr");
    rows.forEach((tr, row) => {
      const next: typeof merged = [];
      let column = boundedCount(valueOf(childOf(tr, "w:trPr"), "w:gridBefore"), 0);
      for (const tc of rowsOf(tr, "w:tc")) {
        const properties = childOf(tc, "w:tcPr");
        const columnSpan = Math.max(1, boundedCount(valueOf(properties, "w:gridSpan"), 1));
        const merge = childOf(properties, "w:vMerge");
        const above = merge && merge.attributes.val !== "restart" ? merged[column] : undefined;
        const source = this.blocks(tc, true);
        all.push(...source);
        const cell = above ?? { row, column, rowSpan: 1, columnSpan, source };
        if (above) {
          above.rowSpan++;
          above.source.push(...source);
        } else cells.push(cell);
        if (merge) for (let i = 0; i < columnSpan && column + i < MAX_COLUMNS; i++) next[column + i] = cell;
        column += columnSpan;
      }
      columns = Math.max(columns, column);
      merged = next;
    });
    const inside = this.tables.splice(tablesBefore);
    if (all.length > 0 && columns <= MAX_COLUMNS) {
      const lastLine = this.lines.next - 1;
      this.tables.push(...dataTables({ firstLine, lastLine, rows: rows.length, columns, cells: cells satisfies TextCell[] }, inside));
    }
    return all;
  }

  footnotes(part: XmlNode | undefined): void {
    for (const note of childrenOf(part, "w:footnote")) {
      if (note.attributes.type && note.attributes.type !== "normal") continue;
      const text = childrenOf(note, "w:p")
        .map((paragraph) => paragraphText(paragraph, this.styles, this.findings).split("\n").join(" ").trim())
        .filter(Boolean)
        .join(" ");
      if (text) this.lines.add(`[${note.attributes.id ?? ""}] ${text}`, { endsParagraph: true });
    }
  }
}

/** Rows or cells, also those inside content controls and insertions. */
function rowsOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === name) return [child];
    return TRANSPARENT.has(child.name) ? rowsOf(child, name) : [];
  });
}

function boundedCount(text: string | undefined, otherwise: number): number {
  const count = Number(text ?? otherwise);
  return Number.isInteger(count) && count >= 0 ? Math.min(count, MAX_COLUMNS) : otherwise;
}
