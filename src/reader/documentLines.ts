import type { Span, TextDocument, TextLine } from "../text/textDocument";
import { normalizeText } from "../text/vietnamese";
import { withoutHardWraps } from "./hardWraps";
import { MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from "./limits";
import { ReadError } from "./readError";

/** Facts of the source format that a reader knows of a line. */
export type LineFacts = Partial<Pick<TextLine, "page" | "headingLevel" | "listLabel" | "endsParagraph">>;

/** Collects the lines of a document while a reader walks through its source. */
export class DocumentLines {
  readonly lines: TextLine[] = [];
  private length = 0;

  constructor(private readonly name: string) {}

  /** Number that the next line will have. */
  get next(): number {
    return this.lines.length + 1;
  }

  /** Adds one line and returns the span of its words, undefined if it is blank. */
  add(words: string, facts: LineFacts = {}): Span | undefined {
    // A control character says nothing and breaks XML when the text is written again.
    const raw = normalizeText(words).replace(CONTROL, " ");
    this.length += raw.length + 1;
    if (raw.length > MAX_LINE_LENGTH)
      throw new ReadError("file-too-large", { name: this.name, line: this.next, characters: raw.length, limit: MAX_LINE_LENGTH });
    if (this.length > MAX_TEXT_LENGTH)
      throw new ReadError("file-too-large", { name: this.name, characters: this.length, limit: MAX_TEXT_LENGTH });
    const number = this.next;
    this.lines.push({ number, raw, text: raw, restored: [], ...facts });
    const start = raw.length - raw.trimStart().length;
    const end = raw.trimEnd().length;
    return start < end ? { line: number, start, end } : undefined;
  }

  /** The finished document; a document without a letter or digit is refused. */
  finish(format: TextDocument["format"], tables: TextDocument["tables"] = [], notes: TextDocument["notes"] = []): TextDocument {
    if (!this.lines.some((line) => /[\p{L}\p{N}]/u.test(line.text))) throw new ReadError("file-without-text", { name: this.name });
    return { name: this.name, format, lines: withoutHardWraps(this.lines, tables), tables, ...(notes.length > 0 ? { notes } : {}) };
  }
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
