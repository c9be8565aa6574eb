import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as formulajs from "@formulajs/formulajs";
import { danhGia, tyLe } from "../src/functions/kpi";
import { Grid } from "../src/workbench/univer/grid";
import { startHeadless } from "../src/workbench/univer/headless";
import { nativeAttainment } from "../src/workbook/native/attainment";
import { nativeConclusion } from "../src/workbook/native/conclusion";
import type { Formula } from "../src/workbook/formula";
import { printFormula } from "../src/workbook/formulaText";
import { medianOf, report } from "./measure";

/** Evaluations of the commonest call. */
const CALLS = 100_000;
/** Rows of native formulas that the engines calculate; their time is scaled to `CALLS`. */
const ROWS = 300;

const actualOf = (index: number): number => (index % 120) / 100;
const cell = (column: number, row: number): Formula => ({ kind: "cell", row, column });
const literal = (value: string | number): Formula => ({ kind: "literal", value });
const print = (formula: Formula): string =>
  `=${printFormula(formula, { dialect: "native", target: "sheet", lookup: { sheet: String, table: String, name: String } })}`;

/** Times the KPI functions beside plain arithmetic and beside engines that calculate the native formulas. */
export async function benchFunctions(): Promise<void> {
  const attainment = await medianOf(5, () => {
    let sum = 0;
    for (let index = 0; index < CALLS; index++) sum += Number(tyLe(actualOf(index), 0.85, "Tối thiểu", null, null, true, null, "%"));
    return sum;
  });
  const conclusion = await medianOf(5, () => {
    let reached = 0;
    for (let index = 0; index < CALLS; index++)
      if (danhGia(actualOf(index), 0.85, "Tối thiểu", null, null, null, null, "%") === "Đạt") reached++;
    return reached;
  });
  const plain = await medianOf(5, () => {
    let sum = 0;
    for (let index = 0; index < CALLS; index++)
      sum += Number(formulajs.MIN(1, formulajs.MAX(0, formulajs.PRODUCT(actualOf(index), 1 / 0.85))));
    return sum;
  });
  report(`KPI.TYLE, ${CALLS} calls`, attainment);
  report(`KPI.DANHGIA, ${CALLS} calls`, conclusion, { with: "KPI.TYLE", milliseconds: attainment });
  report(`@formulajs/formulajs MIN(1,MAX(0,PRODUCT(A,1/T))), ${CALLS} calls`, plain, { with: "KPI.TYLE", milliseconds: attainment });
  const univer = (await timeUniver()) * (CALLS / ROWS);
  report(`Univer, native TYLE and DANHGIA, ${ROWS} rows scaled to ${CALLS}`, univer, {
    with: "both KPI calls",
    milliseconds: attainment + conclusion,
  });
  const iron = (await timeIronCalc()) * (CALLS / ROWS);
  report(`@ironcalc/wasm, native TYLE and DANHGIA, ${ROWS} rows scaled to ${CALLS}`, iron, {
    with: "both KPI calls",
    milliseconds: attainment + conclusion,
  });
}

function nativeRow(row: number): readonly [string, string] {
  const shared = [cell(0, row), cell(1, row), cell(2, row), literal(""), literal("")];
  const unit = cell(3, row);
  return [
    print(nativeAttainment([...shared, { kind: "literal", value: true }, { kind: "omitted" }, unit])),
    print(nativeConclusion([...shared, { kind: "omitted" }, { kind: "omitted" }, unit])),
  ];
}

async function timeUniver(): Promise<number> {
  const started = performance.now();
  const grid = new Grid(startHeadless([]));
  const ready = performance.now();
  grid.writeCells(
    "s1",
    { row: 0, column: 0 },
    Array.from({ length: ROWS }, (_, row) => [
      { v: actualOf(row) },
      { v: 0.85 },
      { v: "Tối thiểu" },
      { v: "%" },
      ...nativeRow(row).map((f) => ({ f })),
    ]),
  );
  await grid.settle();
  const ended = performance.now();
  const first = grid.cell("s1", 100, 5)?.v;
  await grid.dispose();
  if (first !== "Vượt") throw new Error(`Univer gave ${String(first)} after ${started}`);
  return ended - ready;
}

async function timeIronCalc(): Promise<number> {
  const wasm = (await import("@ironcalc/wasm")) as unknown as {
    initSync(options: { module: Buffer }): void;
    Model: new (
      name: string,
      locale: string,
      timeZone: string,
      language: string,
    ) => {
      pauseEvaluation(): void;
      setUserInput(sheet: number, row: number, column: number, input: string): void;
      evaluate(): void;
      getFormattedCellValue(sheet: number, row: number, column: number): string;
    };
  };
  const entry = createRequire(path.join(process.cwd(), "package.json")).resolve("@ironcalc/wasm");
  wasm.initSync({ module: readFileSync(path.join(path.dirname(entry), "wasm_bg.wasm")) });
  const model = new wasm.Model("bench", "en", "UTC", "en");
  const rows = Array.from({ length: ROWS }, (_, row) => nativeRow(row));
  model.pauseEvaluation();
  const started = performance.now();
  rows.forEach(([attainment, conclusion], row) => {
    [String(actualOf(row)), "0.85", "Tối thiểu", "'%", attainment, conclusion].forEach((input, column) =>
      model.setUserInput(0, row + 1, column + 1, input),
    );
  });
  model.evaluate();
  const ended = performance.now();
  const shown = model.getFormattedCellValue(0, 101, 6);
  if (shown !== "Vượt") throw new Error(`IronCalc gave ${shown}`);
  return ended - started;
}
