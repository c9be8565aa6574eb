import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";
import type { TextDocument } from "../../src/text/textDocument";
import { planFaults } from "../support/planFaults";

/** Words of the cells of each table of a text, row by row. */
function tablesOf(text: string): string[][][] {
  const document = readText("x", text);
  return document.tables.map((table) => {
    const rows = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ""));
    for (const { row, column, source } of table.cells) rows[row]![column] = wordsOf(document, source);
    return rows;
  });
}

function wordsOf(document: TextDocument, source: TextDocument["tables"][number]["cells"][number]["source"]): string {
  return source.map((span) => document.lines[span.line - 1]!.text.slice(span.start, span.end)).join(" ");
}

const ROWS = [
  ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
  ["1", "Rà soát hồ sơ đất đai", "Sở Nông nghiệp và Môi trường", "Quý I/2030"],
  ["2", "Lập bản đồ vườn chè", "UBND xã Sông Chè", ""],
  ["3", "Tổng kết phong trào", "Hội Nông dân tỉnh", "Tháng 12/2030"],
];
const RULE = "|---|:--:|---|---|";
const withEnds = ROWS.map((row) => `| ${row.join(" | ")} |`);
const bare = ROWS.map((row) => row.join(" | "));

test.each([
  ["as it should be", [withEnds[0], RULE, ...withEnds.slice(1)].join("\n")],
  ["with a blank line between all rows", [withEnds[0], RULE, ...withEnds.slice(1)].join("\n\n")],
  ["with a rule under every row", withEnds.map((row) => `${row}\n${RULE}`).join("\n")],
  ["with a rule under every row and blank lines", withEnds.map((row) => `${row}\n\n${RULE}`).join("\n\n")],
  ["without bars at the ends", [bare[0], "---|---|---|---", ...bare.slice(1)].join("\n")],
  ["without bars at the ends, with blank lines", [bare[0], "--- | --- | --- | ---", ...bare.slice(1)].join("\n\n")],
  ["without a rule", withEnds.join("\n")],
  ["without a rule, with blank lines", withEnds.join("\n\n")],
])("a table of bars %s has its rows", (_, table) => {
  expect(tablesOf(`Phụ lục\n\n${table}\n\nNơi nhận: Như trên.`)).toEqual([ROWS]);
});

test("the sign <br> parts lines of a cell and is no word of it", () => {
  const [rows] = tablesOf(
    "| TT | Nhiệm<br>vụ | Chủ trì |\n|---|---|---|\n| 1 | Rà soát<br/>- hồ sơ<BR />- bản đồ | Sở A<br>; Sở B |\n| 2 | <br> | Sở C<br> |",
  );
  expect(rows).toEqual([
    ["TT", "Nhiệm vụ", "Chủ trì"],
    ["1", "Rà soát - hồ sơ - bản đồ", "Sở A ; Sở B"],
    ["2", "", "Sở C"],
  ]);
});

test("a bar behind a stroke is a letter of its cell", () => {
  expect(tablesOf("| TT | Mẫu | Chủ trì |\n|---|---|---|\n| 1 | biểu A \\| B | Sở A \\||")[0]![1]).toEqual(["1", "biểu A | B", "Sở A |"]);
});

test("a header behind a blank line opens a table of its own, a repeated one does not", () => {
  const other = "| TT | Chỉ tiêu | Đơn vị | Năm 2030 |\n|---|---|---|---|\n| 1 | Diện tích chè | ha | 200 |";
  expect(tablesOf(`${[withEnds[0], RULE, withEnds[1]].join("\n")}\n\n${other}`).map((rows) => rows.length)).toEqual([2, 2]);
  const again = [withEnds[0], RULE, withEnds[1], "", withEnds[0], RULE, withEnds[2]].join("\n");
  expect(tablesOf(again)).toEqual([[ROWS[0], ROWS[1], ROWS[0], ROWS[2]]]);
});

test("a table without a rule stands beside one that has it", () => {
  const plain = bare.map((row) => `${row} |`).join("\n");
  expect(tablesOf(`${plain}\nII. CHỈ TIÊU\n| a | b |\n|---|---|\n| 1 | 2 |`)).toHaveLength(2);
});

test("text with one bar is no table", () => {
  expect(tablesOf("Sở A | Sở B\n\nKẾ HOẠCH | 2030\n---\nGiao Sở A | B thực hiện.")).toEqual([]);
});

test("every row of such a table is a task, and every line has its place", () => {
  for (const table of [[withEnds[0], RULE, ...withEnds.slice(1)].join("\n\n"), withEnds.map((row) => `${row}\n${RULE}`).join("\n")]) {
    const document = readText("x", `KẾ HOẠCH\nPhát triển cây chè năm 2030\nPHỤ LỤC\n\n${table}\n`);
    const { value: plan } = parsePlan(document);
    expect(plan.tasks.map(({ title, leads, time }) => [title, leads.join("; "), time.value])).toEqual(
      ROWS.slice(1).map((row) => row.slice(1)),
    );
    expect(planFaults(document, plan)).toEqual([]);
    expect(plan.unread).toEqual([]);
  }
});
