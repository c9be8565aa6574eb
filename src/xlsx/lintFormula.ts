import { parseCell } from "./address";

/** Names that formulas of a workbook may use, in lower case. */
export interface FormulaScope {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Column names of each table, in lower case. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
}

const LONGEST_FORMULA = 8192;

/** Functions newer than Excel 2007: a file must spell them with `_xlfn.` */
const PREFIXED_FUNCTIONS = new Set(
  (
    "IFS SWITCH TEXTJOIN CONCAT MAXIFS MINIFS XLOOKUP XMATCH LET LAMBDA FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY IFNA XOR DAYS ISOWEEKNUM NUMBERVALUE " +
    "UNICHAR UNICODE AGGREGATE ISFORMULA FORMULATEXT STDEV.S STDEV.P VAR.S VAR.P PERCENTILE.INC QUARTILE.INC RANK.EQ RANK.AVG MODE.SNGL TEXTBEFORE TEXTAFTER " +
    "TEXTSPLIT TAKE DROP VSTACK HSTACK CHOOSECOLS CHOOSEROWS BYROW MAP REDUCE"
  ).split(" "),
);

const IDENTIFIER = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const CELL = /\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(!])/uy;
const COLUMNS = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(!])/uy;
const ERROR_VALUE = /#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!)/y;

/** Walks a stored formula and gives what Excel, LibreOffice or WPS would stumble over. */
class FormulaWalk {
  private at = 0;
  private depth = 0;
  readonly faults: string[] = [];

  constructor(
    private readonly text: string,
    private readonly scope: FormulaScope,
    private readonly structured: boolean,
  ) {}

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  run(): readonly string[] {
    if (this.text.length > LONGEST_FORMULA) this.faults.push("formula is longer than 8192 characters");
    if (this.text.startsWith("=")) this.faults.push("formula begins with =");
    while (this.at < this.text.length) this.step();
    if (this.depth !== 0) this.faults.push("brackets do not match");
    return this.faults;
  }

  private step(): void {
    const ch = this.text[this.at]!;
    if (ch === '"') this.quoted('"');
    else if (ch === "'") this.quotedSheet();
    else if (ch === "[") {
      this.faults.push("column reference without its table");
      this.bracketed();
    } else if (ch === "#") {
      if (this.match(ERROR_VALUE) === "#REF!") this.faults.push("formula holds #REF!");
      else this.at++;
    } else if (ch === "(") {
      this.depth++;
      this.at++;
    } else if (ch === ")") {
      if (--this.depth < 0) {
        this.faults.push("brackets do not match");
        this.depth = 0;
      }
      this.at++;
    } else if (this.match(COLUMNS) === undefined && this.match(CELL) === undefined && this.match(NUMBER) === undefined) {
      const word = this.match(IDENTIFIER);
      if (word === undefined) this.at++;
      else this.word(word);
    }
  }

  /** Passes a quoted piece whose quote is doubled inside, and gives its text. */
  private quoted(quote: string): string {
    let text = "";
    for (this.at++; this.at < this.text.length; this.at++) {
      const ch = this.text[this.at]!;
      if (ch === quote) {
        if (this.text[this.at + 1] !== quote) break;
        this.at++;
      }
      text += ch;
    }
    if (this.at >= this.text.length) this.faults.push("quote is not closed");
    this.at++;
    return text;
  }

  private quotedSheet(): void {
    const sheet = this.quoted("'");
    if (this.text[this.at] === "!") this.at++;
    if (!this.scope.sheets.has(sheet.toLowerCase())) this.faults.push(`no such sheet: ${sheet}`);
  }

  private word(word: string): void {
    const next = this.text[this.at];
    const key = word.toLowerCase();
    if (next === "(") this.functionName(word);
    else if (next === "!") {
      this.at++;
      if (!this.scope.sheets.has(key)) this.faults.push(`no such sheet, or its name needs quotes: ${word}`);
    } else if (next === "[") {
      const columns = this.scope.tables.get(key);
      if (!this.structured) this.faults.push("rules and validations cannot hold structured references");
      if (!columns) this.faults.push(`no such table: ${word}`);
      const used = this.bracketed();
      for (const column of columns ? used : [])
        if (!columns!.has(column.toLowerCase())) this.faults.push(`table ${word} has no column ${column}`);
    } else if (key !== "true" && key !== "false" && !this.scope.names.has(key)) {
      this.faults.push(
        this.scope.tables.has(key) ? `bare table name, which LibreOffice reads with its header: ${word}` : `no such name: ${word}`,
      );
    }
  }

  private functionName(word: string): void {
    const name = word.toUpperCase();
    if (PREFIXED_FUNCTIONS.has(name)) this.faults.push(`_xlfn. is missing before ${name}`);
    if (/^(?:KPI\.|_xldudf_)/i.test(word)) this.faults.push(`custom function in a file: ${word}`);
  }

  /** Passes a structured reference from its "[" and gives the columns that it names. */
  private bracketed(): readonly string[] {
    const columns: string[] = [];
    let level = 0;
    let part = "";
    let nested = false;
    for (; this.at < this.text.length; this.at++) {
      const ch = this.text[this.at]!;
      if (ch === "'") part += this.text[++this.at] ?? "";
      else if (ch === "[") {
        level++;
        nested ||= level > 1;
        part = "";
      } else if (ch === "]") {
        if (level === 2 || !nested) this.column(part, columns);
        part = "";
        if (--level === 0) break;
      } else {
        if (ch === "@" && part === "") this.faults.push("[@…] is not allowed in a file: [[#This Row],[…]]");
        part += ch;
      }
    }
    if (level !== 0) this.faults.push("square brackets do not match");
    this.at++;
    return columns;
  }

  private column(part: string, columns: string[]): void {
    if (/^#(?:All|Data|Headers|Totals|This Row)$/i.test(part)) return;
    if (part !== "") columns.push(part.replace(/^@/, ""));
  }
}

/** What is wrong with a stored formula; `structured` says whether structured references may stand there (not in rules and validations). */
export function lintFormula(text: string, scope: FormulaScope, structured: boolean): readonly string[] {
  return new FormulaWalk(text, scope, structured).run();
}

/** True for a name that Excel takes for tables and defined names: a letter first, no spaces, not like a cell. */
export function isExcelName(name: string): boolean {
  return (
    /^(?:_xlnm\.|[\p{L}_\\])[\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255 && !parseCell(name) && !/^(?:[rc]|r\d+c\d+)$/i.test(name)
  );
}
