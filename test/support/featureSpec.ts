import { allRows, call, literal, named, op, thisRow, type CellSpec, type Formula } from "../../src/workbook/formula";
import type { CellStyle, PrintSpec, SheetSpec, WorkbookSpec } from "../../src/workbook/workbookSpec";

const font = { name: "Times New Roman", size: 12 };
const border = { color: "BFBFBF", sides: "all" } as const;

const styles: Readonly<Record<string, CellStyle>> = {
  base: { font, vertical: "top" },
  title: { font: { ...font, size: 14, bold: true, color: "1F4E79" } },
  head: { font: { ...font, bold: true }, fill: "D9E2F3", border, horizontal: "center", vertical: "center", wrap: true },
  text: { font, border, vertical: "top", wrap: true },
  indented: { font: { ...font, italic: true }, indent: 2, border: { color: "000000", sides: "bottom" } },
  percent: { font, border, numberFormat: "0.0%", horizontal: "right" },
  day: { font, border, numberFormat: "dd/mm/yyyy", horizontal: "center" },
  input: { font, border, fill: "FFF2CC", locked: false, numberFormat: "#,##0.0" },
  link: { font: { ...font, underline: true, color: "0563C1" } },
};

const print: PrintSpec = {
  orientation: "landscape",
  fitToWidth: 1,
  margins: { top: 2, bottom: 2, left: 1.5, right: 1.5, header: 0.8, footer: 0.8 },
  header: "Sổ theo dõi",
  footer: "Trang &P/&N",
};

const plain: Omit<SheetSpec, "key" | "name"> = {
  visibility: "visible",
  showGridlines: false,
  columns: [],
  rowHeights: {},
  outlines: [],
  defaultStyle: "base",
  blocks: [],
  tables: [],
  styleRanges: [],
  merges: [],
  validations: [],
  conditionalFormats: [],
  links: [],
  charts: [],
  print,
  protected: false,
};

const cellAt = (row: number, column: number, fixed: "none" | "column" | "both" = "none"): Formula => ({ kind: "cell", row, column, fixed });

const rate = call(
  "IF",
  op("=", thisRow("tasks", "Thực hiện (nhập tay)"), literal("")),
  literal(""),
  op("/", thisRow("tasks", "Thực hiện (nhập tay)"), thisRow("tasks", "Mức phải đạt")),
);
const late = call("IF", op("<", thisRow("tasks", "Hạn"), named("day")), literal("Quá hạn"), literal("Trong hạn"));
const flag = op(">=", thisRow("tasks", "Mức phải đạt"), literal(0.5));
const days = call("DAYS", named("day"), thisRow("tasks", "Hạn"));

const f = (formula: Formula, result: number | string | boolean | null): CellSpec => ({ formula, result });

/** Mã, tên, mức, thực hiện, hạn (serial), then the results of the formula columns. */
const tasks: readonly (readonly [string, string, number, number | null, number, number | string, string, boolean, number])[] = [
  ["NV001", '=HYPERLINK("http://x") là chữ', 0.8, 0.4, 45473, 0.5, "Quá hạn", true, 18],
  ["NV002", '+ Bảo đảm "100%" & <an toàn>', 0.25, 0.25, 45657, 1, "Trong hạn", false, -166],
  ["NV003", "- Gạch đầu dòng\nhai dòng", 1, null, 45491, "", "Trong hạn", true, 0],
  ["NV004", "@nhắc tên 🎯 _x000D_", 0.5, 0.6, 45292, 1.2, "Quá hạn", true, 199],
];

/** A workbook spec of ours that uses every feature once, with right results. */
export const featureSpec: WorkbookSpec = {
  planId: "KH-TEST",
  dialect: "kpi",
  styles,
  properties: {
    title: "Sổ thử & <kiểm>",
    subject: "Kế hoạch",
    company: "UBND tỉnh",
    keywords: "kế hoạch; theo dõi",
    custom: { planId: "KH-TEST", book: 1 },
  },
  state: JSON.stringify({ version: 1, note: "Chữ <>&\"' ]]> 🎯\n\u0001" }),
  names: [
    { key: "day", name: "NgayXet", refersTo: { sheet: "info", range: { row: 2, column: 1, rows: 1, columns: 1 } }, visible: true },
    { key: "agencies", name: "DonVi", refersTo: { sheet: "lists", range: { row: 1, column: 0, rows: 3, columns: 1 } }, visible: true },
    { key: "planId", name: "MaKeHoach", refersTo: { formula: literal("KH-TEST") }, visible: false },
  ],
  sheets: [
    {
      ...plain,
      key: "info",
      name: "Thông tin",
      tabColor: "1F4E79",
      columns: [{ width: 28 }, { width: 22 }, { width: 16 }, { width: 16 }],
      rowHeights: { 0: 30 },
      blocks: [
        { at: { row: 0, column: 0 }, cells: [["SỔ THEO DÕI KẾ HOẠCH"]] },
        {
          at: { row: 2, column: 0 },
          cells: [
            ["Ngày xét", 45491],
            ["Đã xong", f(call("COUNTIFS", allRows("tasks", "Tỷ lệ"), literal(">=1")), 2)],
            ["Đúng", true],
            ["Trung bình mức", f(call("AVERAGE", allRows("tasks", "Mức phải đạt")), 0.6375)],
            ["Lỗi có chủ ý", f(call("NA"), "#N/A")],
            ["Chữ", f(op("&", literal("Ngày "), call("DAY", named("day"))), "Ngày 18")],
            ["Số trang", f(op("-", literal(5), op("-", literal(3), literal(1))), 3)],
          ],
        },
        { at: { row: 9, column: 0 }, cells: [["Tới nhiệm vụ"]] },
        {
          at: { row: 11, column: 0 },
          cells: [
            ["Tình trạng", "Số lượng", "Tỷ lệ"],
            ["Quá hạn", f(call("COUNTIFS", allRows("tasks", "Trạng thái"), cellAt(12, 0)), 2), 0.5],
            ["Trong hạn", f(call("COUNTIFS", allRows("tasks", "Trạng thái"), cellAt(13, 0)), 2), 0.5],
          ],
        },
      ],
      styleRanges: [
        { range: { row: 0, column: 0, rows: 1, columns: 4 }, style: "title" },
        { range: { row: 2, column: 1, rows: 1, columns: 1 }, style: "day" },
        { range: { row: 11, column: 0, rows: 1, columns: 3 }, style: "head" },
        { range: { row: 12, column: 2, rows: 2, columns: 1 }, style: "percent" },
        { range: { row: 9, column: 0, rows: 1, columns: 1 }, style: "link" },
      ],
      merges: [{ row: 0, column: 0, rows: 1, columns: 4 }],
      links: [
        {
          at: { row: 9, column: 0 },
          target: { sheet: "tasks", range: { row: 3, column: 0, rows: 1, columns: 1 } },
          tooltip: "Đi tới Nhiệm vụ",
        },
      ],
      charts: (["bar", "stacked-bar", "column", "stacked-column", "line", "radar", "doughnut"] as const).map((kind, i) => ({
        kind,
        name: `Biểu đồ ${i + 1}`,
        title: `Tình trạng (${kind})`,
        description: "Số nhiệm vụ quá hạn và trong hạn",
        at: { row: 16 + Math.floor(i / 2) * 12, column: i % 2 === 0 ? 0 : 2, rows: 11, columns: i % 2 === 0 ? 2 : 3 },
        categories: { sheet: "info", range: { row: 12, column: 0, rows: 2, columns: 1 } },
        series: [
          { name: "Số lượng", values: { sheet: "info", range: { row: 12, column: 1, rows: 2, columns: 1 } }, color: "1F4E79" },
          ...(kind === "doughnut"
            ? []
            : [
                {
                  name: "Tỷ lệ",
                  values: { sheet: "info", range: { row: 12, column: 2, rows: 2, columns: 1 } },
                  color: "C55A11",
                  ...(kind === "column" ? { line: true } : {}),
                },
              ]),
        ],
        valueFormat: "0",
      })),
      print: { ...print, orientation: "portrait", pageBreaks: [16] },
      protected: true,
    },
    {
      ...plain,
      key: "tasks",
      name: "Nhiệm vụ '25 (chính)",
      columns: [
        { width: 9 },
        { width: 40 },
        { width: 12 },
        { width: 14 },
        { width: 12 },
        { width: 12 },
        { width: 14 },
        { width: 8 },
        { width: 10 },
        { width: 4, hidden: true },
      ],
      rowHeights: { 3: 33, 6: 33 },
      freeze: { rows: 4, columns: 2 },
      outlines: [
        { axis: "columns", from: 7, to: 8, collapsed: true },
        { axis: "rows", from: 5, to: 6, collapsed: false },
      ],
      blocks: [{ at: { row: 0, column: 0 }, cells: [["NHIỆM VỤ"]] }],
      tables: [
        {
          key: "tasks",
          name: "tblNhiemVu",
          at: { row: 3, column: 0 },
          columns: [
            { header: "Mã", role: "internal", headerStyle: "head", style: "text" },
            { header: "Nhiệm vụ [chính]", role: "input", headerStyle: "head", style: "text" },
            { header: "Mức phải đạt", role: "input", headerStyle: "head", style: "percent" },
            { header: "Thực hiện (nhập tay)", role: "input", headerStyle: "head", style: "input" },
            { header: "Hạn", role: "input", headerStyle: "head", style: "day" },
            { header: "Tỷ lệ", role: "formula", headerStyle: "head", style: "percent", formula: rate },
            { header: "Trạng thái", role: "formula", headerStyle: "head", style: "text", formula: late },
            { header: "Quá nửa", role: "formula", headerStyle: "head", style: "text", formula: flag },
            { header: "Số ngày #", role: "formula", headerStyle: "head", style: "text", formula: days },
          ],
          rows: tasks.map(([id, title, level, actual, due, rateResult, status, half, count]) => [
            id,
            title,
            level,
            actual,
            due,
            f(rate, rateResult),
            f(late, status),
            f(flag, half),
            f(days, count),
          ]),
          tableStyle: "TableStyleLight1",
          showFilter: true,
        },
      ],
      styleRanges: [{ range: { row: 0, column: 0, rows: 1, columns: 2 }, style: "title" }],
      validations: [
        {
          range: { row: 4, column: 1, rows: 4, columns: 1 },
          type: "list",
          source: named("agencies"),
          allowBlank: true,
          error: { style: "information", title: "Đơn vị", message: "Nên chọn trong danh mục" },
        },
        { range: { row: 4, column: 2, rows: 4, columns: 1 }, type: "decimal", operator: "between", value: literal(0), upper: literal(2) },
        {
          range: { row: 4, column: 3, rows: 4, columns: 1 },
          type: "decimal",
          operator: "greaterThanOrEqual",
          value: literal(0),
          error: { style: "stop", title: "Số liệu không hợp lệ — tiêu đề quá dài để Excel nhận", message: `Nhập số. ${"Dài ".repeat(80)}` },
        },
        {
          range: { row: 4, column: 4, rows: 4, columns: 1 },
          type: "date",
          operator: "greaterThanOrEqual",
          value: literal(36526),
          prompt: { title: "Hạn", message: "dd/mm/yyyy\ndòng hai" },
        },
        {
          range: { row: 4, column: 5, rows: 4, columns: 4 },
          type: "custom",
          formula: literal(false),
          error: { style: "stop", title: "Ô này tự tính", message: "Không gõ vào đây." },
        },
      ],
      conditionalFormats: [
        {
          type: "formula",
          range: { row: 4, column: 0, rows: 4, columns: 7 },
          formula: op("=", cellAt(4, 6, "column"), literal("Quá hạn")),
          style: { fill: "FFC7CE", color: "9C0006", bold: true },
        },
        {
          type: "formula",
          range: { row: 4, column: 0, rows: 4, columns: 7 },
          formula: op(">", cellAt(4, 2, "column"), literal(0.9)),
          style: { italic: true, border: "7F7F7F" },
        },
        { type: "data-bar", range: { row: 4, column: 5, rows: 4, columns: 1 }, color: "63BE7B", min: 0, max: 1 },
      ],
      print: { ...print, repeatRows: { from: 3, to: 3 }, area: { row: 0, column: 0, rows: 8, columns: 7 } },
    },
    {
      ...plain,
      key: "lists",
      name: "Danh mục",
      visibility: "hidden",
      blocks: [{ at: { row: 0, column: 0 }, cells: [["Đơn vị"], ["Sở Tài chính"], ["Sở Y tế"], ["UBND các huyện"]] }],
      styleRanges: [{ range: { row: 1, column: 0, rows: 3, columns: 1 }, style: "indented" }],
    },
    { ...plain, key: "state", name: "TrangThaiSo", visibility: "veryHidden", blocks: [{ at: { row: 0, column: 0 }, cells: [["|{}"]] }] },
  ],
};
