import type { CellValue } from "../../src/workbook/formula";
import { Cancelled, messagesOf, Refusal } from "../../src/host/excelRun";
import { cellInput } from "../../src/host/cellInput";
import { packed, send, step, weigh } from "../../src/host/requests";
import { columnPoints } from "../../src/host/renderSheets";
import { stateOf, stateXml } from "../../src/host/stateXml";
import { addressLists, runsBy, styleGrid } from "../../src/host/styleRuns";
import type { RangeAddress, SheetSpec } from "../../src/workbook/workbookSpec";
import { featureSpec } from "../support/featureSpec";

describe("text that Excel would read as something else", () => {
  const check = (value: CellValue, expected: unknown): void => expect(cellInput(value)).toBe(expected);

  it("gets an apostrophe", () => {
    for (const text of [
      "=1+1",
      "+84",
      "- Nâng cao",
      "@tên",
      "'dẫn",
      "1.1",
      "01/2024",
      "85%",
      "12.000",
      "(5)",
      "#N/A",
      " 5",
      "TRUE",
      "May 5",
      "Sep-24",
    ]) {
      check(text, `'${text}`);
    }
  });

  it("stays as it is when it begins with a letter, and other values do too", () => {
    for (const text of ["Nhiệm vụ", "CT-01", "Đạt", "Quý II/2024 báo cáo", "|{}", ""]) check(text, text === "|{}" ? "'|{}" : text);
    for (const value of [5, 0, true, null, 45473]) check(value, value);
  });

  it("is cut to what a cell holds", () => {
    expect(String(cellInput("x".repeat(40_000)))).toHaveLength(32_767);
  });
});

describe("styles as runs", () => {
  const sheet = featureSpec.sheets[1]!;

  it("cover every cell once, with the last style that the spec gives it", () => {
    const seen = new Map<string, string>();
    for (const { key: style, ranges } of runsBy(styleGrid(sheet), (one) => one)) {
      for (const { row, column, rows, columns } of ranges) {
        for (let i = row; i < row + rows; i++) {
          for (let j = column; j < column + columns; j++) {
            expect(seen.has(`${i},${j}`)).toBe(false);
            seen.set(`${i},${j}`, style);
          }
        }
      }
    }
    const grid = [...styleGrid(sheet)].flatMap(([row, line]) => line.map((style, column) => [`${row},${column}`, style] as const));
    expect(new Map(grid.filter(([, style]) => style !== undefined))).toEqual(seen);
    expect(seen.get("0,0")).toBe("title");
    expect(seen.get("4,3")).toBe("input");
  });

  it("do not become more when rows are added", () => {
    const count = (rows: number): number => {
      const table = sheet.tables[0]!;
      const tall: SheetSpec = { ...sheet, tables: [{ ...table, rows: Array.from({ length: rows }, () => table.rows[0]!) }] };
      return runsBy(styleGrid(tall), (style) => style).reduce((sum, { ranges }) => sum + ranges.length, 0);
    };
    expect(count(2000)).toBe(count(10));
  });

  it("are addressed in lists of bounded length", () => {
    const ranges: RangeAddress[] = Array.from({ length: 1000 }, (_, index) => ({ row: index * 2, column: 0, rows: 1, columns: 3 }));
    const lists = addressLists(ranges);
    expect(lists.every((list) => list.length <= 2000)).toBe(true);
    expect(lists.join(",").split(",")).toHaveLength(1000);
    expect(lists[0]!.startsWith("A1:C1,A3:C3,")).toBe(true);
  });
});

describe("requests", () => {
  it("are filled up to the limit and never emptied", () => {
    expect(packed([3, 3, 3, 9, 1], (n) => n, 6)).toEqual([[3, 3], [3], [9], [1]]);
    expect(packed([], () => 1, 6)).toEqual([]);
  });

  it("are weighed in bytes of UTF-8", () => {
    expect(weigh(["Đạt"])).toBe(10);
  });

  it("stop between two parts when the signal fires", async () => {
    const stop = new AbortController();
    let sent = 0;
    const application = { suspendApiCalculationUntilNextSync: () => undefined, suspendScreenUpdatingUntilNextSync: () => undefined };
    const context = { application, sync: async () => void (++sent === 1 && stop.abort()) } as unknown as Excel.RequestContext;
    const steps = [step(1, undefined, () => undefined), step(1, undefined, () => undefined)];
    await expect(send(context, steps, stop.signal, 100)).rejects.toBeInstanceOf(Cancelled);
    expect(sent).toBe(1);
  });
});

describe("errors of Office", () => {
  const check = (error: unknown, code: string): void => expect(messagesOf(error).map((one) => one.code)).toEqual([code]);
  const office = (code: string, message = ""): unknown => ({
    code,
    message,
    debugInfo: { statement: "x.values = ...;", errorLocation: "Range.values" },
  });

  it("become messages with code, statement and place", () => {
    expect(messagesOf(office("InvalidArgument", "wrong"))).toEqual([
      {
        code: "excel-failed",
        severity: "error",
        details: { code: "InvalidArgument", text: "wrong", statement: "x.values = ...;", location: "Range.values" },
      },
    ]);
  });

  it("are told apart", () => {
    check(office("InvalidOperationInCellEditMode"), "excel-cell-edit");
    check(office("RequestPayloadSizeLimitExceeded"), "excel-request-too-large");
    check(office("ResponsePayloadSizeLimitExceeded"), "excel-request-too-large");
    check(office("ApiNotFound"), "excel-too-old");
    check(office("AccessDenied"), "excel-read-only");
    check(office("InvalidOperation", "The sheet is protected."), "excel-read-only");
    check(office("HostIsBusy"), "excel-busy");
    check(office("GeneralException"), "excel-failed");
    check("words only", "excel-failed");
    check(new TypeError("x is undefined"), "excel-failed");
    check(new Cancelled("x"), "cancelled");
    check(new Refusal([{ code: "name-taken", severity: "error" }]), "name-taken");
  });
});

describe("the state part", () => {
  it("gives its JSON back, also after Excel has written it anew with another prefix", () => {
    const state = JSON.stringify({ note: `Chữ <>&"' ]]> 🎯`, line: "a\r\nb" });
    const xml = stateXml(state, 'KH-"1"');
    expect(xml).not.toContain("]]>");
    expect(stateOf(xml)).toBe(state);
    expect(stateOf(`<?xml version="1.0"?>\n${xml.replace("<state ", "<ns0:state ").replace("</state>", "</ns0:state>")}`)).toBe(state);
    expect(stateOf("<state/>")).toBeUndefined();
    expect(stateOf("")).toBeUndefined();
    expect(stateOf("<state>&#x110;&#7841;t</state>")).toBe("Đạt");
  });
});

it("a column of 8.43 characters is 48 points wide", () => {
  expect(columnPoints(8.43)).toBe(48);
});
