import { overlap, parseCell, parseRange } from "./address";
import { isExcelName, lintFormula, type FormulaScope } from "./lintFormula";
import { lintSheetOf, lintStringsOf, lintStylesOf, lintTableOf, type LintSheet, type LintTable, type LintValidation } from "./lintParts";
import { openPackage, type OpenedPackage } from "./openPackage";
import { scanXml } from "./scanXml";

/** Adds a fault found at a place. */
type Report = (place: string, fault: string) => void;

interface LintBook {
  readonly sheets: readonly { readonly name: string; readonly state: string; readonly id: string }[];
  readonly names: readonly { readonly name: string; readonly refersTo: string; readonly sheet: string }[];
}

/** What the whole workbook knows while one sheet is looked at. */
interface LintContext {
  readonly scope: FormulaScope;
  readonly tables: ReadonlyMap<string, LintTable>;
  readonly strings: readonly string[];
  readonly styles: { readonly cells: number; readonly differences: number };
}

/** Finds what a schema check lets pass and Excel would repair, or LibreOffice and WPS compute otherwise; one sentence a fault, none for a sound file. Throws XlsxError if the file cannot be opened. */
export function lintXlsx(bytes: Uint8Array): string[] {
  const opened = openPackage(bytes, true);
  const faults: string[] = [];
  const report: Report = (place, fault) => faults.push(`${place}: ${fault}`);
  lintPackage(opened, report);
  const xml = opened.part("xl/workbook.xml");
  if (xml === undefined) return [...faults, "xl/workbook.xml: the part is missing"];
  const book = bookOf(xml);
  const tables = new Map<string, LintTable>();
  for (const path of opened.paths) {
    const table = /^xl\/tables\/[^/]+\.xml$/i.test(path) ? lintTableOf(path, opened.part(path)!) : undefined;
    if (table) tables.set(path, table);
  }
  const scope: FormulaScope = {
    sheets: new Set(book.sheets.map(({ name }) => name.toLowerCase())),
    names: new Set(book.names.map(({ name }) => name.toLowerCase())),
    tables: new Map(
      [...tables.values()].map(({ name, columns }) => [name.toLowerCase(), new Set(columns.map((column) => column.toLowerCase()))]),
    ),
  };
  lintBook(book, scope, report);
  lintTables([...tables.values()], scope, report);
  const context: LintContext = { scope, tables, strings: lintStringsOf(opened), styles: lintStylesOf(opened) };
  const relationships = opened.relationships("xl/workbook.xml");
  for (const { name, id } of book.sheets) {
    const path = relationships.get(id)?.target;
    const part = path === undefined ? undefined : opened.part(path);
    if (path === undefined || part === undefined) report(name, "the sheet has no part");
    else lintSheet(name, path, lintSheetOf(part), opened, context, report);
  }
  return faults;
}

function lintPackage(opened: OpenedPackage, report: Report): void {
  const paths = new Set(opened.paths.map((path) => path.toLowerCase()));
  scanXml(opened.part("[Content_Types].xml") ?? "<Types/>", {
    open: (tag, attribute) => {
      const path = (attribute("PartName") ?? "").slice(1);
      if (tag === "Override" && path.endsWith(".xml") && !paths.has(path.toLowerCase()))
        report("[Content_Types].xml", `no such part: ${path}`);
    },
  });
  for (const path of opened.paths.filter((name) => name.endsWith(".rels"))) {
    const owner = path.replace(/_rels\/([^/]+)\.rels$/, "$1");
    const ids = new Set<string>();
    scanXml(opened.part(path)!, {
      open: (tag, attribute) => {
        const id = attribute("Id");
        if (tag !== "Relationship" || id === undefined) return;
        if (ids.has(id)) report(path, `id ${id} stands twice`);
        ids.add(id);
        if (attribute("TargetMode") === "External" && attribute("Target")?.startsWith("#"))
          report(path, "inner link written as an outer one");
      },
    });
    for (const { id, target, external } of opened.relationships(owner).values()) {
      if (!external && target.endsWith(".xml") && !paths.has(target.toLowerCase())) report(path, `${id} points to no part: ${target}`);
    }
  }
}

function bookOf(xml: string): LintBook {
  const sheets: { name: string; state: string; id: string }[] = [];
  const names: { name: string; refersTo: string; sheet: string }[] = [];
  let text = "";
  scanXml(xml, {
    open: (tag, attribute) => {
      text = "";
      if (tag === "sheet")
        sheets.push({
          name: attribute("name") ?? "",
          state: attribute("state") ?? "visible",
          id: attribute("r:id") ?? attribute("id") ?? "",
        });
      else if (tag === "definedName") names.push({ name: attribute("name") ?? "", refersTo: "", sheet: attribute("localSheetId") ?? "" });
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag === "definedName") names.at(-1)!.refersTo = text;
    },
  });
  return { sheets, names };
}

function lintBook(book: LintBook, scope: FormulaScope, report: Report): void {
  const seen = new Set<string>();
  for (const { name } of book.sheets) {
    if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) report("workbook", `not a sheet name: ${name}`);
    if (seen.has(name.toLowerCase())) report("workbook", `two sheets are named ${name}`);
    seen.add(name.toLowerCase());
  }
  if (!book.sheets.some(({ state }) => state === "visible")) report("workbook", "no sheet is visible");
  const known = new Set<string>();
  for (const { name, refersTo, sheet } of book.names) {
    const key = `${name.toLowerCase()}|${sheet}`;
    if (known.has(key)) report(`name ${name}`, "stands twice");
    known.add(key);
    if (!isExcelName(name)) report(`name ${name}`, "is no name for Excel");
    if (scope.tables.has(name.toLowerCase())) report(`name ${name}`, "is the name of a table too");
    for (const fault of lintFormula(refersTo, scope, true)) report(`name ${name}`, fault);
  }
}

function lintTables(tables: readonly LintTable[], scope: FormulaScope, report: Report): void {
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const table of tables) {
    const { path, name, range, columns, totalsRows } = table;
    if (!isExcelName(name)) report(path, `not a table name: ${name}`);
    if (names.has(name.toLowerCase())) report(path, `two tables are named ${name}`);
    if (ids.has(table.id)) report(path, `two tables have the id ${table.id}`);
    names.add(name.toLowerCase());
    ids.add(table.id);
    if (new Set(columns.map((column) => column.toLowerCase())).size !== columns.length) report(path, "two columns have the same name");
    for (const formula of table.formulas) for (const fault of lintFormula(formula, scope, true)) report(path, fault);
    if (!range) {
      report(path, `no range: ${table.ref}`);
      continue;
    }
    if (range.columns !== columns.length) report(path, `${columns.length} columns in a range of ${range.columns}`);
    if (range.rows - table.headerRows - totalsRows < 1) report(path, "the table has no data row");
    const filter = table.filter === undefined ? undefined : parseRange(table.filter);
    if (filter && filter.row + filter.rows !== range.row + range.rows - totalsRows) report(path, "the filter does not end with the data");
  }
}

function lintSheet(name: string, path: string, sheet: LintSheet, opened: OpenedPackage, context: LintContext, report: Report): void {
  const texts = lintCells(name, sheet, context, report);
  sheet.rows.forEach((row, i) => {
    if (i > 0 && row <= sheet.rows[i - 1]!) report(name, `row ${row} does not follow row ${sheet.rows[i - 1]}`);
  });
  sheet.columns.forEach(({ min }, i) => {
    if (i > 0 && min <= sheet.columns[i - 1]!.max) report(name, `column settings overlap at ${min}`);
  });
  if (sheet.heights.some((height) => height > 409.5)) report(name, "a row is taller than 409.5 points");
  if (sheet.columns.some(({ width }) => width > 255)) report(name, "a column is wider than 255 characters");
  const merges = sheet.merges.map((ref) => parseRange(ref));
  lintOverlaps(sheet.merges, (a, b) => report(name, `merged cells overlap: ${a} and ${b}`));
  lintOverlaps(
    sheet.validations.flatMap(({ sqref }) => sqref.split(/\s+/)),
    (a, b) => report(name, `validations overlap: ${a} and ${b}`),
  );
  for (const validation of sheet.validations) lintValidation(name, validation, context.scope, report);
  for (const { sqref, dxfId, formulas } of sheet.formats) {
    if (dxfId !== undefined && dxfId >= context.styles.differences) report(name, `rule at ${sqref} has no look ${dxfId}`);
    for (const formula of formulas) for (const fault of lintFormula(formula, context.scope, false)) report(`${name} rule ${sqref}`, fault);
  }
  for (const { ref, location } of sheet.links) {
    if (location?.startsWith("#")) report(`${name} ${ref}`, "link begins with #");
    else if (location !== undefined) for (const fault of lintFormula(location, context.scope, false)) report(`${name} ${ref}`, fault);
  }
  for (const header of sheet.headers) if (header.length > 255) report(name, "header or footer is longer than 255 characters");
  const relationships = opened.relationships(path);
  lintOverlaps(
    sheet.tableIds.map((id) => context.tables.get(relationships.get(id)?.target ?? "")?.ref ?? ""),
    (a, b) => report(name, `tables overlap: ${a} and ${b}`),
  );
  for (const id of sheet.tableIds) {
    const table = context.tables.get(relationships.get(id)?.target ?? "");
    if (!table) report(name, `no table for ${id}`);
    else if (table.range) {
      for (const merge of merges) if (merge && overlap(merge, table.range)) report(name, `merged cells in table ${table.name}`);
      lintHeaders(name, table, texts, report);
    }
  }
}

/** Looks at every cell; gives the texts of cells that hold one, by "row,column", undefined for a formula. */
function lintCells(name: string, sheet: LintSheet, context: LintContext, report: Report): ReadonlyMap<string, string | undefined> {
  const texts = new Map<string, string | undefined>();
  let last = { row: -1, column: -1 };
  for (const cell of sheet.cells) {
    const place = `${name}!${cell.address}`;
    const at = parseCell(cell.address);
    if (!at) {
      report(place, "no such cell");
      continue;
    }
    if (at.row < last.row || (at.row === last.row && at.column <= last.column)) report(place, "the cell stands twice or out of order");
    last = at;
    if (cell.style >= context.styles.cells) report(place, `no look ${cell.style}`);
    if (cell.formula !== undefined) for (const fault of lintFormula(cell.formula, context.scope, true)) report(place, fault);
    if (cell.type === "n" && cell.value !== "" && !Number.isFinite(Number(cell.value))) report(place, `a number cell holds ${cell.value}`);
    if (cell.type === "s" && context.strings[Number(cell.value)] === undefined) report(place, `no shared text ${cell.value}`);
    const text = cell.type === "s" ? context.strings[Number(cell.value)] : cell.type === "n" ? undefined : cell.value;
    texts.set(`${at.row},${at.column}`, cell.formula === undefined ? text : undefined);
  }
  return texts;
}

function lintOverlaps(refs: readonly string[], report: (a: string, b: string) => void): void {
  const ranges = refs.map((ref) => parseRange(ref));
  ranges.forEach((a, i) =>
    ranges.slice(i + 1).forEach((b, j) => {
      if (a && b && overlap(a, b)) report(refs[i]!, refs[i + 1 + j]!);
    }),
  );
}

function lintValidation(name: string, { sqref, type, texts, formulas }: LintValidation, scope: FormulaScope, report: Report): void {
  const place = `${name} validation ${sqref}`;
  if (texts.error.length > 255 || texts.prompt.length > 255) report(place, "message is longer than 255 characters");
  if (texts.errorTitle.length > 32 || texts.promptTitle.length > 32) report(place, "title is longer than 32 characters");
  for (const formula of formulas) {
    if (type === "list" && formula.startsWith('"') && formula.length > 257) report(place, "list is longer than 255 characters");
    for (const fault of lintFormula(formula, scope, false)) report(place, fault);
  }
}

function lintHeaders(name: string, table: LintTable, texts: ReadonlyMap<string, string | undefined>, report: Report): void {
  if (table.headerRows === 0) return;
  table.columns.forEach((column, i) => {
    const text = texts.get(`${table.range!.row},${table.range!.column + i}`);
    if (text !== column) report(name, `header of table ${table.name} is "${text ?? ""}", its column "${column}"`);
  });
}
