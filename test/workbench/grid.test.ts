import { Grid } from "../../src/workbench/univer/grid";
import { GridTables } from "../../src/workbench/univer/gridTables";
import { startHeadless } from "../../src/workbench/univer/headless";

const double = { name: "KPI.GAPDOI", min: 1, max: 1, call: (value: unknown) => (value as number) * 2 };
const failing = {
  name: "KPI.HONG",
  min: 0,
  max: 0,
  call: () => {
    throw new Error("boom");
  },
};
const listing = { name: "KPI.KE", min: 0, max: 4, call: (...args: unknown[]) => JSON.stringify(args) };
const refusing = { name: "KPI.TUCHOI", min: 0, max: 0, call: () => ({ error: "#N/A" }) };

let grid: Grid;
beforeEach(() => {
  grid = new Grid(startHeadless([double, failing, listing, refusing]));
});
afterEach(() => grid.dispose());

const value = (row: number, column: number): unknown => grid.cell("s1", row, column)?.v;

test("a custom function of the add-in calculates in the grid, a blank cell reaches it as 0", async () => {
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ v: 21 }, { f: "=KPI.GAPDOI(A1)" }, { f: "=KPI.GAPDOI(Z9)" }]]);
  await grid.settle();
  expect([value(0, 1), value(0, 2)]).toEqual([42, 0]);
});

test("an argument that is left out reaches a custom function as null, wherever it stands", async () => {
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ f: "=KPI.KE(1,,2)" }, { f: "=KPI.KE(1,Z9,2)" }, { f: "=KPI.KE(,1)" }]]);
  await grid.settle();
  expect([0, 1, 2].map((column) => value(0, column))).toEqual(["[1,null,2,null]", "[1,0,2,null]", "[null,1,null,null]"]);
});

test("an error of a custom function is an error of the cell and does not stop the others", async () => {
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ f: "=KPI.HONG()" }, { f: "=KPI.TUCHOI()" }, { f: "=KPI.GAPDOI(1/0)" }, { f: "=1+1" }]]);
  await grid.settle();
  expect([0, 1, 2, 3].map((column) => value(0, column))).toEqual(["#VALUE!", "#N/A", "#DIV/0!", 2]);
});

test("SORT leaves the range alone, EDATE stays in the month, HYPERLINK has a value", async () => {
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ v: 3 }], [{ v: 1 }], [{ v: 2 }]]);
  grid.writeCells("s1", { row: 0, column: 1 }, [
    [
      { f: "=SORT(A1:A3)" },
      { f: '=SUMIFS(A1:A3,A1:A3,">=2")' },
      { f: "=EDATE(DATE(2026,1,31),1)-DATE(2026,2,28)" },
      { f: '=HYPERLINK("#A1","Về đầu")' },
    ],
  ]);
  await grid.settle();
  expect([value(0, 1), value(0, 2), value(0, 3), value(0, 4)]).toEqual([1, 5, 0, "Về đầu"]);
});

test("INDEX over a table of another sheet finds its cells", async () => {
  const other = grid.addSheet("Danh mục");
  grid.writeCells(other, { row: 4, column: 0 }, [[{ v: "Tên" }], [{ v: "Sở A" }], [{ v: "Sở B" }]]);
  new GridTables(grid).add(other, "tblDonVi", { row: 4, column: 0, rows: 3, columns: 1 }, ["Tên"]);
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ f: '=INDEX(tblDonVi[Tên],2)&""' }]]);
  await grid.settle();
  expect(value(0, 0)).toBe("Sở B");
});

test("settling without a change returns at once", async () => {
  await grid.settle();
  await grid.settle();
  expect(grid.sheets().map((sheet) => sheet.getName())).toEqual(["Sheet1"]);
});

test("a zero is not blank, however often it is compared", async () => {
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ v: 0 }, null, { v: 5 }]]);
  grid.writeCells("s1", { row: 1, column: 0 }, [
    [
      { f: '=A1=""' },
      { f: '=IF(A1="","trống",A1)' },
      { f: '=""=A1' },
      { f: '=IF(B1="","trống",B1)' },
      { f: "=B1=0" },
      { f: '=IF(C1="",1,2)' },
    ],
  ]);
  await grid.settle();
  expect([0, 1, 2, 3, 4, 5].map((column) => value(1, column))).toEqual([0, 0, 0, "trống", 1, 2]);
});

test("while calculations rest formulas keep their values; what has changed meanwhile is calculated once they go on", async () => {
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ v: 1 }, { f: "=A1*10" }, { f: "=B1+1" }]]);
  await grid.settle();
  grid.calculationRests = true;
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ v: 2 }]]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  grid.writeCells("s1", { row: 1, column: 0 }, [[{ v: 5 }, { f: "=A2*A1" }]]);
  await grid.settle();
  expect([value(0, 1), value(0, 2), value(1, 1)]).toEqual([10, 11, undefined]);
  await grid.calculate();
  expect([value(0, 1), value(0, 2), value(1, 1)]).toEqual([20, 21, 10]);
  expect(grid.calculationRests).toBe(true);
  grid.writeCells("s1", { row: 0, column: 0 }, [[{ v: 3 }]]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(value(0, 1)).toBe(20);
  grid.calculationRests = false;
  await grid.settle();
  expect([value(0, 1), value(0, 2), value(1, 1)]).toEqual([30, 31, 15]);
});
