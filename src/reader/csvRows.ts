/** Fewest columns and rows of a table; a letterhead has two columns. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 3;
/** Share of rows that must have the same number of cells. */
const MOST_ROWS = 0.9;
/** Share of commas with a space behind them that prose has and a table has not. */
const PROSE_SPACES = 0.1;
/** Longest heading of a column, in letters. */
const LONGEST_HEADING = 80;

/**
 * Rows of text whose cells are parted by commas or semicolons, as spreadsheets save them; cells in quotation marks may hold line breaks.
 * Undefined for any text that is not clearly such a table: prose has spaces behind its commas and as many as it likes in a line.
 */
export function csvRows(text: string): readonly (readonly string[])[] | undefined {
  const whole = text.startsWith("\ufeff") ? text.slice(1) : text;
  // Excel writes "sep=;" on a line of its own.
  const named = /^sep=(?<sign>[,;])\r?\n/i.exec(whole);
  const body = named ? whole.slice(named[0].length) : whole;
  for (const sign of named ? [named.groups!["sign"]!] : [",", ";"]) {
    const rows = mayBeTable(body, sign) ? cellsOf(body, sign) : undefined;
    if (rows && isTable(rows)) return rows;
  }
  return undefined;
}

/** A glance at the first lines, so that long prose is not taken apart. */
function mayBeTable(text: string, sign: string): boolean {
  const lines = text.slice(0, 5000).split("\n");
  return lines.filter((line) => line.split(sign).length >= FEWEST_COLUMNS).length >= 2;
}

/** The cells of each row that is not blank; undefined when quotation marks do not enclose whole cells or spaces stand behind the signs. */
function cellsOf(text: string, sign: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let signs = 0;
  let spaced = 0;
  const endRow = (): void => {
    if (row.some((cell) => cell !== "")) rows.push(row);
    row = [];
  };
  for (let at = 0; at <= text.length;) {
    let end: number;
    if (text[at] === '"') {
      const close = closingMark(text, at + 1);
      if (close === undefined) return undefined;
      row.push(
        text
          .slice(at + 1, close)
          .replaceAll('""', '"')
          .trim(),
      );
      end = close + 1;
    } else {
      end = at;
      while (end < text.length && text[end] !== sign && text[end] !== "\n" && text[end] !== "\r") end++;
      row.push(text.slice(at, end).trim());
    }
    const next = text[end];
    if (next === sign) {
      signs++;
      if (text[end + 1] === " ") spaced++;
      at = end + 1;
    } else if (next === undefined || next === "\n" || next === "\r") {
      endRow();
      at = end + (next === "\r" && text[end + 1] === "\n" ? 2 : 1);
    } else return undefined;
  }
  return spaced <= PROSE_SPACES * signs ? rows : undefined;
}

/** Where the mark that ends a cell stands; two marks are one of its letters. */
function closingMark(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return undefined;
}

function isTable(rows: readonly (readonly string[])[]): boolean {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, same] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
  if (columns < FEWEST_COLUMNS || rows.length < FEWEST_ROWS || same < MOST_ROWS * rows.length) return false;
  const header = rows.find((row) => row.length === columns && row.filter((cell) => cell !== "").length >= FEWEST_COLUMNS);
  const headings = header?.filter((cell) => cell !== "") ?? [];
  const isHeading = (cell: string): boolean => cell.length <= LONGEST_HEADING && /\p{L}/u.test(cell);
  return headings.length > 0 && headings.every(isHeading) && new Set(headings).size === headings.length;
}
