import { parsePlan } from "../../src/parser/parsePlan";
import { readText } from "../../src/reader/readText";

/** Rows as web pages give them cell by cell: a bar before, between and behind the cells. */
const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => ["|", ...cells.flatMap((cell) => (cell === "" ? ["|"] : [cell, "|"]))].join("\n")).join("\n");

const HEAD = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Kết quả", "Kinh phí"];

const tasks = (rows: readonly (readonly string[])[]): string[] =>
  parsePlan(
    readText("test.txt", `KẾ HOẠCH\nSố hóa hồ sơ năm 2026\n\nPHỤ LỤC\nNHIỆM VỤ CỤ THỂ\n\n${table([HEAD, ...rows])}\n`),
  ).value.tasks.map(({ title, leads, supporters, time }) => [title, leads.join("; "), supporters.join("; "), time.value].join(" | "));

test("rows whose last cells are merged with those above end where the next label stands", () => {
  expect(
    tasks([
      ["I", "Hoàn thiện thể chế"],
      ["1", "Rà soát quy chế lưu trữ", "Sở Nội vụ", "Các sở, ngành", "Quý II/2026", "Quy chế", "Chi thường xuyên"],
      ["2", "Góp ý quy định về dữ liệu", "Sở Tư pháp", "Các sở, ngành", "Quý III/2026", "Văn bản góp ý"],
      ["II", "Xây dựng hạ tầng"],
      ["1", "Lắp đặt máy quét", "Văn phòng UBND tỉnh", "Sở Tài chính", "Quý IV/2026", "Máy quét", "Đầu tư công"],
    ]),
  ).toEqual([
    "Rà soát quy chế lưu trữ | Sở Nội vụ | Các sở, ngành | Quý II/2026",
    "Góp ý quy định về dữ liệu | Sở Tư pháp | Các sở, ngành | Quý III/2026",
    "Lắp đặt máy quét | Văn phòng UBND tỉnh | Sở Tài chính | Quý IV/2026",
  ]);
});

test("an empty cell inside a row ends no row", () => {
  expect(
    tasks([
      ["1", "Rà soát quy chế lưu trữ", "Sở Nội vụ", "", "Quý II/2026", "Quy chế", "Chi thường xuyên"],
      ["2", "Lắp đặt máy quét", "Văn phòng UBND tỉnh", "Sở Tài chính", "Quý IV/2026", "Máy quét", "Đầu tư công"],
    ]),
  ).toEqual([
    "Rà soát quy chế lưu trữ | Sở Nội vụ |  | Quý II/2026",
    "Lắp đặt máy quét | Văn phòng UBND tỉnh | Sở Tài chính | Quý IV/2026",
  ]);
});
