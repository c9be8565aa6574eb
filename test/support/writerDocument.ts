/** A cell with its words, its paragraphs parted by line breaks; one that spans rows or columns says how many. */
export type WriterCell = string | { readonly words: string; readonly rows?: number; readonly columns?: number };

/** Rows of a table; a row of one word runs over all columns, a row below a cell that spans rows leaves that cell out. */
export interface WriterTable {
  readonly rows: readonly (readonly WriterCell[])[];
  readonly ruled: boolean;
  /** Rows that stand again on every page; default none. */
  readonly headerRows?: number;
  /** Rows are not cut by the end of a page; default they are. */
  readonly wholeRows?: boolean;
}

/** A paragraph or a table. */
export type WriterBlock = string | WriterTable;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Words of a paragraph; a format that folds white space has its own sign for runs of spaces. */
function inline(text: string): string {
  return escape(text)
    .replace(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}

const paragraph = (text: string): string => `<text:p text:style-name="Standard">${inline(text)}</text:p>`;

const spanOf = (cell: WriterCell): number => (typeof cell === "string" ? 1 : (cell.columns ?? 1));

function table({ rows, ruled, headerRows = 0, wholeRows = false }: WriterTable, index: number): string {
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + spanOf(cell), 0)));
  const style = ruled ? "Ruled" : "Plain";
  // Columns that a cell from above takes, with the number of rows that it goes on for.
  const taken = new Map<number, number>();
  const written = rows.map((row) => {
    const cells: string[] = [];
    let column = 0;
    const cover = (count: number): void => {
      cells.push("<table:covered-table-cell/>".repeat(count));
      column += count;
    };
    const coverTaken = (): void => {
      for (let left = taken.get(column) ?? 0; left > 0; left = taken.get(column) ?? 0) {
        taken.set(column, left - 1);
        cover(1);
      }
    };
    for (const cell of row) {
      coverTaken();
      const { words, rows: down = 1 } = typeof cell === "string" ? { words: cell } : cell;
      const span = row.length === 1 && columns > 1 && [...taken.values()].every((left) => left === 0) ? columns : spanOf(cell);
      const spans = `${span > 1 ? ` table:number-columns-spanned="${span}"` : ""}${down > 1 ? ` table:number-rows-spanned="${down}"` : ""}`;
      cells.push(`<table:table-cell table:style-name="${style}"${spans}>${words.split("\n").map(paragraph).join("")}</table:table-cell>`);
      if (down > 1) for (let at = column; at < column + span; at++) taken.set(at, down - 1);
      column++;
      cover(span - 1);
    }
    coverTaken();
    return `<table:table-row table:style-name="Row${wholeRows ? "Whole" : ""}">${cells.join("")}</table:table-row>`;
  });
  const header = headerRows > 0 ? `<table:table-header-rows>${written.slice(0, headerRows).join("")}</table:table-header-rows>` : "";
  // Narrow columns for numbers at the left, wide ones for the content.
  const widths = Array.from(
    { length: columns },
    (_, column) => `<table:table-column table:style-name="Column${column === 0 ? "First" : ""}"/>`,
  );
  return `<table:table table:name="T${index}">${widths.join("")}${header}${written.slice(headerRows).join("")}</table:table>`;
}

/** An OpenDocument text in one XML file, for LibreOffice to convert; A4 with a serif type that has all Vietnamese letters. */
export function writerDocument(blocks: readonly WriterBlock[], options: { readonly landscape?: boolean } = {}): Uint8Array {
  const [width, height] = options.landscape ? ["29.7cm", "21cm"] : ["21cm", "29.7cm"];
  const ns = ["office", "style", "text", "table"]
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(" ");
  const body = blocks.map((block, index) => (typeof block === "string" ? paragraph(block) : table(block, index)));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${ns} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="11pt" fo:language="vi" fo:country="VN"/></style:style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" fo:margin="1.8cm" style:print-orientation="${options.landscape ? "landscape" : "portrait"}"/></style:page-layout>
<style:style style:name="Column" style:family="table-column"><style:table-column-properties style:rel-column-width="4*"/></style:style>
<style:style style:name="ColumnFirst" style:family="table-column"><style:table-column-properties style:rel-column-width="1*"/></style:style>
<style:style style:name="Row" style:family="table-row"/>
<style:style style:name="RowWhole" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.19cm" fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:padding="0.19cm" fo:border="none"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles>
<office:body><office:text>${body.join("\n")}</office:text></office:body>
</office:document>`;
  return new TextEncoder().encode(xml);
}
