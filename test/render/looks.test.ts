import { toXlsx } from "../../src/render/toXlsx";
import type { CellStyle } from "../../src/workbook/workbookSpec";
import { featureSpec } from "../support/featureSpec";
import { fileLooks, type CellLook, type SheetLooks } from "../support/fileLooks";

let looks: readonly SheetLooks[];
beforeAll(async () => {
  looks = await fileLooks(toXlsx(featureSpec));
}, 60_000);

/** What a style of the spec must come to in a file. */
function expected(style: CellStyle): CellLook {
  const { font, fill, border, horizontal, vertical } = style;
  const sides = border?.sides === "all" ? "bottom left right top" : (border?.sides ?? "");
  return {
    font: {
      name: font.name,
      size: font.size,
      bold: font.bold ?? false,
      italic: font.italic ?? false,
      underline: font.underline ?? false,
      ...(font.color ? { color: font.color } : {}),
    },
    ...(fill ? { fill } : {}),
    border: sides,
    ...(border ? { borderColor: border.color } : {}),
    numberFormat: style.numberFormat ?? "General",
    ...(horizontal || style.indent ? { horizontal: horizontal ?? "left" } : {}),
    ...(vertical && vertical !== "bottom" ? { vertical } : {}),
    wrap: style.wrap ?? false,
    indent: style.indent ?? 0,
    locked: style.locked ?? true,
  };
}

function check(sheet: number, cell: string, style: string): void {
  it(`gives ${featureSpec.sheets[sheet]!.name} ${cell} the look "${style}"`, () => {
    expect(looks[sheet]!.cells[cell]).toEqual(expected(featureSpec.styles[style]!));
  });
}

check(0, "A1", "title");
check(0, "B3", "day");
check(0, "A3", "base");
check(0, "C13", "percent");
check(0, "A10", "link");
check(1, "B4", "head");
check(1, "B5", "text");
check(1, "D7", "input");
check(1, "E6", "day");
check(2, "A3", "indented");

it("keeps widths, heights, merges, frozen cells and hidden columns", () => {
  const [info, tasks] = looks;
  expect(info!.merges).toEqual(["A1:D1"]);
  expect(info!.heights).toEqual({ "1": 30 });
  expect(tasks!.widths).toMatchObject({ A: 9, B: 40, C: 12, D: 14 });
  expect(tasks!.heights).toEqual({ "4": 33, "7": 33 });
  expect(tasks!.freeze).toBe("C5");
  expect(tasks!.hiddenColumns).toEqual(["H", "I", "J"]);
  expect(looks.map((sheet) => sheet.protected)).toEqual([true, false, false, false]);
  expect(info!.charts).toBe(7);
  expect(info!.links).toEqual({ A10: "'Nhiệm vụ ''25 (chính)'!$A$4" });
});

it("keeps validations, their texts cut to what Excel opens", () => {
  const { validations } = looks[1]!;
  expect(validations.map(({ range, type, operator, formula, upper }) => [range, type, operator, formula, upper])).toEqual([
    ["B5:B8", "list", null, "DonVi", null],
    ["C5:C8", "decimal", null, "0", "2"],
    ["D5:D8", "decimal", "greaterThanOrEqual", "0", null],
    ["E5:E8", "date", "greaterThanOrEqual", "36526", null],
    ["F5:I8", "custom", null, "FALSE", null],
  ]);
  expect(validations[0]).toMatchObject({ style: "information", errorTitle: "Đơn vị", error: "Nên chọn trong danh mục" });
  expect(validations[2]!.errorTitle).toBe("Số liệu không hợp lệ — tiêu đề q");
  expect(validations[2]!.error).toHaveLength(255);
  expect(validations[3]!.prompt).toBe("dd/mm/yyyy\ndòng hai");
});

it("keeps the rules in their order", () => {
  expect(looks[1]!.rules).toEqual([
    { range: "A5:G8", type: "expression", formula: '$G5="Quá hạn"', fill: "FFC7CE", color: "9C0006" },
    { range: "A5:G8", type: "expression", formula: "$C5>0.9" },
    { range: "F5:F8", type: "dataBar", color: "63BE7B" },
  ]);
});

it("keeps the print setup", () => {
  expect(looks[0]!.print).toMatchObject({
    orientation: "portrait",
    breaks: [16],
    header: "Sổ theo dõi",
    footer: "Trang &P/&N",
    left: 0.591,
  });
  expect(looks[1]!.print).toMatchObject({ orientation: "landscape", titles: "$4:$4" });
  expect(looks[1]!.print.area).toContain("$A$1:$G$8");
});
