/** One piece of one source line, in raw text as it was received, before lines are joined. */
export interface Span {
  /** 1-based number of the source line. */
  readonly line: number;
  /** 0-based offset of the first character in the raw line. */
  readonly start: number;
  /** Offset after the last character in the raw line. */
  readonly end: number;
}

/** The words an item came from, in reading order; its text is the pieces joined by one space. */
export type Source = readonly Span[];

/** How sure a reader is of a value: said in so many words, implied by convention, or a guess that a person must see. */
export type Certainty = "stated" | "implied" | "uncertain";

/** A value together with the words that it was read from. */
export interface Extracted<T> {
  readonly value: T;
  readonly certainty: Certainty;
  readonly source: Source;
}

/** A range of letters of a line. */
export interface LetterRange {
  readonly start: number;
  readonly end: number;
}

/** One line of a document, whatever file it came from. */
export interface TextLine {
  /** 1-based, the same number that spans use. */
  readonly number: number;
  /** The line as received, without its line break. */
  readonly raw: string;
  /**
   * The text that is parsed and shown. It has the same length as `raw`, offset for offset (NFC is applied before `raw` is set), and
   * differs from it only in characters that were normalised one for one or restored.
   */
  readonly text: string;
  /** Parts of `text` that were restored from damaged glyphs; empty in sound documents. */
  readonly restored: readonly LetterRange[];
  /** Words of a document with wrong letters that cannot be right; absent where there are none. */
  readonly doubtful?: readonly LetterRange[];
  /** Facts of the source format, when it has them. */
  readonly page?: number;
  /** Name of the paragraph style or the heading depth, 1 is the highest. */
  readonly headingLevel?: number;
  /** Label that the format numbers automatically ("1.1.", "a)"); it already stands at the start of `raw`. */
  readonly listLabel?: string;
  /** True when the paragraph ends here for certain (docx, html), so that reflow must not join the next line. */
  readonly endsParagraph?: boolean;
}

/** A cell of a table; its words are source lines of the same document. */
export interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly source: Source;
}

/**
 * What a column of a plan's table holds. `level`: the value of an indicator for the horizon or group that the header names ("Đến năm 2025");
 * `note`: shown with the source, read into nothing.
 */
export type ColumnField = "number" | "content" | "target" | "level" | "unit" | "lead" | "supporter" | "time" | "product" | "note";

/** How a column is read. */
export interface ColumnMapping {
  readonly field: ColumnField;
  /** `stated`: the words of the header say so; `implied`: its cells say so; `uncertain`: a guess that a person should look at. */
  readonly certainty: Certainty;
  /** Words of the header, white space folded; "" without a header. */
  readonly heading: string;
}

/** Header and columns of a table that are known before it is parsed. */
export interface TableMapping {
  /** Rows that the header takes, from the first row of the table; 0 when it has none. */
  readonly headerRows: number;
  /** One for each column, from the left. */
  readonly columns: readonly ColumnMapping[];
}

/** A table whose grid is known from the format (docx, pdf rulings, html, Markdown, a sheet). */
export interface TextTable {
  /** Numbers of the first and last source line that the table covers. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TextCell[];
  /** Rows of which a reader is not sure that every word stands in its own cell. */
  readonly doubtfulRows?: readonly number[];
  /** What its columns hold, where the import of a sheet or a person has said so. */
  readonly mapping?: TableMapping;
}

/** What a reader found damaged in the letters of a document. */
export interface TextDamage {
  readonly kind: "lost-glyphs" | "wrong-letters";
  /** Letters lost in the whole document. */
  readonly lost: number;
  /** Letters restored with enough certainty to be used. */
  readonly restored: number;
  /** White space was folded since: a space stands for any number of the letters that are still lost. */
  readonly folded?: true;
}

/** Something that happened while reading and that a person should know; the pipeline makes a message of it. */
export interface ReadNote {
  readonly code: "text-decoded-legacy" | "tracked-changes-dropped" | "pages-without-text";
  readonly details: Readonly<Record<string, string | number>>;
}

/** Lines of text, whatever file they came from. The format is forgotten from here on. */
export interface TextDocument {
  /** File name or seed id, for messages only. */
  readonly name: string;
  readonly format: "text" | "docx" | "pdf" | "html" | "markdown" | "sheet";
  readonly lines: readonly TextLine[];
  readonly tables: readonly TextTable[];
  readonly damage?: TextDamage;
  /** What a person should know of the reading itself. */
  readonly notes?: readonly ReadNote[];
}
