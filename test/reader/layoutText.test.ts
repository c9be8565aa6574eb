import { parsePlan } from "../../src/parser/parsePlan";
import { findGapTables } from "../../src/reader/gapTables";
import { readText } from "../../src/reader/readText";
import { textWidth } from "../../src/reader/letterWidths";
import type { TextDocument } from "../../src/text/textDocument";
import { planFaults } from "../support/planFaults";

const HEADER = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"];
const ROWS = [
  ["1", "Rà soát, cập nhật hồ sơ đất đai của các hộ trồng chè trên địa bàn các xã vùng cao", "Sở Nông nghiệp và Môi trường", "UBND các xã", "Quý I/2030"],
  ["2", "Lập bản đồ số vườn chè cổ thụ, công bố trên trang thông tin điện tử của tỉnh", "Trung tâm Chuyển đổi số", "Sở Khoa học và Công nghệ; các xã", "Tháng 6/2030"],
  ["3", "Tập huấn kỹ thuật thu hái và chế biến cho hợp tác xã, tổ hợp tác", "Hội Nông dân tỉnh", "Liên minh Hợp tác xã tỉnh", "Hằng năm"],
  ["4", "Xây dựng thương hiệu chè của tỉnh, đăng ký bảo hộ chỉ dẫn địa lý trong nước và nước ngoài", "Sở Công Thương", "Sở Khoa học và Công nghệ", "Quý IV/2030"],
  ["5", "Tổ chức hội chợ giới thiệu sản phẩm chè gắn với du lịch cộng đồng", "Sở Văn hóa, Thể thao và Du lịch", "Sở Công Thương; UBND các xã", "Tháng 11/2030"],
  ["6", "Kiểm tra việc sử dụng phân bón, thuốc bảo vệ thực vật tại các vùng chè tập trung", "Chi cục Trồng trọt", "Công an tỉnh; UBND các xã", "Thường xuyên"],
  ["7", "Bố trí kinh phí sự nghiệp cho các mô hình chè hữu cơ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Hằng năm"],
  ["8", "Tổng kết phong trào thi đua trồng mới, cải tạo vườn chè già cỗi", "Hội Nông dân tỉnh", "Các cơ quan, đơn vị liên quan", "Tháng 12/2030"],
]; // prettier-ignore

/** Lines of a cell as a column breaks them that is `width` sizes of the type wide. */
function broken(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Print {
  /** Widths of the columns in sizes of the type; a letter of text is about half as wide. */
  readonly widths: readonly number[];
  /** Where cells stand in a row that is higher than they are. */
  readonly align?: "top" | "middle";
  /** Title of a group before the fifth row. */
  readonly group?: string;
}

/** Rows as `pdftotext -layout` prints them: a cell stands at the column's place, or one space behind a cell that nearly reaches it. */
function printed(rows: readonly (readonly string[])[], { widths, align = "top", group }: Print): string {
  const lefts = widths.map((_, column) => Math.round(2.45 * widths.slice(0, column).reduce((sum, width) => sum + width + 0.5, 0)));
  return rows
    .flatMap((row, index) => {
      const cells = row.map((words, column) => broken(words, widths[column]!));
      const height = Math.max(...cells.map((lines) => lines.length));
      const offsets = cells.map((lines) => (align === "top" ? 0 : Math.floor((height - lines.length) / 2)));
      const lines = Array.from({ length: height }, (_, at) => {
        let line = "";
        cells.forEach((own, column) => {
          const words = own[at - offsets[column]!];
          if (words === undefined || words === "") return;
          const before = cells[column - 1]?.[at - offsets[column - 1]!];
          const touches = column > 1 && before !== undefined && widths[column - 1]! - textWidth(before) < 0.6;
          line = touches
            ? `${line} ${words}`
            : `${line.padEnd(Math.max(lefts[column]!, line.length + 2 * Math.min(1, line.length)))}${words}`;
        });
        return line;
      });
      return index === 5 && group ? [group, ...lines] : lines;
    })
    .join("\n");
}

function read(table: string): { document: TextDocument; rows: string[][]; doubtful: readonly number[] } {
  const document = readText("x", `KẾ HOẠCH\nPhát triển cây chè năm 2030\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n${table}\nNơi nhận: Như trên.`);
  const [found] = document.tables;
  const rows = Array.from({ length: found?.rows ?? 0 }, (): string[] => []);
  for (const { row, column, source } of found?.cells ?? [])
    rows[row]![column] = source.map((span) => document.lines[span.line - 1]!.text.slice(span.start, span.end)).join(" ");
  return { document, rows, doubtful: found?.doubtfulRows ?? [] };
}

const GROUP = "II. NHIỆM VỤ THƯỜNG XUYÊN CỦA CÁC CƠ QUAN";

test.each<[string, Print]>([
  ["wide columns", { widths: [2, 18, 11, 11, 8] }],
  ["a group among the rows", { widths: [2, 18, 11, 11, 8], group: GROUP }],
  ["cells in the middle of their rows", { widths: [2, 14, 11, 11, 8], align: "middle" }],
])("a printed layout with %s gives its rows", (_, print) => {
  const { document, rows } = read(printed([HEADER, ...ROWS], print));
  const expected = [HEADER, ...ROWS];
  expect(rows).toEqual(print.group ? [...expected.slice(0, 5), [print.group], ...expected.slice(5)] : expected);
  const { value: plan } = parsePlan(document);
  expect(planFaults(document, plan)).toEqual([]);
  expect(plan.tasks.map(({ title }) => title)).toEqual(ROWS.map((row) => row[1]));
});

test.each([
  [3, [0, 1, 2], [2, 13, 8]],
  [4, [0, 1, 2, 4], [2, 15, 11, 8]],
])("a layout of %d columns gives its rows", (_, columns, widths) => {
  const expected = [HEADER, ...ROWS].map((row) => columns.map((column) => row[column]!));
  expect(read(printed(expected, { widths })).rows).toEqual(expected);
});

test.each([6, 6.5, 7, 8, 9])("rows of columns of %d sizes whose cells touch are right or marked, and no word is lost", (narrow) => {
  const { document, rows, doubtful } = read(printed([HEADER, ...ROWS], { widths: [2, 13, narrow, narrow, 5] }));
  const wrong = ROWS.flatMap((row, index) => (rows[index + 1]!.join("|") === row.join("|") ? [] : [index + 1]));
  expect(wrong.filter((row) => !doubtful.includes(row))).toEqual([]);
  const { value: plan } = parsePlan(document);
  expect(planFaults(document, plan)).toEqual([]);
  expect(plan.unread).toEqual([]);
  expect(plan.tasks.filter((task) => task.time.certainty === "uncertain")).toHaveLength(doubtful.filter((row) => row > 0).length);
});

test("a table ends where text begins again", () => {
  const table = printed([HEADER, ...ROWS.slice(0, 4)], { widths: [2, 16, 9, 9, 7] });
  const after =
    "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các cơ quan, đơn vị tổ chức thực hiện kế hoạch;\nđịnh kỳ hằng quý báo cáo kết quả.";
  const { document } = read(`${table}\n${after}`);
  expect(document.tables).toHaveLength(1);
  expect(document.lines[document.tables[0]!.lastLine]!.text).toBe("III. TỔ CHỨC THỰC HIỆN");
});

test.each([
  ["a title in capitals in the middle", `${" ".repeat(30)}TỔ CHỨC THỰC HIỆN`, "1. "],
  ["a heading with a number", "     5. Tổ chức thực hiện", "     a) "],
  ["a Roman heading that is set in", "        III. Tổ chức thực hiện", "        1. "],
])("a table does not swallow the heading behind it: %s", (_, heading, label) => {
  const table = printed([HEADER, ...ROWS], { widths: [2, 18, 11, 11, 8] });
  const first = `${label}Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các cơ quan, đơn vị tổ chức thực hiện`;
  const { document, rows } = read(`${table}\n${heading}\n${first}\nkế hoạch này; định kỳ hằng quý báo cáo kết quả.`);
  expect(rows).toEqual([HEADER, ...ROWS]);
  expect(document.lines[document.tables[0]!.lastLine]!.text.trim()).toBe(heading.trim());
});

test("a row that runs over pages stays one row, under a header that stands again", () => {
  const lines = printed([HEADER, ...ROWS], { widths: [2, 13, 9, 9, 7] }).split("\n");
  const at = lines.findIndex((line) => line.startsWith("4")) + 2;
  const again = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith("1")),
  );
  const { rows } = read([...lines.slice(0, at - 1), `${lines[at - 1]!}\n\f${again.join("\n")}`, ...lines.slice(at)].join("\n"));
  expect(rows.filter((row) => row[0] !== "TT")).toEqual(ROWS);
});

test("a row of a table kept apart by gaps that a page cuts is one row, under a header that stands again", () => {
  const line = (...cells: string[]): string => cells.map((words, column) => words.padEnd([6, 40, 26, 26][column] ?? 0)).join("");
  const header = line("TT", "Nhiệm vụ", "Chủ trì", "Thời gian");
  const pages = [
    [header, line("1", "Rà soát hồ sơ", "Sở Nội vụ", "Quý I"), line("2", "Tập huấn", "Hội Nông dân", "Hằng năm")],
    [header, line("", "kỹ thuật mới", "tỉnh"), line("3", "Tổng kết", "Sở Tài chính", "Quý IV"), line("4", "Báo cáo", "Sở Y tế", "Quý IV")],
  ];
  const { lines } = readText("x", pages.map((page) => page.join("\n")).join("\f"));
  const [table] = findGapTables(lines);
  const words = (row: number): string[] =>
    table!.cells
      .filter((cell) => cell.row === row)
      .map(({ source }) => source.map((span) => lines[span.line - 1]!.text.slice(span.start, span.end)).join(" "));
  expect(Array.from({ length: table!.rows }, (_, row) => words(row))).toEqual([
    ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
    ["1", "Rà soát hồ sơ", "Sở Nội vụ", "Quý I"],
    ["2", "Tập huấn kỹ thuật mới", "Hội Nông dân tỉnh", "Hằng năm"],
    ["3", "Tổng kết", "Sở Tài chính", "Quý IV"],
    ["4", "Báo cáo", "Sở Y tế", "Quý IV"],
    ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
  ]);
});
