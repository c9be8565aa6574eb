import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "../../../src/parser/parsePlan";
import { joinCutAcronyms, wholeAcronyms } from "../../../src/parser/tables/cellText";
import { findPlanTables } from "../../../src/parser/tables/findPlanTables";
import { fieldOfHeader } from "../../../src/parser/tables/headers";
import type { TableField } from "../../../src/parser/tables/planTable";
import { readText } from "../../../src/reader/readText";
import { restoreDocument } from "../../../src/text/lostGlyphs";
import type { Source, TextDocument } from "../../../src/text/textDocument";
import { APPENDIX_ROWS } from "../../support/appendixRows";

const root = join(__dirname, "../../..");

const words = (document: TextDocument, source: Source | undefined) =>
  source?.map((span) => document.lines[span.line - 1]!.text.slice(span.start, span.end).trim()).join(" ");
const cellsOf = (text: string) => {
  const document = readText("x", text);
  return findPlanTables(document).map(({ rows }) =>
    rows.map((row) => ({
      number: row.number,
      ...Object.fromEntries(Object.entries(row.cells).map(([field, source]) => [field, words(document, source)])),
    })),
  );
};

describe("the flattened annex of the damaged seed", () => {
  const document = readText("seed", readFileSync(join(root, "seeds/khanh-hoa-stttt-2023.txt")));
  const labels = APPENDIX_ROWS.filter((row) => row.stt);
  const COLUMNS: readonly (readonly [TableField, string])[] = [
    ["target", "target"],
    ["content", "content"],
    ["lead", "lead"],
    ["supporter", "coop"],
    ["time", "time"],
  ];
  const squeeze = (text: string) => text.split(/\s/).join("");

  test.each(["raw", "restored"])("all 27 rows of the %s text are rebuilt cell by cell", async (view) => {
    const [table, ...others] = findPlanTables(view === "raw" ? document : await restoreDocument(document));
    expect(others).toEqual([]);
    expect(table!.rows.map((row) => Number(row.number))).toEqual(labels.map((row) => row.stt));
    expect(table!.groups).toHaveLength(12);
    const raw = (source: Source = []) => source.map((span) => document.lines[span.line - 1]!.raw.slice(span.start, span.end)).join("");
    const wrong = table!.rows.filter((row, index) => {
      const label = labels[index]!.raw;
      return COLUMNS.some(([field, name]) => squeeze(raw(row.cells[field])) !== squeeze((label[name] ?? []).join("")));
    });
    expect(wrong.map((row) => row.number)).toEqual([]);
  });

  test("every line of the table is in its header, a group, a row or stray, once", async () => {
    const [table] = findPlanTables(await restoreDocument(document));
    const spans = [
      table!.header,
      table!.stray,
      ...table!.groups.map((group) => group.source),
      ...table!.rows.map((row) => row.source),
    ].flat();
    const covered = new Set(spans.map((span) => span.line));
    for (const line of document.lines) {
      if (line.number < table!.firstLine || line.number > table!.lastLine || line.raw.trim() === "") continue;
      expect([line.number, covered.has(line.number)]).toEqual([line.number, true]);
    }
    expect(new Set(spans.map((span) => `${span.line}:${span.start}`)).size).toBe(spans.length);
  });
});

test("a sound flattened table of another width is rebuilt", () => {
  const row = (n: number, content: string[], lead: string, coop: string, time: string) => [`${n}`, ...content, lead, coop, time].join("\n");
  const text = [
    "TT\nNội dung nhiệm vụ\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian hoàn thành",
    row(
      1,
      ["Rà soát, đơn giản hóa thủ tục hành chính thuộc", "phạm vi quản lý của ngành."],
      "Văn phòng Sở",
      "Các phòng chuyên môn",
      "Quý II/2024",
    ),
    row(2, ["Công khai kết quả giải quyết hồ sơ trên cổng", "thông tin điện tử của tỉnh."], "Phòng Công nghệ", "Sở Nội vụ", "Hằng năm"),
    row(3, ["Tập huấn nghiệp vụ cho cán bộ làm công tác", "một cửa các cấp."], "Sở Nội vụ", "UBND các huyện", "Tháng 6/2024"),
  ].join("\n");
  expect(cellsOf(`${text}\nNơi nhận:\n- Như trên`)).toEqual([
    [
      {
        number: "1",
        content: "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của ngành.",
        lead: "Văn phòng Sở",
        supporter: "Các phòng chuyên môn",
        time: "Quý II/2024",
      },
      {
        number: "2",
        content: "Công khai kết quả giải quyết hồ sơ trên cổng thông tin điện tử của tỉnh.",
        lead: "Phòng Công nghệ",
        supporter: "Sở Nội vụ",
        time: "Hằng năm",
      },
      {
        number: "3",
        content: "Tập huấn nghiệp vụ cho cán bộ làm công tác một cửa các cấp.",
        lead: "Sở Nội vụ",
        supporter: "UBND các huyện",
        time: "Tháng 6/2024",
      },
    ],
  ]);
});

test("a row of a flattened table whose cells may be cut wrongly is a task to look at", () => {
  const rows = [
    [
      "1",
      "Rà soát, đơn giản hóa thủ tục hành chính thuộc",
      "phạm vi quản lý của ngành.",
      "Văn phòng Sở",
      "Các phòng chuyên môn",
      "Quý II/2024",
    ],
    ["2", "Công khai kết quả giải quyết hồ sơ trên cổng", "thông tin điện tử của tỉnh.", "Phòng Công nghệ", "Hằng năm"],
    ["3", "Tập huấn nghiệp vụ cho cán bộ làm công tác", "một cửa các cấp.", "Sở Nội vụ", "UBND các huyện", "Tháng 6/2024"],
  ];
  const header = "TT\nNội dung nhiệm vụ\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian hoàn thành";
  const text = `KẾ HOẠCH\nCải cách hành chính năm 2024\n${header}\n${rows.flat().join("\n")}\nNơi nhận:\n- Như trên`;
  const { tasks } = parsePlan(readText("x", text)).value;
  expect(tasks.map(({ time }) => time.certainty === "uncertain")).toEqual([false, true, false]);
});

test("a Markdown table of tasks is read by its headers, group rows and column numbers apart", () => {
  const rows = cellsOf(
    "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm |\n|---|---|---|---|---|---|\n| (1) | (2) | (3) | (4) | (5) | (6) |\n" +
      "| I | CẢI CÁCH THỂ CHẾ | | | | |\n| 1 | Rà soát văn bản | Sở Tư pháp | Các sở | Quý I | Báo cáo |\n| 2 | Ban hành quy chế | Sở Nội vụ | | | Quyết định |",
  );
  expect(rows).toEqual([
    [
      { number: "1", content: "Rà soát văn bản", lead: "Sở Tư pháp", supporter: "Các sở", time: "Quý I", product: "Báo cáo" },
      { number: "2", content: "Ban hành quy chế", lead: "Sở Nội vụ", product: "Quyết định" },
    ],
  ]);
});

test("columns that name a year are levels of an indicator", () => {
  const document = readText(
    "x",
    "| TT | Chỉ số | Đơn vị tính | Đến năm 2025 | Đến năm 2030 |\n|--|--|--|--|--|\n| 1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | 100 |",
  );
  const [table] = findPlanTables(document);
  expect(table!.rows[0]!.levels.map((level) => [level.heading, words(document, level.source)])).toEqual([
    ["Đến năm 2025", "80"],
    ["Đến năm 2030", "100"],
  ]);
});

test("a table of other things is no plan's table", () => {
  expect(cellsOf("| Họ tên | Điện thoại |\n|---|---|\n| A | 1 |")).toEqual([]);
  expect(cellsOf("TT\nvăn bản nào đó\nkhông phải bảng\n1\nmột\n2\nhai")).toEqual([]);
});

test.each<[string, TableField | undefined]>([
  ["STT", "number"],
  ["Số TT", "number"],
  ["ST T", "number"],
  ["Nội dung nhiệm vụ", "content"],
  ["Nhiệm vụ và giải pháp thực hiện", "content"],
  ["Chỉ tiêu phấn đấu", "target"],
  ["Cơ quan chủ trì", "lead"],
  ["Đơn vị thực hiện", "lead"],
  ["Cơ quan phối hợp, cung cấp số liệu", "supporter"],
  ["Thời gian hoàn thành", "time"],
  ["Kết quả/sả n phẩ m", "product"],
  ["Ghi chú", "note"],
  ["Đến hết năm 2025", undefined],
  ["Họ và tên", undefined],
])("a column headed %j holds %j", (header, field) => {
  expect(fieldOfHeader(header)).toBe(field);
});

test("an acronym that a narrow column cut is joined when it stands whole elsewhere", () => {
  const acronyms = wholeAcronyms(readText("x", "Phòng CNTTBCVT, Trung tâm CNTT&DVHCCTT").lines);
  expect(joinCutAcronyms("Phòng TTBCXB, CNTTBC VT; CNTT& DVHCCT T, UBND TTHC", acronyms)).toBe(
    "Phòng TTBCXB, CNTTBCVT; CNTT& DVHCCTT, UBND TTHC",
  );
});
