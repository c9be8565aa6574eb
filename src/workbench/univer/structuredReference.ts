/** Text inside double quotes is never a reference. */
const QUOTED = /("(?:[^"]|"")*")/;
/** `[@[Thực hiện]]`, `[@Mức]`; the table's name may stand before it. */
const SHORT = /\[@(?:\[(?<bracketed>[^[\]]+)\]|(?<plain>[^[\]]+))\]/g;
/** `[[#This Row],[Thực hiện]]` behind the table's name. */
const LONG = /\[\[#This Row\],\s?\[(?<bracketed>[^[\]]+)\]\]/gi;

/** Replaces references with the table's name that stands before them, if any; a reference for which `change` gives nothing stays. */
function replaceReferences(
  part: string,
  pattern: RegExp,
  change: (table: string | undefined, column: string) => string | undefined,
): string {
  const pieces: string[] = [];
  let from = 0;
  for (const found of part.matchAll(pattern)) {
    const start = nameStart(part, found.index, from);
    const named = start < found.index ? part.slice(start, found.index) : undefined;
    const changed = change(named, found.groups!["bracketed"] ?? found.groups!["plain"]!);
    const end = found.index + found[0].length;
    pieces.push(changed === undefined ? part.slice(from, end) : part.slice(from, start) + changed);
    from = end;
  }
  return pieces.join("") + part.slice(from);
}

/** Where the name begins that ends at `end`, not before `from`; `end` if there is none. */
function nameStart(part: string, end: number, from: number): number {
  let start = end;
  while (start > from && /[\p{L}\p{N}_.\\]/u.test(part[start - 1]!)) start--;
  while (start < end && !/[\p{L}_\\]/u.test(part[start]!)) start++;
  return start;
}

function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(QUOTED)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join("");
}

/** The long form `Table[[#This Row],[Column]]` of every `[@Column]`: the only one that engine-formula 0.25.1 knows. `table` is the one the cell stands in. */
export function toLongThisRow(formula: string, table: string | undefined): string {
  if (!formula.includes("[@")) return formula;
  const long = (named: string | undefined, column: string): string | undefined => {
    const owner = named ?? table;
    return owner ? `${owner}[[#This Row],[${column}]]` : undefined;
  };
  return outsideQuotes(formula, (part) => replaceReferences(part, SHORT, long));
}

/** The short form `[@Column]` that Excel shows and returns for a reference to the row of the cell's own table. */
export function toShortThisRow(formula: string, table: string | undefined): string {
  if (!formula.includes("#")) return formula;
  return outsideQuotes(formula, (part) =>
    replaceReferences(part, LONG, (owner, column) => {
      if (owner === undefined) return undefined;
      const inner = /^[\p{L}\p{N}_]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`;
      return owner.toLowerCase() === table?.toLowerCase() ? inner : `${owner}${inner}`;
    }),
  );
}

/** Underscores in the names of tables before their columns as private characters: engine-formula 0.25.1 takes no underscore in a table's name. */
export function hideUnderscores(formula: string): string {
  return outsideQuotes(formula, (part) => {
    const pieces: string[] = [];
    let from = 0;
    for (let end = part.indexOf("["); end >= 0; end = part.indexOf("[", end + 1)) {
      const start = nameStart(part, end, from);
      pieces.push(part.slice(from, start), hiddenName(part.slice(start, end)));
      from = end;
    }
    return pieces.join("") + part.slice(from);
  });
}

/** The name by which the engine knows a table. */
export function hiddenName(table: string): string {
  return table.replaceAll("_", "\uE002");
}
