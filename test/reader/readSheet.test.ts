import { importPlan, proposeMappings, remapSheet, type PlanInput } from "../../src/pipeline";
import type { Task } from "../../src/plan/plan";
import type { ColumnField } from "../../src/text/textDocument";
import type { CellValue } from "../../src/workbook/formula";
import type { SheetFile } from "../../src/xlsx/sheetFile";
import { writeXlsx } from "../../src/xlsx/writeXlsx";
import { typedSheet } from "../support/sheetBytes";

type Rows = readonly (readonly CellValue[])[];
const cells = (rows: Rows, numberFormats?: readonly (readonly string[])[]): PlanInput => ({
  kind: "cells",
  name: "Excel",
  rows,
  ...(numberFormats ? { numberFormats } : {}),
});
const proposed = async (rows: Rows) => (await proposeMappings(cells(rows))).value![0]!;
const fields = async (rows: Rows) => {
  const { mapping, recognized } = await proposed(rows);
  return [recognized, mapping.headerRow, mapping.headerRows, mapping.columns.map((column) => column.field).join(" ")];
};
const short = (tasks: readonly Task[]) => tasks.map(({ title, leads, time }) => [title, leads.join("; "), time.value]);

const OFFICE: Rows = [
  ["UBND TỈNH A", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", null, null],
  ["SỞ NỘI VỤ", null, "Độc lập - Tự do - Hạnh phúc", null, null],
  ["BẢNG THEO DÕI NHIỆM VỤ NĂM 2025", null, null, null, null],
  [null, null, null, null, null],
  ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn", "Kết quả"],
  ["I", "Cải cách thể chế", null, null, null],
  [1, "Rà soát văn bản quy phạm pháp luật", "Văn phòng Sở", 45838, "Đã hoàn thành"],
  [2, "Ban hành quy chế làm việc", "Phòng Tổ chức", "Trong quý III/2025", "Đang thực hiện"],
  [null, null, null, null, null],
  ["II", "Cải cách tổ chức", null, null, null],
  [3, "Xây dựng đề án vị trí việc làm", "Phòng Tổ chức", "31/12/2025", null],
  [null, "Tổng cộng", 3, null, null],
];

test("a hand-made tracking sheet is recognised under its titles, its columns by the words of the header", async () => {
  expect(await fields(OFFICE)).toEqual([true, 4, 1, "number content lead time note"]);
  const { mapping, grid } = await proposed(OFFICE);
  expect(mapping.columns.map(({ heading, certainty }) => [heading, certainty])).toEqual([
    ["TT", "stated"],
    ["Nội dung công việc", "stated"],
    ["Đơn vị thực hiện", "stated"],
    ["Thời hạn", "stated"],
    ["Kết quả", "uncertain"],
  ]);
  expect([grid.firstRow, grid.rows[6]![1]]).toEqual([1, "Rà soát văn bản quy phạm pháp luật"]);
});

test("its rows become tasks under their groups, over blank rows, dates by their format, sums left out", async () => {
  const formats = OFFICE.map((row) => row.map((value) => (value === 45838 ? "dd/mm/yyyy" : "General")));
  const { value, messages } = await importPlan(cells(OFFICE, formats));
  expect(messages.filter((message) => message.severity === "error")).toEqual([]);
  expect(value!.plan.tasks.map(({ title, leads, time, group }) => [title, leads, time.value, group])).toEqual([
    ["Rà soát văn bản quy phạm pháp luật", ["Văn phòng Sở"], "30/06/2025", "I Cải cách thể chế"],
    ["Ban hành quy chế làm việc", ["Phòng Tổ chức"], "Trong quý III/2025", "I Cải cách thể chế"],
    ["Xây dựng đề án vị trí việc làm", ["Phòng Tổ chức"], "31/12/2025", "II Cải cách tổ chức"],
  ]);
  expect(value!.plan.tasks[0]!.deadline?.value).toEqual({ kind: "fixed", date: "2025-06-30" });
});

test("a person's mapping wins over the words of the header", async () => {
  const { mapping } = await proposed(OFFICE);
  const columns = mapping.columns.map((column) =>
    column.heading === "Kết quả"
      ? { ...column, field: "product" as ColumnField }
      : column.heading === "Thời hạn"
        ? { ...column, field: "note" as ColumnField }
        : column,
  );
  const { value } = await importPlan(cells(OFFICE), { mappings: [{ ...mapping, columns }] });
  expect(value!.plan.tasks.map(({ deliverable, time }) => [deliverable, time.value])).toEqual([
    ["Đã hoàn thành", ""],
    ["Đang thực hiện", ""],
    [undefined, ""],
  ]);
});

test("other header rows are mapped anew", async () => {
  const rows: Rows = [
    ["Theo dõi công việc", null, null],
    ["Nội dung", "Chủ trì", "Thời hạn"],
    ["Mô tả việc", "Sở được giao", "Ngày"],
    ["Rà soát", "Sở A", "Quý I"],
  ];
  const proposal = await proposed(rows);
  expect([proposal.mapping.headerRow, proposal.mapping.headerRows]).toEqual([1, 1]);
  const again = remapSheet(proposal, { headerRow: 1, headerRows: 2 });
  expect(again.columns.map(({ heading }) => heading)).toEqual(["Nội dung Mô tả việc", "Chủ trì Sở được giao", "Thời hạn Ngày"]);
  const { value } = await importPlan(cells(rows), { mappings: [again] });
  expect(short(value!.plan.tasks)).toEqual([["Rà soát", "Sở A", "Quý I"]]);
});

test.each<[string, Rows, readonly [boolean, number, number, string]]>([
  [
    "two header rows",
    [
      ["STT", "Nhiệm vụ", "Thực hiện", null, "Tiến độ", "Mức phấn đấu", null],
      [null, null, "Chủ trì", "Phối hợp", null, "Năm 2025", "Năm 2030"],
      [1, "Rà soát", "Sở A", "Sở B", "Quý I", "90%", "100%"],
    ],
    [true, 0, 2, "number content lead supporter time level level"],
  ],
  [
    "indicators with a unit, last year's result and a level",
    [
      ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2024", "Kế hoạch năm 2025", "Ghi chú"],
      [1, "Tỷ lệ hồ sơ trực tuyến", "%", 70, 80, null],
    ],
    [true, 0, 1, "number content unit note level note"],
  ],
  [
    "tasks of a year, units under 'Đơn vị', column numbers",
    [
      ["Số TT", "Nhiệm vụ năm 2025", "Đơn vị", "Hạn", "Tình trạng"],
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      [1, "Rà soát", "Sở A", "31/3", "Đã xong"],
    ],
    [true, 0, 2, "number content lead time note"],
  ],
  [
    "no header",
    [
      [1, "Rà soát văn bản quy phạm pháp luật của ngành", "Sở Tư pháp", "Quý I/2025"],
      [2, "Ban hành quy chế làm việc của cơ quan", "Sở Nội vụ", "30/6/2025"],
    ],
    [false, 0, 0, "number content lead time"],
  ],
])("%s", async (_, rows, expected) => {
  expect(await fields(rows)).toEqual(expected);
});

test("a level takes its unit from the column of units", async () => {
  const { value } = await importPlan(
    cells([
      ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025", "Đến năm 2030"],
      [1, "Tỷ lệ hồ sơ trực tuyến", "%", 80, ">= 95"],
      [2, "Số lớp tập huấn", "lớp", 12, "20 lớp"],
      [3, "Số vụ khiếu kiện", "vụ", "Không quá 5", null],
    ]),
  );
  expect(value!.plan.tasks).toEqual([]);
  expect(value!.plan.targets.map(({ measure, goal, unit, horizon }) => [measure, goal, unit, horizon])).toEqual([
    ["Tỷ lệ hồ sơ trực tuyến", { kind: "at-least", level: 0.8 }, "%", 2025],
    ["Tỷ lệ hồ sơ trực tuyến", { kind: "at-least", level: 0.95 }, "%", 2030],
    ["Số lớp tập huấn", { kind: "at-least", level: 12 }, "lớp", 2025],
    ["Số lớp tập huấn", { kind: "at-least", level: 20 }, "lớp", 2030],
    ["Số vụ khiếu kiện", { kind: "at-most", level: 5 }, "vụ", 2025],
  ]);
});

const xlsx = (...sheets: readonly SheetFile[]): PlanInput => {
  const text = { font: { name: "Arial", size: 11 } };
  const bytes = writeXlsx({
    properties: { title: "", subject: "", creator: "", company: "", keywords: "", custom: {} },
    styles: { text, day: { ...text, numberFormat: "dd/mm/yyyy" } },
    defaultStyle: "text",
    sheets,
    names: [],
    customXml: [],
  });
  return { kind: "file", name: "theo-doi.xlsx", bytes };
};

test("of a file with several sheets each is offered, and only the chosen ones are read", async () => {
  const input = xlsx(
    typedSheet("Chỉ tiêu", [
      ["TT", "Chỉ tiêu", "ĐVT", "Năm 2025"],
      [1, "Tỷ lệ hài lòng", "%", 90],
    ]),
    typedSheet("Điện thoại", [
      ["Họ tên", "Số"],
      ["Nguyễn Văn A", "0912"],
    ]),
    typedSheet(
      "Nhiệm vụ",
      [
        ["TT", "Nhiệm vụ", "Thực hiện", null, "Thời hạn"],
        [null, null, "Chủ trì", "Phối hợp", null],
        [1, "Rà soát thủ tục", "Sở A", "Sở B", 45838],
        [2, "Công khai thủ tục", null, null, 45930],
      ],
      [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 2, columns: 1 },
        { row: 0, column: 2, rows: 1, columns: 2 },
        { row: 0, column: 4, rows: 2, columns: 1 },
        { row: 2, column: 2, rows: 2, columns: 1 },
      ],
    ),
  );
  const proposals = (await proposeMappings(input)).value!;
  expect(proposals.map(({ grid, mapping, recognized }) => [grid.name, mapping.sheet, recognized])).toEqual([
    ["Chỉ tiêu", 0, true],
    ["Điện thoại", 1, false],
    ["Nhiệm vụ", 2, true],
  ]);
  const whole = (await importPlan(input)).value!.plan;
  expect([whole.targets.length, whole.tasks.length]).toEqual([1, 2]);
  const { plan } = (await importPlan(input, { mappings: [proposals[2]!.mapping] })).value!;
  expect(plan.targets).toEqual([]);
  // The lead stands in a cell that is merged over both rows.
  expect(plan.tasks.map(({ title, leads, supporters, time }) => [title, leads, supporters, time.value])).toEqual([
    ["Rà soát thủ tục", ["Sở A"], ["Sở B"], "30/06/2025"],
    ["Công khai thủ tục", ["Sở A"], [], "30/09/2025"],
  ]);
});

test("a sheet with tables under different headers is offered in parts", async () => {
  const rows: Rows = [
    ["Biểu 1. Chỉ tiêu", null, null, null],
    ["TT", "Chỉ tiêu", "ĐVT", "Năm 2025"],
    [1, "Tỷ lệ hài lòng", "%", 90],
    [null, null, null, null],
    ["Biểu 2. Nhiệm vụ", null, null, null],
    ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
    [1, "Rà soát thủ tục", "Sở A", "Quý I"],
  ];
  const proposals = (await proposeMappings(cells(rows))).value!;
  expect(proposals.map(({ grid, mapping }) => [grid.firstRow, mapping.headerRow])).toEqual([
    [1, 1],
    [5, 1],
  ]);
  const { plan } = (await importPlan(cells(rows))).value!;
  expect([plan.targets.map(({ measure }) => measure), short(plan.tasks)]).toEqual([
    ["Tỷ lệ hài lòng"],
    [["Rà soát thủ tục", "Sở A", "Quý I"]],
  ]);
});

test("a document needs no mapping, a broken file says why", async () => {
  expect(await proposeMappings({ kind: "text", name: "x", text: "I. MỤC TIÊU" })).toEqual({ value: undefined, messages: [] });
  const broken = await proposeMappings({ kind: "file", name: "x", bytes: new Uint8Array() });
  expect([broken.value, broken.messages[0]!.code]).toEqual([undefined, "file-empty"]);
});
