import { roman } from "../text/roman";
import type { Span, TextCell, TextDocument, TextTable } from "../text/textDocument";
import { DocumentLines } from "./documentLines";
import { dataTables } from "./layoutFrames";
import { isFootnoteMark } from "./footnoteMarks";
import { htmlTokens } from "./htmlTokens";
import { symbolText } from "./symbols";

/** Elements that begin and end a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table thead tbody tfoot tr td th caption section article header footer main aside blockquote pre figure form fieldset address hr body".split(
    " ",
  ),
);
const MAX_SPAN = 100;
const MAX_ROWS = 20_000;

interface OpenTable {
  readonly firstLine: number;
  readonly cells: (TextCell & { source: Span[] })[];
  /** Columns that a cell from above still takes, with the row after its last. */
  readonly taken: Map<number, number>;
  row: number;
  column: number;
  columns: number;
  cell?: { source: Span[] };
}

interface OpenList {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}

/** Reads HTML as a browser or Word puts it on the clipboard: paragraphs, headings, lists with their numbers, tables with merged cells. */
export function readHtml(name: string, html: string): TextDocument {
  const walk = new HtmlWalk(name);
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") walk.text(token.text);
    else if (token.kind === "open") walk.open(token.name, token.attributes);
    else walk.close(token.name);
  }
  walk.endParagraph();
  while (walk.inTable) walk.close("table");
  return walk.lines.finish("html", walk.tables);
}

class HtmlWalk {
  readonly lines: DocumentLines;
  readonly tables: TextTable[] = [];
  private words = "";
  private heading = 0;
  private label = "";
  private preformatted = 0;
  /** Where raised letters begin in the words of the paragraph. */
  private raisedFrom: number | undefined;
  private readonly openTables: OpenTable[] = [];
  private readonly lists: OpenList[] = [];

  constructor(name: string) {
    this.lines = new DocumentLines(name);
  }

  get inTable(): boolean {
    return this.openTables.length > 0;
  }

  text(text: string): void {
    this.words += symbolText(this.preformatted > 0 ? text : text.replace(/[\t\n\r\f ]+/g, " "));
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "br") {
      this.words += "\n";
      return;
    }
    if (name === "sup") this.raisedFrom ??= this.words.length;
    if (!BLOCKS.has(name)) return;
    this.endParagraph();
    const table = this.openTables.at(-1);
    if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
    else if (name === "pre") this.preformatted++;
    else if (name === "ul" || name === "ol")
      this.lists.push({ ordered: name === "ol", type: attributes.type ?? "1", next: Number(attributes.start) || 1 });
    else if (name === "li") this.label = this.labelOf(this.lists.at(-1), Number(attributes.value));
    else if (name === "table")
      this.openTables.push({ firstLine: this.lines.next, cells: [], taken: new Map(), row: -1, column: 0, columns: 0 });
    else if (name === "tr" && table && table.row < MAX_ROWS) {
      table.row++;
      table.column = 0;
      table.cell = undefined;
    } else if ((name === "td" || name === "th") && table) openCell(table, attributes);
  }

  close(name: string): void {
    if (name === "sup") this.dropFootnoteMark();
    if (!BLOCKS.has(name)) return;
    this.endParagraph();
    if (name === "ul" || name === "ol") this.lists.pop();
    else if (name === "pre") this.preformatted = Math.max(0, this.preformatted - 1);
    else if (name === "td" || name === "th") {
      const table = this.openTables.at(-1);
      if (table) table.cell = undefined;
    } else if (name === "table") this.closeTable();
    this.heading = 0;
  }

  /** A raised number refers to a footnote, unless it opens a paragraph: there it is the footnote itself. */
  private dropFootnoteMark(): void {
    const from = this.raisedFrom;
    this.raisedFrom = undefined;
    if (from === undefined) return;
    const before = this.words.slice(0, from);
    if (before.trim() !== "" && isFootnoteMark(before, this.words.slice(from))) this.words = before;
  }

  private labelOf(list: OpenList | undefined, value: number): string {
    if (!list) return "";
    if (!list.ordered) return "-";
    if (Number.isInteger(value) && value > 0) list.next = value;
    const count = list.next++;
    const letter = String.fromCharCode(96 + ((count - 1) % 26) + 1);
    if (list.type === "a") return `${letter})`;
    if (list.type === "A") return `${letter.toUpperCase()}.`;
    if (list.type === "I") return `${roman(count)}.`;
    return list.type === "i" ? `${roman(count).toLowerCase()}.` : `${count}.`;
  }

  endParagraph(): void {
    this.raisedFrom = undefined;
    if (this.words.trim() === "") {
      this.words = "";
      return;
    }
    const pieces = this.words.split("\n");
    const label = this.label;
    this.words = "";
    this.label = "";
    let last = pieces.length - 1;
    while (pieces[last]!.trim() === "") last--;
    pieces.forEach((piece, index) => {
      if (piece.trim() === "") return;
      const labelled = label !== "";
      const span = this.lines.add(labelled && index === 0 ? `${label} ${piece.trim()}` : piece.trim(), {
        endsParagraph: index === last,
        ...(this.heading ? { headingLevel: this.heading } : {}),
        ...(labelled && index === 0 ? { listLabel: label } : {}),
      });
      // Cells of the outer table hold the words of tables inside them.
      if (span) for (const table of this.openTables) table.cell?.source.push(span);
    });
  }

  private closeTable(): void {
    const table = this.openTables.pop();
    if (!table || this.lines.next === table.firstLine || table.cells.length === 0) return;
    const { firstLine, row, columns, cells } = table;
    const closed: TextTable = { firstLine, lastLine: this.lines.next - 1, rows: row + 1, columns, cells };
    // Tables that were closed inside of this one.
    let from = this.tables.length;
    while (from > 0 && this.tables[from - 1]!.firstLine >= firstLine) from--;
    this.tables.push(...dataTables(closed, this.tables.splice(from)));
  }
}

function openCell(table: OpenTable, attributes: Readonly<Record<string, string>>): void {
  if (table.row < 0) table.row = 0;
  while ((table.taken.get(table.column) ?? 0) > table.row) table.column++;
  const span = (text: string | undefined) => Math.min(Math.max(Number(text) || 1, 1), MAX_SPAN);
  const cell = {
    row: table.row,
    column: table.column,
    rowSpan: span(attributes.rowspan),
    columnSpan: span(attributes.colspan),
    source: [] as Span[],
  };
  if (cell.rowSpan > 1) for (let i = 0; i < cell.columnSpan; i++) table.taken.set(cell.column + i, cell.row + cell.rowSpan);
  table.column += cell.columnSpan;
  table.columns = Math.max(table.columns, table.column);
  table.cells.push(cell);
  table.cell = cell;
}
