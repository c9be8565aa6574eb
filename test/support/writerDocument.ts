/** A paragraph, or the rows of a table with the words of its cells; a row of one cell runs over all columns. */
export type WriterBlock = string | { readonly rows: readonly (readonly string[])[]; readonly ruled: boolean };

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Words of a paragraph; a format that folds white space has its own sign for runs of spaces. */
function inline(text: string): string {
  return escape(text)
    .replace(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}

const paragraph = (text: string): string => `<text:p text:style-name="Standard">${inline(text)}</text:p>`;

function table({ rows, ruled }: Exclude<WriterBlock, string>, index: number): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const style = ruled ? "Ruled" : "Plain";
  const cells = rows.map((row) => {
    const whole = row.length === 1 && columns > 1;
    const cell = (text: string): string =>
      `<table:table-cell table:style-name="${style}"${whole ? ` table:number-columns-spanned="${columns}"` : ""}>${text.split("\n").map(paragraph).join("")}</table:table-cell>`;
    const covered = whole ? "<table:covered-table-cell/>".repeat(columns - 1) : "";
    return `<table:table-row>${row.map(cell).join("")}${covered}</table:table-row>`;
  });
  // Narrow columns for numbers at the left, wide ones for the content.
  const widths = Array.from(
    { length: columns },
    (_, column) => `<table:table-column table:style-name="Column${column === 0 ? "First" : ""}"/>`,
  );
  return `<table:table table:name="T${index}">${widths.join("")}${cells.join("")}</table:table>`;
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
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.19cm" fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:padding="0.19cm" fo:border="none"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles>
<office:body><office:text>${body.join("\n")}</office:text></office:body>
</office:document>`;
  return new TextEncoder().encode(xml);
}
