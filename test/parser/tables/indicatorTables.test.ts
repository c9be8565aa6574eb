import { parsePlan } from "../../../src/parser/parsePlan";
import { readText } from "../../../src/reader/readText";

const targets = (table: string): object[] =>
  parsePlan(readText("test.md", `KẾ HOẠCH\nPhát triển vùng chè giai đoạn 2026 - 2030\n\nI. MỤC TIÊU\n\n${table}\n`)).value.targets.map(
    ({ measure, goal, unit, horizon }) => [measure, "level" in goal ? goal.level : goal.kind, unit, horizon],
  );

test("a column of what is, before the columns of what shall be, holds no targets", () => {
  const table =
    "STT | Tên chỉ tiêu | Đơn vị | Năm 2025 | Mục tiêu năm 2028 | Mục tiêu năm 2030\n--- | --- | --- | --- | --- | ---\n" +
    "1 | Số lò sấy trên 1.000 hộ | Cơ sở | 2,5 | 3 | 4\n2 | Tỷ suất hao hụt | ‰ | 19,6 | <18 | <16\n3 | Hộ trồng chè | Hộ | 900 | 950 | 1.000\n";
  expect(targets(table)).toEqual([
    ["Số lò sấy trên 1.000 hộ", 3, "Cơ sở", 2028],
    ["Số lò sấy trên 1.000 hộ", 4, "Cơ sở", 2030],
    ["Tỷ suất hao hụt", 18, "‰", 2028],
    ["Tỷ suất hao hụt", 16, "‰", 2030],
    ["Hộ trồng chè", 950, "Hộ", 2028],
    ["Hộ trồng chè", 1000, "Hộ", 2030],
  ]);
});

test("indicators with a column of levels and an office have no unit but their name", () => {
  const table =
    "TT | Chỉ tiêu | Mục tiêu | Cơ quan chủ trì\n--- | --- | --- | ---\n1 | Tỷ lệ hộ có lãi | ≥ 85 | Phòng Kinh tế\n" +
    "2 | Số hợp tác xã trồng chè | 12 | Phòng Kinh tế\n3 | Tỷ lệ vườn có mã số | 70% | Phòng Kinh tế\n";
  expect(targets(table)).toEqual([
    ["Tỷ lệ hộ có lãi", 0.85, "%", 2030],
    ["Số hợp tác xã trồng chè", 12, "hợp tác xã", 2030],
    ["Tỷ lệ vườn có mã số", 0.7, "%", 2030],
  ]);
});

test("steps on the way to the planned year are targets when another column says where it starts", () => {
  const table =
    "| TT | Chỉ tiêu | Đơn vị tính | Hiện trạng 2025 | Lộ trình | | Mục tiêu năm 2030 |\n|---|---|---|---|---|---|---|\n" +
    "| | | | | 2026 | 2028 | |\n| 1 | Diện tích chè | ha | 300 | 320 | 350 | 380 - 400 |\n";
  expect(targets(table)).toEqual([
    ["Diện tích chè", 320, "ha", 2026],
    ["Diện tích chè", 350, "ha", 2028],
    ["Diện tích chè", "between", "ha", 2030],
  ]);
});
