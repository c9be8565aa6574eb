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

test("a table may head its levels with what is planned, without a year or a unit", () => {
  const table =
    "| STT | Chỉ tiêu | Kế hoạch |\n|---|---|---|\n| 1 | Sản lượng chè búp | 30 tấn |\n| 2 | Giá trị chè | 6,5-7%, phấn đấu 7-7,5% |\n" +
    "| 3 | Tỷ lệ hộ có nghề | 70%, trong đó có chứng chỉ 29% |\n| 4 | Tỷ lệ hộ nghèo | giảm 0,8-1% |\n| 5 | Số lò sấy | 15 |\n";
  expect(targets(table)).toEqual([
    ["Sản lượng chè búp", 30, "tấn", 2030],
    ["Giá trị chè", "between", "%", 2030],
    ["Giá trị chè", "between", "%", 2030],
    ["Tỷ lệ hộ có nghề", 0.7, "%", 2030],
    ["Tỷ lệ hộ có nghề: chứng chỉ", 0.29, "%", 2030],
    ["Tỷ lệ hộ nghèo", "decrease", "%", 2030],
    ["Số lò sấy", 15, "", 2030],
  ]);
});

test("indicators without a number table need a unit and a planned year", () => {
  const table =
    "| Chỉ tiêu | ĐVT | TH 2029 | KH 2030 |\n|---|---|---|---|\n| Sản lượng | Tấn | 25 | 30 |\n| Mức giảm hộ nghèo | điểm % | 1,1 | 0,8 |\n";
  expect(targets(table)).toEqual([
    ["Sản lượng", 30, "Tấn", 2030],
    ["Mức giảm hộ nghèo", 0.8, "điểm %", 2030],
  ]);
});

test("levels in words and places in a ranking; a row without a level is no task for its office and stays unread", () => {
  const table =
    "| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu 2030 | Cơ quan chủ trì |\n|---|---|---|---|---|\n" +
    "| 1 | Tỷ lệ chè bị trả lại | % | Giảm dần | Phòng Kinh tế |\n| 2 | Mức hài lòng của khách | % | Tăng so với năm 2025 | Phòng Kinh tế |\n" +
    "| 3 | Nhãn hiệu chứng nhận | | Duy trì | Phòng Kinh tế |\n| 4 | Chỉ số làng nghề | Hạng | ≤ 20 | Văn phòng |\n" +
    "| 5 | Chỉ số vùng trồng | hạng | Trong nhóm 10 | Văn phòng |\n| 6 | Số vụ cháy đồi chè | vụ | | Công an xã |\n" +
    "| 7 | Tỷ lệ hộ tham gia bảo hiểm | % | Theo kế hoạch hằng năm | Văn phòng |\n";
  const { value } = parsePlan(readText("test.md", `KẾ HOẠCH\nPhát triển vùng chè giai đoạn 2026 - 2030\n\nI. MỤC TIÊU\n\n${table}\n`));
  expect(value.targets.map(({ goal, unit }) => [goal, unit])).toEqual([
    [{ kind: "improve", direction: "down" }, "%"],
    [{ kind: "improve", direction: "up", baseline: { year: 2025 } }, "%"],
    [{ kind: "maintain", of: { kind: "milestone", items: ["Duy trì"] } }, ""],
    [{ kind: "top", limit: 20 }, "hạng"],
    [{ kind: "top", limit: 10 }, "hạng"],
  ]);
  expect(value.tasks).toEqual([]);
  expect(value.unread.map(({ line }) => line)).toEqual([13, 14]);
});

test("a table of work with yearly columns still holds tasks", () => {
  const table =
    "| TT | Nhiệm vụ | Cơ quan chủ trì | Năm 2026 | Năm 2027 |\n|---|---|---|---|---|\n| 1 | Xây dựng lò sấy | Phòng Kinh tế | x | |\n";
  const { value } = parsePlan(readText("test.md", `KẾ HOẠCH\nPhát triển vùng chè giai đoạn 2026 - 2030\n\nI. NHIỆM VỤ\n\n${table}\n`));
  expect(value.tasks.map(({ title }) => title)).toEqual(["Xây dựng lò sấy"]);
});

test("a column that says in words what must be reached holds the levels of the one that names it", () => {
  const table =
    "| TT | Chỉ tiêu | Nội dung | Đơn vị chủ trì |\n|---|---|---|---|\n| 1 | Trồng chè | Sản lượng chè búp; diện tích chè trồng mới | Phòng Kinh tế |\n" +
    "| 2 | Thu nhập | Thu nhập của hộ trồng chè đạt 65 triệu đồng | Phòng Kinh tế |\n" +
    "| 3 | Đường vào nương | Phấn đấu mỗi thôn có ít nhất 01 tuyến đường vào nương chè | Phòng Kinh tế |\n" +
    "| 4 | Tổ hợp tác | Phấn đấu có từ 85% tổ thu hái và 90% hộ trồng chè được xếp loại tốt trở lên | Văn phòng |\n";
  const { value } = parsePlan(readText("test.md", `KẾ HOẠCH\nPhát triển vùng chè năm 2026\n\nII. CHỈ TIÊU\n\n${table}\n`));
  expect(value.tasks).toEqual([]);
  expect(value.targets.map(({ goal, unit }) => [goal, unit])).toEqual([
    [{ kind: "at-least", level: 65 }, "triệu đồng"],
    [{ kind: "at-least", level: 1 }, "tuyến"],
    [{ kind: "at-least", level: 0.85 }, "%"],
    [{ kind: "at-least", level: 0.9 }, "%"],
  ]);
});

test("a part with a dash under a numbered row of a printed table is a row of its own", () => {
  const rows = [
    ["STT", "Chỉ tiêu", "ĐVT", "TH 2029", "KH 2030"],
    ["1", "Sản lượng chè búp", "Tấn", "8,1", "10,0"],
    ["2", "Giá trị một lò sấy", "Triệu đồng", "92,5", "102,0"],
    ["3", "Tỷ lệ hộ nghèo vùng chè", "%", "3,4", "2,6"],
    ["", "- Mức giảm tỷ lệ hộ nghèo", "điểm %", "1,1", "0,8"],
    ["4", "Số nương đạt chuẩn an toàn", "Hộ", "61", "67"],
    ["5", "Tỷ lệ hộ có nghề sao chè", "%", "70,2", "72,0"],
    ["6", "Tỷ lệ nương có mã số vùng", "%", "61,2", "Duy trì 61,2"],
  ];
  const widths = [5, 42, 15, 13];
  const text = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("")).join("\n");
  expect(targets(text)).toContainEqual(["Tỷ lệ hộ nghèo vùng chè", 0.026, "%", 2030]);
  expect(targets(text)).toContainEqual(["- Mức giảm tỷ lệ hộ nghèo", 0.8, "điểm %", 2030]);
});
