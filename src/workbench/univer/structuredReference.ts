/** Text inside double quotes is never a reference. */
const QUOTED = /("(?:[^"]|"")*")/;
/** `[@[Thực hiện]]`, `tblChiTieu[@[Thực hiện]]` */
const SHORT_BRACKETED = /([\p{L}_\\][\p{L}\p{N}_.\\]{0,254})?\[@\[([^[\]]{1,255})\]\]/gu;
/** `[@Mức]`, `tblChiTieu[@Mức]` */
const SHORT_PLAIN = /([\p{L}_\\][\p{L}\p{N}_.\\]{0,254})?\[@([^[\]]{1,255})\]/gu;
/** `tblChiTieu[[#This Row],[Thực hiện]]` */
const LONG = /([\p{L}_\\][\p{L}\p{N}_.\\]{0,254})\[\[#This Row\],\s?\[([^[\]]{1,255})\]\]/giu;

function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(QUOTED)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join("");
}

/** The long form `Table[[#This Row],[Column]]` of every `[@Column]`: the only one that engine-formula 0.25.1 knows. `table` is the one the cell stands in. */
export function toLongThisRow(formula: string, table: string | undefined): string {
  if (!formula.includes("[@")) return formula;
  const long = (whole: string, named: string | undefined, column: string): string => {
    const owner = named ?? table;
    return owner ? `${owner}[[#This Row],[${column}]]` : whole;
  };
  return outsideQuotes(formula, (part) => part.replace(SHORT_BRACKETED, long).replace(SHORT_PLAIN, long));
}

/** The short form `[@Column]` that Excel shows and returns for a reference to the row of the cell's own table. */
export function toShortThisRow(formula: string, table: string | undefined): string {
  if (!formula.includes("#")) return formula;
  return outsideQuotes(formula, (part) =>
    part.replace(LONG, (_whole, owner: string, column: string) => {
      const inner = /^[\p{L}\p{N}_]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`;
      return owner.toLowerCase() === table?.toLowerCase() ? inner : `${owner}${inner}`;
    }),
  );
}
