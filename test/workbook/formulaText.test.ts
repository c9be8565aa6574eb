import { allRows, call, literal, named, omitted, op, thisRow, type Formula } from "../../src/workbook/formula";
import { columnLetters, printFormula, type FormulaContext } from "../../src/workbook/formulaText";
import { bookLookup } from "../../src/workbook/layout";

const sheet: FormulaContext = { dialect: "kpi", target: "sheet", lookup: bookLookup() };
const check = (formula: Formula, expected: string, context = sheet): void => expect(printFormula(formula, context)).toBe(expected);

test("structured references are spelled in the long form", () => {
  check(thisRow("targets", "Kết luận"), "tblChiTieu[[#This Row],[Kết luận]]");
  check(allRows("targets", "Kết luận"), "tblChiTieu[Kết luận]");
});

test("special letters of a header are escaped", () => {
  check(thisRow("targets", "Tỷ lệ [%] #1 'a' @b"), "tblChiTieu[[#This Row],[Tỷ lệ '[%'] '#1 ''a'' '@b]]");
  check(allRows("targets", "Trễ/còn"), "tblChiTieu[[Trễ/còn]]");
});

test("texts double their quotes, numbers and truth values are English", () => {
  check(literal('nói "có"'), '"nói ""có"""');
  check(literal(0.5), "0.5");
  check(literal(1e-9), "1E-9");
  check(literal(true), "TRUE");
});

test("operators bracket what binds less tightly", () => {
  const [a, b, c] = [literal(1), literal(2), literal(3)] as const;
  check(op("*", op("+", a, b), c), "(1+2)*3");
  check(op("+", a, op("*", b, c)), "1+2*3");
  check(op("-", a, op("-", b, c)), "1-(2-3)");
  check(op("-", op("-", a, b), c), "1-2-3");
  check(op("^", op("-", a), b), "-1^2");
  check(op("-", op("^", a, b)), "-(1^2)");
  check(op("=", op("&", a, b), c), "1&2=3");
  check(op("*", literal(-1), b), "(-1)*2");
});

test("cells carry their sheet in quotes and dollars where they are fixed", () => {
  check({ kind: "cell", sheet: "lists", row: 3, column: 27, toRow: 5, toColumn: 27, fixed: "both" }, "'Danh mục'!$AB$4:$AB$6");
  check({ kind: "cell", row: 0, column: 0, fixed: "column" }, "$A1");
});

test("an omitted argument leaves its place empty", () => check(call("KPI.TYLE", literal(1), omitted, literal(2)), "KPI.TYLE(1,,2)"));

test("a file prefixes the functions that came after Excel 2007", () => {
  check(call("IFNA", literal(1), literal(2)), "_xlfn.IFNA(1,2)", { ...sheet, target: "file" });
  check(call("IFNA", literal(1), literal(2)), "IFNA(1,2)");
});

test("a second book has one suffix everywhere", () => {
  const second = { ...sheet, lookup: bookLookup(2) };
  check(thisRow("tasks", "Mã"), "tblNhiemVu_2[[#This Row],[Mã]]", second);
  check(named("asOf"), "NgayXet_2", second);
  check({ kind: "cell", sheet: "tasks", row: 0, column: 0 }, "'Nhiệm vụ sổ 2'!A1", second);
});

test("columns count in letters", () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
});
