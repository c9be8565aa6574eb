import { findPlanTables } from "../../src/parser/tables/findPlanTables";
import { readDocument } from "../../src/reader/readDocument";
import type { TextDocument } from "../../src/text/textDocument";

const readHtml = (html: string) => readDocument({ kind: "html", name: "clipboard", html, text: "" });
const raws = (document: TextDocument) => document.lines.map((line) => line.raw).filter(Boolean);
const cells = (document: TextDocument) =>
  document.tables[0]!.cells.map((cell) => [
    cell.row,
    cell.column,
    cell.rowSpan,
    cell.columnSpan,
    cell.source.map((span) => document.lines[span.line - 1]!.raw.slice(span.start, span.end)).join(" "),
  ]);

test("paragraphs, headings, lists and entities of HTML are read", async () => {
  const document = await readHtml(
    "<html><head><title>x</title><style>p{}</style></head><body><!-- no --><h2>I. M&#7909;c ti&ecirc;u</h2><p>Đạt\n <b>80%</b>&nbsp;hồ sơ<br>dòng hai</p>" +
      '<ol type="a"><li>một</li><li>hai<ul><li>con</li></ul></li></ol><ol start="3"><li>ba</li></ol>a < b<script>alert("<p>")</script></body></html>',
  );
  expect(raws(document)).toEqual(["I. Mục tiêu", "Đạt 80% hồ sơ", "dòng hai", "a) một", "b) hai", "- con", "3. ba", "a < b"]);
  expect(document.lines[0]!.headingLevel).toBe(2);
});

test("a table keeps its merged cells, also around a table inside", async () => {
  const document = await readHtml(
    "<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr><tr><td colspan=3>I. Nhóm</td></tr><tr><td>1</td><td>Rà soát</td><td rowspan='2'>Sở A</td></tr><tr><td>2</td><td><table><tr><td>trong</td></tr></table></td></tr></table>",
  );
  expect(document.tables).toHaveLength(1);
  expect(cells(document)).toEqual([
    [0, 0, 1, 1, "TT"],
    [0, 1, 1, 1, "Nhiệm vụ"],
    [0, 2, 1, 1, "Chủ trì"],
    [1, 0, 1, 3, "I. Nhóm"],
    [2, 0, 1, 1, "1"],
    [2, 1, 1, 1, "Rà soát"],
    [2, 2, 2, 1, "Sở A"],
    [3, 0, 1, 1, "2"],
    [3, 1, 1, 1, "trong"],
  ]);
  expect(findPlanTables(document)[0]!.rows).toHaveLength(2);
});

test("broken HTML is read as far as it goes", async () => {
  expect(raws(await readHtml("<table><tr><td>một<td>hai</table><p a='><b>ba"))).toEqual(["một", "hai"]);
  expect(raws(await readHtml("chữ <b"))).toEqual(["chữ"]);
});

test("a selected range is a table, numbers are written as Vietnamese", async () => {
  const rows = [
    ["KẾ HOẠCH NĂM 2025", null, null],
    [null, null, null],
    ["TT", "Nhiệm vụ", "Thời hạn"],
    [1, "Rà soát\nthủ tục", 0.5],
    [2, "Báo cáo", true],
  ];
  const document = await readDocument({ kind: "cells", name: "Sheet1!A1", rows });
  expect(raws(document)).toEqual([
    "KẾ HOẠCH NĂM 2025",
    "TT",
    "Nhiệm vụ",
    "Thời hạn",
    "1",
    "Rà soát",
    "thủ tục",
    "0,5",
    "2",
    "Báo cáo",
    "true",
  ]);
  expect(findPlanTables(document)[0]!.rows.map((row) => row.number)).toEqual(["1", "2"]);
});
